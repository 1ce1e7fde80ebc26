import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lock } from '../../../src/corpus/traffic/lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Writes a file while this thread waits. */
function writeSoon(path: string, text: string): Promise<number> {
  const code = `const { path, text } = require('node:worker_threads').workerData;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    require('node:fs').writeFileSync(path, text);`;
  const worker = new Worker(code, { eval: true, workerData: { path, text } });
  return new Promise((resolve) => worker.once('exit', resolve));
}

test('a lock whose holder has not written its name yet is not taken away from it', async () => {
  const path = join(directory, 'lock');
  writeFileSync(path, '');
  // Alive, and not this process.
  const holder = { pid: process.ppid, host: hostname(), startedAtMs: 1 };
  const written = writeSoon(path, JSON.stringify(holder));
  expect(() => lock(path)).toThrow(`process ${process.ppid} on ${hostname()} is writing`);
  await written;
});

test.runIf(process.platform === 'linux')(
  'the lock of one that was killed is taken over, also where no parent has asked for its end',
  async () => {
    const path = join(directory, 'lock');
    // The second process takes the place of the shell, and never asks how the first one ended.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
      writeFileSync(path, JSON.stringify({ pid, host: hostname(), startedAtMs: 1 }));
      lock(path)();
      expect(readdirSync(directory)).toEqual([]);
    } finally {
      parent.kill('SIGKILL');
    }
  },
);

test('a lock without a name whose writer is gone is taken over, and so is the guard of one', () => {
  const path = join(directory, 'lock');
  writeFileSync(path, '');
  writeFileSync(`${path}.guard`, '');
  const unlock = lock(path);
  expect(() => lock(path)).toThrow(`process ${process.pid} on`);
  unlock();
  expect(readdirSync(directory)).toEqual([]);
});
