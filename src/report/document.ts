import type { Change, LineRange } from '../changes/index.ts';
import type {
  CaseDecision,
  CaseVerdict,
  ClusterLine,
  Comparison,
  GateOn,
  GateReason,
  GateVerdict,
  Policy,
  SideCounts,
  Tally,
} from '../compare/index.ts';
import type { CorpusDiff, CorpusFile, CorpusProblem } from '../corpus/index.ts';
import type { Isolation, ModelMode, Side } from '../replay/index.ts';
import type { JudgeAgreement, Outcome, Quantity, ResultProblem } from '../score/index.ts';
import type { ToolMatch } from '../trace/index.ts';
import type { AcceptedFacts } from './accepted.ts';
import type { FirstDivergence } from './first-divergence.ts';
import type { Note } from './note.ts';

/** How much of recordings and model answers may be shown: nothing, cut excerpts, or nearly all. */
export type ContentLevel = 'none' | 'excerpt' | 'full';

/**
 * One gate run, complete: every renderer reads this and nothing else. Text from outside stands in it as it came; renderers
 * escape it. Described by `schema/report.v1.schema.json`.
 */
export interface Report {
  readonly version: 1;
  readonly verdict: GateVerdict;
  /** The process's exit code. */
  readonly exitCode: 0 | 1 | 4 | 5;
  /** The first line: the verdict in plain words with the number that matters. */
  readonly title: string;
  readonly reasons: readonly GateReason[];
  readonly run: RunFacts;
  readonly policy: Policy;
  readonly content: ContentLevel;
  readonly corpus: CorpusFacts;
  readonly changes: readonly ReportChange[];
  /** Why no change concerns the agent; null = some change does. */
  readonly notAffected: string | null;
  /** What the pull request declares as intended. */
  readonly accepted: AcceptedFacts;
  /** What head did alone, where there is no base; null = base and head were compared. */
  readonly adoption: Adoption | null;
  readonly slices: readonly Comparison[];
  readonly cohorts: readonly Comparison[];
  /** The whole corpus as one; null = nothing was compared. */
  readonly all: Comparison | null;
  readonly caseCounts: Readonly<Record<CaseVerdict, number>>;
  /** Cases that are broken, suspect, flaky or undetermined, or that move a slice; the most telling first. */
  readonly cases: readonly ReportCase[];
  readonly toolSchemaErrors: readonly ToolSchemaError[];
  /** Numbers beside pass and fail, per trial: shown, never judged. */
  readonly measures: readonly MeasureRow[];
  /** Effective-N reconciliation. */
  readonly base: SideCounts;
  readonly head: SideCounts;
  readonly notes: readonly Note[];
  /** Results of another harness, compared as they are; null = pawl replayed. */
  readonly external: ExternalFacts | null;
}

/** The pull request that adopts pawl: what head did alone. `declared`: the target branch says `gate.bootstrap: true`. */
export interface Adoption {
  readonly kind: 'first_installation' | 'declared';
  readonly trialsPerCase: number;
  readonly slices: readonly { readonly name: string; readonly cases: number; readonly head: Tally }[];
  /** Cases that both passed and failed, and cases that only failed. */
  readonly flaky: readonly string[];
  readonly failing: readonly string[];
}

/** Tokens and money are those of the provider's answers in this run. */
export interface RunFacts {
  /** Whose settings judged: the tip of the target branch. Absent = nothing was replayed, or an older report. */
  readonly targetSha?: string;
  /** The merge base of the target branch and head. */
  readonly baseSha: string;
  /** `WORKTREE` = the uncommitted working tree. */
  readonly headSha: string;
  readonly agent: string;
  /** `external`: nothing was run; base and head are files. */
  readonly mode: ModelMode | 'external';
  readonly isolation: Isolation;
  readonly durationMs: number;
  /** Of trials and of judges. */
  readonly providerCalls: number;
  readonly storedAnswers: number;
  readonly sharedAnswers: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** null = the price of some model is not known. */
  readonly costUsd: number | null;
  readonly storedBaseTrials: number;
  /** The last A/A line of the store; null = none was measured. */
  readonly noise: NoiseLine | null;
  readonly judges: readonly JudgeLine[];
  readonly tools: Readonly<Record<Side, ToolCallCounts>>;
  /** What of model requests did not count when two were compared. */
  readonly ignoredInRequests: readonly { readonly name: string; readonly pattern: string }[];
  /** What could not be read on the way (a tool file, a line of the store). */
  readonly warnings: readonly string[];
}

/** One of the user's judges in this run. */
export interface JudgeLine {
  readonly name: string;
  readonly model: string;
  readonly votes: number;
  /** Those of the votes that were asked for now; the others were stored. */
  readonly calls: number;
  /** Of the calls; null = the price of one is not known. */
  readonly costUsd: number | null;
  readonly unreadable: number;
  /** With people, on recordings that they labelled; null = none is labelled. */
  readonly agreement: JudgeAgreement | null;
}

/** How often noise alone blocks on this corpus: `blocks` of `pullRequests` that changed nothing, with 95 % limits (0..1). */
export interface NoiseLine {
  /** The commit that was compared with itself. */
  readonly ref: string;
  readonly cases: number;
  /** Base trials that the pull requests were redrawn from, all cases together, and those of them without a result. */
  readonly trials: number;
  readonly undetermined: number;
  readonly pullRequests: number;
  readonly blocks: number;
  /** Pull requests that ended inconclusive or in error: they could not be blocked. */
  readonly undecided: number;
  readonly low: number;
  readonly high: number;
}

/** How the tool calls of one side were answered, over all trials of the run. */
export interface ToolCallCounts {
  readonly byMatch: Readonly<Partial<Record<ToolMatch, number>>>;
  /** Calls that the tape has in another way of writing, by what had to be seen past. */
  readonly normalisations: Readonly<Record<string, number>>;
  /** Recorded calls that trials left out though they came to their end, against the recording nearest to each. */
  readonly uncalled: { readonly calls: number; readonly trials: number };
}

/** What was compared where nothing was replayed. */
export interface ExternalFacts {
  readonly base: SourceFacts;
  readonly head: SourceFacts;
  /** The settings whose policy was applied; null = the defaults. */
  readonly policyFile: string | null;
  readonly gateOn: GateOn;
  /** The attributes that tell unit and cluster. */
  readonly unitBy: readonly string[];
  readonly clusterBy: readonly string[];
  /** Cases that ran together with others and traded places with them. */
  readonly casesInUnits: number;
  readonly onlyBase: readonly string[];
  readonly onlyHead: readonly string[];
  readonly clusters: readonly ClusterLine[];
}

/** One side's file. */
export interface SourceFacts {
  readonly path: string;
  readonly format: string;
  /** `key=value`, as the user chose. */
  readonly conditions: readonly string[];
  readonly results: number;
  /** Results that the conditions left out. */
  readonly leftOut: number;
  /** Tests that their runner skipped. */
  readonly skipped: number;
  /** The first of them; `problemCount` counts all. */
  readonly problems: readonly ResultProblem[];
  readonly problemCount: number;
  /** Those of them that count as undetermined trials. */
  readonly keptCount: number;
}

export interface CorpusFacts {
  readonly files: readonly CorpusFile[];
  readonly cases: number;
  readonly retired: number;
  readonly problems: readonly CorpusProblem[];
  /** What head does to base's corpus; null = not compared. */
  readonly diff: CorpusDiff | null;
}

export interface ReportChange {
  readonly kind: Change['kind'];
  readonly path: string;
  /** In words: `+2 -1 lines`, `issue_refund: parameter order_id renamed to order_ref`. */
  readonly summary: string;
  /** The first lines of a prompt's difference, each with its `+` or `-`. */
  readonly lines: readonly string[];
  /** Where head's file differs: of prompts, tools and model pins, the first of them. */
  readonly places: readonly LineRange[];
  /** The change is within the agent's declared paths. */
  readonly affecting: boolean;
}

export interface ReportCase extends CaseDecision {
  readonly slices: readonly string[];
  readonly cohorts: readonly string[];
  /** One trial of each side to look at; null = none is shown for this case. */
  readonly evidence: CaseEvidence | null;
}

export interface CaseEvidence {
  readonly firstDivergence: FirstDivergence | null;
  readonly base: TrialView;
  readonly head: TrialView;
}

/** A trial as a reader sees it: cut, and without its contents where the settings say so. */
export interface TrialView {
  readonly number: number;
  readonly models: readonly string[];
  readonly outcome: Outcome;
  readonly steps: readonly StepView[];
  /** Steps beyond the last one shown. */
  readonly moreSteps: number;
  /** Recorded calls that the trial left out; the first of them. */
  readonly uncalled: readonly string[];
  readonly output: string | null;
}

export type StepView =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tool';
      /** The sub-agent that made the call, as the agent's own spans tell. */
      readonly agent?: string;
      readonly tool: string;
      readonly arguments: string;
      readonly outcome: 'result' | 'error' | 'missing';
      readonly result: string;
    };

/** A measure's mean per trial on each side; null = no trial of that side has it. `name` may hold a tool's name. */
export interface MeasureRow {
  readonly name: string;
  readonly unit: Quantity['unit'];
  readonly direction: Quantity['direction'];
  readonly base: number | null;
  readonly head: number | null;
}

/** Calls whose arguments a side's own tool schema refused, counted over all trials of the run. */
export interface ToolSchemaError {
  readonly tool: string;
  readonly message: string;
  readonly baseCalls: number;
  readonly headCalls: number;
  /** Cases with such a call on head, or on base where head has none. */
  readonly cases: number;
}
