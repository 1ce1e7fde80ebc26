import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

/**
 * Loaded before a program (`--import`): ends it by SIGKILL right before its n-th change of the disk, n from the variable
 * CRASH_AT, or prints at its end how many changes there were. Half of what that change would have written is written.
 */
const at = Number(process.env.CRASH_AT);
let changes = 0;

function crashing<Args extends unknown[], Result>(real: (...args: Args) => Result, half: (...args: Args) => void) {
  return (...args: Args): Result => {
    changes += 1;
    if (changes === at) {
      half(...args);
      process.kill(process.pid, 'SIGKILL');
      // The signal may take a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return real(...args);
  };
}

const { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } = fs;
const halfOf = (data: unknown) =>
  typeof data === 'string' || Buffer.isBuffer(data) ? data.slice(0, data.length / 2) : '';
const nothing = (): void => undefined;

Object.assign(fs, {
  appendFileSync: crashing(appendFileSync, (path, data) => appendFileSync(path, halfOf(data))),
  writeFileSync: crashing(writeFileSync, (path, data) => writeFileSync(path, halfOf(data))),
  mkdirSync: crashing(mkdirSync as (path: string) => void, nothing),
  renameSync: crashing(renameSync, nothing),
  rmSync: crashing(rmSync, nothing),
});
syncBuiltinESMExports();
process.on('exit', () => process.stdout.write(`${changes}\n`));
