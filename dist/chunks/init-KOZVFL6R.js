import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  propose,
  readRepository,
  renderNext,
  renderProposal
} from "./chunk-4SKBLSUM.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-AFQDZWKC.js";
import {
  UserError,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/init.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
  const file = join(root, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: kind === "new" ? "wx" : "w" });
  } catch (error) {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  }
}
export {
  initCommand
};
