import {
  hashJson,
  type Json,
  type McpExchange,
  type Message,
  type TokenUsage,
  type ToolOutcome,
} from '../trace/index.ts';
import type { Expectation } from './expectation.ts';

/**
 * One case of the corpus: what the gate replays. Identity is `id`; `contentHash` (computed, never stored in the file)
 * tells whether a case of the same id was edited. Format v1, one JSON object a line; `schema/case.v1.schema.json` describes it.
 */
export interface Case {
  readonly id: string;
  readonly status: CaseStatus;
  readonly source: CaseSource;
  /** Task types; the family that gates. A case may be in several. Never empty (`default` where none is given). */
  readonly slices: readonly string[];
  /** User groups; reported, never gating. */
  readonly cohorts: readonly string[];
  /** How much traffic the case stands for; > 0. */
  readonly weight: number;
  /** The conversation (or task) this case was sampled with; null = stands alone. */
  readonly cluster: string | null;
  readonly input: Json;
  readonly recordings: readonly Recording[];
  /** null = the case states none: the default expectation is the recording's multiset of state-changing calls. */
  readonly expectations: readonly Expectation[] | null;
  /** Why it is retired, where `pawl corpus retire` did it. */
  readonly retirement?: Retirement;
  /** SHA-256 of everything that decides the case's trials and scores. */
  readonly contentHash: string;
}

export type CaseStatus = 'active' | 'retired' | 'quarantined';

export interface CaseSource {
  readonly traceId: string | null;
  /** RFC 3339. */
  readonly recordedAt: string | null;
  readonly agentVersion: string | null;
  readonly model: string | null;
  /** Absent = it was not drawn from a traffic store. */
  readonly drawn?: Drawn;
}

/** How a case came out of a traffic store. */
export interface Drawn {
  /** `build` = drawn with others for a whole corpus; `add` = chosen by itself. */
  readonly by: 'build' | 'add';
  readonly trajectoryId: string;
  /** The store's folder, as it was named on the command line. */
  readonly store: string;
  /** RFC 3339. */
  readonly at: string;
  /** The version of pawl that drew it. */
  readonly pawl: string;
  /** Of the draw; null = nothing was left to chance. */
  readonly seed: string | null;
  /** By slice: the version of the definition that put the case there. */
  readonly sliceVersions: Readonly<Record<string, string>>;
  /** The case's content hash then: it differs from today's where somebody has edited the case. */
  readonly contentHash: string;
}

export interface Retirement {
  readonly reason: string;
  /** RFC 3339. */
  readonly at: string;
}

/** One recorded trajectory of the case, cut to what replay and scoring need. The first one is trial 0. */
export interface Recording {
  readonly steps: readonly RecordedStep[];
  readonly output: Json | null;
  /** What MCP servers answered besides tool calls: resources, prompts, completions. */
  readonly mcp?: readonly McpExchange[];
}

export type RecordedStep = RecordedModelCall | RecordedToolCall;

interface RecordedModelCall {
  readonly kind: 'model_call';
  readonly model: string;
  readonly requestKey: string | null;
  readonly response: Message | null;
  readonly usage: TokenUsage | null;
}

export interface RecordedToolCall {
  readonly kind: 'tool_call';
  readonly name: string;
  readonly arguments: Json;
  readonly outcome: Exclude<ToolOutcome, { kind: 'missing' }>;
}

/** A case before its content is hashed: what a recorder makes. */
export type CaseDraft = Omit<Case, 'contentHash'>;

/**
 * Adds the hash of what decides a case's trials and scores: input, recordings (the tape, trial 0, the default
 * expectation) and expectations. Slices, cohorts, weight, cluster and status say which question a trial helps to
 * answer, not how it goes: stored trials stay valid when they change. `diffCorpus` looks at both.
 */
export function withContentHash(draft: CaseDraft): Case {
  const { input, recordings, expectations } = draft;
  return { ...draft, contentHash: hashJson({ input, recordings, expectations }) };
}
