import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  attribute
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import {
  ProgressLine
} from "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import {
  renderAttribution,
  renderAttributionMarkdown
} from "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import {
  replayRequest
} from "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/attribute.ts
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
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
  const place = (file) => resolve(surroundings.directory, file);
  if (options.json !== void 0) await writeFile(place(options.json), `${JSON.stringify(found, null, 2)}
`);
  if (options.markdown !== void 0) await writeFile(place(options.markdown), renderAttributionMarkdown(found));
  return exitCodeOf(found);
}
function exitCodeOf({ verdict, result }) {
  if (verdict === "error") return 4;
  return result.conclusion.kind === "inconclusive" ? 5 : 0;
}
export {
  attributeCommand
};
