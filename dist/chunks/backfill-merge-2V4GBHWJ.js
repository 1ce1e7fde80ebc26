import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  definitionIn
} from "./chunk-V4T5SKSH.js";
import {
  DayFolder,
  dayHead,
  mergeShards,
  resultFolder
} from "./chunk-5HAHAWJW.js";
import "./chunk-6FU7B3BM.js";
import "./chunk-CJKXYSXD.js";
import "./chunk-CE7JBEF7.js";
import "./chunk-QWVB3G7E.js";
import "./chunk-RDXNJSG3.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import {
  UserError
} from "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/backfill-merge.ts
import { resolve } from "node:path";
async function backfillMergeCommand(stores, options, surroundings) {
  const { definition } = await definitionIn(options, surroundings);
  const found = stores.flatMap((store) => {
    const folders = [
      resultFolder(store, definition.id, surroundings),
      new DayFolder(resolve(surroundings.directory, store))
    ];
    const folder = folders.find((one) => one.days().length > 0);
    if (folder === void 0) throw nothingIn(store, definition.id.name);
    return folder.days().map((day) => {
      const [path, text] = [folder.pathOf(day), folder.read(day)];
      return { ...dayHead(text, path), path, text };
    });
  });
  const { days, problems } = mergeShards(found);
  if (problems.length > 0) throw new UserError(problems.map((message) => ({ where: null, message, hint: null })));
  const target = resultFolder(options.store, definition.id, surroundings);
  const known = new Set(target.days());
  const news = days.filter(({ day, text }) => !known.has(day) || target.read(day) !== text);
  for (const { day, text } of news) target.write(day, text);
  surroundings.print(
    `${definition.id.name}: ${days.length} days from ${stores.length} shards, ${news.length} of them new or changed in ${target.directory}`
  );
  return 0;
}
function nothingIn(store, name) {
  const hint = 'a shard that had no day of its own can be left out; else run "pawl backfill --shard i/n" there';
  return new UserError({ where: store, message: `there are no results of ${name} here`, hint });
}
export {
  backfillMergeCommand
};
