/** One group of two populations: how many are in it, and how many of these have the property. */
export interface GroupCounts {
  readonly before: Counts;
  readonly after: Counts;
}

interface Counts {
  readonly size: number;
  readonly successes: number;
}

interface Decomposition {
  /** `rateAfter - rateBefore` of the whole = the sums of all mix and all rate terms (of groups that both have). */
  readonly difference: number;
  /** By group, in the order given: what the group's other share did, and what its other rate did. */
  readonly groups: readonly GroupTerms[];
}

interface GroupTerms {
  readonly mix: number;
  /** For a group that only one population has all of its part stands in `mix`: it has no other rate to compare with. */
  readonly rate: number;
}

/**
 * Splits the difference of two overall rates into what shifted between groups and what changed within them: Kitagawa's
 * decomposition, equal to Oaxaca-Blinder's for group dummies and to Shapley's for two factors. Mix terms are centred by the mean
 * overall rate, so that one group's says whether a better- or worse-than-average group grew. Exact identity. null = one
 * population is empty. Reference: Kitagawa (1955) doi:10.1080/01621459.1955.10501299.
 */
export function kitagawa(groups: readonly GroupCounts[]): Decomposition | null {
  const [before, after] = [total(groups, 'before'), total(groups, 'after')];
  if (before.size === 0 || after.size === 0) return null;
  const [rateBefore, rateAfter] = [before.successes / before.size, after.successes / after.size];
  const middle = (rateBefore + rateAfter) / 2;
  return {
    difference: rateAfter - rateBefore,
    groups: groups.map((group) => {
      const [w0, w1] = [group.before.size / before.size, group.after.size / after.size];
      const r0 = rateOf(group.before) ?? rateOf(group.after);
      const r1 = rateOf(group.after) ?? rateOf(group.before);
      if (r0 === null || r1 === null) return { mix: 0, rate: 0 };
      return { mix: (w1 - w0) * ((r0 + r1) / 2 - middle), rate: ((r1 - r0) * (w0 + w1)) / 2 };
    }),
  };
}

function total(groups: readonly GroupCounts[], side: 'before' | 'after'): Counts {
  return groups.reduce<Counts>(
    (sum, group) => ({
      size: sum.size + group[side].size,
      successes: sum.successes + group[side].successes,
    }),
    { size: 0, successes: 0 },
  );
}

function rateOf({ size, successes }: Counts): number | null {
  return size === 0 ? null : successes / size;
}
