import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keepNoiseLine, readNoiseLine } from '../../src/gate/noise-line.ts';
import { renderNoise, renderTerminal } from '../../src/report/index.ts';
import { type Answer, obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

/** Refuses every third time that it is asked for one order, and never for the others. */
function moody(): Answer {
  let asked = 0;
  return (request) => {
    const text = JSON.stringify(request.body);
    if (text.includes('o-3"') && !text.includes('tool_call_id') && ++asked % 3 === 0) return { text: 'No.' };
    return obedient(request);
  };
}

test('base against base names the flaky case, the rate of false alarms and what the gate can see', async () => {
  project = await startProject({ answer: moody(), cases: someCases(12), files: { 'pawl.yml': SETTINGS } });
  const noise = await project.noise(60);
  expect(noise.missing).toBe(0);
  expect(noise.flakes).toMatchObject({ alwaysPass: 11, alwaysFail: 0, notMeasured: 0 });
  expect(noise.flakes.flaky).toHaveLength(1);
  expect(noise.flakes.flaky[0]).toMatchObject({ passes: 6, trials: 8 });
  expect(noise.line).toMatchObject({ cases: 12, trials: 96, pullRequests: 60 });
  expect(noise.line.blocks).toBeLessThanOrEqual(3);
  expect(noise.line.high).toBeGreaterThan(noise.line.blocks / 60);
  const text = renderNoise(noise, { color: false });
  expect(text).toContain('6 of 8 passed');
  expect(text).toContain('11 cases always passed, 0 always failed');
});

test('trials that left the tape are counted, and the rehearsal has them too', async () => {
  const astray: Answer = (request) =>
    JSON.stringify(request.body).includes('o-5"')
      ? { tool: 'look_up', arguments: { order: 'none' } }
      : obedient(request);
  project = await startProject({ answer: astray, cases: someCases(12) });
  const noise = await project.noise(10);
  expect(noise.unmeasured).toEqual({ trials: 1, cases: 1, wholeCases: 1 });
  expect(noise.line).toMatchObject({ trials: 12, undetermined: 1, blocks: 0 });
  expect(renderNoise(noise, { color: false })).toContain('1 of 12 trials came to no result (8.3%), in 1 case');
});

test('the next gate prints the last A/A line, and draws none of its trials again', async () => {
  project = await startProject({ answer: obedient, cases: someCases(12) });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  await project.noise(20);
  const again = await project.noise(20);
  expect(again.providerCalls).toBe(0);
  const report = await project.gate('prompt');
  expect(report.run.noise).toMatchObject({ pullRequests: 20, blocks: 0, trials: 12 });
  expect(renderTerminal(report, { color: false, width: 120 })).toContain(
    '0 of 20 unchanged pull requests would be blocked',
  );
});

test('an A/A line that is not ours is said and not printed', async () => {
  project = await startProject({ answer: obedient, cases: someCases(12) });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  await project.noise(5);
  const file = join(project.directory, '.git/pawl-store/aa.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/pawl aa v\d+/, 'pawl aa v9'));
  const report = await project.gate('prompt');
  expect(report.run.noise).toBeNull();
  expect(report.run.warnings.join()).toContain('run pawl aa again');
});

test('a line is kept whole beside that of a run that is about to keep its own', () => {
  const store = mkdtempSync(join(tmpdir(), 'pawl-aa-'));
  const line = {
    ref: 'a',
    cases: 1,
    trials: 8,
    undetermined: 0,
    pullRequests: 10,
    blocks: 0,
    undecided: 0,
    low: 0,
    high: 0.3,
  };
  writeFileSync(join(store, 'aa.json.new'), 'half a line');
  keepNoiseLine(store, line);
  expect(readNoiseLine(store)).toEqual({ line, problem: null });
  expect(readdirSync(store).sort()).toEqual(['aa.json', 'aa.json.new']);
  rmSync(store, { recursive: true });
});
