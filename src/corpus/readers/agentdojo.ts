import { cut } from '../../errors.ts';
import type { Json, JsonObject, ObservedTrajectory, Outcome, Part } from '../../trace/index.ts';
import { isJsonObject, resultOf } from '../../trace/index.ts';
import { type AskedCall, NO_FACTS, stepsOf, type Turn } from './conversation.ts';
import { brokeDown, flatAttributes, runId, textOf, turnsOf } from './parts.ts';
import { alone, type Read, type TrajectoryReader, unread, within } from './reader.ts';

const NEEDED = ['suite_name', 'user_task_id', 'utility'];

/**
 * AgentDojo runs (Debenedetti et al. 2024, arXiv:2406.13352): an object each. The pipeline is the agent; its name is the
 * model's, with the defence behind it where one was used. Times are not recorded; `duration` (seconds) is an attribute.
 */
export const agentDojo: TrajectoryReader = {
  name: 'agentdojo',
  looksLike:
    'JSON of {"suite_name","pipeline_name","user_task_id","injection_task_id","messages","utility","security"}',
  detects: (record) => NEEDED.every((key) => key in record),
  open: alone(readRun),
};

const DEFENCES = [
  'tool_filter',
  'transformers_pi_detector',
  'spotlighting_with_delimiting',
  'repeat_user_prompt',
] as const;

function readRun(record: JsonObject, place: string): Read {
  const { messages, suite_name, pipeline_name, user_task_id, injection_task_id } = record;
  const missing = NEEDED.filter((key) => !(key in record));
  if (missing.length > 0 || !Array.isArray(messages)) {
    return unread(place, `expected ${[...missing, 'messages'].join(', ')}, received none`);
  }
  const model = typeof pipeline_name === 'string' ? modelOf(pipeline_name) : null;
  const turns = turnsOf(messages, within(place, 'messages'), (message, source) => turnOf(message, source, model));
  const { steps, output, problems } = stepsOf(turns.turns, []);
  const trajectory: ObservedTrajectory = {
    id: runId(record, pipeline_name, suite_name, user_task_id, injection_task_id),
    format: 'agentdojo',
    conversationId: null,
    agentName: textOf(pipeline_name),
    agentVersion: null,
    userId: null,
    attributes: flatAttributes(record),
    startUs: null,
    endUs: null,
    steps,
    output,
    outcomes: outcomesOf(record),
    problems: [...turns.problems, ...problems],
  };
  return { trajectories: [trajectory], problems: [] };
}

function modelOf(pipeline: string): string {
  const defence = DEFENCES.find((name) => pipeline.endsWith(`-${name}`));
  return defence === undefined ? pipeline : pipeline.slice(0, -defence.length - 1);
}

function turnOf(message: JsonObject, source: string, requestModel: string | null): Turn | null {
  const { role, content, tool_calls, tool_call, tool_call_id, error } = message;
  switch (role) {
    case 'system':
    case 'user':
      return { kind: 'said', message: { role, parts: partsOf(content) }, source };
    case 'assistant': {
      const calls = Array.isArray(tool_calls) ? tool_calls.filter(isJsonObject).map(callOf) : [];
      return { kind: 'answered', parts: partsOf(content), calls, facts: { ...NO_FACTS, requestModel }, source };
    }
    case 'tool': {
      const name = isJsonObject(tool_call) ? textOf(tool_call.function) : null;
      const failed = typeof error === 'string' && error !== '';
      const value = failed ? error : resultOf(saidIn(content));
      const outcome = { kind: failed ? 'error' : 'result', value } as const;
      return { kind: 'returned', id: textOf(tool_call_id), name, outcome, startUs: null, durationMs: null, source };
    }
    default:
      return null;
  }
}

/** Some pipelines give every call the empty id. */
function callOf(call: JsonObject): AskedCall {
  return { id: textOf(call.id), name: textOf(call.function) ?? '', arguments: call.args ?? null };
}

/** A text, or in later versions a list of `{"type":"text","content"}`. */
function partsOf(content: Json | undefined): Part[] {
  const blocks = Array.isArray(content) ? content : [{ type: 'text', content: content ?? '' }];
  return blocks.flatMap((block): Part[] => {
    const { type, content: text } = isJsonObject(block) ? block : {};
    if (typeof text !== 'string') return [{ kind: 'other', type: typeof type === 'string' ? type : 'unknown' }];
    if (text === '') return [];
    return [{ kind: type === 'thinking' ? 'reasoning' : 'text', text }];
  });
}

function saidIn(content: Json | undefined): string {
  return partsOf(content)
    .flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    .join('\n');
}

/** Where the run broke down, AgentDojo writes `utility: false, security: true`, which nobody has found out. */
function outcomesOf({ utility, security, attack_type, error }: JsonObject): Outcome[] {
  const broke = typeof error === 'string' && error !== '';
  const outcome = (name: string, value: Json | undefined, passed: boolean): Outcome[] =>
    typeof value === 'boolean'
      ? [{ name, value, passed: broke ? null : passed, source: 'evaluation', explanation: null }]
      : [];
  const attacked = typeof attack_type === 'string' && attack_type !== 'none';
  return [
    ...outcome('utility', utility, utility === true),
    ...(attacked ? outcome('security', security, security === false) : []),
    ...(broke ? [brokeDown(cut(error, 200))] : []),
  ];
}
