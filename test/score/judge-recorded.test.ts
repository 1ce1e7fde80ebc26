import { describe, expect, test } from 'vitest';
import { type Expectation, readExpectation } from '../../src/corpus/index.ts';
import { judgeRecorded, recordedScorer, SCORERS } from '../../src/score/index.ts';
import type { Json, ObservedStep, ObservedTrajectory } from '../../src/trace/index.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';

const base = { agent: [], startUs: null, durationMs: null, sources: [] };
const call = (name: string, args: Json, more: Partial<ObservedStep> = {}): ObservedStep =>
  ({
    ...base,
    kind: 'tool_call',
    id: null,
    name,
    arguments: args,
    outcome: { kind: 'unknown' },
    ...more,
  }) as ObservedStep;
const asked = (more: Partial<ObservedStep> = {}): ObservedStep =>
  ({
    ...base,
    ...{ kind: 'model_call', provider: null, requestModel: 'm', responseModel: null, responseId: null },
    ...{ input: null, output: null, tools: null, parameters: {}, finishReason: 'stop', costUsd: null, error: null },
    usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 0 },
    ...more,
  }) as ObservedStep;

const run = (more: Partial<ObservedTrajectory>): ObservedTrajectory => ({ ...emptyTrajectory('r'), ...more });
const STEPS = [asked(), call('get_order', { id: 'o-1' }), asked()];
const WHOLE = run({ steps: STEPS, output: 'Order o-1 is on its way.' });
const UNANSWERED = run({ steps: STEPS });
const WITHOUT_ARGUMENTS = run({ steps: [asked(), call('get_order', null)], output: 'Done.' });
const NOTHING = run({});

function judged(written: Json, trajectory: ObservedTrajectory): string {
  const read = readExpectation(written, 'here');
  const fit = 'expectation' in read ? recordedScorer(read.expectation) : read;
  if (!('scorer' in fit)) throw new Error(JSON.stringify(fit));
  const outcome = judgeRecorded(fit.scorer, trajectory, (tool) => tool.startsWith('get_'));
  return outcome.kind === 'undetermined' ? outcome.reason : outcome.kind;
}

const SCHEMA = { type: 'object', required: ['id'], properties: { id: { type: 'number' } } };
const DEFINED = [{ name: 'get_order', description: null, parameters: SCHEMA }];
const calls = (id: string) => [{ name: 'get_order', arguments: { id } }];

describe('a recorded run', () => {
  test.each<[string, Json, ObservedTrajectory, string]>([
    ['passes by its answer', { kind: 'output_contains', text: 'on its way' }, WHOLE, 'pass'],
    ['fails by its answer', { kind: 'output_matches', pattern: '^Sorry' }, WHOLE, 'fail'],
    ['passes by its whole answer', { kind: 'output_equals', value: 'Order o-1 is on its way.' }, WHOLE, 'pass'],
    ['fails by the form of its answer', { kind: 'output_json_schema', schema: { type: 'object' } }, WHOLE, 'fail'],
    ['passes by a path', { kind: 'output_json_path', path: '$.a' }, run({ steps: STEPS, output: { a: 1 } }), 'pass'],
    ['passes by a tool it called', { kind: 'tools_required', tools: ['get_order'] }, WHOLE, 'pass'],
    ['fails by a tool it called', { kind: 'tools_forbidden', tools: ['get_order'] }, UNANSWERED, 'fail'],
    ['passes by its calls', { kind: 'trajectory', calls: calls('o-1') }, UNANSWERED, 'pass'],
    ['fails by its calls', { kind: 'trajectory', mode: 'strict', calls: calls('o-2') }, WHOLE, 'fail'],
    ['fails by its steps', { kind: 'max_steps', limit: 2 }, WHOLE, 'fail'],
    ['passes by its steps', { kind: 'max_steps', limit: 3 }, WHOLE, 'pass'],
    ['fails by its tokens', { kind: 'max_tokens', limit: 239 }, WHOLE, 'fail'],
    ['passes by its tokens', { kind: 'max_tokens', limit: 240 }, WHOLE, 'pass'],
    [
      'is judged by the tools that its own requests declare',
      { kind: 'arguments_valid' },
      run({ steps: [asked({ tools: DEFINED }), call('get_order', { id: 'o-1' })] }),
      'fail',
    ],
    [
      'has tools that it says nothing of',
      { kind: 'arguments_valid' },
      WHOLE,
      'no schema is known for the tool get_order',
    ],
    ['passes a check', { kind: 'failure_not_repeated' }, WHOLE, 'pass'],
    [
      'fails a check, also without an answer',
      { kind: 'failure_not_repeated' },
      run({
        steps: [1, 2].map(() => call('get_order', { id: 1 }, { outcome: { kind: 'error', value: 'gone' } })),
      }),
      'fail',
    ],
    ['fails a check with the tools that it is given', { kind: 'answer_supported', tools: ['search'] }, WHOLE, 'fail'],
  ])('%s', (_, written, trajectory, outcome) => expect(judged(written, trajectory)).toBe(outcome));

  test.each<[string, Json, ObservedTrajectory, RegExp]>([
    ['an answer', { kind: 'output_contains', text: 'Done' }, UNANSWERED, /^no answer was recorded$/],
    ['an answer that checks need', { kind: 'action_as_stated' }, UNANSWERED, /^no answer was recorded$/],
    ['steps', { kind: 'max_steps', limit: 9 }, NOTHING, /^no step was recorded$/],
    ['steps, be it about tools', { kind: 'tools_forbidden', tools: ['a'] }, NOTHING, /^no step was recorded$/],
    ['arguments', { kind: 'arguments_valid' }, WITHOUT_ARGUMENTS, /^the arguments of a tool call/],
    [
      'arguments of calls',
      { kind: 'trajectory', mode: 'strict', calls: calls('o-1') },
      WITHOUT_ARGUMENTS,
      /^the arguments/,
    ],
    ['arguments that checks need', { kind: 'values_unaltered' }, WITHOUT_ARGUMENTS, /^the arguments/],
    [
      'usage',
      { kind: 'max_tokens', limit: 999 },
      run({ steps: [asked({ usage: null })] }),
      /did not say how many tokens/,
    ],
  ])('passes nothing that is about %s which it does not keep', (_, written, trajectory, reason) =>
    expect(judged(written, trajectory)).toMatch(reason),
  );

  test('is judged by calls without their arguments where these do not count', () => {
    const written = { kind: 'trajectory', mode: 'strict', arguments: 'ignore', calls: calls('o-1') };
    expect(judged(written, WITHOUT_ARGUMENTS)).toBe('pass');
  });
});

test('scorers that need more than a run are refused, with those that do not', () => {
  const refused = (expectation: Expectation) => {
    const fit = recordedScorer(expectation);
    return 'scorer' in fit ? null : `${fit.problem} | ${fit.hint}`;
  };
  expect(refused({ kind: 'judge', name: 'polite' })).toMatch(
    /^judge cannot judge recorded runs: it asks a model \| those/,
  );
  expect(refused({ kind: 'command', name: 'mine' })).toMatch(/^command cannot .* it runs a command of yours/);
  const others = refused({ kind: 'state_changes' });
  expect(others).toMatch(/^state_changes cannot .* the recording of its case/);
  const allowed = others?.split('those that can: ')[1]?.split(', ') ?? [];
  expect(allowed).toEqual(Object.keys(SCORERS).filter((kind) => !['judge', 'command', 'state_changes'].includes(kind)));
  const trajectory = { kind: 'trajectory', mode: 'strict', arguments: 'exact', argumentOverrides: {} } as const;
  expect(refused({ ...trajectory, calls: null })).toMatch(/^trajectory needs calls/);
  expect(refused({ ...trajectory, calls: [] })).toBeNull();
});
