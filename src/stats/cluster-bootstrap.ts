import type { Random } from './random.ts';
import type { Limits } from './wilson.ts';

/** Units that belong together: how many, and the sum of each quantity over them. */
interface MeasuredCluster {
  readonly size: number;
  readonly sums: readonly number[];
}

const DRAWS = 2000;

/**
 * Two-sided limits of the mean of each quantity, which lies in -1..1, when other clusters of the same kind had been drawn: the
 * percentile bootstrap over whole clusters (Efron 1979, doi:10.1214/aos/1176344552). Two clusters that were not seen, one at
 * either end of the range, are drawn with them, as Agresti and Coull do for a proportion (doi:10.2307/2685469): where all that
 * were seen agree, the plain bootstrap would claim to know the mean exactly. Each quantity has a level of its own. Throws where
 * there is no cluster.
 */
export function clusterBootstrap(
  clusters: readonly MeasuredCluster[],
  { levels, random }: { readonly levels: readonly number[]; readonly random: Random },
): readonly Limits[] {
  const quantities = clusters[0]?.sums.length;
  if (quantities === undefined) throw new Error('expected a cluster, received none');
  const size = clusters.reduce((sum, cluster) => sum + cluster.size, 0) / clusters.length;
  const unseen = [size, -size].map((end) => ({ size, sums: new Array<number>(quantities).fill(end) }));
  const pool = [...clusters, ...unseen];
  const means = Array.from({ length: quantities }, () => new Float64Array(DRAWS));
  const totals = new Float64Array(quantities);
  for (let draw = 0; draw < DRAWS; draw++) {
    let units = 0;
    totals.fill(0);
    for (let i = 0; i < pool.length; i++) {
      const drawn = pool[Math.floor(random() * pool.length)];
      units += drawn?.size ?? 0;
      for (let q = 0; q < quantities; q++) totals[q] = (totals[q] ?? 0) + (drawn?.sums[q] ?? 0);
    }
    for (let q = 0; q < quantities; q++) (means[q] ?? [])[draw] = (totals[q] ?? 0) / units;
  }
  return means.map((drawn, quantity) => {
    const beyond = Math.floor(((1 - (levels[quantity] ?? 1)) / 2) * DRAWS);
    const sorted = drawn.sort();
    return { low: sorted[beyond] ?? -1, high: sorted[DRAWS - 1 - beyond] ?? 1 };
  });
}
