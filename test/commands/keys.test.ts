import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { environmentWithKeys } from '../../src/commands/keys.ts';
import { POST, SETTINGS, startProject } from '../gate/project.ts';
import { pawl } from './pawl.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-keys-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const around = (stdin = '') => ({ directory, environment: { COLOUR: 'green' }, stdin: () => Readable.from([stdin]) });

describe('keys from a file', () => {
  test('join the environment, and the file is gone', async () => {
    const file = join(directory, 'keys.env');
    writeFileSync(file, '# for a test\nOPENAI_API_KEY=sk=1\r\n\nOTHER_KEY=two words \n');
    expect(await environmentWithKeys('keys.env', around())).toEqual({
      COLOUR: 'green',
      OPENAI_API_KEY: 'sk=1',
      OTHER_KEY: 'two words',
    });
    expect(existsSync(file)).toBe(false);
  });

  test('are not asked for where none are given', async () => {
    expect(await environmentWithKeys(undefined, around())).toEqual({ COLOUR: 'green' });
  });

  test('with lines that are none are refused, all at once, and no line is repeated', async () => {
    const refused = environmentWithKeys('-', around('A_KEY=1\nsk-secret\nB KEY=2\n'));
    await expect(refused).rejects.toThrow(/line 2: expected NAME=value[\s\S]*line 3: expected NAME=value/);
    await expect(refused).rejects.not.toThrow('secret');
  });

  test('are refused where there are none', async () => {
    await expect(environmentWithKeys('-', around('\n'))).rejects.toThrow('- holds no key');
    await expect(environmentWithKeys('absent', around())).rejects.toThrow('ENOENT');
  });
});

/** Looks into every environment that it may read, and says whether a key like the provider's stands in one. */
const CURIOUS = `import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
${POST}const holds = (pid) => {
  try { return readFileSync('/proc/' + pid + '/environ', 'utf8').includes('planted-' + 'in-vain'); } catch { return false; }
};
for await (const line of createInterface({ input: process.stdin })) {
  const { id, urls } = JSON.parse(line);
  const asked = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };
  const { status } = await post(urls.openai + '/chat/completions', asked);
  const found = readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).filter(holds).length;
  console.log(JSON.stringify({ id, output: { status, found } }));
}
`;

test.each([
  ['from standard input, stands in no environment', ['--keys', '-'], 0],
  ['from the environment, can be read there, so this test can fail', [], 1],
])('a key %s', async (_, more, least) => {
  const project = await startProject({
    answer: () => ({ text: 'done' }),
    files: { 'pawl.yml': SETTINGS, 'agent.mjs': CURIOUS, 'in.jsonl': '{"id":"hello","input":{"text":"Hello"}}\n' },
    cases: [],
  });
  try {
    const given = 'OPENAI_API_KEY=planted-in-vain';
    const [name = '', value = ''] = given.split('=');
    const args = ['record', '--inputs', 'in.jsonl', '--out', 'out.jsonl', '--store', '.git/store'];
    const open = ['--provider-url', `openai=${project.provider.url}`, '--isolation', 'off', '--allow-unisolated'];
    const path = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
    const ran = await pawl(project.directory, [...args, ...open, ...more], {
      input: `${given}\n`,
      environment: more.length > 0 ? path : { ...path, [name]: value },
    });
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(project.provider.seen[0]?.headers.authorization).toBe('Bearer planted-in-vain');
    const { output } = JSON.parse(readFileSync(join(project.directory, 'out.jsonl'), 'utf8')).recordings[0];
    expect(output.status).toBe(200);
    expect(Math.min(output.found, 1)).toBe(least);
  } finally {
    await project.close();
  }
});
