import { distance } from 'fastest-levenshtein';

/** Edits per character of the longer name up to which two names are alike. */
const MAX_EDIT_SHARE = 0.4;

/** Longer names are no names, and counting their edits takes time with the square of their length. */
const MAX_NAME_LENGTH = 100;

/** A parameter in the terms in which a rename is recognised. */
interface NamedParameter {
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
}

/** The same type, and either the same description (the old name in it read as the new one) or names alike. */
export function isParameterRename(base: NamedParameter, head: NamedParameter): boolean {
  if (base.type !== head.type) return false;
  return sameDescription(base, head) || alikeNames(base.name, head.name);
}

/** Equal descriptions where each side's own name is read as the same word. Missing ones say nothing. */
export function sameDescription(base: Described, head: Described): boolean {
  if (base.description === null || head.description === null) return false;
  if (base.description === head.description) return true;
  return base.description.replaceAll(base.name, '\0') === head.description.replaceAll(head.name, '\0');
}

interface Described {
  readonly name: string;
  readonly description: string | null;
}

/** The words of one are among those of the other (`id`, `order_id`, `orderId`), or few letters differ. */
function alikeNames(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) > MAX_NAME_LENGTH) return false;
  const [wordsOfA, wordsOfB] = [words(a), words(b)];
  if (wordsOfA.size === 0 || wordsOfB.size === 0) return false;
  if (wordsOfA.isSubsetOf(wordsOfB) || wordsOfB.isSubsetOf(wordsOfA)) return true;
  const [x, y] = [[...wordsOfA].join(''), [...wordsOfB].join('')];
  return distance(x, y) <= MAX_EDIT_SHARE * Math.max(x.length, y.length);
}

function words(name: string): ReadonlySet<string> {
  const split = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return new Set(split.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''));
}
