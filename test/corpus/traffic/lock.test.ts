import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lock } from '../../../src/corpus/traffic/lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a lock whose holder has not written its name yet is not taken away from it', () => {
  const path = join(directory, 'lock');
  writeFileSync(path, '');
  // Alive, and not this process.
  const holder = { pid: process.ppid, host: hostname(), startedAtMs: 1 };
  // It writes while this thread waits for that.
  const wait = vi.spyOn(Atomics, 'wait').mockImplementationOnce(() => {
    writeFileSync(path, JSON.stringify(holder));
    return 'timed-out';
  });
  expect(() => lock(path)).toThrow(`process ${process.ppid} on ${hostname()} is writing`);
  expect(wait).toHaveBeenCalledTimes(1);
  wait.mockRestore();
});

test.runIf(process.platform === 'linux')(
  'the lock of one that was killed is taken over, also where no parent has asked for its end',
  async () => {
    const path = join(directory, 'lock');
    // The second process takes the place of the shell, and never asks how the first one ended.
    const parent = spawn('sh', ['-c', 'sleep 1000 & echo $!; exec sleep 1000'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
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
