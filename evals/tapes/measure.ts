import type { RecordedToolCall } from '../../src/corpus/index.ts';
import { type TapeRules, tapeOf } from '../../src/replay/tape.ts';
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
  /** Served calls that were found by a normalisation, or were recorded after other state changes. */
  readonly normalised: number;
  readonly otherState: number;
}

/** Replays each of head's trajectories, call by call, on the tape that these recordings make of its case. */
export function measure(head: Runs, recordings: readonly Runs[], rules: TapeRules): Figures {
  const ofCases = [...head].map(([id, calls]) => {
    const own = recordings.flatMap((runs) => [runs.get(id) ?? []]);
    const tape = tapeOf({ recordings: own.map((steps) => ({ steps, output: null })) }, rules);
    return replay(calls, new TapeReader(tape), rules);
  });
  const sum = (of: (one: Replayed) => number): number => ofCases.reduce((total, one) => total + of(one), 0);
  return {
    calls: sum(({ calls }) => calls),
    served: sum(({ served }) => served.length),
    cases: ofCases.length,
    replayable: sum(({ calls, served }) => (served.length === calls ? 1 : 0)),
    falseHits: sum(({ served }) => served.filter(({ isFalse }) => isFalse).length),
    normalised: sum(({ served }) => served.filter(({ normalised }) => normalised).length),
    otherState: sum(({ served }) => served.filter(({ otherState }) => otherState).length),
  };
}

interface Replayed {
  readonly calls: number;
  readonly served: readonly { readonly isFalse: boolean; readonly normalised: boolean; readonly otherState: boolean }[];
}

/** The trajectory goes on after a miss as it really went on: a state change that missed has happened all the same. */
function replay(calls: readonly RecordedToolCall[], reader: TapeReader, rules: TapeRules): Replayed {
  const served = calls.flatMap((call) => {
    const hit = reader.next(call);
    if (hit !== null) {
      const isFalse = canonicalJson(hit.outcome) !== canonicalJson(call.outcome);
      return [{ isFalse, normalised: hit.normalisations.length > 0, otherState: hit.otherState }];
    }
    if (!rules.isReadOnly(call.name) && call.outcome.kind === 'result') reader.changed(call);
    return [];
  });
  return { calls: calls.length, served };
}
