import { type Command, Option } from 'commander';
import { collect } from '../commands/options.ts';
import type { Surroundings } from '../commands/surroundings.ts';

/** What commands are given, and who ends the program with what they return. */
export interface CommandPlace {
  readonly surroundings: () => Surroundings;
  readonly exitWith: (code: Promise<number>) => Promise<void>;
  readonly defaultStore: string;
}

/** An option that may be given more than once, or not at all. */
export function repeatable(flags: string, what: string): Option {
  return new Option(flags, `${what} (repeatable)`).argParser(collect).default([], 'none');
}

/** What every command takes that looks for alarms in the kept traffic; `since` says what becomes of those of that day. */
export function watching(command: Command, since: 'told' | 'taken in'): Command {
  return command
    .option('--since <day>', `the first day whose alarms are ${since} (default: a week before the last one)`)
    .addOption(repeatable('--accepted <day>', 'a day from which a new level is meant'))
    .option('--ref <ref>', 'the branch whose commits are suspects', 'HEAD')
    .option('--config <file>', 'says what the agent is (default: pawl.yml, where there is one)');
}
