import { cut } from '../errors.ts';
import { planDigest, type ShardPlan, shardsOf } from './plan-file.ts';
import type { ReadShard, ShardUpload } from './shard-file.ts';

/** A file that some machine brought, as it was read. */
export interface GivenUpload {
  /** Of the file or the artifact. */
  readonly name: string;
  readonly read: ReadShard;
}

export interface ChosenUploads {
  /** At most one a shard: the newest attempt, whole. */
  readonly uploads: readonly ShardUpload[];
  /** What is missing or cannot be used, in words. */
  readonly problems: readonly string[];
}

interface Candidate {
  readonly name: string;
  readonly round: number;
  readonly shard: number;
  readonly attempt: number;
  readonly read: ReadShard;
}

const NAME = /round-([12])-shard-(\d{1,3})-attempt-(\d{1,6})/;
const MAX_TOLD = 3;

/**
 * Which uploads of a round count. Of each shard the newest attempt alone does: where it cannot be used, an older one does
 * not stand in for it, since nobody would know why it was run again.
 */
export function chooseUploads(plan: ShardPlan, given: readonly GivenUpload[]): ChosenUploads {
  const candidates = given.flatMap((one) => candidateOf(one) ?? []).filter(({ round }) => round === plan.round);
  const problems: string[] = [];
  const uploads: ShardUpload[] = [];
  for (const shard of shardsOf(plan)) {
    const own = candidates.filter((one) => one.shard === shard);
    const newest = Math.max(...own.map(({ attempt }) => attempt));
    const found = usable(
      plan,
      own.filter(({ attempt }) => attempt === newest),
    );
    const other = uploads[0];
    if (typeof found === 'string') problems.push(`shard ${shard} of round ${plan.round}: ${found}`);
    else if (other !== undefined && !ranTheSame(found, other))
      problems.push(`shard ${shard} of round ${plan.round}: it ran another agent than shard ${other.head.shard} did`);
    else uploads.push(found);
  }
  return { uploads, problems };
}

/** Files that are no upload at all, in words. */
export function strangers(given: readonly GivenUpload[]): readonly string[] {
  const strange = given.filter((one) => candidateOf(one) === null);
  return strange.map(({ name, read }) => {
    const why = read.kind === 'refused' ? read.problems.slice(0, MAX_TOLD).join('; ') : 'it is not what its name says';
    return `left out ${cut(name, 100)}: ${cut(why, 300)}`;
  });
}

function candidateOf({ name, read }: GivenUpload): Candidate | null {
  const [found, round, shard, attempt] = NAME.exec(name) ?? [];
  const named = found === undefined ? null : { round: Number(round), shard: Number(shard), attempt: Number(attempt) };
  if (read.kind === 'refused') return named === null ? null : { name, read, ...named };
  const { head } = read.upload;
  const isSame = named === null || (['round', 'shard', 'attempt'] as const).every((key) => named[key] === head[key]);
  return isSame ? { name, read, round: head.round, shard: head.shard, attempt: head.attempt } : null;
}

/** The one upload of a shard's newest attempt, or why there is none. */
function usable(plan: ShardPlan, newest: readonly Candidate[]): ShardUpload | string {
  const [first, ...others] = newest;
  if (first === undefined) return 'it brought nothing';
  if (first.read.kind === 'refused')
    return `${cut(first.name, 100)} cannot be used: ${cut(first.read.problems.slice(0, MAX_TOLD).join('; '), 500)}`;
  const { upload } = first.read;
  const { digest, head } = upload;
  if (others.some(({ read }) => read.kind === 'refused' || read.upload.digest !== digest))
    return `there are two different uploads of attempt ${first.attempt}`;
  if (head.headSha !== plan.head) return `it ran ${head.headSha.slice(0, 12)}, and head is ${plan.head.slice(0, 12)}`;
  return head.plan === planDigest(plan) ? upload : 'it followed another plan';
}

function ranTheSame(a: ShardUpload, b: ShardUpload): boolean {
  return a.head.agents.base === b.head.agents.base && a.head.agents.head === b.head.agents.head;
}
