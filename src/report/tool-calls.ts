import type { ToolMatch } from '../trace/index.ts';
import type { Report, ToolCallCounts } from './document.ts';
import { count, number } from './format.ts';

/** How a side's tool calls were answered, beside those that the tape has as they were made. */
const WORDS = [
  ['normalised', 'written in another way'],
  ['renamed', 'mapped back'],
  ['other_state', 'recorded after other state changes'],
  ['other_case', 'known from other cases'],
  ['nearest', 'answered by the nearest recorded call'],
  ['simulated', 'simulated'],
  ['live', 'answered by the real tool'],
  ['agent', "run by the agent's own process"],
  ['schema_error', 'refused by the schema'],
  ['miss', 'not on the tape'],
] as const satisfies readonly (readonly [ToolMatch, string])[];

/** One line a side; none where nothing was called. */
export function toolCallTexts({ run: { tools } }: Report): readonly string[] {
  return (['base', 'head'] as const).flatMap((side) => {
    const text = sideText(tools[side]);
    return text === null ? [] : [`${side} ${text}`];
  });
}

function sideText({ byMatch, normalisations, uncalled }: ToolCallCounts): string | null {
  const calls = Object.values(byMatch).reduce((sum, times) => sum + times, 0);
  if (calls + uncalled.calls === 0) return null;
  const special = WORDS.flatMap(([match, words]) => {
    const times = byMatch[match] ?? 0;
    return times === 0 ? [] : [`${number(times)} ${words}${match === 'normalised' ? ways(normalisations) : ''}`];
  });
  const among = special.length === 0 ? '' : `, ${special.join(', ')}`;
  const left =
    uncalled.calls === 0
      ? ''
      : `; ${count(uncalled.calls, 'recorded call')} left out in ${count(uncalled.trials, 'trial')}`;
  return `${count(calls, 'tool call')}${among}${left}`;
}

function ways(normalisations: ToolCallCounts['normalisations']): string {
  const names = Object.entries(normalisations).toSorted(([, a], [, b]) => b - a);
  return ` (${names.map(([name, times]) => `${name} ${number(times)}`).join(', ')})`;
}

/** What did not count when two model requests were compared; none where everything did. */
export function ignoredTexts({ run: { ignoredInRequests: ignored } }: Report): readonly string[] {
  if (ignored.length === 0) return [];
  const named = ignored.map(({ name, pattern }) => `${name} (/${pattern}/)`).join(', ');
  return [`what matches ${named} does not count when two model requests are compared`];
}
