const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  drawnCase
} from "./chunk-PUTOFV5P.js";
import {
  slicerWith
} from "./chunk-47ISFW5N.js";
import {
  redactionLines,
  redactorOf
} from "./chunk-TZBLFOMY.js";
import {
  textClustersOf
} from "./chunk-MBACCWPR.js";
import {
  corpusSources,
  fileSource,
  keptClusters,
  openProject,
  outFile
} from "./chunk-P2YAFJMQ.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-GMN627S4.js";
import {
  TrafficReader,
  caseIdOf,
  readCorpusLines,
  readEntries,
  writeCaseLine,
  writeCorpusLines
} from "./chunk-6ZUW57B3.js";
import {
  terminalText
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import {
  readTrace
} from "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import {
  $existsSync
} from "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/corpus-add.ts
async function corpusAddCommand(id, options, surroundings) {
  const project = await openProject(options, surroundings);
  const out = outFile(options.out, project, surroundings);
  const reader = await TrafficReader.open($resolve(surroundings.directory, options.store));
  const stored = await reader.find(id, readTrace);
  const trajectory = chosen(id, stored?.trajectories ?? []);
  const present = $existsSync(out.path) ? [fileSource(out.path)] : [];
  const sources = [...(await corpusSources(project)).filter(({ path }) => path !== out.name), ...present];
  const { entries } = await readEntries(sources);
  const known = entries.find((entry) => entry.case.id === caseIdOf(trajectory.id));
  if (known !== void 0) {
    const message = `it is a case already: ${known.file}:${known.line}, ${known.case.status}`;
    throw new UserError({ where: cut(id, 100), message, hint: null });
  }
  const slicer = slicerWith(project.settings.slices, await clustersOf(project));
  const redact = redactorOf(project.settings.redaction, [], surroundings);
  const facts = { by: "add", store: options.store, at: surroundings.now.toISOString(), seed: null };
  const isTrace = stored !== null && stored.spans.length + stored.logs.length > 0;
  const made = drawnCase(trajectory, isTrace ? stored.key : null, 1, {
    ...{ slicer, redact, facts },
    input: project.settings.caseInput
  });
  if ("problem" in made) {
    const hint = "a case needs all of a trace: what the agent was asked, and the arguments and result of every tool call";
    throw new UserError({ where: cut(id, 100), message: `it makes no case: ${made.problem}`, hint });
  }
  const { draft, drawn } = made;
  const lines = present.length === 0 ? [] : await readCorpusLines(fileSource(out.path));
  await writeCorpusLines(out.path, [...lines, writeCaseLine({ ...draft, source: { ...draft.source, drawn } })]);
  const status = draft.status === "active" ? "" : `, ${draft.status}: an outcome says that this recording went wrong`;
  const slices = draft.slices.map((name) => terminalText(name, 60)).join(", ");
  surroundings.print(`${terminalText(out.name, 200)}: ${terminalText(draft.id, 80)} added (${slices})${status}`);
  for (const line of redactionLines(redact)) surroundings.print(line);
  return 0;
}
function chosen(id, trajectories) {
  const [only] = trajectories;
  const found = trajectories.length === 1 ? only : trajectories.find((one) => one.id === id);
  if (found !== void 0) return found;
  const where = cut(id, 100);
  if (only === void 0) {
    const hint2 = "ids of traces, finished runs and trajectories are known; pawl ingest brings them in";
    throw new UserError({ where, message: "the traffic store has no such trajectory", hint: hint2 });
  }
  const ids = trajectories.slice(0, 20).map((one) => cut(one.id, 80));
  const hint = `add one of them: ${ids.join(", ")}`;
  throw new UserError({ where, message: `the trace has ${trajectories.length} trajectories`, hint });
}
async function clustersOf(project) {
  const definition = textClustersOf(project);
  if (definition === null) return null;
  const kept = await keptClusters(project, definition);
  if (kept !== null) return kept;
  const hint = "run pawl corpus build first: it finds the clusters";
  throw new UserError({ where: definition.file, message: "there is no such file", hint });
}
export {
  corpusAddCommand
};
