import type { SideCounts } from '../compare/index.ts';
import type { NoiseLine, Report, ToolSchemaError } from './document.ts';
import { count, dollars, duration, number, percent, points, shortSha, signed } from './format.ts';
import { sliceRow } from './slice-row.ts';

const MODES = {
  live: 'live',
  recorded: 'recorded answers only',
  external: 'compared as they are',
} as const satisfies Record<Report['run']['mode'], string>;

/** Lines of plain text that terminal and Markdown share. What is foreign in them is escaped by the renderer. */

export function runLine(report: Report): string {
  const { run } = report;
  const tested = count(report.corpus.cases, 'case');
  const mode = MODES[run.mode];
  return [
    `${shortSha(run.baseSha)} → ${shortSha(run.headSha)}`,
    run.agent,
    mode,
    tested,
    duration(run.durationMs),
  ].join(' · ');
}

/** Trials whose tool results are all the tape's; what other harnesses ran has no tape. */
export function hermeticTrials({ external }: Report, counts: SideCounts): number {
  const others = counts.assisted + counts.diverged + counts.notCovered + counts.errored;
  return external === null ? counts.attempted - others : 0;
}

/** attempted = determined + undetermined; the rest is counted among attempted, and zeros are left out. */
export function reconciliationText(report: Report, counts: SideCounts): string {
  const among = [
    [hermeticTrials(report, counts), 'hermetic'],
    [counts.errored, 'errored'],
    [counts.diverged, 'diverged'],
    [counts.notCovered, 'not covered'],
    [counts.assisted, 'assisted'],
    [counts.unaffected, 'unaffected'],
    [counts.stored, 'stored'],
  ] as const;
  const shown = among.flatMap(([n, word]) => (n === 0 ? [] : [`${number(n)} ${word}`]));
  const missing = counts.missing === 0 ? '' : `; ${number(counts.missing)} missing`;
  const sum = `${number(counts.attempted)} attempted = ${number(counts.determined)} determined + ${number(counts.undetermined)} undetermined`;
  return `${sum}${shown.length === 0 ? '' : ` (${shown.join(', ')})`}${missing}`;
}

export function costText({ run }: Report): string {
  if (run.mode === 'external') return 'nothing was replayed, nothing was paid';
  const answers = `${count(run.providerCalls, 'provider call')}, ${number(run.storedAnswers)} stored and ${number(run.sharedAnswers)} shared answers`;
  if (run.providerCalls === 0) return `${answers}; nothing was paid`;
  const tokens = `${number(run.inputTokens)} tokens in, ${number(run.outputTokens)} out`;
  return `${answers}; ${tokens}; ${dollars(run.costUsd)}`;
}

/** Where external results and their policy came from: files, conditions, how many results; empty = pawl replayed. */
export function sourceTexts({ external }: Report): readonly string[] {
  if (external === null) return [];
  const sides = (['base', 'head'] as const).map((side) => {
    const { path, conditions, results, leftOut, skipped } = external[side];
    const chosen = conditions.length === 0 ? '' : ` where ${conditions.join(', ')}`;
    return `${side} ${path}${chosen}: ${number(results)} of ${count(results + leftOut, 'result')}${skipped === 0 ? '' : `, ${number(skipped)} skipped`}`;
  });
  return external.policyFile === null ? sides : [...sides, `policy of ${external.policyFile}`];
}

/** The pass rate over all cases, beside slices that show where it moved; null = there is nothing to show. */
export function overallText({ all, slices }: Report): string | null {
  if (all === null || slices.length === 0) return null;
  const row = sliceRow(all);
  return `n=${row.n}  ${row.rates}  ${row.delta}`;
}

/** The rates of the traffic that the cases stand for; null = they all weigh the same. */
export function trafficText({ all }: Report): string | null {
  const rates = all?.traffic;
  if (rates === undefined) return null;
  const { baseRate, headRate, delta, intervals } = rates;
  const range = (of: 'baseRate' | 'headRate' | 'delta', text: (rate: number) => string): string =>
    intervals === undefined ? '' : ` [${text(intervals[of].low)}, ${text(intervals[of].high)}]`;
  const base = `${percent(baseRate)}${range('baseRate', percent)}`;
  const head = `${percent(headRate)}${range('headRate', percent)}`;
  return `${base} → ${head}  ${points(delta)}${range('delta', signed)}, each case by its weight (shown, not tested)`;
}

/** What kept the agent from keys and tokens, and whether both sides lay at one path; null = nothing was run. */
export function isolationText({ run, base, head }: Report): string | null {
  if (run.mode === 'external' || base.attempted + head.attempted === 0) return null;
  const apart = 'base and head lay at different paths, each $ROOT in the request keys';
  switch (run.isolation.kind) {
    case 'uid':
      return `each side's agent ran as a user of its own (uid ${run.isolation.uid} and ${run.isolation.uid + 1})${networkText(run.isolation)}; ${apart}`;
    case 'bubblewrap':
      return `the agent ran in bubblewrap${networkText(run.isolation)}, base and head at the same path`;
    case 'none':
      return `none; ${apart}`;
    default:
      return run.isolation satisfies never;
  }
}

function networkText({ network }: { readonly network?: 'closed' }): string {
  return network === undefined ? ' with the network open' : ' and reached nobody but the gateway';
}

export function policyText({ policy, external }: Report): string {
  const floor = policy.minEffect > 0 ? `; a slice blocks from a drop of ${percent(policy.minEffect)}` : '';
  if (external === null) {
    return `at most ${percent(policy.alpha)} of unchanged pull requests are blocked; ${looksText(policy.looks)}${floor}`;
  }
  const cases =
    policy.alphaSlicesShare === 1 ? '; no case has trials enough to be judged alone, so slices have all of it' : '';
  return `at most ${percent(policy.alpha)} of unchanged results are blocked; one look at all trials${cases}${floor}`;
}

/** The gate's own false alarms as measured on this corpus; null = nobody measured them. */
export function noiseText({ run }: Report): string | null {
  return run.noise === null ? null : noiseLineText(run.noise);
}

export function noiseLineText(line: NoiseLine): string {
  const { ref, pullRequests, blocks, undecided, low, high, trials, undetermined, cases } = line;
  const measured = `${percent(blocks / pullRequests)}, 95% limits ${percent(low)} to ${percent(high)}`;
  const without = undetermined === 0 ? '' : `, ${number(undetermined)} of them without a result,`;
  const from = `redrawn from ${count(trials, 'trial')} of ${count(cases, 'case')}${without} at ${shortSha(ref)}`;
  const open = undecided === 0 ? '' : `; ${number(undecided)} would end undecided`;
  return `${number(blocks)} of ${count(pullRequests, 'unchanged pull request')} would be blocked${open} (${measured}; ${from})`;
}

/** What each judge did, and how far people agree with it: a judge that nobody has checked is told as such. */
export function judgeTexts({ run }: Report): readonly string[] {
  return run.judges.map(({ name, model, votes, calls, unreadable, agreement }) => {
    const asked = `${count(votes, 'vote')}, ${number(calls)} asked for now`;
    const broken = unreadable === 0 ? '' : `, ${number(unreadable)} not readable`;
    return `${name} (${model}): ${asked}${broken}; ${agreementText(agreement)}`;
  });
}

function agreementText(agreement: Report['run']['judges'][number]['agreement']): string {
  if (agreement === null) return 'no recording is labelled: how far it agrees with people is not known';
  const { labelled, agreed, kappa } = agreement;
  const agrees = `agrees with people on ${number(agreed)} of ${count(labelled, 'labelled recording')} (${percent(agreed / labelled)})`;
  if (kappa === null) return `${agrees}, as chance would`;
  const limits = `95% limits ${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}`;
  return `${agrees}, kappa ${kappa.kappa.toFixed(2)} (${limits})`;
}

function looksText(looks: readonly number[]): string {
  const [first, ...rest] = looks;
  const last = rest.pop();
  return last === undefined
    ? `${first} trials a case`
    : `looks at ${[first, ...rest].join(', ')} and ${last} trials a case`;
}

/** Only what head has more of than base is news; what both have is the agent's old habit. */
export function newSchemaErrors(report: Report): readonly ToolSchemaError[] {
  return report.toolSchemaErrors.filter((error) => error.headCalls > error.baseCalls);
}

export function schemaErrorLine(error: ToolSchemaError): string {
  const before = error.baseCalls === 0 ? '' : `, ${error.baseCalls} on base`;
  return `${error.tool}: ${count(error.headCalls, 'call')} with invalid arguments on head${before}, in ${count(error.cases, 'case')}: ${error.message}`;
}
