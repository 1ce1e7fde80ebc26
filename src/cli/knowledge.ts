import { type Command, Option } from 'commander';
import { backfillCommands, statusCommands } from './backfill.ts';
import { type CommandPlace, watching } from './command-place.ts';

/** What is learnt from the traffic over time. */
export function knowledge(root: Command, place: CommandPlace): void {
  const { surroundings, exitWith, defaultStore } = place;
  const keeping = (command: Command): Command =>
    command
      .option('--store <dir>', 'where traffic is kept', defaultStore)
      .option('--json', 'as JSON')
      .option('--csv', 'as CSV');
  watching(
    root
      .command('drift')
      .description('which rates of the kept traffic have shifted, since when, and what changed then')
      .option('--store <dir>', 'where traffic is kept', defaultStore),
    'told',
  )
    .option('--json', 'as JSON')
    .action(async (options) => exitWith((await import('../commands/drift.ts')).driftCommand(options, surroundings())));
  keeping(root.command('ledger').description('what changed and when: prompts, tools, models, and how tools answer'))
    .option('--since <day>', 'the first day that is taken in and shown (default: all)')
    .option('--ref <ref>', 'the branch whose history is read', 'HEAD')
    .option('--config <file>', 'says what the agent is (default: pawl.yml, where there is one)')
    .action(async (options) =>
      exitWith((await import('../commands/ledger.ts')).ledgerCommand(options, surroundings())),
    );
  keeping(root.command('changes').description('what the ledger lists before a moment'))
    .option('--since <time>', 'so long before it, such as 48h or 7d', '48h')
    .option('--before <moment>', 'a day or a moment, UTC, or an incident (default: the last entry)')
    .action(async (options) =>
      exitWith((await import('../commands/ledger.ts')).changesCommand(options, surroundings())),
    );
  incidents(root, place);
  backfillCommands(root, place);
  statusCommands(root, place);
}

function incidents(root: Command, { surroundings, exitWith, defaultStore }: CommandPlace): void {
  const all = root.command('incidents').description('shifts of behaviour that have one cause');
  const keeping = (command: Command): Command => command.option('--store <dir>', 'where traffic is kept', defaultStore);
  watching(keeping(all.command('update').description('take what shifted in the traffic into incidents')), 'taken in')
    .option('--publish', 'one issue an incident on GitHub, updated in place')
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('../commands/incidents.ts')).updateCommand(options, surroundings())),
    );
  keeping(all.command('list').description('incidents that stand'))
    .option('--all', 'closed ones too')
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('../commands/incidents.ts')).listCommand(options, surroundings())),
    );
  keeping(all.command('show').description('one incident: what shifted, its source, its timeline'))
    .argument('<id>', 'as list prints it')
    .option('--json', 'as JSON')
    .action(async (id: string, options) =>
      exitWith((await import('../commands/incidents.ts')).showCommand(id, options, surroundings())),
    );
  keeping(all.command('close').description('close one; it is opened again when it comes back, unless it was noise'))
    .argument('<id>', 'as list prints it')
    .addOption(new Option('--as <status>', 'what it was').choices(['resolved', 'noise']).default('resolved'))
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options) =>
      exitWith((await import('../commands/incidents.ts')).closeCommand(id, options, surroundings())),
    );
}
