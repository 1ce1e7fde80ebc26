import { describe, expect, it } from 'vitest';
import { plannedRuns } from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { caseNamed, caseOf, casesOf, decideOn, openWorld, POLICY, runGate, trialOf, type World } from './world.ts';

const stable: World = () => ({ base: { outcome: 'pass' }, head: { outcome: 'pass' } });
const broken =
  (id: string, world: World = stable): World =>
  (facts, number) =>
    facts.id === id ? { base: { outcome: 'pass' }, head: { outcome: 'fail' } } : world(facts, number);

describe('the trials that the decision asks for', () => {
  it('are T of every case on both sides, whatever is absent', () => {
    const cases = casesOf('s', 2);
    expect(plannedRuns(cases, POLICY)).toBe(12);
    expect(decideOn({ cases, trials: [] }, POLICY).next).toHaveLength(12);
    const trials = [trialOf('s-0', 'base', 2, { outcome: 'pass' })];
    const { next } = decideOn({ cases, trials }, POLICY);
    expect(next).toHaveLength(11);
    expect(next).not.toContainEqual({ caseId: 's-0', side: 'base', number: 2 });
  });

  it('are none once nothing is suspicious', () => {
    const { decision, evidence, rounds } = runGate(casesOf('s', 30), stable);
    expect(rounds).toBe(1);
    expect(evidence.trials).toHaveLength(180);
    expect(decision).toMatchObject({ verdict: 'pass', reasons: [{ kind: 'no_regression_found' }], next: [] });
  });

  it('include cases that only report, which are not confirmed when they fail', () => {
    const cases = [...casesOf('s', 5), caseOf('added', ['s'], { gates: false })];
    const { decision, rounds } = runGate(cases, broken('added'));
    expect(rounds).toBe(1);
    expect(decision.verdict).toBe('pass');
    expect(caseNamed(decision, 'added')).toMatchObject({ verdict: 'ok', head: { passes: 0, trials: 3 }, p: null });
    expect(decision.comparisons[0]).toMatchObject({ name: 's', cases: 5, head: { passes: 15, trials: 15 } });
  });

  it('never reach beyond maxConfirmTrials', () => {
    const policy = { ...POLICY, maxConfirmTrials: 6 };
    const { decision, evidence } = runGate(casesOf('s', 100), broken('s-7'), policy);
    expect(Math.max(...evidence.trials.map(({ number }) => number))).toBeLessThanOrEqual(6);
    expect(caseNamed(decision, 's-7')).toMatchObject({
      verdict: 'suspect',
      reason: expect.stringContaining('underpowered'),
    });
    expect(decision.verdict).toBe('pass');
    expect(decision.reasons).toContainEqual({ kind: 'case_suspect', caseId: 's-7' });
  });
});

describe('the case rule', () => {
  it('finds a hard-broken case that no slice can show, and names it alone', () => {
    const cases = [...casesOf('a', 300), ...casesOf('b', 350)];
    const { decision, evidence, rounds } = runGate(cases, broken('b-100'));
    expect(decision.verdict).toBe('block');
    expect(decision.reasons).toEqual([{ kind: 'case_broken', caseId: 'b-100' }]);
    const extra = evidence.trials.filter(({ number }) => number > 3);
    expect(new Set(extra.map(({ caseId }) => caseId))).toEqual(new Set(['b-100']));
    expect(extra.filter(({ side }) => side === 'head')).toHaveLength(8);
    // Eight confirm it, five more are the guard's.
    expect(extra.filter(({ side }) => side === 'base')).toHaveLength(13);
    expect(rounds).toBeLessThanOrEqual(7);
    expect(caseNamed(decision, 'b-100').p).toBeLessThan(0.7 * (0.002 / 650));
  });

  it('forgives one stray, at the price of more trials', () => {
    const world: World = (facts, number) =>
      facts.id === 's-0' && number === 6
        ? { base: { outcome: 'pass' }, head: { outcome: 'pass' } }
        : broken('s-0')(facts, number);
    const strict = runGate(casesOf('s', 20), broken('s-0'));
    const forgiving = runGate(casesOf('s', 20), world);
    expect(caseNamed(forgiving.decision, 's-0').verdict).toBe('broken');
    expect(forgiving.evidence.trials.length).toBeGreaterThan(strict.evidence.trials.length);
  });

  it('calls a case flaky after two strays and stops sampling it', () => {
    const world: World = ({ id }, number) => ({
      base: { outcome: 'pass' },
      head: { outcome: id === 's-0' && number % 3 !== 2 ? 'fail' : 'pass' },
    });
    const { decision, evidence } = runGate(casesOf('s', 200), world);
    expect(caseNamed(decision, 's-0')).toMatchObject({
      verdict: 'flaky',
      reason: expect.stringContaining('not fail repeatably'),
    });
    expect(decision.verdict).toBe('pass');
    expect(evidence.trials.filter(({ caseId, side }) => caseId === 's-0' && side === 'base')).toHaveLength(3);
    // Head passed trials 2 and 5; one batch of two after the first three shows it.
    expect(evidence.trials.filter(({ caseId, side }) => caseId === 's-0' && side === 'head')).toHaveLength(5);
  });

  it('takes failures of fresh base trials as strays too', () => {
    const world: World = ({ id }, number) => ({
      base: { outcome: id === 's-0' && number > 3 ? 'fail' : 'pass' },
      head: { outcome: id === 's-0' ? 'fail' : 'pass' },
    });
    expect(caseNamed(runGate(casesOf('s', 200), world).decision, 's-0').verdict).toBe('flaky');
  });

  it('does not protect what base fails, and looks only where the first head trial failed', () => {
    const world: World = ({ id }, number) => ({
      base: { outcome: id === 's-0' && number < 3 ? 'fail' : 'pass' },
      head: { outcome: id === 's-0' || (id === 's-1' && number > 1) ? 'fail' : 'pass' },
    });
    const { decision, rounds } = runGate(casesOf('s', 50), world);
    expect(rounds).toBe(1);
    expect(caseNamed(decision, 's-0')).toMatchObject({
      verdict: 'ok',
      reason: expect.stringContaining('nothing to protect'),
    });
    expect(caseNamed(decision, 's-1').verdict).toBe('ok');
  });

  it('protects a case that failed once of three base trials: that does not yet make it unreliable', () => {
    const world: World = ({ id }, number) => ({
      base: { outcome: id === 's-0' && number === 2 ? 'fail' : 'pass' },
      head: { outcome: id === 's-0' ? 'fail' : 'pass' },
    });
    expect(caseNamed(runGate(casesOf('s', 200), world).decision, 's-0').verdict).toBe('broken');
  });

  it('reads undetermined trials as strays: a diverging head hides passes, not failures', () => {
    const world: World = ({ id }, number) => ({
      base: { outcome: 'pass' },
      head: { outcome: id === 's-0' ? (number % 2 === 1 ? 'fail' : 'undetermined') : 'pass' },
    });
    const { decision } = runGate(casesOf('s', 200), world);
    expect(caseNamed(decision, 's-0')).toMatchObject({ verdict: 'undetermined' });
    expect(decision.verdict).not.toBe('block');
  });

  it('keeps its verdict when more trials exist than the plan reads', () => {
    const { evidence } = runGate(casesOf('s', 20), broken('s-0'));
    const extra = Array.from({ length: 4 }, (_, i) => trialOf('s-0', 'head', 20 + i, { outcome: 'pass' }));
    const numbers = evidence.trials.filter(({ caseId, side }) => caseId === 's-0' && side === 'head').length;
    const more = extra.map((trial, i) => ({ ...trial, number: numbers + 1 + i }));
    const decision = decideOn({ ...evidence, trials: [...evidence.trials, ...more] }, POLICY);
    expect(caseNamed(decision, 's-0').verdict).toBe('broken');
    expect(decision.next).toEqual([]);
  });

  it('confirms a prefix case on affected pairs only', () => {
    // Every second number is affected; head fails on those and shares base's pass on the others.
    const world: World = ({ id }, number) => {
      const affected = id === 's-0' && number % 2 === 1;
      const shared = { outcome: 'pass', firstRequestKey: 'k', fingerprint: `${number}` } as const;
      return { base: shared, head: affected ? { ...shared, outcome: 'fail', fingerprint: `x${number}` } : shared };
    };
    const { decision, evidence } = runGate(casesOf('s', 50), world);
    expect(caseNamed(decision, 's-0')).toMatchObject({ verdict: 'broken', affectedness: 'prefix' });
    const own = evidence.trials.filter(({ caseId }) => caseId === 's-0');
    // Pairs, and the guard's five base trials.
    expect(own.filter(({ side }) => side === 'base').length).toBe(own.filter(({ side }) => side === 'head').length + 5);
  });

  it('gives a prefix case up once the numbers left cannot hold enough affected pairs', () => {
    const world: World = ({ id }, number) => {
      const shared = { outcome: 'pass', firstRequestKey: 'k', fingerprint: `${number}` } as const;
      const affected = id === 's-0' && number <= 3;
      return { base: shared, head: affected ? { ...shared, outcome: 'fail', fingerprint: `x${number}` } : shared };
    };
    const { decision, evidence } = runGate(casesOf('s', 50), world, { ...POLICY, maxConfirmTrials: 8 });
    // Six affected pairs are needed, three are there, and at this rate three more would be found beyond the eighth.
    expect(Math.max(...evidence.trials.map(({ number }) => number))).toBe(5);
    expect(caseNamed(decision, 's-0')).toMatchObject({
      verdict: 'suspect',
      reason: expect.stringContaining('not confirmed, that takes 6 head trials'),
    });
    expect(decision).toMatchObject({ verdict: 'pass', next: [] });
  });

  it('finds nearly all of five cases broken to 2 % among 400, over seeds', () => {
    const targets = new Set(['a-3', 'a-90', 'b-5', 'b-77', 'b-150']);
    let found = 0;
    for (let seed = 0; seed < 10; seed++) {
      const random = seededRandom(`broken ${seed}`);
      const rate = (id: string, side: string) => (targets.has(id) ? (side === 'base' ? 0.995 : 0.02) : 0.97);
      const { decision } = runGate([...casesOf('a', 200), ...casesOf('b', 200)], openWorld(random, rate));
      for (const reason of decision.reasons) if (reason.kind === 'case_broken' && targets.has(reason.caseId)) found++;
    }
    expect(found).toBeGreaterThanOrEqual(45);
  });
});
