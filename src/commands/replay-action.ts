import { performance } from 'node:perf_hooks';
import { UserError } from '../errors.ts';
import { runShard, shardFileName } from '../gate/index.ts';
import { runFileName, type StageOptions, type StageResult, tokensIn } from '../github/index.ts';
import { actionRequest } from './action-request.ts';
import { earlierAnswers } from './earlier-answers.ts';
import { chosenBefore } from './gate-shard.ts';
import { RunArtifacts } from './run-artifacts.ts';

/** The Action's `mode: replay`: one shard of one round. It runs the change's code, so no token may be near. @throws UserError */
export async function replayForAction(options: StageOptions, now: Date): Promise<StageResult> {
  const { key, round, attempt, runner } = options;
  const shard = options.shard ?? 0;
  refuseTokens(tokensIn(runner));
  const kept = await RunArtifacts.list(options);
  const plan = await kept.plan(round);
  const before = round === 1 ? null : chosenBefore(plan, shard, await kept.shards([1], (one) => one === shard));
  const reuse = await earlierAnswers(kept, plan, { ...options, shard });
  const about = await actionRequest('replay', options, now);
  const request = { ...about, about, plan, planFile: `the plan of round ${round}`, shard, attempt, before, reuse };
  const text = await runShard(request, () => performance.now());
  return {
    outputs: {},
    text: `shard ${shard} of ${plan.shards}, round ${round}: done`,
    kept: [
      {
        name: runFileName(key, { kind: 'shard', round, shard, attempt }),
        file: shardFileName({ round, shard, attempt }),
        text,
      },
    ],
  };
}

function refuseTokens(names: readonly string[]): void {
  if (names.length === 0) return;
  throw new UserError(
    names.map((name) => ({
      where: name,
      message: 'a job that replays runs the change’s own code, and a token of GitHub’s is in its environment',
      hint: HINTS[name] ?? 'Take it out of env:.',
    })),
  );
}

const HINTS: Readonly<Record<string, string>> = {
  'INPUT_GITHUB-TOKEN': "Give the step with: github-token: ''. Only the job with mode: gate needs it.",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'Take id-token: write out of the permissions of this job.',
};
