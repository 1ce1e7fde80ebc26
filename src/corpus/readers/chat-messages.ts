import type { Json, JsonObject, Message, ObservedToolOutcome, Part } from '../../trace/index.ts';
import { readChatMessage } from '../../trace/index.ts';
import type { AnswerFacts, AskedCall, Turn } from './conversation.ts';

type Outcome = Exclude<ObservedToolOutcome, { kind: 'unknown' }>;

/** How a format tells a tool's failure from its result; null = it cannot. */
type IsFailure = (result: Json) => boolean;

const SENT_BY: ReadonlySet<Json | undefined> = new Set<Json | undefined>([
  'system',
  'developer',
  'user',
  'assistant',
  'tool',
  'function',
]);

/** A message of OpenAI's chat completions as a turn; null = of no role that is known. */
export function chatTurn(message: JsonObject, source: string, facts: AnswerFacts, fails: IsFailure): Turn | null {
  if (!SENT_BY.has(message.role)) return null;
  const [read] = readChatMessage(message);
  const parts = read?.parts ?? [];
  if (message.role === 'assistant') return answer(parts, source, facts);
  const [result] = parts;
  if (result?.kind !== 'tool_result') return said(read, message, source);
  const outcome: Outcome = { kind: fails(result.result) ? 'error' : 'result', value: result.result };
  const name = typeof message.name === 'string' ? message.name : null;
  const id = result.id === '' ? null : result.id;
  return { kind: 'returned', id, name, outcome, startUs: null, durationMs: null, source };
}

function said(read: Message | undefined, { role }: JsonObject, source: string): Turn {
  const message: Message = read ?? { role: role === 'user' ? 'user' : 'system', parts: [] };
  return { kind: 'said', message, source };
}

function answer(parts: readonly Part[], source: string, facts: AnswerFacts): Turn {
  const calls = parts.flatMap((part): AskedCall[] =>
    part.kind === 'tool_call'
      ? [{ id: part.id === '' ? null : part.id, name: part.name, arguments: part.arguments }]
      : [],
  );
  return { kind: 'answered', parts: parts.filter(({ kind }) => kind !== 'tool_call'), calls, facts, source };
}
