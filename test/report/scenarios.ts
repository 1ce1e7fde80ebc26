import type { CaseDecision } from '../../src/compare/index.ts';
import type { ReportInput } from '../../src/report/index.ts';
import { ACCEPTED } from './accepted.ts';
import { ADOPTED } from './adopted.ts';
import { BLOCKED } from './blocked.ts';
import {
  CASES,
  CODE,
  changesOf,
  counts,
  decision,
  decisions,
  input,
  otherSlices,
  PIN,
  README,
  SLICES,
  slice,
  wobble,
} from './parts.ts';
import { SITUATIONS } from './situations.ts';
import { refundTrials } from './trials.ts';

const unaffected: Partial<CaseDecision> = {
  verdict: 'unaffected',
  affectedness: 'none',
  reason: 'no trial is affected',
};

const BILLING_OPEN =
  'the budget does not reach look 3 of 5; about 96 more runs (210 model calls, $0.31) would show a drop of 12 points with 80 % power';

export const SCENARIOS: Readonly<Record<string, ReportInput>> = {
  'pass-unaffected': input(
    decision('pass', {
      reasons: [{ kind: 'all_unaffected', cases: CASES.length }],
      cases: decisions({}, unaffected),
      base: counts(1200, { stored: 1200, unaffected: 1200 }),
      head: counts(1200, { unaffected: 1200 }),
    }),
    {
      changes: changesOf(CODE),
      run: {
        ...input(decision('pass', {})).run,
        providerCalls: 0,
        storedAnswers: 3120,
        sharedAnswers: 3120,
        inputTokens: 0,
        outputTokens: 0,
        costUsd: 0,
        durationMs: 4210,
      },
    },
  ),
  ...BLOCKED,
  ...ACCEPTED,
  ...ADOPTED,
  ...SITUATIONS,
  'pass-improved': input(
    decision('pass', {
      reasons: [{ kind: 'no_regression_found' }],
      comparisons: [
        ...otherSlices('invoices', 'refunds'),
        wobble('refunds', 0.011, 0.81),
        slice('invoices', {
          verdict: 'improved',
          affectedCases: 40,
          base: { passes: 75, trials: 120, undetermined: 0 },
          baseRate: 0.625,
          head: { passes: 113, trials: 120, undetermined: 0 },
          headRate: 0.942,
          delta: 0.317,
          interval: { low: 0.218, high: 0.411 },
          p: 1,
          adjustedP: 1,
        }),
      ],
    }),
  ),
  'pass-not-exercised': input(
    decision('pass', {
      reasons: [{ kind: 'not_exercised', cases: CASES.length, trials: 1200 }],
      cases: decisions(
        {},
        {
          verdict: 'unaffected',
          affectedness: 'not_exercised',
          reason: 'not exercised by this change (0 of 3 trials affected)',
        },
      ),
      base: counts(1200, { unaffected: 1200 }),
      head: counts(1200, { unaffected: 1200 }),
    }),
    { changes: changesOf(CODE), run: { ...input(decision('pass', {})).run, storedAnswers: 0, storedBaseTrials: 0 } },
  ),
  inconclusive: input(
    decision('inconclusive', {
      staleReservoirP: 0.03,
      reasons: [
        {
          kind: 'slice_inconclusive',
          slice: 'refunds',
          why: 'head leaves 31 of 120 trials undetermined, base 4 (22.5 points more, at most 10 are accepted)',
        },
        { kind: 'slice_inconclusive', slice: 'billing', why: BILLING_OPEN },
        { kind: 'not_seen', cases: 2 },
        { kind: 'not_spoken', apis: ['moderations'], trials: 3 },
        { kind: 'model_not_tried', pins: [{ pin: 'chat', to: 'small-1' }], models: ['large-1'] },
        { kind: 'case_suspect', caseId: 'orders-002' },
      ],
      comparisons: [
        ...otherSlices('refunds', 'cancel', 'billing'),
        slice('billing', {
          verdict: 'inconclusive',
          affectedCases: 12,
          affectedShare: 0.35,
          headRate: 0.83,
          delta: -0.12,
          interval: { low: -0.21, high: -0.01 },
          look: 2,
          stopped: 'budget',
          eValue: 1.7,
          p: 0.02,
          adjustedP: 0.06,
          settling: { runs: 96, calls: 210, costUsd: 0.31, drop: 0.12 },
          reasons: [BILLING_OPEN],
        }),
        slice('refunds', {
          verdict: 'inconclusive',
          affectedCases: 40,
          base: { passes: 110, trials: 116, undetermined: 4 },
          head: { passes: 80, trials: 89, undetermined: 31 },
          headRate: 0.899,
          delta: -0.051,
          interval: { low: -0.13, high: 0.02 },
          p: 0.08,
          adjustedP: 0.4,
          reasons: ['head leaves 31 of 120 trials undetermined, base 4 (22.5 points more, at most 10 are accepted)'],
        }),
        slice('cancel', {
          verdict: 'underpowered',
          cases: 6,
          affectedCases: 6,
          base: { passes: 17, trials: 18, undetermined: 0 },
          head: { passes: 15, trials: 17, undetermined: 1 },
          headRate: 0.882,
          delta: -0.062,
          interval: { low: -0.29, high: 0.14 },
          p: 0.47,
          adjustedP: 1,
          mde80: 0.44,
        }),
      ],
      cases: decisions(
        {
          'orders-002': {
            verdict: 'suspect',
            head: { passes: 1, trials: 5, undetermined: 1 },
            p: 0.04,
            reason: '4 of 5 failed on head',
          },
        },
        {},
      ),
      base: counts(1200, { undetermined: 4, diverged: 4 }),
      head: counts(1203, { undetermined: 38, diverged: 52, notCovered: 11 }),
    }),
    {
      trials: refundTrials('orders-002'),
      run: { ...input(decision('pass', {})).run, costUsd: null },
      corpus: {
        ...input(decision('pass', {})).corpus,
        problems: [
          { file: 'corpus/support-desk.jsonl', line: 17, reason: 'not JSON' },
          { file: 'corpus/support-desk.jsonl', line: 209, reason: '/recordings must be an array' },
        ],
        files: [{ path: 'corpus/support-desk.jsonl', cases: 403, problems: 2 }],
        diff: { added: ['refunds-041', 'refunds-042'], removed: [], edited: ['login-001'] },
      },
    },
  ),
  'error-nothing-exercised': input(
    decision('error', {
      reasons: [
        { kind: 'nothing_exercised', why: 'no trial called a model or a tool; does the agent use OPENAI_BASE_URL?' },
      ],
      comparisons: [],
      cases: decisions(
        {},
        {
          verdict: 'undetermined',
          affectedness: 'not_exercised',
          base: { passes: 0, trials: 0, undetermined: 3 },
          head: { passes: 0, trials: 0, undetermined: 3 },
          reason: 'neither side asked a model or called a tool',
        },
      ),
      base: counts(1200, { undetermined: 1200 }),
      head: counts(1200, { undetermined: 1200 }),
    }),
    {
      run: {
        ...input(decision('pass', {})).run,
        providerCalls: 0,
        storedAnswers: 0,
        sharedAnswers: 0,
        inputTokens: 0,
        outputTokens: 0,
        costUsd: 0,
        storedBaseTrials: 0,
        noise: null,
        judges: [],
        warnings: [],
      },
    },
  ),
  'error-too-many-errored': input(
    decision('error', {
      reasons: [
        { kind: 'too_many_errors', side: 'head', errored: 312, trials: 1200 },
        { kind: 'missing_trials', missing: 14 },
      ],
      comparisons: SLICES.map((name) =>
        slice(name, {
          affectedCases: 40,
          head: { passes: 80, trials: 88, undetermined: 32 },
          headRate: 0.909,
          delta: -0.041,
          interval: { low: -0.11, high: 0.03 },
          p: 0.2,
          adjustedP: 1,
          verdict: 'no_evidence',
        }),
      ),
      head: counts(1186, { undetermined: 320, errored: 312, missing: 14 }),
    }),
    {
      changes: {
        ...changesOf(PIN),
        changes: [PIN, { kind: 'config', path: 'pawl.yml', status: 'modified', oldPath: null }],
      },
      run: {
        ...input(decision('pass', {})).run,
        headSha: 'WORKTREE',
        isolation: { kind: 'none', why: 'bubblewrap is not installed and the process is not root' },
        mode: 'live',
      },
    },
  ),
  'not-affected': input(
    decision('not_affected', {
      reasons: [
        {
          kind: 'nothing_changed',
          why: 'none of the 2 changed files is under the paths of the agent (agent/**, prompts/**, tools/**)',
        },
      ],
      comparisons: [],
      cases: [],
      base: counts(0),
      head: counts(0),
    }),
    {
      changes: {
        changes: [README, { kind: 'code', path: 'docs/faq.md', status: 'added', oldPath: null }],
        affecting: [],
        notAffected: 'none of the 2 changed files is under the paths of the agent',
      },
      run: {
        ...input(decision('pass', {})).run,
        providerCalls: 0,
        storedAnswers: 0,
        sharedAnswers: 0,
        inputTokens: 0,
        outputTokens: 0,
        costUsd: 0,
        storedBaseTrials: 0,
        noise: null,
        judges: [],
        warnings: [],
        durationMs: 210,
      },
    },
  ),
};
