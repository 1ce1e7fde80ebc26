import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AgentSpec } from '../../src/replay/agent.ts';
import type { AgentSite } from '../../src/replay/agent-site.ts';
import type { Checkout } from '../../src/replay/worktree.ts';

/** The agent that does what its input says. */
export const agentScript = fileURLToPath(new URL('../fixtures/agents/agent.mjs', import.meta.url));

export const spec: AgentSpec = {
  name: 'test',
  root: '.',
  setup: null,
  command: `'${process.execPath}' '${agentScript}'`,
  protocol: 'worker',
  http: { path: '/', healthPath: '/health', startTimeoutMs: 60_000 },
  concurrency: 1,
  inflight: 1,
  trialTimeoutMs: 60_000,
  setupTimeoutMs: 60_000,
  environment: [],
  mcpServers: {},
};

/** A side with an empty folder for a repository. */
export function makeSite(changes: Partial<AgentSpec> = {}): AgentSite {
  const parent = mkdtempSync(join(tmpdir(), 'pawl-test-'));
  chmodSync(parent, 0o711);
  return {
    spec: { ...spec, ...changes },
    checkout: emptyCheckout(parent),
    isolation: { kind: 'none', why: 'a test' },
    network: null,
    parentEnvironment: { PATH: process.env.PATH, OPENAI_API_KEY: 'sk-real', GITHUB_TOKEN: 'ghs_real', COLOUR: 'green' },
    keyNames: ['OPENAI_API_KEY'],
  };
}

function emptyCheckout(parent: string): Checkout {
  const root = join(parent, 'head');
  const [repo, home, tmp] = [join(root, 'repo'), join(root, 'home'), join(root, 'tmp')];
  for (const folder of [repo, home, tmp]) mkdirSync(folder, { recursive: true });
  const close = async () => rmSync(parent, { recursive: true, force: true });
  return { side: 'head', root, repo, home, tmp, close };
}

/** What holds the users whose first id this is (the inode of a socket); null = nobody. Another run has another holder. */
export function holderOf(uid: number): string | null {
  const sockets = readFileSync('/proc/net/unix', 'utf8').split('\n');
  const held = sockets.find((line) => line.endsWith(` @pawl-users-${uid}`));
  return held?.split(/\s+/)[6] ?? null;
}

export function isAlive(pid: number): boolean {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : null;
  return stat !== null && !/\) [ZX] /.test(stat);
}
