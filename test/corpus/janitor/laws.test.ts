import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyRules } from '../../../src/corpus/janitor/clean.ts';
import { allSteps, cleanTrajectory, sourcesOf, uncleaned } from '../../../src/corpus/janitor/cleaned.ts';
import { RULES } from '../../../src/corpus/janitor/rules.ts';
import { tool } from '../../score/build.ts';
import { runs } from './runs.ts';
import { countingExpectations, isReadOnly, plainExpectations, verdicts } from './verdicts.ts';

const orders = fc.shuffledSubarray([...RULES]);
/** One of two calls is invalid, so that it shows which of them stayed. */
const TOOLS = ['get_order', 'list_orders', 'refund'].map((name) => tool(name, { order: { type: 'string' } }));

test('no rule, alone or with others, changes a verdict', () => {
  fc.assert(
    fc.property(runs, runs, orders, (run, other, rules) => {
      const [cleaned, otherCleaned] = [run, other].map((one) => applyRules(uncleaned(one), rules, isReadOnly));
      if (cleaned === undefined || otherCleaned === undefined) throw new Error('two runs were cleaned');
      const plain = plainExpectations([run, other]);
      const before = verdicts(plain, run, other, TOOLS);
      expect(verdicts(plain, cleanTrajectory(cleaned), cleanTrajectory(otherCleaned), TOOLS)).toEqual(before);
      const whole = (one: typeof cleaned) => ({ steps: allSteps(one).map(({ step }) => step), output: run.output });
      const counting = countingExpectations(run);
      const counted = verdicts(counting, whole(cleaned), whole(otherCleaned));
      expect(counted).toEqual(verdicts(counting, run, other));
    }),
    { numRuns: 400 },
  );
});

test('a second time finds nothing, and the order of rules does not matter', () => {
  fc.assert(
    fc.property(runs, orders, orders, (run, some, more) => {
      const once = applyRules(uncleaned(run), some, isReadOnly);
      expect(applyRules(once, some, isReadOnly)).toEqual(once);
      const sorted = RULES.filter((rule) => some.includes(rule) || more.includes(rule));
      const both = applyRules(once, more, isReadOnly);
      expect(both).toEqual(applyRules(uncleaned(run), sorted, isReadOnly));
    }),
    { numRuns: 800 },
  );
});

test('every step is either kept or dropped by a rule, and every source is found again', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const cleaned = applyRules(uncleaned(run), RULES, isReadOnly);
      expect(allSteps(cleaned).map(({ index }) => index)).toEqual(run.steps.map((_, index) => index));
      const kept = cleaned.kept.map(({ index }) => index);
      const found = kept.flatMap((index) => sourcesOf(cleaned, index));
      const alone = cleaned.dropped.flatMap(({ twin, step }) => (twin === null ? step.sources : []));
      expect([...found, ...alone].sort()).toEqual(run.steps.flatMap(({ sources }) => sources).sort());
      for (const { context, index } of cleaned.kept) if (context !== null) expect(context.of).toBeLessThan(index);
    }),
    { numRuns: 400 },
  );
});
