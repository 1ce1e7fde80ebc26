import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Isolation } from '../../src/replay/agent.ts';
import { startChild } from '../../src/replay/child.ts';
import { agentNetwork, type ClosedNetwork } from '../../src/replay/network.ts';
import { releaseUsers, takeUsers } from '../../src/replay/side-users.ts';
import { answered, closeAll, open } from './bench.ts';
import { type NetworkKind, whyNoNetwork } from './closed-network.ts';

const uid = (await takeUsers()) ?? 0;
afterAll(() => releaseUsers(uid));
const ISOLATIONS = {
  uid: { kind: 'uid', uid, network: 'closed' },
  bubblewrap: { kind: 'bubblewrap', network: 'closed' },
} as const satisfies Record<NetworkKind, Isolation>;
const WHO = { uid: { uid, gid: uid }, bubblewrap: {} };
const path = process.env.PATH ?? '';
const server = fileURLToPath(new URL('../fixtures/agents/server.mjs', import.meta.url));

let network: ClosedNetwork | null = null;
let gateway: Server | null = null;

afterEach(async () => {
  gateway?.closeAllConnections();
  gateway?.close();
  gateway = null;
  network?.close();
});
afterAll(closeAll);

function opened(): ClosedNetwork {
  if (network === null) throw new Error('no network');
  return network;
}

/** What a command says that runs in the network. */
async function said(kind: NetworkKind, ...words: string[]): Promise<string> {
  const [file = '', ...args] = words;
  const child = startChild(opened().enter({ file, args, cwd: '/', ...WHO[kind] }), { PATH: path });
  const out = await text(child.stdout);
  const { stderrTail } = await child.exit;
  return out + stderrTail;
}

describe.each(['uid', 'bubblewrap'] as const)('a closed network for agents under %s', (kind) => {
  const reason = whyNoNetwork(kind);
  const isolation = ISOLATIONS[kind];

  beforeEach(async () => {
    if (reason !== null) return;
    const repository = { path: '/', parentEnvironment: { PATH: path } };
    network = await agentNetwork({ isolation, recording: null, repository });
  });

  test('takes every connection to pawl: none waits for somebody who never answers', async ({ skip }) => {
    if (reason !== null) skip(reason);
    gateway = createServer((_, response) => response.end('hello'));
    gateway.listen(await opened().listen(20_001));
    const ask = `const { get } = require('node:http');
      const one = () => new Promise((resolve) => get({ port: 20001, host: '127.0.0.1', agent: false, timeout: 100000 }, (response) => {
        response.resume().on('end', () => resolve('answered'));
      }).on('timeout', () => resolve('waits')).on('error', (error) => resolve(error.code)));
      (async () => {
        const seen = {};
        for (let round = 0; round < 10; round++)
          for (const end of await Promise.all(Array.from({ length: 20 }, one))) seen[end] = (seen[end] ?? 0) + 1;
        console.log(JSON.stringify(seen));
        process.exit();
      })();`;
    expect(JSON.parse(await said(kind, process.execPath, '-e', ask))).toEqual({ answered: 200 });
  });

  test('is entered as the user that the side has, without other groups', async ({ skip }) => {
    if (reason !== null) skip(reason);
    const own = [process.getuid?.(), process.getgid?.()];
    const [user, group] = kind === 'uid' ? [uid, uid] : own;
    expect(await said(kind, 'sh', '-c', 'id -u; id -g')).toBe(`${user}\n${group}\n`);
    if (kind === 'uid') expect(await said(kind, 'id', '-G')).toBe(`${uid}\n`);
  });

  test('is not left by who is in it, and has no way out', async ({ skip }) => {
    if (reason !== null) skip(reason);
    expect(await said(kind, 'nsenter', '--net=/proc/1/ns/net', 'true')).toMatch(/Permission denied|not permitted/);
    expect((await said(kind, 'ip', '-o', 'link')).trim().split('\n')).toEqual([expect.stringContaining('lo:')]);
  });

  test('lets pawl give trials to an agent that is a server in it', async ({ skip }) => {
    if (reason !== null) skip(reason);
    const http = { path: '/run', healthPath: '/health', startTimeoutMs: 20_000 };
    const bench = open(
      { protocol: 'http', command: `'${process.execPath}' '${server}'`, http },
      { isolation, network: opened() },
    );
    expect(await bench.run({ do: 'echo', text: 'hello' })).toEqual(
      answered({ echo: { do: 'echo', text: 'hello' }, openai: 'http://trial-1-0/v1' }),
    );
    const { output } = await bench.run({ do: 'environment' });
    const port = Number((output as { port: string }).port);
    // It is nowhere else; another server may be.
    const { output: pid } = await bench.run({ do: 'pid' });
    const body = JSON.stringify({ input: { do: 'pid' } });
    const elsewhere = await fetch(`http://127.0.0.1:${port}/run`, { method: 'POST', body }).then(
      (response) => response.text(),
      () => 'nobody',
    );
    expect(elsewhere).not.toBe(JSON.stringify({ output: pid }));
    expect((await bench.run({ do: 'reset' })).end).toMatchObject({ kind: 'agent_error' });
  });
});
