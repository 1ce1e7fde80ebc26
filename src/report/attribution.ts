import type { Attributed, EstimatedEffect, GateVerdict, Interaction } from '../compare/index.ts';
import { columns } from './columns.ts';
import { markdownText, terminalText } from './escape.ts';
import { count, list, points, shortSha } from './format.ts';
import { table } from './markdown-parts.ts';

/** What `pawl attribute` found between two commits. Effects are of the pass rate, 0..1. */
export interface Attribution {
  readonly version: 1;
  /** Full hashes. */
  readonly base: string;
  readonly head: string;
  /** The slices that were replayed; null = all. */
  readonly slices: readonly string[] | null;
  /** Slices in which head fell: effects are those on their cases. Empty = on all cases. */
  readonly regressed: readonly string[];
  /** Head's agent against base's. */
  readonly verdict: GateVerdict;
  readonly result: SwappedFactors | BisectedCommits;
  readonly warnings: readonly string[];
}

export interface SwappedFactors {
  readonly kind: 'factors';
  readonly factors: readonly SwappedFactor[];
  /** The combinations that were replayed, each against base; factors by index. */
  readonly cells: readonly { readonly factors: readonly number[]; readonly verdict: GateVerdict }[];
  readonly interactions: readonly Interaction[];
  /** null = effects were not measured. */
  readonly measured: { readonly total: number; readonly cases: number; readonly leftOut: number } | null;
  readonly conclusion: Attributed;
}

interface SwappedFactor {
  readonly name: string;
  readonly paths: readonly string[];
  readonly effect: EstimatedEffect | null;
  /** The gate's verdict on base with this change and no other; null = not replayed. */
  readonly alone: GateVerdict | null;
}

export interface BisectedCommits {
  readonly kind: 'bisection';
  /** Those that touched the agent, oldest first. */
  readonly commits: readonly BisectedCommit[];
  /** `commits`: one of these, by index, both ends included. */
  readonly conclusion:
    | { readonly kind: 'commits'; readonly from: number; readonly to: number }
    | Exclude<Attributed, { readonly kind: 'factors' }>;
}

interface BisectedCommit {
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
  readonly paths: readonly string[];
  /** Against base; null = it was not needed. */
  readonly verdict: GateVerdict | null;
}

const MAX_PATHS = 5;
const MAX_NAMED = 10;
const MAX_COMMITS = 50;

/** How foreign text and tables are written. */
interface Style {
  readonly text: (foreign: string) => string;
  readonly title: (text: string) => string;
  readonly item: (text: string) => string;
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
}

export function renderAttribution(attribution: Attribution): string {
  return render(attribution, {
    text: (foreign) => terminalText(foreign, 120),
    title: (text) => text,
    item: (text) => `  ${text}`,
    table: (head, rows) =>
      columns([head, ...rows], 'l')
        .map((line) => `  ${line}`)
        .join('\n'),
  });
}

export function renderAttributionMarkdown(attribution: Attribution): string {
  return `${render(attribution, {
    text: (foreign) => markdownText(foreign, 120),
    title: (text) => `### ${text}`,
    item: (text) => `- ${text}`,
    table: (head, rows) => table(head, 'l'.repeat(head.length), rows),
  })}\n`;
}

function render({ base, head, slices, regressed, result, verdict, warnings }: Attribution, style: Style): string {
  const where = regressed.length === 0 ? '' : `, in ${list(regressed.map(style.text), MAX_PATHS)}`;
  return [
    style.title(titleOf(result, style)),
    `${shortSha(head)} against ${shortSha(base)}: ${verdict}${where}`,
    ...(result.kind === 'factors' ? factorParts(result, style) : bisectionParts(result, style)),
    ...(slices === null ? [] : [`Only the cases of ${list(slices.map(style.text), MAX_NAMED)} were replayed.`]),
    ...warnings.map((warning) => `note: ${style.text(warning)}`),
  ].join('\n\n');
}

function titleOf(result: Attribution['result'], { text }: Style): string {
  const { conclusion } = result;
  switch (conclusion.kind) {
    case 'no_regression':
      return 'Nothing to attribute: head is not seen to be worse than base';
    case 'inconclusive':
      return `Inconclusive: ${text(conclusion.why)}`;
    case 'factors':
      return factorsTitle(conclusion.factors, result);
    case 'commits': {
      const named = (result.kind === 'bisection' ? result.commits : []).slice(conclusion.from, conclusion.to + 1);
      const [only, ...others] = named.map(({ sha, subject }) => `${shortSha(sha)} ${text(subject)}`);
      if (others.length === 0) return `Caused by ${only}`;
      const ids = named.map(({ sha }) => shortSha(sha));
      return `Caused by one of ${count(named.length, 'commit')}: ${list(ids, MAX_NAMED)}`;
    }
    default:
      return conclusion satisfies never;
  }
}

/** Each of them is seen to lower the pass rate, or it cannot be told which of them does. */
function factorsTitle(named: readonly number[], result: Attribution['result']): string {
  const names = named.map((at) => namesOf([at], result));
  const factors = result.kind === 'factors' ? result.factors : [];
  const areSeen = named.every((at) => (factors[at]?.effect?.high ?? 0) < 0);
  return areSeen
    ? `Caused by ${names.join(' and ')}`
    : `Caused by ${names.join(' or ')}, or by several of them: their effects cannot be told apart`;
}

function factorParts(result: SwappedFactors, style: Style): string[] {
  const { factors, cells, interactions, measured } = result;
  if (factors.length === 0) return ['No file of the agent differs.'];
  const rows = factors.map(({ name, paths, effect, alone }) => [
    name,
    effect === null ? 'not measured' : effectText(effect),
    alone ?? 'not replayed',
    list(paths.map(style.text), MAX_PATHS),
  ]);
  const joint = cells.filter((cell) => cell.factors.length > 1);
  return [
    style.table(['change', 'effect on the pass rate', 'alone', 'files'], rows),
    ...(measured === null ? [] : [measuredText(measured)]),
    ...(interactions.length === 0
      ? []
      : [interactions.map((one) => style.item(interactionText(one, result))).join('\n')]),
    ...(joint.length === 0
      ? []
      : [joint.map((cell) => style.item(`${namesOf(cell.factors, result)} against base: ${cell.verdict}`)).join('\n')]),
    ...(factors.length === 1 ? ['Only one kind of change differs; --bisect looks for the commit.'] : []),
  ];
}

function measuredText({ total, cases, leftOut }: NonNullable<SwappedFactors['measured']>): string {
  const missing = leftOut === 0 ? '' : `; ${count(leftOut, 'case')} could not be judged in every combination`;
  return `all together ${points(total)} over ${count(cases, 'case')}${missing}. The intervals hold together at 95 %, for cases like these.`;
}

function interactionText({ factors, ...effect }: Interaction, result: SwappedFactors): string {
  const names = namesOf(factors, result);
  const isSeen = effect.low > 0 || effect.high < 0;
  return isSeen
    ? `${names} interact: ${effectText(effect)} beyond what they do apart`
    : `no interaction of ${names} is seen: ${effectText(effect)}`;
}

function effectText({ value, low, high }: EstimatedEffect): string {
  return `${points(value)} (${points(low)} to ${points(high)})`;
}

function namesOf(factors: readonly number[], result: Attribution['result']): string {
  const named = result.kind === 'factors' ? result.factors : [];
  return factors.map((at) => named[at]?.name ?? '').join(' + ');
}

function bisectionParts({ commits }: BisectedCommits, style: Style): string[] {
  const shown = commits.slice(-MAX_COMMITS);
  const rows = shown.map(({ sha, subject, author, verdict }) => [
    shortSha(sha),
    verdict ?? 'not needed',
    style.text(subject),
    style.text(author),
  ]);
  const rest = commits.length - shown.length;
  return [
    style.table(['commit', 'against base', 'subject', 'author'], rows),
    ...(rest > 0 ? [`and ${rest} older, all with --json`] : []),
  ];
}
