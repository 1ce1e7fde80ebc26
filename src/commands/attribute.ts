import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { attribute } from '../gate/index.ts';
import { type Attribution, renderAttribution, renderAttributionMarkdown } from '../report/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { ReportFiles } from './show-report.ts';
import type { Surroundings } from './surroundings.ts';

interface AttributeOptions extends ReplayOptions, ReportFiles {
  readonly base: string;
  readonly head: string;
  readonly bisect?: boolean;
  readonly offline?: boolean;
  readonly slice?: readonly string[];
}

/** `pawl attribute`: which of several changes caused a regression. 0 = it is answered, 4 = head could not be judged, 5 = open. */
export async function attributeCommand(options: AttributeOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const found = await attribute({
    ...(await replayRequest('attribute', options, surroundings, progress)),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? 'recorded' : 'live',
    bisect: options.bisect === true,
    watch: progress.watch(surroundings.signal),
  });
  progress.end();
  surroundings.print(renderAttribution(found));
  const place = (file: string): string => resolve(surroundings.directory, file);
  if (options.json !== undefined) await writeFile(place(options.json), `${JSON.stringify(found, null, 2)}\n`);
  if (options.markdown !== undefined) await writeFile(place(options.markdown), renderAttributionMarkdown(found));
  return exitCodeOf(found);
}

function exitCodeOf({ verdict, result }: Attribution): number {
  if (verdict === 'error') return 4;
  return result.conclusion.kind === 'inconclusive' ? 5 : 0;
}
