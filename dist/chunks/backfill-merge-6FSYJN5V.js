const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  definitionIn
} from "./chunk-BWHCITAY.js";
import {
  DayFolder,
  dayHead,
  mergeShards,
  resultFolder
} from "./chunk-NTUJ6SHI.js";
import "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-7BZZY76H.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
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
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/backfill-merge.ts
async function backfillMergeCommand(stores, options, surroundings) {
  const { definition } = await definitionIn(options, surroundings);
  const found = stores.flatMap((store) => {
    const folders = [
      resultFolder(store, definition.id, surroundings),
      new DayFolder($resolve(surroundings.directory, store), "pawl backfill")
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
