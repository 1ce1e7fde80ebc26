import { cut } from '../../errors.ts';
import type { Json } from '../../trace/index.ts';
import { isJsonObject, rewardPassed, tauBaseSuccess } from '../../trace/index.ts';
import type { Reading, ValueFormat } from './result.ts';
import { attribute, outcomeOf, plainAttributes, undetermined } from './result.ts';

/** tau-bench: a list with an element a trial. A reward of 1 is a pass, 0 a fail. */
export const tauBench: ValueFormat = {
  name: 'tau-bench',
  looksLike: 'a JSON list of {"task_id","trial","reward","info"}',
  container: 'document',
  fits: (sample) => Array.isArray(sample) && sample.length > 0 && sample.every(isTauTrial),
  read: (value) => (Array.isArray(value) ? value.map((one: Json, index) => readTrial(one, `[${index}]`)) : []),
  fields: { caseBy: ['task_id'], trialBy: 'trial', sliceBy: [], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: null,
};

/** tau2-bench: one object; a simulation a trial. */
export const tau2Bench: ValueFormat = {
  name: 'tau2',
  looksLike: 'a JSON object with "simulations": [{"task_id","trial","reward_info"}] and "tasks"',
  container: 'document',
  fits: (sample) => isJsonObject(sample) && Array.isArray(sample.simulations) && Array.isArray(sample.tasks),
  read: (value) => {
    const { simulations, info } = isJsonObject(value) ? value : {};
    const domain = nested(info, 'environment_info', 'domain_name');
    return Array.isArray(simulations)
      ? simulations.map((one, index) => readSimulation(one, `simulations[${index}]`, attribute(domain)))
      : [];
  },
  fields: { caseBy: ['domain', 'task_id'], trialBy: 'trial', sliceBy: [], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: null,
};

function isTauTrial(value: Json): boolean {
  return isJsonObject(value) && 'task_id' in value && 'trial' in value && 'reward' in value;
}

function readTrial(value: Json, place: string): Reading {
  if (!isTauTrial(value) || !isJsonObject(value)) {
    return { kind: 'problem', place, reason: 'expected {"task_id","trial","reward","info"}' };
  }
  const error = attribute(nested(value.info, 'error'));
  return judged(plainAttributes(value), place, tauBaseSuccess(value) ?? value.reward, error);
}

function readSimulation(value: Json, place: string, domain: string | null): Reading {
  if (!isJsonObject(value) || !('task_id' in value) || !('trial' in value)) {
    return { kind: 'problem', place, reason: 'expected {"task_id","trial","reward_info"}' };
  }
  const broken = value.termination_reason === 'infrastructure_error' ? 'infrastructure error' : null;
  return judged({ ...plainAttributes(value), domain }, place, nested(value.reward_info, 'reward'), broken);
}

function judged(
  attributes: Record<string, string | null>,
  place: string,
  reward: Json | undefined,
  error: string | null,
): Reading {
  if (error !== null) {
    const outcome = undetermined(`the trial errored: ${cut(error, 200)}`);
    return { kind: 'result', result: { place, attributes, outcome, errored: true }, problem: null };
  }
  const pass = rewardPassed(reward);
  const received = reward === undefined ? 'none' : cut(JSON.stringify(reward), 60);
  const problem =
    pass === null && reward !== null && reward !== undefined ? `reward: expected 1 or 0, received ${received}` : null;
  const outcome = outcomeOf(pass, 'the reward is 0', problem ?? 'no reward was given');
  return { kind: 'result', result: { place, attributes, outcome, errored: false }, problem };
}

function nested(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value);
}
