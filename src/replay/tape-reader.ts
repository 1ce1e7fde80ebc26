import type { RecordedToolCall } from '../corpus/index.ts';
import { type Call, canonicalJson } from '../trace/index.ts';
import { areApart } from './argument-leaves.ts';
import { nearestCalls } from './nearest-call.ts';
import type { Normalisation } from './normalisation.ts';
import { writtenText } from './normalise.ts';
import type { Tape, TapePlace } from './tape.ts';
import { World } from './tape-world.ts';

/** What the tape answers to a call. */
export interface TapeHit {
  readonly outcome: RecordedToolCall['outcome'];
  /** The recorded call that it was the answer to. */
  readonly recorded: Call;
  /** What it took to see that the recorded call is this one; empty = it is written alike. */
  readonly normalisations: readonly Normalisation[];
  /** Recorded after other state changes than this trial has made: what it reads may have become another. */
  readonly otherState: boolean;
  /** Known from what the recordings of all cases show of the tool. */
  readonly otherCase: boolean;
}

/**
 * One trial's place on a tape.
 *
 * A read-only call gets a result that was recorded after the state changes that this trial has made, in any order, and
 * where there is none, the one that is nearest to it. Of those the n-th equal call gets the n-th; a further one the last:
 * nothing has changed in between that the tape knows of. A read that is on no recording of the case is answered from another case
 * where its tool has answered alike in all cases, and nothing that this trial has changed has an argument in common with it.
 *
 * A state-changing call gets the n-th result of a recording that has made all the changes of this trial. Where there is
 * none, it is on the tape only if its answer can be known all the same: the changes that were not recorded have no
 * argument in common with it, or the tool only ever repeats its arguments; and made more often than recorded, if it failed and
 * nothing has changed since. What a second refund does nobody recorded.
 *
 * Recordings that contradict each other are not mixed: those that have answered as this trial was answered go first. What
 * is left then to choose from, the majority decides, whatever the order of the recordings.
 */
export class TapeReader {
  readonly #tape: Tape;
  readonly #world: World;
  /** Recordings that agree with all that this trial was told. */
  #followed: ReadonlySet<number>;
  readonly #asked = new Map<string, number>();
  /** Since the world changed last. */
  readonly #askedHere = new Map<string, number>();

  constructor(tape: Tape) {
    this.#tape = tape;
    this.#world = new World(tape.changes);
    this.#followed = new Set(tape.changes.keys());
  }

  /** The recorded answer to this call, or null where the tape has none. `call` is in the recordings' terms. */
  next(call: Call): TapeHit | null {
    const text = this.#tape.rules.normaliser.textOf(call);
    const places = this.#tape.placesByCall.get(text) ?? [];
    const readOnly = this.#tape.rules.isReadOnly(call.name);
    const asRecorded = readOnly ? this.#readings(text, places) : this.#changes(text, places);
    const here = asRecorded.length > 0 ? asRecorded : this.#untouched(call, text, places);
    const fitting = here.length > 0 ? here : this.#acknowledged(call, text, places);
    const chosen = majority(this.#preferred(fitting), call);
    if (chosen === null) return readOnly ? this.#elsewhere(call, text) : null;
    count(this.#asked, text);
    count(this.#askedHere, text);
    this.#follow(fitting, chosen, readOnly);
    if (!readOnly && chosen.call.outcome.kind === 'result') this.changed(call);
    return {
      outcome: chosen.call.outcome,
      recorded: { name: chosen.call.name, arguments: chosen.call.arguments },
      normalisations: this.#tape.rules.normaliser.between(call, chosen.call),
      otherState: readOnly ? this.#world.distanceTo(chosen) > 0 : here.length > 0 && here !== asRecorded,
      otherCase: here.length === 0,
    };
  }

  /** The recorded answer to the call of this tool that is most like it; null = the tool is not on the tape. */
  nearest(call: Call): RecordedToolCall['outcome'] | null {
    const places = nearestCalls(call, this.#tape.placesByTool.get(call.name) ?? []);
    return majority(this.#preferred(places), call)?.call.outcome ?? null;
  }

  /** This trial has changed the world by a call that the tape did not answer. */
  changed(call: Call): void {
    this.#world.change(this.#tape.rules.normaliser.textOf(call), call);
    this.#askedHere.clear();
  }

  /** For each recording that was in the nearest world: the call that is its turn there. */
  #readings(text: string, places: readonly TapePlace[]): readonly TapePlace[] {
    const turn = this.#askedHere.get(text) ?? 0;
    const recordings = [...Map.groupBy(this.#world.nearest(places), (place) => place.recording).values()];
    const lasting = recordings.filter((own) => own.length > turn);
    return (lasting.length > 0 ? lasting : recordings).flatMap((own) => own[turn] ?? own.at(-1) ?? []);
  }

  /** For each recording that has made all the changes of this trial: its turn of the call. */
  #changes(text: string, places: readonly TapePlace[]): readonly TapePlace[] {
    const turn = this.#asked.get(text) ?? 0;
    const told = this.#tape.tellsEffects;
    const known = told ? places.filter((place) => this.#world.isWithin(place.recording)) : places;
    return [...Map.groupBy(known, (place) => place.recording).values()].flatMap((own) => own[turn] ?? []);
  }

  /** For each recording: the call that cannot have met what the recording lacks, or that fails as it has just failed. */
  #untouched(call: Call, text: string, places: readonly TapePlace[]): readonly TapePlace[] {
    const turn = this.#asked.get(text) ?? 0;
    const isApart = (recording: number): boolean =>
      this.#world.unrecorded(recording).every((change) => areApart(change, call));
    return [...Map.groupBy(places, (place) => place.recording)].flatMap(([recording, own]) => {
      const last = own.at(-1);
      if (turn < own.length) return isApart(recording) ? (own[turn] ?? []) : [];
      return last?.call.outcome.kind === 'error' && this.#askedHere.has(text) ? last : [];
    });
  }

  /** For each recording: its turn of the call, and then its last, where that answer is the same in every state. */
  #acknowledged(call: Call, text: string, places: readonly TapePlace[]): readonly TapePlace[] {
    if (places.length === 0 || !this.#tape.lore.acknowledges(call.name)) return [];
    const turn = this.#asked.get(text) ?? 0;
    const recordings = [...Map.groupBy(places, (place) => place.recording).values()];
    return recordings.flatMap((own) => own[turn] ?? own.at(-1) ?? []);
  }

  #elsewhere(call: Call, text: string): TapeHit | null {
    const recorded = this.#tape.lore.elsewhere(call, text);
    if (recorded === null || !this.#world.changes().every((change) => areApart(change, call))) return null;
    const { name, arguments: args, outcome } = recorded;
    const normalisations = this.#tape.rules.normaliser.between(call, recorded);
    return { outcome, recorded: { name, arguments: args }, normalisations, otherState: false, otherCase: true };
  }

  #preferred(places: readonly TapePlace[]): readonly TapePlace[] {
    const followed = places.filter((place) => this.#followed.has(place.recording));
    return this.#world.nearest(followed.length > 0 ? followed : places);
  }

  /** A recording without a reading may still be this trial's; one without its state change, or told otherwise, is not. */
  #follow(fitting: readonly TapePlace[], chosen: TapePlace, readOnly: boolean): void {
    const agree = (place: TapePlace): boolean => outcomeText(place) === outcomeText(chosen);
    const agreeing = new Set(fitting.filter(agree).map((place) => place.recording));
    const contradicting = new Set(fitting.filter((place) => !agree(place)).map((place) => place.recording));
    const left = readOnly ? this.#followed.difference(contradicting) : this.#followed.intersection(agreeing);
    if (left.size > 0) this.#followed = left;
    else if (!readOnly) this.#followed = agreeing;
  }
}

function count(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1);
}

function outcomeText({ call }: TapePlace): string {
  return canonicalJson(call.outcome);
}

/**
 * The answer that most recordings have, of those that were given to the very same call where there are such; of two as
 * frequent, a result before an error.
 */
function majority(places: readonly TapePlace[], call: Call): TapePlace | null {
  const alike = places.filter((place) => writtenText(place.call) === writtenText(call));
  const answers = [...Map.groupBy(alike.length > 0 ? alike : places, outcomeText)];
  const failed = ([, [place]]: (typeof answers)[number]): number => (place?.call.outcome.kind === 'error' ? 1 : 0);
  answers.sort((a, b) => b[1].length - a[1].length || failed(a) - failed(b) || (a[0] < b[0] ? -1 : 1));
  const best = answers[0]?.[1] ?? [];
  return best.toSorted((a, b) => (writtenText(a.call) < writtenText(b.call) ? -1 : 1))[0] ?? null;
}
