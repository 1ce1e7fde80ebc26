import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from './readme-code.ts';

describe('the example workers', () => {
  const calls: { path: string; body: unknown }[] = [];
  let folder = '';
  let server: Server;
  let urls = { openai: '', tools: '' };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pawl-worker-'));
    for (const name of ['prompts', 'tools']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'config.json'), '{"model":"my-model"}');
    await writeFile(join(folder, 'prompts/system.md'), 'You are a support desk.');
    await writeFile(join(folder, 'tools/lookup_order.json'), '{"name":"lookup_order","parameters":{"type":"object"}}');
    server = createServer(async (request, response) => {
      const body = JSON.parse(await text(request));
      calls.push({ path: request.url ?? '', body });
      const [status, answer] = request.url === '/tools/lookup_order' ? toolAnswer(body) : [200, modelAnswer(body)];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    urls = { openai: `${root}/v1`, tools: `${root}/tools` };
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  function toolAnswer({ order_id }: { order_id: string }): [number, unknown] {
    if (order_id === 'o-1') return [200, { status: 'delivered' }];
    return order_id === 'o-2' ? [422, { error: 'no such order' }] : [404, { error: 'not on the tape' }];
  }

  /** Calls the tool with the order that the user names, and then repeats what the tool said. */
  function modelAnswer({ messages }: { messages: { role: string; content: string }[] }): unknown {
    const last = messages.at(-1);
    const call = { name: 'lookup_order', arguments: JSON.stringify({ order_id: last?.content }) };
    const asking = { content: null, tool_calls: [{ id: 'call_1', type: 'function', function: call }] };
    const message = last?.role === 'tool' ? { content: `it says ${last.content}` } : asking;
    return { choices: [{ message: { role: 'assistant', ...message } }] };
  }

  /** Gives the worker one trial for each order, ends its input, and returns the lines it wrote. */
  async function answersOf(command: string, file: string, orders: readonly string[]): Promise<readonly unknown[]> {
    await writeFile(join(folder, file), codeOf(`${file.endsWith('.py') ? 'python' : 'js'} ${file}`));
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, OPENAI_API_KEY: 'dummy' };
    const child = spawn(command, [file], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = orders.map((order) =>
      JSON.stringify({ v: 1, id: `trial ${order}`, input: { messages: [{ role: 'user', content: order }] }, urls }),
    );
    child.stdin.end(`${lines.join('\n')}\n`);
    const output = await text(child.stdout);
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  test.for([
    { language: 'Node', command: process.execPath, file: 'worker.mjs' },
    { language: 'Python', command: 'python3', file: 'worker.py' },
  ])(
    'in $language, answer with a tool result, a tool error and a miss',
    async ({ language, command, file }, { skip }) => {
      skip(spawnSync(command, ['--version']).status !== 0, `there is no ${language} on this machine`);
      calls.length = 0;
      const answers = await answersOf(command, file, ['o-1', 'o-2', 'o-3']);
      expect(answers).toEqual([
        { id: 'trial o-1', output: 'it says {"status":"delivered"}' },
        { id: 'trial o-2', output: 'it says {"error":"no such order"}' },
        { id: 'trial o-3', error: expect.stringContaining('answered 404') },
      ]);
      const [first] = calls;
      expect(first).toEqual({
        path: '/v1/chat/completions',
        body: {
          model: 'my-model',
          messages: [
            { role: 'system', content: 'You are a support desk.' },
            { role: 'user', content: 'o-1' },
          ],
          tools: [{ type: 'function', function: { name: 'lookup_order', parameters: { type: 'object' } } }],
        },
      });
      expect(calls[1]).toEqual({ path: '/tools/lookup_order', body: { order_id: 'o-1' } });
    },
  );
});
