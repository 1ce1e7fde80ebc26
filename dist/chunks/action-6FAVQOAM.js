const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  node_process_default
} from "./chunk-6BLI4XEX.js";
import {
  chooseSides,
  connect,
  deafness,
  failureResult,
  finishStage,
  logLines,
  problemLines,
  publishResult,
  readContext,
  readEndedRun,
  readInputs,
  secretForms,
  secretValues,
  withoutActionSecrets,
  workflowFile
} from "./chunk-WFO4ORFU.js";
import {
  $performance,
  $setTimeout,
  secretsIn
} from "./chunk-ESXIIXJN.js";
import {
  parseJson
} from "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  error,
  notice,
  setSecret,
  warning
} from "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import {
  $randomUUID
} from "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";
import {
  $tmpdir
} from "./chunk-S5GBO2VV.js";
import {
  $readFileSync
} from "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/run-action.ts
async function runForAction(mode, options, now) {
  switch (mode) {
    case "auto":
      return { kind: "judged", result: await (await import("./gate-action-AERGPUXO.js")).runGateForAction(options, now) };
    case "gate":
      return { kind: "judged", result: await (await import("./merge-action-RKQBEBZA.js")).mergeForAction(options, now) };
    case "plan":
      return { kind: "stage", stage: await (await import("./plan-action-XYP5HOKB.js")).planForAction(options, now) };
    case "replay":
      return { kind: "stage", stage: await (await import("./replay-action-TEMPJWQI.js")).replayForAction(options, now) };
    default:
      return mode;
  }
}

// src/main/action.ts
var env = {};
var REQUEST_TIMEOUT_MS = 3e4;
var NO_TIME_MS = 0;
var MAX_ANNOTATION_CHARACTERS = 4e3;
var stray = Promise.withResolvers();
async function runAction(environment) {
  env = environment;
  stray.promise.catch(() => void 0);
  node_process_default.on("uncaughtException", (fault) => {
    printLines(`this is a defect in pawl: ${fault.stack ?? fault.message}`);
    stray.reject(fault);
  });
  node_process_default.stdout.on("error", () => node_process_default.exit(node_process_default.exitCode ?? 3));
  for (const secret of secretValues(env, [getInput("github-token")])) secretForms(secret).forEach(setSecret);
  const { inputs, context, result } = await judge();
  node_process_default.exitCode = result?.exitCode ?? 0;
  if (result === null) return;
  try {
    await publishResult({ inputs, context, result }, worldOf(inputs));
  } catch (fault) {
    annotate("warning", `The verdict stands, but publishing it failed, a defect in pawl: ${messageOf(fault)}`);
  }
}
async function judge() {
  let inputs = null;
  let context = null;
  try {
    inputs = readInputs(getInput);
    if (inputs.mode === "publish") {
      const { publishForkReport } = await import("./publish-fork-GELUP2OS.js");
      await publishForkReport(inputs, readEndedRun(env, readEvent()), worldOf(inputs));
      return { inputs: null, context: null, result: null };
    }
    context = readContext(env, readEvent());
    const done = await run(inputs, inputs.mode, context);
    if (done.kind === "judged") return { inputs, context, result: done.result };
    await finishStage(done.stage, worldOf(inputs));
    return { inputs, context, result: null };
  } catch (fault) {
    sayFault(fault);
    const result = failureResult(fault);
    const decides = inputs === null || inputs.mode === "auto" || inputs.mode === "gate";
    return decides ? { inputs, context, result } : { inputs: null, context: null, result };
  }
}
function readEvent() {
  const path = env.GITHUB_EVENT_PATH ?? "";
  let text;
  try {
    text = $readFileSync(path, "utf8");
  } catch (fault) {
    throw new UserError({ where: "GITHUB_EVENT_PATH", message: messageOf(fault), hint: "GitHub\u2019s runner sets this." });
  }
  const event = parseJson(text);
  if (event !== void 0) return event;
  const message = `expected JSON; received ${cut(text, 80)}`;
  throw new UserError({ where: path, message, hint: "GitHub\u2019s runner writes this file." });
}
async function run(inputs, mode, context) {
  const options = {
    repository: $resolve(env.GITHUB_WORKSPACE ?? node_process_default.cwd(), inputs.workingDirectory ?? "."),
    ...chooseSides(inputs, context),
    configPath: inputs.config,
    store: inputs.store,
    trials: inputs.trials,
    slices: inputs.slices,
    reportContent: inputs.reportContent,
    mode: (context.pullRequest?.origin ?? "own") === "own" ? inputs.answers : "recorded",
    providerUrls: inputs.providerUrls,
    environment: withoutActionSecrets(env),
    otherSecrets: secretsIn(env, []).filter((name) => withoutActionSecrets(env)[name] === void 0),
    log: printLines,
    ...{ key: inputs.key, shards: inputs.shards, shard: inputs.shard, round: inputs.round },
    ...{ queued: queuedOf(inputs, context), fetchTimeoutMs: inputs.fetchTimeoutMs },
    ...{ attempt: context.run.attempt, runner: env, temporary: env.RUNNER_TEMP ?? $tmpdir() }
  };
  const { begin, end } = deafness($randomUUID());
  node_process_default.stdout.write(`${begin}
`);
  try {
    return await Promise.race([runForAction(mode, options, /* @__PURE__ */ new Date()), stray.promise]);
  } finally {
    node_process_default.stdout.write(`
${end}
`);
  }
}
function queuedOf(inputs, context) {
  const { token, mode } = inputs;
  const workflow = workflowFile(env.GITHUB_WORKFLOW_REF);
  const { event, pullRequest } = context;
  if (event !== "merge_group" || mode !== "plan" || token === null || pullRequest === null || workflow === null)
    return null;
  const { patience } = worldOf(inputs);
  return { pullRequest: pullRequest.number, workflow, patience, connect: () => connect(token, context, patience) };
}
function getInput(name) {
  return (env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}
function worldOf(inputs) {
  const endMs = $performance.now() + (inputs?.publishTimeoutMs ?? NO_TIME_MS);
  return {
    env,
    temporary: env.RUNNER_TEMP ?? $tmpdir(),
    annotate,
    log: printLines,
    patience: {
      sleep: (durationMs) => $setTimeout(durationMs),
      timeoutMs: REQUEST_TIMEOUT_MS,
      leftMs: () => endMs - $performance.now()
    }
  };
}
function sayFault(fault) {
  for (const line of problemLines(fault)) annotate("error", line);
  if (fault instanceof UserError) return;
  printLines("this is a defect in pawl");
  if (fault instanceof Error) printLines(fault.stack ?? fault.message);
}
function annotate(level, message) {
  const issue = { error, warning, notice }[level];
  issue(message.slice(0, MAX_ANNOTATION_CHARACTERS), { title: "pawl" });
}
function printLines(text) {
  node_process_default.stdout.write(`${logLines(text).join("\n")}
`);
}
export {
  runAction
};
