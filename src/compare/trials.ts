import type { Side } from '../replay/index.ts';
import type { ConfirmationPlan } from '../stats/index.ts';
import type { Assessment } from './assess.ts';
import type { CaseData } from './case-data.ts';
import type { CaseFacts, Policy, ScoredTrial } from './evidence.ts';
import type { TestedGroup } from './family.ts';
import { type Group, groupCases } from './groups.ts';
import type { Stored } from './sample-stored.ts';
import type { Spent } from './spent.ts';

/** One case and its trials by number. It never changes: with more trials it is another object. */
export interface CaseTrials {
  readonly facts: CaseFacts;
  readonly base: ReadonlyMap<number, ScoredTrial>;
  readonly head: ReadonlyMap<number, ScoredTrial>;
  /** Head's dry runs that were stopped, by the number of the base trial that they followed. */
  readonly probes: ReadonlyMap<number, ScoredTrial>;
  /** What was computed of it: by a look's depth what that look reads, what its trials took, what its stored trials showed. */
  readonly memo: { readonly data: Map<number, CaseData>; spent: Spent | null; stored: Stored | null };
}

/**
 * Everything the decision stands on. `compare` reads nothing else: evidence in, decision out. It grows by `withTrials`, which
 * keeps the cases that got nothing as they are, so that what was computed of them need not be computed again.
 */
export interface Evidence {
  readonly cases: readonly CaseTrials[];
  /** Index of each case, by its id. */
  readonly places: ReadonlyMap<string, number>;
  readonly groups: readonly Group[];
  /** Tests and e-values of groups, plans of cases and the last assessment, to be used again where they stand on the same. */
  readonly memo: {
    readonly tests: Map<string, TestedGroup>;
    readonly allocations: Map<string, { readonly counted: readonly CaseData[]; readonly logE: number }>;
    readonly plans: Map<string, ConfirmationPlan>;
    last: { readonly evidence: Evidence; readonly policy: Policy; readonly assessment: Assessment } | null;
  };
}

/** Base trial t and head trial t: the gateway let them share answers up to their first differing request. */
export interface Pair {
  readonly number: number;
  readonly base: ScoredTrial;
  readonly head: ScoredTrial;
}

/** Throws where a case is there twice, and as `withTrials` does. */
export function evidenceOf(facts: readonly CaseFacts[], trials: readonly ScoredTrial[] = []): Evidence {
  const places = new Map<string, number>();
  for (const { id } of facts) {
    if (places.has(id)) throw new Error(`evidence holds case ${id} twice`);
    places.set(id, places.size);
  }
  const cases = facts.map((each) => caseTrials(each, new Map(), new Map()));
  const memo = { tests: new Map(), allocations: new Map(), plans: new Map(), last: null };
  return withTrials({ cases, places, groups: groupCases(facts), memo }, trials);
}

/**
 * The evidence with these trials added; what was there stays as it is. Throws where it contradicts itself (a trial twice, a
 * trial of an unknown case, a number below 1): a wrong count would be a wrong verdict, and no caller can mean it.
 */
export function withTrials(evidence: Evidence, trials: readonly ScoredTrial[]): Evidence {
  const { cases, places } = evidence;
  const grown = [...cases];
  for (const [caseId, added] of Map.groupBy(trials, (trial) => trial.caseId)) {
    const place = places.get(caseId);
    const known = place === undefined ? undefined : cases[place];
    if (place === undefined || known === undefined)
      throw new Error(`evidence holds trials of ${caseId}, but not the case`);
    const of = (side: Side, probe: boolean): ScoredTrial[] =>
      added.filter((trial) => trial.side === side && trial.probe === probe);
    grown[place] = caseTrials(
      known.facts,
      withMore(known.base, of('base', false)),
      withMore(known.head, of('head', false)),
      withMore(known.probes, of('head', true)),
      known.memo.stored,
    );
  }
  return { ...evidence, cases: grown };
}

export function caseTrials(
  facts: CaseFacts,
  base: CaseTrials['base'],
  head: CaseTrials['head'],
  probes: CaseTrials['probes'] = new Map(),
  stored: Stored | null = null,
): CaseTrials {
  return { facts, base, head, probes, memo: { data: new Map(), spent: null, stored } };
}

function withMore(known: CaseTrials['base'], added: readonly ScoredTrial[]): CaseTrials['base'] {
  if (added.length === 0) return known;
  const grown = new Map(known);
  for (const trial of added) {
    if (!Number.isInteger(trial.number) || trial.number < 1)
      throw new Error(`${labelOf(trial)} is no sample: numbers start at 1`);
    if (grown.has(trial.number)) throw new Error(`evidence holds ${labelOf(trial)} twice`);
    grown.set(trial.number, trial);
  }
  return grown;
}

function labelOf({ side, number, caseId }: ScoredTrial): string {
  return `${side} trial ${number} of case ${caseId}`;
}

export function isDetermined({ outcome }: Pick<ScoredTrial, 'outcome'>): boolean {
  return outcome.kind !== 'undetermined';
}

export function isPass({ outcome }: Pick<ScoredTrial, 'outcome'>): boolean {
  return outcome.kind === 'pass';
}
