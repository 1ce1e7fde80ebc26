import { cut } from '../errors.ts';
import type { Trial } from '../replay/index.ts';

const MAX_KINDS = 6;
const MAX_DETAIL = 300;

/** How the errored trials ended, alike ones together, the most frequent first: whoever reads "12 errored" asks why. */
export function endsInWords(trials: readonly Trial[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const trial of trials) {
    if (trial.standing !== 'errored') continue;
    const text = `${trial.side}: ${endInWords(trial)}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const more = sorted.slice(MAX_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const lines = sorted.slice(0, MAX_KINDS).map(([text, count]) => `${count} errored on ${text}`);
  return more === 0 ? lines : [...lines, `${more} more errored in other ways`];
}

function endInWords({ end }: Trial): string {
  switch (end.kind) {
    case 'answered':
      return 'the agent answered';
    case 'agent_error':
      return `the agent answered with an error: ${cut(end.message, MAX_DETAIL)}`;
    case 'crashed': {
      const how = end.signal ?? `exit code ${end.exitCode}`;
      return `the agent crashed (${how}): ${cut(end.stderrTail.slice(-MAX_DETAIL), MAX_DETAIL)}`;
    }
    case 'timed_out':
      return `no answer within ${end.afterMs / 1000} s`;
    case 'garbage':
      return `expected ${end.expected}, received ${cut(end.received, MAX_DETAIL)}`;
    case 'stopped':
      return cut(end.reason, MAX_DETAIL);
    case 'provider_failed':
      return `the provider failed: ${cut(end.message, MAX_DETAIL)}`;
    case 'late_request':
      return cut(end.message, MAX_DETAIL);
    default:
      return end satisfies never;
  }
}
