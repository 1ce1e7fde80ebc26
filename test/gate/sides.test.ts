import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/config/index.ts';
import { describeSide, readSideTools } from '../../src/gate/sides.ts';
import { unmapped } from '../../src/replay/index.ts';
import { GitRepository } from '../git-repository.ts';

test('a server of head sees no variable that the target branch lets nobody see', async () => {
  const repository = new GitRepository();
  try {
    const text = (names: string) =>
      `version: 1\nagent: { name: a, command: a, environment: [COLOUR] }\nprompts: [p.md]\ncorpus: [c.jsonl]\nmcp: { servers: { desk: { command: a, environment: [${names}] } } }\n`;
    const sha = repository.commit({ 'pawl.yml': text('SHAPE') });
    const settings = readSettings({ text: text('SHAPE'), file: 'pawl.yml', overrides: [] });
    const head = readSettings({ text: text('SHAPE, COLOUR, DATABASE_URL'), file: 'pawl.yml', overrides: [] });
    const { spec } = await describeSide({
      ...{ repository: repository.root, side: 'head', source: { kind: 'commit', sha }, environment: {} },
      ...{ settings, spec: head.agent, renames: unmapped },
    });
    expect(spec.mcpServers).toMatchObject({ desk: { environment: ['SHAPE', 'COLOUR'] } });
  } finally {
    repository.remove();
  }
});

test('an agent whose provider is another is another one, wherever one of this machine listens', async () => {
  const repository = new GitRepository();
  try {
    const text = 'version: 1\nagent: { name: a, command: a }\nprompts: [p.md]\ncorpus: [c.jsonl]\n';
    const sha = repository.commit({ 'pawl.yml': text });
    const hashAt = async (url: string): Promise<string> => {
      const override = { name: 'provider_url', value: `openai=${url}`, where: '--provider-url' } as const;
      const settings = readSettings({ text, file: 'pawl.yml', overrides: [override] });
      const { agentHash } = await describeSide({
        ...{ repository: repository.root, side: 'base', source: { kind: 'commit', sha }, environment: {} },
        ...{ settings, spec: settings.agent, renames: unmapped },
      });
      return agentHash;
    };
    const first = await hashAt('https://one.example/v1');
    expect(await hashAt('https://two.example/v1')).not.toBe(first);
    expect(await hashAt('https://one.example/v1')).toBe(first);
    const local = await hashAt('http://127.0.0.1:8001/v1');
    expect(local).not.toBe(first);
    expect(await hashAt('http://localhost:8002/v1')).toBe(local);
    expect(await hashAt('https://api.openai.com/v1')).toBe(local);
  } finally {
    repository.remove();
  }
});

test('tools of a checkout are read, and what is no tool file is named without a word of its contents', async () => {
  const repository = new GitRepository();
  const elsewhere = new GitRepository();
  try {
    const at = (path: string) => join(repository.root, path);
    elsewhere.write({ 'secret.json': '{"name":"hunter2"}', 'key.json': 'hunter2' });
    repository.write({
      'tools/a.json': '{"name":"pay"}',
      'tools/b.json': 'hunter2',
      'tools/c.json': '{"hunter2":1}',
      'tools/d.json': `"${'x'.repeat(1024 * 1024)}"`,
    });
    symlinkSync(join(elsewhere.root, 'key.json'), at('tools/e.json'));
    symlinkSync(elsewhere.root, at('linked'));
    mkdirSync(at('more'));
    symlinkSync('/', at('more/root'));
    symlinkSync('.', at('more/loop'));
    execFileSync('mkfifo', [at('tools/f.json')]);
    symlinkSync('/dev/zero', at('tools/g.json'));
    const read = await readSideTools(repository.root, ['tools/*.json', 'linked/*.json', 'more/**/*.json']);
    expect(read.tools.map(({ name }) => name)).toEqual(['pay']);
    expect(read.problems).toEqual([
      expect.stringMatching(/^linked\/key\.json: expected a file inside/),
      expect.stringMatching(/^linked\/secret\.json: expected a file inside/),
      'tools/b.json: expected JSON',
      'tools/c.json: expected tool definitions, received other JSON',
      expect.stringMatching(/^tools\/d\.json: expected at most 1048576 bytes/),
      expect.stringMatching(/^tools\/e\.json: expected a regular file/),
      expect.stringMatching(/^tools\/f\.json: expected a regular file/),
      expect.stringMatching(/^tools\/g\.json: expected a regular file/),
    ]);
  } finally {
    repository.remove();
    elsewhere.remove();
  }
});
