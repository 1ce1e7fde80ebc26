import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { cut, UserError } from '../errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../trace/index.ts';
import type { Answer } from './answer.ts';
import { parseStoredAnswer, parseStoredTrial, type StoredTrial } from './stored.ts';

/**
 * `--store DIR`: what has been drawn once and is never drawn again. `answers/` holds the provider's answers by answer key,
 * `reservoir/` the base trials that stand on them. Each run appends to files of its own, so that two runs never write into
 * one another; a line cut short by a crash is dropped and counted.
 */
export interface Store {
  readonly directory: string;
  /** Lines that could not be read, by file: shown in the report, never taken for an absence. */
  readonly problems: readonly string[];
  answer(key: string): Answer | null;
  putAnswer(key: string, answer: Answer): void;
  trials(agentHash: string, caseHash: string): readonly StoredTrial[];
  putTrial(trial: StoredTrial): void;
  /** Makes everything put so far durable. */
  flush(): void;
  close(): void;
}

const FORMATS = { answers: 'pawl answers v1', reservoir: 'pawl reservoir v1' } as const;
type Section = keyof typeof FORMATS;

interface Place {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

export function openStore(directory: string, runName: string): Store {
  const problems: string[] = [];
  const descriptors = new Map<string, number>();
  const answers = new Map<string, Place>();
  const trials = new Map<string, Map<number, StoredTrial>>();

  const keepTrial = (trial: StoredTrial): void => {
    const key = `${trial.agentHash} ${trial.caseHash}`;
    const byNumber = trials.get(key) ?? new Map<number, StoredTrial>();
    if (!byNumber.has(trial.trial.number)) byNumber.set(trial.trial.number, trial);
    trials.set(key, byNumber);
  };

  for (const file of filesOf(directory, 'answers')) {
    scan(file, 'answers', problems, (line, offset, length) => {
      const key = line.key;
      if (typeof key !== 'string' || parseStoredAnswer(line) === null) return false;
      if (!answers.has(key)) answers.set(key, { file, offset, length });
      return true;
    });
  }
  for (const file of filesOf(directory, 'reservoir')) {
    scan(file, 'reservoir', problems, (line) => {
      const trial = parseStoredTrial(line);
      if (trial !== null) keepTrial(trial);
      return trial !== null;
    });
  }

  const appenders = {
    answers: lazyAppender(directory, 'answers', runName),
    reservoir: lazyAppender(directory, 'reservoir', runName),
  };
  return {
    directory,
    problems,
    answer: (key) => {
      const place = answers.get(key);
      return place === undefined ? null : readAnswerAt(place, descriptors);
    },
    putAnswer: (key, answer) => {
      answers.set(key, appenders.answers.append({ key, ...answer }));
    },
    trials: (agentHash, caseHash) =>
      [...(trials.get(`${agentHash} ${caseHash}`)?.values() ?? [])].sort((a, b) => a.trial.number - b.trial.number),
    putTrial: (trial) => {
      appenders.reservoir.append(trial);
      keepTrial(trial);
    },
    flush: () => {
      for (const appender of Object.values(appenders)) appender.flush();
    },
    close: () => {
      for (const appender of Object.values(appenders)) appender.close();
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
}

function filesOf(directory: string, section: Section): string[] {
  const folder = join(directory, section);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads every line of a file; `take` says whether it understood the line. */
function scan(
  file: string,
  section: Section,
  problems: string[],
  take: (line: JsonObject, offset: number, length: number) => boolean,
): void {
  const bytes = readFileSync(file);
  let offset = 0;
  for (let number = 1; offset < bytes.length; number += 1) {
    const end = bytes.indexOf(10, offset);
    if (end === -1) {
      problems.push(`${file}:${number}: the last line is cut short and was left out`);
      return;
    }
    const line = parseJson(bytes.toString('utf8', offset, end));
    if (number === 1) checkFormat(file, section, line);
    else if (!isJsonObject(line) || !take(line, offset, end - offset))
      problems.push(
        `${file}:${number}: no line of ${FORMATS[section]}: ${cut(bytes.toString('utf8', offset, end), 80)}`,
      );
    offset = end + 1;
  }
}

function checkFormat(file: string, section: Section, line: unknown): void {
  const received = isJsonObject(line) ? line.format : undefined;
  if (received === FORMATS[section]) return;
  throw new UserError({
    where: `${file}:1`,
    message: `expected the format "${FORMATS[section]}", received ${cut(JSON.stringify(received ?? null), 60)}`,
    hint: 'the store was written by another version of pawl: give --store another folder, or remove this file',
  });
}

function readAnswerAt(place: Place, descriptors: Map<string, number>): Answer {
  const descriptor = descriptors.get(place.file) ?? openSync(place.file, 'r');
  descriptors.set(place.file, descriptor);
  const bytes = Buffer.alloc(place.length);
  readSync(descriptor, bytes, 0, place.length, place.offset);
  const line = parseJson(bytes.toString('utf8'));
  const answer = isJsonObject(line) ? parseStoredAnswer(line) : null;
  if (answer === null) throw new Error(`the store changed under the run: ${place.file} at byte ${place.offset}`);
  return answer;
}

interface Appender {
  append(line: object): Place;
  flush(): void;
  close(): void;
}

/** A file of this run alone, made at the first line. */
function lazyAppender(directory: string, section: Section, runName: string): Appender {
  const folder = join(directory, section);
  let open: { file: string; descriptor: number; offset: number } | null = null;
  const write = (state: { descriptor: number; offset: number }, value: object): number => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    writeSync(state.descriptor, bytes);
    state.offset += bytes.length;
    return bytes.length - 1;
  };
  const start = (): { file: string; descriptor: number; offset: number } => {
    mkdirSync(folder, { recursive: true });
    for (let attempt = 0; ; attempt += 1) {
      const file = join(folder, `${runName}${attempt === 0 ? '' : `-${attempt}`}.jsonl`);
      if (existsSync(file)) continue;
      const state = { file, descriptor: openSync(file, 'wx', 0o600), offset: 0 };
      write(state, { format: FORMATS[section] });
      return state;
    }
  };
  return {
    append: (value) => {
      open ??= start();
      const offset = open.offset;
      return { file: open.file, offset, length: write(open, value) };
    },
    flush: () => {
      if (open !== null) fsyncSync(open.descriptor);
    },
    close: () => {
      if (open === null) return;
      fsyncSync(open.descriptor);
      closeSync(open.descriptor);
      open = null;
    },
  };
}
