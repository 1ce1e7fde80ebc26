import { hashJson, isJsonObject, type Json, parseJson, received } from '../../trace/index.ts';
import type { TextClusters } from './definition.ts';
import { cosine, type TermVector, termsOf, type Vocabulary, vectorOf } from './terms.ts';

/**
 * Clusters of texts with their names. They are made once from a sample of the traffic and kept in a file: from then on a
 * text is put to the nearest of them, so that a name means the same however much traffic is added.
 */
export interface ClusterModel {
  /** Of what was asked for, without the file's place. */
  readonly definition: string;
  readonly vocabulary: Vocabulary;
  readonly clusters: readonly Cluster[];
}

export interface Cluster {
  readonly name: string;
  /** The terms that weigh most in it, rounded as the file has them; of length 1 but for that. */
  readonly centre: TermVector;
}

const FORMAT = 'pawl text clusters v1';

/** A text that is less like every cluster than this belongs to none. */
const MIN_COSINE = 0.05;

const NO_CLUSTER = 'text: other';

export function clustersHash({ clusters, seed }: TextClusters): string {
  return hashJson({ clusters, seed }).slice(0, 12);
}

/** The name of the cluster that a text is most like; of two as like, the first. */
export function clusterOf(text: string, { vocabulary, clusters }: ClusterModel): string {
  const vector = vectorOf(termsOf(text), vocabulary);
  let best = { name: NO_CLUSTER, similarity: MIN_COSINE };
  for (const { name, centre } of clusters) {
    const similarity = cosine(vector, centre);
    if (similarity > best.similarity) best = { name, similarity };
  }
  return best.name;
}

/** One cluster a line, so that a change of the file can be reviewed. */
export function clustersText({ definition, vocabulary, clusters }: ClusterModel): string {
  const lines = clusters.map(({ name, centre }) => JSON.stringify({ name, centre: Object.fromEntries(centre) }));
  const idf = JSON.stringify(Object.fromEntries(vocabulary.idf));
  const head = `{"format":${JSON.stringify(FORMAT)},"definition":${JSON.stringify(definition)},"clusters":[`;
  return `${head}\n${lines.join(',\n')}\n],"idf":${idf}}\n`;
}

/** What `clustersText` wrote, or what is wrong with it. */
export function parseClusters(text: string): ClusterModel | { readonly problem: string } {
  const value = parseJson(text);
  if (!isJsonObject(value)) return { problem: `expected a JSON object, received ${received(value)}` };
  const { format, definition, clusters, idf } = value;
  if (format !== FORMAT) return { problem: `expected format ${JSON.stringify(FORMAT)}, received ${received(format)}` };
  const weights = weightsOf(idf);
  if (typeof definition !== 'string' || !Array.isArray(clusters) || weights === null)
    return { problem: 'expected definition, clusters and idf, as pawl writes them' };
  const read = clusters.map(clusterFrom);
  const good = read.filter((cluster) => cluster !== null);
  if (good.length < read.length) return { problem: 'expected every cluster to have a name and numbers as weights' };
  return { definition, vocabulary: { idf: new Map(weights) }, clusters: good };
}

function clusterFrom(value: Json): Cluster | null {
  if (!isJsonObject(value)) return null;
  const { name } = value;
  const centre = weightsOf(value.centre);
  return typeof name !== 'string' || centre === null ? null : { name, centre: new Map(centre) };
}

function weightsOf(value: Json | undefined): [string, number][] | null {
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value);
  const numbers = entries.flatMap(([term, weight]): [string, number][] =>
    typeof weight === 'number' ? [[term, weight]] : [],
  );
  return numbers.length === entries.length ? numbers : null;
}
