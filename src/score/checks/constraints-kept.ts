import { cut } from '../../errors.ts';
import { callText } from '../../trace/index.ts';
import { type Firing, MAX_QUOTE } from './check.ts';
import { constraintsIn, type Limit, type Wanted } from './first-turn.ts';
import { type Called, callsOf, type Run, stepName } from './run.ts';
import { type Leaf, leavesOf, nameWords, plain } from './values.ts';

const AMOUNTS = new Set(['amount', 'price', 'cost', 'total', 'budget', 'payment', 'fee']);
const DAYS = new Set(['date', 'day', 'start', 'end', 'checkin', 'checkout', 'deadline', 'due']);

/**
 * A call breaks what the user's first message asks for. Understood are, in sentences without a condition or a choice:
 * - limits with a currency: `at most $200`, `no more than 50 euros`, `a budget of $500`, not per day or person. A call has an
 *   argument named amount, price, cost, total, budget, payment or fee that is more;
 * - `do not`, `don't`, `never`, `must not`, `without` and a verb, where the message does not use the verb otherwise. A call of
 *   a tool that has the verb in its name;
 * - ISO days: `no later than`, `not after`, `on or before`, `no earlier than`, `not before`, `on or after`. A call has an argument
 *   named date, day, start, end, deadline or due outside of it;
 * - `the subject should be 'X'` (must, shall, has to), `set the subject to 'X'`, `titled 'X'`. Calls have an argument of that
 *   name, and none of them has X in it;
 * - the only day in the message (ISO or `May 5th, 2026`) behind `on`, where the sentence asks to create, add, book, schedule,
 *   reserve, set up or make something. Calls have a day, and none of them this one.
 *
 * Nothing else is understood. Not flagged: calls of read-only tools, calls that failed, and any limit or prohibition once the
 * user has spoken again: that may have lifted it.
 */
export function brokenConstraints(run: Run): readonly Firing[] {
  const first = run.events.find((event) => event.kind === 'told' && event.role === 'user');
  if (first?.kind !== 'told') return [];
  const again = run.events.find((event) => event.kind === 'told' && event.role === 'user' && event.step > first.step);
  const end = again?.step ?? Number.POSITIVE_INFINITY;
  const calls = callsOf(run).filter(({ name, step, outcome }) => {
    return step < end && !run.isReadOnly(name) && outcome.kind !== 'error';
  });
  if (calls.length === 0) return [];
  return constraintsIn(first.text).flatMap((constraint) => {
    const wanted = constraint.kind === 'value' || constraint.kind === 'day';
    const found = wanted ? replaced(constraint, calls, run) : calls.find((call) => breaks(constraint, call));
    if (found === undefined) return [];
    const text = `the user asks "${cut(constraint.quote, MAX_QUOTE)}", but ${stepName(found)} calls ${cut(callText(found), 2 * MAX_QUOTE)}`;
    return [{ steps: [first.step, found.step], text }];
  });
}

function breaks(constraint: Limit, { name, arguments: args }: Called): boolean {
  switch (constraint.kind) {
    case 'amount_at_most':
      return leavesOf(args).some((leaf) => named(leaf, AMOUNTS) && Number(leaf.value) > constraint.limit);
    case 'never':
      return nameWords(name).some((word) => word.startsWith(constraint.stem));
    case 'days': {
      const { earliest, latest } = constraint;
      const days = leavesOf(args).flatMap((leaf) => (named(leaf, DAYS) ? dayOf(leaf) : []));
      return days.some((day) => (earliest !== null && day < earliest) || (latest !== null && day > latest));
    }
    default:
      return constraint satisfies never;
  }
}

function named({ name }: Leaf, words: ReadonlySet<string>): boolean {
  return nameWords(name).some((word) => words.has(word));
}

function dayOf({ value }: Leaf): readonly string[] {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(String(value)) ?? [];
  return day === undefined ? [] : [day];
}

/** Only a run that is over has nothing to come that has the value. */
function replaced(wanted: Wanted, calls: readonly Called[], { output }: Run): Called | undefined {
  if (output === null) return undefined;
  const holders = calls.flatMap((call) => {
    const texts = leavesOf(call.arguments).flatMap((leaf) => textsFor(wanted, leaf));
    return texts.length === 0 ? [] : [{ call, texts }];
  });
  const value = plain(wanted.value);
  return holders.some(({ texts }) => texts.some((text) => plain(text).includes(value))) ? undefined : holders[0]?.call;
}

/** What the argument has where the wanted value belongs. */
function textsFor(wanted: Wanted, leaf: Leaf): readonly string[] {
  if (wanted.kind === 'day') return named(leaf, DAYS) ? dayOf(leaf) : [];
  return nameWords(leaf.name).at(-1) === wanted.member ? [String(leaf.value)] : [];
}
