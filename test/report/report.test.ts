import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  buildReport,
  noteText,
  parseReport,
  type ReportInput,
  renderJson,
  renderMarkdown,
  renderProgress,
  renderTerminal,
} from '../../src/report/index.ts';
import { aTrial, modelCall, refused, toolCall } from '../score/build.ts';
import { decision, input, REFUNDS_FELL, slice } from './parts.ts';
import { SCENARIOS } from './scenarios.ts';

function scenario(name: string): ReportInput {
  const found = SCENARIOS[name];
  if (found === undefined) throw new Error(`there is no scenario ${name}`);
  return found;
}

const plain = { color: false, width: 100 } as const;

describe('the exit code', () => {
  test.each([
    ['pass', 'block', 0],
    ['not_affected', 'block', 0],
    ['block', 'warn', 1],
    ['error', 'warn', 4],
    ['inconclusive', 'warn', 0],
    ['inconclusive', 'block', 5],
  ] as const)('of %s under %s is %i', (verdict, onInconclusive, exitCode) => {
    expect(buildReport(input(decision(verdict, {}), { onInconclusive })).exitCode).toBe(exitCode);
  });
});

describe('the title', () => {
  test.each(['inconclusive', 'error-nothing-exercised', 'error-too-many-errored'])(
    'of %s says that it is not a pass',
    (name) => {
      expect(buildReport(scenario(name)).title).toMatch(/, not a pass: ./);
    },
  );
  test('names the slice that fell most', () => {
    const billing = { ...REFUNDS_FELL, name: 'billing', headRate: 0.8, delta: -0.15 };
    const reasons = ['billing', 'refunds'].map((name) => ({ kind: 'slice_regressed', slice: name }) as const);
    const { title } = buildReport(input(decision('block', { reasons, comparisons: [billing, REFUNDS_FELL] })));
    expect(title).toBe('BLOCK: 2 slices fell, most of all refunds from 95.0% to 60.0% (-35.0 pp)');
  });
});

test('the outside world cannot write into the report, wherever its text stands', () => {
  const evil = '<img src=x>|\n## PASS @octocat #1 ![x](https://evil.test) <!-- x --> \u001B[32m\u202E';
  const base = scenario('block-tool-rename');
  const trials = [1, 2].map((number) => {
    const side = number === 1 ? 'base' : 'head';
    const steps = [modelCall(evil, { model: evil }), toolCall(evil, { [evil]: evil }), refused(evil, evil, evil)];
    return {
      trial: aTrial(number === 1 ? [] : steps, evil, { caseId: evil, side, number }),
      score: { outcome: { kind: 'fail', reason: evil }, scores: [], measures: measures() },
      uncalled: { recording: 0, calls: [{ name: evil, arguments: evil }] },
    } as const;
  });
  const one = base.decision.cases[0];
  if (one === undefined) throw new Error('the scenario has no case');
  const theDecision = decision('block', {
    reasons: [
      { kind: 'slice_regressed', slice: evil },
      { kind: 'case_broken', caseId: evil },
      { kind: 'slice_inconclusive', slice: evil, why: evil },
    ],
    comparisons: [
      { ...REFUNDS_FELL, name: evil, worse: [evil] },
      slice(`${evil}2`),
      slice(evil, { kind: 'cohort', verdict: 'inconclusive', reasons: [evil] }),
    ],
    cases: [
      { ...one, caseId: evil, verdict: 'broken', reason: evil },
      { ...one, caseId: `${evil}3`, verdict: 'suspect', reason: evil },
    ],
  });
  const report = buildReport({
    ...base,
    decision: theDecision,
    trials,
    changes: {
      changes: [
        {
          kind: 'prompt',
          path: evil,
          status: 'renamed',
          oldPath: evil,
          lines: [{ kind: 'added', line: 1, text: `\`\`\`\n${evil}` }],
        },
        { kind: 'tool', path: evil, tool: evil, effects: [{ kind: 'parameter_renamed', from: evil, to: evil }] },
        { kind: 'model_pin', path: evil, pin: evil, from: evil, to: evil },
        { kind: 'config', path: evil, status: 'modified', oldPath: null },
      ],
      affecting: [],
      notAffected: null,
    },
    corpus: {
      ...base.corpus,
      problems: [{ file: evil, line: 1, reason: evil }],
      files: [{ path: evil, cases: 1, problems: 1 }],
    },
    measures: [{ name: evil, unit: 'calls', direction: 'neither', base: 1, head: 2 }],
    run: {
      ...base.run,
      agent: evil,
      headSha: evil,
      isolation: { kind: 'none', why: evil },
      warnings: [evil],
      tools: {
        base: { byMatch: { normalised: 1 }, normalisations: { [evil]: 1 }, uncalled: { calls: 1, trials: 1 } },
        head: base.run.tools.head,
      },
      ignoredInRequests: [{ name: 'x', pattern: evil }],
    },
  });
  for (const level of ['full', 'short', 'minimal'] as const) {
    const outsideFences = renderMarkdown(report, level).replaceAll(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, '');
    expect(outsideFences).not.toMatch(/<img|@octocat|#1\b|!\[|https:\/\/|<!--|^## PASS|`|\p{Cf}(?<!\u200B)/mu);
    expect(outsideFences.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(1);
  }
  const terminal = renderTerminal(report, plain);
  expect(terminal).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(terminal).not.toMatch(/^\s*## PASS/m);
});

describe('report content "none"', () => {
  const secret = 'kim@example.com';
  const report = buildReport({ ...scenario('block-slice'), content: 'none' });
  test('keeps every recorded and drawn value out of all forms', () => {
    for (const text of [renderJson(report), renderMarkdown(report, 'full'), renderTerminal(report, plain)]) {
      for (const value of [secret, 'o-1041', '12.4', 'I have refunded']) expect(text).not.toContain(value);
    }
  });
  test('still tells which tools were called and where the sides part', () => {
    expect(renderTerminal(report, plain)).toMatch(/base calls verify_identity, head calls issue_refund/);
  });
  test('is a matter of that setting: excerpts show them', () => {
    expect(renderJson(buildReport(scenario('block-slice')))).toContain(secret);
  });
});

test('excerpts are cut and full content is kept longer', () => {
  const base = scenario('block-slice');
  const trials = base.trials.map((one) => ({
    ...one,
    trial: { ...one.trial, trajectory: { steps: [], output: 'x'.repeat(3000) } },
  }));
  const lengthAt = (content: ReportInput['content']): number =>
    buildReport({ ...base, trials, content }).cases[0]?.evidence?.head.output?.length ?? 0;
  expect(lengthAt('excerpt')).toBe(301);
  expect(lengthAt('full')).toBe(3000);
});

test('refused calls are counted by tool and message over all trials, those that are new on head first', () => {
  const trial = (caseId: string, side: 'base' | 'head', ...steps: ReturnType<typeof refused>[]) =>
    ({
      trial: aTrial(steps, '', { caseId, side }),
      score: { outcome: { kind: 'pass' }, scores: [], measures: measures() },
      uncalled: null,
    }) as const;
  const old = refused('search', {}, 'old habit');
  const fresh = refused('issue_refund', {}, 'new');
  const report = buildReport({
    ...scenario('pass-improved'),
    trials: [trial('c1', 'base', old, old), trial('c1', 'head', old, fresh, fresh), trial('c2', 'head', fresh)],
  });
  expect(report.toolSchemaErrors).toEqual([
    { tool: 'issue_refund', message: '{"error":"new"}', baseCalls: 0, headCalls: 3, cases: 2 },
    { tool: 'search', message: '{"error":"old habit"}', baseCalls: 2, headCalls: 1, cases: 1 },
  ]);
  expect(renderTerminal(report, plain)).toMatch(/issue_refund: 3 calls with invalid arguments on head, in 2 cases/);
  expect(renderTerminal(report, plain)).not.toMatch(/search: .* invalid arguments/);
});

test('the pair that is shown is a base trial that passed and a head trial that failed, of one number', () => {
  const evidence = buildReport(scenario('block-slice')).cases.find((one) => one.caseId === 'refunds-004')?.evidence;
  expect(evidence?.base).toMatchObject({ number: 2, outcome: { kind: 'pass' } });
  expect(evidence?.head).toMatchObject({ number: 2, outcome: { kind: 'fail' } });
});

describe('notes', () => {
  test('have words of their own for everything a reader must know', () => {
    const notes = Object.values(SCENARIOS).flatMap((one) => buildReport(one).notes);
    const kinds = new Set(notes.map((note) => note.kind));
    expect([...kinds].toSorted()).toEqual([
      'accepted_before',
      'assisted_trials',
      'corpus_changed',
      'corpus_lines_skipped',
      'cost_unknown',
      'errored_trials',
      'not_exercised',
      'not_isolated',
      'recorded_only',
      'settings_changed',
      'stale_reservoir',
      'stored_base_trials',
      'undetermined_trials',
      'warning',
    ]);
    for (const note of notes) expect(noteText(note)).not.toMatch(/undefined|NaN|\[object/);
  });
  test('count every skipped line, also those beyond the ones that are named', () => {
    const base = scenario('inconclusive');
    const files = [{ path: 'a.jsonl', cases: 1, problems: 750 }];
    const text = renderTerminal(buildReport({ ...base, corpus: { ...base.corpus, files } }), plain);
    expect(text).toMatch(/750 corpus lines could not be read/);
  });
});

describe('reading a report back', () => {
  const written = renderJson(buildReport(scenario('block-cases')));
  const messageFor = (text: string): string => {
    try {
      parseReport(text);
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    return 'accepted';
  };
  test.each([
    ['another version', written.replace('"version": 1', '"version": 2'), /expected version 1, received version 2/],
    ['no version', '{}', /expected version 1, received version undefined/],
    ['no JSON', 'PASS', /expected a JSON object, received PASS/],
    ['an unknown verdict', written.replace('"verdict": "block"', '"verdict": "fine"'), /\/verdict must be equal/],
    ['a member too many', written.replace('"version": 1,', '"version": 1, "extra": true,'), /must NOT have additional/],
    ['a missing member', written.replace('"exitCode": 1,', ''), /required property 'exitCode'/],
  ])('refuses %s', (_, text, message) => {
    expect(messageFor(text)).toMatch(message);
  });
});

describe('the terminal', () => {
  const report = buildReport(scenario('block-slice'));
  test('has colour only when asked', () => {
    expect(renderTerminal(report, plain)).not.toContain('\u001B');
    expect(renderTerminal(report, { ...plain, color: true })).toContain('\u001B[31m');
  });
  test('shows the same text with colour as without', () => {
    const coloured = renderTerminal(report, { ...plain, color: true });
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(report, plain));
  });
  test('keeps the trajectories within the width', () => {
    const lines = renderTerminal(report, { color: false, width: 72 }).split('\n');
    for (const line of lines.filter((one) => one.includes('│') || one.includes('≠')))
      expect(line.length).toBeLessThanOrEqual(72);
  });
});

describe('the progress line', () => {
  test('has count, share, rate and time left', () => {
    expect(
      renderProgress({
        phase: 'screening',
        unit: 'trials',
        done: 412,
        total: 1030,
        ratePerSecond: 31.24,
        remainingSeconds: 19.8,
      }),
    ).toBe('screening  [########------------]  412/1030 trials  40%  31.2/s  about 20 s left');
  });
  test('leaves out what is not known, and counts no trials at all as nothing done', () => {
    expect(
      renderProgress({
        phase: 'setup',
        unit: 'trials',
        done: 0,
        total: 0,
        ratePerSecond: null,
        remainingSeconds: null,
      }),
    ).toBe('setup  [--------------------]  0/0 trials  0%');
  });
});

function measures() {
  return {
    steps: 0,
    modelCalls: 0,
    toolCalls: 0,
    toolCallsByTool: {},
    checks: {},
    toolErrors: 0,
    inputTokens: 0,
    outputTokens: 0,
    latencyMs: null,
    costUsd: 0,
  };
}
