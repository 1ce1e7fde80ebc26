const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  planInWords
} from "./chunk-CKWE3LHX.js";
import {
  RunArtifacts,
  textIn
} from "./chunk-L4DM3ROT.js";
import "./chunk-G3VFAWKC.js";
import {
  fetchRunUpload,
  findPullRequestRun,
  newestOnly,
  readRunFileName,
  runFileName,
  uploadsOfRun
} from "./chunk-WFO4ORFU.js";
import {
  actionRequest
} from "./chunk-OVTPT5V6.js";
import "./chunk-7BZZY76H.js";
import {
  MAX_UPLOAD_BYTES,
  answersFor,
  casesOfShard,
  mergeShards,
  planShards,
  readPlan,
  readShard,
  shardsOf,
  writeAnswers,
  writePlan
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $mkdtemp,
  $rm,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $join
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/queued-answers.ts
async function queuedAnswers(source, planning, options) {
  const { plan, agents } = planning;
  if (agents === null || plan.mode === "recorded") return [];
  const found = await shardsOfPullRequest(source, planning, options);
  if ("problem" in found) {
    options.log(`the pull request\u2019s answers are not used again: ${cut(found.problem, 300)}`);
    return [];
  }
  const files = shardsOf(plan).flatMap((shard) => {
    const answers = answersFor(casesOfShard(plan, shard), found.found);
    if (answers.length === 0) return [];
    const name = runFileName(options.key, { kind: "answers", shard, attempt: options.attempt });
    return [{ name, file: "answers.jsonl", text: writeAnswers(answers), answers: answers.length }];
  });
  const total = files.reduce((sum, { answers }) => sum + answers, 0);
  options.log(`${total} answers of pull request ${source.pullRequest}\u2019s own run are used again`);
  return files.map(({ name, file, text }) => ({ name, file, text }));
}
async function shardsOfPullRequest(source, { plan, agents }, { key, temporary }) {
  const folder = await $mkdtemp($join(temporary, "pawl-queued-"));
  try {
    const github = await source.connect();
    const run = await findPullRequestRun(github, source);
    if ("problem" in run) return run;
    const kept = newestOnly(
      (await uploadsOfRun(github, run.found)).flatMap((upload) => {
        const file = readRunFileName(key, upload.name);
        return file === null ? [] : [{ file, upload }];
      })
    );
    const read = async (upload) => textOf(github, source, upload, folder);
    const planned = kept.find(({ file }) => file.kind === "plan" && file.round === 1);
    if (planned === void 0) return { problem: "its run has left no plan" };
    const text = await read(planned.upload);
    if ("problem" in text) return text;
    const { policyHash, configPath, mode } = readPlan(text.found, planned.upload.name);
    if (mode !== "live") return { problem: "its run drew none" };
    if (policyHash !== plan.policyHash || configPath !== plan.configPath)
      return { problem: "it was judged by another policy" };
    const shards = [];
    for (const { file, upload } of kept) {
      const shard = file.kind === "shard" ? await read(upload) : null;
      const given = shard !== null && "found" in shard ? readShard(shard.found) : null;
      if (given?.kind === "read" && given.upload.head.agents.head === agents?.head) shards.push(given.upload);
    }
    return shards.length === 0 ? { problem: "its run has left none for this agent" } : { found: shards };
  } catch (error) {
    return { problem: messageOf(error) };
  } finally {
    await $rm(folder, { recursive: true, force: true });
  }
}
async function textOf(github, { patience }, upload, folder) {
  if (upload.digest === null) return { problem: `GitHub tells no digest of ${upload.name}` };
  const fetched = await fetchRunUpload(github, upload, { maxBytes: MAX_UPLOAD_BYTES, patience });
  if ("problem" in fetched) return fetched;
  const path = $join(folder, String(upload.id));
  await $writeFile(path, fetched.found);
  return textIn(path);
}

// src/commands/plan-action.ts
async function planForAction(options, now) {
  const request = await actionRequest("plan", options, now);
  if (options.round === 2) return planSecondRound(options, request);
  const planning = await planShards({ ...request, shards: options.shards });
  const lent = options.queued === null ? [] : await queuedAnswers(options.queued, planning, options);
  return stageOf(options, planning.plan, planInWords(planning), lent);
}
async function planSecondRound(options, request) {
  const kept = await RunArtifacts.list(options);
  const plan = await kept.plan(1);
  const about = request;
  const uploads = await kept.shards([1]);
  const merged = await mergeShards({ ...request, plan, planFile: "the plan", about, uploads, wantsNext: true });
  if (merged.kind === "next") {
    const shards = shardsOf(merged.plan);
    return stageOf(
      options,
      merged.plan,
      `round 2 has something to do on shards ${shards.join(", ")} of ${plan.shards}`
    );
  }
  const text = "round 1 leaves nothing open that round 2 could settle";
  return { outputs: { affected: "false", shards: "[]" }, text, kept: [] };
}
function stageOf({ key, round, attempt }, plan, text, lent = []) {
  const shards = shardsOf(plan);
  return {
    outputs: { affected: String(shards.length > 0), shards: JSON.stringify(shards) },
    text,
    kept: [
      ...lent,
      { name: runFileName(key, { kind: "plan", round, attempt }), file: "plan.json", text: writePlan(plan) }
    ]
  };
}
export {
  planForAction
};
