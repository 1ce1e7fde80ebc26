import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { AgentSpec } from '../../src/replay/agent.ts';
import { takePort } from '../../src/replay/worker.ts';
import { answered, type Bench, closeAll, open } from './bench.ts';
import { isAlive } from './site.ts';

afterAll(closeAll);

const script = fileURLToPath(new URL('../fixtures/agents/server.mjs', import.meta.url));

function serve(manner = '', changes: Partial<AgentSpec> = {}): Bench {
  const command = `'${process.execPath}' '${script}' ${manner}`;
  return open({
    protocol: 'http',
    command,
    http: { path: '/run', healthPath: '/health', startTimeoutMs: 20_000 },
    ...changes,
  });
}

describe.concurrent('an agent under protocol http', () => {
  it('gets each trial as a POST, one process for many, its URLs in line and environment', async () => {
    const bench = serve();
    const first = await bench.run({ do: 'echo', text: 'hällo' });
    expect(first).toEqual(answered({ echo: { do: 'echo', text: 'hällo' }, openai: 'http://trial-1-0/v1' }));
    const { output } = await bench.run({ do: 'environment' });
    expect(output).toMatchObject({ openai: 'http://process-1/v1', port: expect.stringMatching(/^2\d{4}$/) });
    expect(bench.slots.map(({ process }) => process)).toEqual([1, 1]);
  });

  it('gets no trial before it is healthy', async () => {
    expect((await serve('slow').run({ do: 'echo' })).end.kind).toBe('answered');
  });

  it('takes several trials at once where the settings say so', async () => {
    const bench = serve('', { inflight: 3 });
    const outputs = await Promise.all([bench.run({ do: 'pid' }), bench.run({ do: 'pid' }), bench.run({ do: 'pid' })]);
    expect(new Set(outputs.map(({ output }) => output)).size).toBe(1);
    expect((await bench.run({ do: 'environment' })).output).toMatchObject({ openai: null });
  });

  it.each([
    [{ do: 'fail' }, { kind: 'agent_error', message: 'cannot' }],
    [{ do: 'status' }, { kind: 'agent_error', message: 'status 500: out of memory' }],
    [{ do: 'reset' }, { kind: 'agent_error', message: expect.stringMatching(/^the connection to the agent broke: /) }],
    [{ do: 'garbage' }, { kind: 'garbage', received: '<html>' }],
    [{ do: 'exit' }, { kind: 'crashed', exitCode: 3 }],
  ])('ends a trial of %j as %j, and serves the next', async (input, end) => {
    const bench = serve();
    expect((await bench.run(input)).end).toMatchObject(end);
    expect((await bench.run({ do: 'echo' })).end.kind).toBe('answered');
  });

  it('is timed out and ended when it hangs, and the next trial gets a fresh one', async () => {
    const bench = serve();
    const { output: pid } = await bench.run({ do: 'pid' });
    expect((await bench.run({ do: 'hang' }, { timeoutMs: 300 })).end).toEqual({ kind: 'timed_out', afterMs: 300 });
    expect(isAlive(Number(pid))).toBe(false);
    expect((await bench.run({ do: 'pid' })).output).not.toBe(pid);
  });

  it('has a port that no other running server has', () => {
    const taken = new Set([1, 2, 4]);
    expect(takePort(taken, { from: 1, to: 5 })).toBe(3);
    expect(taken).toContain(3);
  });

  it('gets no trial where somebody else has its port', async ({ skip }) => {
    if (process.platform !== 'linux') skip('who listens is read in /proc');
    // No parent, session or variable leads to it from the command.
    const impostor = `setsid env -i PORT="$PORT" HOST="$HOST" /bin/sh -c 'echo $$ > pid; exec "${process.execPath}" "${script}"'`;
    const bench = open({
      protocol: 'http',
      command: `(${impostor} > /dev/null 2>&1 &); sleep 60`,
      http: { path: '/run', healthPath: '/health', startTimeoutMs: 20_000 },
    });
    const { end } = await bench.run({ do: 'echo' });
    process.kill(Number(readFileSync(join(bench.site.checkout.repo, 'pid'), 'utf8')), 'SIGKILL');
    expect(end).toMatchObject({
      kind: 'crashed',
      stderrTail: expect.stringMatching(/port \d+ is answered by a process that the agent's command did not start/),
    });
  });

  it('that never becomes healthy fails its trials with the reason', async () => {
    const http = { path: '/', healthPath: '/health', startTimeoutMs: 1500 };
    const { end } = await serve('sick', { http }).run({ do: 'echo' });
    expect(end).toMatchObject({
      kind: 'crashed',
      stderrTail: expect.stringMatching(/did not answer GET \/health on port \d+ with success within 1.5 s \(last: /),
    });
  });

  it('that ends at its start is not started without end', async () => {
    const bench = serve('crash');
    const ends = await Promise.all(Array.from({ length: 6 }, () => bench.run({ do: 'echo' })));
    expect(ends.every(({ end }) => end.kind === 'crashed')).toBe(true);
    const { end } = await bench.run({ do: 'echo' });
    expect(end).toMatchObject({ stderrTail: expect.stringContaining('no database') });
    expect(end).toMatchObject({ stderrTail: expect.stringContaining('is not started again') });
  });
});
