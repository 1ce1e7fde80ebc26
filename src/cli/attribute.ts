import type { Command } from 'commander';
import { collect } from '../commands/options.ts';
import type { CommandPlace } from './command-place.ts';

/** Which of several changes it was. `replaying` adds what every command that replays takes. */
export function attributing(
  root: Command,
  replaying: (command: Command) => Command,
  { surroundings, exitWith }: CommandPlace,
): void {
  replaying(root.command('attribute').description('which of several changes caused a regression, by swapping them'))
    .option('--base <ref>', 'where head came from and all was well', 'origin/main')
    .option('--head <ref>', 'the commit that regressed', 'HEAD')
    .option('--bisect', 'look for the commit, not for the kind of change')
    .option('--trials <n>', "trials per case and combination (default: the last of the settings' looks)")
    .option('--slice <name>', 'replay the cases of this slice alone (repeatable)', collect)
    .option('--offline', 'answer from the store alone; what it lacks is not covered')
    .option('--json <file>', 'write what was found as JSON')
    .option('--markdown <file>', 'write it as Markdown')
    .action(async (options) =>
      exitWith((await import('../commands/attribute.ts')).attributeCommand(options, surroundings())),
    );
}
