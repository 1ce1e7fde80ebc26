import { sha256 } from '../../trace/index.ts';

/** What a store keeps, a folder of packs each. */
export type Section = 'answers' | 'requests' | 'reservoir';

export const SECTIONS = ['answers', 'requests', 'reservoir'] as const satisfies readonly Section[];

/** The folder of the runs that have not been packed yet. */
export const JOURNALS = 'journal';

export const JOURNAL_FORMAT = 'pawl journal v1';
export const PACK_FORMAT = 'pawl pack v1';
export const PACK_EXTENSION = '.pack';
export const JOURNAL_EXTENSION = '.jsonl';

/** Under what a line stands: 64 hexadecimal digits. */
export type EntryKey = string;

/**
 * Whether the lines of a section are packed in the order of their keys, so that what is read together (the requests or the trials of
 * one case) lies together. Answers are read in the order in which they were drawn.
 */
export const IS_SORTED: Readonly<Record<Section, boolean>> = { answers: false, requests: true, reservoir: true };

export function answerEntry(keyText: string): EntryKey {
  return sha256(keyText);
}

export function requestEntry(caseId: string, requestKey: string): EntryKey {
  return requestsOfCase(caseId) + sha256(requestKey).slice(0, 32);
}

/** What the keys of all requests of a case begin with. */
export function requestsOfCase(caseId: string): string {
  return sha256(caseId).slice(0, 32);
}

/** What a base trial is found by: agent and case as they were when it was drawn. */
export interface TrialIdentity {
  readonly agentHash: string;
  readonly caseHash: string;
  readonly caseId: string;
  readonly number: number;
}

export function trialEntry({ agentHash, caseHash, caseId, number }: TrialIdentity): EntryKey {
  return sha256(`${agentHash}\n${caseHash}\n${caseId}`).slice(0, 48) + number.toString(16).padStart(16, '0');
}
