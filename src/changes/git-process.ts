import { execFile, spawn } from 'node:child_process';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { cut, messageOf, UserError } from '../errors.ts';

export interface GitOptions {
  readonly repo: string;
  /** On top of the fixed environment. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Git is ended after so long; it then counts as one that could not run. */
  readonly timeoutMs?: number;
}

interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** No hook, no file system monitor and no transport of the repository's choice may run. */
const SAFE_CONFIG = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'protocol.ext.allow=never',
  'gc.auto=0',
].flatMap((setting) => ['-c', setting]);

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * With PATH and HOME all that git is given: what it starts (a filter) is the repository's choice and must find no key, and a
 * repository that another git process (a hook, a wrapper) has pinned must not redirect us.
 */
const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

/** The shell hands on what it has of the two, so that nothing here reads the environment. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are the shell's
const IN_CLEAN_ENVIRONMENT = 'exec env -i ${PATH+"PATH=$PATH"} ${HOME+"HOME=$HOME"} "$@"';
/** What the shell and `env` end with where a program cannot be started. Git itself ends with neither. */
const NOT_STARTED = [126, 127];

/** A file and its arguments that start git; nothing of them is read by the shell as code. */
function gitCommand(args: readonly string[], { environment = {} }: GitOptions): [string, string[]] {
  const variables = Object.entries({ ...ENVIRONMENT, ...environment }).map(([name, value]) => `${name}=${value}`);
  return ['/bin/sh', ['-c', IN_CLEAN_ENVIRONMENT, 'sh', ...variables, 'git', ...SAFE_CONFIG, ...args]];
}

/** Runs git; a failure is a result. @throws UserError where there is no git or no such folder. */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitResult> {
  return started(args, options, await endOf(args, options, MAX_OUTPUT_BYTES));
}

function started(args: readonly string[], options: GitOptions, ended: Ended): GitResult {
  if (ended.exitCode !== null && !NOT_STARTED.includes(ended.exitCode)) return { ...ended, exitCode: ended.exitCode };
  const why = ended.exitCode === null ? ended.problem : ended.stderr;
  const message = `git ${args[0] ?? ''} could not run in ${options.repo}: ${cut(why, 300)}`;
  throw new UserError({ where: null, message, hint: 'pawl needs git 2.30 or newer on the PATH, and the repository' });
}

/** Without an exit code it was not started, or ended from outside: by a signal, its time or too much output. */
interface Ended extends Omit<GitResult, 'exitCode'> {
  readonly exitCode: number | null;
  readonly problem: string;
  readonly saidTooMuch: boolean;
}

function endOf(args: readonly string[], options: GitOptions, maxBytes: number): Promise<Ended> {
  const limits = { timeout: options.timeoutMs ?? 0, maxBuffer: maxBytes };
  return new Promise((resolve) => {
    const child = execFile(
      ...gitCommand(args, options),
      { cwd: options.repo, encoding: 'buffer', ...limits },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        const saidTooMuch = error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
        resolve({ exitCode, stdout, stderr: stderr.toString('utf8'), problem: messageOf(error), saidTooMuch });
      },
    );
    // Git may end before it has read all; how it ended tells more than that.
    child.stdin?.on('error', () => undefined).end(options.input ?? '');
  });
}

/** Standard output of a command as it comes; a failure of git ends the stream with an error. */
export function gitStream(args: readonly string[], options: GitOptions): Readable {
  const output = new PassThrough();
  const child = spawn(...gitCommand(args, options), { cwd: options.repo, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = buffer(child.stderr);
  child.stdout.pipe(output, { end: false });
  child.once('error', (error) => output.destroy(error));
  child.once('close', async (exitCode) => {
    if (exitCode === 0) output.end();
    else output.destroy(failure(args, options, exitCode, (await said).toString('utf8')));
  });
  // Who stops reading wants no more of it.
  output.once('close', () => child.kill());
  return output;
}

/** Standard output of a command that has to succeed. @throws UserError with git's own words. */
export async function gitOutput(args: readonly string[], options: GitOptions): Promise<Buffer> {
  return outputOf(args, options, await runGit(args, options));
}

/** The same where it is no more than so many bytes; null = it is more, and git was ended. */
export async function gitOutputWithin(
  maxBytes: number,
  args: readonly string[],
  options: GitOptions,
): Promise<Buffer | null> {
  const ended = await endOf(args, options, maxBytes);
  return ended.saidTooMuch ? null : outputOf(args, options, started(args, options, ended));
}

function outputOf(args: readonly string[], options: GitOptions, { exitCode, stdout, stderr }: GitResult): Buffer {
  if (exitCode === 0) return stdout;
  throw failure(args, options, exitCode, stderr);
}

function failure(args: readonly string[], { repo }: GitOptions, exitCode: number | null, stderr: string): UserError {
  const message = `git ${args[0] ?? ''} failed in ${repo} (exit ${exitCode ?? 'by a signal'}): ${cut(stderr, 500)}`;
  return new UserError({ where: null, message, hint: hintFor(stderr) });
}

function hintFor(stderr: string): string | null {
  if (stderr.includes('dubious ownership'))
    return 'run git config --global --add safe.directory with the folder, or check out as the same user';
  if (stderr.includes('not a git repository')) return 'run pawl in a git checkout';
  return null;
}

/** Fields that end in NUL, as `-z` writes them. Bytes that are no UTF-8 become U+FFFD. */
export function nulFields(output: Buffer): readonly string[] {
  const fields = output.toString('utf8').split('\0');
  fields.pop();
  return fields;
}
