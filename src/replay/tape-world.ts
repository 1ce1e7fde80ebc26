import type { TapePlace } from './tape.ts';

interface Distance {
  /** Changes that one of the two has made and the other has not. */
  readonly differing: number;
  /** Those that the recording had made and this trial has not. */
  readonly ahead: number;
}

/** The state changes that a trial has made, and how far from them the recordings were at each of their calls. */
export class World {
  readonly #recorded: readonly RecordedChanges[];
  readonly #made = new Map<string, number>();
  #size = 0;

  constructor(recorded: readonly (readonly string[])[]) {
    this.#recorded = recorded.map((changes) => new RecordedChanges(changes));
  }

  change(text: string): void {
    const times = this.#made.get(text) ?? 0;
    for (const changes of this.#recorded) changes.share(text, times);
    this.#made.set(text, times + 1);
    this.#size += 1;
  }

  /** The recording has made all of the changes too, sooner or later. */
  isWithin(recording: number): boolean {
    return this.#recorded[recording]?.shared() === this.#size;
  }

  distanceTo(place: TapePlace): number {
    return this.#distance(place).differing;
  }

  /** The places whose world is nearest; of two as near, the one that has not gone further than this trial. */
  nearest(places: readonly TapePlace[]): readonly TapePlace[] {
    const measured = places.map((place) => ({ place, distance: this.#distance(place) }));
    const [least] = measured.map(({ distance }) => distance).sort(compare);
    return measured.flatMap(({ place, distance }) =>
      least !== undefined && compare(distance, least) === 0 ? place : [],
    );
  }

  #distance({ recording, changesBefore }: TapePlace): Distance {
    const shared = this.#recorded[recording]?.sharedBefore(changesBefore) ?? 0;
    const ahead = changesBefore - shared;
    return { differing: ahead + this.#size - shared, ahead };
  }
}

function compare(a: Distance, b: Distance): number {
  return a.differing - b.differing || a.ahead - b.ahead;
}

/** One recording's state changes in order, and which of them the trial has made as well. */
class RecordedChanges {
  readonly #changes: readonly string[];
  /** Their places, ascending: the n-th equal change of the trial is the n-th of the recording. */
  #shared: readonly number[] = [];

  constructor(changes: readonly string[]) {
    this.#changes = changes;
  }

  /** The trial has made this change, after as many equal ones. */
  share(text: string, times: number): void {
    const at = this.#changes.flatMap((change, index) => (change === text ? index : []))[times];
    if (at !== undefined) this.#shared = [...this.#shared, at].sort((a, b) => a - b);
  }

  shared(): number {
    return this.#shared.length;
  }

  /** How many of the first `count` changes the trial has made as well. */
  sharedBefore(count: number): number {
    let [low, high] = [0, this.#shared.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#shared[middle] ?? count) < count) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
