import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Trial } from '../../src/replay/trial.ts';
import type { JsonObject } from '../../src/trace/index.ts';
import { type GatewayBench, openGatewayBench, post, type Running } from './gateway-bench.ts';

let bench: GatewayBench;

beforeEach(async () => {
  bench = await openGatewayBench();
});

afterEach(() => bench.close());

const TOOL = { type: 'function', function: { name: 'pay', parameters: { type: 'object' } } };

function asking(system: string, more: object = {}): object {
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: 'Where is o-1?' },
  ];
  return { model: 'm', messages, tools: [TOOL], ...more };
}

const send = (running: Running, body: object) => post(`${running.lease.urls.openai}/chat/completions`, body);
const said = ({ body }: { body: JsonObject }) => (body as { choices?: unknown[] }).choices?.[0];
const sources = (trial: Trial) =>
  trial.trajectory.steps.flatMap((step) => (step.kind === 'model_call' ? [step.source] : []));

async function record(...bodies: object[]): Promise<Trial> {
  const running = bench.start();
  for (const body of bodies) await send(running, body);
  return running.end();
}

describe('where nothing may be drawn, a request that is not recorded', () => {
  test('is told which recorded one is nearest and where the two part', async () => {
    await record(asking('You are kind.'), asking('You are terse, and you speak of nothing but parcels.'));
    bench = await bench.reopen('recorded');
    const running = bench.start();
    const { status, body } = await send(running, asking('You are kind!'));
    expect(status).toBe(400);
    const path = '/body/messages/0/content';
    expect(body).toMatchObject({
      error: {
        message: expect.stringContaining(`the nearest recorded request differs first at ${path}`),
        nearest: { path, recorded: '"You are kind."', asked: '"You are kind!"' },
      },
    });
    expect(running.end()).toMatchObject({ standing: 'not_covered', end: { reason: expect.stringContaining(path) } });
  });

  test('leaves nothing of what was asked in the report’s reason', async () => {
    await record(asking('The password is swordfish.'));
    bench = await bench.reopen('recorded');
    const running = bench.start();
    await send(running, asking('The password is hunter2.'));
    expect(JSON.stringify(running.end().end)).not.toMatch(/swordfish|hunter2/);
  });

  test('is told that the request is known where only its answer for this trial lacks', async () => {
    await record(asking('You are kind.'));
    bench = await bench.reopen('recorded');
    const { body } = await send(bench.start('base', { number: 2 }), asking('You are kind.'));
    expect(body).toMatchObject({ error: { message: expect.stringContaining('its answer for this trial is not') } });
  });

  test('is told where no request of its case is recorded', async () => {
    bench = await bench.reopen('recorded');
    const { body } = await send(bench.start(), asking('You are kind.'));
    expect(body).toMatchObject({ error: { message: expect.stringContaining('no request of this case is recorded') } });
  });

  test('is compared with what can still be read', async () => {
    await record(asking('You are kind.'));
    // Closing the store packs it.
    bench = await bench.reopen('recorded');
    const folder = join(bench.directory, 'store', 'requests');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    const bytes = readFileSync(file);
    const inBlock = bytes.indexOf(10) + 30;
    bytes[inBlock] = (bytes[inBlock] ?? 0) ^ 255;
    writeFileSync(file, bytes);
    bench = await bench.reopen('recorded');
    const { body } = await send(bench.start(), asking('You are kind!'));
    expect(body).toMatchObject({ error: { message: expect.stringContaining('no request of this case is recorded') } });
    expect(bench.storeProblems()).toEqual([expect.stringContaining('is damaged and was left out')]);
  });
});

describe('a request that means the same as a recorded one', () => {
  const strict = asking('Hi.', {
    tools: [{ ...TOOL, function: { ...TOOL.function, strict: true } }],
    tool_choice: 'auto',
  });

  test('gets its answer where nothing may be drawn, and the trial is assisted', async () => {
    await record(asking('Hi.'));
    bench = await bench.reopen('recorded');
    const running = bench.start();
    expect(said(await send(running, strict))).toMatchObject({ message: { content: 'draw 1' } });
    const trial = running.end();
    expect(trial).toMatchObject({ standing: 'assisted', answers: { store: 1 } });
    expect(sources(trial)).toEqual(['semantic']);
  });

  test('gets base’s answer on head, step after step', async () => {
    const other = asking('Bye.', { tool_choice: 'auto' });
    const base = await record(asking('Hi.'), asking('Bye.'));
    bench = await bench.reopen('recorded');
    const running = bench.start('head', { base });
    expect([said(await send(running, strict)), said(await send(running, other))]).toMatchObject([
      { message: { content: 'draw 1' } },
      { message: { content: 'draw 2' } },
    ]);
    expect(sources(running.end())).toEqual(['semantic', 'semantic']);
  });

  test('is asked anew where answers may be drawn', async () => {
    await record(asking('Hi.'));
    const trial = await record(strict);
    expect(trial).toMatchObject({ standing: 'hermetic', answers: { provider: 1 } });
    expect(bench.provider.draws).toBe(2);
  });
});

test.each([
  ['Google Gemini', 'v1beta/models/gemini-pro:generateContent'],
  ['Google Gemini', 'v1beta/models/gemini-pro:streamGenerateContent'],
  ['Amazon Bedrock', 'model/anthropic.claude-v2/invoke'],
  ['Amazon Bedrock', 'model/amazon.nova-pro/converse-stream'],
])('a request to %s (%s) is refused in plain words, and the report hears of it', async (name, path) => {
  const running = bench.start();
  const answer = await post(`${running.lease.urls.anthropic}/${path}`, {});
  expect(answer).toMatchObject({
    status: 404,
    body: { error: { message: expect.stringContaining(`${name} is not supported: OpenAI's chat completions`) } },
  });
  expect([...running.warnings]).toEqual([expect.stringContaining(`${name} is not supported`)]);
});
