import { type Command, Option } from 'commander';
import { collect } from '../commands/options.ts';
import type { CommandPlace } from './command-place.ts';

/** The same decision on results that another harness has. */
export function comparing(root: Command, { surroundings, exitWith }: CommandPlace): void {
  root
    .command('compare')
    .description("the same decision on other harnesses' results; nothing is replayed")
    .argument('<base>', "base's results: JSON, JSON Lines, CSV or JUnit XML, plain, .gz or .zst; or a folder of them")
    .argument('<head>', "head's")
    .option(
      '--format <name>',
      'pawl, tau-bench, tau2, agentdojo, promptfoo, inspect, junit or csv, where the content does not tell',
    )
    .option('--where <k=v>', 'take only these results (repeatable; of one attribute any value, null = absent)', collect)
    .option('--base-where <k=v>', 'the same for base alone', collect)
    .option('--head-where <k=v>', 'the same for head alone', collect)
    .option('--case-by <k,k>', 'attributes that tell the case')
    .option('--trial-by <k>', 'attribute that tells the trials of a case apart')
    .option('--slice-by <k,k>', 'attributes that tell the slices')
    .option('--unit <k,k>', 'attributes that tell what ran together: it trades places as a whole')
    .option('--cluster <k,k>', 'attributes that tell the task: does it hold for new ones?')
    .addOption(new Option('--gate-on <what>', 'what a block is about').choices(['unit', 'cluster']).default('unit'))
    .option('--config <file>', 'its gate section is the policy (default: pawl.yml, where there is one)')
    .addOption(
      new Option('--inconclusive <policy>', 'exit 0 or 5, whatever the policy says').choices(['warn', 'block']),
    )
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown')
    .action(async (base: string, head: string, options) =>
      exitWith((await import('../commands/compare.ts')).compareCommand(base, head, options, surroundings())),
    );
}
