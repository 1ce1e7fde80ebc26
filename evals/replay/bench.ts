import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, isMet, killFigures, printFigure } from './figure.ts';
import { killAndRerun } from './kills.ts';
import { bundlePrograms, measureReplay, measureStore, type Round } from './measure.ts';

/**
 * How fast trials are replayed, beside the same workers that call the provider themselves, and what a kill costs. Prints each
 * figure beside its goal and ends with 1 where one is missed. `--json FILE` writes them, `--seed N` moves the kills;
 * `--cases N`, `--rounds N`, `--recorded N` (calls in the store) and `--chains N` (of four kills) make it smaller.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    recorded: { type: 'string', default: '100000' },
    chains: { type: 'string', default: '5' },
  },
});

const MB = 1e6;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function figuresOf(inflight: number, rounds: readonly Round[]): readonly Figure[] {
  const of = (read: (round: Round) => number): number => median(rounds.map(read));
  const at = `at ${inflight} in flight`;
  const overhead = [
    {
      name: `overhead of a call ${at}, p50`,
      value: of((r) => r.coldQuantilesMs.p50 - r.floorQuantilesMs.p50),
      unit: 'ms',
      goal: 0.5,
    },
    {
      name: `overhead of a call ${at}, p99`,
      value: of((r) => r.coldQuantilesMs.p99 - r.floorQuantilesMs.p99),
      unit: 'ms',
      goal: 3,
    },
  ];
  return [
    {
      name: `cold ${at}, beside the workers alone`,
      value: of((r) => r.cold.replayMs / r.floorMs),
      unit: 'x',
      goal: 1.35,
    },
    { name: `warm ${at}`, value: of((r) => r.warm.replayMs), unit: 'ms', goal: 1500 },
    ...(inflight === 20 ? overhead : []),
    {
      name: `peak memory ${at}`,
      value: of((r) => Math.max(r.cold.peakBytes, r.warm.peakBytes)) / MB,
      unit: 'MB',
      goal: 200,
    },
  ];
}

const programs = bundlePrograms();
const figures: Figure[] = [];
const raw: Record<string, unknown> = {};
try {
  for (const inflight of [20, 64]) {
    const rounds = await measureReplay(programs, {
      cases: Number(values.cases),
      inflight,
      rounds: Number(values.rounds),
    });
    raw[`replay ${inflight}`] = rounds;
    figures.push(...figuresOf(inflight, rounds));
  }
  const recorded = Number(values.recorded);
  const store = await measureStore(programs, recorded);
  raw.store = store;
  figures.push({
    name: `memory that ${recorded} recorded calls take`,
    value: store.grownBytes / MB,
    unit: 'MB',
    goal: 1,
  });
  const chains = await killAndRerun({ seed: values.seed, chains: Number(values.chains), killsPerChain: 4, cases: 40 });
  raw.kills = chains;
  figures.push(...killFigures(chains));
} finally {
  programs.remove();
}
for (const figure of figures) printFigure(figure);
if (values.json !== undefined)
  writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, figures, raw }, null, 2)}\n`);
if (!figures.every(isMet)) process.exitCode = 1;
