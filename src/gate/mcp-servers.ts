import type { Settings } from '../config/index.ts';

type Servers = Settings['agent']['mcpServers'];

/**
 * The MCP servers of a side. It starts them in its own way, but which variables of the environment they may see the target
 * branch says: a pull request cannot ask for more.
 */
export function serversOfSide(own: Servers, target: Settings['agent']): Servers {
  const named = Object.values(target.mcpServers).flatMap((spec) => (spec.kind === 'command' ? spec.environment : []));
  const allowed = new Set([...target.environment, ...named]);
  const servers = Object.entries(own).map(([name, spec]) => [
    name,
    spec.kind === 'url' ? spec : { ...spec, environment: spec.environment.filter((one) => allowed.has(one)) },
  ]);
  return Object.fromEntries(servers);
}
