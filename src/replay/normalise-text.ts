import { type Json, parseJson } from '../trace/index.ts';
import type { Shape } from './argument-shape.ts';
import type { Normalisation } from './normalisation.ts';
import { normaliseDate, normaliseDateTime } from './normalise-date.ts';

/** One text argument as its schema reads it. */
export function normaliseText(text: string, shape: Shape, on: ReadonlySet<Normalisation>): Json {
  const composed = on.has('unicode') ? text.normalize('NFC') : text;
  const trimmed = on.has('white_space') ? withoutLooseBlanks(composed) : composed;
  if (on.has('numbers') && shape.isNumber) return numberOf(trimmed) ?? trimmed;
  if (on.has('dates') && shape.date !== null)
    return shape.date === 'date' ? normaliseDate(trimmed) : normaliseDateTime(trimmed);
  return on.has('enum_case') ? spelledAsIn(shape.texts, trimmed) : trimmed;
}

/** Blanks within a line may matter (code, a table); those at its end do not, nor how a line ends. */
function withoutLooseBlanks(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** null = no number, or one whose digits a double cannot hold: two such texts are two arguments. */
function numberOf(text: string): number | null {
  const value = parseJson(text);
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length <= 15 ? value : null;
}

function spelledAsIn(texts: readonly string[], text: string): string {
  if (texts.includes(text)) return text;
  const alike = texts.filter((one) => one.toLowerCase() === text.toLowerCase());
  return alike.length === 1 ? (alike[0] ?? text) : text;
}
