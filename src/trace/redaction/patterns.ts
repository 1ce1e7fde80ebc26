import { messageOf } from '../../errors.ts';
import { partFlagsFault } from '../part-flags.ts';
import type { Found } from './found.ts';

/** The user's own: every match of the expression is replaced, under this name. */
export interface RedactionPattern {
  readonly name: string;
  readonly pattern: RegExp;
}

const MAX_PATTERN = 500;

/**
 * What is wrong with a pattern; null = nothing. Backtracking can take time exponential in the text where a repetition holds
 * another one or a choice, and where a match refers back to itself; such patterns are refused. What is left takes at most
 * polynomial time, and the one who redacts sets the limit. Flags for a part of it are refused, too.
 */
export function patternFault(source: string): string | null {
  if (source.length > MAX_PATTERN) return `expected at most ${MAX_PATTERN} characters`;
  try {
    if (new RegExp(source, 'u').test('')) return 'expected a regular expression that does not match the empty text';
  } catch (error) {
    return `expected a regular expression: ${messageOf(error)}`;
  }
  if (/\\[1-9k]/.test(source.replaceAll('\\\\', ''))) return 'expected a regular expression without back references';
  const flagged = partFlagsFault(source);
  if (flagged !== null) return flagged;
  return repeatsRepetition(source)
    ? 'expected a regular expression that repeats no group which itself repeats something or offers a choice'
    : null;
}

/** As written in the settings: the flags are those under which it was checked. */
export function compilePattern(source: string): RegExp {
  return new RegExp(source, 'gu');
}

export function matchesOf(pattern: RegExp, text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match !== '') found.push({ start: index, end: index + match.length, normal: match });
  }
  return found;
}

const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!:]|\(\?<\w+>|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;

/** So often a group that varies may be repeated: two to the tenth is nothing. */
const FEW = 10;

interface Group {
  /** It can match texts of different lengths or offers a choice. */
  readonly varies: boolean;
  /** It repeats something without a limit. */
  readonly endless: boolean;
}

const PLAIN: Group = { varies: false, endless: false };

/** Whether a group is repeated that holds a repetition without a limit, or often one that varies. */
function repeatsRepetition(source: string): boolean {
  const open: Group[] = [PLAIN];
  let last = PLAIN;
  const note = (more: Group): void => {
    const { varies, endless } = open.pop() ?? PLAIN;
    open.push({ varies: varies || more.varies, endless: endless || more.endless });
  };
  for (const [token] of source.matchAll(TOKEN)) {
    const repeated = repetition(token);
    if (repeated !== null) {
      if (repeated.most > 1 && (last.endless || (last.varies && repeated.most > FEW))) return true;
      note({ varies: repeated.least !== repeated.most, endless: repeated.most === Number.POSITIVE_INFINITY });
    }
    last = PLAIN;
    if (token.startsWith('(')) open.push(PLAIN);
    if (token === '|') note({ varies: true, endless: false });
    if (token === ')') {
      last = open.pop() ?? PLAIN;
      note(last);
    }
  }
  return false;
}

function repetition(token: string): { readonly least: number; readonly most: number } | null {
  if (/^[*+]/.test(token)) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (token.startsWith('?')) return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (least === undefined) return null;
  if (comma === '') return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === '' || most === undefined ? Number.POSITIVE_INFINITY : Number(most) };
}
