import type { Policy } from '../../src/compare/index.ts';
import type { ResultRow } from '../../src/score/index.ts';

export const POLICY: Policy = {
  alpha: 0.01,
  alphaSlicesShare: 0.8,
  looks: [3],
  spend: [1],
  futility: 0.4,
  budgetRuns: null,
  budgetCalls: null,
  budgetCostUsd: null,
  protectMin: 0.8,
  deltaRelevant: 0.05,
  minEffect: 0,
  maxConfirmTrials: 28,
};

/** One row a letter: `p` pass, `f` fail, `u` undetermined, `e` errored; the trials are 1, 2, ... */
export function rows(caseId: string, outcomes: string, over: Partial<ResultRow> = {}): ResultRow[] {
  return [...outcomes].map((letter, index) => ({
    caseId,
    trial: String(index + 1),
    outcome:
      letter === 'p'
        ? { kind: 'pass' }
        : letter === 'f'
          ? { kind: 'fail', reason: 'failed' }
          : { kind: 'undetermined', reason: 'not judged' },
    errored: letter === 'e',
    slices: [],
    cluster: null,
    unit: null,
    place: `line ${index + 1}`,
    ...over,
  }));
}

export function many(count: number, outcomes: string, over: Partial<ResultRow> = {}, prefix = 'case'): ResultRow[] {
  return Array.from({ length: count }, (_, index) => rows(`${prefix}-${index}`, outcomes, over)).flat();
}
