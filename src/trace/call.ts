import { canonicalJson, isJsonObject, type Json } from './json.ts';

/** A tool call as recordings, trials and expectations all have it. */
export interface Call {
  readonly name: string;
  readonly arguments: Json;
}

/** Equal calls give equal text: the name and the arguments in canonical form. */
export function callText(call: Call): string {
  return `${call.name} ${canonicalJson(withoutNulls(call.arguments))}`;
}

/** Arguments without members that are null: an absent argument and a null one are the same to every tool we know of. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const present = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(present.map(([name, member]) => [name, withoutNulls(member)]));
}
