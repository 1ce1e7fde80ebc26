const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore
} from "./chunk-6625DD54.js";
import "./chunk-HMNIJCDD.js";
import "./chunk-L23VSNQE.js";
import "./chunk-CKWE3LHX.js";
import {
  RunArtifacts
} from "./chunk-L4DM3ROT.js";
import "./chunk-G3VFAWKC.js";
import {
  runFileName,
  tokensIn
} from "./chunk-WFO4ORFU.js";
import {
  actionRequest
} from "./chunk-OVTPT5V6.js";
import "./chunk-7BZZY76H.js";
import {
  NO_REUSE,
  answersFor,
  casesOfShard,
  lackingIn,
  ofSameHead,
  runShard,
  shardFileName
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-V5MOI6JN.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/earlier-answers.ts
async function earlierAnswers(kept, plan, { shard, round, attempt, log }) {
  if (plan.mode === "recorded") return NO_REUSE;
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

// src/commands/replay-action.ts
async function replayForAction(options, now) {
  const { key, round, attempt, runner } = options;
  const shard = options.shard ?? 0;
  refuseTokens(tokensIn(runner));
  const kept = await RunArtifacts.list(options);
  const plan = await kept.plan(round);
  const before = round === 1 ? null : chosenBefore(plan, shard, await kept.shards([1], (one) => one === shard));
  const reuse = await earlierAnswers(kept, plan, { ...options, shard });
  const about = await actionRequest("replay", options, now);
  const request = { ...about, about, plan, planFile: `the plan of round ${round}`, shard, attempt, before, reuse };
  const text = await runShard(request, () => $performance.now());
  return {
    outputs: {},
    text: `shard ${shard} of ${plan.shards}, round ${round}: done`,
    kept: [
      {
        name: runFileName(key, { kind: "shard", round, shard, attempt }),
        file: shardFileName({ round, shard, attempt }),
        text
      }
    ]
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
