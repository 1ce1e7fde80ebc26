import type { Case } from '../corpus/index.ts';
import { type Call, hashJson, type ToolCall } from '../trace/index.ts';
import type { MissPolicy } from './agent.ts';
import type { SideLaunch } from './child.ts';
import { type ToolAnswer, toolsAt } from './live-tools.ts';
import { simulate } from './simulator.ts';

/** A call that is not on the tape, in the recordings' terms, and what its trial had done before. */
interface AskedStandIn {
  readonly theCase: Case;
  readonly number: number;
  readonly call: Call;
  readonly before: readonly ToolCall[];
}

/** What answers in the place of a tape. */
type StandInPolicy = Extract<MissPolicy, { kind: 'simulate' | 'live' }>;

/**
 * The user's simulators and live tools. Both sides share one world: the same call after the same calls in the same trial
 * is asked once, so that a difference between base and head is never the simulator's.
 */
export class StandIns {
  readonly #launch: (command: string) => SideLaunch;
  readonly #answers = new Map<string, Promise<ToolAnswer>>();

  constructor(launch: (command: string) => SideLaunch) {
    this.#launch = launch;
  }

  ask(policy: StandInPolicy, { theCase, number, call, before }: AskedStandIn): Promise<ToolAnswer> {
    const { id, input, recordings } = theCase;
    const calls = before.map((step) => {
      const { name, arguments: args } = step.recordedAs ?? step;
      return { tool: name, arguments: args, outcome: step.outcome };
    });
    const asked = { trial: number, tool: call.name, arguments: call.arguments, calls };
    const key = hashJson([id, policy, asked]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer =
      policy.kind === 'live'
        ? toolsAt(policy.url, policy.timeoutMs)(call.name, call.arguments)
        : simulate(
            this.#launch(policy.command),
            JSON.stringify({ v: 1, case: { id, input, recordings }, ...asked }),
            policy.timeoutMs,
          );
    this.#answers.set(key, answer);
    return answer;
  }
}
