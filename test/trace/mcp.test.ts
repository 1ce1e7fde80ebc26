import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type JsonObject,
  keepToolNames,
  type McpExchange,
  mcpKey,
  mcpTools,
  mergeContracts,
  readContract,
  readRpcBody,
  writeContract,
} from '../../src/trace/index.ts';

const listing = (server: string, ...names: string[]): McpExchange => ({
  server,
  method: 'tools/list',
  params: {},
  outcome: { kind: 'result', value: { tools: names.map((name) => ({ name, inputSchema: { type: 'object' } })) } },
});

const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), {
  noNullPrototype: true,
}) as fc.Arbitrary<JsonObject>;
const exchange: fc.Arbitrary<McpExchange> = fc.record({
  server: fc.stringMatching(/^[a-z]{1,5}$/),
  method: fc.constantFrom('initialize', 'tools/list', 'prompts/get'),
  params: json,
  outcome: fc.record({ kind: fc.constantFrom('result' as const, 'error' as const), value: json }),
});

describe('a contract', () => {
  test('is read as it was written, and written the same whatever the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(exchange, { selector: mcpKey, maxLength: 6 }), (made) => {
        // What no JSON has: a negative zero.
        const exchanges: McpExchange[] = JSON.parse(JSON.stringify(made));
        const text = writeContract({ exchanges });
        expect(writeContract({ exchanges: exchanges.toReversed() })).toBe(text);
        const read = readContract(text);
        if ('problem' in read) throw new Error(read.problem);
        expect(new Set(read.contract.exchanges.map(mcpKey))).toEqual(new Set(exchanges.map(mcpKey)));
        expect(writeContract(read.contract)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['', 'expected JSON with the format "pawl mcp v1", received null'],
    ['{"format":"pawl mcp v2"}', 'expected JSON with the format "pawl mcp v1", received "pawl mcp v2"'],
    ['{"format":"pawl mcp v1","exchanges":[{"server":"a"}]}', 'expected "exchanges" as pawl record writes them'],
    [`{"format":"pawl mcp v1","x":${'['.repeat(150)}${']'.repeat(150)}}`, 'expected at most 100 levels of nesting'],
  ])('of another form is refused: %s', (text, problem) => {
    expect(readContract(text)).toEqual({ problem });
  });

  test('whose keepers are none is refused', () => {
    const text = '{"format":"pawl mcp v1","exchanges":[],"keepers":{"search":1}}';
    expect(readContract(text)).toEqual({ problem: 'expected "keepers" as pawl record writes them' });
  });

  test('leaves a tool its name when a server comes that has one of the same name, also across a file', () => {
    const before = { exchanges: [listing('b', 'search')] };
    const read = readContract(writeContract(mergeContracts(before, { exchanges: [listing('a', 'search')] })));
    if ('problem' in read) throw new Error(read.problem);
    expect(mcpTools(read.contract).map(({ name }) => name)).toEqual(['a.search', 'search']);
    const third = mergeContracts(read.contract, { exchanges: [listing('c', 'search')] });
    expect(mcpTools(third).map(({ name }) => name)).toEqual(['a.search', 'search', 'c.search']);
    expect(mcpTools(keepToolNames(third, { exchanges: [listing('a', 'search')] }))).toMatchObject([{ name: 'search' }]);
  });

  test('names a tool by its server only where another server has one of that name', () => {
    const contract = { exchanges: [listing('a', 'search', 'read'), listing('b', 'search'), listing('c', 'write')] };
    expect(mcpTools(contract).map(({ name }) => name)).toEqual(['a.search', 'read', 'b.search', 'write']);
  });

  test('takes the newer word of a server, and keeps that of the others', () => {
    const older = { exchanges: [listing('a', 'x'), listing('b', 'y')] };
    const merged = mergeContracts(older, { exchanges: [listing('a', 'z')] });
    expect(mcpTools(merged).map(({ name }) => name)).toEqual(['y', 'z']);
  });

  test('keeps the list that a newer session did not ask for, and no page of one that it did', () => {
    const page: McpExchange = { ...listing('a', 'old'), params: { cursor: '2' } };
    const older = { exchanges: [listing('a', 'x'), page] };
    const hello: McpExchange = { ...listing('a'), method: 'initialize', outcome: { kind: 'result', value: { v: 2 } } };
    const silent = mergeContracts(older, { exchanges: [hello] });
    expect(mcpTools(silent).map(({ name }) => name)).toEqual(['x', 'old']);
    expect(silent.exchanges).toContain(hello);
    const listed = mergeContracts(silent, { exchanges: [listing('a', 'z')] });
    expect(mcpTools(listed).map(({ name }) => name)).toEqual(['z']);
    expect(listed.exchanges).toContain(hello);
  });
});

test('the key of a request is about what is asked, not about how its progress is told', () => {
  const key = (params: JsonObject) => mcpKey({ server: 's', method: 'resources/read', params });
  expect(key({ uri: 'u', _meta: { progressToken: 7 } })).toBe(key({ uri: 'u' }));
  expect(key({ a: 1, b: 2 })).toBe(key({ b: 2, a: 1 }));
  expect(key({ uri: 'v' })).not.toBe(key({ uri: 'u' }));
});

test('a body is one message or a list of them, and nothing else', () => {
  const request = { jsonrpc: '2.0', id: 0, method: 'ping' };
  const notified = { jsonrpc: '2.0', method: 'notifications/initialized' };
  expect(readRpcBody(request)).toEqual([{ kind: 'request', id: 0, method: 'ping', params: {} }]);
  expect(readRpcBody([notified, request])?.map(({ kind }) => kind)).toEqual(['notification', 'request']);
  expect(readRpcBody({ jsonrpc: '2.0', id: 1, error: { code: 1, message: 'x' } })).toMatchObject([
    { kind: 'response', outcome: { kind: 'error' } },
  ]);
  for (const other of [
    undefined,
    null,
    [],
    'ping',
    { id: 1, method: 'ping' },
    [request, 7],
    { jsonrpc: '2.0', id: {} },
  ])
    expect(readRpcBody(other as never)).toBeNull();
});
