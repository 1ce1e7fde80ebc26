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
  return [
    {
      name: `cold ${at}, beside the workers alone`,
      value: of((r) => r.cold.replayMs / r.floorMs),
      unit: 'x',
      goal: 1.35,
    },
    { name: `warm ${at}, all trials`, value: of((r) => r.warm.replayMs), unit: 'ms', goal: null },
    { name: `warm ${at}, from the start to the report`, value: of((r) => r.warm.wholeMs), unit: 'ms', goal: 1500 },
    {
      name: `peak memory ${at}`,
      value: of((r) => Math.max(r.cold.peakBytes, r.warm.peakBytes)) / MB,
      unit: 'MB',
      goal: 200,
    },
    {
      name: `pawl's processor time a call ${at}`,
      value: of((r) => r.cold.replayCpuMs / r.cold.providerCalls),
      unit: 'ms',
      goal: null,
    },
    ...overheads(at, rounds, null),
  ];
}

/**
 * How much longer a call takes than the same agent's call of the provider itself. Asked of a provider that answers in 20 ms, as many
 * calls as the two processors can make are on their way, and the figure is the length of the queue, whatever stands in it; so its
 * goal is for a provider that takes as long as a quick model does, and with it the queue is shown.
 */
function overheads(
  at: string,
  rounds: readonly Round[],
  goal: { readonly p50: number; readonly p99: number } | null,
): readonly Figure[] {
  return (['p50', 'p99'] as const).map((quantile) => ({
    name: `overhead of a call ${at}, ${quantile}${goal === null ? ', with the queue' : ''}`,
    value: median(rounds.map((r) => r.coldQuantilesMs[quantile] - r.floorQuantilesMs[quantile])),
    unit: 'ms',
    goal: goal === null ? null : goal[quantile],
  }));
}

const programs = await bundlePrograms();
const figures: Figure[] = [];
const raw: Record<string, unknown> = {};
try {
  const size = { cases: Number(values.cases), rounds: Number(values.rounds) };
  for (const inflight of [20, 64]) {
    const rounds = await measureReplay(programs, { ...size, inflight, delayMs: 20, spreadMs: 0 });
    raw[`replay ${inflight}`] = rounds;
    figures.push(...figuresOf(inflight, rounds));
  }
  const rounds = await measureReplay(programs, { ...size, inflight: 20, delayMs: 200, spreadMs: 100 });
  raw['replay 20, 200 ms'] = rounds;
  figures.push(...overheads('of 200 ms at 20 in flight', rounds, { p50: 0.5, p99: 3 }));
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
