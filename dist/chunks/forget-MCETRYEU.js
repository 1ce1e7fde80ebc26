const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  dropObserved
} from "./chunk-BYC6XAYV.js";
import "./chunk-SACMOUEZ.js";
import "./chunk-R5OIOAYS.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-AGWC7RYV.js";
import "./chunk-6IR4YOSC.js";
import "./chunk-GNXSQYQ6.js";
import "./chunk-MUI443TH.js";
import "./chunk-LZICLQ6K.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-OKMLGT74.js";
import "./chunk-LHJYFJ3R.js";
import "./chunk-G2UXZ6MV.js";
import "./chunk-3Q424OAI.js";
import "./chunk-NKZCR7ZX.js";
import "./chunk-FJGFEMZY.js";
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
