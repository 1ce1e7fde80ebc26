import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { processesOf, sideUserPairs } from './process-tree.ts';

/** What holds the pairs of this process's runs, by their first ids. */
const held = new Map<number, Server>();

/**
 * The first of two neighbouring user ids that no account, no process and no other run on this machine has, until it is released
 * or this process ends; null = there is none. A side is ended by its user: two runs with one pair would end each other's agents.
 * The search begins at another pair for another seed.
 */
export async function takeUsers(seed = process.pid): Promise<number | null> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const named = new Set(accounts.split('\n').map((line) => Number(line.split(':')[2])));
  for (const uid of sideUserPairs(seed)) {
    if (named.has(uid) || named.has(uid + 1)) continue;
    const holder = await hold(uid);
    if (holder === null) continue;
    held.set(uid, holder);
    // A run that was killed may have left its agents behind.
    if (processesOf(uid, uid + 1).length === 0) return uid;
    releaseUsers(uid);
  }
  return null;
}

/** To be called when nothing runs as them any more. */
export function releaseUsers(uid: number): void {
  held.get(uid)?.close();
  held.delete(uid);
}

/**
 * A socket under a name in Linux's abstract namespace (unix(7)): one process at a time can have it, and the system takes it
 * back however that process ends. null = another has it.
 */
function hold(uid: number): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ path: `\0pawl-users-${uid}`, exclusive: true }, () => resolve(server.unref()));
  });
}
