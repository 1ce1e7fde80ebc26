import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AgentSpec } from '../../src/replay/agent.ts';
import { type AgentSite, probeAgent } from '../../src/replay/agent-site.ts';
import { runSetup } from '../../src/replay/setup.ts';
import { isAlive, makeSite } from './site.ts';

const sites: AgentSite[] = [];
afterEach(() => {
  vi.useRealTimers();
  return Promise.all(sites.splice(0).map((site) => site.checkout.close()));
});

function siteWith(changes: Partial<AgentSpec>): AgentSite {
  const site = makeSite(changes);
  sites.push(site);
  return site;
}

describe('setup', () => {
  it('runs in the agent’s root, and each line of its output is heard', async () => {
    const site = siteWith({ setup: 'echo out; echo err >&2; pwd > here; printf last' });
    const heard: string[] = [];
    await runSetup(site, (line) => heard.push(line));
    expect(heard).toEqual(['out', 'err', 'last']);
    expect(readFileSync(join(site.checkout.repo, 'here'), 'utf8').trim()).toBe(site.checkout.repo);
  });

  it('sees no key and no token', async () => {
    const site = siteWith({ setup: 'env > seen' });
    await runSetup(site, () => undefined);
    const seen = readFileSync(join(site.checkout.repo, 'seen'), 'utf8');
    expect(seen).toContain(`HOME=${site.checkout.home}\n`);
    expect(seen).not.toContain('real');
    expect(seen).not.toContain('GITHUB_TOKEN');
  });

  it('that fails shows its command, its exit code and the end of its output', async () => {
    const site = siteWith({ setup: 'seq 1 5000; echo "npm error missing lock file" >&2; exit 3' });
    await expect(runSetup(site, () => undefined)).rejects.toThrow(
      /^agent\.setup: seq 1 5000.* ended with exit code 3 on the side of head; its output ends with:\n[\s\S]*5000\nnpm error missing lock file\n/,
    );
  });

  it('that takes too long is ended with all that it started', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const site = siteWith({ setup: 'setsid sleep 1000 & echo $! > pid; echo left; sleep 1000', setupTimeoutMs: 150 });
    // It says so when the process is there that it is to be ended with.
    const running = runSetup(site, () => vi.advanceTimersByTime(150));
    await expect(running).rejects.toThrow('took longer than 0.15 s and was ended');
    expect(isAlive(Number(readFileSync(join(site.checkout.repo, 'pid'), 'utf8')))).toBe(false);
  });

  it('leaves no process behind, in its group or out of it', async () => {
    const site = siteWith({
      setup:
        'sleep 1000 & echo $! > near; setsid sh -c "echo \\$\\$ > far; sleep 1000" & while [ ! -s far ]; do sleep 0.01; done',
    });
    await runSetup(site, () => undefined);
    const pids = ['near', 'far'].map((name) => Number(readFileSync(join(site.checkout.repo, name), 'utf8')));
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('that is not asked for does nothing', async () => {
    await expect(runSetup(siteWith({ setup: null, root: 'missing' }), () => undefined)).resolves.toBeUndefined();
  });

  it('in a folder that this side lacks says so before it runs', async () => {
    await expect(runSetup(siteWith({ setup: 'true', root: 'agents/desk' }), () => undefined)).rejects.toThrow(
      'agent.root: agents/desk is missing on the side of head',
    );
  });
});

describe('the probe of the agent', () => {
  it.each(['node agent.js', 'FOO=1 exec node agent.js', 'cd . && node x', './made.sh', '"$HOME/odd" x'])(
    'accepts %s',
    async (command) => {
      const site = siteWith({ command, setup: 'echo > made.sh; chmod +x made.sh' });
      await runSetup(site, () => undefined);
      await expect(probeAgent(site)).resolves.toBeUndefined();
      expect(existsSync(join(site.checkout.repo, 'made.sh'))).toBe(true);
    },
  );

  it.each(['no-such-program x', './missing.sh', './plain.txt'])('says that %s is not found', async (command) => {
    const site = siteWith({ command, setup: 'echo > plain.txt' });
    await runSetup(site, () => undefined);
    await expect(probeAgent(site)).rejects.toThrow(/^agent\.command: \S+ is not found on the side of head/);
  });
});
