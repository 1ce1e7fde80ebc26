import { glob } from 'node:fs/promises';
import { type HeadSource, readInside, readTools, treeHash } from '../changes/index.ts';
import { OWN_BASE_URLS, type Settings } from '../config/index.ts';
import { cut } from '../errors.ts';
import type { CallMap, Side, SideOptions, SideTools } from '../replay/index.ts';
import { emptyContract, hashJson, parseJson, readContract, type ToolDefinition } from '../trace/index.ts';
import { serversOfSide } from './mcp-servers.ts';

const MAX_TOOL_FILE_BYTES = 1024 * 1024;
const MAX_CONTRACT_BYTES = 8 * 1024 * 1024;

interface SideRequest {
  readonly repository: string;
  readonly side: Side;
  readonly source: HeadSource;
  /** The target branch's settings: what is judged and how. */
  readonly settings: Settings;
  /** This side's own way to start its agent. */
  readonly spec: Settings['agent'];
  readonly renames: CallMap;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export async function describeSide(request: SideRequest): Promise<SideOptions> {
  const { repository, side, source, settings, spec } = request;
  const { root, setup, command, protocol, inflight, http } = spec;
  const mcpServers = serversOfSide(spec.mcpServers, settings.agent);
  const files = await treeHash(repository, source, settings.changes);
  return {
    side,
    source,
    spec: {
      ...settings.agent,
      root,
      setup,
      command,
      protocol,
      inflight,
      http,
      mcpServers: seeing(mcpServers, settings),
    },
    agentHash: hashJson([
      files,
      root,
      setup,
      command,
      protocol,
      protocol === 'http' ? { ...http } : null,
      mcpServers,
      conditionsOf(request),
    ]),
    readTools: async (repo) => {
      const read = await readSideTools(repo, settings.tools.files);
      const { contract, problems } = await readSideContract(repo, settings.mcpFile);
      return { tools: read.tools, contract, problems: [...read.problems, ...problems] };
    },
    renames: request.renames,
  };
}

/** A side's servers with the variables that the target branch lets its agent or a server see: a pull request adds none. */
function seeing(servers: Settings['agent']['mcpServers'], { agent }: Settings): Settings['agent']['mcpServers'] {
  const known = Object.values(agent.mcpServers).flatMap((spec) => (spec.kind === 'command' ? spec.environment : []));
  const allowed = new Set([...agent.environment, ...known]);
  const own = Object.entries(servers).map(([name, spec]) => {
    if (spec.kind !== 'command') return [name, spec] as const;
    return [name, { ...spec, environment: spec.environment.filter((variable) => allowed.has(variable)) }] as const;
  });
  return Object.fromEntries(own);
}

export function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

/** What else decides how a trial goes: trials that were drawn under other conditions are trials of another agent. */
function conditionsOf({ settings, environment }: SideRequest): unknown {
  const { environment: names, trialTimeoutMs } = settings.agent;
  // Values are hashed: the reservoir's key must not give them away.
  const values = names.map((name) => [name, hashJson(environment[name] ?? null)]);
  const ignored = settings.ignoredInRequests.map(({ pattern }) => pattern.source);
  // The same model's name elsewhere is another model. What listens on this machine stands for the provider's own, under another
  // port every day: `pawl repro` knows of none.
  const own: readonly string[] = Object.values(OWN_BASE_URLS);
  const endpoints = settings.providers.flatMap(({ baseUrl }) =>
    isLoopback(baseUrl) || own.includes(baseUrl) ? [] : [baseUrl],
  );
  return [values, trialTimeoutMs, settings.tools, ignored, endpoints];
}

/** The tool definitions in a checkout. A file that cannot be read is said; its tools are then not checked. */
export async function readSideTools(
  repo: string,
  globs: readonly string[],
): Promise<Pick<SideTools, 'tools' | 'problems'>> {
  const problems: string[] = [];
  const tools = new Map<string, ToolDefinition>();
  const paths: string[] = [];
  for await (const path of glob([...globs], { cwd: repo })) paths.push(path);
  for (const path of paths.sort()) {
    const read = await readToolFile(repo, path);
    if (typeof read === 'string') problems.push(`${cut(path, 200)}: ${read}`);
    else for (const tool of read) tools.set(tool.name, tool);
  }
  return { tools: [...tools.values()], problems };
}

/** What the side's MCP servers said when they were recorded. Without the file none of them was. */
async function readSideContract(repo: string, path: string | null): Promise<Pick<SideTools, 'contract' | 'problems'>> {
  if (path === null) return { contract: emptyContract, problems: [] };
  const file = await readInside(repo, path, MAX_CONTRACT_BYTES);
  if (file.kind === 'absent') return { contract: emptyContract, problems: [] };
  const read = file.kind === 'refused' ? { problem: file.reason } : readContract(file.text);
  return 'problem' in read
    ? { contract: emptyContract, problems: [`${path}: ${read.problem}`] }
    : { contract: read.contract, problems: [] };
}

/** The file's tools, or what is wrong with it, in words that hold nothing of its contents: a report is public. */
async function readToolFile(repo: string, path: string): Promise<readonly ToolDefinition[] | string> {
  const file = await readInside(repo, path, MAX_TOOL_FILE_BYTES);
  if (file.kind === 'refused') return file.reason;
  if (file.kind === 'absent') return 'there is no such file';
  if (parseJson(file.text.replace(/^\uFEFF/, '')) === undefined) return 'expected JSON';
  const read = readTools(file.text, path);
  return 'problem' in read ? 'expected tool definitions, received other JSON' : read.tools;
}
