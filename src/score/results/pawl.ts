import resultSchema from '../../../schema/result.v1.schema.json' with { type: 'json' };
import { isJsonObject, pathText, type SchemaProblem, schemaCheck } from '../../trace/index.ts';
import type { ValueFormat } from './result.ts';
import { attribute, outcomeOf } from './result.ts';

const check = schemaCheck(resultSchema, []);

/** pawl's own results, one JSON object a line: `schema/result.v1.schema.json`. */
export const pawlResults: ValueFormat = {
  name: 'pawl',
  looksLike: 'JSON Lines of {"v":1,"case","trial","pass","slices","cluster","unit"}',
  container: 'lines',
  fits: (sample) => isJsonObject(sample) && 'v' in sample && 'case' in sample && 'trial' in sample,
  read: (value, place) => {
    const faults = check(value);
    if (!isJsonObject(value) || faults.some(({ path }) => path[0] !== 'pass')) {
      return [{ kind: 'problem', place, reason: faults.map(faultText).join('; ') }];
    }
    const { pass, slices, cluster, unit } = value;
    const problem = faults.length === 0 ? null : faults.map(faultText).join('; ');
    const outcome = outcomeOf(typeof pass === 'boolean' ? pass : null, 'pass is false', problem ?? 'pass is null');
    const attributes = {
      case: attribute(value.case),
      trial: attribute(value.trial),
      slices: Array.isArray(slices) ? slices.filter((slice) => typeof slice === 'string') : [],
      cluster: attribute(cluster),
      unit: attribute(unit),
    };
    return [{ kind: 'result', result: { place, attributes, outcome, errored: false }, problem }];
  },
  fields: { caseBy: ['case'], trialBy: 'trial', sliceBy: ['slices'], clusterBy: ['cluster'], unitBy: ['unit'] },
  settled: [],
  sameCase: null,
};

function faultText({ path, message }: SchemaProblem): string {
  return `${path.length === 0 ? '' : `${pathText(path)}: `}${message}`;
}
