import { pullRequest } from './event-scenarios.ts';
import type { FakeGitHub } from './fake/github.ts';
import type { ActionEnd } from './runner.ts';
import type { World } from './world.ts';

/** The jobs of one workflow run on a pull request, each as the runner would start it: the built program, or the same here. */
export class MatrixJobs {
  readonly #world: World;
  readonly #github: FakeGitHub;
  readonly #head: string;
  readonly #by: 'run' | 'runHere';

  constructor(world: World, github: FakeGitHub, head: string, by: 'run' | 'runHere' = 'runHere') {
    this.#world = world;
    this.#github = github;
    this.#head = head;
    this.#by = by;
  }

  plan(round: 1 | 2 = 1, attempt = 1): Promise<ActionEnd> {
    return this.#start({ mode: 'plan', round: String(round), shards: '2' }, attempt);
  }

  replay(shard: number, round: 1 | 2 = 1, attempt = 1): Promise<ActionEnd> {
    return this.#start({ mode: 'replay', shard: String(shard), round: String(round), 'github-token': '' }, attempt);
  }

  gate(attempt = 1, head = this.#head): Promise<ActionEnd> {
    return this.#start({ mode: 'gate' }, attempt, head);
  }

  /** Plans a round and replays all of its shards but `except`; says which there were. */
  async round(round: 1 | 2, except: readonly number[] = []): Promise<readonly number[]> {
    const planned = await this.plan(round);
    if (planned.exitCode !== 0) throw new Error(planned.stdout + planned.stderr);
    const shards: number[] = JSON.parse(planned.outputs.shards ?? '');
    for (const shard of shards.filter((one) => !except.includes(one))) {
      const replayed = await this.replay(shard, round);
      if (replayed.exitCode !== 0) throw new Error(replayed.stdout + replayed.stderr);
    }
    return shards;
  }

  #start(inputs: Readonly<Record<string, string>>, attempt: number, head = this.#head): Promise<ActionEnd> {
    const event = pullRequest(this.#world, head);
    return this.#world[this.#by](this.#github, { event, inputs, run: { id: 500, attempt } });
  }
}
