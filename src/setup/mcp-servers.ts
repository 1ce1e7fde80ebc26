import { isJsonObject, type Json, parseJson, redactText } from '../trace/index.ts';
import type { RepositoryFiles } from './files.ts';

/** Servers that an MCP configuration names, as `mcp.servers` would. */
export interface FoundServers {
  readonly file: string;
  readonly servers: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

const FILE = /(?:^|\/)\.?mcp\.json$/;
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** The first configuration that names a server. */
export function findMcpServers({ paths, textOf }: RepositoryFiles): FoundServers | null {
  for (const file of paths.filter((path) => FILE.test(path))) {
    const value = parseJson(textOf(file) ?? '') ?? null;
    const named = isJsonObject(value) && isJsonObject(value.mcpServers ?? null) ? value.mcpServers : null;
    const servers = isJsonObject(named)
      ? Object.entries(named).flatMap(([name, server]) => serverOf(name, server))
      : [];
    if (servers.length > 0) return { file, servers: Object.fromEntries(servers) };
  }
  return null;
}

/** Headers, queries and what looks like a key are left out: what stands in such files may be a secret. */
function serverOf(name: string, server: Json): readonly (readonly [string, Readonly<Record<string, Json>>])[] {
  if (!NAME.test(name) || !isJsonObject(server)) return [];
  if (typeof server.url === 'string') return [[name, { url: redactText(server.url.replace(/[?#].*/, '')).text }]];
  if (typeof server.command !== 'string') return [];
  const args = Array.isArray(server.args) ? server.args.filter((arg) => typeof arg === 'string') : [];
  const environment = isJsonObject(server.env ?? null) ? Object.keys(server.env ?? {}) : [];
  const command = redactText([server.command, ...args].map(quoted).join(' ')).text;
  return [[name, environment.length === 0 ? { command } : { command, environment }]];
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
