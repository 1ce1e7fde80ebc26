import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { drawAnswers, type Scenario } from './event-scenarios.ts';
import { FakeGitHub } from './fake/github.ts';
import { operations, World } from './world.ts';

/** Processes that start processes: a busy machine takes its time. */
export const LONG_MS = 120_000;

export interface Stage {
  readonly world: World;
  readonly github: FakeGitHub;
}

/**
 * A world for a file of tests, and a GitHub for each of them. `drawn` = the answers of base stand in the store, as after a
 * first pull request. The function gives what stands now.
 */
export function onStage({ drawn }: { readonly drawn: boolean }): () => Stage {
  let world: World;
  let github: FakeGitHub;
  beforeAll(async () => {
    world = await World.open();
    if (!drawn) return;
    const first = await FakeGitHub.start();
    await drawAnswers(world, first);
    await first.stop();
  }, LONG_MS);
  afterAll(() => world.close());
  beforeEach(async () => {
    github = await FakeGitHub.start();
  });
  afterEach(async () => {
    await github.stop();
    expect(github.complaints).toEqual([]);
  });
  return () => ({ world, github });
}

/** Each scenario from the runner's start to its end. */
export function playAll(scenarios: readonly Scenario[]): void {
  const stage = onStage({ drawn: true });
  it.each(scenarios)(
    '$name',
    async (scenario) => {
      const { world, github } = stage();
      const ended = await world.runHere(github, scenario.start(world));
      const said = ended.stdout + ended.stderr;
      expect([ended.exitCode, ended.outputs.verdict], said).toEqual([scenario.exitCode, scenario.verdict]);
      expect(ended.outputs['exit-code']).toBe(String(scenario.exitCode));
      expect(operations(github), said).toEqual(scenario.operations);
      for (const part of scenario.log ?? []) expect(said).toMatch(part);
      // Whatever happened, the run says it: in the summary, and as one annotation of the verdict's level.
      expect(ended.summary).toMatch(scenario.summary ?? /./);
    },
    LONG_MS,
  );
}
