import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { attributed, delays, falseAlarms, type Size } from './measure.ts';
import { categoryDelay, mixedFalseAlarms, numberDelay } from './other-streams.ts';
import { hasRuns, RELEASES, release } from './releases.ts';

/**
 * Simulated years through the product's own detector (STATISTICS 6.1 and 6.2): 40 streams share one false-alarm budget. Prints
 * each figure beside its goal and ends with 1 where one is missed. `--years N` of all streams, `--changes N` a row.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '7' },
    years: { type: 'string', default: '20' },
    changes: { type: 'string', default: '200' },
  },
});
/** How many names only one of the lists has. */
function wrong(a: readonly string[], b: readonly string[]): number {
  return a.filter((one) => !b.includes(one)).length + b.filter((one) => !a.includes(one)).length;
}

const size: Size = { years: Number(values.years), changes: Number(values.changes), seed: values.seed };

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly goal: string;
  readonly met: boolean;
}
const figures: Figure[] = [];
const tell = (name: string, value: number, goal: 'at most' | 'at least' | 'none', limit: number): void => {
  const met = goal === 'none' || (goal === 'at most' ? value <= limit : value >= limit);
  figures.push({ name, value, goal: goal === 'none' ? '-' : `${goal} ${limit}`, met });
  const mark = goal === 'none' ? '      ' : met ? 'met   ' : 'MISSED';
  console.log(`${mark} ${name}: ${value.toFixed(2)}${goal === 'none' ? '' : ` (goal: ${goal} ${limit})`}`);
};

for (const perDay of [400, 60])
  for (const [method, alarms] of falseAlarms(size, perDay))
    tell(
      `${method}: false alarms a year over 40 streams, ${perDay} a day`,
      alarms,
      method === 'pawl' ? 'at most' : 'none',
      1,
    );

for (const perDay of [400, 60])
  tell(
    `pawl: false alarms a year over 20 rates, 12 numbers and 8 categories, ${perDay} a day`,
    mixedFalseAlarms(size, perDay),
    'at most',
    1,
  );

const DELAYS: readonly (readonly [perDay: number, after: number, goal: number | null])[] = [
  [400, 0.12, 2],
  [400, 0.3, 6],
  [400, 0.36, 30],
  [60, 0.12, 4],
  [60, 0.3, null],
];
for (const [perDay, after, goal] of DELAYS)
  for (const [method, days] of delays(size, perDay, after))
    tell(
      `${method}: median days to see 40 -> ${(100 * after).toFixed(0)} %, ${perDay} a day`,
      days,
      method === 'pawl' && goal !== null ? 'at most' : 'none',
      goal ?? 0,
    );

for (const [perDay, times] of [
  [400, 1.5],
  [400, 1.1],
  [60, 1.5],
] as const)
  tell(
    `pawl: median days to see numbers ${times} times as large, ${perDay} a day`,
    numberDelay(size, perDay, times),
    'none',
    0,
  );
for (const [perDay, share, to] of [
  [400, 0.2, 'refund'],
  [400, 0.02, 'a new one'],
  [60, 0.2, 'refund'],
] as const) {
  const what = `${(100 * share).toFixed(0)} % going to ${to === 'refund' ? 'another category' : to}`;
  tell(`pawl: median days to see ${what}, ${perDay} a day`, categoryDelay(size, perDay, share, to), 'none', 0);
}

const ATTRIBUTED: readonly (readonly [perDay: number, after: number, entries: number, goal: number | null])[] = [
  [400, 0.12, 1, 0.95],
  [400, 0.12, 4, 0.9],
  [60, 0.12, 1, null],
];
for (const [perDay, after, entries, goal] of ATTRIBUTED) {
  const row = `40 -> ${(100 * after).toFixed(0)} %, ${perDay} a day, ${entries} changes a day`;
  const { covered, windowHours, inTopThree } = attributed(size, perDay, after, entries);
  tell(`windows that cover the change, ${row}`, covered, 'at least', 0.88);
  tell(`hours in the median window, ${row}`, windowHours, 'none', 0);
  tell(`true change among three named, ${row}`, inTopThree, goal === null ? 'none' : 'at least', goal ?? 0);
}
if (hasRuns)
  for (const plan of RELEASES) {
    const { incidents, kind, firstSuspect, alarmed, moved } = await release(plan, values.seed);
    const isPin = plan.before !== plan.after;
    tell(`incidents, ${plan.name}`, incidents, 'at most', 1);
    tell(`kind ${isPin ? 'rate' : 'mix'}, ${plan.name}`, Number(kind === (isPin ? 'rate' : 'mix')), 'at least', 1);
    tell(
      `slices that alarmed wrongly or not (${moved.join(', ')} moved), ${plan.name}`,
      wrong(alarmed, moved),
      'at most',
      0,
    );
    tell(
      `${isPin ? 'model pin first' : 'no change'} of the suspects, ${plan.name}`,
      Number(firstSuspect.startsWith(isPin ? 'model pin' : 'nothing')),
      'at least',
      1,
    );
  }
else console.log('       releases over time: skipped, ../shared/data/agentdojo is not here');
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify({ size, figures }, null, 2)}\n`);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
