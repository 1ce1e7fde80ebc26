import { isJsonObject, type JsonObject, parseJson } from '../trace/index.ts';
import type { Answer } from './answer.ts';
import type { RequestIdentity } from './request-identity.ts';
import { prepareStore } from './store/disk.ts';
import { type Entry, JournalWriter } from './store/journal-writer.ts';
import {
  answerEntry,
  type EntryKey,
  requestEntry,
  requestsOfCase,
  SECTIONS,
  type Section,
  type TrialIdentity,
  trialEntry,
} from './store/layout.ts';
import { answerLine, identityOf, requestLine, trialLine } from './store/lines.ts';
import { PackFolder } from './store/pack-folder.ts';
import { type Packable, sealJournal, takeOver } from './store/seal.ts';
import {
  parseStoredAnswer,
  parseStoredRequest,
  parseStoredTrial,
  type StoredRequest,
  type StoredTrial,
} from './stored.ts';

/** A request of a case. */
interface AskedRequest {
  readonly caseId: string;
  readonly request: RequestIdentity;
}

/**
 * `--store DIR`: what has been drawn once and is never drawn again. `answers/` holds the provider's answers by answer key,
 * `requests/` what was asked, `reservoir/` the base trials that stand on them, each in packs; `journal/` what runs have
 * written that are not packed yet. What is held in memory grows with what this run draws, not with what is stored.
 */
export interface Store {
  readonly directory: string;
  /** What could not be read, by file: shown in the report, never taken for an absence. More may come as it is read. */
  readonly problems: readonly string[];
  has(key: string): boolean;
  answer(key: string): Answer | null;
  /** To be called before the provider is asked. @throws UserError when the answer could not be kept. */
  asking(key: string): void;
  /** The provider gave no answer. */
  unanswered(key: string): void;
  /**
   * When it returns, the end of this process does not lose the answer any more, nor the request that it answers, which is kept
   * unless it is known.
   */
  putAnswer(key: string, answer: Answer, asked?: AskedRequest): void;
  /** The requests of a case that were answered, each once. */
  requests(caseId: string): readonly StoredRequest[];
  trial(identity: TrialIdentity): StoredTrial | null;
  putTrial(trial: StoredTrial): void;
  /** Makes everything put so far durable. */
  flush(): void;
  /** Packs what this run has drawn. */
  close(): void;
}

export function openStore(directory: string, runName: string): Store {
  prepareStore(directory);
  const problems: string[] = [];
  const others = takeOver(directory, problems);
  const own = new JournalWriter(directory, runName);
  const folders = new Map(SECTIONS.map((section) => [section, new PackFolder(directory, section, problems)]));
  const lines = new Lines(folders, [...others, own]);
  const entryOf = lastEntry();
  const understood = <T>(bytes: Buffer, read: (line: JsonObject) => T | null): T | null => {
    const text = bytes.toString('utf8');
    const line = parseJson(text);
    const value = isJsonObject(line) ? read(line) : null;
    if (value === null) problems.push(`${directory}: ${bytes.length} bytes not understood and left out`);
    return value;
  };
  return {
    directory,
    problems,
    has: (key) => lines.has('answers', entryOf(key)),
    answer: (key) => {
      const line = lines.find('answers', entryOf(key));
      const answer = line === null ? null : understood(line, parseStoredAnswer);
      if (line !== null && answer === null) throw new Error('the store holds an answer that it would not take');
      return answer;
    },
    asking: (key) => own.asking(entryOf(key)),
    unanswered: (key) => own.unanswered(entryOf(key)),
    putAnswer: (key, answer, asked) => {
      const entry: Entry = { section: 'answers', key: entryOf(key), line: answerLine(key, answer) };
      own.put([entry, ...(asked === undefined ? [] : requestEntries(lines, asked))]);
    },
    requests: (caseId) => {
      const found = lines
        .findAll('requests', requestsOfCase(caseId))
        .flatMap((line) => understood(line, parseStoredRequest) ?? []);
      return [...new Map(found.map((request) => [request.requestKey, request])).values()];
    },
    trial: (identity) => {
      const line = lines.find('reservoir', trialEntry(identity));
      return line === null ? null : understood(line, parseStoredTrial);
    },
    putTrial: (trial) =>
      own.put([{ section: 'reservoir', key: trialEntry(identityOf(trial)), line: trialLine(trial) }]),
    flush: () => own.flush(),
    close: () => {
      for (const journal of others) journal.close();
      try {
        sealJournal(directory, own.name, own);
        for (const folder of folders.values()) folder.merge(`${own.name}-merged`);
      } finally {
        own.close();
        for (const folder of folders.values()) folder.close();
      }
    },
  };
}

/** One call asks for its answer several times in a row. */
function lastEntry(): (key: string) => EntryKey {
  let last = { key: '', entry: answerEntry('') };
  return (key) => {
    if (last.key !== key) last = { key, entry: answerEntry(key) };
    return last.entry;
  };
}

function requestEntries(lines: Lines, { caseId, request }: AskedRequest): readonly Entry[] {
  const key = requestEntry(caseId, request.key);
  if (lines.has('requests', key)) return [];
  const stored = { caseId, requestKey: request.key, semanticKey: request.semanticKey(), request: request.text };
  return [{ section: 'requests', key, line: requestLine(stored) }];
}

/** Every line that is stored, wherever it lies. */
class Lines {
  readonly #folders: ReadonlyMap<Section, PackFolder>;
  readonly #journals: readonly Packable[];

  constructor(folders: ReadonlyMap<Section, PackFolder>, journals: readonly Packable[]) {
    this.#folders = folders;
    this.#journals = journals;
  }

  has(section: Section, key: EntryKey): boolean {
    return (
      this.#journals.some((journal) => journal.places.of(section).has(key)) ||
      this.#folders.get(section)?.has(key) === true
    );
  }

  find(section: Section, key: EntryKey): Buffer | null {
    const packed = this.#folders.get(section)?.find(key) ?? null;
    if (packed !== null) return packed;
    for (const journal of this.#journals) {
      const place = journal.places.of(section).get(key);
      if (place !== undefined) return journal.read(place);
    }
    return null;
  }

  findAll(section: Section, prefix: string): readonly Buffer[] {
    const written = this.#journals.flatMap((journal) =>
      [...journal.places.of(section)].flatMap(([key, place]) => (key.startsWith(prefix) ? [journal.read(place)] : [])),
    );
    return [...(this.#folders.get(section)?.findAll(prefix) ?? []), ...written];
  }
}
