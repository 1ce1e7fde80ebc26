import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  drawnCase
} from "./chunk-KYMC2KS6.js";
import {
  clustersFor,
  eachTrajectory,
  newestDays,
  projectSlicer,
  textClustersOf,
  writeClusters
} from "./chunk-ALOKEPPZ.js";
import {
  corpusSources,
  fileSource,
  openProject,
  outFile,
  wholeNumber
} from "./chunk-LY4IFMAD.js";
import {
  redactionLines,
  redactorOf
} from "./chunk-L3QXKXJF.js";
import "./chunk-PYT4E7LN.js";
import "./chunk-3I6CSGWU.js";
import {
  PopulationBuilder,
  REJECTIONS,
  TrafficReader,
  caseIdOf,
  drawCases,
  mergeDraw,
  readEntries,
  replayable,
  shinglesOf,
  signatureOf,
  writeCorpus
} from "./chunk-AS5MKMLS.js";
import {
  renderBuild
} from "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import {
  readTrace
} from "./chunk-CCTPHJBW.js";
import {
  UserError
} from "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/corpus-build.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";
async function corpusBuildCommand(options, surroundings) {
  const size = wholeNumber("--size", options.size, 1);
  const perSlice = wholeNumber("--per-slice", options.perSlice, 0);
  const most = options.days === void 0 ? null : wholeNumber("--days", options.days, 1);
  const project = await openProject(options, surroundings);
  const out = outFile(options.out, project, surroundings);
  const held = await heldCases(project, out);
  const reader = await TrafficReader.open(resolve(surroundings.directory, options.store));
  if (reader.waitingBytes > 0)
    surroundings.warn("some traffic was added and is in no table yet: run pawl ingest to its end to draw from it too");
  const days = newestDays(reader, most);
  const definition = textClustersOf(project);
  const refit = options.refit === true;
  const clusters = definition === null ? void 0 : await clustersFor(project, definition, refit, { reader, days }, surroundings);
  if (clusters === null) return interrupted(surroundings);
  const slicer = projectSlicer(project, clusters?.model ?? null);
  const draw = { seed: options.seed, size, perSlice, newestDay: days.at(-1) ?? null };
  const population = await populationOf(reader, days, slicer, held.elsewhere, draw, surroundings);
  if (population === null) return interrupted(surroundings);
  const drawn = drawCases(population.built);
  const redact = redactorOf(project.settings.redaction, [], surroundings);
  const facts = { by: "build", store: options.store, at: surroundings.now.toISOString(), seed: options.seed };
  const made = await makeCases(reader, drawn, { slicer, redact, facts });
  if (surroundings.signal.aborted) return interrupted(surroundings);
  const merged = mergeDraw(held.here, made.drafts);
  if (clusters?.found !== void 0 && clusters.found !== null) await writeClusters(project, clusters.found);
  if (made.drafts.length > 0) await writeCorpus(out.path, merged.cases);
  const isRead = (await corpusSources(project)).some(({ path }) => path === out.name);
  surroundings.print(
    renderBuild(
      {
        ...{ out: out.name, seed: options.seed, days, drawn, merged, problems: made.problems, isRead },
        ...{
          rejected: population.rejected,
          traffic: population.built.all.traffic,
          sliceless: population.built.sliceless
        },
        ...{ slow: slicer.slow(), slicesVersion: slicer.version, clusters: clusters?.found ?? null }
      },
      REJECTIONS
    )
  );
  for (const line of redactionLines(redact)) surroundings.print(line);
  return made.drafts.length === 0 || made.problems.length > 0 ? 4 : 0;
}
function interrupted({ warn }) {
  warn("interrupted: nothing was written; the same command draws the same cases");
  return 4;
}
async function heldCases(project, out) {
  const sources = await corpusSources(project);
  const others = await readEntries(sources.filter(({ path }) => path !== out.name));
  const here = await readEntries(existsSync(out.path) ? [fileSource(out.path)] : []);
  if (here.problems.length > 0) {
    const problems = here.problems.map(({ file, line, reason }) => ({
      where: line === null ? file : `${file}:${line}`,
      ...{ message: reason, hint: "mend or remove the line first" }
    }));
    throw new UserError(problems);
  }
  const retired = here.entries.filter((entry) => entry.case.status === "retired");
  return {
    here: here.entries.map((entry) => entry.case),
    elsewhere: new Set([...others.entries, ...retired].map((entry) => entry.case.id))
  };
}
async function populationOf(reader, days, slicer, taken, options, surroundings) {
  const builder = new PopulationBuilder(options);
  const rejected = /* @__PURE__ */ new Map();
  const take = ({ day, traceId, trajectory }) => {
    const names = slicer.slicesOf(trajectory).map(({ name }) => name);
    const slices = names.length === 0 ? ["default"] : names;
    const { id, startUs } = trajectory;
    const turn = taken.has(caseIdOf(id)) ? "taken" : replayable(trajectory);
    if (typeof turn === "string") rejected.set(turn, (rejected.get(turn) ?? 0) + 1);
    const signature = typeof turn === "string" ? null : () => signatureOf(shinglesOf(turn));
    builder.add({ id, traceId, day, startUs, slices }, signature);
  };
  const whole = await eachTrajectory(reader, days, "reading traffic", take, surroundings);
  return whole ? { built: builder.build(), rejected } : null;
}
async function makeCases(reader, { cases }, how) {
  const drafts = [];
  const problems = [];
  for (const { candidate, weight } of cases) {
    const { id, traceId } = candidate;
    const stored = await reader.find(traceId ?? id, readTrace);
    const trajectory = stored?.trajectories.find((one) => one.id === id);
    const made = trajectory === void 0 ? { problem: "it is no longer in the store" } : drawnCase(trajectory, traceId, weight, how);
    if ("problem" in made) problems.push(`${id}: ${made.problem}`);
    else drafts.push(made);
  }
  return { drafts, problems };
}
export {
  corpusBuildCommand
};
