import type { RecordedToolCall } from '../../src/corpus/index.ts';
import { type TapeRules, tapeOf, tapesOf } from '../../src/replay/tape.ts';
import { TapeReader } from '../../src/replay/tape-reader.ts';
import { canonicalJson } from '../../src/trace/index.ts';
import type { Runs } from './data.ts';

/** How much of what head did a tape answers. */
export interface Figures {
  readonly calls: number;
  readonly served: number;
  readonly cases: number;
  /** Cases all of whose calls were served. */
  readonly replayable: number;
  /** Served results that differ from what the live tool really returned. */
  readonly falseHits: number;
  /** Served calls that were found by a normalisation, or were recorded after other state changes, or in another case. */
  readonly normalised: number;
  readonly otherState: number;
  readonly otherCase: number;
}

/**
 * Replays each of head's trajectories, call by call, on the tape that these recordings make of its case. `alone`: with nothing
 * known of the other cases.
 */
export function measure(head: Runs, recordings: readonly Runs[], rules: TapeRules, alone: boolean): Figures {
  const cases = [...head].map(([id, calls]) => {
    const own = recordings.flatMap((runs) => [runs.get(id) ?? []]);
    return { calls, recordings: own.map((steps) => ({ steps, output: null })) };
  });
  const tapes = alone ? cases.map((theCase) => ({ theCase, tape: tapeOf(theCase, rules) })) : tapesOf(cases, rules);
  const ofCases = tapes.map(({ theCase, tape }) => replay(theCase.calls, new TapeReader(tape), rules));
  return sumOf(ofCases);
}

export function sumOf(figures: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number): number => figures.reduce((total, one) => total + of(one), 0);
  return {
    calls: sum(({ calls }) => calls),
    served: sum(({ served }) => served),
    cases: sum(({ cases }) => cases),
    replayable: sum(({ replayable }) => replayable),
    falseHits: sum(({ falseHits }) => falseHits),
    normalised: sum(({ normalised }) => normalised),
    otherState: sum(({ otherState }) => otherState),
    otherCase: sum(({ otherCase }) => otherCase),
  };
}

/** The trajectory goes on after a miss as it really went on: a state change that missed has happened all the same. */
function replay(calls: readonly RecordedToolCall[], reader: TapeReader, rules: TapeRules): Figures {
  const hits = calls.flatMap((call) => {
    const hit = reader.next(call);
    if (hit === null && !rules.isReadOnly(call.name) && call.outcome.kind === 'result') reader.changed(call);
    return hit === null ? [] : [{ hit, isFalse: canonicalJson(hit.outcome) !== canonicalJson(call.outcome) }];
  });
  const count = (counts: (one: (typeof hits)[number]) => boolean): number => hits.filter(counts).length;
  return {
    ...{ calls: calls.length, served: hits.length },
    ...{ cases: 1, replayable: hits.length === calls.length ? 1 : 0 },
    falseHits: count(({ isFalse }) => isFalse),
    normalised: count(({ hit }) => hit.normalisations.length > 0),
    otherState: count(({ hit }) => hit.otherState),
    otherCase: count(({ hit }) => hit.otherCase),
  };
}
