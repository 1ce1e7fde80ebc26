import type { Command } from 'commander';
import { type CommandPlace, watching } from './command-place.ts';

/** `pawl backfill` and `pawl backfill merge` on the command line. */
export function backfillCommands(root: Command, { surroundings, exitWith, defaultStore }: CommandPlace): void {
  const asking = (command: Command): Command =>
    command
      .option('--store <dir>', 'where traffic and results are kept', defaultStore)
      .option('--hypothesis <file>', 'a question to history in YAML (default: all dimensions of behaviour)')
      .option('--config <file>', 'says the slices of now (default: pawl.yml, where there is one)');
  const backfill = asking(
    root
      .command('backfill')
      .description('scan the kept traffic by day, for all dimensions of behaviour or for a hypothesis'),
  )
    .option('--since <day>', 'the first day')
    .option('--until <day>', 'the last day')
    .option('--shard <i/n>', 'do the part of one of several jobs')
    .option('--json <file>', 'write the summaries of the days as JSON Lines')
    .action(async (options) =>
      exitWith((await import('../commands/backfill.ts')).backfillCommand(options, surroundings())),
    );
  asking(backfill.command('merge').description('take what shards have computed into the store'))
    .argument('<stores...>', "the shards' stores, or their folders of results")
    .action(async (stores: string[], _, command: Command) => {
      // What stands behind `merge` is an option of `backfill` too, which takes it.
      const options = command.optsWithGlobals<{ store: string; hypothesis?: string; config?: string }>();
      return exitWith(
        (await import('../commands/backfill-merge.ts')).backfillMergeCommand(stores, options, surroundings()),
      );
    });
}

/** `pawl status` on the command line. */
export function statusCommands(root: Command, { surroundings, exitWith, defaultStore }: CommandPlace): void {
  watching(
    root
      .command('status')
      .description('how the agent behaves by the newest day, what alarms, what is known; also for the summary of a job')
      .option('--store <dir>', 'where traffic and results are kept', defaultStore),
    'told',
  )
    .option('--reservoir', 'tell of the base trials that the store holds for --ref, too')
    .option('--markdown <file>', 'write it as Markdown, too')
    .action(async (options) =>
      exitWith((await import('../commands/status.ts')).statusCommand(options, surroundings())),
    );
}
