import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { Server } from 'node:net';
import { delimiter, join } from 'node:path';
import { cut, messageOf, UserError } from '../errors.ts';
import type { Launch } from './child.ts';
import type { SessionOptions } from './session.ts';

/** A network of its own for agents, in which there is nobody but who listens in it by `listen`. */
export interface ClosedNetwork {
  /** A server at this port of its loopback; connections to it reach this process. */
  listen(port: number): Promise<Server>;
  /** The same command, started in it. */
  enter(launch: Launch): Launch;
  close(): void;
}

/**
 * Holds the network namespace open, and makes the sockets that listen in it: a socket belongs to the namespace it was made in,
 * whoever accepts from it, so that no forwarder stands between agent and gateway.
 */
const HOLDER = `
const { createServer } = require('node:net');
process.on('message', ({ port }) => {
  const server = createServer();
  server.once('error', (error) => process.send({ error: error.message }));
  server.listen(port, '127.0.0.1', () => process.send({ port }, server));
});
process.on('disconnect', () => process.exit());
process.send({ pid: process.pid });
`;

/**
 * Where the agent's processes are to run; null = in pawl's own network. Recording asks real tools, which an agent in a closed
 * network would not reach. Linux network namespaces: by `unshare` where agents have users of their own, else by bubblewrap.
 * @throws UserError where the machine cannot
 */
export async function agentNetwork({
  isolation,
  recording,
  repository,
}: Pick<SessionOptions, 'isolation' | 'recording' | 'repository'>): Promise<ClosedNetwork | null> {
  if (isolation.kind === 'none' || isolation.network === undefined || recording !== null) return null;
  const path = repository.parentEnvironment.PATH;
  // By its whole path: it runs as pawl's own user, and the agent's PATH is not pawl's.
  const nsenter = await programIn('nsenter', path ?? '');
  if (nsenter === null) throw cannotClose('there is no nsenter');
  const [file, ...args] = isolation.kind === 'uid' ? UNSHARE : BUBBLEWRAP;
  const holder = spawn(file, [...args, process.execPath, '-e', HOLDER], {
    // No key of pawl's is in its environment.
    env: path === undefined ? {} : { PATH: path },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  holder.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = cut(said + text, 300);
  });
  const heard = async (): Promise<readonly [Readonly<Record<string, unknown>>, unknown]> => {
    const ended = once(holder, 'close').then(() => Promise.reject(new Error(said.trim() || 'it ended')));
    const [message, handle] = await Promise.race([once(holder, 'message'), ended]);
    return [message as Readonly<Record<string, unknown>>, handle];
  };
  const [{ pid }] = await heard().catch((error: unknown) => Promise.reject(cannotClose(messageOf(error))));
  return {
    listen: async (port) => {
      holder.send({ port });
      const [{ error }, server] = await heard();
      if (server instanceof Server) return server;
      throw new Error(`cannot listen in the agents' network: ${String(error)}`);
    },
    enter: ({ file: program, args: words, cwd, uid, gid }) => {
      const who =
        uid === undefined
          ? [`--user=/proc/${pid}/ns/user`, '--preserve-credentials']
          : [`--setgid=${gid ?? uid}`, `--setuid=${uid}`];
      return { file: nsenter, args: [`--net=/proc/${pid}/ns/net`, ...who, program, ...words], cwd };
    },
    close: () => {
      if (holder.connected) holder.disconnect();
    },
  };
}

const UNSHARE = ['unshare', '--net', '/bin/sh', '-c', 'ip link set lo up && exec "$0" "$@"'] as const;
const BUBBLEWRAP = ['bwrap', '--dev-bind', '/', '/', '--unshare-user', '--unshare-net', '--die-with-parent'] as const;

async function programIn(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(delimiter).filter((one) => one.startsWith('/'))) {
    const file = join(folder, name);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return null;
}

function cannotClose(why: string): UserError {
  return new UserError({
    where: 'isolation.network',
    message: `the agent's network cannot be closed on this machine: ${why}`,
    hint: 'it needs Linux with nsenter, and unshare and ip as root, or else bubblewrap; or set isolation.network: open',
  });
}
