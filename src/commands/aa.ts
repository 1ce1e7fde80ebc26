import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { measureNoise } from '../gate/index.ts';
import { renderNoise } from '../report/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

interface NoiseOptions extends ReplayOptions {
  readonly ref: string;
  readonly pullRequests: string;
  readonly seed: string;
  readonly json?: string;
}

/** `pawl aa`: base against base, so that everybody can see how noisy the gate itself is. */
export async function noiseCommand(options: NoiseOptions, surroundings: Surroundings): Promise<number> {
  const pullRequests = Number(options.pullRequests);
  if (!Number.isInteger(pullRequests) || pullRequests < 1 || pullRequests > 100_000)
    throw new UserError({
      where: '--pull-requests',
      message: `expected a whole number from 1 to 100000, received ${options.pullRequests.slice(0, 40)}`,
      hint: '1000 is the default: its limits are about half a percent wide',
    });
  const progress = new ProgressLine(surroundings);
  const noise = await measureNoise({
    ...(await replayRequest('aa', options, surroundings, progress)),
    ...{ ref: options.ref, pullRequests, seed: options.seed, watch: progress.watch(surroundings.signal) },
  });
  progress.end();
  for (const warning of noise.warnings) surroundings.warn(warning);
  const { line, flakes, slices, inconclusive, errors, unmeasured, missing } = noise;
  if (line.pullRequests > 0) surroundings.print(renderNoise(noise, surroundings));
  if (options.json !== undefined) {
    const document = { version: 2, line, inconclusive, errors, unmeasured, flakes, slices };
    await writeFile(resolve(surroundings.directory, options.json), `${JSON.stringify(document, null, 2)}\n`);
  }
  if (missing > 0) surroundings.warn(`the run was ended: ${missing} trials were not run`);
  if (line.pullRequests < pullRequests)
    surroundings.warn(`${line.pullRequests} of ${pullRequests} pull requests were decided`);
  return missing > 0 || line.pullRequests < pullRequests ? 4 : 0;
}
