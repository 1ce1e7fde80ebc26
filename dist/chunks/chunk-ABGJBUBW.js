const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  BEHAVIOUR,
  BEHAVIOUR_COLUMNS,
  DayBuilder,
  DayFolder,
  STEP_COLUMNS,
  StepCursor,
  dayHead,
  dayText,
  planBackfill,
  readDay
} from "./chunk-NMCZQGTG.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import {
  $setImmediate
} from "./chunk-62C3PQU2.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import {
  $join,
  $resolve
} from "./chunk-IDZKS7TG.js";

// src/commands/backfill-days.ts
var behaviour = { id: BEHAVIOUR, scan: (reader, day) => scanBehaviour(reader, day, true) };
function resultFolder(store, { name }, { directory }) {
  return new DayFolder($join($resolve(directory, store), "knowledge", "backfill", name), "pawl backfill");
}
var EVERYTHING = { since: null, until: null, shard: null };
async function bringUpToDate(reader, definition, folder, question, surroundings) {
  const plan = planBackfill(reader.sources(), headsIn(folder), { ...question, by: definition.id });
  const progress = new ProgressLine(surroundings, "days");
  if (plan.scan.length > 0) progress.plan(`scanning for ${definition.id.name}`, plan.scan.length);
  try {
    for (const { day, source } of plan.scan) {
      await $setImmediate();
      if (surroundings.signal.aborted) return { plan, finished: false };
      const summaries = await definition.scan(reader, day);
      folder.write(day, dayText({ by: definition.id, day, source, summaries }));
      progress.step();
    }
  } finally {
    progress.end();
  }
  return { plan, finished: true };
}
function* resultsIn(folder, { id }) {
  for (const day of folder.days()) {
    const result = readDay(folder.read(day), folder.pathOf(day));
    if (result.by.version === id.version) yield result;
  }
}
function headsIn(folder) {
  return new Map(folder.days().map((day) => [day, dayHead(folder.read(day), folder.pathOf(day))]));
}
async function undatedIn(reader) {
  let undated = 0;
  for await (const { rows } of reader.table("trajectories", ["steps"], [null])) undated += rows;
  return undated;
}
async function scanBehaviour(reader, day, withSteps) {
  const builder = new DayBuilder();
  const cursor = new StepCursor();
  const steps = reader.table("steps", STEP_COLUMNS, [day]);
  for await (const rows of reader.table("trajectories", BEHAVIOUR_COLUMNS, [day])) {
    let wanted = 0;
    for (let row = 0; withSteps && row < rows.rows; row += 1) wanted += Number(rows.of.steps[row]);
    while (cursor.held < wanted) {
      const next = await steps.next();
      if (next.done === true) throw misfit(reader, day);
      cursor.push(next.value);
    }
    if (!builder.add(rows, withSteps ? cursor : null)) throw misfit(reader, day);
  }
  return builder.build();
}
function misfit(reader, day) {
  const message = `the tables of trajectories and of steps do not fit each other on ${day}`;
  const hint = "restore the traffic store, or remove this day of it and ingest its files again";
  return new UserError({ where: reader.directory, message, hint });
}

export {
  behaviour,
  resultFolder,
  EVERYTHING,
  bringUpToDate,
  resultsIn,
  undatedIn,
  misfit
};
