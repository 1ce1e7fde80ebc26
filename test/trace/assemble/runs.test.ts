import { describe, expect, test } from 'vitest';
import { readTrace } from '../../../src/trace/index.ts';
import { log, TRACE_ID } from '../dialects/telling.ts';
import { agent, briefly, chat, other, says, tool } from './spans.ts';

const place = (parent: string | null, startMs: number, endMs: number) => ({ parent, startMs, endMs });

describe('runs of one trace', () => {
  const two = [
    agent('a1', 'one', place(null, 0, 50)),
    chat('c1', { output: says('first') }, place('a1', 10, 20)),
    agent('a2', 'two', place(null, 60, 90)),
    chat('c2', { output: says('second') }, place('a2', 70, 80)),
  ];

  test('are several where agents have roots of their own', () => {
    const runs = readTrace(two, []);
    expect(runs.map(({ id, agentName, output }) => [id, agentName, output])).toEqual([
      [`${TRACE_ID}/a1`, 'one', 'first'],
      [`${TRACE_ID}/a2`, 'two', 'second'],
    ]);
  });

  test('take in what belongs to no agent if one of them alone was going on', () => {
    const strays = [
      tool('t1', { name: 'during', args: {} }, place(null, 72, 75)),
      chat('s1', {}, place('t1', 73, 74)),
      tool('t2', { name: 'between', args: {} }, place(null, 52, 55)),
    ];
    expect(readTrace([...two, ...strays], []).map(briefly)).toEqual([
      ['chat c1'],
      ['between {} = ?'],
      ['chat c2', 'during {} = ?', 'chat s1'],
    ]);
  });

  test('do not take in what ran while two of them were at work', () => {
    const overlapping = [agent('a1', 'one', place(null, 0, 50)), agent('a2', 'two', place(null, 40, 90))];
    const stray = tool('t', { name: 'whose', args: {} }, place(null, 42, 48));
    expect(readTrace([...overlapping, stray], []).map(briefly)).toEqual([[], [], ['whose {} = ?']]);
  });

  test('are one below one root, each step with its agent', () => {
    const spans = [
      other('h', place(null, 0, 100)),
      agent('a1', 'triage', place('h', 10, 40)),
      chat('c1', { output: says('over to you') }, place('a1', 12, 30)),
      agent('a2', 'refunds', place('h', 50, 90)),
      agent('a3', 'checker', place('a2', 55, 60)),
      chat('c3', {}, place('a3', 56, 58)),
      chat('c2', { output: says('done') }, place('a2', 65, 80)),
    ];
    const [run, ...more] = readTrace(spans, []);
    expect(more).toEqual([]);
    expect(run?.steps.map((step) => step.agent)).toEqual([['triage'], ['refunds', 'checker'], ['refunds']]);
    expect(run).toMatchObject({ id: TRACE_ID, agentName: 'triage', output: 'done' });
  });

  test('are several below one root where the agents name different conversations', () => {
    const of = (id: string) => ({ attributes: { 'gen_ai.conversation.id': id } });
    const spans = [
      other('batch', place(null, 0, 100)),
      agent('a1', 'desk', { ...place('batch', 10, 40), ...of('k1') }),
      chat('c1', {}, place('a1', 12, 30)),
      agent('a2', 'desk', { ...place('batch', 50, 90), ...of('k2') }),
      chat('c2', {}, place('a2', 55, 60)),
    ];
    const runs = readTrace(spans, []);
    expect(runs.map(({ conversationId }) => conversationId)).toEqual(['k1', 'k2']);
    expect(runs.map(briefly)).toEqual([['chat c1'], ['chat c2']]);
    expect(runs.flatMap(({ problems }) => problems)).toEqual(['not understood: a span of http named GET /']);
  });

  test('of several traces come in order of their start', () => {
    const later = { ...chat('c9', {}, place(null, 90, 95)), traceId: 'a' };
    const earlier = { ...chat('c1', {}, place(null, 10, 15)), traceId: 'b' };
    expect(readTrace([later, earlier], []).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('agents', () => {
  test('that two instrumentations name twice stand once in the path', () => {
    const spans = [
      agent('a1', 'desk', place(null, 0, 50)),
      agent('a2', 'desk', place('a1', 1, 49)),
      chat('c', { output: says('x') }, place('a2', 10, 20)),
    ];
    expect(readTrace(spans, [])[0]?.steps[0]?.agent).toEqual(['desk']);
  });

  test('are also known by the name that a step gives', () => {
    const named = { attributes: { 'gen_ai.agent.name': 'desk' } };
    const [run] = readTrace([chat('c', {}, { ...place(null, 0, 5), ...named })], []);
    expect(run).toMatchObject({ agentName: 'desk', steps: [{ agent: ['desk'] }] });
  });

  test('nested without end keep a path of 32 names', () => {
    const spans = Array.from({ length: 100 }, (_, n) =>
      agent(`a${n}`, `n${n}`, place(n === 0 ? null : `a${n - 1}`, n, 200)),
    );
    const [run] = readTrace([...spans, chat('c', {}, place('a99', 150, 160))], []);
    expect(run?.steps[0]?.agent).toHaveLength(32);
  });
});

describe('what is known of a run', () => {
  test('its cohort: service, version, environment and what the user set, not what instrumentations write', () => {
    const attributes = {
      tier: 'gold',
      beta: true,
      'http.route': '/x',
      'gen_ai.request.model': 'm',
      long: 'x'.repeat(300),
    };
    const [run] = readTrace([agent('a', 'desk', { ...place(null, 0, 9), attributes })], []);
    expect(run?.attributes).toEqual({
      'service.name': 'desk',
      'service.version': '1.4.2',
      'deployment.environment': 'prod',
      tier: 'gold',
      beta: true,
    });
  });

  test('its outcome: evaluations with score, label and explanation, and an agent that failed', () => {
    const scored = {
      'gen_ai.evaluation.name': 'relevance',
      'gen_ai.evaluation.score.value': 0.4,
      'gen_ai.evaluation.score.label': 'weak',
      'gen_ai.evaluation.explanation': 'off topic',
    };
    const failed = { 'gen_ai.evaluation.name': 'judge', 'error.type': 'timeout' };
    const spans = [agent('a', 'desk', { ...place(null, 0, 9), error: 'gave up' })];
    const logs = [
      log({ span: 'a', event: 'gen_ai.evaluation.result', atMs: 9, attributes: scored }),
      log({ span: 'a', event: 'gen_ai.evaluation.result', atMs: 9, attributes: failed }),
    ];
    const [run] = readTrace(spans, logs);
    expect(run?.outcomes).toEqual([
      { name: 'relevance', value: 0.4, passed: null, source: 'evaluation', explanation: 'weak: off topic' },
      { name: 'status', value: 'error', passed: false, source: 'status', explanation: 'gave up' },
    ]);
    expect(run?.problems).toEqual(['an evaluation without a score: timeout']);
  });

  test('an evaluation of no recorded span goes to the run of the answer that it names', () => {
    const response = (id: string) => ({ attributes: { 'gen_ai.response.id': id } });
    const spans = [
      agent('a1', 'one', place(null, 0, 50)),
      chat('c1', {}, { ...place('a1', 10, 20), ...response('r1') }),
      agent('a2', 'two', place(null, 60, 90)),
      chat('c2', {}, { ...place('a2', 70, 80), ...response('r2') }),
    ];
    const attributes = {
      'gen_ai.evaluation.name': 'ok',
      'gen_ai.evaluation.score.label': 'pass',
      'gen_ai.response.id': 'r2',
    };
    const runs = readTrace(spans, [log({ span: null, event: 'gen_ai.evaluation.result', atMs: 99, attributes })]);
    expect(runs.map(({ outcomes }) => outcomes.map(({ passed }) => passed))).toEqual([[], [true]]);
  });

  test('its conversation, but not the id of the answer before, which some frameworks put there', () => {
    const spans = [
      chat('c1', {}, { ...place(null, 0, 5), attributes: { 'gen_ai.response.id': 'resp_1' } }),
      chat('c2', {}, { ...place(null, 6, 9), attributes: { 'gen_ai.conversation.id': 'resp_1' } }),
    ];
    expect(readTrace(spans, [])[0]?.conversationId).toBeNull();
  });

  test('its answer as JSON where JSON was asked for, and not a sub-agent’s inside a tool', () => {
    const json = { attributes: { 'gen_ai.output.type': 'json' } };
    const spans = [
      agent('a', 'desk', place(null, 0, 90)),
      chat('c1', { output: says('{"days":3}') }, { ...place('a', 10, 20), ...json }),
      tool('t', { name: 'delegate', args: {} }, place('a', 30, 60)),
      chat('c2', { output: says('sub') }, place('t', 40, 50)),
    ];
    expect(readTrace(spans, [])[0]?.output).toEqual({ days: 3 });
  });
});
