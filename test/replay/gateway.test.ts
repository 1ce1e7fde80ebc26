import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, client, type GatewayBench, openGatewayBench, post, type Running } from './gateway-bench.ts';

let bench: GatewayBench;

beforeEach(async () => {
  bench = await openGatewayBench();
});

afterEach(() => bench.close());

describe('model requests', () => {
  test('of the official client are answered by the provider once, and from the store after that', async () => {
    const first = bench.start();
    const said = await client(first).chat.completions.create(ask('hi'));
    first.end();
    bench = await bench.reopen('live');
    bench.provider.draws = 10;
    const again = bench.start();
    const same = await client(again).chat.completions.create(ask('hi'));
    expect(same).toEqual(said);
    expect(again.end().answers).toEqual({ provider: 0, store: 1, shared: 0 });
    expect(bench.provider.draws).toBe(10);
  });

  test('carry the real key to the provider and never the agent’s', async () => {
    const running = bench.start();
    await client(running).chat.completions.create(ask('hi'));
    await post(`${running.lease.urls.anthropic}/v1/messages`, { ...ask('hi'), max_tokens: 5 });
    expect(bench.provider.seen.map(({ headers }) => headers.authorization ?? headers['x-api-key'])).toEqual([
      'Bearer sk-openai',
      'sk-anthropic',
    ]);
  });

  test('of a dry run are answered as far as base was asked the same, and end it where it asks anything else', async () => {
    const base = bench.start();
    await client(base).chat.completions.create(ask('hi'));
    const trial = base.end();
    const drawn = bench.provider.draws;
    const dry = bench.start('head', { base: trial, dry: true });
    await client(dry).chat.completions.create(ask('hi'));
    const refused = await post(`${dry.lease.urls.openai}/chat/completions`, ask('and now?'));
    expect(refused).toMatchObject({ status: 400 });
    expect(dry.end().answers).toEqual({ provider: 0, store: 0, shared: 1 });
    expect(bench.provider.draws).toBe(drawn);
    // A first request that base did not make has a key all the same.
    const other = bench.start('head', { base: trial, dry: true });
    await post(`${other.lease.urls.openai}/chat/completions`, ask('hello'));
    expect(other.end().firstRequestKey).toMatch(/^[0-9a-f]{64}$/);
  });

  test('that are repeated within a trial are new samples, and equal in number for another run of it', async () => {
    const said = async (running: Running): Promise<unknown[]> => {
      const all: unknown[] = [];
      for (let turn = 0; turn < 3; turn += 1)
        all.push((await client(running).chat.completions.create(ask('vote'))).choices[0]?.message.content);
      return all;
    };
    const first = await said(bench.start());
    expect(new Set(first).size).toBe(3);
    expect(await said(bench.start())).toEqual(first);
    expect(await said(bench.start('base', { number: 2 }))).not.toEqual(first);
  });

  test('streamed and not are one request: the answer serves both forms', async () => {
    const first = bench.start();
    const stream = (await client(first).chat.completions.create(
      ask('hi', { stream: true }) as never,
    )) as unknown as AsyncIterable<{
      choices: { delta: { content?: string } }[];
    }>;
    let text = '';
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
    const plain = await client(bench.start()).chat.completions.create(ask('hi'));
    expect(plain.choices[0]?.message.content).toBe(text);
    expect(bench.provider.draws).toBe(1);
  });

  test('on the responses and messages wires are answered, stored and read into the trajectory', async () => {
    const running = bench.start();
    const response = await client(running).responses.create({ model: 'm', input: 'hi' });
    const message = await post(`${running.lease.urls.anthropic}/v1/messages`, { ...ask('hi'), max_tokens: 5 });
    expect([response.output_text, message.body.content]).toEqual(['draw 1', [{ type: 'text', text: 'draw 2' }]]);
    const trial = running.end();
    expect(
      trial.trajectory.steps.map((step) => step.kind === 'model_call' && [step.wire, step.response?.parts[0]]),
    ).toEqual([
      ['openai-responses', { kind: 'text', text: 'draw 1' }],
      ['anthropic-messages', { kind: 'text', text: 'draw 2' }],
    ]);
    const again = bench.start();
    expect((await client(again).responses.create({ model: 'm', input: 'hi' })).output_text).toBe('draw 1');
  });

  test('of head share base’s answers until head asks something else, then never again', async () => {
    const base = bench.start();
    for (const text of ['a', 'b', 'c']) await client(base).chat.completions.create(ask(text));
    const baseTrial = base.end();
    const head = bench.start('head', { base: baseTrial });
    for (const text of ['a', 'x', 'c']) await client(head).chat.completions.create(ask(text));
    const headTrial = head.end();
    expect(headTrial.trajectory.steps.map((step) => step.kind === 'model_call' && step.source)).toEqual([
      'shared',
      'provider',
      'provider',
    ]);
    const equal = bench.start('head', { base: baseTrial });
    for (const text of ['a', 'b', 'c']) await client(equal).chat.completions.create(ask(text));
    const same = equal.end();
    expect([same.fingerprint === baseTrial.fingerprint, headTrial.fingerprint === baseTrial.fingerprint]).toEqual([
      true,
      false,
    ]);
  });

  test('that are not in the store end a trial that may only use recordings', async () => {
    await client(bench.start()).chat.completions.create(ask('known'));
    bench = await bench.reopen('recorded');
    const running = bench.start();
    expect((await client(running).chat.completions.create(ask('known'))).choices[0]?.message.content).toBe('draw 1');
    const missed = await post(`${running.lease.urls.openai}/chat/completions`, ask('unknown'));
    expect(missed).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('not covered') } } });
    expect(running.stopped).toHaveLength(1);
    expect(running.end()).toMatchObject({ standing: 'not_covered', end: { kind: 'stopped' } });
    expect(bench.provider.draws).toBe(0);
  });

  test('whose answer is lost on its way get the same answer when the client asks again', async () => {
    const running = bench.start();
    const url = new URL(`${running.lease.urls.openai}/chat/completions`);
    await new Promise<void>((resolve) => {
      const body = JSON.stringify(ask('hi'));
      const socket = connect(Number(url.port), url.hostname, () => {
        socket.write(`POST ${url.pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
        socket.destroy();
        resolve();
      });
    });
    await expect.poll(() => bench.provider.draws).toBe(1);
    const retried = await post(url.href, ask('hi'));
    expect(retried.body).toMatchObject({ choices: [{ message: { content: 'draw 1' } }] });
    expect(running.end().trajectory.steps).toHaveLength(1);
  });

  test('on a wire that is not supported are told so', async () => {
    const { lease } = bench.start();
    const answer = await post(`${lease.urls.anthropic}/v1beta/models/gemini-pro:generateContent`, {});
    expect(answer).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringMatching(/gemini.*not supported/i) } },
    });
  });

  test('that the client repeats while the provider is still thinking wait for the same answer', async () => {
    const running = bench.start();
    const url = `${running.lease.urls.openai}/chat/completions`;
    bench.provider.hold();
    const impatient = new AbortController();
    const first = fetch(url, { method: 'POST', body: JSON.stringify(ask('hi')), signal: impatient.signal }).catch(
      () => null,
    );
    await expect.poll(() => bench.provider.draws).toBe(1);
    impatient.abort();
    await first;
    const second = post(url, ask('hi'));
    bench.provider.release();
    expect((await second).body).toMatchObject({ choices: [{ message: { content: 'draw 1' } }] });
    expect(bench.provider.draws).toBe(1);
    expect(running.end().trajectory.steps).toHaveLength(1);
  });

  test('that come after pawl has stopped the trial are neither answered nor recorded', async () => {
    const running = bench.start();
    await post(`${running.lease.urls.tools}/pay`, { order: 'o-9' });
    const after = await post(`${running.lease.urls.openai}/chat/completions`, ask('hi'));
    expect(after.status).toBe(410);
    expect(bench.provider.draws).toBe(0);
    expect(running.end().trajectory.steps).toHaveLength(1);
  });

  test('nested too deeply to be read are refused, and the run goes on', async () => {
    const { lease } = bench.start();
    const deep = `{"model":"m","messages":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    const response = await fetch(`${lease.urls.openai}/chat/completions`, { method: 'POST', body: deep });
    expect(response.status).toBe(400);
    expect((await post(`${lease.urls.openai}/chat/completions`, ask('hi'))).status).toBe(200);
  });
});

describe('requests that belong to no running trial', () => {
  test('are refused where nobody holds the address', async () => {
    const { lease } = bench.start();
    const other = lease.urls.openai.replace(/\/t\/.*/, '/t/0123/v1');
    expect((await post(`${other}/chat/completions`, ask('hi'))).status).toBe(404);
    expect(bench.late).toEqual([]);
  });

  test('are refused and reported after the trial has answered', async () => {
    const running = bench.start();
    running.end();
    expect((await post(`${running.lease.urls.openai}/chat/completions`, ask('hi'))).status).toBe(410);
    expect(bench.late).toEqual(['POST /v1/chat/completions']);
    expect(bench.provider.draws).toBe(0);
  });
});
