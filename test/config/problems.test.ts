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
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toContain(expected);
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
