const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RateBuilder,
  behaviour,
  bringUpToDate,
  computedBy,
  dayNumber,
  dayRows,
  dayText as dayText2,
  hypothesisId,
  hypothesisNeeds,
  misfit,
  plausibleDays,
  rateHistory,
  resultFolder,
  resultsIn
} from "./chunk-NTUJ6SHI.js";
import {
  trafficHistory
} from "./chunk-COLHGKYQ.js";
import {
  settingsPart
} from "./chunk-HR2PY3HY.js";
import {
  RECORDED_SCORERS_VERSION,
  answerText,
  judgeRecorded,
  readHypothesis,
  readReadOnlyTools,
  userText
} from "./chunk-6ZUW57B3.js";
import {
  renderBackfill,
  require_picomatch
} from "./chunk-BYL2NBM7.js";
import {
  withinTime
} from "./chunk-ESXIIXJN.js";
import {
  dayText
} from "./chunk-ZMFQCJ2C.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $readFile,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

// src/commands/backfill-hypothesis.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function hypothesisDefinition(hypothesis, readOnly) {
  const needs = hypothesisNeeds(hypothesis);
  const isReadOnly = readOnly.length === 0 ? () => false : (0, import_picomatch.default)([...readOnly]);
  const ask = {
    matches: textMatcher(),
    judge: (scorer, trajectory) => judged(scorer, trajectory, isReadOnly)
  };
  return {
    id: hypothesisId(hypothesis, { scorers: RECORDED_SCORERS_VERSION, readOnly: [...readOnly] }),
    scan: (history, day, signal) => scanHypothesis(history, day, { hypothesis, needs, ask, signal })
  };
}
async function scanHypothesis(history, day, { hypothesis, needs, ask, signal }) {
  const builder = new RateBuilder(hypothesis);
  const withSteps = needs.steps.length > 0;
  const columns = withSteps ? ["step", ...needs.steps.filter((name) => name !== "step")] : [];
  const { groups, nextSteps } = await dayRows(history, day, { ...needs, steps: columns }, signal);
  const steps = new StepRows(nextSteps);
  for await (const rows of groups) {
    const taken = [];
    for (let row = 0; withSteps && row < rows.rows; row += 1) {
      const cells = await steps.take(Number(rows.of.steps?.[row]));
      if (cells === null) throw misfit(history, day);
      taken.push(cells);
    }
    const recordingOf = (row) => {
      const recording = rows.recordings?.[row];
      if (recording === void 0) throw new Error(`row ${row} of ${day} came without its recording`);
      return recording;
    };
    builder.add(rows, (row) => ({
      steps: taken[row] ?? [],
      matches: (test) => ask.matches(test, recordingOf(row)),
      judge: (scorer) => ask.judge(scorer, recordingOf(row))
    }));
  }
  return builder.build();
}
var MAX_PATTERN_MS = 200;
function textMatcher() {
  const patterns = /* @__PURE__ */ new Map();
  return (test, trajectory) => {
    const pattern = patterns.get(test) ?? new RegExp(test.pattern, "iu");
    patterns.set(test, pattern);
    const text = test.in === "user" ? userText(trajectory) : answerText(trajectory);
    return withinTime(() => ({ holds: pattern.test(text) }), MAX_PATTERN_MS)?.holds === true;
  };
}
function judged(scorer, trajectory, isReadOnly) {
  const judge = () => judgeRecorded(scorer, trajectory, isReadOnly);
  if (scorer.kind !== "output_matches") return judge();
  const reason = `the pattern takes longer than ${MAX_PATTERN_MS} ms`;
  return withinTime(judge, MAX_PATTERN_MS) ?? { kind: "undetermined", reason };
}
var StepRows = class {
  #next;
  #of = {};
  #row = 0;
  #rows = 0;
  constructor(next) {
    this.#next = next;
  }
  /** The rows of the next trajectory's steps; null = they are not those of one. */
  async take(count) {
    const cells = [];
    for (let at = 0; at < count; at += 1) {
      while (this.#row === this.#rows) {
        const next = await this.#next();
        if (next === null) return null;
        [this.#of, this.#rows, this.#row] = [next.of, next.rows, 0];
      }
      const [of, row] = [this.#of, this.#row];
      if (of.step?.[row] !== at) return null;
      cells.push((column) => of[column]?.[row]);
      this.#row += 1;
    }
    return cells;
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
  const history = await trafficHistory(options, surroundings);
  const folder = resultFolder(options.store, definition.id, surroundings);
  const { plan, finished } = await bringUpToDate(history, definition, folder, asked, surroundings);
  const by = computedBy(definition, history);
  const days = [...resultsIn(folder, by)].filter(({ day }) => isAsked(day, asked));
  const trajectories = days.reduce((sum, { summaries }) => sum + summaries.trajectories, 0);
  const isHypothesis = options.hypothesis !== void 0;
  const { days: plausible, skewed } = plausibleDays(days, dayText(surroundings.now));
  const rates = isHypothesis ? rateHistory(plausible) : null;
  const { waitingBytes } = history.reader;
  const found = { days: days.length, trajectories, rates, skewed, undated: history.reader.days().includes(null) };
  surroundings.print(renderBackfill({ by, says, plan, finished, ...found, waitingBytes }));
  if (options.json !== void 0)
    await writeTable($resolve(surroundings.directory, options.json), days, isHypothesis ? rateLines(days) : []);
  return finished && days.length > 0 ? 0 : 4;
}
async function writeTable(path, days, more) {
  await $writeFile(path, [...days.map(dayText2), ...more.map((line) => `${line}
`)].join("")).catch((error) => {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  });
}
function rateLines(days) {
  return rateHistory(days, "day").groups.flatMap(
    ({ group, periods }) => periods.map(({ from: day, limits, ...counts }) => JSON.stringify({ rate: { group, day, ...counts, limits } }))
  );
}
async function definitionIn({ hypothesis: file, config }, surroundings) {
  if (file === void 0) return { definition: behaviour, says: null };
  const text = await $readFile($resolve(surroundings.directory, file), "utf8").catch((error) => {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  });
  const hypothesis = readHypothesis(text, file);
  const { part: readOnly } = await settingsPart(config, surroundings, readReadOnlyTools);
  return { definition: hypothesisDefinition(hypothesis, readOnly), says: hypothesis.says };
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
