import {
  type CaseFacts,
  type Evidence,
  evidenceOf,
  forecast,
  type Limits,
  type Policy,
  type ScoredTrial,
  withTrials,
} from '../compare/index.ts';
import type { Settings } from '../config/index.ts';
import type { Trial } from '../replay/index.ts';
import type { JudgedTrial } from '../report/index.ts';
import type { Outcome, PriceTable } from '../score/index.ts';
import type { Examined } from './examine.ts';
import type { GatePlan, PlannedCase } from './plan.ts';
import { recordedPrice, tookOf } from './spending.ts';

/** Ends that say nothing of what the agent would have done next. */
const CUT_SHORT: ReadonlySet<Trial['end']['kind']> = new Set(['stopped', 'provider_failed', 'late_request']);

/** Keeps what the decision and the report stand on, as the trials come. */
export class EvidenceBook {
  readonly #settings: Settings;
  #evidence: Evidence;
  readonly #examined: Examined[] = [];
  readonly #judged: JudgedTrial[] = [];
  readonly #drawn: Trial[] = [];

  /** `storedTrials`: base trials of the case that an earlier job drew. */
  constructor(plan: Pick<GatePlan, 'settings' | 'cases'>, stored: { storedTrials(caseId: string): number }) {
    this.#settings = plan.settings;
    this.#evidence = evidenceOf(
      plan.cases.map((planned) => factsOf(planned, stored.storedTrials(planned.theCase.id), plan.settings.prices)),
    );
  }

  get policy(): Policy {
    return this.#settings.policy;
  }

  get limits(): Limits {
    return forecast(
      this.#evidence.cases.map(({ facts }) => facts),
      this.policy,
    ).limits;
  }

  get prices(): PriceTable {
    return this.#settings.prices;
  }

  get judges(): Settings['judges'] {
    return this.#settings.judges;
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

  /** Everything that was taken, in order. */
  get examined(): readonly Examined[] {
    return this.#examined;
  }

  get judged(): readonly JudgedTrial[] {
    return this.#judged;
  }

  /** A dry run that was stopped is evidence of what is shared, and nothing else. */
  take(examined: readonly Examined[]): void {
    const kept = examined.map(withoutRequests);
    this.#examined.push(...kept);
    for (const { ran, score, uncalled } of kept) {
      if (score === null) continue;
      this.#judged.push({ trial: ran.trial, score, uncalled });
      if (!ran.stored) this.#drawn.push(ran.trial);
    }
    this.#evidence = withTrials(
      this.#evidence,
      examined.map((one) => factsOfTrial(one, this.#settings.prices)),
    );
  }
}

/**
 * Without what the model was told, which is most of a trial: its scorers have read it, and neither the decision nor the report
 * does. A run of thousands of trials would hold every prompt as often.
 */
function withoutRequests(examined: Examined): Examined {
  const { ran } = examined;
  const { trajectory } = ran.trial;
  const steps = trajectory.steps.map((step) => (step.kind === 'model_call' ? { ...step, newMessages: [] } : step));
  return { ...examined, ran: { ...ran, trial: { ...ran.trial, trajectory: { ...trajectory, steps } } } };
}

function factsOf({ theCase, gates, accepted }: PlannedCase, storedTrials: number, prices: PriceTable): CaseFacts {
  const { id, slices, cohorts, cluster, weight } = theCase;
  const expected = recordedPrice(theCase, prices);
  return {
    id,
    slices,
    cohorts,
    cluster,
    weight,
    gates,
    storedTrials,
    expected,
    ...(accepted === undefined ? {} : { accepted }),
  };
}

function factsOfTrial({ ran, score, judging }: Examined, prices: PriceTable): ScoredTrial {
  const { trial, stored, probe } = ran;
  const { caseId, side, number, standing, firstRequestKey, fingerprint } = trial;
  return {
    ...{ caseId, side, number, standing, firstRequestKey, fingerprint, stored, probe },
    ...(trial.unspoken === undefined ? {} : { unspoken: trial.unspoken }),
    outcome: score?.outcome ?? PROBED,
    // A trial that the recordings did not cover did ask; it got no answer that would be a step.
    idle: trial.trajectory.steps.length === 0 && standing !== 'not_covered',
    cutShort: CUT_SHORT.has(trial.end.kind),
    took: together(stored ? NOTHING : tookOf(trial, prices), judging),
  };
}

const NOTHING: ScoredTrial['took'] = { calls: 0, costUsd: 0 };

function together(a: ScoredTrial['took'], b: ScoredTrial['took']): ScoredTrial['took'] {
  const costUsd = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { calls: a.calls + b.calls, costUsd };
}

const PROBED: Outcome = { kind: 'undetermined', reason: 'a dry run' };
