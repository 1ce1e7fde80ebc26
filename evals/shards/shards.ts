import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMet, printFigure } from '../replay/figure.ts';
import { compareShards } from './compare.ts';

/**
 * The same pull request under the same plan and the same answers, really run by 1, 2, 3, 7 and 16 machines through the built
 * program, one shard of each round twice, uploads in shuffled order: every number must be that of the run on one machine, and
 * nobody may ask the model anything again. Ends with 1 where a figure is missed. `--seed N` moves the model's answers, the order and
 * the shard that is run again, `--json FILE` writes the figures, `--shards N,N` takes other numbers of machines.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    shards: { type: 'string', default: '1,2,3,7,16' },
  },
});

const compared = await compareShards({ seed: values.seed, cases: 32, shards: values.shards.split(',').map(Number) });
for (const { shards, uploads, differing } of compared.runs)
  console.log(`${shards} machines, ${uploads} uploads: ${differing.length === 0 ? 'the same' : differing.join(', ')}`);
const figures = [
  ...compared.runs.map(({ shards, differing }) => ({
    name: `members of the report that differ on ${shards} machines`,
    value: differing.length,
    unit: '',
    goal: 0,
  })),
  { name: 'calls that the shards made again', value: compared.callsMore, unit: '', goal: 0 },
  // A run that says nothing of round 2, or of what blocks, would be the same too easily.
  { name: 'shards of round 2 that had nothing to do', value: compared.idleInRoundTwo, unit: '', goal: null },
  { name: 'whether the verdict is no block', value: compared.verdict === 'block' ? 0 : 1, unit: '', goal: 0 },
];
for (const figure of figures) printFigure(figure);
if (values.json !== undefined)
  writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, figures, ...compared }, null, 2)}\n`);
if (!figures.every(isMet)) process.exitCode = 1;
