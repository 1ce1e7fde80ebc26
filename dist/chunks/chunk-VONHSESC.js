import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  keyIn,
  redactorWith
} from "./chunk-L3QXKXJF.js";
import {
  settingsPart
} from "./chunk-GTAPF73L.js";
import {
  TrafficReader,
  TrafficStore,
  readRedactionSettings
} from "./chunk-AS5MKMLS.js";
import {
  REDACTION_KINDS,
  readTrace
} from "./chunk-CCTPHJBW.js";

// src/commands/traffic-store.ts
import { resolve } from "node:path";
function readTraffic(options, surroundings) {
  return TrafficReader.open(directoryOf(options, surroundings));
}
async function openTraffic(options, surroundings) {
  const { part: settings } = await settingsPart(options.config, surroundings, readRedactionSettings);
  return TrafficStore.open(directoryOf(options, surroundings), {
    projection: trafficProjection,
    key: keyIn(surroundings.environment, settings),
    redactorOf: (key) => redactorWith(key, settings, REDACTION_KINDS)
  });
}
function directoryOf({ store }, { directory }) {
  return resolve(directory, store);
}
var trafficProjection = { assemble: readTrace, labels: labelsOf };
function labelsOf({ attributes }) {
  const named = (name) => {
    const value = attributes[name];
    if (typeof value !== "string") return [];
    return value.split(",").flatMap((text) => text.trim() === "" ? [] : [text.trim()]);
  };
  return { slices: named("pawl.slices"), cohorts: named("pawl.cohorts") };
}

export {
  readTraffic,
  openTraffic
};
