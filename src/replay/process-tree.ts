import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Stands in the environment of all that pawl starts: finds a process that left the group and whose parent is gone. */
export const MARK_VARIABLE = 'PAWL_PROCESS_TREE';

/** A process that leads its own session, and all that came from it. `mark` is its value of `MARK_VARIABLE`. */
export interface ProcessTree {
  readonly rootPid: number;
  readonly mark: string;
  /** When the root started, in ticks since the system did: what came from it is no older. null = the system does not tell. */
  readonly bornTicks: number | null;
}

export function processTree(rootPid: number, mark: string): ProcessTree {
  return { rootPid, mark, bornTicks: readProcess(rootPid)?.bornTicks ?? null };
}

/** Half a second in all for SIGTERM to do its work; most processes need a few milliseconds. */
const GRACE_STEPS_MS = [5, 10, 25, 60, 150, 250];
const GRACE_MS = 500;
/** Five seconds and more: what is killed dies at once, but only when a busy machine gives it its turn. */
const KILL_ROUNDS = 500;
const KILLER_TIMEOUT_MS = 1000;

/** User ids that nothing else has: systemd, which lists who owns which range, keeps 60578 to 61183 free. */
const FIRST_SIDE_USER = 60_580;
const SIDE_USER_PAIRS = 300;

/**
 * SIGTERM, a short grace, then SIGKILL until nothing of the tree is left. Where there is no /proc only the process group
 * is reached. With `rootEnd` the grace is over once the root has ended: whoever hears of that must end what it left.
 */
export async function killTree(tree: ProcessTree, rootEnd?: Promise<unknown>): Promise<void> {
  if (!signalTree(tree, 'SIGTERM')) return;
  if (rootEnd === undefined ? await isGoneInTime(tree) : await endsInTime(rootEnd)) return;
  for (let round = 0; round < KILL_ROUNDS && signalTree(tree, 'SIGKILL'); round++) await delay(10);
}

async function isGoneInTime(tree: ProcessTree): Promise<boolean> {
  for (const stepMs of GRACE_STEPS_MS) {
    await delay(stepMs);
    if (!signalTree(tree, 0)) return true;
  }
  return false;
}

async function endsInTime(rootEnd: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const late = delay(GRACE_MS, false, { signal: timer.signal }).catch(() => false);
  const first = await Promise.race([rootEnd.then(() => true), late]);
  timer.abort();
  return first;
}

/** The first id of each pair that a run may give to its sides, beginning with the pair that `seed` picks. */
export function sideUserPairs(seed: number): number[] {
  return Array.from({ length: SIDE_USER_PAIRS }, (_, i) => FIRST_SIDE_USER + 2 * ((seed + i) % SIDE_USER_PAIRS));
}

/** Process ids of these users, none where the system has no /proc. Zombies do not count. */
export function processesOf(...uids: readonly number[]): number[] {
  return processIds().filter((pid) => {
    const status = read(`/proc/${pid}/status`) ?? '';
    const users = /^Uid:(.*)$/m.exec(status)?.[1]?.split(/\s+/) ?? [];
    return users.some((uid) => uid !== '' && uids.includes(Number(uid))) && !/^State:\s+[ZX]/m.test(status);
  });
}

/**
 * Ends all that runs as a user of ours, whatever it did to leave its process tree. Does nothing for any other user, who may
 * run what is not ours.
 */
export async function killUser(uid: number): Promise<void> {
  if (uid < FIRST_SIDE_USER || uid >= FIRST_SIDE_USER + 2 * SIDE_USER_PAIRS) return;
  const options = { uid, gid: uid, cwd: '/', env: {}, timeout: KILLER_TIMEOUT_MS, killSignal: 'SIGKILL' } as const;
  for (let round = 0; round < KILL_ROUNDS; round++) {
    // One call of the system that reaches all of them: a list that is read first misses those that keep forking. It fails
    // where there are none; what it could not reach (a set-uid program) stands in the list.
    await promisify(execFile)('/bin/sh', ['-c', 'kill -s KILL -- -1'], options).catch(() => undefined);
    const left = processesOf(uid);
    if (left.length === 0) return;
    for (const pid of left) send(pid, 'SIGKILL');
    await delay(10);
  }
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
export function membersOf(tree: ProcessTree): number[] | null {
  const all = readProcesses();
  if (all === null) return null;
  const mark = `${MARK_VARIABLE}=${tree.mark}`;
  const born = tree.bornTicks ?? 0;
  const isMarked = (pid: number) => read(`/proc/${pid}/environ`)?.split('\0').includes(mark) === true;
  let grown = all.filter(
    ({ pid, group, session, bornTicks }) =>
      group === tree.rootPid || session === tree.rootPid || (bornTicks >= born && isMarked(pid)),
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
  readonly bornTicks: number;
}

function readProcesses(): Process[] | null {
  if (process.platform !== 'linux') return null;
  return processIds().flatMap((pid) => readProcess(pid) ?? []);
}

/** null = it is gone, or a zombie. */
function readProcess(pid: number): Process | null {
  const stat = read(`/proc/${pid}/stat`);
  // The command's name is in parentheses and may itself hold spaces and parentheses.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? ['Z'];
  const [state, parent, group, session] = fields;
  if (state === 'Z' || state === 'X') return null;
  return { pid, parent: Number(parent), group: Number(group), session: Number(session), bornTicks: Number(fields[19]) };
}

function processIds(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** A process may end while we look, and those of other users are closed to us. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
