import { cut } from '../../errors.ts';
import type { Json, JsonObject, ObservedTrajectory, Outcome } from '../../trace/index.ts';
import { isJsonObject, rewardPassed, tauBaseSuccess } from '../../trace/index.ts';
import { chatTurn } from './chat-messages.ts';
import { NO_FACTS, stepsOf } from './conversation.ts';
import { brokeDown, flatAttributes, runId, textOf, turnsOf } from './parts.ts';
import { alone, type Read, type TrajectoryReader, unread, within } from './reader.ts';

/**
 * tau-bench (Yao et al. 2024, arXiv:2406.12045): a list with an object a trial. Neither the agent's model nor any time is in
 * the file. A tool that failed says so in its text, which then begins with `Error: `.
 */
export const tauBench: TrajectoryReader = {
  name: 'tau-bench',
  looksLike: 'a JSON list of {"task_id","trial","reward","info","traj"}',
  detects: (record) => ['task_id', 'trial', 'reward', 'traj'].every((key) => key in record),
  open: alone(readTrial),
};

function readTrial(record: JsonObject, place: string): Read {
  const { traj, task_id, trial, info } = record;
  if (!Array.isArray(traj)) return unread(place, 'expected traj to be a list of messages, received none');
  const turns = turnsOf(traj, within(place, 'traj'), (message, source) => chatTurn(message, source, NO_FACTS, isError));
  const { steps, output, problems } = stepsOf(turns.turns, []);
  const trajectory: ObservedTrajectory = {
    id: runId(record, 'tau-bench', task_id, trial),
    format: 'tau-bench',
    conversationId: null,
    agentName: null,
    agentVersion: null,
    userId: null,
    attributes: { ...flatAttributes(record), ...(isJsonObject(info) ? flatAttributes(info, 'info.') : {}) },
    startUs: null,
    endUs: null,
    steps,
    output,
    outcomes: outcomesOf(record),
    problems: [...turns.problems, ...problems],
  };
  return { trajectories: [trajectory], problems: [] };
}

function isError(result: Json): boolean {
  return typeof result === 'string' && result.startsWith('Error: ');
}

/** The plain success comes first where a shaped reward keeps it: a reward of .93 says neither pass nor fail. */
function outcomesOf(record: JsonObject): Outcome[] {
  const { reward, info } = record;
  const error = isJsonObject(info) ? textOf(info.error) : null;
  const success = tauBaseSuccess(record);
  const outcome = (name: string, value: Json | undefined, judges: boolean): Outcome[] => {
    const passed = judges && error === null ? rewardPassed(value) : null;
    return typeof value === 'number' ? [{ name, value, passed, source: 'reward', explanation: null }] : [];
  };
  return [
    ...outcome('base_success', success, true),
    ...outcome('reward', reward, success === undefined),
    ...(error === null ? [] : [brokeDown(cut(error, 200))]),
  ];
}
