import type { Side } from '../replay/index.ts';
import type { JudgedTrial, ToolCallCounts } from '../report/index.ts';

/** How the tool calls of each side were answered, and what the trials left out. */
export function toolCallCounts(trials: readonly JudgedTrial[]): Readonly<Record<Side, ToolCallCounts>> {
  const of = (side: Side): ToolCallCounts => countsOf(trials.filter(({ trial }) => trial.side === side));
  return { base: of('base'), head: of('head') };
}

function countsOf(trials: readonly JudgedTrial[]): ToolCallCounts {
  const calls = trials.flatMap(({ trial }) => trial.trajectory.steps.filter((step) => step.kind === 'tool_call'));
  const left = trials.map(({ uncalled }) => uncalled?.calls.length ?? 0).filter((count) => count > 0);
  return {
    byMatch: Object.fromEntries(tally(calls.map((call) => call.match))),
    normalisations: Object.fromEntries(tally(calls.flatMap((call) => call.normalisations ?? []))),
    uncalled: { calls: left.reduce((sum, count) => sum + count, 0), trials: left.length },
  };
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
