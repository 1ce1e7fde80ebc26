import { dirname, join } from 'node:path/posix';

/** What git keeps of a tree: files, links (mode 120000) and submodules. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
}

/** A file that can also be reached by a name that leads over `links`. */
export interface LinkedFile {
  readonly name: string;
  readonly links: readonly string[];
  readonly entry: TreeEntry;
}

const LINK_MODE = '120000';
/** As many links in a row as Linux follows. */
const MAX_HOPS = 40;
/** Links in linked folders are followed so far down: a folder may hold a link to itself. */
const MAX_DEPTH = 4;
const MAX_NAMES = 20_000;

export function isLink({ mode }: TreeEntry): boolean {
  return mode === LINK_MODE;
}

/**
 * The names that lead to a file over links within the tree: globs mean files as the agent opens them, and a diff names them where
 * git keeps them. `targets`: what each link says, by its object id. A link that leads out of the repository or nowhere has none.
 */
export function linkedFiles(
  entries: readonly TreeEntry[],
  targets: ReadonlyMap<string, string | null>,
): readonly LinkedFile[] {
  const links = new Map(entries.filter(isLink).map(({ path, oid }) => [path, targets.get(oid) ?? null]));
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const found: LinkedFile[] = [];
  const expand = (name: string, before: readonly string[], at: string, depth: number): void => {
    const way = resolved(at, links);
    if (way === null || depth > MAX_DEPTH || found.length >= MAX_NAMES) return;
    const over = [...before, ...way.links];
    for (const entry of atOrBelow(sorted, way.path)) {
      const own = `${name}${entry.path.slice(way.path.length)}`;
      if (isLink(entry)) expand(own, over, entry.path, depth + 1);
      else found.push({ name: own, links: over, entry });
    }
  };
  for (const link of links.keys()) expand(link, [], link, 0);
  return found.slice(0, MAX_NAMES);
}

/** Where a path leads, and every link on the way; null = out of the tree, or round in a circle. */
function resolved(
  path: string,
  links: ReadonlyMap<string, string | null>,
): { readonly path: string; readonly links: readonly string[] } | null {
  const over: string[] = [];
  let rest = path.split('/');
  let at = '';
  while (rest.length > 0) {
    const [first = '', ...more] = rest;
    const next = join(at, first);
    if (next === '..' || next.startsWith('../')) return null;
    const target = links.get(next);
    if (target === undefined) {
      at = next;
      rest = more;
    } else {
      over.push(next);
      if (target === null || target.startsWith('/') || over.length > MAX_HOPS) return null;
      rest = [...target.split('/'), ...more];
      at = dirname(next);
    }
  }
  return at === '.' ? null : { path: at, links: over };
}

/** The entry itself, or all of the folder; `sorted` by path. */
function atOrBelow(sorted: readonly TreeEntry[], path: string): readonly TreeEntry[] {
  const folder = `${path}/`;
  const first = firstFrom(sorted, path);
  const own = sorted[first];
  if (own?.path === path) return [own];
  const begin = firstFrom(sorted, folder);
  let end = begin;
  while (sorted[end]?.path.startsWith(folder) === true) end += 1;
  return sorted.slice(begin, end);
}

function firstFrom(sorted: readonly TreeEntry[], path: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
