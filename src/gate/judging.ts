import pLimit from 'p-limit';
import { added, NOTHING_SPENT, type RunPrice } from '../compare/index.ts';
import type { Case } from '../corpus/index.ts';
import type { Trial } from '../replay/index.ts';
import type { JudgeLine } from '../report/index.ts';
import {
  agreementOf,
  isOpen,
  type JudgeSpec,
  majorityOf,
  type Outcome,
  sumOfCosts,
  type TrialScore,
  transcriptOf,
} from '../score/index.ts';
import type { JudgeCounts, JudgeVotes } from './judge-votes.ts';

/** A trial to be judged, and how it is scored once its judges have spoken. */
export interface Judgeable {
  readonly trial: Trial;
  readonly theCase: Case;
  readonly judges: readonly JudgeSpec[];
  readonly score: (judgeResults: ReadonlyMap<string, Outcome>) => TrialScore;
}

/** What is told of votes while they are cast. `signal` aborted: nothing more may be paid for. */
export interface VoteWatch {
  readonly signal: AbortSignal;
  readonly voted: (took: RunPrice) => void;
}

interface JudgedScore {
  readonly score: TrialScore;
  readonly took: RunPrice;
}

/** What a judge has done in a run, or in a part of it. */
export interface JudgeRecord extends Readonly<JudgeCounts> {
  readonly name: string;
  /** On labelled recordings. */
  readonly verdicts: readonly { readonly label: boolean; readonly verdict: boolean }[];
}

/** The judges of a run, by the records of all of its parts; those that judged no case of it are left out. */
export function judgeLinesOf(judges: readonly JudgeSpec[], records: readonly JudgeRecord[]): readonly JudgeLine[] {
  return judges.flatMap(({ name, model }) => {
    const own = records.filter((record) => record.name === name);
    if (own.length === 0) return [];
    const sum = (of: (record: JudgeRecord) => number): number => own.reduce((total, record) => total + of(record), 0);
    return {
      ...{ name, model, votes: sum(({ votes }) => votes), calls: sum(({ calls }) => calls) },
      costUsd: sumOfCosts(own.map(({ costUsd }) => costUsd)),
      unreadable: sum(({ unreadable }) => unreadable),
      agreement: agreementOf(own.flatMap(({ verdicts }) => verdicts)),
    };
  });
}

const CONCURRENT_VOTES = 4;

/**
 * Has the trials of a round judged. A judge votes once on a trial whose outcome is still open without it. It votes again, as often
 * as its settings allow, on both trials of a pair (one case, one number, base and head) whose outcomes differ after the first
 * votes: these decide the paired comparison, and where they agree another vote could not make it differ by more than noise
 * would. Both sides of a pair are treated alike, and neither can be told from the prompt.
 */
export class Judging {
  readonly #votes: JudgeVotes;
  readonly #limit = pLimit(CONCURRENT_VOTES);

  constructor(votes: JudgeVotes) {
    this.#votes = votes;
  }

  async judge(trials: readonly Judgeable[], watch: VoteWatch): Promise<readonly JudgedScore[]> {
    const open = trials.map((one) => new OpenTrial(one));
    await this.#round(open, 1, watch);
    const most = Math.max(1, ...trials.flatMap(({ judges }) => judges.map(({ votes }) => votes)));
    for (let vote = 2; vote <= most; vote += 1) await this.#round(differing(open), vote, watch);
    return open.map((one) => ({ score: one.score(), took: one.took }));
  }

  /** What the judges have done, and what they say of these cases' recordings where people have labelled them. */
  async records(
    judges: readonly JudgeSpec[],
    cases: ReadonlyMap<string, Case>,
    signal: AbortSignal,
  ): Promise<readonly JudgeRecord[]> {
    return Promise.all(judges.map((judge) => this.#record(judge, cases, signal)));
  }

  async #round(trials: readonly OpenTrial[], vote: number, watch: VoteWatch): Promise<void> {
    const asked = trials.flatMap((one) => one.wanting(vote).map((judge) => ({ one, judge })));
    await Promise.all(
      asked.map(({ one, judge }) =>
        this.#limit(async () => {
          const { caseId, number } = one.of.trial;
          const identity = { caseId, trial: number, vote };
          const heard = await this.#votes.vote(judge, identity, one.transcript(), watch.signal);
          watch.voted(heard.took);
          one.hear(judge, heard);
        }),
      ),
    );
  }

  async #record(judge: JudgeSpec, cases: ReadonlyMap<string, Case>, signal: AbortSignal): Promise<JudgeRecord> {
    const verdicts = await Promise.all(
      [...judge.labels].map(([caseId, label]) =>
        this.#limit(async () => {
          const theCase = cases.get(caseId);
          const recording = theCase?.recordings[0];
          if (theCase === undefined || recording === undefined) return [];
          const transcript = transcriptOf({ ...recording, input: theCase.input });
          const { outcome } = await this.#votes.vote(judge, { caseId, trial: 0, vote: 1 }, transcript, signal);
          return outcome.kind === 'undetermined' ? [] : [{ label, verdict: outcome.kind === 'pass' }];
        }),
      ),
    );
    return { name: judge.name, ...this.#votes.countsOf(judge), verdicts: verdicts.flat() };
  }
}

/** Pairs of trials with different outcomes so far. */
function differing(trials: readonly OpenTrial[]): readonly OpenTrial[] {
  return trials.filter((one) => {
    const { caseId, number, side } = one.of.trial;
    const other = trials.find(({ of: { trial } }) => {
      return trial.caseId === caseId && trial.number === number && trial.side !== side;
    });
    return other !== undefined && other.firstOutcome() !== one.firstOutcome();
  });
}

class OpenTrial {
  readonly of: Judgeable;
  readonly #votes = new Map<string, Outcome[]>();
  #took = NOTHING_SPENT;

  constructor(of: Judgeable) {
    this.of = of;
  }

  get took(): RunPrice {
    const { calls, costUsd } = this.#took;
    return { calls, costUsd };
  }

  /** Judges whose vote of this number could still change the trial's outcome. */
  wanting(vote: number): readonly JudgeSpec[] {
    const { judges, trial, score } = this.of;
    if (judges.length === 0 || trial.end.kind !== 'answered') return [];
    if (vote === 1) return score(new Map()).outcome.kind === 'fail' ? [] : judges;
    return judges.filter(({ name, votes }) => isOpen(this.#votes.get(name) ?? [], votes));
  }

  hear({ name }: JudgeSpec, { outcome, took }: { readonly outcome: Outcome; readonly took: RunPrice }): void {
    this.#votes.set(name, [...(this.#votes.get(name) ?? []), outcome]);
    this.#took = added(this.#took, { runs: 0, ...took });
  }

  transcript(): ReturnType<typeof transcriptOf> {
    const { trial, theCase } = this.of;
    return transcriptOf({ ...trial.trajectory, input: theCase.input });
  }

  /** After the first votes alone: what follows must not decide whether it follows. */
  firstOutcome(): Outcome['kind'] {
    const first = [...this.#votes].flatMap(([name, votes]) => votes.slice(0, 1).map((vote) => [name, vote] as const));
    return this.of.score(new Map(first)).outcome.kind;
  }

  score(): TrialScore {
    return this.of.score(new Map([...this.#votes].map(([name, votes]) => [name, majorityOf(votes)])));
  }
}
