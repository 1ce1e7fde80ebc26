const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  definitionIn
} from "./chunk-YMX6IRWA.js";
import {
  resultFolder
} from "./chunk-ABGJBUBW.js";
import {
  DayFolder,
  dayHead,
  mergeShards
} from "./chunk-NMCZQGTG.js";
import "./chunk-6HJW7NIY.js";
import "./chunk-SESIAISA.js";
import "./chunk-RSCXYHW7.js";
import "./chunk-WID66JMI.js";
import "./chunk-26PXTRBN.js";
import "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import {
  $resolve
} from "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
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
