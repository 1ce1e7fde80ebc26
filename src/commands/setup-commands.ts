import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Surroundings } from './surroundings.ts';

/** `pawl init` and `pawl doctor`, as they are called. `ended` is told how a command will end. */
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
  root
    .command('doctor')
    .description('check settings, workflow and machine, and name what to mend; with GITHUB_TOKEN also the branch')
    .option('--config <file>', 'settings file, relative to the repository', 'pawl.yml')
    .option('--branch <name>', 'the branch that pull requests go to (default: that of origin)')
    .option('--json', 'as JSON')
    .action(async (options) => ended((await import('./doctor.ts')).doctorCommand(options, surroundings())));
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
