const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-OIMIGD6Q.js";
import {
  attribute
} from "./chunk-WIVY6UNM.js";
import "./chunk-FCDQQD56.js";
import "./chunk-CLCGXVMW.js";
import "./chunk-6ALC5XM3.js";
import "./chunk-YPN73X7R.js";
import {
  renderAttribution,
  renderAttributionMarkdown
} from "./chunk-KMEEV26H.js";
import "./chunk-557GVQRN.js";
import "./chunk-K3HL3KTY.js";
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
