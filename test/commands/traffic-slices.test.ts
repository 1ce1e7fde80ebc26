import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestLines } from '../../evals/traffic/synthetic.ts';
import { corpusBuildCommand } from '../../src/commands/corpus-build.ts';
import { ingestCommand } from '../../src/commands/ingest.ts';
import { compactCommand } from '../../src/commands/traffic.ts';
import { versionsOf } from '../../src/corpus/traffic/table-reader.ts';
import { rowsIn } from '../corpus/traffic/open.ts';
import { GitRepository } from '../git-repository.ts';
import { CHAT_SETTINGS, hearing, RULES } from './corpus-desk.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
});
afterEach(() => repository.remove());

const STORE = '.git/store';
const settings = (slices: string): string => `${CHAT_SETTINGS.replace(RULES, '')}slices: [${slices}]\n`;
const BY_TOOL = '{ kind: rule, name: refunds, when: { kind: tool_called, tool: refund_order } }';

async function ingest(seed: number): Promise<string> {
  writeFileSync(join(repository.root, '.git/spans.jsonl'), [...requestLines({ seed, traces: 20, days: 1 })].join(''));
  const heard = hearing(repository.root);
  expect(await ingestCommand(['.git/spans.jsonl'], { store: STORE }, heard.surroundings)).toBe(0);
  return heard.err.join('\n');
}

async function compact(): Promise<string> {
  const heard = hearing(repository.root);
  expect(await compactCommand({ store: STORE }, heard.surroundings)).toBe(0);
  return heard.out.join('\n');
}

/** Each combination of slices once, sorted. */
async function slices(): Promise<string[]> {
  const rows = await rowsIn(join(repository.root, STORE), 'trajectories');
  return [...new Set(rows.map((row) => (row.slices as string[]).join(' + ')))].sort();
}

/** Of the table files, each once. The traffic begins on two days. */
async function versions(): Promise<(string | null)[]> {
  const folder = join(repository.root, STORE, 'traffic/trajectories');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet'));
  return [...new Set(await Promise.all(files.map(async (name) => (await versionsOf(join(folder, name))).slices)))];
}

test('slices in the tables are those of the settings, each file says by which, and compaction brings all to those of now', async () => {
  repository.write({ 'pawl.yml': settings(BY_TOOL) });
  await ingest(1);
  expect(await slices()).toEqual(['', 'refunds']);
  const [first] = await versions();
  repository.write({ 'pawl.yml': settings(`${BY_TOOL}, { kind: length, bounds: [2] }`) });
  await ingest(2);
  expect(await slices()).toEqual(['', 'refunds', 'refunds + steps: 2 and more', 'steps: 2 and more']);
  expect(await versions()).toHaveLength(2);
  expect(await compact()).toContain('4 parts before, 2 now');
  expect(await slices()).toEqual(['refunds + steps: 2 and more', 'steps: 2 and more']);
  const [now, ...others] = await versions();
  expect(others).toEqual([]);
  expect(now).not.toBe(first);
  repository.write({ 'pawl.yml': settings(BY_TOOL) });
  expect(await compact()).toContain('2 parts before, 2 now');
  expect([await slices(), await versions()]).toEqual([['', 'refunds'], [first]]);
});

test('text clusters wait until they are found, which is said', async () => {
  repository.commit({ 'pawl.yml': settings(`${BY_TOOL}, { kind: text_clusters, clusters: 2 }`) });
  expect(await ingest(1)).toMatch(/without slices by text clusters: .* is not there yet/);
  expect(await slices()).toEqual(['', 'refunds']);
  const options = { config: 'pawl.yml', store: STORE, out: 'corpus/a.jsonl', size: '5', perSlice: '1', seed: '1' };
  expect(await corpusBuildCommand(options, hearing(repository.root).surroundings)).toBe(0);
  await compact();
  const sliced = await slices();
  expect(sliced).not.toContain('');
  expect(sliced.some((names) => names.startsWith('refunds + '))).toBe(true);
  expect(await ingest(2)).not.toContain('without slices');
});
