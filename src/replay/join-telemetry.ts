import { cut } from '../errors.ts';
import {
  type AgentPath,
  callText,
  type ObservedStep,
  readTrace,
  type SourceIds,
  type Step,
  type Trajectory,
} from '../trace/index.ts';
import type { TrialRecords } from './telemetry.ts';

/**
 * What the agent's own spans add to what passed the gateway. Spans lose, repeat and rename: they are beside the
 * trajectory, never in its place.
 */
export interface TrialTelemetry {
  readonly spans: number;
  readonly logs: number;
  /** By the trajectory's steps, those that a span was found for. */
  readonly steps: readonly StepTelemetry[];
  /** Calls that the spans show and the gateway did not see. */
  readonly unseen: readonly UnseenCall[];
}

interface StepTelemetry {
  readonly stepIndex: number;
  readonly joinedBy: 'id' | 'order';
  readonly agent: AgentPath;
  /** What the call took in the agent's process. */
  readonly durationMs: number | null;
  readonly error: string | null;
  /** Ids of the spans. */
  readonly sources: SourceIds;
}

interface UnseenCall {
  readonly kind: 'model_call' | 'tool_call';
  /** The tool's name, or the model's; null = the spans do not say which model. */
  readonly name: string | null;
  readonly agent: AgentPath;
  readonly durationMs: number | null;
  readonly error: string | null;
  readonly sources: SourceIds;
}

const MAX_ERROR_CHARS = 300;

/**
 * Joins by the ids of calls and answers, then, in order of time, calls of the same name and arguments, then of the same
 * name. A call whose id is already joined was told twice, and is left out.
 */
export function joinTelemetry({ steps }: Trajectory, { spans, logs }: TrialRecords): TrialTelemetry {
  const told = readTrace(spans, logs)
    .flatMap((one) => one.steps)
    .toSorted((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0));
  const ids = wireIds(steps);
  const free = new Set(told);
  const joined = new Map<number, StepTelemetry>();
  const join = (
    by: StepTelemetry['joinedBy'],
    keyOfStep: (step: Step, index: number) => string | null,
    keyOf: (one: ObservedStep) => string | null,
  ) => {
    const waiting = queues(free, (one) => withKind(one, keyOf(one)));
    for (const [stepIndex, step] of steps.entries()) {
      const key = joined.has(stepIndex) ? null : withKind(step, keyOfStep(step, stepIndex));
      const found = key === null ? undefined : waiting.get(key)?.next().value;
      if (found === undefined) continue;
      free.delete(found);
      joined.set(stepIndex, { stepIndex, joinedBy: by, ...factsOf(found) });
    }
  };
  join('id', (_, index) => ids[index] ?? null, idOf);
  join('order', argumentsOf, argumentsOf);
  join('order', nameOf, toldName);
  const known = new Set(ids);
  const unseen = [...free].filter((one) => isCall(one) && !known.has(idOf(one)));
  return {
    spans: spans.length,
    logs: logs.length,
    steps: [...joined.values()].toSorted((a, b) => a.stepIndex - b.stepIndex),
    unseen: unseen.map((one) => ({ kind: one.kind, name: toldName(one), ...factsOf(one) })),
  };
}

/** All ids of a trial's answers and of the calls that they ask for, made or not. */
export function idsOnTheWire({ steps }: Trajectory): ReadonlySet<string> {
  const calls = steps
    .flatMap((step) => (step.kind === 'model_call' ? (step.response?.parts ?? []) : []))
    .flatMap((part) => (part.kind === 'tool_call' ? [part.id] : []));
  return new Set([...calls, ...wireIds(steps).filter((id) => id !== null)]);
}

/** The ids by which spans may name the steps: of the answer, or of the call that an answer before it asked for. */
function wireIds(steps: readonly Step[]): readonly (string | null)[] {
  const byText = new Map<string, AskedCall[]>();
  const byName = new Map<string, AskedCall[]>();
  const made = new Set<AskedCall>();
  const make = (asked: AskedCall[] | undefined): string | null => {
    for (let one = asked?.shift(); one !== undefined; one = asked?.shift()) {
      if (made.has(one)) continue;
      made.add(one);
      return one.id;
    }
    return null;
  };
  return steps.map((step) => {
    if (step.kind === 'tool_call') return make(byText.get(callText(step))) ?? make(byName.get(step.name));
    for (const part of step.response?.parts ?? []) {
      if (part.kind !== 'tool_call') continue;
      const asked = { id: part.id };
      put(byText, callText(part), asked);
      put(byName, part.name, asked);
    }
    return step.responseId ?? null;
  });
}

/** A call that an answer asked for. */
interface AskedCall {
  readonly id: string;
}

function put<Value>(queues: Map<string, Value[]>, key: string, value: Value): void {
  const queue = queues.get(key);
  if (queue === undefined) queues.set(key, [value]);
  else queue.push(value);
}

/** In the order of `all`, each key's own. */
function queues<Value>(all: Iterable<Value>, keyOf: (one: Value) => string | null): Map<string, Iterator<Value>> {
  const found = new Map<string, Value[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null) put(found, key, one);
  }
  return new Map([...found].map(([key, values]) => [key, values.values()]));
}

function withKind({ kind }: Step | ObservedStep, key: string | null): string | null {
  return key === null ? null : `${kind} ${key}`;
}

/** A model call that failed is no call that passed by: its retry was seen. */
function isCall(one: ObservedStep): boolean {
  return one.kind === 'tool_call' || one.error === null;
}

function argumentsOf(one: Step | ObservedStep): string | null {
  return one.kind === 'tool_call' ? callText(one) : null;
}

function nameOf(step: Step): string {
  return step.kind === 'tool_call' ? step.name : step.model;
}

function toldName(one: ObservedStep): string | null {
  return one.kind === 'tool_call' ? one.name : (one.requestModel ?? one.responseModel);
}

function idOf(one: ObservedStep): string | null {
  return one.kind === 'tool_call' ? one.id : one.responseId;
}

function factsOf(one: ObservedStep): Pick<UnseenCall, 'agent' | 'durationMs' | 'error' | 'sources'> {
  const { agent, durationMs, sources } = one;
  return { agent, durationMs, error: errorOf(one), sources };
}

function errorOf(one: ObservedStep): string | null {
  const error = one.kind === 'model_call' ? one.error : one.outcome.kind === 'error' ? one.outcome.value : null;
  return error === null ? null : cut(typeof error === 'string' ? error : JSON.stringify(error), MAX_ERROR_CHARS);
}
