import { describe, expect, test } from 'vitest';
import { type Json, readTrace } from '../../../src/trace/index.ts';
import { agent, briefly, chat, says, tool } from './spans.ts';

const place = (parent: string | null, startMs: number, endMs: number) => ({ parent, startMs, endMs });
const root = agent('a', 'desk', place(null, 0, 99));
const of = (attributes: Record<string, string | number>) => ({ attributes });

describe('one model call', () => {
  test('told by a framework and by the client below it is one step with what both know', () => {
    const spans = [
      root,
      chat('outer', { output: says('x') }, place('a', 10, 50)),
      chat(
        'inner',
        {},
        { ...place('outer', 15, 45), ...of({ 'gen_ai.usage.input_tokens': 7, 'gen_ai.response.id': 'r' }) },
      ),
    ];
    const [run] = readTrace(spans, []);
    expect(briefly(run)).toEqual(['chat outer+inner']);
    expect(run?.steps[0]).toMatchObject({
      responseId: 'r',
      durationMs: 40,
      usage: { inputTokens: 7 },
      output: { parts: [{ text: 'x' }] },
    });
  });

  test('that holds several model calls is their frame, and so is what is around it', () => {
    const spans = [
      root,
      chat('around', {}, place('a', 5, 60)),
      chat('frame', {}, place('around', 10, 50)),
      chat('c1', {}, place('frame', 12, 20)),
      chat('c2', {}, place('frame', 30, 40)),
    ];
    const [run] = readTrace(spans, []);
    expect(briefly(run)).toEqual(['chat c1', 'chat c2']);
    expect(run?.problems).toEqual(['a model call with several model calls below it is read as their frame (2 times)']);
  });

  test('is known by the id of its answer where the spans ran together, not where they did not', () => {
    const response = of({ 'gen_ai.response.id': 'r' });
    const together = [
      root,
      chat('c1', {}, { ...place('a', 10, 50), ...response }),
      chat('c2', {}, { ...place('a', 11, 49), ...response }),
    ];
    expect(briefly(readTrace(together, [])[0])).toEqual(['chat c1+c2']);
    const apart = [together[0] ?? root, together[1] ?? root, chat('c2', {}, { ...place('a', 60, 70), ...response })];
    expect(briefly(readTrace(apart, [])[0])).toEqual(['chat c1', 'chat c2']);
  });
});

describe('one tool call', () => {
  const call = { id: 'k1', name: 'get', args: { a: 1 } };

  test('told again below itself is one step', () => {
    const spans = [
      root,
      tool('t1', call, place('a', 10, 50)),
      tool('t2', { name: 'get', result: 'x' }, place('t1', 12, 40)),
    ];
    const [run] = readTrace(spans, []);
    expect(briefly(run)).toEqual(['get {"a":1} = "x"']);
    expect(run?.steps[0]).toMatchObject({ id: 'k1', durationMs: 40, sources: ['t1', 't2'] });
  });

  test('below itself with other arguments is another one', () => {
    const spans = [
      root,
      tool('t1', call, place('a', 10, 50)),
      tool('t2', { name: 'get', args: { a: 2 } }, place('t1', 12, 40)),
    ];
    expect(briefly(readTrace(spans, [])[0])).toEqual(['get {"a":1} = ?', 'get {"a":2} = ?']);
  });

  test('is known by its id where the spans ran together; a retry under the same id stays a call', () => {
    const together = [
      root,
      tool('t1', call, place('a', 10, 50)),
      tool('t2', { ...call, result: 'x' }, place(null, 12, 40)),
    ];
    expect(briefly(readTrace(together, [])[0])).toEqual(['get {"a":1} = "x"']);
    const retried = [
      root,
      tool('t1', call, place('a', 10, 20)),
      tool('t2', { ...call, result: 'x' }, place('a', 30, 40)),
    ];
    expect(briefly(readTrace(retried, [])[0])).toEqual(['get {"a":1} = ?', 'get {"a":1} = "x"']);
  });
});

describe('an MCP span beside the tool’s own', () => {
  const mcp = (id: string, args: Json | undefined, at: readonly [number, number], result = 'x') =>
    tool(
      id,
      { name: 'get', ...(args === undefined ? {} : { args }), result },
      { ...place('a', ...at), attributes: { 'mcp.method.name': 'tools/call' } },
    );

  test('pairs by arguments where several ran at once', () => {
    const spans = [
      root,
      tool('t1', { name: 'get', args: { a: 1 } }, place('a', 10, 50)),
      tool('t2', { name: 'get', args: { a: 2 } }, place('a', 11, 50)),
      mcp('m2', { a: 2 }, [12, 40], 'two'),
      mcp('m1', { a: 1 }, [13, 40], 'one'),
    ];
    expect(briefly(readTrace(spans, [])[0])).toEqual(['get {"a":1} = "one"', 'get {"a":2} = "two"']);
  });

  test('pairs by time where it kept no arguments', () => {
    const spans = [
      root,
      tool('t1', { name: 'get', args: { a: 1 } }, place('a', 10, 20)),
      mcp('m1', undefined, [11, 19], 'one'),
      tool('t2', { name: 'get', args: { a: 2 } }, place('a', 30, 40)),
      mcp('m2', undefined, [31, 39], 'two'),
    ];
    expect(briefly(readTrace(spans, [])[0])).toEqual(['get {"a":1} = "one"', 'get {"a":2} = "two"']);
  });

  test('is a call of its own below another parent, at another time, or of other arguments', () => {
    const own = tool('t', { name: 'get', args: { a: 1 } }, place('a', 10, 20));
    const elsewhere = { ...mcp('m', { a: 1 }, [11, 19]), parentSpanId: 'b' };
    const apart = [
      [own, elsewhere, agent('b', 'sub', place('a', 5, 30))],
      [own, mcp('m', { a: 1 }, [30, 40])],
      [own, mcp('m', { a: 3 }, [11, 19])],
    ];
    for (const spans of apart) expect(readTrace([root, ...spans], [])[0]?.steps).toHaveLength(2);
  });

  test('for another method than a call is structure', () => {
    const list = { ...place('a', 1, 2), attributes: { 'mcp.method.name': 'tools/list' } };
    expect(
      readTrace([root, chat('c', {}, place('a', 3, 4)), tool('m', { name: 'get' }, list)], []).map(briefly),
    ).toEqual([['chat c']]);
  });
});
