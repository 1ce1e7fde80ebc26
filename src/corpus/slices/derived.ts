import type { ObservedTrajectory } from '../../trace/index.ts';
import { sha256 } from '../../trace/index.ts';

/** Names of slices that the recording gives by itself. */

const MAX_NAME = 200;
const HASH_DIGITS = 8;

/** A name that fits into a case. Of a longer one the end is a hash, so that two of them stay two. */
export function fitting(name: string): string {
  if (name.length <= MAX_NAME) return name;
  return `${name.slice(0, MAX_NAME - HASH_DIGITS - 2).toWellFormed()}… ${sha256(name).slice(0, HASH_DIGITS)}`;
}

type Steps = Pick<ObservedTrajectory, 'steps'>;

function toolNames({ steps }: Steps): string[] {
  return steps.flatMap((step) => (step.kind === 'tool_call' ? [step.name] : []));
}

/** The tools that were called, each once, whatever their order. */
export function toolSetName(trajectory: Steps): string {
  const names = [...new Set(toolNames(trajectory))].sort();
  return `tools: ${names.length === 0 ? 'none' : names.join(' + ')}`;
}

export function firstToolName(trajectory: Steps): string {
  return `first tool: ${toolNames(trajectory)[0] ?? 'none'}`;
}

/** `bounds` ascend: where each class but the first begins. */
export function lengthName({ steps }: Steps, bounds: readonly number[]): string {
  const { length } = steps;
  const from = bounds.findLast((bound) => bound <= length) ?? 0;
  const next = bounds.find((bound) => bound > length);
  if (next === undefined) return `steps: ${from} and more`;
  return from === next - 1 ? `steps: ${from}` : `steps: ${from} to ${next - 1}`;
}

/** The values of an attribute, one for each text between commas. */
export function attributeValues({ attributes }: Pick<ObservedTrajectory, 'attributes'>, name: string): string[] {
  const value = attributes[name];
  if (value === undefined) return [];
  const texts = String(value)
    .split(',')
    .map((text) => text.trim());
  return [...new Set(texts.filter((text) => text !== ''))];
}
