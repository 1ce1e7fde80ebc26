import type { Case } from '../corpus/index.ts';
import { isJsonObject } from '../trace/index.ts';

/** How the turns of conversations were fed to the agent, in words; empty = there are none among the cases. */
export function conversationsInWords(cases: readonly Case[]): readonly string[] {
  const turns = cases.filter(({ input, cluster }) => {
    return cluster !== null && isJsonObject(input) && Array.isArray(input.messages);
  });
  if (turns.length === 0) return [];
  const conversations = new Set(turns.map(({ cluster }) => cluster)).size;
  return [
    `conversations are replayed teacher_forced: ${turns.length} turns of ${conversations} conversations, each with its history as it was recorded, whatever the agent would have said before`,
  ];
}
