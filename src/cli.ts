import { Command, Option } from 'commander';
import packageFile from '../package.json' with { type: 'json' };
import { accepting } from './cli/accept.ts';
import { knowledge } from './cli/knowledge.ts';
import { defaultStore } from './commands/options.ts';
import { addSetupCommands } from './commands/setup-commands.ts';
import type { Surroundings } from './commands/surroundings.ts';
import { UserError } from './errors.ts';

function surroundings(signal: AbortSignal): Surroundings {
  const { stdout, stderr, env } = process;
  const terminal = stderr.isTTY === true && env.CI === undefined;
  return {
    directory: process.cwd(),
    environment: env,
    stdin: () => process.stdin,
    print: (text) => stdout.write(`${text}\n`),
    warn: (text) => stderr.write(`${text}\n`),
    terminal,
    width: stdout.columns ?? 120,
    color: stdout.isTTY === true && env.NO_COLOR === undefined,
    now: new Date(),
    signal,
  };
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
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

function comparing(command: Command): Command {
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

function program(signal: AbortSignal): Command {
  const root = new Command('pawl')
    .description('The regression gate for LLM agents: replays recorded traffic against base and head, slice by slice.')
    .version(packageFile.version)
    .exitOverride();
  addSetupCommands(root, () => surroundings(signal), exitWith);
  replaying(root.command('gate').description('compare head with base and decide'))
    .option('--base <ref>', 'the branch that the change goes to', 'origin/main')
    .option('--head <ref>', 'the change: a commit, or WORKTREE for the uncommitted files', 'HEAD')
    .option('--trials <n>', 'trials per case and side, all at once')
    .option('--offline', 'answer from the store alone; what it lacks is not covered')
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown')
    .action(async (options) =>
      exitWith((await import('./commands/gate.ts')).gateCommand(options, surroundings(signal))),
    );
  accepting(root, (command) => exitWith(command(surroundings(signal))));
  comparing(
    root.command('compare').description("the same decision on other harnesses' results; nothing is replayed"),
  ).action(async (base: string, head: string, options) =>
    exitWith((await import('./commands/compare.ts')).compareCommand(base, head, options, surroundings(signal))),
  );
  replaying(root.command('repro').description('run one case of a report again, on this machine, base beside head'))
    .argument('<report>', 'the JSON report of a gate run')
    .requiredOption('--case <id>', 'the case')
    .option('--trial <n>', 'the trial; left out = the one that the report shows')
    .option('--offline', 'answer from the store alone')
    .action(async (report: string, options) =>
      exitWith((await import('./commands/repro.ts')).reproCommand(report, options, surroundings(signal))),
    );
  reservoirCommands(root, signal);
  replaying(
    root.command('aa').description('base against base: flaky cases, false alarms, power of the gate on this corpus'),
  )
    .option('--ref <ref>', 'the commit', 'HEAD')
    .option('--pull-requests <n>', 'how many unchanged pull requests to decide', '1000')
    .option('--seed <text>', 'seeds the draws', '1')
    .option('--json <file>', 'write the figures as JSON')
    .action(async (options) =>
      exitWith((await import('./commands/aa.ts')).noiseCommand(options, surroundings(signal))),
    );
  recording(root, signal);
  traffic(root, signal);
  corpus(root, signal);
  return root;
}

/** Recording, and what an agent starts in the place of its MCP servers. */
function recording(root: Command, signal: AbortSignal): void {
  replaying(root.command('record').description('run the agent over inputs and write the cases of a corpus'))
    .option('--inputs <file>', 'JSON Lines: {id, input, slices, cohorts, cluster, weight, expectations}')
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
      exitWith((await import('./commands/record.ts')).recordCommand(options, surroundings(signal))),
    );
  root
    .command('mcp')
    .description("stands for an MCP server: the agent's MCP configuration starts it in place of the real one")
    .argument('<server>', "the server's name under mcp.servers in pawl.yml")
    .option('--url <url>', 'the gateway, where PAWL_MCP_URL is not in the environment')
    .action(async (server: string, options) =>
      exitWith((await import('./commands/mcp.ts')).mcpCommand(server, options, surroundings(signal))),
    );
}

function keeping(cases: Command, signal: AbortSignal): void {
  const reading = (command: Command): Command =>
    command.option('--config <file>', 'settings file, relative to the repository', 'pawl.yml');
  reading(cases.command('list').description('the cases of all corpus files'))
    .option('--slice <name>', 'take only cases of this slice (repeatable: of all of them)', collect)
    .addOption(new Option('--status <status>', 'take only these').choices(['active', 'quarantined', 'retired']))
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('./commands/corpus-list.ts')).corpusListCommand(options, surroundings(signal))),
    );
  reading(cases.command('show').description('one case: where it comes from, its input, what was recorded'))
    .argument('<id>', 'the case')
    .option('--json', 'as JSON')
    .action(async (id: string, options) =>
      exitWith((await import('./commands/corpus-list.ts')).corpusShowCommand(id, options, surroundings(signal))),
    );
  reading(
    cases.command('check').description('which cases are stale: changed tools, incomplete tapes, what cannot be met'),
  )
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('./commands/corpus-check.ts')).corpusCheckCommand(options, surroundings(signal))),
    );
  reading(
    cases.command('retire').description('take cases out of the replay; they stay in their files, with the reason'),
  )
    .argument('<ids...>', 'the cases')
    .requiredOption('--reason <text>', 'why, for whoever reads the file')
    .action(async (ids: string[], options) =>
      exitWith((await import('./commands/corpus-retire.ts')).corpusRetireCommand(ids, options, surroundings(signal))),
    );
}

/** Cases: out of the traffic store, and kept in order. */
function corpus(root: Command, signal: AbortSignal): void {
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
    .action(async (options) =>
      exitWith((await import('./commands/corpus-build.ts')).corpusBuildCommand(options, surroundings(signal))),
    );
  drawing(cases.command('add').description('make a case of one trajectory of the traffic'))
    .argument('<trace-id>', 'the id of a trace with one trajectory, of a finished run or of a trajectory')
    .action(async (id: string, options) =>
      exitWith((await import('./commands/corpus-add.ts')).corpusAddCommand(id, options, surroundings(signal))),
    );
  keeping(cases, signal);
}

function reservoirCommands(root: Command, signal: AbortSignal): void {
  const reservoir = root.command('reservoir').description("base's own trials, drawn once on main");
  const ofCommit = (name: string, what: string): Command =>
    replaying(reservoir.command(name).description(what)).option('--ref <ref>', 'the commit', 'HEAD');
  ofCommit('fill', 'draw the trials of a commit that are not in the store yet')
    .option('--trials <n>', 'trials per case')
    .action(async (options) =>
      exitWith((await import('./commands/reservoir.ts')).fillCommand(options, surroundings(signal))),
    );
  ofCommit('show', 'how many trials of each case the store holds for a commit').action(async (options) =>
    exitWith((await import('./commands/reservoir.ts')).showCommand(options, surroundings(signal))),
  );
  ofCommit('check', 'replay a commit on stored answers alone: which stored trials still count').action(
    async (options) => exitWith((await import('./commands/reservoir.ts')).checkCommand(options, surroundings(signal))),
  );
}

/** Production traffic: what comes in, what is kept, what goes. */
function traffic(root: Command, signal: AbortSignal): void {
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
      exitWith((await import('./commands/ingest.ts')).ingestCommand(files, options, surroundings(signal))),
    );
  writing(root.command('collect').description('receive OpenTelemetry traces and logs over HTTP until it is ended'))
    .option('--port <n>', 'the port to listen on, 0 = any', '4318')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .action(async (options) =>
      exitWith((await import('./commands/collect.ts')).collectCommand(options, surroundings(signal))),
    );
  writing(root.command('forget').description('take a trace, or all of a user, out of every file of the traffic store'))
    .argument('[trace-id]', 'the id of a trace, a finished run or a trajectory')
    .option('--user <id>', 'the id of a user')
    .action(async (traceId: string | undefined, options) =>
      exitWith((await import('./commands/forget.ts')).forgetCommand(traceId, options, surroundings(signal))),
    );
  storing(
    root
      .command('drift')
      .description('which rates of the kept traffic have shifted, since when, and what changed then'),
  )
    .option('--since <day>', 'the first day whose alarms are told (default: a week before the last one)')
    .option('--accepted <day>', 'a day from which a new level is meant; may be given more than once', collect, [])
    .option('--ref <ref>', 'the branch whose commits are suspects', 'HEAD')
    .option('--config <file>', 'says what the agent is (default: pawl.yml, where there is one)')
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('./commands/drift.ts')).driftCommand(options, surroundings(signal))),
    );
  knowledge(root, { surroundings: () => surroundings(signal), exitWith, defaultStore });
  const kept = root.command('traffic').description('the traffic store');
  storing(kept.command('show').description('what it holds: days, outcomes, models, problems'))
    .option('--json', 'as JSON')
    .action(async (options) =>
      exitWith((await import('./commands/traffic.ts')).trafficCommand(options, surroundings(signal))),
    );
  writing(kept.command('compact').description('merge small files and drop what was replaced')).action(async (options) =>
    exitWith((await import('./commands/traffic.ts')).compactCommand(options, surroundings(signal))),
  );
}

async function exitWith(code: Promise<number>): Promise<void> {
  process.exitCode = await code;
}

/** Exit codes of DESIGN.md section 7: 2 = the user must change something, 3 = a defect of ours. */
function report(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('commander.'))
    return 'exitCode' in error && error.exitCode === 0 ? 0 : 2;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`this is a defect in pawl, not a regression:\n${stack}\n`);
  return 3;
}

// A stray fault is a defect (3); Node's own exit code for it, 1, would mean "block".
process.on('uncaughtException', (fault) => process.exit(report(fault)));
process.stdout.on('error', (fault: Error) => {
  process.stderr.write(`standard output cannot be written: ${fault.message}\n`);
  process.exit(process.exitCode === undefined || process.exitCode === 0 ? 2 : process.exitCode);
});
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort('interrupted'));
process.once('SIGTERM', () => interrupt.abort('terminated'));
try {
  await program(interrupt.signal).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
