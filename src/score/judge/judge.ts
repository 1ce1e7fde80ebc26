import { hashJson, type MessageWire } from '../../trace/index.ts';

/** A user's judge: a rubric that a model applies to a trial. */
export interface JudgeSpec {
  readonly name: string;
  readonly model: string;
  readonly wire: MessageWire;
  readonly rubric: string;
  /** Most votes on one trial; odd, so that they have a majority. */
  readonly votes: number;
  /** What people say of recordings, by case id: the judge's agreement with them is shown beside its scores. */
  readonly labels: ReadonlyMap<string, boolean>;
}

/** Raised when the words of the prompt change: answers to other words must not serve. */
const PROMPT_VERSION = 1;

export interface VoteIdentity {
  readonly caseId: string;
  /** 0 = the case's first recording. */
  readonly trial: number;
  /** SHA-256 of the transcript as the judge reads it. */
  readonly transcriptHash: string;
  /** Counts from 1. */
  readonly vote: number;
}

/** Under what a vote is stored: equal keys are one vote. The side is no part of it, so base and head share equal runs. */
export function voteKey({ model, wire, rubric }: JudgeSpec, identity: VoteIdentity): string {
  const rubricHash = hashJson([PROMPT_VERSION, wire, model, rubric]);
  const { caseId, trial, transcriptHash, vote } = identity;
  return hashJson(['judge', caseId, trial, transcriptHash, rubricHash, vote]);
}
