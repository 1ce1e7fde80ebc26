import { describe, expect, test } from 'vitest';
import { compareResults } from '../../src/compare/index.ts';
import {
  buildExternalReport,
  parseReport,
  renderJson,
  renderMarkdown,
  renderTerminal,
  type SourceFacts,
} from '../../src/report/index.ts';
import type { ResultRow } from '../../src/score/index.ts';
import { many, POLICY, rows } from '../compare/external-rows.ts';

const source = (path: string, over: Partial<SourceFacts> = {}): SourceFacts => ({
  path,
  format: 'pawl',
  conditions: [],
  results: 100,
  leftOut: 0,
  skipped: 0,
  problems: [],
  problemCount: 0,
  keptCount: 0,
  ...over,
});

/** Five refund tasks of eight cases each; on head two of them fail, and other things are odd. */
function results(outcome: (task: number) => string, more: readonly ResultRow[]): ResultRow[] {
  const refunds = [0, 1, 2, 3, 4].flatMap((task) =>
    many(8, outcome(task), { slices: ['refunds'], cluster: `task-${task}` }, `refund-${task}`),
  );
  return [...refunds, ...many(40, 'pp', { slices: ['orders'] }, 'order'), ...more];
}

const base = results(() => 'pp', [...rows('only-on-base', 'pp', { slices: ['orders'] })]);
const head = results((task) => (task < 3 ? 'ff' : 'pp'), rows('odd', 'pu', { slices: ['orders'] }));

function report(gateOn: 'unit' | 'cluster') {
  return buildExternalReport({
    decision: compareResults(base, head, POLICY, gateOn),
    base: source('results/base.jsonl.gz'),
    head: source('results/head.jsonl', {
      conditions: ['model=new'],
      leftOut: 7,
      problems: [{ place: 'line 4', reason: 'pass: expected true or false, received "<b>yes</b>"', kept: true }],
      problemCount: 1,
      keptCount: 1,
    }),
    policyFile: null,
    gateOn,
    unitBy: [],
    clusterBy: ['task'],
    slicesOf: new Map([...head, ...base].map(({ caseId, slices }) => [caseId, slices])),
    onInconclusive: 'warn',
    durationMs: 1234,
  });
}

describe.each([
  ['external-block', 'unit'],
  ['external-clusters', 'cluster'],
] as const)('%s', (name, gateOn) => {
  test('reads well at a terminal', async () => {
    await expect(renderTerminal(report(gateOn), { color: false, width: 120 })).toMatchFileSnapshot(
      `golden/${name}.txt`,
    );
  });

  test('reads well as a comment', async () => {
    await expect(renderMarkdown(report(gateOn), 'full')).toMatchFileSnapshot(`golden/${name}.md`);
  });

  test('comes back from JSON as it was', () => {
    expect(parseReport(renderJson(report(gateOn)))).toEqual(report(gateOn));
  });
});
