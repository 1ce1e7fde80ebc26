const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  dropObserved
} from "./chunk-DPP6TNUI.js";
import "./chunk-MXWXTV3P.js";
import "./chunk-ANI6OZO6.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-CEKAYGX6.js";
import "./chunk-VYRLRRHS.js";
import "./chunk-SKP7GUI6.js";
import "./chunk-PKHOOHSR.js";
import "./chunk-RL2EILAT.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-HVHKZRRU.js";
import "./chunk-K6PVQN4N.js";
import "./chunk-C64DPXHU.js";
import "./chunk-GKU5XO3B.js";
import "./chunk-QXKWKOCK.js";
import "./chunk-RAGWTTC6.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
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
