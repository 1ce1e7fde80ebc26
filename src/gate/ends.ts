import { cut } from '../errors.ts';
import type { Trial } from '../replay/index.ts';
import type { ContentLevel, JudgedTrial } from '../report/index.ts';

const MAX_KINDS = 6;
const MAX_DETAIL = 300;

/** How the errored trials ended, and why others came to no result: whoever reads "12 errored" asks why. */
export function endsInWords(judged: readonly JudgedTrial[], content: ContentLevel): readonly string[] {
  const errored = judged.flatMap(({ trial }) =>
    trial.standing === 'errored' ? `${trial.side}: ${endInWords(trial, content)}` : [],
  );
  const open = judged.flatMap(({ trial, score: { outcome } }) => {
    if (trial.standing === 'errored' || outcome.kind !== 'undetermined') return [];
    return `${trial.side}: ${content === 'none' ? trial.standing.replaceAll('_', ' ') : cut(outcome.reason, MAX_DETAIL)}`;
  });
  return [...countedInWords(errored, 'errored'), ...countedInWords(open, 'undetermined')];
}

/** Alike ones together, the most frequent first. */
function countedInWords(texts: readonly string[], what: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const more = sorted.slice(MAX_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const lines = sorted.slice(0, MAX_KINDS).map(([text, count]) => `${count} ${what} on ${text}`);
  return more === 0 ? lines : [...lines, `${more} more ${what} in other ways`];
}

/** Agents and providers quote what they were asked: where no content may be shown, only the kind of end is told. */
function endInWords({ end }: Trial, content: ContentLevel): string {
  const quoted = (text: string): string => (content === 'none' ? '…' : cut(text, MAX_DETAIL));
  switch (end.kind) {
    case 'answered':
      return 'the agent answered';
    case 'agent_error':
      return `the agent answered with an error: ${quoted(end.message)}`;
    case 'crashed': {
      const how = end.signal ?? `exit code ${end.exitCode}`;
      return `the agent crashed (${how}): ${quoted(lastWords(end.stderrTail))}`;
    }
    case 'timed_out':
      return `no answer within ${end.afterMs / 1000} s`;
    case 'garbage':
      return `expected ${end.expected}, received ${quoted(end.received)}`;
    case 'stopped':
      return content === 'none' ? 'pawl ended it' : quoted(end.reason);
    case 'provider_failed':
      return `the provider failed: ${quoted(end.message)}`;
    case 'late_request':
      return cut(end.message, MAX_DETAIL);
    default:
      return end satisfies never;
  }
}

/** From the last line that names an error, which may have a long stack below it; else the end. */
function lastWords(stderr: string): string {
  const named = [...stderr.matchAll(/^(?:[\w.]*\.)?\w*(?:Error|Exception)\b/gm)].at(-1);
  return named === undefined ? stderr.slice(-MAX_DETAIL) : stderr.slice(named.index);
}
