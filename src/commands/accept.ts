import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mergeBase, resolveCommit, sideFiles, sideText } from '../changes/index.ts';
import { acceptedPath, defaultConfigPath, isDay, type WrittenAcceptance, withAcceptance } from '../config/index.ts';
import { type Case, readCorpus } from '../corpus/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import { acceptableNames } from '../gate/index.ts';
import { terminalText } from '../report/index.ts';
import { nearestName } from '../trace/index.ts';
import { type CorpusOptions, corpusSources, openProject } from './corpus-project.ts';
import { dayText } from './options.ts';
import type { Surroundings } from './surroundings.ts';

interface AcceptOptions extends CorpusOptions {
  readonly reason: string;
  readonly until: string;
  /** The target branch: a case that the change removes is named there alone. */
  readonly base: string;
  readonly as?: 'case' | 'slice';
}

/** `pawl accept`: declares in `.pawl/accepted.yml` that a case or a slice gets worse and is meant to. All names or none. */
export async function acceptCommand(
  names: readonly string[],
  options: AcceptOptions,
  surroundings: Surroundings,
): Promise<number> {
  const project = await openProject(options, surroundings);
  const { root, settings } = project;
  const target = await resolveCommit(root, options.base);
  const sha = await mergeBase(root, target, await resolveCommit(root, 'HEAD'));
  const base = await readCorpus(await sideFiles(root, { kind: 'commit', sha }, settings.corpus));
  const own = await readCorpus(await corpusSources(project));
  const entries = entriesOf(names, [...base.cases, ...own.cases], options, dayText(surroundings.now));
  const path = join(root, acceptedPath);
  const before = await sideText(root, { kind: 'worktree' }, acceptedPath);
  let text = before;
  for (const entry of entries) text = withAcceptance(text, entry);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text ?? '');
  for (const { kind, name, until } of entries)
    surroundings.print(`${kind} ${terminalText(name, 80)}: accepted until ${until} in ${acceptedPath}`);
  surroundings.print('Commit it with the change: whoever reviews the one reviews the other.');
  return 0;
}

/** @throws UserError with everything that is wrong with names and options. */
function entriesOf(
  names: readonly string[],
  cases: readonly Case[],
  options: AcceptOptions,
  today: string,
): readonly WrittenAcceptance[] {
  const { reason, until } = options;
  const problems: Problem[] = [];
  if (reason.trim() === '')
    problems.push({ where: '--reason', message: 'expected a reason, received none', hint: null });
  if (!isDay(until)) {
    const message = `expected a day such as 2026-12-31, received ${cut(until, 40)}`;
    problems.push({ where: '--until', message, hint: null });
  } else if (until < today) {
    problems.push({ where: '--until', message: `expected a day from ${today} on, received ${until}`, hint: null });
  }
  const known = acceptableNames(cases);
  const config = options.config === defaultConfigPath ? null : options.config;
  const entries = [...new Set(names)].flatMap((name): WrittenAcceptance[] => {
    const kinds = (['case', 'slice'] as const).filter((kind) => known[kind].has(name) && (options.as ?? kind) === kind);
    const [kind, other] = kinds;
    if (kind !== undefined && other === undefined) return [{ kind, name, reason: reason.trim(), until, config }];
    problems.push(kind === undefined ? unknown(name, known, options.as) : ambiguous(name));
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
  return entries;
}

function unknown(name: string, known: ReturnType<typeof acceptableNames>, as: AcceptOptions['as']): Problem {
  const kinds = as === undefined ? (['slice', 'case'] as const) : [as];
  const near = kinds.flatMap((kind) => nearestName(name, [...known[kind]]) ?? []);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'pawl corpus list shows cases and their slices';
  const message = `the corpus has no such ${kinds.toReversed().join(' or ')}, neither here nor on the target branch`;
  return { where: cut(name, 100), message, hint };
}

function ambiguous(name: string): Problem {
  const message = 'the corpus has a case and a slice of this name';
  return { where: cut(name, 100), message, hint: 'say which with --as case or --as slice' };
}
