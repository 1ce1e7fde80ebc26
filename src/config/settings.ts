import type { ChangeRules } from '../changes/index.ts';
import type { Policy } from '../compare/index.ts';
import type { Expectation, SliceDefinition } from '../corpus/index.ts';
import type {
  AgentSpec,
  InProcessPolicy,
  IsolationPolicy,
  MissPolicy,
  Normalisation,
  ProviderSpec,
} from '../replay/index.ts';
import type { ContentLevel } from '../report/index.ts';
import type { CheckName, CommandScorer, JudgeSpec, PriceTable } from '../score/index.ts';
import type { Json, RedactionKind, RedactionPattern } from '../trace/index.ts';

/**
 * `pawl.yml` plus flags or Action inputs, complete: every default is filled in, every name is checked. `WrittenConfig` in
 * `written.ts` is the file as people write it.
 */
export interface Settings {
  readonly version: 1;
  readonly agent: AgentSpec;
  readonly changes: ChangeRules;
  /** Globs of corpus files, relative to the repository's root. */
  readonly corpus: readonly string[];
  /** The template of the inputs of cases that are drawn from traffic. */
  readonly caseInput: Json;
  /** How trajectories of the traffic are put into slices. Never empty. */
  readonly slices: readonly SliceDefinition[];
  readonly tools: ToolSettings;
  /** What the MCP servers say of themselves, as `pawl record` wrote it; null = there are none. */
  readonly mcpFile: string | null;
  readonly providers: readonly ProviderSpec[];
  readonly ignoredInRequests: readonly IgnoredText[];
  /** Judges cases that state no expectations of their own. Never empty. */
  readonly defaultExpectations: readonly Expectation[];
  /** Shown beside the verdict; they decide nothing. */
  readonly checks: readonly CheckName[];
  readonly judges: readonly JudgeSettings[];
  readonly commandScorers: readonly CommandScorer[];
  readonly prices: PriceTable;
  readonly policy: Policy;
  readonly onInconclusive: 'warn' | 'block';
  /** A pull request whose base has no settings passes on head alone. */
  readonly bootstrap: boolean;
  readonly redaction: RedactionSettings;
  readonly isolation: IsolationPolicy;
  readonly reportContent: ContentLevel;
}

export interface JudgeSettings extends JudgeSpec {
  /** null = the agent's provider for the same wire. */
  readonly provider: ProviderSpec | null;
}

export interface ToolSettings {
  /** Globs of JSON files that define tools. */
  readonly files: readonly string[];
  /** Globs over the names of tools that change no state; every other tool does. */
  readonly readOnly: readonly string[];
  /** Of tools for which no rule says otherwise. */
  readonly onMiss: MissPolicy;
  readonly rules: readonly ToolRule[];
  readonly normalisations: readonly Normalisation[];
  readonly inProcess: InProcessPolicy;
}

/** What holds for the tools that the globs name. The first rule with a miss policy decides; all sets count. */
interface ToolRule {
  readonly tools: readonly string[];
  readonly onMiss: MissPolicy | null;
  /** Dotted paths of arguments that are lists in any order. */
  readonly sets: readonly string[];
}

/** What of a model request does not count: every match of the pattern. */
interface IgnoredText {
  readonly name: string;
  readonly pattern: RegExp;
}

/** What must not be stored. */
export interface RedactionSettings {
  /** null = not said: all of them in traffic, none in what somebody wrote on purpose. */
  readonly kinds: readonly RedactionKind[] | null;
  readonly patterns: readonly RedactionPattern[];
  /** JSONPath (RFC 9535). */
  readonly paths: readonly string[];
  /** Name of the environment variable that holds the key. */
  readonly keyEnvironment: string;
}
