import { describe, expect, test } from 'vitest';
import { lines, select, short } from './results.ts';

describe('tau-bench', () => {
  const trial = (task_id: number, number: number, reward: unknown, info: object = {}): object => ({
    task_id,
    trial: number,
    reward,
    info,
    traj: [],
  });

  test('a reward of 1 passes, 0 fails, anything else is a problem, an error is no failure', () => {
    const text = JSON.stringify([
      trial(0, 0, 1),
      trial(0, 1, 0),
      trial(0, 2, 0.5),
      trial(0, 3, 0, { error: 'boom', traceback: '' }),
    ]);
    const { rows, problems, format } = select(text);
    expect(format).toBe('tau-bench');
    expect(rows.map(({ outcome, errored }) => `${outcome.kind} ${errored}`)).toEqual([
      'pass false',
      'fail false',
      'undetermined false',
      'undetermined true',
    ]);
    expect(problems).toMatchObject([{ place: '[2]', kept: true, reason: 'reward: expected 1 or 0, received 0.5' }]);
  });

  test('a shaped reward is judged by the plain success beside it', () => {
    expect(short(JSON.stringify([trial(7, 0, 0.93, { reward_info: { components: { base_success: 1.0 } } })]))).toEqual([
      '7 0 pass',
    ]);
  });

  test('tau2: simulations of one domain', () => {
    const simulation = (task_id: string, reward_info: object | null, termination_reason = 'user_stop'): object => ({
      task_id,
      trial: 0,
      reward_info,
      termination_reason,
    });
    const text = JSON.stringify({
      info: { environment_info: { domain_name: 'airline' } },
      tasks: [],
      simulations: [
        simulation('1', { reward: 1 }),
        simulation('2', { reward: 0 }),
        simulation('3', null),
        simulation('4', { reward: 0 }, 'infrastructure_error'),
      ],
    });
    expect(select(text).format).toBe('tau2');
    expect(short(text)).toEqual([
      'airline/1 0 pass',
      'airline/2 0 fail',
      'airline/3 0 undetermined',
      'airline/4 0 undetermined',
    ]);
    expect(select(text).rows[3]?.errored).toBe(true);
  });
});

describe('AgentDojo', () => {
  const run = (over: object): object => ({
    suite_name: 'banking',
    pipeline_name: 'm',
    user_task_id: 'user_task_0',
    injection_task_id: null,
    attack_type: null,
    messages: [],
    error: null,
    utility: true,
    security: false,
    ...over,
  });
  const attack = { attack_type: 'important_instructions', injection_task_id: 'injection_task_1' };

  test('the case is suite, user task and injection; the suite is the slice, the user task the cluster', () => {
    const text = lines(run({ ...attack, utility: false }));
    expect(select(text)).toMatchObject({
      format: 'agentdojo',
      rows: [
        {
          caseId: 'banking/user_task_0/injection_task_1',
          slices: ['banking'],
          cluster: 'banking/user_task_0',
          outcome: { kind: 'fail' },
        },
      ],
    });
  });

  test('attacked and benign runs are not mixed unless it is said', () => {
    const text = lines(run({}), run(attack));
    expect(() => select(text)).toThrow(/more than one attack_type: important_instructions, null/);
    expect(short(text, { where: ['attack_type=null'] })).toEqual(['banking/user_task_0 1 pass']);
    expect(short(text, { where: ['attack_type=null', 'attack_type=important_instructions'] })).toHaveLength(2);
  });

  test('runs of the same case need something that tells them apart', () => {
    const text = lines(run({ date: 'mon' }), run({ date: 'tue', utility: false }));
    expect(() => select(text)).toThrow(/--trial-by/);
    expect(short(text, { fields: { trialBy: 'date' } })).toEqual([
      'banking/user_task_0 mon pass',
      'banking/user_task_0 tue fail',
    ]);
  });

  test('a run that errored is no failure, and a utility that is no boolean no pass', () => {
    const { rows, problems } = select(
      lines(run({ error: 'context length', utility: false }), run({ user_task_id: 'user_task_1', utility: 'true' })),
    );
    expect(rows).toMatchObject([
      { outcome: { kind: 'undetermined' }, errored: true },
      { outcome: { kind: 'undetermined' }, errored: false },
    ]);
    expect(problems).toMatchObject([{ place: 'line 2', kept: true }]);
  });
});

describe('promptfoo', () => {
  const row = (over: object): object => ({
    testIdx: 0,
    promptIdx: 0,
    success: true,
    failureReason: 0,
    score: 1,
    vars: { q: 'hi' },
    provider: { id: 'openai:x', label: '' },
    prompt: { label: 'p', raw: 'p' },
    testCase: { description: 'greets', vars: { q: 'hi' }, assert: [], metadata: { area: 'chat' } },
    ...over,
  });
  const file = (...results: readonly object[]): string =>
    JSON.stringify({ evalId: 'e', results: { version: 3, results, prompts: [], stats: {} } });

  test('the same test again is its next trial; an error is no failure', () => {
    const text = file(
      row({}),
      row({ testIdx: 1, success: false, failureReason: 1 }),
      row({ testIdx: 2, success: false, failureReason: 2, error: 'timeout' }),
    );
    const { rows, format } = select(text, { fields: { sliceBy: ['metadata.area'] } });
    expect(format).toBe('promptfoo');
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(1);
    expect(rows.map(({ trial, outcome, errored, slices }) => `${trial} ${outcome.kind} ${errored} ${slices}`)).toEqual([
      '1 pass false chat',
      '2 fail false chat',
      '3 undetermined true chat',
    ]);
  });

  test('tests with one description and other variables or assertions are other cases', () => {
    const { rows } = select(
      file(
        row({}),
        row({ vars: { q: 'bye' } }),
        row({ testCase: { description: 'greets', assert: [{ type: 'is-json' }] } }),
      ),
    );
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(3);
  });

  test('several providers are not mixed unless it is said', () => {
    const text = file(row({}), row({ provider: { id: 'openai:y' } }));
    expect(() => select(text)).toThrow(/more than one provider: openai:x, openai:y/);
    expect(short(text, { where: ['provider=openai:y'] })).toHaveLength(1);
  });

  test('a success that is no boolean is a problem', () => {
    expect(select(file(row({ success: 'true' })))).toMatchObject({
      rows: [{ outcome: { kind: 'undetermined' } }],
      problems: [{ kept: true }],
    });
  });
});

describe('Inspect', () => {
  const log = (...samples: readonly object[]): string =>
    JSON.stringify({ version: 2, status: 'success', eval: { task: 'maths', model: 'm' }, samples });
  const scored = (id: number, value: unknown, over: object = {}): object => ({
    id,
    epoch: 1,
    scores: { match: { value } },
    ...over,
  });

  test('C passes, I and N fail, partial credit is a problem, an errored sample is no failure', () => {
    const text = log(
      scored(1, 'C'),
      scored(2, 'I'),
      scored(3, 'N'),
      scored(4, 'P'),
      { id: 5, epoch: 1, scores: {}, error: { message: 'x' } },
      { id: 6, epoch: 1 },
    );
    const { rows, problems } = select(text);
    expect(rows.map(({ caseId, outcome, errored }) => `${caseId} ${outcome.kind} ${errored}`)).toEqual([
      'maths/1 pass false',
      'maths/2 fail false',
      'maths/3 fail false',
      'maths/4 undetermined false',
      'maths/5 undetermined true',
      'maths/6 undetermined false',
    ]);
    expect(problems).toMatchObject([{ place: 'samples[3]', kept: true }]);
  });

  test('of several scorers one is chosen', () => {
    const text = log({
      id: 1,
      epoch: 2,
      scores: { match: { value: 1 }, judge: { value: 0 } },
      metadata: { level: 'hard' },
    });
    expect(() => select(text)).toThrow(/more than one scorer: judge, match/);
    expect(short(text, { where: ['scorer=judge', 'metadata.level=hard'] })).toEqual(['maths/1 2 fail']);
  });
});
