import { NOTHING_SPENT, type RunPrice } from '../compare/index.ts';
import type { Settings } from '../config/index.ts';
import type { Case } from '../corpus/index.ts';
import { type RanTrial, type Session, type Side, type Uncalled, uncalledOf } from '../replay/index.ts';
import { type Outcome, runCommandScorer, type ScoreContext, scoreTrial, type TrialScore } from '../score/index.ts';
import type { JudgeVotes } from './judge-votes.ts';
import { type Judgeable, type JudgeRecord, Judging, type VoteWatch } from './judging.ts';
import type { GatePlan } from './plan.ts';
import { toolPolicyOf } from './tool-policy.ts';

/** A trial with all that was found of it: nothing more is asked of whoever ran it. */
export interface Examined {
  readonly ran: RanTrial;
  /** null = a dry run that was stopped: it has no outcome to judge. */
  readonly score: TrialScore | null;
  /** null = the trial did not come to its end. */
  readonly uncalled: Uncalled | null;
  /** What its judges took. */
  readonly judging: RunPrice;
}

/** Scores the trials of a round. */
export class Examiner {
  readonly #settings: Settings;
  readonly #cases: ReadonlyMap<string, Case>;
  readonly #judging: Judging;

  constructor(plan: Pick<GatePlan, 'settings' | 'cases'>, votes: JudgeVotes) {
    this.#settings = plan.settings;
    this.#cases = new Map(plan.cases.map(({ theCase }) => [theCase.id, theCase]));
    this.#judging = new Judging(votes);
  }

  /** What the judges of these cases have done. `labels`: and what they say of recordings that people have labelled. */
  judgeRecords(labels: boolean, signal: AbortSignal): Promise<readonly JudgeRecord[]> {
    const { judges } = this.#settings;
    return this.#judging.records(
      judges.filter(({ name }) => [...this.#cases.values()].some((theCase) => this.#judgesOf(theCase).includes(name))),
      labels ? this.#cases : new Map(),
      signal,
    );
  }

  async examine(ran: readonly RanTrial[], session: Session, watch: VoteWatch): Promise<readonly Examined[]> {
    const complete = ran.filter(({ probe }) => !probe);
    const commandResults = await this.#runCommands(complete, session);
    const contexts = { base: this.#contextOf('base', session), head: this.#contextOf('head', session) };
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
    const scores = await this.#judging.judge(judgeable, watch);
    const probes = ran.filter(({ probe }) => probe).map((one) => ({ ran: one, ...NOT_JUDGED }));
    const examined = complete.map((one, index): Examined => {
      const [judged, of] = [scores[index], judgeable[index]];
      if (judged === undefined || of === undefined) throw new Error('every trial has a score');
      return { ran: one, score: judged.score, uncalled: uncalledOf(of.theCase, one.trial), judging: judged.took };
    });
    return [...probes, ...examined];
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

const { calls, costUsd } = NOTHING_SPENT;
const NOT_JUDGED = { score: null, uncalled: null, judging: { calls, costUsd } } as const;

function pick(name: string, outcome: Outcome | undefined): [string, Outcome][] {
  return outcome === undefined ? [] : [[name, outcome]];
}
