import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-WSNSWWBB.js";
import "./chunk-5Q74J72Q.js";
import {
  EVERYTHING,
  behaviour,
  behaviourStatus,
  bringUpToDate,
  plausibleDays,
  resultFolder,
  resultNames,
  resultsIn,
  undatedIn
} from "./chunk-5HAHAWJW.js";
import {
  readTraffic
} from "./chunk-6FU7B3BM.js";
import "./chunk-CJKXYSXD.js";
import "./chunk-CE7JBEF7.js";
import "./chunk-QWVB3G7E.js";
import "./chunk-RDXNJSG3.js";
import {
  appendSummary
} from "./chunk-HLZFQDGA.js";
import {
  readNoiseLine,
  showReservoir
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import {
  ProgressLine
} from "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import {
  renderStatus,
  renderStatusMarkdown
} from "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import {
  dayText,
  replayRequest
} from "./chunk-I5LRA7YP.js";
import {
  UserError,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-5IDBHXP5.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";

// src/commands/status.ts
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
async function statusCommand(options, surroundings) {
  const reader = await readTraffic(options, surroundings);
  const folder = resultFolder(options.store, behaviour.id, surroundings);
  const { finished } = await bringUpToDate(reader, behaviour, folder, EVERYTHING, surroundings);
  const watched = finished ? await watchTraffic(options, surroundings) : null;
  const { line, problem } = readNoiseLine(resolve(surroundings.directory, options.store));
  if (problem !== null) surroundings.warn(problem);
  const { days, skewed } = plausibleDays([...resultsIn(folder, behaviour)]);
  const status = behaviourStatus(days);
  const report = {
    today: dayText(surroundings.now),
    behaviour: status,
    alarms: watched?.report.drifts ?? null,
    backfills: resultNames(join(resolve(surroundings.directory, options.store), "knowledge", "backfill")).map(
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
  await writeFile(resolve(directory, markdown), `${text}
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
