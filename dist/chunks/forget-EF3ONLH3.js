const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-DREBV5JS.js";
import "./chunk-KMAZ7YCN.js";
import {
  dropObserved
} from "./chunk-2LBX4MYL.js";
import "./chunk-KFQ3OR7F.js";
import {
  dropResults
} from "./chunk-NTUJ6SHI.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-MBACCWPR.js";
import {
  corpusSources,
  openProject
} from "./chunk-P2YAFJMQ.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-G3VFAWKC.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import "./chunk-FCDQQD56.js";
import "./chunk-GMN627S4.js";
import {
  defaultConfigPath,
  readEntries
} from "./chunk-6ZUW57B3.js";
import {
  terminalText
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/forget.ts
async function forgetCommand(traceId, { user, ...options }, surroundings) {
  const id = traceId ?? user;
  if (id === void 0 || traceId !== void 0 && user !== void 0) {
    const message = "expected either the id of a trace or --user with an id";
    throw new UserError({ where: "pawl forget", message, hint: null });
  }
  if (id.trim() === "") {
    const message = `expected an id, received ${JSON.stringify(id)}`;
    throw new UserError({ where: "pawl forget", message, hint: "is a variable that names it empty?" });
  }
  const reader = await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    const kind = user === void 0 ? "trace" : "user";
    await foldAll(store, surroundings);
    const progress = new ProgressLine(surroundings, "traces");
    const counts = await store.forget(kind, id, surroundings.signal, progress.rewriting()).finally(() => progress.end());
    for (const notice of store.notices) surroundings.warn(notice);
    if (counts === null) {
      surroundings.warn("interrupted: nothing was forgotten; run the same command again");
      return 4;
    }
    dropObserved(reader, options, surroundings);
    dropResults(reader, options, surroundings);
    const { entries, parts } = counts;
    if (entries + parts === 0) {
      const hint = kind === "user" ? ": ids are compared letter by letter, upper and lower case too" : "";
      surroundings.warn(`nothing in this store is of this ${kind}${hint}`);
    }
    const what = entries === 1 ? "1 trace or run" : `${entries} traces and runs`;
    for (const line of await casesOf(counts.ids, options, surroundings)) surroundings.warn(line);
    surroundings.print(`${what} forgotten, ${parts === 1 ? "1 part" : `${parts} parts`} of the store written anew`);
    return 0;
  } finally {
    store.close();
  }
}
var SHOWN_CASES = 20;
var MAX_PLACE_CHARS = 200;
async function casesOf(ids, { config = defaultConfigPath }, surroundings) {
  if (ids.length === 0) return [];
  const project = await openProject({ config }, surroundings).catch((error) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  if (project === null)
    return ["cases that were drawn from what was forgotten stay in their corpus files: remove their lines"];
  const gone = new Set(ids);
  const { entries } = await readEntries(await corpusSources(project));
  const drawn = entries.filter(
    ({ case: { id, source } }) => [id, source.traceId, source.drawn?.trajectoryId ?? null].some((one) => gone.has(one))
  );
  const shown = drawn.slice(0, SHOWN_CASES).map(({ file, line }) => `a case that was drawn from what was forgotten stays: remove ${placeOf(file, line)}`);
  return drawn.length > shown.length ? [...shown, `and ${drawn.length - shown.length} more such cases`] : shown;
}
function placeOf(file, line) {
  return `${terminalText(file, MAX_PLACE_CHARS)}:${line}`;
}
export {
  forgetCommand
};
