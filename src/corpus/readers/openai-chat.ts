import type { Json, JsonObject, ObservedTrajectory } from '../../trace/index.ts';
import { isJsonObject, readRequest } from '../../trace/index.ts';
import { chatTurn } from './chat-messages.ts';
import { type AnswerFacts, NO_FACTS, stepsOf } from './conversation.ts';
import { flatAttributes, runId, textOf, turnsOf } from './parts.ts';
import { alone, type Read, type TrajectoryReader, unread, within } from './reader.ts';

/** Members by which other formats, too, hold a list of messages. */
const OTHERS = ['suite_name', 'user_task_id', 'epoch', 'simulations', 'eval'];

/** What else a request to the model would have; it stands in fine-tuning files too. */
const PARAMETERS = [
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'seed',
  'stop',
  'tool_choice',
  'parallel_tool_calls',
  'response_format',
  'reasoning_effort',
];

/**
 * Conversations in the form of OpenAI's chat completions, one an object: fine-tuning files, and logs of whole
 * conversations. Roles `developer` and `function`, `function_call` and `functions` are read as well. Whether a tool failed,
 * and how the run went, is not in them.
 */
export const openAiChat: TrajectoryReader = {
  name: 'openai-chat',
  looksLike: 'JSON Lines of {"messages":[{"role","content","tool_calls"}],"tools"}',
  detects: (record) =>
    Array.isArray(record.messages) &&
    record.messages.length > 0 &&
    record.messages.every((message) => isJsonObject(message) && typeof message.role === 'string') &&
    OTHERS.every((key) => !(key in record)),
  open: alone(readConversation),
};

function readConversation(record: JsonObject, place: string): Read {
  const { messages, id, model, metadata, tools, functions } = record;
  if (!Array.isArray(messages)) return unread(place, 'expected messages to be a list, received none');
  const request = readRequest('openai-chat', { model: '', ...pick({ tools, functions }) });
  const facts: AnswerFacts = {
    ...NO_FACTS,
    requestModel: textOf(model),
    tools: 'problem' in request || (tools ?? functions) === undefined ? null : request.tools,
    parameters: pick(Object.fromEntries(PARAMETERS.map((name) => [name, record[name]]))),
  };
  const turns = turnsOf(messages, within(place, 'messages'), (message, source) =>
    chatTurn(message, source, facts, () => false),
  );
  const { steps, output, problems } = stepsOf(turns.turns, []);
  if (steps.length === 0) return unread(place, 'a conversation without any message of the assistant');
  const trajectory: ObservedTrajectory = {
    id: textOf(id) === null ? runId(record, 'openai-chat') : runId({ opening: openingOf(messages) }, id),
    format: 'openai-chat',
    conversationId: null,
    agentName: null,
    agentVersion: null,
    userId: textOf(record.user),
    attributes: { ...flatAttributes(record), ...(isJsonObject(metadata) ? flatAttributes(metadata, 'metadata.') : {}) },
    startUs: null,
    endUs: null,
    steps,
    output,
    outcomes: [],
    problems: [...turns.problems, ...problems],
  };
  return { trajectories: [trajectory], problems: [] };
}

/**
 * What was said before the first answer. Ids in such files are often mere numbers, so that another file has them too: only a
 * conversation that began alike is the same one, and may have gone on.
 */
function openingOf(messages: readonly Json[]): Json[] {
  const answer = messages.findIndex((message) => isJsonObject(message) && message.role === 'assistant');
  return messages.slice(0, answer === -1 ? messages.length : answer);
}

function pick(members: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null),
  );
}
