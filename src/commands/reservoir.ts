import { RESERVOIR_MIN } from '../compare/index.ts';
import { checkReservoir, fillReservoir, type ReservoirState, showReservoir } from '../gate/index.ts';
import { terminalText } from '../report/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

interface FillOptions extends ReplayOptions {
  readonly ref: string;
}

/** `pawl reservoir fill`: base's own trials, drawn once on main. */
export async function fillCommand(options: FillOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const filled = await fillReservoir({
    ...(await replayRequest('base', options, surroundings, progress)),
    ref: options.ref,
    slices: null,
    watch: progress.watch(surroundings.signal),
  });
  progress.end();
  for (const warning of filled.warnings) surroundings.warn(warning);
  const { cases, drawn, alreadyStored, notKept, missing, providerCalls } = filled;
  surroundings.print(
    `${cases} cases: ${drawn} base trials drawn with ${providerCalls} provider calls, ${alreadyStored} were in the store, ${notKept} were cut short and are not kept`,
  );
  if (missing > 0) surroundings.warn(`the run was ended: ${missing} trials were not run`);
  return notKept + missing === 0 ? 0 : 4;
}

/** `pawl reservoir show`: how many trials of each case the store holds for a commit. */
export async function showCommand(options: FillOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const state = await showReservoir({
    ...(await replayRequest('show', options, surroundings, progress)),
    ...{ ref: options.ref, watch: progress.watch(surroundings.signal) },
  });
  for (const warning of state.warnings) surroundings.warn(warning);
  surroundings.print(stateText(state));
  return 0;
}

const MAX_THIN = 20;

function stateText({ cases, wantedPerCase, agentHash }: ReservoirState): string {
  const full = cases.filter(({ trials }) => trials >= wantedPerCase).length;
  const thin = cases.filter(({ trials }) => trials < RESERVOIR_MIN);
  const total = cases.reduce((sum, { trials }) => sum + trials, 0);
  const rest = thin.length > MAX_THIN ? [`and ${thin.length - MAX_THIN} more`] : [];
  return [
    `agent ${agentHash.slice(0, 12)}: ${total} stored trials of ${cases.length} cases`,
    `${full} cases with all ${wantedPerCase}, ${cases.length - full - thin.length} with some, ${thin.length} with fewer than ${RESERVOIR_MIN}: a gate draws those in pairs`,
    ...thin.slice(0, MAX_THIN).map(({ caseId, trials }) => `  ${terminalText(caseId, 80)}: ${trials}`),
    ...rest,
  ].join('\n');
}

/** `pawl reservoir check`: whether a commit's agent still asks what the stored answers answer. */
export async function checkCommand(options: FillOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const { cases, sameAgent, sameRequests, notCovered, missing, warnings } = await checkReservoir({
    ...(await replayRequest('check', options, surroundings, progress)),
    ...{ ref: options.ref, watch: progress.watch(surroundings.signal) },
  });
  progress.end();
  for (const warning of warnings) surroundings.warn(warning);
  surroundings.print(
    `${cases} cases: ${sameAgent} trials of this very agent, ${sameRequests} of another version that it repeats request by request, ${notCovered} not covered by stored answers`,
  );
  if (missing > 0) surroundings.warn(`${missing} trials were not run to their end`);
  return notCovered + missing === 0 ? 0 : 4;
}
