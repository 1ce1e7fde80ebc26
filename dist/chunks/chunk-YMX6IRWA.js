const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  behaviour,
  bringUpToDate,
  misfit,
  resultFolder,
  resultsIn
} from "./chunk-ABGJBUBW.js";
import {
  RateBuilder,
  dayNumber,
  dayText,
  hypothesisId,
  hypothesisNeeds,
  rateHistory
} from "./chunk-NMCZQGTG.js";
import {
  readTraffic
} from "./chunk-6HJW7NIY.js";
import {
  answerText,
  readHypothesis,
  userText
} from "./chunk-G4GIGDAN.js";
import {
  renderBackfill
} from "./chunk-WR4NTJDN.js";
import {
  withinTime
} from "./chunk-6HQTSUVE.js";
import {
  readTrace
} from "./chunk-J3NEQIJ4.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-ZM4RGJPV.js";
import {
  $readFile,
  $resolve,
  $writeFile
} from "./chunk-IDZKS7TG.js";

// src/commands/backfill-hypothesis.ts
function hypothesisDefinition(hypothesis) {
  const needs = hypothesisNeeds(hypothesis);
  return { id: hypothesisId(hypothesis), scan: (reader, day) => scanHypothesis(reader, day, hypothesis, needs) };
}
async function scanHypothesis(reader, day, hypothesis, needs) {
  const builder = new RateBuilder(hypothesis);
  const texts = needs.texts.length === 0 ? null : matchingTexts(reader, day, needs.texts);
  const steps = needs.steps.length === 0 ? null : new StepRows(reader, day, needs.steps);
  for await (const rows of reader.table("trajectories", needs.trajectories, [day])) {
    const { steps: counts, id } = rows.of;
    const taken = [];
    for (let row = 0; steps !== null && row < rows.rows; row += 1) taken.push(await steps.take(Number(counts?.[row])));
    builder.add(rows, (row) => ({
      steps: taken[row] ?? [],
      matches: (test) => texts?.get(test)?.has(String(id?.[row])) ?? false
    }));
  }
  return builder.build();
}
var MAX_PATTERN_MS = 200;
function matchingTexts(reader, day, tests) {
  const found = tests.map((test) => ({ test, pattern: new RegExp(test.pattern, "iu"), ids: /* @__PURE__ */ new Set() }));
  for (const { trajectory } of reader.trajectories(readTrace, [day])) {
    const texts = { user: userText(trajectory), answer: answerText(trajectory) };
    for (const { test, pattern, ids } of found) {
      const matched = withinTime(() => ({ holds: pattern.test(texts[test.in]) }), MAX_PATTERN_MS);
      if (matched?.holds === true) ids.add(trajectory.id);
    }
  }
  return new Map(found.map(({ test, ids }) => [test, ids]));
}
var StepRows = class {
  #reader;
  #day;
  #groups;
  #of = {};
  #row = 0;
  #rows = 0;
  constructor(reader, day, columns) {
    this.#reader = reader;
    this.#day = day;
    this.#groups = reader.table("steps", ["step", ...columns.filter((name) => name !== "step")], [day]);
  }
  /** The rows of the next trajectory's steps. */
  async take(count) {
    const cells = [];
    for (let at = 0; at < count; at += 1) {
      if (this.#row === this.#rows) await this.#advance();
      const [of, row] = [this.#of, this.#row];
      if (of.step?.[row] !== at) throw misfit(this.#reader, this.#day);
      cells.push((column) => of[column]?.[row]);
      this.#row += 1;
    }
    return cells;
  }
  async #advance() {
    const next = await this.#groups.next();
    if (next.done === true) throw misfit(this.#reader, this.#day);
    this.#of = next.value.of;
    this.#rows = next.value.rows;
    this.#row = 0;
  }
};

// src/commands/backfill.ts
async function backfillCommand(options, surroundings) {
  const asked = {
    since: dayIn("--since", options.since),
    until: dayIn("--until", options.until),
    shard: options.shard === void 0 ? null : shardIn(options.shard)
  };
  const { definition, says } = await definitionIn(options, surroundings);
  const reader = await readTraffic(options, surroundings);
  const folder = resultFolder(options.store, definition.id, surroundings);
  const { plan, finished } = await bringUpToDate(reader, definition, folder, asked, surroundings);
  const days = [...resultsIn(folder, definition)].filter(({ day }) => isAsked(day, asked));
  const trajectories = days.reduce((sum, { summaries }) => sum + summaries.trajectories, 0);
  const history = options.hypothesis === void 0 ? null : rateHistory(days);
  const found = { days: days.length, trajectories, history, undated: reader.days().includes(null) };
  const { waitingBytes } = reader;
  surroundings.print(renderBackfill({ by: definition.id, says, plan, finished, ...found, waitingBytes }));
  if (options.json !== void 0) await writeTable($resolve(surroundings.directory, options.json), days);
  return finished && days.length > 0 ? 0 : 4;
}
async function writeTable(path, days) {
  await $writeFile(path, days.map(dayText).join("")).catch((error) => {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  });
}
async function definitionIn({ hypothesis: file }, { directory }) {
  if (file === void 0) return { definition: behaviour, says: null };
  const text = await $readFile($resolve(directory, file), "utf8").catch((error) => {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  });
  const hypothesis = readHypothesis(text, file);
  return { definition: hypothesisDefinition(hypothesis), says: hypothesis.says };
}
function isAsked(day, { since, until }) {
  return (since === null || day >= since) && (until === null || day <= until);
}
function dayIn(where, given) {
  if (given === void 0) return null;
  if (dayNumber(given) !== null) return given;
  const message = `expected a day such as 2026-11-20, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}
var MAX_SHARDS = 1e3;
function shardIn(given) {
  const [number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []).slice(1).map(Number);
  if (number !== void 0 && of !== void 0 && number >= 1 && number <= of && of <= MAX_SHARDS)
    return { number, of };
  const message = `expected a number and how many there are, such as 1/8, received ${cut(given, 40)}`;
  throw new UserError({ where: "--shard", message, hint: null });
}

export {
  backfillCommand,
  definitionIn
};
