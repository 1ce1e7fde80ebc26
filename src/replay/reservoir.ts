import type { Case } from '../corpus/index.ts';
import { isOfItsTime } from './sample.ts';
import { answersOf } from './sharing.ts';
import type { Store } from './store.ts';
import type { Trial } from './trial.ts';

/** Base trials of a case beyond these are not read. */
const RESERVOIR_MAX = 50;

/** Base's trials of a case that an earlier job left in the store, numbered from 1 without a gap. */
export function storedTrialsOf(store: Store, agentHash: string, theCase: Case): readonly Trial[] {
  const found: Trial[] = [];
  while (found.length < RESERVOIR_MAX) {
    const trial = storedTrial(store, agentHash, theCase, found.length + 1);
    if (trial === null) break;
    found.push(trial);
  }
  return found;
}

/** A stored base trial counts when agent and case are the same, and while the answers it stands on are at hand. */
export function storedTrial(
  store: Store,
  agentHash: string,
  { id: caseId, contentHash: caseHash }: Case,
  number: number,
): Trial | null {
  const trial = store.trial({ agentHash, caseHash, caseId, number })?.trial ?? null;
  if (trial === null || isOfItsTime(trial)) return null;
  return answersOf(trial, { kind: 'trunk' }).every((key) => store.has(key)) ? trial : null;
}
