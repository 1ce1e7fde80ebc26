import { sha256 } from '../../trace/index.ts';
import { BottomK } from './bottom-k.ts';
import type { Signature } from './minhash.ts';
import { recencyOf } from './recency.ts';

interface DrawOptions {
  readonly seed: string;
  /** Cases drawn from all of the traffic; slices that are rare in it add theirs. */
  readonly size: number;
  /** Cases that every slice has at least, where its traffic has as many. */
  readonly perSlice: number;
  /** Of the traffic that is drawn from; null = none of it has a time. */
  readonly newestDay: string | null;
}

/** A trajectory of the traffic, as much of it as drawing needs to know. */
export interface Drawable {
  readonly id: string;
  /** null = a finished run: the store finds it by its own id. */
  readonly traceId: string | null;
  readonly day: string | null;
  readonly startUs: number | null;
  readonly slices: readonly string[];
}

export interface Candidate extends Drawable {
  readonly rank: number;
  /** How often its day is drawn as against the newest: 1 at the most. */
  readonly recency: number;
  readonly signature: Signature;
}

/** One group that cases are drawn from. */
export interface Stratum {
  readonly wanted: number;
  /** Trajectories in it, and those of them that could be cases. */
  readonly traffic: number;
  readonly eligible: number;
  /** The smallest rank that was not kept; null = all that are eligible are candidates. */
  readonly turnedAway: number | null;
}

export interface Population {
  /** Each once. */
  readonly candidates: readonly Candidate[];
  readonly all: Stratum;
  /** In the order of their names. */
  readonly slices: ReadonlyMap<string, Stratum>;
  /** Trajectories with a slice beyond the limit: they count in no such slice. */
  readonly sliceless: number;
}

/** So many candidates are kept for each case that is wanted: some turn out to be near-duplicates. */
const OVERSAMPLE = 4;
/** An attribute that is different for every user makes no task types. */
const MAX_SLICES = 500;

class OpenStratum {
  traffic = 0;
  eligible = 0;
  readonly wanted: number;
  readonly kept: BottomK<Candidate>;

  constructor(wanted: number) {
    this.wanted = wanted;
    this.kept = new BottomK(OVERSAMPLE * wanted);
  }

  closed(): Stratum {
    const { wanted, traffic, eligible, kept } = this;
    return { wanted, traffic, eligible, turnedAway: kept.turnedAway };
  }
}

/**
 * Takes the traffic in, one trajectory after another, and keeps candidates: at the most 4 * (size + perSlice * slices) of them,
 * about 2 KB each, however many trajectories there are.
 *
 * A trajectory's rank is a number in (0, 1) that seed and id alone decide, divided by its recency; each stratum (all of the
 * traffic, and every slice) keeps the smallest. So one trajectory has the same luck in each stratum it is in, which keeps
 * the sample small, and a store that has grown a little gives nearly the same cases. Bottom-k sketches of weighted sets
 * (Cohen and Kaplan 2007), priority sampling (Duffield, Lund and Thorup 2007).
 */
export class PopulationBuilder {
  readonly #options: DrawOptions;
  readonly #all: OpenStratum;
  readonly #slices = new Map<string, OpenStratum>();
  readonly #recencies = new Map<string | null, number>();
  #sliceless = 0;

  constructor(options: DrawOptions) {
    this.#options = options;
    this.#all = new OpenStratum(options.size);
  }

  /** `signature` is asked for candidates alone; null = the trajectory makes no case, it only counts. */
  add(one: Drawable, signature: (() => Signature) | null): void {
    const strata = [this.#all, ...this.#strataOf(one.slices)];
    for (const stratum of strata) stratum.traffic += 1;
    if (signature === null) return;
    const recency = this.#recencies.get(one.day) ?? recencyOf(one.day, this.#options.newestDay);
    this.#recencies.set(one.day, recency);
    const rank = uniform(`${this.#options.seed} ${one.id}`) / recency;
    let made: Candidate | null = null;
    const make = (): Candidate => {
      made ??= { ...one, rank, recency, signature: signature() };
      return made;
    };
    for (const stratum of strata) {
      stratum.eligible += 1;
      stratum.kept.offer(rank, make);
    }
  }

  build(): Population {
    const open = [this.#all, ...this.#slices.values()];
    const candidates = new Set(open.flatMap(({ kept }) => kept.items()));
    return {
      candidates: [...candidates],
      all: this.#all.closed(),
      slices: new Map([...this.#slices].sort(byName).map(([name, stratum]) => [name, stratum.closed()])),
      sliceless: this.#sliceless,
    };
  }

  #strataOf(slices: readonly string[]): OpenStratum[] {
    const found = slices.map((name) => {
      const known = this.#slices.get(name);
      if (known !== undefined || this.#slices.size >= MAX_SLICES) return known ?? null;
      const opened = new OpenStratum(this.#options.perSlice);
      this.#slices.set(name, opened);
      return opened;
    });
    if (found.includes(null)) this.#sliceless += 1;
    return found.filter((stratum) => stratum !== null);
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** In (0, 1), equally likely, by 52 bits of a SHA-256. */
export function uniform(text: string): number {
  return (Number.parseInt(sha256(text).slice(0, 13), 16) + 0.5) / 2 ** 52;
}
