import { isJsonObject, type Json } from '../json.ts';

/** The value with something else in place of whatever lies more than `levels` deep. */
export function cutBelow(value: Json, levels: number, instead: () => Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return instead();
  if (Array.isArray(value)) return value.map((item) => cutBelow(item, levels - 1, instead));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cutBelow(member, levels - 1, instead)]));
}
