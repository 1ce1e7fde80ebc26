import type { Json, McpExchange, Message, TokenUsage } from '../trace/index.ts';
import type { CaseSource, CaseStatus, Drawn, RecordedToolCall, Retirement } from './case.ts';

/** A case as a corpus line holds it (format v1): what has a default may be left out. `Case` is the same, complete. */
export interface WrittenCase {
  readonly v: 1;
  readonly id: string;
  readonly status?: CaseStatus;
  readonly source?: Partial<Omit<CaseSource, 'drawn'>> & { readonly drawn?: Drawn | null };
  readonly slices?: readonly string[];
  readonly cohorts?: readonly string[];
  readonly weight?: number;
  readonly cluster?: string | null;
  readonly input: Json;
  readonly recordings: readonly WrittenRecording[];
  readonly expectations?: readonly Json[] | null;
  readonly retirement?: Retirement | null;
}

export interface WrittenRecording {
  readonly steps: readonly WrittenStep[];
  readonly output?: Json;
  readonly mcp?: readonly McpExchange[];
}

export type WrittenStep = WrittenModelCall | RecordedToolCall;

interface WrittenModelCall {
  readonly kind: 'model_call';
  readonly model: string;
  readonly requestKey?: string | null;
  readonly response?: Message | null;
  readonly usage?: TokenUsage | null;
}
