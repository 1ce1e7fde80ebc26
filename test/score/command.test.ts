import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Outcome, runCommandScorer } from '../../src/score/index.ts';
import { aCase, aTrial } from './build.ts';

let cwd = '';
afterEach(() => {
  vi.useRealTimers();
});
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'pawl-score-'));
});
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const PAIRS = ['good', 'bad', 'good'].map((output) => ({ case: aCase(), trial: aTrial([], output) }));

const launch = (command: string, env: Record<string, string>) => ({ file: '/bin/sh', args: ['-c', command], cwd, env });

async function run(
  script: string,
  timeoutMs = 60_000,
  environment: Record<string, string> = {},
): Promise<readonly Outcome[]> {
  const file = join(cwd, `scorer-${Math.abs(hash(script))}.mjs`);
  await writeFile(file, script);
  const command = `"${process.execPath}" "${file}"`;
  const env = { PATH: process.env.PATH ?? '', ...environment };
  return runCommandScorer({ name: 'mine', command, timeoutMs }, PAIRS, (line) => launch(line, env));
}

const EACH_LINE = `
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { case: c, trial } = JSON.parse(line);
`;

function allUndetermined(outcomes: readonly Outcome[], reason: RegExp): void {
  expect(outcomes).toHaveLength(PAIRS.length);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ kind: 'undetermined', reason: expect.stringMatching(reason) });
}

test('one line a trial decides each trial, in order', async () => {
  const outcomes = await run(`${EACH_LINE}
    const pass = trial.trajectory.output === 'good' && c.id === 'case-1';
    console.log(JSON.stringify({ pass, reason: 'it said ' + trial.trajectory.output }));
  }`);
  expect(outcomes).toEqual([{ kind: 'pass' }, { kind: 'fail', reason: 'it said bad' }, { kind: 'pass' }]);
});

test('a line that is no verdict leaves its trial open', async () => {
  const outcomes = await run(`console.log('{"pass":true}'); console.log('{"pass":"yes"}'); console.log('perhaps');`);
  expect(outcomes[0]).toEqual({ kind: 'pass' });
  expect(outcomes[1]).toMatchObject({
    kind: 'undetermined',
    reason: expect.stringMatching(/line 2: expected .* received \{"pass":"yes"\}/),
  });
  expect(outcomes[2]).toMatchObject({
    kind: 'undetermined',
    reason: expect.stringMatching(/line 3: expected .* received perhaps/),
  });
});

test('too few or too many lines leave all trials open', async () => {
  allUndetermined(await run(`console.log('{"pass":true}')`), /expected 3 lines, one a trial, received 1/);
  allUndetermined(await run(`for (let i = 0; i < 4; i++) console.log('{"pass":true}')`), /received 4/);
});

test('an exit code other than 0 leaves all trials open, whatever was printed', async () => {
  const script = `for (let i = 0; i < 3; i++) console.log('{"pass":true}'); console.error('no model'); process.exitCode = 3;`;
  allUndetermined(await run(script), /exit code 3: no model/);
});

test('a command that cannot be found leaves all trials open', async () => {
  const scorer = { name: 'mine', command: 'pawl-no-such-command', timeoutMs: 60_000 };
  const env = { PATH: process.env.PATH ?? '' };
  allUndetermined(await runCommandScorer(scorer, PAIRS, (command) => launch(command, env)), /exit code 127/);
  const nowhere = join(cwd, 'none');
  allUndetermined(
    await runCommandScorer(scorer, PAIRS, (command) => ({ ...launch(command, env), cwd: nowhere })),
    /could not be started/,
  );
});

test('a time out ends the command with all that it started', async () => {
  const pidFile = join(cwd, 'grandchild.pid');
  const script = `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
    setInterval(() => {}, 1000);`;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const running = run(script, 1_500);
  let pid = 0;
  while (pid === 0) {
    await nextTurn();
    pid = existsSync(pidFile) ? Number(await readFile(pidFile, 'utf8')) : 0;
  }
  vi.advanceTimersByTime(1_500);
  allUndetermined(await running, /no end within 1.5 s/);
  vi.useRealTimers();
  expect(pid).toBeGreaterThan(1);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

/** It would stay for longer than any test may take. */
const LEAVE = `(setsid sh -c 'echo $$ > left; exec sleep 1000' &) ; until test -s left; do sleep 0.01; done`;

async function endLeft(): Promise<void> {
  process.kill(Number(await readFile(join(cwd, 'left'), 'utf8')), 'SIGKILL');
  await rm(join(cwd, 'left'));
}

test.each([
  ['waits for nobody', `${LEAVE}; exit 0`, 60_000, /expected 3 lines/],
  ['is ended at its time', `(setsid sleep 1000 & echo $! > left) ; sleep 1000`, 200, /no end within 0.2 s/],
])('a command that leaves something behind with its output open %s', async (_, command, timeoutMs, reason) => {
  const env = { PATH: process.env.PATH ?? '' };
  const scorer = { name: 'mine', command, timeoutMs };
  allUndetermined(await runCommandScorer(scorer, PAIRS, (line) => launch(line, env)), reason);
  await endLeft();
});

test('what a command has printed counts, though something that it left holds its output open', async () => {
  const env = { PATH: process.env.PATH ?? '' };
  const command = `for i in 1 2 3; do echo '{"pass":true}'; done; ${LEAVE}`;
  const scorer = { name: 'mine', command, timeoutMs: 60_000 };
  const outcomes = await runCommandScorer(scorer, PAIRS, (line) => launch(line, env));
  expect(outcomes).toEqual([{ kind: 'pass' }, { kind: 'pass' }, { kind: 'pass' }]);
  await endLeft();
});

test('the command sees the environment it is given and no other', async () => {
  const outcomes = await run(
    `for (let i = 0; i < 3; i++) console.log(JSON.stringify({ pass: false, reason: Object.keys(process.env).sort().join(' ') }));`,
    60_000,
    { LANG: 'C.UTF-8' },
  );
  const [first] = outcomes;
  const seen = first?.kind === 'fail' ? first.reason.split(' ') : [];
  // The shell itself adds PWD and the like.
  expect(seen).toEqual(expect.arrayContaining(['LANG', 'PATH']));
  expect(seen).not.toContain('HOME');
});

test('a command that reads nothing is judged by what it prints', async () => {
  const outcomes = await run(`for (let i = 0; i < 3; i++) console.log('{"pass":true}'); process.exit(0);`);
  expect(outcomes).toEqual([{ kind: 'pass' }, { kind: 'pass' }, { kind: 'pass' }]);
});

/** A killed process whose new parent has not collected it yet (state Z) runs no more. */
function isRunning(pid: number): boolean {
  try {
    if (process.platform === 'linux') return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function hash(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) | 0, 7);
}
