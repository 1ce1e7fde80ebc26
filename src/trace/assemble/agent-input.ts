import type { Message } from '../trajectory.ts';
import type { TraceNode } from './nodes.ts';
import type { TimedStep } from './same-call.ts';

/**
 * Steps with what an agent was asked as the input of its first model call, where that call's own was not recorded: some
 * instrumentations keep content on the agent's span alone. The span's problem says so.
 */
export function withAgentInput(timed: readonly TimedStep[], nodes: readonly TraceNode[]): readonly TimedStep[] {
  const asked = new Map<string, readonly Message[]>();
  for (const { reading, scope } of nodes) {
    const input = reading?.span.kind === 'agent' ? (reading.span.input ?? []) : [];
    if (input.length > 0) asked.set(scope, input);
  }
  if (asked.size === 0) return timed;
  return timed.map((each) => {
    const { step, node } = each;
    const input = step.kind === 'model_call' ? asked.get(node.scope) : undefined;
    if (step.kind !== 'model_call' || input === undefined) return each;
    asked.delete(node.scope);
    if (step.input !== null) return each;
    node.problem ??= 'of a request only what its agent was asked is recorded';
    return { node, step: { ...step, input } };
  });
}
