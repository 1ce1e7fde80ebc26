import { mergeShards, planShards, type ShardPlan, shardsOf, writePlan } from '../gate/index.ts';
import { runFileName, type StageOptions, type StageResult } from '../github/index.ts';
import { actionRequest } from './action-request.ts';
import { planInWords } from './plan-files.ts';
import { queuedAnswers } from './queued-answers.ts';
import { RunArtifacts } from './run-artifacts.ts';

/** The Action's `mode: plan`: what the shards of this round are to do. Runs no code of the change. @throws UserError */
export async function planForAction(options: StageOptions, now: Date): Promise<StageResult> {
  const request = await actionRequest('plan', options, now);
  if (options.round === 2) return planSecondRound(options, request);
  const planning = await planShards({ ...request, shards: options.shards });
  const lent = options.queued === null ? [] : await queuedAnswers(options.queued, planning, options);
  return stageOf(options, planning.plan, planInWords(planning), lent);
}

async function planSecondRound(
  options: StageOptions,
  request: Awaited<ReturnType<typeof actionRequest>>,
): Promise<StageResult> {
  const kept = await RunArtifacts.list(options);
  const plan = await kept.plan(1);
  const about = request;
  const uploads = await kept.shards([1]);
  const merged = await mergeShards({ ...request, plan, planFile: 'the plan', about, uploads, wantsNext: true });
  if (merged.kind === 'next') {
    const shards = shardsOf(merged.plan);
    return stageOf(
      options,
      merged.plan,
      `round 2 has something to do on shards ${shards.join(', ')} of ${plan.shards}`,
    );
  }
  const text = 'round 1 leaves nothing open that round 2 could settle';
  return { outputs: { affected: 'false', shards: '[]' }, text, kept: [] };
}

function stageOf(
  { key, round, attempt }: StageOptions,
  plan: ShardPlan,
  text: string,
  lent: StageResult['kept'] = [],
): StageResult {
  const shards = shardsOf(plan);
  return {
    outputs: { affected: String(shards.length > 0), shards: JSON.stringify(shards) },
    text,
    kept: [
      ...lent,
      { name: runFileName(key, { kind: 'plan', round, attempt }), file: 'plan.json', text: writePlan(plan) },
    ],
  };
}
