import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cut, messageOf, UserError } from '../errors.ts';
import { reproduce } from '../gate/index.ts';
import { parseReport, type Report, renderRepro } from '../report/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

interface ReproOptions extends ReplayOptions {
  readonly case: string;
  readonly trial?: string;
  readonly offline?: boolean;
}

/** `pawl repro REPORT --case ID`: one case of a report again, on this machine, base beside head. 0 = both trials were run, 4 = one of them was not, 5 = the answers at hand do not cover them. */
export async function reproCommand(path: string, options: ReproOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const trial = trialNumber(options.trial);
  const report = await readReport(resolve(surroundings.directory, path));
  const { base, head, warnings } = await reproduce({
    ...(await replayRequest('repro', options, surroundings, progress)),
    ...{ report, caseId: options.case, trial, mode: options.offline === true ? 'recorded' : 'live' },
    watch: progress.watch(surroundings.signal),
  });
  progress.end();
  for (const warning of warnings) surroundings.warn(warning);
  const ran = [base, head].filter((one) => one !== null);
  surroundings.print(renderRepro(options.case, ran, { color: surroundings.color, width: surroundings.width }));
  const standings = ran.map(({ trial }) => trial.standing);
  if (standings.includes('not_covered')) return 5;
  return standings.length === 2 && !standings.includes('errored') ? 0 : 4;
}

function trialNumber(given: string | undefined): number | null {
  if (given === undefined) return null;
  const number = Number(given);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new UserError({
    where: '--trial',
    message: `expected a whole number from 1, received ${cut(given, 40)}`,
    hint: 'leave it out for the trial that the report shows',
  });
}

async function readReport(file: string): Promise<Report> {
  try {
    return parseReport(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ where: file, message: messageOf(error), hint: 'give the JSON report that pawl gate wrote' });
  }
}
