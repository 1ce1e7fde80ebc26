import fc from 'fast-check';
import { expect, test } from 'vitest';
import { langfuse } from '../../../src/corpus/readers/langfuse.ts';
import { langSmith } from '../../../src/corpus/readers/langsmith.ts';
import type { Json, JsonObject } from '../../../src/trace/index.ts';

const COLUMNS = [
  ...['id', 'traceId', 'type', 'startTime', 'endTime', 'input', 'output', 'metadata', 'usageDetails', 'tags', 'level'],
  ...['name', 'source', 'value', 'dataType', 'timestamp', 'sessionId', 'observations', 'scores', 'toolDefinitions'],
  ...['trace_id', 'run_type', 'inputs', 'outputs', 'extra', 'start_time', 'dotted_order', 'feedback_stats'],
  ...['child_runs', 'runs', 'data', 'trace', 'parent_run_id', 'parentObservationId'],
];
const LIKELY = [
  'GENERATION',
  'TOOL',
  'SPAN',
  'llm',
  'tool',
  'x',
  '2026-03-01T10:00:00Z',
  '20260301T100000000000Zx',
  '',
];
const ROLES: Json[] = [{ role: 'user', content: 'x' }, { messages: [{ type: 'ai', content: [{ text: 'x' }] }] }];
const cell = fc.oneof(
  fc.constantFrom(...LIKELY),
  fc.constantFrom(...ROLES),
  fc.jsonValue({ maxDepth: 4 }).map((any) => any as Json),
);

test('whatever stands in the rows of an export, it is read or counted', () => {
  const row = fc.dictionary(fc.constantFrom(...COLUMNS), cell, { maxKeys: 14 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), fc.constantFrom(langfuse, langSmith), (rows, reader) => {
      const reading = reader.open();
      const reads = [...rows.map((one: JsonObject, index) => reading.record(one, `line ${index}`)), reading.end()];
      const told = reads.flatMap(({ trajectories, problems }) => [...trajectories, ...problems]);
      expect(rows.length === 0 || told.length > 0).toBe(true);
    }),
    { numRuns: 400 },
  );
});
