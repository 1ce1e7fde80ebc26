const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  DayFolder,
  OBSERVED_VERSION,
  ObservedBuilder,
  mergedObserved,
  nothingObserved,
  observedHead,
  observedText,
  readObserved
} from "./chunk-NTUJ6SHI.js";
import {
  eachTrajectory
} from "./chunk-MBACCWPR.js";
import {
  package_default
} from "./chunk-H7TJI2PU.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  $setImmediate
} from "./chunk-ESXIIXJN.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/observed-days.ts
var TRAFFIC_DAYS = 70;
var PHASE = "reading what tools and models answered";
var BY = `${OBSERVED_VERSION} of pawl ${package_default.version}`;
async function observedDays(reader, options, surroundings) {
  const folder = folderOf(options, surroundings);
  const days = reader.sources().slice(-TRAFFIC_DAYS);
  for (const day of folder.days()) if (!days.some((one) => one.day === day)) folder.remove(day);
  const kept = keptIn(folder, days);
  const progress = new ProgressLine(surroundings, "days");
  if (kept.size < days.length) progress.plan(PHASE, days.length - kept.size);
  let all = nothingObserved();
  try {
    for (const { day, source } of days) {
      await $setImmediate();
      if (surroundings.signal.aborted) return null;
      if (!kept.has(day)) {
        const observed = await readDay(reader, day, surroundings.signal, progress);
        if (observed === null) return null;
        folder.write(day, observedText({ by: BY, day, source, observed }));
        progress.step();
      }
      all = mergedObserved(all, readObserved(folder.read(day), folder.pathOf(day)).observed);
    }
  } finally {
    progress.end();
  }
  return all;
}
function dropObserved(reader, options, surroundings) {
  const folder = folderOf(options, surroundings);
  const sources = new Map(reader.sources().map(({ day, source }) => [day, source]));
  for (const day of folder.days()) {
    const { source } = observedHead(folder.read(day), folder.pathOf(day));
    if (sources.get(day) !== source) folder.remove(day);
  }
}
function folderOf({ store }, { directory }) {
  return new DayFolder($join($resolve(directory, store), "knowledge", "observed"), "pawl ledger");
}
function keptIn(folder, days) {
  const sources = new Map(days.map(({ day, source }) => [day, source]));
  const kept = folder.days().filter((day) => {
    const { by, source } = observedHead(folder.read(day), folder.pathOf(day));
    return by === BY && source === sources.get(day);
  });
  return new Set(kept);
}
async function readDay(reader, day, signal, progress) {
  const builder = new ObservedBuilder();
  const isWhole = await eachTrajectory(
    reader,
    [day],
    `${PHASE} on ${day}`,
    ({ trajectory }) => builder.add(trajectory),
    { signal, warn: (text) => progress.note(text) }
  );
  return isWhole ? builder.build() : null;
}

export {
  observedDays,
  dropObserved
};
