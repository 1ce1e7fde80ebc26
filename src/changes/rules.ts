import { dirname, normalize } from 'node:path/posix';
import type { Change, ChangeRules } from './change.ts';
import { type PathMatcher, pathMatcher, takenOut } from './globs.ts';

/** What a path is by the rules. `null` = nothing that concerns the gate, but for the pin that it may hold. */
export type PathKind = Exclude<Change['kind'], 'model_pin'> | null;

/** Lock files and manifests: which libraries the agent runs with. */
const DEPENDENCY_FILES = [
  ...['package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'yarn.lock'],
  ...['bun.lock', 'bun.lockb', 'deno.lock', 'requirements*.txt', 'constraints*.txt', 'pyproject.toml', 'poetry.lock'],
  ...[
    'uv.lock',
    'Pipfile',
    'Pipfile.lock',
    'pdm.lock',
    'setup.py',
    'setup.cfg',
    'environment.{yml,yaml}',
    'go.{mod,sum}',
  ],
  ...['Cargo.{toml,lock}', 'Gemfile', 'Gemfile.lock', '*.gemspec', 'composer.{json,lock}', 'pom.xml'],
  ...['build.gradle{,.kts}', 'gradle.lockfile', 'mix.{exs,lock}', '*.csproj', 'packages.lock.json'],
].map((name) => `**/${name}`);

/** They decide what git writes into a checkout (line ends, encodings, filters), and so what the agent reads. */
const ATTRIBUTES = ['**/.gitattributes'];

/**
 * The first rule that fits decides: config, corpus, prompt, tool, dependency, code. Which libraries the agent runs with is said
 * where it is set up or above, which globs of its own files easily leave out: such a file counts unless one takes it out. So does
 * the file of a model pin, from which the agent reads what else stands beside its model.
 */
export function classifier(rules: ChangeRules): (path: string) => PathKind {
  const ordered: readonly (readonly [Exclude<PathKind, null>, PathMatcher])[] = [
    ['config', pathMatcher(rules.config)],
    ['corpus', pathMatcher(rules.corpus)],
    ['prompt', pathMatcher(rules.prompts)],
    ['tool', pathMatcher(rules.tools)],
  ];
  const isAgent = pathMatcher(rules.agent);
  const isDependency = pathMatcher(DEPENDENCY_FILES);
  const isAttributes = pathMatcher(ATTRIBUTES);
  const isTakenOut = takenOut(rules.agent);
  const setUpIn = foldersUpFrom(rules.root ?? '.');
  const pinned = new Set(rules.pins.map(({ file }) => file));
  return (path) => {
    const named = ordered.find(([, matches]) => matches(path));
    if (named !== undefined) return named[0];
    if (isAgent(path)) return isDependency(path) ? 'dependency' : 'code';
    if (isDependency(path) && setUpIn.has(dirname(path)) && !isTakenOut(path)) return 'dependency';
    return isAttributes(path) || (pinned.has(path) && !isTakenOut(path)) ? 'code' : null;
  };
}

function foldersUpFrom(root: string): ReadonlySet<string> {
  const folders = new Set(['.']);
  for (let folder = normalize(root).replace(/\/$/, ''); !folders.has(folder); folder = dirname(folder))
    folders.add(folder);
  return folders;
}

/** The files that make up the agent: their contents are its version. */
export function agentMatcher(rules: ChangeRules): PathMatcher {
  const kindOf = classifier(rules);
  const pinned = new Set(rules.pins.map(({ file }) => file));
  return (path) => pinned.has(path) || affects(kindOf(path));
}

/** Corpus and config say what the gate does, not what the agent does. */
export function affects(kind: PathKind | 'model_pin'): boolean {
  return kind !== null && kind !== 'corpus' && kind !== 'config';
}
