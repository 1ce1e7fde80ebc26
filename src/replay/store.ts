import type { Answer } from './answer.ts';
import { type RecordedRequest, RecordedRequests } from './recorded-requests.ts';
import type { RequestIdentity } from './request-identity.ts';
import { type Place, StoreFiles } from './store-files.ts';
import { parseStoredAnswer, parseStoredTrial, type StoredTrial } from './stored.ts';

/**
 * `--store DIR`: what has been drawn once and is never drawn again. `answers/` holds the provider's answers by answer key,
 * `requests/` what was asked, `reservoir/` the base trials that stand on them.
 */
export interface Store {
  readonly directory: string;
  /** Lines that could not be read, by file: shown in the report, never taken for an absence. */
  readonly problems: readonly string[];
  has(key: string): boolean;
  answer(key: string): Answer | null;
  putAnswer(key: string, answer: Answer): void;
  /** The requests of a case that were answered, each once. */
  requests(caseId: string): readonly RecordedRequest[];
  /** Keeps a request of the case, unless it is known. */
  putRequest(caseId: string, request: RequestIdentity): void;
  trials(agentHash: string, caseHash: string): readonly StoredTrial[];
  putTrial(trial: StoredTrial): void;
  /** Makes everything put so far durable. */
  flush(): void;
  close(): void;
}

export function openStore(directory: string, runName: string): Store {
  const files = new StoreFiles(directory, runName);
  const answers = new Map<string, Place>();
  files.scan('answers', (line, place) => {
    if (typeof line.key !== 'string' || parseStoredAnswer(line) === null) return false;
    if (!answers.has(line.key)) answers.set(line.key, place);
    return true;
  });
  const requests = new RecordedRequests(files);
  const trials = new Map<string, Map<number, StoredTrial>>();
  const keepTrial = (trial: StoredTrial): void => {
    const key = `${trial.agentHash} ${trial.caseHash}`;
    const byNumber = trials.get(key) ?? new Map<number, StoredTrial>();
    if (!byNumber.has(trial.trial.number)) byNumber.set(trial.trial.number, trial);
    trials.set(key, byNumber);
  };
  files.scan('reservoir', (line) => {
    const trial = parseStoredTrial(line);
    if (trial !== null) keepTrial(trial);
    return trial !== null;
  });
  return {
    directory,
    problems: files.problems,
    has: (key) => answers.has(key),
    answer: (key) => {
      const place = answers.get(key);
      return place === undefined ? null : files.read(place, parseStoredAnswer);
    },
    putAnswer: (key, answer) => {
      answers.set(key, files.append('answers', { key, ...answer }));
    },
    requests: (caseId) => requests.of(caseId),
    putRequest: (caseId, request) => requests.put(caseId, request),
    trials: (agentHash, caseHash) =>
      [...(trials.get(`${agentHash} ${caseHash}`)?.values() ?? [])].sort((a, b) => a.trial.number - b.trial.number),
    putTrial: (trial) => {
      files.append('reservoir', trial);
      keepTrial(trial);
    },
    flush: () => files.flush(),
    close: () => files.close(),
  };
}
