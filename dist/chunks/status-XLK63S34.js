const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-MORM5JMP.js";
import "./chunk-5WEPMZZL.js";
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
} from "./chunk-YDPCUJK5.js";
import {
  trafficHistory
} from "./chunk-XD4OA5KT.js";
import "./chunk-7NEODYIP.js";
import "./chunk-4QHWKL5A.js";
import "./chunk-OYZYBEGT.js";
import "./chunk-QQ77GFUK.js";
import "./chunk-3SPUFXRO.js";
import "./chunk-H7TJI2PU.js";
import {
  appendSummary
} from "./chunk-COLK47M5.js";
import {
  ProgressLine
} from "./chunk-EKB2STDA.js";
import {
  readNoiseLine,
  showReservoir
} from "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import {
  renderStatus,
  renderStatusMarkdown
} from "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
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
