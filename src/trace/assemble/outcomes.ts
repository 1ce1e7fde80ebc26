import { numberAt, textAt } from '../dialects/attributes.ts';
import { evaluationOutcome } from '../dialects/evaluation.ts';
import type { Outcome } from '../observed.ts';
import type { Attributes, LogRecord, Span } from '../span.ts';

const EVALUATION = 'gen_ai.evaluation.result';

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
  const outcome = evaluationOutcome({
    name,
    score: numberAt(attributes, 'gen_ai.evaluation.score.value'),
    label: textAt(attributes, 'gen_ai.evaluation.score.label'),
    explanation: textAt(attributes, 'gen_ai.evaluation.explanation'),
    source: 'evaluation',
  });
  const missing = name === null ? 'a name' : 'a score';
  return outcome ?? `an evaluation without ${missing}: ${textAt(attributes, 'error.type') ?? 'no error'}`;
}
