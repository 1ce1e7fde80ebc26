import expectationSchema from '../../schema/expectation.v1.schema.json' with { type: 'json' };
import hypothesisSchema from '../../schema/hypothesis.v1.schema.json' with { type: 'json' };
import { readExpectation } from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import type { Hypothesis, RowCondition } from '../knowledge/index.ts';
import { type RecordedExpectation, recordedScorer } from '../score/index.ts';
import {
  isJsonObject,
  type Json,
  nestedDeeperThan,
  pathText,
  patternFault,
  type SchemaProblem,
  schemaCheck,
} from '../trace/index.ts';
import { readDocument } from './document.ts';

const MAX_PATH = 100;
/** Conditions within conditions; more would end a recursion with an exception. */
const MAX_LEVELS = 100;

const check = schemaCheck(hypothesisSchema, [expectationSchema]);

/**
 * A hypothesis as people write it (`schema/hypothesis.v1.schema.json`), complete.
 * @throws UserError with every problem at once, each with `file:line`.
 */
export function readHypothesis(text: string, file: string): Hypothesis {
  const document = readDocument(text);
  const { value } = document;
  const faults = document.broken ? [] : nestedDeeperThan(value, MAX_LEVELS) ? [tooDeep] : check(value);
  const further = faults.length > 0 || document.broken ? [] : meaningFaults(value);
  const located = [
    ...document.faults.map((fault) => ({ ...fault, hint: null })),
    ...[...faults, ...further].map(({ path, key, message, hint }) => ({
      line: document.lineOf(key === null ? path : [...path, key]),
      message: path.length === 0 ? message : `${cut(pathText(path), MAX_PATH)}: ${message}`,
      hint,
    })),
  ].sort((a, b) => a.line - b.line);
  if (located.length > 0)
    throw new UserError(located.map(({ line, message, hint }) => ({ where: `${file}:${line}`, message, hint })));
  const written = value as unknown as Written; // the schema has just said so
  const { name, says, of } = written;
  return { name, says: says ?? null, of: of === undefined ? null : complete(of), that: askedOf(written) };
}

const tooDeep = { path: [], key: null, message: `conditions are nested deeper than ${MAX_LEVELS} levels`, hint: null };

interface Written {
  readonly name: string;
  readonly says?: string;
  readonly of?: WrittenCondition;
  /** This or `scorer`. */
  readonly that?: WrittenCondition;
  readonly scorer?: Json;
}

function askedOf({ that, scorer }: Written): Hypothesis['that'] {
  if (that !== undefined) return complete(that);
  const read = scorerOf(scorer ?? null);
  if ('problems' in read) throw new Error('a scorer with faults was not refused');
  return { kind: 'passes', scorer: read.scorer };
}

/** What the schema cannot say: that patterns make sense, and that a scorer can judge recorded runs. */
function meaningFaults(value: Json): readonly SchemaProblem[] {
  if (!isJsonObject(value)) return [];
  const { scorer, ...rest } = value;
  const read = scorer === undefined ? null : scorerOf(scorer);
  const faults = read !== null && 'problems' in read ? read.problems : [];
  return [...patternFaults(rest, []), ...faults];
}

function scorerOf(
  written: Json,
): { readonly scorer: RecordedExpectation } | { readonly problems: readonly SchemaProblem[] } {
  const fault = (message: string, hint: string | null) => ({ path: ['scorer'], key: null, message, hint });
  const read = readExpectation(written, 'scorer');
  if ('problems' in read) return { problems: read.problems.map(({ message, hint }) => fault(message, hint)) };
  const fit = recordedScorer(read.expectation);
  return 'scorer' in fit ? fit : { problems: [fault(fit.problem, fit.hint)] };
}

type Leaf = Exclude<RowCondition, { readonly kind: 'any' | 'all' | 'not' | 'step' | 'text_matches' }>;
type WrittenStep = Omit<Extract<RowCondition, { readonly kind: 'step' }>, 'atLeast'> & { readonly at_least?: number };
type WrittenText = Omit<Extract<RowCondition, { readonly kind: 'text_matches' }>, 'in'> & {
  readonly in?: 'user' | 'answer';
};
type WrittenCondition =
  | Leaf
  | WrittenText
  | WrittenStep
  | { readonly kind: 'any' | 'all'; readonly of: readonly WrittenCondition[] }
  | { readonly kind: 'not'; readonly of: WrittenCondition };

function complete(written: WrittenCondition): RowCondition {
  switch (written.kind) {
    case 'any':
    case 'all':
      return { kind: written.kind, of: written.of.map(complete) };
    case 'not':
      return { kind: 'not', of: complete(written.of) };
    case 'step':
      return { kind: 'step', where: written.where, atLeast: written.at_least ?? 1 };
    case 'text_matches':
      return { kind: 'text_matches', pattern: written.pattern, in: written.in ?? 'user' };
    case 'tool_called':
    case 'tool_failed':
    case 'steps':
    case 'outcome_is':
    case 'attribute_is':
    case 'column':
      return written;
    default:
      return written satisfies never;
  }
}

type Path = readonly (string | number)[];

/** Patterns that are none, wherever they stand. */
function patternFaults(value: Json, path: Path): readonly SchemaProblem[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => patternFaults(item, [...path, at]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if ((key !== 'matches' && key !== 'pattern') || typeof item !== 'string')
      return patternFaults(item, [...path, key]);
    const message = patternFault(item);
    return message === null ? [] : [{ path: [...path, key], key: null, message, hint: null }];
  });
}
