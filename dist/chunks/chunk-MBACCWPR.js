const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  keptClusters
} from "./chunk-P2YAFJMQ.js";
import {
  BottomK,
  clustersHash,
  clustersText,
  fitClusters,
  uniform,
  userText
} from "./chunk-6ZUW57B3.js";
import {
  $performance,
  $setImmediate
} from "./chunk-ESXIIXJN.js";
import {
  readTrace
} from "./chunk-2SGQDVVG.js";
import {
  $mkdir,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $dirname,
  $join
} from "./chunk-UVWFDZNQ.js";

// src/commands/corpus-traffic.ts
function newestDays(reader, most) {
  const days = reader.days();
  return most === null ? days : days.filter((day) => day !== null).slice(-most);
}
var PAUSE_EVERY = 500;
var NOTE_INTERVAL_MS = 1e4;
async function eachTrajectory(reader, days, phase, take, { signal, warn }) {
  let total = 0;
  for await (const { rows } of reader.table("trajectories", ["steps"], days)) total += rows;
  let done = 0;
  let notedAtMs = $performance.now();
  for (const one of reader.trajectories(readTrace, days)) {
    take(one);
    done += 1;
    if (done % PAUSE_EVERY !== 0) continue;
    await $setImmediate();
    if (signal.aborted) return false;
    if ($performance.now() - notedAtMs < NOTE_INTERVAL_MS) continue;
    notedAtMs = $performance.now();
    warn(`${phase}: ${done} of ${total} trajectories`);
  }
  return !signal.aborted;
}
var SAMPLE_TEXTS = 2e3;
async function clustersFor(project, definition, refit, traffic, surroundings) {
  const kept = await keptClusters(project, definition);
  if (kept !== null && !refit && kept.definition === clustersHash(definition)) return { model: kept, found: null };
  const sample = new BottomK(SAMPLE_TEXTS);
  const take = ({ trajectory }) => {
    const text = userText(trajectory);
    if (text !== "") sample.offer(uniform(`text clusters ${definition.seed} ${trajectory.id}`), () => text);
  };
  const { reader, days } = traffic;
  if (!await eachTrajectory(reader, days, "finding text clusters", take, surroundings)) return null;
  const texts = sample.items();
  const model = fitClusters(texts, definition, kept);
  return { model, found: { model, file: definition.file, texts: texts.length } };
}
async function writeClusters({ root }, { model, file }) {
  const path = $join(root, file);
  await $mkdir($dirname(path), { recursive: true });
  await $writeFile(path, clustersText(model));
}
function textClustersOf({ settings }) {
  return settings.slices.find((slice) => slice.kind === "text_clusters") ?? null;
}

export {
  newestDays,
  eachTrajectory,
  clustersFor,
  writeClusters,
  textClustersOf
};
