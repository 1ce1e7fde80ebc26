import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { guiltyIn, measure } from './measure.ts';
import { WORLDS } from './worlds.ts';

/**
 * What the intervals of `pawl attribute` are worth, on simulated repositories whose truth is known. Prints each figure beside its
 * goal and ends with 1 where one is missed.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '7' },
    runs: { type: 'string', default: '300' },
  },
});
const size = { runs: Number(values.runs), seed: values.seed };

interface Figure {
  readonly world: string;
  readonly name: string;
  readonly value: number;
  readonly goal: string;
  readonly met: boolean;
}
const figures: Figure[] = [];

for (const world of WORLDS) {
  console.log(world.name);
  const tell = (name: string, value: number | null, bound: 'at least' | 'at most' | 'no goal', limit = 0): void => {
    if (value === null) return;
    const met = bound === 'no goal' || (bound === 'at least' ? value >= limit : value <= limit);
    const goal = bound === 'no goal' ? '-' : `${bound} ${limit}`;
    figures.push({ world: world.name, name, value, goal, met });
    const mark = bound === 'no goal' ? '      ' : met ? 'met   ' : 'MISSED';
    console.log(`  ${mark} ${name}: ${value.toFixed(3)}${bound === 'no goal' ? '' : ` (goal: ${goal})`}`);
  };
  const { detection: sought } = world;
  const found = measure(world, size);
  tell('runs in which all intervals of factors cover', found.covered, 'at least', 0.95);
  tell('runs in which all intervals of interactions cover', found.coveredTogether, 'at least', 0.95);
  tell('runs in which an innocent factor is seen', found.innocentSeen, 'at most', 0.05);
  tell('runs that block', found.blocked, 'no goal');
  if (guiltyIn(world.harm).length === 0) {
    tell('runs in which some factor is named', found.named, 'at most', 0.01);
    continue;
  }
  tell('blocking runs in which all intervals of factors cover', found.coveredBlocked, 'at least', 0.95);
  tell('blocking runs that name the guilty', found.guiltyNamed, sought === null ? 'no goal' : 'at least', sought ?? 0);
  tell('blocking runs that name them alone', found.guiltyAlone, 'no goal');
}
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify({ size, figures }, null, 2)}\n`);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
