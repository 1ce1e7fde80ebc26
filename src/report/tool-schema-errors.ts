import type { Trial } from '../replay/index.ts';
import type { ContentLevel, ToolSchemaError } from './document.ts';
import { schemaErrorText } from './first-divergence.ts';

const MAX_MESSAGE_LENGTH = 300;

interface Tally {
  readonly tool: string;
  readonly message: string;
  baseCalls: number;
  headCalls: number;
  readonly cases: { readonly base: Set<string>; readonly head: Set<string> };
}

/** Refused calls by tool and message, those that head has more of than base first. A message can quote what the model wrote. */
export function findToolSchemaErrors(trials: readonly Trial[], content: ContentLevel): readonly ToolSchemaError[] {
  const tallies = new Map<string, Tally>();
  for (const trial of trials) {
    for (const step of trial.trajectory.steps) {
      if (step.kind !== 'tool_call' || step.match !== 'schema_error') continue;
      const message = content === 'none' ? '…' : schemaErrorText(step).slice(0, MAX_MESSAGE_LENGTH);
      const key = JSON.stringify([step.name, message]);
      const tally = tallies.get(key) ?? newTally(step.name, message);
      tallies.set(key, tally);
      if (trial.side === 'base') tally.baseCalls += 1;
      else tally.headCalls += 1;
      tally.cases[trial.side].add(trial.caseId);
    }
  }
  return [...tallies.values()]
    .map(({ cases, ...tally }) => ({ ...tally, cases: tally.headCalls > 0 ? cases.head.size : cases.base.size }))
    .sort((a, b) => b.headCalls - b.baseCalls - (a.headCalls - a.baseCalls) || (a.tool < b.tool ? -1 : 1));
}

function newTally(tool: string, message: string): Tally {
  return { tool, message, baseCalls: 0, headCalls: 0, cases: { base: new Set(), head: new Set() } };
}
