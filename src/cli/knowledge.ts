import type { Command } from 'commander';
import type { Surroundings } from '../commands/surroundings.ts';
import { backfillCommands } from './backfill.ts';

/** What commands are given, and who ends the program with what they return. */
export interface CommandPlace {
  readonly surroundings: () => Surroundings;
  readonly exitWith: (code: Promise<number>) => Promise<void>;
  readonly defaultStore: string;
}

/** What is learnt from the traffic over time. */
export function knowledge(root: Command, place: CommandPlace): void {
  const { surroundings, exitWith, defaultStore } = place;
  const keeping = (command: Command): Command =>
    command
      .option('--store <dir>', 'where traffic is kept', defaultStore)
      .option('--json', 'as JSON')
      .option('--csv', 'as CSV');
  keeping(root.command('ledger').description('what changed and when: prompts, tools, models, and how tools answer'))
    .option('--since <day>', 'the first day that is taken in and shown (default: all)')
    .option('--ref <ref>', 'the branch whose history is read', 'HEAD')
    .option('--config <file>', 'says what the agent is (default: pawl.yml, where there is one)')
    .action(async (options) =>
      exitWith((await import('../commands/ledger.ts')).ledgerCommand(options, surroundings())),
    );
  keeping(root.command('changes').description('what the ledger lists before a moment'))
    .option('--since <time>', 'so long before it, such as 48h or 7d', '48h')
    .option('--before <moment>', 'a day or a moment, UTC (default: the last entry)')
    .action(async (options) =>
      exitWith((await import('../commands/ledger.ts')).changesCommand(options, surroundings())),
    );
  backfillCommands(root, place);
}
