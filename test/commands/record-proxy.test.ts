import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Project, startProject } from '../gate/project.ts';
import { startDrawingProvider } from '../replay/provider.ts';
import { type Message, OUT, obedientToTheLast, startRecording, turn } from './proxy-recording.ts';

let project: Project;

beforeEach(async () => {
  project = await startProject({ answer: obedientToTheLast, cases: [] });
});

afterEach(() => project.close());

describe('pawl record --proxy', () => {
  test('writes each turn of a running agent as a case whose cluster is its conversation', async () => {
    const { client, cases, end } = await startRecording(project);
    const [one, other]: [Message[], Message[]] = [[], []];
    await turn(client, one, 'Pay back o-1');
    await turn(client, other, 'Pay back o-2');
    // Each is on the disk when its turn has ended, not only at the end.
    await expect.poll(() => cases().length).toBe(2);
    await turn(client, one, 'And now pay back o-3');
    expect(await end()).toMatchObject({ exitCode: 0 });
    expect(cases().map(({ id, cluster }) => [id, cluster])).toEqual([
      ['proxy-20261122000000-1-1', 'proxy-20261122000000-1'],
      ['proxy-20261122000000-2-1', 'proxy-20261122000000-2'],
      ['proxy-20261122000000-1-2', 'proxy-20261122000000-1'],
    ]);
    expect(cases()[2]?.input).toEqual({
      messages: [
        { role: 'user', content: 'Pay back o-1' },
        { role: 'assistant', content: 'done' },
        { role: 'user', content: 'And now pay back o-3' },
      ],
    });
    expect(cases()[2]?.recordings).toMatchObject([
      {
        steps: [
          { kind: 'model_call', model: 'm' },
          { name: 'pay_back', arguments: { order: 'o-3' }, outcome: { kind: 'result', value: { done: true } } },
          { kind: 'model_call', model: 'm' },
        ],
        output: 'done',
      },
    ]);
  });

  test('passes on the agent’s own key and the provider’s own bytes, and writes no key to the disk', async () => {
    const { client, url, cases, end } = await startRecording(project);
    await turn(client, [], 'My key is sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCD');
    const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Pay back o-1' }] });
    const headers = { 'content-type': 'application/json' };
    const direct = await fetch(`${project.provider.url}/chat/completions`, { method: 'POST', headers, body });
    const passed = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body });
    const withoutIds = (text: string): string => text.replaceAll(/-\d+|_\d+/g, '');
    expect(withoutIds(await passed.text())).toBe(withoutIds(await direct.text()));
    expect(project.provider.seen[0]?.headers.authorization).toBe('Bearer sk-staging-0123456789abcdef0123456789abcdef');
    const { printed } = await end();
    expect(cases()).toHaveLength(1);
    expect(readFileSync(join(project.directory, OUT), 'utf8')).not.toMatch(/sk-(?:proj|staging)/);
    expect(printed).toContain('redacted: ');
    expect(printed).toContain('not recorded: turns that had not ended: 1');
  });

  test('says what it could not record, and records on behind what a file holds', async () => {
    const first = await startRecording(project);
    await turn(first.client, [], 'Pay back o-1');
    await first.end();
    writeFileSync(join(project.directory, OUT), '{"v":1,"id":"torn', { flag: 'a' });
    const second = await startRecording(project);
    const gemini = await fetch(`${second.url}/v1beta/models/g:generateContent`, { method: 'POST', body: '{}' });
    expect(gemini.status).toBe(404);
    await turn(second.client, [], 'Pay back o-2');
    expect((await second.end()).printed).toContain('not recorded: 1 × Google Gemini is not supported');
    expect(second.cases()).toHaveLength(2);
  });

  test('ends whole: an answer that is on its way still reaches the agent and is recorded', async () => {
    const provider = await startDrawingProvider();
    const { client, cases, end } = await startRecording(project, { providerUrl: [`openai=${provider.url}`] });
    provider.hold();
    const asked = turn(client, [], 'hi', true);
    while (provider.draws === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const ended = end();
    provider.release();
    expect([await asked, await ended]).toMatchObject(['draw 1', { exitCode: 0 }]);
    expect(cases()).toMatchObject([{ input: { messages: [{ role: 'user', content: 'hi' }] } }]);
    await provider.close();
  });

  test('needs inputs or a proxy, a port, and a plain file', async () => {
    for (const [options, message] of [
      [{ proxy: 'staging' }, 'expected a port'],
      [{ inputs: 'x.jsonl' }, 'received both'],
      [{ out: 'corpus/staging.jsonl.gz' }, 'plain'],
    ] as const)
      await expect(startRecording(project, options)).rejects.toThrow(message);
  });
});
