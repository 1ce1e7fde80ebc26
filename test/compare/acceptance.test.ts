import { describe, expect, it } from 'vitest';
import {
  type AcceptedCase,
  type CaseFacts,
  compareTwoRounds,
  type Decision,
  evidenceOf,
  firstRoundTrials,
  planSecondRound,
  type ScoredTrial,
  secondRoundTrials,
  withTrials,
} from '../../src/compare/index.ts';
import type { TrialRequest } from '../../src/replay/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { caseNamed, caseOf, casesOf, POLICY, runGate, sampleFor, sliceNamed, trialOf, type World } from './world.ts';

const LOOKS = { ...POLICY, looks: [1, 2, 3, 5, 8], spend: [0.3, 0.2, 0.2, 0.15, 0.15] };
const accepting = (facts: CaseFacts, accepted: AcceptedCase): CaseFacts => ({ ...facts, accepted });
const acceptSlice = (slice: string) => (facts: CaseFacts) =>
  facts.slices.includes(slice) ? accepting(facts, { named: false, slices: [slice] }) : facts;
const acceptCases =
  (...ids: string[]) =>
  (facts: CaseFacts) =>
    ids.includes(facts.id) ? accepting(facts, { named: true, slices: [] }) : facts;
/** Draws by case, side and number, so that accepting something changes no draw of anything else. */
const failing =
  (rate: (id: string) => number): World =>
  ({ id }, number) => {
    const random = seededRandom(`${id} ${number}`);
    return {
      base: { outcome: random() < 0.97 ? 'pass' : 'fail' },
      head: { outcome: random() < rate(id) ? 'pass' : 'fail' },
    };
  };
const kinds = ({ reasons }: Decision): string[] => reasons.map(({ kind }) => kind);

describe('an accepted slice', () => {
  const corpus = [...casesOf('billing', 40), ...casesOf('refunds', 40)];
  const bothFell = failing(() => 0.4);

  it('does not block, and is tested and shown as it was', () => {
    const world = failing((id) => (id.startsWith('refunds') ? 0.4 : 0.97));
    expect(runGate(corpus, world, LOOKS).decision.verdict).toBe('block');
    const { decision } = runGate(corpus.map(acceptSlice('refunds')), world, LOOKS);
    expect(decision.verdict).toBe('pass');
    expect(sliceNamed(decision, 'refunds')).toMatchObject({ verdict: 'regressed', accepted: true, cases: 40 });
    expect(decision.reasons).toContainEqual({ kind: 'slice_accepted', slice: 'refunds' });
  });

  it('takes the block of its broken cases with it', () => {
    const dead = failing((id) => (id.startsWith('refunds') ? 0 : 0.97));
    const { decision } = runGate(corpus.map(acceptSlice('refunds')), dead, LOOKS);
    expect(decision.verdict).toBe('pass');
    const broken = decision.cases.filter(({ verdict }) => verdict === 'broken' || verdict === 'suspect');
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.every(({ accepted }) => accepted === true)).toBe(true);
  });

  it('hides no other slice: every figure of the others is what it is without it', () => {
    const plain = runGate(corpus, bothFell, LOOKS).decision;
    const accepted = runGate(corpus.map(acceptSlice('refunds')), bothFell, LOOKS).decision;
    expect(accepted.verdict).toBe('block');
    expect(accepted.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'billing' });
    const { look, stopped, p, adjustedP, base, head } = sliceNamed(plain, 'billing');
    expect(sliceNamed(accepted, 'billing')).toMatchObject({ look, stopped, p, adjustedP, base, head });
  });

  it('hides no case that another slice answers for too', () => {
    const shared = caseOf('shared', ['refunds', 'billing']);
    const world = failing((id) => (id === 'shared' || id.startsWith('refunds') ? 0 : 0.97));
    const { decision } = runGate([...corpus, shared].map(acceptSlice('refunds')), world, LOOKS);
    expect(caseNamed(decision, 'shared').accepted).toBeUndefined();
    expect(decision.verdict).toBe('block');
    expect(decision.reasons.some((reason) => 'caseId' in reason && reason.caseId === 'shared')).toBe(true);
  });

  it('draws nothing to confirm what cannot block', () => {
    const world = failing((id) => (id.startsWith('refunds') ? 0.2 : 0.97));
    const plain = runGate(corpus, world, LOOKS).evidence.trials.length;
    expect(runGate(corpus.map(acceptSlice('refunds')), world, LOOKS).evidence.trials.length).toBeLessThan(plain);
  });

  it('leaves the corpus as a whole to the cases that are not accepted', () => {
    const world = failing((id) => (id.startsWith('refunds') ? 0 : 0.97));
    const { decision } = runGate(corpus.map(acceptSlice('refunds')), world, LOOKS);
    expect(sliceNamed(decision, 'ALL')).toMatchObject({ cases: 40 });
    expect(kinds(decision)).not.toContain('slice_regressed');
  });

  it('that is undecided leaves the gate decided', () => {
    const world: World = (facts, number) =>
      facts.id.startsWith('refunds')
        ? { base: { outcome: 'pass' }, head: { outcome: 'undetermined' } }
        : failing(() => 0.97)(facts, number);
    expect(runGate(corpus, world, LOOKS).decision.verdict).toBe('inconclusive');
    const { decision } = runGate(corpus.map(acceptSlice('refunds')), world, LOOKS);
    expect(decision.verdict).toBe('pass');
    expect(decision.reasons).toContainEqual({ kind: 'slice_accepted', slice: 'refunds' });
  });
});

describe('an accepted case', () => {
  const corpus = casesOf('refunds', 12);
  const oneDead = failing((id) => (id === 'refunds-3' ? 0 : 0.999));

  it('does not block, by itself or through its slice, and is judged and shown', () => {
    expect(runGate(corpus, oneDead, LOOKS).decision.verdict).toBe('block');
    const { decision } = runGate(corpus.map(acceptCases('refunds-3')), oneDead, LOOKS);
    expect(decision.verdict).toBe('pass');
    expect(caseNamed(decision, 'refunds-3')).toMatchObject({ accepted: true, head: { passes: 0 } });
    expect(decision.reasons).toContainEqual({ kind: 'case_accepted', caseId: 'refunds-3' });
    expect(sliceNamed(decision, 'refunds')).toMatchObject({ cases: 11 });
  });

  it('hides nothing else that fell in its slice', () => {
    const allFell = failing((id) => (id === 'refunds-3' ? 0 : 0.3));
    const { decision } = runGate(corpus.map(acceptCases('refunds-3')), allFell, LOOKS);
    expect(decision.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'refunds' });
  });

  it('that did not fail is no reason at all', () => {
    const { decision } = runGate(
      corpus.map(acceptCases('refunds-3')),
      failing(() => 1),
      LOOKS,
    );
    expect(kinds(decision)).toEqual(['no_regression_found']);
  });

  it('counts among what must have run: a run in which everything failed to run is still an error', () => {
    const errored: World = () => ({
      base: { outcome: 'undetermined', standing: 'errored' },
      head: { outcome: 'undetermined', standing: 'errored' },
    });
    const all = corpus.map((facts) => accepting(facts, { named: true, slices: [] }));
    expect(runGate(all, errored, LOOKS).decision.verdict).toBe('error');
  });
});

it('in two rounds over several machines nothing is confirmed of what is accepted either', () => {
  const corpus = [...casesOf('billing', 20), ...casesOf('refunds', 20)].map(acceptSlice('refunds'));
  const world = failing((id) => (id.startsWith('refunds') ? 0 : 0.97));
  const trials: ScoredTrial[] = [];
  let evidence = evidenceOf(corpus);
  const run = (of: () => readonly TrialRequest[]): void => {
    for (let next = of(); next.length > 0; next = of()) {
      const ran = next.map((request) => {
        const facts = corpus.find(({ id }) => id === request.caseId) ?? caseOf(request.caseId);
        return trialOf(request.caseId, request.side, request.number, sampleFor(request, world(facts, request.number)));
      });
      trials.push(...ran);
      evidence = withTrials(evidence, ran);
    }
  };
  run(() => firstRoundTrials(evidence));
  const second = planSecondRound(evidence, POLICY);
  run(() => secondRoundTrials(evidence, second, POLICY));
  expect(second.guard.filter(({ caseId }) => caseId.startsWith('refunds'))).toEqual([]);
  expect(second.confirm.filter((id) => id.startsWith('refunds'))).toEqual([]);
  expect(compareTwoRounds(evidence, second, POLICY).verdict).toBe('pass');
});
