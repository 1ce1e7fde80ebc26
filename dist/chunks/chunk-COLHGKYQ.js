const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  settingsPart
} from "./chunk-HR2PY3HY.js";
import {
  slicerWith,
  slowLines,
  trafficSlicer
} from "./chunk-47ISFW5N.js";
import {
  keyIn,
  redactorWith
} from "./chunk-TZBLFOMY.js";
import {
  DEFAULT_SLICES,
  TrafficReader,
  TrafficStore,
  cohortsOf,
  readRedactionSettings,
  readSlices
} from "./chunk-6ZUW57B3.js";
import {
  READERS_VERSION,
  REDACTION_KINDS,
  readTrace
} from "./chunk-2SGQDVVG.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/traffic-store.ts
function readTraffic(options, surroundings) {
  return TrafficReader.open(directoryOf(options, surroundings));
}
async function trafficHistory(options, surroundings) {
  const reader = await readTraffic(options, surroundings);
  const { part: definitions } = await settingsPart(options.config, surroundings, readSlices);
  return { reader, projection: projectionBy(await trafficSlicer(definitions, surroundings)) };
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
    readersVersion: READERS_VERSION,
    notices: () => slowLines(slicer)
  };
}
var trafficProjection = projectionBy(slicerWith(DEFAULT_SLICES, null));

export {
  readTraffic,
  trafficHistory,
  openTraffic
};
