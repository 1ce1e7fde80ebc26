import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { ObservedToolOutcome } from '../observed.ts';
import type { Attributes, Span } from '../span.ts';
import { anthropicMessages } from '../wires/anthropic-messages.ts';
import { messageOf, textParts } from '../wires/parts.ts';
import { errorOf, NO_RUN, numberAt, runOf, textAt } from './attributes.ts';
import { REQUEST_BODY, RESPONSE_BODY, spansOfClaudeLogs } from './claude-code-logs.ts';
import { argumentsFrom, resultFrom } from './decode.ts';
import type { Dialect, RunReading, SpanReading } from './dialect.ts';
import { finishReasonOf, usageFrom } from './genai.ts';

/**
 * Claude Code: one `claude_code.interaction` a prompt, with `llm_request` and `tool` below it. What spans may say depends
 * on the OTEL_LOG_* variables of the process; more of it stands in its log events.
 * Source: https://code.claude.com/docs/en/monitoring-usage, sections "Traces (beta)" and "Events".
 */
export const claudeCode: Dialect = {
  name: 'claude-code',
  reads: ({ scope, name }) => name.startsWith('claude_code.') || scope.name.startsWith('com.anthropic.claude_code'),
  read(span) {
    const problems: string[] = [];
    return {
      span: readingOf(span, problems),
      run: runWith(span.attributes),
      problems,
      agent: agentOf(span.attributes),
    };
  },
  spansOf: spansOfClaudeLogs,
};

function readingOf(span: Span, problems: string[]): SpanReading {
  const { attributes } = span;
  switch (textAt(attributes, 'span.type') ?? span.name.replace(/^claude_code\./, '')) {
    case 'interaction': {
      const input = messageOf('user', textParts(shownText(attributes, 'user_prompt') ?? ''));
      return { kind: 'agent', name: 'claude-code', version: textAt(attributes, 'app.version'), input };
    }
    case 'llm_request':
      return modelCallOf(span, problems);
    case 'tool':
      return toolOf(span, argumentsOf(span, problems));
    case 'tool.execution':
      return toolOf(span, null);
    case 'tool.blocked_on_user':
      return attributes.decision === 'reject' ? toolOf(span, null) : { kind: 'framework' };
    default:
      return { kind: 'framework' };
  }
}

/** Text that was not logged stands as a mark of it. */
function shownText(attributes: Attributes, ...names: readonly string[]): string | null {
  const text = textAt(attributes, ...names);
  return text === '<REDACTED>' ? null : text;
}

function modelCallOf(span: Span, problems: string[]): SpanReading {
  const { attributes } = span;
  const request = bodyAt(attributes, REQUEST_BODY, problems);
  const asked = request === null ? null : anthropicMessages.request(request);
  const body = bodyAt(attributes, RESPONSE_BODY, problems);
  const response = body === null ? null : anthropicMessages.response(body);
  const text = messageOf('assistant', textParts(shownText(attributes, 'response.model_output', 'response') ?? ''))[0];
  const finish = textAt(attributes, 'stop_reason') ?? response?.finishReason ?? null;
  return {
    kind: 'model_call',
    provider: textAt(attributes, 'gen_ai.system') ?? 'anthropic',
    requestModel: textAt(attributes, 'gen_ai.request.model', 'model'),
    responseModel: response?.model ?? null,
    responseId: textAt(attributes, 'gen_ai.response.id', 'request_id'),
    input: asked === null ? null : [...asked.instructions, ...asked.messages],
    output: response?.message ?? text ?? null,
    tools: asked?.tools ?? null,
    parameters: Object.fromEntries(PARAMETERS.flatMap((name) => member(name, attributes[name] ?? request?.[name]))),
    finishReason: finish === null ? null : finishReasonOf(finish),
    usage: tokensOf(attributes),
    costUsd: numberAt(attributes, 'cost_usd'),
    error: failureOf(span),
  };
}

const PARAMETERS = ['speed', 'effort', 'temperature', 'max_tokens'];

function member(name: string, value: Json | undefined): [string, Json][] {
  return value === undefined || value === null ? [] : [[name, value]];
}

/** Bodies are cut at 60 KB; what is left of such a one is no JSON. */
function bodyAt(attributes: Attributes, name: string, problems: string[]): JsonObject | null {
  const text = attributes[name];
  const body = typeof text === 'string' ? parseJson(text) : undefined;
  if (typeof text === 'string' && !isJsonObject(body))
    problems.push('a body of the Messages API that was cut, left out');
  return isJsonObject(body) ? body : null;
}

/** This wire counts cached input apart from `input_tokens`. */
function tokensOf(attributes: Attributes) {
  const input = numberAt(attributes, 'input_tokens');
  const output = numberAt(attributes, 'output_tokens');
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, 'cache_read_tokens') ?? 0;
  const written = numberAt(attributes, 'cache_creation_tokens') ?? 0;
  return usageFrom({ input: (input ?? 0) + cached + written, output: output ?? 0, cached, written });
}

/** A tool span, or a part of one, which does not repeat the tool's name. */
function toolOf(span: Span, args: Json): SpanReading {
  const { attributes } = span;
  return {
    kind: 'tool_call',
    id: textAt(attributes, 'tool_use_id', 'gen_ai.tool.call.id'),
    name: textAt(attributes, 'tool_name', 'gen_ai.tool.name') ?? '',
    arguments: args,
    outcome: outcomeOf(span),
  };
}

const OUTPUT_EVENT = 'tool.output';

function outputEvent({ events }: Span): Attributes {
  return events.find(({ name }) => name === OUTPUT_EVENT)?.attributes ?? {};
}

function outcomeOf(span: Span): ObservedToolOutcome {
  const output = shownText({ ...span.attributes, ...outputEvent(span) }, 'output', 'tool_output', 'content');
  const failure = span.attributes.decision === 'reject' ? 'rejected by the user' : failureOf(span);
  if (failure !== null) return { kind: 'error', value: output === null ? failure : resultFrom(output) };
  return output === null ? { kind: 'unknown' } : { kind: 'result', value: resultFrom(output) };
}

function failureOf(span: Span): string | null {
  const { attributes } = span;
  const failed = attributes.success === false || attributes.success === 'false';
  return textAt(attributes, 'error', 'error_type') ?? errorOf(span) ?? (failed ? 'failed' : null);
}

/** The arguments where tool content or details were logged; else the one of them that spans show for some tools. */
function argumentsOf(span: Span, problems: string[]): Json {
  const attributes = { ...span.attributes, ...outputEvent(span) };
  const whole = shownText(attributes, 'tool_input', 'input');
  if (whole !== null) return argumentsFrom(whole);
  const parameters = shownText(attributes, 'tool_parameters');
  const shown = SHOWN.flatMap(([from, to]) => member(to, shownText(attributes, from)));
  if (parameters === null && shown.length === 0) return null;
  problems.push('only some of a tool’s arguments were logged');
  return parameters === null ? Object.fromEntries(shown) : argumentsFrom(parameters);
}

const SHOWN = [
  ['full_command', 'command'],
  ['file_path', 'file_path'],
  ['skill_name', 'skill'],
  ['subagent_type', 'subagent_type'],
] as const;

/** Requests of a subagent name it; those of the main session have no id of an agent. */
function agentOf(attributes: Attributes): string | null {
  const id = textAt(attributes, 'agent_id');
  return textAt(attributes, 'agent.name') ?? (id === null ? null : textAt(attributes, 'query_source', 'agent_id'));
}

const COHORT = ['organization.id', 'app.version', 'terminal.type'];

function runWith(attributes: Attributes): RunReading {
  const said = COHORT.flatMap((name): [string, string][] => {
    const value = textAt(attributes, name);
    return value === null ? [] : [[name, value]];
  });
  const run = runOf(attributes);
  return said.length === 0 && run === NO_RUN ? run : { ...run, attributes: Object.fromEntries(said) };
}
