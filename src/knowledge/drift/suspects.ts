/** Something that changed, at a moment in hours on the clock of the observations. */
export interface Entry {
  readonly id: string;
  readonly atHours: number;
}

/** What may have caused a shift, with how likely it is among what is listed. */
export interface Suspect {
  /** null = nothing that is listed. */
  readonly id: string | null;
  readonly probability: number;
}

/** A change acts at once or within hours: what happened long before it is an ever less likely cause. */
const DECAY_HOURS = 6;
/** How likely it is at the least, and the weight it has beside the scores, that nothing listed was it. */
const UNLISTED = 0.1;
const SHOWN = 3;
/** Less likely suspects are not named. */
export const NEGLIGIBLE = 0.005;

/**
 * Ranks what changed by the posterior of the change point (STATISTICS 6.2): an entry scores what probability lies after it,
 * fading over six hours. A posterior over whole days has a resolution of 24 hours: a change of that day counts as before it,
 * and what came before fades more slowly. Three suspects and "none of them", never a single name; what lies far before the shift
 * is none, be it all that is listed.
 */
export function suspects(
  posterior: readonly { readonly atHours: number; readonly probability: number }[],
  entries: readonly Entry[],
  resolutionHours: number,
): readonly Suspect[] {
  const scored = entries.map(({ id, atHours }) => ({ id, score: scoreOf(posterior, atHours, resolutionHours) }));
  const sum = scored.reduce((total, { score }) => total + score, 0);
  const listed = 1 - Math.max(UNLISTED, UNLISTED / (UNLISTED + sum));
  const ranked = scored
    .map(({ id, score }) => ({ id, probability: sum === 0 ? 0 : (listed * score) / sum }))
    .filter(({ probability }) => probability >= NEGLIGIBLE)
    .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
  return [...ranked.slice(0, SHOWN), { id: null, probability: 1 - listed }];
}

function scoreOf(
  posterior: readonly { readonly atHours: number; readonly probability: number }[],
  atHours: number,
  resolutionHours: number,
): number {
  return posterior.reduce((sum, point) => {
    const sinceHours = point.atHours - atHours;
    if (sinceHours < -resolutionHours) return sum;
    return sum + point.probability * Math.exp(-Math.max(0, sinceHours) / (DECAY_HOURS + resolutionHours));
  }, 0);
}
