import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  ProgressLine,
  gate,
  overridesOf,
  renderJson,
  renderMarkdown,
  renderTerminal,
  runName
} from "./chunk-6COCC5RI.js";
import {
  UserError,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-T5QWDGR7.js";

// src/commands/gate.ts
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
async function gateCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const report = await gate(requestOf(options, surroundings, progress), () => performance.now());
  progress.end();
  surroundings.print(renderTerminal(report, { color: surroundings.color, width: surroundings.width }));
  const files = [];
  if (options.json !== void 0) files.push([options.json, renderJson(report)]);
  if (options.markdown !== void 0) files.push([options.markdown, renderMarkdown(report, "full")]);
  const problems = await Promise.all(files.map(([file, text]) => written(resolve(surroundings.directory, file), text)));
  const failed = problems.filter((problem) => problem !== null);
  if (failed.length === 0) return report.exitCode;
  const error = new UserError(failed);
  if (report.exitCode === 0) throw error;
  surroundings.warn(error.message);
  return report.exitCode;
}
function requestOf(options, surroundings, progress) {
  return {
    directory: surroundings.directory,
    base: options.base,
    head: options.head,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: resolve(surroundings.directory, options.store),
    mode: options.offline === true ? "recorded" : "live",
    environment: surroundings.environment,
    runName: runName("gate", surroundings.now),
    log: (line) => progress.note(line),
    watch: {
      signal: surroundings.signal,
      planned: (phase, trials) => progress.plan(phase, trials),
      ran: () => progress.step()
    }
  };
}
async function written(file, text) {
  try {
    await writeFile(file, text);
    return null;
  } catch (error) {
    return { where: file, message: `the report could not be written: ${messageOf(error)}`, hint: "is the disk full?" };
  }
}
export {
  gateCommand
};
