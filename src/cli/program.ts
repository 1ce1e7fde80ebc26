import { Command } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { addCorpusCommands } from '../commands/corpus-commands.ts';
import { collect, defaultStore } from '../commands/options.ts';
import { addSetupCommands } from '../commands/setup-commands.ts';
import type { Surroundings } from '../commands/surroundings.ts';
import { UserError } from '../errors.ts';
import { accepting } from './accept.ts';
import { attributing } from './attribute.ts';
import { type CommandPlace, repeatable } from './command-place.ts';
import { comparing } from './comparing.ts';
import { knowledge } from './knowledge.ts';
import { planned, sharding } from './shards.ts';

/** Runs one command line, whose first words name the command; what it returns is the exit code. Never throws. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode = 0;
  const exitWith = async (code: Promise<number>): Promise<void> => {
    exitCode = await code;
  };
  try {
    await program({ surroundings: () => surroundings, exitWith, defaultStore }).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return sayFault(error, surroundings.warn);
  }
}

/** Exit codes as README.md lists them: 2 = the user must change something, 3 = a defect of ours. */
export function sayFault(error: unknown, warn: Surroundings['warn']): number {
  if (error instanceof UserError) {
    warn(error.message);
    return 2;
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('commander.'))
    return 'exitCode' in error && error.exitCode === 0 ? 0 : 2;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  warn(`this is a defect in pawl, not a regression:\n${stack}`);
  return 3;
}

/** What is printed ends its own lines. */
function withoutEnd(text: string): string {
  return text.replace(/\n$/, '');
}

/** Options of every command that starts the agent. */
function replaying(command: Command): Command {
  return command
    .option('--config <file>', 'settings file, relative to the repository', 'pawl.yml')
    .option('--store <dir>', 'where answers and base trials are kept', defaultStore)
    .option('--concurrency <n>', 'agent processes at once')
    .option('--provider-url <name=url>', 'another address for a provider (repeatable)', collect)
    .option('--keys <file>', 'keys as lines NAME=value, in no environment; removed once read; - is standard input')
    .option('--isolation <mode>', 'how the agent is kept from the keys: auto, required or off')
    .option('--allow-unisolated', 'replay even where the agent cannot be kept from the keys');
}

function program(place: CommandPlace): Command {
  const { surroundings, exitWith } = place;
  const root = new Command('pawl')
    .description('The regression gate for LLM agents: replays recorded traffic against base and head, slice by slice.')
    .version(packageFile.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings().print(withoutEnd(text)),
      writeErr: (text) => surroundings().warn(withoutEnd(text)),
    });
  addSetupCommands(root, surroundings, exitWith);
  planned(replaying(root.command('gate').description('compare head with base and decide')))
    .option('--base <ref>', 'the branch that the change goes to', 'origin/main')
    .option('--head <ref>', 'the change: a commit, or WORKTREE for the uncommitted files', 'HEAD')
    .option('--trials <n>', 'trials per case and side, all at once')
    .option('--slice <name>', 'replay the cases of this slice alone (repeatable); the others are not judged', collect)
    .option('--offline', 'answer from the store alone; what it lacks is not covered')
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown')
    .action(async (options) => exitWith((await import('../commands/gate.ts')).gateCommand(options, surroundings())));
  accepting(root, (command) => exitWith(command(surroundings())));
  comparing(root, place);
  attributing(root, replaying, place);
  replaying(root.command('repro').description('run one case of a report again, on this machine, base beside head'))
    .argument('<report>', 'the JSON report of a gate run')
    .requiredOption('--case <id>', 'the case')
    .option('--trial <n>', 'the trial; left out = the one that the report shows')
    .option('--offline', 'answer from the store alone')
    .action(async (report: string, options) =>
      exitWith((await import('../commands/repro.ts')).reproCommand(report, options, surroundings())),
    );
  sharding(root, replaying, place);
  reservoirCommands(root, place);
  replaying(
    root.command('aa').description('base against base: flaky cases, false alarms, power of the gate on this corpus'),
  )
    .option('--ref <ref>', 'the commit', 'HEAD')
    .option('--pull-requests <n>', 'how many unchanged pull requests to decide', '1000')
    .option('--seed <text>', 'seeds the draws', '1')
    .option('--json <file>', 'write the figures as JSON')
    .action(async (options) => exitWith((await import('../commands/aa.ts')).noiseCommand(options, surroundings())));
  recording(root, place);
  traffic(root, place);
  addCorpusCommands(root, surroundings, exitWith);
  return root;
}

/** Recording, and what an agent starts in the place of its MCP servers. */
function recording(root: Command, { surroundings, exitWith }: CommandPlace): void {
  replaying(root.command('record').description('run the agent over inputs and write the cases of a corpus'))
    .option('--inputs <file>', 'JSON Lines: {id, input or turns, slices, cohorts, cluster, weight, expectations}')
    .requiredOption('--out <file>', 'the corpus: .jsonl, .jsonl.gz or .jsonl.zst')
    .option('--tools-url <url>', 'the real tools: POST <url>/<name> with the arguments')
    .option('--ref <ref>', 'the commit to record, or WORKTREE', 'WORKTREE')
    .option('--recordings <n>', 'recordings per case', '1')
    .option(
      '--proxy <port>',
      'in the place of --inputs: pass on and record what an agent that runs elsewhere asks here',
    )
    .option('--conversation-header <name>', 'with --proxy: the header that tells conversations apart')
    .option('--conversation-metadata <key>', "with --proxy: the member of a request's metadata that does")
    .action(async (options) =>
      exitWith((await import('../commands/record.ts')).recordCommand(options, surroundings())),
    );
  root
    .command('mcp')
    .description("stands for an MCP server: the agent's MCP configuration starts it in place of the real one")
    .argument('<server>', "the server's name under mcp.servers in pawl.yml")
    .option('--url <url>', 'the gateway, where PAWL_MCP_URL is not in the environment')
    .action(async (server: string, options) =>
      exitWith((await import('../commands/mcp.ts')).mcpCommand(server, options, surroundings())),
    );
}

function reservoirCommands(root: Command, { surroundings, exitWith }: CommandPlace): void {
  const reservoir = root.command('reservoir').description("base's own trials, drawn once on main");
  const ofCommit = (name: string, what: string): Command =>
    replaying(reservoir.command(name).description(what)).option('--ref <ref>', 'the commit', 'HEAD');
  ofCommit('fill', 'draw the trials of a commit that are not in the store yet')
    .option('--trials <n>', 'trials per case')
    .action(async (options) =>
      exitWith((await import('../commands/reservoir.ts')).fillCommand(options, surroundings())),
    );
  ofCommit('show', 'how many trials of each case the store holds for a commit').action(async (options) =>
    exitWith((await import('../commands/reservoir.ts')).showCommand(options, surroundings())),
  );
  ofCommit('check', 'replay a commit on stored answers alone: which stored trials still count').action(
    async (options) => exitWith((await import('../commands/reservoir.ts')).checkCommand(options, surroundings())),
  );
}

/** Production traffic: what comes in, what is kept, what goes. */
function traffic(root: Command, place: CommandPlace): void {
  const { surroundings, exitWith } = place;
  const storing = (command: Command): Command => command.option('--store <dir>', 'where traffic is kept', defaultStore);
  const writing = (command: Command): Command =>
    storing(command).option('--config <file>', 'its redaction holds (default: pawl.yml, where there is one)');
  writing(root.command('ingest').description('take traces and finished runs into the traffic store'))
    .argument(
      '<files...>',
      'OpenTelemetry traces and logs (JSON or protobuf), runs of other harnesses; plain, .gz or .zst; folders of them; - is standard input',
    )
    .option('--format <name>', 'where the content does not tell: otlp or the name of another harness')
    .action(async (files: string[], options) =>
      exitWith((await import('../commands/ingest.ts')).ingestCommand(files, options, surroundings())),
    );
  writing(root.command('collect').description('receive OpenTelemetry traces and logs over HTTP until it is ended'))
    .option('--port <n>', 'the port to listen on, 0 = any', '4318')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .action(async (options) =>
      exitWith((await import('../commands/collect.ts')).collectCommand(options, surroundings())),
    );
  writing(root.command('forget').description('take a trace, or all of a user, out of every file of the traffic store'))
    .argument('[trace-id]', 'the id of a trace, a finished run or a trajectory')
    .option('--user <id>', 'the id of a user')
    .action(async (traceId: string | undefined, options) =>
      exitWith((await import('../commands/forget.ts')).forgetCommand(traceId, options, surroundings())),
    );
  knowledge(root, place);
  const kept = root.command('traffic').description('the traffic store');
  storing(kept.command('show').description('what it holds: days, outcomes, models, problems'))
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('../commands/traffic.ts')).trafficCommand(options, surroundings())),
    );
  storing(kept.command('trace').description('what one trace shows the agent doing, without what moved nothing'))
    .argument('<id>', 'the id of a trace, a finished run or a trajectory')
    .option('--config <file>', 'says which tools only read (default: pawl.yml, where there is one)')
    .addOption(repeatable('--without <rule>', 'a rule of the Janitor to leave out, or all'))
    .option('--json', 'as JSON, with the spans that each step was read from')
    .action(async (id: string, options) =>
      exitWith((await import('../commands/traffic-trace.ts')).trafficTraceCommand(id, options, surroundings())),
    );
  writing(kept.command('compact').description('merge small files and drop what was replaced')).action(async (options) =>
    exitWith((await import('../commands/traffic.ts')).compactCommand(options, surroundings())),
  );
}
