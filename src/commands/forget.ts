import { defaultConfigPath } from '../config/index.ts';
import { readEntries } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import { terminalText } from '../report/index.ts';
import { dropResults } from './backfill-days.ts';
import { corpusSources, openProject } from './corpus-project.ts';
import { foldAll } from './ingest.ts';
import { dropObserved } from './observed-days.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { openTraffic, readTraffic, type TrafficWriterOptions } from './traffic-store.ts';

export interface ForgetOptions extends TrafficWriterOptions {
  readonly user?: string;
}

/** `pawl forget TRACE_ID | --user ID`: takes a trace, or all of a user, out of every file of the traffic store. */
export async function forgetCommand(
  traceId: string | undefined,
  { user, ...options }: ForgetOptions,
  surroundings: Surroundings,
): Promise<number> {
  const id = traceId ?? user;
  if (id === undefined || (traceId !== undefined && user !== undefined)) {
    const message = 'expected either the id of a trace or --user with an id';
    throw new UserError({ where: 'pawl forget', message, hint: null });
  }
  if (id.trim() === '') {
    const message = `expected an id, received ${JSON.stringify(id)}`;
    throw new UserError({ where: 'pawl forget', message, hint: 'is a variable that names it empty?' });
  }
  const reader = await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    const kind = user === undefined ? 'trace' : 'user';
    await foldAll(store, surroundings);
    const progress = new ProgressLine(surroundings, 'traces');
    const counts = await store
      .forget(kind, id, surroundings.signal, progress.rewriting())
      .finally(() => progress.end());
    for (const notice of store.notices) surroundings.warn(notice);
    if (counts === null) {
      surroundings.warn('interrupted: nothing was forgotten; run the same command again');
      return 4;
    }
    dropObserved(reader, options, surroundings);
    dropResults(reader, options, surroundings);
    const { entries, parts } = counts;
    if (entries + parts === 0) {
      const hint = kind === 'user' ? ': ids are compared letter by letter, upper and lower case too' : '';
      surroundings.warn(`nothing in this store is of this ${kind}${hint}`);
    }
    const what = entries === 1 ? '1 trace or run' : `${entries} traces and runs`;
    for (const line of await casesOf(counts.ids, options, surroundings)) surroundings.warn(line);
    surroundings.print(`${what} forgotten, ${parts === 1 ? '1 part' : `${parts} parts`} of the store written anew`);
    return 0;
  } finally {
    store.close();
  }
}

const SHOWN_CASES = 20;
const MAX_PLACE_CHARS = 200;

/** Cases are the repository's: nothing takes them out of its files, and out of its history, but people. */
async function casesOf(
  ids: readonly string[],
  { config = defaultConfigPath }: ForgetOptions,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const project = await openProject({ config }, surroundings).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  if (project === null)
    return ['cases that were drawn from what was forgotten stay in their corpus files: remove their lines'];
  const gone = new Set<string | null>(ids);
  const { entries } = await readEntries(await corpusSources(project));
  const drawn = entries.filter(({ case: { id, source } }) =>
    [id, source.traceId, source.drawn?.trajectoryId ?? null].some((one) => gone.has(one)),
  );
  const shown = drawn
    .slice(0, SHOWN_CASES)
    .map(({ file, line }) => `a case that was drawn from what was forgotten stays: remove ${placeOf(file, line)}`);
  return drawn.length > shown.length ? [...shown, `and ${drawn.length - shown.length} more such cases`] : shown;
}

function placeOf(file: string, line: number): string {
  return `${terminalText(file, MAX_PLACE_CHARS)}:${line}`;
}
