import type { McpServerSpec } from '../replay/index.ts';
import { isJsonObject, type JsonObject, received, type SchemaProblem } from '../trace/index.ts';
import type { WrittenMcp, WrittenMcpServer } from './written.ts';

const DEFAULT_FILE = '.pawl/mcp.json';

/** Where the contract of the MCP servers stands; null = there are none. */
export function mcpFileOf(mcp: WrittenMcp | undefined): string | null {
  const { file = DEFAULT_FILE, servers = {} } = mcp ?? {};
  return Object.keys(servers).length === 0 ? null : file;
}

export function mcpServersOf(mcp: WrittenMcp | undefined): Readonly<Record<string, McpServerSpec>> {
  const servers = Object.entries(mcp?.servers ?? {});
  return Object.fromEntries(servers.map(([name, server]) => [name, serverOf(server)]));
}

function serverOf({ command, url, environment, headers, list }: WrittenMcpServer): McpServerSpec {
  if (url !== undefined) return { kind: 'url', url, headers: headers ?? {} };
  return { kind: 'command', command: command ?? '', environment: environment ?? [], listed: list ?? 'each_side' };
}

/** Keys that stand beside the wrong one. Parts of another type than expected are skipped. */
export function mcpFaults({ mcp }: JsonObject): readonly SchemaProblem[] {
  const servers = isJsonObject(mcp) && isJsonObject(mcp.servers) ? Object.entries(mcp.servers) : [];
  return servers.flatMap(([name, server]) => {
    if (!isJsonObject(server)) return [];
    const needs = [
      ['headers', 'url'],
      ['environment', 'command'],
      ['list', 'command'],
    ] as const;
    return needs.flatMap(([key, needed]) =>
      server[key] === undefined || server[needed] !== undefined
        ? []
        : [fault(['mcp', 'servers', name, key], `expected beside ${needed} alone, received ${received(server[key])}`)],
    );
  });
}

function fault(path: SchemaProblem['path'], message: string): SchemaProblem {
  return { path, key: null, message, hint: null };
}
