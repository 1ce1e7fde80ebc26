import { type Command, Option } from 'commander';
import { collect } from './collect.ts';

/** Arguments and options of `pawl compare`. */
export function comparing(command: Command): Command {
  return command
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
    .option('--markdown <file>', 'write the report as Markdown');
}
