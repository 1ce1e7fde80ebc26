const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  fetchHistory
} from "./chunk-GMN627S4.js";
import {
  defaultConfigPath
} from "./chunk-6ZUW57B3.js";
import {
  lineAnnotations,
  renderMarkdown,
  reportFiles
} from "./chunk-BYL2NBM7.js";
import {
  dayText,
  defaultStore,
  given,
  runName
} from "./chunk-ZMFQCJ2C.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/action-request.ts
async function actionRequest(what, options, now) {
  const progress = new ProgressLine({ warn: options.log, terminal: false });
  for (const line of await fetchHistory(options.repository, options.base, options.head)) options.log(line);
  return {
    directory: options.repository,
    base: options.base,
    head: options.head,
    configPath: options.configPath ?? defaultConfigPath,
    overrides: overridesOf(options),
    storeDirectory: $resolve(options.repository, options.store ?? defaultStore),
    slices: options.slices,
    mode: options.mode,
    environment: options.environment,
    otherSecrets: options.otherSecrets,
    runName: runName(what, now),
    log: (line) => progress.note(line),
    today: dayText(now),
    watch: progress.watch(new AbortController().signal)
  };
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

export {
  actionRequest,
  resultOf
};
