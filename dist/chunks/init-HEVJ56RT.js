const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  propose,
  readRepository,
  renderNext,
  renderProposal
} from "./chunk-7EEQIWDJ.js";
import "./chunk-GMN627S4.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
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

// src/commands/init.ts
async function initCommand(options, surroundings, ask) {
  const { root, files } = await readRepository(surroundings.directory);
  const proposal = propose(files, options.config);
  surroundings.print(renderProposal(proposal));
  const written = [];
  for (const file of proposal.files) {
    if (file.kind === "same") continue;
    if (await isAgreed(file, options, ask)) {
      await write(root, file);
      written.push(file);
    } else surroundings.print(`not written: ${file.path} (${flagsFor(file)} writes it)`);
  }
  surroundings.print(renderNext(proposal, written));
  return 0;
}
async function isAgreed({ path, kind }, options, ask) {
  if (options.yes === true) return kind !== "replaced" || options.overwrite === true;
  return ask !== null && /^y(es)?$/i.test((await ask(`write ${path}? [y/N] `)).trim());
}
function flagsFor({ kind }) {
  return kind === "replaced" ? "--yes --overwrite" : "--yes";
}
async function write(root, { path, text, kind }) {
  const file = $join(root, path);
  try {
    await $mkdir($dirname(file), { recursive: true });
    await $writeFile(file, text, { flag: kind === "new" ? "wx" : "w" });
  } catch (error) {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  }
}
export {
  initCommand
};
