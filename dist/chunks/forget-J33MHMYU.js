const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  dropObserved
} from "./chunk-YCEA7NG2.js";
import {
  dropResults
} from "./chunk-U6LWOX3U.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-XZ34LX76.js";
import "./chunk-EFDPYGWI.js";
import "./chunk-N4SJH7MV.js";
import "./chunk-USAU2TW6.js";
import "./chunk-CV37AYA5.js";
import "./chunk-FYXAK4UT.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-RAJ4QJ2Y.js";
import "./chunk-F4DPZR77.js";
import "./chunk-VI72RGJW.js";
import "./chunk-HCZJOFVJ.js";
import "./chunk-4QDPPBSR.js";
import "./chunk-ZAVFIBSD.js";
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
  if (id.trim() === "") {
    const message = `expected an id, received ${JSON.stringify(id)}`;
    throw new UserError({ where: "pawl forget", message, hint: "is a variable that names it empty?" });
  }
  const reader = await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    const kind = user === void 0 ? "trace" : "user";
    const counts = await store.forget(kind, id, surroundings.signal);
    for (const notice of store.notices) surroundings.warn(notice);
    if (counts === null) {
      surroundings.warn("interrupted: nothing was forgotten; run the same command again");
      return 4;
    }
    dropObserved(reader, options, surroundings);
    dropResults(reader, options, surroundings);
    const { entries, parts } = counts;
    if (entries + parts === 0) {
      surroundings.warn(
        `nothing in this store is of this ${kind}: ids of users are compared letter by letter, case too`
      );
    }
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
