import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chooseSides,
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
  withoutActionSecrets
} from "./chunks/chunk-HLZFQDGA.js";
import {
  secretsIn
} from "./chunks/chunk-NJOXSQ6L.js";
import {
  parseJson
} from "./chunks/chunk-AFQDZWKC.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunks/chunk-RUYBUABK.js";
import {
  error,
  getInput,
  notice,
  setSecret,
  warning
} from "./chunks/chunk-5IDBHXP5.js";
import "./chunks/chunk-ZRQJKNTV.js";
import "./chunks/chunk-H6IZPVF7.js";

// src/main.ts
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

// src/commands/run-action.ts
async function runForAction(mode, options, now) {
  switch (mode) {
    case "auto":
      return { kind: "judged", result: await (await import("./chunks/gate-action-2FTZV2O3.js")).runGateForAction(options, now) };
    case "gate":
      return { kind: "judged", result: await (await import("./chunks/merge-action-3WFKLIT3.js")).mergeForAction(options, now) };
    case "plan":
      return { kind: "stage", stage: await (await import("./chunks/plan-action-XQKRUZQS.js")).planForAction(options, now) };
    case "replay":
      return { kind: "stage", stage: await (await import("./chunks/replay-action-PP5AZPXA.js")).replayForAction(options, now) };
    default:
      return mode;
  }
}

// src/main.ts
var { env } = process;
var REQUEST_TIMEOUT_MS = 3e4;
var NO_TIME_MS = 0;
var MAX_ANNOTATION_CHARACTERS = 4e3;
var stray = Promise.withResolvers();
stray.promise.catch(() => void 0);
process.on("uncaughtException", (fault) => {
  printLines(`this is a defect in pawl: ${fault.stack ?? fault.message}`);
  stray.reject(fault);
});
process.stdout.on("error", () => process.exit(process.exitCode ?? 3));
async function main() {
  for (const secret of secretValues(env, [getInput("github-token")])) secretForms(secret).forEach(setSecret);
  const { inputs, context, result } = await judge();
  process.exitCode = result?.exitCode ?? 0;
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
      const { publishForkReport } = await import("./chunks/publish-fork-BVSTBEMP.js");
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
    text = readFileSync(path, "utf8");
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
    repository: resolve(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.workingDirectory ?? "."),
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
    ...{ attempt: context.run.attempt, runner: env, temporary: env.RUNNER_TEMP ?? tmpdir() }
  };
  const { begin, end } = deafness(randomUUID());
  process.stdout.write(`${begin}
`);
  try {
    return await Promise.race([runForAction(mode, options, /* @__PURE__ */ new Date()), stray.promise]);
  } finally {
    process.stdout.write(`
${end}
`);
  }
}
function worldOf(inputs) {
  const endMs = performance.now() + (inputs?.publishTimeoutMs ?? NO_TIME_MS);
  return {
    env,
    temporary: env.RUNNER_TEMP ?? tmpdir(),
    annotate,
    log: printLines,
    patience: {
      sleep: (durationMs) => sleep(durationMs),
      timeoutMs: REQUEST_TIMEOUT_MS,
      leftMs: () => endMs - performance.now()
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
  process.stdout.write(`${logLines(text).join("\n")}
`);
}
await main();
process.stdout.write("", () => process.exit());
