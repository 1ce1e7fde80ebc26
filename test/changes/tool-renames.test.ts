import { describe, expect, it } from 'vitest';
import { findChanges, renamesOf } from '../../src/changes/index.ts';
import { base, edited, effectsOf, rename, rules, toolsOf, withProperties } from './refund-tool.ts';

describe('a rename is recognised only where there is no doubt', () => {
  it('not between two candidates', () => {
    const head = withProperties((p, all) => {
      delete p.order_id;
      p.orderId = { type: 'string' };
      p.order_ids = { type: 'string' };
      all.required = [];
    });
    expect(effectsOf(head)).toEqual([
      { kind: 'parameter_removed', parameter: 'order_id' },
      { kind: 'parameter_added', parameter: 'orderId', required: false },
      { kind: 'parameter_added', parameter: 'order_ids', required: false },
    ]);
  });

  it('not with another type', () => {
    const head = withProperties((p, all) => {
      rename(p, 'order_id', 'orderId', { type: 'integer' });
      all.required = [];
    });
    expect(effectsOf(head).map(({ kind }) => kind)).toEqual(['parameter_removed', 'parameter_added']);
  });

  it('not with another name and another description', () => {
    const head = withProperties((p, all) => {
      rename(p, 'order_id', 'customer', { description: 'Who asks.' });
      all.required = [];
    });
    expect(effectsOf(head).map(({ kind }) => kind)).toEqual(['parameter_removed', 'parameter_added']);
  });

  it('not between two tools that only take the same parameters', () => {
    const from = { name: 'get_order', description: 'Gets it.', parameters: base.parameters };
    const to = { name: 'delete_order', description: 'Deletes it.', parameters: base.parameters };
    const files = [
      { ...edited(from, null, 'tools/get.json'), status: 'removed', headText: null },
      { ...edited(null, to, 'tools/delete.json'), status: 'added', baseText: null },
    ] as const;
    expect(toolsOf(files)).toEqual([
      { kind: 'tool', path: 'tools/get.json', tool: 'get_order', effects: [{ kind: 'tool_removed' }] },
      { kind: 'tool', path: 'tools/delete.json', tool: 'delete_order', effects: [{ kind: 'tool_added' }] },
    ]);
  });

  it('of a tool that moved to another file with its description', () => {
    const from = { ...base, description: 'Call refund to pay back.' };
    const to = { ...base, name: 'pay_back', description: 'Call pay_back to pay back.' };
    const files = [
      { ...edited(from, null, 'tools/a.json'), status: 'removed', headText: null },
      { ...edited(null, to, 'tools/b.json'), status: 'added', baseText: null },
    ] as const;
    expect(toolsOf(files)).toEqual([
      {
        kind: 'tool',
        path: 'tools/b.json',
        tool: 'pay_back',
        effects: [{ kind: 'tool_renamed', from: 'refund' }, { kind: 'description_changed' }],
      },
    ]);
  });
});

describe('what replay needs to map head back onto the tape', () => {
  it('names tools, parameters by path, added optional parameters and added tools', () => {
    const head = withProperties((p, all) => {
      rename(p, 'order_id', 'orderId');
      p.note = { type: 'string' };
      all.required = ['orderId'];
    });
    const files = [
      edited(base, head),
      edited(
        [
          {
            name: 'ask',
            description: 'Asks.',
            parameters: { type: 'object', properties: { text: { type: 'string' } } },
          },
        ],
        [
          {
            name: 'ask_user',
            description: 'Asks.',
            parameters: { type: 'object', properties: { text: { type: 'string' } } },
          },
          { name: 'escalate', description: 'Hands over.' },
        ],
        'tools/talk.json',
      ),
    ];
    expect(renamesOf(findChanges(files, rules).changes)).toEqual({
      renames: [
        { headTool: 'refund', baseTool: 'refund', parameters: { orderId: 'order_id' }, addedOptional: ['note'] },
        { headTool: 'ask_user', baseTool: 'ask', parameters: {}, addedOptional: [] },
      ],
      addedTools: ['escalate'],
      removedTools: ['ask'],
    });
  });
});
