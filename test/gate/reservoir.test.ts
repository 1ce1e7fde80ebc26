import { afterEach, expect, test } from 'vitest';
import { obedient, oneLook, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const TIDIED = '// tidied\n';

test('a filled reservoir is shown case by case, and nothing is asked for it', async () => {
  project = await startProject({ answer: obedient, cases: someCases(3), files: { 'pawl.yml': SETTINGS } });
  expect((await project.reservoir('main')).state.cases.map(({ trials }) => trials)).toEqual(Array(3).fill(0));
  await project.fill();
  const asked = project.provider.seen.length;
  const { state, check } = await project.reservoir('main');
  expect(state).toMatchObject({ wantedPerCase: 8, warnings: [] });
  expect(state.cases.map(({ trials }) => trials)).toEqual(Array(3).fill(8));
  expect(check).toMatchObject({ sameAgent: 24, sameRequests: 0, notCovered: 0, missing: 0 });
  expect(project.provider.seen.length).toBe(asked);
});

test('trials of an earlier agent count where the new one asks exactly the same on stored answers', async () => {
  project = await startProject({ answer: obedient, cases: someCases(3) });
  await project.fill();
  project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
  const { state, check } = await project.reservoir('refactor');
  expect(state.cases.map(({ trials }) => trials)).toEqual(Array(3).fill(0));
  expect(check).toMatchObject({ sameAgent: 0, sameRequests: 3, notCovered: 0 });
});

test('trials that a simulator answered are not stored: head would be answered on another day than base', async () => {
  const rule = `{ tools: [pay_back], on_miss: simulate, command: "echo '{\\"result\\": 1}'" }`;
  const files = { 'pawl.yml': oneLook(1) + SETTINGS.replace('tools:\n', `tools:\n  rules: [${rule}]\n`) };
  const cases = someCases(1).map((one) => ({ ...one, recordings: [{ steps: [] }] }));
  project = await startProject({ answer: obedient, files, cases });
  await project.fill();
  const { state, check } = await project.reservoir('main');
  expect(state.cases).toMatchObject([{ trials: 0 }]);
  expect(check).toMatchObject({ sameAgent: 0, sameRequests: 1 });
});

test('an agent that fails repeats nothing', async () => {
  project = await startProject({ answer: obedient, cases: someCases(2) });
  await project.fill();
  project.branch('broken', { 'agent.mjs': 'process.exit(1);' });
  expect((await project.reservoir('broken')).check).toMatchObject({ sameRequests: 0, notCovered: 0, missing: 2 });
});

test('trials of an agent that asks something else do not count, and checking keeps none of them', async () => {
  project = await startProject({ answer: obedient, cases: someCases(3) });
  await project.fill();
  project.branch('prompt', { 'prompts/system.md': 'Pay back at once. Parameter: order.\n' });
  expect((await project.reservoir('prompt')).check).toMatchObject({ sameAgent: 0, sameRequests: 0, notCovered: 3 });
  expect((await project.reservoir('prompt')).state.cases.map(({ trials }) => trials)).toEqual(Array(3).fill(0));
});
