import { fisherLower } from './strat.ts';

/** How far to draw: `fresh` more trials of arm 0, `test` trials of arm 1 in all (those drawn already included). */
export interface Draws {
  readonly fresh: number;
  readonly test: number;
}

/**
 * A *stray* is a success in arm 1 or a failure among arm 0's fresh trials: an outcome that speaks against "arm 0 always
 * works, arm 1 never does". null = no number of draws within the limits is enough.
 */
export interface ConfirmationPlan {
  readonly noStray: Draws | null;
  readonly oneStray: Draws | null;
}

export interface PlanQuestion {
  /** Arm 0's history: trials and successes. */
  readonly n0: number;
  readonly s0: number;
  /** Trials of arm 1 that are drawn already; the plan never asks for fewer. */
  readonly n1: number;
  /** The case's false-alarm budget. */
  readonly level: number;
  readonly maxFresh: number;
  readonly maxTest: number;
  /** So many trials of arm 1 come alone; each further one brings a fresh trial of arm 0: `fresh >= test - alone`. */
  readonly alone: number;
}

/** Shares of the level for the two ways to be rejected. */
const NO_STRAY_SHARE = 0.7;
const ONE_STRAY_SHARE = 0.3;

/**
 * The fewest draws after which "arm 1 fails where arm 0 passes" is shown for one case.
 *
 * Null: the trials of both arms have one success probability p, whatever it is. Alternative: arm 1's is lower. Reject when
 * no stray is seen up to `noStray` (Fisher's one-sided p <= 0.7 level), or exactly one there and none more up to
 * `oneStray` (p with the stray in its worst place <= 0.3 level). The plan depends on the history (n0, s0), so the level is
 * not a conditional one: it was enumerated over p, n0 and s0 (the tests do it again), and the size never exceeds the
 * level. Conservative. Not valid when arm 0's history was drawn under other conditions, nor when pairs are negatively
 * coupled. Reference: Fisher's exact test; Boschloo (1970) for the enumeration over p.
 */
export function planConfirmation(question: PlanQuestion): ConfirmationPlan {
  const { n0, s0, level } = question;
  const noStray = fewest(question, { fresh: 0, test: question.n1 }, NO_STRAY_SHARE * level, ({ fresh, test }) =>
    fisherLower(n0 + fresh, s0 + fresh, test, 0),
  );
  const oneStray =
    noStray === null
      ? null
      : fewest(question, noStray, ONE_STRAY_SHARE * level, ({ fresh, test }) =>
          Math.max(
            test === 0 ? 1 : fisherLower(n0 + fresh, s0 + fresh, test, 1),
            fresh === 0 ? 0 : fisherLower(n0 + fresh, s0 + fresh - 1, test, 0),
          ),
        );
  return { noStray, oneStray };
}

/** Fewest draws in all with `p <= bound`; of equally many those with the smallest p. */
function fewest(question: PlanQuestion, from: Draws, bound: number, p: (draws: Draws) => number): Draws | null {
  let best: Draws | null = null;
  let bestP = bound;
  const firstTotal = from.fresh + from.test;
  for (let total = firstTotal; best === null && total <= question.maxFresh + question.maxTest; total++) {
    const least = Math.max(from.fresh, total - question.maxTest);
    const most = Math.min(question.maxFresh, total - from.test);
    for (let fresh = least; fresh <= most; fresh++) {
      const draws = { fresh, test: total - fresh };
      if (draws.fresh < draws.test - question.alone) continue;
      const value = p(draws);
      if (value <= bestP) {
        best = draws;
        bestP = value;
      }
    }
  }
  return best;
}
