import type { Case } from '../case.ts';
import type { CorpusFileBuilder, CorpusProblem } from '../corpus.ts';
import { parseCaseLine } from '../reader.ts';

/** A case with its place. */
export interface CorpusEntry {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly case: Case;
}

/** All that the files of a corpus hold, retired cases too. */
export interface CorpusEntries {
  readonly entries: readonly CorpusEntry[];
  readonly problems: readonly CorpusProblem[];
}

/** Gathers lines into entries. Of two with the same id the first has it, as the gate has it. */
export class EntriesBuilder {
  readonly #entries: CorpusEntry[] = [];
  readonly #problems: CorpusProblem[] = [];
  readonly #places = new Map<string, string>();

  file(path: string): CorpusFileBuilder {
    let cases = 0;
    const problem = (line: number | null, reason: string) => {
      this.#problems.push({ file: path, line, reason });
    };
    const text = (line: number, content: string) => {
      if (content.trim() === '') return;
      const parsed = parseCaseLine(content);
      if (parsed.kind === 'problem') return problem(line, parsed.reason);
      const { id } = parsed.case;
      const earlier = this.#places.get(id);
      if (earlier !== undefined) return problem(line, `id ${JSON.stringify(id)} is already the case of ${earlier}`);
      this.#places.set(id, `${path}:${line}`);
      this.#entries.push({ file: path, line, case: parsed.case });
      cases += 1;
    };
    return { text, problem, cases: () => cases };
  }

  build(): CorpusEntries {
    return { entries: this.#entries, problems: this.#problems };
  }
}
