import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { cut, messageOf, UserError } from '../errors.ts';
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
  has(key: string): boolean;
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
  prepare(directory, runName);
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
      if (typeof line.key !== 'string' || parseStoredAnswer(line) === null) return false;
      if (!answers.has(line.key)) answers.set(line.key, { file, offset, length });
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
    has: (key) => answers.has(key),
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

/**
 * A store within the repository must not count as a part of the agent: git is told to look away. What cannot be written
 * is found out here, before anything is drawn that could then not be kept.
 */
function prepare(directory: string, runName: string): void {
  const probe = join(directory, `.probe-${runName}-${process.pid}`);
  onDisk(directory, () => {
    for (const section of ['answers', 'reservoir']) mkdirSync(join(directory, section), { recursive: true });
    if (!existsSync(join(directory, '.gitignore'))) writeFileSync(join(directory, '.gitignore'), '*\n');
    writeFileSync(probe, 'pawl\n');
    rmSync(probe);
  });
}

/** What the disk refuses is for the user to mend, not a defect of pawl. */
function onDisk<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError({
      where: path,
      message: `the store cannot be used: ${messageOf(error)}`,
      hint: 'is the disk full? give --store a folder that pawl may write',
    });
  }
}

function filesOf(directory: string, section: Section): string[] {
  const folder = join(directory, section);
  return onDisk(folder, () => readdirSync(folder))
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
  const bytes = onDisk(file, () => readFileSync(file));
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
  const bytes = Buffer.alloc(place.length);
  onDisk(place.file, () => {
    const descriptor = descriptors.get(place.file) ?? openSync(place.file, 'r');
    descriptors.set(place.file, descriptor);
    readSync(descriptor, bytes, 0, place.length, place.offset);
  });
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

interface OpenFile {
  readonly file: string;
  readonly descriptor: number;
  readonly offset: number;
}

/** A file of this run alone, made at the first line. */
function lazyAppender(directory: string, section: Section, runName: string): Appender {
  const folder = join(directory, section);
  let open: OpenFile | null = null;
  const append = (value: object): Place => {
    open ??= start(folder, section, runName);
    const { file, offset } = open;
    const length = appendLine(open, value);
    open = { ...open, offset: offset + length };
    return { file, offset, length: length - 1 };
  };
  return {
    append: (value) => onDisk(folder, () => append(value)),
    flush: () => {
      const at = open;
      if (at !== null) onDisk(at.file, () => fsyncSync(at.descriptor));
    },
    close: () => {
      const at = open;
      open = null;
      if (at === null) return;
      onDisk(at.file, () => {
        fsyncSync(at.descriptor);
        closeSync(at.descriptor);
      });
    },
  };
}

function start(folder: string, section: Section, runName: string): OpenFile {
  for (let attempt = 0; ; attempt += 1) {
    const file = join(folder, `${runName}${attempt === 0 ? '' : `-${attempt}`}.jsonl`);
    if (existsSync(file)) continue;
    const begun = { file, descriptor: openSync(file, 'wx', 0o600), offset: 0 };
    return { ...begun, offset: appendLine(begun, { format: FORMATS[section] }) };
  }
}

/** Writes the whole line: the system may take a part of it only. What a full disk cut short is taken back, so that no later line is glued to it. */
function appendLine({ descriptor, offset }: OpenFile, value: object): number {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
  try {
    for (let written = 0; written < bytes.length; )
      written += writeSync(descriptor, bytes, written, bytes.length - written, offset + written);
  } catch (error) {
    ftruncateSync(descriptor, offset);
    throw error;
  }
  return bytes.length;
}
