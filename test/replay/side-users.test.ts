import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { releaseUsers, takeUsers } from '../../src/replay/side-users.ts';
import { holderOf } from './site.ts';

const module = fileURLToPath(new URL('../../src/replay/side-users.ts', import.meta.url));

/** A run in a process of its own, which stays; the users it has taken. */
async function runElsewhere(seed: number) {
  const script = `const { takeUsers } = await import(${JSON.stringify(module)});
    console.log(await takeUsers(${seed}));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'close');
  };
  return { uid: Number(said), end };
}

test.runIf(process.platform === 'linux')(
  'two runs never have the same users, be they of one process or of two, and a killed one’s are free again',
  async () => {
    const seed = process.pid;
    const elsewhere = await runElsewhere(seed);
    const here = [await takeUsers(seed), await takeUsers(seed)];
    try {
      expect(new Set([elsewhere.uid, ...here]).size).toBe(3);
      expect([elsewhere.uid, ...here].every((uid) => Number.isInteger(uid))).toBe(true);
      const holder = holderOf(elsewhere.uid);
      expect(holder).not.toBeNull();
      await elsewhere.end();
      // By now another run may have taken them.
      expect(holderOf(elsewhere.uid)).not.toBe(holder);
    } finally {
      for (const uid of here) if (uid !== null) releaseUsers(uid);
    }
  },
);
