const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-EKB2STDA.js";
import {
  fetchHistory
} from "./chunk-4HY7BZ6A.js";
import {
  defaultConfigPath
} from "./chunk-EVO53QJF.js";
import {
  lineAnnotations,
  renderMarkdown,
  reportFiles
} from "./chunk-F5YGALUJ.js";
import {
  dayText,
  defaultStore,
  given,
  runName
} from "./chunk-CZYQQ2OO.js";
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
