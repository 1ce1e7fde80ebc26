import { normalQuantile, type Random } from '../../stats/index.ts';

/** Above this the rounded normal distribution is as good. */
const NORMAL_FROM = 50;

/** One draw from the Poisson distribution. Below 50 by Knuth's product of uniform numbers (The Art of Computer Programming, 3.4.1). */
export function poisson(mean: number, random: Random): number {
  if (mean >= NORMAL_FROM) {
    const z = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z));
  }
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > end; product *= random()) count += 1;
  return count;
}
