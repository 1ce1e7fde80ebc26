import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { AgentSpec, Isolation } from '../../src/replay/agent.ts';
import { type AgentSite, probeAgent } from '../../src/replay/agent-site.ts';
import { startChild } from '../../src/replay/child.ts';
import { chooseIsolation, handOver, releaseIsolation, runProbe, wrapCommand } from '../../src/replay/isolation.ts';
import { runSetup } from '../../src/replay/setup.ts';
import { releaseUsers, takeUsers } from '../../src/replay/side-users.ts';
import type { Side } from '../../src/replay/trial.ts';
import { type Checkout, makeCheckoutParent, openCheckout } from '../../src/replay/worktree.ts';
import type { Json } from '../../src/trace/index.ts';
import { GitRepository } from '../git-repository.ts';
import { whyNoBubblewrap } from './closed-network.ts';
import type { Job } from './isolated-parent.ts';
import { holderOf, isAlive, makeSite } from './site.ts';

const nobody = { uid: 65534, gid: 65534 };
const baseUid = (await takeUsers()) ?? 0;
afterAll(() => releaseUsers(baseUid));
const headUid = baseUid + 1;
const uid: Isolation = { kind: 'uid', uid: baseUid };
const none: Isolation = { kind: 'none', why: 'to compare' };
const parentScript = fileURLToPath(new URL('isolated-parent.ts', import.meta.url));
const noRoot = process.getuid?.() === 0 ? null : 'only root may take another uid';
const noNobody = noRoot ?? (nobodyRunsNode() ? null : 'another uid cannot reach node and these tests');
const noBubblewrap = noNobody ?? whyNoBubblewrap(nobody);

function nobodyRunsNode(): boolean {
  try {
    const script = 'test -r "$2" && "$1" --version';
    execFileSync('/bin/sh', ['-c', script, 'sh', process.execPath, parentScript], {
      ...nobody,
      cwd: '/',
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** Has a process of its own do it: what is in that process's environment is there for everybody who may look. */
async function inParent(job: Job, options: { uid?: number; gid?: number; env?: Record<string, string> } = {}) {
  const env = { PATH: process.env.PATH, ...options.env };
  const ran = await promisify(execFile)(process.execPath, [parentScript, JSON.stringify(job)], {
    cwd: '/',
    ...options,
    env,
  });
  return JSON.parse(ran.stdout);
}

const sites: AgentSite[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.checkout.close())));

function siteWith(changes: Partial<AgentSpec>, isolation: Isolation = uid): AgentSite {
  const site = { ...makeSite(changes), isolation };
  sites.push(site);
  return site;
}

describe('the choice of isolation', () => {
  it('refuses to switch it off beside a key, names the key, and yields only to an explicit word', async () => {
    const off = { mode: 'off', allowUnisolated: false, network: 'open' } as const;
    await expect(chooseIsolation(off, ['OPENAI_API_KEY', 'GITHUB_TOKEN'], '')).rejects.toThrow(
      /isolation: the agent could read OPENAI_API_KEY, GITHUB_TOKEN .*switched off.*\n.*allow_unisolated: true/,
    );
    const switchedOff = { kind: 'none', why: 'switched off' };
    expect(await chooseIsolation({ ...off, allowUnisolated: true }, ['OPENAI_API_KEY'], '')).toEqual(switchedOff);
    expect(await chooseIsolation(off, [], '')).toEqual(switchedOff);
  });

  it('is another uid where pawl is root', async ({ skip }) => {
    if (noRoot !== null) skip(noRoot);
    const policy = { mode: 'required', allowUnisolated: false, network: 'open' } as const;
    const choose = () => chooseIsolation(policy, ['OPENAI_API_KEY'], process.env.PATH);
    const both = await Promise.all([choose(), choose()]);
    const users = both.flatMap((one) => (one.kind === 'uid' ? [one.uid, one.uid + 1] : []));
    // Of its own for each run of a process: a run ends by its user what it has left running.
    expect(new Set(users).size).toBe(4);
    const first = users.filter((_, index) => index % 2 === 0);
    const holders = first.map(holderOf);
    expect(holders).not.toContain(null);
    for (const one of both) releaseIsolation(one);
    // By now another run may have taken them.
    for (const [index, one] of first.entries()) expect(holderOf(one)).not.toBe(holders[index]);
  });

  it('says why there is none, and refuses where the policy or a key demands one', async ({ skip }) => {
    if (noNobody !== null) skip(noNobody);
    const ask = (mode: 'auto' | 'required', secrets: string[], allowUnisolated: boolean) => ({
      policy: { mode, allowUnisolated, network: 'open' as const },
      secrets,
      path: '/nowhere',
    });
    const why = 'another uid: pawl does not run as root; bubblewrap: spawn bwrap ENOENT';
    const choices = [
      ask('auto', [], false),
      ask('auto', ['SOME_KEY'], true),
      ask('auto', ['SOME_KEY'], false),
      ask('required', [], true),
    ];
    expect(await inParent({ kind: 'choose', choices }, nobody)).toEqual([
      { kind: 'none', why },
      { kind: 'none', why },
      { problem: expect.stringContaining(`could read SOME_KEY from pawl's own process: no isolation (${why})`) },
      { problem: expect.stringContaining(`isolation is required, and this machine offers none: ${why}`) },
    ]);
  });

  it('is bubblewrap for another user where it works', async ({ skip }) => {
    if (noBubblewrap !== null) skip(noBubblewrap);
    const policy = { mode: 'auto', allowUnisolated: false, network: 'open' } as const;
    const choices = [{ policy, secrets: ['SOME_KEY'], path: process.env.PATH ?? '' }];
    expect(await inParent({ kind: 'choose', choices }, nobody)).toEqual([{ kind: 'bubblewrap' }]);
  });
});

describe('an agent that looks for secrets in every /proc/*/environ', () => {
  // Assembled, so that no command line and no environment but the parent's own holds it.
  const needle = ['sk', 'planted', String(process.pid)].join('-');
  const env = { OPENAI_API_KEY: needle, GITHUB_TOKEN: needle, 'INPUT_GITHUB-TOKEN': needle };
  const inputs: Json[] = [{ do: 'environs', needle }, { do: 'where' }];

  it('finds them without isolation, so this test can fail', async () => {
    const { pid, outputs } = await inParent({ kind: 'agent', isolation: none, inputs }, { env });
    expect(outputs[0].found).toContain(pid);
  });

  it('finds none under another uid, which has no other groups', async ({ skip }) => {
    if (noNobody !== null) skip(noNobody);
    const { outputs, root } = await inParent({ kind: 'agent', isolation: uid, inputs }, { env });
    expect(outputs[0].found).toEqual([]);
    expect(outputs[0].readable).toBeGreaterThan(0);
    expect(outputs[1]).toEqual({ cwd: join(root, 'repo'), uid: headUid, groups: [headUid] });
  });

  it('finds none under bubblewrap, where the checkout has the same path on both sides', async ({ skip }) => {
    if (noBubblewrap !== null) skip(noBubblewrap);
    const { outputs, root } = await inParent(
      { kind: 'agent', isolation: { kind: 'bubblewrap' }, inputs },
      { ...nobody, env },
    );
    expect(outputs[0].found).toEqual([]);
    expect(outputs[0].readable).toBeGreaterThan(0);
    expect(outputs[1].cwd).toBe(join(dirname(root), 'agent/repo'));
  });
});

describe('a checkout that is handed over', () => {
  it('belongs to the uid that setup and agent run as, and nothing else does', async ({ skip }) => {
    if (noRoot !== null) skip(noRoot);
    const site = siteWith({ setup: 'id -u > "$HOME/who"; touch "$TMPDIR/t" new; touch ../../../beside || true' });
    await handOver(uid, site.checkout);
    await runSetup(site, () => undefined);
    expect(readFileSync(join(site.checkout.home, 'who'), 'utf8')).toBe(`${headUid}\n`);
    expect(statSync(join(site.checkout.repo, 'new')).uid).toBe(headUid);
    expect(existsSync(join(dirname(site.checkout.root), 'beside'))).toBe(false);
  });

  it('in a folder that the other uid cannot pass through is refused with what to do', async ({ skip }) => {
    if (noRoot !== null) skip(noRoot);
    const site = siteWith({});
    chmodSync(dirname(site.checkout.root), 0o700);
    await expect(handOver(uid, site.checkout)).rejects.toThrow(
      new RegExp(`uid ${headUid}, .* cannot work in this folder.*\n.*set TMPDIR`),
    );
  });

  it('is refused when its agent lies where the other uid cannot reach it', async ({ skip }) => {
    if (noRoot !== null) skip(noRoot);
    const site = siteWith({ command: 'my-node agent.js' });
    await handOver(uid, site.checkout);
    const closed = join(dirname(site.checkout.root), 'closed');
    mkdirSync(closed, { mode: 0o700 });
    symlinkSync('/bin/sh', join(closed, 'my-node'));
    const parentEnvironment = { PATH: `${closed}:${process.env.PATH}` };
    await expect(probeAgent({ ...site, parentEnvironment })).rejects.toThrow(
      `agent.command: uid ${headUid}, which the agent runs as, cannot reach my-node: it is ${closed}/my-node for pawl itself`,
    );
    chmodSync(closed, 0o755);
    await expect(probeAgent({ ...site, parentEnvironment })).resolves.toBeUndefined();
  });

  it('stays as it is where there is no other uid', async () => {
    const site = siteWith({}, none);
    const before = statSync(site.checkout.repo).uid;
    await handOver(none, site.checkout);
    expect(statSync(site.checkout.repo).uid).toBe(before);
  });
});

describe('the two sides', () => {
  /** Base and head as a session opens them, and gone when the test is over. */
  async function openBoth(onTestFinished: (end: () => Promise<void>) => void): Promise<Record<Side, Checkout>> {
    const place = mkdtempSync(join(tmpdir(), 'pawl-test-'));
    chmodSync(place, 0o711);
    mkdirSync(join(place, 'user'));
    const repository = {
      path: new GitRepository(join(place, 'user')).root,
      parentEnvironment: { PATH: process.env.PATH, HOME: place },
    };
    const parentDir = await makeCheckoutParent(repository, place);
    const openOne = async (side: Side) => {
      const checkout = await openCheckout({ repository, side, source: { kind: 'worktree' }, parentDir });
      await handOver(uid, checkout);
      return checkout;
    };
    const both = { base: await openOne('base'), head: await openOne('head') };
    onTestFinished(async () => {
      await both.base.close();
      await both.head.close();
      rmSync(place, { recursive: true, force: true });
    });
    return both;
  }

  async function pidIn(file: string): Promise<number> {
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await delay(5);
    return Number(readFileSync(file, 'utf8'));
  }

  const env = { PATH: process.env.PATH ?? '' };

  it('reach neither the files nor the processes of each other', async ({ skip, onTestFinished }) => {
    if (noRoot !== null) skip(noRoot);
    const { base, head } = await openBoth(onTestFinished);
    expect([base, head].map(({ root }) => statSync(root).mode & 0o777)).toEqual([0o700, 0o700]);
    const agent = startChild(wrapCommand(uid, 'echo $$ > pid; exec sleep 60', base, '.'), { ...env, LEASE: 'secret' });
    const pid = await pidIn(join(base.repo, 'pid'));
    const script = `
      touch '${base.repo}/planted' && echo wrote
      ls '${base.root}' > listed && echo listed
      grep -q LEASE /proc/${pid}/environ && echo read
      kill -0 ${pid} && echo signalled
      touch mine && echo worked`;
    const byHead = await runProbe(wrapCommand(uid, script, head, '.'), env);
    const byBase = await runProbe(wrapCommand(uid, script, base, '.'), env);
    await agent.kill();
    expect(byHead.stdout).toBe('worked\n');
    expect(byBase.stdout, 'the script finds what is open to it').toBe('wrote\nlisted\nread\nsignalled\nworked\n');
  });

  /** No parent, no group, no session and no variable leads from pawl to the sleeper. */
  const leave = `(setsid env -i /bin/sh -c 'echo $$ > pid; exec sleep 1000' > /dev/null 2>&1 &); until test -s pid; do sleep 0.01; done`;

  it('end with all that was started as their user, and the other side lives on', async ({ skip, onTestFinished }) => {
    if (noRoot !== null) skip(noRoot);
    const { base, head } = await openBoth(onTestFinished);
    for (const checkout of [base, head]) await startChild(wrapCommand(uid, leave, checkout, '.'), env).exit;
    const pids = await Promise.all([base, head].map(({ repo }) => pidIn(join(repo, 'pid'))));
    expect(pids.map(isAlive), 'they have escaped').toEqual([true, true]);
    await head.close();
    expect(pids.map(isAlive)).toEqual([true, false]);
    await base.close();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('have nothing left of their setup when it is over', async ({ skip, onTestFinished }) => {
    if (noRoot !== null) skip(noRoot);
    const { head } = await openBoth(onTestFinished);
    const site = siteWith({ setup: leave });
    await runSetup({ ...site, checkout: head }, () => undefined);
    expect(isAlive(await pidIn(join(head.repo, 'pid')))).toBe(false);
  });
});
