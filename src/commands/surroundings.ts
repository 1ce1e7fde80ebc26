import type { Readable } from 'node:stream';

/** Everything that comes from outside; it enters once, in `cli.ts` and `main.ts`. */
export interface Surroundings {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => Readable;
  /** A line for standard output: the result. */
  readonly print: (text: string) => void;
  /** Text for standard error: progress, notices. */
  readonly warn: (text: string) => void;
  /** true = standard error is a terminal, so that a progress line may rewrite itself. */
  readonly terminal: boolean;
  /** The process is there for this command alone, which may change how all of it works. */
  readonly alone: boolean;
  readonly width: number;
  readonly color: boolean;
  readonly now: Date;
  readonly signal: AbortSignal;
}
