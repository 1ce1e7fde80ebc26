import { performance } from 'node:perf_hooks';
import { gate } from '../gate/index.ts';
import type { GateOptions, GateResult } from '../github/index.ts';
import { actionRequest, resultOf } from './action-request.ts';

/** The gate as the Action calls it: the same program, its result ready to be published. */
export async function runGateForAction(options: GateOptions, now: Date): Promise<GateResult> {
  return resultOf(await gate(await actionRequest('gate', options, now), () => performance.now()));
}
