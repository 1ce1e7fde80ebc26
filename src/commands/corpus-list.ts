import { readEntries } from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import { renderCase, renderCases, terminalText } from '../report/index.ts';
import { type CorpusOptions, corpusSources, openProject } from './corpus-project.ts';
import type { Surroundings } from './surroundings.ts';

interface CorpusListOptions extends CorpusOptions {
  readonly slice?: readonly string[];
  readonly status?: string;
  readonly json?: boolean;
}

const MAX_CHARS = 400;

/** `pawl corpus list`: the cases of all corpus files. Ends with 4 where some lines could not be read. */
export async function corpusListCommand(options: CorpusListOptions, surroundings: Surroundings): Promise<number> {
  const { entries, problems } = await allEntries(options, surroundings);
  const { slice: slices = [], status } = options;
  const chosen = entries.filter(
    ({ case: one }) =>
      (status === undefined || one.status === status) && slices.every((slice) => one.slices.includes(slice)),
  );
  if (options.json === true) surroundings.print(JSON.stringify({ v: 1, cases: chosen }, null, 2));
  else surroundings.print(renderCases(chosen));
  for (const { file, line, reason } of problems)
    surroundings.warn(`unreadable: ${terminalText(`${file}${line === null ? '' : `:${line}`}: ${reason}`, MAX_CHARS)}`);
  return problems.length === 0 ? 0 : 4;
}

interface CorpusShowOptions extends CorpusOptions {
  readonly json?: boolean;
}

/** `pawl corpus show`: one case. */
export async function corpusShowCommand(
  id: string,
  options: CorpusShowOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { entries } = await allEntries(options, surroundings);
  const entry = entries.find((each) => each.case.id === id);
  if (entry === undefined) throw new UserError(noSuchCase(id));
  surroundings.print(options.json === true ? JSON.stringify(entry, null, 2) : renderCase(entry));
  return 0;
}

export function noSuchCase(id: string) {
  return { where: cut(id, 100), message: 'no corpus file has such a case', hint: 'pawl corpus list shows them all' };
}

async function allEntries(options: CorpusOptions, surroundings: Surroundings) {
  return readEntries(await corpusSources(await openProject(options, surroundings)));
}
