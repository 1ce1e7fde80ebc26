import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import {
  emptyContract,
  type Json,
  type McpContract,
  mcpToolNames,
  mergeContracts,
  readContract,
  redactJson,
  writeContract,
} from '../trace/index.ts';

/** Writes what the MCP servers said of themselves; servers that nobody asked this time keep what they said before. */
export async function keepContract(fresh: McpContract, mcpFile: string | null): Promise<McpContract> {
  if (mcpFile === null) return fresh;
  const merged = mergeContracts(await contractAt(mcpFile), fresh);
  if (fresh.exchanges.length === 0) return merged;
  const redacted = redactJson(JSON.parse(writeContract(merged)) as Json);
  await mkdir(dirname(mcpFile), { recursive: true });
  await writeFile(mcpFile, `${JSON.stringify(redacted.value, null, 2)}\n`);
  return merged;
}

export async function contractAt(file: string): Promise<McpContract> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return emptyContract;
  const read = readContract(text);
  if ('contract' in read) return read.contract;
  throw new UserError({
    where: file,
    message: read.problem,
    hint: 'pawl record writes this file: remove it and record again',
  });
}

/** While recording a tool of an MCP server is `server.tool`; it keeps the server's name only where another has its own. */
export function recordedNames(contract: McpContract): (recorded: string) => string {
  const nameOf = mcpToolNames(contract);
  const servers = new Set(contract.exchanges.map(({ server }) => server));
  return (recorded) => {
    const dot = recorded.indexOf('.');
    const server = recorded.slice(0, Math.max(0, dot));
    return servers.has(server) ? nameOf(server, recorded.slice(dot + 1)) : recorded;
  };
}
