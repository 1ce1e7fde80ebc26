import type { Comparison, Decision, GateReason } from '../compare/index.ts';
import { limitsText, spentText } from './budget.ts';
import type { ToolSchemaError } from './document.ts';
import { count, list, percent, points } from './format.ts';

/** The first line: the verdict in plain words, with the number that matters. Plain text with foreign names in it. */
export function titleOf(decision: Decision, schemaErrors: readonly ToolSchemaError[]): string {
  switch (decision.verdict) {
    case 'block':
      return `BLOCK: ${blockText(decision, schemaErrors)}`;
    case 'pass':
      return `PASS: ${passText(decision)}`;
    case 'not_affected':
      return `NOT AFFECTED: ${firstReason(decision)}`;
    case 'inconclusive':
      return `INCONCLUSIVE, not a pass: ${firstReason(decision)}`;
    case 'error':
      return `ERROR, not a pass: ${firstReason(decision)}`;
    default:
      return decision.verdict satisfies never;
  }
}

function blockText(decision: Decision, schemaErrors: readonly ToolSchemaError[]): string {
  const names = new Set(
    decision.reasons.flatMap((reason) => (reason.kind === 'slice_regressed' ? [reason.slice] : [])),
  );
  const slices = decision.comparisons
    .filter((one) => one.kind !== 'cohort' && names.has(one.name))
    .toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = decision.reasons.flatMap((reason) => (reason.kind === 'case_broken' ? [reason.caseId] : []));
  const parts: string[] = [];
  if (slices.length > 0) parts.push(movedText(slices, 'fell'));
  if (cases.length > 0) {
    const named = slices.length === 0 ? ` (${list(cases, 3)})` : '';
    parts.push(
      `${count(cases.length, 'case')} that passed on base now ${cases.length === 1 ? 'fails' : 'fail'}${named}`,
    );
  }
  const [refused] = schemaErrors.filter((error) => error.headCalls > error.baseCalls);
  if (refused !== undefined)
    parts.push(`${refused.tool} got ${count(refused.headCalls, 'call')} with invalid arguments`);
  return parts.length === 0 ? firstReason(decision) : parts.join('; ');
}

function passText(decision: Decision): string {
  const tested = decision.cases.length;
  const improved = decision.comparisons
    .filter((one) => one.kind !== 'cohort' && one.verdict === 'improved')
    .toSorted((a, b) => (b.delta ?? 0) - (a.delta ?? 0));
  const accepted = acceptedMoves(decision);
  const no = accepted === null ? 'no regression found' : 'no other regression found';
  const after = accepted === null ? '' : `; accepted: ${accepted}`;
  if (improved.length > 0) return `${movedText(improved, 'rose')}; ${no}${after}`;
  const [first] = decision.reasons;
  if (first === undefined || first.kind === 'no_regression_found') return `${no} in ${count(tested, 'case')}${after}`;
  return `${firstReason(decision)}${after}`;
}

/** What got worse as the pull request declares it; null = nothing. */
function acceptedMoves({ reasons, comparisons }: Decision): string | null {
  const names = new Set(reasons.flatMap((reason) => (reason.kind === 'slice_accepted' ? [reason.slice] : [])));
  const slices = comparisons.filter(({ kind, name }) => kind === 'slice' && names.has(name));
  const fell = slices
    .filter(({ verdict }) => verdict === 'regressed')
    .toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = reasons.flatMap((reason) => (reason.kind === 'case_accepted' ? [reason.caseId] : []));
  const open = slices.length - fell.length;
  if (fell.length > 0) return movedText(fell, 'fell');
  if (cases.length > 0)
    return `${count(cases.length, 'case')} ${cases.length === 1 ? 'fails' : 'fail'} (${list(cases, 3)})`;
  return open > 0 ? `${count(open, 'undecided slice')}` : null;
}

/** The first one moved most. */
function movedText(slices: readonly Comparison[], verb: 'fell' | 'rose'): string {
  const [most] = slices;
  if (most === undefined) return '';
  const name = most.kind === 'all' ? 'the pass rate over all cases' : most.name;
  const { baseRate, headRate, delta } = most;
  const rates =
    baseRate === null || headRate === null || delta === null
      ? ''
      : ` from ${percent(baseRate)} to ${percent(headRate)} (${points(delta)})`;
  return slices.length === 1
    ? `${name} ${verb}${rates}`
    : `${slices.length} slices ${verb}, most of all ${name}${rates}`;
}

function firstReason(decision: Decision): string {
  const [reason] = decision.reasons;
  return reason === undefined ? 'no reason is given' : reasonText(reason, decision.cases.length);
}

function corpusText({ lines, files }: Extract<GateReason, { kind: 'corpus_unreadable' }>): string {
  const cut = files === 0 ? '' : `${count(files, 'corpus file')} could not be read to the end`;
  const skipped = lines === 0 ? '' : `${count(lines, 'corpus line')} could not be read`;
  return `${[cut, skipped].filter((part) => part !== '').join(' and ')}: what stood there was not tested`;
}

/** One reason in words. `cases` is the number of cases that were decided on. */
export function reasonText(reason: GateReason, cases: number): string {
  switch (reason.kind) {
    case 'slice_regressed':
      return `slice ${reason.slice} regressed`;
    case 'case_broken':
      return `case ${reason.caseId} passed on base and fails on head`;
    case 'slice_inconclusive':
      return `slice ${reason.slice}: ${reason.why}`;
    case 'case_suspect':
      return `case ${reason.caseId} is suspect: it failed on head, not often enough to be sure`;
    case 'slice_accepted':
      return `slice ${reason.slice} got worse, which is accepted`;
    case 'case_accepted':
      return `case ${reason.caseId} fails on head, which is accepted`;
    case 'not_seen':
      return `head did as base wherever it was seen, but ${count(reason.cases, 'case')} ${reason.cases === 1 ? 'was' : 'were'} not seen to the end on both sides`;
    case 'nothing_exercised':
      return `nothing was exercised: ${reason.why}`;
    case 'too_many_errors':
      return `${reason.errored} of ${count(reason.trials, 'trial')} on ${reason.side} errored (${percent(reason.errored / Math.max(1, reason.trials))})`;
    case 'missing_trials':
      return `${count(reason.missing, 'trial')} that ${reason.missing === 1 ? 'was' : 'were'} asked for did not come back`;
    case 'not_covered':
      return `${reason.cases} of ${count(cases, 'case')} ${reason.cases === 1 ? 'is' : 'are'} not covered by recorded answers (${reason.uncovered} of ${count(reason.trials, 'trial')}), and here no model may be asked`;
    case 'not_spoken':
      return `head asks for ${reason.apis.join(', ')}, which pawl does not speak, and base does not (${count(reason.trials, 'trial')}): what head does with the answer was not seen`;
    case 'model_not_tried':
      return `${reason.pins.map(({ pin, to }) => `model pin ${pin} now says ${to}`).join(', ')}, and head asked only ${reason.models.length === 0 ? 'no model' : reason.models.join(', ')}, as base did: ${reason.pins.length === 1 ? 'that model was' : 'those models were'} not tried`;
    case 'corpus_unreadable':
      return corpusText(reason);
    case 'budget_spent':
      return `the budget of ${limitsText(reason.budget)} does not settle it: ${spentText(reason.spent)} taken, at least ${count(reason.more, 'more run')} needed`;
    case 'rounds_ended':
      return `the rounds that were planned do not settle it: at least ${count(reason.more, 'more run')} needed`;
    case 'nothing_changed':
      return reason.why;
    case 'all_unaffected':
      return `base and head did exactly the same in all ${count(reason.cases, 'case')}`;
    case 'not_exercised':
      return `this change exercises none of the ${count(reason.cases, 'case')}: head did exactly as base in ${count(reason.trials, 'trial')}`;
    case 'bootstrap':
      return reason.why;
    case 'no_regression_found':
      return `no regression found in ${count(cases, 'case')}`;
    default:
      return reason satisfies never;
  }
}
