import { realpathSync } from 'node:fs';
import { assertStoreIsOurs } from '../changes/index.ts';
import type { Settings } from '../config/index.ts';
import { UserError } from '../errors.ts';
import {
  chooseIsolation,
  type GivenAnswer,
  type ModelBackend,
  type ModelMode,
  openSession,
  openStore,
  openUpstream,
  releaseIsolation,
  type Session,
  type SessionOptions,
  secretsIn,
  withLent,
} from '../replay/index.ts';
import { isSecretName } from '../trace/index.ts';
import { holdYoungGeneration } from './heap.ts';
import { JudgeVotes } from './judge-votes.ts';
import { isLoopback } from './sides.ts';
import { toolPolicyOf } from './tool-policy.ts';

interface BenchRequest {
  /** The repository's root. */
  readonly repository: string;
  readonly settings: Settings;
  readonly storeDirectory: string;
  readonly mode: ModelMode;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly otherSecrets: readonly string[];
  /** Names this run's files in the store. */
  readonly runName: string;
  /** What another run was answered: not asked again, and not kept. */
  readonly lent?: readonly GivenAnswer[];
  readonly log: (line: string) => void;
}

/** What every replay needs before it has a side: the store, the provider behind its retries, the isolation. */
export interface Bench {
  readonly backend: ModelBackend;
  /** Where the user's judges vote. */
  readonly votes: JudgeVotes;
  openSession(run: SessionRun): Promise<Session>;
  close(): void;
}

/** What a session is told besides what the bench knows. */
export type SessionRun = Pick<SessionOptions, 'cases' | 'sides' | 'seed' | 'keepBaseTrials' | 'recording'> &
  Partial<Pick<SessionOptions, 'addedCases' | 'reservoirs' | 'headLane'>>;

const PATIENCE = {
  attempts: 4,
  timeoutMs: 300_000,
  maxWaitMs: 60_000,
  breaker: { failures: 5, coolDownMs: 30_000, probes: 3 },
};

export async function openBench(request: BenchRequest): Promise<Bench> {
  const { settings, environment } = request;
  holdYoungGeneration();
  await assertStoreIsOurs(request.repository, request.storeDirectory);
  const keys = keysOf(request);
  const judgeProviders = settings.judges.flatMap(({ provider }) => provider ?? []);
  const keyNames = [...settings.providers, ...judgeProviders].flatMap(({ keyEnvironment }) => keyEnvironment || []);
  const secrets = [...secretsIn(environment, [...keyNames, ...secretsOfServers(settings)]), ...request.otherSecrets];
  const isolation = await chooseIsolation(settings.isolation, secrets, environment.PATH);
  const store = withLent(openStore(request.storeDirectory, request.runName), request.lent ?? []);
  // Production traffic may lie there, and what base was answered: no business of a change's code.
  const hidden = [realpathSync(request.storeDirectory)];
  const upstream = openUpstream({ providers: settings.providers, keys, ...PATIENCE });
  const judges = new Map(
    settings.judges.flatMap(({ name, provider }) => {
      if (provider === null) return [];
      const own = { [provider.name]: environment[provider.keyEnvironment] ?? '' };
      return [[name, openUpstream({ providers: [provider], keys: withoutEmpty(own), ...PATIENCE })] as const];
    }),
  );
  const backend = {
    mode: request.mode,
    store,
    upstream,
    ignored: settings.ignoredInRequests.map(({ pattern }) => pattern),
    asking: new Map(),
  };
  return {
    backend,
    votes: new JudgeVotes(backend, ({ name }) => judges.get(name) ?? upstream, settings.prices),
    openSession: (run) =>
      openSession({
        repository: { path: request.repository, parentEnvironment: environment, hidden },
        backend,
        isolation,
        keyNames,
        tools: toolPolicyOf(settings),
        log: request.log,
        reservoirs: null,
        ...run,
      }),
    close: () => {
      upstream.close();
      for (const judge of judges.values()) judge.close();
      store.close();
      releaseIsolation(isolation);
    },
  };
}

/** Secrets of MCP servers are in pawl's own environment whether or not a server is started with them. */
function secretsOfServers({ agent }: Settings): readonly string[] {
  return Object.values(agent.mcpServers).flatMap((spec) =>
    spec.kind === 'url' ? Object.values(spec.headers) : spec.environment.filter((name) => isSecretName(name)),
  );
}

/** A provider on this machine (a stand-in, a local model) may go without a key; one elsewhere may not. */
function keysOf(request: BenchRequest): Readonly<Record<string, string>> {
  const { providers } = request.settings;
  const keys = withoutEmpty(
    Object.fromEntries(providers.map(({ name, keyEnvironment }) => [name, request.environment[keyEnvironment] ?? ''])),
  );
  const reachable = providers.some((provider) => keys[provider.name] !== undefined || isLoopback(provider.baseUrl));
  if (request.mode === 'live' && !reachable)
    throw new UserError({
      where: null,
      message: `no provider key: expected one of ${providers.map((provider) => provider.keyEnvironment).join(', ')} in the environment`,
      hint: 'set the key, point --provider-url at a local model, or use --offline to answer from the store alone',
    });
  return keys;
}

function withoutEmpty(keys: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== ''));
}
