import { performance } from 'node:perf_hooks';
import { decodeOtlp, decodeOtlpText } from '../../src/trace/index.ts';
import { encoded } from '../../test/trace/otlp/oracle.ts';
import { traceRequest } from '../../test/trace/otlp/synthetic.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
  readonly met: boolean;
}

/** About 3 kB of JSON a trace turn: what a small agent's trajectory looks like. */
const TURNS = 3;

/**
 * Rates of decoding on one core, each the median of `rounds`: OTLP JSON to spans as a share of what a bare JSON.parse of
 * the same text does in the same round, and protobuf.
 */
export function measureDecoding(seed: number, traces: number, rounds: number): readonly Figure[] {
  const request = traceRequest({ seed, traces, turns: TURNS });
  const text = JSON.stringify(request);
  const bytes = encoded('traces', request);
  const spans = traces * (TURNS * 2 + 2);
  const shares: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const parseMs = timed(() => JSON.parse(text).resourceSpans.length, 1);
    const decodeMs = timed(() => decodeOtlpText(text).spans.length, spans);
    const protobufMs = timed(() => decodeOtlp(bytes, { encoding: 'protobuf', signal: 'traces' }).spans.length, spans);
    // The first round only warms up.
    if (round === 0) continue;
    shares.push(parseMs / decodeMs);
    rates.push(bytes.length / 1000 / protobufMs);
  }
  return [
    figure('OTLP JSON to spans, of a bare JSON.parse', median(shares), 'x', 0.5),
    figure('protobuf to spans', median(rates), 'MB/s', 20),
  ];
}

function timed(run: () => number, expected: number): number {
  const start = performance.now();
  const count = run();
  const elapsedMs = performance.now() - start;
  if (count !== expected) throw new Error(`expected ${expected} spans, received ${count}`);
  return elapsedMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function figure(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value, unit, goal, met: value >= goal };
}
