import {
  type BinCount,
  type EDetector,
  evidence,
  freshDetector,
  observe,
  seasonalRate,
  seasonalZ,
} from '../../stats/index.ts';

/** What a stream (one rate in one slice) is watched with. */
export interface DriftRules {
  /** Days between false alarms that this stream may have: with D streams D times what one can bear over all of them. */
  readonly runLengthDays: number;
  /** The baseline: so many days, ending so many days ago, so that a new level does not become the norm while it is new. */
  readonly baselineDays: number;
  readonly lagDays: number;
  /** Days of a baseline with fewer trials than this in all say nothing yet. */
  readonly minBaselineTrials: number;
  /** Days with fewer trials wait for the next ones. */
  readonly minBinTrials: number;
}

/** STATISTICS 6.1, for one stream of `streams` that share one false alarm in two years. */
export function driftRules(streams: number): DriftRules {
  return {
    runLengthDays: 730 * Math.max(1, streams),
    baselineDays: 56,
    lagDays: 14,
    minBaselineTrials: 100,
    minBinTrials: 20,
  };
}

/** One day of a stream as the detector sees it. */
export interface WatchedDay {
  readonly at: number;
  /** Standard deviations from the baseline; null = there is no baseline yet, or too few trials so far. */
  readonly z: number | null;
  readonly baselineRate: number | null;
  /** How much more than a binomial the baseline's days vary; 1 where nothing is known. */
  readonly overdispersion: number;
  readonly evidence: number;
  readonly alarm: boolean;
}

const WEEK = 7;

/**
 * Watches a rate day by day. `days` ascend, each at most once; days without traffic may be left out. `acceptedAt` are the days on
 * which a change was accepted (a release whose new level is meant): no baseline reaches over one. After an alarm the evidence
 * starts anew, so that a shift that stays alarms again.
 */
export function watchRate(
  days: readonly BinCount[],
  rules: DriftRules,
  acceptedAt: readonly number[],
): readonly WatchedDay[] {
  let detector: EDetector = freshDetector;
  let waiting: BinCount[] = [];
  return days.map((day) => {
    waiting.push(day);
    const baseline = baselineOf(days, day.at, rules, acceptedAt);
    const enough = waiting.reduce((sum, { trials }) => sum + trials, 0) >= rules.minBinTrials;
    const known = { baselineRate: baseline?.rate(day.at) ?? null, overdispersion: baseline?.overdispersion ?? 1 };
    if (baseline === null || !enough) {
      if (baseline === null) waiting = [];
      return { at: day.at, z: null, ...known, evidence: evidence(detector), alarm: false };
    }
    const z = seasonalZ(waiting, baseline);
    waiting = [];
    detector = observe(detector, z);
    const found = evidence(detector);
    const alarm = found >= rules.runLengthDays;
    if (alarm) detector = freshDetector;
    return { at: day.at, z, ...known, evidence: found, alarm };
  });
}

function baselineOf(days: readonly BinCount[], at: number, rules: DriftRules, acceptedAt: readonly number[]) {
  const last = at - rules.lagDays;
  const cut = acceptedAt.reduce(
    (latest, accepted) => (accepted <= at ? Math.max(latest, accepted) : latest),
    Number.NEGATIVE_INFINITY,
  );
  const first = Math.max(last - rules.baselineDays + 1, cut);
  const bins = days.filter((day) => day.at >= first && day.at <= last);
  const trials = bins.reduce((sum, bin) => sum + bin.trials, 0);
  return trials < rules.minBaselineTrials ? null : seasonalRate(bins, WEEK);
}
