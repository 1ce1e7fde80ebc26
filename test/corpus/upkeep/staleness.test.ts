import { describe, expect, test } from 'vitest';
import {
  type Case,
  type Expectation,
  type Present,
  type Recording,
  stalenessOf,
  withContentHash,
} from '../../../src/corpus/index.ts';
import type { Json, Part } from '../../../src/trace/index.ts';

const present: Present = {
  faultsOf: (tool, args) =>
    ({ pay: JSON.stringify(args).includes('order_id') ? [] : ['order_id: expected text, received none'], see: [] })[
      tool
    ] ?? null,
  knowsTools: true,
  isReadOnly: (tool) => tool === 'see',
  stopsOnMiss: (tool) => tool !== 'see',
  defaultExpectations: [{ kind: 'state_changes' }],
  commandScorers: ['polite'],
  judges: ['polite'],
};

function call(
  name: string,
  args: Json = { order_id: 'o-1' },
  kind: 'result' | 'error' = 'result',
): Recording['steps'][number] {
  return { kind: 'tool_call', name, arguments: args, outcome: { kind, value: {} } };
}

function says(...parts: readonly Part[]): Recording['steps'][number] {
  return { kind: 'model_call', model: 'm', requestKey: null, response: { role: 'assistant', parts }, usage: null };
}

function caseOf(steps: Recording['steps'], expectations: readonly Expectation[] | null = null): Case {
  return withContentHash({
    ...{ id: 'c', status: 'active', slices: ['s'], cohorts: [], weight: 1, cluster: null, input: 'pay' },
    source: { traceId: null, recordedAt: null, agentVersion: null, model: null },
    ...{ recordings: [{ steps, output: null }], expectations },
  });
}

const wants = (name: string): Part => ({ kind: 'tool_call', id: `id ${name}`, name, arguments: {} });
const stale = (
  steps: Recording['steps'],
  expectations: readonly Expectation[] | null = null,
  more: Partial<Present> = {},
) => stalenessOf(caseOf(steps, expectations), { ...present, ...more });

describe('a case is not stale', () => {
  test('when its calls are as the tools take them and all of them are on its tape', () => {
    expect(
      stale([says(wants('see'), wants('pay')), call('see'), call('pay'), says({ kind: 'text', text: 'done' })]),
    ).toEqual([]);
  });

  test('when a tool refused the arguments as it would now', () => {
    expect(stale([call('pay', {}, 'error'), call('pay')])).toEqual([]);
  });

  test('when no tool definition is known', () => {
    expect(stale([call('pay', {}), call('gone')], null, { knowsTools: false, faultsOf: () => null })).toEqual([]);
  });

  test('when the provider itself answered the call', () => {
    const result: Part = { kind: 'tool_result', id: 'id search', result: 'found', isError: false };
    expect(stale([says(wants('search'), result)])).toEqual([]);
  });

  test('when its expectations can all be met', () => {
    const met: readonly Expectation[] = [
      { kind: 'tools_required', tools: ['pay', 'see'] },
      { kind: 'tools_forbidden', tools: ['gone'] },
      { kind: 'max_steps', limit: 3 },
      { kind: 'command', name: 'polite' },
      { kind: 'output_equals', value: 'All done' },
      { kind: 'output_contains', text: 'DONE', ignoreCase: true },
      { kind: 'state_changes' },
      trajectory([{ name: 'pay', arguments: { order_id: 'o-1', note: null } }]),
    ];
    expect(stale([call('pay')], met)).toEqual([]);
  });
});

function trajectory(calls: readonly { name: string; arguments: Json }[]): Expectation {
  return { kind: 'trajectory', mode: 'superset', arguments: 'exact', argumentOverrides: {}, calls };
}

describe('a case is stale', () => {
  test('when a tool is gone or refuses what was recorded, each tool once', () => {
    expect(stale([call('gone'), call('gone'), call('pay', { order: 'o-1' }), call('pay', {})])).toEqual([
      { kind: 'tool_gone', tool: 'gone' },
      { kind: 'arguments_refused', tool: 'pay', problem: 'order_id: expected text, received none' },
    ]);
  });

  test('when the model called more than the tape has', () => {
    expect(stale([says(wants('see'), wants('see')), call('see')])).toEqual([{ kind: 'call_not_on_tape', tool: 'see' }]);
    expect(stale([])).toEqual([{ kind: 'nothing_recorded' }]);
  });

  test.each<[string, readonly Expectation[], RegExp]>([
    ['a required tool is gone', [{ kind: 'tools_required', tools: ['gone'] }], /no tool is named gone/],
    [
      'a required tool is forbidden',
      [
        { kind: 'tools_required', tools: ['pay'] },
        { kind: 'tools_forbidden', tools: ['pay'] },
      ],
      /forbidden/,
    ],
    [
      'required tools are more than the steps',
      [
        { kind: 'tools_required', tools: ['pay', 'see'] },
        { kind: 'max_steps', limit: 2 },
      ],
      /3 steps, and 2/,
    ],
    ['a scorer is not there', [{ kind: 'command', name: 'rude' }], /no scorer is named rude/],
    ['a judge is not there', [{ kind: 'judge', name: 'rude' }], /no judge is named rude/],
    [
      'the output is to be two things',
      [
        { kind: 'output_equals', value: 1 },
        { kind: 'output_equals', value: 2 },
      ],
      /another value/,
    ],
    [
      'the output lacks what it is to contain',
      [
        { kind: 'output_equals', value: 'no' },
        { kind: 'output_contains', text: 'yes', ignoreCase: false },
      ],
      /does not contain "yes"/,
    ],
    [
      'what it is to change is forbidden',
      [{ kind: 'state_changes' }, { kind: 'tools_forbidden', tools: ['pay'] }],
      /every recording calls a forbidden tool/,
    ],
    [
      'an expected call is on no tape',
      [trajectory([{ name: 'pay', arguments: { order_id: 'o-2' } }])],
      /with these arguments/,
    ],
  ])('when %s', (_, expectations, reason) => {
    const found = stale([call('pay'), call('see')], expectations);
    expect(found).toContainEqual({
      kind: 'unreachable',
      expectation: expect.any(String),
      reason: expect.stringMatching(reason),
    });
  });

  test('when a required tool is on no tape and a miss stops the trial', () => {
    const required: readonly Expectation[] = [{ kind: 'tools_required', tools: ['pay'] }];
    expect(stale([call('see')], required)).toMatchObject([{ kind: 'unreachable' }]);
    expect(stale([call('see')], required, { stopsOnMiss: () => false })).toEqual([]);
    expect(stale([call('see')], null, { defaultExpectations: required })).toMatchObject([{ kind: 'unreachable' }]);
  });
});
