import { sha256 } from '../../trace/index.ts';

/** Something that changed, and when: what may stand behind a shift of behaviour. */
export interface LedgerEntry {
  /** The same thing found again has the same one. */
  readonly id: string;
  readonly kind: LedgerKind;
  /** Microseconds since the Unix epoch: merged, or first seen in traffic. */
  readonly atUs: number;
  /** A path, a tool, a pin or a model. */
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** In one line. */
  readonly what: string;
  /** The user task whose outcome it decides, with the user's own words, which are shown to nobody who may not see the traffic. */
  readonly decides: string | null;
  /** The commit that brought it; null = it was seen in traffic. */
  readonly commit: LedgerCommit | null;
  /** The trajectory in which it was first seen; null = it was found in git. */
  readonly trajectoryId: string | null;
}

export interface LedgerCommit {
  readonly sha: string;
  readonly author: string;
  readonly subject: string;
  /** Number of the pull request, where the subject names it. */
  readonly pullRequest: number | null;
}

export const LEDGER_KINDS = [
  'prompt',
  'tool',
  'model_pin',
  /** Code and dependencies of the agent. */
  'agent_version',
  /** Which model the provider says answered. */
  'model_fingerprint',
  /** How a tool was seen to answer. */
  'tool_contract',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

const DIGITS = 16;

export function entryId(kind: LedgerKind, ...parts: readonly (string | null)[]): string {
  return `${kind}-${sha256(JSON.stringify(parts)).slice(0, DIGITS)}`;
}
