import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CommandHelp, readHelps } from '../../scripts/readme.ts';
import { readInputs } from '../../src/commands/record-inputs.ts';
import { readAccepted, readSettings } from '../../src/config/index.ts';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { examine, readWorkflows } from '../../src/setup/index.ts';
import { blocks, codeOf, FENCE, PAGES } from './readme-code.ts';

const ROOT = join(import.meta.dirname, '../..');
const LINKED = [...PAGES.keys(), 'src/README.md', '.github/CONTRIBUTING.md', 'evals/support-desk/README.md'];

describe('the command lines', () => {
  let helps: readonly CommandHelp[] = [];
  beforeAll(async () => {
    helps = await readHelps();
  });

  /** What `--help` does not know of a line `pawl ...`. */
  function unknownWords(line: string): readonly string[] {
    const words = line.split(/\s+/).slice(1);
    let name = 'pawl';
    const helpOf = () => helps.find((help) => help.name === name);
    while (helpOf()?.subcommands.includes(words[0] ?? '') === true) name += ` ${words.shift()}`;
    const unknown: string[] = [];
    // `Usage: pawl compare [options] <base> <head>`: words that may be anything.
    const usage = helpOf()?.text.match(/^Usage: .*$/m)?.[0] ?? '';
    const places = usage.match(/<[\w.-]+>|\[(?!options|command)[\w-]+\]/g) ?? [];
    const free = places.some((place) => place.includes('...')) ? words.length : places.length;
    let i = 0;
    while (i < Math.min(free, words.length) && words[i]?.startsWith('--') === false) i += 1;
    for (; i < words.length; i += 1) {
      const takesValue = helpOf()?.options.get(words[i] ?? '');
      if (takesValue === undefined) unknown.push(words[i] ?? '');
      if (takesValue === true) i += 1;
    }
    return unknown;
  }

  test('use only commands and options that --help knows', () => {
    const shell = blocks().filter(({ info }) => info === 'sh');
    const lines = shell.flatMap(({ code }) => code.replaceAll('\\\n', ' ').split('\n'));
    const commands = lines
      .map((line) => line.replaceAll(/"[^"]*"/g, 'TEXT').replace(/^(\w+=\S+ )*/, ''))
      .filter((line) => line.startsWith('pawl '));
    expect([...new Set(commands.map((line) => line.split(' ')[1]))].sort().join(' ')).toBe(
      'aa accept attribute backfill changes collect compare corpus doctor drift forget gate incidents ingest init ledger merge plan record repro reservoir status traffic',
    );
    expect(commands.flatMap(unknownWords)).toEqual([]);
  });

  test.each([
    ['pawl gaet --base main', ['gaet', '--base', 'main']],
    ['pawl gate --bas main', ['--bas', 'main']],
    ['pawl reservoir fill --out x', ['--out', 'x']],
    ['pawl gate --offline --json out.json', []],
  ])('are judged by the help of their own command: %s', (line, unknown) => {
    expect(unknownWords(line)).toEqual(unknown);
  });
});

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...page.replaceAll(FENCE, '').matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '');
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test.each(LINKED)('every relative link of %s leads somewhere', (path) => {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const links = [...page.replaceAll(FENCE, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const relative = links.filter((link) => !/^https?:/.test(link));
  const broken = relative.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
  expect(broken).toEqual([]);
  if (path === 'README.md') expect(relative.length).toBeGreaterThan(10);
});

describe('the examples', () => {
  test('pawl.yml is accepted', () => {
    const settings = readSettings({ text: codeOf('yaml pawl.yml'), file: 'pawl.yml', overrides: [] });
    expect(settings.agent).toMatchObject({ root: 'agent', protocol: 'worker', command: 'node worker.mjs' });
  });

  test('the slices of pawl.yml are accepted', () => {
    const text = `${codeOf('yaml pawl.yml')}${codeOf('yaml slices')}`;
    const { slices } = readSettings({ text, file: 'pawl.yml', overrides: [] });
    expect(slices.map(({ kind }) => kind)).toEqual(['attribute', 'rule', 'first_tool', 'text_clusters']);
  });

  test('what is accepted is read', () => {
    const { entries, problems } = readAccepted(codeOf('yaml .pawl/accepted.yml'));
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ kind: 'slice', name: 'refunds', until: '2026-12-31' }]);
  });

  test('the MCP servers of pawl.yml are accepted', () => {
    const text = `${codeOf('yaml pawl.yml')}${codeOf('yaml mcp')}`;
    const { agent, mcpFile } = readSettings({ text, file: 'pawl.yml', overrides: [] });
    expect(Object.keys(agent.mcpServers)).toEqual(['files', 'issues']);
    expect(mcpFile).toBe('.pawl/mcp.json');
    const { command, args } = JSON.parse(codeOf('json mcp.json')).mcpServers.files;
    expect([command, ...args]).toEqual(['pawl', 'mcp', 'files']);
  });

  test('the case line is a case', () => {
    expect(parseCaseLine(codeOf('json case'))).toMatchObject({ kind: 'case', case: { slices: ['refunds'] } });
  });

  test('the input lines can be recorded', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'pawl-inputs-')), 'inputs.jsonl');
    await writeFile(file, codeOf('json inputs.jsonl'));
    const inputs = await readInputs(file);
    await rm(dirname(file), { recursive: true });
    const read = inputs.map(({ theCase, next }) => `${theCase.id} +${next.length}`);
    expect(read).toEqual(['refund-001 +0', 'refund-002-1 +1']);
  });

  test('the doctor finds nothing to mend in the workflow but what is yours to fill in', () => {
    const texts = new Map([['.github/workflows/pawl.yml', codeOf('yaml .github/workflows/pawl.yml')]]);
    const files = { paths: [...texts.keys()], textOf: (path: string) => texts.get(path) ?? null };
    const workflows = readWorkflows(files);
    const found = examine({
      ...{ files, workflows, configPath: 'pawl.yml', corpus: null, settingsProblems: [] },
      settings: readSettings({ text: codeOf('yaml pawl.yml'), file: 'pawl.yml', overrides: [] }),
      machine: { node: '24.0.0', git: '2', shallow: false, isolation: { kind: 'bubblewrap' }, programs: new Map() },
      branch: { kind: 'known', branch: 'main', required: ['gate'], mergeQueue: true },
    });
    const ofWorkflow = found.filter(({ name }) => !['prompts', 'tools', 'model pins', 'agent'].includes(name));
    const toMend = ofWorkflow.flatMap(({ name, outcome }) => (outcome.kind === 'mend' ? [[name, outcome.seen]] : []));
    expect(toMend).toEqual([['pinned actions', expect.stringContaining('OWNER/pawl@COMMIT')]]);
  });

  test('the workflow gives the Action only inputs that it has', () => {
    const workflow = parse(codeOf('yaml .github/workflows/pawl.yml'));
    const steps: { uses?: string; with?: object }[] = workflow.jobs.gate.steps;
    const inputs = steps.filter(({ uses }) => uses?.includes('/pawl@')).flatMap((step) => Object.keys(step.with ?? {}));
    const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    expect(inputs).toEqual(['store']);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(inputs));
  });
});
