import { type ChildProcess, spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { Server, Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { cut, messageOf, UserError } from '../errors.ts';
import type { Launch } from './child.ts';
import type { SessionOptions } from './session-options.ts';

/** A network of its own for agents, in which there is nobody but who listens in it by `listen`. */
export interface ClosedNetwork {
  /** Its process id: what `/proc` tells of the network stands below it. */
  readonly pid: number;
  /** A server at this port of its loopback; connections to it reach this process. */
  listen(port: number): Promise<Server>;
  /** A connection to this port of its loopback, where an agent that is a server takes its trials. */
  connect(port: number): Promise<Socket>;
  /** The same command, started in it. */
  enter(launch: Launch): Launch;
  close(): void;
}

/**
 * Holds the network namespace open, and makes the sockets that pawl has in it: a socket belongs to the namespace it was made
 * in, whoever uses it, so that no forwarder stands between agent and gateway. A socket that listens it closes once that is
 * handed over: as long as it listened too, it would take some of the connections, and nobody would answer them.
 */
const HOLDER = `
const { connect, createServer } = require('node:net');
process.on('message', ({ id, listens, port }) => {
  const failed = (error) => process.send({ id, error: error.message });
  const host = '127.0.0.1';
  if (listens) {
    const server = createServer().on('error', failed);
    server.listen(port, host, () => process.send({ id }, server, () => server.close()));
  } else {
    const socket = connect({ port, host }).on('error', failed).pause();
    socket.once('connect', () => process.send({ id }, socket));
  }
});
process.on('disconnect', () => process.exit());
process.send({ id: 0, pid: process.pid });
`;

/** What the holder says. It runs nothing but the lines above. */
interface Said {
  readonly id: number;
  readonly pid?: number;
  readonly error?: string;
}

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
  const calls = new HolderCalls(holder);
  const { pid } = await calls.started.catch((error: unknown) => Promise.reject(cannotClose(messageOf(error))));
  return {
    pid,
    listen: async (port) => {
      const made = await calls.ask({ listens: true, port });
      if (made instanceof Server) return made;
      throw new Error(`nothing listens on port ${port} of the agents' network`);
    },
    connect: async (port) => {
      const made = await calls.ask({ listens: false, port });
      if (made instanceof Socket) return made;
      throw new Error(`no connection to port ${port} of the agents' network`);
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

interface Waiting {
  readonly resolve: (made: { readonly pid: number; readonly handle: unknown }) => void;
  readonly reject: (error: Error) => void;
}

/** What the holder is asked for, each call with its answer. */
class HolderCalls {
  readonly started: Promise<{ readonly pid: number }>;
  readonly #holder: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor(holder: ChildProcess) {
    this.#holder = holder;
    let said = '';
    holder.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = cut(said + text, 300);
    });
    this.started = this.#answer(0);
    holder.on('message', (message, handle) => this.#hear(message as Said, handle));
    const over = (why: string): void => {
      for (const { reject } of this.#waiting.values()) reject(new Error(why));
      this.#waiting.clear();
    };
    holder.on('error', (error) => over(error.message));
    holder.on('close', () => over(said.trim() || 'it ended'));
  }

  async ask(what: { readonly listens: boolean; readonly port: number }): Promise<unknown> {
    if (!this.#holder.connected) throw new Error("the agents' network is gone");
    this.#calls += 1;
    const answer = this.#answer(this.#calls);
    this.#holder.send({ id: this.#calls, ...what });
    return (await answer).handle;
  }

  #answer(id: number): Promise<{ readonly pid: number; readonly handle: unknown }> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #hear({ id, error, pid = 0 }: Said, handle: unknown): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve({ pid, handle });
    else waiting?.reject(new Error(error));
  }
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
