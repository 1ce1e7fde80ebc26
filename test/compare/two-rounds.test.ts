import { describe, expect, it } from 'vitest';
import {
  type CaseFacts,
  compareTwoRounds,
  type Decision,
  type Evidence,
  evidenceOf,
  firstRoundTrials,
  planSecondRound,
  type ScoredTrial,
  type SecondRound,
  secondRoundTrials,
  twoRoundPolicy,
  withTrials,
} from '../../src/compare/index.ts';
import type { TrialRequest } from '../../src/replay/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { caseNamed, casesOf, POLICY, type Sample, sampleFor, sliceNamed, trialOf, type World } from './world.ts';

const shared: Sample = { outcome: 'pass', firstRequestKey: 'k', fingerprint: 'same' };
/** Draws by case, side and number, in whatever order they are asked for. */
const drawn = (id: string, side: string, number: number): number => seededRandom(`${id} ${side} ${number}`)();
const falling =
  (slice: string, rate: number): World =>
  ({ id }, number) => ({
    base: { outcome: drawn(id, 'base', number) < 0.97 ? 'pass' : 'fail' },
    head: { outcome: drawn(id, 'head', number) < (id.startsWith(slice) ? rate : 0.97) ? 'pass' : 'fail' },
  });

interface Ran {
  readonly decision: Decision;
  readonly second: SecondRound;
  readonly trials: readonly ScoredTrial[];
}

/** Runs the plan on so many machines, which exchange nothing but the plan between the rounds. `lost` = one brings nothing in round 2. */
function runPlan(
  cases: readonly CaseFacts[],
  world: World,
  machines: number,
  options: { lost?: number; budgetRuns?: number } = {},
): Ran {
  const policy = { ...POLICY, budgetRuns: options.budgetRuns ?? 100_000 };
  const parts = Array.from({ length: machines }, (_, i) =>
    evidenceOf(cases.filter((_case, at) => at % machines === i)),
  );
  const trials: ScoredTrial[] = [];
  const run = (of: (evidence: Evidence) => readonly TrialRequest[], except = -1): void => {
    for (const [machine, begun] of parts.entries()) {
      let evidence = begun;
      for (let next = of(evidence); next.length > 0 && machine !== except; next = of(evidence)) {
        const ran = next.map((request) => {
          const facts = cases.find(({ id }) => id === request.caseId);
          if (facts === undefined) throw new Error(`asked for ${request.caseId}`);
          const { caseId, side, number, resampleOf } = request;
          return trialOf(caseId, side, number, sampleFor(request, world(facts, resampleOf ?? number)));
        });
        trials.push(...ran);
        evidence = withTrials(evidence, ran);
      }
      parts[machine] = evidence;
    }
  };
  run(firstRoundTrials);
  const second: SecondRound = JSON.parse(JSON.stringify(planSecondRound(evidenceOf(cases, trials), policy)));
  run((evidence) => secondRoundTrials(evidence, second, policy), options.lost);
  return { decision: compareTwoRounds(evidenceOf(cases, trials), second, policy), second, trials };
}

const corpus = [...casesOf('a', 40), ...casesOf('b', 40), ...casesOf('c', 20)];

describe('two rounds on several machines', () => {
  it('announce what each look may spend, all of it', () => {
    const { looks, spend } = twoRoundPolicy({ ...POLICY, looks: [1, 4, 9], spend: [0.2, 0.4, 0.4] });
    expect(looks).toEqual([2, 8]);
    expect(spend.reduce((sum, share) => sum + share, 0)).toBe(1);
  });

  it('block a slice that fell, confirmed by trials of the second round', () => {
    const { decision, trials } = runPlan(corpus, falling('a', 0.5), 3);
    expect(decision.verdict).toBe('block');
    expect(decision.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'a' });
    expect(sliceNamed(decision, 'a').reasons[1]).toContain('again on fresh trials');
    expect(trials.filter(({ caseId }) => caseId.startsWith('c-')).length).toBeLessThan(20 * 2 * 2 + 60);
  });

  it('find a fall that the first look leaves open, and a case that is broken', () => {
    const open = runPlan(corpus, falling('c', 0.78), 2);
    expect(open.second.deepen.length).toBe(20);
    expect(sliceNamed(open.decision, 'c')).toMatchObject({ look: 2, verdict: 'regressed' });
    const world: World = (facts) => ({
      base: { outcome: 'pass' },
      head: { outcome: facts.id === 'b-7' ? 'fail' : 'pass' },
    });
    const broken = runPlan(corpus, world, 4);
    expect(broken.second.confirm).toEqual(['b-7']);
    expect(caseNamed(broken.decision, 'b-7')).toMatchObject({ verdict: 'broken' });
    expect(broken.decision.verdict).toBe('block');
  });

  it('decide the same on however many machines', () => {
    const one = runPlan(corpus, falling('b', 0.8), 1);
    expect(runPlan(corpus, falling('b', 0.8), 3).decision).toEqual(one.decision);
    expect(runPlan(corpus, falling('b', 0.8), 7).decision).toEqual(one.decision);
  });

  it('need no second one where nothing is open', () => {
    const { decision, second } = runPlan(corpus, falling('a', 0.97), 2);
    expect(decision.verdict).toBe('pass');
    expect(second.deepen).toEqual([]);
    const same = runPlan(corpus, () => ({ base: shared, head: shared }), 2);
    expect(same.second).toEqual({ version: 2, affectedCases: 0, deepen: [], guard: [], confirm: [], check: [] });
    expect(same.decision).toMatchObject({ verdict: 'pass', reasons: [{ kind: 'not_exercised' }] });
  });

  it('end in error where a machine brought nothing', () => {
    const { decision } = runPlan(corpus, falling('a', 0.5), 3, { lost: 1 });
    expect(decision.verdict).toBe('error');
    expect(decision.reasons[0]?.kind).toBe('missing_trials');
    const part = runPlan(corpus.slice(0, 60), falling('a', 0.5), 1).trials;
    const begun = evidenceOf(corpus, part);
    const nothing = planSecondRound(begun, POLICY);
    expect(nothing.deepen).toEqual([]);
    expect(compareTwoRounds(begun, nothing, POLICY)).toMatchObject({ verdict: 'error' });
  });

  it('leave inconclusive what the budget did not reach, and say how many runs it needs', () => {
    const { decision, second } = runPlan(corpus, falling('a', 0.5), 2, { budgetRuns: 420 });
    expect(second).toMatchObject({ deepen: [], guard: [] });
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reasons[0]).toMatchObject({ kind: 'rounds_ended', more: expect.any(Number) });
  });

  it('confirm a prefix case on base drawn anew from where head left it', () => {
    const stored = corpus.map((facts) => ({ ...facts, storedTrials: 10 }));
    const world: World = ({ id }, number) => ({
      base: { ...shared, stored: number <= 10 },
      head: id.startsWith('a-') ? { ...shared, outcome: 'fail', fingerprint: 'x' } : shared,
      again: () => ({ ...shared, fingerprint: 'again' }),
    });
    const { decision, trials } = runPlan(stored, world, 3);
    expect(decision.verdict).toBe('block');
    expect(decision.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'a' });
    expect(trials.filter(({ fingerprint }) => fingerprint === 'again')).toHaveLength(40 * 5);
  });
});
