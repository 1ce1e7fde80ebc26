/**
 * Text of others on its way into a runner's log. The runner obeys `::command::` at the start of a line (white space
 * before it does not matter) and the older `##[command]` anywhere in one; a carriage return starts a line as well.
 */
export function logLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map(breakCommands);
}

/** Shown nearly as it was, and no longer a command. .NET counts U+0085 as white space, JavaScript does not. */
function breakCommands(line: string): string {
  return line.replace(/^([\s\u0085]*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}

/**
 * The two lines between which the runner obeys no command at all, whoever prints it: a child may share our standard output.
 * The token must be random and stay unknown to the children.
 */
export function deafness(token: string): { readonly begin: string; readonly end: string } {
  return { begin: `::stop-commands::${token}`, end: `::${token}::` };
}
