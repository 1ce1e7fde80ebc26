import caseSchema from '../../schema/case.v1.schema.json' with { type: 'json' };
import expectationSchema from '../../schema/expectation.v1.schema.json' with { type: 'json' };
import { cut, messageOf, type Problem } from '../errors.ts';
import {
  isJsonObject,
  type JsonObject,
  nestedDeeperThan,
  pathText,
  received,
  type SchemaProblem,
  schemaCheck,
} from '../trace/index.ts';
import { type Case, type RecordedStep, type Recording, withContentHash } from './case.ts';
import type { Expectation } from './expectation.ts';
import { readExpectation } from './expectation-reader.ts';
import type { WrittenCase, WrittenRecording, WrittenStep } from './written.ts';

type ParsedCase =
  | { readonly kind: 'case'; readonly case: Case }
  /** `reason`: where in the line, what was expected, what was received (cut). The caller knows file and line. */
  | { readonly kind: 'problem'; readonly reason: string };

const check = schemaCheck(caseSchema, [expectationSchema]);

/** More faults than this in one line are only counted. */
const MAX_FAULTS = 3;

/** Deeper values would end a recursion (ours, or the reader's of a report) with an exception. */
const MAX_DEPTH = 200;

/** One line of a corpus file, format v1, with all defaults filled in. Never throws: a broken line is a value. */
export function parseCaseLine(text: string): ParsedCase {
  const json = parseObject(text);
  return json.kind === 'problem' ? json : parseCase(json.value);
}

/** The same of a line that is parsed already. */
export function parseCase(value: JsonObject): ParsedCase {
  // The version first: a later format would only earn misleading faults.
  if (value.v !== 1) return problem(`expected case format "v": 1, received ${received(value.v)}`);
  if (nestedDeeperThan(value, MAX_DEPTH))
    return problem(`expected at most ${MAX_DEPTH} levels of nesting, received more`);
  const faults = check(value);
  if (faults.length > 0) return problem(summary(faults.map(faultText)));
  return complete(value as unknown as WrittenCase); // the schema has just said so
}

type ParsedObject = { readonly kind: 'object'; readonly value: JsonObject } | (ParsedCase & { kind: 'problem' });

function parseObject(text: string): ParsedObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return { kind: 'object', value };
    return problem(`expected a JSON object, received ${received(value)}`);
  } catch (error) {
    return problem(`expected one line of JSON: ${cut(messageOf(error), 200)}`);
  }
}

function complete(written: WrittenCase): ParsedCase {
  const read = written.expectations?.map((item, i) => readExpectation(item, `expectations[${i}]`)) ?? null;
  const faults = read?.flatMap((item) => ('problems' in item ? item.problems : [])) ?? [];
  if (faults.length > 0) return problem(summary(faults.map(problemText)));
  const { source, retirement } = written;
  const drawn = source?.drawn ?? null;
  return {
    kind: 'case',
    case: withContentHash({
      id: written.id,
      status: written.status ?? 'active',
      source: {
        traceId: source?.traceId ?? null,
        recordedAt: source?.recordedAt ?? null,
        agentVersion: source?.agentVersion ?? null,
        model: source?.model ?? null,
        ...(drawn === null ? {} : { drawn }),
      },
      slices: written.slices ?? ['default'],
      cohorts: written.cohorts ?? [],
      weight: written.weight ?? 1,
      cluster: written.cluster ?? null,
      input: written.input,
      recordings: written.recordings.map(completeRecording),
      expectations: read?.flatMap((item): Expectation[] => ('expectation' in item ? [item.expectation] : [])) ?? null,
      ...(retirement === undefined || retirement === null ? {} : { retirement }),
    }),
  };
}

function completeRecording(written: WrittenRecording): Recording {
  const { steps, output = null, mcp } = written;
  return { steps: steps.map(completeStep), output, ...(mcp === undefined ? {} : { mcp }) };
}

function completeStep(step: WrittenStep): RecordedStep {
  if (step.kind === 'tool_call') return step;
  return {
    kind: 'model_call',
    model: step.model,
    requestKey: step.requestKey ?? null,
    response: step.response ?? null,
    usage: step.usage ?? null,
  };
}

function faultText({ path, message, hint }: SchemaProblem): string {
  const field = pathText(path);
  return `${field === '' ? '' : `${field}: `}${message}${hint === null ? '' : ` (${hint})`}`;
}

function problemText({ where, message, hint }: Problem): string {
  return `${where}: ${message}${hint === null ? '' : ` (${hint})`}`;
}

function summary(faults: readonly string[]): string {
  const more = faults.length - MAX_FAULTS;
  return faults.slice(0, MAX_FAULTS).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function problem(reason: string): ParsedCase & { kind: 'problem' } {
  return { kind: 'problem', reason };
}
