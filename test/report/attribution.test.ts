import { expect, test } from 'vitest';
import { type Attribution, renderAttribution, renderAttributionMarkdown } from '../../src/report/index.ts';

const SHA = 'a'.repeat(40);
const seen = { value: -0.5, low: -0.7, high: -0.3 };
const unseen = { value: -0.2, low: -0.45, high: 0.05 };

function swapped(effects: readonly (typeof seen)[], more: Partial<Attribution> = {}): Attribution {
  const factors = effects.map((effect, at) => {
    return { name: ['prompts', 'tools'][at] ?? '', paths: [`file-${at}`], effect, alone: 'block' as const };
  });
  const conclusion = { kind: 'factors' as const, factors: [...effects.keys()] };
  const measured = { total: -0.7, cases: 20, leftOut: 1 };
  return {
    ...{ version: 1, base: SHA, head: SHA, slices: null, regressed: [], verdict: 'block', warnings: [] },
    result: { kind: 'factors', factors, cells: [], interactions: [], measured, conclusion },
    ...more,
  };
}

test('changes that are each seen to hurt are joined, those that cannot be told apart are not', () => {
  expect(renderAttribution(swapped([seen, seen]))).toMatch(/^Caused by prompts and tools\n/);
  expect(renderAttribution(swapped([seen, unseen]))).toMatch(/^Caused by prompts or tools, or by several of them:/);
  expect(renderAttribution(swapped([seen]))).toContain('1 case could not be judged in every combination');
});

test('a range of commits is counted, and a long one is cut', () => {
  const commits = Array.from({ length: 60 }, (_, at) => {
    return { sha: `${at + 10}`.repeat(20), subject: `change ${at}`, author: 'A', paths: [], verdict: null };
  });
  const result = { kind: 'bisection' as const, commits, conclusion: { kind: 'commits' as const, from: 20, to: 59 } };
  const text = renderAttribution(swapped([], { result, slices: ['refunds'] }));
  expect(text).toMatch(/^Caused by one of 40 commits: 30303030, .* and 30 more\n/);
  expect(text).toContain('and 10 older, all with --json');
  expect(text).toContain('Only the cases of refunds were replayed.');
});

test('what others wrote is no markup and no command', () => {
  const commits = [{ sha: SHA, subject: '::error::<b>@team | x', author: '[a](b)', paths: [], verdict: null }];
  const result = { kind: 'bisection' as const, commits, conclusion: { kind: 'commits' as const, from: 0, to: 0 } };
  const hostile = swapped([], { result, regressed: ['<img src=x>'], warnings: ['line\n::warning::x'] });
  const markdown = renderAttributionMarkdown(hostile);
  expect(markdown).not.toMatch(/<b>|<img|@team|\[a\]/);
  expect(renderAttribution(hostile)).not.toMatch(/^::/m);
});
