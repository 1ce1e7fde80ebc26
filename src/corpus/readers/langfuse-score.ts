import type { JsonObject, Outcome } from '../../trace/index.ts';
import { evaluationOutcome, numberAt, textAt } from '../../trace/index.ts';

/** What a boolean score names decides what `true` means: of these it means a fault. */
const FAULT = /toxic|hallucinat|harm|bias|error|fail|leak|violat|unsafe|inject|refus|offens|flag/i;

/** A score, as the API and the exports have it; null where it holds no name or no value. */
export function scoreOutcome(row: JsonObject): Outcome | null {
  const type = textAt(row, 'dataType');
  const isText = type === 'CATEGORICAL' || type === 'TEXT';
  const outcome = evaluationOutcome({
    name: textAt(row, 'name'),
    // Of a category it is an index, of a text nothing.
    score: isText ? null : numberAt(row, 'value'),
    label: type === 'BOOLEAN' ? null : textAt(row, 'stringValue', 'longStringValue'),
    explanation: textAt(row, 'comment'),
    source: textAt(row, 'source') === 'EVAL' ? 'evaluation' : 'feedback',
  });
  if (outcome === null || type !== 'BOOLEAN') return outcome;
  const value = outcome.value === 1;
  return { ...outcome, value, passed: FAULT.test(outcome.name) ? null : value };
}
