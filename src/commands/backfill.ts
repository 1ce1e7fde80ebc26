import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readHypothesis } from '../config/index.ts';
import { cut, messageOf, UserError } from '../errors.ts';
import { type DayResult, dayNumber, dayText, rateHistory, type Shard } from '../knowledge/index.ts';
import { renderBackfill } from '../report/index.ts';
import { type Asked, behaviour, bringUpToDate, type Definition, resultFolder, resultsIn } from './backfill-days.ts';
import { hypothesisDefinition } from './backfill-hypothesis.ts';
import type { Surroundings } from './surroundings.ts';
import { readTraffic, type TrafficStoreOptions } from './traffic-store.ts';

export interface BackfillOptions extends TrafficStoreOptions {
  readonly since?: string;
  readonly until?: string;
  readonly hypothesis?: string;
  readonly shard?: string;
  readonly json?: string;
}

/** `pawl backfill`: scans the kept traffic for what is not known of it yet. 4 = nothing to scan, or ended before the last day. */
export async function backfillCommand(options: BackfillOptions, surroundings: Surroundings): Promise<number> {
  const asked: Asked = {
    since: dayIn('--since', options.since),
    until: dayIn('--until', options.until),
    shard: options.shard === undefined ? null : shardIn(options.shard),
  };
  const { definition, says } = await definitionIn(options, surroundings);
  const reader = await readTraffic(options, surroundings);
  const folder = resultFolder(options.store, definition.id, surroundings);
  const { plan, finished } = await bringUpToDate(reader, definition, folder, asked, surroundings);
  const days = [...resultsIn(folder, definition)].filter(({ day }) => isAsked(day, asked));
  const trajectories = days.reduce((sum, { summaries }) => sum + summaries.trajectories, 0);
  const history = options.hypothesis === undefined ? null : rateHistory(days);
  const found = { days: days.length, trajectories, history, undated: reader.days().includes(null) };
  const { waitingBytes } = reader;
  surroundings.print(renderBackfill({ by: definition.id, says, plan, finished, ...found, waitingBytes }));
  if (options.json !== undefined) await writeTable(resolve(surroundings.directory, options.json), days);
  return finished && days.length > 0 ? 0 : 4;
}

/** A day's head and its groups, a JSON text a line: the files of the store one after another. */
async function writeTable(path: string, days: readonly DayResult[]): Promise<void> {
  await writeFile(path, days.map(dayText).join('')).catch((error: unknown) => {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  });
}

/** What is to be computed: a hypothesis, else all of behaviour. */
export async function definitionIn(
  { hypothesis: file }: Pick<BackfillOptions, 'hypothesis'>,
  { directory }: Pick<Surroundings, 'directory'>,
): Promise<{ readonly definition: Definition; readonly says: string | null }> {
  if (file === undefined) return { definition: behaviour, says: null };
  const text = await readFile(resolve(directory, file), 'utf8').catch((error: unknown) => {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  });
  const hypothesis = readHypothesis(text, file);
  return { definition: hypothesisDefinition(hypothesis), says: hypothesis.says };
}

function isAsked(day: string, { since, until }: Asked): boolean {
  return (since === null || day >= since) && (until === null || day <= until);
}

function dayIn(where: string, given: string | undefined): string | null {
  if (given === undefined) return null;
  if (dayNumber(given) !== null) return given;
  const message = `expected a day such as 2026-11-20, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}

const MAX_SHARDS = 1000;

function shardIn(given: string): Shard {
  const [number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []).slice(1).map(Number);
  if (number !== undefined && of !== undefined && number >= 1 && number <= of && of <= MAX_SHARDS)
    return { number, of };
  const message = `expected a number and how many there are, such as 1/8, received ${cut(given, 40)}`;
  throw new UserError({ where: '--shard', message, hint: null });
}
