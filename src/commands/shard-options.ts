import type { Command } from 'commander';
import type { Surroundings } from './surroundings.ts';

/** What the commands of a run on several machines take; each is loaded when it is called. */
export interface Parsing {
  readonly replaying: (command: Command) => Command;
  readonly run: (command: (surroundings: Surroundings) => Promise<number>) => Promise<void>;
  readonly defaultStore: string;
}

export function addShardCommands(root: Command, { replaying, run, defaultStore }: Parsing): void {
  replaying(root.command('plan').description('what is affected and what it takes; a plan for several machines'))
    .option('--base <ref>', 'the branch that the change goes to', 'origin/main')
    .option('--head <ref>', 'the change: a commit', 'HEAD')
    .option('--shards <n>', 'how many machines, or auto', 'auto')
    .option('--offline', 'the shards answer from the store alone')
    .option('--out <file>', 'write the plan')
    .action((options) => run(async (world) => (await import('./plan.ts')).planCommand(options, world)));
  root
    .command('merge')
    .description('decide from what the shards of a plan brought')
    .argument('<folders...>', 'what pawl gate --shard wrote, of all shards')
    .requiredOption('--plan <file>', 'the plan that pawl plan wrote')
    .option('--next <file>', 'where round 2 has something to do: write its plan, and decide nothing')
    .option('--store <dir>', 'where the last A/A line is kept', defaultStore)
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown')
    .action((folders: string[], options) =>
      run(async (world) => (await import('./merge.ts')).mergeCommand(folders, options, world)),
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
