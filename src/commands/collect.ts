import { setTimeout } from 'node:timers/promises';
import { batchOfContent, type TrafficStore } from '../corpus/index.ts';
import { cut, messageOf, UserError } from '../errors.ts';
import { openCollector } from '../replay/index.ts';
import { renderIngest } from '../report/index.ts';
import { FrugalHeap } from './frugal-heap.ts';
import { Tally } from './ingest-tally.ts';
import { redactionLines } from './redaction.ts';
import type { Surroundings } from './surroundings.ts';
import { openTraffic, type TrafficWriterOptions } from './traffic-store.ts';

interface CollectOptions extends TrafficWriterOptions {
  readonly port: string;
  readonly host: string;
}

/** Spans of one trace come within so much time of each other, mostly: what waits longer is in the tables. */
const FOLD_INTERVAL_MS = 5 * 60_000;

/**
 * `pawl collect`: receives OpenTelemetry over HTTP until it is ended. What a client was told to be received outlives the end of
 * this process; every few minutes, and at the end, it goes into the tables.
 */
export async function collectCommand(options: CollectOptions, surroundings: Surroundings): Promise<number> {
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
    }).catch((error: unknown) => {
      const hint = 'name another with --port or --host';
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

async function foldNowAndThen(store: TrafficStore, tally: Tally, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // Rejected only when it is ended, which is what the loop asks next.
    await setTimeout(FOLD_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    tally.count(await store.fold(signal));
    await store.compact(false, signal);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  const message = `expected a port from 0 to 65535, received ${JSON.stringify(cut(text, 20))}`;
  throw new UserError({ where: '--port', message, hint: null });
}
