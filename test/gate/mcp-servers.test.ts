import { expect, test } from 'vitest';
import { serversOfSide } from '../../src/gate/mcp-servers.ts';
import { spec } from '../replay/site.ts';

const command = (name: string, ...environment: string[]) =>
  ({ kind: 'command', command: name, environment, listed: 'each_side' }) as const;

test('a side starts its own servers, and gives them no variable that the target branch does not name', () => {
  const url = { kind: 'url', url: 'https://example.com/mcp', headers: { Authorization: 'X' } } as const;
  const target = { ...spec, environment: ['COLOUR'], mcpServers: { a: command('old', 'ROOT') } };
  expect(
    serversOfSide({ a: command('new', 'ROOT', 'COLOUR', 'DATABASE_URL'), b: command('b', 'ROOT'), url }, target),
  ).toEqual({
    a: command('new', 'ROOT', 'COLOUR'),
    b: command('b', 'ROOT'),
    url,
  });
});
