import type { ObservedModelCall, ObservedToolCall, ObservedTrajectory } from '../../../src/trace/index.ts';

/** What a capture was made with, and what of the conversation its trajectories tell. */
interface Told {
  readonly name: string;
  readonly trajectories: readonly ObservedTrajectory[];
}

const MADE_WITH: Readonly<Record<string, string>> = {
  'aisdk7-genai': 'AI SDK 7, @ai-sdk/otel (OpenAI)',
  'aisdk7-genai-anthropic': 'AI SDK 7, @ai-sdk/otel (Anthropic)',
  'aisdk7-legacy': 'AI SDK 7, ai.* spans',
  'aisdk6-ai': 'AI SDK 6, ai.* spans',
  'openinference-openai': 'OpenInference, instrumentation-openai 4.2',
  'openllmetry-openai': 'OpenLLMetry, instrumentation-openai 0.27',
  'otel-official-openai': 'OpenTelemetry, instrumentation-openai 0.21',
};

const OF_MODEL_CALLS: readonly (readonly [string, (call: ObservedModelCall) => boolean])[] = [
  ['input messages', ({ input }) => input !== null],
  ['system instructions', ({ input }) => input?.some(({ role }) => role === 'system') === true],
  ['answers', ({ output }) => output !== null],
  ['tool definitions', ({ tools }) => tools !== null],
  ['request parameters', ({ parameters }) => Object.keys(parameters).length > 0],
  ['the model that answered', ({ responseModel }) => responseModel !== null],
  ['ids of answers', ({ responseId }) => responseId !== null],
  ['finish reasons', ({ finishReason }) => finishReason !== null],
  ['token counts', ({ usage }) => usage !== null],
];

const OF_TOOL_CALLS: readonly (readonly [string, (call: ObservedToolCall) => boolean])[] = [
  ['tool calls: ids', ({ id }) => id !== null],
  ['tool calls: arguments', ({ arguments: args }) => args !== null],
  ['tool calls: results', ({ outcome }) => outcome.kind !== 'unknown'],
  ['tool calls: latency', ({ durationMs }) => durationMs !== null],
];

const OF_RUNS: readonly (readonly [string, (run: ObservedTrajectory) => boolean])[] = [
  ['the agent’s name', ({ agentName }) => agentName !== null],
  ['whole conversations in one trace', ({ steps }) => steps.filter(({ kind }) => kind === 'model_call').length > 1],
  ['final answers', ({ output }) => output !== null],
];

/** The page `docs/instrumentations.md`. */
export function keptTable(told: readonly Told[]): string {
  const rows = [
    ...OF_MODEL_CALLS.map(([title, has]) => row(title, told, (each) => share(modelCalls(each), has))),
    ...OF_TOOL_CALLS.map(([title, has]) => row(title, told, (each) => share(toolCalls(each), has))),
    ...OF_RUNS.map(([title, has]) => row(title, told, ({ trajectories }) => share(trajectories.filter(hasSteps), has))),
  ];
  const head = `| kept | ${told.map(({ name }) => MADE_WITH[name] ?? name).join(' | ')} |`;
  return `${[INTRODUCTION, head, `| --- |${' --- |'.repeat(told.length)}`, ...rows, ...repairs(told)].join('\n')}\n`;
}

const INTRODUCTION = `# What instrumentations keep

pawl reads agents’ traces in many dialects, but it cannot read what was not recorded. This table says what each
instrumentation keeps of the same conversation: a weather agent that asks its tool once and answers, once in one piece
and once as a stream. It is written by a test from real recordings. "4 of 8" means that so many of the model calls, tool
calls or runs carry it.

A tool call of which only messages tell has no latency, and an error in it looks like any result. Where each model call
is a trace of its own, give the agent a span around its calls: else a call and its result are read as two runs.
`;

function row(title: string, told: readonly Told[], cell: (each: Told) => string): string {
  return `| ${title} | ${told.map(cell).join(' | ')} |`;
}

function share<T>(items: readonly T[], has: (item: T) => boolean): string {
  const count = items.filter(has).length;
  if (items.length === 0) return 'none';
  if (count === items.length) return 'all';
  return count === 0 ? 'none' : `${count} of ${items.length}`;
}

/** A trace of embeddings alone is no run. */
function hasSteps({ steps }: ObservedTrajectory): boolean {
  return steps.length > 0;
}

function modelCalls({ trajectories }: Told): ObservedModelCall[] {
  return trajectories.flatMap(({ steps }) => steps).filter((step) => step.kind === 'model_call');
}

function toolCalls({ trajectories }: Told): ObservedToolCall[] {
  return trajectories.flatMap(({ steps }) => steps).filter((step) => step.kind === 'tool_call');
}

function repairs(told: readonly Told[]): string[] {
  const lines = told.flatMap(({ name, trajectories }) =>
    [...new Set(trajectories.flatMap(({ problems }) => problems))].map(
      (line) => `- ${MADE_WITH[name] ?? name}: ${line}`,
    ),
  );
  return lines.length === 0 ? [] : ['', 'Repaired while reading:', '', ...lines];
}
