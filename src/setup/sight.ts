import type { RepositoryFiles } from './files.ts';
import type { Framework, ProviderName } from './frameworks.ts';
import { findInstall, type Install } from './installs.ts';
import { findManifests, type Manifest } from './manifests.ts';
import { type FoundServers, findMcpServers } from './mcp-servers.ts';
import { type FoundPin, findModelPins, providersOf } from './model-pins.ts';
import { type FoundPrompts, findPrompts } from './prompts.ts';
import { type FoundRecordings, findRecordings } from './recordings.ts';
import { findStart, type StartCommand } from './start-command.ts';
import { type FoundTools, findTools } from './tools.ts';

/** All that was seen in a repository. */
export interface Sight {
  /** Of the folder that the agent's commands run in; null = no manifest was found. */
  readonly agent: Manifest | null;
  /** Folders of other manifests that depend on an LLM library. */
  readonly otherAgents: readonly string[];
  readonly frameworks: readonly Framework[];
  /** Whose keys the gate needs. */
  readonly providers: readonly ProviderName[];
  readonly install: Install | null;
  readonly start: StartCommand;
  readonly prompts: FoundPrompts;
  readonly tools: FoundTools;
  readonly mcp: FoundServers | null;
  readonly pins: readonly FoundPin[];
  readonly recordings: FoundRecordings;
}

export function lookAt(files: RepositoryFiles): Sight {
  const [agent = null, ...others] = findManifests(files);
  const install = agent === null ? null : findInstall(agent, files);
  const frameworks = agent?.frameworks ?? [];
  const pins = findModelPins(files);
  const named = new Set([...frameworks.flatMap(({ provider }) => provider ?? []), ...providersOf(pins)]);
  return {
    agent,
    otherAgents: others.filter((one) => one.frameworks.length > 0).map(({ folder }) => folder),
    frameworks,
    providers: (['openai', 'anthropic'] as const).filter((name) => named.has(name)),
    install,
    start: findStart(agent, install, files),
    prompts: findPrompts(files),
    tools: findTools(files),
    mcp: findMcpServers(files),
    pins,
    recordings: findRecordings(files),
  };
}
