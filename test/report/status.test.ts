import { expect, test } from 'vitest';
import { renderStatus, renderStatusMarkdown, type StatusReport } from '../../src/report/index.ts';
import { sparkline } from '../../src/report/sparkline.ts';

const measure = { series: [0.1, null, 0.9], latest: 0.9, limits: { low: 0.8, high: 0.95 }, usual: 0.85 };
const report: StatusReport = {
  today: '2026-11-21',
  behaviour: {
    day: '2026-11-20',
    days: 3,
    groups: [
      {
        group: { kind: 'all' },
        trajectories: 10,
        measures: [{ dimension: { kind: 'success' }, ...measure }],
        shares: [{ dimension: { kind: 'model' }, shares: [{ name: '@everyone | <b>', share: 1 }] }],
      },
      { group: { kind: 'slice', name: '::error::x\nnew | line' }, trajectories: 4, measures: [], shares: [] },
    ],
  },
  alarms: [
    {
      dimension: { kind: 'first_tool' },
      group: { kind: 'cohort', name: 'pro' },
      category: '(new)',
      alarmAt: 20000,
      from: 19999,
      to: 20000,
      before: 0,
      after: 0.25,
      evidence: 1e6,
      suspects: [],
    },
  ],
  backfills: [{ name: 'behaviour', days: 3 }],
  undated: 2,
  skewed: 3,
  waitingBytes: 5,
  noise: null,
  reservoir: { cases: 5, full: 4, trials: 90 },
};

test('a status names its alarms, and no foreign name reaches terminal or Markdown unescaped', () => {
  const text = renderStatus(report, 120);
  expect(text).toMatch(
    /^newest day 2026-11-20 \(today is 2026-11-21\): 10 trajectories; 3 days known\nalarms: 1 open\n/,
  );
  expect(text).toMatch(/^ {2}first tool \(new\) +cohort pro +0\.0% +25\.0%$/m);
  expect(text).toMatch(/reservoir: 90 base trials of 5 cases, 4 of them/);
  expect(text).toMatch(/^2 trajectories without a time.*\n3 trajectories of clocks that are ahead/m);
  expect(text).not.toMatch(/^::error/m);
  const markdown = renderStatusMarkdown(report);
  expect(markdown).not.toMatch(/@everyone|<b>/);
  expect(markdown.split('\n').filter((line) => line.includes('new') && line.includes('line'))).toHaveLength(1);
  expect(renderStatus({ ...report, alarms: [] }, 120)).toMatch(/^alarms: none open$/m);
  expect(renderStatus({ ...report, alarms: null }, 120)).toMatch(/^alarms: not known, nothing could be watched yet$/m);
});

test('on a narrow terminal a status keeps its columns, without the bars', () => {
  const narrow = renderStatus(report, 50).split('\n');
  const rows = narrow.filter((line) => line.startsWith('  '));
  expect(rows.filter((line) => line.length > 50)).toEqual([]);
  expect(rows.join('\n')).not.toMatch(/[▁▂▃▄▅▆▇█]|last 28 days/);
  expect(rows.join('\n')).toMatch(/^ {2} +newest +95 % interval +usual$/m);
  expect(renderStatus(report, 30)).toMatch(/^ {2}slice ::error::x new \| … +\d/m);
});

test('a sparkline spans from the least to the greatest value, with gaps', () => {
  expect(sparkline([0, null, 0.5, 1])).toBe('▁ ▅█');
  expect(sparkline([3, 3])).toBe('▅▅');
  expect(sparkline([])).toBe('');
});
