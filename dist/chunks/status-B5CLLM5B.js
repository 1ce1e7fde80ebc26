const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-A64H3MQC.js";
import "./chunk-2LBX4MYL.js";
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
} from "./chunk-NTUJ6SHI.js";
import {
  trafficHistory
} from "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-MBACCWPR.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-H7TJI2PU.js";
import {
  appendSummary
} from "./chunk-WFO4ORFU.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  readNoiseLine,
  showReservoir
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  renderStatus,
  renderStatusMarkdown
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  dayText,
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/status.ts
var LOG_COLUMNS = 160;
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
  surroundings.print(renderStatus(report, surroundings.terminal ? surroundings.width : LOG_COLUMNS));
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
