import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Surroundings } from './surroundings.ts';

/** `pawl init`, as it is called. `ended` is told how a command will end. */
export function addSetupCommands(
  root: Command,
  surroundings: () => Surroundings,
  ended: (code: Promise<number>) => Promise<void>,
): void {
  root
    .command('init')
    .description('look at the repository and propose pawl.yml and the workflow; nothing is written without consent')
    .option('--config <file>', 'the settings file to propose, relative to the repository', 'pawl.yml')
    .option('--yes', 'write what is new, without a question')
    .option('--overwrite', 'with --yes: replace files that are there, too')
    .action(async (options) => {
      const given = surroundings();
      return ended((await import('./init.ts')).initCommand(options, given, askingAt(given.signal)));
    });
}

/** Asks whoever sits at the terminal; null = nobody does. */
function askingAt(signal: AbortSignal): ((question: string) => Promise<string>) | null {
  return process.stdin.isTTY === true && process.stdout.isTTY === true ? (question) => ask(question, signal) : null;
}

async function ask(question: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question, { signal });
  } finally {
    terminal.close();
  }
}
