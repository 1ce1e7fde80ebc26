import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';
/** Addresses as `/proc/net` writes them, under which 127.0.0.1 is reached: itself, and any, of both versions. */
const REACHED = /^(?:0100007F|0{8}|0{32}|0{16}FFFF00000100007F)$/;

/**
 * Whether these processes, and nobody else, take the connections to a port of loopback: another program may have had it
 * first. `networkPid` is a process of their network, null = pawl's own. null = this system does not tell.
 */
export function listensOn(port: number, pids: readonly number[], networkPid: number | null): boolean | null {
  const sockets = listenersAt(port, networkPid);
  if (sockets === null || sockets.length === 0) return null;
  const held = pids.map(socketsOf);
  if (sockets.every((socket) => held.some((own) => own?.has(socket)))) return true;
  // A process that cannot be looked into may hold it.
  return held.includes(null) ? null : false;
}

/** Whether anybody takes the connections to a port of loopback already, as far as this system tells. */
export function isListenedTo(port: number, networkPid: number | null): boolean {
  return (listenersAt(port, networkPid) ?? []).length > 0;
}

/** Inodes of the sockets that listen there; null = there is no such table. */
function listenersAt(port: number, networkPid: number | null): string[] | null {
  const tables = ['tcp', 'tcp6'].map((name) => read(`/proc/${networkPid ?? 'self'}/net/${name}`));
  if (tables.every((table) => table === null)) return null;
  return tables.flatMap((table) =>
    (table ?? '').split('\n').flatMap((line) => {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
      const [address = '', hexPort = ''] = local.split(':');
      const isThere = state === LISTENING && REACHED.test(address) && Number.parseInt(hexPort, 16) === port;
      return isThere && inode !== undefined ? [inode] : [];
    }),
  );
}

/** Inodes of a process's sockets; null = they are closed to us. One that is gone has none. */
function socketsOf(pid: number): ReadonlySet<string> | null {
  try {
    const links = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
    return new Set(links);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new Set() : null;
  }
}

function linkOf(path: string): string[] {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1];
    return inode === undefined ? [] : [inode];
  } catch {
    // Closed since it was listed.
    return [];
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
