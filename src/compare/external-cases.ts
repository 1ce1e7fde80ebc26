import { fisherLower } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { CaseDecision, CaseVerdict } from './decision.ts';
import type { Policy } from './evidence.ts';
import { passed, pValue } from './text.ts';

/** The level of one case: alphaCases over all cases that gate, a number that no outcome changes. */
export function caseLevel(gating: readonly CaseData[], policy: Policy): number {
  return (policy.alpha * (1 - policy.alphaSlicesShare)) / Math.max(1, gating.length);
}

/** Whether so many trials could show anything at all: base passes all of them, head none. */
export function canAttain({ base, head }: CaseData, level: number): boolean {
  return base.trials > 0 && head.trials > 0 && fisherLower(base.trials, base.trials, head.trials, 0) <= level;
}

/**
 * Judges every case on all of its trials, once: no further trial can confirm a suspicion. Null: base's and head's trials of
 * the case are exchangeable; Fisher's exact test, one-sided, at `caseLevel` (Bonferroni over all gating cases).
 */
export function decideExternalCases(all: readonly CaseData[], policy: Policy): CaseDecision[] {
  const level = caseLevel(
    all.filter(({ facts }) => facts.gates),
    policy,
  );
  return all.map((data) => {
    const { base, head, affectedness } = data;
    const p = fisher(data);
    return { caseId: data.facts.id, affectedness, base, head, p, ...judge(data, p, level, policy) };
  });
}

function fisher({ base, head }: CaseData): number | null {
  return base.trials === 0 || head.trials === 0
    ? null
    : fisherLower(base.trials, base.passes, head.trials, head.passes);
}

function judge(
  data: CaseData,
  p: number | null,
  level: number,
  { protectMin }: Policy,
): { verdict: CaseVerdict; reason: string } {
  const { base, head, trials } = data;
  if (trials.head.size === 0) return { verdict: 'undetermined', reason: 'only base has results of this case' };
  if (trials.base.size === 0) return { verdict: 'undetermined', reason: 'only head has results of this case' };
  if (p === null) {
    const sides = [...(base.trials === 0 ? ['base'] : []), ...(head.trials === 0 ? ['head'] : [])].join(' and ');
    return { verdict: 'undetermined', reason: `no determined trial on ${sides}` };
  }
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  if (base.passes < protectMin * base.trials) {
    return { verdict: 'ok', reason: `${tallies}: base did not pass reliably, so nothing to protect` };
  }
  if (p <= level) return { verdict: 'broken', reason: `${tallies} (p ${pValue(p)})` };
  if (head.passes === 0) {
    return { verdict: 'suspect', reason: `${tallies}: too few trials to be sure (p ${pValue(p)})` };
  }
  return head.passes < protectMin * head.trials
    ? { verdict: 'flaky', reason: `${tallies}: it does not fail repeatably` }
    : { verdict: 'ok', reason: tallies };
}
