import { normalQuantile } from './normal.ts';

/** Two raters' yes and no on the same items: how many items have each pair of answers. */
interface Agreement {
  readonly bothYes: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly bothNo: number;
}

/**
 * Cohen's kappa with its large-sample interval (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323), cut to -1..1.
 * null = there are no items, or a rater always said the same and so did the other: chance alone agrees as much.
 */
export function cohenKappa(
  counts: Agreement,
  confidence: number,
): { readonly kappa: number; readonly low: number; readonly high: number } | null {
  const { bothYes, onlyFirst, onlySecond, bothNo } = counts;
  const n = bothYes + onlyFirst + onlySecond + bothNo;
  if (n === 0) return null;
  const [yes, first, second, no] = [bothYes / n, onlyFirst / n, onlySecond / n, bothNo / n];
  const [firstYes, secondYes] = [yes + first, yes + second];
  const chance = firstYes * secondYes + (1 - firstYes) * (1 - secondYes);
  if (1 - chance < 1e-12) return null;
  const kappa = (yes + no - chance) / (1 - chance);
  const rest = 1 - kappa;
  const agreed = yes * (1 - (firstYes + secondYes) * rest) ** 2 + no * (1 - (2 - firstYes - secondYes) * rest) ** 2;
  const differed = rest ** 2 * (first * (secondYes + 1 - firstYes) ** 2 + second * (1 - secondYes + firstYes) ** 2);
  const variance = (agreed + differed - (kappa - chance * rest) ** 2) / (n * (1 - chance) ** 2);
  const margin = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance));
  return { kappa, low: Math.max(-1, kappa - margin), high: Math.min(1, kappa + margin) };
}
