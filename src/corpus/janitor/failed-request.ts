import { withoutSteps } from './cleaned.ts';
import { type Asked, conversations } from './conversations.ts';
import type { Rule } from './rule.ts';

/** What a client's own retries look like. */
export const failedRequest: Rule = {
  name: 'failed_request',
  about: 'a model call that failed without an answer and was made again as it was',
  apply: (cleaned) => {
    const twins = new Map<number, number>();
    const next = new Map<string, Asked>();
    for (const asked of conversations(cleaned).toReversed()) {
      const agent = JSON.stringify(asked.call.agent);
      const again = next.get(agent);
      next.set(agent, asked);
      if (again === undefined || !failed(asked) || !sameInput(asked, again)) continue;
      twins.set(asked.index, twins.get(again.index) ?? again.index);
    }
    return withoutSteps(cleaned, 'failed_request', twins);
  },
};

function failed({ call }: Asked): boolean {
  return call.error !== null && call.output === null && call.usage === null;
}

function sameInput(a: Asked, b: Asked): boolean {
  if (a.input === null || b.input === null || a.input.length !== b.input.length) return false;
  return a.input.every((text, i) => text === b.input?.[i]);
}
