import type { ToolMatch } from '../trace/index.ts';
import type { Trial } from './trial.ts';

/** A trial that pawl or the provider cut short says nothing about base and must be drawn again. */
export function isSample(trial: Trial): boolean {
  if (trial.standing === 'not_covered') return false;
  // Stopped without a divergence: pawl itself was ending.
  if (trial.end.kind === 'stopped') return trial.divergence !== null;
  return trial.end.kind !== 'provider_failed' && trial.end.kind !== 'late_request';
}

/**
 * What stood in for the tape, a tool of the agent's own, and what other cases showed then answered base alone: today head may be
 * told something else.
 */
export function isOfItsTime({ trajectory }: Trial): boolean {
  return trajectory.steps.some((step) => step.kind === 'tool_call' && TODAYS.has(step.match));
}

const TODAYS: ReadonlySet<ToolMatch> = new Set(['other_case', 'simulated', 'live', 'agent']);
