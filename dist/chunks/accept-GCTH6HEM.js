const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  corpusSources,
  openProject
} from "./chunk-P2YAFJMQ.js";
import {
  acceptableNames
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import {
  mergeBase,
  resolveCommit,
  sideFiles,
  sideText
} from "./chunk-GMN627S4.js";
import {
  acceptedPath,
  defaultConfigPath,
  isDay,
  readCorpus,
  withAcceptance
} from "./chunk-6ZUW57B3.js";
import {
  terminalText
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import {
  nearestName
} from "./chunk-2SGQDVVG.js";
import {
  dayText
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $mkdir,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $dirname,
  $join
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/accept.ts
async function acceptCommand(names, options, surroundings) {
  const project = await openProject(options, surroundings);
  const { root, settings } = project;
  const target = await resolveCommit(root, options.base);
  const sha = await mergeBase(root, target, await resolveCommit(root, "HEAD"));
  const base = await readCorpus(await sideFiles(root, { kind: "commit", sha }, settings.corpus));
  const own = await readCorpus(await corpusSources(project));
  const entries = entriesOf(names, [...base.cases, ...own.cases], options, dayText(surroundings.now));
  const path = $join(root, acceptedPath);
  const before = await sideText(root, { kind: "worktree" }, acceptedPath);
  let text = before;
  for (const entry of entries) text = withAcceptance(text, entry);
  await $mkdir($dirname(path), { recursive: true });
  await $writeFile(path, text ?? "");
  for (const { kind, name, until } of entries)
    surroundings.print(`${kind} ${terminalText(name, 80)}: accepted until ${until} in ${acceptedPath}`);
  surroundings.print("Commit it with the change: whoever reviews the one reviews the other.");
  return 0;
}
function entriesOf(names, cases, options, today) {
  const { reason, until } = options;
  const problems = [];
  if (reason.trim() === "")
    problems.push({ where: "--reason", message: "expected a reason, received none", hint: null });
  if (!isDay(until)) {
    const message = `expected a day such as 2026-12-31, received ${cut(until, 40)}`;
    problems.push({ where: "--until", message, hint: null });
  } else if (until < today) {
    problems.push({ where: "--until", message: `expected a day from ${today} on, received ${until}`, hint: null });
  }
  const known = acceptableNames(cases);
  const config = options.config === defaultConfigPath ? null : options.config;
  const entries = [...new Set(names)].flatMap((name) => {
    const kinds = ["case", "slice"].filter((kind2) => known[kind2].has(name) && (options.as ?? kind2) === kind2);
    const [kind, other] = kinds;
    if (kind !== void 0 && other === void 0) return [{ kind, name, reason: reason.trim(), until, config }];
    problems.push(kind === void 0 ? unknown(name, known, options.as) : ambiguous(name));
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
  return entries;
}
function unknown(name, known, as) {
  const kinds = as === void 0 ? ["slice", "case"] : [as];
  const near = kinds.flatMap((kind) => nearestName(name, [...known[kind]]) ?? []);
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : "pawl corpus list shows cases and their slices";
  const message = `the corpus has no such ${kinds.toReversed().join(" or ")}, neither here nor on the target branch`;
  return { where: cut(name, 100), message, hint };
}
function ambiguous(name) {
  const message = "the corpus has a case and a slice of this name";
  return { where: cut(name, 100), message, hint: "say which with --as case or --as slice" };
}
export {
  acceptCommand
};
