import { cut } from '../errors.ts';

/** Stands before everything that only a person can say; whoever checks a set-up looks for it. */
export const FILL_IN = 'FILL IN';

const MAX_WHY = 400;
const WIDTH = 110;

/** Comment lines that say why, as wide as the file. Foreign text in them can neither end the comment nor hide. */
export function because(indent: string, ...reasons: readonly (string | null)[]): readonly string[] {
  return reasons.flatMap((reason) => {
    if (reason === null) return [];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
    const plain = cut(reason.replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\p{Cf}]/gu, ''), MAX_WHY);
    return wrapped(plain, WIDTH - indent.length).map((line) => `${indent}# ${line}`);
  });
}

export function fillIn(indent: string, what: string): readonly string[] {
  return because(indent, `${FILL_IN}: ${what}`);
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    if (blank <= 0) break;
    lines.push(rest.slice(0, blank));
    rest = rest.slice(blank + 1);
  }
  return [...lines, rest];
}

/** A value on one line. */
export function flow(value: string | readonly string[]): string {
  if (typeof value !== 'string') return `[${value.map(quoted).join(', ')}]`;
  return /^[A-Za-z][\w .:/@=&*>-]*$/.test(value) && isPlain(value) ? value : quoted(value);
}

/** JSON is YAML, and nothing in it can be read in another way. What is invisible is written as its number. */
export function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\u007F-\u009F]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Not a word that YAML takes for something else, nor a text that it would end early. */
function isPlain(value: string): boolean {
  return !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value) && !/: |:$| $| #/.test(value);
}
