import type { CaseDecision } from '../../src/compare/index.ts';
import type { ReportInput } from '../../src/report/index.ts';
import {
  changesOf,
  counts,
  decision,
  decisions,
  input,
  otherSlices,
  PIN,
  REFUNDS_FELL,
  RENAME,
  slice,
  wobble,
} from './parts.ts';
import { refundTrials, renameTrials } from './trials.ts';

const BROKEN: Partial<CaseDecision> = {
  verdict: 'broken',
  head: { passes: 0, trials: 6, undetermined: 0 },
  base: { passes: 6, trials: 6, undetermined: 0 },
  p: 0.00108,
  reason: '6 straight failures on head, 6 of 6 base trials passed (p=1.1e-3, level 1.3e-3)',
};
const BROKEN_IDS = ['billing-007', 'delivery-031', 'login-012', 'orders-002', 'warranty-040'];

/** The reports that keep a pull request from being merged. */
export const BLOCKED: Readonly<Record<string, ReportInput>> = {
  'block-slice': input(
    decision('block', {
      reasons: [{ kind: 'slice_regressed', slice: 'refunds' }],
      comparisons: [
        ...otherSlices('refunds', 'orders', 'billing'),
        wobble('orders', -0.017, 0.31),
        wobble('billing', 0.008, 0.74),
        REFUNDS_FELL,
        slice('eu', {
          ...REFUNDS_FELL,
          kind: 'cohort',
          name: 'eu',
          stopped: null,
          eValue: null,
          adjustedP: null,
          p: 0.0002,
          cases: 200,
          affectedCases: 20,
          head: { passes: 540, trials: 600, undetermined: 0 },
          headRate: 0.915,
          delta: -0.035,
          interval: { low: -0.05, high: -0.02 },
        }),
        slice('us', { kind: 'cohort' }),
        slice('ALL', {
          ...REFUNDS_FELL,
          kind: 'all',
          name: 'ALL',
          verdict: 'no_evidence',
          cases: 400,
          head: { passes: 1092, trials: 1191, undetermined: 9 },
          headRate: 0.917,
          delta: -0.033,
          interval: { low: -0.054, high: -0.013 },
          adjustedP: null,
        }),
      ],
      cases: decisions(
        Object.fromEntries(
          ['refunds-004', 'refunds-011', 'refunds-019'].map((id) => [
            id,
            {
              head: { passes: 1, trials: 3, undetermined: 0 },
              reason: 'failed, within the noise of one case',
              p: 0.05,
            },
          ]),
        ),
        {},
      ),
      base: counts(1200, { stored: 1200 }),
      head: counts(1200, { undetermined: 9, diverged: 57, assisted: 4 }),
    }),
    {
      trials: ['refunds-004', 'refunds-011', 'refunds-019'].flatMap((id) => refundTrials(id)),
      run: {
        ...input(decision('pass', {})).run,
        tools: {
          base: { byMatch: { exact: 2871 }, normalisations: {}, uncalled: { calls: 14, trials: 12 } },
          head: {
            byMatch: { exact: 2790, normalised: 31, other_state: 4, miss: 57 },
            normalisations: { sets: 9, absent: 22 },
            uncalled: { calls: 48, trials: 41 },
          },
        },
        ignoredInRequests: [{ name: 'dates', pattern: '\\d{4}-\\d\\d-\\d\\d' }],
      },
    },
  ),
  'block-cases': input(
    decision('block', {
      reasons: BROKEN_IDS.map((caseId) => ({ kind: 'case_broken', caseId }) as const),
      comparisons: [
        ...otherSlices('billing', 'orders', 'delivery'),
        wobble('billing', -0.025, 0.12),
        wobble('orders', -0.025, 0.14),
        wobble('delivery', -0.017, 0.22),
      ],
      cases: decisions(
        {
          ...Object.fromEntries(BROKEN_IDS.map((id) => [id, BROKEN])),
          'cancel-003': {
            verdict: 'suspect',
            head: { passes: 1, trials: 6, undetermined: 0 },
            p: 0.02,
            reason: '5 of 6 failed on head; one more failure would have decided',
          },
          'login-001': {
            verdict: 'flaky',
            base: { passes: 2, trials: 3, undetermined: 0 },
            reason: 'fails now and then on base too',
          },
        },
        {},
      ),
      head: counts(1236, { undetermined: 2, diverged: 21 }),
    }),
    { changes: changesOf(PIN), trials: [...BROKEN_IDS, 'cancel-003'].flatMap((id) => refundTrials(id, 'desk-1-mini')) },
  ),
  'block-tool-rename': input(
    decision('block', {
      reasons: [
        { kind: 'slice_regressed', slice: 'refunds' },
        { kind: 'slice_regressed', slice: 'exchange' },
        { kind: 'case_broken', caseId: 'refunds-004' },
        { kind: 'case_broken', caseId: 'refunds-011' },
      ],
      comparisons: [
        ...otherSlices('refunds', 'exchange'),
        {
          ...REFUNDS_FELL,
          head: { passes: 4, trials: 120, undetermined: 0 },
          headRate: 0.033,
          delta: -0.917,
          interval: { low: -0.965, high: -0.842 },
          p: 3e-58,
          adjustedP: 4e-57,
        },
        {
          ...REFUNDS_FELL,
          name: 'exchange',
          affectedCases: 22,
          headRate: 0.44,
          delta: -0.51,
          interval: { low: -0.61, high: -0.4 },
          p: 2e-20,
          adjustedP: 3e-19,
          worse: [],
        },
      ],
      cases: decisions({ 'refunds-004': BROKEN, 'refunds-011': BROKEN }, {}),
      base: counts(1200, { stored: 1200, unaffected: 960 }),
      head: counts(1206, { unaffected: 960 }),
    }),
    { changes: changesOf(RENAME), trials: ['refunds-004', 'refunds-011'].flatMap(renameTrials) },
  ),
};
