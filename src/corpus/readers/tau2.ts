import type { Json, JsonObject, ObservedTrajectory, Outcome } from '../../trace/index.ts';
import { argumentsOf, isJsonObject, momentOf, resultOf, rewardPassed, usageOf } from '../../trace/index.ts';
import { type AnswerFacts, type AskedCall, NO_FACTS, stepsOf, type Turn } from './conversation.ts';
import { brokeDown, flatAttributes, msBetween, runId, textOf, turnsOf, usOf } from './parts.ts';
import { alone, type Read, type ReadProblem, type TrajectoryReader, within } from './reader.ts';

/**
 * tau2-bench (Barres et al. 2025, arXiv:2506.07982): one object, a simulation a trial. Messages carry the moment at which
 * they were complete, local time without an offset, read as UTC; a step lasts from the message before. The agent's
 * instructions are not in the file.
 */
export const tau2Bench: TrajectoryReader = {
  name: 'tau2',
  looksLike: 'a JSON object with "simulations": [{"task_id","trial","messages","reward_info"}], "tasks" and "info"',
  detects: (record) => Array.isArray(record.simulations) && Array.isArray(record.tasks),
  open: alone(readLog),
};

interface Setting {
  readonly domain: string | null;
  readonly agentName: string | null;
  readonly facts: AnswerFacts;
}

function readLog({ simulations, info }: JsonObject, place: string): Read {
  const { agent_info, environment_info } = isJsonObject(info) ? info : {};
  const { implementation, llm, llm_args } = isJsonObject(agent_info) ? agent_info : {};
  const setting: Setting = {
    domain: isJsonObject(environment_info) ? textOf(environment_info.domain_name) : null,
    agentName: textOf(implementation),
    facts: { ...NO_FACTS, requestModel: textOf(llm), parameters: isJsonObject(llm_args) ? llm_args : {} },
  };
  const trajectories: ObservedTrajectory[] = [];
  const problems: ReadProblem[] = [];
  for (const [index, simulation] of (Array.isArray(simulations) ? simulations : []).entries()) {
    const at = within(place, `simulations[${index}]`);
    const messages = isJsonObject(simulation) ? simulation.messages : null;
    if (isJsonObject(simulation) && Array.isArray(messages)) {
      trajectories.push(readSimulation(simulation, messages, at, setting));
    } else problems.push({ place: at, reason: 'expected {"task_id","trial","messages","reward_info"}' });
  }
  if (trajectories.length + problems.length === 0) problems.push({ place, reason: 'holds no simulation' });
  return { trajectories, problems };
}

function readSimulation(
  simulation: JsonObject,
  messages: readonly Json[],
  place: string,
  { domain, agentName, facts }: Setting,
): ObservedTrajectory {
  const { id, task_id, trial, start_time, end_time } = simulation;
  const [greeting] = messages;
  let beforeUs = usOf(start_time);
  const turns = turnsOf(messages, `${place}.messages`, (message, source) => {
    const atUs = usOf(message.timestamp);
    const time = { startUs: beforeUs, durationMs: msBetween(beforeUs, atUs) };
    beforeUs = atUs;
    return turnOf(message, source, { ...facts, ...time }, message === greeting);
  });
  const { steps, output, problems } = stepsOf(turns.turns, []);
  const userCalls = messages.flatMap((message) =>
    isJsonObject(message) && message.role === 'user' ? callsOf(message) : [],
  );
  const naive = typeof start_time === 'string' && momentOf(start_time)?.hasOffset === false;
  return {
    id: textOf(id) ?? runId(simulation, 'tau2', domain, task_id, trial),
    format: 'tau2',
    conversationId: null,
    agentName,
    agentVersion: null,
    userId: null,
    attributes: { ...flatAttributes(simulation), ...(domain === null ? {} : { domain }) },
    startUs: usOf(start_time),
    endUs: usOf(end_time),
    steps,
    output,
    outcomes: outcomesOf(simulation),
    problems: [
      ...turns.problems,
      ...problems,
      ...(userCalls.length === 0
        ? []
        : [`${userCalls.length} tool calls are the simulated user's and no steps of the agent`]),
      ...(naive ? ['times without an offset from UTC, read as UTC'] : []),
    ],
  };
}

function turnOf(message: JsonObject, source: string, facts: AnswerFacts, isFirst: boolean): Turn | 'unseen' | null {
  const { role, requestor, content, error, id, usage, raw_data } = message;
  const parts = typeof content === 'string' && content !== '' ? [{ kind: 'text' as const, text: content }] : [];
  if (role === 'user' || role === 'system') return { kind: 'said', message: { role, parts }, source };
  // The simulated user has tools of its own; what they give is not said to the agent.
  if (role === 'tool' && requestor === 'user') return 'unseen';
  if (role === 'tool') {
    const value = typeof content === 'string' ? resultOf(content) : (content ?? '');
    const outcome = { kind: error === true ? 'error' : 'result', value } as const;
    const { startUs, durationMs } = facts;
    return { kind: 'returned', id: textOf(id), name: null, outcome, startUs, durationMs, source };
  }
  if (role !== 'assistant') return null;
  const calls = callsOf(message);
  // The greeting that opens every run is written, not asked of a model.
  if (isFirst && calls.length === 0 && !isJsonObject(usage) && !isJsonObject(raw_data)) {
    return { kind: 'said', message: { role, parts }, source };
  }
  return { kind: 'answered', parts, calls, facts: { ...facts, ...answerFacts(message) }, source };
}

function answerFacts({ usage, raw_data, cost }: JsonObject): Partial<AnswerFacts> {
  const { finish_reason } = isJsonObject(raw_data) ? raw_data : {};
  const { prompt_tokens, completion_tokens } = isJsonObject(usage) ? usage : {};
  return {
    finishReason: textOf(finish_reason),
    usage: usageOf({ input: prompt_tokens, output: completion_tokens, cached: undefined }),
    // The harness writes 0 where it knows no price.
    costUsd: typeof cost === 'number' && cost > 0 ? cost : null,
  };
}

function callsOf({ tool_calls }: JsonObject): AskedCall[] {
  const calls = Array.isArray(tool_calls) ? tool_calls.filter(isJsonObject) : [];
  return calls.map((call) => ({
    id: textOf(call.id),
    name: textOf(call.name) ?? '',
    arguments: argumentsOf(call.arguments),
  }));
}

function outcomesOf({ reward_info, termination_reason }: JsonObject): Outcome[] {
  const reward = isJsonObject(reward_info) ? reward_info.reward : undefined;
  const broke = termination_reason === 'infrastructure_error';
  const passed = broke ? null : rewardPassed(reward);
  return [
    ...(typeof reward === 'number'
      ? [{ name: 'reward', value: reward, passed, source: 'reward', explanation: null } as const]
      : []),
    ...(broke ? [brokeDown('infrastructure error')] : []),
  ];
}
