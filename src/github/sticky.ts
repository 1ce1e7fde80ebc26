import type { RunStamp } from './context.ts';

/** A comment as it stands on the pull request. */
export interface StandingComment {
  readonly id: number;
  /** null = the account is gone. */
  readonly author: string | null;
  readonly body: string;
}

/** What the marker carries: which head the text speaks of and which run wrote it. */
interface CommentStamp {
  readonly head: string;
  readonly run: RunStamp;
}

/** What this run wants to say: the texts come longest first, without a marker. */
export interface CommentWish {
  /** Tells one gate's comment from another's on the same pull request: `gate`. */
  readonly key: string;
  readonly stamp: CommentStamp;
  readonly texts: readonly [string, ...string[]];
}

/**
 * `remove` are older comments of ours. `bodies` are tried in order until one is accepted. `suspects`: comments that carry
 * our marker under other names; if the answer to `create` shows that the token writes under that name, they are ours too.
 */
export type CommentPlan =
  | {
      readonly kind: 'create';
      readonly bodies: readonly [string, ...string[]];
      readonly identity: string;
      readonly suspects: ReadonlyMap<string, readonly number[]>;
      readonly remove: readonly number[];
    }
  | {
      readonly kind: 'update';
      readonly id: number;
      readonly bodies: readonly [string, ...string[]];
      readonly remove: readonly number[];
    }
  | { readonly kind: 'keep'; readonly why: string; readonly remove: readonly number[] };

/** Anybody can copy the marker into a comment, so only comments of `identity`, the token's own account, are touched. */
export function planComment(wish: CommentWish, standing: readonly StandingComment[], identity: string): CommentPlan {
  const marked = standing.filter((comment) => markerOf(comment.body, wish.key) !== null);
  const [newest, ...older] = marked
    .filter((comment) => comment.author === identity)
    .sort((a, b) => compareRuns(runOf(b, wish.key), runOf(a, wish.key)) || b.id - a.id);
  const remove = older.map((comment) => comment.id);
  const [first, ...rest] = wish.texts;
  const bodies = [withMarker(wish, first), ...rest.map((text) => withMarker(wish, text))] as const;
  if (newest === undefined) {
    const mayBeOurs = marked.filter((comment) => compareRuns(runOf(comment, wish.key), wish.stamp.run) <= 0);
    return { kind: 'create', bodies, identity, suspects: idsByAuthor(mayBeOurs), remove };
  }
  const stamp = markerOf(newest.body, wish.key)?.stamp ?? null;
  if (stamp !== null && compareRuns(stamp.run, wish.stamp.run) > 0)
    return {
      kind: 'keep',
      why: `run ${stamp.run.id}, attempt ${stamp.run.attempt} is newer and has written it`,
      remove,
    };
  // The text for another head is written even when it reads the same: the stamp must move, or a late run between the two
  // could overwrite it.
  if (stamp?.head === wish.stamp.head && textOf(newest.body) === textOf(bodies[0]))
    return { kind: 'keep', why: 'it already says so', remove };
  return { kind: 'update', id: newest.id, bodies, remove };
}

/** Characters that the marker takes from a comment's limit. */
export function markerCharacters(wish: Pick<CommentWish, 'key' | 'stamp'>): number {
  return writeMarker(wish).length + 1;
}

function withMarker(wish: CommentWish, text: string): string {
  return `${writeMarker(wish)}\n${text}`;
}

function writeMarker({ key, stamp }: Pick<CommentWish, 'key' | 'stamp'>): string {
  return `<!-- pawl:${key} head=${stamp.head} run=${stamp.run.id} attempt=${stamp.run.attempt} -->`;
}

const MARKER = /^<!-- pawl:(?<key>[a-z0-9._-]+)(?<data> .*)? -->$/;
const DATA = /^ head=(?<head>[0-9a-f]{40}|[0-9a-f]{64}) run=(?<run>[1-9]\d{0,14}) attempt=(?<attempt>[1-9]\d{0,14})$/;

/**
 * The marker is the whole first line or it is none: text quoted further down cannot pass for it. A marker whose data is not
 * as we write it (edited by hand) still marks our comment, but is older than everything: `stamp` is null.
 */
function markerOf(body: string, key: string): { readonly stamp: CommentStamp | null } | null {
  const [line = ''] = body.split(/\r?\n/, 1);
  const marker = MARKER.exec(line)?.groups;
  if (marker?.key !== key) return null;
  const data = DATA.exec(marker.data ?? '')?.groups;
  if (data === undefined) return { stamp: null };
  return { stamp: { head: data.head ?? '', run: { id: Number(data.run), attempt: Number(data.attempt) } } };
}

function runOf(comment: StandingComment, key: string): RunStamp | null {
  return markerOf(comment.body, key)?.stamp?.run ?? null;
}

function compareRuns(a: RunStamp | null, b: RunStamp | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return a.id - b.id || a.attempt - b.attempt;
}

/** GitHub may give back other line ends and no white space at the end; which run is linked to is no news. */
function textOf(body: string): string {
  const text = body.replaceAll('\r\n', '\n').split('\n').slice(1).join('\n').trimEnd();
  return text.replaceAll(/\/actions\/runs\/\d+/g, '/actions/runs/');
}

function idsByAuthor(comments: readonly StandingComment[]): Map<string, number[]> {
  const named = comments.flatMap((comment) =>
    comment.author === null ? [] : [{ ...comment, author: comment.author }],
  );
  const groups = Map.groupBy(named, (comment) => comment.author);
  return new Map([...groups].map(([author, group]) => [author, group.map((comment) => comment.id)]));
}
