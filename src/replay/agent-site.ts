import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { redactText } from '../trace/index.ts';
import type { AgentSpec, Isolation, McpServerSpec } from './agent.ts';
import { type Child, type Exit, startChild } from './child.ts';
import { agentEnvironment, secretsOf } from './environment.ts';
import { runProbe, seenCheckout, userOf, wrapCommand } from './isolation.ts';
import { LAUNCHER_FOLDER } from './mcp/launcher.ts';
import type { ClosedNetwork } from './network.ts';
import type { AgentUrls } from './worker-protocol.ts';
import type { Checkout } from './worktree.ts';

/** Where one side's agent lives and what it may see. */
export interface AgentSite {
  readonly spec: AgentSpec;
  readonly checkout: Checkout;
  readonly isolation: Isolation;
  /** Where the agent's own processes run; null = in pawl's network, as all else does. */
  readonly network: ClosedNetwork | null;
  readonly parentEnvironment: Readonly<Record<string, string | undefined>>;
  /** Variables that hold the providers' keys. */
  readonly keyNames: readonly string[];
}

/** Starts a shell command in the agent's root, in the isolation and environment of this side and with `more` variables. */
export function startAt(
  site: AgentSite,
  command: string,
  urls: AgentUrls | null,
  {
    more = {},
    onStderr,
  }: { readonly more?: Readonly<Record<string, string>>; readonly onStderr?: (line: string) => void } = {},
): Child {
  const launch = wrapCommand(site.isolation, command, site.checkout, site.spec.root);
  return startChild(site.network?.enter(launch) ?? launch, { ...environmentAt(site, urls), ...more }, onStderr);
}

/**
 * Starts a real MCP server at this site, with the variables that its settings name; the secrets among them only
 * `with_secrets`, which is while recording. What it says on standard error may end up in a trial: it holds none of them.
 */
export function startServerAt(
  site: AgentSite,
  spec: McpServerSpec & { readonly kind: 'command' },
  secrets: 'with_secrets' | 'no_secrets',
): Child {
  const launch = wrapCommand(site.isolation, spec.command, site.checkout, site.spec.root);
  const held = new Set(secretsOf(site, spec));
  const own = spec.environment.flatMap((name) => {
    const value = site.parentEnvironment[name];
    return value === undefined || (held.has(name) && secrets === 'no_secrets') ? [] : [[name, value] as const];
  });
  const child = startChild(launch, { ...environmentAt(site, null), ...Object.fromEntries(own) });
  return hideSecrets(
    child,
    own.flatMap(([name, value]) => (held.has(name) ? [value] : [])),
  );
}

/** The same child, whose standard error shows none of these values, nor what looks like a secret. */
export function hideSecrets(child: Child, values: readonly string[]): Child {
  const clean = (exit: Exit): Exit => {
    const tail = values.reduce((rest, value) => rest.replaceAll(value, '[redacted:secret]'), exit.stderrTail);
    return { ...exit, stderrTail: redactText(tail).text };
  };
  return { ...child, exit: child.exit.then(clean), kill: () => child.kill().then(clean) };
}

/** The environment of this side's agent. Throws a UserError when the user lets it see a key. */
export function environmentAt(site: AgentSite, urls: AgentUrls | null): Record<string, string> {
  const { root, home, tmp } = seenCheckout(site.isolation, site.checkout);
  const commands = Object.keys(site.spec.mcpServers).length === 0 ? null : join(root, LAUNCHER_FOLDER);
  const { parentEnvironment: parent, keyNames } = site;
  return agentEnvironment({ parent, allow: site.spec.environment, keyNames, urls, home, tmp, commands });
}

/**
 * Makes sure, before any trial, that the agent's folder is there and that its command can be found by whom it will run as.
 * Run it after `setup`, which may bring the command along.
 */
export async function probeAgent(site: AgentSite): Promise<void> {
  await checkFolder(site);
  const word = firstWord(site.spec.command);
  if (word === null) return;
  // Some shells take any word with a slash for a command.
  const search = word.includes('/') ? `test -f ${word} && test -x ${word} && echo ${word}` : `command -v ${word}`;
  const look = async (isolation: Isolation) => {
    const launch = wrapCommand(isolation, search, site.checkout, site.spec.root);
    return (await runProbe(launch, environmentAt(site, null))).stdout.trim();
  };
  if ((await look(site.isolation)) !== '') return;
  const outside = site.isolation.kind === 'none' ? '' : await look({ kind: 'none', why: 'to compare' });
  throw new UserError(outside === '' ? notFound(site, word) : outOfReach(site, word, outside));
}

/** Throws a UserError where the agent's root is no folder on this side. */
export async function checkFolder(site: AgentSite): Promise<void> {
  const { root } = site.spec;
  const found = await stat(join(site.checkout.repo, root)).catch(() => null);
  if (found?.isDirectory() === true) return;
  const message = `${root} is ${found === null ? 'missing' : 'no folder'} on the side of ${site.checkout.side}`;
  throw new UserError({ where: 'agent.root', message, hint: 'name the folder of the agent, from the repository root' });
}

function notFound(site: AgentSite, word: string) {
  return {
    where: 'agent.command',
    message: `${word} is not found on the side of ${site.checkout.side} (PATH ${site.parentEnvironment.PATH ?? 'is not set'})`,
    hint: 'install it before pawl runs, or let agent.setup install it into the checkout and start it from there',
  };
}

function outOfReach(site: AgentSite, word: string, outside: string) {
  const uid = userOf(site.isolation, site.checkout.side);
  const who = uid === null ? 'the sandbox' : `uid ${uid}, which the agent runs as,`;
  return {
    where: 'agent.command',
    message: `${who} cannot reach ${word}: it is ${outside} for pawl itself`,
    hint: 'install it where every user may read it (such as /usr/local), not below a home folder that is closed',
  };
}

/** The program that a shell command starts; null where only a shell could tell. */
function firstWord(command: string): string | null {
  const words = command.trim().split(/\s+/);
  const word = words.find((one) => one !== 'exec' && !/^\w+=[\w./:-]*$/.test(one)) ?? '';
  return /^[\w./+@-]+$/.test(word) && !word.startsWith('-') ? word : null;
}
