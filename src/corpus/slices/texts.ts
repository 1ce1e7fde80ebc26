import type { Message, ObservedTrajectory } from '../../trace/index.ts';

/** Longer texts are read so far: what a task is about stands at its beginning. */
const MAX_CHARS = 20_000;

/**
 * What users wrote, as the recording has it: the user messages of the first model call that kept its input. Those of the
 * conversation before it are part of it.
 */
export function userText({ steps }: Pick<ObservedTrajectory, 'steps'>): string {
  for (const step of steps) {
    if (step.kind !== 'model_call' || step.input === null) continue;
    const texts = step.input.filter(({ role }) => role === 'user').flatMap(textsOf);
    return texts.join('\n').slice(0, MAX_CHARS);
  }
  return '';
}

/** The agent's final answer, JSON where it is no text. */
export function answerText({ output }: Pick<ObservedTrajectory, 'output'>): string {
  if (output === null) return '';
  return (typeof output === 'string' ? output : JSON.stringify(output)).slice(0, MAX_CHARS);
}

export function textsOf({ parts }: Message): string[] {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
}
