import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  readTraffic
} from "./chunk-2RID5UJY.js";
import "./chunk-MGSK7LTY.js";
import {
  settingsPart
} from "./chunk-2UNW7WBZ.js";
import {
  agentHistory,
  repositoryRoot
} from "./chunk-3P2JEF5H.js";
import {
  renderDrift
} from "./chunk-5TZPBD47.js";
import {
  changePoint,
  evidence,
  freshDetector,
  observe,
  readSettings,
  seasonalRate,
  seasonalZ
} from "./chunk-OAZF6KCD.js";
import {
  momentOf
} from "./chunk-O5V42NW3.js";
import {
  UserError,
  cut
} from "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

// src/knowledge/behaviour/day-number.ts
var US_A_DAY = 864e8;
function dayNumber(day) {
  const moment = momentOf(`${day}T00:00:00Z`);
  return moment === null ? null : moment.us / US_A_DAY;
}

// src/knowledge/behaviour/streams.ts
var BEHAVIOUR_COLUMNS = [
  "passed",
  "slices",
  "cohorts",
  "tool_counts",
  "tool_calls",
  "tool_errors",
  "model_calls",
  "model_errors"
];
var MAX_TOOLS = 200;
var StreamBuilder = class {
  #groups = /* @__PURE__ */ new Map();
  #undated = 0;
  add({ rows, day, of }) {
    const at = day === null ? null : dayNumber(day);
    if (at === null) {
      this.#undated += rows;
      return;
    }
    for (let row = 0; row < rows; row += 1) {
      const seen = {
        passed: of.passed[row],
        tools: toolsIn(of.tool_counts[row]),
        toolCalls: Number(of.tool_calls[row]),
        toolErrors: Number(of.tool_errors[row]),
        modelCalls: Number(of.model_calls[row]),
        modelErrors: Number(of.model_errors[row])
      };
      this.#count({ kind: "all" }, at, seen);
      for (const name of textsIn(of.slices[row])) this.#count({ kind: "slice", name }, at, seen);
      for (const name of textsIn(of.cohorts[row])) this.#count({ kind: "cohort", name }, at, seen);
    }
  }
  /** Trajectories without a time: in no stream. */
  get undated() {
    return this.#undated;
  }
  build() {
    return [...this.#groups.values()].flatMap((group) => group.streams());
  }
  #count(group, at, seen) {
    const key = group.kind === "all" ? "all" : `${group.kind} ${group.name}`;
    const counts = this.#groups.get(key) ?? new GroupCounts(group);
    this.#groups.set(key, counts);
    counts.add(at, seen);
  }
};
var GroupCounts = class {
  #group;
  #days = /* @__PURE__ */ new Map();
  #tools = /* @__PURE__ */ new Map();
  constructor(group) {
    this.#group = group;
  }
  add(at, seen) {
    const day = this.#day(at);
    day.all += 1;
    if (typeof seen.passed === "boolean") day.judged += 1;
    if (seen.passed === true) day.passed += 1;
    if (seen.toolCalls > 0) day.withTools += 1;
    if (seen.toolErrors > 0) day.toolErrors += 1;
    if (seen.modelCalls > 0) day.withModels += 1;
    if (seen.modelErrors > 0) day.modelErrors += 1;
    for (const tool of seen.tools) {
      day.tools.set(tool, (day.tools.get(tool) ?? 0) + 1);
      this.#tools.set(tool, (this.#tools.get(tool) ?? 0) + 1);
    }
  }
  streams() {
    const days = [...this.#days].sort(([a], [b]) => a - b);
    const stream = (dimension, trials, successes) => ({
      dimension,
      group: this.#group,
      days: days.map(([at, day]) => ({ at, trials: trials(day), successes: successes(day) }))
    });
    const tools = [...this.#tools].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MAX_TOOLS);
    return [
      stream(
        { kind: "success" },
        (day) => day.judged,
        (day) => day.passed
      ),
      stream(
        { kind: "tool_error" },
        (day) => day.withTools,
        (day) => day.toolErrors
      ),
      stream(
        { kind: "model_error" },
        (day) => day.withModels,
        (day) => day.modelErrors
      ),
      ...tools.map(
        ([tool]) => stream(
          { kind: "tool_use", tool },
          (day) => day.all,
          (day) => day.tools.get(tool) ?? 0
        )
      )
    ];
  }
  #day(at) {
    const known = this.#days.get(at);
    if (known !== void 0) return known;
    const fresh = {
      ...{ all: 0, judged: 0, passed: 0, withTools: 0, toolErrors: 0, withModels: 0, modelErrors: 0 },
      tools: /* @__PURE__ */ new Map()
    };
    this.#days.set(at, fresh);
    return fresh;
  }
};
function textsIn(cell) {
  return Array.isArray(cell) ? [...new Set(cell.filter((one) => typeof one === "string"))] : [];
}
function toolsIn(cell) {
  const counts = typeof cell === "string" ? JSON.parse(cell) : cell;
  return typeof counts === "object" && counts !== null ? Object.keys(counts) : [];
}

// src/knowledge/drift/rate-drift.ts
function driftRules(streams) {
  return {
    runLengthDays: 730 * Math.max(1, streams),
    baselineDays: 56,
    lagDays: 14,
    minBaselineTrials: 100,
    minBinTrials: 20
  };
}
var WEEK = 7;
function watchRate(days, rules, acceptedAt) {
  let detector = freshDetector;
  let waiting = [];
  return days.map((day) => {
    waiting.push(day);
    const baseline = baselineOf(days, day.at, rules, acceptedAt);
    const enough = waiting.reduce((sum, { trials }) => sum + trials, 0) >= rules.minBinTrials;
    const known = { baselineRate: baseline?.rate(day.at) ?? null, overdispersion: baseline?.overdispersion ?? 1 };
    if (baseline === null || !enough) {
      if (baseline === null) waiting = [];
      return { at: day.at, z: null, ...known, evidence: evidence(detector), alarm: false };
    }
    const z = seasonalZ(waiting, baseline);
    waiting = [];
    detector = observe(detector, z);
    const found = evidence(detector);
    const alarm = found >= rules.runLengthDays;
    if (alarm) detector = freshDetector;
    return { at: day.at, z, ...known, evidence: found, alarm };
  });
}
function baselineOf(days, at, rules, acceptedAt) {
  const last = at - rules.lagDays;
  const cut2 = acceptedAt.reduce(
    (latest, accepted) => accepted <= at ? Math.max(latest, accepted) : latest,
    Number.NEGATIVE_INFINITY
  );
  const first = Math.max(last - rules.baselineDays + 1, cut2);
  const bins = days.filter((day) => day.at >= first && day.at <= last);
  const trials = bins.reduce((sum, bin) => sum + bin.trials, 0);
  return trials < rules.minBaselineTrials ? null : seasonalRate(bins, WEEK);
}

// src/knowledge/drift/suspects.ts
var DECAY_HOURS = 6;
var UNLISTED = 0.1;
var SHOWN = 3;
var NEGLIGIBLE = 5e-3;
function suspects(posterior, entries, resolutionHours) {
  const scored = entries.map(({ id, atHours }) => ({ id, score: scoreOf(posterior, atHours, resolutionHours) }));
  const sum = scored.reduce((total, { score }) => total + score, 0);
  const listed = sum === 0 ? 0 : 1 - UNLISTED;
  const ranked = scored.map(({ id, score }) => ({ id, probability: sum === 0 ? 0 : listed * score / sum })).filter(({ probability }) => probability >= NEGLIGIBLE).sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
  return [...ranked.slice(0, SHOWN), { id: null, probability: 1 - listed }];
}
function scoreOf(posterior, atHours, resolutionHours) {
  return posterior.reduce((sum, point) => {
    const sinceHours = point.atHours - atHours;
    if (sinceHours < -resolutionHours) return sum;
    return sum + point.probability * Math.exp(-Math.max(0, sinceHours) / (DECAY_HOURS + resolutionHours));
  }, 0);
}

// src/knowledge/drift/find-drift.ts
var MIN_TRIALS = 200;
var LOOK_BACK_DAYS = 28;
var SHARE = 0.9;
function findDrift(streams, question) {
  const watched = streams.filter(({ days }) => days.reduce((sum, { trials }) => sum + trials, 0) >= MIN_TRIALS);
  const rules = driftRules(watched.length);
  const drifts = watched.flatMap((stream) => driftOf(stream, rules, question) ?? []);
  return {
    drifts: drifts.sort((a, b) => b.evidence - a.evidence),
    watched: watched.length,
    tooThin: streams.length - watched.length
  };
}
function driftOf(stream, rules, { since, acceptedAt, entries }) {
  const alarm = watchRate(stream.days, rules, acceptedAt).find((day) => day.alarm && day.at >= since);
  if (alarm === void 0) return null;
  const recent = stream.days.filter(({ at }) => at > alarm.at - LOOK_BACK_DAYS && at <= alarm.at);
  const point = changePoint(recent, { overdispersion: alarm.overdispersion, share: SHARE });
  const dayAt = (index) => recent[index]?.at ?? alarm.at;
  const posterior = point?.posterior.map((probability, index) => ({ atHours: 24 * dayAt(index), probability })) ?? [];
  return {
    dimension: stream.dimension,
    group: stream.group,
    alarmAt: alarm.at,
    from: point === null ? alarm.at : dayAt(point.from - 1),
    to: point === null ? alarm.at : dayAt(point.to),
    before: point?.before ?? alarm.baselineRate ?? 0,
    after: point?.after ?? rateOf(recent.slice(-1)),
    evidence: alarm.evidence,
    suspects: suspects(posterior, entries, 24)
  };
}
function rateOf(days) {
  const trials = days.reduce((sum, day) => sum + day.trials, 0);
  return trials === 0 ? 0 : days.reduce((sum, day) => sum + day.successes, 0) / trials;
}

// src/commands/drift.ts
var RECENT_DAYS = 7;
var MS_AN_HOUR = 36e5;
var LEDGER_HOURS = 24 * 60;
async function driftCommand(options, surroundings) {
  const acceptedAt = options.accepted.map((day) => dayOption("--accepted", day));
  const asked = options.since === void 0 ? null : dayOption("--since", options.since);
  const reader = await readTraffic(options, surroundings);
  const builder = new StreamBuilder();
  for await (const group of reader.table("trajectories", BEHAVIOUR_COLUMNS, null)) {
    if (surroundings.signal.aborted) return 4;
    builder.add(group);
  }
  const streams = builder.build();
  const lastDay = streams.reduce((last, { days }) => Math.max(last, days.at(-1)?.at ?? last), 0);
  const since = asked ?? lastDay - RECENT_DAYS + 1;
  const ledger = await ledgerOf(options, surroundings, since);
  const found = findDrift(streams, { since, acceptedAt, entries: ledger });
  const shown = { ...found, since, lastDay, undated: builder.undated, entries: ledger };
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, ...shown }, null, 2) : renderDrift(shown));
  if (found.watched === 0) return 4;
  return found.drifts.length > 0 ? 1 : 0;
}
async function ledgerOf(options, surroundings, since) {
  const read = (text, file2) => () => readSettings({ text, file: file2, overrides: [] }).changes;
  const { part, file } = await settingsPart(options.config, surroundings, read);
  if (file === null) return [];
  const repository = await repositoryRoot(surroundings.directory);
  const sinceMs = (24 * since - LEDGER_HOURS) * MS_AN_HOUR;
  const commits = await agentHistory(repository, options.ref, part(), sinceMs);
  return commits.map(({ sha, atMs, author, subject }) => ({ id: sha, atHours: atMs / MS_AN_HOUR, author, subject }));
}
function dayOption(where, given) {
  const at = dayNumber(given);
  if (at !== null) return at;
  throw new UserError({
    where,
    message: `expected a day such as 2026-11-20, received ${cut(given, 40)}`,
    hint: null
  });
}
export {
  driftCommand
};
