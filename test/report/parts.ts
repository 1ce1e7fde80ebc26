import type { Change } from '../../src/changes/index.ts';
import type { CaseDecision, Comparison, Decision, GateVerdict, SideCounts } from '../../src/compare/index.ts';
import type { Case } from '../../src/corpus/index.ts';
import type { ReportInput, ToolCallCounts } from '../../src/report/index.ts';
import { aCase } from '../score/build.ts';

export const SLICES = [
  'account',
  'billing',
  'cancel',
  'delivery',
  'exchange',
  'invoices',
  'login',
  'orders',
  'refunds',
  'warranty',
];
const PER_SLICE = 40;
export const CASES: readonly Case[] = SLICES.flatMap((slice) =>
  Array.from({ length: PER_SLICE }, (_, index) =>
    aCase({
      id: `${slice}-${String(index + 1).padStart(3, '0')}`,
      slices: [slice],
      cohorts: [index % 2 === 0 ? 'eu' : 'us'],
    }),
  ),
);

const NO_TOOL_CALLS: ToolCallCounts = { byMatch: {}, normalisations: {}, uncalled: { calls: 0, trials: 0 } };

const NO_COUNTS: SideCounts = {
  attempted: 0,
  determined: 0,
  undetermined: 0,
  errored: 0,
  diverged: 0,
  notCovered: 0,
  assisted: 0,
  unaffected: 0,
  stored: 0,
  missing: 0,
};

export function counts(attempted: number, over: Partial<SideCounts> = {}): SideCounts {
  return { ...NO_COUNTS, attempted, determined: attempted - (over.undetermined ?? 0), ...over };
}

export function slice(name: string, over: Partial<Comparison> = {}): Comparison {
  const passes = 114;
  return {
    kind: 'slice',
    name,
    verdict: 'not_worse',
    cases: PER_SLICE,
    affectedCases: 0,
    affectedShare: null,
    base: { passes, trials: 120, undetermined: 0 },
    head: { passes, trials: 120, undetermined: 0 },
    baseRate: 0.95,
    headRate: 0.95,
    delta: 0,
    interval: { low: 0, high: 0 },
    look: 3,
    stopped: 'futility',
    eValue: null,
    p: null,
    adjustedP: null,
    mde80: 0.15,
    settling: null,
    reasons: [],
    worse: [],
    better: [],
    ...over,
  };
}

export const wobble = (name: string, delta: number, p: number): Comparison =>
  slice(name, {
    verdict: delta > 0 ? 'not_worse' : 'no_evidence',
    affectedCases: PER_SLICE,
    affectedShare: 1,
    eValue: 0.2,
    headRate: 0.95 + delta,
    delta,
    interval: { low: delta - 0.058, high: delta + 0.051 },
    p,
    adjustedP: Math.min(1, 4 * p),
  });

export const REFUNDS_FELL = slice('refunds', {
  verdict: 'regressed',
  affectedCases: PER_SLICE,
  affectedShare: 1,
  stopped: 'rejected',
  eValue: 8.4e9,
  head: { passes: 72, trials: 120, undetermined: 0 },
  headRate: 0.6,
  delta: -0.35,
  interval: { low: -0.471, high: -0.229 },
  p: 1.1e-10,
  adjustedP: 1.2e-9,
  worse: ['refunds-004', 'refunds-011', 'refunds-019'],
});

export function decisions(
  over: Readonly<Record<string, Partial<CaseDecision>>>,
  rest: Partial<CaseDecision>,
): readonly CaseDecision[] {
  return CASES.map((one) => ({
    caseId: one.id,
    verdict: 'ok',
    affectedness: 'open',
    base: { passes: 3, trials: 3, undetermined: 0 },
    head: { passes: 3, trials: 3, undetermined: 0 },
    p: null,
    reason: 'head passed its trials',
    ...rest,
    ...over[one.id],
  }));
}

export function decision(verdict: GateVerdict, over: Partial<Decision>): Decision {
  return {
    verdict,
    reasons: [],
    comparisons: SLICES.map((name) => slice(name)),
    cases: decisions({}, {}),
    staleReservoirP: null,
    next: [],
    base: counts(1200),
    head: counts(1200),
    ...over,
  };
}

export function input(theDecision: Decision, over: Partial<ReportInput> = {}): ReportInput {
  return {
    decision: theDecision,
    changes: changesOf(PROMPT),
    places: new Map([
      ['prompts/refunds.md', [{ start: 12, end: 13 }]],
      ['tools/issue_refund.json', [{ start: 8, end: 8 }]],
    ]),
    corpus: {
      cases: CASES,
      problems: [],
      retired: 3,
      files: [{ path: 'corpus/support-desk.jsonl', cases: CASES.length + 3, problems: 0 }],
      diff: { added: [], removed: [], edited: [] },
    },
    acceptance: { entries: [], problems: [] },
    adoption: null,
    trials: [],
    measures: [
      { name: 'steps', unit: 'steps', direction: 'lower', base: 4.871, head: 5.203 },
      { name: 'model calls', unit: 'calls', direction: 'lower', base: 2.4, head: 2.4 },
      { name: 'latency', unit: 'ms', direction: 'lower', base: null, head: 812 },
      { name: 'cost', unit: 'USD', direction: 'lower', base: 0.00121, head: 0.00134 },
      { name: 'calls of issue_refund', unit: 'calls', direction: 'neither', base: 0, head: 0.12 },
    ],
    run: {
      baseSha: '4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d',
      headSha: '9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b',
      agent: 'support-desk',
      mode: 'live',
      isolation: { kind: 'bubblewrap' },
      durationMs: 72_400,
      providerCalls: 4312,
      storedAnswers: 3120,
      sharedAnswers: 611,
      inputTokens: 5_120_331,
      outputTokens: 402_118,
      costUsd: 1.3721,
      storedBaseTrials: 1200,
      judges: [],
      noise: {
        ref: '4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d',
        ...{ cases: 484, trials: 3872, undetermined: 0, pullRequests: 1000, blocks: 2, undecided: 0 },
        ...{ low: 0.0002, high: 0.0072 },
      },
      tools: { base: NO_TOOL_CALLS, head: NO_TOOL_CALLS },
      ignoredInRequests: [],
      warnings: [],
    },
    policy: {
      alpha: 0.01,
      alphaSlicesShare: 0.5,
      looks: [1, 2, 3, 5, 8],
      spend: [0.3, 0.2, 0.2, 0.15, 0.15],
      futility: 0.4,
      budgetRuns: null,
      budgetCalls: null,
      budgetCostUsd: null,
      protectMin: 0.8,
      deltaRelevant: 0.1,
      minEffect: 0.02,
      maxConfirmTrials: 12,
    },
    onInconclusive: 'warn',
    content: 'excerpt',
    ...over,
  };
}

export const PROMPT: Change = {
  kind: 'prompt',
  path: 'prompts/refunds.md',
  status: 'modified',
  oldPath: null,
  lines: [
    { kind: 'removed', line: 12, text: 'Refund only after `verify_identity` has succeeded.' },
    { kind: 'added', line: 12, text: 'Be quick: refund as soon as the customer names an order.' },
    { kind: 'added', line: 13, text: 'Round amounts up to whole dollars.' },
  ],
};
export const PIN: Change = {
  kind: 'model_pin',
  path: 'config/agent.json',
  pin: 'chat',
  from: 'desk-1',
  to: 'desk-1-mini',
};
export const RENAME: Change = {
  kind: 'tool',
  path: 'tools/issue_refund.json',
  tool: 'issue_refund',
  effects: [{ kind: 'parameter_renamed', from: 'order_id', to: 'order_ref' }],
};
export const CODE: Change = { kind: 'code', path: 'src/loop.ts', status: 'modified', oldPath: null };
export const README: Change = { kind: 'code', path: 'README.md', status: 'modified', oldPath: null };

export function changesOf(...changes: Change[]): ReportInput['changes'] {
  return { changes: [...changes, README], affecting: changes, notAffected: null };
}

export const otherSlices = (...but: string[]): readonly Comparison[] =>
  SLICES.filter((name) => !but.includes(name)).map((name) => slice(name));
