import { cut } from '../errors.ts';
import type { Change, ChangedFile, ChangeRules } from './change.ts';
import { onlyPinsDiffer, pinChanges } from './model-pin.ts';
import { changedLines } from './prompt-lines.ts';
import { affects, agentMatcher, classifier, type PathKind } from './rules.ts';
import { toolChanges } from './tool-changes.ts';

export interface ChangeSet {
  /** Everything that concerns the gate, in the order in which a report shows it. */
  readonly changes: readonly Change[];
  /** Those that can change what the agent does. */
  readonly affecting: readonly Change[];
  /** Why nothing has to be replayed, in plain words; null = something affects the agent. */
  readonly notAffected: string | null;
}

const ORDER: readonly Change['kind'][] = ['config', 'corpus', 'prompt', 'tool', 'model_pin', 'dependency', 'code'];
const MAX_NAMED_FILES = 3;

/** Path -> the other names by which the agent reaches what is kept there, over links. */
export type LinkedNames = ReadonlyMap<string, ReadonlySet<string>>;

const NO_LINKS: LinkedNames = new Map();

/**
 * What the changed files mean under the user's rules. Prompts are read by line, tools by parameter, model pins by value,
 * the rest by path. A file renamed from one kind to another was removed and added. A file that is the agent's under another name
 * alone is a prompt of it or its code. Never throws on a file's text.
 */
export function findChanges(
  files: readonly ChangedFile[],
  rules: ChangeRules,
  linked: LinkedNames = NO_LINKS,
): ChangeSet {
  const kindOf = classifier(rules);
  const isAgent = agentMatcher(rules);
  const parts = files.flatMap((file) => withinKind(file, kindOf));
  const toolFiles = parts.filter((file) => kindOf(file.path) === 'tool');
  const tools = toolChanges(toolFiles);
  const changes = parts.flatMap((file) => {
    const pins = pinChanges(file, rules.pins);
    return [...pins, ...fileChanges(file, kindOf(file.path), onlyPinsDiffer(file, pins))];
  });
  const reached = parts.filter(({ path }) => !isAgent(path)).flatMap((file) => linkedChanges(file, linked, rules));
  const silent = toolFiles.filter(({ path }) => !tools.some((tool) => tool.path === path));
  const all = [...changes, ...reached, ...tools, ...silent.map((file) => pathChange('code', file))];
  const ordered = ORDER.flatMap((kind) => all.filter((change) => change.kind === kind));
  const affecting = ordered.filter(({ kind }) => affects(kind));
  return { changes: ordered, affecting, notAffected: affecting.length > 0 ? null : reason(files, rules, ordered) };
}

/**
 * What the rules of an older commit say of the files that today's rules say nothing of, besides: the target branch may have moved the
 * agent since, and what a branch that was cut before then changes is the agent's all the same.
 */
export function withChangesBy(
  older: ChangeRules,
  found: ChangeSet,
  files: readonly ChangedFile[],
  linked: LinkedNames = NO_LINKS,
): ChangeSet {
  const told = new Set(
    found.changes.flatMap((change) => ('oldPath' in change ? [change.path, change.oldPath] : change.path)),
  );
  const more = findChanges(
    files.filter(({ path, oldPath }) => !told.has(path) && (oldPath === null || !told.has(oldPath))),
    older,
    linked,
  );
  if (more.affecting.length === 0) return found;
  const sorted = (a: readonly Change[], b: readonly Change[]): readonly Change[] =>
    ORDER.flatMap((kind) => [...a, ...b].filter((change) => change.kind === kind));
  return {
    changes: sorted(found.changes, more.changes),
    affecting: sorted(found.affecting, more.affecting),
    notAffected: null,
  };
}

/** Else a prompt moved into the corpus would look like a change of the corpus alone. */
function withinKind(file: ChangedFile, kindOf: (path: string) => PathKind): readonly ChangedFile[] {
  const { path, oldPath } = file;
  if (oldPath === null || kindOf(oldPath) === kindOf(path)) return [file];
  return [
    { path: oldPath, oldPath: null, status: 'removed', baseText: file.baseText, headText: null },
    { path, oldPath: null, status: 'added', baseText: null, headText: file.headText },
  ];
}

/** Tools are read together, see `toolChanges`. A file in which nothing but pins changed is told by its pins. */
function fileChanges(file: ChangedFile, kind: PathKind, onlyPins: boolean): readonly Change[] {
  if (kind === null || kind === 'tool') return [];
  if (kind === 'prompt') return [promptChange(file)];
  return onlyPins && affects(kind) ? [] : [pathChange(kind, file)];
}

function linkedChanges(file: ChangedFile, linked: LinkedNames, rules: ChangeRules): readonly Change[] {
  const paths = file.oldPath === null ? [file.path] : [file.path, file.oldPath];
  const names = paths.flatMap((path) => [...(linked.get(path) ?? [])]).filter(agentMatcher(rules));
  if (names.length === 0) return [];
  return names.map(classifier(rules)).includes('prompt') ? [promptChange(file)] : [pathChange('code', file)];
}

function promptChange({ path, status, oldPath, baseText, headText }: ChangedFile): Change {
  const unreadable = (baseText === null && status !== 'added') || (headText === null && status !== 'removed');
  const lines = unreadable ? [] : changedLines(baseText ?? '', headText ?? '');
  return { kind: 'prompt', path, status, oldPath, lines };
}

function pathChange(kind: 'code' | 'dependency' | 'corpus' | 'config', file: ChangedFile): Change {
  return { kind, path: file.path, status: file.status, oldPath: file.oldPath };
}

function reason(files: readonly ChangedFile[], rules: ChangeRules, changes: readonly Change[]): string {
  if (files.length === 0) return 'No file differs between base and head.';
  const count = files.length === 1 ? '1 file differs' : `${files.length} files differ`;
  const named = files.slice(0, MAX_NAMED_FILES).map(({ path }) => cut(path, 80));
  const more = files.length > named.length ? ` and ${files.length - named.length} more` : '';
  const own = changes.length === 0 ? '' : ' Changes of the corpus and the settings do not change the agent.';
  const paths = cut(rules.agent.join(', '), 200);
  return `${count} (${named.join(', ')}${more}), none of them a file of the agent (paths: ${paths}).${own}`;
}
