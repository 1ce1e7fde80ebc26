import type { GivenAnswer } from '../replay/index.ts';
import type { GivenUpload } from './choose-uploads.ts';
import type { ShardPlan } from './plan-file.ts';
import type { ShardUpload } from './shard-file.ts';

/** What a shard need not ask again, and what the report must say of it. */
export interface Reuse {
  readonly answers: readonly GivenAnswer[];
  readonly warnings: readonly string[];
}

export const NO_REUSE: Reuse = { answers: [], warnings: [] };

/** The cases that a shard may have to run in the plan's round. */
export function casesOfShard({ cases, second }: ShardPlan, shard: number): ReadonlySet<string> {
  const open =
    second === null
      ? null
      : new Set([
          ...second.deepen,
          ...second.confirm,
          ...[...second.guard, ...second.check].map(({ caseId }) => caseId),
        ]);
  return new Set(cases.flatMap((one) => (one.shard === shard && (open === null || open.has(one.id)) ? [one.id] : [])));
}

/** The uploads that can be read and are of the plan's own head. */
export function ofSameHead({ head }: Pick<ShardPlan, 'head'>, given: readonly GivenUpload[]): readonly ShardUpload[] {
  return given.flatMap(({ read }) => (read.kind === 'read' && read.upload.head.headSha === head ? [read.upload] : []));
}

/** Cases of which no upload has a trial. */
export function lackingIn(uploads: readonly ShardUpload[], cases: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set(uploads.flatMap(({ trials }) => trials.map(({ ran }) => ran.trial.caseId)));
  return new Set([...cases].filter((id) => !seen.has(id)));
}

/** What the uploads hold for these cases. */
export function answersFor(cases: ReadonlySet<string>, uploads: readonly ShardUpload[]): readonly GivenAnswer[] {
  return uploads.flatMap(({ answers }) => answers.filter(({ caseId }) => cases.has(caseId)));
}
