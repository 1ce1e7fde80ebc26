import { assertStoreIsOurs } from '../changes/index.ts';
import type { Settings } from '../config/index.ts';
import { UserError } from '../errors.ts';
import {
  chooseIsolation,
  type ModelBackend,
  type ModelMode,
  openSession,
  openStore,
  openUpstream,
  type Session,
  type SessionOptions,
  secretsIn,
} from '../replay/index.ts';
import { toolPolicyOf } from './tool-policy.ts';

export interface BenchRequest {
  /** The repository's root. */
  readonly repository: string;
  readonly settings: Settings;
  readonly storeDirectory: string;
  readonly mode: ModelMode;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly otherSecrets: readonly string[];
  /** Names this run's files in the store. */
  readonly runName: string;
  readonly log: (line: string) => void;
}

/** What every replay needs before it has a side: the store, the provider behind its retries, the isolation. */
export interface Bench {
  readonly backend: ModelBackend;
  openSession(run: SessionRun): Promise<Session>;
  close(): void;
}

/** What a session is told besides what the bench knows. */
export type SessionRun = Pick<SessionOptions, 'cases' | 'sides' | 'seed' | 'keepBaseTrials' | 'recording'>;

const ATTEMPTS = 4;
const ANSWER_TIMEOUT_MS = 300_000;
const MAX_WAIT_MS = 60_000;
const BREAKER = { failures: 5, coolDownMs: 30_000, probes: 3 };

export async function openBench(request: BenchRequest): Promise<Bench> {
  const { settings, environment } = request;
  await assertStoreIsOurs(request.repository, request.storeDirectory);
  const keys = keysOf(request);
  const keyNames = settings.providers.map((provider) => provider.keyEnvironment);
  const secrets = [...secretsIn(environment, keyNames), ...request.otherSecrets];
  const isolation = await chooseIsolation(settings.isolation, secrets, environment.PATH);
  const store = openStore(request.storeDirectory, request.runName);
  const upstream = openUpstream({
    providers: settings.providers,
    keys,
    attempts: ATTEMPTS,
    timeoutMs: ANSWER_TIMEOUT_MS,
    maxWaitMs: MAX_WAIT_MS,
    breaker: BREAKER,
  });
  const backend = {
    mode: request.mode,
    store,
    upstream,
    redactions: settings.redactions.map(({ pattern }) => pattern),
    asking: new Map(),
  };
  return {
    backend,
    openSession: (run) =>
      openSession({
        repository: { path: request.repository, parentEnvironment: environment },
        backend,
        isolation,
        keyNames,
        tools: toolPolicyOf(settings),
        log: request.log,
        ...run,
      }),
    close: () => {
      upstream.close();
      store.close();
    },
  };
}

/** A provider on this machine (a stand-in, a local model) may go without a key; one elsewhere may not. */
function keysOf(request: BenchRequest): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {};
  for (const provider of request.settings.providers) {
    const key = request.environment[provider.keyEnvironment];
    if (key !== undefined && key !== '') keys[provider.name] = key;
  }
  const { providers } = request.settings;
  const reachable = providers.some((provider) => keys[provider.name] !== undefined || isLoopback(provider.baseUrl));
  if (request.mode === 'live' && !reachable)
    throw new UserError({
      where: null,
      message: `no provider key: expected one of ${providers.map((provider) => provider.keyEnvironment).join(', ')} in the environment`,
      hint: 'set the key, point --provider-url at a local model, or use --offline to answer from the store alone',
    });
  return keys;
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
