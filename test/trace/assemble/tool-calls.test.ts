import { describe, expect, test } from 'vitest';
import { readTrace } from '../../../src/trace/index.ts';
import { answers, asks, briefly, chat, says, tool, user } from './spans.ts';

const place = (startMs: number, endMs: number) => ({ parent: null, startMs, endMs });
const GET = { id: 'k1', name: 'get', arguments: { a: 1 } };
const PUT = { id: 'k2', name: 'put', arguments: { a: 2 } };

describe('tool calls of which only messages tell', () => {
  test('stand behind the model call that asked, with the result that the next request holds', () => {
    const spans = [
      chat('c1', { input: [user('q')], output: asks(GET, PUT) }, place(0, 5)),
      chat(
        'c2',
        { input: [user('q'), asks(GET, PUT), answers('k1', 'x'), answers('k2', { ok: true })], output: says('done') },
        place(10, 15),
      ),
    ];
    const [run] = readTrace(spans, []);
    expect(briefly(run)).toEqual(['chat c1', 'get {"a":1} = "x"', 'put {"a":2} = {"ok":true}', 'chat c2']);
    expect(run?.steps[1]).toMatchObject({ id: 'k1', startUs: null, durationMs: null, sources: ['c1', 'c2'] });
  });

  test('are of unknown outcome where no request followed', () => {
    const [run] = readTrace([chat('c1', { output: asks(GET) }, place(0, 5))], []);
    expect(briefly(run)).toEqual(['chat c1', 'get {"a":1} = ?']);
  });

  test('stand before the request that tells of them where the answer that asked was not recorded', () => {
    const told = { input: [user('q'), asks(GET), answers('k1', 'x')], output: says('done') };
    expect(
      briefly(readTrace([chat('c1', { input: [user('q')] }, place(0, 5)), chat('c2', told, place(10, 15))], [])[0]),
    ).toEqual(['chat c1', 'get {"a":1} = "x"', 'chat c2']);
  });

  test('of older turns are not of this run', () => {
    const input = [user('q'), asks(GET), answers('k1', 'x'), says('done'), user('again')];
    const [run] = readTrace([chat('c1', { input, output: asks(PUT) }, place(0, 5))], []);
    expect(briefly(run)).toEqual(['chat c1', 'put {"a":2} = ?']);
    expect(run?.problems).toEqual([]);
  });

  test('are counted once when a framework gives the call another id', () => {
    const renamed = { ...GET, id: 'lc_9' };
    const spans = [
      chat('c1', { output: asks(GET) }, place(0, 5)),
      chat('c2', { input: [user('q'), asks(renamed), answers('lc_9', 'x')] }, place(10, 15)),
    ];
    expect(briefly(readTrace(spans, [])[0])).toEqual(['chat c1', 'get {"a":1} = "x"', 'chat c2']);
  });

  test('pair with their results by order where they have no ids', () => {
    const bare = (call: typeof GET) => ({ name: call.name, arguments: call.arguments });
    const asked = asks(bare(GET), bare(PUT));
    const spans = [
      chat('c1', { input: [user('q')], output: asked }, place(0, 5)),
      chat(
        'c2',
        { input: [user('q'), asked, answers(undefined, 'x'), answers(undefined, 'y')], output: asks(bare(GET)) },
        place(10, 15),
      ),
      chat(
        'c3',
        {
          input: [
            user('q'),
            asked,
            answers(undefined, 'x'),
            answers(undefined, 'y'),
            asks(bare(GET)),
            answers(undefined, 'z'),
          ],
        },
        place(20, 25),
      ),
    ];
    expect(briefly(readTrace(spans, [])[0])).toEqual([
      'chat c1',
      'get {"a":1} = "x"',
      'put {"a":2} = "y"',
      'chat c2',
      'get {"a":1} = "z"',
      'chat c3',
    ]);
  });

  test('keep apart where each answer begins anew with its ids', () => {
    const [one, two] = [
      asks({ id: '0', name: 'get', arguments: { n: 1 } }),
      asks({ id: '0', name: 'get', arguments: { n: 2 } }),
    ];
    const spans = [
      chat('c1', { input: [user('q')], output: one }, place(0, 5)),
      chat('c2', { input: [user('q'), one, answers('0', 'x')], output: two }, place(10, 15)),
      chat('c3', { input: [user('q'), one, answers('0', 'x'), two, answers('0', 'y')] }, place(20, 25)),
    ];
    expect(briefly(readTrace(spans, [])[0])).toEqual([
      'chat c1',
      'get {"n":1} = "x"',
      'chat c2',
      'get {"n":2} = "y"',
      'chat c3',
    ]);
  });

  test('that a result without a call leaves out are counted', () => {
    const [run] = readTrace([chat('c1', { input: [user('q'), answers('k9', 'x')] }, place(0, 5))], []);
    expect(briefly(run)).toEqual(['chat c1']);
    expect(run?.problems).toEqual(['a tool result whose call is not recorded']);
  });
});

describe('tool spans', () => {
  const asked = chat('c1', { output: asks(GET) }, place(0, 5));
  const told = chat('c2', { input: [user('q'), asks(GET), answers('k1', 'x')] }, place(20, 25));

  test('are filled up from the messages of the same call, never doubled', () => {
    const spans = [asked, tool('t', { id: 'k1', name: 'get' }, place(10, 12)), told];
    const [run] = readTrace(spans, []);
    expect(briefly(run)).toEqual(['chat c1', 'get {"a":1} = "x"', 'chat c2']);
    expect(run?.steps[1]).toMatchObject({ durationMs: 2, sources: ['t'] });
  });

  test('without an id are the same call by tool and arguments, whatever the server’s name before the tool’s', () => {
    const mcp = asks({ ...GET, name: 'mcp__store__get' });
    const spans = [
      chat('c1', { output: mcp }, place(0, 5)),
      tool('t', { name: 'get', args: { a: 1 }, result: 'x' }, place(10, 12)),
    ];
    const [run] = readTrace(spans, []);
    expect(briefly(run)).toEqual(['chat c1', 'mcp__store__get {"a":1} = "x"']);
    expect(run?.steps[1]).toMatchObject({ id: 'k1' });
  });

  test('without id and arguments are the same call by tool, in order', () => {
    const spans = [asked, tool('t', { name: 'get' }, place(10, 12)), told];
    expect(briefly(readTrace(spans, [])[0])).toEqual(['chat c1', 'get {"a":1} = "x"', 'chat c2']);
  });

  test('of other arguments than the model asked for are calls of their own', () => {
    const spans = [asked, tool('t', { name: 'get', args: { a: 7 }, result: 'z' }, place(10, 12)), told];
    expect(briefly(readTrace(spans, [])[0])).toEqual(['chat c1', 'get {"a":1} = "x"', 'get {"a":7} = "z"', 'chat c2']);
  });
});
