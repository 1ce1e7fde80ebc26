const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  textClustersOf
} from "./chunk-MBACCWPR.js";
import {
  corpusSources,
  keptClusters,
  openProject
} from "./chunk-P2YAFJMQ.js";
import {
  readSideTools,
  toolPolicyOf
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import {
  readTools,
  sideText
} from "./chunk-GMN627S4.js";
import {
  readEntries,
  stalenessOf,
  versionOf
} from "./chunk-6ZUW57B3.js";
import {
  renderCheck
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import {
  compileSchema
} from "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/corpus-check.ts
async function corpusCheckCommand(options, surroundings) {
  const project = await openProject(options, surroundings);
  const { entries, problems } = await readEntries(await corpusSources(project));
  const { tools, problems: toolProblems } = await presentTools(project);
  const present = presentOf(project, tools);
  const versions = await sliceVersions(project);
  const live = entries.filter((entry) => entry.case.status !== "retired");
  const checked = live.map((entry) => {
    const stale = stalenessOf(entry.case, present);
    return { entry, stale, redefined: redefinedSlices(entry.case, versions) };
  });
  const { knowsTools } = present;
  const check = { checked, retired: entries.length - live.length, problems, toolProblems, knowsTools };
  surroundings.print(options.json === true ? jsonText(check) : renderCheck(check));
  const isBlind = !knowsTools && project.settings.tools.files.length > 0;
  return problems.length === 0 && !isBlind && checked.every(({ stale }) => stale.length === 0) ? 0 : 4;
}
function jsonText({ checked, ...rest }) {
  const cases = checked.map(({ entry, ...found }) => ({
    id: entry.case.id,
    file: entry.file,
    line: entry.line,
    ...found
  }));
  return JSON.stringify({ v: 1, cases, ...rest }, null, 2);
}
async function presentTools({ root, settings }) {
  const { tools, problems } = await readSideTools(root, settings.tools.files);
  const { mcpFile } = settings;
  const text = mcpFile === null ? null : await sideText(root, { kind: "worktree" }, mcpFile);
  if (mcpFile === null || text === null) return { tools, problems };
  const listed = readTools(text, mcpFile);
  return "problem" in listed ? { tools, problems: [...problems, listed.problem] } : { tools: [...tools, ...listed.tools], problems };
}
function presentOf({ settings }, tools) {
  const schemas = new Map(tools.map((tool) => [tool.name, compileSchema(tool.parameters)]));
  const { isReadOnly, onMiss } = toolPolicyOf(settings);
  return {
    faultsOf: (tool, args) => {
      const schema = schemas.get(tool);
      if (schema === void 0) return null;
      return schema.kind === "usable" ? schema.problemsOf(args) : [];
    },
    knowsTools: tools.length > 0,
    isReadOnly,
    stopsOnMiss: (tool) => onMiss(tool).kind === "stop",
    defaultExpectations: settings.defaultExpectations,
    commandScorers: settings.commandScorers.map(({ name }) => name),
    judges: settings.judges.map(({ name }) => name)
  };
}
async function sliceVersions(project) {
  const clusters = textClustersOf(project);
  const model = clusters === null ? null : await keptClusters(project, clusters);
  if (clusters !== null && model === null) return null;
  return new Set(project.settings.slices.map((definition) => versionOf(definition, model)));
}
function redefinedSlices({ slices, source }, versions) {
  const before = source.drawn?.sliceVersions ?? {};
  return slices.filter((name) => {
    const version = before[name];
    return version !== void 0 && versions !== null && !versions.has(version);
  });
}
export {
  corpusCheckCommand
};
