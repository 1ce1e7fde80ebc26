import fc from 'fast-check';
import type { CaseDraft, CaseSource, Expectation, RecordedStep } from '../../src/corpus/index.ts';
import type { Json, Part } from '../../src/trace/index.ts';

/** JSON text has a negative zero, but no writer writes it. */
const json = fc.json({ maxDepth: 2 }).map((text): Json => JSON.parse(JSON.stringify(JSON.parse(text))));
const name = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const names = (minLength: number) => fc.uniqueArray(name, { minLength, maxLength: 4 });

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'reasoning' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('tool_call' as const), id: name, name, arguments: json }),
  fc.record({ kind: fc.constant('tool_result' as const), id: name, result: json, isError: fc.boolean() }),
  fc.record({ kind: fc.constant('other' as const), type: name }),
);

const step: fc.Arbitrary<RecordedStep> = fc.oneof(
  fc.record({
    kind: fc.constant('model_call' as const),
    model: name,
    requestKey: nullable(fc.stringMatching(/^[0-9a-f]{64}$/)),
    response: nullable(
      fc.record({
        role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const, 'tool' as const),
        parts: fc.array(part, { maxLength: 3 }),
      }),
    ),
    usage: nullable(fc.record({ inputTokens: fc.nat(), outputTokens: fc.nat(), cachedInputTokens: fc.nat() })),
  }),
  fc.record({
    kind: fc.constant('tool_call' as const),
    name,
    arguments: json,
    outcome: fc.record({ kind: fc.constantFrom('result' as const, 'error' as const), value: json }),
  }),
);

const mode = fc.constantFrom('exact' as const, 'ignore' as const, 'subset' as const, 'superset' as const);

const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({ kind: fc.constant('output_contains' as const), text: name, ignoreCase: fc.boolean() }),
  fc.record({ kind: fc.constant('output_equals' as const), value: json }),
  fc.record({ kind: fc.constant('tools_required' as const), tools: names(1) }),
  fc.record({ kind: fc.constant('max_steps' as const), limit: fc.integer({ min: 1, max: 99 }) }),
  fc.record({
    kind: fc.constant('trajectory' as const),
    mode: fc.constantFrom('strict' as const, 'unordered' as const, 'subset' as const, 'superset' as const),
    arguments: mode,
    argumentOverrides: fc.dictionary(name, mode, { maxKeys: 2, noNullPrototype: true }),
    calls: nullable(fc.array(fc.record({ name, arguments: json }), { maxLength: 2 })),
  }),
);

const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });

const source: fc.Arbitrary<CaseSource> = fc.record(
  {
    traceId: nullable(fc.string()),
    recordedAt: nullable(time.map((date) => date.toISOString())),
    agentVersion: nullable(fc.string()),
    model: nullable(fc.string()),
    drawn: fc.record({
      by: fc.constantFrom('build' as const, 'add' as const),
      trajectoryId: fc.string(),
      store: fc.string(),
      at: time.map((date) => date.toISOString()),
      pawl: fc.string(),
      seed: nullable(fc.string()),
      sliceVersions: fc.dictionary(name, fc.string(), { maxKeys: 2, noNullPrototype: true }),
      contentHash: fc.stringMatching(/^[0-9a-f]{64}$/),
    }),
  },
  { requiredKeys: ['traceId', 'recordedAt', 'agentVersion', 'model'] },
);

const required = {
  id: name,
  status: fc.constantFrom('active' as const, 'quarantined' as const, 'retired' as const),
  source,
  slices: fc.oneof(fc.constant(['default']), names(1)),
  cohorts: names(0),
  weight: fc.oneof(fc.constant(1), fc.double({ min: 0, minExcluded: true, max: 1e9, noNaN: true })),
  cluster: nullable(name),
  input: json,
  recordings: fc.array(fc.record({ steps: fc.array(step, { maxLength: 4 }), output: nullable(json) }), {
    minLength: 1,
    maxLength: 3,
  }),
  expectations: nullable(fc.array(expectation, { minLength: 1, maxLength: 3 })),
};

/** Every case that format v1 can hold. */
export const caseDraft: fc.Arbitrary<CaseDraft> = fc.record(
  { ...required, retirement: fc.record({ reason: name, at: time.map((date) => date.toISOString()) }) },
  { requiredKeys: Object.keys(required) as (keyof typeof required)[] },
);
