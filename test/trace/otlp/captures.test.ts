import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeOtlp, decodeOtlpText, type OtlpContent, type OtlpSignal } from '../../../src/trace/index.ts';
import { encoded, jsonOf } from './oracle.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const CAPTURES = join(DATA, 'otlp-captures');
const EXAMPLES = join(DATA, 'otel/opentelemetry-proto/examples');

interface Capture {
  readonly name: string;
  readonly encoding: 'json' | 'protobuf';
  readonly signal: OtlpSignal;
  readonly bytes: Buffer;
}

function captures(): Capture[] {
  if (!existsSync(CAPTURES)) return [];
  return readdirSync(CAPTURES).flatMap((file) => {
    const [, name = '', encoding, signal] = /^(.*)-(json|pb)\.(traces|logs|metrics)\./.exec(file) ?? [];
    if (encoding === undefined || signal === undefined) return [];
    return {
      name,
      encoding: encoding === 'json' ? ('json' as const) : ('protobuf' as const),
      signal: signal as OtlpSignal,
      bytes: readFileSync(join(CAPTURES, file)),
    };
  });
}

/** Every capture holds one request, so a file of lines is one line. */
function decoded({ encoding, signal, bytes }: Capture): OtlpContent {
  return encoding === 'json' ? decodeOtlp(bytes, { encoding }) : decodeOtlp(bytes, { encoding, signal });
}

/** Two runs of one program differ in ids, times, ports, versions and random numbers; what is left is what it recorded. */
function withoutRun(content: OtlpContent): unknown {
  const text = JSON.stringify([content.spans, content.logs], (key, value) => {
    if (/Id$|Us$|port|duration|time|ms(First|To)|tokens_per|outputTokensPerSecond/i.test(key)) return '*';
    if (/version$/.test(key)) return '*';
    return typeof value === 'string' ? value.replaceAll(/[0-9a-f]{24,}|\d{10,}|\b127\.0\.0\.1:\d+/g, '*') : value;
  });
  return JSON.parse(text);
}

describe.skipIf(!existsSync(CAPTURES))('captures of real exporters (skipped where ../shared/data is absent)', () => {
  test.each(captures().map((item) => [`${item.name} ${item.encoding} ${item.signal}`, item] as const))(
    '%s decodes without a problem, and as protobufjs reads it',
    (_, capture) => {
      const content = decoded(capture);
      expect(content.problems).toEqual([]);
      const { signal, bytes } = capture;
      const other =
        capture.encoding === 'json'
          ? decodeOtlp(encoded(signal, JSON.parse(bytes.toString())), { encoding: 'protobuf', signal })
          : decodeOtlpText(jsonOf(signal, bytes));
      expect(other).toEqual(content);
      expect(content.spans.length + content.logs.length + content.droppedMetrics).toBeGreaterThan(0);
    },
  );

  test.each([...new Set(captures().map(({ name }) => name))])('%s says the same in JSON and in protobuf', (name) => {
    const both = captures().filter((item) => item.name === name && item.signal !== 'metrics');
    const [json, protobuf] = (['json', 'protobuf'] as const).map((encoding) =>
      both.filter((item) => item.encoding === encoding).map((item) => withoutRun(decoded(item))),
    );
    expect(json).not.toEqual([]);
    expect(new Set(json)).toEqual(new Set(protobuf));
  });

  test('counts what each capture holds', () => {
    const counts = captures().map((item) => {
      const { spans, logs, droppedMetrics } = decoded(item);
      return `${item.name} ${item.encoding} ${item.signal}: ${spans.length} spans, ${logs.length} logs, ${droppedMetrics} metrics`;
    });
    expect(counts).toMatchInlineSnapshot(`
      [
        "aisdk6-ai json traces: 8 spans, 0 logs, 0 metrics",
        "aisdk6-ai protobuf traces: 8 spans, 0 logs, 0 metrics",
        "aisdk7-genai-anthropic json metrics: 0 spans, 0 logs, 1 metrics",
        "aisdk7-genai-anthropic json traces: 12 spans, 0 logs, 0 metrics",
        "aisdk7-genai-anthropic protobuf metrics: 0 spans, 0 logs, 1 metrics",
        "aisdk7-genai-anthropic protobuf traces: 12 spans, 0 logs, 0 metrics",
        "aisdk7-genai json metrics: 0 spans, 0 logs, 1 metrics",
        "aisdk7-genai json traces: 12 spans, 0 logs, 0 metrics",
        "aisdk7-genai protobuf metrics: 0 spans, 0 logs, 1 metrics",
        "aisdk7-genai protobuf traces: 12 spans, 0 logs, 0 metrics",
        "aisdk7-legacy json traces: 8 spans, 0 logs, 0 metrics",
        "aisdk7-legacy protobuf traces: 8 spans, 0 logs, 0 metrics",
        "openinference-openai json traces: 5 spans, 0 logs, 0 metrics",
        "openinference-openai protobuf traces: 5 spans, 0 logs, 0 metrics",
        "openllmetry-openai json traces: 4 spans, 0 logs, 0 metrics",
        "openllmetry-openai protobuf traces: 4 spans, 0 logs, 0 metrics",
        "otel-official-openai json logs: 0 spans, 8 logs, 0 metrics",
        "otel-official-openai json metrics: 0 spans, 0 logs, 1 metrics",
        "otel-official-openai json traces: 2 spans, 0 logs, 0 metrics",
        "otel-official-openai protobuf logs: 0 spans, 8 logs, 0 metrics",
        "otel-official-openai protobuf metrics: 0 spans, 0 logs, 1 metrics",
        "otel-official-openai protobuf traces: 2 spans, 0 logs, 0 metrics",
      ]
    `);
  });
});

describe.skipIf(!existsSync(EXAMPLES))(
  'examples of opentelemetry-proto (skipped where ../shared/data is absent)',
  () => {
    const example = (name: string) => decodeOtlp(readFileSync(join(EXAMPLES, name)), { encoding: 'json' }, name);

    test('counts what each example holds', () => {
      const counts = ['trace.json', 'logs.json', 'events.json', 'metrics.json'].map((name) => {
        const { spans, logs, droppedMetrics, problems } = example(name);
        return `${name}: ${spans.length} spans, ${logs.length} logs, ${droppedMetrics} metrics, ${problems.length} problems`;
      });
      expect(counts).toMatchInlineSnapshot(`
      [
        "trace.json: 1 spans, 0 logs, 0 metrics, 0 problems",
        "logs.json: 0 spans, 1 logs, 0 metrics, 0 problems",
        "events.json: 0 spans, 1 logs, 0 metrics, 0 problems",
        "metrics.json: 0 spans, 0 logs, 1 metrics, 0 problems",
      ]
    `);
    });

    test('reads the trace and the log record with every kind of value', () => {
      expect([example('trace.json').spans, example('logs.json').logs]).toMatchInlineSnapshot(`
      [
        [
          {
            "attributes": {
              "my.span.attr": "some value",
            },
            "endUs": 1544712661000000,
            "events": [],
            "name": "I'm a server span",
            "parentSpanId": "eee19b7ec3c1b173",
            "resource": {
              "service.name": "my.service",
            },
            "scope": {
              "name": "my.library",
              "version": "1.0.0",
            },
            "spanId": "eee19b7ec3c1b174",
            "startUs": 1544712660000000,
            "status": {
              "code": "unset",
              "message": null,
            },
            "traceId": "5b8efff798038103d269b633813fc60c",
          },
        ],
        [
          {
            "attributes": {
              "array.attribute": [
                "many",
                "values",
              ],
              "boolean.attribute": true,
              "double.attribute": 637.704,
              "int.attribute": 10,
              "map.attribute": {
                "some.map.key": "some value",
              },
              "string.attribute": "some string",
            },
            "body": "Example log record",
            "eventName": null,
            "resource": {
              "service.name": "my.service",
            },
            "scope": {
              "name": "my.library",
              "version": "1.0.0",
            },
            "spanId": "eee19b7ec3c1b174",
            "timeUs": 1544712660300000,
            "traceId": "5b8efff798038103d269b633813fc60c",
          },
        ],
      ]
    `);
    });
  },
);
