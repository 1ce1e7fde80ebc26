import { stripVTControlCharacters } from 'node:util';

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * Text of others on its way into a runner's log. The runner obeys `::command::` at the start of a line (white space
 * before it does not matter) and the older `##[command]` anywhere in one; a carriage return starts a line as well.
 * Control characters, which can hide or repaint what is on a screen, are left out, but for tabs.
 */
export function logLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => breakCommands(withoutControls(line)));
}

function withoutControls(line: string): string {
  return stripVTControlCharacters(line).replaceAll(CONTROL, '');
}

/** Shown nearly as it was, and no longer a command. */
function breakCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}

/**
 * The two lines between which the runner obeys no command at all, whoever prints it: a child may share our standard output.
 * The token must be random and stay unknown to the children.
 */
export function deafness(token: string): { readonly begin: string; readonly end: string } {
  return { begin: `::stop-commands::${token}`, end: `::${token}::` };
}
