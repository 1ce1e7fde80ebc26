import { glob, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type HeadSource, readTools, treeHash } from '../changes/index.ts';
import type { Settings } from '../config/index.ts';
import { messageOf } from '../errors.ts';
import type { CallMap, Side, SideOptions, SideTools } from '../replay/index.ts';
import { hashJson, type ToolDefinition } from '../trace/index.ts';

const MAX_TOOL_FILE_BYTES = 1024 * 1024;

export interface SideRequest {
  readonly repository: string;
  readonly side: Side;
  readonly source: HeadSource;
  /** The target branch's settings: what is judged and how. */
  readonly settings: Settings;
  /** This side's own way to start its agent. */
  readonly spec: Settings['agent'];
  readonly renames: CallMap;
}

export async function describeSide(request: SideRequest): Promise<SideOptions> {
  const { repository, side, source, settings, spec } = request;
  const { root, setup, command, protocol, inflight } = spec;
  const files = await treeHash(repository, source, settings.changes);
  return {
    side,
    source,
    spec: { ...settings.agent, root, setup, command, protocol, inflight },
    agentHash: hashJson([files, root, setup, command, protocol]),
    readTools: (repo) => readSideTools(repo, settings.tools.files),
    renames: request.renames,
  };
}

/** The tool definitions in a checkout. A file that cannot be read is said; its tools are then not checked. */
async function readSideTools(repo: string, globs: readonly string[]): Promise<SideTools> {
  const problems: string[] = [];
  const tools = new Map<string, ToolDefinition>();
  const paths: string[] = [];
  for await (const path of glob([...globs], { cwd: repo })) paths.push(path);
  for (const path of paths.sort()) {
    const text = await readSmall(join(repo, path));
    const read = 'problem' in text ? { problem: `${path}: ${text.problem}` } : readTools(text.text, path);
    if ('problem' in read) problems.push(read.problem);
    else for (const tool of read.tools) tools.set(tool.name, tool);
  }
  return { tools: [...tools.values()], problems };
}

/** Only a regular file of reasonable size: a checkout holds what a pull request put there. */
async function readSmall(path: string): Promise<{ text: string } | { problem: string }> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_TOOL_FILE_BYTES)
        return { problem: `expected at most ${MAX_TOOL_FILE_BYTES} bytes, received ${size}` };
      return { text: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
