const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-4T2TRZOO.js";
import "./chunk-IGR72EBU.js";
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
} from "./chunk-VRTFLLVT.js";
import {
  trafficHistory
} from "./chunk-SHUHF4HG.js";
import "./chunk-OBHRYUCN.js";
import "./chunk-2CE62MJU.js";
import "./chunk-RDHGR4VB.js";
import "./chunk-BZDROIBL.js";
import "./chunk-D2OO65IP.js";
import "./chunk-4IWIEZDS.js";
import {
  appendSummary
} from "./chunk-OLWRXEJM.js";
import {
  ProgressLine
} from "./chunk-HZ5ZJS6A.js";
import {
  readNoiseLine,
  showReservoir
} from "./chunk-7OHXNMP5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-SP7F3HAA.js";
import "./chunk-PFHCS465.js";
import "./chunk-TAO7OB7V.js";
import {
  renderStatus,
  renderStatusMarkdown
} from "./chunk-S4ONIF3O.js";
import "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
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
