import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Checkup } from '../../src/setup/index.ts';
import { pawl, pawlHere, type Ran } from '../commands/pawl.ts';
import { GitRepository } from '../git-repository.ts';
import { FakeGitHub, TOKEN } from '../github/fake/github.ts';
import { ROWS } from './doctor-rows.ts';
import { type Branch, examined, inSettings, REQUIRING, soundRepository } from './doctor-set-up.ts';

const notGood = (checkups: readonly Checkup[]): readonly Checkup[] =>
  checkups.filter(({ outcome }) => outcome.kind !== 'good');

describe('the checks of a set-up', () => {
  test('find nothing in one that is sound', () => {
    expect(notGood(examined(soundRepository()))).toEqual([]);
  });

  test.each(ROWS)('find %s: %s', (kindAndName, seen, texts) => {
    const found = notGood(examined(texts())).map(({ name, outcome }) => {
      const text = 'seen' in outcome ? outcome.seen : outcome.why;
      return [`${outcome.kind} ${name}`, text];
    });
    expect(found).toContainEqual([kindAndName, expect.stringContaining(seen)]);
  });

  test.each<[string, Branch, Checkup['outcome']['kind'], RegExp]>([
    ['the job', REQUIRING, 'good', /main requires pawl/],
    [
      'nothing',
      { kind: 'known', branch: 'main', required: [], mergeQueue: false },
      'mend',
      /no check: a block can be merged/,
    ],
    [
      'other jobs',
      { kind: 'known', branch: 'main', required: ['test'], mergeQueue: false },
      'mend',
      /requires test: a block/,
    ],
    [
      'the decoration',
      { kind: 'known', branch: 'main', required: ['pawl gate'], mergeQueue: false },
      'mend',
      /"pawl gate", which no job/,
    ],
    ['what is not known', { kind: 'unknown', why: 'no token' }, 'unknown', /no token/],
  ])('know what it means that the branch requires %s', (_, branch, kind, seen) => {
    const found = examined(soundRepository(), branch).find(({ name }) => name === 'required check');
    expect(found?.outcome.kind).toBe(kind);
    expect(JSON.stringify(found?.outcome).replaceAll('\\"', '"')).toMatch(seen);
  });
});

describe('pawl doctor', () => {
  let github: FakeGitHub;
  let repository: GitRepository | null = null;
  beforeAll(async () => {
    github = await FakeGitHub.start();
  });
  afterAll(() => github.stop());
  afterEach(() => {
    expect(github.complaints).toEqual([]);
    Object.assign(github.branch, { rules: [], protection: [], mergeQueue: false });
    repository?.remove();
  });

  const doctorOf =
    (by: typeof pawl) =>
    (texts: Record<string, string>, environment: Record<string, string> = {}, ...args: string[]): Promise<Ran> => {
      repository = new GitRepository();
      repository.commit(texts);
      repository.git('remote', 'add', 'origin', 'git@github.com:acme/desk.git');
      return by(repository.root, ['doctor', ...args], { environment });
    };
  const doctor = doctorOf(pawlHere);
  const asking = () => ({ GITHUB_TOKEN: TOKEN, GITHUB_API_URL: github.url });
  /** This machine is another one each time. */
  const withoutMachine = ({ stdout }: Ran): string =>
    stdout
      .replaceAll(/^.{6}(?:node|git|isolation here|clone) .*\n(?: {10,}-> .*\n?)?/gm, '')
      .replace(/^\d+ to mend.*\n/, '');

  test('says that all is well, and ends with 0', async () => {
    github.branch.rules = ['pawl', 'test'];
    github.branch.mergeQueue = true;
    const ran = await doctorOf(pawl)(soundRepository(), asking());
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    await expect(withoutMachine(ran)).toMatchFileSnapshot('golden/doctor-sound.txt');
  });

  test('names every fault with its fix, and ends with 2', async () => {
    github.branch.protection = ['pawl'];
    const text = [
      'on:',
      '  pull_request_target:',
      "    paths: ['agent/**']",
      '    types: [opened]',
      'jobs:',
      '  gate:',
      '    runs-on: ubuntu-latest',
      '    needs: build',
      "    if: github.actor != 'x'",
      '    continue-on-error: true',
      '    env: { OPENAI_API_KEY: sk-live-1 }',
      '    steps:',
      '      - uses: actions/checkout@v6',
      `        with: { ref: "\${{ github.event.pull_request.head.ref }}" }`,
      '      - uses: acme/pawl@main',
      '        with: { store: .pawl/store }',
      '  build: { runs-on: ubuntu-latest, steps: [{ run: make }] }',
      '',
    ].join('\n');
    const ran = await doctor({ ...inSettings('agent/tools/', 'tools/'), '.github/workflows/pawl.yml': text }, asking());
    expect(ran).toMatchObject({ exitCode: 2, stderr: '' });
    await expect(withoutMachine(ran)).toMatchFileSnapshot('golden/doctor-faults.txt');
  });

  test('names every problem of the settings', async () => {
    const ran = await doctor({ ...soundRepository(), 'pawl.yml': 'version: 1\nagnet: {}\n' });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toMatch(/MEND {2}settings .*pawl\.yml:2: .*agnet/);
    expect(ran.stdout).toMatch(/MEND {2}settings .*corpus/);
  });

  test('says what it could not check: without a token, without an answer', async () => {
    const silent = await doctor(soundRepository());
    expect(silent).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\? {5}required check .*GITHUB_TOKEN/) });
    github.fail('GET', /rules/, { status: 403, body: { message: 'Resource not accessible by integration' } });
    const refused = await doctor(soundRepository(), asking());
    expect(refused).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/\? {5}required check .*answered 403/),
    });
    const other = await doctor(soundRepository(), asking(), '--branch', 'release/1');
    expect(other).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/no branch release\/1/) });
  });

  test('gives the same as JSON', async () => {
    github.branch.protection = ['pawl'];
    const { stdout } = await doctor(soundRepository(), asking(), '--json');
    const { v, checks } = JSON.parse(stdout);
    expect(v).toBe(1);
    expect(checks).toContainEqual({ name: 'required check', outcome: { kind: 'good', seen: 'main requires pawl' } });
  });
});
