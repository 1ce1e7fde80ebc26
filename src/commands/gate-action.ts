import { performance } from 'node:perf_hooks';
import { gate } from '../gate/index.ts';
import type { GateResult, StageOptions } from '../github/index.ts';
import { actionRequest, resultOf } from './action-request.ts';

/** The gate as the Action calls it: the same program, its result ready to be published. */
export async function runGateForAction(options: StageOptions, now: Date): Promise<GateResult> {
  const request = { ...(await actionRequest('gate', options, now)), attempt: options.attempt };
  return resultOf(await gate(request, () => performance.now()));
}
