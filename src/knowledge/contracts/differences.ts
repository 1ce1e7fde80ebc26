import { type Difference, differenceOf } from './content.ts';
import type { CallAnswers, ContractSummary } from './summary.ts';

/** Answers to equal calls that were of the same kind and shape and yet not the same, by how they differ. */
interface ToolDifferences {
  readonly tool: string;
  readonly same: number;
  readonly differing: Readonly<Record<Difference, number>>;
}

const NONE: Readonly<Record<Difference, number>> = {
  order: 0,
  timestamps: 0,
  numbers: 0,
  ids: 0,
  several: 0,
  values: 0,
};

/** Each answer is compared with the most frequent one to the same call. By tool. */
export function harmlessDifferences({ tools }: ContractSummary): readonly ToolDifferences[] {
  return [...tools]
    .map(([tool, { calls }]) => {
      const differing = { ...NONE };
      let same = 0;
      for (const answers of [...calls.values()].flatMap((byClass) => [...byClass.values()])) {
        for (const { kind, count } of compared(answers)) {
          if (kind === null) same += count;
          else differing[kind] += count;
        }
      }
      return { tool, same, differing };
    })
    .sort((a, b) => (a.tool < b.tool ? -1 : 1));
}

function compared({ contents }: CallAnswers): { readonly kind: Difference | null; readonly count: number }[] {
  const ranked = [...contents.values()].sort(
    (a, b) => b.count - a.count || (a.content.exact < b.content.exact ? -1 : 1),
  );
  const [reference] = ranked;
  if (reference === undefined) return [];
  return ranked.map(({ content, count }) => ({ kind: differenceOf(reference.content, content), count }));
}
