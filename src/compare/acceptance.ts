import type { CaseFacts } from './evidence.ts';

/*
 * What a pull request declares as intended is drawn, tested and shown as everything else; it only cannot block.
 *
 * - An accepted case is left out of every slice that is not accepted, and of ALL, from the first look on: it must not make
 *   them block, and they must not stop sampling because of it, or it would hide what else fell there. It is judged itself.
 * - An accepted slice stays in the family with all of its cases, so that every other slice is tested at the level and on the
 *   trials that it would have had anyway. A case speaks for each of its slices: it is accepted with them only when all of
 *   them are, and until then it still counts in the others and can block by itself.
 * - Nothing is drawn to confirm what cannot block.
 *
 * That can only take blocks away, so the bound on false blocks stands, also where the list was written after a look at the
 * outcomes.
 */

/** The case may fail: it is named, or each of its slices is. */
export function isAcceptedCase({ accepted, slices }: CaseFacts): boolean {
  if (accepted === undefined) return false;
  return accepted.named || (slices.length > 0 && slices.every((slice) => accepted.slices.includes(slice)));
}

/** The case counts in this slice. */
export function countsIn(facts: CaseFacts, slice: string): boolean {
  return facts.accepted?.slices.includes(slice) === true || !isAcceptedCase(facts);
}
