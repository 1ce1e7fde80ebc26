import { query } from 'json-p3';
import type { Expectation } from '../corpus/index.ts';
import { cut, messageOf } from '../errors.ts';
import { canonicalJson, type Json } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { outputValues } from './output.ts';
import type { Outcome } from './score.ts';
import type { RunSubject } from './subject.ts';

/** RFC 9535. Passes when a node is selected and, where `equals` is given, some selected node equals it. */
export function judgeOutputJsonPath(
  expected: Extract<Expectation, { kind: 'output_json_path' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  let nodes: readonly unknown[];
  try {
    nodes = outputValues(trial.trajectory).flatMap((value) => query(expected.path, value).values());
  } catch (error) {
    return undetermined(`the path ${cut(expected.path, 100)} is no JSONPath (RFC 9535): ${messageOf(error)}`);
  }
  if (nodes.length === 0) return fail(`${expected.path} selects nothing in the output`);
  if (expected.equals === undefined) return PASS;
  return equalsAny(nodes, expected.equals)
    ? PASS
    : fail(
        `${expected.path} should be ${canonicalJson(expected.equals)}, received ${nodes.map(canonicalJson).join(', ')}`,
      );
}

function equalsAny(nodes: readonly unknown[], wanted: Json): boolean {
  const text = canonicalJson(wanted);
  return nodes.some((node) => canonicalJson(node) === text);
}
