import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  eachTrajectory,
  newestDays
} from "./chunk-N45HWQLZ.js";
import {
  readTraffic
} from "./chunk-5ZJF47S4.js";
import {
  settingsPart
} from "./chunk-J2H5CFTH.js";
import {
  benjaminiHochberg,
  changePoint,
  evidence,
  freshDetector,
  kitagawa,
  logGamma,
  normalQuantile,
  observe,
  readSettings,
  seasonalRate,
  seasonalZ,
  stratExact
} from "./chunk-BYDHNTQ5.js";
import {
  agentHistory,
  changedFiles,
  findChanges,
  repositoryRoot
} from "./chunk-3Z432Z7C.js";
import {
  ledgerCsv,
  renderLedger
} from "./chunk-FAUJ72YB.js";
import {
  require_dist
} from "./chunk-N73M3PSF.js";
import {
  callText,
  canonicalJson,
  dayOf,
  isJsonObject,
  jsonShape,
  momentOf,
  nestedDeeperThan,
  parseJson,
  parsePythonJson,
  sha256
} from "./chunk-I3AMN25J.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import {
  __toESM
} from "./chunk-WD6H2GOG.js";

// src/knowledge/attribution/poisson.ts
var NORMAL_FROM = 50;
function poisson(mean, random) {
  if (mean >= NORMAL_FROM) {
    const z = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z));
  }
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > end; product *= random()) count += 1;
  return count;
}

// src/knowledge/attribution/decompose.ts
var REPLICATES = 400;
var TAIL = 0.025;
var MINOR = 0.2;
function mixAndRate(slices, { overdispersion, random }) {
  const found = kitagawa(slices);
  if (found === null) return null;
  const draws = Array.from(
    { length: REPLICATES },
    () => kitagawa(slices.map((slice) => redrawn(slice, overdispersion, random)))
  ).flatMap((draw) => draw === null ? [] : [sums(draw.groups)]);
  const total = sums(found.groups);
  const mix = partOf(
    total.mix,
    draws.map((draw) => draw.mix)
  );
  const rate = partOf(
    total.rate,
    draws.map((draw) => draw.rate)
  );
  return {
    kind: kindOf(mix, rate),
    difference: found.difference,
    ...{ mix, rate },
    slices: found.groups.map((terms, index) => ({ slice: slices[index]?.slice ?? "", ...terms })).sort((a, b) => Math.abs(b.mix) + Math.abs(b.rate) - Math.abs(a.mix) - Math.abs(a.rate)),
    fresh: slices.filter(({ before, after }) => before.size === 0 && after.size > 0).map(({ slice }) => slice),
    gone: slices.filter(({ before, after }) => before.size > 0 && after.size === 0).map(({ slice }) => slice)
  };
}
function kindOf(mix, rate) {
  const isTold = ({ low, high }) => low > 0 || high < 0;
  const isMinor = (part, beside) => Math.abs(part.value) < MINOR * Math.abs(beside.value);
  const [hasMix, hasRate] = [isTold(mix) && !isMinor(mix, rate), isTold(rate) && !isMinor(rate, mix)];
  if (hasMix && hasRate) return "both";
  if (hasMix) return "mix";
  return hasRate ? "rate" : "unclear";
}
function redrawn({ slice, before, after }, overdispersion, random) {
  const side = ({ size, successes }) => {
    const [passed, failed] = [successes, size - successes].map(
      (count) => overdispersion * poisson(count / overdispersion, random)
    );
    return { size: (passed ?? 0) + (failed ?? 0), successes: passed ?? 0 };
  };
  return { slice, before: side(before), after: side(after) };
}
function sums(groups) {
  return {
    mix: groups.reduce((sum2, group) => sum2 + group.mix, 0),
    rate: groups.reduce((sum2, group) => sum2 + group.rate, 0)
  };
}
function partOf(value, draws) {
  const sorted2 = draws.toSorted((a, b) => a - b);
  const at = (share) => sorted2[Math.round(share * (sorted2.length - 1))] ?? value;
  return { value, low: at(TAIL), high: at(1 - TAIL) };
}

// src/knowledge/attribution/layers.ts
var LAYER_OF = {
  prompt: "scaffolding",
  tool: "tools_and_environment",
  model_pin: "foundation_model",
  agent_version: "scaffolding",
  model_fingerprint: "foundation_model",
  tool_contract: "tools_and_environment"
};
var NEGLIGIBLE = 1e-9;
function layerOf(kind) {
  return LAYER_OF[kind];
}
function layersOf(suspects2, entries, split) {
  const mixShare = split === null ? 0 : shareOfMix(split);
  const found = /* @__PURE__ */ new Map();
  const add = (layer, probability, evidence2) => {
    const known = found.get(layer) ?? { probability: 0, evidence: [] };
    found.set(layer, {
      probability: known.probability + probability,
      evidence: evidence2 === null ? known.evidence : [...known.evidence, evidence2]
    });
  };
  if (split !== null && mixShare > 0) add("distribution_shift", mixShare, mixEvidence(split));
  for (const { id, probability } of suspects2) {
    const entry = entries.find((one) => one.id === id);
    const share = (1 - mixShare) * probability;
    if (entry === void 0) add("unknown", share, null);
    else add(layerOf(entry.kind), share, `${entry.kind.replaceAll("_", " ")}: ${entry.what}`);
  }
  const told = suspects2.reduce((sum2, { probability }) => sum2 + probability, 0);
  add("unknown", (1 - mixShare) * (1 - told), null);
  return [...found].map(([layer, finding]) => ({ layer, ...finding })).filter(({ probability }) => probability > NEGLIGIBLE).sort((a, b) => b.probability - a.probability || (a.layer < b.layer ? -1 : 1));
}
function shareOfMix({ kind, mix, rate }) {
  if (kind === "rate" || kind === "unclear") return 0;
  if (kind === "mix") return 1;
  return Math.abs(mix.value) / (Math.abs(mix.value) + Math.abs(rate.value));
}
function mixEvidence({ slices, fresh }) {
  const [most] = slices.toSorted((a, b) => Math.abs(b.mix) - Math.abs(a.mix));
  const moved = most === void 0 ? "" : `, most by ${most.slice}`;
  return `the mix of tasks changed${moved}${fresh.length > 0 ? `; new: ${fresh.join(", ")}` : ""}`;
}

// src/knowledge/attribution/windows.ts
var BEFORE_DAYS = 28;
var MAX_OVERLAP = 0.02;
var REST = "(in no slice)";
function sliceWindows(series, { from, to, alarmAt }) {
  const all = series.find(({ slice }) => slice === null);
  const parts = series.filter(({ slice }) => slice !== null);
  if (all === void 0 || parts.length === 0) return null;
  const sides = ({ days }) => ({
    before: within(days, from - BEFORE_DAYS, from - 1),
    after: within(days, Math.min(to, alarmAt), alarmAt)
  });
  const counted = parts.map((part) => ({ slice: part.slice ?? REST, ...sides(part) }));
  const whole = sides(all);
  const rest = (side) => {
    const sum2 = (of) => counted.reduce((total, part) => total + part[side][of], 0);
    return { size: whole[side].size - sum2("size"), successes: whole[side].successes - sum2("successes") };
  };
  const [before, after] = [rest("before"), rest("after")];
  const overlaps = ["before", "after"].some((side) => -rest(side).size > MAX_OVERLAP * whole[side].size);
  if (overlaps) return null;
  const hasRest = before.size + after.size > 0 && [before, after].every((side) => side.successes >= 0 && side.successes <= side.size);
  return hasRest ? [...counted, { slice: REST, before, after }] : counted;
}
function within(days, from, to) {
  const inside = days.filter(({ at }) => at >= from && at <= to);
  return {
    size: inside.reduce((sum2, { trials }) => sum2 + trials, 0),
    successes: inside.reduce((sum2, { successes }) => sum2 + successes, 0)
  };
}

// src/knowledge/attribution/attribute.ts
var US_AN_HOUR = 36e8;
function ledgerSuspects(entries) {
  return entries.filter(({ kind, from }) => kind !== "model_fingerprint" || from !== null).map(({ id, atUs }) => ({ id, atHours: atUs / US_AN_HOUR }));
}
var OVERDISPERSION = 1.5;
function attributionOf(shift, streams, entries, random) {
  const split = shift.group.kind === "all" ? splitOf(shift, streams, random) : null;
  return { split, layers: layersOf(shift.suspects, entries, split) };
}
function splitOf(shift, streams, random) {
  const key = JSON.stringify(shift.dimension);
  const series = streams.filter(({ dimension, group }) => group.kind !== "cohort" && JSON.stringify(dimension) === key).map(({ group, days }) => ({ slice: group.kind === "slice" ? group.name : null, days }));
  const windows = sliceWindows(series, shift);
  return windows === null ? null : mixAndRate(windows, { overdispersion: OVERDISPERSION, random });
}

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

// src/knowledge/contracts/content.ts
var DIGITS = 16;
var TIMES = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\b\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\b|\b1[5-9]\d{8}(?:\d{3}(?:\d{3})?)?\b/g;
var NUMBERS = /(?<![\w.])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/g;
var IDS = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b(?=\w*\d)(?=\w*[A-Za-z])\w{10,}\b|\b[0-9a-f]{12,}\b/gi;
var ID_MEMBER = /^_?(?:u?u?id|.+_id|.+Id|etag|cursor|request_?id|trace_?id)$/;
function contentOf(value) {
  const text = (one) => typeof one === "string" ? one : canonicalJson(one);
  const print = (one) => sha256(one).slice(0, DIGITS);
  const [ordered, withoutIds] = [sorted(value), withoutIdMembers(value)];
  const exact = text(value);
  return {
    exact: print(exact),
    order: print(text(ordered)),
    timestamps: print(exact.replace(TIMES, "T")),
    numbers: print(numbered(exact)),
    ids: print(text(withoutIds).replace(IDS, "I")),
    all: print(text(sorted(numberedIn(withoutIdMembers(value)))))
  };
}
function sorted(value) {
  if (typeof value === "string") return value.split("\n").sort().join("\n");
  if (Array.isArray(value)) {
    const items = value.map(sorted).map((item) => ({ item, text: canonicalJson(item) }));
    return items.sort((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0).map(({ item }) => item);
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sorted(member)]));
}
function withoutIdMembers(value) {
  if (Array.isArray(value)) return value.map(withoutIdMembers);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const isId = ID_MEMBER.test(name) && (typeof member === "string" || typeof member === "number");
    return [name, isId ? "I" : withoutIdMembers(member)];
  });
  return Object.fromEntries(members);
}
function numberedIn(value) {
  if (typeof value === "string") return numbered(value.replace(TIMES, "T").replace(IDS, "I"));
  if (Array.isArray(value)) return value.map(numberedIn);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, numberedIn(member)]));
}
function numbered(text) {
  return text.replace(NUMBERS, (number) => String(Number(number.replaceAll(",", ""))));
}

// src/knowledge/contracts/structured.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_CHARS = 2e5;
var MAX_LEVELS = 64;
var RECORDS = /^(?:- )?[A-Za-z_][\w-]*:(?: .*)?\n(?:\s*(?:- |[A-Za-z_][\w-]*:)|\s+\S)/;
var NO_VALUE = /* @__PURE__ */ new Set(["", "null", "none", "nil", "undefined", "[]", "{}"]);
function structured(value) {
  if (typeof value !== "string" || value.length > MAX_CHARS) return value;
  const text = value.trim();
  const data = /^[[{]/.test(text) ? written(text) : RECORDS.test(text) ? records(text) : void 0;
  return data === void 0 || nestedDeeperThan(data, MAX_LEVELS) ? value : data;
}
function isEmpty(value) {
  if (typeof value === "string") return NO_VALUE.has(value.trim().toLowerCase());
  if (Array.isArray(value)) return value.length === 0;
  return value === null || isJsonObject(value) && Object.keys(value).length === 0;
}
function written(text) {
  return parseJson(text) ?? parsePythonJson(text);
}
function records(text) {
  try {
    const read = (0, import_yaml.parse)(text, { schema: "core", maxAliasCount: 0, logLevel: "silent" });
    return typeof read === "object" && read !== null ? parseJson(JSON.stringify(read)) : void 0;
  } catch {
    return void 0;
  }
}

// src/knowledge/contracts/reading.ts
var OUTCOME = "outcome";
var ARGUMENTS = "arguments";
var MAX_LEVELS2 = 6;
var MAX_ITEMS = 50;
var MAX_PATHS = 120;
var MAX_SCALAR_CHARS = 40;
var MAX_ERROR_CHARS = 60;
function readingOf({ outcome }) {
  switch (outcome.kind) {
    case "unknown":
      return null;
    case "error":
      return { facets: [[OUTCOME, `error ${errorKind(outcome.value)}`]], content: null, scalars: [] };
    case "result":
      return resultReading(outcome.value);
    default:
      return outcome;
  }
}
function resultReading(raw) {
  const value = structured(raw);
  if (isEmpty(value)) return { facets: [[OUTCOME, "empty"]], content: null, scalars: [] };
  if (typeof value === "string" && /^\s*error\b/i.test(value))
    return { facets: [[OUTCOME, `error ${errorKind(value)}`]], content: null, scalars: [] };
  const { types, scalars } = walked(value, "$");
  return { facets: [[OUTCOME, "result"], ...facetsOf(types)], content: contentOf(value), scalars };
}
function argumentsReading(value) {
  if (value === null) return { facets: [], scalars: [] };
  const { types, scalars } = walked(value, ARGUMENTS);
  return { facets: facetsOf(types), scalars };
}
function facetsOf(types) {
  return [...types].map(([path, found]) => [path, [...found].sort().join("|")]).sort(byPath);
}
function walked(value, root) {
  const types = /* @__PURE__ */ new Map();
  const scalars = [];
  const visit = (at, path, level) => {
    const known = types.get(path);
    if (known === void 0 && types.size >= MAX_PATHS) return;
    types.set(path, (known ?? /* @__PURE__ */ new Set()).add(typeOf(at)));
    if (level >= MAX_LEVELS2) return;
    if (Array.isArray(at)) for (const item of at.slice(0, MAX_ITEMS)) visit(item, `${path}[]`, level + 1);
    else if (isJsonObject(at))
      for (const [name, member] of Object.entries(at)) visit(member, `${path}.${name}`, level + 1);
    else if (at !== null && String(at).length <= MAX_SCALAR_CHARS) scalars.push([path, JSON.stringify(at)]);
    else scalars.push([path, typeOf(at)]);
  };
  visit(value, root, 0);
  return { types, scalars };
}
function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}
function errorKind(value) {
  const read = typeof value === "string" ? parseJson(value) ?? value : value;
  if (isJsonObject(read) && !nestedDeeperThan(read, MAX_LEVELS2)) {
    const inner = isJsonObject(read.error) ? read.error : read;
    const named2 = ["type", "code", "status", "name"].flatMap((name) => name in inner ? [inner[name] ?? null] : []);
    const words = inner.message ?? read.error ?? read.message;
    return `${canonicalJson(named2)} ${typeof words === "string" ? masked(words) : jsonShape(read)}`;
  }
  return masked(typeof read === "string" ? read : canonicalJson(read));
}
function masked(text) {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.replace(/(["'`])(?:(?!\1).)*\1/g, "\u2026").replace(/\S*[\d@/\\]\S*/g, "\u2026").slice(0, MAX_ERROR_CHARS);
}
function byPath([a], [b]) {
  return a < b ? -1 : 1;
}

// src/knowledge/contracts/summary.ts
var LIMITS = {
  tools: 500,
  classes: 200,
  /** Of a tool, by the smallest hashes, so that every shard keeps the same ones. */
  calls: 2e3,
  tasks: 16,
  contents: 16,
  fields: 200,
  /** Distinct values of an enumeration. */
  values: 12
};
function emptyTool() {
  return { classes: /* @__PURE__ */ new Map(), calls: /* @__PURE__ */ new Map(), fields: /* @__PURE__ */ new Map() };
}
function mergedDays(a, b) {
  return mergedMaps(a, b, mergedCells, Number.POSITIVE_INFINITY);
}
function mergedAnswers(a, b) {
  return {
    days: mergedDays(a.days, b.days),
    tasks: mergedMaps(
      a.tasks,
      b.tasks,
      (one, other) => ({
        ...one,
        judged: one.judged + other.judged,
        passed: one.passed + other.passed
      }),
      LIMITS.tasks
    ),
    contents: mergedMaps(
      a.contents,
      b.contents,
      (one, other) => ({ ...one, count: one.count + other.count }),
      LIMITS.contents
    )
  };
}
function mergedCells(a, b) {
  const isFirst = a.firstUs < b.firstUs || a.firstUs === b.firstUs && a.firstId <= b.firstId;
  return {
    count: a.count + b.count,
    firstUs: Math.min(a.firstUs, b.firstUs),
    lastUs: Math.max(a.lastUs, b.lastUs),
    firstId: isFirst ? a.firstId : b.firstId
  };
}
function mergedFields(a, b) {
  if (a.values === null || b.values === null) return { values: null };
  const values = mergedMaps(a.values, b.values, mergedDays, Number.POSITIVE_INFINITY);
  return { values: values.size > LIMITS.values ? null : values };
}
function mergedMaps(a, b, both, limit) {
  const merged = new Map(a);
  for (const [key, value] of b) {
    const known = merged.get(key);
    merged.set(key, known === void 0 ? value : both(known, value));
  }
  return kept(merged, limit);
}
function kept(map, limit) {
  if (map.size <= limit) return map;
  return new Map([...map].sort(([a], [b]) => a < b ? -1 : 1).slice(0, limit));
}

// src/knowledge/contracts/collect.ts
var US_A_DAY2 = 864e8;
var DIGITS2 = 16;
var MAX_LABEL_CHARS = 160;
var MAX_LEVELS3 = 64;
var MAX_READINGS = 2e3;
var SLACK = 2;
var ContractBuilder = class {
  #tools = /* @__PURE__ */ new Map();
  #readings = /* @__PURE__ */ new Map();
  #undated = 0;
  add(trajectory) {
    const task = taskOf(trajectory);
    const passed = trajectory.outcomes.find((outcome) => outcome.passed !== null)?.passed ?? null;
    const seen = /* @__PURE__ */ new Set();
    for (const step of trajectory.steps) {
      if (step.kind !== "tool_call" || nestedDeeperThan(step.arguments, MAX_LEVELS3)) continue;
      const reading = this.#reading(step);
      if (reading === null) continue;
      const atUs = step.startUs ?? trajectory.startUs;
      if (atUs === null) this.#undated += 1;
      else this.#count(step, reading, { atUs, id: trajectory.id, task, passed }, seen);
    }
  }
  build() {
    for (const tool of this.#tools.values()) trim(tool, 1);
    return { tools: new Map(this.#tools), undated: this.#undated };
  }
  #reading(step) {
    const { outcome } = step;
    if (outcome.kind === "unknown" || nestedDeeperThan(outcome.value, MAX_LEVELS3)) return null;
    const key = sha256(`${outcome.kind} ${canonicalJson(outcome.value)}`);
    const reading = this.#readings.get(key) ?? readingOf(step);
    if (reading === null) return null;
    if (this.#readings.size >= MAX_READINGS) this.#readings.clear();
    this.#readings.set(key, reading);
    return reading;
  }
  /** A trajectory counts once for the same answer to the same call: what it repeats says nothing new. */
  #count(step, reading, { atUs, id, task, passed }, seen) {
    const tool = this.#tool(step.name);
    if (tool === null) return;
    const given = argumentsReading(step.arguments);
    const facets = [...given.facets, ...reading.facets];
    const name = sha256(JSON.stringify(facets)).slice(0, DIGITS2);
    const call = step.arguments === null ? null : sha256(callText(step)).slice(0, DIGITS2);
    const day = Math.floor(atUs / US_A_DAY2);
    const cell = { count: 1, firstUs: atUs, lastUs: atUs, firstId: id };
    if (isNew(seen, `${step.name} ${name}`)) {
      const known = tool.classes.get(name) ?? { facets, days: /* @__PURE__ */ new Map() };
      tool.classes.set(name, known);
      put(known.days, day, cell, mergedCells);
      for (const [path, value] of [...given.scalars, ...reading.scalars])
        put(tool.fields, path, { values: /* @__PURE__ */ new Map([[value, /* @__PURE__ */ new Map([[day, cell]])]]) }, mergedFields);
    }
    if (call === null || !isNew(seen, `${call} ${name}`)) return;
    const byClass = tool.calls.get(call) ?? /* @__PURE__ */ new Map();
    tool.calls.set(call, byClass);
    const judged = passed === null ? 0 : 1;
    put(
      byClass,
      name,
      {
        days: /* @__PURE__ */ new Map([[day, cell]]),
        tasks: /* @__PURE__ */ new Map([[task.key, { label: task.label, judged, passed: passed === true ? 1 : 0 }]]),
        contents: new Map(
          reading.content === null ? [] : [[reading.content.exact, { content: reading.content, count: 1 }]]
        )
      },
      mergedAnswers
    );
    trim(tool, SLACK);
  }
  #tool(name) {
    const known = this.#tools.get(name);
    if (known !== void 0) return known;
    if (this.#tools.size >= LIMITS.tools) return null;
    const tool = emptyTool();
    this.#tools.set(name, tool);
    return tool;
  }
};
function isNew(seen, key) {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
function put(map, key, value, both) {
  const known = map.get(key);
  map.set(key, known === void 0 ? value : both(known, value));
}
function trim(tool, slack) {
  const cut2 = (map, limit) => {
    if (map.size <= limit * slack) return;
    for (const key of [...map.keys()].sort().slice(limit)) map.delete(key);
  };
  cut2(tool.classes, LIMITS.classes);
  cut2(tool.calls, LIMITS.calls);
  cut2(tool.fields, LIMITS.fields);
}
function taskOf({ steps }) {
  const call = steps.find((step) => step.kind === "model_call" && step.input !== null);
  const input = call?.kind === "model_call" ? call.input ?? [] : [];
  const text = textOf(input.find(({ role }) => role === "user")).trim();
  return { key: sha256(text).slice(0, DIGITS2), label: text.slice(0, MAX_LABEL_CHARS) };
}
function textOf(message) {
  return (message?.parts ?? []).flatMap((part) => part.kind === "text" ? [part.text] : []).join("\n");
}

// src/knowledge/contracts/switches.ts
var MIN_SEGMENT = 4;
function switchesIn(sightings) {
  const segments = withoutBlips(segmentsOf(sightings));
  return segments.flatMap((segment, index) => {
    const old = segments.slice(0, index).findLast(({ answer }) => answer !== null);
    if (old === void 0 || segment.answer === null || segment.answer === old.answer) return [];
    const between = segments[index - 1] === old ? [] : segments[index - 1]?.sightings ?? [];
    return switchBetween(old, segment, between) ?? [];
  });
}
function switchBetween(old, now, between) {
  const fresh = [...between, ...now.sightings].filter(({ answer }) => answer === now.answer).map(({ cell }) => cell);
  const first = fresh.reduce((a, b) => a === null || b.firstUs < a.firstUs ? b : a, null);
  if (first === null || old.answer === null || now.answer === null) return null;
  const [before, after] = [countsOf(old.sightings), countsOf(now.sightings)];
  const strata = [...before.keys()].filter((stratum) => after.has(stratum));
  return {
    from: old.answer,
    to: now.answer,
    oldSinceUs: firstUsOf(old),
    lastOldUs: old.lastUs,
    allNewUs: firstUsOf(now),
    firstNewUs: first.firstUs,
    firstNewId: first.firstId,
    before: sum(before.values()),
    after: sum(after.values()),
    strata,
    logP: -sum(strata.map((stratum) => logChoose(before.get(stratum) ?? 0, after.get(stratum) ?? 0)))
  };
}
function segmentsOf(sightings) {
  const segments = [];
  for (const sighting of sightings.toSorted((a, b) => a.cell.firstUs - b.cell.firstUs)) {
    const { answer, cell } = sighting;
    const last = segments.at(-1);
    const overlaps = last !== void 0 && cell.firstUs <= last.lastUs;
    if (last === void 0 || last.answer !== answer && !overlaps) {
      segments.push({ answer, lastUs: cell.lastUs, sightings: [sighting] });
      continue;
    }
    if (last.answer !== answer) last.answer = null;
    last.lastUs = Math.max(last.lastUs, cell.lastUs);
    last.sightings.push(sighting);
  }
  return segments;
}
function withoutBlips(segments) {
  const joined = [];
  for (const [index, segment] of segments.entries()) {
    const isEnd = index === 0 || index === segments.length - 1;
    const isBlip = !isEnd && sum(segment.sightings.map(({ cell }) => cell.count)) < MIN_SEGMENT;
    const answer = isBlip ? null : segment.answer;
    const last = joined.at(-1);
    if (last === void 0 || last.answer !== null || answer !== null) joined.push({ ...segment, answer });
    else {
      last.lastUs = Math.max(last.lastUs, segment.lastUs);
      last.sightings.push(...segment.sightings);
    }
  }
  return joined;
}
function firstUsOf({ sightings }) {
  return sightings.reduce((least, { cell }) => Math.min(least, cell.firstUs), Number.POSITIVE_INFINITY);
}
function countsOf(sightings) {
  const counts = /* @__PURE__ */ new Map();
  for (const { stratum, cell } of sightings) counts.set(stratum, (counts.get(stratum) ?? 0) + cell.count);
  return counts;
}
function logChoose(a, b) {
  return logGamma(a + b + 1) - logGamma(a + 1) - logGamma(b + 1);
}
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

// src/knowledge/contracts/enumeration.ts
var MIN_RECURRENCE = 5;
var MIN_WORDS = 2;
var WORD = /^"[A-Za-z][\w.-]*"$/;
function enumeration(field) {
  if (field === void 0 || field.values === null) return null;
  const sightings = [...field.values.values()].flatMap((days) => [...days.values()]);
  const count = sightings.reduce((sum2, cell) => sum2 + cell.count, 0);
  const words = [...field.values.keys()];
  return count >= MIN_RECURRENCE * words.length && words.every((word) => WORD.test(word)) ? words : null;
}
function replacedValues(path, field) {
  const words = path.startsWith(ARGUMENTS) ? null : enumeration(field);
  if (words === null || words.length < 2) return [];
  const days = (word) => [...field.values?.get(word)?.values() ?? []];
  const spans = words.map((word) => ({
    ...{ word, cells: days(word) },
    firstUs: days(word).reduce((least, cell) => Math.min(least, cell.firstUs), Number.POSITIVE_INFINITY),
    lastUs: days(word).reduce((most, cell) => Math.max(most, cell.lastUs), Number.NEGATIVE_INFINITY)
  })).sort((a, b) => a.firstUs - b.firstUs);
  return spans.slice(1).flatMap((_, index) => {
    const [old, now] = [spans.slice(0, index + 1), spans.slice(index + 1)];
    const lastOld = Math.max(...old.map(({ lastUs }) => lastUs));
    if (now.some(({ firstUs }) => firstUs <= lastOld) || !isReplaced(old, now)) return [];
    const named2 = (side) => side.map(({ word }) => word).sort().join(", ");
    const seen = (side) => side.flatMap(({ cells }) => cells.map((cell) => ({ answer: named2(side), stratum: path, cell })));
    return switchesIn([...seen(old), ...seen(now)]);
  });
}
function isReplaced(old, now) {
  if (old.length >= MIN_WORDS && now.length >= MIN_WORDS) return true;
  const spelt = (side) => side.map(({ word }) => word.toLowerCase().replace(/[^a-z]/g, "")).sort().join();
  return spelt(old) === spelt(now);
}

// src/knowledge/contracts/tool-answers.ts
var MAX_ANSWERS = 24;
var ABSENT = "absent";
function facetViews(tool) {
  const tables = [...tool.classes].map(([name, { facets }]) => ({ name, facets: new Map(facets) }));
  const paths = new Set(tables.flatMap(({ facets }) => [...facets.keys()]));
  return [...paths].filter((path) => !path.startsWith(ARGUMENTS)).sort().flatMap((path) => {
    const valueIn = /* @__PURE__ */ new Map();
    const counts = /* @__PURE__ */ new Map();
    for (const { name, facets } of tables) {
      const value = facets.get(path) ?? (isMissingMember(facets, path) ? ABSENT : null);
      if (value === null) continue;
      valueIn.set(name, value);
      counts.set(value, (counts.get(value) ?? 0) + classCount(tool, name));
    }
    const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MAX_ANSWERS);
    return ranked.length < 2 ? [] : [{ path, valueIn, values: ranked.map(([value]) => value) }];
  });
}
function sameCallSightings(tool, view, pair) {
  return [...tool.calls].flatMap(([call, byClass]) => {
    const found = answersOf(byClass, view).filter(({ answer }) => pair.includes(answer));
    if (new Set(found.map(({ answer }) => answer)).size < 2) return [];
    return found.flatMap(
      ({ answer, answers }) => [...answers.days.values()].map((cell) => ({ answer, stratum: call, cell }))
    );
  });
}
function sameShapeSightings(tool, view, values) {
  return [...tool.classes].flatMap(([name, { facets, days }]) => {
    const answer = view.valueIn.get(name);
    if (answer === void 0 || !values.includes(answer)) return [];
    const stratum = JSON.stringify(facets.filter(([path]) => path.startsWith(ARGUMENTS)));
    return [...days.values()].map((cell) => ({ answer, stratum, cell }));
  });
}
function answersOf(byClass, view) {
  return [...byClass].flatMap(([name, answers]) => {
    const answer = view.valueIn.get(name);
    return answer === void 0 ? [] : [{ answer, answers }];
  });
}
function classCount({ classes }, name) {
  return [...classes.get(name)?.days.values() ?? []].reduce((sum2, { count }) => sum2 + count, 0);
}
function isMissingMember(facets, path) {
  const dot = path.lastIndexOf(".");
  if (path === OUTCOME || dot < 0) return false;
  return (facets.get(path.slice(0, dot)) ?? "").split("|").includes("object");
}

// src/knowledge/contracts/tasks.ts
var LEVEL = 0.05;
var NONE = { judged: 0, passed: 0 };
function affectedTasks(tool, main) {
  if (main === null || main.view === null) return [];
  const [before, after] = [judgedBy(tool, main.view, main.from), judgedBy(tool, main.view, main.to)];
  const found = [...before].flatMap(([key, { label, ...old }]) => {
    const now = after.get(key) ?? { label, ...NONE };
    if (old.judged === 0 || now.judged === 0) return [];
    const test = stratExact([{ kind: "labels", n0: old.judged, s0: old.passed, n1: now.judged, s1: now.passed }]);
    const p = Math.min(1, 2 * Math.min(test.p, test.pUpper));
    return [{ task: label, before: old, after: { judged: now.judged, passed: now.passed }, p }];
  });
  const adjusted = benjaminiHochberg(found.map(({ p }) => p));
  return found.map((task, index) => ({ ...task, decided: (adjusted[index] ?? 1) <= LEVEL })).sort((a, b) => a.p - b.p || (a.task < b.task ? -1 : 1));
}
function judgedBy(tool, view, value) {
  const tasks = /* @__PURE__ */ new Map();
  for (const byClass of tool.calls.values())
    for (const { answers } of answersOf(byClass, view).filter(({ answer }) => answer === value))
      for (const [key, { label, judged, passed }] of answers.tasks) {
        const known = tasks.get(key) ?? NONE;
        tasks.set(key, { label, judged: known.judged + judged, passed: known.passed + passed });
      }
  return tasks;
}

// src/knowledge/contracts/find-changes.ts
var ALPHA = 1e-3;
function contractChanges({ tools }) {
  const views = new Map([...tools].map(([name, tool]) => [name, facetViews(tool)]));
  const pairs = [...views.values()].flat().map(({ values }) => values.length * (values.length - 1) / 2);
  const fields = [...tools.values()].map((tool) => tool.fields.size);
  const tests = [...pairs, ...fields].reduce((sum2, count) => sum2 + count, 0);
  return [...tools].flatMap(([name, tool]) => {
    const answers = (views.get(name) ?? []).flatMap((view) => breaksOf(tool, view, tests));
    const found = [...answers, ...enumBreaks(tool, tests)];
    return grouped(found).map((group) => changeOf(name, tool, group));
  }).sort((a, b) => a.firstNewUs - b.firstNewUs || (a.tool < b.tool ? -1 : 1));
}
function breaksOf(tool, view, tests) {
  return view.values.flatMap(
    (a, index) => view.values.slice(index + 1).flatMap((b) => {
      const significant = (level, sightings) => switchesIn(sightings).map((found) => ({ ...found, path: view.path, view, level, p: Math.min(1, Math.exp(found.logP) * tests) })).filter(({ p }) => p <= ALPHA);
      const same = significant("same_arguments", sameCallSightings(tool, view, [a, b])).filter(
        (found) => isTheTools(tool, view, found)
      );
      return same.length > 0 ? same : significant("same_shape", sameShapeSightings(tool, view, [a, b]));
    })
  );
}
function isTheTools(tool, view, { from, to, oldSinceUs, lastOldUs, allNewUs, strata }) {
  const wasKnown = sameShapeSightings(tool, view, [to]).some(
    ({ cell }) => cell.firstUs <= lastOldUs && cell.lastUs >= oldSinceUs
  );
  if (wasKnown) return false;
  if (strata.length >= 2) return true;
  return ![...tool.calls].some(([call, byClass]) => {
    if (strata.includes(call)) return false;
    const days = answersOf(byClass, view).filter(({ answer }) => answer === from).flatMap(({ answers }) => [...answers.days.values()]);
    return days.some(({ firstUs }) => firstUs <= lastOldUs) && days.some(({ lastUs }) => lastUs >= allNewUs);
  });
}
function enumBreaks(tool, tests) {
  return [...tool.fields].flatMap(
    ([path, field]) => replacedValues(path, field).map((found) => ({
      ...{ ...found, path, view: null, level: "same_shape" },
      p: Math.min(1, Math.exp(found.logP) * tests)
    })).filter(({ p }) => p <= ALPHA)
  );
}
function grouped(breaks) {
  const groups = [];
  for (const found of breaks.toSorted((a, b) => a.allNewUs - b.allNewUs)) {
    const group = groups.find(({ fromUs, toUs }) => found.lastOldUs <= toUs && found.allNewUs >= fromUs);
    if (group === void 0) groups.push({ fromUs: found.lastOldUs, toUs: found.allNewUs, breaks: [found] });
    else group.breaks.push(found);
  }
  return groups.map((group) => group.breaks);
}
function changeOf(name, tool, breaks) {
  const ranked = breaks.toSorted((a, b) => a.logP - b.logP || (a.path < b.path ? -1 : 1));
  const first = breaks.reduce((a, b) => b.firstNewUs < a.firstNewUs ? b : a);
  return {
    tool: name,
    effects: ranked.map(({ path, from, to, level, before, after, strata, p }) => ({
      ...{ path, from, to, level, before, after, comparable: strata.length, p }
    })),
    lastOldUs: Math.max(...breaks.map(({ lastOldUs }) => lastOldUs)),
    firstNewUs: first.firstNewUs,
    firstNewId: first.firstNewId,
    tasks: affectedTasks(tool, ranked.find(({ view }) => view !== null) ?? null)
  };
}

// src/knowledge/disk.ts
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync
} from "node:fs";
import { dirname } from "node:path";
function readKept(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw refused(path, error);
  }
}
function appendKept(path, lines) {
  if (lines === "") return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, "a+");
    try {
      dropCutLine(file);
      writeSync(file, lines);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw refused(path, error);
  }
}
function dropCutLine(file) {
  const { size } = fstatSync(file);
  const byte = Buffer.alloc(1);
  let end = size;
  for (; end > 0; end -= 1) {
    readSync(file, byte, 0, 1, end - 1);
    if (byte[0] === 10) break;
  }
  if (end < size) ftruncateSync(file, end);
}
function refused(path, error) {
  if (!(error instanceof Error && "syscall" in error)) return error;
  const hint = "is the disk full? give --store a folder that pawl may write";
  return new UserError({ where: path, message: `cannot be used: ${messageOf(error)}`, hint });
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
    const enough = waiting.reduce((sum2, { trials }) => sum2 + trials, 0) >= rules.minBinTrials;
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
  const trials = bins.reduce((sum2, bin) => sum2 + bin.trials, 0);
  return trials < rules.minBaselineTrials ? null : seasonalRate(bins, WEEK);
}

// src/knowledge/drift/suspects.ts
var DECAY_HOURS = 6;
var UNLISTED = 0.1;
var SHOWN = 3;
var NEGLIGIBLE2 = 5e-3;
function suspects(posterior, entries, resolutionHours) {
  const scored = entries.map(({ id, atHours }) => ({ id, score: scoreOf(posterior, atHours, resolutionHours) }));
  const sum2 = scored.reduce((total, { score }) => total + score, 0);
  const listed = sum2 === 0 ? 0 : 1 - UNLISTED;
  const ranked = scored.map(({ id, score }) => ({ id, probability: sum2 === 0 ? 0 : listed * score / sum2 })).filter(({ probability }) => probability >= NEGLIGIBLE2).sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
  return [...ranked.slice(0, SHOWN), { id: null, probability: 1 - listed }];
}
function scoreOf(posterior, atHours, resolutionHours) {
  return posterior.reduce((sum2, point) => {
    const sinceHours = point.atHours - atHours;
    if (sinceHours < -resolutionHours) return sum2;
    return sum2 + point.probability * Math.exp(-Math.max(0, sinceHours) / (DECAY_HOURS + resolutionHours));
  }, 0);
}

// src/knowledge/drift/find-drift.ts
var MIN_TRIALS = 200;
var LOOK_BACK_DAYS = 28;
var SHARE = 0.9;
function findDrift(streams, question) {
  const watched = streams.filter(({ days }) => days.reduce((sum2, { trials }) => sum2 + trials, 0) >= MIN_TRIALS);
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
  const trials = days.reduce((sum2, day) => sum2 + day.trials, 0);
  return trials === 0 ? 0 : days.reduce((sum2, day) => sum2 + day.successes, 0) / trials;
}

// src/knowledge/ledger/entry.ts
var LEDGER_KINDS = [
  "prompt",
  "tool",
  "model_pin",
  /** Code and dependencies of the agent. */
  "agent_version",
  /** Which model the provider says answered. */
  "model_fingerprint",
  /** How a tool was seen to answer. */
  "tool_contract"
];
var DIGITS3 = 16;
function entryId(kind, ...parts) {
  return `${kind}-${sha256(JSON.stringify(parts)).slice(0, DIGITS3)}`;
}

// src/knowledge/ledger/file.ts
var HEADER = { format: "pawl ledger v1" };
var US_A_DAY3 = 864e8;
var SAME_DAYS = 3;
function ledgerLines(known, added) {
  const header = known === null ? `${JSON.stringify(HEADER)}
` : "";
  return header + added.map((entry) => `${JSON.stringify(entry)}
`).join("");
}
function parseLedger(text, file) {
  const lines = text.split("\n");
  const header = parseJson(lines[0] ?? "");
  if (!isJsonObject(header) || header.format !== HEADER.format) {
    const message = `expected the header ${JSON.stringify(HEADER)}, received ${cut(lines[0] ?? "", 80)}`;
    throw new UserError({ where: file, message, hint: "was it written by a later version of pawl?" });
  }
  const entries = lines.slice(1).flatMap((line, index) => {
    const isLast = index === lines.length - 2;
    if (isLast) return [];
    const entry = readEntry(parseJson(line));
    if (entry !== null) return [entry];
    const message = `expected an entry, received ${cut(line, 80)}`;
    throw new UserError({
      where: `${file}, line ${index + 2}`,
      message,
      hint: "remove the line, then run pawl ledger again"
    });
  });
  return entries.sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
}
function newEntries(known, found) {
  const all = [...known];
  const added = [];
  for (const entry of found.toSorted((a, b) => a.atUs - b.atUs)) {
    if (all.some((one) => isSame(one, entry))) continue;
    all.push(entry);
    added.push(entry);
  }
  return added;
}
function isSame(a, b) {
  if (a.id === b.id) return true;
  if (a.kind !== "tool_contract" || b.kind !== "tool_contract") return false;
  const isAlike = a.name === b.name && a.from === b.from && a.to === b.to;
  return isAlike && Math.abs(a.atUs - b.atUs) <= SAME_DAYS * US_A_DAY3;
}
function readEntry(value) {
  if (!isJsonObject(value)) return null;
  const { id, atUs, name, from, to, what, trajectoryId } = value;
  const kind = LEDGER_KINDS.find((one) => one === value.kind);
  const commit = value.commit === null ? null : readCommit(value.commit);
  if (kind === void 0 || commit === void 0) return null;
  if (typeof id !== "string" || typeof atUs !== "number" || typeof name !== "string" || typeof what !== "string")
    return null;
  if (!isTextOrNull(from) || !isTextOrNull(to) || !isTextOrNull(trajectoryId)) return null;
  return { id, kind, atUs, name, from, to, what, commit, trajectoryId };
}
function readCommit(value) {
  if (!isJsonObject(value)) return void 0;
  const { sha, author, subject, pullRequest } = value;
  const isNumber = pullRequest === null || typeof pullRequest === "number";
  if (typeof sha !== "string" || typeof author !== "string" || typeof subject !== "string" || !isNumber)
    return void 0;
  return { sha, author, subject, pullRequest };
}
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}

// src/knowledge/ledger/fingerprints.ts
var MAX_SEEN = 1e3;
var FingerprintBuilder = class {
  #seen = /* @__PURE__ */ new Map();
  add({ id, startUs, steps }) {
    for (const step of steps) {
      if (step.kind !== "model_call") continue;
      const atUs = step.startUs ?? startUs;
      const model = step.responseModel ?? step.requestModel;
      if (model === null || atUs === null) continue;
      const requested = step.requestModel ?? model;
      const answered = step.systemFingerprint === void 0 ? model : `${model} (${step.systemFingerprint})`;
      const key = JSON.stringify([requested, answered]);
      const known = this.#seen.get(key);
      if (known === void 0 && this.#seen.size >= MAX_SEEN) continue;
      if (known === void 0 || atUs < known.atUs)
        this.#seen.set(key, { requested, answered, atUs, trajectoryId: id });
    }
  }
  /** `from` is what answered the same request before; null = the model had not been asked before. */
  build() {
    const byModel = Map.groupBy(this.#seen.values(), ({ requested }) => requested);
    return [...byModel].flatMap(([requested, seen]) => {
      const ordered = seen.toSorted((a, b) => a.atUs - b.atUs || (a.answered < b.answered ? -1 : 1));
      return ordered.map(({ answered, atUs, trajectoryId }, index) => {
        const from = ordered[index - 1]?.answered ?? null;
        const what = from === null ? `${requested} is answered by ${answered}` : `${requested}: ${from} -> ${answered}`;
        const id = entryId("model_fingerprint", requested, answered);
        return {
          id,
          kind: "model_fingerprint",
          name: requested,
          from,
          to: answered,
          what,
          atUs,
          trajectoryId,
          commit: null
        };
      });
    });
  }
};

// src/knowledge/ledger/of-commit.ts
var MAX_NAMED_PATHS = 5;
var US_A_MS = 1e3;
function entriesOfCommit(commit, changes) {
  const { sha, atMs, author, subject } = commit;
  const place = { sha, author, subject, pullRequest: pullRequestOf(subject) };
  const entry = entryMaker(place, US_A_MS * atMs);
  if (changes === null) return [entry({ ...version, name: sha.slice(0, 12), what: "the history begins here" })];
  const others = changes.flatMap(
    (change) => change.kind === "code" || change.kind === "dependency" ? [change.path] : []
  );
  return [
    ...changes.flatMap((change) => entryOf(change, entry)),
    ...others.length === 0 ? [] : [entry({ ...version, name: sha.slice(0, 12), what: named(others) })]
  ];
}
var version = { kind: "agent_version", from: null, to: null };
function entryMaker(commit, atUs) {
  return (told) => ({
    id: entryId(told.kind, commit.sha, told.name),
    ...told,
    ...{ atUs, commit, trajectoryId: null }
  });
}
function entryOf(change, entry) {
  switch (change.kind) {
    case "prompt": {
      const { kind, path, status, lines } = change;
      const count = (side) => lines.filter((line) => line.kind === side).length;
      const what = `${path} ${status}: ${count("added")} lines added, ${count("removed")} removed`;
      return [entry({ kind, name: path, from: null, to: null, what })];
    }
    case "tool": {
      const { kind, path, tool, effects } = change;
      const what = `${tool} in ${path}: ${[...new Set(effects.map(effectText))].join(", ")}`;
      return [entry({ kind, name: tool, from: null, to: null, what })];
    }
    case "model_pin": {
      const { kind, pin, from, to } = change;
      return [entry({ kind, name: pin, from, to, what: `${pin}: ${from ?? "none"} -> ${to ?? "none"}` })];
    }
    case "code":
    case "dependency":
    case "corpus":
    case "config":
      return [];
    default:
      return change;
  }
}
function effectText(effect) {
  const words = effect.kind.replaceAll("_", " ");
  if (effect.kind === "parameter_renamed") return `${words} from ${effect.from} to ${effect.to}`;
  return "parameter" in effect && effect.parameter !== null ? `${words} (${effect.parameter})` : words;
}
function named(paths) {
  const rest = paths.length - MAX_NAMED_PATHS;
  return `${paths.slice(0, MAX_NAMED_PATHS).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
function pullRequestOf(subject) {
  const match = /^Merge pull request #(\d{1,9})\b|\(#(\d{1,9})\)\s*$/.exec(subject);
  const number = match?.[1] ?? match?.[2];
  return number === void 0 ? null : Number(number);
}

// src/knowledge/ledger/of-contract.ts
var MAX_EFFECTS = 3;
var MAX_TASK_CHARS = 60;
function entryOfContract({ tool, effects, firstNewUs, firstNewId, tasks }) {
  const [main] = effects;
  const told = effects.slice(0, MAX_EFFECTS).map(({ path, from: from2, to: to2 }) => `${path}: ${from2} -> ${to2}`);
  const decided = tasks.filter((task) => task.decided).map(
    ({ task, before, after }) => `; decides "${task.slice(0, MAX_TASK_CHARS)}": ${before.passed}/${before.judged} -> ${after.passed}/${after.judged} passed`
  );
  const [from, to] = [main?.from ?? null, main?.to ?? null];
  return {
    id: entryId("tool_contract", tool, main?.path ?? null, from, to, dayOf(firstNewUs)),
    kind: "tool_contract",
    ...{ atUs: firstNewUs, name: tool, from, to },
    what: `${tool} answers otherwise: ${told.join(", ")}${decided.slice(0, 1).join("")}`,
    ...{ commit: null, trajectoryId: firstNewId }
  };
}

// src/commands/ledger-store.ts
import { join, resolve } from "node:path";
var TRAFFIC_DAYS = 70;
var NOTE_EVERY = 100;
function readLedger({ store }, { directory }) {
  const path = join(resolve(directory, store), "knowledge", "ledger.jsonl");
  const text = readKept(path);
  return { path, entries: text === null ? null : parseLedger(text, path) };
}
async function updateLedger(options, sinceMs, surroundings) {
  const { path, entries: known } = readLedger(options, surroundings);
  const commits = await commitEntries(options, sinceMs, known ?? [], surroundings);
  const found = [...commits, ...await trafficEntries(options, surroundings)];
  const added = newEntries(known ?? [], found);
  appendKept(path, known === null || added.length > 0 ? ledgerLines(known, added) : "");
  const entries = [...known ?? [], ...added].sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  return { entries, added: added.length };
}
async function commitEntries({ config, ref }, sinceMs, known, surroundings) {
  const read = (text, file2) => () => readSettings({ text, file: file2, overrides: [] }).changes;
  const { part, file } = await settingsPart(config, surroundings, read);
  if (file === null) return [];
  const rules = part();
  const repository = await repositoryRoot(surroundings.directory);
  const listed = new Set(known.map(({ commit }) => commit?.sha));
  const commits = (await agentHistory(repository, ref, rules, sinceMs)).filter(({ sha }) => !listed.has(sha));
  const entries = [];
  for (const [index, commit] of commits.entries()) {
    if (surroundings.signal.aborted) break;
    if (index > 0 && index % NOTE_EVERY === 0)
      surroundings.warn(`reading history: ${index} of ${commits.length} commits`);
    const { parent, sha } = commit;
    const files = parent === null ? null : await changedFiles(repository, parent, { kind: "commit", sha });
    entries.push(...entriesOfCommit(commit, files === null ? null : findChanges(files, rules).affecting));
  }
  return entries;
}
async function trafficEntries(options, surroundings) {
  const reader = await readTraffic(options, surroundings);
  const [contracts, fingerprints] = [new ContractBuilder(), new FingerprintBuilder()];
  const isWhole = await eachTrajectory(
    reader,
    newestDays(reader, TRAFFIC_DAYS),
    "reading what tools and models answered",
    ({ trajectory }) => {
      contracts.add(trajectory);
      fingerprints.add(trajectory);
    },
    surroundings
  );
  return isWhole ? [...fingerprints.build(), ...contractChanges(contracts.build()).map(entryOfContract)] : [];
}

// src/commands/ledger.ts
var MS_A_DAY = 864e5;
var US_AN_HOUR2 = 36e8;
async function ledgerCommand(options, surroundings) {
  const sinceMs = options.since === void 0 ? 0 : MS_A_DAY * dayOption("--since", options.since);
  const { entries, added } = await updateLedger(options, sinceMs, surroundings);
  show(
    entries.filter(({ atUs }) => atUs >= 1e3 * sinceMs),
    options,
    surroundings,
    `${added} new; `
  );
  return surroundings.signal.aborted ? 4 : 0;
}
async function changesCommand(options, surroundings) {
  const { path, entries } = readLedger(options, surroundings);
  if (entries === null) {
    throw new UserError({ where: path, message: "there is no ledger yet", hint: 'run "pawl ledger" first' });
  }
  const hours = hoursOption(options.since);
  const beforeUs = options.before === void 0 ? entries.at(-1)?.atUs ?? 0 : momentOption("--before", options.before);
  const shown = entries.filter(({ atUs }) => atUs <= beforeUs && atUs >= beforeUs - hours * US_AN_HOUR2);
  show(shown, options, surroundings, "");
  return 0;
}
function show(entries, { json, csv }, { print }, begin) {
  if (json === true) print(JSON.stringify({ v: 1, entries }, null, 2));
  else if (csv === true) print(ledgerCsv(entries));
  else print(`${begin}${renderLedger(entries)}`);
}
function dayOption(where, given) {
  const at = dayNumber(given);
  if (at !== null) return at;
  const message = `expected a day such as 2026-11-20, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}
function momentOption(where, given) {
  const moment = momentOf(given) ?? momentOf(`${given}T00:00:00Z`);
  if (moment !== null) return moment.us;
  const message = `expected a day or a moment such as 2026-11-20T14:00:00Z, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}
function hoursOption(given) {
  const match = /^(\d{1,5})([hd])$/.exec(given);
  if (match !== null) return Number(match[1]) * (match[2] === "d" ? 24 : 1);
  const message = `expected hours or days such as 48h or 7d, received ${cut(given, 40)}`;
  throw new UserError({ where: "--since", message, hint: null });
}

export {
  ledgerSuspects,
  attributionOf,
  BEHAVIOUR_COLUMNS,
  StreamBuilder,
  findDrift,
  readLedger,
  commitEntries,
  ledgerCommand,
  changesCommand,
  dayOption
};
