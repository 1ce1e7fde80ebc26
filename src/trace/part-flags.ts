/** An escaped character or a class: a group does not begin within one. */
const NO_GROUP = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g;
const PART_FLAGS = /\(\?(?:[a-z]+(?:-[a-z]*)?|-[a-z]+):/;

/**
 * What is wrong with a regular expression of a user's that has flags for a part of it, such as `(?i:a)`; null = it has none. V8
 * 13.6 misses matches of such groups, by the texts that it is first tried on: what it says would be left to chance.
 */
export function partFlagsFault(source: string): string | null {
  const [found] = PART_FLAGS.exec(source.replaceAll(NO_GROUP, '_')) ?? [];
  return found === undefined
    ? null
    : `expected a regular expression without flags for a part of it (${found}...): write [Aa] for a letter in either case`;
}
