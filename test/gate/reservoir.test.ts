import { afterEach, expect, test } from 'vitest';
import { obedient, type Project, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const TIDIED = '// tidied\n';

test('a filled reservoir is shown case by case, and nothing is asked for it', async () => {
  project = await startProject({ answer: obedient, cases: someCases(3) });
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
  expect(check).toMatchObject({ sameAgent: 0, sameRequests: 24, notCovered: 0 });
});

test('trials of an agent that asks something else do not count, and checking keeps none of them', async () => {
  project = await startProject({ answer: obedient, cases: someCases(3) });
  await project.fill();
  project.branch('prompt', { 'prompts/system.md': 'Pay back at once. Parameter: order.\n' });
  expect((await project.reservoir('prompt')).check).toMatchObject({ sameAgent: 0, sameRequests: 0, notCovered: 24 });
  expect((await project.reservoir('prompt')).state.cases.map(({ trials }) => trials)).toEqual(Array(3).fill(0));
});
