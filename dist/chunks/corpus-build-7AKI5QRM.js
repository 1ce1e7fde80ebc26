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
  clustersFor,
  eachTrajectory,
  newestDays,
  textClustersOf,
  writeClusters
} from "./chunk-MBACCWPR.js";
import {
  corpusSources,
  fileSource,
  openProject,
  outFile,
  wholeNumber
} from "./chunk-P2YAFJMQ.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-GMN627S4.js";
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
} from "./chunk-6ZUW57B3.js";
import {
  renderBuild
} from "./chunk-BYL2NBM7.js";
import {
  $setImmediate
} from "./chunk-ESXIIXJN.js";
import {
  readTrace
} from "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
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

// src/commands/corpus-build.ts
async function corpusBuildCommand(options, surroundings) {
  const size = wholeNumber("--size", options.size, 1);
  const perSlice = wholeNumber("--per-slice", options.perSlice, 0);
  const most = options.days === void 0 ? null : wholeNumber("--days", options.days, 1);
  const project = await openProject(options, surroundings);
  const out = outFile(options.out, project, surroundings);
  const held = await heldCases(project, out);
  const reader = await TrafficReader.open($resolve(surroundings.directory, options.store));
  if (reader.waitingBytes > 0)
    surroundings.warn("some traffic was added and is in no table yet: run pawl ingest to its end to draw from it too");
  const days = newestDays(reader, most);
  const definition = textClustersOf(project);
  const refit = options.refit === true;
  const clusters = definition === null ? void 0 : await clustersFor(project, definition, refit, { reader, days }, surroundings);
  if (clusters === null) return interrupted(surroundings);
  const slicer = slicerWith(project.settings.slices, clusters?.model ?? null);
  const draw = { seed: options.seed, size, perSlice, newestDay: days.at(-1) ?? null };
  const input = project.settings.caseInput;
  const wanted = { slicer, input, taken: held.elsewhere };
  const population = await populationOf(reader, days, wanted, draw, surroundings);
  if (population === null) return interrupted(surroundings);
  const drawn = drawCases(population.built);
  const redact = redactorOf(project.settings.redaction, [], surroundings);
  const facts = { by: "build", store: options.store, at: surroundings.now.toISOString(), seed: options.seed };
  const made = await makeCases(reader, drawn, { slicer, redact, facts, input }, surroundings.signal);
  if (surroundings.signal.aborted) return interrupted(surroundings);
  const nothing = { cases: held.here, added: 0, again: 0, kept: held.here.length, dropped: 0 };
  const merged = made.drafts.length > 0 ? mergeDraw(held.here, made.drafts) : nothing;
  if (clusters?.found !== void 0 && clusters.found !== null) await writeClusters(project, clusters.found);
  if (made.drafts.length > 0) await writeCorpus(out.path, merged.cases);
  const isRead = !$existsSync(out.path) || (await corpusSources(project)).some(({ path }) => path === out.name);
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
  const here = await readEntries($existsSync(out.path) ? [fileSource(out.path)] : []);
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
async function populationOf(reader, days, { slicer, input, taken }, options, surroundings) {
  const builder = new PopulationBuilder(options);
  const rejected = /* @__PURE__ */ new Map();
  const take = ({ day, traceId, trajectory }) => {
    const names = slicer.slicesOf(trajectory).map(({ name }) => name);
    const slices = names.length === 0 ? ["default"] : names;
    const { id, startUs } = trajectory;
    const turn = taken.has(caseIdOf(id)) ? "taken" : replayable(trajectory, input);
    if (typeof turn === "string") rejected.set(turn, (rejected.get(turn) ?? 0) + 1);
    const signature = typeof turn === "string" ? null : () => signatureOf(shinglesOf(turn));
    builder.add({ id, traceId, day, startUs, slices }, signature);
  };
  const whole = await eachTrajectory(reader, days, "reading traffic", take, surroundings);
  return whole ? { built: builder.build(), rejected } : null;
}
async function makeCases(reader, { cases }, how, signal) {
  const byKey = Map.groupBy(cases, ({ candidate }) => candidate.traceId ?? candidate.id);
  const made = /* @__PURE__ */ new Map();
  for (const { key, trajectories } of reader.findAll(byKey.keys(), readTrace)) {
    for (const { candidate, weight } of byKey.get(key) ?? []) {
      const trajectory = trajectories.find(({ id }) => id === candidate.id);
      if (trajectory !== void 0) made.set(candidate.id, drawnCase(trajectory, candidate.traceId, weight, how));
    }
    await $setImmediate();
    if (signal.aborted) break;
  }
  const drafts = [];
  const problems = [];
  for (const { candidate } of cases) {
    const one = made.get(candidate.id) ?? { problem: "it is no longer in the store" };
    if ("problem" in one) problems.push(`${candidate.id}: ${one.problem}`);
    else drafts.push(one);
  }
  return { drafts, problems };
}
export {
  corpusBuildCommand
};
