const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  columnsOfRows
} from "./chunk-6ZUW57B3.js";
import {
  require_dist,
  require_picomatch
} from "./chunk-BYL2NBM7.js";
import {
  $setImmediate,
  DistinctSketch,
  QuantileSketch,
  benjaminiHochberg,
  binValue,
  changePoint,
  countScore,
  evidence,
  freshDetector,
  hashOf,
  kitagawa,
  locationChange,
  locationZ,
  logGamma,
  neighbourNoise,
  noisyLimits,
  normalQuantile,
  observe,
  overdispersion,
  seasonalLocation,
  seasonalRate,
  seasonalZ,
  stratExact,
  wilson
} from "./chunk-ESXIIXJN.js";
import {
  callText,
  canonicalJson,
  dayOf,
  hashJson,
  isJsonObject,
  jsonShape,
  momentOf,
  nestedDeeperThan,
  parseJson,
  parsePythonJson,
  require_ajv,
  schemaCheck,
  sha256
} from "./chunk-2SGQDVVG.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $gunzipSync,
  $gzipSync
} from "./chunk-MA7E5CPD.js";
import {
  $dirname,
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import {
  $closeSync,
  $fstatSync,
  $fsyncSync,
  $ftruncateSync,
  $mkdirSync,
  $openSync,
  $readFileSync,
  $readSync,
  $readdirSync,
  $renameSync,
  $rmSync,
  $writeFileSync,
  $writeSync
} from "./chunk-IIMPM4BQ.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

// src/knowledge/behaviour/summary.ts
var OTHERS = "(others)";
var Summary = class {
  trajectories = 0;
  rates = /* @__PURE__ */ new Map();
  numbers = /* @__PURE__ */ new Map();
  /** By name of the category, then by value. */
  categories = /* @__PURE__ */ new Map();
  distinct = /* @__PURE__ */ new Map();
  rate(name) {
    return known(this.rates, name, () => ({ trials: 0, successes: 0 }));
  }
  number(name) {
    return known(this.numbers, name, () => ({ sum: 0, sketch: new QuantileSketch() }));
  }
  category(name) {
    return known(this.categories, name, () => /* @__PURE__ */ new Map());
  }
  distinctOf(name) {
    return known(this.distinct, name, () => new DistinctSketch());
  }
  merge(other) {
    this.trajectories += other.trajectories;
    for (const [name, { trials, successes }] of other.rates) {
      const rate = this.rate(name);
      rate.trials += trials;
      rate.successes += successes;
    }
    for (const [name, { sum: sum3, sketch }] of other.numbers) {
      const number = this.number(name);
      number.sum += sum3;
      number.sketch.merge(sketch);
    }
    for (const [name, counts] of other.categories) {
      const category = this.category(name);
      for (const [value, count5] of counts) increment(category, value, count5);
    }
    for (const [name, sketch] of other.distinct) this.distinctOf(name).merge(sketch);
  }
};
function increment(counts, value, by = 1) {
  counts.set(value, (counts.get(value) ?? 0) + by);
}
function known(map, key, make) {
  const found2 = map.get(key);
  if (found2 !== void 0) return found2;
  const made = make();
  map.set(key, made);
  return made;
}
function mostFrequent(counts, most) {
  if (counts.size <= most) return counts;
  const sorted2 = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const kept3 = new Map(sorted2.slice(0, most));
  for (const [, count5] of sorted2.slice(most)) increment(kept3, OTHERS, count5);
  return kept3;
}

// src/knowledge/drift/watch.ts
function driftRules(streams) {
  return {
    runLengthDays: 730 * Math.max(1, streams),
    baselineDays: 56,
    lagDays: 14,
    minBaselineTrials: 100,
    minDegreesOfFreedom: 5,
    minBinTrials: 20
  };
}
function watchDays(days2, rules, acceptedAt, { trials, baselineOf: baselineOf2, scores: scores2 }) {
  let detectors = /* @__PURE__ */ new Map();
  let waiting = [];
  return days2.map((day) => {
    waiting.push(day);
    const bins = baselineBins(days2, day.at, rules, acceptedAt);
    const baseline = sum(bins, trials) < rules.minBaselineTrials ? null : baselineOf2(bins);
    if (baseline === null || sum(waiting, trials) < rules.minBinTrials) {
      if (baseline === null) waiting = [];
      return { at: day.at, z: null, part: null, baseline, evidence: meanEvidence(detectors).mean, alarm: false };
    }
    const found2 = scores2(waiting, baseline);
    waiting = [];
    for (const [part, z] of found2) detectors.set(part, observe(detectors.get(part) ?? freshDetector, z));
    const { mean, strongest } = meanEvidence(detectors);
    const alarm = mean >= rules.runLengthDays;
    if (alarm) detectors = /* @__PURE__ */ new Map();
    return { at: day.at, z: found2.get(strongest ?? "") ?? 0, part: strongest, baseline, evidence: mean, alarm };
  });
}
function baselineBins(days2, at, rules, acceptedAt) {
  const last = at - rules.lagDays;
  const cut3 = acceptedAt.reduce(
    (latest, accepted) => accepted <= at ? Math.max(latest, accepted) : latest,
    Number.NEGATIVE_INFINITY
  );
  const first = Math.max(last - rules.baselineDays + 1, cut3);
  return days2.filter((day) => day.at >= first && day.at <= last);
}
function sum(bins, of) {
  return bins.reduce((total2, bin) => total2 + of(bin), 0);
}
function meanEvidence(detectors) {
  let total2 = 0;
  let [most, strongest] = [Number.NEGATIVE_INFINITY, null];
  for (const [part, detector] of detectors) {
    const own = evidence(detector);
    total2 += own;
    if (own > most) [most, strongest] = [own, part];
  }
  return { mean: detectors.size === 0 ? 0 : total2 / detectors.size, strongest };
}

// src/knowledge/drift/rate-drift.ts
var WEEK = 7;
function watchRate(days2, rules, acceptedAt) {
  return watchDays(days2, rules, acceptedAt, {
    trials: ({ trials }) => trials,
    baselineOf: (bins) => rateBaseline(bins, rules),
    scores: (waiting, baseline) => /* @__PURE__ */ new Map([["", seasonalZ(waiting, baseline)]])
  });
}
function rateBaseline(bins, { minDegreesOfFreedom }) {
  const baseline = seasonalRate(bins, WEEK);
  return baseline === null || baseline.degreesOfFreedom < minDegreesOfFreedom ? null : baseline;
}

// src/knowledge/drift/category-drift.ts
var MAX_CATEGORIES = 12;
var NEW = "(new)";
var UNSEEN = 3;
function watchCategories(days2, rules, acceptedAt) {
  return watchDays(days2, rules, acceptedAt, {
    trials: ({ counts }) => total(counts),
    baselineOf: (bins) => baselineOf(bins, rules),
    scores
  });
}
function baselineOf(bins, rules) {
  const sums2 = /* @__PURE__ */ new Map();
  for (const { counts } of bins) for (const [name, count5] of counts) sums2.set(name, (sums2.get(name) ?? 0) + count5);
  const kept3 = mostFrequent(sums2, MAX_CATEGORIES);
  const rare = new Set([...sums2.keys()].filter((name) => !kept3.has(name)));
  const shares = /* @__PURE__ */ new Map();
  for (const name of kept3.keys()) {
    const share = rateBaseline(
      bins.map((bin) => shareOf(bin, name, { shares: kept3, rare })),
      rules
    );
    if (share === null) return null;
    shares.set(name, share);
  }
  return { trials: total(sums2), shares, rare };
}
function scores(waiting, baseline) {
  const found2 = /* @__PURE__ */ new Map();
  const sharesOf2 = (name) => waiting.map((bin) => shareOf(bin, name, baseline));
  for (const [name, share] of baseline.shares) found2.set(name, seasonalZ(sharesOf2(name), share));
  const unseen = sharesOf2(NEW).reduce((sum3, { successes }) => sum3 + successes, 0);
  const ratio2 = waiting.reduce((sum3, { counts }) => sum3 + total(counts), 0) / baseline.trials;
  found2.set(NEW, unseen === 0 ? 0 : Math.max(0, countScore(unseen, UNSEEN * ratio2, 1, ratio2)));
  return found2;
}
function shareOf({ at, counts }, name, { shares, rare }) {
  let successes = 0;
  for (const [one, count5] of counts) {
    const watchedAs = shares.has(one) ? one : rare.has(one) || one === OTHERS ? OTHERS : NEW;
    if (watchedAs === name) successes += count5;
  }
  return { at, trials: total(counts), successes };
}
function total(counts) {
  let sum3 = 0;
  for (const count5 of counts.values()) sum3 += count5;
  return sum3;
}

// src/knowledge/drift/suspects.ts
var DECAY_HOURS = 6;
var UNLISTED = 0.1;
var SHOWN = 3;
var NEGLIGIBLE = 5e-3;
function suspects(posterior, entries, resolutionHours) {
  const scored = entries.map(({ id, atHours }) => ({ id, score: scoreOf(posterior, atHours, resolutionHours) }));
  const sum3 = scored.reduce((total2, { score }) => total2 + score, 0);
  const listed2 = 1 - Math.max(UNLISTED, UNLISTED / (UNLISTED + sum3));
  const ranked = scored.map(({ id, score }) => ({ id, probability: sum3 === 0 ? 0 : listed2 * score / sum3 })).filter(({ probability }) => probability >= NEGLIGIBLE).sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
  return [...ranked.slice(0, SHOWN), { id: null, probability: 1 - listed2 }];
}
function scoreOf(posterior, atHours, resolutionHours) {
  return posterior.reduce((sum3, point) => {
    const sinceHours = point.atHours - atHours;
    if (sinceHours < -resolutionHours) return sum3;
    return sum3 + point.probability * Math.exp(-Math.max(0, sinceHours) / (DECAY_HOURS + resolutionHours));
  }, 0);
}

// src/knowledge/attribution/poisson.ts
var NORMAL_FROM = 50;
function poisson(mean, random) {
  if (mean >= NORMAL_FROM) {
    const z = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z));
  }
  const end = Math.exp(-mean);
  let count5 = 0;
  for (let product = random(); product > end; product *= random()) count5 += 1;
  return count5;
}

// src/knowledge/attribution/decompose.ts
var REPLICATES = 400;
var TAIL = 0.025;
var MINOR = 0.2;
function mixAndRate(slices, { overdispersion: overdispersion2, random }) {
  return splitOver(slices, () => slices.map((slice) => redrawn(slice, overdispersion2, random)));
}
function mixAndMean(slices, { overdispersion: overdispersion2, random }) {
  const seen2 = ({ size, mean }) => ({ size, successes: size * mean });
  const drawn = ({ size, mean, variance }) => {
    const z = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    const count5 = overdispersion2 * poisson(size / overdispersion2, random);
    return { size: count5, successes: count5 * (mean + Math.sqrt(overdispersion2 * variance) * z) };
  };
  const sides = ({ slice, before, after }, of) => {
    return { slice, before: of(before), after: of(after) };
  };
  return splitOver(
    slices.map((slice) => sides(slice, seen2)),
    () => slices.map((slice) => sides(slice, drawn))
  );
}
function splitOver(slices, redraw) {
  const found2 = kitagawa(slices);
  if (found2 === null) return null;
  const draws = Array.from({ length: REPLICATES }, () => kitagawa(redraw())).flatMap(
    (draw) => draw === null ? [] : [sums(draw.groups)]
  );
  const total2 = sums(found2.groups);
  const mix = partOf(
    total2.mix,
    draws.map((draw) => draw.mix)
  );
  const rate = partOf(
    total2.rate,
    draws.map((draw) => draw.rate)
  );
  return {
    kind: kindOf(mix, rate),
    difference: found2.difference,
    ...{ mix, rate },
    slices: found2.groups.map((terms, index) => ({ slice: slices[index]?.slice ?? "", ...terms })).sort((a, b) => Math.abs(b.mix) + Math.abs(b.rate) - Math.abs(a.mix) - Math.abs(a.rate)),
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
function redrawn({ slice, before, after }, overdispersion2, random) {
  const side = ({ size, successes }) => {
    const [passed, failed] = [successes, size - successes].map(
      (count5) => overdispersion2 * poisson(count5 / overdispersion2, random)
    );
    return { size: (passed ?? 0) + (failed ?? 0), successes: passed ?? 0 };
  };
  return { slice, before: side(before), after: side(after) };
}
function sums(groups) {
  return {
    mix: groups.reduce((sum3, group) => sum3 + group.mix, 0),
    rate: groups.reduce((sum3, group) => sum3 + group.rate, 0)
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
var NEGLIGIBLE2 = 1e-9;
function layerOf(kind) {
  return LAYER_OF[kind];
}
function layersOf(suspects2, entries, split) {
  const mixShare = shareOfMix(split);
  const found2 = /* @__PURE__ */ new Map();
  const add = (layer, probability, evidence2) => {
    const known2 = found2.get(layer) ?? { probability: 0, evidence: [] };
    found2.set(layer, {
      probability: known2.probability + probability,
      evidence: evidence2 === null ? known2.evidence : [...known2.evidence, evidence2]
    });
  };
  if (split !== null && mixShare > 0) add("distribution_shift", mixShare, mixEvidence(split));
  for (const { id, probability } of suspects2) {
    const entry = entries.find((one) => one.id === id);
    const share = (1 - mixShare) * probability;
    if (entry === void 0) add("unknown", share, null);
    else add(layerOf(entry.kind), share, `${entry.kind.replaceAll("_", " ")}: ${entry.what}`);
  }
  const told = suspects2.reduce((sum3, { probability }) => sum3 + probability, 0);
  add("unknown", (1 - mixShare) * (1 - told), null);
  return [...found2].map(([layer, finding]) => ({ layer, ...finding })).filter(({ probability }) => probability > NEGLIGIBLE2).sort((a, b) => b.probability - a.probability || (a.layer < b.layer ? -1 : 1));
}
function shareOfMix(split) {
  if (split === null) return 0;
  const { kind, mix, rate } = split;
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
function sliceWindows(series, place) {
  const all2 = series.find(({ slice }) => slice === null);
  const parts = series.filter(({ slice }) => slice !== null);
  if (all2 === void 0 || parts.length === 0) return null;
  const sides = ({ days: days2 }) => onBothSides(days2, place, countsOf);
  const counted = parts.map((part) => ({ slice: part.slice ?? REST, ...sides(part) }));
  const whole = sides(all2);
  const rest = (side) => {
    const sum3 = (of) => counted.reduce((total2, part) => total2 + part[side][of], 0);
    return { size: whole[side].size - sum3("size"), successes: whole[side].successes - sum3("successes") };
  };
  const [before, after] = [rest("before"), rest("after")];
  const overlaps = ["before", "after"].some((side) => -rest(side).size > MAX_OVERLAP * whole[side].size);
  if (overlaps) return null;
  const hasRest = before.size + after.size > 0 && [before, after].every((side) => side.successes >= 0 && side.successes <= side.size);
  return hasRest ? [...counted, { slice: REST, before, after }] : counted;
}
function sliceNumbers(series, place) {
  const all2 = series.find(({ slice }) => slice === null);
  const parts = series.flatMap(
    ({ slice, days: days2 }) => slice === null ? [] : [{ slice, ...onBothSides(days2, place, numbersOf) }]
  );
  if (all2 === void 0 || parts.length === 0) return null;
  const whole = onBothSides(all2.days, place, numbersOf);
  const misses = ["before", "after"].some((side) => {
    const sum3 = parts.reduce((total2, part) => total2 + part[side].size, 0);
    return Math.abs(whole[side].size - sum3) > MAX_OVERLAP * whole[side].size;
  });
  return misses ? null : parts;
}
function onBothSides(days2, { from, to, alarmAt }, seen2) {
  const within = (first, last) => seen2(days2.filter(({ at }) => at >= first && at <= last));
  return { before: within(from - BEFORE_DAYS, from - 1), after: within(Math.min(to, alarmAt), alarmAt) };
}
function countsOf(days2) {
  return {
    size: days2.reduce((sum3, { trials }) => sum3 + trials, 0),
    successes: days2.reduce((sum3, { successes }) => sum3 + successes, 0)
  };
}
function numbersOf(days2) {
  const size = days2.reduce((sum3, { count: count5 }) => sum3 + count5, 0);
  if (size === 0) return { size, mean: 0, variance: 0 };
  return {
    size,
    mean: days2.reduce((sum3, { count: count5, location }) => sum3 + count5 * location, 0) / size,
    variance: days2.reduce((sum3, { count: count5, variance }) => sum3 + count5 ** 2 * variance, 0) / size ** 2
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
  return {
    split,
    suspects: withoutMix(shift.suspects, split),
    layers: layersOf(shift.suspects, entries, split)
  };
}
function withoutMix(suspects2, split) {
  const left = 1 - shareOfMix(split);
  const listed2 = suspects2.flatMap(({ id, probability }) => id === null ? [] : [{ id, probability: left * probability }]).filter(({ probability }) => probability >= NEGLIGIBLE);
  const unlisted = suspects2.find(({ id }) => id === null)?.probability ?? 0;
  return [...listed2, { id: null, probability: 1 - left * (1 - unlisted) }];
}
function splitOf(shift, streams, random) {
  const key = JSON.stringify(shift.dimension);
  const own = streams.filter(({ dimension, group }) => group.kind !== "cohort" && JSON.stringify(dimension) === key);
  const drawing = { overdispersion: OVERDISPERSION, random };
  const numbers2 = own.flatMap(
    (stream) => stream.measure === "number" ? [{ slice: sliceOf(stream), days: stream.days }] : []
  );
  if (numbers2.length > 0) {
    const windows2 = sliceNumbers(numbers2, shift);
    return windows2 === null ? null : mixAndMean(windows2, drawing);
  }
  const shares = own.flatMap((stream) => {
    const days2 = sharesIn(stream, shift.category);
    return days2 === null ? [] : [{ slice: sliceOf(stream), days: days2 }];
  });
  const windows = sliceWindows(shares, shift);
  return windows === null ? null : mixAndRate(windows, drawing);
}
function sliceOf({ group }) {
  return group.kind === "slice" ? group.name : null;
}
function sharesIn(stream, category) {
  switch (stream.measure) {
    case "rate":
      return stream.days;
    case "number":
      return null;
    case "category":
      if (category === null || category === NEW || category === OTHERS) return null;
      return stream.days.map(({ at, counts }) => {
        const trials = [...counts.values()].reduce((sum3, count5) => sum3 + count5, 0);
        return { at, trials, successes: counts.get(category) ?? 0 };
      });
    default:
      return stream;
  }
}

// src/knowledge/behaviour/dimensions.ts
var NUMBERS = ["steps", "input_tokens", "output_tokens", "duration", "cost"];
var RATES = ["success", "tool_error", "model_error", "refusal", "retry"];
var CATEGORIES = ["first_tool", "finish_reason", "model", "output_shape"];
function groupKey(group) {
  return group.kind === "all" ? "all" : `${group.kind} ${group.name}`;
}

// src/knowledge/behaviour/summaries.ts
var MAX_GROUPS = 1e3;
var Summaries = class {
  #groups = /* @__PURE__ */ new Map();
  #leftOut = 0;
  /** null = there are too many groups. */
  of(group) {
    const key = groupKey(group);
    const known2 = this.#groups.get(key);
    if (known2 !== void 0) return known2.summary;
    if (this.#groups.size >= MAX_GROUPS) {
      this.#leftOut += 1;
      return null;
    }
    const summary = new Summary();
    this.#groups.set(key, { group, summary });
    return summary;
  }
  /** How often a group was left out because there were too many. */
  get leftOut() {
    return this.#leftOut;
  }
  set leftOut(times) {
    this.#leftOut = times;
  }
  /** In all groups together, each once. */
  get trajectories() {
    return this.#groups.get("all")?.summary.trajectories ?? 0;
  }
  /** In the order of their keys, `all` first. */
  list() {
    return [...this.#groups].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
  }
  merge(other) {
    for (const { group, summary } of other.list()) this.of(group)?.merge(summary);
    this.#leftOut += other.#leftOut;
  }
};

// src/knowledge/backfill/summary-json.ts
var MAX_VALUES = 200;
function writeSummary(summary) {
  return {
    trajectories: summary.trajectories,
    rates: ofMap(summary.rates, ({ trials, successes }) => [trials, successes]),
    numbers: ofMap(summary.numbers, ({ sum: sum3, sketch }) => ({
      sum: sum3,
      zeros: sketch.zeros,
      bins: sketch.bins().flat()
    })),
    categories: ofMap(summary.categories, (counts) => ofMap(mostFrequent(counts, MAX_VALUES), (count5) => count5)),
    distinct: ofMap(summary.distinct, ({ registers }) => Buffer.from(registers).toString("base64"))
  };
}
function readSummary(json) {
  const { trajectories: trajectories2, rates, numbers: numbers2, categories, distinct } = json;
  if (!isCount(trajectories2)) return null;
  const summary = new Summary();
  summary.trajectories = trajectories2;
  const isRead = each(rates, (name, value) => {
    const [trials, successes] = Array.isArray(value) ? value : [];
    if (!isCount(trials) || !isCount(successes) || successes > trials) return false;
    return Object.assign(summary.rate(name), { trials, successes }) !== null;
  }) && each(numbers2, (name, value) => {
    const sketch = isJsonObject(value) ? sketchOf(value) : null;
    const sum3 = isJsonObject(value) ? value.sum : null;
    if (sketch === null || typeof sum3 !== "number") return false;
    summary.numbers.set(name, { sum: sum3, sketch });
    return true;
  }) && each(
    categories,
    (name, value) => each(value, (category, count5) => isCount(count5) && summary.category(name).set(category, count5).size > 0)
  ) && each(distinct, (name, value) => {
    const sketch = typeof value === "string" ? distinctOf(value) : null;
    if (sketch !== null) summary.distinct.set(name, sketch);
    return sketch !== null;
  });
  return isRead ? summary : null;
}
function ofMap(map, write) {
  const sorted2 = [...map].sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(sorted2.map(([name, value]) => [name, write(value)]));
}
function each(json, take) {
  return isJsonObject(json) && Object.entries(json).every(([name, value]) => take(name, value));
}
function sketchOf({ zeros, bins }) {
  if (!isCount(zeros) || !Array.isArray(bins) || bins.length % 2 !== 0) return null;
  const pairs = [];
  for (let at = 0; at < bins.length; at += 2) {
    const [key, count5] = [bins[at], bins[at + 1]];
    if (typeof key !== "number" || !Number.isSafeInteger(key) || !isCount(count5)) return null;
    pairs.push([key, count5]);
  }
  return QuantileSketch.of(zeros, pairs);
}
function distinctOf(text3) {
  try {
    return DistinctSketch.of(Buffer.from(text3, "base64"));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

// src/knowledge/backfill/day-file.ts
var DAY_FORMAT = "pawl backfill day v2";
var OLDER_FORMAT = "pawl backfill day v1";
function dayText({ by, day, source, summaries }) {
  const head = JSON.stringify({ format: DAY_FORMAT, by, day, source, leftOutGroups: summaries.leftOut });
  const lines = summaries.list().map(({ group, summary }) => JSON.stringify({ group, ...writeSummary(summary) }));
  return [head, ...lines, ""].join("\n");
}
function dayHead(text3, where) {
  const end = text3.indexOf("\n");
  const head = parseJson(text3.slice(0, end === -1 ? text3.length : end));
  if (!isJsonObject(head) || head.format !== DAY_FORMAT && head.format !== OLDER_FORMAT) {
    const received = isJsonObject(head) ? JSON.stringify(head.format ?? null) : text3.slice(0, 60);
    throw damaged(where, `expected the format "${DAY_FORMAT}", received ${cut(received, 60)}`);
  }
  const { by, day, source, leftOutGroups } = head;
  const { name, version: version2, readers, slices } = isJsonObject(by) ? by : {};
  const said = [name, version2, day, source, ...head.format === DAY_FORMAT ? [readers, slices] : []];
  if (said.some((one) => typeof one !== "string") || typeof leftOutGroups !== "number")
    throw damaged(where, "its first line lacks what it was made by and of");
  return {
    by: { name: String(name), version: String(version2), readers: textOf(readers), slices: textOf(slices) },
    day: String(day),
    source: String(source),
    leftOut: leftOutGroups
  };
}
function readDay(text3, where) {
  const { leftOut, ...head } = dayHead(text3, where);
  if (!text3.endsWith("\n")) throw damaged(where, "it is cut short");
  const summaries = new Summaries();
  for (const [at, line] of text3.split("\n").slice(1, -1).entries()) {
    const entry = parseJson(line);
    const group = isJsonObject(entry) ? groupOf(entry.group) : null;
    const read = isJsonObject(entry) ? readSummary(entry) : null;
    if (group === null || read === null) throw damaged(where, `line ${at + 2} holds no summary of a group`);
    summaries.of(group)?.merge(read);
  }
  summaries.leftOut = leftOut;
  return { ...head, summaries };
}
function textOf(json) {
  return typeof json === "string" ? json : null;
}
function groupOf(json) {
  if (!isJsonObject(json)) return null;
  const { kind, name } = json;
  if (kind === "all") return { kind };
  return (kind === "slice" || kind === "cohort") && typeof name === "string" ? { kind, name } : null;
}
function damaged(where, message) {
  return new UserError({ where, message, hint: 'remove the file: "pawl backfill" scans the day again' });
}

// src/knowledge/backfill/disk.ts
var DayFolder = class {
  directory;
  #command;
  /** `command` makes a file again that was removed. */
  constructor(directory, command) {
    this.directory = directory;
    this.#command = command;
  }
  /** Ascending. Other files in the folder are none of it. */
  days() {
    return names(this.directory).flatMap((name) => /^day=(\d{4}-\d{2}-\d{2})\.jsonl\.gz$/.exec(name)?.[1] ?? []);
  }
  pathOf(day) {
    return $join(this.directory, `day=${day}.jsonl.gz`);
  }
  /** @throws UserError where the file cannot be read. */
  read(day) {
    const path = this.pathOf(day);
    try {
      return $gunzipSync($readFileSync(path)).toString();
    } catch (error) {
      const hint = `remove the file: "${this.#command}" scans the day again`;
      throw new UserError({ where: path, message: `could not be read: ${messageOf(error)}`, hint });
    }
  }
  write(day, text3) {
    const path = this.pathOf(day);
    const partial = `${path}.${process.pid}.partial`;
    try {
      $mkdirSync(this.directory, { recursive: true });
      const file = $openSync(partial, "w");
      try {
        $writeFileSync(file, $gzipSync(text3));
        $fsyncSync(file);
      } finally {
        $closeSync(file);
      }
      $renameSync(partial, path);
    } catch (error) {
      $rmSync(partial, { force: true });
      const hint = "is the disk full? name another folder";
      throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint });
    }
  }
  remove(day) {
    $rmSync(this.pathOf(day), { force: true });
  }
};
function names(directory) {
  try {
    return $readdirSync(directory).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
function resultNames(directory) {
  return names(directory).filter((name) => /^[a-z0-9-]+$/.test(name));
}

// src/knowledge/behaviour/definition-id.ts
function isSameVersion(a, b) {
  return a.name === b.name && a.version === b.version && a.readers === b.readers && a.slices === b.slices;
}

// src/knowledge/backfill/merge.ts
function mergeShards(found2) {
  const days2 = /* @__PURE__ */ new Map();
  const problems = [];
  const [first] = found2;
  for (const one of found2) {
    const known2 = days2.get(one.day);
    if (first !== void 0 && !isSameVersion(one.by, first.by))
      problems.push(
        `${one.path} was made by ${named(one)}, ${first.path} by ${named(first)}: merge one definition at a time`
      );
    else if (known2 === void 0) days2.set(one.day, one);
    else if (known2.text !== one.text)
      problems.push(`${known2.path} and ${one.path} say different things of ${one.day}: their traffic stores differ`);
  }
  return { days: [...days2.values()].sort((a, b) => a.day < b.day ? -1 : 1), problems };
}
function named({ by: { name, version: version2, readers, slices } }) {
  const by = [version2, `readers ${readers ?? "unknown"}`, `slices ${slices ?? "unknown"}`].map((text3) => cut(text3, 40));
  return `${cut(name, 60)} (version ${by.join(", ")})`;
}

// src/knowledge/behaviour/day-number.ts
var US_A_DAY = 864e8;
function dayNumber(day) {
  const moment = momentOf(`${day}T00:00:00Z`);
  return moment === null ? null : moment.us / US_A_DAY;
}
function dayOfNumber(at) {
  return dayOf(at * US_A_DAY) ?? "an unknown day";
}

// src/knowledge/behaviour/row-facts.ts
var BEHAVIOUR_COLUMNS = [
  "passed",
  "slices",
  "cohorts",
  "user_id",
  "conversation_id",
  "model",
  "steps",
  "model_calls",
  "tool_calls",
  "tool_counts",
  "model_errors",
  "tool_errors",
  "input_tokens",
  "output_tokens",
  "duration_ms",
  "cost_usd",
  "output_shape_fingerprint"
];
var NONE = -1;
function rowFacts({ rows, of }, cursor, tools) {
  const steps = cursor === null ? null : stepsOf(of.steps, rows, cursor);
  if (cursor !== null && steps === null) return null;
  return {
    rates: {
      success: flags(rows, (row) => typeof of.passed[row] === "boolean" ? Number(of.passed[row]) : NONE),
      tool_error: flags(rows, (row) => someOf(of.tool_errors[row], of.tool_calls[row])),
      model_error: flags(rows, (row) => someOf(of.model_errors[row], of.model_calls[row])),
      refusal: flags(rows, (row) => ofSteps(steps?.[row]?.refused, of.model_calls[row])),
      retry: flags(rows, (row) => ofSteps(steps?.[row]?.retried, of.steps[row]))
    },
    numbers: {
      steps: numbers(of.steps, rows),
      input_tokens: numbers(of.input_tokens, rows),
      output_tokens: numbers(of.output_tokens, rows),
      duration: numbers(of.duration_ms, rows),
      cost: numbers(of.cost_usd, rows)
    },
    categories: {
      first_tool: Array.from({ length: rows }, (_, row) => firstTool(steps?.[row])),
      finish_reason: Array.from({ length: rows }, (_, row) => steps?.[row]?.finishReason ?? null),
      model: texts(of.model, rows),
      output_shape: texts(of.output_shape_fingerprint, rows)
    },
    tools: Array.from({ length: rows }, (_, row) => tools.of(of.tool_counts[row])),
    steps
  };
}
var ToolNames = class {
  #known = /* @__PURE__ */ new Map();
  of(cell) {
    const known2 = this.#known.get(cell);
    if (known2 !== void 0) return known2;
    const counts = typeof cell === "string" ? parseJson(cell) : cell;
    const names2 = typeof counts === "object" && counts !== null ? Object.keys(counts) : [];
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(cell, names2);
    return names2;
  }
};
var MAX_KNOWN = 1e4;
function stepsOf(counts, rows, cursor) {
  const all2 = [];
  for (let row = 0; row < rows; row += 1) {
    const facts = cursor.take(Number(counts[row]));
    if (facts === null) return null;
    all2.push(facts);
  }
  return all2;
}
function firstTool(steps) {
  return steps === void 0 ? null : steps.firstTool ?? "none";
}
function flags(rows, of) {
  return Int8Array.from({ length: rows }, (_, row) => of(row));
}
function someOf(count5, among) {
  if (!(Number(among) > 0)) return NONE;
  return Number(count5) > 0 ? 1 : 0;
}
function ofSteps(holds, among) {
  return holds === void 0 || !(Number(among) > 0) ? NONE : Number(holds);
}
function numbers(column, rows) {
  return Float64Array.from({ length: rows }, (_, row) => {
    const value = column[row];
    return typeof value === "number" && value >= 0 ? value : Number.NaN;
  });
}
function texts(column, rows) {
  return Array.from({ length: rows }, (_, row) => {
    const value = column[row];
    return typeof value === "string" ? value : null;
  });
}

// src/knowledge/behaviour/day-builder.ts
var BEHAVIOUR = { name: "behaviour", version: "1" };
var DayBuilder = class {
  #summaries = new Summaries();
  #tools = new ToolNames();
  /** The steps of these rows are the next ones of the cursor; null = without what only steps tell. false = they do not fit. */
  add(rows, cursor) {
    const facts = rowFacts(rows, cursor, this.#tools);
    if (facts === null) return false;
    const users = hashes(rows.of.user_id, rows.rows);
    const conversations = hashes(rows.of.conversation_id, rows.rows);
    for (const { group, members } of membersOf(rows)) {
      const summary = this.#summaries.of(group);
      if (summary === null) continue;
      summary.trajectories += members.length;
      countRates(summary, facts, members);
      countNumbers(summary, facts, members);
      countCategories(summary, facts, members);
      countDistinct(summary, "users", users, members);
      countDistinct(summary, "conversations", conversations, members);
    }
    return true;
  }
  build() {
    return this.#summaries;
  }
};
function membersOf({ rows, of }) {
  const members = /* @__PURE__ */ new Map();
  const all2 = { group: { kind: "all" }, members: Array.from({ length: rows }, (_, row) => row) };
  for (const kind of ["slice", "cohort"]) {
    const byName = /* @__PURE__ */ new Map();
    const column = kind === "slice" ? of.slices : of.cohorts;
    for (let row = 0; row < rows; row += 1) {
      const names2 = column[row];
      if (!Array.isArray(names2)) continue;
      for (const name of names2) {
        const known2 = byName.get(name);
        if (known2 === void 0) byName.set(name, [row]);
        else if (known2.at(-1) !== row) known2.push(row);
      }
    }
    for (const [name, list] of byName) {
      const group = { kind, name };
      members.set(groupKey(group), { group, members: list });
    }
  }
  return [all2, ...members.values()];
}
function countRates(summary, { rates }, members) {
  for (const name of RATES) {
    const flags2 = rates[name];
    let [trials, successes] = [0, 0];
    for (const row of members) {
      const flag = flags2[row] ?? NONE;
      if (flag === NONE) continue;
      trials += 1;
      successes += flag;
    }
    if (trials === 0) continue;
    const rate = summary.rate(name);
    rate.trials += trials;
    rate.successes += successes;
  }
}
function countNumbers(summary, { numbers: numbers2 }, members) {
  for (const name of NUMBERS) {
    const values = numbers2[name];
    for (const row of members) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const number = summary.number(name);
      number.sum += value;
      number.sketch.add(value);
    }
  }
}
function countCategories(summary, facts, members) {
  for (const name of CATEGORIES) {
    const values = facts.categories[name];
    for (const row of members) {
      const value = values[row] ?? null;
      if (value !== null) count(summary, name, value);
    }
  }
  for (const row of members) for (const tool of facts.tools[row] ?? []) count(summary, "tool", tool);
  if (facts.steps === null) return;
  for (const row of members) {
    const steps = facts.steps[row];
    if (steps === void 0) continue;
    for (const tool of steps.failedTools) count(summary, "failed_tool", tool);
    for (const { category, shape } of steps.shapes) count(summary, category, shape);
  }
}
var MAX_VALUES2 = 5e3;
var MAX_CATEGORIES2 = 2e3;
function count(summary, name, value) {
  if (!summary.categories.has(name) && summary.categories.size >= MAX_CATEGORIES2) return;
  const counts = summary.category(name);
  increment(counts, counts.has(value) || counts.size < MAX_VALUES2 ? value : OTHERS);
}
function countDistinct(summary, name, found2, members) {
  for (const row of members) {
    const hash = found2[row] ?? null;
    if (hash !== null) summary.distinctOf(name).addHash(hash);
  }
}
function hashes(column, rows) {
  return Array.from({ length: rows }, (_, row) => {
    const value = column[row];
    return typeof value === "string" ? hashOf(value) : null;
  });
}

// src/knowledge/backfill/row-condition.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function neededBy(conditions) {
  const [trajectories2, steps] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  let recordings = false;
  const visit = (condition) => {
    switch (condition.kind) {
      case "any":
      case "all":
        condition.of.forEach(visit);
        break;
      case "not":
        visit(condition.of);
        break;
      case "tool_called":
        trajectories2.add("tool_counts");
        break;
      case "tool_failed":
        for (const column of ["kind", "tool", "error"]) steps.add(column);
        break;
      case "text_matches":
        recordings = true;
        break;
      case "steps":
        trajectories2.add("steps");
        break;
      case "outcome_is":
        trajectories2.add("passed");
        break;
      case "attribute_is":
        trajectories2.add("attributes");
        break;
      case "column":
        trajectories2.add(condition.column);
        break;
      case "step":
        for (const { column } of condition.where) steps.add(column);
        break;
      default:
        condition;
    }
  };
  conditions.forEach(visit);
  return { trajectories: [...trajectories2].sort(), steps: [...steps].sort(), recordings };
}
function rowTest(condition) {
  switch (condition.kind) {
    case "any": {
      const tests = condition.of.map(rowTest);
      return (row) => tests.some((test) => test(row));
    }
    case "all": {
      const tests = condition.of.map(rowTest);
      return (row) => tests.every((test) => test(row));
    }
    case "not": {
      const test = rowTest(condition.of);
      return (row) => !test(row);
    }
    case "tool_called": {
      const matches = (0, import_picomatch.default)(condition.tool);
      const names2 = new ToolNames();
      return ({ cell }) => names2.of(cell("tool_counts")).some((name) => matches(name));
    }
    case "tool_failed": {
      const matches = (0, import_picomatch.default)(condition.tool);
      return ({ steps }) => steps.some(
        (cells2) => cells2("kind") === "tool_call" && cells2("error") !== null && matches(String(cells2("tool")))
      );
    }
    case "text_matches":
      return ({ matches }) => matches(condition);
    case "steps": {
      const { from = 0, to = Number.POSITIVE_INFINITY } = condition;
      return ({ cell }) => Number(cell("steps")) >= from && Number(cell("steps")) <= to;
    }
    case "outcome_is": {
      const wanted = condition.outcome === "unknown" ? null : condition.outcome === "passed";
      return ({ cell }) => (cell("passed") ?? null) === wanted;
    }
    case "attribute_is": {
      const { attribute, values } = condition;
      return ({ cell }) => values.some((value) => (attributesOf(cell("attributes"))[attribute] ?? null) === value);
    }
    case "column": {
      const test = cellTest(condition);
      return ({ cell }) => test(cell(condition.column));
    }
    case "step": {
      const tests = condition.where.map((one) => ({ column: one.column, test: cellTest(one) }));
      return ({ steps }) => {
        const found2 = steps.filter((cells2) => tests.every(({ column, test }) => test(cells2(column))));
        return found2.length >= condition.atLeast;
      };
    }
    default:
      return condition;
  }
}
function cellTest({ is, from, to, matches }) {
  const pattern = matches === void 0 ? null : new RegExp(matches, "iu");
  return (cell) => {
    if (is !== void 0 && !isOneOf(cell, is)) return false;
    if ((from !== void 0 || to !== void 0) && typeof cell !== "number") return false;
    if (from !== void 0 && Number(cell) < from) return false;
    if (to !== void 0 && Number(cell) > to) return false;
    return pattern === null || typeof cell === "string" && pattern.test(cell);
  };
}
function isOneOf(cell, values) {
  if (Array.isArray(cell)) return cell.some((item) => isOneOf(item, values));
  return values.some((value) => (cell ?? null) === value);
}
function attributesOf(cell) {
  const value = typeof cell === "string" ? parseJson(cell) : cell;
  return isJsonObject(value) ? value : {};
}

// src/knowledge/backfill/rate-builder.ts
var HYPOTHESIS_RATE = "holds";
var UNDETERMINED = "undetermined";
function hypothesisNeeds({ of, that }) {
  const conditions = [...of === null ? [] : [of], ...that.kind === "passes" ? [] : [that]];
  const { trajectories: trajectories2, steps, recordings } = neededBy(conditions);
  return {
    trajectories: [.../* @__PURE__ */ new Set(["slices", "cohorts", "steps", ...trajectories2])],
    steps,
    recordings: recordings || that.kind === "passes"
  };
}
var RateBuilder = class {
  #of;
  #that;
  #summaries = new Summaries();
  constructor({ of, that }) {
    this.#of = of === null ? () => true : rowTest(of);
    this.#that = that.kind === "passes" ? ({ judge }) => asHolds(judge(that.scorer)) : testing(rowTest(that));
  }
  add({ rows, of }, moreOf) {
    const holds = Array.from({ length: rows }, (_, row) => {
      const given = { cell: (column) => of[column]?.[row], ...moreOf(row) };
      return this.#of(given) ? this.#that(given) : "not_asked";
    });
    const labels = { slices: of.slices ?? [], cohorts: of.cohorts ?? [] };
    for (const { group, members } of membersOf({ rows, of: labels })) {
      const summary = this.#summaries.of(group);
      if (summary === null) continue;
      summary.trajectories += members.length;
      for (const row of members) count2(summary, holds[row] ?? "not_asked");
    }
  }
  build() {
    return this.#summaries;
  }
};
var MAX_REASONS = 50;
var MAX_REASON_CHARS = 200;
function count2(summary, holds) {
  const rate = summary.rate(HYPOTHESIS_RATE);
  if (holds === "not_asked") return;
  if (typeof holds === "object") {
    const reasons = summary.category(UNDETERMINED);
    const reason = cut(holds.reason, MAX_REASON_CHARS);
    increment(reasons, reasons.has(reason) || reasons.size < MAX_REASONS ? reason : OTHERS);
    return;
  }
  rate.trials += 1;
  if (holds === "yes") rate.successes += 1;
}
function testing(test) {
  return (row) => test(row) ? "yes" : "no";
}
function asHolds(outcome) {
  switch (outcome.kind) {
    case "pass":
      return "yes";
    case "fail":
      return "no";
    case "undetermined":
      return { reason: outcome.reason };
    default:
      return outcome;
  }
}

// src/knowledge/backfill/rate-history.ts
var MAX_DAYS = 35;
var WEEK2 = 7;
var MONDAY = 4;
var CONFIDENCE = 0.95;
function rateHistory(days2, unit = days2.length > MAX_DAYS ? "week" : "day") {
  const groups = /* @__PURE__ */ new Map();
  const reasons = /* @__PURE__ */ new Map();
  for (const { day, summaries } of days2) {
    for (const { group, summary } of summaries.list()) {
      const known2 = groups.get(groupKey(group)) ?? { group, days: [] };
      groups.set(groupKey(group), known2);
      known2.days.push(dayOf2(day, summary));
      if (group.kind !== "all") continue;
      for (const [reason, count5] of summary.categories.get(UNDETERMINED) ?? []) increment(reasons, reason, count5);
    }
  }
  return {
    unit,
    groups: [...groups.values()].map(({ group, days: own }) => historyOf(group, own, unit)),
    reasons: [...reasons].map(([reason, trajectories2]) => ({ reason, trajectories: trajectories2 })).sort((a, b) => b.trajectories - a.trajectories || (a.reason < b.reason ? -1 : 1))
  };
}
function dayOf2(day, { rates, categories }) {
  const { trials, successes } = rates.get(HYPOTHESIS_RATE) ?? { trials: 0, successes: 0 };
  const reasons = [...categories.get(UNDETERMINED)?.values() ?? []];
  return { day, trials, successes, undetermined: reasons.reduce((sum3, count5) => sum3 + count5, 0) };
}
function historyOf(group, days2, unit) {
  const rho = neighbourNoise(days2);
  const periods = Map.groupBy(days2, ({ day }) => unit === "day" ? day : mondayOf(day));
  const all2 = seen(days2, rho);
  return {
    group,
    ...all2,
    periods: [...periods].map(([from, own]) => ({ from, ...seen(own, rho) })),
    overdispersion: overdispersion(all2.trials / Math.max(1, days2.filter(({ trials }) => trials > 0).length), rho)
  };
}
function seen(days2, rho) {
  const sum3 = (of) => days2.reduce((total2, day) => total2 + of(day), 0);
  return {
    trials: sum3(({ trials }) => trials),
    successes: sum3(({ successes }) => successes),
    undetermined: sum3(({ undetermined }) => undetermined),
    limits: noisyLimits(days2, rho, CONFIDENCE)
  };
}
function mondayOf(day) {
  const at = dayNumber(day) ?? 0;
  return dayOfNumber(at - ((at - MONDAY) % WEEK2 + WEEK2) % WEEK2);
}

// src/knowledge/behaviour/clock-skew.ts
var GAP_DAYS = 60;
var MAX_SHARE = 0.01;
function plausibleDays(days2, today) {
  const come = days2.filter(({ day }) => day <= today);
  const plausible = withoutLeaps(come);
  return { days: plausible.days, skewed: plausible.skewed + trajectories(days2) - trajectories(come) };
}
function withoutLeaps(days2) {
  const total2 = trajectories(days2);
  for (let at = days2.length - 1; at > 0; at -= 1) {
    const ahead = trajectories(days2.slice(at));
    if (ahead > MAX_SHARE * total2) break;
    if (numberOf(days2[at]) - numberOf(days2[at - 1]) > GAP_DAYS) {
      const rest = withoutLeaps(days2.slice(0, at));
      return { days: rest.days, skewed: rest.skewed + ahead };
    }
  }
  return { days: days2, skewed: 0 };
}
function trajectories(days2) {
  return days2.reduce((sum3, { summaries }) => sum3 + summaries.trajectories, 0);
}
function numberOf(day) {
  return day === void 0 ? 0 : dayNumber(day.day) ?? 0;
}

// src/knowledge/behaviour/location.ts
var HUBER = 1.345;
var ROUNDS = 30;
var TO_DEVIATION = 1.4826;
var LEAST_SCALE = 0.01;
function locationOf(sketch) {
  const bins = sketch.bins().map(([key, count6]) => ({ log: Math.log(binValue(key)), count: count6 }));
  if (sketch.zeros > 0) bins.unshift({ log: bins[0]?.log ?? 0, count: sketch.zeros });
  const count5 = sketch.count;
  if (count5 === 0) return null;
  const middle = medianOf(bins, count5);
  const distances = bins.map(({ log, count: n }) => ({ log: Math.abs(log - middle), count: n }));
  const mad = TO_DEVIATION * medianOf(
    distances.sort((a, b) => a.log - b.log),
    count5
  );
  const scale = Math.max(LEAST_SCALE, mad > 0 ? mad : deviationOf(bins, count5));
  let location = middle;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { mean, slope: slope2 } = influence(bins, count5, location, scale);
    const step = slope2 === 0 ? 0 : scale * mean / slope2;
    location += step;
    if (Math.abs(step) < 1e-9 * scale) break;
  }
  const { square, slope } = influence(bins, count5, location, scale);
  const spread = slope === 0 ? scale * scale : scale * scale * square / (slope * slope);
  return { count: count5, location, variance: Math.max(spread, LEAST_SCALE * LEAST_SCALE) / count5 };
}
function influence(bins, count5, location, scale) {
  let [mean, square, slope] = [0, 0, 0];
  for (const { log, count: n } of bins) {
    const u = (log - location) / scale;
    const psi = Math.max(-HUBER, Math.min(HUBER, u));
    mean += n * psi;
    square += n * psi * psi;
    if (Math.abs(u) <= HUBER) slope += n;
  }
  return { mean: mean / count5, square: square / count5, slope: slope / count5 };
}
function medianOf(ascending, count5) {
  let seen2 = 0;
  for (const { log, count: n } of ascending) {
    seen2 += n;
    if (seen2 * 2 >= count5) return log;
  }
  return 0;
}
function deviationOf(bins, count5) {
  const mean = bins.reduce((sum3, { log, count: n }) => sum3 + n * log, 0) / count5;
  return Math.sqrt(bins.reduce((sum3, { log, count: n }) => sum3 + n * (log - mean) ** 2, 0) / count5);
}

// src/knowledge/behaviour/streams.ts
var MAX_TOOLS = 200;
var MAX_SHAPED_TOOLS = 20;
function streamsOf(days2) {
  const groups = /* @__PURE__ */ new Map();
  for (const { day, summaries } of days2) {
    const at = dayNumber(day);
    if (at === null) continue;
    for (const { group, summary } of summaries.list()) {
      const known2 = groups.get(groupKey(group)) ?? { group, days: [] };
      known2.days.push({ at, summary });
      groups.set(groupKey(group), known2);
    }
  }
  return [...groups.values()].flatMap(({ group, days: of }) => groupStreams(group, of));
}
function groupStreams(group, days2) {
  const tools = mostUsed(days2);
  return [
    ...RATES.map((kind) => rateStream({ kind }, group, days2, ({ rates }) => rates.get(kind) ?? NO_RATE)),
    ...tools.slice(0, MAX_TOOLS).flatMap((tool) => toolStreams(tool, group, days2)),
    ...NUMBERS.map((kind) => numberStream({ kind }, group, days2)),
    ...CATEGORIES.map((kind) => categoryStream({ kind }, kind, group, days2)),
    ...tools.slice(0, MAX_SHAPED_TOOLS).flatMap(
      (tool) => ["arguments_shape", "result_shape"].map(
        (kind) => categoryStream({ kind, tool }, `${kind} ${tool}`, group, days2)
      )
    )
  ].filter(({ days: { length } }) => length > 0);
}
var NO_RATE = { trials: 0, successes: 0 };
function rateStream(dimension, group, days2, of) {
  const bins = days2.map(({ at, summary }) => ({ at, ...of(summary) }));
  return { measure: "rate", dimension, group, days: bins.some(({ trials }) => trials > 0) ? bins : [] };
}
function toolStreams(tool, group, days2) {
  const used = (summary) => summary.categories.get("tool")?.get(tool) ?? 0;
  const failed = (summary) => summary.categories.get("failed_tool")?.get(tool) ?? 0;
  return [
    rateStream({ kind: "tool_use", tool }, group, days2, (summary) => ({
      trials: summary.trajectories,
      successes: used(summary)
    })),
    rateStream({ kind: "tool_failure", tool }, group, days2, (summary) => ({
      trials: used(summary),
      successes: failed(summary)
    }))
  ];
}
function numberStream(dimension, group, days2) {
  const bins = days2.flatMap(({ at, summary }) => {
    const sketch = summary.numbers.get(dimension.kind)?.sketch;
    const location = sketch === void 0 ? null : locationOf(sketch);
    return location === null ? [] : [{ at, ...location }];
  });
  return { measure: "number", dimension, group, days: bins };
}
function categoryStream(dimension, name, group, days2) {
  const bins = days2.flatMap(({ at, summary }) => {
    const counts = summary.categories.get(name);
    return counts === void 0 ? [] : [{ at, counts }];
  });
  return { measure: "category", dimension, group, days: bins };
}
function mostUsed(days2) {
  const used = /* @__PURE__ */ new Map();
  for (const { summary } of days2)
    for (const [tool, count5] of summary.categories.get("tool") ?? []) increment(used, tool, count5);
  return [...used].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([tool]) => tool);
}

// src/knowledge/disk.ts
function readKept(path) {
  try {
    const text3 = $readFileSync(path, "utf8");
    return text3.includes("\n") ? text3 : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw refused(path, error);
  }
}
function appendKept(path, lines) {
  if (lines === "") return;
  try {
    $mkdirSync($dirname(path), { recursive: true });
    const file = $openSync(path, "a+");
    try {
      dropCutLine(file);
      $writeSync(file, lines);
      $fsyncSync(file);
    } finally {
      $closeSync(file);
    }
  } catch (error) {
    throw refused(path, error);
  }
}
function dropCutLine(file) {
  const { size } = $fstatSync(file);
  const byte = Buffer.alloc(1);
  let end = size;
  for (; end > 0; end -= 1) {
    $readSync(file, byte, 0, 1, end - 1);
    if (byte[0] === 10) break;
  }
  if (end < size) $ftruncateSync(file, end);
}
function refused(path, error) {
  if (!(error instanceof Error && "syscall" in error)) return error;
  const hint = "is the disk full? give --store a folder that pawl may write";
  return new UserError({ where: path, message: `cannot be used: ${messageOf(error)}`, hint });
}

// src/knowledge/drift/change-place.ts
var LOOK_BACK_DAYS = 28;
var SHARE = 0.9;
function recentDays(days2, alarmAt) {
  return days2.filter(({ at }) => at > alarmAt - LOOK_BACK_DAYS && at <= alarmAt);
}
function ratePlace(days2, alarmAt, { usual, overdispersion: overdispersion2 }) {
  const recent = recentDays(days2, alarmAt);
  const trials = recent.reduce((sum3, day) => sum3 + day.trials, 0) / Math.max(1, recent.length);
  const point = changePoint(recent, { overdispersion: overdispersion2(trials), share: SHARE });
  const last = recent.at(-1);
  const now = last === void 0 || last.trials === 0 ? 0 : last.successes / last.trials;
  return point === null ? atAlarm(alarmAt, usual, now) : { ...windowOf(recent, alarmAt, point), before: point.before, after: point.after };
}
function numberPlace(days2, alarmAt, baseline) {
  const recent = recentDays(days2, alarmAt);
  const usual = average(recent.flatMap(({ at }) => baseline.location(at)?.mean ?? []));
  const series = recent.map(({ at, location, variance }) => ({
    value: location - (baseline.location(at)?.mean ?? usual),
    variance: variance + baseline.between
  }));
  const point = locationChange(series, SHARE);
  const now = recent.at(-1)?.location ?? usual;
  if (point === null) return atAlarm(alarmAt, Math.exp(usual), Math.exp(now));
  return {
    ...windowOf(recent, alarmAt, point),
    before: Math.exp(usual + point.before),
    after: Math.exp(usual + point.after)
  };
}
function windowOf(recent, alarmAt, { posterior, from, to }) {
  const dayAt = (index) => recent[index]?.at ?? alarmAt;
  return {
    from: dayAt(from - 1),
    to: dayAt(to),
    posterior: posterior.map((probability, index) => ({ at: dayAt(index), probability }))
  };
}
function atAlarm(alarmAt, before, after) {
  return { from: alarmAt, to: alarmAt, before, after, posterior: [] };
}
function average(values) {
  return values.reduce((sum3, value) => sum3 + value, 0) / Math.max(1, values.length);
}

// src/knowledge/drift/number-drift.ts
var WEEK3 = 7;
function watchNumber(days2, rules, acceptedAt) {
  return watchDays(days2, rules, acceptedAt, {
    trials: ({ count: count5 }) => count5,
    baselineOf: (bins) => numberBaseline(bins, rules),
    scores: (waiting, baseline) => /* @__PURE__ */ new Map([["", locationZ(waiting, baseline)]])
  });
}
function numberBaseline(bins, { minDegreesOfFreedom }) {
  const baseline = seasonalLocation(bins, WEEK3);
  return baseline === null || baseline.degreesOfFreedom < minDegreesOfFreedom ? null : baseline;
}

// src/knowledge/drift/find-drift.ts
var MIN_TRIALS = 200;
function findDrift(streams, question) {
  const thick = streams.filter((stream) => trialsOf(stream) >= MIN_TRIALS);
  const rules = driftRules(thick.length);
  const looks = thick.map((stream) => lookAt(stream, rules, question));
  const watched = looks.filter(({ isCompared }) => isCompared).length;
  return {
    drifts: looks.flatMap(({ drift }) => drift ?? []).sort((a, b) => b.evidence - a.evidence),
    ...{ watched, uncompared: thick.length - watched, tooThin: streams.length - thick.length }
  };
}
function lookAt(stream, rules, { since, acceptedAt, entries }) {
  const { isCompared, alarm } = firstAlarm(stream, rules, acceptedAt, since);
  if (alarm === null) return { isCompared, drift: null };
  const { posterior, ...place } = alarm.place;
  const { dimension, group } = stream;
  const hours = posterior.map(({ at, probability }) => ({ atHours: 24 * at, probability }));
  return { isCompared, drift: { dimension, group, ...alarm.told, ...place, suspects: suspects(hours, entries, 24) } };
}
function firstAlarm(stream, rules, acceptedAt, since) {
  switch (stream.measure) {
    case "rate":
      return found(
        watchRate(stream.days, rules, acceptedAt),
        since,
        ({ at }, baseline) => ratePlace(stream.days, at, { usual: baseline.rate(at), overdispersion: baseline.overdispersion })
      );
    case "number":
      return found(
        watchNumber(stream.days, rules, acceptedAt),
        since,
        ({ at }, baseline) => numberPlace(stream.days, at, baseline)
      );
    case "category":
      return found(watchCategories(stream.days, rules, acceptedAt), since, ({ at, part }, baseline) => {
        const name = part ?? NEW;
        const days2 = stream.days.map((day) => shareOf(day, name, baseline));
        const share = baseline.shares.get(name);
        return ratePlace(days2, at, { usual: share?.rate(at) ?? 0, overdispersion: share?.overdispersion ?? (() => 1) });
      });
    default:
      return stream;
  }
}
function found(days2, since, placeOf) {
  const asked = days2.filter(({ at: at2 }) => at2 >= since);
  const isCompared = asked.some(({ baseline }) => baseline !== null);
  const alarm = asked.find((day) => day.alarm);
  if (alarm === void 0 || alarm.baseline === null) return { isCompared, alarm: null };
  const { at, evidence: evidence2, part } = alarm;
  const told = { alarmAt: at, evidence: evidence2, category: part === "" ? null : part };
  return { isCompared, alarm: { told, place: placeOf(alarm, alarm.baseline) } };
}
function trialsOf(stream) {
  switch (stream.measure) {
    case "rate":
      return stream.days.reduce((sum3, { trials }) => sum3 + trials, 0);
    case "number":
      return stream.days.reduce((sum3, { count: count5 }) => sum3 + count5, 0);
    case "category":
      return stream.days.reduce((sum3, day) => sum3 + [...day.counts.values()].reduce((a, b) => a + b, 0), 0);
    default:
      return stream;
  }
}

// src/knowledge/incidents/levels.ts
function levelsOf(stream, category) {
  switch (stream.measure) {
    case "rate":
      return stream.days.map(({ at, trials, successes }) => ({ at, count: trials, value: ratio(successes, trials) }));
    case "number":
      return stream.days.map(({ at, count: count5, location }) => ({ at, count: count5, value: Math.exp(location) }));
    case "category":
      return stream.days.map(({ at, counts }) => {
        const all2 = [...counts.values()].reduce((sum3, count5) => sum3 + count5, 0);
        return { at, count: all2, value: ratio(category === null ? 0 : counts.get(category) ?? 0, all2) };
      });
    default:
      return stream;
  }
}
function meanLevel(levels) {
  const count5 = levels.reduce((sum3, level) => sum3 + level.count, 0);
  return {
    count: count5,
    value: ratio(
      levels.reduce((sum3, level) => sum3 + level.count * level.value, 0),
      count5
    )
  };
}
function dimensionName(dimension) {
  const words = dimension.kind.replaceAll("_", " ");
  return "tool" in dimension ? `${words} ${dimension.tool}` : words;
}
function ratio(part, whole) {
  return whole === 0 ? 0 : part / whole;
}

// src/knowledge/incidents/alarm.ts
function alarmOf(drift, streams, entries) {
  const { dimension, category, group, alarmAt, from, to, before, after, split, layers } = drift;
  const measured = streams.find((stream) => dimensionName(stream.dimension) === dimensionName(dimension));
  return {
    ...{ dimension: dimensionName(dimension), category, group: groupName(group), alarmAt, from, to, before, after },
    scale: measured?.measure === "number" ? "number" : "share",
    weight: weightOf(drift, streams),
    kind: kindOf2(split, group),
    suspects: drift.suspects.map(({ id, probability }) => {
      const entry = entries.find((one) => one.id === id);
      return {
        id,
        what: entry === void 0 ? null : `${entry.kind.replaceAll("_", " ")}: ${entry.what}`,
        probability
      };
    }),
    layers: layers.map(({ layer, probability }) => ({ layer, probability }))
  };
}
function kindOf2(split, group) {
  if (split?.kind === "mix") return "mix";
  return split?.kind === "rate" || split?.kind === "both" || group.kind === "slice" ? "rate" : "unsplit";
}
function groupName(group) {
  return group.kind === "all" ? "all" : `${group.kind} ${group.name}`;
}
function weightOf({ dimension, group, from }, streams) {
  const name = dimensionName(dimension);
  const trials = (of) => streams.filter((stream) => dimensionName(stream.dimension) === name && groupName(stream.group) === of).reduce((sum3, stream) => sum3 + meanLevel(levelsOf(stream, null).filter(({ at }) => at >= from)).count, 0);
  const all2 = trials("all");
  return all2 === 0 ? 0 : trials(groupName(group)) / all2;
}

// src/knowledge/incidents/incident.ts
var INCIDENT_STATUSES = ["open", "mitigated", "resolved", "noise"];
var CRITICAL = 0.1;
var MAJOR = 0.03;
var SUSPECTS = 3;
var MINOR2 = 0.2;
function incidentsOf(events) {
  const byIncident = Map.groupBy(events, ({ incident }) => incident);
  return [...byIncident].flatMap(([id, own]) => incidentOf(id, own) ?? []).sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}
function incidentOf(id, timeline) {
  const alarms = timeline.flatMap((event) => event.kind === "alarm" ? [event.alarm] : []);
  const [first] = alarms;
  if (first === void 0) return null;
  const severity = Math.max(...alarms.map(severityOf));
  const kind = kindOf3(alarms);
  const telling = kind === "mix" ? alarms.filter((alarm) => alarm.kind === "mix") : alarms;
  const status = timeline.findLast((event) => event.kind === "status")?.status ?? "open";
  return {
    id,
    kind,
    status,
    severity,
    level: severity >= CRITICAL ? "critical" : severity >= MAJOR ? "major" : "minor",
    firstSeen: Math.min(...alarms.map(({ from }) => from)),
    openedAt: Math.min(...alarms.map(({ alarmAt }) => alarmAt)),
    lastAlarmAt: Math.max(...alarms.map(({ alarmAt }) => alarmAt)),
    alarms: alarms.toSorted(
      (a, b) => depthOf(a) - depthOf(b) || Number(a.group === "all") - Number(b.group === "all") || severityOf(a) - severityOf(b)
    ),
    suspects: meanSuspects(telling),
    layers: meanLayers(telling),
    timeline,
    issue: timeline.findLast((event) => event.kind === "issue")?.number ?? null
  };
}
function kindOf3(alarms) {
  const severity = (of) => alarms.filter(({ kind }) => kind === of).reduce((sum3, alarm) => sum3 + severityOf(alarm), 0);
  return severity("rate") < MINOR2 * severity("mix") ? "mix" : "rate";
}
function severityOf({ weight, scale, before, after }) {
  const moved = Math.abs(after - before);
  if (moved === 0) return 0;
  return weight * Math.min(1, scale === "share" ? moved : moved / Math.max(before, after));
}
function depthOf({ dimension }) {
  if (dimension.startsWith("success")) return 2;
  return /error|failure/.test(dimension) ? 0 : 1;
}
function meanSuspects(alarms) {
  const sums2 = /* @__PURE__ */ new Map();
  for (const suspect of alarms.flatMap(({ suspects: suspects2 }) => suspects2)) {
    const known2 = sums2.get(suspect.id)?.probability ?? 0;
    sums2.set(suspect.id, { ...suspect, probability: known2 + suspect.probability / alarms.length });
  }
  const listed2 = [...sums2.values()].filter(({ id }) => id !== null);
  const ranked = listed2.sort((a, b) => b.probability - a.probability || (String(a.id) < String(b.id) ? -1 : 1));
  const none = sums2.get(null);
  return [...ranked.slice(0, SUSPECTS), ...none === void 0 ? [] : [none]];
}
function meanLayers(alarms) {
  const sums2 = /* @__PURE__ */ new Map();
  for (const { layer, probability } of alarms.flatMap(({ layers }) => layers))
    sums2.set(layer, (sums2.get(layer) ?? 0) + probability / alarms.length);
  return [...sums2].map(([layer, probability]) => ({ layer, probability })).sort((a, b) => b.probability - a.probability);
}

// src/knowledge/incidents/fan-in.ts
var NEAR_DAYS = 2;
var SAME_SHIFT_DAYS = 70;
var US_A_DAY2 = 864e8;
var ID_DIGITS = 6;
function fanIn(kept3, alarms) {
  const added = [];
  const ordered = alarms.toSorted((a, b) => a.alarmAt - b.alarmAt || a.from - b.from || (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const alarm of ordered) added.push(...eventsOf(incidentsOf([...kept3, ...added]), alarm, alarms));
  return added;
}
function eventsOf(incidents, alarm, tonight) {
  const day = alarm.alarmAt;
  const joined = (incident) => ({ kind: "alarm", incident: incident.id, day, alarm });
  const opened = (incident, how) => statusEvent(incident, day, "open", `${alarm.dimension} of ${alarm.group} shifted ${how}`);
  const latestFirst = incidents.toReversed();
  if (incidents.some((incident) => incident.alarms.some((known2) => isSameAlarm(known2, alarm)))) return [];
  const returned = latestFirst.find((one) => mayReturn(one, day) && one.alarms.some((known2) => isReturn(known2, alarm)));
  if (returned !== void 0)
    return returned.status === "open" && isAllBack(returned, tonight) ? [statusEvent(returned, day, "mitigated", `${alarm.dimension} of ${alarm.group} is back where it was`)] : [];
  const sameStream = latestFirst.find(
    (incident) => incident.alarms.some((known2) => isSameShift(known2, alarm)) && day - incident.lastAlarmAt <= SAME_SHIFT_DAYS
  );
  if (sameStream !== void 0) {
    const { status } = sameStream;
    const isBack2 = status === "mitigated" || status === "resolved";
    return [joined(sameStream), ...isBack2 ? [opened(sameStream, "again")] : []];
  }
  const near = latestFirst.find((one) => one.status !== "resolved" && one.alarms.some((known2) => isNear(known2, alarm)));
  if (near !== void 0) return [joined(near), ...near.status === "mitigated" ? [opened(near, "as well")] : []];
  const id = `${dayOf(day * US_A_DAY2) ?? day}-${sha256(keyOf(alarm)).slice(0, ID_DIGITS)}`;
  return [{ kind: "alarm", incident: id, day, alarm }];
}
function statusEvent(incident, day, status, reason) {
  return { kind: "status", incident: incident.id, day, status, reason };
}
function keyOf({ dimension, group }) {
  return JSON.stringify([dimension, group]);
}
function isSameAlarm(a, b) {
  return keyOf(a) === keyOf(b) && Math.abs(a.alarmAt - b.alarmAt) <= 1;
}
function isSameShift(a, b) {
  const isSameWay = a.category !== b.category || Math.sign(a.after - a.before) === Math.sign(b.after - b.before);
  return keyOf(a) === keyOf(b) && isSameWay;
}
function isNear(a, b) {
  return a.from - NEAR_DAYS <= b.to && b.from - NEAR_DAYS <= a.to;
}
function mayReturn({ status, lastAlarmAt }, day) {
  return status === "open" || status === "mitigated" && day - lastAlarmAt <= SAME_SHIFT_DAYS;
}
function isAllBack({ kind, alarms }, tonight) {
  return kind === "mix" || alarms.every((known2) => tonight.some((alarm) => isReturn(known2, alarm)));
}
function isReturn(known2, alarm) {
  if (keyOf(known2) !== keyOf(alarm) || isSameShift(known2, alarm) || alarm.alarmAt <= known2.alarmAt) return false;
  return Math.abs(alarm.after - known2.before) < Math.abs(alarm.after - known2.after);
}

// src/knowledge/incidents/file.ts
var import_ajv = __toESM(require_ajv(), 1);

// src/knowledge/kept-lines.ts
function linesToAppend(format, isNew2, values) {
  return [...isNew2 ? [{ format }] : [], ...values].map((value) => `${JSON.stringify(value)}
`).join("");
}
function readLines(text3, { file, format }, read) {
  const lines = text3.split("\n");
  const header = parseJson(lines[0] ?? "");
  if (!isJsonObject(header) || header.format !== format) {
    const message = `expected the header ${JSON.stringify({ format })}, received ${cut(lines[0] ?? "", 80)}`;
    throw new UserError({ where: file, message, hint: "was it written by a later version of pawl?" });
  }
  return lines.slice(1, -1).flatMap((line, index) => {
    if (line === lines[0]) return [];
    const value = read(parseJson(line));
    if (value !== null) return [value];
    const where = `${file}, line ${index + 2}`;
    throw new UserError({ where, message: `expected an entry, received ${cut(line, 80)}`, hint: "take the line out" });
  });
}

// src/knowledge/incidents/file.ts
var FORMAT = "pawl incidents v1";
function incidentLines(kept3, added) {
  return linesToAppend(FORMAT, kept3 === null, added);
}
var OPTIONS = { strictTypes: false, validateSchema: false, meta: false };
var validate = null;
function parseIncidents(text3, file) {
  validate ??= new import_ajv.Ajv(OPTIONS).compile(SCHEMA);
  const isEvent = validate;
  const events = readLines(text3, { file, format: FORMAT }, (value) => isEvent(value) ? value : null);
  const told = /* @__PURE__ */ new Set();
  return events.filter((event) => {
    if (event.kind !== "alarm") return true;
    const alarm = JSON.stringify(event);
    const isNew2 = !told.has(alarm);
    told.add(alarm);
    return isNew2;
  });
}
var TEXT = { type: "string" };
var NUMBER = { type: "number" };
var TEXT_OR_NULL = { type: ["string", "null"] };
function all(properties) {
  return { type: "object", properties, required: Object.keys(properties) };
}
var ALARM = all({
  ...{ category: TEXT_OR_NULL, scale: { enum: ["share", "number"] } },
  ...{ dimension: TEXT, group: TEXT, alarmAt: NUMBER, from: NUMBER, to: NUMBER },
  ...{ before: NUMBER, after: NUMBER, weight: NUMBER, kind: { enum: ["rate", "mix", "unsplit"] } },
  suspects: { type: "array", items: all({ id: TEXT_OR_NULL, what: TEXT_OR_NULL, probability: NUMBER }) },
  layers: { type: "array", items: all({ layer: TEXT, probability: NUMBER }) }
});
var EVENT = { incident: TEXT, day: NUMBER };
var SCHEMA = {
  oneOf: [
    all({ ...EVENT, kind: { const: "alarm" }, alarm: ALARM }),
    all({ ...EVENT, kind: { const: "status" }, status: { enum: [...INCIDENT_STATUSES] }, reason: TEXT }),
    all({ ...EVENT, kind: { const: "issue" }, number: NUMBER })
  ]
};

// src/knowledge/incidents/recovery.ts
var DAYS = 5;
var MIN_TRIALS2 = 50;
var LEFT = 0.25;
var GONE_DAYS = 28;
function recoveries(incidents, streams, lastDay) {
  return incidents.filter(({ status }) => status === "open").flatMap((incident) => {
    const ends = incident.alarms.map((alarm) => endOf(alarm, streams, lastDay));
    const reason = reasonOf(ends, incident.kind);
    return reason === null ? [] : [statusEvent(incident, lastDay, "mitigated", reason)];
  });
}
function reasonOf(ends, kind) {
  const gone = `has not been seen for ${GONE_DAYS} days: renamed, or gone`;
  if (ends.every((end) => end === "gone")) return `what shifted ${gone}`;
  if (kind === "mix" || ends.includes(null)) return null;
  const back = `every rate has been back for ${DAYS} days`;
  return ends.includes("gone") ? `${back}, or ${gone}` : back;
}
function endOf(alarm, streams, lastDay) {
  const { dimension, group } = alarm;
  const stream = streams.find((one) => dimensionName(one.dimension) === dimension && groupName(one.group) === group);
  const seen2 = stream === void 0 ? [] : levelsOf(stream, null).filter(({ count: count5 }) => count5 > 0);
  if (lastDay - Math.max(alarm.alarmAt, seen2.at(-1)?.at ?? alarm.alarmAt) >= GONE_DAYS) return "gone";
  return isBack(alarm, stream, lastDay) ? "back" : null;
}
function isBack({ category, alarmAt, before, after }, stream, lastDay) {
  if (stream === void 0 || stream.measure === "category" && !hasName(stream, category)) return false;
  const levels = levelsOf(stream, category);
  const since = levels.filter(({ at }) => at > alarmAt && at <= lastDay);
  const recent = newest(since);
  const last = recent.at(-1);
  if (recent.length < DAYS || last === void 0 || last.at <= lastDay - DAYS) return false;
  const { count: count5, value } = meanLevel(recent);
  return count5 >= MIN_TRIALS2 && Math.abs(value - before) <= LEFT * Math.abs(after - before);
}
function newest(levels) {
  let first = levels.length;
  for (let count5 = 0; first > 0 && (count5 < MIN_TRIALS2 || levels.length - first < DAYS); ) {
    first -= 1;
    count5 += levels[first]?.count ?? 0;
  }
  return levels.slice(first);
}
function hasName({ days: days2 }, category) {
  return category !== null && days2.some(({ counts }) => counts.has(category));
}

// src/knowledge/status/behaviour-status.ts
var SERIES_DAYS = 28;
var RULES = driftRules(1);
var CONFIDENCE2 = 0.975;
function behaviourStatus(days2) {
  const newest2 = days2.at(-1);
  const at = newest2 === void 0 ? null : dayNumber(newest2.day);
  if (newest2 === void 0 || at === null) return null;
  const byGroup = Map.groupBy(streamsOf(days2), ({ group }) => groupKey(group));
  const groups = newest2.summaries.list().map(({ group, summary: { trajectories: trajectories2 } }) => {
    const streams = byGroup.get(groupKey(group)) ?? [];
    return {
      group,
      trajectories: trajectories2,
      measures: streams.flatMap((stream) => measureOf(stream, at) ?? []),
      shares: streams.flatMap((stream) => stream.measure === "category" ? sharesOf(stream, at) ?? [] : [])
    };
  });
  return { day: newest2.day, days: days2.length, groups: groups.sort(inOrder) };
}
var PLACES = { all: 0, slice: 1, cohort: 2 };
function inOrder(a, b) {
  return PLACES[a.group.kind] - PLACES[b.group.kind] || b.trajectories - a.trajectories;
}
function measureOf(stream, at) {
  switch (stream.measure) {
    case "rate":
      return rateStatus(stream, at);
    case "number":
      return numberStatus(stream, at);
    case "category":
      return null;
    default:
      return stream;
  }
}
function rateStatus({ dimension, days: days2 }, at) {
  const rateOf = ({ trials, successes }) => trials === 0 ? null : successes / trials;
  const today = days2.find((day) => day.at === at);
  const latest = today === void 0 ? null : rateOf(today);
  const limits = latest === null || today === void 0 ? null : wilson({ rate: latest, trials: today.trials }, normalQuantile(CONFIDENCE2));
  const baseline = rateBaseline(baselineBins(days2, at, RULES, []), RULES);
  return { dimension, series: seriesOf(days2, at, rateOf), latest, limits, usual: baseline?.rate(at) ?? null };
}
function numberStatus({ dimension, days: days2 }, at) {
  const today = days2.find((day) => day.at === at);
  const half = today === void 0 ? 0 : normalQuantile(CONFIDENCE2) * Math.sqrt(today.variance);
  const mean = numberBaseline(baselineBins(days2, at, RULES, []), RULES)?.location(at)?.mean;
  return {
    dimension,
    series: seriesOf(days2, at, ({ location }) => Math.exp(location)),
    latest: today === void 0 ? null : Math.exp(today.location),
    limits: today === void 0 ? null : { low: Math.exp(today.location - half), high: Math.exp(today.location + half) },
    usual: mean === void 0 ? null : Math.exp(mean)
  };
}
function sharesOf({ dimension, days: days2 }, at) {
  const counts = days2.find((day) => day.at === at)?.counts;
  if (counts === void 0) return null;
  const total2 = [...counts.values()].reduce((sum3, count5) => sum3 + count5, 0);
  const shares = [...counts].map(([name, count5]) => ({ name, share: count5 / total2 }));
  return { dimension, shares: shares.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1)) };
}
function seriesOf(days2, at, seenOn) {
  const values = new Map(days2.map((day) => [day.at, seenOn(day)]));
  return Array.from({ length: SERIES_DAYS }, (_, index) => values.get(at - SERIES_DAYS + 1 + index) ?? null);
}

// src/knowledge/backfill/hypothesis.ts
var VERSION = 1;
var VERSION_DIGITS = 12;
function hypothesisId({ name, of, that }, judgedBy2) {
  const asked = JSON.parse(
    JSON.stringify({ version: VERSION, of, that, ...that.kind === "passes" ? { judgedBy: judgedBy2 } : {} })
  );
  return { name: `hypothesis-${name}`, version: hashJson(asked).slice(0, VERSION_DIGITS) };
}

// src/knowledge/backfill/plan.ts
function planBackfill(sources, found2, { by, since, until, shard }) {
  const asked = sources.filter(({ day }) => (since === null || day >= since) && (until === null || day <= until));
  const own = asked.filter(({ day }) => isOwn(day, shard));
  const isDone = ({ day, source }) => {
    const known2 = found2.get(day);
    return known2?.source === source && isSameVersion(known2.by, by);
  };
  return {
    scan: own.filter((one) => !isDone(one)),
    done: own.filter(isDone),
    others: asked.length - own.length,
    missing: missingDays(asked)
  };
}
function isOwn(day, shard) {
  const at = dayNumber(day);
  return shard === null || at === null || at % shard.of === shard.number - 1;
}
var MAX_GAP = 60;
function missingDays(sources) {
  const numbers2 = sources.flatMap(({ day }) => dayNumber(day) ?? []);
  return numbers2.flatMap((at, index) => {
    const before = numbers2[index - 1];
    if (before === void 0 || at - before > MAX_GAP) return [];
    return Array.from({ length: at - before - 1 }, (_, between) => dayOfNumber(before + 1 + between));
  });
}

// src/knowledge/behaviour/step-facts.ts
var STEP_COLUMNS = [
  "step",
  "kind",
  "tool",
  "finish_reason",
  "error",
  "arguments_fingerprint",
  "arguments_shape_fingerprint",
  "result_shape_fingerprint"
];
var REFUSALS = /* @__PURE__ */ new Set([
  "refusal",
  "content_filter",
  "content_filtered",
  "guardrail_intervened",
  "safety",
  "recitation",
  "blocklist",
  "prohibited_content",
  "spii"
]);
var StepCursor = class {
  #waiting = [];
  #row = 0;
  #held = 0;
  #categories = /* @__PURE__ */ new Map();
  /** Rows that were not taken yet. */
  get held() {
    return this.#held;
  }
  push(rows) {
    if (rows.rows === 0) return;
    this.#waiting.push(rows);
    this.#held += rows.rows;
  }
  /** The facts of the next `steps` rows, all of one trajectory; null = they are not those of one: the tables do not fit. */
  take(steps) {
    if (steps > this.#held) return null;
    let firstTool2 = null;
    let finishReason = null;
    let [refused2, retried, fits, modelFailed] = [false, false, true, false];
    const failed = /* @__PURE__ */ new Set();
    const failedCalls = /* @__PURE__ */ new Set();
    const shapes = [];
    for (let at = 0; at < steps; at += 1) {
      const { of, row } = this.#next();
      if (of.step[row] !== at) fits = false;
      const hasFailed = of.error[row] !== null && of.error[row] !== void 0;
      if (of.kind[row] === "model_call") {
        if (modelFailed) retried = true;
        modelFailed = hasFailed;
        const reason = of.finish_reason[row];
        if (typeof reason !== "string") continue;
        finishReason = reason;
        if (REFUSALS.has(reason.toLowerCase())) refused2 = true;
        continue;
      }
      modelFailed = false;
      const tool = String(of.tool[row]);
      firstTool2 ??= tool;
      const names2 = this.#categoriesOf(tool);
      addShape(shapes, names2.arguments, of.arguments_shape_fingerprint[row]);
      addShape(shapes, names2.results, of.result_shape_fingerprint[row]);
      const given = of.arguments_fingerprint[row];
      const call = typeof given === "string" ? `${given} ${tool}` : null;
      if (call !== null && failedCalls.has(call)) retried = true;
      if (!hasFailed) continue;
      failed.add(tool);
      if (call !== null) failedCalls.add(call);
    }
    return fits ? { firstTool: firstTool2, finishReason, refused: refused2, retried, failedTools: [...failed], shapes } : null;
  }
  #next() {
    const [rows] = this.#waiting;
    if (rows === void 0) throw new Error("more steps were taken than are held");
    const taken = { of: rows.of, row: this.#row };
    this.#row += 1;
    this.#held -= 1;
    if (this.#row === rows.rows) {
      this.#waiting.shift();
      this.#row = 0;
    }
    return taken;
  }
  #categoriesOf(tool) {
    const names2 = this.#categories.get(tool);
    if (names2 !== void 0) return names2;
    const fresh = { arguments: `arguments_shape ${tool}`, results: `result_shape ${tool}` };
    this.#categories.set(tool, fresh);
    return fresh;
  }
};
function addShape(shapes, category, shape) {
  if (typeof shape === "string") shapes.push({ category, shape });
}

// src/knowledge/contracts/content.ts
var DIGITS = 16;
var TIMES = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\b\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\b|\b1[5-9]\d{8}(?:\d{3}(?:\d{3})?)?\b/g;
var NUMBERS2 = /(?<![\w.])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/g;
var IDS = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b(?=\w*\d)(?=\w*[A-Za-z])\w{10,}\b|\b[0-9a-f]{12,}\b/gi;
var ID_MEMBER = /^_?(?:u?u?id|.+_id|.+Id|etag|cursor|request_?id|trace_?id)$/;
function contentOf(value) {
  const text3 = (one) => typeof one === "string" ? one : canonicalJson(one);
  const print = (one) => sha256(one).slice(0, DIGITS);
  const [ordered, withoutIds] = [sorted(value), withoutIdMembers(value)];
  const exact = text3(value);
  return {
    exact: print(exact),
    order: print(text3(ordered)),
    timestamps: print(exact.replace(TIMES, "T")),
    numbers: print(numbered(exact)),
    ids: print(text3(withoutIds).replace(IDS, "I")),
    all: print(text3(sorted(numberedIn(withoutIdMembers(value)))))
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
function numbered(text3) {
  return text3.replace(NUMBERS2, (number) => String(Number(number.replaceAll(",", ""))));
}

// src/knowledge/contracts/structured.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_CHARS = 2e5;
var MAX_LEVELS = 64;
var RECORDS = /^(?:- )?[A-Za-z_][\w-]*:(?: .*)?\n(?:\s*(?:- |[A-Za-z_][\w-]*:)|\s+\S)/;
var NO_VALUE = /* @__PURE__ */ new Set(["", "null", "none", "nil", "undefined", "[]", "{}"]);
function structured(value) {
  if (typeof value !== "string" || value.length > MAX_CHARS) return value;
  const text3 = value.trim();
  const data = /^[[{]/.test(text3) ? written(text3) : RECORDS.test(text3) ? records(text3) : void 0;
  return data === void 0 || nestedDeeperThan(data, MAX_LEVELS) ? value : data;
}
function isEmpty(value) {
  if (typeof value === "string") return NO_VALUE.has(value.trim().toLowerCase());
  if (Array.isArray(value)) return value.length === 0;
  return value === null || isJsonObject(value) && Object.keys(value).length === 0;
}
function written(text3) {
  return parseJson(text3) ?? parsePythonJson(text3);
}
function records(text3) {
  try {
    const read = (0, import_yaml.parse)(text3, { schema: "core", maxAliasCount: 0, logLevel: "silent" });
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
var MAX_NAME_CHARS = 80;
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
  return [...types].map(([path, found2]) => [path, [...found2].sort().join("|")]).sort(byPath);
}
function walked(value, root) {
  const types = /* @__PURE__ */ new Map();
  const scalars = [];
  const visit = (at, path, level) => {
    const known2 = types.get(path);
    if (known2 === void 0 && types.size >= MAX_PATHS) return;
    types.set(path, (known2 ?? /* @__PURE__ */ new Set()).add(typeOf(at)));
    if (level >= MAX_LEVELS2) return;
    if (Array.isArray(at)) for (const item of at.slice(0, MAX_ITEMS)) visit(item, `${path}[]`, level + 1);
    else if (isJsonObject(at))
      for (const [name, member] of Object.entries(at))
        visit(member, `${path}.${name.slice(0, MAX_NAME_CHARS)}`, level + 1);
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
    const named3 = ["type", "code", "status", "name"].flatMap((name) => name in inner ? [inner[name] ?? null] : []);
    const words = inner.message ?? read.error ?? read.message;
    return `${canonicalJson(named3)} ${typeof words === "string" ? masked(words) : jsonShape(read)}`;
  }
  return masked(typeof read === "string" ? read : canonicalJson(read));
}
function masked(text3) {
  const line = text3.trim().split("\n", 1)[0] ?? "";
  return line.replace(/(["'`])(?:(?!\1).)*\1/g, "\u2026").replace(/\S*[\d@/\\]\S*/g, "\u2026").slice(0, MAX_ERROR_CHARS);
}
function byPath([a], [b]) {
  return a < b ? -1 : 1;
}

// src/knowledge/contracts/summary.ts
var LIMITS = {
  tools: 500,
  classes: 200,
  /** Of a tool, and of all tools together: by the smallest hashes, so that every shard keeps the same ones. */
  calls: 2e3,
  callsOfAll: 2e4,
  classesOfCall: 24,
  tasks: 16,
  contents: 16,
  fields: 200,
  /** Distinct values of an enumeration. */
  values: 12
};
function emptyContracts() {
  return { tools: /* @__PURE__ */ new Map(), undated: 0 };
}
function emptyTool() {
  return { classes: /* @__PURE__ */ new Map(), calls: /* @__PURE__ */ new Map(), fields: /* @__PURE__ */ new Map() };
}
function mergedContracts(a, b) {
  const tools = mergedMaps(a.tools, b.tools, mergedTools, LIMITS.tools);
  return { tools: withinCalls(tools), undated: a.undated + b.undated };
}
function withinCalls(tools) {
  const hashes2 = [...tools.values()].flatMap(({ calls }) => [...calls.keys()]);
  const last = hashes2.length <= LIMITS.callsOfAll ? void 0 : hashes2.sort()[LIMITS.callsOfAll - 1];
  if (last === void 0) return tools;
  return new Map(
    [...tools].map(([name, tool]) => [
      name,
      { ...tool, calls: new Map([...tool.calls].filter(([call]) => call <= last)) }
    ])
  );
}
function mergedTools(a, b) {
  return {
    classes: mergedMaps(a.classes, b.classes, mergedClasses, LIMITS.classes),
    calls: mergedMaps(
      a.calls,
      b.calls,
      (one, other) => mergedMaps(one, other, mergedAnswers, LIMITS.classesOfCall),
      LIMITS.calls
    ),
    fields: mergedMaps(a.fields, b.fields, mergedFields, LIMITS.fields)
  };
}
function mergedClasses(a, b) {
  return { facets: a.facets, days: mergedDays(a.days, b.days) };
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
    const known2 = merged.get(key);
    merged.set(key, known2 === void 0 ? value : both(known2, value));
  }
  return kept(merged, limit);
}
function kept(map, limit) {
  if (map.size <= limit) return map;
  return new Map([...map].sort(([a], [b]) => a < b ? -1 : 1).slice(0, limit));
}

// src/knowledge/contracts/collect.ts
var US_A_DAY3 = 864e8;
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
    const seen2 = /* @__PURE__ */ new Set();
    for (const step of trajectory.steps) {
      if (step.kind !== "tool_call" || nestedDeeperThan(step.arguments, MAX_LEVELS3)) continue;
      const reading = this.#reading(step);
      if (reading === null) continue;
      const atUs = step.startUs ?? trajectory.startUs;
      if (atUs === null) this.#undated += 1;
      else this.#count(step, reading, { atUs, id: trajectory.id, task, passed }, seen2);
    }
  }
  build() {
    cut2(this.#tools, LIMITS.tools);
    for (const tool of this.#tools.values()) trim(tool, 1);
    return { tools: withinCalls(new Map(this.#tools)), undated: this.#undated };
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
  #count(step, reading, { atUs, id, task, passed }, seen2) {
    const tool = this.#tool(step.name);
    const given = argumentsReading(step.arguments);
    const facets = [...given.facets, ...reading.facets];
    const name = sha256(JSON.stringify(facets)).slice(0, DIGITS2);
    const call = step.arguments === null ? null : sha256(callText(step)).slice(0, DIGITS2);
    const day = Math.floor(atUs / US_A_DAY3);
    const cell = { count: 1, firstUs: atUs, lastUs: atUs, firstId: id };
    if (isNew(seen2, `${step.name} ${name}`)) {
      const known2 = tool.classes.get(name) ?? { facets, days: /* @__PURE__ */ new Map() };
      tool.classes.set(name, known2);
      put(known2.days, day, cell, mergedCells);
      for (const [path, value] of [...given.scalars, ...reading.scalars])
        put(tool.fields, path, { values: /* @__PURE__ */ new Map([[value, /* @__PURE__ */ new Map([[day, cell]])]]) }, mergedFields);
    }
    if (call === null || !isNew(seen2, `${call} ${name}`)) return;
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
    cut2(byClass, LIMITS.classesOfCall, SLACK);
    trim(tool, SLACK);
  }
  #tool(name) {
    const known2 = this.#tools.get(name);
    if (known2 !== void 0) return known2;
    cut2(this.#tools, LIMITS.tools, SLACK);
    const tool = emptyTool();
    this.#tools.set(name, tool);
    return tool;
  }
};
function isNew(seen2, key) {
  if (seen2.has(key)) return false;
  seen2.add(key);
  return true;
}
function put(map, key, value, both) {
  const known2 = map.get(key);
  map.set(key, known2 === void 0 ? value : both(known2, value));
}
function trim(tool, slack) {
  cut2(tool.classes, LIMITS.classes, slack);
  cut2(tool.calls, LIMITS.calls, slack);
  cut2(tool.fields, LIMITS.fields, slack);
  if (slack === 1) for (const byClass of tool.calls.values()) cut2(byClass, LIMITS.classesOfCall);
}
function cut2(map, limit, slack = 1) {
  if (map.size <= limit * slack) return;
  for (const key of [...map.keys()].sort().slice(limit)) map.delete(key);
}
function taskOf({ steps }) {
  const call = steps.find((step) => step.kind === "model_call" && step.input !== null);
  const input = call?.kind === "model_call" ? call.input ?? [] : [];
  const text3 = textOf2(input.find(({ role }) => role === "user")).trim();
  return { key: sha256(text3).slice(0, DIGITS2), label: text3.slice(0, MAX_LABEL_CHARS) };
}
function textOf2(message) {
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
  const [before, after] = [countsOf2(old.sightings), countsOf2(now.sightings)];
  const strata = [...before.keys()].filter((stratum) => after.has(stratum));
  return {
    from: old.answer,
    to: now.answer,
    oldSinceUs: firstUsOf(old),
    lastOldUs: old.lastUs,
    allNewUs: firstUsOf(now),
    firstNewUs: first.firstUs,
    firstNewId: first.firstId,
    before: sum2(before.values()),
    after: sum2(after.values()),
    strata,
    logP: -sum2(strata.map((stratum) => logChoose(before.get(stratum) ?? 0, after.get(stratum) ?? 0)))
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
    const isBlip = !isEnd && sum2(segment.sightings.map(({ cell }) => cell.count)) < MIN_SEGMENT;
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
function countsOf2(sightings) {
  const counts = /* @__PURE__ */ new Map();
  for (const { stratum, cell } of sightings) counts.set(stratum, (counts.get(stratum) ?? 0) + cell.count);
  return counts;
}
function logChoose(a, b) {
  return logGamma(a + b + 1) - logGamma(a + 1) - logGamma(b + 1);
}
function sum2(values) {
  let total2 = 0;
  for (const value of values) total2 += value;
  return total2;
}

// src/knowledge/contracts/enumeration.ts
var MIN_RECURRENCE = 5;
var MIN_WORDS = 2;
var WORD = /^"[A-Za-z][\w.-]*"$/;
function enumeration(field) {
  if (field === void 0 || field.values === null) return null;
  const sightings = [...field.values.values()].flatMap((days2) => [...days2.values()]);
  const count5 = sightings.reduce((sum3, cell) => sum3 + cell.count, 0);
  const words = [...field.values.keys()];
  return count5 >= MIN_RECURRENCE * words.length && words.every((word) => WORD.test(word)) ? words : null;
}
function replacedValues(path, field) {
  const words = path.startsWith(ARGUMENTS) ? null : enumeration(field);
  if (words === null || words.length < 2) return [];
  const days2 = (word) => [...field.values?.get(word)?.values() ?? []];
  const spans = words.map((word) => ({
    ...{ word, cells: days2(word) },
    firstUs: days2(word).reduce((least, cell) => Math.min(least, cell.firstUs), Number.POSITIVE_INFINITY),
    lastUs: days2(word).reduce((most, cell) => Math.max(most, cell.lastUs), Number.NEGATIVE_INFINITY)
  })).sort((a, b) => a.firstUs - b.firstUs);
  return spans.slice(1).flatMap((_, index) => {
    const [old, now] = [spans.slice(0, index + 1), spans.slice(index + 1)];
    const lastOld = Math.max(...old.map(({ lastUs }) => lastUs));
    if (now.some(({ firstUs }) => firstUs <= lastOld) || !isReplaced(old, now)) return [];
    const named3 = (side) => side.map(({ word }) => word).sort().join(", ");
    const seen2 = (side) => side.flatMap(({ cells: cells2 }) => cells2.map((cell) => ({ answer: named3(side), stratum: path, cell })));
    return switchesIn([...seen2(old), ...seen2(now)]);
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
    const found2 = answersOf(byClass, view).filter(({ answer }) => pair.includes(answer));
    if (new Set(found2.map(({ answer }) => answer)).size < 2) return [];
    return found2.flatMap(
      ({ answer, answers }) => [...answers.days.values()].map((cell) => ({ answer, stratum: call, cell }))
    );
  });
}
function sameShapeSightings(tool, view, values) {
  return [...tool.classes].flatMap(([name, { facets, days: days2 }]) => {
    const answer = view.valueIn.get(name);
    if (answer === void 0 || !values.includes(answer)) return [];
    const stratum = JSON.stringify(facets.filter(([path]) => path.startsWith(ARGUMENTS)));
    return [...days2.values()].map((cell) => ({ answer, stratum, cell }));
  });
}
function answersOf(byClass, view) {
  return [...byClass].flatMap(([name, answers]) => {
    const answer = view.valueIn.get(name);
    return answer === void 0 ? [] : [{ answer, answers }];
  });
}
function classCount({ classes }, name) {
  return [...classes.get(name)?.days.values() ?? []].reduce((sum3, { count: count5 }) => sum3 + count5, 0);
}
function isMissingMember(facets, path) {
  const dot = path.lastIndexOf(".");
  if (path === OUTCOME || dot < 0) return false;
  return (facets.get(path.slice(0, dot)) ?? "").split("|").includes("object");
}

// src/knowledge/contracts/tasks.ts
var LEVEL = 0.05;
var NONE2 = { judged: 0, passed: 0 };
function affectedTasks(tool, main) {
  if (main === null || main.view === null) return [];
  const [before, after] = [judgedBy(tool, main.view, main.from), judgedBy(tool, main.view, main.to)];
  const found2 = [...before].flatMap(([key, { label, ...old }]) => {
    const now = after.get(key) ?? { label, ...NONE2 };
    if (old.judged === 0 || now.judged === 0) return [];
    const test = stratExact([{ kind: "labels", n0: old.judged, s0: old.passed, n1: now.judged, s1: now.passed }]);
    const p = Math.min(1, 2 * Math.min(test.p, test.pUpper));
    return [{ task: label, before: old, after: { judged: now.judged, passed: now.passed }, p }];
  });
  const adjusted = benjaminiHochberg(found2.map(({ p }) => p));
  return found2.map((task, index) => ({ ...task, decided: (adjusted[index] ?? 1) <= LEVEL })).sort((a, b) => a.p - b.p || (a.task < b.task ? -1 : 1));
}
function judgedBy(tool, view, value) {
  const tasks2 = /* @__PURE__ */ new Map();
  for (const byClass of tool.calls.values())
    for (const { answers } of answersOf(byClass, view).filter(({ answer }) => answer === value))
      for (const [key, { label, judged, passed }] of answers.tasks) {
        const known2 = tasks2.get(key) ?? NONE2;
        tasks2.set(key, { label, judged: known2.judged + judged, passed: known2.passed + passed });
      }
  return tasks2;
}

// src/knowledge/contracts/find-changes.ts
var ALPHA = 1e-3;
function contractChanges({ tools }) {
  const views = new Map([...tools].map(([name, tool]) => [name, facetViews(tool)]));
  const pairs = [...views.values()].flat().map(({ values }) => values.length * (values.length - 1) / 2);
  const fields = [...tools.values()].map((tool) => tool.fields.size);
  const tests = [...pairs, ...fields].reduce((sum3, count5) => sum3 + count5, 0);
  return [...tools].flatMap(([name, tool]) => {
    const answers = (views.get(name) ?? []).flatMap((view) => breaksOf(tool, view, tests));
    const found2 = [...answers, ...enumBreaks(tool, tests)];
    return grouped(found2).map((group) => changeOf(name, tool, group));
  }).sort((a, b) => a.firstNewUs - b.firstNewUs || (a.tool < b.tool ? -1 : 1));
}
function breaksOf(tool, view, tests) {
  return view.values.flatMap(
    (a, index) => view.values.slice(index + 1).flatMap((b) => {
      const significant = (level, sightings) => switchesIn(sightings).map((found2) => ({ ...found2, path: view.path, view, level, p: Math.min(1, Math.exp(found2.logP) * tests) })).filter(({ p }) => p <= ALPHA);
      const same = significant("same_arguments", sameCallSightings(tool, view, [a, b])).filter(
        (found2) => isTheTools(tool, view, found2)
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
    const days2 = answersOf(byClass, view).filter(({ answer }) => answer === from).flatMap(({ answers }) => [...answers.days.values()]);
    return days2.some(({ firstUs }) => firstUs <= lastOldUs) && days2.some(({ lastUs }) => lastUs >= allNewUs);
  });
}
function enumBreaks(tool, tests) {
  return [...tool.fields].flatMap(
    ([path, field]) => replacedValues(path, field).map((found2) => ({
      ...{ ...found2, path, view: null, level: "same_shape" },
      p: Math.min(1, Math.exp(found2.logP) * tests)
    })).filter(({ p }) => p <= ALPHA)
  );
}
function grouped(breaks) {
  const groups = [];
  for (const found2 of breaks.toSorted((a, b) => a.allNewUs - b.allNewUs)) {
    const group = groups.find(({ fromUs, toUs }) => found2.lastOldUs <= toUs && found2.allNewUs >= fromUs);
    if (group === void 0) groups.push({ fromUs: found2.lastOldUs, toUs: found2.allNewUs, breaks: [found2] });
    else group.breaks.push(found2);
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
var FORMAT2 = "pawl ledger v1";
var US_A_DAY4 = 864e8;
var SAME_DAYS = 3;
function ledgerLines(known2, added) {
  return linesToAppend(FORMAT2, known2 === null, added);
}
function parseLedger(text3, file) {
  const entries = readLines(text3, { file, format: FORMAT2 }, readEntry);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
}
function newEntries(known2, found2) {
  const all2 = [...known2];
  const added = [];
  for (const entry of found2.toSorted((a, b) => a.atUs - b.atUs)) {
    if (all2.some((one) => isSame(one, entry))) continue;
    all2.push(entry);
    added.push(entry);
  }
  return added;
}
function isSame(a, b) {
  if (a.id === b.id) return true;
  if (a.kind !== "tool_contract" || b.kind !== "tool_contract") return false;
  const isAlike = a.name === b.name && a.from === b.from && a.to === b.to;
  return isAlike && Math.abs(a.atUs - b.atUs) <= SAME_DAYS * US_A_DAY4;
}
function readEntry(value) {
  if (!isJsonObject(value)) return null;
  const { id, atUs, name, from, to, what, decides, trajectoryId } = value;
  const kind = LEDGER_KINDS.find((one) => one === value.kind);
  const commit = value.commit === null ? null : readCommit(value.commit);
  if (kind === void 0 || commit === void 0) return null;
  if (typeof id !== "string" || typeof atUs !== "number" || typeof name !== "string" || typeof what !== "string")
    return null;
  if (!isTextOrNull(from) || !isTextOrNull(to) || !isTextOrNull(trajectoryId) || !isTextOrNull(decides)) return null;
  return { id, kind, atUs, name, from, to, what, decides, commit, trajectoryId };
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
      const answered2 = step.systemFingerprint === void 0 ? model : `${model} (${step.systemFingerprint})`;
      put2(this.#seen, { requested, answered: answered2, atUs, trajectoryId: id });
    }
    if (this.#seen.size > 2 * MAX_SEEN) this.#seen = kept2(this.#seen);
  }
  build() {
    return kept2(this.#seen);
  }
};
function mergedModels(a, b) {
  const merged = new Map(a);
  for (const seen2 of b.values()) put2(merged, seen2);
  return kept2(merged);
}
function put2(map, seen2) {
  const key = JSON.stringify([seen2.requested, seen2.answered]);
  const known2 = map.get(key);
  const isEarlier = known2 === void 0 || seen2.atUs < known2.atUs || seen2.atUs === known2.atUs && seen2.trajectoryId < known2.trajectoryId;
  if (isEarlier) map.set(key, seen2);
}
function kept2(map) {
  if (map.size <= MAX_SEEN) return map;
  return new Map([...map].sort(([a], [b]) => a < b ? -1 : 1).slice(0, MAX_SEEN));
}
function fingerprintEntries(models) {
  const byModel = Map.groupBy(models.values(), ({ requested }) => requested);
  return [...byModel].flatMap(([requested, seen2]) => {
    const ordered = seen2.toSorted((a, b) => a.atUs - b.atUs || (a.answered < b.answered ? -1 : 1));
    return ordered.map(({ answered: answered2, atUs, trajectoryId }, index) => {
      const from = ordered[index - 1]?.answered ?? null;
      const what = from === null ? `${requested} is answered by ${answered2}` : `${requested}: ${from} -> ${answered2}`;
      const id = entryId("model_fingerprint", requested, answered2);
      return {
        decides: null,
        id,
        kind: "model_fingerprint",
        name: requested,
        from,
        to: answered2,
        what,
        atUs,
        trajectoryId,
        commit: null
      };
    });
  });
}

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
    ...others.length === 0 ? [] : [entry({ ...version, name: sha.slice(0, 12), what: named2(others) })]
  ];
}
var version = { kind: "agent_version", from: null, to: null };
function entryMaker(commit, atUs) {
  return (told) => ({
    id: entryId(told.kind, commit.sha, told.name),
    ...told,
    ...{ atUs, commit, trajectoryId: null, decides: null }
  });
}
function entryOf(change, entry) {
  switch (change.kind) {
    case "prompt": {
      const { kind, path, status, lines } = change;
      const count5 = (side) => lines.filter((line) => line.kind === side).length;
      const added = count5("added") === 1 ? "1 line" : `${count5("added")} lines`;
      const what = `${path} ${status}: ${added} added, ${count5("removed")} removed`;
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
function named2(paths) {
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
function entryOfContract({ tool, effects, firstNewUs, firstNewId, tasks: tasks2 }) {
  const [main] = effects;
  const told = effects.slice(0, MAX_EFFECTS).map(({ path, from: from2, to: to2 }) => `${path}: ${from2} -> ${to2}`);
  const decided = tasks2.filter((task) => task.decided).map(
    ({ task, before, after }) => `"${task.slice(0, MAX_TASK_CHARS)}": ${before.passed}/${before.judged} -> ${after.passed}/${after.judged} passed`
  );
  const [from, to] = [main?.from ?? null, main?.to ?? null];
  return {
    id: entryId("tool_contract", tool, main?.path ?? null, from, to, dayOf(firstNewUs)),
    kind: "tool_contract",
    ...{ atUs: firstNewUs, name: tool, from, to },
    what: `${tool} answers otherwise: ${told.join(", ")}`,
    decides: decided[0] ?? null,
    ...{ commit: null, trajectoryId: firstNewId }
  };
}

// src/knowledge/contracts/tool-json.ts
function toolJson(name, { classes, calls, fields }) {
  return {
    tool: name,
    classes: listed(classes, (key, { facets, days: days2 }) => [key, facets, cells(days2)]),
    calls: listed(
      calls,
      (call, byClass) => [
        call,
        listed(byClass, (key, answers) => [key, cells(answers.days), tasks(answers), contents(answers)])
      ]
    ),
    fields: listed(
      fields,
      (path, { values }) => [path, values && listed(values, (value, days2) => [value, cells(days2)])]
    )
  };
}
function toolOf({ classes, calls, fields }) {
  return {
    classes: new Map(
      classes.map(([name, facets, days2]) => [name, { facets, days: daysOf(days2) }])
    ),
    calls: new Map(calls.map(([call, byClass]) => [call, new Map(byClass.map(answersOf2))])),
    fields: new Map(
      fields.map(([path, values]) => [
        path,
        { values: values && new Map(values.map(([value, days2]) => [value, daysOf(days2)])) }
      ])
    )
  };
}
var text = { type: "string" };
var count3 = { type: "integer", minimum: 0 };
var listOf = (items) => ({ type: "array", items });
var tuple = (...items) => ({
  ...{ type: "array", items, minItems: items.length, additionalItems: false }
});
var days = listOf(tuple({ type: "integer" }, count3, { type: "number" }, { type: "number" }, text));
var prints = tuple(count3, ...new Array(6).fill(text));
var answered = tuple(text, days, listOf(tuple(text, text, count3, count3)), listOf(prints));
var check = schemaCheck(
  {
    type: "object",
    required: ["tool", "classes", "calls", "fields"],
    additionalProperties: false,
    properties: {
      tool: text,
      classes: listOf(tuple(text, listOf(tuple(text, text)), days)),
      calls: listOf(tuple(text, listOf(answered))),
      fields: listOf(tuple(text, { anyOf: [{ type: "null" }, listOf(tuple(text, days))] }))
    }
  },
  []
);
function isToolJson(value) {
  return check(value).length === 0;
}
function listed(map, write) {
  return [...map].sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => write(key, value));
}
function cells(map) {
  return listed(map, (day, cell) => [day, cell.count, cell.firstUs, cell.lastUs, cell.firstId]);
}
function daysOf(list) {
  return new Map(list.map(([day, seen2, firstUs, lastUs, firstId]) => [day, { count: seen2, firstUs, lastUs, firstId }]));
}
function tasks({ tasks: outcomes }) {
  return listed(outcomes, (key, { label, judged, passed }) => [key, label, judged, passed]);
}
function contents({ contents: said }) {
  return listed(said, (_, { content, count: times }) => {
    const { exact, order, timestamps, numbers: numbers2, ids, all: all2 } = content;
    return [times, exact, order, timestamps, numbers2, ids, all2];
  });
}
function answersOf2([answerClass, seen2, outcomes, said]) {
  const answers = {
    days: daysOf(seen2),
    tasks: new Map(outcomes.map(([key, label, judged, passed]) => [key, { label, judged, passed }])),
    contents: new Map(said.map(([times, ...found2]) => [found2[0] ?? "", { content: contentOf2(found2), count: times }]))
  };
  return [answerClass, answers];
}
function contentOf2([exact = "", order = "", timestamps = "", numbers2 = "", ids = "", all2 = ""]) {
  return { exact, order, timestamps, numbers: numbers2, ids, all: all2 };
}

// src/knowledge/observed/day-file.ts
var FORMAT3 = "pawl observed day v1";
var OBSERVED_VERSION = 1;
function observedText({ by, day, source, observed: { contracts, models } }) {
  const tools = [...contracts.tools].sort(([a], [b]) => a < b ? -1 : 1).map(([name, tool]) => toolJson(name, tool));
  const lines = [...tools, ...[...models].sort(([a], [b]) => a < b ? -1 : 1).map(([, model]) => model)];
  const head = { format: FORMAT3, by, day, source, undated: contracts.undated, lines: lines.length };
  return [head, ...lines].map((line) => `${JSON.stringify(line)}
`).join("");
}
function observedHead(text3, where) {
  const line = text3.split("\n", 1)[0] ?? "";
  const head = parseJson(line);
  if (!isJsonObject(head) || head.format !== FORMAT3)
    throw damaged2(where, `expected the format "${FORMAT3}", received ${cut(line, 60)}`);
  if (!isHead(head)) throw damaged2(where, "its first line lacks what it was made by and of");
  return head;
}
function readObserved(text3, where) {
  const { by, day, source, undated, lines: expected } = observedHead(text3, where);
  const lines = text3.split("\n").slice(1, -1);
  if (lines.length !== expected) throw damaged2(where, `expected ${expected} lines, received ${lines.length}`);
  const tools = /* @__PURE__ */ new Map();
  const models = /* @__PURE__ */ new Map();
  for (const [at, line] of lines.entries()) {
    const value = parseJson(line);
    if (isToolJson(value)) tools.set(value.tool, toolOf(value));
    else if (isModel(value)) models.set(JSON.stringify([value.requested, value.answered]), value);
    else throw damaged2(where, `line ${at + 2} is neither a tool nor a model`);
  }
  return { by, day, source, observed: { contracts: { tools, undated }, models } };
}
var text2 = { type: "string" };
var count4 = { type: "integer", minimum: 0 };
var exactly = (properties) => ({
  ...{ type: "object", required: Object.keys(properties), additionalProperties: false, properties }
});
var headCheck = schemaCheck(
  exactly({ format: text2, by: text2, day: text2, source: text2, undated: count4, lines: count4 }),
  []
);
var modelCheck = schemaCheck(
  exactly({ requested: text2, answered: text2, atUs: { type: "number" }, trajectoryId: text2 }),
  []
);
function isHead(value) {
  return headCheck(value).length === 0;
}
function isModel(value) {
  return modelCheck(value).length === 0;
}
function damaged2(where, message) {
  return new UserError({ where, message, hint: 'remove the file: "pawl ledger" scans the day again' });
}

// src/knowledge/observed/observed.ts
var ObservedBuilder = class {
  #contracts = new ContractBuilder();
  #models = new FingerprintBuilder();
  add(trajectory) {
    this.#contracts.add(trajectory);
    this.#models.add(trajectory);
  }
  build() {
    return { contracts: this.#contracts.build(), models: this.#models.build() };
  }
};
function nothingObserved() {
  return { contracts: emptyContracts(), models: /* @__PURE__ */ new Map() };
}
function mergedObserved(a, b) {
  return { contracts: mergedContracts(a.contracts, b.contracts), models: mergedModels(a.models, b.models) };
}
function entriesObserved({ contracts, models }) {
  return [...fingerprintEntries(models), ...contractChanges(contracts).map(entryOfContract)];
}

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
async function* tableGroups({ reader }, day, names2, signal) {
  for await (const rows of reader.table("trajectories", names2, [day])) {
    yield { ...rows, recordings: null };
    if (signal.aborted) return;
  }
}
var GROUP_ITEMS = 2e3;
function madeRows({ reader, projection }, day, { trajectories: trajectories2, steps }, signal) {
  const waiting = [];
  const groupOf2 = (derived) => {
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
      ...columnsOfRows("trajectories", trajectories2, rows),
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
      yield groupOf2(held);
      [held, items] = [[], 0];
      await $setImmediate();
      if (signal.aborted) return;
    }
    if (held.length > 0) yield groupOf2(held);
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
    const [text3, path] = [folder.read(day), folder.pathOf(day)];
    if (isSameVersion(dayHead(text3, path).by, by)) yield readDay(text3, path);
  }
}
function headsIn(folder) {
  return new Map(folder.days().map((day) => [day, dayHead(folder.read(day), folder.pathOf(day))]));
}
function dropResults(reader, { store }, surroundings) {
  const sources = new Map(reader.sources().map(({ day, source }) => [day, source]));
  for (const name of resultNames($join($resolve(surroundings.directory, store), "knowledge", "backfill"))) {
    const folder = resultFolder(store, { name, version: "" }, surroundings);
    for (const day of folder.days())
      if (dayHead(folder.read(day), folder.pathOf(day)).source !== sources.get(day)) folder.remove(day);
  }
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
  ledgerSuspects,
  attributionOf,
  dayText,
  dayHead,
  DayFolder,
  resultNames,
  hypothesisId,
  mergeShards,
  dayNumber,
  hypothesisNeeds,
  RateBuilder,
  rateHistory,
  plausibleDays,
  streamsOf,
  readKept,
  appendKept,
  findDrift,
  alarmOf,
  incidentsOf,
  fanIn,
  statusEvent,
  incidentLines,
  parseIncidents,
  recoveries,
  ledgerLines,
  parseLedger,
  newEntries,
  entriesOfCommit,
  OBSERVED_VERSION,
  observedText,
  observedHead,
  readObserved,
  ObservedBuilder,
  nothingObserved,
  mergedObserved,
  entriesObserved,
  behaviourStatus,
  dayRows,
  behaviour,
  computedBy,
  resultFolder,
  EVERYTHING,
  bringUpToDate,
  resultsIn,
  dropResults,
  undatedIn,
  misfit
};
