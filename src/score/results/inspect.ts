import { cut } from '../../errors.ts';
import type { Json, JsonObject } from '../../trace/index.ts';
import { inspectPassed, isJsonObject } from '../../trace/index.ts';
import type { Reading, ValueFormat } from './result.ts';
import { attribute, outcomeOf, plainAttributes, undetermined } from './result.ts';

/** An Inspect log as JSON, or its header with the summary of its samples: a result a sample, epoch and scorer. */
export const inspectLog: ValueFormat = {
  name: 'inspect',
  looksLike: 'a JSON object with "eval": {"task","model"} and "samples": [{"id","epoch","scores"}]',
  container: 'document',
  fits: (sample) => isJsonObject(sample) && isJsonObject(sample.eval) && Array.isArray(sample.samples),
  read: (value) => {
    const { eval: header, samples } = isJsonObject(value) ? value : {};
    const all = Array.isArray(samples) ? samples : [];
    const of = isJsonObject(header) ? { task: attribute(header.task), model: attribute(header.model) } : {};
    const scorers = [...new Set(all.flatMap(scorersOf))];
    return all.flatMap((sample, index) => readSample(sample, `samples[${index}]`, of, scorers));
  },
  fields: { caseBy: ['task', 'id'], trialBy: 'epoch', sliceBy: [], clusterBy: [], unitBy: [] },
  settled: ['scorer', 'model'],
  sameCase: null,
};

function scorersOf(sample: Json): readonly string[] {
  return isJsonObject(sample) && isJsonObject(sample.scores) ? Object.keys(sample.scores) : [];
}

/** A sample without a score counts for every scorer that the log has: what was not scored does not disappear. */
function readSample(
  sample: Json,
  place: string,
  of: Record<string, string | null>,
  scorers: readonly string[],
): readonly Reading[] {
  if (!isJsonObject(sample) || !('id' in sample) || !('epoch' in sample)) {
    return [{ kind: 'problem', place, reason: 'expected {"id","epoch","scores"}' }];
  }
  const { metadata, scores } = sample;
  const attributes = {
    ...(isJsonObject(metadata) ? plainAttributes(metadata, 'metadata.') : {}),
    ...of,
    id: attribute(sample.id),
    epoch: attribute(sample.epoch),
  };
  const names = scorers.length === 0 ? [null] : scorers;
  return names.map((scorer) => {
    const score = scorer !== null && isJsonObject(scores) ? scores[scorer] : undefined;
    return judged({ ...attributes, scorer }, place, sample, score);
  });
}

function judged(
  attributes: Record<string, string | null>,
  place: string,
  { error }: JsonObject,
  score: Json | undefined,
): Reading {
  // A text in the summary of a log, an object in the log itself.
  if (error !== null && error !== undefined) {
    const message = attribute(isJsonObject(error) ? error.message : error) ?? 'no reason is given';
    const outcome = undetermined(`the sample errored: ${cut(message, 200)}`);
    return { kind: 'result', result: { place, attributes, outcome, errored: true }, problem: null };
  }
  const value = isJsonObject(score) ? score.value : undefined;
  const pass = inspectPassed(value);
  const received = cut(JSON.stringify(value) ?? 'none', 60);
  const problem = pass === null && value !== undefined ? `score: expected C or I, 1 or 0, received ${received}` : null;
  const outcome = outcomeOf(pass, `scored ${received}`, problem ?? 'the sample has no score');
  return { kind: 'result', result: { place, attributes, outcome, errored: false }, problem };
}
