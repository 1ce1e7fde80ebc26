const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  slicerWith,
  slowLines,
  trafficSlicer
} from "./chunk-SESIAISA.js";
import {
  keyIn,
  redactorWith
} from "./chunk-RSCXYHW7.js";
import {
  settingsPart
} from "./chunk-26PXTRBN.js";
import {
  DEFAULT_SLICES,
  TrafficReader,
  TrafficStore,
  cohortsOf,
  readRedactionSettings,
  readSlices
} from "./chunk-G4GIGDAN.js";
import {
  REDACTION_KINDS,
  readTrace
} from "./chunk-J3NEQIJ4.js";
import {
  $resolve
} from "./chunk-IDZKS7TG.js";

// src/commands/traffic-store.ts
function readTraffic(options, surroundings) {
  return TrafficReader.open(directoryOf(options, surroundings));
}
async function openTraffic(options, surroundings) {
  const { part: settings } = await settingsPart(options.config, surroundings, readRedactionSettings);
  const { part: definitions } = await settingsPart(options.config, surroundings, readSlices);
  return TrafficStore.open(directoryOf(options, surroundings), {
    projection: projectionBy(await trafficSlicer(definitions, surroundings)),
    key: keyIn(surroundings.environment, settings),
    redactorOf: (key) => redactorWith(key, settings, REDACTION_KINDS)
  });
}
function directoryOf({ store }, { directory }) {
  return $resolve(directory, store);
}
function projectionBy(slicer) {
  return {
    assemble: readTrace,
    labels: (trajectory) => ({
      slices: slicer.slicesOf(trajectory).map(({ name }) => name),
      cohorts: cohortsOf(trajectory)
    }),
    slicesVersion: slicer.version,
    notices: () => slowLines(slicer)
  };
}
var trafficProjection = projectionBy(slicerWith(DEFAULT_SLICES, null));

export {
  readTraffic,
  openTraffic
};
