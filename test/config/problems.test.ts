import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MINIMAL, problems } from './read.ts';

describe('what is wrong with the file', () => {
  it('is said all at once, with line, expectation and what was received', async () => {
    const text = readFileSync(join(import.meta.dirname, 'golden/broken.yml'), 'utf8');
    await expect(`${problems(text)}\n`).toMatchFileSnapshot('golden/broken.txt');
  });

  it('never shows a password or key that stands in a URL', () => {
    const text = `${MINIMAL}providers: {openai: {base_url: "https://u:hunter2@x/v1?key=hunter3#hunter4"}}`;
    expect(problems(text)).toContain('without user, password, query and fragment, received "https://***@x/v1?***"');
    expect(problems(text)).not.toContain('hunter');
  });

  it.each([
    ['no text', '', 'pawl.yml:1: expected a map that begins with version: 1, received null'],
    ['a list', '- 1', 'pawl.yml:1: expected a map that begins with version: 1, received a list of 1'],
    ['another version, which alone is said', 'version: 2\nnew_key: 1', 'pawl.yml:1: version: expected 1, received 2\n'],
    ['no version', MINIMAL.replace('version: 1\n', ''), 'pawl.yml:1: expected key "version", received none'],
    ['a version as text', MINIMAL.replace('1', '"1"'), 'pawl.yml:1: version: expected 1, received "1"'],
    ['no corpus', MINIMAL.replace(/corpus.*/, ''), 'pawl.yml:1: expected key "corpus", received none'],
    ['no prompts', MINIMAL.replace(/prompts: .*/, ''), 'pawl.yml:1: expected key "prompts", received none'],
    ['a key of a prototype', `${MINIMAL}__proto__: {a: 1}`, 'pawl.yml:5: unknown key "__proto__"'],
    ['an unclosed list', `${MINIMAL}tools: [`, 'pawl.yml:5: Flow sequence in block collection must be'],
    ['an unknown tag', `${MINIMAL}tools: !!python/object x`, 'pawl.yml:5: Unresolved tag'],
    ['two documents', `${MINIMAL}---\n${MINIMAL}`, 'pawl.yml:5: Source contains multiple documents'],
    ['infinity', `${MINIMAL}gate: {alpha: .inf}`, 'pawl.yml:5: gate.alpha: expected a number'],
    ['alpha 0', `${MINIMAL}gate: {alpha: 0}`, 'pawl.yml:5: gate.alpha: expected a number > 0, received 0'],
    [
      'a timeout of 0',
      MINIMAL.replace('desk,', 'desk, timeout_s: 0,'),
      'agent.timeout_s: expected a number > 0, received 0',
    ],
    [
      'a first look beyond the limit of trials',
      `${MINIMAL}gate: {looks: [30], spend: [1]}`,
      'expected a first look of at most max_confirm_trials (28)',
    ],
    [
      'another normalisation than there is',
      `${MINIMAL}tools: {normalise: {whitespace: false}}`,
      'tools.normalise: unknown key "whitespace"',
    ],
    [
      'a redaction that matches everywhere',
      `${MINIMAL}ignore_in_requests: [{name: x, pattern: "[0-9]*"}]`,
      'ignore_in_requests[0].pattern: expected a regular expression that matches no empty text, received "[0-9]*"',
    ],
    [
      'an ignored text that is all of a prompt',
      `${MINIMAL}ignore_in_requests: [{name: x, pattern: ".+"}]`,
      'ignore_in_requests[0].pattern: expected a regular expression that leaves something of a prompt',
    ],
    [
      'an ignored text whose expression has flags for a part of it',
      `${MINIMAL}ignore_in_requests: [{name: x, pattern: "(?i:run)-[0-9]+"}]`,
      'ignore_in_requests[0].pattern: expected a regular expression without flags for a part of it ((?i:...): write [Aa] for a letter in either case, received "(?i:run)-[0-9]+"',
    ],
    [
      'a model pin whose expression has flags for a part of it',
      `${MINIMAL}model_pins: [{name: chat, file: a.py, pattern: '(?i:model) = "(.+)"'}]`,
      'model_pins[0].pattern: expected a regular expression without flags for a part of it',
    ],
    [
      'two ignored texts of one name',
      `${MINIMAL}ignore_in_requests: [{name: x, pattern: a}, {name: x, pattern: b}]`,
      'ignore_in_requests[1].name: expected another name than that of ignore_in_requests[0], received "x"',
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toContain(expected);
  });

  it.each([
    ['{tools: [a], on_miss: simulate}', 'tools.rules[0]: expected key "command" beside on_miss: simulate'],
    ['{tools: [a], on_miss: live}', 'tools.rules[0]: expected key "url" beside on_miss: live'],
    ['{tools: [a], command: x}', 'tools.rules[0].command: expected on_miss: simulate beside it'],
    ['{tools: [a], on_miss: simulate, command: x, url: "http://x"}', 'rules[0].url: expected on_miss: live beside it'],
    ['{tools: [a], on_miss: stop, timeout_s: 1}', 'timeout_s: expected on_miss: simulate or live beside it'],
    ['{tools: [a], on_miss: live, url: "http://u:p@x"}', 'tools.rules[0].url: expected a URL without user, password'],
    [
      '{tools: [a], on_miss: later}',
      'rules[0].on_miss: expected one of "stop", "error", "nearest", "simulate", "live"',
    ],
    ['{tools: ["!a"]}', 'tools.rules[0].tools[0]: expected a glob that does not begin with !'],
    ['{tools: [a], sets: ["a..b"]}', 'tools.rules[0].sets[0]: expected the dotted path of a list'],
  ])('the rule for tools %s', (rule, expected) => {
    expect(problems(`${MINIMAL}tools: {rules: [${rule}]}`)).toContain(expected);
  });

  it('a call that may change something is not answered by another one, nor by the real tool', () => {
    const rules = (tools: string): string =>
      problems(`${MINIMAL}tools: {read_only: ["get_*", now], rules: [{tools: [${tools}], on_miss: nearest}]}`);
    expect(rules('"get_*", get_price, now')).toBe('');
    const reason = 'expected a tool that tools.read_only names, or one of its globs, beside on_miss: nearest';
    expect(rules('get_price, pay')).toContain(`tools.rules[0].tools[1]: ${reason}, received "pay"`);
    expect(rules('"g*"')).toContain(`tools.rules[0].tools[0]: ${reason}, received "g*"`);
  });

  it('an alias bomb is refused before it fills the memory', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`);
    expect(problems(`l0: &l0 [x]\n${levels.join('\n')}`)).toContain('Excessive alias count');
  });

  it('a text too large is refused unread', () => {
    expect(problems(`version: 1\n#${'x'.repeat(1 << 20)}`)).toContain('expected at most 1048576 characters');
  });
});

describe('an agent environment that would leak is refused', () => {
  const withName = (name: string, more = ''): string =>
    problems(`${MINIMAL.replace('desk,', `desk, environment: [${name}],`)}${more}`);

  it.each([
    'OPENAI_API_KEY',
    'anthropic_api_key',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'INPUT_X',
    'PAWL_X',
  ])('%s', (name) => {
    expect(withName(name)).toMatch(/^pawl\.yml:2: agent\.environment\[0\]: expected no /);
  });

  it('the key under the name that the user gave it', () => {
    expect(withName('DESK', '')).toBe('');
    expect(withName('DESK', 'providers: {openai: {key_environment: DESK}}')).toContain('expected no provider key');
  });
});
