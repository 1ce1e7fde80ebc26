const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-EKB2STDA.js";
import {
  attribute
} from "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import {
  renderAttribution,
  renderAttributionMarkdown
} from "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
import {
  replayRequest
} from "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $writeFile
} from "./chunk-OJTCYZZE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/attribute.ts
async function attributeCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const found = await attribute({
    ...await replayRequest("attribute", options, surroundings, progress),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? "recorded" : "live",
    bisect: options.bisect === true,
    watch: progress.watch(surroundings.signal)
  });
  progress.end();
  surroundings.print(renderAttribution(found));
  const place = (file) => $resolve(surroundings.directory, file);
  if (options.json !== void 0) await $writeFile(place(options.json), `${JSON.stringify(found, null, 2)}
`);
  if (options.markdown !== void 0) await $writeFile(place(options.markdown), renderAttributionMarkdown(found));
  return exitCodeOf(found);
}
function exitCodeOf({ verdict, result }) {
  if (verdict === "error") return 4;
  return result.conclusion.kind === "inconclusive" ? 5 : 0;
}
export {
  attributeCommand
};
