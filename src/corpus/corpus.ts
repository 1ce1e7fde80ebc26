import type { Case } from './case.ts';
import { parseCaseLine } from './reader.ts';

/** What the files of a corpus held. What could not be read is counted and named, never left out in silence. */
export interface Corpus {
  /** Active and quarantined cases, in the order of the files and their lines. */
  readonly cases: readonly Case[];
  /** In the order of the files; at most 100 lines a file, `files` has the full counts. */
  readonly problems: readonly CorpusProblem[];
  /** Cases that are kept in the files but not replayed. */
  readonly retired: number;
  readonly files: readonly CorpusFile[];
}

export interface CorpusProblem {
  readonly file: string;
  /** Counts from 1; null = the file as a whole. */
  readonly line: number | null;
  readonly reason: string;
}

export interface CorpusFile {
  readonly path: string;
  /** Cases taken from this file, retired ones included. */
  readonly cases: number;
  readonly problems: number;
}

const MAX_PROBLEMS_PER_FILE = 100;

/** Gathers lines into a corpus, file after file. Ids are unique over all files: the first line with an id has it. */
export class CorpusBuilder {
  readonly #cases: Case[] = [];
  readonly #problems: CorpusProblem[] = [];
  readonly #files: { path: string; cases: number; problems: number }[] = [];
  readonly #placeOfId = new Map<string, string>();
  #retired = 0;

  /** Lines from here on are of this file. */
  file(path: string): CorpusFileBuilder {
    const file = { path, cases: 0, problems: 0 };
    this.#files.push(file);
    const problem = (line: number | null, reason: string) => {
      file.problems += 1;
      if (line === null || file.problems <= MAX_PROBLEMS_PER_FILE) this.#problems.push({ file: path, line, reason });
    };
    const text = (line: number, content: string) => {
      if (content.trim() === '') return;
      const parsed = parseCaseLine(content);
      if (parsed.kind === 'problem') return problem(line, parsed.reason);
      const { id } = parsed.case;
      const earlier = this.#placeOfId.get(id);
      if (earlier !== undefined) return problem(line, `id ${JSON.stringify(id)} is already the case of ${earlier}`);
      this.#placeOfId.set(id, `${path}:${line}`);
      file.cases += 1;
      if (parsed.case.status === 'retired') this.#retired += 1;
      else this.#cases.push(parsed.case);
    };
    return { text, problem, cases: () => file.cases };
  }

  build(): Corpus {
    return { cases: this.#cases, problems: this.#problems, retired: this.#retired, files: this.#files };
  }
}

export interface CorpusFileBuilder {
  /** Cases taken so far. */
  readonly cases: () => number;
  readonly text: (line: number, content: string) => void;
  readonly problem: (line: number | null, reason: string) => void;
}
