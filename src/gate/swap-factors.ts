import { attributed, type CaseDifference, factorEffects, type GateVerdict, membersOf } from '../compare/index.ts';
import type { SwappedFactors } from '../report/index.ts';
import { seededRandom } from '../stats/index.ts';
import { type Replayed, replayPart } from './replay-mixture.ts';
import type { AttributeRequest, Suspects } from './suspects.ts';

/** All combinations, the whole one given; of a head that does not block none is worth a call. */
export async function swapFactors(
  suspects: Suspects,
  request: AttributeRequest,
  whole: Replayed,
  warnings: string[],
): Promise<SwappedFactors> {
  const { factors, head } = suspects;
  const last = 2 ** factors.length - 1;
  const replayed = new Map([[last, whole]]);
  for (let cell = 1; cell < last && whole.verdict === 'block'; cell++) {
    const paths = membersOf(cell).flatMap((index) => factors[index]?.paths ?? []);
    replayed.set(cell, await replayPart({ head, paths }, suspects, request, warnings));
  }
  const cells = [...replayed].sort(([a], [b]) => a - b);
  const failed = cells.find(([, { verdict }]) => verdict === 'error');
  const differences = [[], ...cells.map(([, one]) => within(one.differences, whole.regressed))];
  const complete = failed === undefined && whole.verdict === 'block' && factors.length > 0;
  const found = complete ? factorEffects(differences, seededRandom('attribution')) : null;
  const verdictOf = (cell: number): GateVerdict | null => replayed.get(cell)?.verdict ?? null;
  return {
    kind: 'factors',
    factors: factors.map(({ name, paths }, index) => {
      return { name, paths, effect: found?.effects[index] ?? null, alone: verdictOf(1 << index) };
    }),
    cells: cells.map(([cell, { verdict }]) => ({ factors: membersOf(cell), verdict })),
    interactions: found?.interactions ?? [],
    measured: found === null ? null : { total: found.total, cases: found.cases, leftOut: found.leftOut },
    conclusion:
      failed !== undefined && failed[0] !== last
        ? {
            kind: 'inconclusive',
            why: `${namesOf(failed[0], suspects)} alone could not be judged: they may need the rest`,
          }
        : attributed(whole.verdict, found),
  };
}

function namesOf(cell: number, { factors }: Suspects): string {
  return membersOf(cell)
    .map((index) => factors[index]?.name ?? '')
    .join(' and ');
}

/** Of a head that fell in some slices: the cases of these. */
function within(differences: readonly CaseDifference[], slices: readonly string[]): readonly CaseDifference[] {
  return slices.length === 0
    ? differences
    : differences.filter((one) => one.slices.some((name) => slices.includes(name)));
}
