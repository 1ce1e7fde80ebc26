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
  isSameVersion,
  planBackfill,
  readDay
} from "./chunk-ANI6OZO6.js";
import {
  ProgressLine
} from "./chunk-HVHKZRRU.js";
import {
  columnsOfRows
} from "./chunk-C64DPXHU.js";
import {
  $setImmediate
} from "./chunk-QXKWKOCK.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/day-rows.ts
async function dayRows(history, day, wanted, signal) {
  const { reader, projection } = history;
  if (wanted.recordings || !await reader.isCurrent(day, projection)) return madeRows(history, day, wanted, signal);
  const steps = reader.table("steps", wanted.steps, [day]);
  return {
    groups: tableGroups(history, day, wanted.trajectories, signal),
    nextSteps: async () => {
      const next = await steps.next();
      return next.done === true ? null : next.value;
    }
  };
}
async function* tableGroups({ reader }, day, names, signal) {
  for await (const rows of reader.table("trajectories", names, [day])) {
    yield { ...rows, recordings: null };
    if (signal.aborted) return;
  }
}
var GROUP_ITEMS = 2e3;
function madeRows({ reader, projection }, day, { trajectories, steps }, signal) {
  const waiting = [];
  const groupOf = (derived) => {
    if (steps.length > 0)
      waiting.push(
        columnsOfRows(
          "steps",
          steps,
          derived.flatMap(({ rows: rows2 }) => rows2.steps)
        )
      );
    const rows = derived.map(({ rows: { trajectory } }) => trajectory);
    return {
      ...columnsOfRows("trajectories", trajectories, rows),
      recordings: derived.map(({ trajectory }) => trajectory)
    };
  };
  async function* groups() {
    let held = [];
    let items = 0;
    for (const one of reader.derive(day, projection)) {
      held.push(one);
      items += 1 + one.rows.steps.length;
      if (items < GROUP_ITEMS) continue;
      yield groupOf(held);
      [held, items] = [[], 0];
      await $setImmediate();
      if (signal.aborted) return;
    }
    if (held.length > 0) yield groupOf(held);
  }
  return { groups: groups(), nextSteps: async () => waiting.shift() ?? null };
}

// src/commands/backfill-days.ts
var behaviour = {
  id: BEHAVIOUR,
  scan: (history, day, signal) => scanBehaviour(history, day, true, signal)
};
function computedBy({ id }, { projection }) {
  return { ...id, readers: projection.readersVersion, slices: projection.slicesVersion };
}
function resultFolder(store, { name }, { directory }) {
  return new DayFolder($join($resolve(directory, store), "knowledge", "backfill", name), "pawl backfill");
}
var EVERYTHING = { since: null, until: null, shard: null };
async function bringUpToDate(history, definition, folder, question, surroundings) {
  const by = computedBy(definition, history);
  const plan = planBackfill(history.reader.sources(), headsIn(folder), { ...question, by });
  const progress = new ProgressLine(surroundings, "days");
  if (plan.scan.length > 0) progress.plan(`scanning for ${definition.id.name}`, plan.scan.length);
  try {
    for (const { day, source } of plan.scan) {
      await $setImmediate();
      const { signal } = surroundings;
      if (signal.aborted) return { plan, finished: false };
      const summaries = await definition.scan(history, day, signal);
      if (signal.aborted) return { plan, finished: false };
      folder.write(day, dayText({ by, day, source, summaries }));
      progress.step();
    }
  } finally {
    progress.end();
    for (const notice of history.projection.notices?.() ?? []) surroundings.warn(notice);
  }
  return { plan, finished: true };
}
function* resultsIn(folder, by) {
  for (const day of folder.days()) {
    const [text, path] = [folder.read(day), folder.pathOf(day)];
    if (isSameVersion(dayHead(text, path).by, by)) yield readDay(text, path);
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
async function scanBehaviour(history, day, withSteps, signal) {
  const builder = new DayBuilder();
  const cursor = new StepCursor();
  const steps = withSteps ? STEP_COLUMNS : [];
  const wantedRows = { trajectories: BEHAVIOUR_COLUMNS, steps, recordings: false };
  const { groups, nextSteps } = await dayRows(history, day, wantedRows, signal);
  for await (const rows of groups) {
    let wanted = 0;
    for (let row = 0; withSteps && row < rows.rows; row += 1) wanted += Number(rows.of.steps[row]);
    while (cursor.held < wanted) {
      const next = await nextSteps();
      if (next === null) throw misfit(history, day);
      cursor.push(next);
    }
    if (!builder.add(rows, withSteps ? cursor : null)) throw misfit(history, day);
  }
  return builder.build();
}
function misfit({ reader }, day) {
  const message = `the tables of trajectories and of steps do not fit each other on ${day}`;
  const hint = "restore the traffic store, or remove this day of it and ingest its files again";
  return new UserError({ where: reader.directory, message, hint });
}

export {
  dayRows,
  behaviour,
  computedBy,
  resultFolder,
  EVERYTHING,
  bringUpToDate,
  resultsIn,
  undatedIn,
  misfit
};
