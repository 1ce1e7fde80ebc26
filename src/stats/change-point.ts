/** Where a rate changed. */
interface ChangePoint {
  /**
   * Posterior probability, under a flat prior, that the bin at this index is the first one after the change; sums to 1.
   */
  readonly posterior: readonly number[];
  /** First and last index of the smallest set that holds the asked share of the posterior (its hull). */
  readonly from: number;
  readonly to: number;
  /** Rates before and after the likeliest change. */
  readonly before: number;
  readonly after: number;
}

/** Fewer trials on one side of a change say too little of a rate. */
const MIN_SIDE = 5;

/** What was seen in one bin of a series; single observations are bins of one trial. */
interface Bin {
  readonly trials: number;
  readonly successes: number;
}

/**
 * Where a rate changed, once: Bernoulli profile likelihood over the place, divided by the overdispersion; null = there is no
 * place with 5 trials on either side, or all trials are alike. A change within a bin is placed at one of its ends.
 *
 * The hull of the highest-posterior set covers about its share where there is one change (measured: 90 to 98 % for 90 %);
 * it says nothing of whether there is one. Reference: Hinkley (1970) doi:10.1093/biomet/57.1.1.
 */
export function changePoint(
  bins: readonly Bin[],
  options: { readonly overdispersion: number; readonly share: number },
): ChangePoint | null {
  const all = sumOf(bins);
  const logs: number[] = [];
  const early = { trials: 0, successes: 0 };
  for (const [index] of bins.entries()) {
    const before = bins[index - 1];
    early.trials += before?.trials ?? 0;
    early.successes += before?.successes ?? 0;
    const late = { trials: all.trials - early.trials, successes: all.successes - early.successes };
    const isInside = early.trials >= MIN_SIDE && late.trials >= MIN_SIDE;
    logs.push(
      isInside ? (logLikelihood(early) + logLikelihood(late)) / options.overdispersion : Number.NEGATIVE_INFINITY,
    );
  }
  const most = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (most === Number.NEGATIVE_INFINITY || all.successes === 0 || all.successes === all.trials) return null;
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  const posterior = weights.map((weight) => weight / sum);
  const best = logs.indexOf(most);
  const [first, second] = [sumOf(bins.slice(0, best)), sumOf(bins.slice(best))];
  return {
    posterior,
    ...hull(posterior, options.share),
    before: first.successes / first.trials,
    after: second.successes / second.trials,
  };
}

function sumOf(bins: readonly Bin[]): Bin {
  const sum = { trials: 0, successes: 0 };
  for (const { trials, successes } of bins) {
    sum.trials += trials;
    sum.successes += successes;
  }
  return sum;
}

/** Of the likeliest rate. */
function logLikelihood({ trials, successes }: Bin): number {
  return term(successes, trials) + term(trials - successes, trials);
}

function term(count: number, trials: number): number {
  return count === 0 ? 0 : count * Math.log(count / trials);
}

/** First and last index of the smallest set that holds a share of a posterior. */
export function hull(posterior: readonly number[], share: number): { from: number; to: number } {
  const byWeight = posterior.map((weight, index) => ({ weight, index })).sort((a, b) => b.weight - a.weight);
  let held = 0;
  let [from, to] = [posterior.length, 0];
  for (const { weight, index } of byWeight) {
    from = Math.min(from, index);
    to = Math.max(to, index);
    held += weight;
    if (held >= share) break;
  }
  return { from, to };
}
