import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openAgentPool } from '../../src/replay/agent-pool.ts';
import { answered, closeAll, gateIn, open, pidsIn, urlsOf } from './bench.ts';
import { isAlive, makeSite, spec } from './site.ts';

// Most tests run side by side: most of their time is waiting.
afterAll(closeAll);

describe.concurrent('a worker', () => {
  it('answers one trial after the other in one process', async () => {
    const bench = open();
    const first = await bench.run({ do: 'pid' });
    expect(await bench.run({ do: 'pid' })).toEqual(first);
    expect(await bench.run({ do: 'echo', text: 'ä\n"' })).toEqual(answered({ echo: { do: 'echo', text: 'ä\n"' } }));
    expect(bench.slots).toEqual(Array(3).fill({ process: 1, place: 0 }));
  });

  it('gets the trial’s URLs by its line and the process’s in its environment', async () => {
    const bench = open();
    expect(await bench.run({ do: 'urls' })).toEqual(answered(urlsOf('trial-1-0')));
    expect((await bench.run({ do: 'environment' })).output).toMatchObject({
      own: { OPENAI_BASE_URL: 'http://process-1/v1', PAWL_TOOLS_URL: 'http://process-1/tools' },
    });
  });

  it('has no URLs in its environment when it may hold several trials', async () => {
    const { output } = await open({ inflight: 2 }).run({ do: 'environment' });
    expect(JSON.stringify(output)).not.toContain('http://');
  });

  it('holds several trials at once, each in a place of its own, and answers in any order', async () => {
    const bench = open({ inflight: 4 });
    const { wait, release } = gateIn(bench);
    const finished: string[] = [];
    const waits = ['a', 'b', 'c', 'd'].map((name) => bench.run(wait(name)).then(() => finished.push(name)));
    for (const place of [3, 2, 1, 0]) {
      release('abcd'[place] ?? '');
      await waits[place];
    }
    expect(finished).toEqual(['d', 'c', 'b', 'a']);
    expect(bench.slots).toEqual([0, 1, 2, 3].map((place) => ({ process: 1, place })));
  });

  it('is started only when a trial finds no idle one, up to the concurrency', async () => {
    const bench = open({ concurrency: 2 });
    await bench.run({ do: 'pid' });
    await bench.run({ do: 'pid' });
    await Promise.all([1, 2, 3, 4].map(() => bench.run({ do: 'pid' })));
    expect([...new Set(bench.slots.map((slot) => slot.process))]).toEqual([1, 2]);
  });

  it('may answer with an error and goes on', async () => {
    const bench = open();
    const { end } = await bench.run({ do: 'error', message: 'no such order' });
    expect(end).toEqual({ kind: 'agent_error', message: 'no such order' });
    expect((await bench.run({ do: 'pid' })).end.kind).toBe('answered');
    expect(bench.slots[1]?.process).toBe(1);
  });

  it('that crashes takes its trials along, with exit code and last words, and is replaced', async () => {
    const bench = open({ inflight: 2 });
    const crash = { do: 'exit', code: 3, lastWords: 'Error: boom' };
    const results = await Promise.all([bench.run(gateIn(bench).wait('never')), bench.run(crash)]);
    const end = { kind: 'crashed', exitCode: 3, signal: null, stderrTail: 'Error: boom' };
    expect(results).toEqual([
      { end, output: null },
      { end, output: null },
    ]);
    expect((await bench.run({ do: 'pid' })).end.kind).toBe('answered');
    expect(bench.slots.map((slot) => slot.process)).toEqual([1, 1, 2]);
  });

  it('that is killed says by which signal', async () => {
    const { end } = await open({ command: `exec ${spec.command}` }).run({ do: 'killed' });
    expect(end).toEqual({ kind: 'crashed', exitCode: null, signal: 'SIGKILL', stderrTail: '' });
  });

  it('that ends with 0 before its answer has crashed all the same', async () => {
    const { end } = await open().run({ do: 'exit', code: 0, lastWords: '' });
    expect(end).toEqual({ kind: 'crashed', exitCode: 0, signal: null, stderrTail: '' });
  });

  it.each([
    ['no JSON', 'Server is up\n', 'one JSON line {"id", "output"} or {"id", "error"}', 'Server is up'],
    [
      'an answer to no trial',
      '{"id":"other","output":1}\n',
      'an answer to a trial in flight',
      '{"id":"other","output":1}',
    ],
  ])('that prints %s ends the trial as garbage and is replaced', async (_, raw, expected, received) => {
    const bench = open();
    expect((await bench.run({ do: 'print', raw })).end).toEqual({ kind: 'garbage', expected, received });
    expect((await bench.run({ do: 'pid' })).end.kind).toBe('answered');
    expect(bench.slots[1]?.process).toBe(2);
  });

  it('that answers twice is replaced, and the trial after it is not blamed', async () => {
    const bench = open();
    expect(await bench.run({ do: 'twice' })).toEqual(answered(1));
    await nextTurn();
    expect((await bench.run({ do: 'pid' })).end.kind).toBe('answered');
    expect(bench.slots[1]?.process).toBe(2);
    expect(bench.strays).toEqual([expect.stringMatching(/^{"id":"t1"/)]);
  });
});

describe.concurrent('a trial that is stopped', () => {
  it('is stopped by pawl with its reason, and its process is ended', async () => {
    const bench = open();
    const { file, read } = pidsIn(bench);
    const stopper = new AbortController();
    const running = bench.run({ do: 'hang', leave: 'sleep 1000', pidFile: file }, { signal: stopper.signal });
    const pids = await read();
    stopper.abort('divergence: refund_order');
    expect(await running).toEqual({ end: { kind: 'stopped', reason: 'divergence: refund_order' }, output: null });
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('is stopped before it was started, without a start', async () => {
    const bench = open();
    const stopper = new AbortController();
    const first = bench.run({ do: 'pid' });
    const waiting = bench.run({ do: 'pid' }, { signal: stopper.signal });
    stopper.abort('no need');
    const late = bench.run({ do: 'pid' }, { signal: stopper.signal });
    expect((await waiting).end).toEqual({ kind: 'stopped', reason: 'no need' });
    expect((await late).end).toEqual({ kind: 'stopped', reason: 'no need' });
    expect((await first).end.kind).toBe('answered');
    expect(bench.slots).toHaveLength(1);
  });
});

describe.concurrent('the pool', () => {
  it('replaces a process on request, after the trial that is in it', async () => {
    const bench = open();
    const before = await bench.run({ do: 'pid' });
    bench.pool.restart({ process: 1, place: 0 });
    const after = await bench.run({ do: 'pid' });
    expect(after.output).not.toBe(before.output);
    const { wait, release } = gateIn(bench);
    const running = bench.run(wait('one'));
    bench.pool.restart({ process: 2, place: 0 });
    release('one');
    expect(await running).toEqual(answered('one'));
    expect(isAlive(Number(before.output))).toBe(false);
  });

  it('gives a slot away only after the last trial’s caller has heard of its end', async () => {
    const bench = open();
    const order: string[] = [];
    const one = (name: string) =>
      bench.pool
        .run({
          id: name,
          input: { do: 'pid' },
          timeoutMs: 60_000,
          start: () => {
            order.push(`${name} starts`);
            return urlsOf(name);
          },
          signal: new AbortController().signal,
        })
        .then(() => order.push(`${name} is over`));
    await Promise.all([one('a'), one('b')]);
    expect(order).toEqual(['a starts', 'a is over', 'b starts', 'b is over']);
  });

  it('does not give up on an agent that crashes on some inputs, even if those come first', async () => {
    const bench = open();
    const crash = { do: 'exit', code: 1, lastWords: '' };
    for (let times = 0; times < 4; times++) expect((await bench.run(crash)).end.kind).toBe('crashed');
    expect((await bench.run({ do: 'pid' })).end.kind).toBe('answered');
  });

  it('answers with a crash when the shell cannot be started at all', async ({ onTestFinished }) => {
    const site = makeSite();
    onTestFinished(() => site.checkout.close());
    const pool = openAgentPool({
      onStray: () => undefined,
      site: { ...site, spec: { ...spec, root: 'missing' } },
      processUrls: () => urlsOf('none'),
    });
    const { signal } = new AbortController();
    const { end } = await pool.run({ id: 'a', input: null, timeoutMs: 1000, start: () => urlsOf('none'), signal });
    expect(end).toMatchObject({ kind: 'crashed', stderrTail: expect.stringMatching(/could not start .*missing/) });
  });

  it('stops what runs and what waits when it is closed, and leaves no process', async () => {
    const bench = open();
    const { file, read } = pidsIn(bench);
    const running = bench.run({ do: 'hang', leave: 'sleep 1000', pidFile: file });
    const waiting = bench.run({ do: 'pid' });
    const pids = await read();
    await bench.pool.close();
    const end = { kind: 'stopped', reason: 'the agent pool was closed' };
    expect([(await running).end, (await waiting).end]).toEqual([end, end]);
    expect(pids.map(isAlive)).toEqual([false, false]);
    await expect(bench.run({ do: 'pid' })).rejects.toThrow('closed');
  });

  it('refuses to let the agent see a key before anything is started', ({ onTestFinished }) => {
    const site = makeSite({ environment: ['GITHUB_TOKEN'] });
    onTestFinished(() => site.checkout.close());
    expect(() => openAgentPool({ onStray: () => undefined, site, processUrls: () => urlsOf('none') })).toThrow(
      'may not see GITHUB_TOKEN',
    );
  });

  it.each(['worker', 'exec'] as const)('shows no secret to a %s or its grandchild', async (protocol) => {
    const command = protocol === 'exec' ? `${spec.command} exec` : spec.command;
    const { output } = await open({ protocol, command, environment: ['COLOUR'] }).run({ do: 'environment' });
    const allowed = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'COLOUR', 'OPENAI_API_KEY', 'ANTHROPIC_API_KEY'];
    const urls = [
      'OPENAI_BASE_URL',
      'ANTHROPIC_BASE_URL',
      'PAWL_TOOLS_URL',
      'PAWL_MCP_URL',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ];
    const shell = ['PWD', 'OLDPWD', 'SHLVL', '_'];
    const otel = ['OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_BSP_SCHEDULE_DELAY', 'OTEL_BLRP_SCHEDULE_DELAY'];
    const quiet = ['OPENAI_AGENTS_DISABLE_TRACING', 'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC'];
    const others = ['USER', 'LOGNAME', ...quiet, 'PAWL_PROCESS_TREE', ...otel];
    const { own, grandchild } = output as { own: Record<string, string>; grandchild: Record<string, string> };
    for (const environment of [own, grandchild]) {
      expect(
        Object.keys(environment).filter((name) => ![...allowed, ...urls, ...others, ...shell].includes(name)),
      ).toEqual([]);
      expect(environment).toMatchObject({ COLOUR: 'green', OPENAI_API_KEY: 'pawl-dummy-key' });
      expect(JSON.stringify(environment)).not.toContain('real');
    }
  });
});

describe('alone on the machine', () => {
  it('a worker that floods its output without a line feed is ended without filling the memory', async () => {
    const bench = open();
    const before = process.memoryUsage().rss;
    const { end } = await bench.run({ do: 'flood', megabytes: 100 });
    expect(end).toMatchObject({ kind: 'garbage', expected: 'a line of at most 16777216 bytes' });
    expect(end.kind === 'garbage' && end.received.length).toBeLessThan(400);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 ** 2);
  });

  it('the pool adds far less than a millisecond to a trial', async () => {
    const bench = open({ inflight: 8 });
    await bench.run({ do: 'pid' });
    const before = process.threadCpuUsage();
    await Promise.all(Array.from({ length: 2000 }, () => bench.run({ do: 'pid' })));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000 / 2000).toBeLessThan(1);
  });
});
