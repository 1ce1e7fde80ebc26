import type { Report } from '../report/index.ts';
import { runHeadAlone } from './adoption.ts';
import { decidePlanned } from './decide-planned.ts';
import { planGate } from './plan.ts';
import { writeReport } from './report.ts';
import type { GateRequest } from './request.ts';
import { recordOf } from './run-record.ts';
import { adoptionKind, decisionWithoutRun } from './without-run.ts';

export type { GivenAnswer } from '../replay/index.ts';
export { acceptableNames } from './acceptance.ts';
export { readAnswers, writeAnswers } from './answers-file.ts';
export { type AttributeRequest, attribute } from './attribute.ts';
export type { ReservoirCheck, ReservoirState } from './check.ts';
export { checkReservoir, showReservoir } from './check.ts';
export type { GivenUpload } from './choose-uploads.ts';
export { fillReservoir } from './fill.ts';
export { gatePlanned } from './gate-planned.ts';
export { type Merged, mergeShards } from './merge.ts';
export type { Noise } from './noise.ts';
export { measureNoise } from './noise.ts';
export { readNoiseLine } from './noise-line.ts';
export { findOneSide } from './one-side.ts';
export { planDigest, readPlan, type ShardPlan, shardsOf, writePlan } from './plan-file.ts';
export { openRecording } from './recording.ts';
export type { Repro, ReproRequest } from './repro.ts';
export { reproduce } from './repro.ts';
export type { GateRequest, GateWatch, ReplayRequest } from './request.ts';
export { answersFor, casesOfShard, lackingIn, NO_REUSE, ofSameHead, type Reuse } from './reuse.ts';
export { runShard } from './run-shard.ts';
export { MAX_UPLOAD_BYTES, type ReadShard, readShard, type ShardUpload, shardFileName } from './shard-file.ts';
export { planShards, type ShardPlanning } from './shard-plan.ts';
export { readSideTools } from './sides.ts';
export { toolPolicyOf } from './tool-policy.ts';

/**
 * The gate: `diff -> Change[] -> Case[] -> Trial[] x {base, head} -> Score[] -> Comparison[] -> Verdict -> Report`.
 * Trials run in rounds: `compare` says which it needs next, until the evidence decides. `clock` gives milliseconds.
 * @throws UserError for what the user must change; anything else it throws is a defect of ours.
 */
export async function gate(request: GateRequest, clock: () => number): Promise<Report> {
  const startedAtMs = clock();
  const plan = await planGate(request);
  const { policy } = plan.settings;
  const adopted = adoptionKind(plan);
  if (adopted !== null) return runHeadAlone(plan, adopted, request, clock);
  const known = decisionWithoutRun(plan);
  if (known !== null)
    return writeReport({ plan, decision: known, run: null, policy, request, durationMs: clock() - startedAtMs });
  return decidePlanned(plan, request, async ({ decision, table, bench }) => {
    const run = await recordOf(table, bench, request.watch.signal);
    return writeReport({ plan, decision, run, policy, request, durationMs: clock() - startedAtMs });
  });
}
