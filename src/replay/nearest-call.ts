import { distance } from 'fastest-levenshtein';
import { type Call, canonicalJson, isJsonObject, type Json } from '../trace/index.ts';
import { writtenText } from './normalise.ts';

/** Levenshtein's distance takes time with the product of the lengths; texts that differ so late are alike. */
const MAX_COMPARED = 2000;

/**
 * Those of the calls whose arguments are most like the asked ones: the fewest arguments that differ, then the fewest
 * characters in them (Levenshtein). All that are equally near; none where there are no calls.
 */
export function nearestCalls<T extends { readonly call: Call }>(asked: Call, places: readonly T[]): readonly T[] {
  const measured = places.map((place) => ({ place, distance: distanceOf(asked, place.call) }));
  const [least] = measured.map((one) => one.distance).sort(compare);
  return measured.flatMap((one) => (least !== undefined && compare(one.distance, least) === 0 ? one.place : []));
}

type Distance = readonly [differing: number, characters: number];

function distanceOf(asked: Call, recorded: Call): Distance {
  const [a, b] = [asked.arguments, recorded.arguments];
  const names = new Set([...namesOf(a), ...namesOf(b)]);
  const differing = [...names].filter((name) => memberText(a, name) !== memberText(b, name)).length;
  const [left, right] = [asked, recorded].map((call) => writtenText(call).slice(0, MAX_COMPARED));
  return [differing, distance(left ?? '', right ?? '')];
}

function compare(a: Distance, b: Distance): number {
  return a[0] - b[0] || a[1] - b[1];
}

function namesOf(value: Json): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

function memberText(value: Json, name: string): string {
  return isJsonObject(value) && Object.hasOwn(value, name) ? canonicalJson(value[name]) : '';
}
