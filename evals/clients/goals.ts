import { CASES, type Figures, type Replayed, TRIALS } from './measure.ts';

/** A figure beside its goal. */
export interface Goal {
  readonly text: string;
  readonly met: boolean;
}

export function goalsOf(figures: Figures): readonly Goal[] {
  const { calls, replayed, otherForm, changes, unchangedHead } = figures;
  const { verdict, providerCalls, unaffected } = unchangedHead;
  return [
    replayGoal('provider off', calls, replayed),
    replayGoal('provider off, stream and whole exchanged', calls, otherForm),
    ...changes.map(({ change, missed, instead }) => ({
      text: `${change} changed: ${missed} of ${CASES} cases miss${instead === null ? '' : ` (one was ${instead})`}`,
      met: missed === CASES,
    })),
    {
      text: `unchanged head: ${verdict}, ${providerCalls} provider calls (goal 0), ${unaffected} of ${CASES * TRIALS} trials unaffected`,
      met: verdict === 'pass' && providerCalls === 0 && unaffected === CASES * TRIALS,
    },
  ];
}

function replayGoal(what: string, calls: number, { hits, equalOutputs }: Replayed): Goal {
  return {
    text: `${what}: ${hits} of ${calls} calls are hits, ${equalOutputs} of ${CASES} final outputs are byte-equal`,
    met: calls > 0 && hits === calls && equalOutputs === CASES,
  };
}
