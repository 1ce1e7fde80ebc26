import { seededRandom } from '../../stats/index.ts';
import { type Cluster, type ClusterModel, clustersHash } from './cluster-model.ts';
import { clusterNames } from './cluster-names.ts';
import type { TextClusters } from './definition.ts';
import { cosine, ofLengthOne, rounded, type TermVector, termsOf, vectorOf, vocabularyOf } from './terms.ts';

const MAX_ROUNDS = 50;
/** Terms that a centre keeps; the others weigh next to nothing. */
const CENTRE_TERMS = 100;

/**
 * Clusters of texts by spherical k-means (Dhillon and Modha 2001): the same texts, in whatever order, and the same seed give the
 * same clusters and names. With `before` it begins at the clusters there were, and each cluster that is still much the
 * same keeps its name.
 */
export function fitClusters(
  texts: readonly string[],
  definition: TextClusters,
  before: ClusterModel | null,
): ClusterModel {
  const tokens = [...texts].sort().map(termsOf);
  const vocabulary = vocabularyOf(tokens);
  const vectors = tokens.map((terms) => vectorOf(terms, vocabulary)).filter((vector) => vector.size > 0);
  const old = before?.clusters.map(({ centre }) => centre) ?? [];
  const first = [...old.slice(0, definition.clusters)];
  const centres = settle(vectors, begin(vectors, first, definition));
  const kept = centres.map(shortened);
  const names = clusterNames(kept, before?.clusters ?? []);
  const clusters = kept.map((centre, i): Cluster => ({ name: names[i] ?? '', centre }));
  return { definition: clustersHash(definition), vocabulary, clusters };
}

/** k-means++ (Arthur and Vassilvitskii 2007) by the distance 1 - cosine: each further centre is drawn far from those there are. */
function begin(vectors: readonly TermVector[], given: readonly TermVector[], { clusters, seed }: TextClusters) {
  const random = seededRandom(`text clusters ${seed}`);
  const centres = [...given];
  const distances = vectors.map((vector) => distanceTo(vector, centres));
  while (centres.length < clusters) {
    const total = distances.reduce((sum, distance) => sum + distance, 0);
    if (total < 1e-9) break;
    let left = random() * total;
    const at = distances.findIndex((distance) => {
      left -= distance;
      return left < 0;
    });
    const drawn = vectors[at === -1 ? distances.length - 1 : at];
    if (drawn === undefined) break;
    centres.push(drawn);
    for (const [i, vector] of vectors.entries())
      distances[i] = Math.min(distances[i] ?? 1, Math.max(0, 1 - cosine(vector, drawn)));
  }
  return centres;
}

function distanceTo(vector: TermVector, centres: readonly TermVector[]): number {
  return centres.reduce((least, centre) => Math.min(least, Math.max(0, 1 - cosine(vector, centre))), 1);
}

/** Until no text changes its cluster. A cluster that loses all its texts is gone. */
function settle(vectors: readonly TermVector[], begun: readonly TermVector[]): readonly TermVector[] {
  let centres = begun;
  let before = '';
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const nearest = vectors.map((vector) => nearestOf(vector, centres));
    const now = nearest.join();
    if (now === before) break;
    before = now;
    const members = Map.groupBy(vectors.keys(), (i) => nearest[i] ?? -1);
    centres = centres.flatMap((_, place) => {
      const own = (members.get(place) ?? []).flatMap((i) => vectors[i] ?? []);
      return own.length === 0 ? [] : [meanOf(own)];
    });
  }
  return centres;
}

/** -1 = like none of them. */
function nearestOf(vector: TermVector, centres: readonly TermVector[]): number {
  let best = { place: -1, similarity: 0 };
  for (const [place, centre] of centres.entries()) {
    const similarity = cosine(vector, centre);
    if (similarity > best.similarity) best = { place, similarity };
  }
  return best.place;
}

function meanOf(vectors: readonly TermVector[]): TermVector {
  const sums = new Map<string, number>();
  for (const vector of vectors) for (const [term, weight] of vector) sums.set(term, (sums.get(term) ?? 0) + weight);
  return ofLengthOne([...sums]);
}

function shortened(centre: TermVector): TermVector {
  const top = [...centre].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, CENTRE_TERMS);
  return new Map([...ofLengthOne(top)].map(([term, weight]) => [term, rounded(weight)]));
}
