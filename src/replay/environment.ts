import { type Problem, UserError } from '../errors.ts';
import { isSecretName } from '../trace/index.ts';
import type { McpServerSpec } from './agent.ts';
import type { AgentUrls } from './worker-protocol.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the agent gets in place of a provider key: clients insist on having one. */
const DUMMY_KEY = 'pawl-dummy-key';

/** Equal on both sides and on every machine: an agent may put the date or its locale into a prompt. */
const FIXED = {
  // The agent's user may have no name in /etc/passwd; many programs then look here.
  USER: 'pawl',
  LOGNAME: 'pawl',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  OPENAI_API_KEY: DUMMY_KEY,
  ANTHROPIC_API_KEY: DUMMY_KEY,
  // Traces to api.openai.com, whatever the base URL; titles of conversations and telemetry.
  OPENAI_AGENTS_DISABLE_TRACING: '1',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  // Some SDKs speak gRPC by default; and spans should come while the trial still runs, not 5 s later.
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
  OTEL_BSP_SCHEDULE_DELAY: '200',
  OTEL_BLRP_SCHEDULE_DELAY: '200',
};

const KNOWN_SECRETS = [
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
const RUNNER_NAME = /^(ACTIONS|INPUT)_/i;

/**
 * The whole environment of the user's agent: an allow-list, never a copy. `urls` null = the agent gets its URLs by the
 * worker's line alone. `keyNames` are the variables that hold the providers' keys. Throws a UserError when `allow`
 * names a key, a token or a variable of the runner.
 */
export function agentEnvironment(options: {
  parent: Environment;
  allow: readonly string[];
  keyNames: readonly string[];
  urls: AgentUrls | null;
  home: string;
  tmp: string;
  /** A folder with commands of pawl's own; null = none. */
  commands: string | null;
}): Record<string, string> {
  const refused = options.allow.filter((name) => isForbidden(name, options.keyNames));
  if (refused.length > 0) throw new UserError(refused.map(refusal));
  const result: Record<string, string> = {};
  for (const name of ['PATH', ...options.allow]) {
    const value = options.parent[name];
    if (value !== undefined) result[name] = value;
  }
  if (options.commands !== null) result.PATH = [options.commands, result.PATH].filter(Boolean).join(':');
  const urls = options.urls === null ? {} : urlEnvironment(options.urls);
  return { ...result, ...FIXED, HOME: options.home, TMPDIR: options.tmp, ...urls };
}

/** Names of the keys and tokens that `parent` holds, in its order. */
export function secretsIn(parent: Environment, keyNames: readonly string[]): string[] {
  const isSecret = (name: string) =>
    keyNames.includes(name) || KNOWN_SECRETS.includes(name) || (/^INPUT_/i.test(name) && isSecretName(name));
  return Object.keys(parent).filter((name) => isSecret(name) && (parent[name] ?? '') !== '');
}

/** Whether a variable may not be seen by the agent, nor by what else runs of a side: a key, a token, the runner's own. */
function isForbidden(name: string, keyNames: readonly string[]): boolean {
  return keyNames.includes(name) || isSecretName(name) || RUNNER_NAME.test(name);
}

/** Names of the secrets that an MCP server is started with while it is recorded. */
export function secretsOf(
  { keyNames, parentEnvironment }: { readonly keyNames: readonly string[]; readonly parentEnvironment: Environment },
  spec: McpServerSpec,
): string[] {
  if (spec.kind === 'url') return [];
  return spec.environment.filter((name) => isForbidden(name, keyNames) && parentEnvironment[name]);
}

function refusal(name: string): Problem {
  return {
    where: 'agent.environment',
    message: `the agent may not see ${name}: keys, tokens, ACTIONS_* and INPUT_* stay out of it`,
    hint: 'remove the name; the agent reaches its provider through the URLs and the dummy key that pawl gives it',
  };
}

function urlEnvironment(urls: AgentUrls): Record<string, string> {
  return {
    OPENAI_BASE_URL: urls.openai,
    ANTHROPIC_BASE_URL: urls.anthropic,
    PAWL_TOOLS_URL: urls.tools,
    PAWL_MCP_URL: urls.mcp,
    OTEL_EXPORTER_OTLP_ENDPOINT: urls.otlp,
  };
}
