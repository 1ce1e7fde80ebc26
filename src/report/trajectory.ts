import type { Cleaned, DroppedStep, KeptStep, Reduction } from '../corpus/index.ts';
import type { Message, ObservedStep, ObservedTrajectory, Outcome, Part } from '../trace/index.ts';
import { terminalText } from './escape.ts';
import { count, number, percent } from './format.ts';
import { momentText } from './moment.ts';

/** A recorded run without what moved nothing, and how much smaller it is by that. */
export interface CleanedRun {
  readonly traceId: string | null;
  readonly cleaned: Cleaned;
  readonly reduction: Reduction;
}

const MAX_TEXT = 1000;
const MAX_STEPS = 400;

/** For a terminal: what the agent was told and did, step by step; a step that went says why, and what stands for it. */
export function renderTrajectory({ traceId, cleaned, reduction }: CleanedRun): string {
  const { kept, dropped } = cleaned;
  const steps = [...kept, ...dropped].sort((a, b) => a.index - b.index);
  const shown = steps.slice(0, MAX_STEPS).flatMap((one) => ('rule' in one ? [goneLine(one)] : stepLines(one)));
  return [
    ...headLines(cleaned.trajectory, traceId),
    ...reductionLines(reduction),
    '',
    ...shown,
    ...(steps.length > MAX_STEPS ? [`and ${number(steps.length - MAX_STEPS)} more steps`] : []),
    `answer: ${terminalText(shownJson(cleaned.trajectory.output), MAX_TEXT)}`,
  ].join('\n');
}

function headLines(trajectory: Omit<ObservedTrajectory, 'steps'>, traceId: string | null): string[] {
  const { id, format, startUs, conversationId, userId, agentName, agentVersion, outcomes, problems } = trajectory;
  const texts: readonly (readonly [string, string | null])[] = [
    ['trajectory', `${id} (${format})`],
    ['trace', traceId === id ? null : traceId],
    ['began', startUs === null ? null : momentText(startUs)],
    ['agent', agentName === null ? null : `${agentName} ${agentVersion ?? ''}`],
    ['talk', conversationId],
    ['user', userId],
    ...outcomes.map((outcome) => ['outcome', outcomeText(outcome)] as const),
    ...problems.map((problem) => ['problem', problem] as const),
  ];
  return texts.flatMap(([name, text]) => (text === null ? [] : [`${name.padEnd(10)} ${terminalText(text, MAX_TEXT)}`]));
}

function outcomeText({ name, value, passed, source }: Outcome): string {
  return `${name} ${value}${passed === null ? '' : passed ? ', passed' : ', failed'} (${source})`;
}

function reductionLines({ before, after, byRule }: Reduction): string[] {
  const saved = before.tokens === 0 ? 0 : 1 - after.tokens / before.tokens;
  const rules = Object.entries(byRule).map(([rule, { steps, parts }]) => {
    const texts = [...(steps > 0 ? [count(steps, 'step')] : []), ...(parts > 0 ? [count(parts, 'part')] : [])];
    return `${rule} ${texts.join(' and ')}`;
  });
  const size = `${number(after.steps)} of ${count(before.steps, 'step')}, about ${number(after.tokens)} of ${count(before.tokens, 'token')}`;
  if (rules.length === 0)
    return [`kept       all: ${count(before.steps, 'step')}, about ${count(before.tokens, 'token')}`];
  return [`kept       ${size} (${percent(saved)} fewer)`, `gone       ${rules.join(', ')}`];
}

function goneLine({ index, rule, twin }: DroppedStep): string {
  return `${index + 1}  gone: ${rule}${twin === null ? '' : `, step ${twin + 1} stands for it`}`;
}

function stepLines({ index, step, context }: KeptStep): string[] {
  const texts = textsOf(step);
  const [head = '', ...rest] = texts;
  const told =
    context === null ? [] : [`told the first ${count(context.messages, 'message')} of step ${context.of + 1} again`];
  return [
    `${index + 1}  ${terminalText(head, MAX_TEXT)}`,
    ...[...told, ...rest].map((text) => `     ${terminalText(text, MAX_TEXT)}`),
  ];
}

function textsOf(step: ObservedStep): string[] {
  const by = step.agent.length === 0 ? '' : ` by ${step.agent.join('/')}`;
  if (step.kind === 'tool_call') {
    const { name, arguments: given, outcome } = step;
    const came =
      outcome.kind === 'unknown' ? 'nothing that was recorded' : `${outcome.kind} ${shownJson(outcome.value)}`;
    return [`${name} ${shownJson(given)} -> ${came}${by}`];
  }
  const { responseModel, requestModel, input, output, error } = step;
  return [
    `model ${responseModel ?? requestModel ?? 'of unknown name'}${by}`,
    ...(input ?? []).flatMap(messageLines),
    ...(output === null ? [] : messageLines(output)),
    ...(error === null ? [] : [`error: ${error}`]),
  ];
}

function messageLines({ role, parts }: Message): string[] {
  return parts.map((part) => `${role}: ${partText(part)}`);
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'reasoning':
      return `(reasons) ${part.text}`;
    case 'tool_call':
      return `(calls) ${part.name} ${shownJson(part.arguments)}`;
    case 'tool_result':
      return `(${part.isError ? 'error' : 'result'}) ${shownJson(part.result)}`;
    case 'other':
      return `(${part.type})`;
    default:
      return part satisfies never;
  }
}

function shownJson(value: ObservedTrajectory['output']): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
