import type { Case } from '../corpus/index.ts';
import { type Call, callText } from '../trace/index.ts';
import type { Trial } from './trial.ts';

/** What a trial that answered left out of its recording. */
export interface Uncalled {
  /** Index of the recording that the trial came nearest to. */
  readonly recording: number;
  /** Its calls that the trial did not make, or less often, in recorded order. */
  readonly calls: readonly Call[];
}

/** null = the trial did not come to its end, so that nothing can be said; or the case has no recording. */
export function uncalledOf(theCase: Case, trial: Trial): Uncalled | null {
  if (trial.end.kind !== 'answered') return null;
  const made = new Map<string, number>();
  for (const step of trial.trajectory.steps) {
    if (step.kind !== 'tool_call') continue;
    const text = callText(step.recordedAs ?? step);
    made.set(text, (made.get(text) ?? 0) + 1);
  }
  const left = theCase.recordings.map((_, recording) => ({ recording, calls: leftOf(theCase, recording, made) }));
  return left.toSorted((a, b) => a.calls.length - b.calls.length)[0] ?? null;
}

function leftOf(theCase: Case, recording: number, made: ReadonlyMap<string, number>): readonly Call[] {
  const left = new Map(made);
  return (theCase.recordings[recording]?.steps ?? []).flatMap((step) => {
    if (step.kind !== 'tool_call') return [];
    const text = callText(step);
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times > 0 ? [] : [{ name: step.name, arguments: step.arguments }];
  });
}
