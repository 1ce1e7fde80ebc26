import { type Context, withTrimmed } from './cleaned.ts';
import { conversations, wholeOf } from './conversations.ts';
import type { Rule } from './rule.ts';

/** Every model call is sent the whole conversation again: of each one only what is new stays. */
export const repeatedContext: Rule = {
  name: 'repeated_context',
  about: 'messages that an earlier model call of the same agent was sent, or answered, already',
  apply: (cleaned) => {
    const contexts = new Map<number, Context>();
    for (const { index, call, input, base } of conversations(cleaned)) {
      // A failed request is dropped as it was where it was made again.
      if (input === null || base === null || call.error !== null) continue;
      const known = wholeOf(base);
      let messages = 0;
      while (messages < input.length && input[messages] === known[messages]) messages += 1;
      if (messages > 0) contexts.set(index, { of: base.index, messages });
    }
    return withTrimmed(cleaned, 'repeated_context', (kept) => {
      const { step, index, context: earlier } = kept;
      const context = contexts.get(index);
      if (step.kind !== 'model_call' || step.input === null || earlier !== null || context === undefined) {
        return { kept, count: 0 };
      }
      const input = step.input.slice(context.messages);
      return { kept: { index, step: { ...step, input }, context }, count: context.messages };
    });
  },
};
