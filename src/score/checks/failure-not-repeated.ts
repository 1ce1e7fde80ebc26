import { cut } from '../../errors.ts';
import { callText, canonicalJson } from '../../trace/index.ts';
import { type Firing, MAX_QUOTE } from './check.ts';
import { type Called, type Run, resultText, stepName } from './run.ts';
import { saysTryAgain } from './tool-errors.ts';

/**
 * A call that failed is made again as it was (name and arguments, upper and lower case and null members aside, by the
 * same agent) and fails again, although nothing changed in between.
 *
 * Not flagged: a repetition that succeeds; errors that pass by themselves (time outs, 429, 5xx, "try again"); calls that
 * were asked for before the error could be read; calls between which a user spoke or another call changed the state.
 */
export function repeatedFailures({ events, isReadOnly }: Run): readonly Firing[] {
  const failed = new Map<string, Called>();
  const firings: Firing[] = [];
  let asked = -1;
  for (const event of events) {
    if (event.kind === 'answered') asked = event.step;
    else if (event.kind === 'told') {
      if (event.role === 'user') failed.clear();
    } else {
      const key = canonicalJson([event.agent, callText(event).toLowerCase()]);
      const before = failed.get(key);
      if (event.outcome.kind === 'error') {
        const read = before !== undefined && (asked === -1 || before.step < asked);
        if (read && !saysTryAgain(resultText(before))) firings.push(firing(before, event));
        failed.set(key, event);
      } else if (!isReadOnly(event.name)) failed.clear();
    }
  }
  return firings;
}

function firing(before: Called, again: Called): Firing {
  const error = cut(resultText(before), MAX_QUOTE);
  const text = `${stepName(again)} makes the call of ${stepName(before)} again, which had failed: ${cut(callText(again), MAX_QUOTE)} (${error})`;
  return { steps: [before.step, again.step], text };
}
