import { type JsonObject, type KeyOptions, requestKey, type Wire } from '../../src/trace/index.ts';

/** The options of a request that nothing is rewritten in. */
export const plain: KeyOptions = {
  level: 0,
  headers: { anthropicVersion: null, anthropicBeta: null },
  replacements: [],
  ignored: [],
  previous: () => null,
};

export function keyOf(wire: Wire, body: JsonObject, options: Partial<KeyOptions> = {}): string {
  return requestKey(wire, body, { ...plain, ...options });
}
