import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseReport } from '../../src/report/index.ts';
import { whyNoBubblewrap } from '../replay/closed-network.ts';
import { obedient, oneLook, POST, type Project, SETTINGS, startProject } from './project.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const KEY = 'planted-provider-key-0123456789';
const TOKEN = 'planted-github-token-0123456789';

let project: Project;
afterEach(() => project.close());

const canIsolate = process.getuid?.() === 0 || whyNoBubblewrap() === null;

/** Looks for the planted secrets in every environment that it can read. */
const LOOK = `const { readdirSync, readFileSync } = require('node:fs');
const texts = [JSON.stringify(process.env)];
for (const entry of readdirSync('/proc')) {
  try { texts.push(readFileSync('/proc/' + entry + '/environ', 'latin1')); } catch { continue; }
}
console.log(JSON.stringify({ read: texts.length, found: texts.filter((text) => /planted-|INPUT_/.test(text)).length }));
`;

/** Asks the model once, then lets a child of it look. How much there is to find changes from trial to trial. */
const SPY = `import { execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
${POST}for await (const line of createInterface({ input: process.stdin })) {
  const { id, urls } = JSON.parse(line);
  await post(urls.openai + '/chat/completions', { model: 'm', messages: [{ role: 'user', content: 'hi' }] });
  const { read, found } = JSON.parse(execFileSync(process.execPath, ['look.cjs'], { encoding: 'utf8' }));
  console.log(JSON.stringify({ id, output: { looked: read > 1, found: found > 0 } }));
}
`;

/** A scorer that looks as well. */
const SCORER = `import { execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
const { found } = JSON.parse(execFileSync(process.execPath, ['look.cjs'], { encoding: 'utf8' }));
for await (const _ of createInterface({ input: process.stdin })) console.log(JSON.stringify({ pass: found === 0 }));
`;

const cases = [
  ['agent', { kind: 'output_equals', value: { looked: true, found: false } }],
  ['scorer', { kind: 'command', name: 'spy' }],
].map(([id, expectation]) => ({
  v: 1,
  id,
  slices: [id],
  input: {},
  recordings: [{ steps: [], output: null }],
  expectations: [expectation],
}));

async function runGate(args: readonly string[]): Promise<{ exitCode: number | null; stderr: string }> {
  const child = spawn(
    process.execPath,
    [
      ...[CLI, 'gate', '--base', 'main', '--head', 'tidied', '--store', '.git/store', '--json', '.git/report.json'],
      ...['--provider-url', `openai=${project.provider.url}`, ...args],
    ],
    {
      cwd: project.directory,
      env: {
        PATH: [join(process.execPath, '..'), process.env.PATH].join(':'),
        OPENAI_API_KEY: KEY,
        GITHUB_TOKEN: TOKEN,
        INPUT_SOMETHING: 'x',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const stderr: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, stderr: stderr.join('') }));
  });
}

async function spyProject(): Promise<void> {
  const settings = `${SETTINGS}${oneLook(1)}scorers: [{ name: spy, command: node scorer.mjs, timeout_s: 600 }]\n`;
  const files = { 'agent.mjs': SPY, 'look.cjs': LOOK, 'scorer.mjs': SCORER, 'pawl.yml': settings };
  project = await startProject({ answer: obedient, cases, files });
  project.branch('tidied', { 'agent.mjs': `// tidied\n${SPY}` });
}

test.skipIf(!canIsolate)(
  'with a key in pawl’s environment no agent, no child of it and no scorer can read any (skipped where there is neither another uid nor bubblewrap)',
  async () => {
    await spyProject();
    const ran = await runGate([]);
    expect(ran.exitCode).toBe(0);
    const report = parseReport(readFileSync(join(project.directory, '.git/report.json'), 'utf8'));
    expect(report.all).toMatchObject({ base: { passes: 6, trials: 6 }, head: { passes: 6, trials: 6 } });
    expect(report.run.isolation.kind).not.toBe('none');
    expect(project.provider.seen[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  },
);

test('without isolation pawl refuses to run beside a key, and says so in the report when it is allowed', async () => {
  await spyProject();
  const refused = await runGate(['--isolation', 'off']);
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/OPENAI_API_KEY.*allow_unisolated/s) });
  expect(project.provider.seen).toHaveLength(0);
  const allowed = await runGate(['--isolation', 'off', '--allow-unisolated']);
  expect(allowed.exitCode).not.toBe(2);
  const report = parseReport(readFileSync(join(project.directory, '.git/report.json'), 'utf8'));
  expect(report.notes).toContainEqual({ kind: 'not_isolated', why: 'switched off' });
  // The spy does find what there is to find: the other test means something.
  expect(report.all?.base).toMatchObject({ passes: 0, trials: 6 });
});
