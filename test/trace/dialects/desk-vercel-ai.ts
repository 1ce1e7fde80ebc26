import type { Attributes, Json, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { DEFINITIONS, json, turnAt } from './desk-chat.ts';
import type { Loss } from './losses.ts';
import { type Fixture, span, timeUs } from './telling.ts';

/** What the versions of the AI SDK write differently. */
interface Version {
  readonly name: string;
  readonly args: 'args' | 'input';
  readonly schema: 'parameters' | 'inputSchema';
  readonly tokens: readonly [input: string, output: string];
  readonly cached: string | null;
  readonly streams: boolean;
  readonly losses: readonly Loss[];
}

const V6: Version = {
  name: 'AI SDK 5 and 6, and the legacy telemetry of 7',
  args: 'input',
  schema: 'inputSchema',
  tokens: ['ai.usage.inputTokens', 'ai.usage.outputTokens'],
  cached: 'ai.usage.cachedInputTokens',
  streams: false,
  losses: ['agent version', 'evaluations'],
};

const VERSIONS: readonly Version[] = [
  {
    ...V6,
    name: 'AI SDK 4',
    args: 'args',
    schema: 'parameters',
    tokens: ['ai.usage.promptTokens', 'ai.usage.completionTokens'],
    cached: null,
    losses: ['agent version', 'evaluations', 'cached tokens'],
  },
  V6,
  { ...V6, name: 'streams', streams: true },
];

export const VERCEL_AI_FIXTURES: readonly Fixture[] = VERSIONS.map((version) => ({
  dialect: 'vercel-ai',
  name: version.name,
  spans: [rootSpan(version), ...desk.TURNS.map((_, index) => modelSpan(version, index)), ...toolSpans()],
  logs: [],
  losses: version.losses,
}));

function rootSpan({ streams }: Version): Span {
  return span({
    id: 'a0',
    parent: null,
    name: streams ? 'ai.streamText' : 'ai.generateText',
    startMs: 0,
    endMs: 500,
    scope: 'ai',
    attributes: {
      'operation.name': `${streams ? 'ai.streamText' : 'ai.generateText'} order-desk`,
      'ai.telemetry.functionId': 'order-desk',
      'ai.telemetry.metadata.userId': 'u-7',
      'ai.telemetry.metadata.sessionId': 'conv-1',
      'ai.telemetry.metadata.tier': 'gold',
      'ai.prompt': json({ system: desk.SYSTEM, prompt: desk.QUESTION }),
      'ai.response.text': desk.ANSWER,
    },
  });
}

function modelSpan(version: Version, index: number): Span {
  const { startMs, endMs, input, output, cached, text, calls, responseId } = turnAt(index);
  const operation = version.streams ? 'ai.streamText.doStream' : 'ai.generateText.doGenerate';
  const asked = calls.map(({ id, name, arguments: args }) => ({
    toolCallType: 'function',
    toolCallId: id,
    toolName: name,
    // A stream has them parsed.
    [version.args]: version.streams ? args : json(args),
  }));
  const attributes: Attributes = {
    'operation.name': `${operation} order-desk`,
    'ai.operationId': operation,
    'ai.model.provider': 'openai.chat',
    'ai.model.id': 'gpt-5-mini',
    'ai.settings.maxRetries': 2,
    'gen_ai.request.model': 'gpt-5-mini',
    'gen_ai.request.temperature': 0,
    'ai.prompt.messages': json(historyOf(version).slice(0, 2 + 2 * index)),
    'ai.prompt.tools': DEFINITIONS.map(({ parameters, ...rest }) =>
      json({ type: 'function', ...rest, [version.schema]: parameters }),
    ),
    'ai.response.finishReason': text === null ? 'tool-calls' : 'stop',
    'ai.response.id': responseId,
    'ai.response.model': 'gpt-5-mini-2026-01',
    'ai.response.text': text ?? '',
    ...(text === null ? { 'ai.response.toolCalls': json(asked) } : {}),
    [version.tokens[0]]: input,
    [version.tokens[1]]: output,
    ...(version.cached === null ? {} : { [version.cached]: cached }),
  };
  return span({ id: `c${index}`, parent: 'a0', name: operation, startMs, endMs, scope: 'ai', attributes });
}

function historyOf({ args }: Version): Json[] {
  const result = (toolCallId: string, toolName: string, value: Json): Json => {
    const type = typeof value === 'string' ? 'text' : 'json';
    const given = args === 'args' ? { result: value } : { output: { type, value } };
    return { role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName, ...given }] };
  };
  const call = ({ id, name, arguments: value }: { id: string; name: string; arguments: Json }): Json => ({
    role: 'assistant',
    content: [{ type: 'tool-call', toolCallId: id, toolName: name, [args]: value }],
  });
  return [
    { role: 'system', content: desk.SYSTEM },
    { role: 'user', content: [{ type: 'text', text: desk.QUESTION }] },
    call(desk.LOOKUP),
    result('call_1', 'get_order', desk.ORDER),
    call(desk.PAYBACK),
    result('call_2', 'refund', desk.REFUSAL),
  ];
}

function toolSpans(): Span[] {
  return desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const failed = call === desk.PAYBACK;
    const exception = { name: 'exception', timeUs: timeUs(endMs), attributes: { 'exception.message': desk.REFUSAL } };
    return span({
      id: `t${index}`,
      parent: 'a0',
      name: 'ai.toolCall',
      startMs,
      endMs,
      scope: 'ai',
      attributes: {
        'ai.operationId': 'ai.toolCall',
        'ai.toolCall.name': call.name,
        'ai.toolCall.id': call.id,
        'ai.toolCall.args': json(call.arguments),
        ...(failed ? {} : { 'ai.toolCall.result': json(desk.ORDER) }),
      },
      ...(failed ? { error: '', events: [exception] } : {}),
    });
  });
}
