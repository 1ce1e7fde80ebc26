import { type EDetector, evidence, freshDetector, observe } from '../../stats/index.ts';

/** What a stream (one dimension in one group) is watched with. */
export interface DriftRules {
  /** Days between false alarms that this stream may have: with D streams D times what one can bear over all of them. */
  readonly runLengthDays: number;
  /** The baseline: so many days, ending so many days ago, so that a new level does not become the norm while it is new. */
  readonly baselineDays: number;
  readonly lagDays: number;
  /** Days of a baseline with fewer trials than this in all say nothing yet. */
  readonly minBaselineTrials: number;
  /** Nor does one whose days cannot tell how much days differ. */
  readonly minDegreesOfFreedom: number;
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
    minDegreesOfFreedom: 5,
    minBinTrials: 20,
  };
}

/** Of a stream: how its days are compared with a baseline. */
interface Watching<Bin, Baseline> {
  readonly trials: (bin: Bin) => number;
  /** null = these days say nothing yet. */
  readonly baselineOf: (bins: readonly Bin[]) => Baseline | null;
  /** Normal scores by part of the stream: one of a rate, one a category. */
  readonly scores: (waiting: readonly Bin[], baseline: Baseline) => ReadonlyMap<string, number>;
}

/** One day of a stream as the detector sees it. */
export interface WatchedDay<Baseline> {
  readonly at: number;
  /** The score of the part with the most evidence; null = there is no baseline yet, or too few trials so far. */
  readonly z: number | null;
  readonly part: string | null;
  readonly baseline: Baseline | null;
  readonly evidence: number;
  readonly alarm: boolean;
}

/**
 * Watches a stream day by day. `days` ascend, each at most once; days without traffic may be left out. `acceptedAt` are the days on
 * which a change was accepted (a release whose new level is meant): no baseline reaches over one. The evidence of a stream is the mean of
 * that of its parts, which is again an e-detector, so that many categories are no more often a false alarm than one. After an alarm the
 * evidence starts anew, so that a shift that stays alarms again.
 */
export function watchDays<Bin extends { readonly at: number }, Baseline>(
  days: readonly Bin[],
  rules: DriftRules,
  acceptedAt: readonly number[],
  { trials, baselineOf, scores }: Watching<Bin, Baseline>,
): readonly WatchedDay<Baseline>[] {
  let detectors = new Map<string, EDetector>();
  let waiting: Bin[] = [];
  return days.map((day) => {
    waiting.push(day);
    const bins = baselineBins(days, day.at, rules, acceptedAt);
    const baseline = sum(bins, trials) < rules.minBaselineTrials ? null : baselineOf(bins);
    if (baseline === null || sum(waiting, trials) < rules.minBinTrials) {
      if (baseline === null) waiting = [];
      return { at: day.at, z: null, part: null, baseline, evidence: meanEvidence(detectors).mean, alarm: false };
    }
    const found = scores(waiting, baseline);
    waiting = [];
    for (const [part, z] of found) detectors.set(part, observe(detectors.get(part) ?? freshDetector, z));
    const { mean, strongest } = meanEvidence(detectors);
    const alarm = mean >= rules.runLengthDays;
    if (alarm) detectors = new Map();
    return { at: day.at, z: found.get(strongest ?? '') ?? 0, part: strongest, baseline, evidence: mean, alarm };
  });
}

/** The days of a baseline as of a day. */
export function baselineBins<Bin extends { readonly at: number }>(
  days: readonly Bin[],
  at: number,
  rules: DriftRules,
  acceptedAt: readonly number[],
): readonly Bin[] {
  const last = at - rules.lagDays;
  const cut = acceptedAt.reduce(
    (latest, accepted) => (accepted <= at ? Math.max(latest, accepted) : latest),
    Number.NEGATIVE_INFINITY,
  );
  const first = Math.max(last - rules.baselineDays + 1, cut);
  return days.filter((day) => day.at >= first && day.at <= last);
}

function sum<Bin>(bins: readonly Bin[], of: (bin: Bin) => number): number {
  return bins.reduce((total, bin) => total + of(bin), 0);
}

function meanEvidence(detectors: ReadonlyMap<string, EDetector>) {
  let total = 0;
  let [most, strongest]: [number, string | null] = [Number.NEGATIVE_INFINITY, null];
  for (const [part, detector] of detectors) {
    const own = evidence(detector);
    total += own;
    if (own > most) [most, strongest] = [own, part];
  }
  return { mean: detectors.size === 0 ? 0 : total / detectors.size, strongest };
}
