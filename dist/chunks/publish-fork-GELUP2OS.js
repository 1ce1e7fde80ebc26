const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  openZip
} from "./chunk-G3VFAWKC.js";
import {
  connect,
  fetchForkUpload,
  findPullRequest,
  publishComment,
  uploadName
} from "./chunk-WFO4ORFU.js";
import {
  resultOf
} from "./chunk-OVTPT5V6.js";
import "./chunk-7BZZY76H.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  markdownText,
  parseReport
} from "./chunk-BYL2NBM7.js";
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
  $open,
  $rm,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $join
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import {
  __callDispose,
  __using
} from "./chunk-GPPT27SZ.js";

// src/commands/publish-fork.ts
var MAX_BYTES = 32 * 1024 * 1024;
var MAX_ENTRIES = 500;
var MAX_REPORT_BYTES = 16 * 1024 * 1024;
var MAX_WHY = 400;
async function publishForkReport(inputs, run, world) {
  const problem = await published(inputs, run, world);
  if (problem !== null) world.annotate("notice", `Nothing was published: ${cut(problem, MAX_WHY)}`);
}
async function published(inputs, run, world) {
  if (run.fork === null) return "the run is of no fork, and has published for itself";
  if (inputs.token === null) return "there is no github-token";
  const github = await connect(inputs.token, run.context, world.patience);
  const pullRequest = await findPullRequest(github, run);
  if ("problem" in pullRequest) return pullRequest.problem;
  const name = uploadName(inputs.key, run.context.run.attempt);
  const upload = await fetchForkUpload(github, run, name, { maxBytes: MAX_BYTES, patience: world.patience });
  if ("problem" in upload) return upload.problem;
  const read = await reportIn(upload.found, run, world.temporary);
  if ("problem" in read) return read.problem;
  const target = { number: pullRequest.found, origin: "own", draft: false };
  const context = { ...run.context, pullRequest: target };
  const failed = await publishComment({ inputs, context, result: asClaim(read.found, run) }, github, world);
  return failed.length === 0 ? null : failed.join("; ");
}
async function reportIn(zip, run, temporary) {
  const folder = await $mkdtemp($join(temporary, "pawl-fork-"));
  try {
    var _stack = [];
    try {
      const path = $join(folder, "upload.zip");
      await $writeFile(path, zip);
      const file = __using(_stack, await $open(path), true);
      const { names, read } = await openZip(file);
      if (names.length > MAX_ENTRIES)
        return { problem: `the upload has ${names.length} files, at most ${MAX_ENTRIES} are read` };
      const bytes = await read("report.json", MAX_REPORT_BYTES);
      if (bytes === null) return { problem: "the upload has no report.json" };
      const report = parseReport(Buffer.from(bytes).toString("utf8"));
      if (report.run.headSha !== run.context.headSha) return { problem: "the report is about another head" };
      return { found: report };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    return { problem: `the upload cannot be read: ${messageOf(error)}` };
  } finally {
    await $rm(folder, { recursive: true, force: true });
  }
}
function asClaim(report, { conclusion }) {
  const result = resultOf(report);
  const whose = `<sub>Reported by the fork's own run, whose code could have changed it: shown, not believed. GitHub says that the run ended with ${markdownText(conclusion, 40)}.</sub>`;
  const claimed = (markdown) => markdown.replace("\n", () => `

${whose}
`);
  const { full, short, minimal } = result.markdown;
  return { ...result, markdown: { full: claimed(full), short: claimed(short), minimal: claimed(minimal) } };
}
export {
  publishForkReport
};
