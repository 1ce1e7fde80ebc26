import { expect, test } from 'vitest';
import { MOST_PASSED, Tally } from '../../../evals/checks/measure.ts';
import { dataBytes, NO_DATA, readText } from '../../corpus/readers/read-file.ts';

/** 726 runs, of which 279 passed; figures of all the data: `npm run evals:checks`. */
const FILE = 'agentdojo/runs/gemini-1.5-flash-001.jsonl.gz';

test.skipIf(NO_DATA)('checks fire in failed runs and hardly in passed ones', () => {
  const tally = new Tally();
  for (const trajectory of readText(dataBytes(FILE)).trajectories) tally.add('agentdojo', trajectory);
  const figures = Object.fromEntries(tally.figures().map((one) => [one.check, one]));
  for (const { check, passed } of Object.values(figures)) {
    expect(passed.fired / passed.runs, check).toBeLessThanOrEqual(MOST_PASSED);
  }
  for (const check of ['tool_not_abandoned', 'answer_supported', 'values_unaltered']) {
    expect(figures[check]?.lift, check).toBeGreaterThan(3);
  }
});
