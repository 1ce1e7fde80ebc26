import { cut } from '../errors.ts';
import { canonicalJson, compileSchema, type Json } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import { type JudgedCall, type RunSubject, toolCallsOf } from './subject.ts';

/** Every tool call's arguments satisfy the schema of that tool on the trial's side. */
export function judgeArgumentsValid({ trial, context, prefixOnly }: RunSubject): Outcome {
  const outcomes = toolCallsOf(trial).map((call) => judgeCall(call, context));
  const failed = outcomes.find((outcome) => outcome.kind === 'fail');
  if (failed !== undefined) return failed;
  const unknown = outcomes.find((outcome) => outcome.kind === 'undetermined');
  if (unknown !== undefined) return unknown;
  return prefixOnly === null ? PASS : undetermined(prefixOnly);
}

function judgeCall(call: JudgedCall, context: RunSubject['context']): Outcome {
  if (call.match === 'schema_error') {
    const told = call.outcome.kind === 'error' ? textOf(call.outcome.value) : 'the call was refused';
    return fail(`${call.name}: ${told} in ${cut(canonicalJson(call.arguments), 200)}`);
  }
  const definition = context.tools.find((tool) => tool.name === call.name);
  if (definition === undefined) return undetermined(`no schema is known for the tool ${call.name}`);
  const schema = compileSchema(definition.parameters);
  if (schema.kind === 'unusable')
    return undetermined(`the schema of ${call.name} is no valid JSON Schema: ${schema.problem}`);
  const problems = schema.problemsOf(call.arguments);
  if (problems.length === 0) return PASS;
  return fail(`${call.name}: ${problems.join('; ')} in ${cut(canonicalJson(call.arguments), 200)}`);
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
