import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, measureDecoding } from '../otlp/measure.ts';
import { measureKills } from './kills.ts';
import { measureMany } from './many.ts';
import { built } from './pawl.ts';
import { measureThroughput } from './throughput.ts';

/**
 * How fast, how frugal and how safe traffic comes into the store. Prints each figure beside its goal and ends with 1 where
 * one is missed. `--rounds N` of the rates, `--trajectories N` in the large store, `--kills N`; 0 leaves a part out.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    trajectories: { type: 'string', default: '1000000' },
    kills: { type: 'string', default: '20' },
  },
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const trajectories = Number(values.trajectories);
const kills = Number(values.kills);
const folder = mkdtempSync(join(tmpdir(), 'pawl-bench-'));
const figures: Figure[] = [];

function show(more: readonly Figure[]): void {
  figures.push(...more);
  for (const { name, value, unit, goal, met } of more)
    console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${Number(value.toFixed(3))} ${unit} (goal: ${goal})`);
}

try {
  if (rounds > 0) {
    const [, decoding, protobuf] = measureDecoding(seed, 1000, rounds);
    show([decoding, protobuf].filter((figure) => figure !== undefined));
    show([await measureThroughput(seed, 20_000, rounds, folder)]);
  }
  const cli = await built(folder);
  if (kills > 0) show([await measureKills({ seed, traces: 40_000, kills, folder, cli })]);
  if (trajectories > 0) show(await measureMany({ seed, traces: trajectories, days: 30 }, folder, cli));
} finally {
  rmSync(folder, { recursive: true });
}
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify({ seed, figures }, null, 2)}\n`);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
