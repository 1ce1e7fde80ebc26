import { cut } from '../../errors.ts';
import { callText } from '../../trace/index.ts';
import { type Firing, MAX_QUOTE } from './check.ts';
import { type Called, callsOf, type Run, resultText, stepName } from './run.ts';
import { saysNothingFound } from './tool-errors.ts';
import { nameWords } from './values.ts';

/** An answer that says or asks anything of this kind has not passed over the failure. */
const ADMITS =
  /\b(unable|can ?not|can['’]t|could ?n['’]t|could not|did ?n['’]t|did not|was ?n['’]t|were ?n['’]t|is ?n['’]t|are ?n['’]t|does ?n['’]t|not|fail(s|ed|ure)?|errors?|issues?|problems?|sorry|apolog\w+|unfortunately|invalid|already|no longer|none|trouble|unsuccessful\w*|transfer\w*|there (is|are|was|were) no|seems? (to be )?no|please (provide|tell|let)|could you|can you|would you)\b/i;

/**
 * Cascade: the first and only call of a tool failed, it was never tried again, and the agent goes on to an answer that says
 * nothing of it. For a tool that changes state this is an action left undone; for one that reads, evidence never had.
 *
 * Not flagged: a run without a final answer; a failure that the user was told of, in the final answer or before (any words of
 * failing or a question will do); a lookup whose error only says that nothing was found; a failed read after which another read gave a result; a failed change after which a
 * change succeeded by a tool whose name shares a word (`send_direct_message`, `send_channel_message`).
 */
export function abandonedTools(run: Run): readonly Firing[] {
  const { output } = run;
  if (output === null || output.trim() === '') return [];
  const calls = callsOf(run);
  return calls.flatMap((call, index) => {
    const same = calls.filter(({ name }) => name === call.name);
    if (same.length !== 1 || call.outcome.kind !== 'error') return [];
    const reads = run.isReadOnly(call.name);
    if (reads && saysNothingFound(resultText(call))) return [];
    if (saidToUser(run, call, output).some((text) => text.includes('?') || ADMITS.test(text))) return [];
    const later = calls.slice(index + 1).filter(({ outcome }) => outcome.kind !== 'error');
    if (later.some(({ name }) => standsIn(name, call, run))) return [];
    return [firing(call)];
  });
}

/** An answer that asks for no tool goes to the user. */
function saidToUser({ events }: Run, { step }: Called, output: string): readonly string[] {
  const answers = events.filter((event) => event.kind === 'answered' && event.step > step && event.calls.length === 0);
  return [...answers.map((event) => (event.kind === 'answered' ? event.text : '')), output];
}

function standsIn(other: string, { name }: Called, { isReadOnly }: Run): boolean {
  if (isReadOnly(other) !== isReadOnly(name)) return false;
  if (isReadOnly(name)) return true;
  const words = new Set(nameWords(name));
  return nameWords(other).some((word) => words.has(word));
}

function firing(call: Called): Firing {
  const error = cut(resultText(call), MAX_QUOTE);
  const text = `${call.name} failed at ${stepName(call)} and was never tried again, and the answer says nothing of it: ${cut(callText(call), MAX_QUOTE)} (${error})`;
  return { steps: [call.step], text };
}
