import { execFile } from 'node:child_process';
import { lchown, readdir, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cut, messageOf, UserError } from '../errors.ts';
import type { Isolation, IsolationPolicy } from './agent.ts';
import type { Launch } from './child.ts';
import { killUser } from './process-tree.ts';
import { releaseUsers, takeUsers } from './side-users.ts';
import type { Side } from './trial.ts';
import type { Checkout } from './worktree.ts';

const PROBE_TIMEOUT_MS = 10_000;
const SWITCHED_OFF: Isolation = { kind: 'none', why: 'switched off' };

/**
 * The whole disk read-only, an own /proc with an own pid namespace, no devices, and none of the sockets in /run: whoever
 * talks to a container daemon can read any /proc. What name resolution and NixOS need of /run is put back.
 */
const BUBBLEWRAP_ARGUMENTS = [
  ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/run'],
  ...['systemd/resolve', 'resolvconf', 'NetworkManager', 'current-system'].flatMap((name) => [
    '--ro-bind-try',
    `/run/${name}`,
    `/run/${name}`,
  ]),
  ...['--unshare-pid', '--unshare-ipc', '--die-with-parent', '--cap-drop', 'ALL'],
];

/**
 * What this machine can do of what the policy wants. `secrets` are the names of the keys and tokens that are present, `path`
 * is where `bwrap` is looked for. Throws a UserError where the agent would have to run without isolation and the policy
 * does not allow that.
 */
export async function chooseIsolation(
  policy: IsolationPolicy,
  secrets: readonly string[],
  path: string | undefined,
): Promise<Isolation> {
  const isolation =
    policy.mode === 'off' ? SWITCHED_OFF : await bestIsolation(path === undefined ? {} : { PATH: path });
  const closed = policy.network === 'closed';
  if (isolation.kind !== 'none') return closed ? { ...isolation, network: 'closed' } : isolation;
  if (closed) {
    const message = `the agent's network is to be closed, and it runs without isolation: ${isolation.why}`;
    throw new UserError({
      where: 'isolation.network',
      message,
      hint: 'install bubblewrap (bwrap), run pawl as root, or set isolation.network: open',
    });
  }
  if (policy.mode === 'required') {
    const message = `isolation is required, and this machine offers none: ${isolation.why}`;
    throw new UserError({ where: 'isolation', message, hint: 'install bubblewrap (bwrap), or run pawl as root' });
  }
  if (secrets.length > 0 && !policy.allowUnisolated) {
    throw new UserError({
      where: 'isolation',
      message: `the agent could read ${secrets.join(', ')} from pawl's own process: no isolation (${isolation.why})`,
      hint: 'install bubblewrap (bwrap), run pawl as root, or accept it with allow_unisolated: true',
    });
  }
  return isolation;
}

async function bestIsolation(environment: Readonly<Record<string, string>>): Promise<Isolation> {
  const uid = await takeUsers();
  const noUid = uid === null ? 'every user id that pawl may take is in use' : await whyNoUid(uid, environment);
  if (uid !== null && noUid === null) return { kind: 'uid', uid };
  if (uid !== null) releaseUsers(uid);
  const noBubblewrap = await whyNoBubblewrap(environment);
  if (noBubblewrap === null) return { kind: 'bubblewrap' };
  return { kind: 'none', why: `another uid: ${noUid}; bubblewrap: ${noBubblewrap}` };
}

/** To be called when nothing runs in it any more: its users may be given to another run. */
export function releaseIsolation(isolation: Isolation): void {
  if (isolation.kind === 'uid') releaseUsers(isolation.uid);
}

/**
 * The user id that a side runs as, null where it is pawl's own. Each side has one, so that head's agent can neither write
 * into base's checkout nor read the environment of base's processes nor end them. Nobody but pawl knows these ids.
 */
export function userOf(isolation: Isolation, side: Side): number | null {
  if (isolation.kind !== 'uid') return null;
  return side === 'base' ? isolation.uid : isolation.uid + 1;
}

/** Ends what a side has left running and no process tree leads to. */
export async function endStrays(isolation: Isolation, side: Side): Promise<void> {
  const uid = userOf(isolation, side);
  if (uid !== null) await killUser(uid);
}

/** A shell command as it is started for one side. `folder` is relative to the repository's root. */
export function wrapCommand(isolation: Isolation, command: string, checkout: Checkout, folder: string): Launch {
  const cwd = join(checkout.repo, folder);
  const shell = { file: '/bin/sh', args: ['-c', command], cwd };
  switch (isolation.kind) {
    case 'none':
      return shell;
    case 'uid': {
      // Node drops the supplementary groups when it sets a uid.
      const uid = userOf(isolation, checkout.side) ?? isolation.uid;
      return { ...shell, uid, gid: uid };
    }
    case 'bubblewrap': {
      const seen = seenCheckout(isolation, checkout);
      const hidden = (checkout.hidden ?? []).flatMap((folder) => ['--tmpfs', folder]);
      const mounts = [...hidden, '--tmpfs', dirname(seen.root), '--bind', checkout.root, seen.root];
      const args = [...BUBBLEWRAP_ARGUMENTS, ...mounts, '--chdir', join(seen.repo, folder), shell.file, ...shell.args];
      return { file: 'bwrap', args, cwd };
    }
    default:
      throw new Error(`unknown isolation ${isolation satisfies never}`);
  }
}

/** The checkout's folders as the agent sees them: under bubblewrap both sides have the same paths. */
export function seenCheckout(
  isolation: Isolation,
  checkout: Checkout,
): Pick<Checkout, 'root' | 'repo' | 'home' | 'tmp'> {
  if (isolation.kind !== 'bubblewrap') return checkout;
  const root = join(dirname(checkout.root), 'agent');
  return { root, repo: join(root, 'repo'), home: join(root, 'home'), tmp: join(root, 'tmp') };
}

/** Gives a checkout to the user that the agent will run as, and makes sure that it can work there. */
export async function handOver(isolation: Isolation, checkout: Checkout): Promise<void> {
  const uid = userOf(isolation, checkout.side);
  if (uid === null) return;
  await chownTree(checkout.root, uid);
  // By its whole path: the working directory is entered before the uid is taken.
  const repo = quote(checkout.repo);
  const ran = await runProbe(wrapCommand(isolation, `cd ${repo} && test -r . && test -w .`, checkout, '.'), {});
  if (ran.why === null) return;
  throw new UserError({
    where: checkout.root,
    message: `uid ${uid}, which the agent is to run as, cannot work in this folder: ${ran.why}`,
    hint: 'set TMPDIR to a folder that every user may pass through, such as /tmp',
  });
}

/** Not through links: what they lead to may not be ours to give. */
async function chownTree(folder: string, uid: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await chownTree(path, uid);
    else await lchown(path, uid, uid);
  }
  await lchown(folder, uid, uid);
}

async function whyNoUid(uid: number, environment: Readonly<Record<string, string>>): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'pawl does not run as root';
  const script = `
    if (: < /proc/${process.pid}/environ) 2>/dev/null; then echo 'it can still read the environment of pawl' >&2; exit 1; fi
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then echo 'it may use sudo' >&2; exit 1; fi`;
  const launch = { file: '/bin/sh', args: ['-c', script], cwd: '/', uid, gid: uid };
  return (await runProbe(launch, environment)).why;
}

async function whyNoBubblewrap(environment: Readonly<Record<string, string>>): Promise<string | null> {
  if (process.platform !== 'linux') return 'it is for Linux only';
  const args = [...BUBBLEWRAP_ARGUMENTS, 'readlink', '/proc/self/ns/pid'];
  const ran = await runProbe({ file: 'bwrap', args, cwd: '/' }, environment);
  if (ran.why !== null) return ran.why;
  const ours = await readlink('/proc/self/ns/pid');
  return ran.stdout.trim() === ours ? 'it has no pid namespace of its own' : null;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Runs a short probe. `why` null = it ended with 0; else the first of what it said. */
export async function runProbe(
  launch: Launch,
  env: Readonly<Record<string, string>>,
): Promise<{ why: string | null; stdout: string }> {
  const { file, args, ...options } = launch;
  try {
    const { stdout } = await promisify(execFile)(file, args, { ...options, env, timeout: PROBE_TIMEOUT_MS });
    return { why: null, stdout };
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return { why: cut(said === '' ? messageOf(error) : said, 300), stdout: '' };
  }
}
