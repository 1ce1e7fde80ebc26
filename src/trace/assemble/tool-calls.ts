import type { ObservedModelCall, ObservedStep, ObservedToolCall } from '../observed.ts';
import { type AskedTool, AskedTools } from './asked-tools.ts';
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
  const unclaimed = new Map<ObservedModelCall, AskedTool[]>();
  for (const call of asked.all) {
    if (call.isClaimed) continue;
    const beside = unclaimed.get(call.model);
    if (beside === undefined) unclaimed.set(call.model, [call]);
    else beside.push(call);
  }
  const steps: ObservedStep[] = [];
  for (const [index, { step }] of timed.entries()) {
    const beside = step.kind === 'model_call' ? (unclaimed.get(step) ?? []) : [];
    for (const call of beside) if (call.wasTold) steps.push(toolCallOf(call));
    steps.push(step.kind === 'tool_call' ? filledUp(step, claims[index] ?? null) : step);
    for (const call of beside) if (!call.wasTold) steps.push(toolCallOf(call));
  }
  return { steps, orphanResults: asked.orphanResults };
}

/**
 * The asked call that each step tells of, at the step's place: by its id, in its agent's run or anywhere; what has none,
 * by tool and arguments, or by the tool alone.
 */
function claimsOf(timed: readonly TimedStep[], asked: readonly AskedTool[]): readonly (AskedTool | null)[] {
  const claims = new Array<AskedTool | null>(timed.length).fill(null);
  if (asked.length === 0) return claims;
  const claimBy = (queues: Queues, keyOf: (step: ObservedToolCall, scope: string) => string | null): void => {
    for (const [index, { step, node }] of timed.entries()) {
      const key = step.kind === 'tool_call' && claims[index] === null ? keyOf(step, node.scope) : null;
      if (key !== null) claims[index] = queues.take(key);
    }
  };
  const isDone = (): boolean => timed.every(({ step }, index) => step.kind !== 'tool_call' || claims[index] !== null);
  claimBy(
    queuesOf(asked, ({ id, scope }) => idKey(scope, id)),
    ({ id }, scope) => idKey(scope, id),
  );
  if (isDone()) return claims;
  claimBy(
    queuesOf(asked, ({ id }) => id),
    ({ id }) => id,
  );
  claimBy(
    queuesOf(asked, (call) => callText(call.scope, call)),
    (step, scope) => (step.arguments === null ? null : callText(scope, step)),
  );
  claimBy(queuesOf(asked, nameKey), (step, scope) => (isInOwnWords(step) ? nameKey({ ...step, scope }) : null));
  return claims;
}

/** Some tracers keep no arguments, or as words of their own: "Paris", "{'city': 'Paris'}". */
function isInOwnWords(step: ObservedToolCall): boolean {
  return step.arguments === null || typeof step.arguments === 'string';
}

function idKey(scope: string, id: string | null): string | null {
  return id === null ? null : `${scope} ${id}`;
}

function nameKey({ scope, name }: { readonly scope: string; readonly name: string }): string {
  return `${scope} ${bareName(name)}`;
}

function queuesOf(asked: readonly AskedTool[], keyOf: (call: AskedTool) => string | null): Queues {
  const queues = new Queues();
  for (const call of asked) {
    const key = call.isClaimed ? null : keyOf(call);
    if (key !== null) queues.add(key, call);
  }
  return queues;
}

/** Asked calls under their keys, first in, first out. */
class Queues {
  readonly #queues = new Map<string, { readonly calls: AskedTool[]; next: number }>();

  add(key: string, call: AskedTool): void {
    const queue = this.#queues.get(key);
    if (queue === undefined) this.#queues.set(key, { calls: [call], next: 0 });
    else queue.calls.push(call);
  }

  take(key: string): AskedTool | null {
    const queue = this.#queues.get(key);
    const call = queue?.calls[queue.next];
    if (queue === undefined || call === undefined) return null;
    queue.next += 1;
    call.isClaimed = true;
    return call;
  }
}

/** The model's name for the tool is the one that the agent has it under. */
function filledUp(step: ObservedToolCall, asked: AskedTool | null): ObservedToolCall {
  if (asked === null) return step.name === '' ? { ...step, name: 'unknown' } : step;
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
