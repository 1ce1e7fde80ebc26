import {
  type CaseFacts,
  type Evidence,
  evidenceOf,
  type Policy,
  type RunPrice,
  type ScoredTrial,
  withTrials,
} from '../compare/index.ts';
import type { Settings } from '../config/index.ts';
import type { Case } from '../corpus/index.ts';
import { type RanTrial, type Session, type Side, type Trial, uncalledOf } from '../replay/index.ts';
import type { JudgedTrial, JudgeLine } from '../report/index.ts';
import { type Outcome, type PriceTable, runCommandScorer, type ScoreContext, scoreTrial } from '../score/index.ts';
import type { JudgeVotes } from './judge-votes.ts';
import { type Judgeable, Judging } from './judging.ts';
import type { GatePlan, PlannedCase } from './plan.ts';
import { recordedPrice, tookOf } from './spending.ts';
import { toolPolicyOf } from './tool-policy.ts';

/** Ends that say nothing of what the agent would have done next. */
const CUT_SHORT: ReadonlySet<Trial['end']['kind']> = new Set(['stopped', 'provider_failed', 'late_request']);

/** Judges trials as they come and keeps what the decision and the report stand on. */
export class EvidenceBook {
  readonly #settings: Settings;
  readonly #cases: ReadonlyMap<string, Case>;
  #evidence: Evidence;
  readonly #judging: Judging;
  readonly #judged: JudgedTrial[] = [];
  readonly #drawn: Trial[] = [];

  constructor(plan: Pick<GatePlan, 'settings' | 'cases'>, session: Pick<Session, 'storedTrials'>, votes: JudgeVotes) {
    this.#judging = new Judging(votes);
    this.#settings = plan.settings;
    this.#cases = new Map(plan.cases.map(({ theCase }) => [theCase.id, theCase]));
    this.#evidence = evidenceOf(
      plan.cases.map((planned) => factsOf(planned, session.storedTrials(planned.theCase.id), plan.settings.prices)),
    );
  }

  get policy(): Policy {
    return this.#settings.policy;
  }

  get prices(): PriceTable {
    return this.#settings.prices;
  }

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** Trials of this run alone: those drawn in an earlier job were paid for there. */
  get drawn(): readonly Trial[] {
    return this.#drawn;
  }

  get storedTrials(): number {
    return this.#judged.length - this.#drawn.length;
  }

  get judged(): readonly JudgedTrial[] {
    return this.#judged;
  }

  /** What the judges have done, and how far they agree with people. */
  judgeLines(signal: AbortSignal): Promise<readonly JudgeLine[]> {
    const { judges } = this.#settings;
    return this.#judging.lines(
      judges.filter(({ name }) => [...this.#cases.values()].some((theCase) => this.#judgesOf(theCase).includes(name))),
      this.#cases,
      signal,
    );
  }

  /**
   * A dry run that was stopped has no outcome to judge: it is evidence of what is shared, and nothing else. `signal` aborted:
   * nothing more may be paid for.
   */
  async add(ran: readonly RanTrial[], session: Session, signal: AbortSignal): Promise<void> {
    const complete = ran.filter(({ probe }) => !probe);
    const commandResults = await this.#runCommands(complete, session);
    const contexts = { base: this.#contextOf('base', session), head: this.#contextOf('head', session) };
    const trials = ran.filter(({ probe }) => probe).map((one) => factsOfTrial(one, PROBED, this.#settings.prices));
    const judgeable = complete.map(({ trial }, index): Judgeable => {
      const theCase = this.#cases.get(trial.caseId);
      if (theCase === undefined) throw new Error(`a trial of a case that is not in the corpus: ${trial.caseId}`);
      const results = new Map([...commandResults].flatMap(([name, outcomes]) => pick(name, outcomes[index])));
      const context = { ...contexts[trial.side], commandResults: results };
      const names = this.#judgesOf(theCase);
      return {
        ...{ trial, theCase, judges: this.#settings.judges.filter(({ name }) => names.includes(name)) },
        score: (judgeResults) => scoreTrial(trial, theCase, { ...context, judgeResults }),
      };
    });
    const scores = await this.#judging.judge(judgeable, signal);
    for (const [index, one] of complete.entries()) {
      const { trial, stored } = one;
      const [judged, of] = [scores[index], judgeable[index]];
      if (judged === undefined || of === undefined) throw new Error('every trial has a score');
      this.#judged.push({ trial, score: judged.score, uncalled: uncalledOf(of.theCase, trial) });
      if (!stored) this.#drawn.push(trial);
      trials.push(factsOfTrial(one, judged.score.outcome, this.#settings.prices, judged.took));
    }
    this.#evidence = withTrials(this.#evidence, trials);
  }

  #judgesOf({ expectations }: Case): readonly string[] {
    const expected = expectations ?? this.#settings.defaultExpectations;
    return expected.flatMap((one) => (one.kind === 'judge' ? [one.name] : []));
  }

  /** Each of the user's scorers runs once a round over all of its trials. */
  async #runCommands(ran: readonly RanTrial[], session: Session): Promise<ReadonlyMap<string, readonly Outcome[]>> {
    const trials = ran.flatMap(({ trial }) => {
      const theCase = this.#cases.get(trial.caseId);
      return theCase === undefined ? [] : [{ case: theCase, trial }];
    });
    const results = new Map<string, readonly Outcome[]>();
    for (const scorer of this.#settings.commandScorers)
      results.set(scorer.name, await runCommandScorer(scorer, trials, (command) => session.launchOnBase(command)));
    return results;
  }

  #contextOf(side: Side, session: Session): ScoreContext {
    return {
      defaultExpectations: this.#settings.defaultExpectations,
      isReadOnly: toolPolicyOf(this.#settings).isReadOnly,
      tools: session.toolsOf(side),
      commandResults: new Map(),
      judgeResults: new Map(),
      prices: this.#settings.prices,
      checks: this.#settings.checks,
    };
  }
}

function factsOf({ theCase, gates, accepted }: PlannedCase, storedTrials: number, prices: PriceTable): CaseFacts {
  const { id, slices, cohorts, cluster } = theCase;
  const expected = recordedPrice(theCase, prices);
  return {
    id,
    slices,
    cohorts,
    cluster,
    gates,
    storedTrials,
    expected,
    ...(accepted === undefined ? {} : { accepted }),
  };
}

function factsOfTrial(
  { trial, stored, probe }: RanTrial,
  outcome: Outcome,
  prices: PriceTable,
  judging: RunPrice = NOTHING,
): ScoredTrial {
  const { caseId, side, number, standing, firstRequestKey, fingerprint } = trial;
  return {
    ...{ caseId, side, number, standing, firstRequestKey, fingerprint, stored, probe, outcome },
    // A trial that the recordings did not cover did ask; it got no answer that would be a step.
    idle: trial.trajectory.steps.length === 0 && standing !== 'not_covered',
    cutShort: CUT_SHORT.has(trial.end.kind),
    took: together(stored ? NOTHING : tookOf(trial, prices), judging),
  };
}

const NOTHING: ScoredTrial['took'] = { calls: 0, costUsd: 0 };

function together(a: RunPrice, b: RunPrice): RunPrice {
  const costUsd = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { calls: a.calls + b.calls, costUsd };
}

const PROBED: Outcome = { kind: 'undetermined', reason: 'a dry run' };

function pick(name: string, outcome: Outcome | undefined): [string, Outcome][] {
  return outcome === undefined ? [] : [[name, outcome]];
}
