import { type BinCount, chiSquareTails, normalTails } from '../../src/stats/index.ts';

/** What teams watch a rate with today: which days a method would alarm. */
export interface Anchor {
  readonly name: string;
  alarms(days: readonly BinCount[]): readonly number[];
}

const WINDOW = 28;

export const ANCHORS: readonly Anchor[] = [
  { name: 'z against yesterday, p < .05', alarms: (days) => alarmDays(days, againstYesterday) },
  { name: 'chi-square against the last 28 days, p < .01', alarms: (days) => alarmDays(days, rollingChiSquare) },
  { name: 'PSI against the last 28 days > .1', alarms: (days) => alarmDays(days, stability) },
];

type Rule = (today: BinCount, before: readonly BinCount[]) => boolean;

function alarmDays(days: readonly BinCount[], rule: Rule): readonly number[] {
  return days.flatMap((today, index) =>
    index >= WINDOW && rule(today, days.slice(index - WINDOW, index)) ? [today.at] : [],
  );
}

function againstYesterday(today: BinCount, before: readonly BinCount[]): boolean {
  const yesterday = before.at(-1);
  if (yesterday === undefined) return false;
  const pooled = (today.successes + yesterday.successes) / (today.trials + yesterday.trials);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / today.trials + 1 / yesterday.trials));
  const z = (rateOf(today) - rateOf(yesterday)) / deviation;
  return 2 * normalTails(Math.abs(z)).upper < 0.05;
}

function rollingChiSquare(today: BinCount, before: readonly BinCount[]): boolean {
  const whole = sum(before);
  const pooled = (today.successes + whole.successes) / (today.trials + whole.trials);
  const chiSquare =
    (rateOf(today) - rateOf(whole)) ** 2 / (pooled * (1 - pooled) * (1 / today.trials + 1 / whole.trials));
  return chiSquareTails(chiSquare, 1).upper < 0.01;
}

/** The population stability index of two shares. */
function stability(today: BinCount, before: readonly BinCount[]): boolean {
  const [now, then] = [clip(rateOf(today)), clip(rateOf(sum(before)))];
  return (now - then) * Math.log(now / then) + (then - now) * Math.log((1 - now) / (1 - then)) > 0.1;
}

function clip(rate: number): number {
  return Math.max(0.001, Math.min(0.999, rate));
}

function sum(bins: readonly BinCount[]): BinCount {
  return bins.reduce(
    (all, bin) => ({ at: bin.at, trials: all.trials + bin.trials, successes: all.successes + bin.successes }),
    { at: 0, trials: 0, successes: 0 },
  );
}

function rateOf({ trials, successes }: BinCount): number {
  return trials === 0 ? 0 : successes / trials;
}
