const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  clusterBootstrap,
  designEffect,
  discreteHolm,
  dividends,
  fisherLower,
  fixedStrataFactor,
  historyLogE,
  jeffreys,
  mde80,
  moverWilson,
  normalQuantile,
  pairsLogE,
  planConfirmation,
  shapley,
  stratExact,
  surveyDifference,
  surveyLimits
} from "./chunk-ESXIIXJN.js";
import {
  $isDeepStrictEqual
} from "./chunk-OPI4XJCE.js";

// src/compare/classify.ts
function isAffected({ base, head }) {
  return head.probe || base.fingerprint !== head.fingerprint;
}
function differsAtFirstRequest({ base, head }) {
  const lostKey = [base, head].some((trial) => trial.standing === "errored" && trial.firstRequestKey === null);
  return !lostKey && base.firstRequestKey !== head.firstRequestKey;
}

// src/compare/numbers.ts
function range(first, last) {
  const numbers = [];
  for (let number = first; number <= last; number++) numbers.push(number);
  return numbers;
}
function numbered(side, numbers) {
  const trials = [];
  for (const number of numbers) {
    const trial = side.get(number);
    if (trial !== void 0) trials.push(trial);
  }
  return trials;
}
function pairAt({ base, head }, number) {
  const first = base.get(number);
  const second = head.get(number);
  return first === void 0 || second === void 0 ? null : { number, base: first, head: second };
}
function absent(trials, side, numbers) {
  const requests = [];
  for (const number of numbers) if (!trials[side].has(number)) requests.push({ caseId: trials.facts.id, side, number });
  return requests;
}
function absentPair(trials, number) {
  return ["base", "head"].flatMap((side) => absent(trials, side, [number]));
}

// src/compare/acceptance.ts
function isAcceptedCase({ accepted: accepted2, slices }) {
  if (accepted2 === void 0) return false;
  return accepted2.named || slices.length > 0 && slices.every((slice) => accepted2.slices.includes(slice));
}
function countsIn(facts, slice) {
  return facts.accepted?.slices.includes(slice) === true || !isAcceptedCase(facts);
}

// src/compare/groups.ts
function groupCases(cases) {
  const counted = [...cases.entries()].flatMap(
    ([place, facts]) => facts.gates && !isAcceptedCase(facts) ? [place] : []
  );
  return [
    ...groupBy("slice", cases, ({ slices }) => slices),
    { kind: "all", name: "ALL", members: counted, accepted: false },
    ...groupBy("cohort", cases, ({ cohorts }) => cohorts)
  ];
}
function groupBy(kind, cases, names) {
  const byName = /* @__PURE__ */ new Map();
  const accepted2 = /* @__PURE__ */ new Set();
  for (const [place, facts] of cases.entries()) {
    for (const name of new Set(names(facts))) {
      const members = byName.get(name) ?? [];
      if (facts.gates && (kind === "cohort" || countsIn(facts, name))) members.push(place);
      if (kind === "slice" && facts.accepted?.slices.includes(name) === true) accepted2.add(name);
      byName.set(name, members);
    }
  }
  return [...byName].map(([name, members]) => ({ kind, name, members, accepted: accepted2.has(name) })).sort((a, b) => a.name < b.name ? -1 : 1);
}

// src/compare/trials.ts
function evidenceOf(facts, trials = []) {
  const places = /* @__PURE__ */ new Map();
  for (const { id } of facts) {
    if (places.has(id)) throw new Error(`evidence holds case ${id} twice`);
    places.set(id, places.size);
  }
  const cases = facts.map((each) => caseTrials(each, /* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()));
  const memo = { tests: /* @__PURE__ */ new Map(), allocations: /* @__PURE__ */ new Map(), plans: /* @__PURE__ */ new Map(), last: null };
  return withTrials({ cases, places, groups: groupCases(facts), memo }, trials);
}
function withTrials(evidence, trials) {
  const { cases, places } = evidence;
  const grown = [...cases];
  for (const [caseId, added2] of Map.groupBy(trials, (trial) => trial.caseId)) {
    const place = places.get(caseId);
    const known = place === void 0 ? void 0 : cases[place];
    if (place === void 0 || known === void 0)
      throw new Error(`evidence holds trials of ${caseId}, but not the case`);
    const of = (side, probe) => added2.filter((trial) => trial.side === side && trial.probe === probe);
    grown[place] = caseTrials(
      known.facts,
      withMore(known.base, of("base", false)),
      withMore(known.head, of("head", false)),
      withMore(known.probes, of("head", true)),
      known.memo.stored
    );
  }
  return { ...evidence, cases: grown };
}
function caseTrials(facts, base, head, probes = /* @__PURE__ */ new Map(), stored = null) {
  return { facts, base, head, probes, memo: { data: /* @__PURE__ */ new Map(), spent: null, stored } };
}
function withMore(known, added2) {
  if (added2.length === 0) return known;
  const grown = new Map(known);
  for (const trial of added2) {
    if (!Number.isInteger(trial.number) || trial.number < 1)
      throw new Error(`${labelOf(trial)} is no sample: numbers start at 1`);
    if (grown.has(trial.number)) throw new Error(`evidence holds ${labelOf(trial)} twice`);
    grown.set(trial.number, trial);
  }
  return grown;
}
function labelOf({ side, number, caseId }) {
  return `${side} trial ${number} of case ${caseId}`;
}
function isDetermined({ outcome }) {
  return outcome.kind !== "undetermined";
}
function isPass({ outcome }) {
  return outcome.kind === "pass";
}

// src/compare/sample-pairs.ts
var PROBES = 3;
var MOST_PROBES = 2 * PROBES;
function pairSample(trials, depth) {
  const walk = walkPairs(trials, depth);
  if (walk.kind === "open") return openPairs(trials, depth);
  const { pairs } = walk;
  const affected = pairs.filter(isAffected).map(({ number }) => number);
  const affectedness = affected.length > 0 ? "prefix" : "not_exercised";
  if (walk.kind === "complete") {
    const base2 = pairs.map((pair) => pair.base);
    const head = pairs.map((pair) => pair.head);
    return { affectedness, base: base2, head, pairs, affected, wanted: [] };
  }
  const seen = range(1, walk.to);
  const base = numbered(trials.base, seen);
  const wanted = range(walk.from, walk.to).flatMap((number) => absentPair(trials, number));
  return { affectedness, base, head: numbered(trials.head, seen), pairs, affected, wanted };
}
function openPairs(trials, depth) {
  const numbers = range(1, depth);
  return {
    affectedness: "open",
    base: numbered(trials.base, numbers),
    head: numbered(trials.head, numbers),
    pairs: numbers.flatMap((number) => pairAt(trials, number) ?? []),
    affected: [],
    wanted: [...absent(trials, "base", numbers), ...absent(trials, "head", numbers)]
  };
}
function isLookedPast(pair) {
  const sides = [pair.base, pair.head];
  if (isAffected(pair) || sides.some(({ standing }) => standing === "errored")) return false;
  return sides.some((trial) => trial.cutShort || !isDetermined(trial));
}
function walkPairs(trials, depth) {
  const last = PROBES * depth;
  const pairs = [];
  let affected = 0;
  let past = 0;
  for (let number = 1; ; number++) {
    const end = affected === 0 ? MOST_PROBES : last;
    const pair = pairAt(trials, number);
    if (pair === null) {
      const more = batch(depth, affected, pairs.length, past);
      return { kind: "incomplete", pairs, from: number, to: Math.min(end, number + more - 1) };
    }
    if (differsAtFirstRequest(pair)) return { kind: "open" };
    pairs.push(pair);
    if (isAffected(pair)) affected++;
    else if (isLookedPast(pair)) past++;
    const isInVain = number >= MOST_PROBES || number >= PROBES && past === number;
    const isSeen = affected === 0 ? number - past >= PROBES || isInVain : number >= last;
    if (affected >= depth || isSeen) return { kind: "complete", pairs };
  }
}
function batch(depth, affected, seen, past) {
  if (affected > 0) return Math.ceil((depth - affected) * seen / affected);
  if (seen === 0) return Math.min(depth, PROBES);
  return past === seen ? PROBES - seen : PROBES - (seen - past);
}

// src/compare/sample-stored.ts
function storedSample(trials, depth, reservoir) {
  const { base, found: found2 } = settled(trials, reservoir);
  switch (found2.kind) {
    case "open": {
      const heads = range(reservoir + 1, reservoir + depth);
      const lacking = base.length < reservoir ? absent(trials, "base", range(1, reservoir)) : [];
      const wanted = [...lacking, ...absent(trials, "head", heads)];
      const head = numbered(trials.head, heads);
      return { affectedness: "open", base, head, pairs: [], affected: [], wanted };
    }
    case "shared":
    case "unknown": {
      const { affected } = found2;
      const unread = new Set(affected.slice(depth));
      const window = range(1, reservoir).filter((number) => !unread.has(number));
      const pairs = window.flatMap((number) => pairAt(trials, number) ?? []);
      const wanted = found2.kind === "unknown" ? found2.wanted : absent(trials, "head", affected.slice(0, depth));
      const idle = pairs.every((pair) => pair.base.idle && pair.head.idle);
      const affectedness = affected.length > 0 ? "prefix" : idle ? "not_exercised" : "none";
      return { affectedness, base, head: numbered(trials.head, window), pairs, affected, wanted };
    }
    default:
      return found2;
  }
}
function settled(trials, reservoir) {
  const { memo } = trials;
  if (memo.stored !== null) return memo.stored;
  const numbers = range(1, reservoir);
  const stored = { base: numbered(trials.base, numbers), found: lookThrough(trials, numbers) };
  if (stored.found.kind !== "unknown" && stored.base.length === reservoir) memo.stored = stored;
  return stored;
}
function lookThrough(trials, stored) {
  const affected = [];
  const unseen = [];
  for (const number of stored) {
    const base = trials.base.get(number);
    const head = trials.probes.get(number) ?? trials.head.get(number);
    if (base === void 0 || head === void 0) unseen.push(number);
    else {
      const pair = { number, base, head };
      if (differsAtFirstRequest(pair)) return { kind: "open" };
      if (isAffected(pair)) affected.push(number);
    }
  }
  if (unseen.length === 0) return { kind: "shared", affected };
  const next = unseen[0] === 1 ? [1] : unseen;
  const dry = next.map((number) => ({ caseId: trials.facts.id, side: "head", number, dry: true }));
  return { kind: "unknown", affected, wanted: [...absent(trials, "base", stored), ...dry] };
}

// src/compare/sample.ts
var RESERVOIR_MIN = 3;
function reservoirOf({ storedTrials }) {
  return storedTrials >= RESERVOIR_MIN ? storedTrials : 0;
}
function sampleAt(trials, depth) {
  const reservoir = reservoirOf(trials.facts);
  return reservoir === 0 ? pairSample(trials, depth) : storedSample(trials, depth, reservoir);
}
function openHeadNumber({ facts }, index) {
  return reservoirOf(facts) + index + 1;
}

// src/compare/tally.ts
function tally(trials) {
  let passes = 0;
  let undetermined = 0;
  for (const trial of trials) {
    if (isPass(trial)) passes++;
    else if (!isDetermined(trial)) undetermined++;
  }
  return { passes, trials: trials.length - undetermined, undetermined };
}
function sumTallies(tallies) {
  return tallies.reduce(
    (sum2, { passes, trials, undetermined }) => ({
      passes: sum2.passes + passes,
      trials: sum2.trials + trials,
      undetermined: sum2.undetermined + undetermined
    }),
    { passes: 0, trials: 0, undetermined: 0 }
  );
}

// src/compare/case-arms.ts
var NOTHING = { effect: null, stratum: null, evidence: null, firstHead: null };
function openCase(sample, isStored2) {
  const [base, head] = [tally(sample.base), tally(sample.head)];
  const firstHead = sample.head.find(isDetermined) ?? null;
  if (base.trials === 0 || head.trials === 0) return { ...NOTHING, firstHead };
  const arms = { n0: base.trials, s0: base.passes, n1: head.trials, s1: head.passes };
  const pairs = Math.min(base.trials, head.trials);
  return {
    effect: { baseRate: base.passes / base.trials, affectedShare: 1, pairs, ...arms },
    stratum: { kind: "labels", ...arms },
    evidence: isStored2 ? { kind: "history", ...arms } : pairEvidence(sample.pairs.filter(isPairDetermined)),
    firstHead
  };
}
function prefixStored({ base, head, affected }, depth) {
  const ofBase = new Set(affected);
  const ofHead = new Set(affected.slice(0, depth));
  const heads = head.filter(({ number }) => ofHead.has(number));
  const firstHead = heads.find(isDetermined) ?? null;
  const all = tally(base);
  const arm0 = tally(base.filter(({ number }) => ofBase.has(number)));
  const arm1 = tally(heads);
  if (arm0.trials === 0 || arm1.trials === 0) return { ...NOTHING, firstHead };
  const arms = { n0: arm0.trials, s0: arm0.passes, n1: arm1.trials, s1: arm1.passes };
  return {
    effect: {
      ...{ baseRate: all.passes / all.trials, affectedShare: affected.length / base.length, pairs: base.length },
      ...arms
    },
    stratum: { kind: "labels", ...arms },
    evidence: { kind: "history", ...arms },
    firstHead
  };
}
function prefixPairs(sample) {
  const affected = sample.pairs.filter(isAffected);
  const firstHead = affected.find(({ base, head }) => isDetermined(base) && isDetermined(head))?.head ?? null;
  const pairs = sample.pairs.filter(isPairDetermined);
  if (pairs.length === 0) return { ...NOTHING, firstHead };
  const compared = affected.filter(isPairDetermined);
  return {
    effect: {
      baseRate: passesOf(pairs, "base") / pairs.length,
      affectedShare: compared.length / pairs.length,
      n0: compared.length,
      s0: passesOf(compared, "base"),
      n1: compared.length,
      s1: passesOf(compared, "head"),
      pairs: pairs.length
    },
    stratum: swaps(compared),
    evidence: pairEvidence(compared),
    firstHead
  };
}
function swaps(pairs) {
  const discordant = pairs.filter(({ base, head }) => isPass(base) !== isPass(head));
  return { kind: "swaps", discordant: discordant.length, wins1: passesOf(discordant, "head") };
}
function pairEvidence(pairs) {
  const count2 = { both: 0, only0: 0, only1: 0, neither: 0 };
  for (const { base, head } of pairs) {
    if (isPass(base)) count2[isPass(head) ? "both" : "only0"]++;
    else count2[isPass(head) ? "only1" : "neither"]++;
  }
  return { kind: "pairs", ...count2 };
}
function unaffectedCase({ pairs }) {
  const base = tally(pairs.map((pair) => pair.base));
  if (base.trials === 0) return NOTHING;
  const baseRate = base.passes / base.trials;
  return { ...NOTHING, effect: { baseRate, affectedShare: 0, n0: 0, s0: 0, n1: 0, s1: 0, pairs: base.trials } };
}
function passesOf(pairs, side) {
  return pairs.filter((pair) => isPass(pair[side])).length;
}
function isPairDetermined({ base, head }) {
  return isDetermined(base) && isDetermined(head);
}

// src/compare/case-data.ts
function caseData(trials, depth) {
  const { data } = trials.memo;
  const found2 = data.get(depth) ?? caseDataOf(trials, sampleAt(trials, depth), depth);
  data.set(depth, found2);
  return found2;
}
function caseDataWhole(trials) {
  const [base, head] = [[...trials.base.values()], [...trials.head.values()]];
  return caseDataOf(
    trials,
    { affectedness: "open", base, head, pairs: [], affected: [], wanted: [] },
    Number.POSITIVE_INFINITY
  );
}
function caseDataOf(trials, read, depth) {
  const sample = withoutHidden(read);
  const data = {
    ...{ facts: trials.facts, trials, sample, affectedness: sample.affectedness },
    base: tally(sample.base),
    head: tally(sample.head),
    errored: { base: countErrored(sample.base), head: countErrored(sample.head) }
  };
  switch (sample.affectedness) {
    case "open":
      return { ...data, ...openCase(sample, isStored(data)) };
    case "prefix":
      return { ...data, ...isStored(data) ? prefixStored(sample, depth) : prefixPairs(sample) };
    case "none":
    case "not_exercised":
      return { ...data, ...unaffectedCase(sample) };
    default:
      return sample.affectedness;
  }
}
function isStored({ facts }) {
  return reservoirOf(facts) > 0;
}
function isTested({ affectedness }) {
  return affectedness === "open" || affectedness === "prefix";
}
function withoutHidden(sample) {
  const hidden = /* @__PURE__ */ new Set();
  for (const pair of sample.pairs) {
    if (!isAffected(pair) && (pair.base.cutShort || pair.head.cutShort)) hidden.add(pair.number);
  }
  if (hidden.size === 0) return sample;
  const hide = (trial) => hidden.has(trial.number) ? { ...trial, outcome: HIDDEN } : trial;
  return {
    ...sample,
    base: sample.base.map(hide),
    head: sample.head.map(hide),
    pairs: sample.pairs.map(({ number, base, head }) => ({ number, base: hide(base), head: hide(head) }))
  };
}
var HIDDEN = { kind: "undetermined", reason: "both sides were cut short at the same point" };
function countErrored(trials) {
  let errored = 0;
  for (const { standing } of trials) if (standing === "errored") errored++;
  return errored;
}

// src/compare/counts.ts
function sideCounts(all, side, wanted) {
  const standings = { hermetic: 0, assisted: 0, diverged: 0, not_covered: 0, errored: 0, external: 0 };
  let attempted = 0;
  let determined = 0;
  let stored = 0;
  for (const each of all) {
    attempted += each[side].size;
    for (const trial of each[side].values()) {
      standings[trial.standing]++;
      if (isDetermined(trial)) determined++;
      if (trial.stored) stored++;
    }
  }
  return {
    attempted,
    determined,
    undetermined: attempted - determined,
    errored: standings.errored,
    diverged: standings.diverged,
    notCovered: standings.not_covered,
    assisted: standings.assisted,
    unaffected: all.reduce((sum2, each) => sum2 + unaffectedPairs(each), 0),
    stored,
    missing: wanted.filter((request) => request.side === side).length
  };
}
function unaffectedPairs({ base, head }) {
  let pairs = 0;
  for (const trial of head.values()) {
    const partner = base.get(trial.number);
    if (partner !== void 0 && !isAffected({ number: trial.number, base: partner, head: trial })) pairs++;
  }
  return pairs;
}

// src/compare/exercised.ts
function unexercised({ sample: { pairs, wanted } }) {
  const trials = pairs.length;
  if (trials > 0 && pairs.every(({ base, head }) => base.idle && head.idle)) return { kind: "idle" };
  const determined = pairs.filter(isPairDetermined).length;
  const past = pairs.filter(isLookedPast).length;
  return wanted.length === 0 && determined >= PROBES && determined + past === trials ? { kind: "equal", trials, determined } : { kind: "unseen", trials, determined };
}

// src/compare/decide.ts
var ERRORED_SHARE_MAX = 0.1;
function decide(findings) {
  const errors = [...missingTrials(findings), ...failures(findings.gating)];
  const blocks2 = [...regressedSlices(findings.comparisons), ...casesOf(findings.cases, "broken")];
  const unpaid = findings.unpaid === null ? [] : [findings.unpaid];
  const equal = errors.length > 0 ? [] : notSeen(findings);
  const open = [
    ...notCovered(findings),
    ...notSpoken(findings),
    ...unpaid,
    ...inconclusiveSlices(findings.comparisons),
    ...equal
  ];
  const rest = [...casesOf(findings.cases, "suspect"), ...accepted(findings)];
  if (errors.length > 0) return { verdict: "error", reasons: [...errors, ...blocks2, ...open, ...rest] };
  if (blocks2.length > 0) return { verdict: "block", reasons: [...blocks2, ...open, ...rest] };
  if (open.length > 0) return { verdict: "inconclusive", reasons: [...open, ...rest] };
  return { verdict: "pass", reasons: [passReason(findings.gating), ...rest] };
}
function failures(gating) {
  const why = whyNotExercised(gating);
  return [...erroredTrials(gating), ...why === null ? [] : [{ kind: "nothing_exercised", why }]];
}
function missingTrials({ missing }) {
  return missing > 0 ? [{ kind: "missing_trials", missing }] : [];
}
function notCovered({ gating, recordedOnly }) {
  if (!recordedOnly) return [];
  const all = gating.flatMap(({ trials }) => [...trials.base.values(), ...trials.head.values()]);
  const uncovered = all.filter(({ standing }) => standing === "not_covered");
  const cases = new Set(uncovered.map(({ caseId }) => caseId)).size;
  return cases === 0 ? [] : [{ kind: "not_covered", cases, uncovered: uncovered.length, trials: all.length }];
}
function notSpoken({ gating }) {
  const base = new Set(
    gating.flatMap(({ trials }) => [...trials.base.values()].flatMap(({ unspoken = [] }) => unspoken))
  );
  const heads = gating.flatMap(({ trials }) => [...trials.head.values()]);
  const asking = heads.filter(({ unspoken = [] }) => unspoken.some((api) => !base.has(api)));
  const apis = new Set(asking.flatMap(({ unspoken = [] }) => unspoken.filter((api) => !base.has(api))));
  return asking.length === 0 ? [] : [{ kind: "not_spoken", apis: [...apis].sort(), trials: asking.length }];
}
function notSeen({ gating }) {
  if (gating.some(isTested)) return [];
  const cases = notExercised(gating).filter((data) => unexercised(data).kind !== "equal").length;
  return cases === 0 ? [] : [{ kind: "not_seen", cases }];
}
function notExercised(gating) {
  return gating.filter(({ affectedness }) => affectedness === "not_exercised");
}
function erroredTrials(gating) {
  return ["base", "head"].flatMap((side) => {
    let errored = 0;
    let trials = 0;
    for (const data of gating) {
      trials += data[side].trials + data[side].undetermined;
      errored += data.errored[side];
    }
    return errored > ERRORED_SHARE_MAX * trials ? [{ kind: "too_many_errors", side, errored, trials }] : [];
  });
}
function whyNotExercised(gating) {
  if (gating.length === 0) return "no case gates";
  const heads = gating.reduce((sum2, { trials }) => sum2 + trials.head.size, 0);
  if (heads === 0) return "no trial ran on head";
  const busy = gating.some(({ trials }) => trials.head.values().some(({ idle }) => !idle));
  if (!busy) return `none of head's ${heads} trials called the model or a tool`;
  const determined = gating.reduce((sum2, { base }) => sum2 + base.trials, 0);
  const passes = gating.reduce((sum2, { base }) => sum2 + base.passes, 0);
  return determined > 0 && passes === 0 ? `base passes none of its ${determined} trials: there is nothing to break` : null;
}
function regressedSlices(comparisons) {
  return named(comparisons, "regressed").sort((a, b) => (a.adjustedP ?? 1) - (b.adjustedP ?? 1) || (a.p ?? 1) - (b.p ?? 1)).map(({ name }) => ({ kind: "slice_regressed", slice: name }));
}
function inconclusiveSlices(comparisons) {
  return named(comparisons, "inconclusive").map(({ name, reasons }) => ({
    kind: "slice_inconclusive",
    slice: name,
    why: reasons[0] ?? "undecided"
  }));
}
function named(comparisons, verdict) {
  const found2 = comparisons.filter((each) => each.verdict === verdict && each.accepted !== true);
  const slices = found2.filter(({ kind }) => kind === "slice");
  return slices.length > 0 ? slices : found2.filter(({ kind }) => kind === "all");
}
function casesOf(cases, verdict) {
  return cases.filter((each) => each.verdict === verdict && each.accepted !== true).map(({ caseId }) => ({ kind: verdict === "broken" ? "case_broken" : "case_suspect", caseId }));
}
function accepted({ comparisons, cases }) {
  const moved = (each) => each.verdict === "regressed" || each.verdict === "inconclusive";
  const failing = ({ verdict }) => verdict === "broken" || verdict === "suspect";
  return [
    ...comparisons.flatMap(
      (each) => each.accepted === true && moved(each) ? [{ kind: "slice_accepted", slice: each.name }] : []
    ),
    ...cases.flatMap(
      (each) => each.accepted === true && failing(each) ? [{ kind: "case_accepted", caseId: each.caseId }] : []
    )
  ];
}
function passReason(gating) {
  if (gating.some(isTested)) return { kind: "no_regression_found" };
  if (notExercised(gating).length === 0) return { kind: "all_unaffected", cases: gating.length };
  const trials = notExercised(gating).reduce((sum2, { base }) => sum2 + base.trials, 0);
  return { kind: "not_exercised", cases: gating.length, trials };
}

// src/compare/text.ts
function percent(rate) {
  return `${Math.round(rate * 1e3) / 10} %`;
}
function points(rate) {
  return `${Math.round(rate * 1e3) / 10} points`;
}
function pValue(p) {
  return p < 1e-4 ? p.toExponential(1) : p.toPrecision(2);
}
function passed({ passes, trials }) {
  return `${passes} of ${trials}`;
}
function count(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
function settlingText(settling2) {
  if (settling2 === null) return "no number of trials within reason would settle it";
  const more = `about ${count(settling2.runs, "more run")} (${priceText(settling2)})`;
  return `${more} would show a drop of ${points(settling2.drop)} with 80 % power`;
}
function confirmingText(settling2) {
  return settling2 === null ? "what that takes is not known" : `that takes ${count(settling2.runs, "run")} (${priceText(settling2)})`;
}
function priceText({ calls, costUsd }) {
  return `${count(calls, "model call")}${costUsd === null ? "" : `, $${costUsd.toFixed(2)}`}`;
}

// src/compare/external-cases.ts
function caseLevel(gating, policy) {
  return policy.alpha * (1 - policy.alphaSlicesShare) / Math.max(1, gating.length);
}
function canAttain({ base, head }, level) {
  return base.trials > 0 && head.trials > 0 && fisherLower(base.trials, base.trials, head.trials, 0) <= level;
}
function decideExternalCases(all, policy) {
  const level = caseLevel(
    all.filter(({ facts }) => facts.gates),
    policy
  );
  return all.map((data) => {
    const { base, head, affectedness } = data;
    const p = fisher(data);
    return { caseId: data.facts.id, affectedness, base, head, p, ...judge(data, p, level, policy) };
  });
}
function fisher({ base, head }) {
  return base.trials === 0 || head.trials === 0 ? null : fisherLower(base.trials, base.passes, head.trials, head.passes);
}
function judge(data, p, level, { protectMin }) {
  const { base, head, trials } = data;
  if (trials.head.size === 0) return { verdict: "undetermined", reason: "only base has results of this case" };
  if (trials.base.size === 0) return { verdict: "undetermined", reason: "only head has results of this case" };
  if (p === null) {
    const sides = [...base.trials === 0 ? ["base"] : [], ...head.trials === 0 ? ["head"] : []].join(" and ");
    return { verdict: "undetermined", reason: `no determined trial on ${sides}` };
  }
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  if (base.passes < protectMin * base.trials) {
    return { verdict: "ok", reason: `${tallies}: base did not pass reliably, so nothing to protect` };
  }
  if (p <= level) return { verdict: "broken", reason: `${tallies} (p ${pValue(p)})` };
  if (head.passes === 0) {
    return { verdict: "suspect", reason: `${tallies}: too few trials to be sure (p ${pValue(p)})` };
  }
  return head.passes < protectMin * head.trials ? { verdict: "flaky", reason: `${tallies}: it does not fail repeatably` } : { verdict: "ok", reason: tallies };
}

// src/compare/external-units.ts
function unitsOf(cases) {
  const unitOf = new Map(cases.map(({ data, unit }) => [data.facts.id, unit]));
  return (tested) => [...Map.groupBy(tested, ({ facts }) => unitOf.get(facts.id) ?? null)].map(([unit, members]) => ({ unit, members }));
}
function completeRuns(members, side) {
  const numbers = new Set(members.flatMap(({ trials }) => [...trials[side].keys()]));
  return [...numbers].flatMap((number) => {
    const run = members.map(({ trials }) => trials[side].get(number));
    const complete = run.filter((trial) => trial !== void 0 && isDetermined(trial));
    return complete.length === run.length ? [complete.map((trial) => isPass(trial) ? 1 : 0)] : [];
  });
}
function designEffectByUnit(cases) {
  const split = unitsOf(cases);
  return (members) => {
    const rated = members.filter(({ effect }) => effect !== null);
    const together = split(rated).flatMap(
      ({ unit, members: own }) => unit === null ? own.map((one) => [one]) : [own]
    );
    if (together.every((own) => own.length === 1)) return 1;
    return designEffect(
      together.map((own) => ({ members: own.length, arms: [completeRuns(own, "base"), completeRuns(own, "head")] }))
    );
  };
}

// src/compare/external-tests.ts
function testByUnit(cases) {
  const split = unitsOf(cases);
  return (tested) => {
    const strata = split(tested).flatMap(
      ({ unit, members }) => unit === null ? aloneStrata(members) : unitStratum(members)
    );
    return strata.length === 0 ? null : stratExact(strata);
  };
}
function aloneStrata(cases) {
  return cases.flatMap(({ stratum }) => stratum === null ? [] : [stratum]);
}
function unitStratum(members) {
  const totals0 = completeRuns(members, "base").map(sum);
  const totals1 = completeRuns(members, "head").map(sum);
  return totals0.length === 0 || totals1.length === 0 ? [] : [{ kind: "blocks", totals0, totals1 }];
}
function testByCluster(tested) {
  const clusters = Map.groupBy(tested, ({ facts }) => JSON.stringify(facts.cluster ?? [facts.id]));
  const pairs = [...clusters.values()].map((members) => {
    const scaled = members.map(({ base, head }) => {
      const common = divisor(base.trials, head.trials);
      return { base: base.passes * head.trials / common, head: head.passes * base.trials / common };
    });
    return { base: sum(scaled.map((each) => each.base)), head: sum(scaled.map((each) => each.head)) };
  });
  const moved = pairs.filter(({ base, head }) => base !== head);
  const test = stratExact(moved.map(({ base, head }) => ({ kind: "blocks", totals0: [base], totals1: [head] })));
  return { ...test, clusters: clusters.size, informative: moved.length };
}
function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}
function sum(values) {
  return values.reduce((total2, value) => total2 + value, 0);
}

// src/compare/external-trials.ts
function externalCases(base, head) {
  const baseRows = Map.groupBy(base, ({ caseId }) => caseId);
  const headRows = Map.groupBy(head, ({ caseId }) => caseId);
  const numbers = { base: trialNumbers(base), head: trialNumbers(head) };
  return [.../* @__PURE__ */ new Set([...baseRows.keys(), ...headRows.keys()])].map((id) => {
    const ofBase = baseRows.get(id) ?? [];
    const ofHead = headRows.get(id) ?? [];
    const defining = ofBase.length > 0 ? ofBase : ofHead;
    const trials = caseTrials(
      factsOf(id, defining, ofBase.length > 0),
      trialsOf(ofBase, "base", numbers.base),
      trialsOf(ofHead, "head", numbers.head)
    );
    const data = caseDataWhole(trials);
    const unit = defining[0]?.unit ?? null;
    if (ofHead.length > 0) return { data, unit };
    const { base: tally2 } = data;
    return { data: { ...data, head: { passes: 0, trials: 0, undetermined: tally2.trials + tally2.undetermined } }, unit };
  });
}
function factsOf(id, rows, gates) {
  const slices = [...new Set(rows.flatMap((row) => row.slices))];
  return { id, slices, cohorts: [], cluster: rows[0]?.cluster ?? null, gates, storedTrials: 0, expected: null };
}
function trialNumbers(rows) {
  const labels2 = Map.groupBy(rows, scopeOf);
  const numbers = new Map(
    [...labels2].map(([scope, own]) => {
      const sorted = [...new Set(own.map(({ trial }) => trial))].sort(naturally);
      return [scope, new Map(sorted.map((label, index) => [label, index + 1]))];
    })
  );
  return (row) => {
    const number = numbers.get(scopeOf(row))?.get(row.trial);
    if (number === void 0) throw new Error(`trial ${row.trial} of case ${row.caseId} has no number`);
    return number;
  };
}
function scopeOf({ caseId, unit }) {
  return unit === null ? `case ${caseId}` : `unit ${unit}`;
}
function naturally(a, b) {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
function trialsOf(rows, side, numberOf) {
  const trials = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const number = numberOf(row);
    if (trials.has(number)) throw new Error(`${side} holds trial ${row.trial} of case ${row.caseId} twice`);
    trials.set(number, {
      caseId: row.caseId,
      side,
      number,
      standing: row.errored ? "errored" : "external",
      firstRequestKey: null,
      // What was asked is not known, so no two trials are known to be equal.
      fingerprint: side,
      idle: false,
      cutShort: false,
      stored: false,
      probe: false,
      took: { calls: 0, costUsd: 0 },
      outcome: row.outcome
    });
  }
  return trials;
}

// src/compare/case-history.ts
function caseHistory(data, depth) {
  if (data.affectedness !== "prefix") return openHistory(data, depth);
  return isStored(data) ? storedHistory(data, depth) : pairedHistory(data.trials, depth);
}
function firstFreshNumber({ facts }, depth) {
  const reservoir = reservoirOf(facts);
  return 1 + (reservoir === 0 ? depth : reservoir);
}
function affectedNumbers({ trials, sample, facts }) {
  const fresh = affectedPairs(trials, reservoirOf(facts) + 1).map(({ number }) => number);
  return reservoirOf(facts) === 0 ? fresh : [...sample.affected, ...fresh];
}
function openHistory({ trials, base }, depth) {
  const head = unbroken(trials.head, (index) => openHeadNumber(trials, index));
  const first = firstFreshNumber(trials, depth);
  return {
    ...{ n0: base.trials, s0: base.passes, head, initial: Math.min(depth, head.length) },
    alone: Number.POSITIVE_INFINITY,
    fresh: unbroken(trials.base, (index) => first + index),
    ...{ seen: 0, affected: 0, nextPair: 0 }
  };
}
function storedHistory({ trials, sample, facts }, depth) {
  const reservoir = reservoirOf(facts);
  const own = new Set(sample.affected);
  const history = sample.base.filter((trial) => own.has(trial.number) && isDetermined(trial));
  const heads = unbroken(trials.head, (index) => sample.affected[index] ?? null);
  const pairs = unbrokenPairs(trials, reservoir + 1);
  const later = heads.length < own.size ? [] : pairs.filter(isAffected);
  return {
    ...{ n0: history.length, s0: history.filter(isPass).length },
    ...{ head: [...heads, ...later.map(({ head }) => head)], initial: Math.min(depth, heads.length), alone: own.size },
    fresh: later.map(({ base }) => base),
    ...{ seen: reservoir + pairs.length, affected: own.size + later.length, nextPair: reservoir + pairs.length + 1 }
  };
}
function pairedHistory(trials, depth) {
  const pairs = unbrokenPairs(trials, 1);
  const affected = pairs.filter(isAffected);
  const history = affected.slice(0, depth).filter(({ base }) => isDetermined(base));
  const later = affected.slice(depth);
  return {
    ...{ n0: history.length, s0: history.filter(({ base }) => isPass(base)).length },
    ...{ head: [...history, ...later].map(({ head }) => head), initial: history.length, alone: history.length },
    fresh: later.map(({ base }) => base),
    ...{ seen: pairs.length, affected: affected.length, nextPair: pairs.length + 1 }
  };
}
function affectedPairs(trials, first) {
  return unbrokenPairs(trials, first).filter(isAffected);
}
function unbrokenPairs(trials, first) {
  const pairs = [];
  for (let pair = pairAt(trials, first); pair !== null; pair = pairAt(trials, first + pairs.length)) pairs.push(pair);
  return pairs;
}
function unbroken(side, number) {
  const trials = [];
  for (; ; ) {
    const next = number(trials.length);
    const trial = next === null ? void 0 : side.get(next);
    if (trial === void 0) return trials;
    trials.push(trial);
  }
}

// src/compare/guard-sample.ts
var TRIALS_MIN = 5;
var TRIALS_FACTOR = 1.5;
var CASE_TRIALS = 5;
function guardDepth(depth) {
  return Math.max(TRIALS_MIN, Math.ceil(TRIALS_FACTOR * depth));
}
function guardSample(data, depth, policy) {
  const topped = caseData(data.trials, depth);
  return topped.affectedness === "prefix" ? prefixSample(topped, depth, policy) : openSample(data, depth, policy);
}
function openSample({ trials }, depth, policy) {
  const baseNumbers = guardNumbers(trials, depth, policy);
  const headNumbers = range(0, depth - 1).map((index) => openHeadNumber(trials, index));
  const base = tally(numbered(trials.base, baseNumbers));
  const head = tally(numbered(trials.head, headNumbers));
  return {
    ...{ base, head, stratum: labels(base, head) },
    wanted: [...absent(trials, "base", baseNumbers), ...absent(trials, "head", headNumbers)]
  };
}
function prefixSample({ trials, sample }, depth, policy) {
  const numbers = sample.affected.slice(0, depth);
  const again = resampled(trials, numbers, numbers.length, policy);
  const pairs = again.pairs.filter(isPairDetermined);
  return {
    base: tally(pairs.map(({ base }) => base)),
    head: tally(pairs.map(({ head }) => head)),
    stratum: swaps(pairs),
    wanted: [...sample.wanted, ...again.wanted]
  };
}
function guardCase(data, policy) {
  const { trials } = data;
  if (data.affectedness !== "prefix") {
    const numbers = guardNumbers(trials, CASE_TRIALS, policy);
    return { base: tally(numbered(trials.base, numbers)), wanted: absent(trials, "base", numbers) };
  }
  const { pairs, wanted } = resampled(trials, affectedNumbers(data), CASE_TRIALS, policy);
  return { base: tally(pairs.map(({ base }) => base)), wanted };
}
function movedStratum({ trials, sample, affectedness }, policy) {
  const first = firstGuardNumber(trials, policy);
  if (affectedness === "prefix") {
    const pairs = sample.affected.flatMap((number, index) => againPair(trials, number, first + index) ?? []);
    return pairs.length === 0 ? null : swaps(pairs.filter(isPairDetermined));
  }
  const before = tally(sample.base);
  const fresh = tally([...trials.base.values()].filter(({ number }) => number >= first));
  return before.trials === 0 || fresh.trials === 0 ? null : labels(before, fresh);
}
function labels(arm0, arm1) {
  return { kind: "labels", n0: arm0.trials, s0: arm0.passes, n1: arm1.trials, s1: arm1.passes };
}
function freshStratum(data, count2, policy) {
  const { trials, sample, affectedness } = data;
  if (affectedness !== "prefix") {
    const numbers = guardNumbers(trials, count2, policy);
    const stratum = labels(tally(sample.base), tally(numbered(trials.base, numbers)));
    return { stratum, wanted: absent(trials, "base", numbers) };
  }
  const first = firstGuardNumber(trials, policy);
  const followed = followable(data).slice(0, count2);
  const { wanted } = resampled(trials, followed, followed.length, policy);
  const pairs = followed.flatMap((number, index) => againPair(trials, number, first + index) ?? []);
  return { stratum: swaps(pairs.filter(isPairDetermined)), wanted };
}
function bestFreshStratum(data, count2) {
  const { trials, sample, affectedness } = data;
  if (affectedness !== "prefix") {
    return labels(tally(sample.base), { trials: count2, passes: count2 });
  }
  const before = tally(numbered(trials.base, followable(data).slice(0, count2)));
  const failures2 = before.trials - before.passes;
  return { kind: "swaps", discordant: failures2, wins1: failures2 };
}
function mostFresh(data) {
  return data.affectedness === "prefix" ? followable(data).length : Number.POSITIVE_INFINITY;
}
function followable({ sample }) {
  const ran = new Set(sample.head.map(({ number }) => number));
  return sample.affected.filter((number) => ran.has(number));
}
function againPair(trials, number, again) {
  const [before, fresh] = [trials.base.get(number), trials.base.get(again)];
  return before === void 0 || fresh === void 0 ? null : { number, base: before, head: fresh };
}
function resampled(trials, affected, count2, policy) {
  const first = firstGuardNumber(trials, policy);
  const pairs = [];
  const wanted = [];
  for (let index = 0; index < count2; index++) {
    const number = affected[index % affected.length];
    if (number === void 0) break;
    const head = trials.head.get(number);
    const base = trials.base.get(first + index);
    if (base === void 0) {
      wanted.push({ caseId: trials.facts.id, side: "base", number: first + index, resampleOf: number });
    } else if (head !== void 0) pairs.push({ number, base, head });
  }
  return { pairs, wanted };
}
function guardNumbers(trials, count2, policy) {
  const first = firstGuardNumber(trials, policy);
  return range(first, first + count2 - 1);
}
function firstGuardNumber({ facts }, { looks, maxConfirmTrials }) {
  const deepest = PROBES * guardDepth(looks.at(-1) ?? 1);
  return reservoirOf(facts) + Math.max(deepest, maxConfirmTrials + (looks[0] ?? 1)) + 1;
}

// src/compare/guard.ts
var UNGUARDED = { slices: /* @__PURE__ */ new Map(), cases: /* @__PURE__ */ new Map(), wanted: [], staleP: null };
var LEVEL_SHARE = 0.4;
var CASE_TRIALS2 = 5;
var CASE_PASSES = 4;
var MOVED_P = 0.1;
function guard(rejected, broken, policy, budget) {
  const wanted = /* @__PURE__ */ new Map();
  const pay = (requests) => {
    const more = requests.filter((request) => !wanted.has(keyOf(request)));
    if (!budget.take(more)) return false;
    for (const request of more) wanted.set(keyOf(request), request);
    return true;
  };
  const cases = /* @__PURE__ */ new Map();
  for (const data of broken) {
    const { wanted: lacking } = guardCase(data, policy);
    const outcome = pay(lacking) ? judgeCase(data, policy) : { kind: "unpaid", runs: budget.costOf(lacking) };
    cases.set(data.facts.id, outcome);
  }
  const paid = inOrder(named2(rejected), policy, budget).filter((result) => pay(sliceRequests(result, policy)));
  const slices = new Map(rejected.map((result) => [result, { kind: "elsewhere" }]));
  for (const result of named2(rejected)) {
    slices.set(result, { kind: "unpaid", runs: budget.costOf(sliceRequests(result, policy)) });
  }
  for (const [result, outcome] of judgeSlices(paid, policy)) slices.set(result, outcome);
  const guarded = new Map(
    [...paid.flatMap(({ cases: all }) => all.filter(isTested)), ...broken].map((data) => [data.facts.id, data])
  );
  const staleP = movement([...guarded.values()].filter(isStored), policy);
  return { slices, cases, wanted: [...wanted.values()], staleP };
}
function guardReserve(rejected, policy, budget) {
  const costs = named2(rejected).map((result) => budget.costOf(sliceRequests(result, policy)));
  return costs.length === 0 ? 0 : Math.min(...costs);
}
function named2(rejected) {
  const slices = rejected.filter(({ group }) => group.kind === "slice");
  return slices.length > 0 ? slices : [...rejected];
}
function inOrder(results, policy, budget) {
  return results.map((result) => ({ result, cost: budget.costOf(sliceRequests(result, policy)) })).sort((a, b) => (a.result.adjustedP ?? 1) - (b.result.adjustedP ?? 1) || a.cost - b.cost).map(({ result }) => result);
}
function judgeSlices(results, policy) {
  const samples = results.map((result) => samplesOf(result, policy));
  if (samples.some((each) => each.some(({ wanted }) => wanted.length > 0))) {
    return results.map((result) => [result, { kind: "pending" }]);
  }
  const adjusted = discreteHolm(samples.map((each) => stratExact(each.map(({ stratum }) => stratum))));
  return results.map((result, index) => {
    const base = sumTallies(samples[index]?.map((sample) => sample.base) ?? []);
    const head = sumTallies(samples[index]?.map((sample) => sample.head) ?? []);
    if (base.trials === 0 || head.trials === 0) return [result, { kind: "unclear" }];
    const holds = (adjusted[index] ?? 1) <= LEVEL_SHARE * policy.alpha;
    const movedP = holds ? null : movement(result.cases.filter(isTested), policy);
    return [result, holds ? { kind: "confirmed", base, head } : { kind: "refuted", base, head, movedP }];
  });
}
function judgeCase(data, policy) {
  const { base, wanted } = guardCase(data, policy);
  if (wanted.length > 0) return { kind: "pending" };
  if (base.passes >= CASE_PASSES) return { kind: "confirmed", base, head: null };
  const clear = base.trials - base.passes > CASE_TRIALS2 - CASE_PASSES;
  return clear ? { kind: "refuted", base, head: null, movedP: null } : { kind: "unclear" };
}
function samplesOf({ cases, look }, policy) {
  const depth = guardDepth(policy.looks[look - 1] ?? 1);
  return cases.filter(isTested).map((data) => guardSample(data, depth, policy));
}
function sliceRequests(result, policy) {
  return samplesOf(result, policy).flatMap(({ wanted }) => wanted);
}
function movement(guarded, policy) {
  const strata = guarded.flatMap((data) => movedStratum(data, policy) ?? []);
  if (strata.length === 0) return null;
  const { p, pUpper } = stratExact(strata);
  const twoSided = Math.min(1, 2 * Math.min(p, pUpper));
  return twoSided <= MOVED_P ? twoSided : null;
}
function keyOf({ caseId, side, number }) {
  return `${side} ${number} ${caseId}`;
}

// src/compare/family.ts
var testByCase = (tested) => stratExact(tested.flatMap(({ stratum }) => stratum === null ? [] : [stratum]));
function hypotheses(groups, casesOf2, testOf) {
  const found2 = [];
  for (const group of groups) {
    const tested = casesOf2(group).filter(({ stratum }) => stratum !== null);
    if (tested.length === 0) continue;
    const known = found2.find((each) => isSame(each.tested, tested));
    if (known !== void 0) known.groups.push(group);
    else {
      const test = testOf(tested, group);
      if (test !== null) found2.push({ test, groups: [group], tested });
    }
  }
  return found2;
}
function isSame(a, b) {
  return a.length === b.length && a.every((data, index) => data === b[index]);
}

// src/compare/one-look.ts
function lookOnce(all, policy, testOf) {
  const groups = groupCases(all.map(({ facts }) => facts));
  const casesOf2 = ({ members }) => members.flatMap((place) => all[place] ?? []);
  const family = hypotheses(groups, casesOf2, (tested) => testOf(tested));
  const adjusted = discreteHolm(family.map(({ test }) => test));
  const level = policy.alpha * policy.alphaSlicesShare;
  const placeOf = new Map(family.flatMap((each, place) => each.groups.map((group) => [group, place])));
  return groups.map((group) => {
    const place = placeOf.get(group);
    const adjustedP = place === void 0 ? null : adjusted[place] ?? 1;
    return {
      group,
      cases: casesOf2(group),
      look: 1,
      end: adjustedP !== null && adjustedP <= level ? "rejected" : "looks",
      test: place === void 0 ? null : family[place]?.test ?? null,
      adjustedP,
      family: family.length,
      logE: null
    };
  });
}

// src/compare/rates.ts
var TWO_SIDED_Z = normalQuantile(0.975);
var ONE_SIDED_Z = normalQuantile(0.95);
function rates(cases, design = 1) {
  const effects = cases.flatMap(({ effect }) => effect === null ? [] : [effect]);
  if (effects.length === 0) return null;
  const baseRate = mean(effects.map((effect) => effect.baseRate));
  const delta = mean(effects.map(caseDifference));
  return {
    baseRate,
    headRate: headRateOf(baseRate, delta),
    delta,
    interval: limits(effects, TWO_SIDED_Z, design),
    lowerLimit: limits(effects, ONE_SIDED_Z, design).low
  };
}
function trafficRates(cases) {
  const weighted = cases.flatMap(
    ({ effect, facts }) => effect === null ? [] : [{ effect, facts, weight: facts.weight ?? 1 }]
  );
  const [first] = weighted;
  if (first === void 0 || weighted.every(({ weight }) => weight === first.weight)) return null;
  const total2 = weighted.reduce((sum2, { weight }) => sum2 + weight, 0);
  const meanOf = (value) => weighted.reduce((sum2, { effect, weight }) => sum2 + weight * value(effect), 0) / total2;
  const baseRate = meanOf((effect) => effect.baseRate);
  const delta = meanOf(caseDifference);
  const intervals = trafficIntervals(weighted);
  return { baseRate, headRate: headRateOf(baseRate, delta), delta, ...intervals === null ? {} : { intervals } };
}
var CONFIDENCE = 0.95;
function trafficIntervals(cases) {
  const unitsOf2 = (value) => cases.map(({ effect, weight, facts: { id, slices, cluster } }) => ({
    ...{ value: value(effect), weight, stratum: JSON.stringify(slices.toSorted()) },
    cluster: cluster === null ? `case ${id}` : `cluster ${cluster}`
  }));
  const [base, head] = [
    unitsOf2((effect) => effect.baseRate),
    unitsOf2((effect) => effect.baseRate + caseDifference(effect))
  ];
  const [baseRate, headRate] = [surveyLimits(base, CONFIDENCE), surveyLimits(head, CONFIDENCE)];
  const delta = surveyDifference(unitsOf2(caseDifference), CONFIDENCE);
  return baseRate === null || headRate === null || delta === null ? null : { baseRate, headRate, delta };
}
function headRateOf(baseRate, delta) {
  return Math.min(1, Math.max(0, baseRate + delta));
}
function sliceMde80(cases, level, design, depth) {
  const effects = cases.flatMap(({ effect }) => effect === null ? [] : [effect]);
  const affected = effects.filter(isAffected2);
  if (affected.length === 0) return null;
  const total2 = (count2) => affected.reduce((sum2, each) => sum2 + count2(each), 0);
  const trials0 = total2(({ n0 }) => n0);
  const inPairs = !cases.some(isStored);
  const drop = mde80({
    strata: affected.length,
    trials0: (inPairs && depth !== null ? depth : trials0 / affected.length) / design,
    trials1: (depth ?? total2(({ n1 }) => n1) / affected.length) / design,
    // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
    rate: (total2(({ s0 }) => s0) + 0.5) / (trials0 + 1),
    level
  });
  return drop === null ? null : drop * (total2(({ affectedShare }) => affectedShare) / effects.length);
}
function limits(effects, z, design) {
  const affected = effects.filter(isAffected2);
  if (affected.length === 0) return { low: 0, high: 0 };
  const shares = affected.reduce((sum2, { affectedShare }) => sum2 + affectedShare, 0);
  const strata = affected.map((effect) => ({ ...effect, weight: effect.affectedShare / shares }));
  const weighted = (rate) => strata.reduce((sum2, stratum) => sum2 + stratum.weight * rate(stratum), 0);
  const arm0 = {
    rate: weighted(({ n0, s0 }) => s0 / n0),
    trials: strata.reduce((sum2, { n0 }) => sum2 + n0, 0) / design
  };
  const arm1 = {
    rate: weighted(({ n1, s1 }) => s1 / n1),
    trials: strata.reduce((sum2, { n1 }) => sum2 + n1, 0) / design
  };
  const { low, high } = moverWilson(arm0, arm1, z, fixedStrataFactor(strata));
  const meanShare = shares / effects.length;
  const difference = arm1.rate - arm0.rate;
  const shareDeviation = z * Math.sqrt(shareVariance(affected) / effects.length ** 2);
  return {
    low: Math.max(-1, meanShare * difference - Math.hypot(meanShare * (difference - low), shareDeviation)),
    high: Math.min(1, meanShare * difference + Math.hypot(meanShare * (high - difference), shareDeviation))
  };
}
function shareVariance(affected) {
  return affected.reduce((sum2, { affectedShare, n0, s0, n1, s1, pairs }) => {
    const drop = s1 / n1 - s0 / n0;
    return sum2 + drop * drop * affectedShare * (1 - affectedShare) / pairs;
  }, 0);
}
function isAffected2({ affectedShare }) {
  return affectedShare > 0;
}
function caseDifference({ affectedShare, n0, s0, n1, s1 }) {
  return affectedShare === 0 ? 0 : affectedShare * (s1 / n1 - s0 / n0);
}
function mean(values) {
  return values.reduce((sum2, value) => sum2 + value, 0) / values.length;
}

// src/compare/spent.ts
var NOTHING_SPENT = { runs: 0, calls: 0, costUsd: 0 };
function spentOn({ cases }) {
  return cases.reduce((sum2, trials) => {
    const spent = spentOnCase(trials);
    return spent.runs === 0 ? sum2 : added(sum2, spent);
  }, NOTHING_SPENT);
}
function added(a, b) {
  const costUsd = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { runs: a.runs + b.runs, calls: a.calls + b.calls, costUsd };
}
function projected({ runs, calls, costUsd }, more) {
  if (runs === 0) return null;
  return {
    runs: more,
    calls: Math.ceil(calls / runs * more),
    costUsd: costUsd === null ? null : costUsd / runs * more
  };
}
function spentOnCase({ base, head, memo }) {
  if (memo.spent !== null) return memo.spent;
  let spent = NOTHING_SPENT;
  for (const trial of base.values()) if (!trial.stored) spent = added(spent, { runs: 1, ...trial.took });
  for (const trial of head.values()) {
    const partner = base.get(trial.number);
    const free = partner !== void 0 && !isAffected({ number: trial.number, base: partner, head: trial });
    if (!free) spent = added(spent, { runs: 1, ...trial.took });
  }
  memo.spent = spent;
  return spent;
}

// src/compare/settling.ts
var TRIALS_MAX = 1e3;
function settling(cases, drop, depth, level, spent) {
  const seen = (trials) => (sliceMde80(cases, level, 1, trials) ?? 1) <= drop;
  if (!seen(TRIALS_MAX)) return null;
  let low = depth;
  let high = TRIALS_MAX;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (seen(middle)) high = middle;
    else low = middle;
  }
  const perTrial = cases.reduce((sum2, data) => sum2 + runsPerTrial(data), 0);
  const taking = projected(spent, Math.ceil((high - depth) * perTrial));
  return taking === null ? null : { ...taking, drop };
}
function runsPerTrial(data) {
  const share2 = data.effect?.affectedShare ?? 0;
  if (share2 === 0) return 0;
  return isStored(data) ? 1 : 1 + 1 / share2;
}

// src/compare/undetermined.ts
function undeterminedReasons(base, head) {
  const baseAll = base.trials + base.undetermined;
  const headAll = head.trials + head.undetermined;
  const reasons = [];
  if (10 * (head.undetermined * baseAll - base.undetermined * headAll) >= baseAll * headAll && head.undetermined > 0) {
    reasons.push(
      `${share(head.undetermined, headAll)} of head's trials are undetermined, ${share(base.undetermined, baseAll)} of base's: 10 points or more apart`
    );
  }
  if (10 * base.trials < 7 * baseAll) {
    reasons.push(`only ${share(base.trials, baseAll)} of base's trials are determined; 70 % are needed`);
  }
  return reasons;
}
function share(part, all) {
  return all === 0 ? "0 of 0" : `${part} of ${all} (${percent(part / all)})`;
}

// src/compare/slice-verdict.ts
var IMPROVED_LEVEL = 0.05;
function sliceVerdict(figures, policy) {
  const { cases } = figures;
  if (cases.length === 0) return { verdict: "no_evidence", reasons: ["no case of this slice gates"] };
  const undetermined = undeterminedReasons(figures.base, figures.head);
  if (undetermined.length > 0) return { verdict: "inconclusive", reasons: [...undetermined, ...coverage(figures)] };
  const judged = worse(figures, policy) ?? notWorse(figures, policy);
  return { ...judged, reasons: [...judged.reasons, ...coverage(figures)] };
}
function worse(figures, policy) {
  const { end, adjustedP, estimate, base, head, guard: guard2 } = figures;
  if (end !== "rejected" || adjustedP === null || estimate === null) return null;
  if (-estimate.delta < policy.minEffect) return null;
  const level = policy.alpha * policy.alphaSlicesShare;
  const why = `head passed ${passed(head)} trials, base ${passed(base)}; adjusted p ${pValue(adjustedP)} is within ${pValue(level)}`;
  switch (guard2?.kind) {
    case void 0:
      return { verdict: "regressed", reasons: [why] };
    case "confirmed":
      return { verdict: "regressed", reasons: [why, `again on fresh trials: ${freshText(guard2)}`] };
    case "refuted":
      return null;
    case "elsewhere":
      return { verdict: "no_evidence", reasons: [`${why}; its slices are judged in its place`] };
    case "pending":
      return { verdict: "inconclusive", reasons: [`${why}; fresh trials have to confirm it`] };
    case "unpaid":
      return {
        verdict: "inconclusive",
        reasons: [`${why}; the budget does not reach to confirm it on fresh trials`],
        lacks: guard2
      };
    case "unclear":
      return {
        verdict: "inconclusive",
        reasons: [`${why}; the fresh trials that were to confirm it are undetermined`]
      };
    default:
      return guard2;
  }
}
function notWorse(figures, policy) {
  const { cases, look, end, test, estimate, mde80: mde802, base, head, adjustedPUpper, logE } = figures;
  const level = policy.alpha * policy.alphaSlicesShare;
  const relevant = points(policy.deltaRelevant);
  if (!cases.some(isTested)) return untouched(cases);
  if (test === null || estimate === null) {
    return { verdict: "no_evidence", reasons: ["no affected case has determined trials on both sides"] };
  }
  if (figures.lowBaseP !== null) {
    const why = `base passes more now than in its stored trials (p ${pValue(figures.lowBaseP)})`;
    return {
      verdict: "inconclusive",
      reasons: [`${why}, behind which a loss may hide: remove the store and fill it anew`]
    };
  }
  if (adjustedPUpper !== null && adjustedPUpper <= IMPROVED_LEVEL) {
    const tallies = `head passed ${passed(head)} trials, base ${passed(base)}`;
    return { verdict: "improved", reasons: [`${tallies}; adjusted p of "better" ${pValue(adjustedPUpper)}`] };
  }
  const first = takenBack(figures, policy);
  const moved = movedText(figures);
  if (moved !== null) return { verdict: "inconclusive", reasons: [[...first, moved].join("; ")] };
  if (end === "budget") {
    const next = figures.lookIsComplete ? look + 1 : 1;
    return {
      verdict: "inconclusive",
      reasons: [`the budget does not reach look ${next} of ${policy.looks.length}`],
      lacks: "power"
    };
  }
  if (estimate.lowerLimit > -policy.deltaRelevant) {
    const limit = `one-sided 95 % lower limit of the difference is ${points(estimate.lowerLimit)}`;
    return { verdict: "not_worse", reasons: [...first, `${limit}, above -${relevant}`] };
  }
  if (mde802 === null || mde802 > policy.deltaRelevant) {
    const seen = mde802 === null ? "not even a total drop" : `only drops of ${points(mde802)} or more`;
    return { verdict: "underpowered", reasons: [...first, `would show ${seen} with 80 % power; ${relevant} matter`] };
  }
  const least = test.attainable[0] ?? 1;
  if (least > level) {
    const why = `the smallest p these outcomes allow is ${pValue(least)}, the level is ${pValue(level)}`;
    return { verdict: "underpowered", reasons: [...first, why] };
  }
  if (end === "looks" && logE !== null) {
    const why = `${count(policy.looks.length, "look")} taken, and the evidence still points to a loss (p ${pValue(test.p)})`;
    return { verdict: "inconclusive", reasons: [why], lacks: "power" };
  }
  return {
    verdict: "no_evidence",
    reasons: first.length > 0 ? first : [`no evidence of a change (p ${pValue(test.p)})`]
  };
}
function takenBack({ end, estimate, guard: guard2 }, policy) {
  if (end !== "rejected" || estimate === null) return [];
  if (-estimate.delta < policy.minEffect) {
    return [`significant, but the drop of ${points(-estimate.delta)} is below minEffect (${points(policy.minEffect)})`];
  }
  if (guard2?.kind !== "refuted") return [];
  return [`the drop did not show again on fresh trials (${freshText(guard2)})`];
}
function movedText({ cases, guard: guard2, staleP }) {
  if (guard2?.kind !== "refuted") return null;
  if (staleP !== null && cases.some((data) => isTested(data) && isStored(data)))
    return `base itself has moved since its stored trials were drawn (p ${pValue(staleP)}), so nothing is concluded from them`;
  if (guard2.movedP === null) return null;
  return `base itself has changed while the gate ran (p ${pValue(guard2.movedP)}), so what was drawn before says nothing of head`;
}
function freshText({ base, head }) {
  return head === null ? `base passed ${passed(base)}` : `head passed ${passed(head)}, base ${passed(base)}`;
}
function untouched(cases) {
  const unaffected = cases.filter(({ affectedness }) => affectedness === "none").length;
  if (unaffected > 0)
    return { verdict: "not_worse", reasons: [`nothing changed: ${count(unaffected, "case")} unaffected`] };
  const unseen = cases.filter((data) => unexercised(data).kind !== "equal").length;
  const reason = unseen === 0 ? "not exercised by this change: head did as base in every trial" : `not exercised: of ${count(unseen, "case")} too little was seen to say more`;
  return { verdict: "no_evidence", reasons: [reason] };
}
function coverage({ cases, base, head, estimate }) {
  const reasons = [];
  const affected = cases.filter(isTested);
  if (affected.length > 0 && affected.length < cases.length) {
    reasons.push(`${affected.length} of ${count(cases.length, "case")} affected`);
  }
  const idle = cases.filter(({ affectedness }) => affectedness === "not_exercised").length;
  if (idle > 0 && idle < cases.length) reasons.push(`${count(idle, "case")} not exercised`);
  const left = base.undetermined + head.undetermined;
  const all = left + base.trials + head.trials;
  if (left > 0) reasons.push(`${count(left, "trial")} undetermined (${percent(left / all)})`);
  const unrated = cases.filter(({ effect }) => effect === null).length;
  if (unrated > 0 && estimate !== null) {
    reasons.push(`rates leave out ${count(unrated, "case")} without determined trials on both sides`);
  }
  return reasons;
}

// src/compare/slices.ts
var MOVERS_MAX = 20;
function compareSlices({ results, guarded, lowBase, policy, spent, designOf }) {
  const improved = improvements(results);
  const midP = rememberMidP();
  return results.map((result) => {
    const { group, cases, look, end, adjustedP, family, logE } = result;
    const test = result.test ?? untested(cases);
    const spend = policy.spend[look - 1] ?? 1;
    const base = sumTallies(cases.map((each) => each.base));
    const head = sumTallies(cases.map((each) => each.head));
    const design = designOf(cases);
    const estimate = rates(cases, design);
    const traffic = trafficRates(cases);
    const level = policy.alpha * policy.alphaSlicesShare * spend / Math.max(1, family);
    const mde802 = sliceMde80(cases, level, design, null);
    const figures = {
      ...{ cases, look, end, test, adjustedP, base, head, estimate, mde80: mde802, logE },
      lookIsComplete: result.test !== null,
      adjustedPUpper: improved.get(result) ?? null,
      guard: guarded.slices.get(result) ?? null,
      staleP: guarded.staleP,
      lowBaseP: lowBase.get(result) ?? null
    };
    const verdict = settledVerdict(sliceVerdict(figures, policy), figures, level, policy, spent);
    const affected = cases.filter(isTested);
    return {
      kind: group.kind,
      name: group.name,
      ...verdict,
      cases: cases.length,
      affectedCases: affected.length,
      affectedShare: shareOf(affected),
      base,
      head,
      baseRate: estimate?.baseRate ?? null,
      headRate: estimate?.headRate ?? null,
      delta: estimate?.delta ?? null,
      ...traffic === null ? {} : { traffic },
      interval: estimate?.interval ?? null,
      look,
      stopped: end === "sampling" || group.kind === "cohort" ? null : end,
      eValue: logE === null ? null : Math.exp(Math.min(MAX_LOG, logE)),
      p: test?.p ?? null,
      adjustedP,
      mde80: mde802,
      ...group.accepted ? { accepted: true } : {},
      worse: movers(cases, (each) => midP(each).lower),
      better: movers(cases, (each) => midP(each).upper)
    };
  });
}
function settledVerdict({ verdict, reasons, lacks }, { cases, look, lookIsComplete, estimate }, level, policy, spent) {
  const [why, ...rest] = reasons;
  if (why === void 0 || lacks === void 0) return { verdict, settling: null, reasons };
  const drop = estimate === null || estimate.delta >= 0 ? policy.deltaRelevant : -estimate.delta;
  if (lacks === "power") {
    const depth = lookIsComplete ? policy.looks[look - 1] ?? 1 : 0;
    const taking2 = settling(cases, drop, depth, level, spent);
    return { verdict, settling: taking2, reasons: [`${why}; ${settlingText(taking2)}`, ...rest] };
  }
  const taking = projected(spent, lacks.runs);
  const confirming = taking === null ? null : { ...taking, drop };
  return { verdict, settling: confirming, reasons: [`${why}; ${confirmingText(confirming)}`, ...rest] };
}
function shareOf(affected) {
  const effects = affected.flatMap(({ effect }) => effect ?? []);
  return effects.length === 0 ? null : effects.reduce((sum2, effect) => sum2 + effect.affectedShare, 0) / effects.length;
}
function untested(cases) {
  const tested = cases.filter(({ stratum }) => stratum !== null);
  return tested.length === 0 ? null : testByCase(tested);
}
var MAX_LOG = 700;
function improvements(results) {
  const inFamily2 = results.filter(({ group }) => group.kind !== "cohort");
  const family = [...new Set(inFamily2.flatMap(({ test }) => test === null ? [] : [test]))];
  const adjusted = discreteHolm(family.map((test) => ({ p: test.pUpper, attainable: test.attainableUpper })));
  const byTest = new Map(family.map((test, index) => [test, adjusted[index] ?? 1]));
  return new Map(inFamily2.flatMap((result) => result.test === null ? [] : [[result, byTest.get(result.test) ?? 1]]));
}
function rememberMidP() {
  const byTable = /* @__PURE__ */ new Map();
  const byCase = /* @__PURE__ */ new Map();
  const midPOf = (stratum) => {
    const table2 = stratum.kind === "labels" ? `${stratum.n0} ${stratum.s0} ${stratum.n1} ${stratum.s1}` : JSON.stringify(stratum);
    const known = byTable.get(table2);
    if (known !== void 0) return known;
    const { midP, midPUpper } = stratExact([stratum]);
    const found2 = { lower: midP, upper: midPUpper };
    byTable.set(table2, found2);
    return found2;
  };
  return (data) => {
    const known = byCase.get(data);
    if (known !== void 0) return known;
    const found2 = data.stratum === null ? EVEN : midPOf(data.stratum);
    byCase.set(data, found2);
    return found2;
  };
}
var EVEN = { lower: 0.5, upper: 0.5 };
function movers(cases, midP) {
  return cases.map((data) => ({ id: data.facts.id, midP: midP(data) })).filter((each) => each.midP < 0.5).sort((a, b) => a.midP - b.midP || (a.id < b.id ? -1 : 1)).slice(0, MOVERS_MAX).map(({ id }) => id);
}

// src/compare/external.ts
function compareResults(base, head, policy, gateOn) {
  const cases = externalCases(base, head);
  const all = cases.map(({ data }) => data);
  const gating = all.filter(({ facts }) => facts.gates);
  const level = caseLevel(gating, policy);
  const once = { ...policy, looks: [1], spend: [1] };
  const applied = gating.some((data) => canAttain(data, level)) ? once : { ...once, alphaSlicesShare: 1 };
  const design = designEffectByUnit(cases);
  const compared = (testOf) => compareSlices({
    results: lookOnce(all, applied, testOf),
    guarded: UNGUARDED,
    lowBase: /* @__PURE__ */ new Map(),
    policy: applied,
    spent: NOTHING_SPENT,
    designOf: design
  });
  const byUnit = compared(testByUnit(cases));
  const clusters = clusterLines(byUnit, gating, applied);
  const comparisons = gateOn === "unit" ? byUnit : compared(testByCluster).map((one) => forNewTasks(one, clusters, applied));
  const decisions = decideExternalCases(all, applied);
  const trials = all.map((data) => data.trials);
  const missing = all.flatMap(missingTrials2);
  return {
    ...decide({
      gating,
      comparisons: withDoubts(comparisons, byUnit),
      cases: decisions,
      missing: 0,
      unpaid: null,
      recordedOnly: false
    }),
    comparisons,
    cases: decisions,
    staleReservoirP: null,
    next: [],
    base: sideCounts(trials, "base", missing),
    head: sideCounts(trials, "head", missing),
    policy: applied,
    onlyBase: all.filter((data) => data.trials.head.size === 0).map(({ facts }) => facts.id),
    onlyHead: all.filter((data) => data.trials.base.size === 0).map(({ facts }) => facts.id),
    clusters,
    casesInUnits: cases.filter(({ unit }) => unit !== null).length
  };
}
function missingTrials2({ facts, trials }) {
  if (trials.base.size > 0 && trials.head.size > 0) return [];
  const [side, there] = trials.head.size === 0 ? ["head", trials.base] : ["base", trials.head];
  return [...there.keys()].map((number) => ({ caseId: facts.id, side, number }));
}
function clusterLines(comparisons, gating, policy) {
  if (gating.every(({ facts }) => facts.cluster === null)) return [];
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  return comparisons.flatMap(({ kind, name }) => {
    const members = gating.filter(({ facts }) => kind === "all" || facts.slices.includes(name));
    const tested = members.filter((data) => isTested(data) && data.stratum !== null);
    if (tested.length === 0) return [];
    const { clusters, informative, p } = testByCluster(tested);
    const smallestP = 2 ** -informative;
    return [{ kind, slice: name, clusters, informative, p, smallestP, holds: p <= alphaSlices }];
  });
}
function forNewTasks(one, lines, policy) {
  const line = lines.find(({ kind, slice }) => kind === one.kind && slice === one.name);
  const open = one.verdict === "not_worse" || one.verdict === "no_evidence" || one.verdict === "underpowered";
  if (line === void 0 || !open) return one;
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  const { informative, smallestP, clusters, p } = line;
  const rest = one.reasons.slice(1);
  if (smallestP <= alphaSlices) {
    const why2 = `no evidence for new tasks (p ${pValue(p)}, ${count(clusters, "cluster")})`;
    return { ...one, verdict: "no_evidence", mde80: null, reasons: [why2, ...rest] };
  }
  const why = `${count(informative, "cluster")} moved: no p below ${pValue(smallestP)} is possible, the level is ${pValue(alphaSlices)}`;
  return { ...one, verdict: "underpowered", mde80: null, reasons: [why, ...rest] };
}
function withDoubts(comparisons, byUnit) {
  const fell = new Set(
    byUnit.filter(({ verdict }) => verdict === "regressed").map(({ kind, name }) => `${kind} ${name}`)
  );
  return comparisons.map(
    (one) => one.verdict === "underpowered" && fell.has(`${one.kind} ${one.name}`) ? { ...one, verdict: "inconclusive" } : one
  );
}

// src/compare/attribution.ts
var LEVEL = 0.95;
function factorEffects(cells, random) {
  const found2 = cells.slice(1).map((cell) => new Map(cell.map((one) => [one.caseId, one.difference])));
  const all = cells.at(-1) ?? [];
  const judged = all.flatMap(({ caseId, cluster }) => {
    const values = found2.map((cell) => cell.get(caseId) ?? null);
    const known = values.filter((value) => value !== null);
    return known.length === values.length ? [{ unit: JSON.stringify(cluster ?? [caseId]), values: [0, ...known] }] : [];
  });
  if (judged.length === 0) return null;
  const factors = Math.round(Math.log2(cells.length));
  const groups = Array.from(cells.keys()).filter((cell) => membersOf(cell).length > 1);
  const rows = judged.map(({ unit, values }) => {
    const joint = dividends(values);
    return { unit, quantities: [...shapley(values), ...groups.map((group) => joint[group] ?? 0)] };
  });
  const limits2 = clusterBootstrap(
    [...Map.groupBy(rows, ({ unit }) => unit).values()].map((members) => ({
      size: members.length,
      sums: columns(members.map(({ quantities }) => quantities))
    })),
    { levels: [...sharedBy(factors), ...sharedBy(groups.length)], random }
  );
  const estimates = columns(rows.map(({ quantities }) => quantities)).map((sum2, index) => {
    const value = sum2 / rows.length;
    const { low, high } = limits2[index] ?? { low: -1, high: 1 };
    return { value, low: Math.min(low, value), high: Math.max(high, value) };
  });
  return {
    effects: estimates.slice(0, factors),
    interactions: estimates.slice(factors).map((one, index) => ({ factors: membersOf(groups[index] ?? 0), ...one })),
    total: judged.reduce((sum2, { values }) => sum2 + (values.at(-1) ?? 0), 0) / judged.length,
    cases: judged.length,
    leftOut: all.length - judged.length
  };
}
function sharedBy(count2) {
  return new Array(count2).fill(1 - (1 - LEVEL) / count2);
}
function membersOf(cell) {
  return Array.from({ length: 32 - Math.clz32(cell) }, (_, bit) => bit).filter((bit) => (cell & 1 << bit) !== 0);
}
function columns(rows) {
  const [first = []] = rows;
  return first.map((_, column) => rows.reduce((sum2, row) => sum2 + (row[column] ?? 0), 0));
}
function unattributed(head) {
  if (head === "block") return null;
  if (head === "pass" || head === "not_affected") return { kind: "no_regression" };
  return { kind: "inconclusive", why: `head against base is ${head}: it is not known to be worse` };
}
function attributed(head, found2) {
  const none = unattributed(head);
  if (none !== null) return none;
  if (found2 === null) return { kind: "inconclusive", why: "no case could be judged in every combination" };
  const { effects } = found2;
  const worst = effects.reduce((least, one) => one.value < least.value ? one : least, { value: 0, low: 0, high: 0 });
  if (worst.high >= 0)
    return { kind: "inconclusive", why: "no change alone is seen to lower the pass rate: every interval reaches zero" };
  return {
    kind: "factors",
    factors: effects.flatMap(({ low, high }, index) => high < 0 || low <= worst.high ? [index] : [])
  };
}

// src/compare/bisection.ts
function bisect(commits, results) {
  const indices = Array.from({ length: commits }, (_, index) => index);
  const to = indices.find((index) => results.get(index) === "blocks") ?? commits - 1;
  const from = 1 + (indices.findLast((index) => index < to && results.get(index) === "passes") ?? -1);
  const middle = from + Math.floor((to - from - 1) / 2);
  const open = indices.slice(from, to).filter((index) => !results.has(index));
  const next = open.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0] ?? null;
  return { from, to, next };
}

// src/compare/budget.ts
var BUDGET_FLOOR = 500;
var BUDGET_PER_CASE = 4;
function defaultBudgetRuns(cases, policy) {
  return Math.max(BUDGET_FLOOR, BUDGET_PER_CASE * cases * (policy.looks[0] ?? 1));
}
function limitsOf(cases, policy) {
  return {
    runs: policy.budgetRuns ?? defaultBudgetRuns(cases, policy),
    calls: policy.budgetCalls,
    costUsd: policy.budgetCostUsd
  };
}
var Budget = class {
  limits;
  spent;
  #evidence;
  /** Spent, and asked for. */
  #committed;
  #refused = 0;
  constructor(evidence, policy) {
    this.limits = limitsOf(evidence.cases.length, policy);
    this.spent = spentOn(evidence);
    this.#committed = this.spent;
    this.#evidence = evidence;
  }
  /** Runs that were asked for and could not be paid. */
  get refused() {
    return this.#refused;
  }
  /** Runs that these requests take. */
  costOf(requests) {
    return this.#paid(requests).length;
  }
  /** true = the requests are paid; false = they cost more than is left above `reserve` runs, and nothing is taken. */
  take(requests, reserve = 0) {
    return this.#take(this.#priceOf(requests), reserve);
  }
  /** The same of so many runs that are not told one by one. */
  takeRuns(runs) {
    return this.#take(projected(this.spent, runs) ?? { ...NOTHING_SPENT, runs }, 0);
  }
  #take(cost, reserve) {
    const kept = projected(this.spent, reserve) ?? { ...NOTHING_SPENT, runs: reserve };
    if (cost.runs > 0 && !isWithin(added(added(this.#committed, cost), kept), this.limits)) {
      this.#refused += cost.runs;
      return false;
    }
    this.#committed = added(this.#committed, cost);
    return true;
  }
  #paid(requests) {
    const { cases, places } = this.#evidence;
    const stored = (caseId) => cases[places.get(caseId) ?? -1]?.facts.storedTrials ?? 0;
    return requests.filter(
      ({ caseId, side, number, dry }) => side === "head" ? dry !== true : number > stored(caseId)
    );
  }
  #priceOf(requests) {
    const paid = this.#paid(requests);
    if (this.limits.calls === null && this.limits.costUsd === null) return { ...NOTHING_SPENT, runs: paid.length };
    let sum2 = NOTHING_SPENT;
    for (const { caseId } of paid) sum2 = added(sum2, { runs: 1, ...this.#runPrice(caseId) });
    return sum2;
  }
  #runPrice(caseId) {
    const { cases, places } = this.#evidence;
    const found2 = cases[places.get(caseId) ?? -1];
    const own = found2 === void 0 ? null : projected(spentOnCase(found2), 1);
    return own ?? found2?.facts.expected ?? projected(this.spent, 1) ?? ONE_CALL;
  }
};
var ONE_CALL = { calls: 1, costUsd: null };
function isWithin({ runs, calls, costUsd }, limits2) {
  const { calls: mostCalls, costUsd: mostUsd } = limits2;
  return runs <= limits2.runs && (mostCalls === null || calls <= mostCalls) && (mostUsd === null || costUsd === null || costUsd <= mostUsd);
}

// src/compare/case-differences.ts
function caseDifferences(evidence, depth) {
  return evidence.cases.filter(({ facts }) => facts.gates).map((trials) => {
    const { id, slices, cluster } = trials.facts;
    const { effect } = caseData(trials, depth);
    return { caseId: id, slices, cluster, difference: effect === null ? null : caseDifference(effect) };
  });
}

// src/compare/case-rule.ts
function applyCaseRule(history, plan) {
  const known = straysWithin(history, plan.noStray ?? { fresh: 0, test: history.initial });
  if (total(known) >= 2) return ended(known);
  if (plan.noStray === null) return { kind: "underpowered", strays: total(known) };
  if (total(known) === 0) return isComplete(history, plan.noStray) ? { kind: "broken" } : needs(plan.noStray);
  if (plan.oneStray === null) return { kind: "underpowered", strays: 1 };
  const later = straysWithin(history, plan.oneStray);
  if (total(later) >= 2) return ended(later);
  return isComplete(history, plan.oneStray) ? { kind: "broken" } : needs(plan.oneStray);
}
function straysWithin({ head, fresh }, draws) {
  const headWindow = head.slice(0, draws.test);
  const freshWindow = fresh.slice(0, draws.fresh);
  const determinedFresh = freshWindow.filter(isDetermined);
  return {
    headPasses: headWindow.filter(isPass).length,
    baseFails: determinedFresh.length - determinedFresh.filter(isPass).length,
    undetermined: [...headWindow, ...freshWindow].filter((trial) => !isDetermined(trial)).length
  };
}
function total({ headPasses, baseFails, undetermined }) {
  return headPasses + baseFails + undetermined;
}
function ended({ headPasses, baseFails, undetermined }) {
  return headPasses + baseFails >= 2 ? { kind: "flaky", headPasses, baseFails } : { kind: "undetermined", trials: undetermined };
}
function isComplete({ head, fresh }, draws) {
  return head.length >= draws.test && fresh.length >= draws.fresh;
}
function needs(draws) {
  return { kind: "needs", draws };
}

// src/compare/confirmation.ts
var FIRST_BATCH = 2;
var BATCH = 4;
function confirmationTrials(data, history, draws, policy) {
  if (data.affectedness === "prefix") return affectedTrials(data, history, draws, policy);
  const { trials } = data;
  const drawn2 = history.head.length;
  const begun = drawn2 >= Math.min(draws.test, history.initial + FIRST_BATCH);
  const heads = Math.min(draws.test, drawn2 + batch2(history));
  const headNumbers = range(drawn2, heads - 1).map((index) => openHeadNumber(trials, index));
  const head = absent(trials, "head", headNumbers);
  const base = (count2) => {
    const first = firstFreshNumber(trials, policy.looks[0] ?? 1);
    return absent(trials, "base", range(first + history.fresh.length, first + count2 - 1));
  };
  const firstBase = base(Math.min(draws.fresh, FIRST_BATCH));
  if (begun && firstBase.length > 0) return firstBase;
  return head.length > 0 ? head : base(draws.fresh);
}
function affectedTrials(data, history, draws, policy) {
  const { trials, sample, facts } = data;
  const drawn2 = history.head.length;
  if (drawn2 < Math.min(draws.test, history.alone)) {
    const last2 = Math.min(draws.test, drawn2 + batch2(history));
    return absent(trials, "head", sample.affected.slice(drawn2, last2));
  }
  const lacking = Math.max(draws.fresh, draws.test - history.alone) - history.fresh.length;
  const most = reservoirOf(facts) + policy.maxConfirmTrials;
  const perAffected = history.seen / history.affected;
  if (lacking * perAffected > most - history.nextPair + 1) return [];
  const expected = Math.ceil(Math.min(batch2(history), lacking) * perAffected);
  const last = Math.min(most, history.nextPair + expected - 1);
  return range(history.nextPair, last).flatMap((number) => absentPair(trials, number));
}
function batch2({ head, initial }) {
  return head.length < initial + FIRST_BATCH ? FIRST_BATCH : BATCH;
}

// src/compare/cases.ts
var PLAN_MAX = 14;
function judgeCases(all, policy, plans, affected = affectedCases(all)) {
  const level = policy.alpha * (1 - policy.alphaSlicesShare) / Math.max(1, affected);
  return all.map((data) => {
    const plain = plainState(data, policy);
    if (plain !== null) return { data, state: plain, requests: [] };
    const history = caseHistory(data, policy.looks[0] ?? 1);
    const rule = applyCaseRule(history, planOf(history, level, policy, plans));
    const requests = rule.kind === "needs" ? confirmationTrials(data, history, rule.draws, policy) : [];
    return { data, state: { kind: "ruled", history, rule }, requests };
  });
}
function affectedCases(all) {
  return all.filter((data) => data.facts.gates && isTested(data)).length;
}
function plainState(data, policy) {
  const { affectedness, base, head, firstHead, effect, facts } = data;
  if (affectedness === "not_exercised") return { kind: "not_exercised", seen: unexercised(data) };
  if (affectedness === "none") return { kind: base.trials === 0 ? "cut_short" : "unaffected" };
  if (base.trials === 0 || head.trials === 0) return { kind: "no_trials" };
  if (!facts.gates) return { kind: "reported" };
  const { n0, s0 } = effect ?? { n0: base.trials, s0: base.passes };
  if (s0 < Math.max(1, Math.floor(policy.protectMin * n0))) return { kind: "unprotected" };
  if (firstHead === null) return { kind: "unread" };
  return isPass(firstHead) ? { kind: "passes" } : null;
}
function planOf(history, level, policy, plans) {
  const { n0, s0, initial, alone } = history;
  const question = {
    ...{ n0, s0, n1: initial, level },
    maxFresh: Math.min(PLAN_MAX, policy.maxConfirmTrials - (policy.looks[0] ?? 1)),
    maxTest: Math.min(Math.max(PLAN_MAX, initial), policy.maxConfirmTrials),
    alone
  };
  const key = Object.values(question).join(" ");
  const plan = plans.get(key) ?? planConfirmation(question);
  plans.set(key, plan);
  return plan;
}

// src/compare/looks.ts
function runLooks(question) {
  const { evidence, policy, budget } = question;
  const { groups } = evidence;
  const results = /* @__PURE__ */ new Map();
  for (const group of groups) {
    const cases = casesAt(question, group, 0);
    results.set(group, { group, cases, look: 1, end: "sampling", test: null, adjustedP: null, family: 1, logE: null });
  }
  const hasSlices = groups.some(({ kind }) => kind === "slice");
  let open = groups.filter(({ kind }) => kind !== "cohort");
  let closed = 0;
  for (const [index, depth] of policy.looks.entries()) {
    const sampled = index === 0 ? evidence.cases.keys() : new Set(open.flatMap(({ members }) => members));
    const wanted = wantedAt(evidence, sampled, depth);
    if (wanted.length > 0) {
      const rejected = [...results.values()].filter(({ end }) => end === "rejected");
      if (index === 0 || budget.take(wanted, question.reserve(rejected)))
        return { results: [...results.values()], wanted };
      for (const group of open) change(results, group, { end: "budget" });
      break;
    }
    const ended2 = testLook(question, index, open, closed, results);
    closed += ended2.closed;
    open = index === 0 && hasSlices ? ended2.open.filter(({ kind }) => kind !== "all") : ended2.open;
    if (open.length === 0) break;
  }
  return { results: [...results.values()], wanted: [] };
}
function testLook(question, index, open, closedBefore, results) {
  const { policy } = question;
  const last = index === policy.looks.length - 1;
  const casesOf2 = new Map(open.map((group) => [group, casesAt(question, group, index)]));
  const { tests } = question.evidence.memo;
  const family = hypotheses(
    open,
    (group) => casesOf2.get(group) ?? [],
    (tested, { kind, name }) => testAgain(tests, `${index} ${kind} ${name}`, tested)
  );
  const adjusted = discreteHolm(
    family.map(({ test }) => test),
    closedBefore
  );
  const spend = policy.spend[index] ?? 0;
  const level = policy.alpha * policy.alphaSlicesShare;
  const still = [];
  let closed = 0;
  for (const group of open) {
    const cases = casesOf2.get(group) ?? [];
    change(results, group, {
      ...{ cases, look: index + 1, end: "futility", test: null, family: family.length }
    });
  }
  for (const [place, { test, groups }] of family.entries()) {
    const own = Math.min(1, (adjusted[place] ?? 1) / spend);
    const cases = groups[0] === void 0 ? [] : casesOf2.get(groups[0]) ?? [];
    const logE = allocateAgain(question, `${index} ${groups[0]?.kind} ${groups[0]?.name}`, cases);
    const isFutile = logE < Math.log(policy.futility);
    const end = own <= level ? "rejected" : isFutile ? "futility" : last ? "looks" : "sampling";
    if (end === "futility" && groups.some(({ kind }) => kind === "slice")) closed++;
    for (const group of groups) {
      const adjustedP = Math.min(own, results.get(group)?.adjustedP ?? 1);
      change(results, group, { end, test, logE, adjustedP });
      if (end === "sampling") still.push(group);
    }
  }
  return { open: still, closed };
}
function testAgain(known, key, tested) {
  const before = known.get(key);
  if (before !== void 0 && isEach(before.tested, tested, ({ stratum }) => stratum)) return before.test;
  const test = testByCase(tested);
  if (test !== null) known.set(key, { tested, test });
  return test;
}
function allocateAgain({ evidence, broken }, key, cases) {
  const counted = broken.size === 0 ? cases : cases.filter(({ facts }) => !broken.has(facts.id));
  const { allocations } = evidence.memo;
  const before = allocations.get(key);
  if (before !== void 0 && isEach(before.counted, counted, ({ evidence: brought }) => brought)) return before.logE;
  const logE = allocation(counted);
  allocations.set(key, { counted, logE });
  return logE;
}
function isEach(before, now, brought) {
  return before.length === now.length && now.every((data, index) => {
    const earlier = before[index];
    return earlier === data || earlier !== void 0 && $isDeepStrictEqual(brought(earlier), brought(data));
  });
}
function casesAt({ evidence, policy }, { members }, index) {
  const depth = policy.looks[index] ?? 1;
  const cases = [];
  for (const place of members) {
    const trials = evidence.cases[place];
    if (trials !== void 0) cases.push(caseData(trials, depth));
  }
  return cases;
}
function wantedAt({ cases }, places, depth) {
  const wanted = [];
  for (const place of places) {
    const trials = cases[place];
    if (trials !== void 0) wanted.push(...caseData(trials, depth).sample.wanted);
  }
  return wanted;
}
function allocation(cases) {
  const pairs = [];
  const histories = [];
  for (const { evidence } of cases) {
    if (evidence === null) continue;
    if (evidence.kind === "pairs") pairs.push(evidence);
    else histories.push(evidence);
  }
  return (pairs.length === 0 ? 0 : pairsLogE(pairs)) + (histories.length === 0 ? 0 : historyLogE(histories));
}
function change(results, group, fields) {
  const known = results.get(group);
  if (known !== void 0) results.set(group, { ...known, ...fields });
}

// src/compare/stored-base.ts
var UNCHECKED = { low: /* @__PURE__ */ new Map(), wanted: [] };
var ALL_TRIALS = 60;
var STEPS = [
  { trials: 4, goOnUpToP: 0.6 },
  { trials: 12, goOnUpToP: 0.2 },
  { trials: ALL_TRIALS, goOnUpToP: 1 }
];
var CASE_TRIALS3 = 10;
var HIDING_SHARE = 0.2;
function checkStoredBase(results, policy, budget) {
  const family = inFamily(results);
  const wanted = /* @__PURE__ */ new Map();
  const tests = [];
  for (const plan of plansOf(family, policy)) {
    const reached = step(plan, policy);
    const more = reached.wanted.filter((request) => !wanted.has(keyOf2(request)));
    if (more.length > 0 && budget.take(more)) for (const request of more) wanted.set(keyOf2(request), request);
    if (reached.test !== null) tests.push({ result: plan.result, test: reached.test });
  }
  const adjusted = discreteHolm(
    tests.map(({ test }) => ({ p: test.pUpper, attainable: test.attainableUpper })),
    family.length - tests.length
  );
  const low = tests.flatMap(({ result }, index) => {
    const p = adjusted[index] ?? 1;
    return p <= policy.alpha ? [[result, p]] : [];
  });
  return { low: new Map(low), wanted: [...wanted.values()] };
}
function storedBaseTrials(results, policy) {
  const trials = /* @__PURE__ */ new Map();
  for (const { order } of plansOf(inFamily(results), policy))
    for (const [{ facts }, count2] of counts(order)) trials.set(facts.id, Math.max(count2, trials.get(facts.id) ?? 0));
  return trials;
}
function inFamily(results) {
  const slices = results.filter(({ group }) => group.kind === "slice");
  const family = slices.length > 0 ? slices : results.filter(({ group }) => group.kind === "all");
  return family.filter(
    ({ end, group, cases }) => (end === "futility" || end === "looks") && !group.accepted && cases.some(isComparedWithStored)
  );
}
function step(plan, policy) {
  let test = null;
  for (const { trials, goOnUpToP } of STEPS) {
    const { strata, wanted } = drawn(plan, trials, policy);
    if (wanted.length > 0) return { test: null, wanted };
    test = stratExact(strata);
    if (test.pUpper > goOnUpToP) return { test: null, wanted: [] };
  }
  return { test, wanted: [] };
}
function plansOf(family, { alpha, deltaRelevant }) {
  const hiding = Math.max(HIDING_SHARE, deltaRelevant);
  return family.flatMap((result) => {
    const compared = result.cases.flatMap((data) => isComparedWithStored(data) ? data.effect ?? [] : []);
    const trials = compared.reduce((sum2, { n1 }) => sum2 + n1, 0);
    const failures2 = compared.reduce((sum2, { n1, s1 }) => sum2 + n1 - s1, 0);
    if (failures2 <= hiding * trials) return [];
    const order = roundAndRound(result.cases.filter((data) => isComparedWithStored(data) && hasFailed(data)));
    return bestP(order) * family.length <= alpha ? [{ result, order }] : [];
  });
}
function hasFailed({ effect }) {
  return effect !== null && effect.s1 < effect.n1;
}
function roundAndRound(cases) {
  const rounds = Array.from({ length: CASE_TRIALS3 }, (_, round) => cases.filter((data) => round < mostFresh(data)));
  return rounds.flat().slice(0, ALL_TRIALS);
}
function isComparedWithStored(data) {
  return isTested(data) && isStored(data) && data.effect !== null;
}
function drawn({ order }, trials, policy) {
  const strata = [];
  const wanted = [];
  for (const [data, count2] of counts(order.slice(0, trials))) {
    const fresh = freshStratum(data, count2, policy);
    strata.push(fresh.stratum);
    wanted.push(...fresh.wanted);
  }
  return { strata, wanted };
}
function bestP(order) {
  const strata = [...counts(order)].map(([data, count2]) => bestFreshStratum(data, count2));
  return strata.length === 0 ? 1 : stratExact(strata).pUpper;
}
function counts(order) {
  const found2 = /* @__PURE__ */ new Map();
  for (const data of order) found2.set(data, (found2.get(data) ?? 0) + 1);
  return found2;
}
function keyOf2({ caseId, number }) {
  return `${number} ${caseId}`;
}

// src/compare/assess.ts
function assess(evidence, policy) {
  const { memo } = evidence;
  if (memo.last?.evidence === evidence && memo.last.policy === policy) return memo.last.assessment;
  const assessment = assessAnew(evidence, policy);
  memo.last = { evidence, policy, assessment };
  return assessment;
}
function assessAnew(evidence, policy) {
  const budget = new Budget(evidence, policy);
  const first = evidence.cases.map((trials) => caseData(trials, policy.looks[0] ?? 1));
  const gating = first.filter(({ facts }) => facts.gates);
  const judgements = judgeCases(first, policy, evidence.memo.plans);
  const broken = judgements.flatMap(
    ({ data, state }) => state.kind === "ruled" && state.rule.kind === "broken" ? [data] : []
  );
  const { results, wanted: looking } = runLooks({
    ...{ evidence, policy, budget },
    broken: new Set(broken.map(({ facts }) => facts.id)),
    reserve: (rejected2) => guardReserve(rejected2.filter(couldBlock), policy, budget)
  });
  const begun = first.every(({ sample }) => sample.wanted.length === 0);
  const rejected = results.filter((result) => couldBlock(result) && isLargeEnough(result.cases, policy));
  const blocking = broken.filter(({ facts }) => !isAcceptedCase(facts));
  const guarded = guard(rejected, blocking, policy, budget);
  const confirming = begun ? confirm(judgements, spokenFor(rejected, guarded), budget) : NOTHING_TO_CONFIRM;
  const settled2 = looking.length === 0 && confirming.wanted.length === 0;
  const isGuarded = settled2 && guarded.wanted.length === 0;
  const storedBase = isGuarded && !blocks(guarded) ? checkStoredBase(results, policy, budget) : UNCHECKED;
  const wanted = settled2 ? [...guarded.wanted, ...storedBase.wanted] : joined(looking, confirming.wanted);
  const hopeless = begun && failures(gating).length > 0;
  return {
    ...{ gating, judgements, looks: results, guarded, storedBase, budget },
    waived: confirming.waived,
    wanted: hopeless ? [] : wanted
  };
}
var NOTHING_TO_CONFIRM = { wanted: [], waived: /* @__PURE__ */ new Map() };
function confirm(judgements, spoken, budget) {
  const wanted = [];
  const waived = /* @__PURE__ */ new Map();
  for (const { data, requests } of judgements) {
    if (requests.length === 0 || isAcceptedCase(data.facts)) continue;
    const slice = spoken.get(data.facts.id);
    if (slice !== void 0) waived.set(data.facts.id, `its slice ${slice} speaks for it`);
    else if (budget.take(requests)) wanted.push(...requests);
    else waived.set(data.facts.id, "the budget does not reach");
  }
  return { wanted, waived };
}
function spokenFor(rejected, { slices }) {
  const spoken = /* @__PURE__ */ new Map();
  for (const result of rejected) {
    const outcome = slices.get(result)?.kind;
    if (result.group.kind !== "slice" || outcome !== "pending" && outcome !== "confirmed") continue;
    for (const { facts } of result.cases) spoken.set(facts.id, result.group.name);
  }
  return spoken;
}
function blocks({ slices, cases }) {
  return [...slices.values(), ...cases.values()].some(({ kind }) => kind === "confirmed");
}
function couldBlock({ end, group }) {
  return end === "rejected" && !group.accepted;
}
function isLargeEnough(cases, { minEffect }) {
  const estimate = rates(cases);
  return estimate !== null && -estimate.delta >= minEffect;
}
function joined(looking, confirming) {
  if (confirming.length === 0) return looking;
  const keyOf4 = ({ caseId, side, number }) => `${side} ${number} ${caseId}`;
  const known = new Set(looking.map(keyOf4));
  return [...looking, ...confirming.filter((request) => !known.has(keyOf4(request)))];
}

// src/compare/case-verdict.ts
function decideCase(judgement, guard2, waived) {
  const { data, state } = judgement;
  const { facts, affectedness, base, head } = data;
  const own = ownVerdict(judgement);
  const accepted2 = isAcceptedCase(facts);
  const { verdict, reason } = own.verdict === "broken" && !accepted2 ? guardedVerdict(own.reason, guard2) : { verdict: own.verdict, reason: waived === null ? own.reason : `${own.reason}; ${waived}` };
  const p = state.kind === "ruled" ? tableP(state.history) : null;
  return { caseId: facts.id, verdict, affectedness, base, head, p, reason, ...accepted2 ? { accepted: accepted2 } : {} };
}
function ownVerdict({ data, state }) {
  const { base, head } = data;
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  switch (state.kind) {
    case "not_exercised":
      return {
        verdict: state.seen.kind === "equal" ? "unaffected" : "undetermined",
        reason: unexercisedText(state.seen)
      };
    case "cut_short":
      return { verdict: "undetermined", reason: "head behaves as base up to where every trial was cut short" };
    case "unaffected":
      return { verdict: "unaffected", reason: "head behaves exactly as base in every trial" };
    case "no_trials": {
      const sides = [...base.trials === 0 ? ["base"] : [], ...head.trials === 0 ? ["head"] : []].join(" and ");
      return { verdict: "undetermined", reason: `no determined trial on ${sides}` };
    }
    case "reported":
      return { verdict: "ok", reason: `reported only: ${tallies}` };
    case "unprotected":
      return {
        verdict: "ok",
        reason: `${tallies}: base did not pass reliably where it is compared, so nothing to protect`
      };
    case "unread":
      return { verdict: "ok", reason: `${tallies}: no determined trial on an affected number` };
    case "passes":
      return { verdict: "ok", reason: tallies };
    case "ruled":
      return ruledVerdict(state.rule, state.history);
    default:
      return state;
  }
}
function ruledVerdict(rule, history) {
  const seen = describe(history);
  switch (rule.kind) {
    case "broken":
      return { verdict: "broken", reason: `${seen} (p ${pValue(tableP(history))})` };
    case "flaky":
      return { verdict: "flaky", reason: `${seen}: it does not fail repeatably` };
    case "undetermined":
      return { verdict: "undetermined", reason: `${seen}: ${count(rule.trials, "trial")} undetermined` };
    case "underpowered":
      return {
        verdict: "suspect",
        reason: `${seen}: underpowered, no plan within ${PLAN_MAX} more trials a side can reach the case's level`
      };
    case "needs": {
      const { fresh, test } = rule.draws;
      return {
        verdict: "suspect",
        reason: `${seen}: not confirmed, that takes ${count(test, "head trial")} and ${count(fresh, "fresh base trial")}`
      };
    }
    default:
      return rule;
  }
}
function guardedVerdict(reason, guard2) {
  switch (guard2?.kind) {
    case "confirmed":
      return { verdict: "broken", reason: `${reason}; base still passes: ${passed(guard2.base)} fresh trials` };
    case "refuted":
      return {
        verdict: "flaky",
        reason: `${reason}; but base itself now passes only ${passed(guard2.base)} fresh trials`
      };
    case "unpaid":
      return { verdict: "suspect", reason: `${reason}; the budget does not reach to confirm it on fresh base trials` };
    case "unclear":
      return {
        verdict: "suspect",
        reason: `${reason}; too few fresh base trials are determined to confirm it`
      };
    case "pending":
    case "elsewhere":
    case void 0:
      return { verdict: "suspect", reason: `${reason}; fresh base trials have to confirm it` };
    default:
      return guard2;
  }
}
function unexercisedText(seen) {
  switch (seen.kind) {
    case "equal": {
      const past = seen.trials - seen.determined;
      const open = past === 0 ? "" : `; ${past} came to no result on either side`;
      return `not exercised by this change (0 of ${count(seen.trials, "trial")} affected${open})`;
    }
    case "idle":
      return "not exercised: no trial called the model or a tool";
    case "unseen":
      return `not exercised: head did as base as far as was seen, but only ${seen.determined} of ${count(seen.trials, "trial")} came to a result on both sides`;
    default:
      return seen;
  }
}
function describe(history) {
  const { base, head } = table(history);
  return `head failed ${head.n - head.s} of ${count(head.n, "trial")}, base passed ${base.s} of ${base.n}`;
}
function tableP(history) {
  const { base, head } = table(history);
  return fisherLower(base.n, base.s, head.n, head.s);
}
function table({ n0, s0, head, fresh }) {
  const determinedFresh = fresh.filter(isDetermined);
  const determinedHead = head.filter(isDetermined);
  return {
    base: { n: n0 + determinedFresh.length, s: s0 + determinedFresh.filter(isPass).length },
    head: { n: determinedHead.length, s: determinedHead.filter(isPass).length }
  };
}

// src/compare/compare.ts
function nextTrials(evidence, policy) {
  return assess(evidence, policy).wanted;
}
function compare(evidence, policy, options = { exhausted: false }) {
  const { gating, judgements, looks, guarded, storedBase, waived, budget, wanted } = assess(evidence, policy);
  const { exhausted, ended: ended2 } = options;
  const results = ended2 === void 0 ? looks : looks.map(endedByBudget);
  const comparisons = compareSlices({
    results,
    guarded,
    lowBase: storedBase.low,
    policy,
    spent: budget.spent,
    designOf: () => 1
  });
  const cases = judgements.map((each) => {
    const { id } = each.data.facts;
    return decideCase(each, guarded.cases.get(id) ?? null, waived.get(id) ?? null);
  });
  const missing = options.missing ?? (exhausted && ended2 === void 0 ? wanted.length : 0);
  return {
    ...decide({
      ...{ gating, comparisons, cases, missing, unpaid: unpaidReason(budget, ended2, wanted) },
      recordedOnly: options.recordedOnly ?? false
    }),
    comparisons,
    cases,
    staleReservoirP: leastOf(guarded.staleP, ...storedBase.low.values()),
    next: exhausted ? [] : wanted,
    base: sideCounts(evidence.cases, "base", wanted),
    head: sideCounts(evidence.cases, "head", wanted)
  };
}
function leastOf(...ps) {
  const known = ps.filter((p) => p !== null);
  return known.length === 0 ? null : Math.min(...known);
}
function endedByBudget(result) {
  return result.end === "sampling" && result.group.kind !== "cohort" ? { ...result, end: "budget" } : result;
}
function unpaidReason(budget, ended2, wanted) {
  const more = budget.refused + (ended2 === void 0 ? 0 : budget.costOf(wanted));
  if (more === 0) return null;
  return ended2 === "rounds" ? { kind: "rounds_ended", more } : { kind: "budget_spent", spent: budget.spent, budget: budget.limits, more };
}

// src/compare/forecast.ts
function forecast(cases, policy, runsOf = (facts) => plannedRuns([facts], policy)) {
  const first = cases.reduce((sum2, facts) => {
    const runs = runsOf(facts);
    const { calls, costUsd } = facts.expected ?? { calls: 1, costUsd: null };
    return added(sum2, {
      runs,
      calls: runs * calls,
      costUsd: costUsd === null && runs > 0 ? null : runs * (costUsd ?? 0)
    });
  }, NOTHING_SPENT);
  return { first, limits: limitsOf(cases.length, policy) };
}
function plannedRuns(cases, policy) {
  const depth = policy.looks[0] ?? 1;
  return cases.reduce((sum2, { storedTrials }) => sum2 + depth + Math.max(0, depth - storedTrials), 0);
}

// src/compare/head-alone.ts
var HEAD_ALONE_TRIALS = 2;
function headAloneTrials({ cases }) {
  return cases.flatMap(
    ({ facts, head }) => Array.from({ length: HEAD_ALONE_TRIALS }, (_, index) => index + 1).filter((number) => !head.has(number)).map((number) => ({ caseId: facts.id, side: "head", number }))
  );
}
function judgeHeadAlone(evidence) {
  const wanted = headAloneTrials(evidence);
  const gating = evidence.cases.filter(({ facts }) => facts.gates);
  const all = tallyOf(gating);
  const head = sideCounts(evidence.cases, "head", wanted);
  const errors = errorsOf(gating, all, wanted.length);
  const why = `this pull request adopts pawl: head alone ran, nothing was compared; it passed ${all.passes} of ${all.trials + all.undetermined} trials`;
  const names = [...new Set(gating.flatMap(({ facts }) => facts.slices))].sort();
  return {
    decision: {
      verdict: errors.length > 0 ? "error" : "pass",
      reasons: [...errors, { kind: "bootstrap", why }],
      ...{ comparisons: [], cases: [], staleReservoirP: null, next: [] },
      base: sideCounts(evidence.cases, "base", []),
      head
    },
    trialsPerCase: HEAD_ALONE_TRIALS,
    slices: names.map((name) => {
      const cases = gating.filter(({ facts }) => facts.slices.includes(name));
      return { name, cases: cases.length, head: tallyOf(cases) };
    }),
    flaky: idsOf(gating, ({ passes, trials }) => passes > 0 && passes < trials),
    failing: idsOf(gating, ({ passes, trials }) => trials > 0 && passes === 0)
  };
}
function errorsOf(gating, all, missing) {
  const trials = gating.flatMap(({ head }) => [...head.values()]);
  const errored = trials.filter(({ standing }) => standing === "errored").length;
  const errors = missing > 0 ? [{ kind: "missing_trials", missing }] : [];
  if (errored > ERRORED_SHARE_MAX * trials.length)
    errors.push({ kind: "too_many_errors", side: "head", errored, trials: trials.length });
  const idle = trials.every((trial) => trial.idle);
  const nothing = trials.length === 0 ? "no trial ran on head" : idle ? `none of head's ${trials.length} trials called the model or a tool` : all.passes === 0 ? `head passes none of its ${trials.length} trials: a gate would have nothing to protect` : null;
  return nothing === null ? errors : [...errors, { kind: "nothing_exercised", why: nothing }];
}
function tallyOf(cases) {
  const trials = cases.flatMap(({ head }) => [...head.values()]);
  const determined = trials.filter(isDetermined);
  const passes = determined.filter(isPass).length;
  return { passes, trials: determined.length, undetermined: trials.length - determined.length };
}
function idsOf(cases, is) {
  return cases.filter((one) => is(tallyOf([one]))).map(({ facts }) => facts.id);
}

// src/compare/two-rounds.ts
var FIRST = 2;
var SECOND = 8;
var SPEND = [0.6, 0.4];
var FUTILITY = 1;
function twoRoundPolicy(policy) {
  return { ...policy, looks: [FIRST, SECOND], spend: SPEND, futility: Math.max(policy.futility, FUTILITY) };
}
var CONFIRMING_RUNS = 8;
function firstRoundTrials({ cases }) {
  return cases.flatMap((trials) => caseData(trials, FIRST).sample.wanted);
}
function planSecondRound(evidence, asked) {
  const policy = twoRoundPolicy(asked);
  const first = evidence.cases.map((trials) => caseData(trials, FIRST));
  const gating = first.filter(({ facts }) => facts.gates);
  const none = { deepen: [], guard: [], confirm: [], check: [] };
  const nothing = { version: 2, affectedCases: affectedCases(first), ...none };
  if (firstRoundTrials(evidence).length > 0 || failures(gating).length > 0) return nothing;
  const budget = new Budget(evidence, policy);
  const { results, rejected, open } = firstLook(evidence, policy);
  const guard2 = /* @__PURE__ */ new Map();
  for (const { cases } of rejected) {
    const data = cases.filter(isTested);
    const wanted = data.flatMap((each) => guardSample(each, guardDepth(FIRST), policy).wanted);
    if (budget.take(wanted)) for (const { facts } of data) guard2.set(facts.id, guardDepth(FIRST));
  }
  const spoken = new Set(guard2.keys());
  const confirm2 = judgeCases(first, policy, evidence.memo.plans).filter(({ data: { facts }, requests }) => requests.length > 0 && !spoken.has(facts.id) && !isAcceptedCase(facts)).filter(() => budget.takeRuns(CONFIRMING_RUNS));
  const deepen = /* @__PURE__ */ new Set();
  for (const { cases, group } of open) {
    const data = cases.filter(({ facts }) => !deepen.has(facts.id));
    if (!budget.takeRuns(deepeningRuns(data))) continue;
    for (const { facts } of data) deepen.add(facts.id);
    for (const { facts } of group.accepted ? [] : data.filter(isTested)) guard2.set(facts.id, guardDepth(SECOND));
  }
  const check = [...storedBaseTrials(results, policy)].filter(([, trials]) => budget.takeRuns(trials));
  return {
    ...nothing,
    deepen: [...deepen],
    guard: [...guard2].map(([caseId, depth]) => ({ caseId, depth })),
    confirm: confirm2.map(({ data }) => data.facts.id),
    check: check.map(([caseId, trials]) => ({ caseId, trials }))
  };
}
function secondRoundTrials(evidence, round, asked) {
  const policy = twoRoundPolicy(asked);
  const deepen = new Set(round.deepen);
  const deeper = found(evidence, round.deepen).map((trials) => caseData(trials, SECOND));
  const looking = deeper.flatMap(({ sample }) => sample.wanted);
  const depths = new Map(round.guard.map(({ caseId, depth }) => [caseId, depth]));
  const guarding = found(evidence, depths.keys()).flatMap((trials) => {
    const { id } = trials.facts;
    const data = caseData(trials, deepen.has(id) ? SECOND : FIRST);
    const isReady = data.sample.wanted.length === 0 && isTested(data);
    return isReady ? guardSample(data, depths.get(id) ?? 0, policy).wanted : [];
  });
  const suspects = found(evidence, round.confirm).map((trials) => caseData(trials, FIRST));
  const confirming = judgeCases(suspects, policy, evidence.memo.plans, round.affectedCases).flatMap(
    ({ data, state, requests }) => state.kind === "ruled" && state.rule.kind === "broken" ? guardCase(data, policy).wanted : requests
  );
  const checking = round.check.flatMap(
    ({ caseId, trials }) => found(evidence, [caseId]).flatMap((one) => freshStratum(caseData(one, FIRST), trials, policy).wanted)
  );
  const once = new Map(
    [...looking, ...guarding, ...confirming, ...checking].map((request) => [keyOf3(request), request])
  );
  return [...once.values()];
}
function compareTwoRounds(evidence, round, policy, { recordedOnly = false, unpaid = /* @__PURE__ */ new Set() } = {}) {
  const absent2 = [...firstRoundTrials(evidence), ...secondRoundTrials(evidence, round, policy)];
  const missing = absent2.filter(({ caseId }) => !unpaid.has(caseId)).length;
  const ended2 = absent2.length > missing ? "budget" : "rounds";
  return compare(evidence, twoRoundPolicy(policy), { exhausted: true, ended: ended2, missing, recordedOnly });
}
function secondRoundRuns({ deepen, guard: guard2, confirm: confirm2, check }) {
  return new Map([
    ...check.map(({ caseId, trials }) => [caseId, trials]),
    ...confirm2.map((caseId) => [caseId, 2 * CONFIRMING_RUNS]),
    ...guard2.map(({ caseId, depth }) => [caseId, 2 * depth]),
    ...deepen.map((caseId) => [caseId, 2 * guardDepth(SECOND)])
  ]);
}
function isNothing({ deepen, guard: guard2, confirm: confirm2, check }) {
  return deepen.length + guard2.length + confirm2.length + check.length === 0;
}
function firstLook(evidence, policy) {
  const budget = new Budget(evidence, policy);
  const { results } = runLooks({ evidence, policy, budget, broken: /* @__PURE__ */ new Set(), reserve: () => 0 });
  const sorted = results.toSorted((a, b) => (a.adjustedP ?? 1) - (b.adjustedP ?? 1) || (b.logE ?? 0) - (a.logE ?? 0));
  const rejected = sorted.filter((result) => couldBlock(result) && isLargeEnough(result.cases, policy));
  const kind = evidence.groups.some((group) => group.kind === "slice") ? "slice" : "all";
  const isOpen = ({ end, group }) => group.kind === kind && (end === "sampling" || end === "budget");
  return { results, rejected: named2(rejected), open: sorted.filter(isOpen) };
}
function deepeningRuns(cases) {
  const perCase = 2 * guardDepth(SECOND) - FIRST;
  return cases.filter(isTested).length * perCase;
}
function found({ cases, places }, ids) {
  return [...ids].flatMap((id) => cases[places.get(id) ?? -1] ?? []);
}
function keyOf3({ caseId, side, number }) {
  return `${side} ${number} ${caseId}`;
}

// src/compare/unchanged.ts
var MAX_ROUNDS = 100;
function decideUnchanged(cases, policy, random) {
  const drawable = cases.filter(({ trials }) => trials.length > 0);
  const measured = new Map(drawable.map((each) => [each.facts.id, each]));
  let evidence = evidenceOf(drawable.map(({ facts }) => facts));
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const next = nextTrials(evidence, policy);
    if (next.length === 0) return compare(evidence, policy);
    const drawn2 = next.map((request) => drawTrial(request, measured.get(request.caseId), random));
    evidence = withTrials(evidence, drawn2);
  }
  throw new Error(`compare still asks for trials after ${MAX_ROUNDS} rounds`);
}
function drawTrial(request, of, random) {
  const { caseId, side, number, dry = false } = request;
  if (of === void 0) throw new Error(`compare asks for a case that was not measured: ${caseId}`);
  const drawn2 = of.trials[Math.floor(random() * of.trials.length)];
  if (drawn2 === void 0) throw new Error(`no trial of ${caseId} was measured`);
  return {
    ...{ caseId, side, number, idle: false },
    stored: side === "base" && number <= of.facts.storedTrials,
    probe: dry,
    took: { calls: 0, costUsd: 0 },
    firstRequestKey: side,
    fingerprint: side,
    ...{ outcome: drawn2.outcome, standing: drawn2.standing, cutShort: drawn2.cutShort }
  };
}
function findFlakes(cases) {
  const counted = cases.map((each) => ({ caseId: each.facts.id, ...tallyOf2(each) }));
  const measured = counted.filter(({ trials }) => trials > 0);
  const evenness = ({ passes, trials }) => Math.abs(passes / trials - 0.5);
  return {
    alwaysPass: measured.filter(({ passes, trials }) => passes === trials).length,
    alwaysFail: measured.filter(({ passes }) => passes === 0).length,
    notMeasured: counted.length - measured.length,
    flaky: measured.filter(({ passes, trials }) => passes > 0 && passes < trials).sort((a, b) => evenness(a) - evenness(b) || a.caseId.localeCompare(b.caseId)).map((each) => ({ ...each, interval: jeffreys(each.passes, each.trials, 0.95) }))
  };
}
function findPower(cases, policy) {
  const slices = /* @__PURE__ */ new Map();
  for (const each of cases) {
    if (!each.facts.gates || tallyOf2(each).trials === 0) continue;
    for (const slice of each.facts.slices) slices.set(slice, [...slices.get(slice) ?? [], each]);
  }
  return [...slices].map(([slice, members]) => {
    const { passes, trials } = sumTallies(members.map(tallyOf2));
    const stored = members.reduce((sum2, { facts }) => sum2 + facts.storedTrials, 0) / members.length;
    return {
      ...{ slice, cases: members.length, rate: passes / trials },
      drops: policy.looks.map((look, index) => ({
        trials: look,
        mde80: mde80({
          strata: members.length,
          trials0: Math.max(look, stored),
          trials1: look,
          // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
          rate: (passes + 0.5) / (trials + 1),
          level: policy.alpha * policy.alphaSlicesShare * (policy.spend[index] ?? 0) / slices.size
        })
      }))
    };
  });
}
function findUnmeasured(cases) {
  const tallies = cases.map(tallyOf2).filter(({ undetermined }) => undetermined > 0);
  return {
    trials: sumTallies(tallies).undetermined,
    cases: tallies.length,
    wholeCases: tallies.filter(({ trials }) => trials === 0).length
  };
}
function tallyOf2({ trials }) {
  return tally(trials);
}

export {
  factorEffects,
  membersOf,
  unattributed,
  attributed,
  bisect,
  NOTHING_SPENT,
  spentOn,
  added,
  evidenceOf,
  withTrials,
  RESERVOIR_MIN,
  caseDifferences,
  nextTrials,
  compare,
  compareResults,
  forecast,
  plannedRuns,
  HEAD_ALONE_TRIALS,
  headAloneTrials,
  judgeHeadAlone,
  twoRoundPolicy,
  firstRoundTrials,
  planSecondRound,
  secondRoundTrials,
  compareTwoRounds,
  secondRoundRuns,
  isNothing,
  decideUnchanged,
  findFlakes,
  findPower,
  findUnmeasured
};
