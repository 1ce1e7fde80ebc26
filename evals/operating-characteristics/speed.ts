import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LARGE, REFERENCE } from './corpus.ts';
import { decisionCpuMs, median } from './decision-cpu.ts';

/**
 * Processor time that deciding one pull request takes, over all of its rounds, beside its goal; what the trials themselves
 * take is not in it. `--json FILE` writes the figures, `--seed N` draws other pull requests. Ends with 1 where a goal is missed.
 */
const { values } = parseArgs({ options: { json: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const seed = Number(values.seed);
const WARM_UP = 3;
const RUNS = [
  { name: '650 cases, 12 slices, pairs', corpus: REFERENCE, storedTrials: 0, requests: 60, goalMs: 25 },
  { name: '650 cases, 12 slices, reservoir of 20', corpus: REFERENCE, storedTrials: 20, requests: 60, goalMs: 25 },
  { name: '10,000 cases, 100 overlapping slices, pairs', corpus: LARGE, storedTrials: 0, requests: 3, goalMs: 2000 },
  { name: '10,000 cases, 100 slices, reservoir of 20', corpus: LARGE, storedTrials: 20, requests: 3, goalMs: 2000 },
];
const figures = RUNS.map(({ name, corpus, storedTrials, requests, goalMs }) => {
  const medianMs = median(decisionCpuMs(corpus, storedTrials, requests, seed, WARM_UP));
  const met = medianMs <= goalMs;
  console.log(
    `${name.padEnd(46)}${medianMs.toFixed(1).padStart(8)} ms (median)  goal ${String(goalMs).padStart(5)} ms  ${met ? 'ok' : 'MISSED'}`,
  );
  return { name, requests, medianMs, goalMs, met };
});
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify({ seed, figures }, null, 2)}\n`);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
