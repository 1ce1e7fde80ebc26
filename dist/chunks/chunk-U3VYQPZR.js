const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  corpusSources,
  openProject
} from "./chunk-3SPUFXRO.js";
import {
  readEntries
} from "./chunk-EVO53QJF.js";
import {
  renderCase,
  renderCases
} from "./chunk-F5YGALUJ.js";
import {
  UserError,
  cut
} from "./chunk-ZM4RGJPV.js";

// src/commands/corpus-list.ts
async function corpusListCommand(options, surroundings) {
  const { entries, problems } = await allEntries(options, surroundings);
  const { slice: slices = [], status } = options;
  const chosen = entries.filter(
    ({ case: one }) => (status === void 0 || one.status === status) && slices.every((slice) => one.slices.includes(slice))
  );
  if (options.json === true) surroundings.print(JSON.stringify({ v: 1, cases: chosen }, null, 2));
  else surroundings.print(renderCases(chosen));
  for (const { file, line, reason } of problems)
    surroundings.warn(`unreadable: ${cut(`${file}${line === null ? "" : `:${line}`}: ${reason}`, 400)}`);
  return problems.length === 0 ? 0 : 4;
}
async function corpusShowCommand(id, options, surroundings) {
  const { entries } = await allEntries(options, surroundings);
  const entry = entries.find((each) => each.case.id === id);
  if (entry === void 0) throw new UserError(noSuchCase(id));
  surroundings.print(options.json === true ? JSON.stringify(entry, null, 2) : renderCase(entry));
  return 0;
}
function noSuchCase(id) {
  return { where: cut(id, 100), message: "no corpus file has such a case", hint: "pawl corpus list shows them all" };
}
async function allEntries(options, surroundings) {
  return readEntries(await corpusSources(await openProject(options, surroundings)));
}

export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
