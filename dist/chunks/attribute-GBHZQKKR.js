const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  attribute
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import {
  renderAttribution,
  renderAttributionMarkdown
} from "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import {
  replayRequest
} from "./chunk-XL6JFAHT.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import {
  $resolve,
  $writeFile
} from "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
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
