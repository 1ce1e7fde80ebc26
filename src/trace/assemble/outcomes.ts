import { numberAt, textAt } from '../dialects/attributes.ts';
import type { Outcome } from '../observed.ts';
import type { Attributes, LogRecord, Span } from '../span.ts';

const EVALUATION = 'gen_ai.evaluation.result';

/** Verdicts of which nobody doubts what they mean. Other labels ("relevant", "toxic") are left to their reader. */
const PASSED: Readonly<Record<string, boolean>> = {
  pass: true,
  passed: true,
  success: true,
  correct: true,
  fail: false,
  failed: false,
  failure: false,
  incorrect: false,
};

/**
 * The evaluations of a span: `gen_ai.evaluation.result` as span events or as log records, whatever the span's dialect.
 * One that is delivered both ways, or twice, counts once. Source: GenAI semantic conventions, gen-ai-events.md, v1.41.1.
 */
export function evaluationsOf(
  events: Span['events'],
  logs: readonly LogRecord[],
): { outcomes: readonly Outcome[]; problems: readonly string[] } {
  const attributes = [
    ...events.filter(({ name }) => name === EVALUATION),
    ...logs.filter(({ eventName }) => eventName === EVALUATION),
  ].map((event) => event.attributes);
  const outcomes = new Map<string, Outcome>();
  const problems: string[] = [];
  for (const each of attributes) {
    const outcome = outcomeOf(each);
    if (typeof outcome === 'string') problems.push(outcome);
    else outcomes.set(JSON.stringify(outcome), outcome);
  }
  return { outcomes: [...outcomes.values()], problems };
}

export function isEvaluation(log: LogRecord): boolean {
  return log.eventName === EVALUATION;
}

/** An outcome, or what is wrong with it. */
function outcomeOf(attributes: Attributes): Outcome | string {
  const name = textAt(attributes, 'gen_ai.evaluation.name');
  const score = numberAt(attributes, 'gen_ai.evaluation.score.value');
  const label = textAt(attributes, 'gen_ai.evaluation.score.label');
  const explanation = textAt(attributes, 'gen_ai.evaluation.explanation');
  const value = score ?? label;
  if (name === null || value === null) {
    return `an evaluation without ${name === null ? 'a name' : 'a score'}: ${textAt(attributes, 'error.type') ?? 'no error'}`;
  }
  const word = label?.toLowerCase() ?? '';
  const passed = Object.hasOwn(PASSED, word) ? (PASSED[word] ?? null) : null;
  const isSaid = score === null || label === null;
  return {
    name,
    value,
    passed,
    source: 'evaluation',
    explanation: isSaid ? explanation : labelled(label, explanation),
  };
}

/** A score's label would be lost otherwise. */
function labelled(label: string, explanation: string | null): string {
  return explanation === null ? label : `${label}: ${explanation}`;
}
