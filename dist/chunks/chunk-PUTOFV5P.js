const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  package_default
} from "./chunk-H7TJI2PU.js";
import {
  REJECTIONS,
  caseFrom,
  cohortsOf,
  parseCaseLine,
  writeCaseLine
} from "./chunk-6ZUW57B3.js";
import {
  isJsonObject
} from "./chunk-2SGQDVVG.js";

// src/commands/corpus-cases.ts
function drawnCase(trajectory, traceId, weight, { slicer, redact, facts, input: template }) {
  const slices = slicer.slicesOf(trajectory);
  const cohorts = cohortsOf(trajectory);
  const draft = caseFrom(trajectory, {
    traceId,
    slices: slices.map(({ name }) => name),
    cohorts,
    weight,
    input: template
  });
  if (typeof draft === "string") return { problem: REJECTIONS[draft] };
  const { input, recordings } = draft;
  const clean = redact.json(JSON.parse(JSON.stringify({ input, recordings })));
  const line = JSON.parse(writeCaseLine(draft));
  if (!isJsonObject(clean) || !isJsonObject(line)) return { problem: "redaction left no case of it" };
  const text = JSON.stringify({ ...line, input: clean.input, recordings: clean.recordings });
  if (text.length > MAX_CHARS) return { problem: `as a case it is longer than ${MAX_CHARS} characters` };
  const parsed = parseCaseLine(text);
  if (parsed.kind === "problem") return { problem: parsed.reason };
  const { contentHash, ...rest } = parsed.case;
  const sliceVersions = Object.fromEntries(slices.map(({ name, version }) => [name, version]));
  const drawn = { ...facts, trajectoryId: trajectory.id, pawl: package_default.version, sliceVersions, contentHash };
  return { draft: rest, drawn };
}
var MAX_CHARS = 4 * 1024 * 1024;

export {
  drawnCase
};
