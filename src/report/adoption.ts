import type { Tally } from '../compare/index.ts';
import type { Report } from './document.ts';
import { count, list, number, percent } from './format.ts';

const MAX_NAMED = 5;
const MAX_SLICES = 20;

/** What was tested, line by line: foreign parts stand in it as they came. Empty = this is no adoption. */
export function testedTexts({ adoption, head, corpus }: Report): readonly string[] {
  if (adoption === null) return [];
  const { trialsPerCase, slices, flaky, failing } = adoption;
  const ended = head.attempted - head.errored;
  const trials = count(head.attempted, 'trial');
  const whole =
    head.diverged + head.notCovered === 0
      ? 'no trial left its recording'
      : `${number(head.diverged)} of ${trials} left their recording, where the tape has no answer`;
  return [
    `the agent starts: ${number(ended)} of ${trials} came to their end (${count(corpus.cases, 'case')}, ${trialsPerCase} trials each)`,
    `the corpus replays: ${whole}`,
    flaky.length === 0
      ? 'noise: no case both passed and failed'
      : `noise: ${count(flaky.length, 'case')} both passed and failed (${list(flaky, MAX_NAMED)})`,
    ...(failing.length === 0
      ? []
      : [`${count(failing.length, 'case')} failed every time and will protect nothing (${list(failing, MAX_NAMED)})`]),
    ...slices.slice(0, MAX_SLICES).map(({ name, cases, head: tally }) => `slice ${name}: ${sliceText(cases, tally)}`),
    ...(slices.length > MAX_SLICES ? [`and ${slices.length - MAX_SLICES} more slices`] : []),
  ];
}

function sliceText(cases: number, { passes, trials, undetermined }: Tally): string {
  const open = undetermined === 0 ? '' : `, ${number(undetermined)} undetermined`;
  const rate =
    trials === 0 ? 'no trial came to a result' : `${percent(passes / trials)} of ${count(trials, 'trial')} passed`;
  return `${rate}${open} (${count(cases, 'case')})`;
}

/** What was not; empty = this is no adoption. */
export function untestedTexts({ adoption }: Report): readonly string[] {
  if (adoption === null) return [];
  return [
    adoption.kind === 'first_installation'
      ? 'whether head is better or worse: the target branch never had these settings, so there is no base to compare with'
      : 'whether head is better or worse: base has no settings, and gate.bootstrap on the target branch lets that pass. Take it out again',
    'how often noise alone would block: pawl aa measures it after the merge',
  ];
}
