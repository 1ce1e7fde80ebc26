import { seededRandom, shuffled } from '../../src/stats/index.ts';
import {
  decodeOtlp,
  decodeOtlpText,
  REDACTION_KINDS,
  readTrace,
  redactor,
  type Span,
  TraceGatherer,
} from '../../src/trace/index.ts';
import { encoded } from '../../test/trace/otlp/oracle.ts';
import { traceRequest } from '../../test/trace/otlp/synthetic.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly met: boolean;
}

/** What is left of the way into a store, which is to take no longer than seven bare parses, beside decoding and writing. */
const REDACTION_GOAL = 0.4;

/** About 3 kB of JSON a trace turn: what a small agent's trajectory looks like. */
const TURNS = 3;
/** Each model call repeats the conversation: of so many turns the text grows with the square. */
const MANY_TURNS = 12;

/**
 * Rates of decoding on one core, each the median of `rounds`: OTLP JSON to spans and to trajectories as a share of what a
 * bare JSON.parse of the same text does in the same round, and protobuf.
 */
export function measureDecoding(seed: number, traces: number, rounds: number): readonly Figure[] {
  const request = traceRequest({ seed, traces, turns: TURNS });
  const text = JSON.stringify(request);
  const bytes = encoded('traces', request);
  const spans = traces * (TURNS * 2 + 2);
  const shares: number[] = [];
  const trajectoryShares: number[] = [];
  const longShares: number[] = [];
  const long = JSON.stringify(traceRequest({ seed, traces: Math.ceil(traces / MANY_TURNS), turns: MANY_TURNS }));
  const redactionShares: number[] = [];
  const rates: number[] = [];
  const content = decodeOtlpText(text).spans;
  for (let round = 0; round < rounds + 1; round += 1) {
    const parseMs = timed(() => JSON.parse(text).resourceSpans.length, 1);
    const decodeMs = timed(() => decodeOtlpText(text).spans.length, spans);
    const trajectoriesMs = timed(() => trajectoriesOf(text), traces);
    const parseLongMs = timed(() => JSON.parse(long).resourceSpans.length, 1);
    const longMs = timed(() => trajectoriesOf(long), Math.ceil(traces / MANY_TURNS));
    const redactionMs = timed(() => redacted(content), spans);
    const protobufMs = timed(() => decodeOtlp(bytes, { encoding: 'protobuf', signal: 'traces' }).spans.length, spans);
    // The first round only warms up.
    if (round === 0) continue;
    shares.push(parseMs / decodeMs);
    trajectoryShares.push(parseMs / trajectoriesMs);
    longShares.push(parseLongMs / longMs);
    redactionShares.push(parseMs / redactionMs);
    rates.push(bytes.length / 1000 / protobufMs);
  }
  return [
    atLeast('OTLP JSON to spans, of a bare JSON.parse', median(shares), 'x', 0.5),
    atLeast('OTLP JSON to trajectories, of a bare JSON.parse', median(trajectoryShares), 'x', 0.5),
    atLeast(`the same of ${MANY_TURNS} turns, of a bare JSON.parse`, median(longShares), 'x', 0.5),
    atLeast('redaction of spans, of a bare JSON.parse', median(redactionShares), 'x', REDACTION_GOAL),
    atLeast('protobuf to spans', median(rates), 'MB/s', 20),
  ];
}

function trajectoriesOf(text: string): number {
  const gatherer = new TraceGatherer();
  gatherer.add(decodeOtlpText(text));
  let count = 0;
  for (const { spans, logs } of gatherer.traces()) count += readTrace(spans, logs).length;
  return count;
}

/** By a redactor that has seen nothing before. */
function redacted(spans: readonly Span[]): number {
  const { json } = redactor({ key: 'k', kinds: REDACTION_KINDS, patterns: [], paths: [], withinTime: (act) => act() });
  for (const { attributes } of spans) json(attributes);
  return spans.length;
}

const SPANS_A_REQUEST = 1000;
const DAY_US = 86_400_000_000;

/**
 * How long pawl is busy without a break with one trace of so many spans, each under another one and the first under the
 * last, that come in random order: the longest request, or putting the trace together.
 */
export function measureOneTrace(seed: number, count: number): Figure {
  const id = (number: number): string => (number + 1).toString(16).padStart(16, '0');
  const order = shuffled(
    Array.from({ length: count }, (_, index) => index),
    seededRandom(`${seed}`),
  );
  const gatherer = new TraceGatherer();
  let longestMs = 0;
  for (let from = 0; from < count; from += SPANS_A_REQUEST) {
    const spans = order.slice(from, from + SPANS_A_REQUEST).map((number) => ({
      traceId: 'a'.repeat(32),
      spanId: id(number),
      parentSpanId: id(number === 0 ? count - 1 : number - 1),
      name: 'step',
      startTimeUnixNano: `${DAY_US + number}000`,
      endTimeUnixNano: `${DAY_US + number + 9}000`,
    }));
    const text = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
    const addMs = timed(() => {
      const content = decodeOtlpText(text);
      gatherer.add(content);
      return content.spans.length;
    }, spans.length);
    longestMs = Math.max(longestMs, addMs);
  }
  const settleMs = timed(() => [...gatherer.traces()].reduce((sum, { spans }) => sum + spans.length, 0), count);
  const seconds = Math.max(longestMs, settleMs) / 1000;
  const name = `one trace of ${count.toLocaleString('en-US')} spans in a circle, longest without a break`;
  return { name, value: seconds, unit: 's', goal: 'at most 5', met: seconds <= 5 };
}

/** Processor time of all threads, garbage collection included: what it takes on one core, also on a busy machine. */
function timed(run: () => number, expected: number): number {
  const start = process.cpuUsage();
  const count = run();
  const { user, system } = process.cpuUsage(start);
  if (count !== expected) throw new Error(`expected ${expected}, received ${count}`);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function atLeast(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value, unit, goal: `at least ${goal}`, met: value >= goal };
}
