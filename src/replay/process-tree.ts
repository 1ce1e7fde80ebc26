import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Stands in the environment of all that pawl starts: finds a process that left the group and whose parent is gone. */
export const MARK_VARIABLE = 'PAWL_PROCESS_TREE';

/** A process that leads its own session, and all that came from it. `mark` is its value of `MARK_VARIABLE`. */
export interface ProcessTree {
  readonly rootPid: number;
  readonly mark: string;
}

/** Half a second in all for SIGTERM to do its work; most processes need a few milliseconds. */
const GRACE_STEPS_MS = [5, 10, 25, 60, 150, 250];
const KILL_ROUNDS = 50;

/**
 * SIGTERM, a short grace, then SIGKILL until nothing of the tree is left. Where there is no /proc only the process group
 * is reached.
 */
export async function killTree(tree: ProcessTree): Promise<void> {
  if (!signalTree(tree, 'SIGTERM')) return;
  for (const stepMs of GRACE_STEPS_MS) {
    await delay(stepMs);
    if (!signalTree(tree, 0)) return;
  }
  for (let round = 0; round < KILL_ROUNDS && signalTree(tree, 'SIGKILL'); round++) await delay(10);
}

/** Whether anything was there to be signalled. */
function signalTree(tree: ProcessTree, signal: NodeJS.Signals | 0): boolean {
  const members = membersOf(tree) ?? [-tree.rootPid];
  return members.map((pid) => send(pid, signal)).includes(true);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    // Gone in the meantime, or (a set-uid program) not ours to end.
    return false;
  }
}

/** Process ids, or null where the system has no /proc. Zombies do not count: they only wait for their parent. */
function membersOf(tree: ProcessTree): number[] | null {
  const all = readProcesses();
  if (all === null) return null;
  const mark = `${MARK_VARIABLE}=${tree.mark}`;
  const isMarked = (pid: number) => read(`/proc/${pid}/environ`)?.split('\0').includes(mark) === true;
  let grown = all.filter(
    ({ pid, group, session }) => group === tree.rootPid || session === tree.rootPid || isMarked(pid),
  );
  const found = new Set<number>();
  while (grown.length > 0) {
    for (const one of grown) found.add(one.pid);
    grown = all.filter((one) => found.has(one.parent) && !found.has(one.pid));
  }
  return [...found];
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
}

function readProcesses(): Process[] | null {
  if (process.platform !== 'linux') return null;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      // The command's name is in parentheses and may itself hold spaces and parentheses.
      const [state, parent, group, session] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? ['Z'];
      if (state === 'Z' || state === 'X') return [];
      return [{ pid: Number(name), parent: Number(parent), group: Number(group), session: Number(session) }];
    });
}

/** A process may end while we look, and those of other users are closed to us. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
