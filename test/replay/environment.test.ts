import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { agentEnvironment, secretsIn } from '../../src/replay/environment.ts';

const urls = {
  openai: 'http://o/v1',
  anthropic: 'http://a',
  tools: 'http://t/tools',
  mcp: 'http://t/mcp',
  otlp: 'http://t/otlp',
};
const places = { home: '/c/home', tmp: '/c/tmp', commands: null };
const parent = {
  PATH: '/usr/bin',
  HOME: '/root',
  LANG: 'de_DE.UTF-8',
  TZ: 'Europe/Berlin',
  OPENAI_API_KEY: 'sk-real',
  MY_PROVIDER: 'real',
  GITHUB_TOKEN: 'ghs_real',
  'INPUT_GITHUB-TOKEN': 'ghs_real',
  INPUT_CONFIG: 'pawl.yml',
  ACTIONS_RUNTIME_TOKEN: 'real',
  COLOUR: 'green',
  EMPTY: undefined,
};

function build(allow: readonly string[], given: Parameters<typeof agentEnvironment>[0]['urls'] = urls) {
  return agentEnvironment({ parent, allow, keyNames: ['MY_PROVIDER'], urls: given, ...places });
}

describe('the environment of the agent', () => {
  it('is exactly the fixed list, the allowed names and the URLs', () => {
    expect(build(['COLOUR', 'EMPTY', 'ABSENT'])).toEqual({
      PATH: '/usr/bin',
      HOME: '/c/home',
      TMPDIR: '/c/tmp',
      LANG: 'C.UTF-8',
      USER: 'pawl',
      LOGNAME: 'pawl',
      TZ: 'UTC',
      COLOUR: 'green',
      OPENAI_API_KEY: 'pawl-dummy-key',
      ANTHROPIC_API_KEY: 'pawl-dummy-key',
      OPENAI_AGENTS_DISABLE_TRACING: '1',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      OPENAI_BASE_URL: 'http://o/v1',
      ANTHROPIC_BASE_URL: 'http://a',
      PAWL_TOOLS_URL: 'http://t/tools',
      PAWL_MCP_URL: 'http://t/mcp',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://t/otlp',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_BLRP_SCHEDULE_DELAY: '200',
    });
  });

  it('finds the commands of pawl before others', () => {
    const path = (more: object) => agentEnvironment({ parent, allow: [], keyNames: [], urls, ...places, ...more }).PATH;
    expect(path({ commands: '/c/bin' })).toBe('/c/bin:/usr/bin');
    expect(path({ commands: '/c/bin', parent: {} })).toBe('/c/bin');
  });

  it('has no URLs where the agent gets them with its trial', () => {
    expect(Object.keys(build([], null)).filter((name) => /URL|ENDPOINT/.test(name))).toEqual([]);
  });

  it('keeps time zone, language and home the same on both sides even when the user lists them', () => {
    expect(build(['TZ', 'LANG', 'HOME', 'TMPDIR'])).toEqual(build([]));
  });

  it('refuses every key, token and runner variable that the user lists, all at once', () => {
    const refused = ['MY_PROVIDER', 'OPENAI_API_KEY', 'GITHUB_TOKEN', 'INPUT_CONFIG', 'ACTIONS_CACHE_URL', 'NPM_TOKEN'];
    const thrown = catchError(() => build(['COLOUR', ...refused, 'TOKEN_LIMIT']));
    const problems = thrown instanceof UserError ? thrown.problems : [];
    expect(problems.map((one) => refused.find((name) => one.message.includes(` ${name}:`)))).toEqual(refused);
  });

  it('never holds a value that only a secret of the parent has, whatever the user lists', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(parent)), (allow) => {
        const built = catchError(() => build(allow));
        return built instanceof UserError || !JSON.stringify(built).includes('real');
      }),
    );
  });
});

describe('the secrets that are present', () => {
  it('are named, empty ones and settings are not', () => {
    expect(secretsIn({ ...parent, GH_TOKEN: '', INPUT_API_KEY: 'x' }, ['MY_PROVIDER'])).toEqual([
      'OPENAI_API_KEY',
      'MY_PROVIDER',
      'GITHUB_TOKEN',
      'INPUT_GITHUB-TOKEN',
      'ACTIONS_RUNTIME_TOKEN',
      'INPUT_API_KEY',
    ]);
    expect(secretsIn({ PATH: '/bin', INPUT_CONFIG: 'pawl.yml', NPM_TOKEN: 'x' }, [])).toEqual([]);
  });
});

function catchError(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
