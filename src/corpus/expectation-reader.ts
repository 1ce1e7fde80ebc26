import { compile } from 'json-p3';
import expectationSchema from '../../schema/expectation.v1.schema.json' with { type: 'json' };
import { messageOf, type Problem } from '../errors.ts';
import { type Call, compileSchema, type Json, partFlagsFault, pathText, schemaCheck } from '../trace/index.ts';
import type { ArgumentMode, Expectation, TrajectoryMode } from './expectation.ts';

/** An expectation as people write it: fields with a default may be left out (`schema/expectation.v1.schema.json`). */
export type WrittenExpectation =
  | Exclude<Expectation, { kind: 'output_contains' | 'output_matches' | 'trajectory' | 'answer_supported' }>
  | { readonly kind: 'output_contains'; readonly text: string; readonly ignoreCase?: boolean }
  | { readonly kind: 'output_matches'; readonly pattern: string; readonly flags?: string }
  | { readonly kind: 'answer_supported'; readonly tools?: readonly string[] }
  | {
      readonly kind: 'trajectory';
      readonly mode?: TrajectoryMode;
      readonly arguments?: ArgumentMode;
      readonly argumentOverrides?: Readonly<Record<string, ArgumentMode>>;
      readonly calls?: readonly Call[] | null;
    };

export type ReadExpectation =
  | { readonly expectation: Expectation }
  /** `where` of each problem is the caller's; the message begins with the field. */
  | { readonly problems: readonly Problem[] };

const check = schemaCheck(expectationSchema, []);

/** Validates a written expectation and fills in its defaults. All faults at once; never throws. */
export function readExpectation(value: Json, where: string): ReadExpectation {
  const faults = check(value);
  if (faults.length > 0) {
    const problems = faults.map(({ path, message, hint }) => {
      const field = pathText(path);
      return { where, message: field === '' ? message : `${field}: ${message}`, hint };
    });
    return { problems };
  }
  const written = value as unknown as WrittenExpectation; // the schema has just said so
  const fault = meaningFault(written);
  return fault === null ? { expectation: complete(written) } : { problems: [{ where, ...fault }] };
}

/** What the schema cannot say: that a pattern, a path or a schema compiles. */
function meaningFault(written: WrittenExpectation): Omit<Problem, 'where'> | null {
  switch (written.kind) {
    case 'output_matches':
      return (
        compiles('pattern', 'an ECMAScript regular expression', () => new RegExp(written.pattern, written.flags)) ??
        fault('pattern', partFlagsFault(written.pattern))
      );
    case 'output_json_path':
      return compiles('path', 'a JSONPath of RFC 9535', () => compile(written.path));
    case 'output_json_schema': {
      const schema = compileSchema(written.schema);
      return schema.kind === 'usable' ? null : unusable('schema', 'a JSON Schema, draft-07', schema.problem);
    }
    default:
      return null;
  }
}

function compiles(field: string, expected: string, attempt: () => unknown): Omit<Problem, 'where'> | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return unusable(field, expected, messageOf(error));
  }
}

function fault(field: string, why: string | null): Omit<Problem, 'where'> | null {
  return why === null ? null : { message: `${field}: ${why}, or set flags`, hint: null };
}

function unusable(field: string, expected: string, why: string): Omit<Problem, 'where'> {
  return { message: `${field}: expected ${expected}: ${why}`, hint: null };
}

function complete(written: WrittenExpectation): Expectation {
  switch (written.kind) {
    case 'output_contains':
      return { ...written, ignoreCase: written.ignoreCase ?? false };
    case 'output_matches':
      return { ...written, flags: written.flags ?? '' };
    case 'answer_supported':
      return { ...written, tools: written.tools ?? [] };
    case 'trajectory':
      return {
        kind: 'trajectory',
        mode: written.mode ?? 'superset',
        arguments: written.arguments ?? 'exact',
        argumentOverrides: written.argumentOverrides ?? {},
        calls: written.calls ?? null,
      };
    default:
      return written;
  }
}
