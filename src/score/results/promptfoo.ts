import { cut } from '../../errors.ts';
import type { Json, JsonObject } from '../../trace/index.ts';
import { canonicalJson, hashJson, isJsonObject } from '../../trace/index.ts';
import type { Reading, ValueFormat } from './result.ts';
import { attribute, outcomeOf, plainAttributes, undetermined } from './result.ts';

/**
 * promptfoo's `--output results.json`, version 3: one element a test, prompt and provider. A test is its variables and
 * assertions; the same test again (`--repeat`) is its next trial, in the order of the file.
 */
export const promptfoo: ValueFormat = {
  name: 'promptfoo',
  looksLike: 'a JSON object with "results": {"version":3,"results":[{"success","testIdx","vars"}]}',
  container: 'document',
  fits: (sample) => resultsOf(sample) !== null,
  read: (value) => (resultsOf(value) ?? []).map((one, index) => readResult(one, `results.results[${index}]`)),
  fields: { caseBy: ['test'], trialBy: 'trial', sliceBy: [], clusterBy: [], unitBy: [] },
  settled: ['provider', 'prompt'],
  sameCase: ['test', 'provider', 'prompt'],
};

/** Failed for another reason than an assertion: the provider or a grader broke down. */
const FAILURE_ERROR = 2;
const MAX_LABEL = 80;

function resultsOf(value: Json | readonly Json[]): readonly Json[] | null {
  const { results } = isJsonObject(value) ? value : {};
  if (!isJsonObject(results) || results.version !== 3) return null;
  return Array.isArray(results.results) ? results.results : null;
}

function readResult(value: Json, place: string): Reading {
  if (!isJsonObject(value)) return { kind: 'problem', place, reason: 'expected a JSON object' };
  const { success, failureReason, error } = value;
  const attributes = {
    ...detailsOf(value),
    provider: providerOf(value),
    prompt: promptOf(value),
    test: testOf(value),
  };
  if (failureReason === FAILURE_ERROR) {
    const outcome = undetermined(`the test errored: ${cut(attribute(error) ?? 'no reason is given', 200)}`);
    return { kind: 'result', result: { place, attributes, outcome, errored: true }, problem: null };
  }
  const pass = typeof success === 'boolean' ? success : null;
  const received = success === undefined ? 'none' : cut(JSON.stringify(success), 60);
  const problem = pass === null ? `success: expected true or false, received ${received}` : null;
  const outcome = outcomeOf(pass, 'an assertion failed', problem ?? '');
  return { kind: 'result', result: { place, attributes, outcome, errored: false }, problem };
}

/** Named for people, told apart by what it is: two tests may share their description. */
function testOf({ testCase, vars, description }: JsonObject): string {
  const test = isJsonObject(testCase) ? testCase : {};
  const variables = vars ?? test.vars ?? {};
  const label = attribute(test.description) ?? attribute(description) ?? canonicalJson(variables);
  return `${cut(label, MAX_LABEL)} #${hashJson([variables, test.assert ?? null]).slice(0, 8)}`;
}

function providerOf({ provider }: JsonObject): string | null {
  if (!isJsonObject(provider)) return attribute(provider);
  return attribute(provider.label) ?? attribute(provider.id);
}

function promptOf({ prompt, promptIdx }: JsonObject): string | null {
  return (isJsonObject(prompt) ? attribute(prompt.label) : attribute(prompt)) ?? attribute(promptIdx);
}

function detailsOf({ testCase, vars }: JsonObject): Record<string, string | null> {
  const test = isJsonObject(testCase) ? testCase : {};
  return {
    description: attribute(test.description),
    ...(isJsonObject(vars) ? plainAttributes(vars, 'vars.') : {}),
    ...(isJsonObject(test.metadata) ? plainAttributes(test.metadata, 'metadata.') : {}),
  };
}
