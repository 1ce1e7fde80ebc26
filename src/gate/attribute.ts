import type { Attribution } from '../report/index.ts';
import { bisectCommits } from './bisect-commits.ts';
import { fillReservoir } from './fill.ts';
import { replayMixture } from './replay-mixture.ts';
import { type AttributeRequest, findSuspects } from './suspects.ts';
import { swapFactors } from './swap-factors.ts';

export type { AttributeRequest } from './suspects.ts';

/** More factors have more combinations than it is worth to replay. */
const MAX_FACTORS = 3;

/**
 * Which of several changes between two commits caused a regression: an experiment on base's corpus. Up to three kinds of change
 * are swapped one at a time, all combinations; of more, or where asked, the commits are bisected. Base's own trials are drawn
 * once and serve all.
 * @throws UserError for what the user must change, and where the run was ended
 */
export async function attribute(request: AttributeRequest): Promise<Attribution> {
  const suspects = await findSuspects(request);
  const { base, head, overrides, factors } = suspects;
  const { slices, watch } = request;
  const warnings: string[] = [];
  if (factors.length > 0 && request.mode === 'live')
    warnings.push(...(await fillReservoir({ ...request, overrides, ref: base, slices, watch })).warnings);
  const whole = await replayMixture({ head, paths: factors.flatMap(({ paths }) => paths) }, suspects, request);
  const swaps = factors.length <= MAX_FACTORS && !request.bisect;
  const result = swaps
    ? await swapFactors(suspects, request, whole, warnings)
    : await bisectCommits(suspects, request, whole, warnings);
  const { verdict, regressed } = whole;
  return { version: 1, base, head, slices, regressed, verdict, result, warnings: [...new Set(warnings)] };
}
