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

/** The folders of a store, each with the format that its files begin with. */
const FORMATS = {
  answers: 'pawl answers v1',
  requests: 'pawl requests v1',
  reservoir: 'pawl reservoir v1',
} as const;
type Section = keyof typeof FORMATS;

const SECTIONS = ['answers', 'requests', 'reservoir'] as const satisfies readonly Section[];

/** One line of a store's file. */
export interface Place {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * The files of a store. Each run appends to files of its own, so that two runs never write into one another; a line cut
 * short by a crash is dropped and counted.
 */
export class StoreFiles {
  /** Lines that could not be read, by file. */
  readonly problems: string[] = [];
  readonly #directory: string;
  readonly #appenders: ReadonlyMap<Section, Appender>;
  readonly #descriptors = new Map<string, number>();

  constructor(directory: string, runName: string) {
    prepare(directory, runName);
    this.#directory = directory;
    this.#appenders = new Map(SECTIONS.map((section) => [section, lazyAppender(directory, section, runName)]));
  }

  /** Reads every line of a section; `take` says whether it understood the line. */
  scan(section: Section, take: (line: JsonObject, place: Place) => boolean): void {
    const folder = join(this.#directory, section);
    const names = onDisk(folder, () => readdirSync(folder)).filter((name) => name.endsWith('.jsonl'));
    for (const name of names.sort()) this.#scanFile(section, join(folder, name), take);
  }

  #scanFile(section: Section, file: string, take: (line: JsonObject, place: Place) => boolean): void {
    const bytes = onDisk(file, () => readFileSync(file));
    let offset = 0;
    for (let number = 1; offset < bytes.length; number += 1) {
      const end = bytes.indexOf(10, offset);
      if (end === -1) {
        this.problems.push(`${file}:${number}: the last line is cut short and was left out`);
        return;
      }
      const line = parseJson(bytes.toString('utf8', offset, end));
      if (number === 1) checkFormat(file, section, line);
      else if (!isJsonObject(line) || !take(line, { file, offset, length: end - offset }))
        this.problems.push(
          `${file}:${number}: no line of ${FORMATS[section]}: ${cut(bytes.toString('utf8', offset, end), 80)}`,
        );
      offset = end + 1;
    }
  }

  append(section: Section, line: object): Place {
    const appender = this.#appenders.get(section);
    if (appender === undefined) throw new Error(`there is no section ${section}`);
    return appender.append(line);
  }

  /** The line at a place, as `read` understands it: what was understood when the store was opened is understood now. */
  read<T>(place: Place, read: (line: JsonObject) => T | null): T {
    const bytes = Buffer.alloc(place.length);
    onDisk(place.file, () => {
      const descriptor = this.#descriptors.get(place.file) ?? openSync(place.file, 'r');
      this.#descriptors.set(place.file, descriptor);
      readSync(descriptor, bytes, 0, place.length, place.offset);
    });
    const line = parseJson(bytes.toString('utf8'));
    const value = isJsonObject(line) ? read(line) : null;
    if (value === null) throw new Error(`the store changed under the run: ${place.file} at byte ${place.offset}`);
    return value;
  }

  /** Makes everything appended so far durable. */
  flush(): void {
    for (const appender of this.#appenders.values()) appender.flush();
  }

  close(): void {
    for (const appender of this.#appenders.values()) appender.close();
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }
}

/**
 * A store within the repository must not count as a part of the agent: git is told to look away. What cannot be written
 * is found out here, before anything is drawn that could then not be kept.
 */
function prepare(directory: string, runName: string): void {
  const probe = join(directory, `.probe-${runName}-${process.pid}`);
  onDisk(directory, () => {
    for (const section of SECTIONS) mkdirSync(join(directory, section), { recursive: true });
    if (!existsSync(join(directory, '.gitignore'))) writeFileSync(join(directory, '.gitignore'), '*\n');
    writeFileSync(probe, 'pawl\n');
    rmSync(probe);
  });
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
