import {
  answersFor,
  casesOfShard,
  lackingIn,
  NO_REUSE,
  ofSameHead,
  type Reuse,
  type ShardPlan,
} from '../gate/index.ts';
import type { StageOptions } from '../github/index.ts';
import type { RunArtifacts } from './run-artifacts.ts';

/**
 * What a shard was answered before this attempt: running a job again until it is green draws no new luck, and is not paid
 * for twice. Where the plan has moved a case since, it is looked for in what the other shards brought. Only the attempts of
 * this very run are asked, of the same head; and what the job that plans has laid ready.
 */
export async function earlierAnswers(
  kept: RunArtifacts,
  plan: ShardPlan,
  { shard, round, attempt, log }: Pick<StageOptions, 'round' | 'attempt' | 'log'> & { readonly shard: number },
): Promise<Reuse> {
  if (plan.mode === 'recorded') return NO_REUSE;
  const lent = await kept.answers(shard);
  if (attempt === 1) return { answers: lent, warnings: [] };
  const cases = casesOfShard(plan, shard);
  const own = ofSameHead(plan, await kept.shards([round], (one) => one === shard));
  const lacks = lackingIn(own, cases).size > 0;
  const others = lacks ? ofSameHead(plan, await kept.shards([round], (one) => one !== shard)) : [];
  const found = [...own, ...others];
  const lost = lackingIn(found, cases).size;
  const again = answersFor(cases, found);
  log(`attempt ${attempt}: ${again.length} answers of an earlier attempt are used again`);
  const answers = [...lent, ...again];
  if (lost === 0) return { answers, warnings: [] };
  const what = `shard ${shard} of round ${round} has no answers of an earlier attempt for ${lost} of ${cases.size} cases`;
  return { answers, warnings: [`new sample, attempt ${attempt}: ${what}`] };
}
