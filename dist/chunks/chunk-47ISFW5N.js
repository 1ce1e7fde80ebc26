const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  keptClusters
} from "./chunk-P2YAFJMQ.js";
import {
  repositoryRoot
} from "./chunk-GMN627S4.js";
import {
  slicerOf
} from "./chunk-6ZUW57B3.js";
import {
  withinTime
} from "./chunk-ESXIIXJN.js";

// src/commands/slicer.ts
var MAX_PATTERN_MS = 200;
function slicerWith(definitions, clusters) {
  return slicerOf({ definitions, clusters, withinTime: (act) => withinTime(act, MAX_PATTERN_MS) });
}
async function trafficSlicer(definitions, { directory, warn }) {
  const clustered = definitions.find((slice) => slice.kind === "text_clusters");
  if (clustered === void 0) return slicerWith(definitions, null);
  const clusters = await keptClusters({ root: await repositoryRoot(directory) }, clustered);
  if (clusters !== null) return slicerWith(definitions, clusters);
  const later = "pawl corpus build finds the clusters, and pawl traffic compact then puts them into the tables";
  warn(`without slices by text clusters: ${clustered.file} is not there yet (${later})`);
  return slicerWith(
    definitions.filter((slice) => slice !== clustered),
    null
  );
}
function slowLines(slicer) {
  return [...slicer.slow()].map(
    ([rule, times]) => `slice ${rule}: its pattern took too long for ${times} trajectories, which are not in it`
  );
}

export {
  slicerWith,
  trafficSlicer,
  slowLines
};
