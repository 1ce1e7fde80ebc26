import type { ChangeRules, ModelPinRule } from '../changes/index.ts';
import type { Policy } from '../compare/index.ts';
import {
  completeSlice,
  DEFAULT_CASE_INPUT,
  DEFAULT_SLICES,
  type Expectation,
  type SliceDefinition,
} from '../corpus/index.ts';
import type { AgentSpec, ProviderSpec } from '../replay/index.ts';
import { CHECK_NAMES, type PriceTable, withListPrices } from '../score/index.ts';
import { acceptedPath } from './accepted.ts';
import { completeJudge } from './judges.ts';
import { mcpFileOf, mcpServersOf } from './mcp.ts';
import { milliseconds } from './milliseconds.ts';
import { redactionOf } from './redaction.ts';
import type { Settings } from './settings.ts';
import { completeTools } from './tools.ts';
import type { WrittenConfig, WrittenGate, WrittenModelPin, WrittenProvider } from './written.ts';

const DEFAULT_PATHS = ['**', '!.github/**', '!**/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,LICENSE}{,.*}'];

/** The share of alpha that slices spend; the rest is for single cases (docs/statistics.md). */
const ALPHA_SLICES_SHARE = 0.8;

export const DEFAULT_MAX_CONFIRM_TRIALS = 28;

/** Trials a case at each look, and the share of the slices' alpha that the look spends. */
export const DEFAULT_LOOKS: readonly number[] = [1, 2, 3, 5, 8];
export const DEFAULT_SPEND: readonly number[] = [0.3, 0.2, 0.2, 0.15, 0.15];

/** How traffic is put into slices. Never empty. */
export function slicesOf({ slices }: Pick<WrittenConfig, 'slices'>): readonly SliceDefinition[] {
  return slices?.map(completeSlice) ?? DEFAULT_SLICES;
}

/** A valid written config with every default filled in. `file` is its own path in the repository. */
export function completeSettings(written: WrittenConfig, expectations: readonly Expectation[], file: string): Settings {
  return {
    version: 1,
    agent: agentOf(written),
    changes: rulesOf(written, file),
    corpus: written.corpus,
    caseInput: written.case_input ?? DEFAULT_CASE_INPUT,
    slices: slicesOf(written),
    tools: completeTools(written.tools ?? {}),
    ignoredInRequests: (written.ignore_in_requests ?? []).map(({ name, pattern }) => ({
      name,
      pattern: new RegExp(pattern, 'g'),
    })),
    mcpFile: mcpFileOf(written.mcp),
    providers: [openAi(written.providers?.openai), anthropic(written.providers?.anthropic)],
    defaultExpectations: expectations.length === 0 ? [{ kind: 'state_changes' }] : expectations,
    checks: written.checks ?? CHECK_NAMES,
    judges: (written.judges ?? []).map(completeJudge),
    commandScorers: (written.scorers ?? []).map(({ name, command, timeout_s }) => ({
      name,
      command,
      timeoutMs: milliseconds(timeout_s ?? 60),
    })),
    prices: pricesOf(written),
    ...gateSettings(written.gate ?? {}),
    bootstrap: written.gate?.bootstrap ?? false,
    redaction: redactionOf(written.redaction),
    isolation: {
      mode: written.isolation?.mode ?? 'auto',
      allowUnisolated: written.isolation?.allow_unisolated ?? false,
      network: written.isolation?.network ?? 'open',
    },
    reportContent: written.report?.content ?? 'excerpt',
  };
}

function agentOf({ agent, mcp }: WrittenConfig): AgentSpec {
  return {
    name: agent.name,
    root: agent.root ?? '.',
    setup: agent.setup ?? null,
    command: agent.command,
    protocol: agent.protocol ?? 'worker',
    http: {
      path: agent.http?.path ?? '/',
      healthPath: agent.http?.health ?? '/health',
      startTimeoutMs: milliseconds(agent.http?.start_timeout_s ?? 60),
    },
    concurrency: agent.concurrency ?? 2,
    inflight: agent.inflight ?? 1,
    trialTimeoutMs: milliseconds(agent.timeout_s ?? 60),
    setupTimeoutMs: milliseconds(agent.setup_timeout_s ?? 600),
    environment: agent.environment ?? [],
    mcpServers: mcpServersOf(mcp),
  };
}

function rulesOf(written: WrittenConfig, file: string): ChangeRules {
  const mcpFile = mcpFileOf(written.mcp);
  return {
    agent: written.agent.paths ?? DEFAULT_PATHS,
    root: written.agent.root ?? '.',
    prompts: written.prompts,
    tools: [...(written.tools?.files ?? []), ...(mcpFile === null ? [] : [mcpFile])],
    corpus: written.corpus,
    config: [file, acceptedPath],
    pins: (written.model_pins ?? []).map(pinOf),
  };
}

function pinOf({ name, file, pointer, yaml_path, pattern }: WrittenModelPin): ModelPinRule {
  if (pointer !== undefined) return { name, file, at: { kind: 'json_pointer', pointer } };
  if (pattern !== undefined) return { name, file, at: { kind: 'pattern', pattern } };
  const parts = (yaml_path ?? '').split('.');
  const path = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { name, file, at: { kind: 'yaml_path', path } };
}

/** Where a provider is asked unless the settings say otherwise. */
export const OWN_BASE_URLS = { openai: 'https://api.openai.com/v1', anthropic: 'https://api.anthropic.com' } as const;

function openAi(provider: WrittenProvider = {}): ProviderSpec {
  return {
    name: 'openai',
    wires: ['openai-chat', 'openai-responses', 'openai-embeddings'],
    baseUrl: withoutSlash(provider.base_url ?? OWN_BASE_URLS.openai),
    keyEnvironment: provider.key_environment ?? 'OPENAI_API_KEY',
    limits: limitsOf(provider),
  };
}

function anthropic(provider: WrittenProvider = {}): ProviderSpec {
  return {
    name: 'anthropic',
    wires: ['anthropic-messages'],
    baseUrl: withoutSlash(provider.base_url ?? OWN_BASE_URLS.anthropic),
    keyEnvironment: provider.key_environment ?? 'ANTHROPIC_API_KEY',
    limits: limitsOf(provider),
  };
}

function limitsOf(provider: WrittenProvider): ProviderSpec['limits'] {
  return {
    requestsPerMinute: provider.requests_per_minute ?? null,
    tokensPerMinute: provider.tokens_per_minute ?? null,
  };
}

function pricesOf(written: WrittenConfig): PriceTable {
  const entries = Object.entries(written.prices ?? {}).map(([model, price]) => [
    model,
    {
      inputUsdPerMillion: price.input,
      cachedInputUsdPerMillion: price.cached_input ?? price.input,
      outputUsdPerMillion: price.output,
    },
  ]);
  return withListPrices(Object.fromEntries(entries));
}

/** What `gate` says; an empty one is that of a project that writes none. */
export function gateSettings(gate: WrittenGate): Pick<Settings, 'policy' | 'onInconclusive'> {
  return { policy: policyOf(gate), onInconclusive: gate.inconclusive ?? 'warn' };
}

function policyOf(gate: WrittenGate): Policy {
  return {
    alpha: gate.alpha ?? 0.01,
    alphaSlicesShare: ALPHA_SLICES_SHARE,
    looks: gate.looks ?? DEFAULT_LOOKS,
    spend: gate.spend ?? DEFAULT_SPEND,
    futility: gate.futility ?? 0.4,
    budgetRuns: gate.budget_runs ?? null,
    budgetCalls: gate.budget_calls ?? null,
    budgetCostUsd: gate.budget_cost_usd ?? null,
    protectMin: gate.protect_min ?? 0.8,
    deltaRelevant: gate.delta_relevant ?? 0.05,
    minEffect: gate.min_effect ?? 0,
    maxConfirmTrials: gate.max_confirm_trials ?? DEFAULT_MAX_CONFIRM_TRIALS,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
