const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  FrugalHeap,
  Tally
} from "./chunk-KMAZ7YCN.js";
import {
  openTraffic
} from "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import {
  redactionLines
} from "./chunk-TZBLFOMY.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-FCDQQD56.js";
import "./chunk-GMN627S4.js";
import {
  batchOfContent
} from "./chunk-6ZUW57B3.js";
import {
  renderIngest
} from "./chunk-BYL2NBM7.js";
import {
  $setTimeout,
  openCollector
} from "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/collect.ts
var FOLD_INTERVAL_MS = 5 * 6e4;
async function collectCommand(options, surroundings) {
  const port = portOf(options.port);
  const store = await openTraffic(options, surroundings);
  const tally = new Tally(store);
  const heap = surroundings.alone ? new FrugalHeap() : null;
  const failure = new AbortController();
  try {
    const collector = await openCollector(options.host, port, (content) => {
      try {
        tally.take(batchOfContent(content));
        store.keep();
        heap?.check();
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
    const redacted = redactionLines(store.redactor);
    surroundings.print(renderIngest(tally.report([], store.notices)));
    for (const line of redacted) surroundings.print(line);
    return 0;
  } finally {
    store.close();
  }
}
async function foldNowAndThen(store, tally, signal) {
  while (!signal.aborted) {
    await $setTimeout(FOLD_INTERVAL_MS, void 0, { signal }).catch(() => void 0);
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
