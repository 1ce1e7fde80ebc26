import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../src/corpus/index.ts';
import type { TrialEnd } from '../../src/replay/index.ts';
import { costOf, MEASURES, SCORERS, scoreTrial } from '../../src/score/index.ts';
import { aCase, aContext, aTrial, modelCall, recorded, toolCall } from './build.ts';

const contains = (text: string): Expectation => ({ kind: 'output_contains', text, ignoreCase: false });
const bad: Expectation = { kind: 'output_matches', pattern: '(', flags: '' };

describe('how a trial ended', () => {
  const rows: readonly (readonly [TrialEnd, RegExp])[] = [
    [{ kind: 'agent_error', message: 'no such user' }, /^fail: the agent reported an error: no such user$/],
    [
      { kind: 'crashed', exitCode: 1, signal: null, stderrTail: 'boom' },
      /^fail: the agent crashed \(exit code 1\): boom$/,
    ],
    [
      { kind: 'crashed', exitCode: null, signal: 'SIGSEGV', stderrTail: '' },
      /^fail: the agent crashed \(signal SIGSEGV\)$/,
    ],
    [{ kind: 'timed_out', afterMs: 1500 }, /^fail: the agent gave no answer within 1.5 s$/],
    [{ kind: 'garbage', expected: 'a JSON line', received: '<html>' }, /^fail: .*not a JSON line, received: <html>$/],
    [{ kind: 'stopped', reason: 'off the tape' }, /^undetermined: the trial was stopped: off the tape$/],
    [
      { kind: 'provider_failed', httpStatus: 503, message: 'busy' },
      /^undetermined: the provider failed \(503\): busy$/,
    ],
    [{ kind: 'late_request', message: 'POST /x' }, /^undetermined: a request came after the answer: POST \/x$/],
  ];
  test.each(rows)('%o', (end, verdict) => {
    // All that the expectation asks for is there, so only the end can keep the trial from passing.
    const { outcome, scores } = scoreTrial(
      aTrial([], 'ok', { end }),
      aCase({ expectations: [contains('ok')] }),
      aContext(),
    );
    expect(outcome.kind === 'pass' ? 'pass' : `${outcome.kind}: ${outcome.reason}`).toMatch(verdict);
    expect(scores.map((score) => score.outcome)).toEqual([outcome]);
  });
});

describe('the outcome of several expectations', () => {
  const outcomeOf = (...expectations: Expectation[]) =>
    scoreTrial(aTrial([], 'ok'), aCase({ expectations }), aContext()).outcome;
  test('one failure fails, whatever else is open', () => {
    expect(outcomeOf(contains('ok'), bad, contains('no'))).toMatchObject({
      kind: 'fail',
      reason: expect.stringMatching(/contain "no"/),
    });
  });
  test('something open is never a pass', () => {
    expect(outcomeOf(contains('ok'), bad)).toMatchObject({ kind: 'undetermined' });
  });
  test('all passed is a pass', () => {
    expect(outcomeOf(contains('o'), contains('k'))).toEqual({ kind: 'pass' });
  });
  test('an empty list is not a pass', () => {
    expect(outcomeOf()).toMatchObject({ kind: 'undetermined' });
  });
});

test.each(['judge', 'command'] as const)('a %s that the settings do not name decides nothing, and is named', (kind) => {
  const { outcome } = scoreTrial(aTrial([], 'ok'), aCase({ expectations: [{ kind, name: 'nope' }] }), aContext());
  const reason = expect.stringMatching(/"nope": is it under (?:judges|scorers) in pawl\.yml\?/);
  expect(outcome).toEqual({ kind: 'undetermined', reason });
});

test('a case without expectations gets the default ones', () => {
  const theCase = aCase({ recordings: [{ steps: [recorded('refund', { n: 1 })], output: '' }] });
  const score = scoreTrial(aTrial([toolCall('refund', { n: 2 })], ''), theCase, aContext());
  expect(score.scores.map((one) => one.scorer)).toEqual(['state_changes']);
  expect(score.outcome.kind).toBe('fail');
});

describe('a trial in which nothing was done', () => {
  const asked = aCase({ recordings: [{ steps: [recorded('get_order', { n: 1 })], output: 'on its way' }] });
  const refusal = modelCall(null, {
    response: null,
    error: 'the provider refused the request with 404: no such model',
  });
  const outcomeOf = (...[steps, over]: [Parameters<typeof aTrial>[0], Partial<typeof asked>?]) =>
    scoreTrial(aTrial(steps, 'Sorry!'), { ...asked, ...over }, aContext()).outcome;

  test('is no pass where its case only says what must not be done and every recording did something', () => {
    expect(outcomeOf([])).toMatchObject({ kind: 'undetermined', reason: expect.stringContaining('nothing was done') });
    const limits: Expectation[] = [
      { kind: 'tools_forbidden', tools: ['refund'] },
      { kind: 'max_steps', limit: 9 },
    ];
    expect(outcomeOf([], { expectations: limits })).toMatchObject({ kind: 'undetermined' });
  });

  test('fails where the model was asked and no call of it was answered', () => {
    expect(outcomeOf([refusal, refusal])).toMatchObject({
      kind: 'fail',
      reason: expect.stringContaining('no such model'),
    });
    const embedded = modelCall(null, { wire: 'openai-embeddings', response: null });
    expect(outcomeOf([embedded, refusal])).toMatchObject({ kind: 'fail' });
    expect(outcomeOf([refusal, modelCall('on its way')])).toEqual({ kind: 'pass' });
    expect(outcomeOf([refusal, toolCall('get_order', { n: 1 })])).toEqual({ kind: 'pass' });
  });

  test.each([null, ' ', {}, { reply: null, parts: [''] }])(
    'fails where it answered %j and every recording has an answer',
    (output) => {
      const blank = (theCase: typeof asked) =>
        scoreTrial(aTrial([modelCall('x'), toolCall('get_order', { n: 1 })], output), theCase, aContext()).outcome;
      expect(blank(asked)).toMatchObject({ kind: 'fail', reason: expect.stringContaining('answered nothing') });
      expect(blank({ ...asked, recordings: [{ steps: [recorded('get_order')], output: '' }] })).toEqual({
        kind: 'pass',
      });
      expect(blank({ ...asked, expectations: [{ kind: 'tools_required', tools: ['get_order'] }] })).toEqual({
        kind: 'pass',
      });
    },
  );

  test('passes where a recording did nothing either, or the case asks for an answer and has it', () => {
    const idle = { steps: [], output: 'Hello!' };
    expect(outcomeOf([], { recordings: [...asked.recordings, idle] })).toEqual({ kind: 'pass' });
    expect(outcomeOf([], { expectations: [contains('Sorry'), { kind: 'state_changes' }] })).toEqual({ kind: 'pass' });
  });
});

describe('measures', () => {
  const prices = { 'desk-1': { inputUsdPerMillion: 10, cachedInputUsdPerMillion: 1, outputUsdPerMillion: 100 } };
  const measuresOf = (trial: Parameters<typeof scoreTrial>[0]) =>
    scoreTrial(trial, aCase(), aContext({ prices })).measures;
  test('count steps, calls, errors, tokens and money', () => {
    const failed = toolCall('refund', {}, { outcome: { kind: 'error', value: 'no' } });
    expect(
      measuresOf(aTrial([modelCall('a'), failed, toolCall('refund'), toolCall('get_x'), modelCall('b')], '')),
    ).toEqual({
      steps: 5,
      modelCalls: 2,
      toolCalls: 3,
      toolCallsByTool: { get_x: 1, refund: 2 },
      checks: {},
      toolErrors: 1,
      inputTokens: 200,
      outputTokens: 40,
      latencyMs: 1234,
      // Each call: 60 fresh at 10, 40 cached at 1, 20 out at 100 dollars a million.
      costUsd: expect.closeTo((2 * (60 * 10 + 40 * 1 + 20 * 100)) / 1e6, 12),
    });
  });
  test('know no latency unless every answer came live and the agent answered', () => {
    expect(measuresOf(aTrial([modelCall('a'), modelCall('b', { source: 'store' })], '')).latencyMs).toBeNull();
    expect(measuresOf(aTrial([modelCall('a', { source: 'shared' })], '')).latencyMs).toBeNull();
    expect(measuresOf(aTrial([modelCall('a')], '', { end: { kind: 'stopped', reason: '' } })).latencyMs).toBeNull();
    expect(measuresOf(aTrial([], '')).latencyMs).toBeNull();
  });
  test('do not take unknown tokens for none', () => {
    expect(measuresOf(aTrial([modelCall('a'), modelCall('b', { usage: null })], ''))).toMatchObject({
      inputTokens: null,
      outputTokens: null,
      costUsd: null,
    });
  });
  test('a request that got no answer used nothing', () => {
    const failed = modelCall(null, { response: null, usage: null, error: '500' });
    expect(measuresOf(aTrial([failed], '')).costUsd).toBe(0);
  });
});

describe('the cost of a trajectory', () => {
  const price = (usd: number) => ({ inputUsdPerMillion: 0, cachedInputUsdPerMillion: 0, outputUsdPerMillion: usd });
  const costAt = (model: string, prices: Parameters<typeof costOf>[1]) =>
    costOf(
      {
        steps: [modelCall('a', { model, usage: { inputTokens: 0, outputTokens: 1e6, cachedInputTokens: 0 } })],
        output: '',
      },
      prices,
    );
  test('takes the exact name before any prefix, and the longest prefix before a shorter one', () => {
    const prices = { '*': price(1), 'gpt-*': price(2), 'gpt-4o*': price(3), 'gpt-4o': price(4) };
    expect(['gpt-4o', 'gpt-4o-mini', 'gpt-5', 'claude'].map((model) => costAt(model, prices))).toEqual([4, 3, 2, 1]);
  });
  test('is not known for a model without a price', () => {
    expect(costAt('other', { 'gpt-*': price(2) })).toBeNull();
    expect(costAt('constructor', {})).toBeNull();
  });
  test('is nothing for stored and shared answers, priced or not', () => {
    const steps = [modelCall('a', { source: 'store' }), modelCall('b', { source: 'shared' })];
    expect(costOf({ steps, output: '' }, {})).toBe(0);
  });
});

test('every scorer and measure says which way is good and in what unit', () => {
  for (const quantity of [...Object.values(SCORERS), ...Object.values(MEASURES)]) {
    expect(quantity.title.length).toBeGreaterThan(0);
  }
  expect(Object.keys(MEASURES).toSorted()).toEqual(
    Object.keys(scoreTrial(aTrial([], ''), aCase(), aContext()).measures).toSorted(),
  );
});
