import type { DeclaredAcceptance, ReportInput } from '../../src/report/index.ts';
import { CASES, changesOf, decision, decisions, input, otherSlices, PROMPT, REFUNDS_FELL, wobble } from './parts.ts';
import { refundTrials } from './trials.ts';

const declared = (over: Partial<DeclaredAcceptance>): DeclaredAcceptance => ({
  kind: 'slice',
  name: 'refunds',
  reason: 'refunds now need a supervisor until the fraud check is live',
  until: '2026-12-31',
  earlier: false,
  standing: 'counts',
  suggestion: null,
  ...over,
});

const { corpus } = input(decision('pass', {}));

/** Pull requests that say in `.pawl/accepted.yml` what they mean to make worse. */
export const ACCEPTED: Readonly<Record<string, ReportInput>> = {
  'pass-accepted': input(
    decision('pass', {
      reasons: [
        { kind: 'no_regression_found' },
        { kind: 'slice_accepted', slice: 'refunds' },
        { kind: 'case_accepted', caseId: 'orders-002' },
      ],
      comparisons: [
        ...otherSlices('refunds', 'orders'),
        wobble('orders', -0.017, 0.31),
        { ...REFUNDS_FELL, accepted: true },
      ],
      cases: decisions(
        {
          'orders-002': {
            verdict: 'broken',
            head: { passes: 0, trials: 6, undetermined: 0 },
            base: { passes: 6, trials: 6, undetermined: 0 },
            p: 0.00108,
            reason: 'head failed 6 of 6 trials, base passed 6 of 6 (p p=1.1e-3)',
            accepted: true,
          },
        },
        {},
      ),
    }),
    {
      changes: {
        ...changesOf(PROMPT),
        changes: [PROMPT, { kind: 'config', path: '.pawl/accepted.yml', status: 'added', oldPath: null }],
      },
      corpus: { ...corpus, diff: { added: [], removed: ['orders-002'], edited: ['login-001'] } },
      acceptance: {
        entries: [
          declared({}),
          declared({ kind: 'case', name: 'orders-002', reason: 'the order of a deleted shop' }),
          declared({ kind: 'case', name: 'login-001', reason: 'its expectation was wrong' }),
        ],
        problems: [],
      },
      trials: refundTrials('orders-002'),
    },
  ),
  'block-accepted-in-vain': input(
    decision('block', {
      reasons: [{ kind: 'slice_regressed', slice: 'refunds' }],
      comparisons: [...otherSlices('refunds'), REFUNDS_FELL],
    }),
    {
      acceptance: {
        entries: [
          declared({ until: '2026-10-31', standing: 'expired' }),
          declared({ name: 'refund', standing: 'unknown', suggestion: 'refunds' }),
          declared({ kind: 'case', name: 'billing-007' }),
          declared({ kind: 'case', name: 'orders-041', standing: 'not_gating' }),
          declared({ name: 'warranty', earlier: true, until: '2026-12-01' }),
        ],
        problems: ['.pawl/accepted.yml:18: accepted[5]: expected key "reason", received none'],
      },
      trials: refundTrials(CASES.find(({ slices }) => slices.includes('refunds'))?.id ?? ''),
    },
  ),
};
