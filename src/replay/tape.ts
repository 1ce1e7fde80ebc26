import type { Case, RecordedToolCall } from '../corpus/index.ts';
import { callText, type Json } from '../trace/index.ts';

/**
 * The recorded tool results of one case, looked up by name and normalised arguments. A tape is immutable; a `TapeReader`
 * is one trial's place on it.
 */
export interface Tape {
  /** Outcomes by `callText`, for each recording that has the call, in recorded order. */
  readonly outcomesByCall: ReadonlyMap<string, readonly (readonly RecordedToolCall['outcome'][])[]>;
}

export function tapeOf(theCase: Case): Tape {
  const outcomesByCall = new Map<string, RecordedToolCall['outcome'][][]>();
  for (const [index, recording] of theCase.recordings.entries()) {
    for (const step of recording.steps) {
      if (step.kind !== 'tool_call') continue;
      const key = callText(step);
      const byRecording = outcomesByCall.get(key) ?? [];
      outcomesByCall.set(key, byRecording);
      while (byRecording.length <= index) byRecording.push([]);
      byRecording[index]?.push(step.outcome);
    }
  }
  for (const byRecording of outcomesByCall.values()) {
    const withCalls = byRecording.filter((outcomes) => outcomes.length > 0);
    byRecording.splice(0, byRecording.length, ...withCalls);
  }
  return { outcomesByCall };
}

export interface TapeReader {
  /**
   * The recorded outcome of this call, or null where the tape has none. The n-th equal call gets the n-th recorded
   * outcome. Asked more often than recorded, a read-only tool answers as it did last (nothing changed in between that
   * the tape knows of); a state-changing one is not on the tape, because what a second refund does nobody recorded.
   */
  next(name: string, args: Json, readOnly: boolean): RecordedToolCall['outcome'] | null;
}

export function readTape(tape: Tape): TapeReader {
  const seen = new Map<string, number>();
  return {
    next(name, args, readOnly) {
      const key = callText({ name, arguments: args });
      const byRecording = tape.outcomesByCall.get(key);
      if (byRecording === undefined) return null;
      const occurrence = seen.get(key) ?? 0;
      const longest = byRecording.reduce((best, outcomes) => (outcomes.length > best.length ? outcomes : best));
      const source = byRecording.find((outcomes) => outcomes.length > occurrence) ?? longest;
      const outcome = source[occurrence] ?? (readOnly ? source.at(-1) : undefined);
      if (outcome === undefined) return null;
      seen.set(key, occurrence + 1);
      return outcome;
    },
  };
}
