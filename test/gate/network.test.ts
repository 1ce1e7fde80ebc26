import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Report, renderTerminal } from '../../src/report/index.ts';
import { usualKind, whyNoNetwork } from '../replay/closed-network.ts';
import { AGENT, obedient, oneLook, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project | null = null;
let outside: Server | null = null;
afterEach(async () => {
  await project?.close();
  outside?.closeAllConnections();
  outside?.close();
});

/** Says besides its answer what became of a look at somebody who is not the gateway. */
const CURIOUS = `${AGENT.replace('{ reply: message.content }', '{ reply: message.content, outside: await look() }')}
function look() {
  return fetch(readFileSync('address.txt', 'utf8')).then(() => 'reached', () => 'refused');
}
`;

/** Fails where it cannot fetch. */
const SETUP = `import { readFileSync } from 'node:fs';
await fetch(readFileSync('address.txt', 'utf8'));
`;

const reason = whyNoNetwork(usualKind);

async function gateWith(settings: string): Promise<Report> {
  outside = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => outside?.listen(0, '127.0.0.1', resolve));
  const { port } = outside.address() as AddressInfo;
  const cases = someCases(2).map((one) => ({ ...one, expectations: [{ kind: 'output_contains', text: 'refused' }] }));
  const files = {
    'agent.mjs': CURIOUS,
    'setup.mjs': SETUP,
    'pawl.yml': settings,
    'address.txt': `http://127.0.0.1:${port}`,
  };
  project = await startProject({ answer: obedient, cases, files });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  return project.gate('prompt');
}

describe('an agent that looks around', () => {
  test('reaches who else is there while the network is open, so that this test can fail', async () => {
    const { all, run } = await gateWith(`${SETTINGS}${oneLook(1)}`);
    expect(all?.base.passes).toBe(0);
    expect(run.isolation).not.toHaveProperty('network');
  });

  test('reaches nobody but the gateway once the network is closed, though its setup does, and the report says so', async ({
    skip,
  }) => {
    if (reason !== null) skip(reason);
    const withSetup = oneLook(1) + SETTINGS.replace('  command:', '  setup: node setup.mjs\n  command:');
    const report = await gateWith(`${withSetup}isolation: { network: closed }\n`);
    expect(report.run.isolation).toMatchObject({ kind: usualKind, network: 'closed' });
    expect(report.all?.base.trials).toBeGreaterThan(0);
    expect(report.all?.base.passes).toBe(report.all?.base.trials);
    expect(renderTerminal(report, { width: 400, color: false })).toMatch(/reached\s+nobody\s+but\s+the\s+gateway/);
  });

  test('is not run where its network cannot be closed', async () => {
    await expect(gateWith(`${SETTINGS}isolation: { mode: "off", network: closed }\n`)).rejects.toThrow(
      "the agent's network is to be closed, and it runs without isolation: switched off",
    );
  });
});
