import { afterAll, describe, expect, it } from 'vitest';
import { answered, closeAll, open, pidsIn } from './bench.ts';
import { isAlive, spec } from './site.ts';

afterAll(closeAll);

const exec = { protocol: 'exec', command: `${spec.command} exec` } as const;

describe.concurrent('an agent under protocol exec', () => {
  it('gets its input on stdin and answers with JSON, in a process of its own', async () => {
    const bench = open({ ...exec, concurrency: 2 });
    const input = { do: 'echo', messages: [{ role: 'user', content: 'hällo' }] };
    expect(await Promise.all([bench.run(input), bench.run(input)])).toEqual([
      answered({ echo: input }),
      answered({ echo: input }),
    ]);
    expect(bench.slots).toEqual([
      { process: 1, place: 0 },
      { process: 2, place: 0 },
    ]);
  });

  it('gets its URLs by its environment', async () => {
    const { output } = await open(exec).run({ do: 'environment' });
    expect(output).toMatchObject({ own: { OPENAI_BASE_URL: 'http://trial-1-0/v1' } });
  });

  it.each([
    ['echo no json', 'no json'],
    ['printf "two\\nlines\\n"', 'two\nlines'],
    ['echo null', null],
    ['true', ''],
  ])('%s answers with %j', async (command, output) => {
    expect(await open({ protocol: 'exec', command }).run('unread')).toEqual(answered(output));
  });

  it('has crashed when it exits with another code than 0, whatever it printed', async () => {
    const { end } = await open({ protocol: 'exec', command: 'echo 1; echo oops >&2; exit 7' }).run(null);
    expect(end).toEqual({ kind: 'crashed', exitCode: 7, signal: null, stderrTail: 'oops' });
  });

  it('keeps only the end of a long standard error', async () => {
    const { end } = await open({ protocol: 'exec', command: 'seq 1 100000 >&2; exit 1' }).run(null);
    expect(end.kind === 'crashed' && end.stderrTail.length).toBeLessThanOrEqual(8192);
    expect(end.kind === 'crashed' && end.stderrTail.endsWith('99999\n100000')).toBe(true);
  });

  it('that prints JSON nested without end is garbage', async () => {
    const command = 'yes "[" | head -n 100000; yes "]" | head -n 100000';
    const { end } = await open({ protocol: 'exec', command }).run(null);
    expect(end).toMatchObject({ kind: 'garbage', expected: 'at most 200 levels of nesting' });
  });

  it('that prints bytes which are no text is garbage', async () => {
    const { end } = await open({ protocol: 'exec', command: 'printf "\\377\\376"' }).run(null);
    expect(end).toMatchObject({ kind: 'garbage', expected: 'output in UTF-8' });
  });

  it('is answered when it has ended, though something it left holds its output open, and that is ended too', async () => {
    const bench = open(exec);
    const { output } = await bench.run({ do: 'leave', script: 'sleep 1000' });
    expect(isAlive(Number(output))).toBe(false);
    // What cannot be found is not waited for: it would take until this test is given up.
    const bare = await bench.run({ do: 'leave', script: 'exec sleep 1000', bare: true });
    expect(bare.end.kind).toBe('answered');
    if (isAlive(Number(bare.output))) process.kill(Number(bare.output));
  });

  it('is stopped before it has begun like a worker', async () => {
    const bench = open(exec);
    const stopped = await bench.run({ do: 'echo' }, { signal: AbortSignal.abort('no need') });
    expect(stopped.end).toEqual({ kind: 'stopped', reason: 'no need' });
    expect(bench.slots).toEqual([]);
  });

  it('is stopped when the pool is closed', async () => {
    const bench = open(exec);
    const { file, read } = pidsIn(bench);
    const running = bench.run({ do: 'hang', leave: 'sleep 1000', pidFile: file });
    const pids = await read();
    await bench.pool.close();
    expect((await running).end).toEqual({ kind: 'stopped', reason: 'the agent pool was closed' });
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('that floods its output is ended at the limit', async () => {
    const { end } = await open({ protocol: 'exec', command: 'yes', concurrency: 1 }).run(null);
    expect(end).toMatchObject({ kind: 'garbage', expected: 'at most 67108864 bytes of output' });
  });
});
