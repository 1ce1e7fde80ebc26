import type { ReportInput } from '../../src/report/index.ts';
import { BLOCKED } from './blocked.ts';
import {
  CASES,
  changesOf,
  counts,
  decision,
  decisions,
  input,
  otherSlices,
  PIN,
  PROMPT,
  REFUNDS_FELL,
  RENAME,
  slice,
  wobble,
} from './parts.ts';
import { refundTrials } from './trials.ts';

const { run, corpus } = input(decision('pass', {}));
const BUDGET_OPEN =
  'the budget does not reach look 3 of 5; about 480 more runs (1,104 model calls, $1.56) would show a drop of 6 points with 80 % power';

const BUDGET_CUT = input(
  decision('inconclusive', {
    reasons: [
      {
        kind: 'budget_spent',
        spent: { runs: 2600, calls: 5981, costUsd: 8.41 },
        budget: { runs: 2600, calls: null, costUsd: null },
        more: 240,
      },
      { kind: 'slice_inconclusive', slice: 'refunds', why: BUDGET_OPEN },
    ],
    comparisons: [
      ...otherSlices('refunds'),
      slice('refunds', {
        verdict: 'inconclusive',
        affectedCases: 40,
        affectedShare: 1,
        head: { passes: 71, trials: 80, undetermined: 0 },
        headRate: 0.89,
        delta: -0.06,
        interval: { low: -0.14, high: 0.02 },
        look: 2,
        stopped: 'budget',
        eValue: 2.1,
        p: 0.09,
        adjustedP: 0.4,
        settling: { runs: 480, calls: 1104, costUsd: 1.56, drop: 0.06 },
        reasons: [BUDGET_OPEN],
      }),
    ],
  }),
);

/** Further situations of a pull request, each as its reader meets it. */
export const SITUATIONS: Readonly<Record<string, ReportInput>> = {
  'inconclusive-budget': BUDGET_CUT,
  'inconclusive-blocks': { ...BUDGET_CUT, onInconclusive: 'block' },
  'fork-not-covered': input(
    decision('inconclusive', {
      reasons: [{ kind: 'not_covered', cases: 392, uncovered: 392, trials: 800 }],
      comparisons: otherSlices().map((one) => ({
        ...one,
        verdict: 'no_evidence' as const,
        affectedCases: 40,
        head: { passes: 0, trials: 0, undetermined: 40 },
        headRate: null,
        delta: null,
        interval: null,
      })),
      cases: decisions(
        {},
        {
          verdict: 'undetermined',
          head: { passes: 0, trials: 0, undetermined: 1 },
          reason: 'no determined trial on head',
        },
      ),
      base: counts(400, { stored: 400 }),
      head: counts(400, { undetermined: 400, notCovered: 392, diverged: 8 }),
    }),
    {
      run: { ...run, mode: 'recorded', providerCalls: 0, costUsd: 0, inputTokens: 0, outputTokens: 0 },
      onInconclusive: 'block',
    },
  ),
  'block-three-changes': input(
    decision('block', {
      reasons: [{ kind: 'slice_regressed', slice: 'refunds' }],
      comparisons: [...otherSlices('refunds', 'orders'), wobble('orders', -0.017, 0.31), REFUNDS_FELL],
    }),
    { changes: changesOf(PROMPT, RENAME, PIN), trials: refundTrials('refunds-004') },
  ),
  'pass-corpus-edit': input(
    decision('pass', {
      reasons: [{ kind: 'no_regression_found' }],
      comparisons: [...otherSlices('orders'), wobble('orders', 0.008, 0.74)],
    }),
    {
      changes: {
        ...changesOf(PROMPT),
        changes: [
          { kind: 'corpus', path: 'corpus/support-desk.jsonl', status: 'modified', oldPath: null },
          { kind: 'config', path: 'pawl.yml', status: 'modified', oldPath: null },
          PROMPT,
        ],
      },
      corpus: {
        ...corpus,
        diff: { added: ['refunds-041'], removed: ['login-001'], edited: ['orders-002', 'orders-003'] },
      },
    },
  ),
  'error-provider-down': input(
    decision('error', {
      reasons: [
        { kind: 'too_many_errors', side: 'base', errored: 400, trials: 400 },
        { kind: 'too_many_errors', side: 'head', errored: 400, trials: 400 },
        { kind: 'nothing_exercised', why: "none of head's 400 trials called the model or a tool" },
      ],
      comparisons: [],
      cases: decisions(
        {},
        {
          verdict: 'undetermined',
          base: { passes: 0, trials: 0, undetermined: 1 },
          head: { passes: 0, trials: 0, undetermined: 1 },
          reason: 'no determined trial on base and head',
        },
      ),
      base: counts(400, { undetermined: 400, errored: 400 }),
      head: counts(400, { undetermined: 400, errored: 400 }),
    }),
    {
      run: {
        ...run,
        ...{ providerCalls: 0, storedAnswers: 0, sharedAnswers: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 },
        noise: null,
        warnings: [
          '400 errored on base: the provider failed: 503 Service Unavailable',
          '400 errored on head: the provider failed: 503 Service Unavailable',
        ],
      },
    },
  ),
  'block-without-content': {
    ...(BLOCKED['block-slice'] ?? input(decision('block', {}))),
    content: 'none',
  },
  'block-no-slices': input(
    decision('block', {
      reasons: [{ kind: 'slice_regressed', slice: 'ALL' }],
      comparisons: [slice('ALL', { ...REFUNDS_FELL, kind: 'all', name: 'ALL', cases: CASES.length })],
    }),
    { trials: refundTrials('refunds-004') },
  ),
};
