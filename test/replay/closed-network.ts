import { execFileSync } from 'node:child_process';

/** What an agent in a network of its own is kept in by; each has another way into that network. */
export type NetworkKind = 'uid' | 'bubblewrap';

/** The one that pawl takes here: users of the agents' own where it is root. */
export const usualKind: NetworkKind = process.getuid?.() === 0 ? 'uid' : 'bubblewrap';

const PROBES: Readonly<Record<NetworkKind, readonly string[]>> = {
  uid: ['unshare', '--net', 'ip', 'link', 'set', 'lo', 'up'],
  bubblewrap: ['bwrap', '--dev-bind', '/', '/', '--unshare-user', '--unshare-net', 'true'],
};

/** Why bubblewrap, started by this user, keeps nobody here: it may be there and not be allowed to. null = it does. */
export function whyNoBubblewrap(who: { uid?: number; gid?: number } = {}): string | null {
  try {
    const args = ['--dev-bind', '/', '/', '--unshare-user', '--unshare-pid', 'true'];
    execFileSync('bwrap', args, { ...who, cwd: '/', stdio: 'ignore' });
    return null;
  } catch {
    return 'this machine runs no bubblewrap';
  }
}

/** Why no network of this kind can be made here; null = it can. */
export function whyNoNetwork(kind: NetworkKind): string | null {
  if (kind === 'uid' && process.getuid?.() !== 0) return 'pawl does not run as root';
  const [program = '', ...args] = PROBES[kind];
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    execFileSync('nsenter', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return `this machine makes no network namespace by ${program}`;
  }
}
