import { type Command, Option } from 'commander';
import type { Surroundings } from '../commands/surroundings.ts';

/** `run` gives a command its surroundings and takes its exit code. */
export function accepting(
  root: Command,
  run: (command: (surroundings: Surroundings) => Promise<number>) => Promise<void>,
): void {
  root
    .command('accept')
    .description('declare that a case or a slice gets worse and is meant to: writes .pawl/accepted.yml')
    .argument('<names...>', 'ids of cases, names of slices')
    .requiredOption('--reason <text>', 'why, for whoever reviews it')
    .requiredOption('--until <day>', 'the last day on which it counts, such as 2026-12-31')
    .addOption(new Option('--as <kind>', 'what a name is that both have').choices(['case', 'slice']))
    .option('--base <ref>', 'the branch that the change goes to', 'origin/main')
    .option('--config <file>', 'settings file, relative to the repository', 'pawl.yml')
    .action(async (names: string[], options) => {
      const { acceptCommand } = await import('../commands/accept.ts');
      await run((surroundings) => acceptCommand(names, options, surroundings));
    });
}
