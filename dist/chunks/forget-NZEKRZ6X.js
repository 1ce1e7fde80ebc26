const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  dropObserved
} from "./chunk-XOQEI267.js";
import "./chunk-CADYEGMC.js";
import "./chunk-NMCZQGTG.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-6HJW7NIY.js";
import "./chunk-SESIAISA.js";
import "./chunk-RSCXYHW7.js";
import "./chunk-WID66JMI.js";
import "./chunk-26PXTRBN.js";
import "./chunk-W35NTTMX.js";
import "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
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
