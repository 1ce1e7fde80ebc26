import { answerOf } from '../dialects/genai.ts';
import type { Json } from '../json.ts';
import type { Run } from './runs.ts';
import type { TimedStep } from './same-call.ts';

/**
 * A run's final answer: what its last outermost agent says that it answered, else the text of the last model call that no
 * tool stands above. Null where neither was recorded.
 */
export function answerOfRun(run: Run, timed: readonly TimedStep[]): Json | null {
  let last: { answer: Json; endUs: number } | null = null;
  for (const { reading, span } of run.topAgents) {
    const answer = reading?.span.kind === 'agent' ? (reading.span.output ?? null) : null;
    if (answer !== null && (last === null || span.endUs >= last.endUs)) last = { answer, endUs: span.endUs };
  }
  if (last !== null) return last.answer;
  for (const { step, node } of timed.toReversed()) {
    if (step.kind !== 'model_call' || node.insideTool) continue;
    const answer = answerOf(step.output, step.parameters.output_type);
    if (answer !== null) return answer;
  }
  return null;
}
