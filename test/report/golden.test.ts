import { describe, expect, test } from 'vitest';
import { buildReport, parseReport, renderJson, renderMarkdown, renderTerminal } from '../../src/report/index.ts';
import { SCENARIOS } from './scenarios.ts';

describe.each(Object.entries(SCENARIOS))('%s', (name, input) => {
  const report = buildReport(input);

  test('reads well at a terminal', async () => {
    await expect(renderTerminal(report, { color: false, width: 120 })).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('reads well as a comment', async () => {
    await expect(renderMarkdown(report, 'full')).toMatchFileSnapshot(`golden/${name}.md`);
  });

  test('comes back from JSON as it was', () => {
    expect(parseReport(renderJson(report))).toEqual(report);
  });
});

test.each(['short', 'minimal'] as const)('the %s comment says what it leaves out', async (level) => {
  const input = SCENARIOS['block-slice'];
  if (input === undefined) throw new Error('the scenario block-slice is gone');
  await expect(renderMarkdown(buildReport(input), level)).toMatchFileSnapshot(`golden/block-slice.${level}.md`);
});
