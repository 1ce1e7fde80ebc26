import { expect, test } from 'vitest';
import { measureDecoding, measureOneTrace } from '../../../evals/otlp/measure.ts';

test('decoding is not far from its goals even on a busy machine (npm run bench:otlp measures it)', () => {
  const [json, , , redaction, protobuf] = measureDecoding(1, 100, 5);
  expect(json).toMatchObject({ goal: 'at least 0.5', value: expect.toSatisfy((share: number) => share > 0.17) });
  expect(redaction).toMatchObject({ goal: 'at least 0.4', value: expect.toSatisfy((share: number) => share > 0.1) });
  expect(protobuf).toMatchObject({ goal: 'at least 20', value: expect.toSatisfy((rate: number) => rate > 7) });
});

test('a trace of 50,000 spans that are one circle holds nothing up', () => {
  expect(measureOneTrace(1, 50_000)).toMatchObject({ met: true });
});
