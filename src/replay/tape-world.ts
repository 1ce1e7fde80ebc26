import type { Call } from '../trace/index.ts';
import type { TapePlace } from './tape.ts';

interface Distance {
  /** Changes that one of the two has made and the other has not. */
  readonly differing: number;
  /** Those that the recording had made and this trial has not. */
  readonly ahead: number;
}

/** The state changes that a trial has made, and how far from them the recordings were at each of their calls. */
export class World {
  readonly #recorded: readonly (readonly string[])[];
  readonly #changes = new Map<string, number>();
  readonly #calls = new Map<string, Call>();
  #size = 0;
  /** By recording and number of changes; as long as the world stays as it is. */
  readonly #distances = new Map<string, Distance>();

  constructor(recorded: readonly (readonly string[])[]) {
    this.#recorded = recorded;
  }

  change(text: string, call: Call): void {
    this.#calls.set(text, call);
    this.#changes.set(text, (this.#changes.get(text) ?? 0) + 1);
    this.#size += 1;
    this.#distances.clear();
  }

  /** The recording has made all of the changes too, sooner or later. */
  isWithin(recording: number): boolean {
    const { differing, ahead } = this.#distance(recording, this.#recorded[recording]?.length ?? 0);
    return differing === ahead;
  }

  /** The changes that this trial has made, each once. */
  changes(): readonly Call[] {
    return [...this.#calls.values()];
  }

  /** Those of them that the recording never made, or not as often. */
  unrecorded(recording: number): readonly Call[] {
    const recorded = Map.groupBy(this.#recorded[recording] ?? [], (text) => text);
    return [...this.#calls].flatMap(([text, call]) => {
      return (this.#changes.get(text) ?? 0) > (recorded.get(text)?.length ?? 0) ? call : [];
    });
  }

  distanceTo(place: TapePlace): number {
    return this.#distance(place.recording, place.changesBefore).differing;
  }

  /** The places whose world is nearest; of two as near, the one that has not gone further than this trial. */
  nearest(places: readonly TapePlace[]): readonly TapePlace[] {
    const distances = places.map((place) => ({ place, ...this.#distance(place.recording, place.changesBefore) }));
    const least = distances.reduce(
      (best: Distance | null, one) => (best === null || isLess(one, best) ? one : best),
      null,
    );
    return distances.filter((one) => least !== null && !isLess(least, one)).map(({ place }) => place);
  }

  #distance(recording: number, changesBefore: number): Distance {
    const key = `${recording} ${changesBefore}`;
    const known = this.#distances.get(key);
    if (known !== undefined) return known;
    const distance = this.#measure(this.#recorded[recording]?.slice(0, changesBefore) ?? []);
    this.#distances.set(key, distance);
    return distance;
  }

  #measure(recorded: readonly string[]): Distance {
    const left = new Map(this.#changes);
    let ahead = 0;
    for (const text of recorded) {
      const mine = left.get(text) ?? 0;
      if (mine === 0) ahead += 1;
      else left.set(text, mine - 1);
    }
    const shared = recorded.length - ahead;
    return { differing: ahead + this.#size - shared, ahead };
  }
}

function isLess(a: Distance, b: Distance): boolean {
  return a.differing < b.differing || (a.differing === b.differing && a.ahead < b.ahead);
}
