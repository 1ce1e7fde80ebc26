import type { Call, Message } from '../../trace/index.ts';
import { type Answered, type Told, textOf } from './run.ts';

/** What messages say to the agent, each with the step at which they are seen. */
export function toldIn(messages: readonly Message[], step: number): readonly Told[] {
  return messages.flatMap(({ role, parts }) => {
    const text = parts.map(saidIn).join('\n').trim();
    return text === '' ? [] : [{ kind: 'told' as const, step, role, text }];
  });
}

/** A model's answer as an event. */
export function answerOf({ parts }: Message, step: number): Answered {
  const calls: readonly Call[] = parts.filter((part) => part.kind === 'tool_call');
  const text = parts
    .flatMap((part) => (part.kind === 'text' || part.kind === 'reasoning' ? [part.text] : []))
    .join('\n')
    .trim();
  return { kind: 'answered', step, text, calls };
}

function saidIn(part: Message['parts'][number]): string {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      return part.text;
    case 'tool_call':
      return textOf(part.arguments);
    case 'tool_result':
      return textOf(part.result);
    case 'other':
      return '';
    default:
      return part satisfies never;
  }
}
