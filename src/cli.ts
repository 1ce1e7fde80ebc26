import { runCommand, sayFault } from './cli/program.ts';
import type { Surroundings } from './commands/surroundings.ts';

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
    alone: true,
    width: stdout.columns ?? 120,
    color: stdout.isTTY === true && env.NO_COLOR === undefined,
    now: new Date(),
    signal,
  };
}

// A stray fault is a defect (3); Node's own exit code for it, 1, would mean "block".
process.on('uncaughtException', (fault) => process.exit(sayFault(fault, (text) => process.stderr.write(`${text}\n`))));
process.stdout.on('error', (fault: Error) => {
  process.stderr.write(`standard output cannot be written: ${fault.message}\n`);
  process.exit(process.exitCode === undefined || process.exitCode === 0 ? 2 : process.exitCode);
});
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort('interrupted'));
process.once('SIGTERM', () => interrupt.abort('terminated'));
process.exitCode = await runCommand(process.argv.slice(2), surroundings(interrupt.signal));
