import type { Json, Message, ObservedModelCall, ObservedStep, ObservedTrajectory } from '../../trace/index.ts';
import { textsOf } from '../slices/texts.ts';

/** What an agent is asked, and what it did until the user spoke again. */
export interface Turn {
  /** User turns and the assistant's final texts, as a case's input has them; the last one is the user's. */
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  readonly steps: readonly ObservedStep[];
  readonly output: Json | null;
}

/** Why a recording has no turn that could be replayed. */
export type NoTurn = 'no_input' | 'no_question';

/**
 * The first turn of a recording. What a user says later depends on what the agent has answered, so nobody can replay it: steps
 * from there on are not part of the turn.
 */
export function firstTurn(trajectory: ObservedTrajectory): Turn | NoTurn {
  const { steps } = trajectory;
  const asked = steps.findIndex((step) => step.kind === 'model_call' && step.input !== null);
  const first = steps[asked];
  if (first?.kind !== 'model_call' || first.input === null) return 'no_input';
  const messages = spoken(first.input);
  if (messages.at(-1)?.role !== 'user') return 'no_question';
  const users = userTexts(first.input);
  const end = steps.findIndex((step, i) => i > asked && step.kind === 'model_call' && goesOn(step, users));
  if (end === -1) return { messages, steps, output: trajectory.output };
  const own = steps.slice(0, end);
  return { messages, steps: own, output: lastText(own) };
}

/** Without tool calls and their results, and without system messages: these are the agent's own. */
function spoken(input: readonly Message[]): Turn['messages'] {
  return input.flatMap((message) => {
    const { role } = message;
    const content = textsOf(message).join('\n');
    if (content === '' || (role !== 'user' && role !== 'assistant')) return [];
    return message.parts.some(({ kind }) => kind === 'tool_call') ? [] : [{ role, content }];
  });
}

function userTexts(input: readonly Message[]): readonly string[] {
  return spoken(input).flatMap(({ role, content }) => (role === 'user' ? [content] : []));
}

/** The same conversation with another word of the user: a sub-agent's conversation begins otherwise. */
function goesOn({ input }: ObservedModelCall, users: readonly string[]): boolean {
  const now = input === null ? [] : userTexts(input);
  return now.length > users.length && users.every((text, i) => now[i] === text);
}

function lastText(steps: readonly ObservedStep[]): string | null {
  const last = steps.findLast((step) => step.kind === 'model_call' && step.output !== null);
  if (last?.kind !== 'model_call' || last.output === null) return null;
  const text = textsOf(last.output).join('\n');
  return text === '' ? null : text;
}
