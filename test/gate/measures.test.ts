import { expect, test } from 'vitest';
import { measureRows } from '../../src/gate/measures.ts';
import type { JudgedTrial } from '../../src/report/index.ts';
import { CHECK_NAMES, scoreTrial } from '../../src/score/index.ts';
import type { Step } from '../../src/trace/index.ts';
import { aCase, aContext, aTrial, refused, stopped, toolCall } from '../score/build.ts';

const FAILS_TWICE = [refused('send', {}, 'bad'), refused('send', {}, 'bad')];
const ROW = 'trials in which a failing call was repeated';

function judged(side: 'base' | 'head', steps: readonly Step[], cut = false): JudgedTrial {
  const trial = cut ? stopped(steps, { side }) : aTrial(steps, 'I could not.', { side });
  return { trial, score: scoreTrial(trial, aCase(), aContext({ checks: CHECK_NAMES })), uncalled: null };
}

test('a check that fires somewhere has a row with its share of trials on each side', () => {
  const base = [judged('base', []), judged('base', [toolCall('get_x')])];
  const rows = measureRows([...base, judged('head', FAILS_TWICE), judged('head', [])]);
  expect(rows.filter(({ unit }) => unit === 'share of trials')).toEqual([
    { name: ROW, unit: 'share of trials', direction: 'lower', base: 0, head: 0.5 },
  ]);
});

test('a trial that was cut short counts for a check only where it fires', () => {
  const rows = measureRows([judged('head', FAILS_TWICE, true), judged('head', [], true), judged('head', [])]);
  expect(rows.find(({ name }) => name === ROW)).toMatchObject({ base: null, head: 0.5 });
});

test('no check decides unless an expectation names it', () => {
  const informed = judged('head', FAILS_TWICE).score;
  expect(informed.outcome.kind).toBe('undetermined');
  const trial = aTrial(FAILS_TWICE, 'I could not.');
  const theCase = aCase({ expectations: [{ kind: 'failure_not_repeated' }] });
  expect(scoreTrial(trial, theCase, aContext()).outcome.kind).toBe('fail');
});
