import type { ChangeSet } from '../changes/index.ts';
import type { Decision, Forecast } from '../compare/index.ts';
import { forecastText } from './budget.ts';
import { summarise } from './change-summary.ts';
import { terminalText } from './escape.ts';
import { count, number } from './format.ts';
import { titleOf } from './title.ts';

/** A plan of a run on several machines, to be told. */
interface ShardPlanReport {
  readonly changes: ChangeSet;
  /** The decision that stands before any trial; null = trials have to decide. */
  readonly known: Decision | null;
  /** null = nothing has to run. */
  readonly forecast: Forecast | null;
  /** The slices that were chosen; null = all. */
  readonly slices: readonly string[] | null;
  /** Cases on each shard that has some. */
  readonly casesByShard: readonly number[];
}

const MAX_CHANGES = 20;

/** What is affected and why, and what it will take: lines for a terminal or a log. */
export function renderShardPlan({ changes, known, forecast, slices, casesByShard }: ShardPlanReport): string {
  if (known !== null) return `${terminalText(titleOf(known, []), 500)}\nnothing has to run`;
  const { affecting } = changes;
  const cases = casesByShard.reduce((sum, one) => sum + one, 0);
  return [
    `affected: ${count(affecting.length, 'change concerns', 'changes concern')} the agent, of ${number(changes.changes.length)}`,
    ...affecting.slice(0, MAX_CHANGES).map((change) => {
      const { kind, path, summary } = summarise(change, true, []);
      return `  ${kind}  ${terminalText(path, 200)}  ${terminalText(summary, 200)}`;
    }),
    ...(affecting.length > MAX_CHANGES ? [`  and ${count(affecting.length - MAX_CHANGES, 'more change')}`] : []),
    ...(slices === null ? [] : [`only ${terminalText(slices.join(', '), 500)}, as asked; the others are not judged`]),
    `round 1: ${count(cases, 'case')} on ${count(casesByShard.length, 'shard')} (${casesByShard.map(number).join(', ')})`,
    ...(forecast === null ? [] : [forecastText(forecast)]),
  ].join('\n');
}
