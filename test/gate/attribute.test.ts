import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { attributeCommand } from '../../src/commands/attribute.ts';
import { type AttributeRequest, attribute } from '../../src/gate/index.ts';
import { renderAttribution, renderAttributionMarkdown } from '../../src/report/index.ts';
import { type Answer, obedient, type Project, requestFor, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

/** A model that does not pay back where `refuses` finds what makes it so in what it is told: system prompt and tools. */
const refusing =
  (refuses: (system: string, tools: string) => boolean): Answer =>
  (request) => {
    const [first] = request.body.messages as { content: string }[];
    return refuses(first?.content ?? '', JSON.stringify(request.body.tools)) ? { text: 'no' } : obedient(request);
  };

/** Fewer cases would leave the effects of factors open; a decision about one commit needs a few trials of few cases. */
const MANY_CASES = { cases: 12, trials: 2 };
const FEW_CASES = { cases: 4, trials: 3 };

const start = async (answer: Answer, { cases, trials } = MANY_CASES): Promise<void> => {
  const files = { 'pawl.yml': `${SETTINGS}gate:\n  looks: [${trials}]\n  spend: [1]\n` };
  project = await startProject({ answer, cases: someCases(cases), files });
};

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: project.directory, encoding: 'utf8' }).trim();

const found = (head: string, more: Partial<AttributeRequest> = {}) =>
  attribute({ ...requestFor(project.directory, project.provider, head, {}), slices: null, bisect: false, ...more });

const described = (text: string) => project.read('tools/pay_back.json').replace('The tool pay_back', text);

describe('three changes at once', () => {
  test('are told apart: the prompt is guilty, the tool and the code are not, and nothing of the user’s is touched', async () => {
    await start(refusing((system) => system.includes('Never')));
    project.branch('worse', {
      'prompts/system.md': 'Never pay back. Parameter: order.\n',
      'tools/pay_back.json': described('Pays money back'),
      'agent.mjs': `// tidied\n${project.read('agent.mjs')}`,
    });
    const before = [git('status', '--porcelain'), git('for-each-ref'), git('ls-files', '--stage')];
    const attribution = await found('worse');
    expect(attribution.verdict).toBe('block');
    expect(attribution.result).toMatchObject({
      conclusion: { kind: 'factors', factors: [0] },
      factors: [
        { name: 'prompts', paths: ['prompts/system.md'], alone: 'block', effect: { value: -1 } },
        { name: 'tools', paths: ['tools/pay_back.json'], alone: 'pass', effect: { value: 0 } },
        { name: 'code', paths: ['agent.mjs'], alone: 'pass', effect: { value: 0 } },
      ],
    });
    expect([git('status', '--porcelain'), git('for-each-ref'), git('ls-files', '--stage')]).toEqual(before);
    await expect(`${renderAttribution(attribution).replaceAll(/\b[0-9a-f]{8}\b/g, 'COMMIT')}\n`).toMatchFileSnapshot(
      'golden/attribution.txt',
    );
    expect(renderAttributionMarkdown(attribution)).toContain('### Caused by prompts\n');
  });

  test('that ask the same share answers: a combination that asks nothing new costs nothing', async () => {
    await start(refusing((system) => system.includes('Never')));
    project.branch('prompt', { 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
    project.branch('both', {
      'prompts/system.md': 'Never pay back. Parameter: order.\n',
      'agent.mjs': `// tidied\n${project.read('agent.mjs')}`,
    });
    await found('prompt');
    const calls = project.provider.seen.length;
    const { result } = await found('both', { runName: 'both' });
    expect(result).toMatchObject({ conclusion: { kind: 'factors', factors: [0] } });
    // Only the guard's fresh base trials, which no run may take from another.
    const more = project.provider.seen.slice(calls);
    expect(more.filter(({ body }) => JSON.stringify(body).includes('Never'))).toHaveLength(0);

    const all = project.provider.seen.length;
    expect((await found('both', { runName: 'again' })).result).toEqual(result);
    expect(project.provider.seen).toHaveLength(all);
  });
});

describe('two changes that hurt only together', () => {
  test('are both named, with their interaction', async () => {
    await start(refusing((system, tools) => system.includes('terse') && tools.includes('Pays money back')));
    project.branch('worse', {
      'prompts/system.md': 'Be terse. Parameter: order.\n',
      'tools/pay_back.json': described('Pays money back'),
    });
    const attribution = await found('worse');
    expect(attribution.result).toMatchObject({
      conclusion: { kind: 'factors', factors: [0, 1] },
      factors: [{ alone: 'pass' }, { alone: 'pass' }],
      interactions: [{ factors: [0, 1], value: -1 }],
    });
    expect(renderAttribution(attribution)).toMatch(/^Caused by prompts and tools\n/);
    expect(renderAttribution(attribution)).toContain('prompts + tools interact: -100.0 pp');
  });
});

test('a head that is not worse is not attributed to anything, and its parts are not replayed', async () => {
  await start(obedient, FEW_CASES);
  project.branch('fine', {
    'prompts/system.md': 'Pay back, please. Parameter: order.\n',
    'tools/pay_back.json': described('Pays money back'),
  });
  const { result } = await found('fine');
  expect(result).toMatchObject({
    conclusion: { kind: 'no_regression' },
    cells: [{ factors: [0, 1], verdict: 'pass' }],
  });
});

describe('bisection', () => {
  const line = (...commits: readonly Parameters<Project['commit']>[0][]): void => {
    project.branch('line', { 'README.md': 'A line of commits.\n' });
    project.checkout('line');
    for (const files of commits) project.commit(files);
  };

  test('finds the commit', async () => {
    await start(
      refusing((system) => system.includes('Never')),
      FEW_CASES,
    );
    line(
      { 'prompts/system.md': 'Always pay back. Parameter: order.\n' },
      { 'tools/pay_back.json': described('Pays money back') },
      { 'prompts/system.md': 'Never pay back. Parameter: order.\n' },
      { 'prompts/closing.md': 'Be short.\n' },
    );
    const attribution = await found('line', { bisect: true });
    expect(attribution.result).toMatchObject({
      conclusion: { kind: 'commits', from: 2, to: 2 },
      commits: [
        { verdict: null },
        { verdict: 'pass' },
        { sha: git('rev-parse', 'line~1'), verdict: 'block' },
        { verdict: 'block' },
      ],
    });
    expect(renderAttribution(attribution)).toMatch(/^Caused by [0-9a-f]{8} change\n/);
  });

  test('says a range where commits in between cannot be judged', async () => {
    await start(
      refusing((system) => system.includes('Never')),
      FEW_CASES,
    );
    const agent = project.read('agent.mjs');
    line(
      { 'agent.mjs': "throw new Error('does not start');\n" },
      { 'agent.mjs': `// again\n${agent}`, 'pawl.yml': 'nothing that is known\n' },
      { 'pawl.yml': project.read('pawl.yml'), 'prompts/system.md': 'Never pay back. Parameter: order.\n' },
    );
    const { result, warnings } = await found('line', { bisect: true });
    expect(result).toMatchObject({
      conclusion: { kind: 'commits', from: 0, to: 2 },
      commits: [{ verdict: 'error' }, { verdict: 'error' }, { verdict: 'block' }],
    });
    expect(warnings.join('\n')).toContain('pawl.yml');
  });
});

test('the command writes what it found, bisects where all four kinds of change differ, and ends with 0', async () => {
  const files = {
    'pawl.yml': `${SETTINGS}model_pins: [{ name: model, file: models.json, pointer: /model }]\ngate:\n  looks: [3]\n  spend: [1]\n`,
    'models.json': '{"model": "a"}',
  };
  project = await startProject({ answer: refusing((system) => system.includes('Never')), cases: someCases(4), files });
  project.branch('worse', {
    'prompts/system.md': 'Never pay back. Parameter: order.\n',
    'tools/pay_back.json': described('Pays money back'),
    'agent.mjs': `// tidied\n${project.read('agent.mjs')}`,
    'models.json': '{"model": "b"}',
  });
  const printed: string[] = [];
  const exitCode = await attributeCommand(
    {
      ...{ base: 'main', head: 'worse', config: 'pawl.yml', store: '.git/store' },
      ...{ json: '.git/found.json', markdown: '.git/found.md' },
      providerUrl: [`openai=${project.provider.url}`],
    },
    {
      directory: project.directory,
      environment: project.environment({}),
      stdin: () => Readable.from([]),
      print: (text) => printed.push(text),
      warn: () => undefined,
      ...{
        terminal: false,
        alone: false,
        width: 100,
        color: false,
        now: new Date(0),
        signal: new AbortController().signal,
      },
    },
  );
  const sha = git('rev-parse', 'worse');
  expect(printed.join('\n')).toMatch(`Caused by ${sha.slice(0, 8)} change\n`);
  expect(exitCode).toBe(0);
  const document = JSON.parse(readFileSync(join(project.directory, '.git/found.json'), 'utf8'));
  expect(document).toMatchObject({ version: 1, head: sha, result: { kind: 'bisection', commits: [{ sha }] } });
  expect(readFileSync(join(project.directory, '.git/found.md'), 'utf8')).toContain('### Caused by');
});
