/**
 * Prints what `--help` says of pawl and of every command below it, as JSON: names and texts. In a process of its own, since
 * the texts are as wide as the terminal, where there is one.
 */
import process from 'node:process';
import { Readable } from 'node:stream';
import { runCommand } from '../src/cli/program.ts';

/** The text of a command and those of the commands below it. */
async function helpTexts(path: readonly string[]): Promise<readonly (readonly [name: string, text: string])[]> {
  const printed: string[] = [];
  await runCommand([...path, '--help'], {
    ...{ directory: '.', environment: {}, stdin: () => Readable.from([]), terminal: false },
    ...{ width: 80, color: false },
    ...{ print: (text) => printed.push(text), warn: (text) => printed.push(text), now: new Date(0) },
    ...{ alone: true, signal: new AbortController().signal },
  });
  const text = printed.join('\n').trimEnd();
  const below = await Promise.all(subcommandsIn(text).map((name) => helpTexts([...path, name])));
  return [[['pawl', ...path].join(' '), text], ...below.flat()];
}

/** The commands that a text names. */
export function subcommandsIn(text: string): readonly string[] {
  const [, commands = ''] = text.split(/^Commands:$/m);
  return [...commands.matchAll(/^ {2}([\w-]+)/gm)].map(([, word = '']) => word).filter((word) => word !== 'help');
}

if (import.meta.main) process.stdout.write(JSON.stringify(await helpTexts([])));
