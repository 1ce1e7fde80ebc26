import type { Wire } from '../trace/index.ts';
import type { RateLimits } from './courtesy.ts';
import type { Normalisation } from './normalisation.ts';

/** How to start the user's agent from a checkout of one side. */
export interface AgentSpec {
  readonly name: string;
  /** The agent's working directory, relative to the repository's root. */
  readonly root: string;
  /** Shell command run once a side before the key is loaded; null = nothing to set up. */
  readonly setup: string | null;
  /** Shell command that starts the agent. */
  readonly command: string;
  readonly protocol: 'worker' | 'exec' | 'http';
  /** Read under protocol `http` alone. */
  readonly http: HttpSpec;
  /** Processes at once. */
  readonly concurrency: number;
  /** Trials that one worker may hold at once; above 1 only the line's URLs are valid. */
  readonly inflight: number;
  readonly trialTimeoutMs: number;
  readonly setupTimeoutMs: number;
  /** Names of environment variables that the agent may see besides the fixed list. Never a key or a token. */
  readonly environment: readonly string[];
  /** The MCP servers that the agent asks, by the name that stands in its URLs. */
  readonly mcpServers: Readonly<Record<string, McpServerSpec>>;
}

/** Where the agent's server takes trials, and how it is known to have started. Paths begin with `/`. */
export interface HttpSpec {
  readonly path: string;
  readonly healthPath: string;
  readonly startTimeoutMs: number;
}

/** A real MCP server: started and asked while recording, and for its lists where a side of the gate asks it. */
export type McpServerSpec =
  | {
      readonly kind: 'command';
      /** Shell command that starts it in the agent's root; it speaks on standard input and output. */
      readonly command: string;
      /** Names of environment variables that it may see; those that hold secrets while recording only. */
      readonly environment: readonly string[];
      /** Whether each side's own server is asked for its lists, or the recording alone is believed. */
      readonly listed: 'each_side' | 'recording';
    }
  | {
      readonly kind: 'url';
      /** Streamable HTTP. */
      readonly url: string;
      /** Header -> name of the environment variable that holds its whole value. */
      readonly headers: Readonly<Record<string, string>>;
    };

/** The provider that the gateway forwards to. */
export interface ProviderSpec {
  readonly name: 'openai' | 'anthropic';
  readonly wires: readonly Wire[];
  /** Root to which `/chat/completions`, `/responses`, `/embeddings` (openai) or `/v1/messages` (anthropic) is appended. */
  readonly baseUrl: string;
  /** Environment variable with the key. */
  readonly keyEnvironment: string;
  readonly limits: RateLimits;
}

/** What happens when a tool call is not on the tape (docs/agent.md). After the first two the trial has left the recording. */
export type MissPolicy =
  | { readonly kind: 'stop' }
  /** The agent is told that the tool failed. */
  | { readonly kind: 'error' }
  /** The recorded call of this tool that is most like it answers. For tools that only read. */
  | { readonly kind: 'nearest' }
  /** The user's command answers, in the isolation of base's agent: one JSON line in, one out. */
  | { readonly kind: 'simulate'; readonly command: string; readonly timeoutMs: number }
  /** The real tool answers, at `POST <url>/<name>`. For tools that only read. */
  | { readonly kind: 'live'; readonly url: string; readonly timeoutMs: number };

/** What replay must know of the user's tools, by their recorded names. */
export interface ToolPolicy {
  /** Every tool that is not read-only is taken to change state. */
  isReadOnly(tool: string): boolean;
  onMiss(tool: string): MissPolicy;
  /** Dotted paths of the tool's arguments that are lists in any order. */
  setsOf(tool: string): readonly string[];
  readonly normalisations: readonly Normalisation[];
  readonly inProcess: InProcessPolicy;
}

/**
 * Results of tools that the agent runs in its own process: replaced by the recorded ones before the model sees them, or
 * left as they are, which makes a trial *assisted*.
 */
export type InProcessPolicy = 'substitute' | 'trust';

/** `auto`: isolate where the machine can, else refuse when a key is present unless `allowUnisolated`. */
export interface IsolationPolicy {
  readonly mode: 'auto' | 'required' | 'off';
  readonly allowUnisolated: boolean;
  /** `closed`: the agent reaches nobody but the gateway, or nothing runs. */
  readonly network: 'open' | 'closed';
}

/** What was in force, for the report. `network` absent = open. */
export type Isolation =
  /** Base's agent runs as `uid`, head's as `uid + 1`. */
  | { readonly kind: 'uid'; readonly uid: number; readonly network?: 'closed' }
  | { readonly kind: 'bubblewrap'; readonly network?: 'closed' }
  | { readonly kind: 'none'; readonly why: string };
