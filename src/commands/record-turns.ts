import type { Case } from '../corpus/index.ts';
import type { RunWatch, Session, Trial } from '../replay/index.ts';
import { isJsonObject } from '../trace/index.ts';
import type { RecordInput } from './record-inputs.ts';

/** A turn, and how the agent answered it in each recording. */
interface RecordedTurn {
  readonly input: RecordInput;
  readonly trials: readonly Trial[];
}

/**
 * Asks the agent turn after turn, the conversations side by side. One goes on as long as its turns are answered: the next
 * one's history is what user and agent said in the first of the recordings. Turns of one conversation follow each other.
 */
export async function recordTurns(
  inputs: readonly RecordInput[],
  recordings: number,
  session: Pick<Session, 'run' | 'take'>,
  watch: RunWatch,
): Promise<readonly RecordedTurn[]> {
  const recorded: (RecordedTurn & { readonly place: number })[] = [];
  const numbers = Array.from({ length: recordings }, (_, index) => index + 1);
  for (let open = inputs.map((input, place) => ({ input, place })); open.length > 0; ) {
    session.take(open.map(({ input }) => input.theCase));
    const requests = open.flatMap(({ input }) =>
      numbers.map((number) => ({ caseId: input.theCase.id, side: 'base' as const, number })),
    );
    const ran = await session.run(requests, watch);
    const byCase = Map.groupBy(ran, ({ trial }) => trial.caseId);
    const round = open.map(({ input, place }) => {
      const trials = (byCase.get(input.theCase.id) ?? []).map(({ trial }) => trial);
      return { input, place, trials: trials.toSorted((a, b) => a.number - b.number) };
    });
    recorded.push(...round);
    open = round.flatMap(({ input, place, trials }) => {
      const next = isAnswered(trials, recordings) ? nextTurn(input, trials) : null;
      return next === null ? [] : [{ input: next, place }];
    });
  }
  return recorded.toSorted((a, b) => a.place - b.place);
}

/** Turns that were never asked, in words. */
export function unaskedTurns(recorded: readonly RecordedTurn[], recordings: number): readonly string[] {
  return recorded.flatMap(({ input: { theCase, next }, trials }) =>
    next.length === 0 || isAnswered(trials, recordings)
      ? []
      : [`${theCase.cluster}: not recorded: ${next.length} more turns, since ${theCase.id} was not`],
  );
}

function isAnswered(trials: readonly Trial[], recordings: number): boolean {
  return trials.length === recordings && trials.every(({ end }) => end.kind === 'answered');
}

/** null = the conversation is over. */
function nextTurn({ theCase, next }: RecordInput, trials: readonly Trial[]): RecordInput | null {
  const [content, ...rest] = next;
  const [first] = trials;
  if (content === undefined || first === undefined) return null;
  const said = isJsonObject(theCase.input) && Array.isArray(theCase.input.messages) ? theCase.input.messages : [];
  const messages = [...said, { role: 'assistant', content: finalText(first) }, { role: 'user', content }];
  return { theCase: { ...theCase, id: turnAfter(theCase), input: { messages } }, next: rest };
}

/** Turns of a conversation, which is their cluster, count from 1. */
function turnAfter({ id, cluster }: Case): string {
  return `${cluster}-${Number(id.slice(id.lastIndexOf('-') + 1)) + 1}`;
}

/** What the user read: an output that is a text, else the last that the model said. */
function finalText({ trajectory: { steps, output } }: Trial): string {
  if (typeof output === 'string') return output;
  const last = steps.findLast((step) => step.kind === 'model_call' && step.response !== null);
  const parts = last?.kind === 'model_call' ? (last.response?.parts ?? []) : [];
  const text = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('');
  return text === '' ? JSON.stringify(output) : text;
}
