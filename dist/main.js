import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chooseSides,
  deafness,
  failureResult,
  logLines,
  problemLines,
  publishResult,
  readContext,
  readInputs,
  secretForms,
  secretValues,
  withoutActionSecrets
} from "./chunks/chunk-6RTIR6BI.js";
import {
  ProgressLine
} from "./chunks/chunk-ENTN6MLE.js";
import {
  error,
  getInput,
  notice,
  setSecret,
  warning
} from "./chunks/chunk-RJWKVI5R.js";
import "./chunks/chunk-USKDACZP.js";
import {
  gate
} from "./chunks/chunk-5PEAMUU4.js";
import "./chunks/chunk-7EWKQ4TP.js";
import {
  dayText,
  defaultStore,
  given,
  runName
} from "./chunks/chunk-NI472JT7.js";
import {
  defaultConfigPath,
  secretsIn
} from "./chunks/chunk-BYDHNTQ5.js";
import {
  fetchHistory
} from "./chunks/chunk-3Z432Z7C.js";
import {
  lineAnnotations,
  renderMarkdown,
  reportFiles
} from "./chunks/chunk-FAUJ72YB.js";
import "./chunks/chunk-N73M3PSF.js";
import {
  parseJson
} from "./chunks/chunk-I3AMN25J.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunks/chunk-RUYBUABK.js";
import "./chunks/chunk-WD6H2GOG.js";

// src/main.ts
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve as resolve2 } from "node:path";
import { performance as performance2 } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

// src/commands/gate-action.ts
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
async function runGateForAction(options, now) {
  const progress = new ProgressLine({ warn: options.log, terminal: false });
  for (const line of await fetchHistory(options.repository, options.base, options.head)) options.log(line);
  const report = await gate(
    {
      directory: options.repository,
      base: options.base,
      head: options.head,
      configPath: options.configPath ?? defaultConfigPath,
      overrides: overridesOf(options),
      storeDirectory: resolve(options.repository, options.store ?? defaultStore),
      mode: options.mode,
      environment: options.environment,
      otherSecrets: options.otherSecrets,
      runName: runName("gate", now),
      log: (line) => progress.note(line),
      today: dayText(now),
      watch: progress.watch(new AbortController().signal)
    },
    () => performance.now()
  );
  return resultOf(report);
}
function overridesOf({ trials, reportContent, providerUrls }) {
  return given([
    ["trials", "input trials", trials?.toString()],
    ["report_content", "input report-content", reportContent],
    ...Object.entries(providerUrls).map(
      ([name, url]) => ["provider_url", `input ${name}-base-url`, `${name}=${url}`]
    )
  ]);
}
function resultOf(report) {
  return {
    exitCode: report.exitCode,
    verdict: report.verdict,
    title: report.title,
    blockedSlices: report.reasons.flatMap((reason) => reason.kind === "slice_regressed" ? [reason.slice] : []),
    brokenCases: report.reasons.flatMap((reason) => reason.kind === "case_broken" ? [reason.caseId] : []),
    providerCalls: report.run.providerCalls,
    files: reportFiles(report),
    annotations: lineAnnotations(report),
    markdown: {
      full: renderMarkdown(report, "full"),
      short: renderMarkdown(report, "short"),
      minimal: renderMarkdown(report, "minimal")
    }
  };
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
  process.exitCode = result.exitCode;
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
    context = readContext(env, readEvent());
    return { inputs, context, result: await runGate(inputs, context) };
  } catch (fault) {
    sayFault(fault);
    return { inputs, context, result: failureResult(fault) };
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
async function runGate(inputs, context) {
  const options = {
    repository: resolve2(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.workingDirectory ?? "."),
    ...chooseSides(inputs, context),
    configPath: inputs.config,
    store: inputs.store,
    trials: inputs.trials,
    reportContent: inputs.reportContent,
    mode: (context.pullRequest?.origin ?? "own") === "own" ? "live" : "recorded",
    providerUrls: inputs.providerUrls,
    environment: withoutActionSecrets(env),
    otherSecrets: secretsIn(env, []).filter((name) => withoutActionSecrets(env)[name] === void 0),
    log: printLines
  };
  const { begin, end } = deafness(randomUUID());
  process.stdout.write(`${begin}
`);
  try {
    return await Promise.race([runGateForAction(options, /* @__PURE__ */ new Date()), stray.promise]);
  } finally {
    process.stdout.write(`
${end}
`);
  }
}
function worldOf(inputs) {
  const endMs = performance2.now() + (inputs?.publishTimeoutMs ?? NO_TIME_MS);
  return {
    env,
    temporary: env.RUNNER_TEMP ?? tmpdir(),
    annotate,
    log: printLines,
    patience: {
      sleep: (durationMs) => sleep(durationMs),
      timeoutMs: REQUEST_TIMEOUT_MS,
      leftMs: () => endMs - performance2.now()
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
