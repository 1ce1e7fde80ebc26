import type { ModelMode } from '../replay/index.ts';
import type { ContentLevel, LineAnnotation, ReportFile } from '../report/index.ts';
import type { QueuedSource } from './queued.ts';

/** What the Action asks of the gate. Every `null` means: take it from `pawl.yml` or the gate's own default. */
export interface GateOptions {
  /** Path of the checkout. */
  readonly repository: string;
  /** Refs or full shas. */
  readonly base: string;
  readonly head: string;
  readonly configPath: string | null;
  readonly store: string | null;
  readonly trials: number | null;
  /** Replays the cases of these alone; null = of all. */
  readonly slices: readonly string[] | null;
  readonly reportContent: ContentLevel | null;
  /** `recorded` asks no provider: a fork's pull request has no key, and its code must not spend one. */
  readonly mode: ModelMode;
  /** Provider name -> base URL, in place of the one in `pawl.yml`. */
  readonly providerUrls: Readonly<Record<string, string>>;
  /** Without Action inputs and GitHub's tokens; provider keys are in it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Names of the secrets that were taken out of `environment` and still stand in pawl's own. */
  readonly otherSecrets: readonly string[];
  readonly log: (line: string) => void;
}

/** The same of one job of a run on several machines. */
export interface StageOptions extends GateOptions {
  /** The gate's key. */
  readonly key: string;
  readonly shards: number | 'auto';
  /** null = this job is no shard. */
  readonly shard: number | null;
  readonly round: 1 | 2;
  /** Of the run. */
  readonly attempt: number;
  /** A merge queue's run: the pull request that it tries to merge, whose answers may serve again. null = no such run. */
  readonly queued: QueuedSource | null;
  /** Where the runner says how jobs pass files to each other. */
  readonly runner: Readonly<Record<string, string | undefined>>;
  /** For each file of another job; null = as long as a large one takes. */
  readonly fetchTimeoutMs: number | null;
  /** A folder for what is fetched. */
  readonly temporary: string;
}

type ExitCode = 0 | 1 | 2 | 3 | 4 | 5;

/** What the gate found, ready to be published. */
export interface GateResult {
  readonly exitCode: ExitCode;
  readonly verdict: string;
  /** One line in plain words. */
  readonly title: string;
  readonly blockedSlices: readonly string[];
  readonly brokenCases: readonly string[];
  readonly providerCalls: number;
  /** The report and what belongs to it; empty = the gate did not get so far as to make one. */
  readonly files: readonly ReportFile[];
  /** Remarks beside changed lines; `left` counts those beyond the limit. */
  readonly annotations: { readonly annotations: readonly LineAnnotation[]; readonly left: number };
  /** Foreign text in it is already escaped. */
  readonly markdown: { readonly full: string; readonly short: string; readonly minimal: string };
}
