import { type Call, canonicalJson, type Json, type ObservedToolOutcome } from '../../trace/index.ts';

/** What a check reads of a run, a trial's or production's: what was said and done, in order. */
export interface Run {
  readonly events: readonly RunEvent[];
  /** The final answer as text; null = there was none, or the run was cut short. */
  readonly output: string | null;
  /** Names of the tools that the agent was offered or called. */
  readonly tools: ReadonlySet<string>;
  readonly isReadOnly: (tool: string) => boolean;
  /** System messages are among the events. A trial does not keep them. */
  readonly instructionsKnown: boolean;
}

/** `step` is the index in the trajectory's steps at which the event is seen. */
export type RunEvent = Told | Answered | Called;

/** Somebody else than this agent said it, or the agent in an earlier conversation. */
export interface Told {
  readonly kind: 'told';
  readonly step: number;
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly text: string;
}

/** The model's answer: what it said, be it reasoning, and the calls that it asked for. */
export interface Answered {
  readonly kind: 'answered';
  readonly step: number;
  readonly text: string;
  readonly calls: readonly Call[];
}

export interface Called extends Call {
  readonly kind: 'called';
  readonly step: number;
  /** Which of several agents made the call; only equality counts. */
  readonly agent: string;
  readonly outcome: ObservedToolOutcome;
}

export function textOf(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** What came back, as text; empty where it is not known. */
export function resultText({ outcome }: Called): string {
  return outcome.kind === 'unknown' ? '' : textOf(outcome.value);
}

export function callsOf({ events }: Run): readonly Called[] {
  return events.filter((event) => event.kind === 'called');
}

/** For a sentence: steps count from 1 there. */
export function stepName({ step }: { readonly step: number }): string {
  return `step ${step + 1}`;
}
