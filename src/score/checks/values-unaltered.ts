import { cut } from '../../errors.ts';
import { canonicalJson } from '../../trace/index.ts';
import { type Firing, MAX_QUOTE } from './check.ts';
import { KnownValues } from './known-values.ts';
import { type Called, type Run, resultText, stepName } from './run.ts';
import { isIdentifier, type Leaf, leavesOf, namesIdentifier, plain } from './values.ts';

const PLACEHOLDER =
  /^(<[^<>]{0,60}>|\{\{?[^{}]{0,60}\}?\}|\[[^[\]]{0,60}\]|\.{3}|…|unknown|tbd|x{3,}|.*[_-]?placeholder|.*_here)$/i;

/** Arguments that say whom something goes to: a placeholder is no value there either. */
const RECEIVES = /^(recipients?|account(_number)?|payee|to)$/i;

/**
 * An argument that identifies something has lost the value that an earlier tool result (or a user) gave. Four kinds: cut off
 * in the middle; one character altered, two of eight and more; a placeholder (`<order_id>`, `...`, `unknown`) in its stead;
 * another value than any that a result had under the same member name, which nobody has ever said.
 *
 * Looked at: arguments that read as identifiers (one word with a digit) or are named as such (`id`, `order_id`, `iban`).
 * Not flagged: values that stand anywhere before, in whatever punctuation and case, inside of longer ones or with something
 * put before or behind them (`9502127` -> `#W9502127`); dates, times, amounts and numbers below seven digits, which agents
 * compute; values for which nothing alike was ever seen; the same value again in later calls.
 */
export function alteredValues({ events }: Run): readonly Firing[] {
  const known = new KnownValues();
  const members = new Map<string, Called>();
  const firings: Firing[] = [];
  let asked: number | null = null;
  for (const event of events) {
    if (event.kind === 'answered') asked = event.step;
    else if (event.kind === 'told') known.hear(event.text, event.step, event.role === 'system' ? null : event.role);
    else {
      // What comes back later than the model asked could not be copied from.
      const before = asked === null ? event.step : asked + 1;
      for (const leaf of leavesOf(event.arguments)) {
        const told = problemOf(leaf, known, members, before);
        if (told === null) continue;
        const text = `${stepName(event)} calls ${event.name} with ${leaf.name} ${cut(String(leaf.value), MAX_QUOTE)}, ${told.text}`;
        firings.push({ steps: told.step === null ? [event.step] : [told.step, event.step], text });
      }
      known.hear(canonicalJson(event.arguments), event.step, null);
      known.hear(resultText(event), event.step, event.name);
      for (const name of identifierMembers(event)) if (!members.has(name)) members.set(name, event);
    }
  }
  return firings;
}

interface Problem {
  /** Where the value should have come from; null = nowhere in particular. */
  readonly step: number | null;
  readonly text: string;
}

function problemOf(
  { name, value }: Leaf,
  known: KnownValues,
  members: ReadonlyMap<string, Called>,
  before: number,
): Problem | null {
  const text = String(value);
  const named = namesIdentifier(name);
  const source = members.get(plain(name));
  if ((named || RECEIVES.test(name)) && PLACEHOLDER.test(text)) {
    return { step: source?.step ?? null, text: 'which is a placeholder and no value' };
  }
  if (typeof value === 'boolean' || text === '' || /\s/.test(text)) return null;
  if (!(named || isIdentifier(text)) || known.has(text)) return null;
  const longer = known.longer(text, before);
  if (longer !== null) return { step: longer.step, text: `cut off from ${quoted(longer)}` };
  const twin = isIdentifier(text) ? known.twin(text, before) : null;
  if (twin !== null) return { step: twin.step, text: `which nobody has said; the nearest is ${quoted(twin)}` };
  if (!named || source === undefined || source.step >= before) return null;
  return { step: source.step, text: `which nobody has said; ${source.name} gave others at ${stepName(source)}` };
}

function quoted({ value, by, step }: { readonly value: string; readonly by: string; readonly step: number }): string {
  return `${cut(value, MAX_QUOTE)} of ${by} at ${stepName({ step })}`;
}

/** Names of members that hold identifiers, in JSON or in text that reads like it (`id: 7`, YAML). */
function identifierMembers(call: Called): readonly string[] {
  if (call.outcome.kind !== 'result') return [];
  const { value } = call.outcome;
  const names =
    typeof value === 'string'
      ? [...value.matchAll(/(?:^|[\s,{-])["']?([A-Za-z_]{2,40})["']?: *["']?[\w#]/g)].map(([, name = '']) => name)
      : leavesOf(value).map(({ name }) => name);
  return [...new Set(names)].filter(namesIdentifier).map(plain);
}
