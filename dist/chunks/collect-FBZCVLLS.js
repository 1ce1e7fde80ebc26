import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  FrugalHeap,
  Tally
} from "./chunk-YLP6XPC3.js";
import {
  openTraffic
} from "./chunk-6FU7B3BM.js";
import "./chunk-CJKXYSXD.js";
import {
  redactionLines
} from "./chunk-CE7JBEF7.js";
import "./chunk-QWVB3G7E.js";
import "./chunk-RDXNJSG3.js";
import "./chunk-VTQ46DAQ.js";
import {
  batchOfContent
} from "./chunk-SDPNGMVH.js";
import {
  renderIngest
} from "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import {
  openCollector
} from "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/collect.ts
import { setTimeout } from "node:timers/promises";
var FOLD_INTERVAL_MS = 5 * 6e4;
async function collectCommand(options, surroundings) {
  const port = portOf(options.port);
  const store = await openTraffic(options, surroundings);
  const tally = new Tally(store);
  const heap = new FrugalHeap();
  const failure = new AbortController();
  try {
    const collector = await openCollector(options.host, port, (content) => {
      try {
        tally.take(batchOfContent(content));
        store.keep();
        heap.check();
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    }).catch((error) => {
      const hint = "name another with --port or --host";
      throw new UserError({ where: `${options.host}:${port}`, message: messageOf(error), hint });
    });
    surroundings.warn(`collecting on ${collector.url}, for OTEL_EXPORTER_OTLP_ENDPOINT; Ctrl-C ends`);
    try {
      await foldNowAndThen(store, tally, AbortSignal.any([surroundings.signal, failure.signal]));
    } finally {
      await collector.close();
    }
    failure.signal.throwIfAborted();
    tally.count(await store.fold(new AbortController().signal));
    surroundings.print(renderIngest(tally.report([], store.notices)));
    for (const line of redactionLines(store.redactor)) surroundings.print(line);
    return 0;
  } finally {
    store.close();
  }
}
async function foldNowAndThen(store, tally, signal) {
  while (!signal.aborted) {
    await setTimeout(FOLD_INTERVAL_MS, void 0, { signal }).catch(() => void 0);
    if (signal.aborted) return;
    tally.count(await store.fold(signal));
    await store.compact(false, signal);
  }
}
function portOf(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  const message = `expected a port from 0 to 65535, received ${JSON.stringify(cut(text, 20))}`;
  throw new UserError({ where: "--port", message, hint: null });
}
export {
  collectCommand
};
