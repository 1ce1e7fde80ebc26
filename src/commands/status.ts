import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import { readNoiseLine, showReservoir } from '../gate/index.ts';
import { appendSummary } from '../github/index.ts';
import { behaviourStatus, plausibleDays, resultNames } from '../knowledge/index.ts';
import { renderStatus, renderStatusMarkdown, type StatusReport } from '../report/index.ts';
import {
  behaviour,
  bringUpToDate,
  computedBy,
  EVERYTHING,
  resultFolder,
  resultsIn,
  undatedIn,
} from './backfill-days.ts';
import { type DriftOptions, watchTraffic } from './drift.ts';
import { dayText, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { trafficHistory } from './traffic-store.ts';

interface StatusOptions extends Omit<DriftOptions, 'json'> {
  readonly markdown?: string;
  readonly reservoir?: boolean;
}

/** A log scrolls sideways. */
const LOG_COLUMNS = 160;

/** `pawl status`: how the agent behaves, what alarms, what is known. 4 = nothing is known of any day. */
export async function statusCommand(options: StatusOptions, surroundings: Surroundings): Promise<number> {
  const history = await trafficHistory(options, surroundings);
  const folder = resultFolder(options.store, behaviour.id, surroundings);
  const { finished } = await bringUpToDate(history, behaviour, folder, EVERYTHING, surroundings);
  const watched = finished ? await watchTraffic(options, surroundings) : null;
  const { line, problem } = readNoiseLine(resolve(surroundings.directory, options.store));
  if (problem !== null) surroundings.warn(problem);
  const { days, skewed } = plausibleDays(
    [...resultsIn(folder, computedBy(behaviour, history))],
    dayText(surroundings.now),
  );
  const status = behaviourStatus(days);
  const report: StatusReport = {
    today: dayText(surroundings.now),
    behaviour: status,
    alarms: watched === null || watched.report.watched === 0 ? null : watched.report.drifts,
    backfills: resultNames(join(resolve(surroundings.directory, options.store), 'knowledge', 'backfill')).map(
      (name) => ({
        name,
        days: resultFolder(options.store, { name, version: '' }, surroundings).days().length,
      }),
    ),
    undated: await undatedIn(history.reader),
    skewed,
    waitingBytes: history.reader.waitingBytes,
    noise: line,
    reservoir: options.reservoir === true ? await reservoirState(options, surroundings) : null,
  };
  surroundings.print(renderStatus(report, surroundings.terminal ? surroundings.width : LOG_COLUMNS));
  await publish(options, report, surroundings);
  return status === null || !finished ? 4 : 0;
}

/** As Markdown into a file, and into the job's summary where a workflow runs it. */
async function publish(
  { markdown }: Pick<StatusOptions, 'markdown'>,
  report: StatusReport,
  { directory, environment, warn }: Surroundings,
): Promise<void> {
  const text = renderStatusMarkdown(report);
  if (environment.GITHUB_STEP_SUMMARY) for (const problem of appendSummary(environment, text)) warn(problem);
  if (markdown === undefined) return;
  await writeFile(resolve(directory, markdown), `${text}\n`).catch((error: unknown) => {
    throw new UserError({ where: markdown, message: `could not be written: ${messageOf(error)}`, hint: null });
  });
}

const DEFAULT_CONFIG = 'pawl.yml';

/** Why the reservoir cannot be read is a line of the status, not its end. */
async function reservoirState(
  { config = DEFAULT_CONFIG, store, ref }: StatusOptions,
  surroundings: Surroundings,
): Promise<StatusReport['reservoir']> {
  const progress = new ProgressLine(surroundings);
  try {
    const { cases, wantedPerCase } = await showReservoir({
      ...(await replayRequest('status', { config, store }, surroundings, progress)),
      ...{ ref, watch: progress.watch(surroundings.signal) },
    });
    return {
      cases: cases.length,
      full: cases.filter(({ trials }) => trials >= wantedPerCase).length,
      trials: cases.reduce((sum, { trials }) => sum + trials, 0),
    };
  } catch (error) {
    if (error instanceof UserError) return error.problems[0]?.message ?? error.message;
    throw error;
  } finally {
    progress.end();
  }
}
