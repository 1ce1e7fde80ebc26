import type { ObservedStep, ObservedTrajectory } from '../../trace/index.ts';

/** `tokens` is an estimate: what was said, asked and answered, at four characters a token. */
export interface TrajectorySize {
  readonly steps: number;
  readonly tokens: number;
}

const CHARACTERS_PER_TOKEN = 4;

export function sizeOf({ steps }: ObservedTrajectory): TrajectorySize {
  const characters = steps.reduce((sum, step) => sum + charactersOf(step), 0);
  return { steps: steps.length, tokens: Math.ceil(characters / CHARACTERS_PER_TOKEN) };
}

function charactersOf(step: ObservedStep): number {
  if (step.kind === 'model_call') return textLength(step.input) + textLength(step.output) + textLength(step.tools);
  const { name, arguments: args, outcome } = step;
  return name.length + textLength(args) + (outcome.kind === 'unknown' ? 0 : textLength(outcome.value));
}

function textLength(value: unknown): number {
  return value === null ? 0 : JSON.stringify(value).length;
}
