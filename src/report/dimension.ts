import type { Dimension } from '../knowledge/index.ts';
import { terminalText } from './escape.ts';
import { dollars, duration, number, percent, points } from './format.ts';

const MAX_NAME_CHARS = 60;

/** What is measured, in words. */
export function dimensionText(dimension: Dimension): string {
  const tool = 'tool' in dimension ? terminalText(dimension.tool, MAX_NAME_CHARS) : '';
  switch (dimension.kind) {
    case 'success':
      return 'success';
    case 'tool_use':
      return `use of the tool ${tool}`;
    case 'tool_failure':
      return `failures of the tool ${tool}`;
    case 'tool_error':
      return 'trajectories with a failed tool call';
    case 'model_error':
      return 'trajectories with a failed model call';
    case 'refusal':
      return 'trajectories with a refusal';
    case 'retry':
      return 'trajectories that made a failed call again';
    case 'steps':
      return 'steps';
    case 'input_tokens':
      return 'tokens sent';
    case 'output_tokens':
      return 'tokens answered';
    case 'duration':
      return 'duration';
    case 'cost':
      return 'cost';
    case 'first_tool':
      return 'first tool';
    case 'finish_reason':
      return 'finish reason';
    case 'model':
      return 'model';
    case 'output_shape':
      return 'shape of the answer';
    case 'arguments_shape':
      return `shape of the arguments of ${tool}`;
    case 'result_shape':
      return `shape of the results of ${tool}`;
    default:
      return dimension satisfies never;
  }
}

/** A number of a dimension; all but its numbers are shares. */
export function dimensionAmount({ kind }: Dimension, value: number): string {
  if (kind === 'duration') return duration(value);
  if (kind === 'cost') return dollars(value);
  if (kind === 'steps' || kind === 'input_tokens' || kind === 'output_tokens')
    return value < 100 ? value.toFixed(1) : number(Math.round(value));
  return percent(value);
}

/** A difference of shares, or of numbers as the factor whose logarithm it is. */
export function dimensionChange({ kind }: Dimension, difference: number): string {
  return isNumber(kind) ? `x${Math.exp(difference).toFixed(2)}` : points(difference);
}

export function isNumber(kind: Dimension['kind']): boolean {
  return ['steps', 'input_tokens', 'output_tokens', 'duration', 'cost'].includes(kind);
}
