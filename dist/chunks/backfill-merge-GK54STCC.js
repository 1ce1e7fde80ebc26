const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  definitionIn
} from "./chunk-B4TRSPMW.js";
import {
  DayFolder,
  dayHead,
  mergeShards,
  resultFolder
} from "./chunk-PXGG66DV.js";
import "./chunk-MW2YXBU6.js";
import "./chunk-7PDCDVHA.js";
import "./chunk-CLNP6F2I.js";
import "./chunk-QPQKYFBG.js";
import "./chunk-S6UASHNN.js";
import "./chunk-EPCEIO2O.js";
import "./chunk-YLBEKAGH.js";
import "./chunk-N2G7E7PN.js";
import "./chunk-4FYEQBVP.js";
import "./chunk-SX5J7RWD.js";
import "./chunk-36U2VBCX.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
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
