import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import pawlSchema from '../../schema/pawl.v1.schema.json' with { type: 'json' };
import { findChanges } from '../../src/changes/index.ts';
import { withListPrices } from '../../src/score/index.ts';
import { MINIMAL, read } from './read.ts';

describe('settings', () => {
  it('are complete from the four keys that have no default', () => {
    expect(read(MINIMAL)).toEqual({
      version: 1,
      agent: {
        name: 'desk',
        root: '.',
        setup: null,
        command: 'node agent.mjs',
        protocol: 'worker',
        http: { path: '/', healthPath: '/health', startTimeoutMs: 60_000 },
        concurrency: 2,
        inflight: 1,
        trialTimeoutMs: 60_000,
        setupTimeoutMs: 600_000,
        environment: [],
        mcpServers: {},
      },
      changes: {
        agent: pawlSchema.properties.agent.properties.paths.default,
        root: '.',
        prompts: ['prompts/*.md'],
        tools: [],
        corpus: ['corpus/*.jsonl'],
        config: ['pawl.yml', '.pawl/accepted.yml'],
        pins: [],
      },
      corpus: ['corpus/*.jsonl'],
      caseInput: { messages: '$messages' },
      slices: [{ kind: 'attribute', attribute: 'pawl.slices', name: null }],
      tools: {
        files: [],
        readOnly: [],
        onMiss: { kind: 'stop' },
        rules: [],
        normalisations: ['absent', 'numbers', 'white_space', 'unicode', 'dates', 'sets', 'enum_case'],
        inProcess: 'substitute',
      },
      ignoredInRequests: [],
      mcpFile: null,
      providers: [
        {
          name: 'openai',
          wires: ['openai-chat', 'openai-responses', 'openai-embeddings'],
          baseUrl: 'https://api.openai.com/v1',
          keyEnvironment: 'OPENAI_API_KEY',
          limits: { requestsPerMinute: null, tokensPerMinute: null },
        },
        {
          name: 'anthropic',
          wires: ['anthropic-messages'],
          baseUrl: 'https://api.anthropic.com',
          keyEnvironment: 'ANTHROPIC_API_KEY',
          limits: { requestsPerMinute: null, tokensPerMinute: null },
        },
      ],
      defaultExpectations: [{ kind: 'state_changes' }],
      checks: [
        'action_as_stated',
        'values_unaltered',
        'constraints_kept',
        'failure_not_repeated',
        'tool_not_abandoned',
        'answer_supported',
      ],
      judges: [],
      commandScorers: [],
      prices: withListPrices({}),
      policy: {
        alpha: 0.01,
        alphaSlicesShare: 0.8,
        looks: [1, 2, 3, 5, 8],
        spend: [0.3, 0.2, 0.2, 0.15, 0.15],
        futility: 0.4,
        budgetRuns: null,
        budgetCalls: null,
        budgetCostUsd: null,
        protectMin: 0.8,
        deltaRelevant: 0.05,
        minEffect: 0,
        maxConfirmTrials: 28,
      },
      onInconclusive: 'warn',
      bootstrap: false,
      redaction: { kinds: null, patterns: [], paths: [], keyEnvironment: 'PAWL_REDACTION_KEY' },
      isolation: { mode: 'auto', allowUnisolated: false, network: 'open' },
      reportContent: 'excerpt',
    });
  });

  it('are the same with every default that the schema names written out', () => {
    expect(read(JSON.stringify({ ...defaultsOf(pawlSchema), ...minimalValue() }))).toEqual(read(MINIMAL));
  });

  it.each([
    ['README.md', false],
    ['agent/CHANGELOG', false],
    ['.github/workflows/pawl.yml', false],
    ['docs/guide.md', true],
    ['agent/README_template.py', true],
    ['.env', true],
  ])('say without paths whether a change concerns the agent: %s', (path, concerns) => {
    const file = { path, oldPath: null, status: 'modified', baseText: 'a', headText: 'b' } as const;
    expect(findChanges([file], read(MINIMAL).changes).notAffected === null).toBe(concerns);
  });

  it('take every key of the file', () => {
    const text = readFileSync(join(import.meta.dirname, 'golden/complete.yml'), 'utf8');
    expect(read(text)).toEqual({
      version: 1,
      agent: {
        name: 'support-desk',
        root: 'agent',
        setup: 'npm ci',
        command: 'node agent.mjs',
        protocol: 'http',
        http: { path: '/run', healthPath: '/ready', startTimeoutMs: 5000 },
        concurrency: 4,
        inflight: 1,
        trialTimeoutMs: 1_500,
        setupTimeoutMs: 30_000,
        environment: ['MY_FLAG'],
        mcpServers: {
          files: { kind: 'command', command: 'node files.mjs', environment: ['FILES_ROOT'], listed: 'recording' },
          issues: {
            kind: 'url',
            url: 'https://example.com/mcp?kind=issues',
            headers: { Authorization: 'ISSUES_AUTHORIZATION' },
          },
          plain: { kind: 'command', command: 'node plain.mjs', environment: [], listed: 'each_side' },
        },
      },
      changes: {
        agent: ['agent/**', '!agent/docs/**'],
        root: 'agent',
        prompts: ['prompts/**/*.md'],
        tools: ['tools/*.json', 'agent/mcp.json'],
        corpus: ['.pawl/corpus/*.jsonl.gz'],
        config: ['pawl.yml', '.pawl/accepted.yml'],
        pins: [
          { name: 'model', file: 'config.json', at: { kind: 'json_pointer', pointer: '/model' } },
          { name: 'judge', file: 'judge.yml', at: { kind: 'yaml_path', path: ['models', 0, 'name'] } },
          { name: 'small', file: 'agent.toml', at: { kind: 'pattern', pattern: 'model = "(.+)"' } },
        ],
      },
      corpus: ['.pawl/corpus/*.jsonl.gz'],
      caseInput: { question: '$text' },
      slices: [
        { kind: 'rule', name: 'refunds', when: { kind: 'tool_called', tool: 'refund_*' } },
        { kind: 'length', bounds: [4, 10, 25] },
      ],
      tools: {
        files: ['tools/*.json'],
        readOnly: ['lookup_*', 'get_time'],
        onMiss: { kind: 'error' },
        rules: [
          {
            tools: ['get_time'],
            onMiss: { kind: 'live', url: 'http://127.0.0.1:9000/tools', timeoutMs: 10_000 },
            sets: [],
          },
          { tools: ['lookup_*'], onMiss: { kind: 'nearest' }, sets: ['ids', 'items[].tags'] },
          {
            tools: ['send_*'],
            onMiss: { kind: 'simulate', command: 'node simulate.mjs', timeoutMs: 2_500 },
            sets: [],
          },
          { tools: ['*'], onMiss: null, sets: ['recipients'] },
        ],
        normalisations: ['absent', 'numbers', 'unicode', 'dates', 'sets', 'enum_case'],
        inProcess: 'trust',
      },
      ignoredInRequests: [{ name: 'dates', pattern: /\d{4}-\d\d-\d\d/g }],
      mcpFile: 'agent/mcp.json',
      providers: [
        {
          name: 'openai',
          wires: ['openai-chat', 'openai-responses', 'openai-embeddings'],
          baseUrl: 'http://127.0.0.1:8080/v1',
          keyEnvironment: 'DESK_KEY',
          limits: { requestsPerMinute: 120, tokensPerMinute: null },
        },
        {
          name: 'anthropic',
          wires: ['anthropic-messages'],
          baseUrl: 'https://api.anthropic.com',
          keyEnvironment: 'ANTHROPIC_API_KEY',
          limits: { requestsPerMinute: null, tokensPerMinute: null },
        },
      ],
      defaultExpectations: [
        { kind: 'output_contains', text: 'order', ignoreCase: false },
        { kind: 'command', name: 'tone' },
        { kind: 'answer_supported', tools: [] },
      ],
      checks: ['failure_not_repeated'],
      judges: [
        {
          ...{ name: 'polite', model: 'claude-x', wire: 'anthropic-messages', rubric: 'It says sorry.', votes: 5 },
          labels: new Map([
            ['a', true],
            ['b', false],
          ]),
          provider: {
            ...{ name: 'anthropic', wires: ['anthropic-messages'], baseUrl: 'http://127.0.0.1:9/x' },
            ...{ keyEnvironment: 'JUDGE_KEY', limits: { requestsPerMinute: null, tokensPerMinute: null } },
          },
        },
      ],
      commandScorers: [{ name: 'tone', command: 'python score.py', timeoutMs: 30_000 }],
      prices: withListPrices({
        'gpt-4o*': { inputUsdPerMillion: 2.5, cachedInputUsdPerMillion: 1.25, outputUsdPerMillion: 10 },
        own: { inputUsdPerMillion: 1, cachedInputUsdPerMillion: 1, outputUsdPerMillion: 2 },
      }),
      policy: {
        alpha: 0.05,
        alphaSlicesShare: 0.8,
        looks: [2, 4],
        spend: [0.75, 0.25],
        futility: 0.2,
        budgetRuns: 900,
        budgetCalls: 5000,
        budgetCostUsd: 12.5,
        protectMin: 0.9,
        deltaRelevant: 0.1,
        minEffect: 0.02,
        maxConfirmTrials: 10,
      },
      onInconclusive: 'block',
      bootstrap: true,
      redaction: {
        kinds: ['email', 'card'],
        patterns: [{ name: 'customer', pattern: /CUST-\d{6}/gu }],
        paths: ['$..customer.name'],
        keyEnvironment: 'DESK_KEY',
      },
      isolation: { mode: 'required', allowUnisolated: true, network: 'open' },
      reportContent: 'none',
    });
  });
});

describe('the schema', () => {
  it('describes every key, so that editors can show it', () => {
    expect(undescribed(pawlSchema, '')).toEqual([]);
  });
});

interface Schema {
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly type?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

function undescribed(schema: Schema, path: string): readonly string[] {
  const members = Object.entries(schema.properties ?? {});
  const nested = [schema.items, schema.additionalProperties].filter((one) => typeof one === 'object');
  return [
    ...members.flatMap(([key, one]) => (one.description === undefined ? [`${path}/${key}`] : [])),
    ...members.flatMap(([key, one]) => undescribed(one, `${path}/${key}`)),
    ...nested.flatMap((one) => undescribed(one, `${path}/*`)),
  ];
}

/** A value made of the schema's defaults alone. */
function defaultsOf(schema: Schema): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {}).map(([key, one]) => [
    key,
    one.default ?? (one.properties === undefined ? undefined : defaultsOf(one)),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function minimalValue(): Record<string, unknown> {
  const agent = defaultsOf(pawlSchema.properties.agent);
  return {
    version: 1,
    agent: { ...agent, name: 'desk', command: 'node agent.mjs' },
    prompts: ['prompts/*.md'],
    corpus: ['corpus/*.jsonl'],
  };
}
