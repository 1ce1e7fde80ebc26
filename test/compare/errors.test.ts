import { describe, expect, it } from 'vitest';
import {
  caseNamed,
  caseOf,
  casesOf,
  decideOn,
  numbersIn,
  POLICY,
  runGate,
  type Sample,
  sliceNamed,
  trialOf,
  type World,
} from './world.ts';

const pass: Sample = { outcome: 'pass' };
const stable: World = () => ({ base: pass, head: pass });

describe('evidence that cannot decide', () => {
  it('is an error where more than 10 % of a side errored, and nothing more is sampled', () => {
    const errored: Sample = { outcome: 'undetermined', standing: 'errored' };
    const world =
      (count: number): World =>
      ({ id }, number) => ({
        base: pass,
        head: Number(id.slice(2)) * 3 + number <= count ? errored : { outcome: id === 's-19' ? 'fail' : 'pass' },
      });
    const { decision, evidence } = runGate(casesOf('s', 20), world(7));
    expect(decision.verdict).toBe('error');
    expect(decision.reasons[0]).toEqual({ kind: 'too_many_errors', side: 'head', errored: 7, trials: 60 });
    expect(evidence.trials).toHaveLength(120);
    expect(runGate(casesOf('s', 20), world(6)).decision.reasons[0]?.kind).not.toBe('too_many_errors');
  });

  it('is an error where all trials of both sides errored, without any NaN', () => {
    const dead: Sample = {
      outcome: 'undetermined',
      standing: 'errored',
      firstRequestKey: null,
      fingerprint: 'x',
      idle: true,
    };
    const { decision } = runGate(casesOf('s', 5), () => ({ base: dead, head: dead }));
    expect(decision.verdict).toBe('error');
    expect(decision.reasons.map(({ kind }) => kind)).toEqual([
      'too_many_errors',
      'too_many_errors',
      'nothing_exercised',
      'slice_inconclusive',
    ]);
    expect(numbersIn(decision).every(Number.isFinite)).toBe(true);
    expect(sliceNamed(decision, 's')).toMatchObject({ verdict: 'inconclusive', baseRate: null, mde80: null });
  });

  it('is an error where head called neither model nor tool', () => {
    const idle: Sample = { outcome: 'pass', idle: true, firstRequestKey: null, fingerprint: 'same' };
    const both = runGate(casesOf('s', 5), () => ({ base: idle, head: idle })).decision;
    expect(both).toMatchObject({ verdict: 'error', reasons: [{ kind: 'nothing_exercised' }] });
    expect(both.cases[0]).toMatchObject({ verdict: 'undetermined', affectedness: 'not_exercised' });
    const headOnly = runGate(casesOf('s', 5), () => ({ base: pass, head: { ...idle, fingerprint: 'h' } })).decision;
    expect(headOnly).toMatchObject({ verdict: 'error', reasons: [{ kind: 'nothing_exercised' }] });
  });

  it('is an error where no case gates', () => {
    for (const cases of [[], [caseOf('x', ['s'], { gates: false })]]) {
      expect(runGate(cases, stable).decision).toMatchObject({
        verdict: 'error',
        reasons: [{ kind: 'nothing_exercised', why: 'no case gates' }],
      });
    }
  });

  it('is an error where planned trials can no longer be run', () => {
    const { decision } = runGate(
      casesOf('s', 5),
      stable,
      POLICY,
      ({ caseId, number }) => caseId !== 's-4' || number < 2,
    );
    expect(decision.verdict).toBe('error');
    expect(decision.reasons[0]).toEqual({ kind: 'missing_trials', missing: 4 });
    expect(decision.base).toMatchObject({ attempted: 13, missing: 2 });
    expect(decision.next).toEqual([]);
  });

  it('is an error, not a pass, where a confirmation was cut off', () => {
    const world: World = ({ id }) => ({ base: pass, head: { outcome: id === 's-0' ? 'fail' : 'pass' } });
    const { decision } = runGate(casesOf('s', 50), world, POLICY, ({ number }) => number <= 3);
    expect(decision.verdict).toBe('error');
    expect(decision.reasons).toContainEqual({ kind: 'case_suspect', caseId: 's-0' });
  });

  it('has no rates where one side has no trials', () => {
    const { decision } = runGate(casesOf('s', 4), stable, POLICY, ({ side }) => side === 'base');
    expect(decision.verdict).toBe('error');
    expect(sliceNamed(decision, 's')).toMatchObject({ headRate: null, delta: null, interval: null, p: null });
    expect(caseNamed(decision, 's-0').verdict).toBe('undetermined');
    expect(numbersIn(decision).every(Number.isFinite)).toBe(true);
  });
});

describe('evidence that contradicts itself', () => {
  const trial = trialOf('x', 'base', 1, pass);
  it.each([
    ['a case twice', [caseOf('x'), caseOf('x')], [], /case x twice/],
    ['a trial twice', [caseOf('x')], [trial, trial], /base trial 1 of case x twice/],
    ['an unknown case', [caseOf('y')], [trial], /but not the case/],
    ['the recording as a sample', [caseOf('x')], [{ ...trial, number: 0 }], /numbers start at 1/],
  ])('is refused: %s', (_, cases, trials, message) => {
    expect(() => decideOn({ cases, trials }, POLICY)).toThrow(message);
  });
});
