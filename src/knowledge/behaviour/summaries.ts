import { type Group, groupKey } from './dimensions.ts';
import { Summary } from './summary.ts';

/** Recordings may name any number of slices and cohorts: beyond this they are left out. */
const MAX_GROUPS = 1000;

/** The summaries of a day, or of several, by group. */
export class Summaries {
  readonly #groups = new Map<string, { readonly group: Group; readonly summary: Summary }>();
  #leftOut = 0;

  /** null = there are too many groups. */
  of(group: Group): Summary | null {
    const key = groupKey(group);
    const known = this.#groups.get(key);
    if (known !== undefined) return known.summary;
    if (this.#groups.size >= MAX_GROUPS) {
      this.#leftOut += 1;
      return null;
    }
    const summary = new Summary();
    this.#groups.set(key, { group, summary });
    return summary;
  }

  /** How often a group was left out because there were too many. */
  get leftOut(): number {
    return this.#leftOut;
  }

  set leftOut(times: number) {
    this.#leftOut = times;
  }

  /** In all groups together, each once. */
  get trajectories(): number {
    return this.#groups.get('all')?.summary.trajectories ?? 0;
  }

  /** In the order of their keys, `all` first. */
  list(): readonly { readonly group: Group; readonly summary: Summary }[] {
    return [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }

  merge(other: Summaries): void {
    for (const { group, summary } of other.list()) this.of(group)?.merge(summary);
    this.#leftOut += other.#leftOut;
  }
}
