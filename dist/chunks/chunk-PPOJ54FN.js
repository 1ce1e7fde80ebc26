const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  corpusSources,
  openProject
} from "./chunk-P2YAFJMQ.js";
import {
  readEntries
} from "./chunk-6ZUW57B3.js";
import {
  renderCase,
  renderCases,
  terminalText
} from "./chunk-BYL2NBM7.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";

// src/commands/corpus-list.ts
var MAX_CHARS = 400;
async function corpusListCommand(options, surroundings) {
  const { entries, problems } = await allEntries(options, surroundings);
  const { slice: slices = [], status } = options;
  const chosen = entries.filter(
    ({ case: one }) => (status === void 0 || one.status === status) && slices.every((slice) => one.slices.includes(slice))
  );
  if (options.json === true) surroundings.print(JSON.stringify({ v: 1, cases: chosen }, null, 2));
  else surroundings.print(renderCases(chosen));
  for (const { file, line, reason } of problems)
    surroundings.warn(`unreadable: ${terminalText(`${file}${line === null ? "" : `:${line}`}: ${reason}`, MAX_CHARS)}`);
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
