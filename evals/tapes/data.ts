import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedToolCall } from '../../src/corpus/index.ts';
import type { ObservedStep, ObservedTrajectory } from '../../src/trace/index.ts';
import { DATA } from '../readers/sources.ts';
import { readTrajectoryFile } from '../readers/trajectory-file.ts';

/** What one agent did in each case, by case: its tool calls with what the tools really returned. */
export type Runs = ReadonlyMap<string, readonly RecordedToolCall[]>;

/** Recordings of the same cases by several agents, or by one agent several times. */
export interface Recordings {
  readonly of: (agent: string) => Promise<Runs>;
  readonly agents: readonly string[];
}

const DOJO = join(DATA, 'agentdojo/runs');
const TAU = join(DATA, 'tau-bench/historical_trajectories/gpt-4o-airline.json.gz');

/** Defences that write into what the tools return before it is recorded: no recording of the tools. */
const REWRITING = /-(spotlighting_with_delimiting|transformers_pi_detector)\.jsonl\.gz$/;

export const hasData = existsSync(DOJO) && existsSync(TAU);

/** AgentDojo without attacks: 97 tasks, each pipeline once. */
export function agentDojo(): Recordings {
  const files = readdirSync(DOJO).filter((file) => !REWRITING.test(file));
  const agents = files.map((file) => file.replace(/\.jsonl\.gz$/, ''));
  return {
    agents,
    of: remember(async (agent) => {
      const benign = (await trajectoriesOf(join(DOJO, `${agent}.jsonl.gz`))).filter(({ attributes }) => {
        return attributes.injection_task_id === undefined && (attributes.attack_type ?? 'none') === 'none';
      });
      return byCase(benign, ({ suite_name, user_task_id }) => `${suite_name}/${user_task_id}`);
    }),
  };
}

/** tau-bench airline with gpt-4o: 50 tasks, four trials each. */
export function tauBench(): Recordings {
  const all = remember(trajectoriesOf);
  return {
    agents: ['0', '1', '2', '3'],
    of: remember(async (trial) => {
      const own = (await all(TAU)).filter(({ attributes }) => String(attributes.trial) === trial);
      return byCase(own, ({ task_id }) => String(task_id));
    }),
  };
}

function remember<Value>(read: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (name) => {
    const value = known.get(name) ?? read(name);
    known.set(name, value);
    return value;
  };
}

async function trajectoriesOf(file: string): Promise<readonly ObservedTrajectory[]> {
  return (await readTrajectoryFile(file)).trajectories;
}

function byCase(
  trajectories: readonly ObservedTrajectory[],
  caseOf: (attributes: ObservedTrajectory['attributes']) => string,
): Runs {
  return new Map(trajectories.map(({ attributes, steps }) => [caseOf(attributes), steps.flatMap(recordedCall)]));
}

/** A call that was asked for when the run was cut short was never made. */
function recordedCall(step: ObservedStep): RecordedToolCall[] {
  if (step.kind !== 'tool_call') return [];
  const { name, arguments: args, outcome } = step;
  return outcome.kind === 'unknown' ? [] : [{ kind: 'tool_call', name, arguments: args, outcome }];
}
