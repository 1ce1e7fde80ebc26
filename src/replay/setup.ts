import { cut, UserError } from '../errors.ts';
import { type AgentSite, checkFolder, startAt } from './agent-site.ts';
import { endStrays, userOf } from './isolation.ts';

/**
 * Runs the agent's `setup` once for a side. When it returns, whatever the command started is gone. `log` hears each line
 * of its output. Throws a UserError with the end of that output when it fails or takes too long.
 */
export async function runSetup(site: AgentSite, log: (line: string) => void): Promise<void> {
  const { setup, setupTimeoutMs } = site.spec;
  if (setup === null) return;
  await checkFolder(site);
  // One stream for both: whoever reads why a build failed needs them in the order they were written.
  // In pawl's own network, whatever the agent's is: setup fetches what the agent needs.
  const child = startAt({ ...site, network: null }, `exec 1>&2\n${setup}`, null, { onStderr: log });
  child.stdin.end();
  child.stdout.resume();
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), setupTimeoutMs);
  const first = await Promise.race([child.exit, late.promise]);
  clearTimeout(timer);
  const timedOut = first === 'late';
  const exit = timedOut ? await child.kill() : await child.exit;
  await endStrays(site.isolation, site.checkout.side);
  if (exit.exitCode === 0 && !timedOut) return;
  const how = timedOut
    ? `took longer than ${setupTimeoutMs / 1000} s and was ended`
    : `ended with ${exit.signal ?? `exit code ${exit.exitCode}`}`;
  throw new UserError({
    where: 'agent.setup',
    message: `${cut(setup, 200)} ${how} on the side of ${site.checkout.side}; its output ends with:\n${exit.stderrTail}`,
    hint: hintFor(site, exit.exitCode),
  });
}

function hintFor(site: AgentSite, exitCode: number | null): string {
  const isMissing = exitCode === 126 || exitCode === 127;
  const uid = userOf(site.isolation, site.checkout.side);
  if (isMissing && uid !== null)
    return `it runs as uid ${uid}: programs below a closed home folder are out of its reach`;
  return `run it by hand in ${site.spec.root} of a fresh clone; it sees PATH and the variables of agent.environment only`;
}
