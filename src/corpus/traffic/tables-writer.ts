import { dirname, join } from 'node:path';
import { makeFolder } from './files.ts';
import type { PartFiles } from './layout.ts';
import type { Rows } from './rows.ts';
import { type TableFacts, TableWriter } from './table-writer.ts';

/** Writes both tables of a part. Without a row there is no file: an empty Parquet file is nothing that a reader wants. */
export class TablesWriter {
  readonly #files: PartFiles;
  readonly #work: string;
  readonly #facts: TableFacts;
  #tables: { readonly trajectories: TableWriter; readonly steps: TableWriter } | null = null;

  constructor(work: string, files: PartFiles, facts: TableFacts) {
    this.#work = work;
    this.#files = files;
    this.#facts = facts;
  }

  get heldRows(): number {
    return this.#tables === null ? 0 : this.#tables.trajectories.held + this.#tables.steps.held;
  }

  add(rows: readonly Rows[]): void {
    if (rows.length === 0) return;
    const tables = this.#tables ?? this.#open();
    for (const { trajectory, steps } of rows) {
      tables.trajectories.add(trajectory);
      for (const step of steps) tables.steps.add(step);
    }
  }

  flush(): void {
    this.#tables?.trajectories.flush();
    this.#tables?.steps.flush();
  }

  /** The files that there are now. */
  finish(): string[] {
    if (this.#tables === null) return [];
    this.#tables.trajectories.finish();
    this.#tables.steps.finish();
    return [this.#files.trajectories, this.#files.steps];
  }

  #open(): { readonly trajectories: TableWriter; readonly steps: TableWriter } {
    const { trajectories, steps } = this.#files;
    for (const path of [trajectories, steps]) makeFolder(dirname(join(this.#work, path)));
    this.#tables = {
      trajectories: new TableWriter(join(this.#work, trajectories), 'trajectories', this.#facts),
      steps: new TableWriter(join(this.#work, steps), 'steps', this.#facts),
    };
    return this.#tables;
  }
}
