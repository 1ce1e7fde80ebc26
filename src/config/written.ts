import type { WrittenExpectation, WrittenSlice } from '../corpus/index.ts';
import type { Normalisation } from '../replay/index.ts';
import type { CheckName } from '../score/index.ts';
import type { Json, MessageWire, RedactionKind } from '../trace/index.ts';

/** `pawl.yml` as people write it; `schema/pawl.v1.schema.json` describes every key and its default. */
export interface WrittenConfig {
  readonly version: 1;
  readonly agent: WrittenAgent;
  readonly prompts: readonly string[];
  readonly tools?: WrittenTools;
  readonly mcp?: WrittenMcp;
  readonly model_pins?: readonly WrittenModelPin[];
  readonly corpus: readonly string[];
  readonly case_input?: Json;
  readonly slices?: readonly WrittenSlice[];
  readonly providers?: { readonly openai?: WrittenProvider; readonly anthropic?: WrittenProvider };
  readonly ignore_in_requests?: readonly { readonly name: string; readonly pattern: string }[];
  readonly expectations?: readonly WrittenExpectation[];
  readonly checks?: readonly CheckName[];
  readonly judges?: readonly WrittenJudge[];
  readonly scorers?: readonly { readonly name: string; readonly command: string; readonly timeout_s?: number }[];
  readonly prices?: Readonly<Record<string, WrittenPrice>>;
  readonly gate?: WrittenGate;
  readonly redaction?: WrittenRedaction;
  readonly isolation?: {
    readonly mode?: 'auto' | 'required' | 'off';
    readonly allow_unisolated?: boolean;
    readonly network?: 'open' | 'closed';
  };
  readonly report?: { readonly content?: 'none' | 'excerpt' | 'full' };
}

interface WrittenAgent {
  readonly name: string;
  readonly root?: string;
  readonly paths?: readonly string[];
  readonly setup?: string;
  readonly command: string;
  readonly protocol?: 'worker' | 'exec' | 'http';
  readonly http?: { readonly path?: string; readonly health?: string; readonly start_timeout_s?: number };
  readonly concurrency?: number;
  readonly inflight?: number;
  readonly timeout_s?: number;
  readonly setup_timeout_s?: number;
  readonly environment?: readonly string[];
}

export interface WrittenTools {
  readonly files?: readonly string[];
  readonly read_only?: readonly string[];
  readonly on_miss?: 'stop' | 'error';
  readonly in_process?: 'substitute' | 'trust';
  readonly rules?: readonly WrittenToolRule[];
  readonly normalise?: Readonly<Partial<Record<Normalisation, boolean>>>;
}

/** `command` is there where a miss is simulated, `url` where it is live; `timeout_s` only with one of them. */
export interface WrittenToolRule {
  readonly tools: readonly string[];
  readonly on_miss?: 'stop' | 'error' | 'nearest' | 'simulate' | 'live';
  readonly command?: string;
  readonly url?: string;
  readonly timeout_s?: number;
  readonly sets?: readonly string[];
}

export interface WrittenMcp {
  readonly file?: string;
  readonly servers?: Readonly<Record<string, WrittenMcpServer>>;
}

/** Exactly one of `command` and `url` is there; `environment` and `list` beside a command, `headers` beside a URL. */
export interface WrittenMcpServer {
  readonly command?: string;
  readonly environment?: readonly string[];
  readonly list?: 'each_side' | 'recording';
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Exactly one of `pointer`, `yaml_path` and `pattern` is there. */
export interface WrittenModelPin {
  readonly name: string;
  readonly file: string;
  readonly pointer?: string;
  readonly yaml_path?: string;
  readonly pattern?: string;
}

export interface WrittenProvider {
  readonly base_url?: string;
  readonly key_environment?: string;
  readonly requests_per_minute?: number;
  readonly tokens_per_minute?: number;
}

export interface WrittenJudge {
  readonly name: string;
  readonly model: string;
  readonly wire?: MessageWire;
  readonly rubric: string;
  readonly votes?: number;
  readonly base_url?: string;
  readonly key_environment?: string;
  readonly labels?: Readonly<Record<string, 'pass' | 'fail'>>;
}

/** US dollars per million tokens. */
interface WrittenPrice {
  readonly input: number;
  readonly cached_input?: number;
  readonly output: number;
}

export interface WrittenRedaction {
  readonly kinds?: readonly RedactionKind[];
  readonly patterns?: readonly { readonly name: string; readonly pattern: string }[];
  readonly paths?: readonly string[];
  readonly key_environment?: string;
}

export interface WrittenGate {
  readonly alpha?: number;
  readonly looks?: readonly number[];
  readonly spend?: readonly number[];
  readonly futility?: number;
  readonly budget_runs?: number;
  readonly budget_calls?: number;
  readonly budget_cost_usd?: number;
  readonly protect_min?: number;
  readonly delta_relevant?: number;
  readonly min_effect?: number;
  readonly inconclusive?: 'warn' | 'block';
  readonly max_confirm_trials?: number;
  readonly bootstrap?: boolean;
}
