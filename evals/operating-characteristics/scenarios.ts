import type { Random } from '../../src/stats/index.ts';
import { type Corpus, type CorpusKind, targetOf } from './corpus.ts';

export type Side = 'base' | 'head';

/** How the sides of one case share answers. `affected`: share of its trials on which head leaves base's path. */
export interface Sharing {
  readonly affected: number;
  /** Pass rate of affected trials less that of all. */
  readonly hardness: number;
}

/** The truth of one simulated pull request. */
export interface World {
  /** Pass rate of a trial drawn now, or of a stored one. */
  readonly rate: (id: string, side: Side, stored: boolean) => number;
  /** null = open: nothing is shared. */
  readonly sharing: (id: string) => Sharing | null;
  /** Cases that head broke. */
  readonly broken: ReadonlySet<string>;
}

export type MakeWorld = (corpus: Corpus, kind: CorpusKind, random: Random) => World;

const OPEN = (): null => null;
const NOBODY: ReadonlySet<string> = new Set();

export const unchanged: MakeWorld = (corpus) => world((id) => rateOf(corpus, id));

/** Every case of the target slice is scaled so that the slice's mean falls to `mean`. */
export function diffuseDrop(mean: number): MakeWorld {
  return (corpus, kind) => {
    const ids = membersOf(corpus, kind);
    const now = ids.reduce((sum, id) => sum + rateOf(corpus, id), 0) / ids.length;
    const target = new Set(ids);
    return world((id, side) => rateOf(corpus, id) * (side === 'head' && target.has(id) ? mean / now : 1));
  };
}

/** As many cases of the target slice die as bring its mean to `mean`. */
export function concentratedDrop(mean: number): MakeWorld {
  return (corpus, kind, random) => {
    const ids = pick(membersOf(corpus, kind), Number.POSITIVE_INFINITY, random);
    let sum = ids.reduce((total, id) => total + rateOf(corpus, id), 0);
    const dead = new Set<string>();
    for (const id of ids) {
      if (sum <= mean * ids.length) break;
      sum -= rateOf(corpus, id) - 0.02;
      dead.add(id);
    }
    return { ...world((id, side) => (side === 'head' && dead.has(id) ? 0.02 : rateOf(corpus, id))), broken: dead };
  };
}

/** Five cases that always pass never pass on head. */
export const fiveBroken: MakeWorld = (corpus, _, random) => {
  const good = goodCases(corpus);
  const broken = new Set(pick(good, Math.min(5, Math.ceil(good.length / 100)), random));
  const made = world((id, side) => (broken.has(id) ? (side === 'head' ? 0 : 1) : rateOf(corpus, id)));
  return { ...made, broken };
};

/** Five cases that pass nearly always pass nearly never on head. */
export const fiveNearlyBroken: MakeWorld = (corpus, _, random) => {
  const broken = new Set(pick(goodCases(corpus), 5, random));
  const made = world((id, side) => (broken.has(id) ? (side === 'head' ? 0.05 : 0.97) : rateOf(corpus, id)));
  return { ...made, broken };
};

/** One case that always passes becomes a coin flip: out of reach of a cheap design, so it has no goal. */
export const oneFlaky: MakeWorld = (corpus, _, random) => {
  const [flaky] = pick(goodCases(corpus), 1, random);
  return world((id, side) => (id === flaky ? (side === 'head' ? 0.5 : 1) : rateOf(corpus, id)));
};

/** Every case gets a little worse on head. */
export function globalDrop(factor: number): MakeWorld {
  return (corpus) => world((id, side) => rateOf(corpus, id) * (side === 'head' ? factor : 1));
}

/** The target slice was at .60 on base and is at .95 on head. */
export const improvement: MakeWorld = (corpus, kind) => {
  const target = new Set(membersOf(corpus, kind));
  return world((id, side) => rateOf(corpus, id) * (side === 'base' && target.has(id) ? 0.6 / 0.95 : 1));
};

/** Base and head both have fallen to `factor` since the stored trials were drawn. */
export function drift(factor: number, where: 'everywhere' | 'target slice' | 'five cases'): MakeWorld {
  return (corpus, kind, random) => {
    const ids =
      where === 'everywhere'
        ? [...corpus.rates.keys()]
        : where === 'target slice'
          ? membersOf(corpus, kind)
          : pick(membersOf(corpus, kind), 5, random);
    const moved = new Set(ids);
    return world((id, _, stored) => rateOf(corpus, id) * (!stored && moved.has(id) ? factor : 1));
  };
}

/**
 * The stored trials were drawn on a day on which base did only `factor` as well: in the target slice, or everywhere. Head falls to
 * `headMean` in the target slice; null = nothing changed.
 */
export function badDay(factor: number, where: 'everywhere' | 'target slice', headMean: number | null): MakeWorld {
  return (corpus, kind, random) => {
    const target = new Set(membersOf(corpus, kind));
    const now = headMean === null ? unchanged(corpus, kind, random) : diffuseDrop(headMean)(corpus, kind, random);
    return world((id, side, stored) => {
      const isLow = stored && (where === 'everywhere' || target.has(id));
      return now.rate(id, side, stored) * (isLow ? factor : 1);
    });
  };
}

/** Nothing changed; a third of the cases is open, a third shares a prefix on most trials, a third everything. */
export function shared(affected: number, hardness: number): MakeWorld {
  return (corpus) => ({
    ...world((id) => rateOf(corpus, id)),
    sharing: (id) => {
      const place = Number(id.split('-')[1]) % 3;
      return place === 0 ? null : { affected: place === 1 ? affected : 0, hardness };
    },
  });
}

/** Every case shares a prefix. */
export function prefixed(affected: number, hardness: number): MakeWorld {
  return (corpus) => ({ ...world((id) => rateOf(corpus, id)), sharing: () => ({ affected, hardness }) });
}

function world(rate: World['rate']): World {
  return { rate, sharing: OPEN, broken: NOBODY };
}

function rateOf({ rates }: Corpus, id: string): number {
  return rates.get(id) ?? 0;
}

function membersOf({ slices }: Corpus, kind: CorpusKind): readonly string[] {
  return slices.get(targetOf(kind)) ?? [];
}

function goodCases({ rates }: Corpus): readonly string[] {
  return [...rates].filter(([, rate]) => rate > 0.9).map(([id]) => id);
}

function pick(ids: readonly string[], count: number, random: Random): string[] {
  return ids
    .map((id) => ({ id, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ id }) => id);
}
