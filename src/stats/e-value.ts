/** What one stratum brings to a slice's e-value. Arm 0 is the reference, arm 1 the one that may be worse. */
export type EvidenceStratum =
  /** Pairs by outcome: both succeed, only arm 0, only arm 1, neither. */
  | {
      readonly kind: 'pairs';
      readonly both: number;
      readonly only0: number;
      readonly only1: number;
      readonly neither: number;
    }
  /** `n` trials and `s` successes; arm 0's were drawn beforehand. */
  | { readonly kind: 'history'; readonly n0: number; readonly s0: number; readonly n1: number; readonly s1: number };

type Pairs = Extract<EvidenceStratum, { kind: 'pairs' }>;
type History = Extract<EvidenceStratum, { kind: 'history' }>;

/** Success rates of arm 0 and arm 1 under "everything a bit worse". */
const DIFFUSE: readonly (readonly [number, number])[] = [
  [0.95, 0.6],
  [0.95, 0.8],
  [0.8, 0.5],
  [0.6, 0.3],
];
/** The same against a history: arm 1's rate as a share of arm 0's. */
const DIFFUSE_RATIOS: readonly number[] = [0.9, 0.75, 0.6];
/** "Some cases dead": a dead case's rates, and the share of cases that are taken to be dead. */
const DEAD: readonly [number, number] = [0.97, 0.04];
const DEAD_SHARE = 0.25;
/** A history of successes alone says "nearly always", one of failures alone "hardly ever". */
const RATE_MAX = 0.995;
const RATE_MIN = 0.005;

/**
 * Logarithm of a slice's e-value: how much better "arm 1 is worse" explains the data than "both arms are equal", as a mixture
 * of "everything a bit worse" and "some cases dead".
 *
 * Null: in every stratum both arms have the same success rate, or arm 1's is higher. For pairs it is a test martingale
 * (expectation at most 1 at any stopping time; Turner, Ly and Gruenwald, 2024, doi:10.1214/23-STS919) as long as the two
 * trials of a pair are independent: not under negative coupling. Against a history it is a likelihood ratio at estimated
 * rates and no e-value. So it is for deciding where to draw more, and never for blocking: the exact p does that.
 */
export function sliceLogE(strata: readonly EvidenceStratum[]): number {
  const pairs = strata.filter((each) => each.kind === 'pairs');
  const histories = strata.filter((each) => each.kind === 'history');
  const mean = pooledRate(histories);
  const rated = histories.map((each) => ({
    ...each,
    rate: Math.min(RATE_MAX, Math.max(RATE_MIN, (each.s0 + mean) / (each.n0 + 1))),
  }));
  const diffuse = logMean(DIFFUSE.map((rates) => sum(pairs, (each) => pairsLogS(each, rates))));
  const diffuseHistory = logMean(
    DIFFUSE_RATIOS.map((ratio) => sum(rated, (each) => historyLogS(each, each.rate * ratio))),
  );
  const dead = sum(pairs, (each) => maybeDead(pairsLogS(each, DEAD)));
  const deadHistory = sum(
    rated.filter(({ rate }) => rate > 0.5),
    (each) => maybeDead(historyLogS(each, DEAD[1])),
  );
  return logMean([diffuse + diffuseHistory, dead + deadHistory]);
}

/** The 2x2 e-variable of one pair is the likelihood under (r0, r1) over that under their mean in both arms. */
function pairsLogS({ both, only0, only1, neither }: Pairs, [rate0, rate1]: readonly [number, number]): number {
  const mean = (rate0 + rate1) / 2;
  const discordant = Math.log(mean * (1 - mean));
  return (
    both * Math.log((rate0 * rate1) / (mean * mean)) +
    only0 * (Math.log(rate0 * (1 - rate1)) - discordant) +
    only1 * (Math.log((1 - rate0) * rate1) - discordant) +
    neither * Math.log(((1 - rate0) * (1 - rate1)) / ((1 - mean) * (1 - mean)))
  );
}

function historyLogS({ n1, s1, rate }: History & { readonly rate: number }, rate1: number): number {
  return s1 * Math.log(rate1 / rate) + (n1 - s1) * Math.log((1 - rate1) / (1 - rate));
}

function maybeDead(logS: number): number {
  return Math.log(1 - DEAD_SHARE + DEAD_SHARE * Math.exp(logS));
}

function pooledRate(histories: readonly History[]): number {
  const trials = sum(histories, ({ n0 }) => n0);
  return trials === 0 ? 0.5 : sum(histories, ({ s0 }) => s0) / trials;
}

function logMean(logs: readonly number[]): number {
  const greatest = Math.max(...logs);
  return greatest + Math.log(logs.reduce((total, log) => total + Math.exp(log - greatest), 0) / logs.length);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
