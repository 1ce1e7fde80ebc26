import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestLines } from '../../evals/traffic/synthetic.ts';
import { rowsIn } from '../corpus/traffic/open.ts';
import { encoded } from '../trace/otlp/oracle.ts';
import { pawl, type Running, startPawl } from './pawl.ts';

vi.setConfig({ testTimeout: 120_000 });

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-collect-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const LINES = [...requestLines({ seed: 9, traces: 80, days: 1 })];

async function collecting(): Promise<Running & { readonly url: string }> {
  const running = startPawl(directory, ['collect', '--port', '0', '--store', 's']);
  for (;;) {
    const url = /collecting on (http:\S+),/.exec(running.said())?.[1];
    if (url !== undefined) return { ...running, url };
    if (running.child.exitCode !== null) throw new Error(running.said());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function post(
  url: string,
  body: Uint8Array<ArrayBuffer> | string,
  type: string,
  encoding = 'identity',
): Promise<number> {
  const headers = { 'content-type': type, 'content-encoding': encoding };
  const response = await fetch(`${url}/v1/traces`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

/** The same kind of request in each of the ways in which exporters send it. */
async function postAll(url: string): Promise<number[]> {
  const [json = '', protobuf = '', gzip = '', zstd = ''] = LINES;
  const message = new Uint8Array(encoded('traces', JSON.parse(protobuf)));
  return [
    await post(url, json, 'application/json'),
    await post(url, message, 'application/x-protobuf'),
    await post(url, new Uint8Array(gzipSync(gzip)), 'application/json', 'gzip'),
    await post(url, new Uint8Array(zstdCompressSync(Buffer.from(zstd))), 'application/json', 'zstd'),
    await post(url, 'no JSON', 'application/json'),
  ];
}

test('receives JSON and protobuf, plain, gzip and zstd, until it is ended, and counts what it did not understand', async () => {
  const { url, child, ended } = await collecting();
  expect(await postAll(url)).toEqual([200, 200, 200, 200, 400]);
  child.kill('SIGTERM');
  const { exitCode, stdout } = await ended;
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^240 spans\n80 traces and runs added, 0 replaced, 0 unchanged\n80 trajectories written\n/);
  expect(stdout).toMatch(/not understood or repaired:\n {2}1 × /);
  expect(await rowsIn(join(directory, 's'), 'trajectories')).toHaveLength(80);
});

test('what a client was told to be received outlives a kill', async () => {
  const { url, child, ended } = await collecting();
  await postAll(url);
  child.kill('SIGKILL');
  expect((await ended).signal).toBe('SIGKILL');
  const summary = await pawl(directory, ['traffic', 'show', '--store', 's']);
  expect(summary.stdout).toContain('MB of records wait');
  expect((await pawl(directory, ['traffic', 'compact', '--store', 's'])).exitCode).toBe(0);
  expect(await rowsIn(join(directory, 's'), 'trajectories')).toHaveLength(80);
});

test('a port that is taken or is no port is for the user to mend', async () => {
  const { url, child, ended } = await collecting();
  const { port } = new URL(url);
  const taken = await pawl(directory, ['collect', '--port', port, '--store', 'other']);
  expect(taken).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--port') });
  const wrong = await pawl(directory, ['collect', '--port', '70000', '--store', 'other']);
  expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('from 0 to 65535') });
  const second = await pawl(directory, ['collect', '--port', '0', '--store', 's']);
  expect(second).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is writing to this traffic store') });
  child.kill('SIGINT');
  await ended;
});
