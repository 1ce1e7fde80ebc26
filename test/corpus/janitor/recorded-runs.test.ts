import { expect, test } from 'vitest';
import { allSteps, clean, cleanTrajectory, reductionOf } from '../../../src/corpus/index.ts';
import { dataBytes, NO_DATA, readText } from '../readers/read-file.ts';
import { countingExpectations, isReadOnly, plainExpectations, verdicts } from './verdicts.ts';

/** Every so many runs are judged; the reduction is that of all. */
const FILES = [
  { name: 'agentdojo/runs/gpt-4o-2024-05-13.jsonl.gz', every: 8 },
  { name: 'tau-bench/historical_trajectories/gpt-4o-airline.json.gz', every: 4 },
];

test.skipIf(NO_DATA).each(FILES)('verdicts over $name stay, and it gets smaller', ({ name, every }) => {
  const { trajectories } = readText(dataBytes(name));
  let saved = 0;
  for (const [number, run] of trajectories.entries()) {
    if (number % every !== 0) continue;
    const other = trajectories[number + 1] ?? run;
    const [cleaned, otherCleaned] = [run, other].map((one) => clean(one, { isReadOnly, without: [] }));
    if (cleaned === undefined || otherCleaned === undefined) throw new Error('two runs were cleaned');
    const { before, after } = reductionOf(run, cleaned);
    saved += before.tokens - after.tokens;
    for (const [recording, recordingCleaned] of [[run, cleaned] as const, [other, otherCleaned] as const]) {
      const plain = plainExpectations([run, other]);
      const now = verdicts(plain, cleanTrajectory(cleaned), cleanTrajectory(recordingCleaned));
      expect(now, run.id).toEqual(verdicts(plain, run, recording));
      const whole = { steps: allSteps(cleaned).map(({ step }) => step), output: run.output };
      const counting = countingExpectations(run);
      expect(verdicts(counting, whole, recording), run.id).toEqual(verdicts(counting, run, recording));
    }
  }
  expect(saved).toBeGreaterThan(0);
});
