import type { ReportInput } from '../../src/report/index.ts';
import { CASES, CODE, changesOf, counts, decision, input, SLICES } from './parts.ts';

const WHY = 'this pull request adopts pawl: head alone ran, nothing was compared; it passed 771 of 800 trials';
const live = input(decision('pass', {})).run;

/** Pull requests without a base to compare with. */
export const ADOPTED: Readonly<Record<string, ReportInput>> = {
  'pass-bootstrap': input(
    decision('pass', {
      reasons: [{ kind: 'bootstrap', why: WHY }],
      ...{ comparisons: [], cases: [] },
      base: counts(0),
      head: counts(800, { undetermined: 6, diverged: 4, errored: 2 }),
    }),
    {
      changes: {
        ...changesOf(CODE),
        changes: [CODE, { kind: 'config', path: 'pawl.yml', status: 'added', oldPath: null }],
      },
      adoption: {
        kind: 'first_installation',
        trialsPerCase: 2,
        slices: SLICES.map((name, index) => ({
          name,
          cases: 40,
          head: { passes: 79 - (index % 4), trials: index === 0 ? 79 : 80, undetermined: index === 0 ? 1 : 0 },
        })),
        flaky: ['billing-007', 'orders-002'],
        failing: ['login-012'],
      },
      run: { ...live, noise: null, storedBaseTrials: 0, storedAnswers: 0, sharedAnswers: 0, providerCalls: 1911 },
    },
  ),
  'error-bootstrap': input(
    decision('error', {
      reasons: [
        {
          kind: 'bootstrap',
          why: 'there are no settings to compare base and head by: the target branch had pawl.yml before: restore it there first',
        },
      ],
      ...{ comparisons: [], cases: [] },
      base: counts(0),
      head: counts(0),
    }),
    {
      changes: changesOf(CODE),
      corpus: { ...input(decision('pass', {})).corpus, cases: CASES, diff: null },
      run: {
        ...live,
        noise: null,
        storedBaseTrials: 0,
        storedAnswers: 0,
        sharedAnswers: 0,
        providerCalls: 0,
        costUsd: 0,
      },
    },
  ),
};
