import { describe, expect, it } from 'vitest';
import type { Overrides } from '../../src/config/index.ts';
import { MINIMAL, problems, read } from './read.ts';

describe('overrides', () => {
  it('replace what the file says', () => {
    const settings = read(`${MINIMAL}gate: {alpha: 0.2, looks: [1, 5], spend: [0.5, 0.5]}`, [
      { name: 'trials', value: '2', where: '--trials' },
      { name: 'report_content', value: 'none', where: 'input report-content' },
      { name: 'isolation', value: 'off', where: '--isolation' },
      { name: 'allow_unisolated', value: 'true', where: '--allow-unisolated' },
      { name: 'concurrency', value: '8', where: '--concurrency' },
      { name: 'provider_url', value: 'openai=http://127.0.0.1:1/v1', where: '--provider-url' },
      { name: 'provider_url', value: 'anthropic=http://127.0.0.1:2/', where: '--provider-url' },
    ]);
    expect(settings.policy).toMatchObject({ alpha: 0.2, looks: [2], spend: [1] });
    expect(settings).toMatchObject({
      reportContent: 'none',
      isolation: { mode: 'off', allowUnisolated: true, network: 'open' },
      agent: { concurrency: 8 },
      providers: [{ baseUrl: 'http://127.0.0.1:1/v1' }, { baseUrl: 'http://127.0.0.1:2' }],
    });
  });

  it('are judged as the file is, all at once, under their own names', () => {
    const wrong: Overrides = [
      { name: 'trials', value: '', where: 'input trials' },
      { name: 'concurrency', value: '1.5', where: '--concurrency' },
      { name: 'allow_unisolated', value: 'yes', where: '--allow-unisolated' },
      { name: 'isolation', value: 'of', where: '--isolation' },
      { name: 'provider_url', value: 'opnai=http://x', where: '--provider-url' },
      { name: 'provider_url', value: 'openai=x', where: '--provider-url' },
    ];
    expect(problems(MINIMAL.replace('version: 1', 'version: 1\nx: 1'), wrong).split('\n')).toEqual([
      '--provider-url: expected NAME=URL where NAME is openai or anthropic, received "opnai=http://x"',
      '  example: --provider-url openai=http://127.0.0.1:8080/v1',
      '--concurrency: expected a whole number, received 1.5',
      'input trials: expected a whole number, received ""',
      '--isolation: expected one of "auto", "required", "off", received "of"',
      '  did you mean off?',
      '--allow-unisolated: expected true or false, received "yes"',
      '--provider-url: expected an http or https URL, received "x"',
      'pawl.yml:2: unknown key "x"',
      expect.stringMatching(/^ {2}known: version, agent, prompts, tools, /),
    ]);
  });

  it('over a part of the file that is no map leave its own problem', () => {
    expect(problems(`${MINIMAL}gate: 3`, [{ name: 'trials', value: '2', where: '--trials' }])).toBe(
      'pawl.yml:5: gate: expected a map, received 3',
    );
  });
});
