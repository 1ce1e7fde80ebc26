const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  checkReservoir,
  fillReservoir,
  showReservoir
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import {
  RESERVOIR_MIN
} from "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  terminalText
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/reservoir.ts
async function fillCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const filled = await fillReservoir({
    ...await replayRequest("base", options, surroundings, progress),
    ref: options.ref,
    slices: null,
    watch: progress.watch(surroundings.signal)
  });
  progress.end();
  for (const warning of filled.warnings) surroundings.warn(warning);
  const { cases, drawn, alreadyStored, notKept, missing, providerCalls } = filled;
  surroundings.print(
    `${cases} cases: ${drawn} base trials drawn with ${providerCalls} provider calls, ${alreadyStored} were in the store, ${notKept} were cut short and are not kept`
  );
  if (missing > 0) surroundings.warn(`the run was ended: ${missing} trials were not run`);
  return notKept + missing === 0 ? 0 : 4;
}
async function showCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const state = await showReservoir({
    ...await replayRequest("show", options, surroundings, progress),
    ...{ ref: options.ref, watch: progress.watch(surroundings.signal) }
  });
  for (const warning of state.warnings) surroundings.warn(warning);
  surroundings.print(stateText(state));
  return 0;
}
var MAX_THIN = 20;
function stateText({ cases, wantedPerCase, agentHash }) {
  const full = cases.filter(({ trials }) => trials >= wantedPerCase).length;
  const thin = cases.filter(({ trials }) => trials < RESERVOIR_MIN);
  const total = cases.reduce((sum, { trials }) => sum + trials, 0);
  const rest = thin.length > MAX_THIN ? [`and ${thin.length - MAX_THIN} more`] : [];
  return [
    `agent ${agentHash.slice(0, 12)}: ${total} stored trials of ${cases.length} cases`,
    `${full} cases with all ${wantedPerCase}, ${cases.length - full - thin.length} with some, ${thin.length} with fewer than ${RESERVOIR_MIN}: a gate draws those in pairs`,
    ...thin.slice(0, MAX_THIN).map(({ caseId, trials }) => `  ${terminalText(caseId, 80)}: ${trials}`),
    ...rest
  ].join("\n");
}
async function checkCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const { cases, sameAgent, sameRequests, notCovered, missing, warnings } = await checkReservoir({
    ...await replayRequest("check", options, surroundings, progress),
    ...{ ref: options.ref, watch: progress.watch(surroundings.signal) }
  });
  progress.end();
  for (const warning of warnings) surroundings.warn(warning);
  surroundings.print(
    `${cases} cases: ${sameAgent} trials of this very agent, ${sameRequests} of another version that it repeats request by request, ${notCovered} not covered by stored answers`
  );
  if (missing > 0) surroundings.warn(`${missing} trials were not run to their end`);
  return notCovered + missing === 0 ? 0 : 4;
}
export {
  checkCommand,
  fillCommand,
  showCommand
};
