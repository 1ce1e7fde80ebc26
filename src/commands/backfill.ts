import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readHypothesis, readReadOnlyTools } from '../config/index.ts';
import { cut, messageOf, UserError } from '../errors.ts';
import { type DayResult, dayNumber, dayText, plausibleDays, rateHistory, type Shard } from '../knowledge/index.ts';
import { renderBackfill } from '../report/index.ts';
import {
  type Asked,
  behaviour,
  bringUpToDate,
  computedBy,
  type Definition,
  resultFolder,
  resultsIn,
} from './backfill-days.ts';
import { hypothesisDefinition } from './backfill-hypothesis.ts';
import { dayText as dayOfNow } from './options.ts';
import { settingsPart } from './settings-part.ts';
import type { Surroundings } from './surroundings.ts';
import { type TrafficWriterOptions, trafficHistory } from './traffic-store.ts';

export interface BackfillOptions extends TrafficWriterOptions {
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
  const history = await trafficHistory(options, surroundings);
  const folder = resultFolder(options.store, definition.id, surroundings);
  const { plan, finished } = await bringUpToDate(history, definition, folder, asked, surroundings);
  const by = computedBy(definition, history);
  const days = [...resultsIn(folder, by)].filter(({ day }) => isAsked(day, asked));
  const trajectories = days.reduce((sum, { summaries }) => sum + summaries.trajectories, 0);
  const isHypothesis = options.hypothesis !== undefined;
  const { days: plausible, skewed } = plausibleDays(days, dayOfNow(surroundings.now));
  const rates = isHypothesis ? rateHistory(plausible) : null;
  const { waitingBytes } = history.reader;
  const found = { days: days.length, trajectories, rates, skewed, undated: history.reader.days().includes(null) };
  surroundings.print(renderBackfill({ by, says, plan, finished, ...found, waitingBytes }));
  if (options.json !== undefined)
    await writeTable(resolve(surroundings.directory, options.json), days, isHypothesis ? rateLines(days) : []);
  return finished && days.length > 0 ? 0 : 4;
}

/** A day's head and its groups, a JSON text a line: the files of the store one after another; then further lines. */
async function writeTable(path: string, days: readonly DayResult[], more: readonly string[]): Promise<void> {
  await writeFile(path, [...days.map(dayText), ...more.map((line) => `${line}\n`)].join('')).catch((error: unknown) => {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  });
}

/** The rate of each group and day with its 95 % interval, a JSON text each. */
function rateLines(days: readonly DayResult[]): readonly string[] {
  return rateHistory(days, 'day').groups.flatMap(({ group, periods }) =>
    periods.map(({ from: day, limits, ...counts }) => JSON.stringify({ rate: { group, day, ...counts, limits } })),
  );
}

/** What is to be computed: a hypothesis, else all of behaviour. */
export async function definitionIn(
  { hypothesis: file, config }: Pick<BackfillOptions, 'hypothesis' | 'config'>,
  surroundings: Pick<Surroundings, 'directory'>,
): Promise<{ readonly definition: Definition; readonly says: string | null }> {
  if (file === undefined) return { definition: behaviour, says: null };
  const text = await readFile(resolve(surroundings.directory, file), 'utf8').catch((error: unknown) => {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  });
  const hypothesis = readHypothesis(text, file);
  const { part: readOnly } = await settingsPart(config, surroundings, readReadOnlyTools);
  return { definition: hypothesisDefinition(hypothesis, readOnly), says: hypothesis.says };
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
