const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  noSuchCase
} from "./chunk-PPOJ54FN.js";
import {
  corpusSources,
  openProject
} from "./chunk-P2YAFJMQ.js";
import "./chunk-GMN627S4.js";
import {
  readCorpusLines,
  readEntries,
  writeCorpusLines
} from "./chunk-6ZUW57B3.js";
import {
  terminalText
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import {
  isJsonObject,
  parseJson
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
  $join
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/corpus-retire.ts
async function corpusRetireCommand(ids, options, surroundings) {
  const project = await openProject(options, surroundings);
  const sources = await corpusSources(project);
  const { entries } = await readEntries(sources);
  const retirement = { reason: options.reason, at: surroundings.now.toISOString() };
  const chosen = entriesOf(ids, entries, retirement);
  for (const [file, own] of Map.groupBy(chosen, (entry) => entry.file)) {
    const source = sources.find(({ path: path2 }) => path2 === file);
    if (source === void 0) continue;
    const numbers = new Set(own.map(({ line }) => line));
    const lines = await readCorpusLines(source);
    const path = $join(project.root, file);
    await writeCorpusLines(
      path,
      lines.map((line, i) => numbers.has(i + 1) ? retired(line, retirement) : line)
    );
  }
  for (const entry of chosen)
    surroundings.print(`${terminalText(entry.case.id, 80)}: retired in ${terminalText(entry.file, 200)}`);
  return 0;
}
function entriesOf(ids, entries, { reason }) {
  const problems = reason.trim() === "" ? [{ where: "--reason", message: "expected a reason, received none", hint: null }] : [];
  const chosen = [...new Set(ids)].flatMap((id) => {
    const entry = entries.find((each) => each.case.id === id);
    if (entry === void 0) problems.push(noSuchCase(id));
    else if (entry.case.status === "retired") {
      const why = cut(entry.case.retirement?.reason ?? "no reason is given", 200);
      problems.push({ where: cut(id, 100), message: `it is retired already: ${why}`, hint: null });
    } else return [entry];
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
  return chosen;
}
function retired(line, retirement) {
  const value = parseJson(line);
  if (!isJsonObject(value)) throw new Error("a line that was a case is none");
  return JSON.stringify({ ...value, status: "retired", retirement });
}
export {
  corpusRetireCommand
};
