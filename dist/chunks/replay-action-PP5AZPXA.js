import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chosenBefore
} from "./chunk-GNVZYGNX.js";
import "./chunk-2GS5VDTV.js";
import "./chunk-2J4ZQDLT.js";
import "./chunk-REGUN4CP.js";
import {
  RunArtifacts
} from "./chunk-CL7UJF62.js";
import "./chunk-4QVA67HX.js";
import {
  runFileName,
  tokensIn
} from "./chunk-HLZFQDGA.js";
import {
  actionRequest
} from "./chunk-ZRRVJJ32.js";
import {
  runShard,
  shardFileName
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-I5LRA7YP.js";
import {
  UserError
} from "./chunk-RUYBUABK.js";
import "./chunk-5IDBHXP5.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";

// src/commands/replay-action.ts
import { performance } from "node:perf_hooks";
async function replayForAction(options, now) {
  const { key, round, attempt, runner } = options;
  const shard = options.shard ?? 0;
  refuseTokens(tokensIn(runner));
  const kept = await RunArtifacts.list(key, runner, options.temporary);
  const plan = await kept.plan(round);
  const before = round === 1 ? null : chosenBefore(plan, shard, await kept.shards([1], shard));
  const about = await actionRequest("replay", options, now);
  const request = { ...about, about, plan, planFile: `the plan of round ${round}`, shard, attempt, before };
  const text = await runShard(request, () => performance.now());
  return {
    outputs: {},
    text: `shard ${shard} of ${plan.shards}, round ${round}: done`,
    kept: {
      name: runFileName(key, { kind: "shard", round, shard, attempt }),
      file: shardFileName({ round, shard, attempt }),
      text
    }
  };
}
function refuseTokens(names) {
  if (names.length === 0) return;
  throw new UserError(
    names.map((name) => ({
      where: name,
      message: "a job that replays runs the change\u2019s own code, and a token of GitHub\u2019s is in its environment",
      hint: HINTS[name] ?? "Take it out of env:."
    }))
  );
}
var HINTS = {
  "INPUT_GITHUB-TOKEN": "Give the step with: github-token: ''. Only the job with mode: gate needs it.",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "Take id-token: write out of the permissions of this job."
};
export {
  replayForAction
};
