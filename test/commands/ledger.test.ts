import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ObservedTrajectory } from '../../src/trace/index.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';
import { ingest } from '../corpus/traffic/open.ts';
import { SETTINGS } from '../gate/project.ts';
import { GitRepository } from '../git-repository.ts';
import { pawl, pawlHere } from './pawl.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
});
afterEach(() => repository.remove());

const HOUR_US = 3_600_000_000;
const START_US = Date.parse('2026-11-10T00:00:00Z') * 1000;

/** Runs an hour apart whose tool raises from the twelfth on. */
async function traffic(): Promise<void> {
  const runs = Array.from(
    { length: 24 },
    (_, hour): ObservedTrajectory => ({
      ...emptyTrajectory(`run-${hour}`),
      startUs: START_US + hour * HOUR_US,
      steps: [
        {
          ...{ kind: 'tool_call', id: null, name: 'find', arguments: { id: hour % 3 } },
          outcome: hour < 12 ? { kind: 'result', value: [] } : { kind: 'error', value: 'NotFound: nothing' },
          ...{ agent: [], startUs: null, durationMs: null, sources: [] },
        },
      ],
    }),
  );
  await ingest(
    `${repository.root}/store`,
    runs.map((trajectory) => ({ kind: 'trajectory', trajectory })),
  );
}

const PINS = 'model_pins:\n  - { name: main, file: pin.json, pointer: /model }\n';
const SHA = /[0-9a-f]{10}/g;
const run = (...args: string[]) => pawlHere(repository.root, [...args, '--store', 'store']);

describe('pawl ledger', () => {
  test('bears a repository without a commit, and says that there is no such --ref', async () => {
    await traffic();
    repository.write({ 'pawl.yml': SETTINGS });
    expect(await run('ledger')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^1 new; 1 entry/) });
    repository.commit({ 'prompts/system.md': 'Be kind.\n' });
    const faulty = await run('ledger', '--ref', 'nope');
    expect(faulty).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('check the name with git log') });
  });

  test('does not take the first commit of a shallow clone for the beginning of the history', async () => {
    await traffic();
    repository.commit({ 'pawl.yml': SETTINGS, '.gitignore': 'store\n', 'prompts/system.md': 'Be kind.\n' });
    repository.commit({ 'prompts/system.md': 'Be brief.\n' });
    const [older, newer] = repository.git('rev-list', 'HEAD').trim().split('\n').toReversed();
    repository.write({ '.git/shallow': `${newer}\n` });
    const shallow = await run('ledger');
    expect(shallow.stdout).toMatch(/^1 new; 1 entry in the ledger\n\n\S+ {2}tool contract/);
    expect(shallow.stderr).toMatch(/shallow clone.*fetch-depth: 0/);
    rmSync(`${repository.root}/.git/shallow`);
    const whole = await run('ledger');
    expect(whole.stdout).toMatch(/^2 new; 3 entries/);
    expect(whole.stdout).toContain(`the history begins here\n  ${older?.slice(0, 10)}`);
    expect(whole.stdout).toContain('prompts/system.md modified: 1 line added, 1 removed');
  });

  test('lists what changed in git and in the traffic, once, and pawl changes what came before a moment', async () => {
    await traffic();
    const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T11:00:00Z`;
    repository.write({ 'pawl.yml': SETTINGS + PINS, '.gitignore': 'store\n' });
    repository.commit(
      { 'prompts/system.md': 'Be kind.\n', 'pin.json': '{"model":"gpt-4-turbo"}' },
      { subject: 'First version', date: at(1) },
    );
    repository.commit(
      { 'prompts/system.md': 'Be brief.\n', 'pin.json': '{"model":"gpt-4o"}' },
      { subject: 'Be brief (#4)', date: at(9) },
    );
    repository.commit({ 'README.md': 'x\n' }, { subject: 'Explain', date: at(9) });

    const first = await pawl(repository.root, ['ledger', '--store', 'store']);
    expect(first).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^reading what tools .* 0\/1 days/) });
    await expect(`${first.stdout.replaceAll(SHA, 'SHA')}\n`).toMatchFileSnapshot('golden/ledger.txt');

    const file = `${repository.root}/store/knowledge/ledger.jsonl`;
    const kept = readFileSync(file, 'utf8');
    const again = await run('ledger');
    expect(again).toMatchObject({ stdout: expect.stringMatching(/^0 new; 4 entries in the ledger/), stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(kept);

    const json = JSON.parse((await run('changes', '--since', '2d', '--before', '2026-11-10', '--json')).stdout);
    expect(json).toMatchObject({
      v: 1,
      entries: [
        { kind: 'model_pin', from: 'gpt-4-turbo', to: 'gpt-4o' },
        { kind: 'prompt', commit: { pullRequest: 4, author: 'A Developer' } },
      ],
    });
    expect((await run('changes', '--csv')).stdout.split('\r\n').map((line) => line.split(',')[1])).toEqual([
      ...['kind', 'model_pin', 'prompt', 'tool_contract'],
    ]);
  });

  test('says what is wrong with what it is given', async () => {
    expect(await run('changes')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/no ledger yet.*pawl ledger/s),
    });
    expect(await run('ledger')).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/no traffic store here/) });
    await traffic();
    expect(await run('ledger')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^1 new/) });
    for (const [flag, value] of [
      ['--since', 'soon'],
      ['--before', 'later'],
    ] as const)
      expect(await run('changes', flag, value)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(RegExp(`${flag}.*${value}`)),
      });
  });
});
