import type { AgentCommit, Change, ToolEffect } from '../../changes/index.ts';
import { entryId, type LedgerCommit, type LedgerEntry } from './entry.ts';

const MAX_NAMED_PATHS = 5;
const US_A_MS = 1000;

/** What a commit on the agent's branch changed; `changes` are its own against its first parent, null = it has none here. */
export function entriesOfCommit(commit: AgentCommit, changes: readonly Change[] | null): readonly LedgerEntry[] {
  const { sha, atMs, author, subject } = commit;
  const place = { sha, author, subject, pullRequest: pullRequestOf(subject) };
  const entry = entryMaker(place, US_A_MS * atMs);
  if (changes === null) return [entry({ ...version, name: sha.slice(0, 12), what: 'the history begins here' })];
  const others = changes.flatMap((change) =>
    change.kind === 'code' || change.kind === 'dependency' ? [change.path] : [],
  );
  return [
    ...changes.flatMap((change) => entryOf(change, entry)),
    ...(others.length === 0 ? [] : [entry({ ...version, name: sha.slice(0, 12), what: named(others) })]),
  ];
}

const version = { kind: 'agent_version', from: null, to: null } as const;

type Told = Pick<LedgerEntry, 'kind' | 'name' | 'from' | 'to' | 'what'>;

function entryMaker(commit: LedgerCommit, atUs: number): (told: Told) => LedgerEntry {
  return (told) => ({
    id: entryId(told.kind, commit.sha, told.name),
    ...told,
    ...{ atUs, commit, trajectoryId: null, decides: null },
  });
}

function entryOf(change: Change, entry: (told: Told) => LedgerEntry): LedgerEntry[] {
  switch (change.kind) {
    case 'prompt': {
      const { kind, path, status, lines } = change;
      const count = (side: 'added' | 'removed'): number => lines.filter((line) => line.kind === side).length;
      const added = count('added') === 1 ? '1 line' : `${count('added')} lines`;
      const what = `${path} ${status}: ${added} added, ${count('removed')} removed`;
      return [entry({ kind, name: path, from: null, to: null, what })];
    }
    case 'tool': {
      const { kind, path, tool, effects } = change;
      const what = `${tool} in ${path}: ${[...new Set(effects.map(effectText))].join(', ')}`;
      return [entry({ kind, name: tool, from: null, to: null, what })];
    }
    case 'model_pin': {
      const { kind, pin, from, to } = change;
      return [entry({ kind, name: pin, from, to, what: `${pin}: ${from ?? 'none'} -> ${to ?? 'none'}` })];
    }
    case 'code':
    case 'dependency':
    case 'corpus':
    case 'config':
      return [];
    default:
      return change satisfies never;
  }
}

function effectText(effect: ToolEffect): string {
  const words = effect.kind.replaceAll('_', ' ');
  if (effect.kind === 'parameter_renamed') return `${words} from ${effect.from} to ${effect.to}`;
  return 'parameter' in effect && effect.parameter !== null ? `${words} (${effect.parameter})` : words;
}

function named(paths: readonly string[]): string {
  const rest = paths.length - MAX_NAMED_PATHS;
  return `${paths.slice(0, MAX_NAMED_PATHS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** As GitHub writes subjects of merged and of squashed pull requests. */
function pullRequestOf(subject: string): number | null {
  const match = /^Merge pull request #(\d{1,9})\b|\(#(\d{1,9})\)\s*$/.exec(subject);
  const number = match?.[1] ?? match?.[2];
  return number === undefined ? null : Number(number);
}
