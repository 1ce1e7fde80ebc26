import { canonicalJson, isJsonObject, type Json, type JsonObject, nestedDeeperThan, parseJson } from './json.ts';
import type { McpExchange } from './json-rpc.ts';
import type { ToolDefinition } from './trajectory.ts';

/**
 * What servers say of themselves, whoever asks: `initialize` and their lists, page by page. `pawl record` writes it, and it is
 * committed like a lock file: with it the gate answers for a server that it does not start, and a change of it is a change
 * of tools.
 */
export interface McpContract {
  readonly exchanges: readonly McpExchange[];
  /** Of tools whose name several servers share: the server whose tool had it before the others came, and keeps it. */
  readonly keepers?: Readonly<Record<string, string>>;
}

export const emptyContract: McpContract = { exchanges: [] };

const FORMAT = 'pawl mcp v1';
const MAX_LEVELS = 100;

/** Methods whose answers are a server's own, the same for every case. */
export function isContractMethod(method: string): boolean {
  return method === 'initialize' || method.endsWith('/list');
}

/** Equal requests have equal keys. */
export function mcpKey({ server, method, params }: Pick<McpExchange, 'server' | 'method' | 'params'>): string {
  return `${server} ${method} ${canonicalJson(withoutMeta(params))}`;
}

export function withoutMeta(params: JsonObject): JsonObject {
  const { _meta: _, ...rest } = params;
  return rest;
}

/**
 * The tools that servers listed. Of servers that share a tool's name each has its own before it, `server.tool`, but for the
 * keeper of that name.
 */
export function mcpTools(contract: McpContract): readonly ToolDefinition[] {
  const nameOf = mcpToolNames(contract);
  return listedTools(contract).map(({ server, tool }) => ({
    name: nameOf(server, textOf(tool.name)),
    description: typeof tool.description === 'string' ? tool.description : null,
    parameters: isJsonObject(tool.inputSchema) ? tool.inputSchema : {},
  }));
}

/** Which name a server's tool has among all tools. */
export function mcpToolNames(contract: McpContract): (server: string, tool: string) => string {
  const servers = serversByTool(contract);
  return (server, tool) => {
    const isShared = (servers.get(tool)?.size ?? 0) > 1;
    return isShared && contract.keepers?.[tool] !== server ? `${server}.${tool}` : tool;
  };
}

/**
 * `now` with the names that tools had `before`: who adds a server with a tool of the same name does not rename the tool that
 * was there, under which it stands in recordings.
 */
export function keepToolNames(before: McpContract, now: McpContract): McpContract {
  const earlier = serversByTool(before);
  const keepers = [...serversByTool(now)].flatMap(([tool, servers]) => {
    const [first, ...others] = earlier.get(tool) ?? [];
    const keeper = others.length === 0 ? first : before.keepers?.[tool];
    return servers.size > 1 && keeper !== undefined && servers.has(keeper) ? [[tool, keeper] as const] : [];
  });
  return { exchanges: now.exchanges, ...(keepers.length === 0 ? {} : { keepers: Object.fromEntries(keepers) }) };
}

function serversByTool(contract: McpContract): ReadonlyMap<string, ReadonlySet<string>> {
  const servers = new Map<string, Set<string>>();
  for (const { server, tool } of listedTools(contract)) {
    const name = textOf(tool.name);
    servers.set(name, (servers.get(name) ?? new Set()).add(server));
  }
  return servers;
}

function listedTools({ exchanges }: McpContract): readonly { server: string; tool: JsonObject }[] {
  return exchanges.flatMap(({ server, method, outcome }) => {
    if (method !== 'tools/list' || outcome.kind !== 'result' || !Array.isArray(outcome.value.tools)) return [];
    const tools = outcome.value.tools.filter(isJsonObject).filter(({ name }) => typeof name === 'string');
    return tools.map((tool) => ({ server, tool }));
  });
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/**
 * A newer recording of some servers in the place of the older one. What nobody asked a server this time stays: a client that knows
 * the tools already does not list them, and they are no fewer for it. A list is replaced whole, with all of its pages.
 */
export function mergeContracts(older: McpContract, newer: McpContract): McpContract {
  const listOf = ({ server, method }: McpExchange): string => JSON.stringify([server, method]);
  const asked = new Set(newer.exchanges.map(listOf));
  const exchanges = [...older.exchanges.filter((one) => !asked.has(listOf(one))), ...newer.exchanges];
  return keepToolNames(older, { exchanges });
}

/** One order, so that two recordings of the same servers give the same file. */
export function writeContract({ exchanges, keepers }: McpContract): string {
  const sorted = exchanges.toSorted((a, b) => (mcpKey(a) < mcpKey(b) ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, exchanges: sorted, ...(keepers === undefined ? {} : { keepers }) }, null, 2)}\n`;
}

/** Whether a text means to be a contract, so that its faults are told as such. */
export function isContractText(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && typeof value.format === 'string' && value.format.startsWith('pawl mcp ');
}

/** The contract, or what is wrong with the text. Unknown versions are refused. */
export function readContract(text: string): { readonly contract: McpContract } | { readonly problem: string } {
  const value = parseJson(text);
  if (!isContractText(value) || value.format !== FORMAT) {
    const format = isJsonObject(value) ? value.format : undefined;
    return {
      problem: `expected JSON with the format "${FORMAT}", received ${JSON.stringify(format ?? null).slice(0, 60)}`,
    };
  }
  if (nestedDeeperThan(value, MAX_LEVELS)) return { problem: `expected at most ${MAX_LEVELS} levels of nesting` };
  const exchanges = Array.isArray(value.exchanges) ? value.exchanges.map(readExchange) : [null];
  const read = exchanges.filter((exchange) => exchange !== null);
  if (read.length < exchanges.length) return { problem: 'expected "exchanges" as pawl record writes them' };
  if (value.keepers === undefined) return { contract: { exchanges: read } };
  const keepers = isJsonObject(value.keepers) ? Object.entries(value.keepers) : [[null, null]];
  const names = keepers.flatMap(([tool, server]) => (typeof server === 'string' ? [[tool, server] as const] : []));
  if (names.length < keepers.length) return { problem: 'expected "keepers" as pawl record writes them' };
  return { contract: { exchanges: read, keepers: Object.fromEntries(names) } };
}

function readExchange(value: Json): McpExchange | null {
  if (!isJsonObject(value) || !isJsonObject(value.outcome)) return null;
  const { server, method, params, outcome } = value;
  const { kind, value: said } = outcome;
  const isWhole =
    typeof server === 'string' && typeof method === 'string' && isJsonObject(params) && isJsonObject(said);
  if (!isWhole || (kind !== 'result' && kind !== 'error')) return null;
  return { server, method, params, outcome: { kind, value: said } };
}
