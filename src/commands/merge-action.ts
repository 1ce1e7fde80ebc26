import { mergeShards } from '../gate/index.ts';
import type { GateResult, StageOptions } from '../github/index.ts';
import { actionRequest, resultOf } from './action-request.ts';
import { RunArtifacts } from './run-artifacts.ts';

/** The Action's `mode: gate`: decides from what the other jobs brought. Runs no code of the change. @throws UserError */
export async function mergeForAction(options: StageOptions, now: Date): Promise<GateResult> {
  const kept = await RunArtifacts.list(options);
  const about = await actionRequest('merge', options, now);
  const plan = await kept.plan(1);
  const uploads = await kept.shards([1, 2]);
  const merged = await mergeShards({ ...about, about, plan, planFile: 'the plan', uploads, wantsNext: false });
  if (merged.kind === 'next') throw new Error('a decision was asked for, and no plan');
  return resultOf(merged.report);
}
