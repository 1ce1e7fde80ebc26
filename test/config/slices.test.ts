import { describe, expect, test } from 'vitest';
import { DEFAULT_SLICES } from '../../src/corpus/index.ts';
import { MINIMAL, problems, read } from './read.ts';

describe('slices in pawl.yml', () => {
  test('are what the recording names, where nothing is written', () => {
    expect(read(MINIMAL).slices).toEqual(DEFAULT_SLICES);
  });

  test('are read with their defaults', () => {
    const { slices } = read(`${MINIMAL}slices:
  - { kind: attribute, attribute: app.intent, name: intent }
  - kind: rule
    name: "intent: refund"
    when:
      kind: any
      of:
        - { kind: tool_called, tool: refund_order }
        - { kind: text_matches, pattern: 'refund|money back' }
        - { kind: not, of: { kind: steps, from: 2 } }
  - kind: tool_set
  - kind: length
  - kind: text_clusters
`);
    expect(slices).toEqual([
      { kind: 'attribute', attribute: 'app.intent', name: 'intent' },
      {
        kind: 'rule',
        name: 'intent: refund',
        when: {
          kind: 'any',
          of: [
            { kind: 'tool_called', tool: 'refund_order' },
            { kind: 'text_matches', pattern: 'refund|money back', in: 'user' },
            { kind: 'not', of: { kind: 'steps', from: 2, to: null } },
          ],
        },
      },
      { kind: 'tool_set' },
      { kind: 'length', bounds: [4, 10, 25] },
      { kind: 'text_clusters', clusters: 8, seed: '1', file: '.pawl/text-clusters.json' },
    ]);
  });

  test('tell every fault at once, with its line', async () => {
    const text = `${MINIMAL}slices:
  - kind: intent
  - kind: rule
    name: refunds
    when:
      kind: all
      of:
        - { kind: tool_caled, tool: refund_order }
        - { kind: tool_called, tool: '!refund_order' }
        - { kind: text_matches, pattern: '(a+)+' }
        - { kind: text_matches, pattern: 'a', in: system }
  - kind: rule
    name: refunds
    when:
      kind: any
      of:
        - { kind: tool_called, tool: '!refund_order' }
        - { kind: text_matches, pattern: '(a+)+b' }
        - { kind: steps }
        - { kind: steps, from: 3, to: 2 }
  - { kind: length, bounds: [4, 2] }
  - { kind: text_clusters, file: ../clusters.json }
  - { kind: length }
  - { kind: rule, name: refunds, when: { kind: outcome_is, outcome: failed } }
`;
    await expect(problems(text)).toMatchFileSnapshot('golden/slices.txt');
  });

  test('may not be nested without end', () => {
    const when = `${'{ kind: not, of: '.repeat(60)}{ kind: steps, from: 1 }${' }'.repeat(60)}`;
    expect(problems(`${MINIMAL}slices:\n  - { kind: rule, name: deep, when: ${when} }\n`)).toMatch(/levels of nesting/);
  });
});
