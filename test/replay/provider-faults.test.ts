import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ask, type GatewayBench, openGatewayBenchWith, post } from './gateway-bench.ts';
import { chatAnswer, sendJson, startProvider, type TestProvider } from './provider.ts';

type Fault = (response: ServerResponse) => void;

/** The first, the last and one in between. */
const CALLS = 3;
const DRAWN = ['draw 1', 'draw 2', 'draw 3'];
const ANSWER_TIMEOUT_MS = 20_000;

const sendStream = (response: ServerResponse, text: string): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(text);
};

const FAULTS: Readonly<Record<string, Fault>> = {
  'says 429': (response) => sendJson(response, 429, { error: 'slow down' }, { 'retry-after': '0' }),
  'says 500': (response) => sendJson(response, 500, { error: 'oops' }),
  'says 529': (response) => sendJson(response, 529, { error: 'overloaded' }),
  'cuts its stream short': (response) =>
    sendStream(response, `data: ${JSON.stringify({ id: 'c', choices: [{ index: 0, delta: { content: 'dr' } }] })}\n\n`),
  'sends invalid JSON': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"id": "c", "choices": [');
  },
  'never answers': () => vi.advanceTimersByTime(ANSWER_TIMEOUT_MS),
  'resets the connection': (response) => response.socket?.resetAndDestroy(),
  'resets it in the middle of the answer': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"id":');
    setImmediate(() => response.socket?.resetAndDestroy());
  },
};

let bench: GatewayBench<TestProvider>;
afterEach(async () => {
  vi.useRealTimers();
  await bench.close();
});

/** A provider with this fault where `isFaulty` says so, of its n-th request from 0; else its n-th answer is "draw n". */
async function open(fault: Fault, isFaulty: (index: number) => boolean): Promise<void> {
  let draws = 0;
  // Whoever never answers moves the clock: nothing is waited for, and no sound answer comes too late.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench = await openGatewayBenchWith(
    () =>
      startProvider((_, index, response) => {
        if (isFaulty(index)) return fault(response);
        draws += 1;
        sendJson(response, 200, chatAnswer(`draw ${draws}`, `c-${draws}`));
      }),
    { attempts: 2, timeoutMs: ANSWER_TIMEOUT_MS },
  );
}

/** Trials of one model call each; what each was answered, null = nothing. */
async function someTrials(): Promise<{ texts: (string | null)[]; ends: string[]; standings: string[] }> {
  const [texts, ends, standings]: [(string | null)[], string[], string[]] = [[], [], []];
  for (let number = 1; number <= CALLS; number += 1) {
    const running = bench.start('base', { number });
    const { status, body } = await post(`${running.lease.urls.openai}/chat/completions`, ask('Hi.'));
    const trial = running.end();
    const choices = body.choices as { message: { content: string } }[] | undefined;
    texts.push(status === 200 ? (choices?.[0]?.message.content ?? '') : null);
    ends.push(trial.end.kind);
    standings.push(trial.standing);
  }
  return { texts, ends, standings };
}

const cases = Object.entries(FAULTS).flatMap(([name, fault]) =>
  Array.from({ length: CALLS }, (_, call) => [name, call, fault] as const),
);

describe('a provider that fails once', () => {
  test.each(cases)('%s at call %i: it is asked again, and nothing is lost or drawn twice', async (_, call, fault) => {
    await open(fault, (index) => index === call);
    const first = await someTrials();
    expect(first.texts).toEqual(DRAWN);
    expect(first.standings).toEqual(Array(CALLS).fill('hermetic'));
    expect(bench.provider.seen).toHaveLength(CALLS + 1);
    bench = await bench.reopen('live');
    expect(await someTrials()).toEqual(first);
    expect(bench.provider.seen).toHaveLength(0);
    expect(bench.storeProblems()).toEqual([]);
  });
});

describe('a provider that fails again and again', () => {
  test.each(cases)(
    '%s at call %i: one trial is errored, no other, and its answer alone is missing',
    async (_, call, fault) => {
      await open(fault, (index) => index === call || index === call + 1);
      const { texts, ends, standings } = await someTrials();
      expect(texts.filter((text) => text !== null)).toHaveLength(CALLS - 1);
      expect(texts[call]).toBeNull();
      expect(ends).toEqual(Array.from({ length: CALLS }, (__, n) => (n === call ? 'provider_failed' : 'answered')));
      expect(standings.filter((standing) => standing === 'errored')).toHaveLength(1);
      bench = await bench.reopen('recorded');
      const again = await someTrials();
      expect(again.texts).toEqual(texts);
      expect(again.standings.filter((standing) => standing === 'not_covered')).toHaveLength(1);
    },
  );
});

test('a clock that jumps does not make a wait longer, and nothing is lost', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toUTCString();
  const refuse: Fault = (response) => sendJson(response, 429, { error: 'later' }, { 'retry-after': tomorrow });
  await open(refuse, (index) => index === 1);
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 30 * 86_400_000 });
  expect((await someTrials()).texts).toEqual(DRAWN);
  vi.setSystemTime(Date.now() + 400 * 86_400_000);
  bench = await bench.reopen('live');
  expect((await someTrials()).standings).toEqual(Array(CALLS).fill('hermetic'));
  expect(bench.provider.seen).toHaveLength(0);
});
