import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** What a reward says: 1 is a pass, 0 a fail; anything between, or none, is neither. */
export function rewardPassed(reward: Json | undefined): boolean | null {
  return reward === 1 ? true : reward === 0 ? false : null;
}

/** The plain success of a tau-bench trial, which stands beside a reward shaped by penalties and bonuses, and then judges. */
export function tauBaseSuccess({ info }: JsonObject): Json | undefined {
  const { reward_info } = isJsonObject(info) ? info : {};
  const { components } = isJsonObject(reward_info) ? reward_info : {};
  return isJsonObject(components) ? components.base_success : undefined;
}

/** Inspect's own words: correct, incorrect, no answer. Partial credit is neither a pass nor a fail. */
const INSPECT_VALUES: ReadonlyMap<Json | undefined, boolean> = new Map<Json | undefined, boolean>([
  ['C', true],
  ['I', false],
  ['N', false],
  [1, true],
  [0, false],
  [true, true],
  [false, false],
]);

/** What the value of an Inspect score says. */
export function inspectPassed(value: Json | undefined): boolean | null {
  return INSPECT_VALUES.get(value) ?? null;
}
