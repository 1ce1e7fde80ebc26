import type { Forecast } from '../compare/index.ts';
import { count, dollars } from './format.ts';

type Limits = Forecast['limits'];
type Spent = Forecast['first'];

/** `2,600 runs, 5,000 model calls and $4.00` */
export function limitsText({ runs, calls, costUsd }: Limits): string {
  return joined([
    count(runs, 'run'),
    ...(calls === null ? [] : [count(calls, 'model call')]),
    ...(costUsd === null ? [] : [dollars(costUsd)]),
  ]);
}

/** `2,580 runs, 4,990 model calls and $3.98`; the price is left out where it is not known. */
export function spentText({ runs, calls, costUsd }: Spent): string {
  return joined([
    count(runs, 'run'),
    count(calls, 'model call'),
    ...(costUsd === null || costUsd === 0 ? [] : [dollars(costUsd)]),
  ]);
}

/** What a gate run will take, in one line, before it begins. */
export function forecastText({ first, limits }: Forecast): string {
  const price = first.costUsd === null ? ', at a price that is not known' : `, ${dollars(first.costUsd)}`;
  const begin = `about ${count(first.runs, 'run')} at first (${count(first.calls, 'model call')}${price})`;
  return `forecast: ${begin}; fewer where head asks what base asked, more where something looks worse, at most ${limitsText(limits)}`;
}

function joined(parts: readonly string[]): string {
  const [last = '', ...before] = parts.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}
