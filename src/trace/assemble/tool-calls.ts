import type { ObservedModelCall, ObservedStep, ObservedToolCall } from '../observed.ts';
import { type AskedTool, AskedTools, pushTo } from './asked-tools.ts';
import type { TimedStep } from './same-call.ts';
import { bareName, callText } from './same-tool.ts';

/**
 * The steps of a run with all its tool calls: those of spans, filled up with what the messages tell of the same calls,
 * and those of which only messages tell, which stand behind the model call that asked for them. A call that was asked for
 * and never answered has an unknown outcome.
 */
export function withAskedTools(timed: readonly TimedStep[]): { steps: ObservedStep[]; orphanResults: number } {
  const asked = new AskedTools();
  for (const { step, node } of timed) if (step.kind === 'model_call') asked.add(step, node.scope);
  const claims = claimsOf(timed, asked.all);
  const claimed = new Set(claims.values());
  const unclaimed = new Map<ObservedModelCall, AskedTool[]>();
  for (const call of asked.all) {
    if (claimed.has(call)) continue;
    const beside = unclaimed.get(call.model);
    if (beside === undefined) unclaimed.set(call.model, [call]);
    else beside.push(call);
  }
  const steps: ObservedStep[] = [];
  for (const { step } of timed) {
    const beside = step.kind === 'model_call' ? (unclaimed.get(step) ?? []) : [];
    for (const call of beside) if (call.wasTold) steps.push(toolCallOf(call));
    steps.push(step.kind === 'tool_call' ? filledUp(step, claims.get(step)) : step);
    for (const call of beside) if (!call.wasTold) steps.push(toolCallOf(call));
  }
  return { steps, orphanResults: asked.orphanResults };
}

/** Which asked call each tool span tells of: by id; what has none, by tool and arguments, or the tool alone. */
function claimsOf(timed: readonly TimedStep[], asked: readonly AskedTool[]): Map<ObservedStep, AskedTool> {
  const claims = new Map<ObservedStep, AskedTool>();
  const byId = new Queues(asked, ({ id, scope }) => (id === null ? [] : [`${scope} ${id}`, id]));
  const left: { step: ObservedToolCall; scope: string }[] = [];
  for (const { step, node } of timed) {
    if (step.kind !== 'tool_call') continue;
    const call = step.id === null ? null : (byId.take(`${node.scope} ${step.id}`) ?? byId.take(step.id));
    if (call === null) left.push({ step, scope: node.scope });
    else claims.set(step, call);
  }
  if (left.length === 0 || claims.size === asked.length) return claims;
  const unclaimed = asked.filter((call) => !byId.taken.has(call));
  const byContent = new Queues(unclaimed, (call) => [callText(call.scope, call), nameKey(call.scope, call)]);
  for (const { step, scope } of left) {
    const call = step.arguments === null ? null : byContent.take(callText(scope, step));
    const byName = call === null && isInOwnWords(step) ? byContent.take(nameKey(scope, step)) : call;
    if (byName !== null) claims.set(step, byName);
  }
  return claims;
}

/** Some tracers keep no arguments, or as words of their own: "Paris", "{'city': 'Paris'}". */
function isInOwnWords(step: ObservedToolCall): boolean {
  return step.arguments === null || typeof step.arguments === 'string';
}

function nameKey(scope: string, { name }: { readonly name: string }): string {
  return `${scope} ${bareName(name)}`;
}

/** Calls in order under each of their keys; one that was taken under one key is gone under all. */
class Queues {
  readonly taken = new Set<AskedTool>();
  readonly #queues = new Map<string, AskedTool[]>();
  readonly #passed = new Map<string, number>();

  constructor(asked: readonly AskedTool[], keysOf: (call: AskedTool) => readonly string[]) {
    for (const call of asked) for (const key of keysOf(call)) pushTo(this.#queues, key, call);
  }

  take(key: string): AskedTool | null {
    const queue = this.#queues.get(key);
    if (queue === undefined) return null;
    let index = this.#passed.get(key) ?? 0;
    for (let call = queue[index]; call !== undefined && this.taken.has(call); call = queue[index]) index += 1;
    this.#passed.set(key, index + 1);
    const call = queue[index];
    if (call !== undefined) this.taken.add(call);
    return call ?? null;
  }
}

/** The model's name for the tool is the one that the agent has it under. */
function filledUp(step: ObservedToolCall, asked: AskedTool | undefined): ObservedToolCall {
  if (asked === undefined) return step.name === '' ? { ...step, name: 'unknown' } : step;
  return {
    ...step,
    id: step.id ?? asked.id,
    name: asked.name || step.name || 'unknown',
    arguments: isInOwnWords(step) ? (asked.arguments ?? step.arguments) : step.arguments,
    outcome: step.outcome.kind === 'unknown' ? asked.outcome : step.outcome,
  };
}

function toolCallOf(asked: AskedTool): ObservedToolCall {
  const { model, answeredTo } = asked;
  return {
    kind: 'tool_call',
    id: asked.id,
    name: asked.name,
    arguments: asked.arguments,
    outcome: asked.outcome,
    agent: model.agent,
    startUs: null,
    durationMs: null,
    sources: sourcesOf(model, answeredTo),
  };
}

function sourcesOf(model: ObservedModelCall, answeredTo: ObservedModelCall | null): readonly string[] {
  return answeredTo === null || answeredTo === model ? model.sources : [...model.sources, ...answeredTo.sources];
}
