import { canonicalJson, type Message, type ObservedModelCall } from '../../trace/index.ts';
import type { Cleaned, Context } from './cleaned.ts';
import { isEmptyStep } from './empty-step.ts';

/** A model call with the whole of its conversation, each message as a text that is equal for equal messages. */
export interface Asked {
  readonly index: number;
  readonly call: ObservedModelCall;
  /** null = the recording did not keep the input. */
  readonly input: readonly string[] | null;
  /** The last call before it of the same agent that was answered, whose conversation this one may go on with. */
  readonly base: Asked | null;
}

/** All model calls in order, with inputs that were cut to a difference made whole again. */
export function conversations({ kept, dropped }: Cleaned): readonly Asked[] {
  const latest = new Map<string, Asked>();
  const byIndex = new Map<number, Asked>();
  const gone = dropped.map(({ index, step }) => ({ index, step, context: null }));
  const asked: Asked[] = [];
  for (const { index, step, context } of [...kept, ...gone].sort((a, b) => a.index - b.index)) {
    if (step.kind !== 'model_call' || isEmptyStep(step)) continue;
    const agent = JSON.stringify(step.agent);
    const input = step.input === null ? null : [...before(byIndex, context), ...step.input.map(textOf)];
    const one = { index, call: step, input, base: latest.get(agent) ?? null };
    asked.push(one);
    byIndex.set(index, one);
    if (input !== null && step.error === null) latest.set(agent, one);
  }
  return asked;
}

/** What was sent and answered. */
export function wholeOf({ input, call }: Asked): readonly string[] {
  return [...(input ?? []), ...(call.output === null ? [] : [textOf(call.output)])];
}

function before(byIndex: ReadonlyMap<number, Asked>, context: Context | null): readonly string[] {
  const base = context === null ? undefined : byIndex.get(context.of);
  return base === undefined ? [] : wholeOf(base).slice(0, context?.messages);
}

/** Reasoning is not compared: some providers want it back, some drop it. */
function textOf({ role, parts }: Message): string {
  return canonicalJson({ role, parts: parts.filter(({ kind }) => kind !== 'reasoning') });
}
