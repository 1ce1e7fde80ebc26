const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  attribute
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  renderAttribution,
  renderAttributionMarkdown
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $writeFile
} from "./chunk-OPI4XJCE.js";
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
