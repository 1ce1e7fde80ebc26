import { hashJson } from '../trace/index.ts';
import type { Case } from './case.ts';
import type { Corpus } from './corpus.ts';

/** Ids, sorted. A case that head retires is removed. */
export interface CorpusDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly edited: readonly string[];
}

/**
 * What head did to base's corpus, by id. Edited = something that gates differs: the content, or how the case counts
 * (status, slices, weight, cluster). A new source or cohort changes no verdict.
 */
export function diffCorpus(base: Corpus, head: Corpus): CorpusDiff {
  const baseById = definitionsById(base);
  const headById = definitionsById(head);
  const inBoth = [...baseById.keys()].filter((id) => headById.has(id));
  return {
    added: [...headById.keys()].filter((id) => !baseById.has(id)).sort(),
    removed: [...baseById.keys()].filter((id) => !headById.has(id)).sort(),
    edited: inBoth.filter((id) => baseById.get(id) !== headById.get(id)).sort(),
  };
}

function definitionsById(corpus: Corpus): ReadonlyMap<string, string> {
  return new Map(corpus.cases.map((item) => [item.id, definitionOf(item)]));
}

function definitionOf({ contentHash, status, slices, weight, cluster }: Case): string {
  return hashJson({ contentHash, status, slices: [...slices].sort(), weight, cluster });
}
