const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-HBMCS73D.js";
import "./chunk-XOQEI267.js";
import "./chunk-CADYEGMC.js";
import {
  EVERYTHING,
  behaviour,
  bringUpToDate,
  resultFolder,
  resultsIn,
  undatedIn
} from "./chunk-ABGJBUBW.js";
import {
  behaviourStatus,
  plausibleDays,
  resultNames
} from "./chunk-NMCZQGTG.js";
import {
  readTraffic
} from "./chunk-6HJW7NIY.js";
import "./chunk-SESIAISA.js";
import "./chunk-RSCXYHW7.js";
import "./chunk-WID66JMI.js";
import "./chunk-26PXTRBN.js";
import "./chunk-W35NTTMX.js";
import {
  appendSummary
} from "./chunk-EDNMH4EO.js";
import {
  readNoiseLine,
  showReservoir
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import {
  renderStatus,
  renderStatusMarkdown
} from "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import {
  dayText,
  replayRequest
} from "./chunk-XL6JFAHT.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import {
  UserError,
  messageOf
} from "./chunk-ZM4RGJPV.js";
import "./chunk-S3SHPBII.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import {
  $join,
  $resolve,
  $writeFile
} from "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
import "./chunk-GPPT27SZ.js";

// src/commands/status.ts
async function statusCommand(options, surroundings) {
  const reader = await readTraffic(options, surroundings);
  const folder = resultFolder(options.store, behaviour.id, surroundings);
  const { finished } = await bringUpToDate(reader, behaviour, folder, EVERYTHING, surroundings);
  const watched = finished ? await watchTraffic(options, surroundings) : null;
  const { line, problem } = readNoiseLine($resolve(surroundings.directory, options.store));
  if (problem !== null) surroundings.warn(problem);
  const { days, skewed } = plausibleDays([...resultsIn(folder, behaviour)]);
  const status = behaviourStatus(days);
  const report = {
    today: dayText(surroundings.now),
    behaviour: status,
    alarms: watched?.report.drifts ?? null,
    backfills: resultNames($join($resolve(surroundings.directory, options.store), "knowledge", "backfill")).map(
      (name) => ({
        name,
        days: resultFolder(options.store, { name, version: "" }, surroundings).days().length
      })
    ),
    undated: await undatedIn(reader),
    skewed,
    waitingBytes: reader.waitingBytes,
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
