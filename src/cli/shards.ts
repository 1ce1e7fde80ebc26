import type { Command } from 'commander';
import { collect } from '../commands/options.ts';
import type { CommandPlace } from './command-place.ts';

/** A run on several machines. `replaying` gives a command the options of every command that starts the agent. */
export function sharding(
  root: Command,
  replaying: (command: Command) => Command,
  { surroundings, exitWith, defaultStore }: CommandPlace,
): void {
  replaying(root.command('plan').description('what is affected and what it takes; a plan for several machines'))
    .option('--base <ref>', 'the branch that the change goes to', 'origin/main')
    .option('--head <ref>', 'the change: a commit', 'HEAD')
    .option('--slice <name>', 'take the cases of this slice alone (repeatable); the others are not judged', collect)
    .option('--shards <n>', 'how many machines, or auto', 'auto')
    .option('--offline', 'the shards answer from the store alone')
    .option('--out <file>', 'write the plan')
    .action(async (options) => exitWith((await import('../commands/plan.ts')).planCommand(options, surroundings())));
  root
    .command('merge')
    .description('decide from what the shards of a plan brought')
    .argument('<folders...>', 'what pawl gate --shard wrote, of all shards')
    .requiredOption('--plan <file>', 'the plan that pawl plan wrote')
    .option('--next <file>', 'where round 2 has something to do: write its plan, and decide nothing')
    .option('--store <dir>', 'where the last A/A line is kept', defaultStore)
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown')
    .action(async (folders: string[], options) =>
      exitWith((await import('../commands/merge.ts')).mergeCommand(folders, options, surroundings())),
    );
}

/** Options of `pawl gate` that make it run a plan. */
export function planned(command: Command): Command {
  return command
    .option('--plan <file>', 'run this plan, whatever --base and --head say')
    .option('--shard <i/n>', 'with --plan: one part of it alone')
    .option('--out <dir>', 'with --shard: the folder for what it brings')
    .option('--after <folders...>', 'with --shard and the plan of round 2: what the shard brought in round 1')
    .option('--attempt <n>', 'with --shard: counts how often it was run', '1');
}
