const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readTraffic
} from "./chunk-COLHGKYQ.js";
import {
  settingsPart
} from "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-GMN627S4.js";
import {
  JANITOR_RULES,
  clean,
  readReadOnlyTools,
  reductionOf,
  sourcesOf
} from "./chunk-6ZUW57B3.js";
import {
  renderTrajectory,
  require_picomatch
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import {
  readTrace
} from "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

// src/commands/traffic-trace.ts
var import_picomatch = __toESM(require_picomatch(), 1);
async function trafficTraceCommand(id, options, surroundings) {
  const without = rulesOf(options.without);
  const reader = await readTraffic(options, surroundings);
  const { part: readOnly } = await settingsPart(options.config, surroundings, readReadOnlyTools);
  const isReadOnly = readOnly.length === 0 ? () => false : (0, import_picomatch.default)([...readOnly]);
  const found = await reader.find(id, readTrace) ?? await reader.find(id.toLowerCase(), readTrace);
  if (found === null) {
    const hint = 'ids of traces, finished runs and trajectories are known: "pawl ingest" brings them in';
    throw new UserError({ where: cut(id, 80), message: "the traffic store has no such trace", hint });
  }
  const runs = chosen(found, id).map((trajectory) => {
    const cleaned = clean(trajectory, { isReadOnly, without });
    return { traceId: found.spans.length > 0 ? found.key : null, cleaned, reduction: reductionOf(trajectory, cleaned) };
  });
  const texts = options.json === true ? [jsonText(runs)] : runs.map(renderTrajectory);
  surroundings.print(texts.length === 0 ? "no agent is told of in this trace" : texts.join("\n\n"));
  return 0;
}
function rulesOf(names) {
  const all = JANITOR_RULES.map(({ name }) => name);
  const unknown = names.filter((name) => name !== "all" && !all.some((known) => known === name));
  if (unknown.length === 0) return names.includes("all") ? all : all.filter((name) => names.includes(name));
  const message = `expected all or one of ${all.join(", ")}, received ${unknown.map((name) => cut(name, 40)).join(", ")}`;
  throw new UserError({ where: "--without", message, hint: null });
}
function chosen({ trajectories }, id) {
  const own = trajectories.filter((one) => one.id === id);
  return own.length > 0 ? own : trajectories;
}
function jsonText(runs) {
  const trajectories = runs.map(({ traceId, cleaned, reduction }) => ({
    traceId,
    ...cleaned.trajectory,
    kept: cleaned.kept.map((one) => ({ ...one, sources: sourcesOf(cleaned, one.index) })),
    dropped: cleaned.dropped,
    trimmed: cleaned.trimmed,
    reduction
  }));
  return JSON.stringify({ v: 1, trajectories }, null, 2);
}
export {
  trafficTraceCommand
};
