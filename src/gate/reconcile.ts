import type { Evidence } from '../compare/index.ts';
import type { TrialRequest } from '../replay/index.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Examined } from './examine.ts';

/** Trials that ran elsewhere, by what they were asked for as. */
type Brought = ReadonlyMap<string, Examined>;

/** Throws nothing away in silence: `twice` counts trials that were there already. */
export function brought(trials: readonly Examined[]): { readonly found: Brought; readonly twice: number } {
  const found = new Map<string, Examined>();
  for (const one of trials) {
    const { trial, probe } = one.ran;
    const key = keyOf(trial, probe);
    if (!found.has(key)) found.set(key, one);
  }
  return { found, twice: trials.length - found.size };
}

/**
 * Asks as the gate does, and is answered out of what was brought: every trial that is planned is looked for, and none that
 * is not planned is taken. Returns what is missing.
 */
export function takeFrom(
  found: Brought,
  ask: (evidence: Evidence) => readonly TrialRequest[],
  book: EvidenceBook,
): readonly TrialRequest[] {
  for (;;) {
    const wanted = ask(book.evidence);
    const here = wanted.flatMap((request) => find(found, request) ?? []);
    if (here.length === 0) return wanted;
    book.take(here);
  }
}

/** A dry run that was not stopped is a whole trial. */
function find(found: Brought, request: TrialRequest): Examined | undefined {
  const probe = request.dry === true ? found.get(keyOf(request, true)) : undefined;
  return probe ?? found.get(keyOf(request, false));
}

function keyOf({ caseId, side, number }: Pick<TrialRequest, 'caseId' | 'side' | 'number'>, probe: boolean): string {
  return `${side} ${number} ${probe ? 'probe' : 'whole'} ${caseId}`;
}
