import { describe, expect, it } from 'vitest';
import { findChanges, readTools } from '../../src/changes/index.ts';
import { base, edited, rules, toolsOf } from './refund-tool.ts';

describe('tool files', () => {
  const parameters = { type: 'object', properties: {} };
  const read = { name: 'a', description: null, parameters };

  it.each([
    ['a plain tool', { name: 'a', parameters }],
    ["OpenAI's chat form", { type: 'function', function: { name: 'a', parameters } }],
    ["OpenAI's flat form", { type: 'function', name: 'a', parameters }],
    ["Anthropic's form", { name: 'a', input_schema: parameters }],
    ['a tool without parameters', { name: 'a' }],
    ['a list', [{ name: 'a', parameters }]],
  ])('%s is read', (_, written) => {
    expect(readTools(`\uFEFF${JSON.stringify(written)}`, 't.json')).toEqual({ tools: [read] });
  });

  it.each([
    ['no JSON', '{', 't.json: expected JSON, received "{"'],
    ['no tool', '[3]', 't.json[0]: expected a tool definition, received 3'],
    ['no name', '{"parameters":{}}', 't.json: expected a tool definition with a name, received a map with 1 keys'],
    [
      'parameters of another kind',
      '{"name":"a","parameters":[]}',
      't.json: expected the parameters of tool a to be a JSON Schema object, received an empty list',
    ],
    ['a tool twice', '[{"name":"a"},{"name":"a"}]', 't.json[1]: expected each tool once, received "a" again'],
    ['hostile nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 't.json: expected at most 64 levels of nesting'],
  ])('%s is a problem, never an exception', (_, text, problem) => {
    expect(readTools(text, 't.json')).toEqual({ problem });
  });

  it('that cannot be read on head are shown with the reason, and their tools do not count as removed', () => {
    const file = { ...edited(base, null), headText: '{' };
    const reason = 'tools/refund.json: expected JSON, received "{"';
    expect(toolsOf([file])).toEqual([
      {
        kind: 'tool',
        path: 'tools/refund.json',
        tool: 'refund.json',
        effects: [{ kind: 'unreadable', side: 'head', reason }],
      },
    ]);
  });

  it('that change without an effect on a tool still count as a change of the agent', () => {
    const file = { ...edited(base, null), headText: JSON.stringify(base, null, 2) };
    expect(findChanges([file], rules).affecting).toEqual([
      { kind: 'code', path: 'tools/refund.json', status: 'modified', oldPath: null },
    ]);
  });
});
