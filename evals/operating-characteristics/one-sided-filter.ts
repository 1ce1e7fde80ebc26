import { discreteHolm, type Random, type Stratum, stratExact } from '../../src/stats/index.ts';
import type { AnchorResult } from './anchors.ts';
import type { Corpus } from './corpus.ts';
import type { Sharing, World } from './scenarios.ts';

const LOOK = 3;
const LEVEL = 0.01;

/**
 * The tempting mistake: head's unaffected trials are left out ("they are equal anyway"), base's all stay.
 * Where the affected trials are the harder ones, an unchanged head then looks worse. One look at three trials, the
 * product's own test and correction at 1 %.
 */
export function oneSidedFilter(corpus: Corpus, world: World, random: Random): AnchorResult {
  const strata = new Map<string, Stratum>();
  let runs = 0;
  for (const { id, storedTrials } of corpus.facts) {
    const sharing = world.sharing(id) ?? { affected: 1, hardness: 0 };
    const rate = (affected: boolean): number => world.rate(id, 'base', true) + shift(sharing, affected);
    const stored = Array.from({ length: storedTrials }, () => {
      const affected = random() < sharing.affected;
      return { affected, pass: random() < rate(affected) };
    });
    const drawn = stored.slice(0, LOOK).filter(({ affected }) => affected);
    runs += drawn.length;
    if (drawn.length === 0) continue;
    const passes = drawn.filter(() => random() < rate(true)).length;
    const s0 = stored.filter(({ pass }) => pass).length;
    strata.set(id, { kind: 'labels', n0: storedTrials, s0, n1: drawn.length, s1: passes });
  }
  const tests = [...corpus.slices.values()].map((ids) => stratExact(ids.flatMap((id) => strata.get(id) ?? [])));
  const adjusted = discreteHolm(tests.map(({ p, attainable }) => ({ p, attainable })));
  return { blocks: adjusted.some((p) => p <= LEVEL), runs };
}

/** As in `pull-request.ts`: affected trials are harder by `hardness`, the others easier by as much as keeps the rate. */
function shift({ affected, hardness }: Sharing, isAffected: boolean): number {
  return isAffected ? -hardness : affected === 1 ? 0 : (hardness * affected) / (1 - affected);
}
