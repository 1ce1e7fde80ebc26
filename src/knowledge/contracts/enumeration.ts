import { ARGUMENTS } from './reading.ts';
import type { Field } from './summary.ts';
import { type Sighting, type Switch, switchesIn } from './switches.ts';

/** Fewer than so many sightings a value on average are no enumeration. */
const MIN_RECURRENCE = 5;
/** A single word that gives way to another may be what the world is like now (`winter_sale`); two are a vocabulary. */
const MIN_WORDS = 2;
const WORD = /^"[A-Za-z][\w.-]*"$/;

/** The values of a field where they are few words that recur; null = it is no enumeration. */
export function enumeration(field: Field | undefined): string[] | null {
  if (field === undefined || field.values === null) return null;
  const sightings = [...field.values.values()].flatMap((days) => [...days.values()]);
  const count = sightings.reduce((sum, cell) => sum + cell.count, 0);
  const words = [...field.values.keys()];
  return count >= MIN_RECURRENCE * words.length && words.every((word) => WORD.test(word)) ? words : null;
}

/** Moments from which a result's enumeration has none of its words any more, and others instead: `OK, FAILED` -> `ok, failed`. */
export function replacedValues(path: string, field: Field): readonly Switch[] {
  const words = path.startsWith(ARGUMENTS) ? null : enumeration(field);
  if (words === null || words.length < 2) return [];
  const days = (word: string): readonly Sighting['cell'][] => [...(field.values?.get(word)?.values() ?? [])];
  const spans = words
    .map((word) => ({
      ...{ word, cells: days(word) },
      firstUs: days(word).reduce((least, cell) => Math.min(least, cell.firstUs), Number.POSITIVE_INFINITY),
      lastUs: days(word).reduce((most, cell) => Math.max(most, cell.lastUs), Number.NEGATIVE_INFINITY),
    }))
    .sort((a, b) => a.firstUs - b.firstUs);
  return spans.slice(1).flatMap((_, index) => {
    const [old, now] = [spans.slice(0, index + 1), spans.slice(index + 1)];
    const lastOld = Math.max(...old.map(({ lastUs }) => lastUs));
    if (now.some(({ firstUs }) => firstUs <= lastOld) || !isReplaced(old, now)) return [];
    const named = (side: typeof spans): string =>
      side
        .map(({ word }) => word)
        .sort()
        .join(', ');
    const seen = (side: typeof spans): Sighting[] =>
      side.flatMap(({ cells }) => cells.map((cell) => ({ answer: named(side), stratum: path, cell })));
    return switchesIn([...seen(old), ...seen(now)]);
  });
}

function isReplaced(old: readonly { readonly word: string }[], now: readonly { readonly word: string }[]): boolean {
  if (old.length >= MIN_WORDS && now.length >= MIN_WORDS) return true;
  const spelt = (side: readonly { readonly word: string }[]): string =>
    side
      .map(({ word }) => word.toLowerCase().replace(/[^a-z]/g, ''))
      .sort()
      .join();
  return spelt(old) === spelt(now);
}
