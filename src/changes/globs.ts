import picomatch from 'picomatch';

export type PathMatcher = (path: string) => boolean;

/** Names may hold line breaks: without `s` such a file would be below no folder, and a change of it concern nobody. */
const OPTIONS = { dot: true, flags: 's' };

/** `!(a|b)` is an extended glob. */
const isNegative = (glob: string): boolean => /^!(?!\()/.test(glob);

/** Whether one of the globs that begin with `!` takes the path out. */
export function takenOut(globs: readonly string[]): PathMatcher {
  return pathMatcher(globs.filter(isNegative).map((glob) => glob.slice(1)));
}

/**
 * Whether a path (with `/`, relative to the repository's root) matches one of the globs; one that begins with `!` takes
 * paths out again, wherever it stands in the list. `*` also matches names that begin with a dot.
 */
export function pathMatcher(globs: readonly string[]): PathMatcher {
  const positive = globs.filter((glob) => !isNegative(glob)).map((glob) => picomatch(glob, OPTIONS));
  const negative = globs.filter(isNegative).map((glob) => picomatch(glob.slice(1), OPTIONS));
  return (path) => positive.some((matches) => matches(path)) && !negative.some((matches) => matches(path));
}
