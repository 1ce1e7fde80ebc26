import { type Command, Option } from 'commander';
import { collect, defaultStore } from './options.ts';
import type { Surroundings } from './surroundings.ts';

interface Caller {
  readonly surroundings: () => Surroundings;
  /** Is told how a command will end. */
  readonly ended: (code: Promise<number>) => Promise<void>;
}

/** `pawl corpus`, as it is called: cases out of the traffic store, and kept in order. */
export function addCorpusCommands(
  root: Command,
  surroundings: () => Surroundings,
  ended: (code: Promise<number>) => Promise<void>,
): void {
  const cases = root
    .command('corpus')
    .description('the cases that the gate replays: drawn from the traffic, kept in order');
  const drawing = (command: Command): Command =>
    command
      .requiredOption('--out <file>', 'the corpus file: .jsonl, .jsonl.gz or .jsonl.zst; what it has is kept')
      .option('--store <dir>', 'where traffic is kept', defaultStore)
      .option('--config <file>', 'settings file, relative to the repository', 'pawl.yml');
  drawing(cases.command('build').description('draw cases from the traffic, stratified by slice, with weights'))
    .option('--size <n>', 'cases drawn from all of the traffic', '400')
    .option('--per-slice <n>', 'cases that every slice has at least', '20')
    .option('--days <n>', 'draw from the newest days alone (default: from all)')
    .option('--seed <text>', 'seeds the draw', '1')
    .option('--refit', 'find text clusters anew, beginning at those there are')
    .action(async (options) => ended((await import('./corpus-build.ts')).corpusBuildCommand(options, surroundings())));
  drawing(cases.command('add').description('make a case of one trajectory of the traffic'))
    .argument('<trace-id>', 'the id of a trace with one trajectory, of a finished run or of a trajectory')
    .action(async (id: string, options) =>
      ended((await import('./corpus-add.ts')).corpusAddCommand(id, options, surroundings())),
    );
  keeping(cases, { surroundings, ended });
}

function keeping(cases: Command, { surroundings, ended }: Caller): void {
  const reading = (command: Command): Command =>
    command.option('--config <file>', 'settings file, relative to the repository', 'pawl.yml');
  reading(cases.command('list').description('the cases of all corpus files'))
    .option('--slice <name>', 'take only cases of this slice (repeatable: of all of them)', collect)
    .addOption(new Option('--status <status>', 'take only these').choices(['active', 'quarantined', 'retired']))
    .option('--json', 'as JSON')
    .action(async (options) => ended((await import('./corpus-list.ts')).corpusListCommand(options, surroundings())));
  reading(cases.command('show').description('one case: where it comes from, its input, what was recorded'))
    .argument('<id>', 'the case')
    .option('--json', 'as JSON')
    .action(async (id: string, options) =>
      ended((await import('./corpus-list.ts')).corpusShowCommand(id, options, surroundings())),
    );
  reading(
    cases.command('check').description('which cases are stale: changed tools, incomplete tapes, what cannot be met'),
  )
    .option('--json', 'as JSON')
    .action(async (options) => ended((await import('./corpus-check.ts')).corpusCheckCommand(options, surroundings())));
  reading(
    cases.command('retire').description('take cases out of the replay; they stay in their files, with the reason'),
  )
    .argument('<ids...>', 'the cases')
    .requiredOption('--reason <text>', 'why, for whoever reads the file')
    .action(async (ids: string[], options) =>
      ended((await import('./corpus-retire.ts')).corpusRetireCommand(ids, options, surroundings())),
    );
}
