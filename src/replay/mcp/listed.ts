import { cut, messageOf } from '../../errors.ts';
import {
  canonicalJson,
  isContractMethod,
  type JsonObject,
  keepToolNames,
  type McpContract,
  type McpExchange,
  mcpTools,
} from '../../trace/index.ts';
import type { McpServerSpec } from '../agent.ts';
import { type AgentSite, startServerAt } from '../agent-site.ts';
import { askServer } from './ask.ts';

/** A side's contract, and what the report must say of it. */
interface ListedServers {
  readonly contract: McpContract;
  /** Names of those that were asked and did not answer. */
  readonly silent: readonly string[];
  readonly notes: readonly string[];
}

/**
 * What the servers of one side say of themselves: its own servers, where they can be asked, else the recording. A server in
 * the repository may say something else on head than it did when it was recorded, and the model must see that.
 */
export async function listServers(site: AgentSite, recorded: McpContract): Promise<ListedServers> {
  const asked = await Promise.all(
    Object.entries(site.spec.mcpServers).map(([name, spec]) => listServer(site, recorded, name, spec)),
  );
  const live = new Set(asked.flatMap(({ exchanges, name }) => (exchanges === null ? [] : [name])));
  const kept = recorded.exchanges.filter(({ server, method }) => !live.has(server) || !isContractMethod(method));
  return {
    contract: keepToolNames(recorded, { exchanges: [...kept, ...asked.flatMap(({ exchanges }) => exchanges ?? [])] }),
    silent: asked.flatMap(({ name, isSilent }) => (isSilent ? [name] : [])),
    notes: asked.flatMap(({ notes }) => notes),
  };
}

interface ListedServer {
  readonly name: string;
  /** null = the recording is believed. */
  readonly exchanges: readonly McpExchange[] | null;
  readonly isSilent: boolean;
  readonly notes: readonly string[];
}

async function listServer(
  site: AgentSite,
  recorded: McpContract,
  name: string,
  spec: McpServerSpec,
): Promise<ListedServer> {
  if (spec.kind === 'url' || spec.listed === 'recording') return { name, exchanges: null, isSilent: false, notes: [] };
  const own = recorded.exchanges.filter(({ server }) => server === name);
  try {
    const exchanges = await askServer(name, startServerAt(site, spec, 'no_secrets'), initializeOf(own));
    const drift = own.length === 0 ? null : driftText(own, exchanges);
    const notes =
      drift === null ? [] : [`the MCP server ${name} lists other tools than it was recorded with: ${drift}`];
    return { name, exchanges, isSilent: false, notes };
  } catch (error) {
    const why = cut(messageOf(error), 300);
    return {
      name,
      exchanges: null,
      isSilent: true,
      notes: [`the MCP server ${name} could not be asked for its lists, so the recorded ones are believed: ${why}`],
    };
  }
}

function initializeOf(exchanges: readonly McpExchange[]): JsonObject {
  return exchanges.find(({ method }) => method === 'initialize')?.params ?? {};
}

/** null = the same tools. */
function driftText(before: readonly McpExchange[], now: readonly McpExchange[]): string | null {
  const [old, fresh] = [before, now].map(
    (exchanges) => new Map(mcpTools({ exchanges }).map((tool) => [tool.name, canonicalJson(tool)])),
  );
  if (old === undefined || fresh === undefined) return null;
  const parts = [
    ['added', [...fresh.keys()].filter((name) => !old.has(name))],
    ['removed', [...old.keys()].filter((name) => !fresh.has(name))],
    ['changed', [...fresh].filter(([name, text]) => old.has(name) && old.get(name) !== text).map(([name]) => name)],
  ] as const;
  const said = parts.filter(([, names]) => names.length > 0);
  return said.length === 0
    ? null
    : said.map(([what, names]) => `${what} ${names.map((name) => cut(name, 80)).join(', ')}`).join('; ');
}
