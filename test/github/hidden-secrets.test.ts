import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OwnProcess, withHiddenSecrets } from '../../src/main/hidden-secrets.ts';
import { pullRequest } from './event-scenarios.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';
import { World } from './world.ts';

const KEY = 'sk-a-key-that-nobody-may-read';
const ODD = 'the value of a variable whose name tells nothing';

let world: World;
let github: FakeGitHub;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  github = await FakeGitHub.start();
});
afterEach(() => github.stop());

/** The environment that each process was started with whose program is the Action's, on the desk. */
function environments(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const isOurs = () => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/main.js');
        if (!isOurs() || readlinkSync(`/proc/${pid}/cwd`) !== world.desk.root) return [];
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        // A child of it is it until it has become the program that it was started for.
        return isOurs() ? [environment] : [];
      } catch {
        return []; // it ended in the meantime
      }
    });
}

describe.skipIf(process.platform !== 'linux')('a job that replays', () => {
  it('has no key and no token in what can be read of its process, and uses them', async () => {
    const seen: string[] = [];
    const keys: (string | undefined)[] = [];
    world.onCall((headers) => {
      seen.push(...environments());
      keys.push(headers.authorization);
    });
    const ended = await world.run(github, {
      event: pullRequest(world, world.refactored),
      env: { OPENAI_API_KEY: KEY, ODD },
    });
    expect([ended.exitCode, ended.outputs.verdict], ended.stdout + ended.stderr).toEqual([0, 'pass']);
    expect(new Set(keys)).toEqual(new Set([`Bearer ${KEY}`]));
    expect(github.comments).toHaveLength(1);
    expect(seen.length).toBeGreaterThan(0);
    for (const text of seen) {
      expect(text).toContain('GITHUB_REPOSITORY=acme/desk');
      const file = /PAWL_HIDDEN_FILE=([^\0]+)/.exec(text)?.[1] ?? '';
      expect(file).not.toBe('');
      expect(existsSync(file)).toBe(false);
      for (const secret of [KEY, TOKEN, ODD]) expect(text).not.toContain(secret);
    }
  });
});

describe('the environment of a process', () => {
  const SECRETS = { OPENAI_API_KEY: KEY, ODD };

  /** A process that would start anew, and with what. */
  function started(env: Record<string, string>, changed: Partial<OwnProcess> = {}) {
    const calls: unknown[] = [];
    const said: string[] = [];
    const own = {
      ...{ argv: ['node', 'main.js'], execArgv: [], execPath: '/node', platform: 'linux', env },
      execve: (_: string, __: readonly string[], environment: object) => {
        calls.push(environment);
        throw new Error('not permitted');
      },
      stdout: { write: (text: string) => said.push(text) },
      ...changed,
    } as unknown as OwnProcess;
    return { environment: withHiddenSecrets(own), calls, said };
  }

  it.each(['plan', 'gate', 'publish'])('stays as it is in mode %s, which runs nothing of the change', (mode) => {
    const env = { ...SECRETS, INPUT_MODE: mode };
    expect(started(env)).toEqual({ environment: env, calls: [], said: [] });
  });

  it('stays as it is where there is nothing to hide, or no way to', () => {
    expect(started({ PATH: '/bin' }).calls).toEqual([]);
    expect(started(SECRETS, { platform: 'win32' }).calls).toEqual([]);
  });

  it('keeps what Node reads at its start, and hides folders from which it would take programs later', () => {
    const atStart = { NODE_OPTIONS: '--use-openssl-ca', NODE_EXTRA_CA_CERTS: '/ca.pem', NODE_USE_ENV_PROXY: '1' };
    const later = { NODE_COMPILE_CACHE: '/tmp/cache', NODE_PATH: '/tmp/modules' };
    const temporary = world.emptyStore();
    const { environment, calls } = started({ ...atStart, ...later, RUNNER_TEMP: temporary });
    expect(calls).toEqual([{ ...atStart, RUNNER_TEMP: temporary, PAWL_HIDDEN_FILE: expect.any(String) }]);
    expect(environment).toMatchObject({ ...atStart, ...later });
  });

  it('stays as it is where it cannot be started anew, says so, and leaves no file', () => {
    const temporary = join(world.emptyStore());
    const { environment, calls, said } = started({ ...SECRETS, RUNNER_TEMP: temporary, INPUT_MODE: 'replay' });
    expect(environment).toMatchObject(SECRETS);
    expect(calls).toEqual([{ RUNNER_TEMP: temporary, INPUT_MODE: 'replay', PAWL_HIDDEN_FILE: expect.any(String) }]);
    expect(said.join()).toContain('keys could not be taken out of this process');
    expect(readdirSync(temporary)).toEqual([]);
  });
});
