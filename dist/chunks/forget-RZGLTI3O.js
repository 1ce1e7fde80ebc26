const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  dropObserved
} from "./chunk-T5MV7J6W.js";
import "./chunk-VRDXAYUB.js";
import "./chunk-Q5RNOPR6.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-KMFATG4F.js";
import "./chunk-5NI5GW7L.js";
import "./chunk-TOGZJM3M.js";
import "./chunk-VRZ2AGYE.js";
import "./chunk-EBLY6C75.js";
import "./chunk-QSAIIAH6.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/forget.ts
async function forgetCommand(traceId, { user, ...options }, surroundings) {
  const id = traceId ?? user;
  if (id === void 0 || traceId !== void 0 && user !== void 0) {
    const message = "expected either the id of a trace or --user with an id";
    throw new UserError({ where: "pawl forget", message, hint: null });
  }
  const reader = await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    const kind = user === void 0 ? "trace" : "user";
    const { entries, parts } = await store.forget(kind, id, surroundings.signal);
    dropObserved(reader, options, surroundings);
    for (const notice of store.notices) surroundings.warn(notice);
    const what = entries === 1 ? "1 trace or run" : `${entries} traces and runs`;
    surroundings.print(`${what} forgotten, ${parts === 1 ? "1 part" : `${parts} parts`} of the store written anew`);
    return 0;
  } finally {
    store.close();
  }
}
export {
  forgetCommand
};
