const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  attribute
} from "./chunk-WC3IYLTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OU6J4Q4O.js";
import {
  ProgressLine
} from "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import {
  renderAttribution,
  renderAttributionMarkdown
} from "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import {
  replayRequest
} from "./chunk-JQD6OMAW.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import {
  $resolve,
  $writeFile
} from "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
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
