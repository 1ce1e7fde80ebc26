// @ts-expect-error -- jstat ships no types
import jStat from 'jstat';
import type { Sums } from './measure.ts';
import type { Goal, Row } from './rows.ts';

/** One row of the table; rates are 0..1, runs are per case. */
export interface Figures {
  readonly name: string;
  readonly requests: number;
  readonly blocks: number;
  /** Clopper-Pearson, one-sided 95 %. */
  readonly blocksUpper: number;
  readonly passes: number;
  readonly inconclusive: number;
  /** null = the scenario breaks no case. */
  readonly recall: number | null;
  readonly runs: number;
  readonly medianCpuMs: number;
  readonly anchors: Readonly<
    Record<string, { readonly requests: number; readonly blocks: number; readonly runs: number }>
  >;
  readonly goals: readonly { readonly text: string; readonly met: boolean }[];
}

const betaQuantile: (p: number, a: number, b: number) => number = jStat.beta.inv;

export function figuresOf(row: Row, sums: Sums): Figures {
  const { requests } = sums;
  const figures = {
    name: row.name,
    requests,
    blocks: sums.blocks / requests,
    blocksUpper: upperLimit(sums.blocks, requests),
    passes: sums.passes / requests,
    inconclusive: sums.inconclusive / requests,
    recall: sums.brokenCases === 0 ? null : sums.flagged / sums.brokenCases,
    runs: sums.runs / requests,
    medianCpuMs: [...sums.cpuMs].sort((a, b) => a - b)[Math.floor(requests / 2)] ?? 0,
    anchors: Object.fromEntries(
      Object.entries(sums.anchors).map(([name, one]) => [
        name,
        { requests: one.requests, blocks: one.blocks / one.requests, runs: one.runs / one.requests },
      ]),
    ),
  };
  return { ...figures, goals: row.goals.map((goal) => ({ text: goalText(goal), met: isMet(goal, figures, sums) })) };
}

export function printTable(rows: readonly Figures[]): void {
  const percent = (rate: number): string => `${(100 * rate).toFixed(rate < 0.1 ? 2 : 1)}%`.padStart(7);
  console.log(
    '                                              PRs   block (upper)    incon.  recall   runs  cpu ms  goals',
  );
  for (const row of rows) {
    const goals = row.goals.map(({ text, met }) => `${met ? 'ok' : 'MISSED'} ${text}`).join(', ') || '-';
    const recall = row.recall === null ? '      -' : percent(row.recall);
    console.log(
      `${row.name.padEnd(42)}${String(row.requests).padStart(7)} ${percent(row.blocks)} ${percent(row.blocksUpper)} ${percent(row.inconclusive)} ${recall}  ${row.runs.toFixed(2)}N  ${row.medianCpuMs.toFixed(0).padStart(5)}  ${goals}`,
    );
    const anchors = Object.entries(row.anchors).map(
      ([name, { blocks, runs }]) => `${name} ${percent(blocks).trim()} at ${runs.toFixed(1)}N`,
    );
    if (anchors.length > 0) console.log(`      others: ${anchors.join('; ')}`);
  }
}

function upperLimit(count: number, of: number): number {
  if (count === of) return 1;
  return count === 0 ? 1 - 0.05 ** (1 / of) : betaQuantile(0.95, count + 1, of - count);
}

/** The upper limit is promised for 10,000 pull requests; with fewer a rate of 0 could not show it. */
const REQUESTS_FOR_UPPER = 10_000;

type Measured = Pick<Figures, 'blocks' | 'passes' | 'blocksUpper' | 'recall' | 'runs' | 'anchors'>;

function isMet(goal: Goal, figures: Measured, sums: Sums): boolean {
  const { blocks, passes, blocksUpper, recall, runs, anchors } = figures;
  const filter = anchors['one-sided filter']?.blocks ?? 0;
  const value = { blocks, passes, upper: blocksUpper, recall: recall ?? 0, runs, 'one-sided filter': filter }[
    goal.figure
  ];
  if (goal.figure === 'upper' && sums.requests < REQUESTS_FOR_UPPER) return true;
  // A handful of requests cannot show a rate of one in a hundred: missed only where chance does not explain it.
  if (goal.figure === 'blocks') {
    return 'atLeast' in goal
      ? sums.requests - sums.blocks <= allowed(1 - goal.atLeast, sums.requests)
      : sums.blocks <= allowed(goal.atMost, sums.requests);
  }
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** The rate itself from 1,000 requests on; below, what a rate at the goal exceeds once in 1,000 (normal, rounded up). */
function allowed(rate: number, requests: number): number {
  const mean = rate * requests;
  return requests >= 1000 ? mean : Math.ceil(mean + 3.1 * Math.sqrt(mean));
}

function goalText(goal: Goal): string {
  const bound = 'atLeast' in goal ? goal.atLeast : goal.atMost;
  const sign = 'atLeast' in goal ? '>=' : '<=';
  return goal.figure === 'runs' ? `runs ${sign} ${bound}N` : `${goal.figure} ${sign} ${(100 * bound).toFixed(1)}%`;
}
