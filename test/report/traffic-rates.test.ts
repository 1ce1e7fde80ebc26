import { expect, test } from 'vitest';
import { buildReport, parseReport, renderJson, renderMarkdown, renderTerminal } from '../../src/report/index.ts';
import { decision, input, REFUNDS_FELL, slice } from './parts.ts';

const plain = { color: false, width: 100 } as const;

test('rates of the traffic stand beside those of the cases, where weights differ, and survive as JSON', () => {
  const traffic = { baseRate: 0.95, headRate: 0.9, delta: -0.05 };
  const of = (weighted: Partial<typeof REFUNDS_FELL>) =>
    buildReport(input(decision('pass', { comparisons: [REFUNDS_FELL, slice('ALL', { kind: 'all', ...weighted })] })));
  const report = of({ traffic });
  expect(parseReport(renderJson(report))).toEqual(report);
  for (const text of [renderTerminal(report, plain), renderMarkdown(report, 'full')]) {
    expect(text).toContain('95.0% → 90.0%  -5.0 pp, each case by its weight (shown, not tested)');
  }
  expect(renderTerminal(of({}), plain)).not.toContain('by its weight');
});

test('their intervals stand behind them, and survive as JSON', () => {
  const intervals = {
    baseRate: { low: 0.921, high: 0.97 },
    headRate: { low: 0.852, high: 0.934 },
    delta: { low: -0.091, high: 0.006 },
  };
  const all = slice('ALL', { kind: 'all', traffic: { baseRate: 0.95, headRate: 0.9, delta: -0.05, intervals } });
  const report = buildReport(input(decision('pass', { comparisons: [REFUNDS_FELL, all] })));
  expect(parseReport(renderJson(report))).toEqual(report);
  expect(renderTerminal(report, { ...plain, width: 200 })).toContain(
    '95.0% [92.1%, 97.0%] → 90.0% [85.2%, 93.4%]  -5.0 pp [-9.1, +0.6], each case by its weight (shown, not tested)',
  );
});
