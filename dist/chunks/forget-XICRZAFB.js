const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  dropObserved
} from "./chunk-2HTDNQAR.js";
import "./chunk-KX72GOXG.js";
import "./chunk-JXLTKXSR.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-PXXWMPI3.js";
import "./chunk-D52HCRIN.js";
import "./chunk-6JHPNOJK.js";
import "./chunk-K7FUMOEL.js";
import "./chunk-KN5JLIWD.js";
import "./chunk-QSAIIAH6.js";
import "./chunk-GLTWMBUF.js";
import "./chunk-34AJDQB2.js";
import "./chunk-Q3ZGYL4R.js";
import "./chunk-PIYESBNU.js";
import "./chunk-LKFGDHYO.js";
import "./chunk-M3BPJXD2.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
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
