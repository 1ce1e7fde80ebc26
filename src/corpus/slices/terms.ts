/** Pseudonyms such as `<email:0123abcd>`, links, and words with a digit in them are about one case, not about a task. */
const NOT_TERMS = /<[a-z-]+:[0-9a-f]+>|https?:\/\/\S+|[\p{L}\p{N}_-]*\p{N}[\p{L}\p{N}_-]*/gu;
const WORD = /\p{L}[\p{L}\p{M}]{2,29}/gu;

/** The words of a text in lower case, as often as they stand in it. No language is assumed. */
export function termsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replaceAll(NOT_TERMS, ' ').match(WORD) ?? [];
}

/** Weights by term; of length 1, or empty where no term is known. */
export type TermVector = ReadonlyMap<string, number>;

export interface Vocabulary {
  /** Inverse document frequency by term. */
  readonly idf: ReadonlyMap<string, number>;
}

/** A term in more texts than this tells none of them apart. */
const MAX_SHARE = 0.5;
const MAX_TERMS = 4000;

/** The terms that stand in at least two texts and in no more than half of them, the most frequent ones. */
export function vocabularyOf(texts: readonly (readonly string[])[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const terms of texts) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count >= 2 && count <= MAX_SHARE * texts.length)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_TERMS);
  return { idf: new Map(kept.map(([term, count]) => [term, rounded(Math.log((1 + texts.length) / (1 + count)) + 1)])) };
}

/**
 * TF-IDF with sublinear term frequency (Manning, Raghavan and Schuetze 2008, chapter 6.4), of length 1.
 */
export function vectorOf(terms: readonly string[], { idf }: Vocabulary): TermVector {
  const counts = new Map<string, number>();
  for (const term of terms) if (idf.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return ofLengthOne([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * (idf.get(term) ?? 0)]));
}

export function ofLengthOne(weights: readonly (readonly [string, number])[]): TermVector {
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(length === 0 ? [] : weights.map(([term, weight]) => [term, weight / length]));
}

/** Of two vectors of length 1; 0 where one is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** As a file keeps it: what is computed from the file is the same as what was computed before it was written. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
