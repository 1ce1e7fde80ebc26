import { execFileSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figures, figuresOf, printTable } from './figures.ts';
import { ROWS } from './rows.ts';
import { runRows } from './run.ts';

/**
 * How often the gate is wrong, and what it costs: simulates pull requests through the product's own `compare` and prints
 * every figure beside its goal. Ends with 1 where a goal is missed. `--requests N` a row (A/A: ten times that), `--only PATTERN`
 * only the rows whose name fits the regular expression, `--workers N` so many processes. A run of full size adds a line to
 * `history.jsonl`.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    requests: { type: 'string' },
    only: { type: 'string', default: '' },
    workers: { type: 'string' },
  },
});
const FULL = 1000;
const QUICK = 5;
const startedAt = performance.now();
const seed = Number(values.seed);
const requests = Number(values.requests ?? (values.quick ? QUICK : FULL));
const only = new RegExp(values.only);
const chosen = [...ROWS.keys()].filter((row) => only.test(ROWS[row]?.name ?? ''));
if (chosen.length === 0) throw new Error(`--only ${values.only}: no row has such a name`);
const workers = Number(values.workers ?? availableParallelism());
const figures = new Map<number, Figures>();
await runRows(chosen, { requests, seed, workers }, (index, sums) => {
  const row = ROWS[index];
  if (row === undefined) return;
  figures.set(index, figuresOf(row, sums));
  console.error(`${row.name}: ${sums.requests} pull requests, ${sums.blocks} blocked`);
});
const table = [...figures].sort(([a], [b]) => a - b).map(([, one]) => one);
printTable(table);
const missed = table.flatMap((row) => row.goals.filter(({ met }) => !met).map(({ text }) => `${row.name}: ${text}`));
console.log(`${missed.length} goals missed, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
if (values.json !== undefined)
  writeFileSync(
    resolve(values.json),
    `${JSON.stringify({ seed, requests, only: values.only, missed, rows: table }, null, 2)}\n`,
  );
if (requests >= FULL) keepInHistory();
if (missed.length > 0) process.exitCode = 1;

/** One line a run: commit, seed, which rows, and each row's figures with the goals it missed. */
function keepInHistory(): void {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const commit = `${git('rev-parse', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`;
  const rows = table.map(({ name, requests: count, blocks, blocksUpper, inconclusive, recall, runs, medianCpuMs }) => {
    return { name, requests: count, blocks, blocksUpper, inconclusive, recall, runs, medianCpuMs };
  });
  const date = new Date().toISOString().slice(0, 10);
  const line = { version: 1, date, commit, seed, requests, only: values.only, missed, rows };
  appendFileSync(fileURLToPath(new URL('history.jsonl', import.meta.url)), `${JSON.stringify(line)}\n`);
}
