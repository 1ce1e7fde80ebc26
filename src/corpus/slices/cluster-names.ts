import type { Cluster } from './cluster-model.ts';
import { cosine, type TermVector } from './terms.ts';

const TERMS = 3;
/** Of an old and a new centre: from here on they are taken to be the same cluster. */
const SAME = 0.5;

/**
 * A name for each centre. One that is much like an earlier cluster has its name, the most alike first; another is named by the
 * terms that weigh more in it than in all centres on average.
 */
export function clusterNames(centres: readonly TermVector[], before: readonly Cluster[]): readonly string[] {
  const inherited = inheritedNames(centres, before);
  const taken = new Set(inherited.values());
  const mean = meanWeights(centres);
  return centres.map((centre, place) => {
    const own = inherited.get(place) ?? topName(centre, mean, taken);
    taken.add(own);
    return own;
  });
}

function inheritedNames(centres: readonly TermVector[], before: readonly Cluster[]): ReadonlyMap<number, string> {
  const pairs = centres.flatMap((centre, place) =>
    before.map(({ name, centre: old }) => ({ place, name, similarity: cosine(centre, old) })),
  );
  pairs.sort((a, b) => b.similarity - a.similarity || a.place - b.place || (a.name < b.name ? -1 : 1));
  const names = new Map<number, string>();
  for (const { place, name, similarity } of pairs) {
    if (similarity < SAME || names.has(place) || [...names.values()].includes(name)) continue;
    names.set(place, name);
  }
  return names;
}

/** One more term for as long as another cluster has the name. */
function topName(centre: TermVector, mean: TermVector, taken: ReadonlySet<string>): string {
  const terms = [...centre]
    .map(([term, weight]) => ({ term, more: weight - (mean.get(term) ?? 0) }))
    .sort((a, b) => b.more - a.more || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term);
  for (let count = TERMS; count <= terms.length; count += 1) {
    const name = nameOf(terms.slice(0, count));
    if (!taken.has(name)) return name;
  }
  const name = nameOf(terms.slice(0, TERMS));
  return taken.has(name) ? `${name} (${taken.size + 1})` : name;
}

function nameOf(terms: readonly string[]): string {
  return `text: ${terms.join(', ')}`;
}

function meanWeights(centres: readonly TermVector[]): TermVector {
  const sums = new Map<string, number>();
  for (const centre of centres)
    for (const [term, weight] of centre) sums.set(term, (sums.get(term) ?? 0) + weight / centres.length);
  return sums;
}
