import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMet, killFigures, printFigure } from './figure.ts';
import { killAndRerun } from './kills.ts';

/**
 * Gates that are killed (`kill -9`) at twenty random moments, five runs of four kills, and run again until they end: nothing is
 * lost, nothing paid for twice, no trial judged otherwise. Ends with 1 where a figure is missed. `--seed N` moves the kills,
 * `--json FILE` writes the figures, `--chains N` (of four kills) makes it smaller.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    chains: { type: 'string', default: '5' },
  },
});

const chains = await killAndRerun({ seed: values.seed, chains: Number(values.chains), killsPerChain: 4, cases: 40 });
for (const { kills, onTheirWay, callsMore, answersMore, sameReport } of chains)
  console.log(
    `${kills} kills: ${onTheirWay} calls on their way, ${callsMore} made again, ${answersMore} answered twice, ${sameReport ? 'the same report' : 'ANOTHER REPORT'}`,
  );
const figures = killFigures(chains);
for (const figure of figures) printFigure(figure);
if (values.json !== undefined)
  writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, figures, chains }, null, 2)}\n`);
if (!figures.every(isMet)) process.exitCode = 1;
