import { join } from 'node:path';
import { type CorpusEntry, type Retirement, readCorpusLines, readEntries, writeCorpusLines } from '../corpus/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import { terminalText } from '../report/index.ts';
import { isJsonObject, parseJson } from '../trace/index.ts';
import { noSuchCase } from './corpus-list.ts';
import { type CorpusOptions, corpusSources, openProject } from './corpus-project.ts';
import type { Surroundings } from './surroundings.ts';

interface CorpusRetireOptions extends CorpusOptions {
  readonly reason: string;
}

/** `pawl corpus retire`: the cases stay in their files with the reason, and are replayed no more. All of them or none. */
export async function corpusRetireCommand(
  ids: readonly string[],
  options: CorpusRetireOptions,
  surroundings: Surroundings,
): Promise<number> {
  const project = await openProject(options, surroundings);
  const sources = await corpusSources(project);
  const { entries } = await readEntries(sources);
  const retirement: Retirement = { reason: options.reason, at: surroundings.now.toISOString() };
  const chosen = entriesOf(ids, entries, retirement);
  for (const [file, own] of Map.groupBy(chosen, (entry) => entry.file)) {
    const source = sources.find(({ path }) => path === file);
    if (source === undefined) continue;
    const numbers = new Set(own.map(({ line }) => line));
    const lines = await readCorpusLines(source);
    const path = join(project.root, file);
    await writeCorpusLines(
      path,
      lines.map((line, i) => (numbers.has(i + 1) ? retired(line, retirement) : line)),
    );
  }
  for (const entry of chosen)
    surroundings.print(`${terminalText(entry.case.id, 80)}: retired in ${terminalText(entry.file, 200)}`);
  return 0;
}

/** @throws UserError with every id that cannot be retired. */
function entriesOf(
  ids: readonly string[],
  entries: readonly CorpusEntry[],
  { reason }: Retirement,
): readonly CorpusEntry[] {
  const problems: Problem[] =
    reason.trim() === '' ? [{ where: '--reason', message: 'expected a reason, received none', hint: null }] : [];
  const chosen = [...new Set(ids)].flatMap((id) => {
    const entry = entries.find((each) => each.case.id === id);
    if (entry === undefined) problems.push(noSuchCase(id));
    else if (entry.case.status === 'retired') {
      const why = cut(entry.case.retirement?.reason ?? 'no reason is given', 200);
      problems.push({ where: cut(id, 100), message: `it is retired already: ${why}`, hint: null });
    } else return [entry];
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
  return chosen;
}

/** The rest of the line stays as somebody wrote it. */
function retired(line: string, retirement: Retirement): string {
  const value = parseJson(line);
  if (!isJsonObject(value)) throw new Error('a line that was a case is none');
  return JSON.stringify({ ...value, status: 'retired', retirement });
}
