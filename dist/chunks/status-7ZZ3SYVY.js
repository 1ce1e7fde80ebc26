const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-V2B67R6K.js";
import "./chunk-SRYL2BZS.js";
import {
  EVERYTHING,
  behaviour,
  behaviourStatus,
  bringUpToDate,
  computedBy,
  plausibleDays,
  resultFolder,
  resultNames,
  resultsIn,
  undatedIn
} from "./chunk-PXGG66DV.js";
import {
  trafficHistory
} from "./chunk-MW2YXBU6.js";
import "./chunk-7PDCDVHA.js";
import "./chunk-CLNP6F2I.js";
import "./chunk-QPQKYFBG.js";
import "./chunk-GJL2LX6E.js";
import "./chunk-S6UASHNN.js";
import "./chunk-H7TJI2PU.js";
import {
  appendSummary
} from "./chunk-OO27HADG.js";
import {
  ProgressLine
} from "./chunk-EPCEIO2O.js";
import {
  readNoiseLine,
  showReservoir
} from "./chunk-JWHEAI77.js";
import "./chunk-FCDQQD56.js";
import "./chunk-2YJ7S2HO.js";
import "./chunk-YLBEKAGH.js";
import "./chunk-N2G7E7PN.js";
import {
  renderStatus,
  renderStatusMarkdown
} from "./chunk-4FYEQBVP.js";
import "./chunk-SX5J7RWD.js";
import "./chunk-36U2VBCX.js";
import {
  dayText,
  replayRequest
} from "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  messageOf
} from "./chunk-ZM4RGJPV.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $writeFile
} from "./chunk-OJTCYZZE.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/status.ts
async function statusCommand(options, surroundings) {
  const history = await trafficHistory(options, surroundings);
  const folder = resultFolder(options.store, behaviour.id, surroundings);
  const { finished } = await bringUpToDate(history, behaviour, folder, EVERYTHING, surroundings);
  const watched = finished ? await watchTraffic(options, surroundings) : null;
  const { line, problem } = readNoiseLine($resolve(surroundings.directory, options.store));
  if (problem !== null) surroundings.warn(problem);
  const { days, skewed } = plausibleDays(
    [...resultsIn(folder, computedBy(behaviour, history))],
    dayText(surroundings.now)
  );
  const status = behaviourStatus(days);
  const report = {
    today: dayText(surroundings.now),
    behaviour: status,
    alarms: watched === null || watched.report.watched === 0 ? null : watched.report.drifts,
    backfills: resultNames($join($resolve(surroundings.directory, options.store), "knowledge", "backfill")).map(
      (name) => ({
        name,
        days: resultFolder(options.store, { name, version: "" }, surroundings).days().length
      })
    ),
    undated: await undatedIn(history.reader),
    skewed,
    waitingBytes: history.reader.waitingBytes,
    noise: line,
    reservoir: options.reservoir === true ? await reservoirState(options, surroundings) : null
  };
  surroundings.print(renderStatus(report));
  await publish(options, report, surroundings);
  return status === null || !finished ? 4 : 0;
}
async function publish({ markdown }, report, { directory, environment, warn }) {
  const text = renderStatusMarkdown(report);
  if (environment.GITHUB_STEP_SUMMARY) for (const problem of appendSummary(environment, text)) warn(problem);
  if (markdown === void 0) return;
  await $writeFile($resolve(directory, markdown), `${text}
`).catch((error) => {
    throw new UserError({ where: markdown, message: `could not be written: ${messageOf(error)}`, hint: null });
  });
}
var DEFAULT_CONFIG = "pawl.yml";
async function reservoirState({ config = DEFAULT_CONFIG, store, ref }, surroundings) {
  const progress = new ProgressLine(surroundings);
  try {
    const { cases, wantedPerCase } = await showReservoir({
      ...await replayRequest("status", { config, store }, surroundings, progress),
      ...{ ref, watch: progress.watch(surroundings.signal) }
    });
    return {
      cases: cases.length,
      full: cases.filter(({ trials }) => trials >= wantedPerCase).length,
      trials: cases.reduce((sum, { trials }) => sum + trials, 0)
    };
  } catch (error) {
    if (error instanceof UserError) return error.problems[0]?.message ?? error.message;
    throw error;
  } finally {
    progress.end();
  }
}
export {
  statusCommand
};
