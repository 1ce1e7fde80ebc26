import type { Comparison, SliceVerdict } from '../compare/index.ts';
import { percent, points, pValue, signed } from './format.ts';

/** One slice in words and numbers, for any renderer. `name` and `why` are foreign text. */
export interface SliceRow {
  readonly name: string;
  readonly n: string;
  readonly rates: string;
  readonly delta: string;
  readonly evidence: string;
  readonly verdict: string;
  readonly tone: 'bad' | 'good' | 'warn' | 'plain';
  readonly affected: string;
  readonly why: string | null;
}

const LABELS = {
  regressed: { verdict: 'REGRESSED', tone: 'bad' },
  inconclusive: { verdict: 'INCONCLUSIVE', tone: 'warn' },
  improved: { verdict: 'IMPROVED', tone: 'good' },
  underpowered: { verdict: 'UNDERPOWERED', tone: 'warn' },
  not_worse: { verdict: 'not worse', tone: 'plain' },
  no_evidence: { verdict: '~', tone: 'plain' },
} as const satisfies Record<SliceVerdict, Pick<SliceRow, 'verdict' | 'tone'>>;

const ORDER = Object.keys(LABELS);

interface SliceGroups {
  /** Regressed, inconclusive, improved: what the reader came for. */
  readonly moved: readonly Comparison[];
  /** Some case is affected, or may be, and no evidence says that the slice moved. */
  readonly unmoved: readonly Comparison[];
  /** No case is affected: exactly equal, so there is nothing to test. */
  readonly unaffected: readonly Comparison[];
}

export function groupSlices(comparisons: readonly Comparison[]): SliceGroups {
  const sorted = comparisons.toSorted(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (a.delta ?? 0) - (b.delta ?? 0),
  );
  const hasMoved = (one: Comparison): boolean => ['regressed', 'inconclusive', 'improved'].includes(one.verdict);
  const rest = sorted.filter((one) => !hasMoved(one));
  return {
    moved: sorted.filter(hasMoved),
    unmoved: rest.filter((one) => !isUnaffected(one)),
    unaffected: rest.filter(isUnaffected),
  };
}

function isUnaffected({ affectedCases, verdict }: Comparison): boolean {
  return affectedCases === 0 && verdict === 'not_worse';
}

export function sliceRow(one: Comparison): SliceRow {
  return {
    name: one.kind === 'all' ? 'all cases' : one.name,
    n: sampleText(one),
    rates: `${one.baseRate === null ? 'none' : percent(one.baseRate)} → ${one.headRate === null ? 'none' : percent(one.headRate)}`,
    delta: deltaText(one),
    evidence: evidenceText(one),
    ...labelOf(one),
    affected: [affectedText(one), stoppedText(one)].filter((part) => part !== '').join(', '),
    why: one.verdict === 'inconclusive' ? (one.reasons[0] ?? null) : null,
  };
}

function labelOf({ verdict, accepted }: Comparison): Pick<SliceRow, 'verdict' | 'tone'> {
  const label = LABELS[verdict];
  return accepted === true && verdict === 'regressed' ? { verdict: `${label.verdict}, accepted`, tone: 'warn' } : label;
}

/** What the rates of all cases hide: how few of them, or of their trials, head changed. */
function affectedText({ affectedCases, affectedShare, cases }: Comparison): string {
  const share = affectedShare === null || affectedShare === 1 ? '' : ` in ${percent(affectedShare)} of their trials`;
  if (affectedCases === 0 || (affectedCases === cases && share === '')) return '';
  return `${affectedCases} of ${cases} cases affected${share}`;
}

/** Where looks were taken, the figures stand on the last one; sampling on would have moved them. */
function stoppedText({ stopped, look, eValue }: Comparison): string {
  return stopped === null || eValue === null ? '' : `stopped at look ${look}`;
}

/** `40×3` cases times head trials where each case has equally many, else both numbers. */
function sampleText(one: Comparison): string {
  const trials = one.head.trials + one.head.undetermined;
  const each = one.cases === 0 ? 0 : trials / one.cases;
  return Number.isInteger(each) && each > 0 ? `${one.cases}×${each}` : `${one.cases} (${trials} trials)`;
}

function deltaText(one: Comparison): string {
  if (one.delta === null) return '';
  const interval = one.interval === null ? '' : ` [${signed(one.interval.low)}, ${signed(one.interval.high)}]`;
  return `${points(one.delta)}${interval}`;
}

/** The p is that of "head is worse", so beside an improvement it would only mislead. */
function evidenceText(one: Comparison): string {
  switch (one.verdict) {
    case 'improved':
      return '';
    case 'underpowered':
      return one.mde80 === null
        ? 'no drop would be seen'
        : `a drop of ${(100 * one.mde80).toFixed(0)} pp would be seen`;
    case 'regressed':
    case 'inconclusive':
    case 'not_worse':
    case 'no_evidence':
      if (one.adjustedP !== null) return `${pValue(one.adjustedP)} adj`;
      return one.p === null ? '' : pValue(one.p);
    default:
      return one.verdict satisfies never;
  }
}
