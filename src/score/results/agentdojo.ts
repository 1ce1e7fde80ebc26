import { cut } from '../../errors.ts';
import { isJsonObject } from '../../trace/index.ts';
import type { ValueFormat } from './result.ts';
import { outcomeOf, plainAttributes, undetermined } from './result.ts';

/**
 * AgentDojo runs, one a line. `utility` says whether the user's task was solved. `security` (true = the attack succeeded) is
 * another question and not read.
 */
export const agentDojo: ValueFormat = {
  name: 'agentdojo',
  looksLike: 'JSON Lines of {"suite_name","pipeline_name","user_task_id","injection_task_id","attack_type","utility"}',
  container: 'lines',
  fits: (sample) => isJsonObject(sample) && ['suite_name', 'user_task_id', 'utility'].every((key) => key in sample),
  read: (value, place) => {
    const missing = ['suite_name', 'user_task_id', 'utility'].filter((key) => !isJsonObject(value) || !(key in value));
    if (!isJsonObject(value) || missing.length > 0) {
      return [{ kind: 'problem', place, reason: `expected ${missing.join(', ')}, received none` }];
    }
    const { utility, error } = value;
    const attributes = plainAttributes(value);
    if (typeof error === 'string' && error !== '') {
      const outcome = undetermined(`the run errored: ${cut(error, 200)}`);
      return [{ kind: 'result', result: { place, attributes, outcome, errored: true }, problem: null }];
    }
    const received = cut(JSON.stringify(utility) ?? 'none', 60);
    const problem =
      typeof utility === 'boolean' || utility === null ? null : `utility: expected true or false, received ${received}`;
    const pass = typeof utility === 'boolean' ? utility : null;
    const outcome = outcomeOf(pass, 'utility is false', problem ?? 'utility is null');
    return [{ kind: 'result', result: { place, attributes, outcome, errored: false }, problem }];
  },
  fields: {
    caseBy: ['suite_name', 'user_task_id', 'injection_task_id'],
    trialBy: null,
    sliceBy: ['suite_name'],
    clusterBy: ['suite_name', 'user_task_id'],
    unitBy: [],
  },
  settled: ['pipeline_name', 'attack_type'],
  sameCase: null,
};
