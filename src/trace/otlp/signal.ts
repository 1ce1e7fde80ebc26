import type { OtlpSignal } from './decode.ts';
import { ProtobufReader } from './wire-format.ts';

/**
 * The signal of a protobuf request; null where it does not tell, as a request without spans, log records or metrics does
 * not. `bytes` may end in the middle of the request.
 *
 * All three requests hold resources in field 1, these hold scopes in field 2, and these hold the items in field 2. A span
 * has its times as fixed 64-bit numbers in fields 7 and 8, a log record in 1 and 11. A metric has none, but its name in
 * field 1, where a span has the bytes of its trace id.
 */
export function signalOf(bytes: Uint8Array): OtlpSignal | null {
  const reader = new ProtobufReader(bytes, 'clipped');
  let signal: OtlpSignal | null = null;
  reader.each(MESSAGE_1, () =>
    reader.each(MESSAGE_2, () =>
      reader.each(MESSAGE_2, () => {
        signal ??= signalOfItem(reader);
      }),
    ),
  );
  return signal;
}

const MESSAGE_1 = 0x0a;
const MESSAGE_2 = 0x12;
const SPAN_TIMES = [0x39, 0x41];
const LOG_TIMES = [0x09, 0x59];
/** Gauge, sum, histogram, exponential histogram, summary. */
const METRIC_DATA = [0x2a, 0x3a, 0x4a, 0x52, 0x5a];
const METRIC_NAME = /^[\x20-\x7e]+$/;

function signalOfItem(reader: ProtobufReader): OtlpSignal | null {
  let isNamed = false;
  let hasData = false;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (SPAN_TIMES.includes(tag)) return 'traces';
    if (LOG_TIMES.includes(tag)) return 'logs';
    hasData ||= METRIC_DATA.includes(tag);
    if (tag === MESSAGE_1) isNamed = METRIC_NAME.test(reader.text(1000, () => undefined));
    else reader.skip(tag);
  }
  return isNamed && hasData ? 'metrics' : null;
}
