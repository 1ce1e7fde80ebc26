import { dayOf } from '../../trace/index.ts';
import type { ContractChange } from '../contracts/find-changes.ts';
import { entryId, type LedgerEntry } from './entry.ts';

const MAX_EFFECTS = 3;
const MAX_TASK_CHARS = 60;

/** A tool's contract that changed under the agent, as an entry. */
export function entryOfContract({ tool, effects, firstNewUs, firstNewId, tasks }: ContractChange): LedgerEntry {
  const [main] = effects;
  const told = effects.slice(0, MAX_EFFECTS).map(({ path, from, to }) => `${path}: ${from} -> ${to}`);
  const decided = tasks
    .filter((task) => task.decided)
    .map(
      ({ task, before, after }) =>
        `"${task.slice(0, MAX_TASK_CHARS)}": ${before.passed}/${before.judged} -> ${after.passed}/${after.judged} passed`,
    );
  const [from, to] = [main?.from ?? null, main?.to ?? null];
  return {
    id: entryId('tool_contract', tool, main?.path ?? null, from, to, dayOf(firstNewUs)),
    kind: 'tool_contract',
    ...{ atUs: firstNewUs, name: tool, from, to },
    what: `${tool} answers otherwise: ${told.join(', ')}`,
    decides: decided[0] ?? null,
    ...{ commit: null, trajectoryId: firstNewId },
  };
}
