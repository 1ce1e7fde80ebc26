import type { Case } from '../corpus/index.ts';
import { hashJson, isJsonObject, sha256 } from '../trace/index.ts';

/**
 * How the turns of conversations were fed to the agent, in words; empty = there are none among the cases. A turn is a case
 * whose messages hold what the agent said before, and the beginning of one in the same cluster: cases of one turn that are
 * clustered by their task are no conversation.
 */
export function conversationsInWords(cases: readonly Case[]): readonly string[] {
  const told = cases.flatMap(({ input, cluster }) => {
    const messages = isJsonObject(input) && Array.isArray(input.messages) ? input.messages : [];
    if (messages.length === 0) return [];
    let key = cluster ?? '';
    const beginnings = messages.map((message) => {
      key = sha256(`${key}${hashJson(message)}`);
      return key;
    });
    const goesOn = messages.some((message) => isJsonObject(message) && message.role === 'assistant');
    return [{ key, beginnings: beginnings.slice(0, -1), goesOn }];
  });
  const begun = new Set(told.flatMap(({ beginnings, goesOn }) => (goesOn ? beginnings : [])));
  const turns = told.filter(({ key, goesOn }) => goesOn || begun.has(key));
  if (turns.length === 0) return [];
  const conversations = new Set(turns.flatMap(({ key }) => (begun.has(key) ? [] : [key]))).size;
  return [
    `conversations are replayed teacher_forced: ${turns.length} turns of ${conversations} conversations, each with its history as it was recorded, whatever the agent would have said before`,
  ];
}
