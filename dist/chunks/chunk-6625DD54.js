const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-HMNIJCDD.js";
import {
  showReport
} from "./chunk-L23VSNQE.js";
import {
  keepText,
  planAt
} from "./chunk-CKWE3LHX.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  NO_REUSE,
  gatePlanned,
  runShard,
  shardFileName
} from "./chunk-5OPVBMT5.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $mkdir
} from "./chunk-OPI4XJCE.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/gate-shard.ts
async function plannedGateCommand(options, surroundings) {
  const { directory, signal } = surroundings;
  refuseSlices(options);
  const plan = await planAt(directory, options.plan);
  const progress = new ProgressLine(surroundings);
  const request = {
    ...await replayRequest("gate", options, surroundings, progress),
    ...{ plan, planFile: options.plan, about: null, watch: progress.watch(signal) }
  };
  const clock = () => $performance.now();
  if (options.shard === void 0) {
    const report = await gatePlanned(request, clock);
    progress.end();
    return showReport(report, options, surroundings);
  }
  const { shard, out, attempt } = shardOf(options, plan);
  const given = await uploadFiles(directory, options.after ?? []);
  const text = await runShard(
    { ...request, shard, attempt, before: chosenBefore(plan, shard, given), reuse: NO_REUSE },
    clock
  );
  progress.end();
  const file = $join($resolve(directory, out), shardFileName({ round: plan.round, shard, attempt }));
  await $mkdir($resolve(directory, out), { recursive: true }).catch((error) => {
    throw new UserError({ where: "--out", message: messageOf(error), hint: "name a folder that pawl may write" });
  });
  await keepText(file, text);
  surroundings.print(`shard ${shard} of ${plan.shards}, round ${plan.round}: ${file}`);
  return 0;
}
function refuseSlices({ slice }) {
  if (slice === void 0) return;
  const message = "the plan says which slices are judged";
  throw new UserError({ where: "--slice", message, hint: "give it to pawl plan" });
}
function shardOf({ shard = "", out, attempt = "1" }, plan) {
  const [, index = "", of = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(shard) ?? [];
  const problems = [
    ...index !== "" && Number(of) === plan.shards ? [] : [
      {
        where: "--shard",
        message: `expected I/${plan.shards}, received ${JSON.stringify(cut(shard, 40))}`,
        hint: null
      }
    ],
    ...out === void 0 ? [{ where: "--out", message: "a shard needs a folder for what it brings", hint: null }] : [],
    .../^[1-9]\d{0,5}$/.test(attempt) ? [] : [
      {
        where: "--attempt",
        message: `expected a whole number, received ${JSON.stringify(cut(attempt, 40))}`,
        hint: null
      }
    ]
  ];
  if (problems.length > 0 || out === void 0) throw new UserError(problems);
  return { shard: Number(index), out, attempt: Number(attempt) };
}
function chosenBefore(plan, shard, given) {
  const digest = plan.first.find((one) => one.shard === shard)?.digest;
  const own = given.flatMap(
    ({ read }) => read.kind === "read" && read.upload.head.shard === shard ? [read.upload] : []
  );
  return own.find((upload) => upload.digest === digest) ?? own[0] ?? null;
}

export {
  plannedGateCommand,
  chosenBefore
};
