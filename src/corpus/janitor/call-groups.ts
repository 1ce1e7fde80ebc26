import { canonicalJson, type ObservedToolCall } from '../../trace/index.ts';
import { allSteps, type Cleaned } from './cleaned.ts';

export interface IndexedCall {
  readonly index: number;
  readonly call: ObservedToolCall;
}

/**
 * Equal calls (agent, name, arguments to the letter: a schema may refuse a null) between which nothing changed the world,
 * each group in order. A call to a tool that
 * is not read-only changes it unless it failed; one whose outcome is not known may have.
 */
export function callGroups(
  cleaned: Cleaned,
  isReadOnly: (tool: string) => boolean,
): readonly (readonly IndexedCall[])[] {
  const groups = new Map<string, IndexedCall[]>();
  let changes = 0;
  for (const { index, step } of allSteps(cleaned)) {
    if (step.kind !== 'tool_call') continue;
    const key = canonicalJson([changes, step.agent, step.name, step.arguments]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ index, call: step }]);
    else group.push({ index, call: step });
    if (!isReadOnly(step.name) && step.outcome.kind !== 'error') changes += 1;
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
