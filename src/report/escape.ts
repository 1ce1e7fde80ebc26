import { stripVTControlCharacters } from 'node:util';

/*
 * Everything that came from a recording, a model, a file name or a pull request is data, never markup. Each function caps
 * the length first, so that no work is done on text that will not be shown, and so that no escape is cut in half.
 */

/** Invisible, or able to reorder or hide what is beside it: bidi controls, zero-width, tags, variation selectors. */
const DECEPTIVE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const BREAKS = /\r\n?|[\u2028\u2029]/g;
/** Combining marks beyond three in a row are there to paint over other lines. */
const PILED_MARKS = /(\p{Mn}{3})\p{Mn}+/gu;

const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Markdown and HTML punctuation as numeric entities: no parser takes it for markup, every reader sees the character. An
 * underscore within a word is no markup (`order_id`).
 */
const MARKUP = /[&<>`*~[\]|\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** At most `max` characters, well-formed, without control and deceptive characters. Line breaks stay. */
function plainText(text: string, max: number): string {
  const capped = text.length > max ? `${text.slice(0, max)}…` : text;
  return stripVTControlCharacters(capped.toWellFormed())
    .replaceAll(BREAKS, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll(DECEPTIVE, '')
    .replaceAll(PILED_MARKS, '$1')
    .replaceAll(/<!--|-->/g, '');
}

/** `plainText` on one line. */
function oneLine(text: string, max: number): string {
  return plainText(text, max).replaceAll(/\s+/g, ' ').trim();
}

/** Foreign text for a terminal, on one line; also safe in the log of a workflow, which reads `::command` and `##[command]`. */
export function terminalText(text: string, max: number): string {
  return oneLine(text, max).replaceAll('##[', '## [').replace(/^::/, ': :');
}

/** Foreign text in running Markdown or a table cell, on one line: no markup, mention, reference, link, image or comment. */
export function markdownText(text: string, max: number): string {
  return breakReferences(oneLine(text, max)).replaceAll(MARKUP, (character) => `&#${character.codePointAt(0)};`);
}

/** GitHub looks for these in the rendered text, after entities are resolved, so only a character in between stops it. */
function breakReferences(text: string): string {
  return text
    .replaceAll('@', `@${ZERO_WIDTH_SPACE}`)
    .replaceAll(/#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(gh)-(?=\d)/gi, `$1-${ZERO_WIDTH_SPACE}`)
    .replaceAll('://', `:${ZERO_WIDTH_SPACE}//`)
    .replaceAll(/\b(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`)
    .replaceAll(/\b(mailto|xmpp|javascript|data):/gi, `$1${ZERO_WIDTH_SPACE}:`)
    .replace(/^([#=]|[+-](?=[\s-])|\d+[.)](?=\s))/, `${ZERO_WIDTH_SPACE}$1`);
}

/** Foreign text as a fenced block whose fence is longer than any run of back-ticks inside. */
export function markdownFence(text: string, language: 'diff' | 'json' | 'text', max: number): string {
  const body = plainText(text, max);
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${body}\n${fence}`;
}
