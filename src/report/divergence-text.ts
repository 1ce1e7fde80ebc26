import type { Difference } from './differences.ts';
import type { FirstDivergence } from './first-divergence.ts';

const MAX_SHOWN = 2;

/** One line in plain words, with foreign text in it: the renderer escapes the whole. */
export function divergenceText(divergence: FirstDivergence | null): string {
  if (divergence === null) return 'the two trials shown do the same';
  switch (divergence.kind) {
    case 'schema_error':
      return `tool call ${divergence.call}: ${divergence.tool} refuses ${divergence.side}'s arguments: ${divergence.message}`;
    case 'other_tool':
      return `tool call ${divergence.call}: base calls ${divergence.baseTool}, head calls ${divergence.headTool}`;
    case 'only_one_side':
      return divergence.side === 'head'
        ? `tool call ${divergence.call}: only head calls ${divergence.tool}`
        : `tool call ${divergence.call}: base calls ${divergence.tool}, head calls no more tools`;
    case 'arguments':
      return `tool call ${divergence.call}: ${divergence.tool} ${differencesText(divergence.differences)}`;
    case 'tool_outcome':
      return outcomeText(divergence);
    case 'end':
      return `the same tool calls, then base ${endText(divergence.base)} and head ${endText(divergence.head)}`;
    case 'output':
      return `the same tool calls, another answer: ${differencesText(divergence.differences)}`;
    default:
      return divergence satisfies never;
  }
}

function outcomeText(divergence: Extract<FirstDivergence, { kind: 'tool_outcome' }>): string {
  const where = `tool call ${divergence.call}: ${divergence.tool}`;
  if (divergence.base === divergence.head)
    return `${where} answers otherwise: ${differencesText(divergence.differences)}`;
  const words = { result: 'gives a result', error: 'gives an error', missing: 'is not on the tape' } as const;
  return `${where} ${words[divergence.base]} on base and ${words[divergence.head]} on head`;
}

function differencesText(differences: readonly Difference[]): string {
  const shown = differences.slice(0, MAX_SHOWN).map(({ path, base, head }) => {
    const where = path === '' ? '' : `${path} `;
    return `${where}${base ?? '(absent)'} → ${head ?? '(absent)'}`;
  });
  const more = differences.length > shown.length ? ` and ${differences.length - shown.length} more` : '';
  return `${shown.join(', ')}${more}`;
}

function endText(end: Extract<FirstDivergence, { kind: 'end' }>['base']): string {
  const words = {
    answered: 'answers',
    agent_error: 'reports an error',
    crashed: 'crashes',
    timed_out: 'times out',
    garbage: 'prints no valid answer',
    stopped: 'is stopped',
    provider_failed: 'gets no model answer',
    late_request: 'sends a late request',
  } as const satisfies Record<typeof end, string>;
  return words[end];
}
