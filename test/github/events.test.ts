import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BRANCH_EVENTS } from './branch-scenarios.ts';
import { drawAnswers, PULL_REQUEST_EVENTS } from './event-scenarios.ts';
import { FakeGitHub } from './fake/github.ts';
import { operations, World } from './world.ts';

/** Processes that start processes: a busy machine takes its time. */
const LONG_MS = 120_000;

let world: World;
let github: FakeGitHub;

beforeAll(async () => {
  world = await World.open();
  const first = await FakeGitHub.start();
  await drawAnswers(world, first);
  await first.stop();
}, LONG_MS);

afterAll(() => world.close());

beforeEach(async () => {
  github = await FakeGitHub.start();
});

afterEach(() => github.stop());

describe('an event, from the runner’s start to its end', () => {
  it.each([...PULL_REQUEST_EVENTS, ...BRANCH_EVENTS])(
    '$name',
    async (scenario) => {
      const ended = await world.run(github, scenario.start(world));
      const said = ended.stdout + ended.stderr;
      expect([ended.exitCode, ended.outputs.verdict], said).toEqual([scenario.exitCode, scenario.verdict]);
      expect(ended.outputs['exit-code']).toBe(String(scenario.exitCode));
      expect(operations(github), said).toEqual(scenario.operations);
      for (const part of scenario.log ?? []) expect(said).toMatch(part);
      // Whatever happened, the run says it: in the summary, and as one annotation of the verdict's level.
      expect(ended.summary).toMatch(scenario.summary ?? /./);
      expect(github.complaints).toEqual([]);
    },
    LONG_MS,
  );
});
