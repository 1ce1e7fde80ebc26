import type { Side, Trial } from '../replay/index.ts';

const MAX_NAMES = 10;

/** Calls that the agent's own spans show and the gateway did not see, in words; empty = there are none. */
export function unseenCallsInWords(trials: readonly Trial[]): readonly string[] {
  const counts = new Map<string, Record<Side, number>>();
  for (const { side, telemetry } of trials) {
    for (const { kind, name } of telemetry?.unseen ?? []) {
      const what = `${kind === 'model_call' ? 'model' : 'tool'} ${name ?? 'without a name'}`;
      const count = counts.get(what) ?? { base: 0, head: 0 };
      count[side] += 1;
      counts.set(what, count);
    }
  }
  if (counts.size === 0) return [];
  const named = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MAX_NAMES);
  const more = counts.size > MAX_NAMES ? `, and ${counts.size - MAX_NAMES} more` : '';
  const list = named.map(([what, { base, head }]) => `${what} (base ${base}, head ${head})`).join(', ');
  return [`calls in the agent's own spans that did not pass pawl, and so were not replayed: ${list}${more}`];
}
