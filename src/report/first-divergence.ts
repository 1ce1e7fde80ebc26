import type { Side, Trial, TrialEnd } from '../replay/index.ts';
import { canonicalJson, type Json, type ToolCall } from '../trace/index.ts';
import { type Difference, differencesOf, textDifference } from './differences.ts';

/**
 * Where head first does something else than base. `call` counts the tool calls from 1. Model requests are not compared:
 * under a changed prompt every request differs and that says nothing about behaviour.
 */
export type FirstDivergence =
  | {
      readonly kind: 'schema_error';
      readonly call: number;
      readonly tool: string;
      readonly side: Side;
      readonly message: string;
    }
  | { readonly kind: 'other_tool'; readonly call: number; readonly baseTool: string; readonly headTool: string }
  | { readonly kind: 'only_one_side'; readonly call: number; readonly tool: string; readonly side: Side }
  | {
      readonly kind: 'arguments';
      readonly call: number;
      readonly tool: string;
      readonly differences: readonly Difference[];
    }
  | {
      readonly kind: 'tool_outcome';
      readonly call: number;
      readonly tool: string;
      readonly base: ToolCall['outcome']['kind'];
      readonly head: ToolCall['outcome']['kind'];
      readonly differences: readonly Difference[];
    }
  | { readonly kind: 'end'; readonly base: TrialEnd['kind']; readonly head: TrialEnd['kind'] }
  | { readonly kind: 'output'; readonly differences: readonly Difference[] };

/** What is compared of a trial. */
type Run = Pick<Trial, 'trajectory' | 'end'>;

/** null = the same tool calls with the same outcomes, the same end and the same output. */
export function firstDivergence(base: Run, head: Run): FirstDivergence | null {
  const baseCalls = toolCalls(base);
  const headCalls = toolCalls(head);
  for (let index = 0; index < Math.max(baseCalls.length, headCalls.length); index += 1) {
    const divergence = compareCalls(index + 1, baseCalls[index], headCalls[index]);
    if (divergence !== null) return divergence;
  }
  if (base.end.kind !== head.end.kind) return { kind: 'end', base: base.end.kind, head: head.end.kind };
  const differences = outputDifferences(base.trajectory.output, head.trajectory.output);
  return differences.length === 0 ? null : { kind: 'output', differences };
}

/** What the gateway or the tool told the agent about its arguments. */
export function schemaErrorText(call: ToolCall): string {
  if (call.outcome.kind === 'missing') return call.outcome.reason;
  const { value } = call.outcome;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  const prefix = `invalid arguments for ${call.name}: `;
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function toolCalls(run: Run): readonly ToolCall[] {
  return run.trajectory.steps.filter((step) => step.kind === 'tool_call');
}

function compareCalls(call: number, base: ToolCall | undefined, head: ToolCall | undefined): FirstDivergence | null {
  if (base === undefined) {
    if (head === undefined) return null;
    return refusal(call, head, 'head') ?? { kind: 'only_one_side', call, tool: head.name, side: 'head' };
  }
  if (head === undefined) return { kind: 'only_one_side', call, tool: base.name, side: 'base' };
  if (base.match !== 'schema_error') {
    const refused = refusal(call, head, 'head');
    if (refused !== null) return refused;
  } else if (head.match !== 'schema_error') return refusal(call, base, 'base');
  // A rename done right is no divergence: both are compared in the recording's terms.
  const baseAs = base.recordedAs ?? base;
  const headAs = head.recordedAs ?? head;
  if (baseAs.name !== headAs.name) return { kind: 'other_tool', call, baseTool: base.name, headTool: head.name };
  const inArguments = differencesOf(baseAs.arguments, headAs.arguments);
  if (inArguments.length > 0) return { kind: 'arguments', call, tool: head.name, differences: inArguments };
  const inOutcome = differencesOf(outcomeValue(base), outcomeValue(head));
  if (base.outcome.kind === head.outcome.kind && inOutcome.length === 0) return null;
  const kinds = { base: base.outcome.kind, head: head.outcome.kind };
  return { kind: 'tool_outcome', call, tool: head.name, ...kinds, differences: inOutcome };
}

function refusal(call: number, made: ToolCall, side: Side): FirstDivergence | null {
  if (made.match !== 'schema_error') return null;
  return { kind: 'schema_error', call, tool: made.name, side, message: schemaErrorText(made) };
}

function outcomeValue(call: ToolCall): Json {
  return call.outcome.kind === 'missing' ? call.outcome.reason : call.outcome.value;
}

function outputDifferences(base: Json | null, head: Json | null): readonly Difference[] {
  if (typeof base === 'string' && typeof head === 'string') return base === head ? [] : [textDifference(base, head)];
  return differencesOf(base, head);
}
