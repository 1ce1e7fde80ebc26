import type { CaseData } from './case-data.ts';
import { isTested } from './case-data.ts';
import type { CaseDecision, Comparison, GateReason, GateVerdict } from './decision.ts';
import { unexercised } from './exercised.ts';

/** Why not all that would settle it was run. */
export type Unpaid = Extract<GateReason, { kind: 'budget_spent' | 'rounds_ended' }>;

interface Findings {
  readonly gating: readonly CaseData[];
  readonly comparisons: readonly Comparison[];
  readonly cases: readonly CaseDecision[];
  /** Planned trials that cannot be run any more. */
  readonly missing: number;
  /** Only recordings were at hand, so that every trial they did not cover leaves something unjudged. */
  readonly recordedOnly: boolean;
  /** null = everything asked for was run. */
  readonly unpaid: Unpaid | null;
}

export const ERRORED_SHARE_MAX = 0.1;

/**
 * The gate's verdict and its reasons, the headline first. An error comes before a block (what was measured is not what was
 * to be measured), a block before inconclusive, inconclusive before pass.
 */
export function decide(findings: Findings): { verdict: GateVerdict; reasons: GateReason[] } {
  const errors = [...missingTrials(findings), ...failures(findings.gating)];
  const blocks = [...regressedSlices(findings.comparisons), ...casesOf(findings.cases, 'broken')];
  const unpaid = findings.unpaid === null ? [] : [findings.unpaid];
  const equal = errors.length > 0 ? [] : notSeen(findings);
  const open = [
    ...notCovered(findings),
    ...notSpoken(findings),
    ...unpaid,
    ...inconclusiveSlices(findings.comparisons),
    ...equal,
  ];
  const rest = [...casesOf(findings.cases, 'suspect'), ...accepted(findings)];
  if (errors.length > 0) return { verdict: 'error', reasons: [...errors, ...blocks, ...open, ...rest] };
  if (blocks.length > 0) return { verdict: 'block', reasons: [...blocks, ...open, ...rest] };
  if (open.length > 0) return { verdict: 'inconclusive', reasons: [...open, ...rest] };
  return { verdict: 'pass', reasons: [passReason(findings.gating), ...rest] };
}

/**
 * Why the evidence can only end in `error`, so that sampling on would be money for nothing. `gating` are the cases as the
 * first look reads them: later trials were asked for because something had failed.
 */
export function failures(gating: readonly CaseData[]): GateReason[] {
  const why = whyNotExercised(gating);
  return [...erroredTrials(gating), ...(why === null ? [] : [{ kind: 'nothing_exercised' as const, why }])];
}

function missingTrials({ missing }: Findings): GateReason[] {
  return missing > 0 ? [{ kind: 'missing_trials', missing }] : [];
}

function notCovered({ gating, recordedOnly }: Findings): GateReason[] {
  if (!recordedOnly) return [];
  const all = gating.flatMap(({ trials }) => [...trials.base.values(), ...trials.head.values()]);
  const uncovered = all.filter(({ standing }) => standing === 'not_covered');
  const cases = new Set(uncovered.map(({ caseId }) => caseId)).size;
  return cases === 0 ? [] : [{ kind: 'not_covered', cases, uncovered: uncovered.length, trials: all.length }];
}

/** What head would do with an answer that it gets in production alone was not seen. Where base asks for the same, that is old. */
function notSpoken({ gating }: Findings): GateReason[] {
  const base = new Set(
    gating.flatMap(({ trials }) => [...trials.base.values()].flatMap(({ unspoken = [] }) => unspoken)),
  );
  const heads = gating.flatMap(({ trials }) => [...trials.head.values()]);
  const asking = heads.filter(({ unspoken = [] }) => unspoken.some((api) => !base.has(api)));
  const apis = new Set(asking.flatMap(({ unspoken = [] }) => unspoken.filter((api) => !base.has(api))));
  return asking.length === 0 ? [] : [{ kind: 'not_spoken', apis: [...apis].sort(), trials: asking.length }];
}

/** No case is affected as far as is known, and of some too little is known: that is no pass (`unexercised` says why). */
function notSeen({ gating }: Findings): GateReason[] {
  if (gating.some(isTested)) return [];
  const cases = notExercised(gating).filter((data) => unexercised(data).kind !== 'equal').length;
  return cases === 0 ? [] : [{ kind: 'not_seen', cases }];
}

function notExercised(gating: readonly CaseData[]): CaseData[] {
  return gating.filter(({ affectedness }) => affectedness === 'not_exercised');
}

function erroredTrials(gating: readonly CaseData[]): GateReason[] {
  return (['base', 'head'] as const).flatMap((side): GateReason[] => {
    let errored = 0;
    let trials = 0;
    for (const data of gating) {
      trials += data[side].trials + data[side].undetermined;
      errored += data.errored[side];
    }
    return errored > ERRORED_SHARE_MAX * trials ? [{ kind: 'too_many_errors', side, errored, trials }] : [];
  });
}

function whyNotExercised(gating: readonly CaseData[]): string | null {
  if (gating.length === 0) return 'no case gates';
  const heads = gating.reduce((sum, { trials }) => sum + trials.head.size, 0);
  if (heads === 0) return 'no trial ran on head';
  const busy = gating.some(({ trials }) => trials.head.values().some(({ idle }) => !idle));
  if (!busy) return `none of head's ${heads} trials called the model or a tool`;
  const determined = gating.reduce((sum, { base }) => sum + base.trials, 0);
  const passes = gating.reduce((sum, { base }) => sum + base.passes, 0);
  return determined > 0 && passes === 0
    ? `base passes none of its ${determined} trials: there is nothing to break`
    : null;
}

/** ALL is named only when no slice is: a slice says where to look. */
function regressedSlices(comparisons: readonly Comparison[]): GateReason[] {
  return named(comparisons, 'regressed')
    .sort((a, b) => (a.adjustedP ?? 1) - (b.adjustedP ?? 1) || (a.p ?? 1) - (b.p ?? 1))
    .map(({ name }) => ({ kind: 'slice_regressed', slice: name }));
}

function inconclusiveSlices(comparisons: readonly Comparison[]): GateReason[] {
  return named(comparisons, 'inconclusive').map(({ name, reasons }) => ({
    kind: 'slice_inconclusive',
    slice: name,
    why: reasons[0] ?? 'undecided',
  }));
}

function named(comparisons: readonly Comparison[], verdict: Comparison['verdict']): Comparison[] {
  const found = comparisons.filter((each) => each.verdict === verdict && each.accepted !== true);
  const slices = found.filter(({ kind }) => kind === 'slice');
  return slices.length > 0 ? slices : found.filter(({ kind }) => kind === 'all');
}

function casesOf(cases: readonly CaseDecision[], verdict: 'broken' | 'suspect'): GateReason[] {
  return cases
    .filter((each) => each.verdict === verdict && each.accepted !== true)
    .map(({ caseId }) => ({ kind: verdict === 'broken' ? 'case_broken' : 'case_suspect', caseId }));
}

/** What would stand among the reasons above if the pull request did not say that it is intended. */
function accepted({ comparisons, cases }: Findings): GateReason[] {
  const moved = (each: Comparison): boolean => each.verdict === 'regressed' || each.verdict === 'inconclusive';
  const failing = ({ verdict }: CaseDecision): boolean => verdict === 'broken' || verdict === 'suspect';
  return [
    ...comparisons.flatMap((each): GateReason[] =>
      each.accepted === true && moved(each) ? [{ kind: 'slice_accepted', slice: each.name }] : [],
    ),
    ...cases.flatMap((each): GateReason[] =>
      each.accepted === true && failing(each) ? [{ kind: 'case_accepted', caseId: each.caseId }] : [],
    ),
  ];
}

function passReason(gating: readonly CaseData[]): GateReason {
  if (gating.some(isTested)) return { kind: 'no_regression_found' };
  if (notExercised(gating).length === 0) return { kind: 'all_unaffected', cases: gating.length };
  const trials = notExercised(gating).reduce((sum, { base }) => sum + base.trials, 0);
  return { kind: 'not_exercised', cases: gating.length, trials };
}
