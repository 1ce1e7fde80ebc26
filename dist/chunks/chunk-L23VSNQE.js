const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  renderJson,
  renderMarkdown,
  renderTerminal
} from "./chunk-BYL2NBM7.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/show-report.ts
async function showReport(report, options, surroundings) {
  surroundings.print(renderTerminal(report, { color: surroundings.color, width: surroundings.width }));
  const files = [];
  if (options.json !== void 0) files.push([options.json, renderJson(report)]);
  if (options.markdown !== void 0) files.push([options.markdown, renderMarkdown(report, "full")]);
  const problems = await Promise.all(files.map(([file, text]) => written($resolve(surroundings.directory, file), text)));
  const failed = problems.filter((problem) => problem !== null);
  if (failed.length === 0) return report.exitCode;
  const error = new UserError(failed);
  if (report.exitCode === 0) throw error;
  surroundings.warn(error.message);
  return report.exitCode;
}
async function written(file, text) {
  try {
    await $writeFile(file, text);
    return null;
  } catch (error) {
    return { where: file, message: `the report could not be written: ${messageOf(error)}`, hint: "is the disk full?" };
  }
}

export {
  showReport
};
