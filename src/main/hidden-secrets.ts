import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject, isSecretName, parseJson } from '../trace/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Of Node's `process`: what this needs of it. */
export type OwnProcess = Pick<
  NodeJS.Process,
  'argv' | 'env' | 'execArgv' | 'execPath' | 'execve' | 'platform' | 'stdout'
>;

/** Names the file with what was taken out. */
const FILE_VARIABLE = 'PAWL_HIDDEN_FILE';
/** The only modes in which anything of the change runs beside pawl. */
const REPLAYING: readonly string[] = ['', 'auto', 'replay'];
/** What Node, git and GitHub's own libraries read for themselves. A key may have any name, so all others count as one. */
const MACHINE =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|PWD|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|CI|(?:GITHUB|RUNNER|INPUT|ACTIONS|SSL|NO|HTTPS?|ALL)_.*)$/i;
/**
 * What Node reads when it starts, before anything of the change runs, and for its network: the word of the workflow's author.
 * The others are hidden as well. Some name folders from which Node takes programs later on, when an agent may have written
 * there: `NODE_COMPILE_CACHE`, `NODE_PATH`.
 */
const NODE_AT_START =
  /^NODE_(?:OPTIONS|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED|USE_ENV_PROXY|USE_SYSTEM_CA|DEBUG|NO_WARNINGS)$/;
/** GitHub's client for uploads finds it nowhere else; it opens nothing but the uploads of this run. */
const READ_BY_A_LIBRARY = 'ACTIONS_RUNTIME_TOKEN';

/**
 * What a process was started with can be read in `/proc` as long as it lives, whatever it does to its variables. So where
 * it will replay, it puts them into a file of its own, starts itself anew in its own place without them, and reads and removes
 * the file before anything else runs. Returns the environment as it was; nothing of it that may be a key stands in
 * `process.env`. Where the system has no such call (Windows), or no file can be written, the environment stays as it is.
 */
export function withHiddenSecrets(own: OwnProcess): Environment {
  const file = own.env[FILE_VARIABLE];
  if (file !== undefined) return takenBack(own, file);
  const secrets = Object.entries(own.env).filter(
    ([name]) => isSecretName(name) || !(MACHINE.test(name) || NODE_AT_START.test(name)),
  );
  const isReplaying = REPLAYING.includes((own.env.INPUT_MODE ?? '').trim());
  if (isReplaying && secrets.length > 0 && own.platform !== 'win32' && own.execve !== undefined)
    startAnew(own, secrets);
  return { ...own.env };
}

/** Does not return, unless it cannot be done. */
function startAnew(own: OwnProcess, secrets: readonly (readonly [string, string | undefined])[]): void {
  const file = join(own.env.RUNNER_TEMP ?? tmpdir(), `pawl-${randomUUID()}`);
  let isThere = false;
  try {
    // Opened by itself: where the disk fills up half way, there is something to be removed.
    const opened = openSync(file, 'wx', 0o600);
    isThere = true;
    writeFileSync(opened, JSON.stringify(Object.fromEntries(secrets)));
    closeSync(opened);
    const hidden = new Set(secrets.map(([name]) => name));
    const kept = Object.entries(own.env).filter(([name]) => !hidden.has(name));
    const [, ...script] = own.argv;
    const environment = { ...Object.fromEntries(kept), [FILE_VARIABLE]: file };
    own.execve?.(own.execPath, [own.execPath, ...own.execArgv, ...script], environment);
  } catch (fault) {
    if (isThere) rmSync(file);
    const why = fault instanceof Error ? fault.message : String(fault);
    own.stdout.write(`keys could not be taken out of this process's environment: ${JSON.stringify(why)}\n`);
  }
}

function takenBack(own: OwnProcess, file: string): Environment {
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  delete own.env[FILE_VARIABLE];
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error(`${FILE_VARIABLE} names a file that pawl has not written`);
  const hidden = Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'string' ? [[name, one] as const] : [],
  );
  for (const [name, one] of hidden) if (name === READ_BY_A_LIBRARY) own.env[name] = one;
  return { ...own.env, ...Object.fromEntries(hidden) };
}
