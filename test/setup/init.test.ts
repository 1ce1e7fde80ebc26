import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { initCommand } from '../../src/commands/init.ts';
import { readSettings } from '../../src/config/index.ts';
import { pawl, pawlHere } from '../commands/pawl.ts';
import { GitRepository } from '../git-repository.ts';
import { githubFaults } from '../github/language-service.ts';
import { HOSTILE_FILES, REPOSITORIES } from './repositories.ts';

const ACTION = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8');
const WORKFLOW = '.github/workflows/pawl.yml';

let repository: GitRepository | null = null;
afterEach(() => repository?.remove());

function repositoryOf(files: (typeof REPOSITORIES)[string]): GitRepository {
  repository = new GitRepository();
  repository.commit(files);
  return repository;
}

const init = (...args: string[]) => pawlHere(repository?.root ?? '', ['init', ...args]);

describe('pawl init', () => {
  test.each(Object.keys(REPOSITORIES))('proposes settings and a workflow that hold: %s', async (name) => {
    const at = repositoryOf(REPOSITORIES[name] ?? {});
    const ran = await init('--yes');
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot(`golden/init-${name}.txt`);
    const text = at.read('pawl.yml');
    expect(() => readSettings({ text, file: 'pawl.yml', overrides: [] })).not.toThrow();
    expect(await githubFaults(WORKFLOW, at.read(WORKFLOW), ACTION)).toEqual([]);
    expect(at.read('.gitignore')).toMatch(/^\.pawl\/store\/$/m);
    expect(at.git('status', '--porcelain', '--', ':!pawl.yml', ':!.github', ':!.gitignore')).toBe('');
  });

  test('finds every pin that it names', async () => {
    const at = repositoryOf(REPOSITORIES['openai-client'] ?? {});
    await init('--yes');
    const { changes } = readSettings({ text: at.read('pawl.yml'), file: 'pawl.yml', overrides: [] });
    expect(changes.pins.map(({ file, at: place }) => [file, place])).toEqual([
      ['agent/config.json', { kind: 'json_pointer', pointer: '/model' }],
      ['agent/config.json', { kind: 'json_pointer', pointer: '/fallback/model' }],
    ]);
  });

  test('proposes models of no known name where their place says what they are, to be looked at', async () => {
    const at = repositoryOf({
      'package.json': '{"name":"desk","dependencies":{"openai":"6"}}',
      'config.json': '{"model":"command-r-plus","weights":{"model":"desk-7b.gguf"},"data_model":"order"}',
      'agent.yaml': 'chat:\n  model_name: nova-pro-v1:0\n  modelling: plan-b\n',
      'agent.py': 'client.chat(model="our-tune-3", name="desk-1")\nmodel_dir = "runs-7"\n',
    });
    const { stdout } = await init('--yes');
    expect(stdout.match(/FILL IN: look whether (\S+) is a model/g)).toHaveLength(3);
    const { changes } = readSettings({ text: at.read('pawl.yml'), file: 'pawl.yml', overrides: [] });
    expect(changes.pins.map(({ file, at: place }) => [file, place])).toEqual([
      ['agent.py', { kind: 'pattern', pattern: expect.stringContaining('model') }],
      ['agent.yaml', { kind: 'yaml_path', path: ['chat', 'model_name'] }],
      ['config.json', { kind: 'json_pointer', pointer: '/model' }],
    ]);
  });

  test('writes nothing without consent', async () => {
    const at = repositoryOf(REPOSITORIES['openai-client'] ?? {});
    const ran = await pawl(at.root, ['init']);
    expect(ran).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('not written: pawl.yml (--yes writes it)'),
    });
    expect(at.git('status', '--porcelain')).toBe('');
  });

  test('asks about each file at a terminal, and writes what is agreed to', async () => {
    const at = repositoryOf(REPOSITORIES['openai-client'] ?? {});
    const asked: string[] = [];
    const printed: string[] = [];
    const answers = ['y', '', 'Yes'];
    await initCommand(
      { config: 'pawl.yml' },
      { directory: at.root, print: (text) => printed.push(text) },
      async (question) => {
        asked.push(question);
        return answers.shift() ?? '';
      },
    );
    expect(asked).toEqual(['pawl.yml', WORKFLOW, '.gitignore'].map((path) => `write ${path}? [y/N] `));
    expect(at.git('status', '--porcelain').split('\n')).toEqual(['M .gitignore', '?? pawl.yml']);
    expect(printed.at(-1)).toMatch(/^written: pawl\.yml, \.gitignore$/m);
  });

  test('shows how a file that is there would change, and keeps it unless told otherwise', async () => {
    const at = repositoryOf({ ...REPOSITORIES['openai-client'], 'pawl.yml': 'version: 1\n# mine\n' });
    const kept = await init('--yes');
    expect(kept.stdout).toContain('pawl.yml: your file is another one: this is the difference');
    expect(kept.stdout).toMatch(/^-# mine$/m);
    expect(kept.stdout).toContain('not written: pawl.yml (--yes --overwrite writes it)');
    expect(at.read('pawl.yml')).toBe('version: 1\n# mine\n');
    await init('--yes', '--overwrite');
    expect(at.read('pawl.yml')).toContain('name: support-desk');
    const again = await init('--yes');
    expect(again.stdout).toContain('pawl.yml: as it is');
    expect(at.read('.gitignore')).toBe('node_modules\n.pawl/store/\n');
  });

  test('proposes no second workflow where one runs pawl', async () => {
    const text = 'on: pull_request\njobs:\n  a:\n    steps:\n      - uses: acme/pawl@main\n';
    const at = repositoryOf({ ...REPOSITORIES['openai-client'], '.github/workflows/gate.yml': text });
    const ran = await init('--yes');
    expect(ran.stdout).toContain('.github/workflows/gate.yml runs pawl already');
    expect(at.git('status', '--porcelain', '.github')).toBe('');
  });

  test('names that mean something to YAML, globs, terminals and runners stay names', async () => {
    const at = repositoryOf(HOSTILE_FILES);
    const ran = await init('--yes');
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ran.stdout).not.toMatch(/^::|\p{Cf}|[^\P{Cc}\n]/mu);
    expect(at.read('pawl.yml')).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
    const { agent, changes } = readSettings({ text: at.read('pawl.yml'), file: 'pawl.yml', overrides: [] });
    expect(agent.command).toBe('node worker.mjs');
    expect(agent.name).toContain('rm -rf');
    await expect(`${at.read('pawl.yml')}${JSON.stringify(changes, null, 2)}\n`).toMatchFileSnapshot(
      'golden/init-hostile.txt',
    );
    expect(await githubFaults(WORKFLOW, at.read(WORKFLOW), ACTION)).toEqual([]);
  });

  test('says that it needs a repository', async () => {
    repository = new GitRepository();
    expect(await pawlHere('/', ['init'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('git') });
  });
});
