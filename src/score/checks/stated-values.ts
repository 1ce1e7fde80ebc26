import { cut } from '../../errors.ts';
import { type Call, canonicalJson } from '../../trace/index.ts';
import { MAX_QUOTE } from './check.ts';
import { escapeRegExp } from './sentences.ts';
import { type Leaf, leavesOf, nameWords, plain } from './values.ts';

/** Between an argument's name and its value: `order_id: X`, `amount of $10`, `the recipient should be "X"`. */
const LINK = `[\`'"*]*\\s*(?:of|is|to|as|=|:|with|will be|should be|number)?\\s*[:=]?\\s*[\`'"*“#$€£]*`;
const VALUE = '([\\p{L}\\p{N}][\\p{L}\\p{N}_.@:+/-]*[\\p{L}\\p{N}]|\\d)';

/** What is wrong with the only call, where a statement names one of its arguments with one other value; null = nothing. */
export function statedValueProblem(calls: readonly Call[], stated: readonly string[]): string | null {
  const [call] = calls;
  if (call === undefined || calls.length > 1) return null;
  const said = plain(canonicalJson(call.arguments));
  for (const leaf of leavesOf(call.arguments)) {
    const values = stated.flatMap((sentence) => valuesNamed(sentence, leaf.name));
    const [value] = values;
    if (value === undefined || values.length > 1 || !sameKind(value, leaf) || said.includes(plain(value))) continue;
    if (Number(value.replaceAll(',', '')) === Number(leaf.value)) continue;
    return `${leaf.name} is ${cut(value, MAX_QUOTE)} but calls ${call.name} with ${cut(String(leaf.value), MAX_QUOTE)}`;
  }
  return null;
}

/** Only values with a digit: other words behind a name are seldom its value. */
function valuesNamed(sentence: string, name: string): readonly string[] {
  const words = nameWords(name);
  if (plain(name).length < 2) return [];
  const pattern = new RegExp(`(?<![\\p{L}_])${words.map(escapeRegExp).join('[ _-]?')}${LINK}${VALUE}`, 'giu');
  return [...sentence.matchAll(pattern)].flatMap(([, value = '']) => (/\d/.test(value) ? [value] : []));
}

/** A date is not compared with a number, nor either with an identifier: one may say the other in words. */
function sameKind(value: string, { value: actual }: Leaf): boolean {
  return kindOf(value) === kindOf(String(actual));
}

function kindOf(value: string): 'date' | 'number' | 'identifier' | 'words' {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'date';
  if (/^[+-]?[\d,]+(\.\d+)?$/.test(value)) return 'number';
  return /\d/.test(value) && !/\s/.test(value) ? 'identifier' : 'words';
}
