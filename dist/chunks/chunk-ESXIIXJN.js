const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProblemCounter,
  assembleStream,
  callText,
  canonicalJson,
  canonicalRequest,
  compileSchema,
  conversationId,
  createParser,
  decodeOtlp,
  embeddingEncoding,
  embeddingsAs,
  emptyContract,
  firstDifference,
  hashInstructions,
  hashJson,
  hashTools,
  idsOfAnswer,
  isContractMethod,
  isJsonObject,
  isSecretName,
  jsonShape,
  keepToolNames,
  keptIds,
  mcpKey,
  mcpToolNames,
  mcpTools,
  momentOf,
  nestedDeeperThan,
  parseJson,
  readRequest,
  readResponse,
  readRpc,
  readRpcBody,
  readTrace,
  redactText,
  requestKey,
  require_ajv,
  require_mod,
  routeOf,
  rpcError,
  rpcRequest,
  rpcResponse,
  sha256,
  streamOf,
  unspokenApi,
  withToolResults,
  withoutMeta,
  writeContract
} from "./chunk-2SGQDVVG.js";
import {
  $buffer,
  $execFile,
  $spawn
} from "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $Agent,
  $Agent2,
  $STATUS_CODES,
  $Server,
  $Socket,
  $connect,
  $connect2,
  $constants,
  $crc32,
  $createServer,
  $createServer2,
  $gunzip,
  $isIP,
  $request,
  $request2,
  $urlToHttpOptions,
  $validateHeaderValue,
  $zstdCompressSync,
  $zstdDecompress,
  $zstdDecompressSync
} from "./chunk-MA7E5CPD.js";
import {
  $randomBytes,
  $randomInt,
  $randomUUID
} from "./chunk-K6CKMPLV.js";
import {
  $access,
  $chmod,
  $constants as $constants2,
  $copyFile,
  $cp,
  $lchown,
  $lstat,
  $mkdir,
  $mkdtemp,
  $open,
  $promisify,
  $readFile,
  $readdir,
  $readlink,
  $realpath,
  $rm,
  $rmdir,
  $stat,
  $symlink,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $basename,
  $delimiter,
  $dirname,
  $join
} from "./chunk-UVWFDZNQ.js";
import {
  $hostname,
  $tmpdir
} from "./chunk-S5GBO2VV.js";
import {
  $closeSync,
  $existsSync,
  $fdatasync,
  $fdatasyncSync,
  $fstatSync,
  $fsyncSync,
  $ftruncateSync,
  $mkdirSync,
  $openSync,
  $readFileSync,
  $readSync,
  $readdirSync,
  $readlinkSync,
  $renameSync,
  $rmSync,
  $writeFileSync,
  $writeSync
} from "./chunk-IIMPM4BQ.js";
import {
  $PassThrough,
  $Readable
} from "./chunk-YA26JW5W.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

// builtin:node:perf_hooks
var all = /* @__PURE__ */ process.getBuiltinModule("node:perf_hooks");
var exported = (key) => all[key];
var $performance = /* @__PURE__ */ exported("performance");

// builtin:node:timers/promises
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var exported2 = (key) => all2[key];
var $setTimeout = /* @__PURE__ */ exported2("setTimeout");
var $setImmediate = /* @__PURE__ */ exported2("setImmediate");

// src/stats/random.ts
function seededRandom(seed) {
  const digest = sha256(seed);
  const word = (index) => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16) | 0;
  let [a, b, c, counter] = [word(0), word(1), word(2), word(3)];
  return () => {
    const sum = (a + b | 0) + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + sum | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
function shuffled(items, random) {
  return items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}

// src/stats/tails.ts
function quantileOf(p, tails, low, high) {
  requireProbability(p);
  if (p === 0) return low;
  if (p === 1) return high;
  const q = 1 - p;
  return bisect(p <= 0.5 ? (x) => tails(x).lower < p : (x) => tails(x).upper > q, low, high);
}
function bisect(isBelow, low, high) {
  let from = Math.max(low, Number.MIN_VALUE);
  let to = Math.min(high, Number.MAX_VALUE);
  while (true) {
    const middle = to > 4 * from ? Math.sqrt(from) * Math.sqrt(to) : from + (to - from) / 2;
    if (middle <= from || middle >= to) return to;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
}
function requireProbability(p) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be within 0..1, got ${p}`);
}

// src/stats/benjamini-hochberg.ts
function benjaminiHochberg(ps) {
  const adjusted = ps.map(() => 1);
  const descending = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  let least = 1;
  for (const [place, { p, index }] of descending.entries()) {
    requireProbability(p);
    least = Math.min(least, p * ps.length / (ps.length - place));
    adjusted[index] = least;
  }
  return adjusted;
}

// src/stats/continued-fraction.ts
var TINY = 1e-300;
var PRECISION = 3e-16;
var MOST_TERMS = 1e6;
function continuedFraction(coefficient) {
  let ratio = 1;
  let inverse = 0;
  let value = 1;
  for (let term2 = 1; term2 <= MOST_TERMS; term2++) {
    const c = coefficient(term2);
    inverse = 1 / nonZero(1 + c * inverse);
    ratio = nonZero(1 + c / ratio);
    const factor = ratio * inverse;
    value *= factor;
    if (Math.abs(factor - 1) <= PRECISION) return 1 / value;
  }
  throw new RangeError("continued fraction: no convergence");
}
function nonZero(value) {
  return Math.abs(value) < TINY ? TINY : value;
}

// src/stats/saddle-point.ts
var SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
var SERIES_FROM = 16;
function stirlingError(x) {
  let error = 0;
  let shifted = x;
  while (shifted < SERIES_FROM) {
    error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted++;
  }
  const inverse = 1 / shifted;
  const series2 = SERIES.reduceRight((sum, coefficient) => sum * inverse * inverse + coefficient, 0);
  return error + series2 * inverse;
}
function deviance(observed, expected, excess) {
  if (Math.abs(excess) < observed / 2) return -observed * Math.log1p(-excess / observed) - excess;
  return observed * Math.log(observed / expected) - excess;
}
function binomialTerm(a, b, x, y) {
  if (a === 0) return Math.exp(b * (x < y ? Math.log1p(-x) : Math.log(y)));
  if (b === 0) return Math.exp(a * (y < x ? Math.log1p(-y) : Math.log(x)));
  const n = a + b;
  const excess = x < y ? a - n * x : n * y - b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x, excess) - deviance(b, n * y, -excess);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a) / b);
}
function poissonTerm(x, mean) {
  return Math.exp(-stirlingError(x) - deviance(x, mean, x - mean)) / Math.sqrt(2 * Math.PI * x);
}

// src/stats/beta.ts
function betaTails(x, a, b) {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`beta: x must be within 0..1, got ${x}`);
  return incompleteBeta(x, 1 - x, a, b);
}
function incompleteBeta(x, y, a, b) {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`beta: both parameters must be > 0 and finite, got ${a} and ${b}`);
  }
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const term2 = a * b * binomialTerm(a, b, x, y) / (a + b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, term2 / a * fraction(x, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term2 / b * fraction(y, b, a));
  return { lower: 1 - upper, upper };
}
function betaQuantile(p, a, b) {
  return quantileOf(p, (x) => betaTails(x, a, b), 0, 1);
}
function fraction(x, a, b) {
  return continuedFraction((term2) => {
    const m = term2 >>> 1;
    return term2 % 2 === 1 ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) : m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
  });
}

// src/stats/gamma.ts
var PRECISION2 = 1e-17;
function gammaTails(x, shape) {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`gamma: shape must be > 0 and finite, got ${shape}`);
  if (!(x >= 0)) throw new RangeError(`gamma: x must be >= 0, got ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const term2 = poissonTerm(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, term2 * series(x, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term2 * shape / (x + 1 - shape) * fraction2(x, shape));
  return { lower: 1 - upper, upper };
}
function series(x, shape) {
  let sum = 1;
  let term2 = 1;
  for (let k = 1; term2 > sum * PRECISION2; k++) {
    term2 *= x / (shape + k);
    sum += term2;
  }
  return sum;
}
function fraction2(x, shape) {
  return continuedFraction((k) => -k * (k - shape) / ((x + 2 * k - 1 - shape) * (x + 2 * k + 1 - shape)));
}

// src/stats/normal.ts
function normalTails(z) {
  const square = gammaTails(z * z / 2, 0.5);
  const small = square.upper / 2;
  const large = 0.5 + square.lower / 2;
  return z < 0 ? { lower: small, upper: large } : { lower: large, upper: small };
}
var HALLEY_STEPS = 3;
function normalQuantile(p) {
  requireProbability(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p === 0 ? -Infinity : Infinity;
  if (tail === 0.5) return 0;
  const r = Math.sqrt(-2 * Math.log(tail));
  let z = r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 1308e-6)));
  for (let step = 0; step < HALLEY_STEPS; step++) {
    const density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalTails(z).upper - tail) / density;
    z += error / (1 - error * z / 2);
  }
  return p < 0.5 ? -z : z;
}

// src/stats/wilson.ts
function wilson({ rate, trials }, z) {
  const zz = z * z;
  const centre = (rate + zz / (2 * trials)) / (1 + zz / trials);
  const half = z / (1 + zz / trials) * Math.sqrt(rate * (1 - rate) / trials + zz / (4 * trials * trials));
  return { low: Math.max(0, Math.min(rate, centre - half)), high: Math.min(1, Math.max(rate, centre + half)) };
}
function fixedStrataFactor(strata) {
  const arm0 = pooled(strata.map(({ n0, s0 }) => ({ n: n0, s: s0 })));
  const arm1 = pooled(strata.map(({ n1, s1 }) => ({ n: n1, s: s1 })));
  const binomial = variance(arm0.rate, arm0.trials) + variance(arm1.rate, arm1.trials);
  if (binomial === 0) return 1;
  let within = 0;
  for (const { weight, n0, s0, n1, s1 } of strata) {
    const rate0 = (s0 + arm0.rate) / (n0 + 1);
    const rate1 = (s1 + arm1.rate) / (n1 + 1);
    within += weight * weight * (variance(rate0, n0) + variance(rate1, n1));
  }
  return Math.sqrt(Math.min(1, Math.max(0.5, within / binomial)));
}
function moverWilson(arm0, arm1, z, factor) {
  const limits0 = wilson(arm0, z);
  const limits1 = wilson(arm1, z);
  const difference = arm1.rate - arm0.rate;
  const down = Math.hypot(arm1.rate - limits1.low, limits0.high - arm0.rate);
  const up = Math.hypot(limits1.high - arm1.rate, arm0.rate - limits0.low);
  return { low: difference - factor * down, high: difference + factor * up };
}
function pooled(arms) {
  const trials = arms.reduce((sum, { n }) => sum + n, 0);
  return { trials, rate: arms.reduce((sum, { s }) => sum + s, 0) / trials };
}
function variance(rate, trials) {
  return rate * (1 - rate) / trials;
}

// src/stats/bin-noise.ts
var MIN_PAIRS = 6;
var MOST = 4;
var BISECTIONS = 40;
function neighbourNoise(bins) {
  const seen = bins.filter(({ trials }) => trials > 0);
  const pairs = seen.slice(1).map((bin, at2) => pairOf(seen[at2] ?? bin, bin));
  if (pairs.length < MIN_PAIRS) return 0;
  const wanted = cutMoment(Math.sqrt(MOST));
  const isTooQuiet = (rho) => {
    const scores = pairs.map(({ squared, own, shared }) => Math.min(MOST, squared / (own + rho * shared)));
    return scores.reduce((sum, score) => sum + score, 0) / scores.length > wanted;
  };
  if (!isTooQuiet(0)) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (isTooQuiet(middle)) low = middle;
    else high = middle;
  }
  return high;
}
function noisyLimits(bins, rho, confidence) {
  const trials = bins.reduce((sum, bin) => sum + bin.trials, 0);
  if (trials === 0) return null;
  const successes = bins.reduce((sum, bin) => sum + bin.successes, 0);
  const variance2 = bins.reduce((sum, bin) => sum + bin.trials * overdispersion(bin.trials, rho), 0);
  const effective = trials * trials / variance2;
  return wilson({ rate: successes / trials, trials: effective }, normalQuantile((1 + confidence) / 2));
}
function overdispersion(trials, rho) {
  return 1 + Math.max(0, trials - 1) * rho;
}
function pairOf(a, b) {
  const rate = (a.successes + b.successes + 0.5) / (a.trials + b.trials + 1);
  const unit = rate * (1 - rate);
  return {
    squared: (a.successes / a.trials - b.successes / b.trials) ** 2,
    own: unit * (1 / a.trials + 1 / b.trials),
    shared: unit * ((a.trials - 1) / a.trials + (b.trials - 1) / b.trials)
  };
}
function cutMoment(k) {
  const density = Math.exp(-(k * k) / 2) / Math.sqrt(2 * Math.PI);
  const { lower, upper } = normalTails(k);
  return lower - upper - 2 * k * density + 2 * k * k * upper;
}

// src/stats/pmf.ts
function hypergeometricPmf(population, successes, draws) {
  requireCounts({ population, successes, draws });
  if (successes > population || draws > population) {
    throw new RangeError(`hypergeometric: ${successes} successes and ${draws} draws of a population of ${population}`);
  }
  const min = Math.max(0, draws + successes - population);
  const max = Math.min(draws, successes);
  const mode = Math.floor((draws + 1) * (successes + 1) / (population + 2));
  const rest = population - successes - draws;
  return fromRatios(min, max, mode, (k) => (successes - k) * (draws - k) / ((k + 1) * (rest + k + 1)));
}
function fairCoinPmf(flips) {
  requireCounts({ flips });
  return fromRatios(0, flips, Math.floor(flips / 2), (k) => (flips - k) / (k + 1));
}
function fromRatios(min, max, mode, ratio) {
  const mass = new Float64Array(max - min + 1);
  const start = Math.min(max, Math.max(min, mode));
  mass[start - min] = 1;
  let total2 = 1;
  for (let k = start, value = 1; k < max && value > 0; k++) {
    value *= ratio(k);
    mass[k + 1 - min] = value;
    total2 += value;
  }
  for (let k = start, value = 1; k > min && value > 0; k--) {
    value /= ratio(k - 1);
    mass[k - 1 - min] = value;
    total2 += value;
  }
  return { min, mass: mass.map((value) => value / total2) };
}
function requireCounts(counts) {
  for (const [name, count3] of Object.entries(counts)) {
    if (!Number.isInteger(count3) || count3 < 0)
      throw new RangeError(`${name} must be a whole number >= 0, got ${count3}`);
  }
}

// src/stats/block-sum.ts
function blockSumPmf(totals, draws) {
  for (const total2 of totals) requireCounts({ draws, total: total2 });
  if (draws > totals.length) throw new RangeError(`block sum: ${draws} draws of ${totals.length} totals`);
  const most = totals.reduce((sum, total2) => sum + total2, 0);
  const ways = Array.from({ length: draws + 1 }, () => new Float64Array(most + 1));
  ways[0]?.set([1]);
  let seen = 0;
  for (const [index, total2] of totals.entries()) {
    const left = totals.length - index;
    seen += total2;
    for (let t = Math.min(draws, index + 1); t >= 0; t--) {
      const drawn = ways[t - 1];
      const own = ways[t];
      if (own === void 0) continue;
      const skip = Math.max(0, left - (draws - t)) / left;
      const take = (draws - t + 1) / left;
      for (let s = seen; s >= 0; s--) {
        own[s] = (own[s] ?? 0) * skip + (s < total2 ? 0 : (drawn?.[s - total2] ?? 0) * take);
      }
    }
  }
  return { min: 0, mass: ways[draws] ?? new Float64Array() };
}

// src/stats/convolve.ts
var MASS_FLOOR = 1e-60;
var CERTAIN_ZERO = { min: 0, mass: Float64Array.of(1), lostLow: 0, lostHigh: 0 };
function convolve(a, b) {
  const [short, long] = a.mass.length <= b.mass.length ? [a.mass, b.mass] : [b.mass, a.mass];
  const mass = new Float64Array(short.length + long.length - 1);
  for (let i = 0; i < short.length; i++) {
    const factor = short[i] ?? 0;
    for (let j = 0; j < long.length; j++) mass[i + j] = (mass[i + j] ?? 0) + factor * (long[j] ?? 0);
  }
  return trim({ min: a.min + b.min, mass, lostLow: a.lostLow + b.lostLow, lostHigh: a.lostHigh + b.lostHigh });
}
function convolvePower(pmf, count3) {
  let result = CERTAIN_ZERO;
  let square = { ...pmf, lostLow: 0, lostHigh: 0 };
  for (let left = count3; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolve(result, square);
    if (left > 1) square = convolve(square, square);
  }
  return result;
}
function trim(pmf) {
  const { mass } = pmf;
  let from = 0;
  let to = mass.length;
  let { lostLow, lostHigh } = pmf;
  while (to - from > 1 && (mass[from] ?? 0) < MASS_FLOOR) lostLow += mass[from++] ?? 0;
  while (to - from > 1 && (mass[to - 1] ?? 0) < MASS_FLOOR) lostHigh += mass[--to] ?? 0;
  return { min: pmf.min + from, mass: mass.subarray(from, to), lostLow, lostHigh };
}

// src/stats/hypergeometric.ts
var NEGLIGIBLE = 1e-17;
function hypergeometricMass(x, population, successes, draws) {
  requireHypergeometric(x, population, successes, draws);
  if (x < draws - (population - successes) || x > Math.min(draws, successes)) return 0;
  const p = draws / population;
  const q = (population - draws) / population;
  if (p === 0 || q === 0) return 1;
  const failures = population - successes;
  const undrawn = successes - x;
  return binomialTerm(x, undrawn, p, q) / binomialTerm(draws, population - draws, p, q) * binomialTerm(draws - x, failures - draws + x, p, q);
}
function hypergeometricTails(x, population, successes, draws) {
  requireHypergeometric(x, population, successes, draws);
  if (x < successes * draws / population) {
    const lower = Math.min(1, sumDownwards(x, population, successes, draws));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, sumDownwards(draws - x - 1, population, population - successes, draws));
  return { lower: 1 - upper, upper };
}
function sumDownwards(x, population, successes, draws) {
  if (x < 0) return 0;
  const rest = population - successes - draws;
  let mass = hypergeometricMass(x, population, successes, draws);
  let sum = 0;
  for (let k = x; mass > sum * NEGLIGIBLE; k--) {
    sum += mass;
    mass *= k * (rest + k) / ((successes - k + 1) * (draws - k + 1));
  }
  return sum;
}
function requireHypergeometric(x, population, successes, draws) {
  const counts = [x, population, successes, draws];
  if (!counts.every((count3) => Number.isInteger(count3) && count3 >= 0) || successes > population || draws > population) {
    throw new RangeError(
      `hypergeometric: ${x} of ${successes} successes and ${draws} draws of a population of ${population}`
    );
  }
}

// src/stats/strat.ts
function stratExact(strata) {
  const groups = /* @__PURE__ */ new Map();
  let observed = 0;
  for (const stratum of strata) {
    observed += observedOf(stratum);
    const key = nullKey(stratum);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, { pmf: nullOf(stratum), count: 1 });
    else group.count++;
  }
  let sum = CERTAIN_ZERO;
  for (const { pmf, count: count3 } of groups.values()) sum = convolve(sum, convolvePower(pmf, count3));
  const attainable = prefixSums(sum.mass, sum.lostLow);
  const upwards = prefixSums(sum.mass.toReversed(), sum.lostHigh);
  const index = observed - sum.min;
  const own = (sum.mass[index] ?? 0) / 2;
  const p = index < 0 ? sum.lostLow : attainable[index] ?? 1;
  const last = sum.mass.length - 1;
  const pUpper = index > last ? sum.lostHigh : upwards[last - index] ?? 1;
  return { p, pUpper, midP: p - own, midPUpper: pUpper - own, attainable, attainableUpper: upwards };
}
function fisherLower(n0, s0, n1, s1) {
  return hypergeometricTails(s1, n0 + n1, s0 + s1, n1).lower;
}
function observedOf(stratum) {
  switch (stratum.kind) {
    case "labels":
      if (stratum.s0 > stratum.n0 || stratum.s1 > stratum.n1) {
        throw new RangeError(`more successes than trials: ${JSON.stringify(stratum)}`);
      }
      return stratum.s1;
    case "swaps":
      if (stratum.wins1 > stratum.discordant) {
        throw new RangeError(`more wins than discordant pairs: ${JSON.stringify(stratum)}`);
      }
      return stratum.wins1;
    case "blocks":
      return stratum.totals1.reduce((sum, total2) => sum + total2, 0);
    default:
      return stratum;
  }
}
function nullKey(stratum) {
  switch (stratum.kind) {
    case "labels":
      return `${stratum.n0} ${stratum.n1} ${stratum.s0 + stratum.s1}`;
    case "swaps":
      return `swaps ${stratum.discordant}`;
    case "blocks":
      return `blocks ${stratum.totals1.length} of ${allTotals(stratum).sort((a, b) => a - b)}`;
    default:
      return stratum;
  }
}
function nullOf(stratum) {
  switch (stratum.kind) {
    case "labels":
      return hypergeometricPmf(stratum.n0 + stratum.n1, stratum.s0 + stratum.s1, stratum.n1);
    case "swaps":
      return fairCoinPmf(stratum.discordant);
    case "blocks":
      return blockSumPmf(allTotals(stratum), stratum.totals1.length);
    default:
      return stratum;
  }
}
function allTotals({ totals0, totals1 }) {
  return [...totals0, ...totals1];
}
function prefixSums(mass, lost) {
  let sum = lost;
  const sums = mass.map((value) => {
    sum += value;
    return Math.min(1, sum);
  });
  sums[sums.length - 1] = 1;
  return sums;
}

// src/stats/case-plan.ts
var NO_STRAY_SHARE = 0.7;
var ONE_STRAY_SHARE = 0.3;
function planConfirmation(question) {
  const { n0, s0, level } = question;
  const noStray = fewest(
    question,
    { fresh: 0, test: question.n1 },
    NO_STRAY_SHARE * level,
    ({ fresh, test }) => fisherLower(n0 + fresh, s0 + fresh, test, 0)
  );
  const oneStray = noStray === null ? null : fewest(
    question,
    noStray,
    ONE_STRAY_SHARE * level,
    ({ fresh, test }) => Math.max(
      test === 0 ? 1 : fisherLower(n0 + fresh, s0 + fresh, test, 1),
      fresh === 0 ? 0 : fisherLower(n0 + fresh, s0 + fresh - 1, test, 0)
    )
  );
  return { noStray, oneStray };
}
function fewest(question, from, bound, p) {
  let best = null;
  let bestP = bound;
  const firstTotal = from.fresh + from.test;
  for (let total2 = firstTotal; best === null && total2 <= question.maxFresh + question.maxTest; total2++) {
    const least = Math.max(from.fresh, total2 - question.maxTest);
    const most = Math.min(question.maxFresh, total2 - from.test);
    for (let fresh = least; fresh <= most; fresh++) {
      const draws = { fresh, test: total2 - fresh };
      if (draws.fresh < draws.test - question.alone) continue;
      const value = p(draws);
      if (value <= bestP) {
        best = draws;
        bestP = value;
      }
    }
  }
  return best;
}

// src/stats/change-point.ts
var MIN_SIDE = 5;
function changePoint(bins, options) {
  const all4 = sumOf(bins);
  const logs = [];
  const early = { trials: 0, successes: 0 };
  for (const [index] of bins.entries()) {
    const before = bins[index - 1];
    early.trials += before?.trials ?? 0;
    early.successes += before?.successes ?? 0;
    const late = { trials: all4.trials - early.trials, successes: all4.successes - early.successes };
    const isInside = early.trials >= MIN_SIDE && late.trials >= MIN_SIDE;
    logs.push(
      isInside ? (logLikelihood(early) + logLikelihood(late)) / options.overdispersion : Number.NEGATIVE_INFINITY
    );
  }
  const most = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (most === Number.NEGATIVE_INFINITY || all4.successes === 0 || all4.successes === all4.trials) return null;
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  const posterior = weights.map((weight) => weight / sum);
  const best = logs.indexOf(most);
  const [first, second] = [sumOf(bins.slice(0, best)), sumOf(bins.slice(best))];
  return {
    posterior,
    ...hull(posterior, options.share),
    before: first.successes / first.trials,
    after: second.successes / second.trials
  };
}
function sumOf(bins) {
  const sum = { trials: 0, successes: 0 };
  for (const { trials, successes } of bins) {
    sum.trials += trials;
    sum.successes += successes;
  }
  return sum;
}
function logLikelihood({ trials, successes }) {
  return term(successes, trials) + term(trials - successes, trials);
}
function term(count3, trials) {
  return count3 === 0 ? 0 : count3 * Math.log(count3 / trials);
}
function hull(posterior, share) {
  const byWeight = posterior.map((weight, index) => ({ weight, index })).sort((a, b) => b.weight - a.weight);
  let held2 = 0;
  let [from, to] = [posterior.length, 0];
  for (const { weight, index } of byWeight) {
    from = Math.min(from, index);
    to = Math.max(to, index);
    held2 += weight;
    if (held2 >= share) break;
  }
  return { from, to };
}

// src/stats/cluster-bootstrap.ts
var DRAWS = 2e3;
function clusterBootstrap(clusters, { levels, random }) {
  const quantities = clusters[0]?.sums.length;
  if (quantities === void 0) throw new Error("expected a cluster, received none");
  const size = clusters.reduce((sum, cluster) => sum + cluster.size, 0) / clusters.length;
  const unseen = [size, -size].map((end2) => ({ size, sums: new Array(quantities).fill(end2) }));
  const pool = [...clusters, ...unseen];
  const means = Array.from({ length: quantities }, () => new Float64Array(DRAWS));
  const totals = new Float64Array(quantities);
  for (let draw = 0; draw < DRAWS; draw++) {
    let units = 0;
    totals.fill(0);
    for (let i = 0; i < pool.length; i++) {
      const drawn = pool[Math.floor(random() * pool.length)];
      units += drawn?.size ?? 0;
      for (let q = 0; q < quantities; q++) totals[q] = (totals[q] ?? 0) + (drawn?.sums[q] ?? 0);
    }
    for (let q = 0; q < quantities; q++) (means[q] ?? [])[draw] = (totals[q] ?? 0) / units;
  }
  return means.map((drawn, quantity) => {
    const beyond = Math.floor((1 - (levels[quantity] ?? 1)) / 2 * DRAWS);
    const sorted = drawn.sort();
    return { low: sorted[beyond] ?? -1, high: sorted[DRAWS - 1 - beyond] ?? 1 };
  });
}

// src/stats/design-effect.ts
function designEffect(units) {
  let ofTotals = 0;
  let ofMembers = 0;
  let degrees = 0;
  let squares = 0;
  let trials = 0;
  for (const { members, arms } of units) {
    for (const runs of arms) {
      const weight = Math.max(1, runs.length);
      squares += weight * members * members;
      trials += weight * members;
      degrees += Math.max(0, runs.length - 1);
      ofTotals += squaredDeviations(runs.map((run) => run.reduce((sum, outcome) => sum + outcome, 0)));
      for (let member2 = 0; member2 < members; member2++)
        ofMembers += squaredDeviations(runs.map((run) => run[member2] ?? 0));
    }
  }
  const most = trials === 0 ? 1 : squares / trials;
  const measured2 = ofMembers === 0 ? most : ofTotals / ofMembers;
  return Math.min(most, Math.max(1, (degrees * measured2 + most) / (degrees + 1)));
}
function squaredDeviations(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

// src/stats/distinct-sketch.ts
var INDEX_BITS = 10;
var REGISTERS = 2 ** INDEX_BITS;
var HASH_BITS = 32;
var MAX_RANK = HASH_BITS + 1;
var BIAS = 0.7213 / (1 + 1.079 / REGISTERS);
var DistinctSketch = class _DistinctSketch {
  #registers = new Uint8Array(REGISTERS);
  /** @throws RangeError for registers that no sketch has. */
  static of(registers) {
    if (registers.length !== REGISTERS || registers.some((rank) => rank > MAX_RANK))
      throw new RangeError(`a sketch of distinct texts has ${REGISTERS} registers up to ${MAX_RANK}`);
    const sketch = new _DistinctSketch();
    sketch.#registers.set(registers);
    return sketch;
  }
  get registers() {
    return this.#registers;
  }
  add(text3) {
    this.addHash(hashOf(text3));
  }
  /** The hash of a text, where several sketches take the same one. */
  addHash([high, low]) {
    const index = high >>> HASH_BITS - INDEX_BITS;
    const rank = Math.clz32(low) + 1;
    if (rank > (this.#registers[index] ?? 0)) this.#registers[index] = rank;
  }
  merge(other) {
    for (const [index, rank] of other.#registers.entries())
      if (rank > (this.#registers[index] ?? 0)) this.#registers[index] = rank;
  }
  estimate() {
    let sum = 0;
    let empty = 0;
    for (const rank of this.#registers) {
      sum += 2 ** -rank;
      if (rank === 0) empty += 1;
    }
    const raw = BIAS * REGISTERS * REGISTERS / sum;
    return raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw;
  }
};
function hashOf(text3) {
  let [a, b] = [2654435769 ^ text3.length, 2246822507];
  for (let at2 = 0; at2 < text3.length; at2 += 1) {
    const unit = text3.charCodeAt(at2);
    a = Math.imul(a ^ unit, 16777619);
    b = Math.imul(b + unit, 1540483477);
    b ^= b >>> 15;
  }
  return [finish(a ^ b >>> 7), finish(b ^ Math.imul(a, 3266489909))];
}
function finish(word) {
  let mixed = word;
  mixed = Math.imul(mixed ^ mixed >>> 16, 2246822507);
  mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
  return (mixed ^ mixed >>> 16) >>> 0;
}

// src/stats/e-detector.ts
var SHIFTS = [-4, -2, -1, -0.5, 0.5, 1, 2, 4];
var MAX_Z = 6;
var freshDetector = SHIFTS.map(() => Number.NEGATIVE_INFINITY);
function observe(detector, z) {
  const cut2 = Math.max(-MAX_Z, Math.min(MAX_Z, z));
  return detector.map((logR, index) => {
    const shift = SHIFTS[index] ?? 0;
    return Math.log1p(Math.exp(Math.min(logR, 700))) + shift * cut2 - shift * shift / 2;
  });
}
function evidence(detector) {
  const sum = detector.reduce((total2, logR) => total2 + Math.exp(Math.min(logR, 700)), 0);
  return sum / detector.length;
}

// src/stats/mixture.ts
var DEAD_SHARE = 0.25;
function maybeDead(logE) {
  return logSum([Math.log(1 - DEAD_SHARE), Math.log(DEAD_SHARE) + logE]);
}
function logMean(logs) {
  return logSum(logs) - Math.log(logs.length);
}
function logSum(logs) {
  const greatest = Math.max(...logs);
  return greatest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - greatest), 0));
}
function sumOf2(items, value) {
  return items.reduce((sum, item) => sum + value(item), 0);
}

// src/stats/e-process.ts
var DIFFUSE = [
  [0.95, 0.6],
  [0.95, 0.8],
  [0.8, 0.5],
  [0.6, 0.3]
];
var DEAD = [0.97, 0.04];
function pairsLogE(strata) {
  return logMixture(strata, pairsFactor);
}
function pairsFactor([rate0, rate1]) {
  const mean = (rate0 + rate1) / 2;
  const [success0, success1] = [Math.log(rate0 / mean), Math.log(rate1 / mean)];
  const [failure0, failure1] = [Math.log((1 - rate0) / (1 - mean)), Math.log((1 - rate1) / (1 - mean))];
  return ({ both, only0, only1, neither }) => both * (success0 + success1) + only0 * (success0 + failure1) + only1 * (failure0 + success1) + neither * (failure0 + failure1);
}
function logMixture(strata, factorOf) {
  const logE = (alternative) => sumOf2(strata, factorOf(alternative));
  const dead = factorOf(DEAD);
  return logMean([logMean(DIFFUSE.map(logE)), sumOf2(strata, (stratum) => maybeDead(dead(stratum)))]);
}

// src/stats/exact-limits.ts
function clopperPearson(successes, trials, confidence) {
  const tail = tailOf(successes, trials, confidence);
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : 1 - betaQuantile(tail, trials - successes, successes + 1)
  };
}
function jeffreys(successes, trials, confidence) {
  const tail = tailOf(successes, trials, confidence);
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, a, b),
    high: successes === trials ? 1 : 1 - betaQuantile(tail, b, a)
  };
}
function tailOf(successes, trials, confidence) {
  const areCounts = Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0;
  if (!areCounts || trials < 1 || successes > trials) {
    throw new RangeError(`interval of a rate: ${successes} successes of ${trials} trials`);
  }
  requireProbability(confidence);
  return (1 - confidence) / 2;
}

// src/stats/history-log-e.ts
var REMAINING = [0.9, 0.75, 0.6];
var DEAD_RATE = 0.04;
var ALIVE = 0.5;
var MOST_RATE = 0.995;
function historyLogE(strata) {
  const history = sumOf2(strata, ({ n0 }) => n0);
  if (history === 0) throw new RangeError("log e-value against a history: no stratum has one");
  const meanRate = sumOf2(strata, ({ s0 }) => s0) / history;
  const rateOf2 = ({ n0, s0 }) => Math.min(MOST_RATE, (s0 + meanRate) / (n0 + 1));
  const diffuse = REMAINING.map((share) => sumOf2(strata, (stratum) => logRatio(stratum, rateOf2(stratum), share)));
  const alive = strata.filter((stratum) => rateOf2(stratum) > ALIVE);
  const dead = sumOf2(alive, (stratum) => {
    const rate = rateOf2(stratum);
    return maybeDead(logRatio(stratum, rate, DEAD_RATE / rate));
  });
  return logMean([logMean(diffuse), dead]);
}
function logRatio({ n1, s1 }, rate, share) {
  return s1 * Math.log(share) + (n1 - s1) * Math.log((1 - share * rate) / (1 - rate));
}

// src/stats/holm.ts
var ROUNDING = 1 + 1e-9;
function discreteHolm(tests, unknown = 0) {
  const adjusted = tests.map(() => 1);
  const remaining = tests.map((test, index) => ({ test, index })).sort((a, b) => a.test.p - b.test.p);
  let greatest = 0;
  while (true) {
    const next = remaining[0];
    if (next === void 0) return adjusted;
    const tested = remaining.reduce((sum, { test }) => sum + attainedSize(test.attainable, next.test.p), 0);
    const charge = tested + unknown * next.test.p;
    greatest = Math.max(greatest, Math.min(1, charge));
    adjusted[next.index] = greatest;
    remaining.shift();
  }
}
function attainedSize(attainable, limit) {
  const bound = limit * ROUNDING;
  let low = 0;
  let high = attainable.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((attainable[middle] ?? 1) <= bound) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : attainable[low - 1] ?? 1;
}

// src/stats/kappa.ts
function cohenKappa(counts, confidence) {
  const { bothYes, onlyFirst, onlySecond, bothNo } = counts;
  const n = bothYes + onlyFirst + onlySecond + bothNo;
  if (n === 0) return null;
  const [yes, first, second, no] = [bothYes / n, onlyFirst / n, onlySecond / n, bothNo / n];
  const [firstYes, secondYes] = [yes + first, yes + second];
  const chance = firstYes * secondYes + (1 - firstYes) * (1 - secondYes);
  if (1 - chance < 1e-12) return null;
  const kappa = (yes + no - chance) / (1 - chance);
  const rest = 1 - kappa;
  const agreed = yes * (1 - (firstYes + secondYes) * rest) ** 2 + no * (1 - (2 - firstYes - secondYes) * rest) ** 2;
  const differed = rest ** 2 * (first * (secondYes + 1 - firstYes) ** 2 + second * (1 - secondYes + firstYes) ** 2);
  const variance2 = (agreed + differed - (kappa - chance * rest) ** 2) / (n * (1 - chance) ** 2);
  const margin = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance2));
  return { kappa, low: Math.max(-1, kappa - margin), high: Math.min(1, kappa + margin) };
}

// src/stats/kitagawa.ts
function kitagawa(groups) {
  const [before, after] = [total(groups, "before"), total(groups, "after")];
  if (before.size === 0 || after.size === 0) return null;
  const [rateBefore, rateAfter] = [before.successes / before.size, after.successes / after.size];
  const middle = (rateBefore + rateAfter) / 2;
  return {
    difference: rateAfter - rateBefore,
    groups: groups.map((group) => {
      const [w0, w1] = [group.before.size / before.size, group.after.size / after.size];
      const r0 = rateOf(group.before) ?? rateOf(group.after);
      const r1 = rateOf(group.after) ?? rateOf(group.before);
      if (r0 === null || r1 === null) return { mix: 0, rate: 0 };
      return { mix: (w1 - w0) * ((r0 + r1) / 2 - middle), rate: (r1 - r0) * (w0 + w1) / 2 };
    })
  };
}
function total(groups, side) {
  return groups.reduce(
    (sum, group) => ({
      size: sum.size + group[side].size,
      successes: sum.successes + group[side].successes
    }),
    { size: 0, successes: 0 }
  );
}
function rateOf({ size, successes }) {
  return size === 0 ? null : successes / size;
}

// src/stats/location-change.ts
function locationChange(series2, share) {
  if (series2.length < 2) return null;
  const logs = series2.map(
    (_, at2) => at2 === 0 ? Number.NEGATIVE_INFINITY : -(misfit(series2.slice(0, at2)) + misfit(series2.slice(at2))) / 2
  );
  const most = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  const posterior = weights.map((weight) => weight / sum);
  const best = logs.indexOf(most);
  return {
    posterior,
    ...hull(posterior, share),
    before: meanOf(series2.slice(0, best)),
    after: meanOf(series2.slice(best))
  };
}
function meanOf(series2) {
  let [sum, weights] = [0, 0];
  for (const { value, variance: variance2 } of series2) {
    sum += value / variance2;
    weights += 1 / variance2;
  }
  return sum / weights;
}
function misfit(series2) {
  const mean = meanOf(series2);
  return series2.reduce((total2, { value, variance: variance2 }) => total2 + (value - mean) ** 2 / variance2, 0);
}

// src/stats/log-gamma.ts
function logGamma(x) {
  if (!(x > 0)) throw new RangeError(`log-gamma: x must be > 0, got ${x}`);
  if (x === 1 || x === 2) return 0;
  return stirlingError(x) + (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2;
}

// src/stats/mde.ts
function mde80(question) {
  const { rate } = question;
  const z = { level: normalQuantile(1 - question.level), power: normalQuantile(0.8) };
  if (!isSeen(rate, question, z)) return null;
  let low = 0;
  let high = rate;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (isSeen(middle, question, z)) high = middle;
    else low = middle;
  }
  return high;
}
function isSeen(drop2, { strata, trials0, trials1, rate }, z) {
  const dropped = rate - drop2;
  const pooled2 = (trials0 * rate + trials1 * dropped) / (trials0 + trials1);
  const underNull = Math.sqrt(pooled2 * (1 - pooled2) * (1 / trials0 + 1 / trials1) / strata);
  const underDrop = Math.sqrt((rate * (1 - rate) / trials0 + dropped * (1 - dropped) / trials1) / strata);
  return drop2 >= z.level * underNull + z.power * underDrop;
}

// src/stats/quantile-sketch.ts
var ACCURACY = 0.01;
var GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
var LOG_GAMMA = Math.log(GAMMA);
var SMALLEST = 1e-9;
var LARGEST = 1e12;
var QuantileSketch = class _QuantileSketch {
  #bins = /* @__PURE__ */ new Map();
  #zeros = 0;
  #count = 0;
  /** @throws RangeError for bins that no sketch has. */
  static of(zeros, bins) {
    const sketch = new _QuantileSketch();
    if (!isCount(zeros) || !bins.every(([key, count3]) => Number.isSafeInteger(key) && isCount(count3)))
      throw new RangeError("the bins of a sketch are whole numbers with counts");
    sketch.#zeros = zeros;
    sketch.#count = zeros;
    for (const [key, count3] of bins) sketch.#add(key, count3);
    return sketch;
  }
  get count() {
    return this.#count;
  }
  get zeros() {
    return this.#zeros;
  }
  /** Ascending. */
  bins() {
    return [...this.#bins].sort(([a], [b]) => a - b);
  }
  /** `value` >= 0. */
  add(value) {
    if (value >= SMALLEST) this.#add(Math.ceil(Math.log(Math.min(value, LARGEST)) / LOG_GAMMA), 1);
    else {
      this.#zeros += 1;
      this.#count += 1;
    }
  }
  merge(other) {
    this.#zeros += other.#zeros;
    this.#count += other.#zeros;
    for (const [key, count3] of other.#bins) this.#add(key, count3);
  }
  /** The value below which a share `q` (0 to 1) of the numbers lies; null = there are none. */
  quantile(q) {
    if (this.#count === 0) return null;
    const rank = q * (this.#count - 1);
    let seen = this.#zeros;
    if (seen > rank) return 0;
    let last = 0;
    for (const [key, count3] of this.bins()) {
      seen += count3;
      last = binValue(key);
      if (seen > rank) break;
    }
    return last;
  }
  #add(key, count3) {
    this.#bins.set(key, (this.#bins.get(key) ?? 0) + count3);
    this.#count += count3;
  }
};
function binValue(key) {
  return 2 * GAMMA ** key / (GAMMA + 1);
}
function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

// src/stats/student-t.ts
function studentTTails(t, df) {
  if (Number.isNaN(t)) throw new RangeError("Student t: t must be a number, got NaN");
  const square = t * t;
  const beyond = incompleteBeta(df / (df + square), 1 / (1 + df / square), df / 2, 0.5);
  const small = beyond.lower / 2;
  const large = 0.5 + beyond.upper / 2;
  return t < 0 ? { lower: small, upper: large } : { lower: large, upper: small };
}
function studentTQuantile(p, df) {
  requireProbability(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  const t = tail === 0 ? Infinity : bisect((at2) => studentTTails(at2, df).upper > tail, 0, Infinity);
  return p < 0.5 ? -t : t;
}

// src/stats/normal-score.ts
var MOST2 = 8;
function zOf({ lower, upper }) {
  const z = lower < upper ? normalQuantile(Math.min(0.5, lower)) : -normalQuantile(Math.min(0.5, upper));
  return Math.max(-MOST2, Math.min(MOST2, z));
}
function normalOfT(t, degreesOfFreedom) {
  return degreesOfFreedom === 0 ? t : zOf(studentTTails(t, degreesOfFreedom));
}

// src/stats/phase.ts
function phaseOf(at2, period) {
  return (at2 % period + period) % period;
}

// src/stats/seasonal-location.ts
function seasonalLocation(bins, period) {
  if (bins.length === 0) return null;
  const fixed = phaseMeans(bins, period, 0);
  let [q, trace] = [0, 0];
  for (const { at: at2, location, variance: variance2 } of bins) {
    const phase = fixed[phaseOf(at2, period)];
    if (phase === void 0 || phase.weight === 0) continue;
    q += (location - phase.sum / phase.weight) ** 2 / variance2;
    trace += 1 / variance2 - 1 / variance2 ** 2 / phase.weight;
  }
  const degreesOfFreedom = bins.length - fixed.filter(({ weight }) => weight > 0).length;
  const between = trace > 0 ? Math.max(0, (q - degreesOfFreedom) / trace) : 0;
  const phases = phaseMeans(bins, period, between);
  return {
    location: (at2) => {
      const phase = phases[phaseOf(at2, period)];
      return phase === void 0 || phase.weight === 0 ? null : { mean: phase.sum / phase.weight, variance: 1 / phase.weight };
    },
    between,
    degreesOfFreedom
  };
}
function locationZ(bins, baseline) {
  let [sum, weights] = [0, 0];
  for (const { at: at2, location, variance: variance2 } of bins) {
    const known = baseline.location(at2);
    if (known === null) continue;
    const weight = 1 / (variance2 + baseline.between + known.variance);
    sum += weight * (location - known.mean);
    weights += weight;
  }
  return weights === 0 ? 0 : normalOfT(sum / Math.sqrt(weights), baseline.degreesOfFreedom);
}
function phaseMeans(bins, period, between) {
  const phases = Array.from({ length: period }, () => ({ weight: 0, sum: 0 }));
  for (const { at: at2, location, variance: variance2 } of bins) {
    const phase = phases[phaseOf(at2, period)];
    if (phase === void 0) continue;
    const weight = 1 / (variance2 + between);
    phase.weight += weight;
    phase.sum += weight * location;
  }
  return phases;
}

// src/stats/seasonal-rate.ts
var PSEUDO_TRIALS = 20;
function seasonalRate(bins, period) {
  const sums = Array.from({ length: period }, () => ({ trials: 0, successes: 0 }));
  let trials = 0;
  let successes = 0;
  for (const bin of bins) {
    const sum = sums[phaseOf(bin.at, period)];
    if (sum === void 0) continue;
    sum.trials += bin.trials;
    sum.successes += bin.successes;
    trials += bin.trials;
    successes += bin.successes;
  }
  if (trials === 0) return null;
  const overall = (successes + 0.5) / (trials + 1);
  const rates = sums.map((sum) => (sum.successes + PSEUDO_TRIALS * overall) / (sum.trials + PSEUDO_TRIALS));
  const rate = (at2) => rates[phaseOf(at2, period)] ?? overall;
  const phases = sums.filter((sum) => sum.trials > 0).length;
  const { rho, degreesOfFreedom } = noiseOf(bins, rate, phases);
  return {
    rate,
    trials: (at2) => sums[phaseOf(at2, period)]?.trials ?? 0,
    overdispersion: (n) => 1 + Math.max(0, n - 1) * rho,
    degreesOfFreedom
  };
}
function noiseOf(bins, rate, phases) {
  let chiSquare = 0;
  let used = 0;
  let others = 0;
  for (const { at: at2, trials, successes } of bins) {
    if (trials === 0) continue;
    const p = rate(at2);
    chiSquare += (successes - trials * p) ** 2 / (trials * p * (1 - p));
    used += 1;
    others += trials - 1;
  }
  const degreesOfFreedom = Math.max(0, used - phases);
  if (degreesOfFreedom === 0 || others === 0) return { rho: 0, degreesOfFreedom };
  return { rho: Math.max(0, (chiSquare * used / degreesOfFreedom - used) / others), degreesOfFreedom };
}
function seasonalZ(bins, baseline) {
  const trials = bins.reduce((sum, bin) => sum + bin.trials, 0);
  if (trials === 0) return 0;
  const expected = bins.reduce((sum, bin) => sum + bin.trials * baseline.rate(bin.at), 0);
  const seen = bins.reduce((sum, bin) => sum + bin.successes, 0);
  const isRare = expected * 2 <= trials;
  const rate = (at2) => isRare ? baseline.rate(at2) : 1 - baseline.rate(at2);
  let [variance2, ofBaseline] = [0, 0];
  for (const { at: at2, trials: n } of bins) {
    const own = n * rate(at2) * (1 - rate(at2)) * baseline.overdispersion(n);
    variance2 += own;
    ofBaseline += own * n / (baseline.trials(at2) + PSEUDO_TRIALS);
  }
  const rare = isRare ? { seen, expected } : { seen: trials - seen, expected: trials - expected };
  const score = countScore(rare.seen, rare.expected, variance2 / rare.expected, ofBaseline / variance2);
  return normalOfT(isRare ? score : -score, baseline.degreesOfFreedom);
}
function countScore(seen, expected, dispersion, ratio) {
  const [now, before] = [seen / dispersion, expected / ratio / dispersion];
  const share = ratio / (1 + ratio);
  const atLeast = now === 0 ? { lower: 1, upper: 0 } : betaTails(share, now, before + 1);
  const more = betaTails(share, now + 1, before);
  return zOf({ lower: (atLeast.upper + more.upper) / 2, upper: (atLeast.lower + more.lower) / 2 });
}

// src/stats/shapley.ts
function shapley(values) {
  const players = playersOf(values);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let share = 0;
    for (let coalition = 0; coalition < values.length; coalition++) {
      if ((coalition & bit) !== 0) continue;
      const weight = 1 / (players * choices(players - 1, sizeOf(coalition)));
      share += weight * ((values[coalition | bit] ?? 0) - (values[coalition] ?? 0));
    }
    return share;
  });
}
function dividends(values) {
  const left = [...values];
  for (let player = 0; player < playersOf(values); player++) {
    const bit = 1 << player;
    for (let coalition = 0; coalition < left.length; coalition++)
      if ((coalition & bit) !== 0) left[coalition] = (left[coalition] ?? 0) - (left[coalition ^ bit] ?? 0);
  }
  return left;
}
function playersOf(values) {
  const players = Math.round(Math.log2(values.length));
  if (values.length === 2 ** players) return players;
  throw new Error(`expected the values of all coalitions, received ${values.length}`);
}
function sizeOf(coalition) {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
function choices(size, chosen) {
  let count3 = 1;
  for (let i = 1; i <= chosen; i++) count3 = count3 * (size - chosen + i) / i;
  return count3;
}

// src/stats/survey-limits.ts
function surveyLimits(units, confidence) {
  return measured(units, confidence)?.limits ?? null;
}
var ROUNDING2 = 1e-12;
function measured(units, confidence) {
  const total2 = units.reduce((sum, { weight }) => sum + weight, 0);
  const mean = units.reduce((sum, { value, weight }) => sum + weight * value, 0) / total2;
  const strata = strataOf(units, mean, total2);
  const clusters = strata.reduce((sum, stratum) => sum + stratum.length, 0);
  const degrees = clusters - strata.length;
  if (degrees < 1) return null;
  const variance2 = strata.reduce((sum, stratum) => sum + varianceOf(stratum), 0);
  const squares = strata.flat().reduce((sum, { share }) => sum + share * share, 0);
  const rate = Math.min(1, Math.max(0, mean));
  const isAlike = variance2 < ROUNDING2 * squares;
  const effective = isAlike ? 1 / squares : Math.min(units.length, rate * (1 - rate) / variance2);
  const upper = (1 + confidence) / 2;
  const z = normalQuantile(upper);
  const trials = effective * (z / studentTQuantile(upper, degrees)) ** 2;
  return { mean: rate, limits: wilson({ rate, trials }, z) };
}
function surveyDifference(units, confidence) {
  const part2 = (sign) => units.map((unit) => ({ ...unit, value: Math.max(0, sign * unit.value) }));
  const [gain, loss] = [measured(part2(1), confidence), measured(part2(-1), confidence)];
  if (gain === null || loss === null) return null;
  const difference = gain.mean - loss.mean;
  return {
    low: Math.max(-1, difference - Math.hypot(gain.mean - gain.limits.low, loss.limits.high - loss.mean)),
    high: Math.min(1, difference + Math.hypot(gain.limits.high - gain.mean, loss.mean - loss.limits.low))
  };
}
function strataOf(units, mean, total2) {
  const strata = /* @__PURE__ */ new Map();
  for (const { value, weight, stratum, cluster } of units) {
    const clusters = strata.get(stratum) ?? /* @__PURE__ */ new Map();
    strata.set(stratum, clusters);
    const known = clusters.get(cluster) ?? { residual: 0, share: 0 };
    clusters.set(cluster, known);
    known.residual += weight * (value - mean) / total2;
    known.share += weight / total2;
  }
  const sorted = [...strata].sort(([a], [b]) => a < b ? -1 : 1).map(([, clusters]) => [...clusters.values()]);
  const [large, single] = [
    sorted.filter(({ length }) => length > 1),
    sorted.filter(({ length }) => length === 1).flat()
  ];
  const [first, ...rest] = large;
  if (single.length === 1 && first !== void 0) return [[...first, ...single], ...rest];
  return single.length === 0 ? large : [...large, single];
}
function varianceOf(clusters) {
  const centre = clusters.reduce((sum, { residual }) => sum + residual, 0) / clusters.length;
  const squares = clusters.reduce((sum, { residual }) => sum + (residual - centre) ** 2, 0);
  return squares * clusters.length / (clusters.length - 1);
}

// src/replay/http-exchange.ts
function readBody(incoming, maxBytes) {
  const chunks = [];
  let size = 0;
  return new Promise((resolve) => {
    incoming.on("data", (chunk) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.on(
      "end",
      () => resolve(size > maxBytes ? { kind: "too_large" } : { kind: "bytes", bytes: Buffer.concat(chunks) })
    );
    const aborted = () => resolve({ kind: "aborted" });
    incoming.on("error", aborted).on("close", aborted);
  });
}
async function readOtlpPost(call, path) {
  const read3 = await call.body();
  if (read3.kind === "aborted") return null;
  return {
    method: call.method,
    path,
    contentType: call.header("content-type") ?? "",
    contentEncoding: call.header("content-encoding") ?? "",
    body: read3.kind === "bytes" ? read3.bytes : null
  };
}
function nodeCall(incoming, outgoing, maxBytes) {
  const { method = "", url = "", headers } = incoming;
  return {
    ...{ method, url, node: { incoming, outgoing } },
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    body: () => readBody(incoming, maxBytes),
    reply: (reply) => {
      if (!outgoing.headersSent) send(outgoing, reply);
    },
    onLost: (act) => {
      outgoing.once("close", () => {
        if (!outgoing.writableFinished) act();
      });
    }
  };
}
function send(outgoing, reply) {
  if (outgoing.destroyed) return;
  const { body, contentType } = reply;
  const size = Buffer.byteLength(body);
  outgoing.writeHead(reply.httpStatus, { "content-type": contentType, "content-length": size, ...retryHeaders(reply) });
  outgoing.end(body);
}
function retryHeaders({ httpStatus }) {
  return httpStatus === 200 ? {} : { "x-should-retry": "false" };
}
var OWN_HEADERS = /* @__PURE__ */ new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"],
  ...["upgrade", "host", "content-length", "accept-encoding"]
]);
function passedOn(headers) {
  const kept = Object.entries(headers).filter(([name, value]) => !OWN_HEADERS.has(name) && value !== void 0);
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

// src/replay/otlp-endpoint.ts
var SIGNALS = {
  "v1/traces": "traces",
  "v1/logs": "logs",
  "v1/metrics": "metrics"
};
var JSON_TYPE = "application/json";
var PROTOBUF_TYPE = "application/x-protobuf";
var INFLATE = { gzip: $promisify($gunzip), zstd: $promisify($zstdDecompress) };
async function answerOtlp(post2, maxBytes, take) {
  const type = post2.contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const signal = Object.hasOwn(SIGNALS, post2.path) ? SIGNALS[post2.path] : void 0;
  if (signal === void 0)
    return failure(404, type, `expected ${Object.keys(SIGNALS).join(", ")}, received ${cut(post2.path, 60)}`);
  if (post2.method !== "POST") return failure(405, type, `expected POST, received ${cut(post2.method, 20)}`);
  if (type !== JSON_TYPE && type !== PROTOBUF_TYPE)
    return failure(415, type, `expected ${JSON_TYPE} or ${PROTOBUF_TYPE}, received ${cut(type, 60)}`);
  const plain2 = await decompressed(post2, maxBytes);
  if (plain2.kind === "refused") return failure(plain2.httpStatus, type, plain2.message);
  const form = type === JSON_TYPE ? { encoding: "json" } : { encoding: "protobuf", signal };
  const content = decodeOtlp(plain2.bytes, form, post2.path);
  take(content);
  const [problem] = content.problems;
  const isEmpty = content.spans.length + content.logs.length + content.droppedMetrics === 0;
  if (isEmpty && problem !== void 0) return failure(400, type, `${problem.reason}: ${problem.examples.join()}`);
  return { httpStatus: 200, contentType: type, body: type === JSON_TYPE ? "{}" : "" };
}
async function decompressed({ contentEncoding, body }, maxBytes) {
  if (body === null) return refused(413, tooLarge(maxBytes));
  if (contentEncoding === "" || contentEncoding === "identity") return { kind: "plain", bytes: body };
  if (contentEncoding !== "gzip" && contentEncoding !== "zstd")
    return refused(415, `expected no content encoding, gzip or zstd, received ${cut(contentEncoding, 60)}`);
  try {
    return { kind: "plain", bytes: await INFLATE[contentEncoding](body, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? refused(413, tooLarge(maxBytes)) : refused(400, `damaged ${contentEncoding}: ${messageOf(error)}`);
  }
}
function refused(httpStatus, message2) {
  return { kind: "refused", httpStatus, message: message2 };
}
function tooLarge(maxBytes) {
  return `the request is larger than ${maxBytes} bytes`;
}
var INVALID_ARGUMENT = 3;
function failure(httpStatus, type, message2) {
  if (type !== PROTOBUF_TYPE)
    return { httpStatus, contentType: JSON_TYPE, body: JSON.stringify({ code: INVALID_ARGUMENT, message: message2 }) };
  const text3 = Buffer.from(message2).subarray(0, 127);
  const body = Buffer.concat([Buffer.from([8, INVALID_ARGUMENT, 18, text3.length]), text3]);
  return { httpStatus, contentType: PROTOBUF_TYPE, body };
}

// src/replay/collector.ts
var MAX_REQUEST_BYTES = 64 * 1024 * 1024;
async function openCollector(host, port, take) {
  const server = $createServer((incoming, outgoing) => {
    const call = nodeCall(incoming, outgoing, MAX_REQUEST_BYTES);
    const path = call.url.split("?", 1)[0]?.replace(/^\//, "") ?? "";
    readOtlpPost(call, path).then(async (post2) => {
      if (post2 !== null) call.reply(await answerOtlp(post2, MAX_REQUEST_BYTES, take));
    }).catch((error) => {
      call.reply({
        httpStatus: 503,
        contentType: "application/json",
        body: JSON.stringify({ message: messageOf(error) })
      });
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    })
  };
}

// src/replay/environment.ts
var DUMMY_KEY = "pawl-dummy-key";
var FIXED = {
  // The agent's user may have no name in /etc/passwd; many programs then look here.
  USER: "pawl",
  LOGNAME: "pawl",
  LANG: "C.UTF-8",
  TZ: "UTC",
  OPENAI_API_KEY: DUMMY_KEY,
  ANTHROPIC_API_KEY: DUMMY_KEY,
  // Traces to api.openai.com, whatever the base URL; titles of conversations and telemetry.
  OPENAI_AGENTS_DISABLE_TRACING: "1",
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
  // Some SDKs speak gRPC by default; and spans should come while the trial still runs, not 5 s later.
  OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
  OTEL_BSP_SCHEDULE_DELAY: "200",
  OTEL_BLRP_SCHEDULE_DELAY: "200"
};
var KNOWN_SECRETS = [
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN"
];
var RUNNER_NAME = /^(ACTIONS|INPUT)_/i;
function agentEnvironment(options) {
  const refused2 = options.allow.filter((name) => isForbidden(name, options.keyNames));
  if (refused2.length > 0) throw new UserError(refused2.map(refusal));
  const result = {};
  for (const name of ["PATH", ...options.allow]) {
    const value = options.parent[name];
    if (value !== void 0) result[name] = value;
  }
  if (options.commands !== null) result.PATH = [options.commands, result.PATH].filter(Boolean).join(":");
  const urls = options.urls === null ? {} : urlEnvironment(options.urls);
  return { ...result, ...FIXED, HOME: options.home, TMPDIR: options.tmp, ...urls };
}
function secretsIn(parent, keyNames) {
  const isSecret = (name) => keyNames.includes(name) || KNOWN_SECRETS.includes(name) || /^INPUT_/i.test(name) && isSecretName(name);
  return Object.keys(parent).filter((name) => isSecret(name) && (parent[name] ?? "") !== "");
}
function isForbidden(name, keyNames) {
  return keyNames.includes(name) || isSecretName(name) || RUNNER_NAME.test(name);
}
function secretsOf({ keyNames, parentEnvironment }, spec) {
  if (spec.kind === "url") return [];
  return spec.environment.filter((name) => isForbidden(name, keyNames) && parentEnvironment[name]);
}
function refusal(name) {
  return {
    where: "agent.environment",
    message: `the agent may not see ${name}: keys, tokens, ACTIONS_* and INPUT_* stay out of it`,
    hint: "remove the name; the agent reaches its provider through the URLs and the dummy key that pawl gives it"
  };
}
function urlEnvironment(urls) {
  return {
    OPENAI_BASE_URL: urls.openai,
    ANTHROPIC_BASE_URL: urls.anthropic,
    PAWL_TOOLS_URL: urls.tools,
    PAWL_MCP_URL: urls.mcp,
    OTEL_EXPORTER_OTLP_ENDPOINT: urls.otlp
  };
}

// src/replay/process-tree.ts
var MARK_VARIABLE = "PAWL_PROCESS_TREE";
function processTree(rootPid, mark) {
  return { rootPid, mark, bornTicks: readProcess(rootPid)?.bornTicks ?? null };
}
var GRACE_STEPS_MS = [5, 10, 25, 60, 150, 250];
var GRACE_MS = 500;
var KILL_ROUNDS = 500;
var KILLER_TIMEOUT_MS = 1e3;
var FIRST_SIDE_USER = 60580;
var SIDE_USER_PAIRS = 300;
async function killTree(tree, rootEnd) {
  if (!signalTree(tree, "SIGTERM")) return;
  if (rootEnd === void 0 ? await isGoneInTime(tree) : await endsInTime(rootEnd)) return;
  for (let round = 0; round < KILL_ROUNDS && signalTree(tree, "SIGKILL"); round++) await $setTimeout(10);
}
async function isGoneInTime(tree) {
  for (const stepMs of GRACE_STEPS_MS) {
    await $setTimeout(stepMs);
    if (!signalTree(tree, 0)) return true;
  }
  return false;
}
async function endsInTime(rootEnd) {
  const timer = new AbortController();
  const late = $setTimeout(GRACE_MS, false, { signal: timer.signal }).catch(() => false);
  const first = await Promise.race([rootEnd.then(() => true), late]);
  timer.abort();
  return first;
}
function sideUserPairs(seed) {
  return Array.from({ length: SIDE_USER_PAIRS }, (_, i) => FIRST_SIDE_USER + 2 * ((seed + i) % SIDE_USER_PAIRS));
}
function processesOf(...uids) {
  return processIds().filter((pid) => {
    const status = read(`/proc/${pid}/status`) ?? "";
    const users = /^Uid:(.*)$/m.exec(status)?.[1]?.split(/\s+/) ?? [];
    return users.some((uid) => uid !== "" && uids.includes(Number(uid))) && !/^State:\s+[ZX]/m.test(status);
  });
}
async function killUser(uid) {
  if (uid < FIRST_SIDE_USER || uid >= FIRST_SIDE_USER + 2 * SIDE_USER_PAIRS) return;
  const options = { uid, gid: uid, cwd: "/", env: {}, timeout: KILLER_TIMEOUT_MS, killSignal: "SIGKILL" };
  for (let round = 0; round < KILL_ROUNDS; round++) {
    await $promisify($execFile)("/bin/sh", ["-c", "kill -s KILL -- -1"], options).catch(() => void 0);
    const left = processesOf(uid);
    if (left.length === 0) return;
    for (const pid of left) send2(pid, "SIGKILL");
    await $setTimeout(10);
  }
}
function signalTree(tree, signal) {
  const members = membersOf(tree) ?? [-tree.rootPid];
  return members.map((pid) => send2(pid, signal)).includes(true);
}
function send2(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
function membersOf(tree) {
  const all4 = readProcesses();
  if (all4 === null) return null;
  const mark = `${MARK_VARIABLE}=${tree.mark}`;
  const born = tree.bornTicks ?? 0;
  const isMarked = (pid) => read(`/proc/${pid}/environ`)?.split("\0").includes(mark) === true;
  let grown = all4.filter(
    ({ pid, group, session, bornTicks }) => group === tree.rootPid || session === tree.rootPid || bornTicks >= born && isMarked(pid)
  );
  const found = /* @__PURE__ */ new Set();
  while (grown.length > 0) {
    for (const one of grown) found.add(one.pid);
    grown = all4.filter((one) => found.has(one.parent) && !found.has(one.pid));
  }
  return [...found];
}
function readProcesses() {
  if (process.platform !== "linux") return null;
  return processIds().flatMap((pid) => readProcess(pid) ?? []);
}
function readProcess(pid) {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? ["Z"];
  const [state, parent, group, session] = fields;
  if (state === "Z" || state === "X") return null;
  return { pid, parent: Number(parent), group: Number(group), session: Number(session), bornTicks: Number(fields[19]) };
}
function processIds() {
  if (process.platform !== "linux") return [];
  return $readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
}
function read(path) {
  try {
    return $readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

// src/replay/side-users.ts
var held = /* @__PURE__ */ new Map();
async function takeUsers(seed = process.pid) {
  const accounts = await $readFile("/etc/passwd", "utf8").catch(() => "");
  const named = new Set(accounts.split("\n").map((line) => Number(line.split(":")[2])));
  for (const uid of sideUserPairs(seed)) {
    if (named.has(uid) || named.has(uid + 1)) continue;
    const holder = await hold(uid);
    if (holder === null) continue;
    held.set(uid, holder);
    if (processesOf(uid, uid + 1).length === 0) return uid;
    releaseUsers(uid);
  }
  return null;
}
function releaseUsers(uid) {
  held.get(uid)?.close();
  held.delete(uid);
}
function hold(uid) {
  const server = $createServer2((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen({ path: `\0pawl-users-${uid}`, exclusive: true }, () => resolve(server.unref()));
  });
}

// src/replay/isolation.ts
var PROBE_TIMEOUT_MS = 1e4;
var SWITCHED_OFF = { kind: "none", why: "switched off" };
var BUBBLEWRAP_ARGUMENTS = [
  ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/run"],
  ...["systemd/resolve", "resolvconf", "NetworkManager", "current-system"].flatMap((name) => [
    "--ro-bind-try",
    `/run/${name}`,
    `/run/${name}`
  ]),
  ...["--unshare-pid", "--unshare-ipc", "--die-with-parent", "--cap-drop", "ALL"]
];
async function chooseIsolation(policy, secrets, path) {
  const isolation = policy.mode === "off" ? SWITCHED_OFF : await bestIsolation(path === void 0 ? {} : { PATH: path });
  const closed = policy.network === "closed";
  if (isolation.kind !== "none") return closed ? { ...isolation, network: "closed" } : isolation;
  if (closed) {
    const message2 = `the agent's network is to be closed, and it runs without isolation: ${isolation.why}`;
    throw new UserError({
      where: "isolation.network",
      message: message2,
      hint: "install bubblewrap (bwrap), run pawl as root, or set isolation.network: open"
    });
  }
  if (policy.mode === "required") {
    const message2 = `isolation is required, and this machine offers none: ${isolation.why}`;
    throw new UserError({ where: "isolation", message: message2, hint: "install bubblewrap (bwrap), or run pawl as root" });
  }
  if (secrets.length > 0 && !policy.allowUnisolated) {
    throw new UserError({
      where: "isolation",
      message: `the agent could read ${secrets.join(", ")} from pawl's own process: no isolation (${isolation.why})`,
      hint: "install bubblewrap (bwrap), run pawl as root, or accept it with allow_unisolated: true"
    });
  }
  return isolation;
}
async function bestIsolation(environment) {
  const uid = await takeUsers();
  const noUid = uid === null ? "every user id that pawl may take is in use" : await whyNoUid(uid, environment);
  if (uid !== null && noUid === null) return { kind: "uid", uid };
  if (uid !== null) releaseUsers(uid);
  const noBubblewrap = await whyNoBubblewrap(environment);
  if (noBubblewrap === null) return { kind: "bubblewrap" };
  return { kind: "none", why: `another uid: ${noUid}; bubblewrap: ${noBubblewrap}` };
}
function releaseIsolation(isolation) {
  if (isolation.kind === "uid") releaseUsers(isolation.uid);
}
function userOf(isolation, side) {
  if (isolation.kind !== "uid") return null;
  return side === "base" ? isolation.uid : isolation.uid + 1;
}
async function endStrays(isolation, side) {
  const uid = userOf(isolation, side);
  if (uid !== null) await killUser(uid);
}
function wrapCommand(isolation, command, checkout, folder) {
  const cwd = $join(checkout.repo, folder);
  const shell = { file: "/bin/sh", args: ["-c", command], cwd };
  switch (isolation.kind) {
    case "none":
      return shell;
    case "uid": {
      const uid = userOf(isolation, checkout.side) ?? isolation.uid;
      return { ...shell, uid, gid: uid };
    }
    case "bubblewrap": {
      const seen = seenCheckout(isolation, checkout);
      const hidden = (checkout.hidden ?? []).flatMap((folder2) => ["--tmpfs", folder2]);
      const mounts = [...hidden, "--tmpfs", $dirname(seen.root), "--bind", checkout.root, seen.root];
      const args = [...BUBBLEWRAP_ARGUMENTS, ...mounts, "--chdir", $join(seen.repo, folder), shell.file, ...shell.args];
      return { file: "bwrap", args, cwd };
    }
    default:
      throw new Error(`unknown isolation ${isolation}`);
  }
}
function seenCheckout(isolation, checkout) {
  if (isolation.kind !== "bubblewrap") return checkout;
  const root = $join($dirname(checkout.root), "agent");
  return { root, repo: $join(root, "repo"), home: $join(root, "home"), tmp: $join(root, "tmp") };
}
async function handOver(isolation, checkout) {
  const uid = userOf(isolation, checkout.side);
  if (uid === null) return;
  await chownTree(checkout.root, uid);
  const repo = quote(checkout.repo);
  const ran = await runProbe(wrapCommand(isolation, `cd ${repo} && test -r . && test -w .`, checkout, "."), {});
  if (ran.why === null) return;
  throw new UserError({
    where: checkout.root,
    message: `uid ${uid}, which the agent is to run as, cannot work in this folder: ${ran.why}`,
    hint: "set TMPDIR to a folder that every user may pass through, such as /tmp"
  });
}
async function chownTree(folder, uid) {
  for (const entry of await $readdir(folder, { withFileTypes: true })) {
    const path = $join(folder, entry.name);
    if (entry.isDirectory()) await chownTree(path, uid);
    else await $lchown(path, uid, uid);
  }
  await $lchown(folder, uid, uid);
}
async function whyNoUid(uid, environment) {
  if (process.getuid?.() !== 0) return "pawl does not run as root";
  const script2 = `
    if (: < /proc/${process.pid}/environ) 2>/dev/null; then echo 'it can still read the environment of pawl' >&2; exit 1; fi
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then echo 'it may use sudo' >&2; exit 1; fi`;
  const launch = { file: "/bin/sh", args: ["-c", script2], cwd: "/", uid, gid: uid };
  return (await runProbe(launch, environment)).why;
}
async function whyNoBubblewrap(environment) {
  if (process.platform !== "linux") return "it is for Linux only";
  const args = [...BUBBLEWRAP_ARGUMENTS, "readlink", "/proc/self/ns/pid"];
  const ran = await runProbe({ file: "bwrap", args, cwd: "/" }, environment);
  if (ran.why !== null) return ran.why;
  const ours = await $readlink("/proc/self/ns/pid");
  return ran.stdout.trim() === ours ? "it has no pid namespace of its own" : null;
}
function quote(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
async function runProbe(launch, env) {
  const { file, args, ...options } = launch;
  try {
    const { stdout } = await $promisify($execFile)(file, args, { ...options, env, timeout: PROBE_TIMEOUT_MS });
    return { why: null, stdout };
  } catch (error) {
    const said2 = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    return { why: cut(said2 === "" ? messageOf(error) : said2, 300), stdout: "" };
  }
}

// src/replay/live-tools.ts
function toolsAt(url, timeoutMs) {
  return async (tool, args) => {
    const address = `${url.replace(/\/+$/, "")}/${encodeURIComponent(tool)}`;
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(args),
        signal: timeoutMs === null ? null : AbortSignal.timeout(timeoutMs)
      });
      const text3 = await response.text();
      const value = parseJson(text3) ?? text3;
      if (response.status === 200) return { kind: "result", value };
      if (response.status === 422)
        return { kind: "error", value: isJsonObject(value) && value.error !== void 0 ? value.error : value };
      return { kind: "failed", message: `${address} answered ${response.status}: ${cut(text3, 200)}` };
    } catch (error) {
      return { kind: "failed", message: `${address}: ${messageOf(error)}` };
    }
  };
}

// src/replay/turns.ts
var ConversationTurns = class {
  #said = [];
  #open = null;
  isOpen() {
    return this.#open !== null;
  }
  add(call, known) {
    const { messages } = call.request;
    const results = messages.flatMap(({ parts }) => parts.filter((part2) => part2.kind === "tool_result"));
    const open = this.#open ?? this.#openTurn(call);
    if (open === null) return { kind: "lost", reason: whyNoTurn(messages) };
    this.#open = open;
    for (const result of results) takeResult(open, result, known);
    const { model } = call.request;
    const { response, usage } = call.answer;
    open.steps.push({ kind: "model_call", model, requestKey: call.requestKey, response, usage });
    for (const part2 of response?.parts ?? [])
      if (part2.kind === "tool_call") open.pending.set(part2.id, { name: part2.name, arguments: part2.arguments });
    if (open.pending.size > 0) return { kind: "open" };
    const output = textOf(response?.parts ?? []);
    this.#said = [...open.messages, { role: "assistant", content: output }];
    this.#open = null;
    return { kind: "turn", turn: { input: { messages: open.messages }, steps: open.steps, output, model: open.model } };
  }
  #openTurn({ request, continues }) {
    const { messages, model } = request;
    if (messages.at(-1)?.role !== "user" || messages.some(hasOther)) return null;
    const texts = saidIn(messages);
    return {
      messages: continues.length > 0 ? [...this.#said, ...texts] : texts,
      steps: [],
      pending: /* @__PURE__ */ new Map(),
      model
    };
  }
};
function takeResult(open, result, known) {
  const call = open.pending.get(result.id);
  if (call === void 0) return;
  open.pending.delete(result.id);
  const onTheWire = { kind: result.isError ? "error" : "result", value: result.result };
  const made = known(call) ?? { call, outcome: onTheWire };
  open.steps.push({ kind: "tool_call", name: made.call.name, arguments: call.arguments, outcome: made.outcome });
}
function whyNoTurn(messages) {
  if (messages.some(hasOther)) return "its messages hold what a case cannot (an image, a file)";
  return "it had begun before pawl listened";
}
function hasOther({ role, parts }) {
  return role === "user" && parts.some((part2) => part2.kind === "other");
}
function saidIn(messages) {
  return messages.flatMap(({ role, parts }, index) => {
    if (role === "user") return [{ role, content: textOf(parts) }];
    const isFinal = messages[index + 1]?.role === "user" && parts.every((part2) => part2.kind !== "tool_call");
    return role === "assistant" && isFinal ? [{ role, content: textOf(parts) }] : [];
  });
}
function textOf(parts) {
  return parts.flatMap((part2) => part2.kind === "text" ? [part2.text] : []).join("");
}

// src/replay/conversations.ts
var MAX_CONVERSATIONS = 1e4;
var MAX_TOOL_CALLS = 1e3;
var Conversations = class {
  #named = /* @__PURE__ */ new Map();
  #kept = /* @__PURE__ */ new Map();
  #byHistory = /* @__PURE__ */ new Map();
  #live = /* @__PURE__ */ new Set();
  #toolCalls = [];
  #count = 0;
  #unasked = 0;
  add(call) {
    const conversation = this.#find(call) ?? this.#begin();
    const end2 = conversation.turns.add(call, (asked) => this.#made(asked));
    this.#remember(conversation, call);
    if (end2.kind === "turn") conversation.ended += 1;
    return { conversation: conversation.number, turn: conversation.ended, end: end2 };
  }
  /** A tool call that the agent made through pawl: the model's wire alone does not always tell an error from a result. */
  tool(made) {
    this.#toolCalls.push(made);
    if (this.#toolCalls.length <= MAX_TOOL_CALLS) return;
    this.#toolCalls.shift();
    this.#unasked += 1;
  }
  /** Tool calls that passed and whose result no model was told: no turn holds them. */
  unasked() {
    return this.#unasked + this.#toolCalls.length;
  }
  /** Turns whose answer has not come. */
  open() {
    return [...this.#live].filter(({ turns }) => turns.isOpen()).length;
  }
  /** The first of those that are most alike. */
  #made(asked) {
    const text3 = canonicalJson(asked.arguments);
    const likeness = this.#toolCalls.map(
      ({ call }) => canonicalJson(call.arguments) === text3 ? nameLikeness(asked.name, call.name) : 0
    );
    const most = Math.max(0, ...likeness);
    return most === 0 ? null : this.#toolCalls.splice(likeness.indexOf(most), 1)[0] ?? null;
  }
  #find({ conversation, continues, request }) {
    if (conversation !== null) return this.#named.get(conversation);
    const kept = continues.flatMap((id) => this.#kept.get(id) ?? []);
    return kept.at(-1) ?? this.#continued(request.messages);
  }
  /** The longest history counts. */
  #continued(messages) {
    const keys = historyKeys(messages);
    for (let length = messages.length - 1; length > 0; length -= 1) {
      if (messages[length]?.role !== "assistant") continue;
      const answer = answerIn(messages.slice(length));
      const found = this.#byHistory.get(keys[length - 1] ?? "")?.find((one) => one.answer === answer);
      if (found !== void 0) return found;
    }
    return void 0;
  }
  #begin() {
    this.#count += 1;
    const begun = { number: this.#count, turns: new ConversationTurns(), ended: 0, historyKey: "", answer: "" };
    const oldest = this.#live.size < MAX_CONVERSATIONS ? void 0 : this.#live.values().next().value;
    if (oldest !== void 0) this.#forget(oldest);
    return begun;
  }
  #remember(conversation, call) {
    this.#unindex(conversation);
    this.#live.delete(conversation);
    this.#live.add(conversation);
    if (call.conversation !== null) this.#named.set(call.conversation, conversation);
    for (const id of call.keptAs) this.#kept.set(id, conversation);
    conversation.historyKey = historyKeys(call.request.messages).at(-1) ?? "";
    conversation.answer = answerIn(call.answer.response === null ? [] : [call.answer.response]);
    const others = this.#byHistory.get(conversation.historyKey) ?? [];
    this.#byHistory.set(conversation.historyKey, [...others, conversation]);
  }
  #unindex(conversation) {
    const others = this.#byHistory.get(conversation.historyKey)?.filter((one) => one !== conversation) ?? [];
    if (others.length === 0) this.#byHistory.delete(conversation.historyKey);
    else this.#byHistory.set(conversation.historyKey, others);
  }
  #forget(conversation) {
    this.#unindex(conversation);
    this.#live.delete(conversation);
    for (const index of [this.#named, this.#kept])
      for (const [key, one] of index) if (one === conversation) index.delete(key);
  }
};
function historyKeys(messages) {
  let key = "";
  return messages.map((message2) => {
    key = sha256(`${key}${hashJson(message2)}`);
    return key;
  });
}
function answerIn(messages) {
  const end2 = messages.findIndex(({ role }) => role !== "assistant");
  const parts = messages.slice(0, end2 === -1 ? void 0 : end2).flatMap((message2) => message2.parts);
  const texts = parts.flatMap((part2) => part2.kind === "text" ? [part2.text] : []);
  const ids = parts.flatMap((part2) => part2.kind === "tool_call" ? [part2.id] : []);
  return JSON.stringify([texts.join("").trim(), ids]);
}
function nameLikeness(told, made) {
  if (told === made) return 3;
  const dot = made.indexOf(".");
  if (dot === -1) return 0;
  const [name, server, tool] = [told, made.slice(0, dot), made.slice(dot + 1)].map((text3) => plain(text3));
  if (name === void 0 || server === void 0 || tool === void 0) return 0;
  if (name === tool || name.endsWith(`_${server}_${tool}`) || name === `${server}_${tool}`) return 2;
  return name.endsWith(`_${tool}`) ? 1 : 0;
}
function plain(name) {
  return name.replaceAll(/[^A-Za-z0-9]+/g, "_");
}

// src/replay/lent-answers.ts
function withLent(store, answers) {
  if (answers.length === 0) return store;
  const lent = new Map(answers.map(({ key, answer }) => [key, answer]));
  return {
    ...store,
    has: (key) => store.has(key) || lent.has(key),
    answer: (key) => store.answer(key) ?? lent.get(key) ?? null
  };
}

// src/replay/child.ts
var DRAIN_MS = 150;
var TAIL_LENGTH = 8192;
var MAX_STDERR_LINE = 2e3;
function startChild(launch, environment, onStderr) {
  const mark = $randomBytes(12).toString("hex");
  const { file, args, ...options } = launch;
  try {
    const env = { ...environment, [MARK_VARIABLE]: mark };
    return watch(launch, $spawn(file, args, { ...options, env, detached: true, stdio: "pipe" }), mark, onStderr);
  } catch (error) {
    const exit = Promise.resolve(neverStarted(launch, error));
    return {
      stdin: new $PassThrough(),
      stdout: $Readable.from([]),
      exit,
      hasEnded: () => true,
      processes: () => [],
      kill: () => exit
    };
  }
}
function watch(launch, child, mark, onStderr) {
  const { stdin, stdout, stderr } = child;
  const tail = readStderr(stderr, onStderr);
  stdin.on("error", () => void 0);
  const tree = child.pid === void 0 ? null : processTree(child.pid, mark);
  const rootEnd = new Promise((resolve) => child.once("exit", resolve));
  const exit = ended(child, tree).then(
    (end2) => ({ ...end2, stderrTail: tail() }),
    (error) => neverStarted(launch, error)
  );
  const hasEnded = () => tree === null || child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (tree !== null && !hasEnded()) await killTree(tree, rootEnd);
    return exit;
  };
  const processes = () => tree === null ? [] : membersOf(tree);
  return { stdin, stdout, exit, hasEnded, processes, kill };
}
async function ended(child, tree) {
  const closed = new Promise((resolve) => child.once("close", () => resolve()));
  const end2 = await new Promise((resolve, reject) => {
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
    child.on("error", reject);
  });
  if (tree !== null) await killTree(tree);
  await Promise.race([closed, $setTimeout(DRAIN_MS, void 0, { ref: false }).then(() => $setImmediate())]);
  child.stdout.destroy();
  child.stderr.destroy();
  return end2;
}
function neverStarted(launch, error) {
  const message2 = `could not start ${launch.file} in ${launch.cwd}: ${messageOf(error)}`;
  return { exitCode: null, signal: null, stderrTail: message2 };
}
function readStderr(stream, onLine) {
  let tail = "";
  let line = "";
  stream.setEncoding("utf8").on("data", (text3) => {
    tail = (tail + text3).slice(-TAIL_LENGTH);
    if (onLine === void 0) return;
    const lines = (line + text3).split("\n");
    line = lines.pop() ?? "";
    for (const one of lines) onLine(one.slice(0, MAX_STDERR_LINE));
    if (line.length > MAX_STDERR_LINE) {
      onLine(line.slice(0, MAX_STDERR_LINE));
      line = "";
    }
  });
  stream.once("close", () => {
    if (line !== "") onLine?.(line);
  });
  return () => tail.trim();
}

// src/replay/mcp/launcher.ts
var LAUNCHER_FOLDER = "bin";
var PROGRAMS = ["../../cli.ts", "cli.js", "../cli.js"].map((path) => $join(import.meta.dirname, path));
async function writeLauncher({ root }) {
  const program = PROGRAMS.find((path) => $existsSync(path));
  if (program === void 0) throw new Error(`none of these is pawl's own command line: ${PROGRAMS.join(", ")}`);
  const folder = $join(root, LAUNCHER_FOLDER);
  await $mkdir(folder);
  const words = [process.execPath, program].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await $writeFile($join(folder, "pawl"), `#!/bin/sh
exec ${words.join(" ")} "$@"
`, { mode: 493 });
}

// src/replay/agent-site.ts
function startAt(site, command, urls, {
  more = {},
  onStderr
} = {}) {
  const launch = wrapCommand(site.isolation, command, site.checkout, site.spec.root);
  return startChild(site.network?.enter(launch) ?? launch, { ...environmentAt(site, urls), ...more }, onStderr);
}
function startServerAt(site, spec, secrets) {
  const launch = wrapCommand(site.isolation, spec.command, site.checkout, site.spec.root);
  const held2 = new Set(secretsOf(site, spec));
  const own = spec.environment.flatMap((name) => {
    const value = site.parentEnvironment[name];
    return value === void 0 || held2.has(name) && secrets === "no_secrets" ? [] : [[name, value]];
  });
  const child = startChild(launch, { ...environmentAt(site, null), ...Object.fromEntries(own) });
  return hideSecrets(
    child,
    own.flatMap(([name, value]) => held2.has(name) ? [value] : [])
  );
}
function hideSecrets(child, values) {
  const clean = (exit) => {
    const tail = values.reduce((rest, value) => rest.replaceAll(value, "[redacted:secret]"), exit.stderrTail);
    return { ...exit, stderrTail: redactText(tail).text };
  };
  return { ...child, exit: child.exit.then(clean), kill: () => child.kill().then(clean) };
}
function environmentAt(site, urls) {
  const { root, home, tmp } = seenCheckout(site.isolation, site.checkout);
  const commands = Object.keys(site.spec.mcpServers).length === 0 ? null : $join(root, LAUNCHER_FOLDER);
  const { parentEnvironment: parent, keyNames } = site;
  return agentEnvironment({ parent, allow: site.spec.environment, keyNames, urls, home, tmp, commands });
}
async function probeAgent(site) {
  await checkFolder(site);
  const word = firstWord(site.spec.command);
  if (word === null) return;
  const search = word.includes("/") ? `test -f ${word} && test -x ${word} && echo ${word}` : `command -v ${word}`;
  const look = async (isolation) => {
    const launch = wrapCommand(isolation, search, site.checkout, site.spec.root);
    return (await runProbe(launch, environmentAt(site, null))).stdout.trim();
  };
  if (await look(site.isolation) !== "") return;
  const outside = site.isolation.kind === "none" ? "" : await look({ kind: "none", why: "to compare" });
  throw new UserError(outside === "" ? notFound(site, word) : outOfReach(site, word, outside));
}
async function checkFolder(site) {
  const { root } = site.spec;
  const found = await $stat($join(site.checkout.repo, root)).catch(() => null);
  if (found?.isDirectory() === true) return;
  const message2 = `${root} is ${found === null ? "missing" : "no folder"} on the side of ${site.checkout.side}`;
  throw new UserError({ where: "agent.root", message: message2, hint: "name the folder of the agent, from the repository root" });
}
function notFound(site, word) {
  return {
    where: "agent.command",
    message: `${word} is not found on the side of ${site.checkout.side} (PATH ${site.parentEnvironment.PATH ?? "is not set"})`,
    hint: "install it before pawl runs, or let agent.setup install it into the checkout and start it from there"
  };
}
function outOfReach(site, word, outside) {
  const uid = userOf(site.isolation, site.checkout.side);
  const who = uid === null ? "the sandbox" : `uid ${uid}, which the agent runs as,`;
  return {
    where: "agent.command",
    message: `${who} cannot reach ${word}: it is ${outside} for pawl itself`,
    hint: "install it where every user may read it (such as /usr/local), not below a home folder that is closed"
  };
}
function firstWord(command) {
  const words = command.trim().split(/\s+/);
  const word = words.find((one) => one !== "exec" && !/^\w+=[\w./:-]*$/.test(one)) ?? "";
  return /^[\w./+@-]+$/.test(word) && !word.startsWith("-") ? word : null;
}

// node_modules/yocto-queue/index.js
var Node = class {
  value;
  next;
  constructor(value) {
    this.value = value;
  }
};
var Queue = class {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = new Node(value);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    if (!this.#head) {
      this.#tail = void 0;
    }
    return current.value;
  }
  peek() {
    if (!this.#head) {
      return;
    }
    return this.#head.value;
  }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  *drain() {
    while (this.#head) {
      yield this.dequeue();
    }
  }
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run = async (function_, resolve, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
    enqueue(function_, resolve, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          for (const promise of promises) {
            promise.catch(() => {
            });
          }
          throw error;
        }
        return Promise.all(promises);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}

// src/replay/worktree.ts
var PARENT_NAME = /^pawl-checkouts-(\d+)-\w+$/;
async function makeCheckoutParent(repository, tmpdir) {
  const place = await $realpath(tmpdir);
  await removeLeftovers(repository, place);
  const parent = await $mkdtemp($join(place, `pawl-checkouts-${process.pid}-`));
  await $chmod(parent, 457);
  return parent;
}
async function openCheckout(options) {
  const { repository, side, source } = options;
  const root = $join(options.parentDir, side);
  const { repo, home, tmp } = foldersIn(root);
  const close = async () => {
    const found = await $lstat(root).catch(() => null);
    if (found !== null) await killUser(found.uid);
    await removeTree(repository, root);
    if (source.kind === "commit") await git(repository, ["worktree", "remove", "--force", "--force", repo]);
    await $rmdir(options.parentDir).catch(() => void 0);
  };
  await $mkdir(root, { mode: 448 });
  for (const folder of [home, tmp]) await $mkdir(folder);
  try {
    if (source.kind === "commit") await addWorktree(repository, repo, source.sha);
    else await copyWorkingTree(repository, repo);
  } catch (error) {
    await removeTree(repository, root);
    throw new UserError({
      where: repository.path,
      message: `cannot check out ${source.kind === "commit" ? source.sha : "the working tree"} for ${side}: ${messageOf(error)}`,
      hint: hintFor(messageOf(error))
    });
  }
  return { side, root, repo, home, tmp, hidden: repository.hidden ?? [], close };
}
async function copyCheckout(repository, checkout) {
  const side = checkout.side === "base" ? "head" : "base";
  const root = $join($dirname(checkout.root), side);
  const close = async () => {
    const found = await $lstat(root).catch(() => null);
    if (found !== null) await killUser(found.uid);
    await removeTree(repository, root);
  };
  try {
    await $mkdir(root, { mode: 448 });
    await $cp(checkout.root, root, { recursive: true, verbatimSymlinks: true, mode: $constants2.COPYFILE_FICLONE });
  } catch (error) {
    await removeTree(repository, root);
    throw error;
  }
  return { side, root, ...foldersIn(root), hidden: repository.hidden ?? [], close };
}
function foldersIn(root) {
  return { repo: $join(root, "repo"), home: $join(root, "home"), tmp: $join(root, "tmp") };
}
function hintFor(message2) {
  if (/invalid reference|not a valid object|unable to read tree|bad object/i.test(message2))
    return "is the commit here? A shallow clone needs fetch-depth: 0";
  if (/read-only file system|permission denied/i.test(message2))
    return "pawl must be able to write to the .git folder (where git lists its worktrees) and to the temporary folder";
  if (/no space left/i.test(message2)) return "make room, or set TMPDIR to a folder with more";
  return null;
}
async function addWorktree(repository, path, sha) {
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) throw new Error("expected a full commit hash");
  await git(repository, ["worktree", "add", "--detach", "--end-of-options", path, sha]);
}
async function copyWorkingTree(repository, target) {
  await $mkdir(target);
  const listed = await git(repository, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const source = await $realpath(repository.path);
  const folders = /* @__PURE__ */ new Map();
  const makeFolder = async (folder) => {
    const real = await $realpath($join(source, folder)).catch(() => null);
    if (real !== $join(source, folder)) return false;
    await $mkdir($join(target, folder), { recursive: true });
    return true;
  };
  const copy = async (path) => {
    const folder = $dirname(path);
    const made = folders.get(folder) ?? makeFolder(folder);
    folders.set(folder, made);
    if (await made) await copyOne($join(source, path), $join(target, path));
  };
  const limit = pLimit(32);
  const paths = new Set(listed.split("\0").filter((path) => path !== ""));
  await Promise.all([...paths].map((path) => limit(copy, path)));
  await addLeftOut(repository, target);
}
async function addLeftOut(repository, target) {
  const tagged = (await git(repository, ["ls-files", "-z", "-t", "--cached"])).split("\0");
  const leftOut = tagged.flatMap((line) => line.startsWith("S ") ? [line.slice(2)] : []);
  const copied = await Promise.all(leftOut.map((path) => $lstat($join(target, path)).catch(() => null)));
  const lacking = leftOut.flatMap((path, index) => copied[index] === null ? [`${path}\0`] : []).join("");
  if (lacking === "") return;
  const to = ["checkout-index", "-z", "--stdin", "--ignore-skip-worktree-bits", `--prefix=${target}/`];
  await git(repository, to, lacking);
}
async function copyOne(from, to) {
  const found = await $lstat(from).catch(() => null);
  if (found === null || found.isDirectory()) return;
  if (found.isSymbolicLink()) await $symlink(await $readlink(from), to);
  else if (found.isFile()) await $copyFile(from, to);
}
async function removeLeftovers(repository, place) {
  const listed = await git(repository, ["worktree", "list", "--porcelain"]);
  const parents = (await $readdir(place)).filter(isLeftover);
  for (const parent of parents) {
    const path = $join(place, parent);
    const found = await $lstat(path);
    if (found.isDirectory() && found.uid === process.getuid?.()) await removeTree(repository, path);
  }
  const worktrees = listed.split("\n").flatMap((line) => line.startsWith("worktree ") ? [line.slice(9)] : []);
  for (const path of worktrees.filter((one) => isLeftover($basename($dirname($dirname(one)))))) {
    await git(repository, ["worktree", "remove", "--force", "--force", path]);
  }
}
function isLeftover(name) {
  const pid = PARENT_NAME.exec(name)?.[1];
  if (pid === void 0) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
async function removeTree(repository, path) {
  const options = { recursive: true, force: true, maxRetries: 3 };
  try {
    await $rm(path, options);
  } catch {
    await $promisify($execFile)("chmod", ["-R", "u+rwX", "--", path], { env: environmentOf(repository) });
    await $rm(path, options);
  }
}
function environmentOf({ parentEnvironment: { PATH, HOME } }) {
  return { PATH, HOME, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
}
async function git(repository, args, input = "") {
  const safe = [
    "core.hooksPath=/dev/null",
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "core.fsmonitor=false",
    "core.sparseCheckout=false"
  ];
  const all4 = ["-C", repository.path, ...safe.flatMap((setting) => ["-c", setting]), ...args];
  try {
    const running = $promisify($execFile)("git", all4, { env: environmentOf(repository), maxBuffer: 1024 ** 3 });
    running.child.stdin?.on("error", () => void 0).end(input);
    return (await running).stdout;
  } catch (error) {
    const said2 = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw new Error(cut(said2 === "" ? messageOf(error) : said2, 500));
  }
}

// src/replay/mcp/apart.ts
async function openApart(site, repository) {
  const needed = Object.values(site.spec.mcpServers).some((spec) => secretsOf(site, spec).length > 0);
  if (!needed || site.isolation.kind === "none") return null;
  const checkout = await copyCheckout(repository, site.checkout);
  try {
    await handOver(site.isolation, checkout);
    return { ...site, checkout };
  } catch (error) {
    await checkout.close();
    throw error;
  }
}

// src/replay/tool-endpoint.ts
async function answerTool(trial, tool, args) {
  const outcome = await callTool(trial, tool, args);
  if (outcome.kind === "result") return { httpStatus: 200, body: outcome.value };
  if (outcome.kind === "error") return { httpStatus: 422, body: { error: outcome.value } };
  return { httpStatus: 404, body: { error: outcome.reason } };
}
async function callTool(trial, tool, args) {
  const place = trial.recorder.place();
  if (trial.liveTools === null) return settleCall(trial, await resolveCall(trial, tool, args), "served", place);
  const outcome = await trial.liveTools(tool, args);
  if (outcome.kind !== "failed")
    return settleCall(trial, { tool, args, outcome, match: "live", recordedAs: null }, "served", place);
  trial.recorder.providerFailed({ httpStatus: null, message: outcome.message });
  trial.stop(outcome.message);
  return { kind: "missing", reason: outcome.message };
}
async function resolveCall(trial, tool, args) {
  const told = trial.toolbox.has(tool) ? null : trial.told;
  const checked = (told ?? trial.toolbox).check(tool, args);
  if (checked.kind === "invalid" || trial.renames.isRemoved(tool)) {
    const why = checked.kind === "invalid" ? checked.problems.join("; ") : "there is no such tool";
    const outcome = { kind: "error", value: `invalid arguments for ${cut(tool, 80)}: ${why}` };
    return { tool, args, outcome, match: "schema_error", recordedAs: null };
  }
  const mapped = trial.renames.toBase(tool, args);
  const { unrecorded } = mapped;
  if (unrecorded !== null && !trial.policy.isReadOnly(mapped.name))
    return resolveUnrecorded(trial, tool, args, mapped, unrecorded);
  const hit = trial.tape.next(mapped);
  if (hit !== null) return { tool, args, ...foundOnTape(mapped, hit) };
  const reason = missReason(trial, tool, mapped);
  return { tool, args, recordedAs: inRecordedTerms(mapped), ...await answerMiss(trial, mapped, reason) };
}
async function resolveUnrecorded(trial, tool, args, mapped, { given, arguments: whole }) {
  const call = { ...mapped, arguments: whole };
  const parameters = given.map(({ parameter }) => parameter);
  const reason = `head added ${parameters.map((one) => cut(one, 80)).join(", ")} to the state-changing tool ${cut(tool, 80)}: no recording can know what a call that gives it does`;
  const unrecorded = { parameters, arguments: mapped.arguments };
  return { tool, args, recordedAs: inRecordedTerms(call), unrecorded, ...await answerMiss(trial, call, reason) };
}
function foundOnTape(mapped, hit) {
  const { outcome, normalisations, recorded } = hit;
  const rewritten = normalisations.length > 0;
  const match = matchOf(mapped, hit);
  if (!rewritten) return { outcome, match, recordedAs: inRecordedTerms(mapped) };
  return { outcome, match, recordedAs: recorded, normalisations };
}
function matchOf(mapped, { otherCase, otherState, normalisations }) {
  if (otherCase) return "other_case";
  if (otherState) return "other_state";
  if (mapped.changed) return "renamed";
  return normalisations.length > 0 ? "normalised" : "exact";
}
function inRecordedTerms(mapped) {
  return mapped.changed ? { name: mapped.name, arguments: mapped.arguments } : null;
}
async function answerMiss(trial, mapped, reason) {
  const policy = trial.policy.onMiss(mapped.name);
  const miss = (why) => ({ outcome: { kind: "missing", reason: why }, match: "miss" });
  switch (policy.kind) {
    case "stop":
    case "error":
      return miss(reason);
    case "nearest": {
      const outcome = trial.tape.nearest(mapped);
      return outcome === null ? miss(reason) : { outcome, match: "nearest" };
    }
    case "simulate":
    case "live": {
      const { theCase, recorder } = trial;
      const asked = { theCase, number: recorder.number, call: mapped, before: recorder.toolCalls() };
      const outcome = await trial.standIns.ask(policy, asked);
      if (outcome.kind === "failed") return miss(`${reason}, and on_miss: ${policy.kind} failed: ${outcome.message}`);
      if (outcome.kind === "result" && !trial.policy.isReadOnly(mapped.name)) trial.tape.changed(mapped);
      return { outcome, match: policy.kind === "live" ? "live" : "simulated" };
    }
    default:
      return policy;
  }
}
function missReason(trial, tool, mapped) {
  return trial.renames.isNew(tool) ? `head added the tool ${cut(tool, 80)}: no recording can know what it answers` : `no recording of this case has ${cut(mapped.name, 80)} with these arguments`;
}
function settleCall(trial, { tool, args, ...found }, origin, place) {
  const { recorder, renames, policy } = trial;
  const { outcome } = found;
  const step = { kind: "tool_call", name: tool, arguments: args, ...found, durationMs: 0 };
  if (origin === "served") recorder.toolCall(step, place);
  else recorder.ownToolCall(origin === "kept" ? step : { ...step, substituted: origin }, place);
  if (outcome.kind !== "missing") return outcome;
  if (renames.isNew(tool) || found.unrecorded !== void 0) recorder.notCovered(outcome.reason);
  else recorder.diverge(tool, args, outcome.reason, place);
  if (policy.onMiss(renames.toBase(tool, args).name).kind === "error")
    return { kind: "error", value: `the tool ${tool} failed` };
  trial.stop(outcome.reason);
  return outcome;
}

// src/replay/mcp/forward.ts
var CLIENT_HEADERS = ["content-type", "accept", "mcp-session-id", "mcp-protocol-version", "last-event-id"];
var SERVER_HEADERS = ["content-type", "mcp-session-id", "allow", "www-authenticate"];
async function forward({ method, headers, text: text3, outgoing }, to) {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const protocol = CLIENT_HEADERS.flatMap(
    (name) => headers[name] === void 0 ? [] : [[name, String(headers[name])]]
  );
  const sent = to.ownHeaders ? passedOn(headers) : Object.fromEntries(protocol);
  const response = await fetch(to.url, {
    method,
    headers: { ...sent, ...to.headers },
    redirect: "error",
    signal: gone.signal,
    ...method === "POST" ? { body: text3 } : {}
  });
  const given = SERVER_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream") !== true || response.body === null) {
    const body = await response.text();
    for (const message2 of readRpcBody(parseJson(body)) ?? []) to.onMessage(message2);
    outgoing.writeHead(response.status, Object.fromEntries(given)).end(body);
    return { status: response.status, isStream: false };
  }
  outgoing.writeHead(response.status, Object.fromEntries(given)).flushHeaders();
  const parser = createParser({
    onEvent({ data }) {
      const message2 = readRpc(parseJson(data));
      if (message2 !== null) to.onMessage(message2);
    }
  });
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    outgoing.write(chunk);
  }
  outgoing.end();
  return { status: response.status, isStream: true };
}

// src/replay/mcp/outcomes.ts
function outcomeOfCall({ kind, value }) {
  return { kind: kind === "error" || value.isError === true ? "error" : "result", value };
}
function answerToCall({ kind, value }) {
  if (isJsonObject(value) && Array.isArray(value.content)) return { kind: "result", value };
  if (kind === "error" && isJsonObject(value) && isRpcError(value)) return { kind: "error", value };
  const text3 = typeof value === "string" ? value : JSON.stringify(value);
  const content = [{ type: "text", text: text3 }];
  if (kind === "error") return { kind: "result", value: { content, isError: true } };
  return { kind: "result", value: { content, ...isJsonObject(value) ? { structuredContent: value } : {} } };
}
function isRpcError({ code, message: message2 }) {
  return typeof code === "number" && typeof message2 === "string";
}

// src/replay/mcp/service.ts
function send3(outgoing, status, body, headers = {}) {
  if (outgoing.destroyed) return;
  if (body === null) outgoing.writeHead(status, { "content-length": 0, ...headers }).end();
  else outgoing.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

// src/replay/worker-protocol.ts
function trialLine(trial) {
  return `${JSON.stringify({ v: 1, id: trial.id, input: trial.input, urls: trial.urls })}
`;
}
var MAX_DEPTH = 200;
var EXPECTED = 'one JSON line {"id", "output"} or {"id", "error"}';
function readWorkerLine(line) {
  const value = parseJson(line);
  if (!isJsonObject(value) || typeof value.id !== "string") return garbage(line);
  const { id, output, error } = value;
  const deep = depthFault(output ?? error ?? null, line);
  if (deep !== null) return deep;
  if (output !== void 0 && error === void 0) return { kind: "output", id, output };
  if (error !== void 0 && output === void 0) return { kind: "error", id, message: errorText(error) };
  return garbage(line);
}
function depthFault(output, text3) {
  return nestedDeeperThan(output, MAX_DEPTH) ? garbage(text3, `at most ${MAX_DEPTH} levels of nesting`) : null;
}
function garbage(received, what = EXPECTED) {
  return { kind: "garbage", expected: what, received: cut(received, 300) };
}
function errorText(error) {
  const message2 = isJsonObject(error) && typeof error.message === "string" ? error.message : error;
  return cut(typeof message2 === "string" ? message2 : JSON.stringify(message2), 2e3);
}
var LineSplitter = class {
  #maxBytes;
  #decoder = new TextDecoder("utf-8", { fatal: true });
  #pending = [];
  #pendingBytes = 0;
  constructor(maxBytes) {
    this.#maxBytes = maxBytes;
  }
  push(bytes) {
    const lines = [];
    let from = 0;
    for (let end2 = bytes.indexOf(10); end2 !== -1; end2 = bytes.indexOf(10, from)) {
      this.#hold(bytes.subarray(from, end2));
      if (this.#pendingBytes > this.#maxBytes) break;
      lines.push(...this.#flush());
      from = end2 + 1;
    }
    if (this.#pendingBytes <= this.#maxBytes) this.#hold(bytes.subarray(from));
    if (this.#pendingBytes <= this.#maxBytes) return lines;
    const tooLong = garbage(this.#start(), `a line of at most ${this.#maxBytes} bytes`);
    this.#drop();
    return [...lines, tooLong];
  }
  #hold(bytes) {
    if (bytes.length === 0) return;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
  }
  #flush() {
    try {
      const text3 = this.#decoder.decode(Buffer.concat(this.#pending));
      return text3.trim() === "" ? [] : [text3];
    } catch {
      return [garbage(this.#start(), "a line in UTF-8")];
    } finally {
      this.#drop();
    }
  }
  #start() {
    return Buffer.concat(this.#pending.slice(0, 64)).subarray(0, 1024).toString("utf8");
  }
  #drop() {
    this.#pending = [];
    this.#pendingBytes = 0;
  }
};

// src/replay/mcp/stdio-server.ts
var MAX_LINE_BYTES = 64 * 1024 * 1024;
var StdioServer = class {
  /** Why it ended; resolves when it has. */
  ended;
  #child;
  /** `onMessage` hears each message with its JSON. What is no message is skipped: some servers print a greeting. */
  constructor(child, onMessage) {
    this.#child = child;
    const lines = new LineSplitter(MAX_LINE_BYTES);
    child.stdout.on("data", (bytes) => {
      for (const line of lines.push(bytes)) {
        const json = typeof line === "string" ? parseJson(line) : void 0;
        const message2 = readRpc(json);
        if (message2 !== null) onMessage(message2, json);
      }
    });
    this.ended = child.exit.then(({ exitCode, signal, stderrTail }) => {
      const how = signal ?? (exitCode === null ? "not started" : `exit code ${exitCode}`);
      return `the MCP server ended (${how})${stderrTail === "" ? "" : `: ${cut(stderrTail.slice(-300), 300)}`}`;
    });
  }
  send(message2) {
    this.#child.stdin.write(`${JSON.stringify(message2)}
`);
  }
  async close() {
    await this.#child.kill();
  }
};

// src/replay/mcp/stdio-session.ts
var SERVER_ENDED = -32e3;
var StdioSession = class {
  #server;
  #waiting = /* @__PURE__ */ new Map();
  /** The client's stream for what the server says unasked. */
  #listening = null;
  #unsaid = [];
  #ended = null;
  /** `onResponse` hears an answer before the client does. */
  constructor(child, onResponse) {
    this.#server = new StdioServer(child, (message2, json) => {
      if (message2.kind === "response") {
        onResponse(message2);
        this.#answer(message2.id, json);
      } else this.#say(json);
    });
    void this.#server.ended.then((reason) => {
      this.#ended = reason;
      for (const id of [...this.#waiting.keys()]) {
        const error = rpcError(SERVER_ENDED, reason);
        onResponse({ kind: "response", id, outcome: error });
        this.#answer(id, rpcResponse(id, error));
      }
      this.#listening?.end();
    });
  }
  /** Why the server is gone; null = it runs. */
  get ended() {
    return this.#ended;
  }
  tell(messages) {
    for (const message2 of messages) this.#server.send(message2);
  }
  /** Sends messages with requests among them; the answers go to this client as server-sent events. */
  ask(messages, requests, outgoing, sessionId) {
    outgoing.writeHead(200, { "content-type": "text/event-stream", "mcp-session-id": sessionId });
    const waiting = { outgoing, open: new Set(requests.map(({ id }) => id)) };
    for (const id of waiting.open) this.#waiting.set(id, waiting);
    outgoing.once("close", () => {
      for (const id of waiting.open) this.#waiting.delete(id);
    });
    for (const json of this.#unsaid.splice(0)) outgoing.write(eventOf(json));
    this.tell(messages);
  }
  listen(outgoing) {
    outgoing.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    this.#listening = outgoing;
    outgoing.once("close", () => {
      if (this.#listening === outgoing) this.#listening = null;
    });
    for (const json of this.#unsaid.splice(0)) outgoing.write(eventOf(json));
  }
  close() {
    return this.#server.close();
  }
  #answer(id, json) {
    const waiting = this.#waiting.get(id);
    if (waiting === void 0) return;
    this.#waiting.delete(id);
    waiting.open.delete(id);
    waiting.outgoing.write(eventOf(json));
    if (waiting.open.size === 0) waiting.outgoing.end();
  }
  /** To a client that waits for an answer, since what the server asks in between belongs to that; else to its stream. */
  #say(json) {
    const to = [...this.#waiting.values()].at(-1)?.outgoing ?? this.#listening;
    if (to === null) this.#unsaid.push(json);
    else to.write(eventOf(json));
  }
};
function eventOf(json) {
  return `event: message
data: ${JSON.stringify(json)}

`;
}

// src/replay/mcp/recording.ts
var IGNORED = /* @__PURE__ */ new Set(["ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"]);
var McpRecording = class {
  #servers;
  #sessions = /* @__PURE__ */ new Map();
  #asked = /* @__PURE__ */ new Map();
  #contract = /* @__PURE__ */ new Map();
  #unstable = /* @__PURE__ */ new Set();
  #posts = 0;
  constructor(servers) {
    this.#servers = servers;
  }
  /** What the servers said of themselves; where they said several things, the first. */
  get contract() {
    return { exchanges: [...this.#contract.values()] };
  }
  get notes() {
    return [...this.#unstable].map((what) => `${what} was not answered the same every time: the first answer is kept`);
  }
  async serve(http) {
    const spec = this.#servers.specs[http.server];
    if (spec === void 0) {
      const message2 = `pawl.yml has no MCP server ${cut(http.server, 80)}`;
      this.#fail(http.trial, message2);
      return send3(http.outgoing, 404, { error: `pawl: ${message2}` });
    }
    const messages = http.method === "POST" ? readRpcBody(parseJson(http.text)) : [];
    if (messages === null) return send3(http.outgoing, 400, { error: "pawl: expected JSON-RPC" });
    const requests = messages.filter((message2) => message2.kind === "request");
    if (http.trial === null && requests.some(({ method }) => method === "tools/call"))
      http.onLate(`tools/call of the MCP server ${cut(http.server, 80)}`);
    if (spec.kind === "url") await this.#forward(http, spec, requests);
    else this.#bridge(http, spec, requests);
  }
  async endLease(lease) {
    const own = [...this.#sessions].filter(([, entry]) => entry.lease === lease);
    for (const [id] of own) this.#sessions.delete(id);
    await Promise.all(own.map(([, { session }]) => session.close()));
  }
  async #forward(http, spec, requests) {
    const scope = this.#scopeOf(http);
    this.#ask(scope, requests, http.trial);
    const onMessage = (message2) => {
      if (message2.kind === "response") this.#answered(http.server, scope, message2.id, message2.outcome);
    };
    try {
      const { status, isStream } = await forward(http, {
        url: spec.url,
        ownHeaders: this.#servers.beside !== null,
        headers: this.#headersFor(http, spec),
        onMessage
      });
      const unanswered = isStream ? [] : requests.filter(({ id }) => this.#asked.delete(askedKey(scope, id)));
      if (requests.length === 0 || status === 404) return;
      if (status >= 400) this.#fail(http.trial, `the MCP server ${http.server} answered ${status}`);
      else if (unanswered.length > 0)
        this.#fail(http.trial, `the MCP server ${http.server} gave no answer that can be read`);
    } catch (error) {
      if (http.outgoing.destroyed) return;
      const message2 = `the MCP server ${http.server} at ${spec.url}: ${messageOf(error)}`;
      this.#fail(http.trial, message2);
      if (http.outgoing.headersSent) http.outgoing.destroy();
      else send3(http.outgoing, 502, { error: `pawl: ${message2}` });
    }
  }
  /** What an agent that pawl does not run sends by itself stays as it is. */
  #headersFor({ headers }, spec) {
    const isSent = (name) => this.#servers.beside !== null && headers[name.toLowerCase()] !== void 0;
    const own = Object.entries(spec.headers).filter(([name]) => !isSent(name));
    return Object.fromEntries(own.map(([name, variable]) => [name, this.#secretFor(variable)]));
  }
  #fail(trial, message2) {
    trial?.recorder.providerFailed({ httpStatus: null, message: message2 });
    trial?.stop(message2);
    if (trial === null) this.#servers.beside?.failed(message2);
  }
  #secretFor(variable) {
    const value = this.#servers.secret(variable);
    if (value === null) throw new Error(`the environment variable ${variable} is not set`);
    if (!isHeaderValue(value.trim())) throw new Error(`the environment variable ${variable} cannot stand in a header`);
    return value.trim();
  }
  #bridge(http, spec, requests) {
    const { outgoing } = http;
    const isNew = requests.some(({ method }) => method === "initialize");
    const id = isNew ? $randomBytes(16).toString("hex") : String(http.headers["mcp-session-id"] ?? "");
    if (isNew) this.#open(id, http, spec);
    const session = this.#sessions.get(id)?.session;
    if (session === void 0 || session.ended !== null) {
      send3(outgoing, 404, { error: `pawl: ${session?.ended ?? "there is no such session"}` });
    } else if (http.method === "GET") {
      session.listen(outgoing);
    } else if (http.method === "DELETE") {
      this.#sessions.delete(id);
      void session.close();
      send3(outgoing, 200, null);
    } else this.#tell(http, id, session, requests);
  }
  #tell({ server, trial, text: text3, outgoing }, id, session, requests) {
    const body = parseJson(text3);
    const messages = (Array.isArray(body) ? body : [body]).filter(isJsonObject);
    this.#ask(`${server} ${id}`, requests, trial);
    if (requests.length > 0) session.ask(messages, requests, outgoing, id);
    else {
      session.tell(messages);
      send3(outgoing, 202, null);
    }
  }
  #open(id, { server, lease }, spec) {
    const session = new StdioSession(this.#servers.start(spec), (message2) => {
      if (session.ended !== null)
        this.#fail(this.#asked.get(askedKey(`${server} ${id}`, message2.id))?.trial ?? null, session.ended);
      this.#answered(server, `${server} ${id}`, message2.id, message2.outcome);
    });
    this.#sessions.set(id, { lease, session });
  }
  #ask(scope, requests, trial) {
    for (const request of requests) {
      const place = isToolCall(request) ? trial?.recorder.place() ?? null : null;
      this.#asked.set(askedKey(scope, request.id), { request, trial, place });
    }
  }
  /** Ids of requests are unique within a session; a client without one has them for itself in each POST. */
  #scopeOf({ server, headers }) {
    const session = headers["mcp-session-id"];
    if (session !== void 0) return `${server} ${String(session)}`;
    this.#posts += 1;
    return `${server} post ${this.#posts}`;
  }
  #answered(server, scope, id, outcome) {
    const key = askedKey(scope, id);
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    if (asked === void 0 || IGNORED.has(asked.request.method)) return;
    const { request, trial, place } = asked;
    const { method } = request;
    if (isToolCall(request)) {
      const { name, arguments: args = {} } = request.params;
      const tool = `${server}.${String(name)}`;
      const found = { tool, args, outcome: outcomeOfCall(outcome), match: "live", recordedAs: null };
      if (trial !== null && place !== null) settleCall(trial, found, "served", place);
      else this.#servers.beside?.called({ name: tool, arguments: args }, found.outcome);
      return;
    }
    const params = withoutMeta(request.params);
    const { beside } = this.#servers;
    const isOwn = isContractMethod(method);
    if (trial !== null && !isOwn) trial.recorder.mcpExchange({ server, method, params, outcome });
    else if (beside !== null && !isOwn) beside.exchanged({ server, method, params, outcome });
    else this.#keep({ server, method, params: method === "initialize" ? withoutClient(params) : params, outcome });
  }
  #keep(exchange2) {
    const key = mcpKey(exchange2);
    const known = this.#contract.get(key);
    if (known !== void 0) {
      if (saidIn2(known) !== saidIn2(exchange2))
        this.#unstable.add(`${exchange2.method} of the MCP server ${exchange2.server}`);
    } else if (this.#isNextPage(exchange2)) this.#contract.set(key, exchange2);
  }
  /** Some servers make up a new cursor each time: only the pages that follow a kept one can be asked for in a replay. */
  #isNextPage({ server, method, params: { cursor } }) {
    if (cursor === void 0) return true;
    return [...this.#contract.values()].some(
      (page) => page.server === server && page.method === method && page.outcome.value.nextCursor === cursor
    );
  }
};
function isHeaderValue(text3) {
  try {
    $validateHeaderValue("x", text3);
    return true;
  } catch {
    return false;
  }
}
function isToolCall({ method, params }) {
  return method === "tools/call" && params.task === void 0;
}
function saidIn2({ outcome }) {
  const { nextCursor: _, ...value } = outcome.value;
  return canonicalJson([outcome.kind, value]);
}
function withoutClient({ clientInfo: _, ...params }) {
  return params;
}
function askedKey(scope, id) {
  return `${scope} ${typeof id} ${id}`;
}

// src/replay/mcp/tape.ts
function mcpTapeOf(cases) {
  const tape = /* @__PURE__ */ new Map();
  for (const { mcp = [] } of cases.flatMap(({ recordings }) => recordings)) {
    const inRecording = Map.groupBy(mcp, mcpKey);
    for (const [key, exchanges] of inRecording) {
      const outcomes = exchanges.map(({ outcome }) => outcome);
      tape.set(key, [...tape.get(key) ?? [], outcomes]);
    }
  }
  return tape;
}
var McpReader = class {
  #tape;
  #seen = /* @__PURE__ */ new Map();
  constructor(tape) {
    this.#tape = tape;
  }
  next(asked) {
    const key = mcpKey(asked);
    const recorded = this.#tape.get(key);
    if (recorded === void 0) return null;
    const occurrence = this.#seen.get(key) ?? 0;
    this.#seen.set(key, occurrence + 1);
    const longest = recorded.reduce((best, outcomes) => outcomes.length > best.length ? outcomes : best);
    const source = recorded.find((outcomes) => outcomes.length > occurrence) ?? longest;
    return source[occurrence] ?? source.at(-1) ?? null;
  }
};
function firstOutcome(tape, asked) {
  return tape.get(mcpKey(asked))?.[0]?.[0] ?? null;
}

// src/replay/mcp/replay.ts
var NOT_RECORDED = -32001;
var METHOD_NOT_FOUND = -32601;
var PARSE_ERROR = -32700;
var ACKNOWLEDGED = /* @__PURE__ */ new Set(["ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"]);
var CAPABILITIES = [
  [/^tools\//, "tools"],
  [/^prompts\//, "prompts"],
  [/^resources\//, "resources"],
  [/^completion\//, "completions"],
  [/^tasks\//, "tasks"]
];
var McpReplay = class {
  #outcomes;
  #initialized;
  #nameOf;
  #allCases;
  #readers = /* @__PURE__ */ new WeakMap();
  constructor(contract, allCases) {
    this.#outcomes = new Map(contract.exchanges.map((exchange2) => [mcpKey(exchange2), exchange2.outcome]));
    const first = contract.exchanges.filter(({ method }) => method === "initialize").toReversed();
    this.#initialized = new Map(first.map(({ server, outcome }) => [server, outcome]));
    this.#nameOf = mcpToolNames(contract);
    this.#allCases = allCases;
  }
  async serve(http) {
    const { outgoing } = http;
    if (http.method !== "POST") return send3(outgoing, 405, null, { allow: "POST" });
    const body = parseJson(http.text);
    const messages = readRpcBody(body);
    if (messages === null) {
      const error = rpcError(PARSE_ERROR, "expected JSON-RPC, not nested deeply");
      return send3(outgoing, 400, { ...rpcResponse(0, error), id: null });
    }
    const replies = [];
    for (const message2 of messages)
      if (message2.kind === "request") replies.push(rpcResponse(message2.id, await this.#answer(http, message2)));
    if (replies.length === 0) return send3(outgoing, 202, null);
    send3(outgoing, 200, Array.isArray(body) ? replies : replies[0] ?? null);
  }
  async endLease() {
  }
  async #answer(http, request) {
    const { method, params } = request;
    if (ACKNOWLEDGED.has(method)) return { kind: "result", value: {} };
    if (method === "initialize") return this.#initialize(http, params);
    if (method === "tools/call" && params.task === void 0) return this.#callTool(http, params);
    return this.#recorded(http, method, params) ?? this.#missed(http, method, params);
  }
  /** A server answers in the client's protocol where it knows it; every one knew those before its own. */
  #initialize(http, { protocolVersion: asked }) {
    const { server, trial } = http;
    const outcome = this.#initialized.get(server);
    if (outcome === void 0) {
      const reason = `no recording knows the MCP server ${cut(server, 80)}: pawl record writes what servers say of themselves`;
      if (trial === null) http.onGap(reason);
      trial?.recorder.notCovered(reason);
      trial?.stop(reason);
      return rpcError(NOT_RECORDED, reason);
    }
    const { protocolVersion: said2 } = outcome.value;
    const isOlder = typeof asked === "string" && typeof said2 === "string" && asked < said2;
    return isOlder ? { kind: "result", value: { ...outcome.value, protocolVersion: asked } } : outcome;
  }
  async #callTool(http, { name, arguments: args = {} }) {
    const { server, trial } = http;
    if (trial === null) return this.#late(http, "tools/call");
    const tool = this.#nameOf(server, typeof name === "string" ? name : "");
    const outcome = await callTool(trial, tool, args);
    return outcome.kind === "missing" ? rpcError(NOT_RECORDED, `not in recording: ${outcome.reason}`) : answerToCall(outcome);
  }
  /** What is asked when a process starts belongs to whichever trial came first: any case's recording may know it. */
  #recorded({ server, trial }, method, params) {
    const asked = { server, method, params };
    const contract = this.#outcomes.get(mcpKey(asked)) ?? null;
    if (contract !== null && isContractMethod(method)) return contract;
    const own = trial === null ? null : this.#readerOf(trial).next(asked);
    if (own !== null) return own;
    const elsewhere = contract ?? firstOutcome(this.#allCases(), asked);
    if (elsewhere !== null) trial?.recorder.assist();
    return elsewhere;
  }
  #missed(http, method, params) {
    const { server, trial } = http;
    const needed = CAPABILITIES.find(([pattern]) => pattern.test(method))?.[1];
    const announced = this.#initialized.get(server)?.value.capabilities;
    if (needed === void 0 || announced !== void 0 && !Object.hasOwn(Object(announced), needed))
      return rpcError(METHOD_NOT_FOUND, `the server does not have ${cut(method, 80)}`);
    if (trial === null) return this.#late(http, method);
    const what = `${server} ${method}`;
    const reason = `no recording of this case has ${cut(what, 80)} with these parameters`;
    trial.recorder.diverge(what, params, reason, trial.recorder.place());
    if (trial.policy.onMiss(what).kind !== "error") trial.stop(reason);
    return rpcError(NOT_RECORDED, `not in recording: ${reason}`);
  }
  #late({ server, onLate }, method) {
    onLate(`${method} of the MCP server ${cut(server, 80)}`);
    return rpcError(NOT_RECORDED, "no trial is running under this URL");
  }
  #readerOf(trial) {
    const reader = this.#readers.get(trial) ?? new McpReader(mcpTapeOf([trial.theCase]));
    this.#readers.set(trial, reader);
    return reader;
  }
};

// src/replay/mcp/side-servers.ts
function replayServers(contract, cases) {
  let tape = null;
  const allCases = () => {
    tape ??= mcpTapeOf(cases);
    return tape;
  };
  const service = new McpReplay(contract, allCases);
  return { service, recorded: () => emptyContract, notes: () => [], close: async () => void 0 };
}
async function recordServers(site, repository) {
  const apart = await openApart(site, repository);
  const service = new McpRecording({
    specs: site.spec.mcpServers,
    start: (spec) => startServerAt(apart !== null && secretsOf(site, spec).length > 0 ? apart : site, spec, "with_secrets"),
    secret: (name) => site.parentEnvironment[name] ?? null,
    beside: null
  });
  return {
    service,
    recorded: () => service.contract,
    notes: () => service.notes,
    close: async () => apart?.checkout.close()
  };
}
function serversBeside({ mcpServers, root }, { path, parentEnvironment }, beside) {
  const start = (spec) => {
    const given = [...OWN_VARIABLES, ...spec.environment].flatMap((name) => {
      const value = parentEnvironment[name];
      return value === void 0 ? [] : [[name, value]];
    });
    const secrets = spec.environment.flatMap((name) => parentEnvironment[name] || []);
    const launch = { file: "/bin/sh", args: ["-c", spec.command], cwd: $join(path, root) };
    return hideSecrets(startChild(launch, Object.fromEntries(given)), secrets);
  };
  const secret = (name) => parentEnvironment[name] ?? null;
  const service = new McpRecording({ specs: mcpServers, start, secret, beside });
  return {
    service,
    recorded: () => service.contract,
    notes: () => service.notes,
    close: async () => void 0
  };
}
var OWN_VARIABLES = ["PATH", "HOME", "TMPDIR", "LANG"];

// src/replay/normalisation.ts
var NORMALISATIONS = ["absent", "numbers", "white_space", "unicode", "dates", "sets", "enum_case"];

// src/replay/answer.ts
function readAnswer(wire, form, text3) {
  if (form === "stream" && wire !== "openai-embeddings") {
    const assembled = assembleStream(wire, text3);
    return assembled.kind === "complete" ? { kind: "whole", body: assembled.body } : { kind: "broken", reason: assembled.reason };
  }
  const body = parseJson(text3);
  return isJsonObject(body) ? { kind: "whole", body } : { kind: "broken", reason: "the body is no JSON object" };
}
function bytesFor(answer, body, { form, encoding }) {
  const { wire } = answer;
  const said2 = encoding === null ? body : embeddingsAs(encoding, body);
  if (answer.form === form && said2 === body) return answer.body;
  return form === "stream" && wire !== "openai-embeddings" ? streamOf(wire, said2) : JSON.stringify(said2);
}
function contentTypeOf(form) {
  return form === "stream" ? "text/event-stream; charset=utf-8" : "application/json";
}

// src/replay/own-tools.ts
async function settleOwnResults(trial, request, body) {
  if (trial.liveTools === null && trial.policy.inProcess === "substitute") warnOfBuiltIn(trial, request);
  const replaced = /* @__PURE__ */ new Map();
  for (const own of trial.recorder.ownResults.in(request.messages)) {
    const settled = trial.ownSettled.get(own.key) ?? settleOne(trial, own);
    trial.ownSettled.set(own.key, settled);
    const outcome = await settled;
    if (outcome?.kind === "missing") return { kind: "stopped", reason: outcome.reason };
    if (outcome !== null && !saysTheSame(own, outcome)) replaced.set(own.index, outcome);
  }
  if (replaced.size === 0) return { kind: "as_it_is" };
  return { kind: "replaced", ...withToolResults(request, body, (index) => replaced.get(index) ?? null) };
}
async function settleOne(trial, own) {
  const { name, arguments: args } = own.call;
  const place = trial.recorder.place();
  if (trial.liveTools !== null || trial.policy.inProcess === "trust") {
    const found = { outcome: own.outcome, match: "agent", recordedAs: null };
    settleCall(trial, { tool: name, args, ...found }, "kept", place);
    return null;
  }
  const resolved = await resolveCall(trial, name, args);
  if (resolved.outcome.kind === "missing") {
    const reason = `${resolved.outcome.reason}; the agent ran it by itself, and tools.in_process is substitute`;
    return settleCall(trial, { ...resolved, outcome: { kind: "missing", reason } }, "same_shape", place);
  }
  return settleCall(trial, resolved, originOf(own, resolved.outcome), place);
}
function warnOfBuiltIn(trial, request) {
  for (const part2 of request.messages.flatMap((message2) => message2.parts))
    if (part2.kind === "other" && part2.type.endsWith("_call_output"))
      trial.warn(
        `results of a provider's built-in tool (${cut(part2.type, 60)}) reach the model as the agent made them`
      );
}
function originOf(own, outcome) {
  if (saysTheSame(own, outcome)) return "kept";
  const sameKind = own.outcome.kind === "result" || outcome.kind === "error";
  return sameKind && jsonShape(own.outcome.value) === jsonShape(outcome.value) ? "same_shape" : "other_shape";
}
function saysTheSame(own, outcome) {
  if (own.outcome.kind === "error" && outcome.kind !== "error") return false;
  return canonicalJson(own.outcome.value) === canonicalJson(outcome.value);
}

// src/replay/sharing.ts
function laneName(lane) {
  return "agentHash" in lane ? `${lane.kind}:${lane.agentHash}` : lane.kind;
}
function answerKeyText(key) {
  return sha256(`${laneName(key.lane)}
${key.number}
${key.requestKey}
${key.occurrence}
${key.caseId}`);
}
function answersOf(trial, lane) {
  const seen = /* @__PURE__ */ new Map();
  return trial.trajectory.steps.flatMap((step) => {
    if (step.kind !== "model_call" || step.error !== null) return [];
    const { requestKey: requestKey2 } = step;
    const occurrence = seen.get(requestKey2) ?? 0;
    seen.set(requestKey2, occurrence + 1);
    return [answerKeyText({ caseId: trial.caseId, number: trial.number, lane, requestKey: requestKey2, occurrence })];
  });
}
function requestKeysOf({ trajectory }) {
  return trajectory.steps.flatMap((step) => step.kind === "model_call" ? [step.requestKey] : []);
}
var FollowedTrials = class {
  #byCase = /* @__PURE__ */ new Map();
  add(trial) {
    const { caseId, number, answers } = trial;
    const ofCase = this.#byCase.get(caseId) ?? /* @__PURE__ */ new Map();
    this.#byCase.set(caseId, ofCase.set(number, { requestKeys: requestKeysOf(trial), shared: answers.shared }));
  }
  get(caseId, number) {
    return this.#byCase.get(caseId)?.get(number);
  }
  ofCase(caseId) {
    return [...this.#byCase.get(caseId)?.values() ?? []];
  }
};
var Claims = class {
  #open = [];
  #caseId;
  #number;
  #ownLane;
  #prefix;
  #diverged = false;
  constructor(trial) {
    this.#caseId = trial.caseId;
    this.#number = trial.number;
    this.#ownLane = trial.lane;
    this.#prefix = trial.prefix;
  }
  /** Where answers of this trial may stand: its own, and base's that it shares. */
  lanes() {
    return this.#prefix === null ? [this.#ownLane] : [this.#ownLane, this.#prefix.lane];
  }
  /** `isStored` says whether an answer is at hand: what base was not answered cannot be shared either. */
  claim(requestKey2, isStored) {
    const place = { requestKey: requestKey2, occurrence: this.#freeOccurrence(requestKey2) };
    const keyIn = (lane, number) => ({ caseId: this.#caseId, number, lane, ...place });
    const shared = this.#sharedKey(requestKey2, keyIn);
    const isShared = shared !== null && isStored(shared);
    if (!isShared) this.#diverged = true;
    this.#open.push(place);
    return {
      key: isShared ? shared : keyIn(this.#ownLane, this.#number),
      shared: isShared,
      release: () => {
        const index = this.#open.indexOf(place);
        if (index !== -1) this.#open.splice(index, 1);
      }
    };
  }
  #sharedKey(requestKey2, keyIn) {
    if (this.#diverged || this.#prefix === null) return null;
    const { requestKeys, lane, number } = this.#prefix;
    return requestKeys[this.#open.length] === requestKey2 ? keyIn(lane, number) : null;
  }
  /** The smallest number no equal request holds: parallel equal requests are separate samples. */
  #freeOccurrence(requestKey2) {
    const taken = new Set(
      this.#open.filter((place) => place.requestKey === requestKey2).map((place) => place.occurrence)
    );
    let occurrence = 0;
    while (taken.has(occurrence)) occurrence += 1;
    return occurrence;
  }
};

// src/replay/recorded-miss.ts
function semanticTwin(store, key, identity, lanes) {
  const semanticKey = identity.semanticKey();
  const alike = store.requests(key.caseId).filter((request) => request.semanticKey === semanticKey);
  const texts = alike.flatMap(({ requestKey: requestKey2 }) => lanes.map((lane) => answerKeyText({ ...key, lane, requestKey: requestKey2 })));
  return texts.find((text3) => store.has(text3)) ?? null;
}
var MAX_LEVELS = 500;
function nearestRequest(store, caseId, identity) {
  const asked = parseJson(identity.text);
  const [nearest] = store.requests(caseId).map((request) => ({ request, text: request.request, common: commonLength(request.request, identity.text) })).sort((a, b) => b.common - a.common || (a.text < b.text ? -1 : 1));
  if (nearest === void 0 || asked === void 0 || nestedDeeperThan(asked, MAX_LEVELS)) return null;
  const difference = firstDifference(parseJson(nearest.text) ?? null, asked);
  const { requestKey: requestKey2 } = nearest.request;
  if (difference === null) return { requestKey: requestKey2, path: "", recorded: "the same", asked: "the same" };
  return { requestKey: requestKey2, path: difference.path, recorded: difference.a, asked: difference.b };
}
function commonLength(a, b) {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end2 = 0;
  while (end2 < shorter - start && a[a.length - 1 - end2] === b[b.length - 1 - end2]) end2 += 1;
  return start + end2 - Math.abs(a.length - b.length);
}
function placeText(nearest) {
  if (nearest === null) return "no request of this case is recorded";
  if (nearest.path === "") return "the request is recorded, its answer for this trial is not";
  return `the nearest recorded request differs first at ${nearest.path}`;
}

// src/replay/request-identity.ts
function identify(wire, body, headers, context2) {
  const options = {
    headers: {
      anthropicVersion: headers["anthropic-version"] ?? null,
      anthropicBeta: headers["anthropic-beta"] ?? null
    },
    replacements: [{ text: context2.root, by: "$ROOT" }],
    ignored: context2.ignored,
    previous: (id) => context2.markerOf(id)
  };
  try {
    const { text: text3, isPlain: isPlain2 } = canonicalRequest(wire, body, { ...options, level: 0 });
    const key = sha256(text3);
    return { key, text: text3, semanticKey: () => isPlain2 ? key : requestKey(wire, body, { ...options, level: 1 }) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// src/replay/model-endpoint.ts
var MAX_MODEL_CALLS = 200;
async function answerModel(backend, trial, wire, sent) {
  const request = readRequest(wire, sent.body);
  if ("problem" in request) return errorReply(400, `cannot read this ${wire} request: ${request.problem}`);
  const settled = await settleOwnResults(trial, request, sent.body);
  switch (settled.kind) {
    case "as_it_is":
      return answerSettled(backend, trial, request, sent);
    case "replaced": {
      const { body } = settled;
      return answerSettled(backend, trial, settled.request, { ...sent, body, text: JSON.stringify(body) });
    }
    case "stopped":
      return errorReply(400, settled.reason);
    default:
      return settled;
  }
}
async function answerSettled(backend, trial, request, sent) {
  if (trial.isStopped()) return errorReply(410, "this trial has ended");
  trial.told?.hear(request);
  const { wire } = request;
  const identity = identify(wire, sent.body, sent.headers, {
    root: trial.root,
    ignored: backend.ignored,
    markerOf: (id) => trial.recorder.kept(id)?.marker ?? null
  });
  if (identity === null) return errorReply(400, `cannot read this ${wire} request: it is nested too deeply`);
  const asking = {
    trial,
    wire,
    request,
    identity,
    requestKey: identity.key,
    kept: keptIds(wire, sent.body),
    conversation: wire === "openai-responses" ? conversationId(sent.body) : null,
    newMessages: trial.recorder.newMessages(request),
    headers: sent.headers,
    text: sent.text,
    asked: {
      form: request.stream ? "stream" : "json",
      encoding: wire === "openai-embeddings" ? embeddingEncoding(sent.body) : null
    },
    onAbandoned: sent.onAbandoned
  };
  warnOfKept(asking);
  return answerAsked(backend, asking);
}
function warnOfKept({ trial, kept }) {
  if (kept.length === 0) return;
  trial.warn(CONTINUES);
  if (kept.some((id) => trial.recorder.kept(id) === null)) trial.warn(CONTINUES_FOREIGN);
}
var CONTINUES = "requests continue answers that the provider keeps (previous_response_id, conversation, item_reference): once it has forgotten them, a trial replays only while all of its answers are in the store. Send the whole conversation and set store: false to depend on nothing";
var CONTINUES_FOREIGN = "requests continue an answer or a conversation of the provider that their own trial did not make: its id stands in the request key, so that no other run shares their answers";
async function answerAsked(backend, asking) {
  if (asking.trial.recorder.modelCalls() >= MAX_MODEL_CALLS) {
    const reason = `the agent made more than ${MAX_MODEL_CALLS} model calls in one trial`;
    asking.trial.recorder.ranAway(reason);
    asking.trial.stop(reason);
    return errorReply(429, reason);
  }
  asking.trial.recorder.asked(asking.requestKey);
  const place = asking.trial.recorder.place();
  const claim = asking.trial.recorder.claims.claim(asking.requestKey, (key) => backend.store.has(answerKeyText(key)));
  const release = () => {
    place.drop();
    claim.release();
  };
  asking.onAbandoned(release);
  const found = await findAnswer(backend, asking, claim);
  if (found.kind === "ended") {
    release();
    return found.reply;
  }
  const { recorder } = asking.trial;
  const { occurrence } = claim.key;
  if (found.kind === "refused") {
    const forgotten = whatIsForgotten(asking, found);
    if (forgotten !== null) {
      release();
      return providerFailed(asking.trial, found.httpStatus, forgotten);
    }
    const error = `the provider refused the request with ${found.httpStatus}: ${cut(found.body, 300)}`;
    place.fill(recorder.modelCall({ ...asking, occurrence, body: null, source: "provider", error, durationMs: 0 }));
    return { httpStatus: found.httpStatus, contentType: found.contentType, body: found.body };
  }
  const { answer, body, source } = found;
  const { durationMs } = answer;
  const { asked } = asking;
  return {
    httpStatus: 200,
    contentType: contentTypeOf(asked.form),
    body: bytesFor(answer, body, asked),
    afterwards: () => place.fill(recorder.modelCall({ ...asking, occurrence, body, source, error: null, durationMs }))
  };
}
async function findAnswer(backend, asking, claim) {
  if (asking.trial.dry && !claim.shared) {
    asking.trial.stopDry();
    return { kind: "ended", reply: errorReply(400, "a dry run ends where it asks what base did not") };
  }
  const keyText = answerKeyText(claim.key);
  const stored = backend.store.answer(keyText);
  if (stored !== null) return foundInStore(stored, claim.shared ? "shared" : "store");
  if (backend.mode === "recorded") return findRecorded(backend, asking, claim);
  const asked = await askOnce(backend, asking, keyText);
  switch (asked.kind) {
    case "answer":
      return { kind: "found", answer: asked.answer, body: asked.body, source: "provider" };
    case "refused":
      return asked;
    case "failed":
      return { kind: "ended", reply: providerFailed(asking.trial, asked.httpStatus, asked.message) };
    default:
      return asked;
  }
}
function foundInStore(answer, source) {
  const read3 = readAnswer(answer.wire, answer.form, answer.body);
  if (read3.kind === "broken") throw new Error(`a stored answer is broken: ${read3.reason}`);
  return { kind: "found", answer, body: read3.body, source };
}
function findRecorded({ store }, { trial, identity }, claim) {
  const { recorder } = trial;
  const twin = semanticTwin(store, claim.key, identity, recorder.claims.lanes());
  const alike = twin === null ? null : store.answer(twin);
  if (alike !== null) return foundInStore(alike, "semantic");
  const nearest = nearestRequest(store, claim.key.caseId, identity);
  const call = `model call ${claim.key.occurrence + 1} of this request`;
  const reason = `${call} is not in the store, and nothing may be drawn: ${placeText(nearest)}`;
  recorder.notCovered(reason);
  trial.stop(reason);
  return { kind: "ended", reply: errorReply(400, `not covered: ${reason}`, nearest === null ? {} : { nearest }) };
}
function providerFailed(trial, httpStatus, message2) {
  trial.recorder.providerFailed({ httpStatus, message: message2 });
  trial.stop(message2);
  return errorReply(503, `the provider failed: ${cut(message2, 300)}`);
}
function whatIsForgotten({ trial, kept }, refused2) {
  const isOld = kept.some((id) => (trial.recorder.kept(id)?.source ?? "provider") !== "provider");
  if (!isOld || !/not[ _]found/i.test(refused2.body)) return null;
  return `it refused with ${refused2.httpStatus} to continue an answer of an earlier run: ${cut(refused2.body, 300)}`;
}
function askOnce(backend, asking, keyText) {
  const known = backend.asking.get(keyText);
  if (known !== void 0) return known;
  const asked = askProvider(backend, asking, keyText).finally(() => backend.asking.delete(keyText));
  backend.asking.set(keyText, asked);
  return asked;
}
async function askProvider(backend, asking, keyText) {
  const { wire, text: text3, headers } = asking;
  const { form } = asking.asked;
  let retrying = null;
  const onRetry = () => {
    retrying ??= asking.trial.recorder.retrying();
  };
  backend.store.asking(keyText);
  const asked = await backend.upstream.ask({ wire, form, body: text3, headers, onRetry });
  retrying?.settled();
  if (asked.kind === "answer") {
    const { theCase } = asking.trial;
    backend.store.putAnswer(keyText, asked.answer, { caseId: theCase.id, request: asking.identity });
  } else backend.store.unanswered(keyText);
  return asked;
}
function errorReply(httpStatus, message2, details = {}) {
  const error = { type: "pawl_error", message: `pawl: ${message2}`, ...details };
  const body = JSON.stringify({ type: "error", error });
  return { httpStatus, contentType: "application/json", body };
}

// src/replay/passed.ts
function passedCall(wire, exchange2, { naming, ignored }) {
  const { status, contentType, requestHeaders } = exchange2;
  if (wire === "openai-embeddings") return { problem: "embeddings: passed on" };
  if (status !== 200) return { problem: `the provider answered ${status}` };
  const text3 = textOf2(exchange2);
  if (text3 === null) return { problem: "an answer is too large, or compressed" };
  const body = parseJson(exchange2.request);
  const request = readRequest(wire, body);
  if ("problem" in request || !isJsonObject(body)) return { problem: `a ${wire} request cannot be read` };
  const answer = readAnswer(wire, contentType.startsWith("text/event-stream") ? "stream" : "json", text3);
  if (answer.kind === "broken") return { problem: `an answer on ${wire} is not whole` };
  const conversation = conversationId(body);
  const kept = conversation === null ? [] : [conversation];
  const headers = Object.fromEntries(
    ["anthropic-version", "anthropic-beta"].flatMap((name) => {
      const value = requestHeaders[name];
      return value === void 0 ? [] : [[name, String(value)]];
    })
  );
  const identity = identify(wire, body, headers, { root: "", ignored, markerOf: () => null });
  const { message: message2, usage } = readResponse(wire, answer.body);
  const call = {
    request,
    requestKey: identity?.key ?? null,
    answer: { response: message2, usage },
    continues: keptIds(wire, body),
    keptAs: [...idsOfAnswer(wire, answer.body), ...kept],
    conversation: nameOf(naming, requestHeaders, body)
  };
  return { call };
}
function passedTool(name, exchange2) {
  const args = exchange2.request === "" ? {} : parseJson(exchange2.request);
  const text3 = textOf2(exchange2);
  if (args === void 0 || text3 === null) return { problem: "a tool call or its result cannot be read" };
  const value = parseJson(text3) ?? text3;
  const call = { name, arguments: args };
  if (exchange2.status === 200) return { call, outcome: { kind: "result", value } };
  if (exchange2.status !== 422) return { problem: `a tool answered ${exchange2.status}` };
  const error = isJsonObject(value) && value.error !== void 0 ? value.error : value;
  return { call, outcome: { kind: "error", value: error } };
}
function textOf2({ answer, contentEncoding }) {
  return answer === null || contentEncoding !== "identity" ? null : answer.toString("utf8");
}
function nameOf({ header, metadata }, headers, body) {
  const fromHeader = header === null ? void 0 : headers[header];
  if (fromHeader !== void 0) return String(fromHeader);
  const named = metadata !== null && isJsonObject(body.metadata) ? body.metadata[metadata] : void 0;
  return typeof named === "string" ? named : null;
}

// src/replay/token-bucket.ts
var TokenBucket = class {
  #perMs;
  #capacity;
  #level;
  #atMs;
  /** A tenth of a minute's worth may be taken at once: in no minute is more than 1.1 times the rate taken. */
  constructor(perMinute, nowMs) {
    this.#perMs = perMinute / 6e4;
    this.#capacity = Math.max(1, perMinute / 10);
    this.#level = this.#capacity;
    this.#atMs = nowMs;
  }
  /** How long to wait until `amount` may be taken; 0 = now. More than the capacity may be taken from a full bucket. */
  waitMs(amount2, nowMs) {
    this.#refill(nowMs);
    const missing = Math.min(amount2, this.#capacity) - this.#level;
    return missing <= 0 ? 0 : Math.ceil(missing / this.#perMs);
  }
  /** Takes `amount`, or gives back what is negative. The level may fall below 0: what follows waits longer. */
  take(amount2, nowMs) {
    this.#refill(nowMs);
    this.#level = Math.min(this.#capacity, this.#level - amount2);
  }
  #refill(nowMs) {
    const passedMs = Math.max(0, nowMs - this.#atMs);
    this.#level = Math.min(this.#capacity, this.#level + passedMs * this.#perMs);
    this.#atMs = Math.max(this.#atMs, nowMs);
  }
};

// src/replay/courtesy.ts
var Courtesy = class {
  #options;
  #requests;
  #tokens;
  #failedInARow = 0;
  #failedProbes = 0;
  #openUntilMs = null;
  #isProbing = false;
  constructor(limits, options, nowMs) {
    this.#options = options;
    const bucketOf = (rate) => rate === null ? null : new TokenBucket(rate, nowMs);
    this.#requests = bucketOf(limits.requestsPerMinute);
    this.#tokens = bucketOf(limits.tokensPerMinute);
  }
  /** `go` takes what it grants: an attempt of about so many tokens. */
  admit(tokens, nowMs) {
    const down = this.#whyDown(nowMs);
    if (down !== null) return { kind: "down", why: down };
    const ms = Math.max(this.#requests?.waitMs(1, nowMs) ?? 0, this.#tokens?.waitMs(tokens, nowMs) ?? 0);
    if (ms > 0) return { kind: "wait", ms };
    const isProbe = this.#openUntilMs !== null;
    if (isProbe) this.#isProbing = true;
    this.#requests?.take(1, nowMs);
    this.#tokens?.take(tokens, nowMs);
    return { kind: "go", isProbe };
  }
  /** The attempt took `used` tokens where `granted` were granted. */
  settle(granted, used, nowMs) {
    this.#tokens?.take(used - granted, nowMs);
  }
  /** A request came to its end, with all its attempts: answered (or refused for its own sake), or failed. */
  note(answered, wasProbe, nowMs) {
    if (wasProbe) this.#isProbing = false;
    if (answered) {
      this.#failedInARow = 0;
      this.#failedProbes = 0;
      this.#openUntilMs = null;
      return;
    }
    this.#failedInARow += 1;
    if (wasProbe) this.#failedProbes += 1;
    if (wasProbe || this.#openUntilMs === null && this.#failedInARow >= this.#options.failures)
      this.#openUntilMs = nowMs + this.#options.coolDownMs;
  }
  #whyDown(nowMs) {
    if (this.#openUntilMs === null) return null;
    const failed2 = `${this.#failedInARow} requests in a row failed`;
    if (this.#failedProbes >= this.#options.probes) return `${failed2}; it is not asked again in this run`;
    if (this.#isProbing) return `${failed2}; one request is trying whether it is back`;
    if (nowMs >= this.#openUntilMs) return null;
    return `${failed2}; it is asked again in ${Math.ceil((this.#openUntilMs - nowMs) / 1e3)} s`;
  }
};

// src/replay/http-head.ts
var MAX_HEAD_BYTES = 64 * 1024;
var END = "\r\n\r\n";
var TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
var ODD_CHARACTER = /[^\t\r\n\x20-\x7e\x80-\xff]|\r(?!\n)|(?<!\r)\n/;
function readHead(bytes) {
  const end2 = bytes.indexOf(END);
  if (end2 === -1) return bytes.length > MAX_HEAD_BYTES ? "odd" : "incomplete";
  const text3 = bytes.toString("latin1", 0, end2 + 2);
  if (ODD_CHARACTER.test(text3)) return "odd";
  const headers = /* @__PURE__ */ new Map();
  const startEnd = text3.indexOf("\r\n");
  for (let at2 = startEnd + 2; at2 < text3.length; ) {
    const lineEnd = text3.indexOf("\r\n", at2);
    const colon = text3.indexOf(":", at2);
    const name = text3.slice(at2, colon).toLowerCase();
    if (colon === -1 || colon > lineEnd || !TOKEN.test(name)) return "odd";
    const value = text3.slice(colon + 1, lineEnd).trim();
    const before = headers.get(name);
    headers.set(name, before === void 0 ? value : `${before}, ${value}`);
    at2 = lineEnd + 2;
  }
  return { start: text3.slice(0, startEnd), headers, length: end2 + END.length };
}
function lengthOf(headers) {
  const written = headers.get("content-length");
  return written !== void 0 && /^\d{1,15}$/.test(written) ? Number(written) : null;
}

// src/replay/http-answer.ts
var MORE = { kind: "more" };
var STATUS_LINE = /^HTTP\/1\.([01]) (\d{3})(?: |$)/;
var CHUNK_LINE = /^([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?$/;
var MAX_LINE_BYTES2 = 16 * 1024;
var AnswerReader = class {
  #maxBytes;
  #awaited = { kind: "head" };
  #rest = Buffer.alloc(0);
  #head = null;
  #body = [];
  #size = 0;
  constructor(maxBytes) {
    this.#maxBytes = maxBytes;
  }
  push(bytes) {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    for (; ; ) {
      const read3 = this.#step();
      if (this.#size > this.#maxBytes)
        return { kind: "broken", reason: `the answer is larger than ${this.#maxBytes} bytes` };
      if (read3 !== "on") return read3;
    }
  }
  /** The connection was closed. */
  end() {
    if (this.#awaited.kind === "end") return this.#whole();
    return { kind: "broken", reason: "the connection was closed before the end of the answer" };
  }
  #step() {
    const awaited = this.#awaited;
    switch (awaited.kind) {
      case "head":
        return this.#readHead();
      case "length":
      case "chunk": {
        const left = awaited.left - this.#take(awaited.left);
        if (left > 0) {
          this.#awaited = { kind: awaited.kind, left };
          return MORE;
        }
        if (awaited.kind === "length") return this.#whole();
        this.#awaited = { kind: "chunk_end" };
        return "on";
      }
      case "end":
        this.#take(this.#rest.length);
        return MORE;
      case "chunk_line":
      case "chunk_end":
      case "trailers":
        return this.#readLine(awaited.kind);
      default:
        return awaited;
    }
  }
  #readHead() {
    const head = readHead(this.#rest);
    if (head === "incomplete") return MORE;
    const [, minor, code] = head === "odd" ? [] : STATUS_LINE.exec(head.start) ?? [];
    if (head === "odd" || code === void 0) return { kind: "broken", reason: "the answer is not HTTP/1.1" };
    this.#rest = this.#rest.subarray(head.length);
    const status = Number(code);
    if (status < 200 && status !== 101) return "on";
    this.#head = { status, isOld: minor === "0", headers: head.headers };
    const body = bodyOf(status, head.headers);
    if (body === null) return { kind: "broken", reason: "the answer does not say how long it is" };
    this.#awaited = body;
    return "on";
  }
  #readLine(kind) {
    const end2 = this.#rest.indexOf("\r\n");
    if (end2 === -1)
      return this.#rest.length > MAX_LINE_BYTES2 ? { kind: "broken", reason: "the answer has a broken chunk" } : MORE;
    const line = this.#rest.toString("latin1", 0, end2);
    this.#rest = this.#rest.subarray(end2 + 2);
    if (kind === "trailers") return line === "" ? this.#whole() : "on";
    const size = kind === "chunk_line" ? CHUNK_LINE.exec(line)?.[1] : line;
    if (size === void 0 || kind === "chunk_end" && line !== "")
      return { kind: "broken", reason: "the answer has a broken chunk" };
    if (kind === "chunk_end") this.#awaited = { kind: "chunk_line" };
    else this.#awaited = /^0+$/.test(size) ? { kind: "trailers" } : { kind: "chunk", left: Number.parseInt(size, 16) };
    return "on";
  }
  #take(wanted) {
    const taken = this.#rest.length <= wanted ? this.#rest : this.#rest.subarray(0, wanted);
    this.#rest = this.#rest.subarray(taken.length);
    if (taken.length > 0) this.#body.push(taken);
    this.#size += taken.length;
    return taken.length;
  }
  #whole() {
    const { status, headers, isOld } = this.#head ?? { status: 0, headers: /* @__PURE__ */ new Map(), isOld: true };
    const connection = (headers.get("connection") ?? "").toLowerCase();
    const stays = isOld ? connection.includes("keep-alive") : !connection.includes("close");
    const keepsAlive = stays && this.#awaited.kind !== "end" && status !== 101 && this.#rest.length === 0;
    const [only] = this.#body;
    const body = this.#body.length === 1 && only !== void 0 ? only : Buffer.concat(this.#body);
    return { kind: "whole", answer: { status, headers, body, keepsAlive } };
  }
};
function bodyOf(status, headers) {
  if (status === 101 || status === 204 || status === 304) return { kind: "length", left: 0 };
  const coding = headers.get("transfer-encoding");
  if (coding !== void 0) return coding.toLowerCase() === "chunked" ? { kind: "chunk_line" } : null;
  if (!headers.has("content-length")) return { kind: "end" };
  const left = lengthOf(headers);
  return left === null ? null : { kind: "length", left };
}

// src/replay/http-caller.ts
function targetOf(url) {
  const { hostname, auth, path } = $urlToHttpOptions(url);
  const secure = url.protocol === "https:";
  const basic = auth == null ? "" : `authorization: Basic ${Buffer.from(auth).toString("base64")}\r
`;
  return {
    secure,
    host: hostname ?? "",
    port: url.port === "" ? secure ? 443 : 80 : Number(url.port),
    path: path ?? "/",
    head: `POST ${path ?? "/"} HTTP/1.1\r
host: ${url.host}\r
connection: keep-alive\r
${basic}`
  };
}
var HttpCaller = class {
  #limits;
  /** Connections that wait for the next post, by where they lead; the one used last is last. */
  #idle = /* @__PURE__ */ new Map();
  #lines = /* @__PURE__ */ new Set();
  #sessions = /* @__PURE__ */ new Map();
  constructor(limits) {
    this.#limits = limits;
  }
  /** Does not reject. @throws TypeError where a value cannot stand in a header */
  post(target, headers, body) {
    let head = target.head;
    for (const [name, value] of Object.entries(headers)) {
      $validateHeaderValue(name, value);
      head += `${name}: ${value}\r
`;
    }
    const message2 = `${head}content-length: ${Buffer.byteLength(body)}\r
\r
${body}`;
    return new Promise((resolve) => this.#line(target).ask(message2, resolve));
  }
  close() {
    for (const line of this.#lines) line.hangUp("pawl was ending");
  }
  #line(target) {
    const name = `${target.secure ? "https" : "http"}://${target.host}:${target.port}`;
    const idle = this.#idle.get(name) ?? [];
    this.#idle.set(name, idle);
    for (let line2 = idle.pop(); line2 !== void 0; line2 = idle.pop()) {
      if (line2.isFresh()) return line2;
      line2.hangUp("it was idle for too long");
    }
    const line = new Line(this.#connect(target, name), this.#limits, {
      idle: () => idle.push(line),
      gone: () => {
        this.#lines.delete(line);
        const index = idle.indexOf(line);
        if (index !== -1) idle.splice(index, 1);
      }
    });
    this.#lines.add(line);
    return line;
  }
  #connect({ secure, host, port }, name) {
    if (!secure) return $connect({ host, port, noDelay: true, keepAlive: true });
    const session = this.#sessions.get(name);
    const servername = $isIP(host) === 0 ? host : "";
    const socket = $connect2({
      ...{ host, port, servername, ALPNProtocols: ["http/1.1"] },
      ...session === void 0 ? {} : { session }
    });
    socket.setNoDelay(true).setKeepAlive(true);
    return socket.on("session", (given) => this.#sessions.set(name, given));
  }
};
var CLOSING_MS = 1e3;
var Line = class {
  #socket;
  #limits;
  #listener;
  #asked = null;
  /** When the other side will have closed it, as far as it said. */
  #freshUntilMs = Number.POSITIVE_INFINITY;
  constructor(socket, limits, listener) {
    this.#socket = socket;
    this.#limits = limits;
    this.#listener = listener;
    socket.on("data", (bytes) => this.#hear(bytes));
    socket.on("error", (error) => this.hangUp(messageOf(error)));
    socket.on("end", () => this.#settle(this.#asked?.reader.end()));
    socket.on("close", () => this.hangUp("the connection was closed before the end of the answer"));
  }
  isFresh() {
    return this.#socket.readyState === "open" && performance.now() < this.#freshUntilMs;
  }
  ask(message2, settle) {
    const { timeoutMs, maxBytes } = this.#limits;
    const timer = setTimeout(() => this.hangUp(`no answer within ${timeoutMs} ms`), timeoutMs);
    this.#asked = { reader: new AnswerReader(maxBytes), settle, timer };
    this.#socket.ref();
    this.#socket.write(message2);
  }
  hangUp(reason) {
    this.#listener.gone();
    this.#socket.destroy();
    this.#answered()?.settle({ kind: "broken", reason });
  }
  #hear(bytes) {
    if (this.#asked === null) {
      this.hangUp("the provider spoke unasked");
      return;
    }
    this.#asked.timer.refresh();
    this.#settle(this.#asked.reader.push(bytes));
  }
  /** What was asked, which now is over. */
  #answered() {
    const asked = this.#asked;
    this.#asked = null;
    if (asked !== null) clearTimeout(asked.timer);
    return asked;
  }
  #settle(read3) {
    if (read3 === void 0 || read3.kind === "more") return;
    if (read3.kind === "broken") {
      this.hangUp(read3.reason);
      return;
    }
    const asked = this.#answered();
    if (read3.answer.keepsAlive && !this.#socket.destroyed) this.#rest(read3.answer);
    else this.hangUp("it is not kept");
    asked?.settle(read3);
  }
  #rest({ headers }) {
    const seconds = /timeout=(\d{1,6})/i.exec(headers.get("keep-alive") ?? "")?.[1];
    if (seconds !== void 0) this.#freshUntilMs = performance.now() + Number(seconds) * 1e3 - CLOSING_MS;
    this.#socket.unref();
    this.#listener.idle();
  }
};

// src/replay/upstream.ts
var PATHS = {
  "openai-chat": "/chat/completions",
  "openai-responses": "/responses",
  "anthropic-messages": "/v1/messages",
  "openai-embeddings": "/embeddings"
};
var REFUSALS = /* @__PURE__ */ new Set([400, 404, 413, 422]);
var MAX_ANSWER_BYTES = 64 * 1024 * 1024;
function openUpstream(options) {
  const closing = new AbortController();
  const caller = new HttpCaller({ timeoutMs: options.timeoutMs, maxBytes: MAX_ANSWER_BYTES });
  const courtesies = new Map(
    options.providers.map(({ name, limits }) => [name, new Courtesy(limits, options.breaker, performance.now())])
  );
  return {
    ask: async (request) => {
      const provider = options.providers.find((candidate) => candidate.wires.includes(request.wire));
      const courtesy = courtesies.get(provider?.name ?? "openai");
      if (provider === void 0 || courtesy === void 0)
        return { kind: "failed", httpStatus: null, message: `no provider is configured for ${request.wire}` };
      return askWithRetries(provider, request, { ...options, courtesy, closing: closing.signal }, caller);
    },
    close: () => {
      closing.abort();
      caller.close();
    }
  };
}
async function askWithRetries(provider, request, options, caller) {
  const { courtesy, closing } = options;
  const tokens = likelyTokens(request.body);
  let last = { kind: "failed", httpStatus: null, message: "never asked" };
  let isProbe = false;
  for (let attempt2 = 1; attempt2 <= options.attempts; attempt2 += 1) {
    const admission = await admitted(provider, request, tokens, options);
    if (typeof admission !== "boolean") return attempt2 === 1 ? admission : last;
    isProbe ||= admission;
    const tried = await askOnce2(provider, request, options, caller);
    last = tried.asked;
    if (last.kind === "answer")
      courtesy.settle(tokens, likelyTokens(request.body, last.answer.body), performance.now());
    if (last.kind !== "failed" || !tried.retry || attempt2 === options.attempts || closing.aborted) break;
    request.onRetry();
    await pauseFor(Math.min(options.maxWaitMs, tried.retryAfterMs ?? backoffMs(attempt2)), closing);
  }
  courtesy.note(last.kind !== "failed", isProbe, performance.now());
  return last;
}
async function admitted(provider, request, tokens, { courtesy, closing }) {
  for (; ; ) {
    if (closing.aborted) return { kind: "failed", httpStatus: null, message: "pawl was ending" };
    const admission = courtesy.admit(tokens, performance.now());
    if (admission.kind === "go") return admission.isProbe;
    if (admission.kind === "down")
      return { kind: "failed", httpStatus: null, message: `${provider.name} is down: ${admission.why}` };
    request.onRetry();
    await pauseFor(admission.ms, closing);
  }
}
var BASE_WAIT_MS = 250;
function backoffMs(attempt2) {
  return BASE_WAIT_MS * 2 ** (attempt2 - 1) * (0.5 + Math.random() / 2);
}
async function pauseFor(ms, closing) {
  await $setTimeout(ms, void 0, { signal: closing }).catch(() => void 0);
}
var BYTES_PER_TOKEN = 4;
function likelyTokens(...bodies) {
  return Math.ceil(bodies.reduce((sum, body) => sum + body.length, 0) / BYTES_PER_TOKEN);
}
async function askOnce2(provider, request, options, caller) {
  const startedAtMs = performance.now();
  const received = await caller.post(
    targetFor(provider, request.wire),
    headersOf(provider, request, options.keys),
    request.body
  );
  if (received.kind === "broken")
    return failure2(null, `${provider.name} at ${provider.baseUrl}: ${received.reason}`, true);
  const { status, headers } = received.answer;
  const contentType = headers.get("content-type") ?? "";
  const body = received.answer.body.toString("utf8");
  if (REFUSALS.has(status))
    return { asked: { kind: "refused", httpStatus: status, contentType, body }, retry: false, retryAfterMs: null };
  if (status !== 200) {
    const retry = status === 408 || status === 409 || status === 429 || status >= 500;
    return failure2(status, `${provider.name} answered ${status}: ${cut(body, 200)}`, retry, retryAfterMs(headers));
  }
  const form = contentType.startsWith("text/event-stream") ? "stream" : "json";
  const read3 = readAnswer(request.wire, form, body);
  if (read3.kind === "broken") return failure2(status, `${provider.name} sent a broken answer: ${read3.reason}`, true);
  const answer = { wire: request.wire, form, body, durationMs: Math.round(performance.now() - startedAtMs) };
  return { asked: { kind: "answer", answer, body: read3.body }, retry: false, retryAfterMs: null };
}
function failure2(httpStatus, message2, retry, retryAfterMs2 = null) {
  return { asked: { kind: "failed", httpStatus, message: message2 }, retry, retryAfterMs: retryAfterMs2 };
}
function headersOf(provider, { headers, form }, keys) {
  return {
    ...headers,
    ...authorization(provider, keys),
    "content-type": "application/json",
    accept: form === "stream" ? "text/event-stream" : "application/json",
    "accept-encoding": "identity"
  };
}
var targets = /* @__PURE__ */ new WeakMap();
function targetFor(provider, wire) {
  const known = targets.get(provider) ?? /* @__PURE__ */ new Map();
  targets.set(provider, known);
  const target = known.get(wire) ?? targetOf(new URL(`${provider.baseUrl.replace(/\/+$/, "")}${PATHS[wire]}`));
  known.set(wire, target);
  return target;
}
function authorization(provider, keys) {
  const key = keys[provider.name];
  if (key === void 0) return {};
  return provider.name === "anthropic" ? { "x-api-key": key } : { authorization: `Bearer ${key}` };
}
function retryAfterMs(headers) {
  const precise = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const value = headers.get("retry-after");
  if (value === void 0) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1e3;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

// src/replay/proxy.ts
var MAX_RECORDED_BYTES = 64 * 1024 * 1024;
async function openProxy(options) {
  const agents = { http: new $Agent({ keepAlive: true }), https: new $Agent2({ keepAlive: true }) };
  const listening = /* @__PURE__ */ new Set();
  const server = $createServer((incoming, outgoing) => {
    const mcp = /^\/mcp\/([^/?]+)/.exec(incoming.url ?? "")?.[1];
    if (mcp !== void 0 && incoming.method === "GET") {
      listening.add(outgoing);
      outgoing.once("close", () => listening.delete(outgoing));
    }
    const passed = mcp === void 0 ? pass(options, agents, incoming, outgoing) : passMcp(options, mcp, incoming, outgoing);
    passed.catch((error) => {
      options.onUnrecorded("a request or its answer broke off");
      refuse(outgoing, 502, messageOf(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address();
  return {
    url: `http://${options.host}:${port}`,
    close: async (graceMs) => {
      const closed = new Promise((resolve) => server.close(() => resolve()));
      for (const stream of listening) stream.destroy();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
      await options.mcp.endLease(LEASE);
      agents.http.destroy();
      agents.https.destroy();
    }
  };
}
var LEASE = "proxy";
async function passMcp({ mcp }, name, incoming, outgoing) {
  const { method = "", headers } = incoming;
  const text3 = (await $buffer(incoming)).toString("utf8");
  const http = { server: decodeURIComponent(name), method, headers, text: text3, trial: null, lease: LEASE, outgoing };
  await mcp.serve({ ...http, onLate: () => void 0, onGap: () => void 0 });
}
async function pass(options, agents, incoming, outgoing) {
  const [path = "/", search] = (incoming.url ?? "/").split("?", 2);
  const target = targetOf2(options, path, incoming);
  const body = await $buffer(incoming);
  if ("refusal" in target) {
    options.onUnrecorded(target.refusal);
    return refuse(outgoing, 404, target.refusal);
  }
  const url = new URL(search === void 0 ? target.url : `${target.url}?${search}`);
  const headers = { ...passedOn(incoming.headers), "content-length": body.length, "accept-encoding": "identity" };
  const answer = await ask(url, agents, { method: incoming.method ?? "GET", headers }, body, outgoing);
  outgoing.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
  const received = await passBack(answer, outgoing);
  const exchange2 = {
    requestHeaders: incoming.headers,
    request: body.toString("utf8"),
    status: answer.statusCode ?? 0,
    contentType: answer.headers["content-type"] ?? "",
    contentEncoding: answer.headers["content-encoding"] ?? "identity",
    answer: received
  };
  record(options, target, exchange2);
  outgoing.end();
}
function targetOf2({ providers, toolsUrl }, path, { headers }) {
  const tool = /^\/tools\/([^/]+)$/.exec(path)?.[1];
  if (tool !== void 0) {
    if (toolsUrl === null) return { refusal: "a tool was called at /tools, and there is no --tools-url" };
    return { kind: "tool", url: `${toolsUrl.replace(/\/+$/, "")}/${tool}`, name: decodeURIComponent(tool) };
  }
  const route = routeOf(path);
  if (route.kind === "unsupported") return { refusal: `${route.provider} is not supported` };
  const isAnthropic = headers["anthropic-version"] !== void 0;
  const provider = providers.find(
    ({ name, wires }) => route.kind === "model" ? wires.includes(route.wire) : name === "anthropic" === isAnthropic
  );
  if (provider === void 0) return { refusal: "no provider is configured for this request" };
  const root = provider.baseUrl.replace(/\/+$/, "");
  if (route.kind === "model") return { kind: "model", url: `${root}${PATHS[route.wire]}`, wire: route.wire };
  return { kind: "other", url: `${root}${isAnthropic ? path : path.replace(/^\/v1(?=\/)/, "")}` };
}
function ask(url, agents, { method, headers }, body, outgoing) {
  const secure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const agent = secure ? agents.https : agents.http;
    const asked = (secure ? $request2 : $request)(url, { method, headers, agent }, resolve);
    outgoing.once("close", () => asked.destroy());
    asked.once("error", reject).end(body);
  });
}
async function passBack(answer, outgoing) {
  const chunks = [];
  let size = 0;
  for await (const chunk of answer) {
    outgoing.write(chunk);
    size += chunk.length;
    if (size <= MAX_RECORDED_BYTES) chunks.push(chunk);
  }
  return size <= MAX_RECORDED_BYTES ? Buffer.concat(chunks) : null;
}
function record(options, target, exchange2) {
  switch (target.kind) {
    case "other":
      options.onUnrecorded("no model request: passed on");
      break;
    case "tool": {
      const tool = passedTool(target.name, exchange2);
      if ("problem" in tool) options.onUnrecorded(tool.problem);
      else options.onTool(tool);
      break;
    }
    case "model": {
      const passed = passedCall(target.wire, exchange2, options);
      if ("problem" in passed) options.onUnrecorded(passed.problem);
      else options.onCall(passed.call);
      break;
    }
    default:
      throw new Error(`unknown target ${target}`);
  }
}
function refuse(outgoing, status, message2) {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const { contentType, body } = errorReply(status, message2);
  outgoing.writeHead(status, { "content-type": contentType }).end(body);
}

// src/replay/renames.ts
var unmapped = {
  toBase: (name, args) => asItIs(name, args),
  isNew: () => false,
  isRemoved: () => false
};
function callMapOf({ renames, addedTools, removedTools }) {
  const byTool = new Map(renames.map((rename) => [rename.headTool, rename]));
  const added = new Set(addedTools);
  const removed = new Set(removedTools);
  return {
    toBase: (name, args) => {
      const rename = byTool.get(name);
      if (rename === void 0) return asItIs(name, args);
      const given = rename.addedOptional.flatMap((parameter) => {
        const values = valuesAt(args, parameter);
        return values.length === 0 ? [] : [{ parameter, values }];
      });
      const value = structuredClone(args);
      for (const { parameter } of given) drop(value, parameter);
      const moved = renameAll(value, rename.parameters);
      const changed = rename.baseTool !== name || moved > 0 || given.length > 0;
      if (given.length === 0) return { name: rename.baseTool, arguments: value, changed, unrecorded: null };
      const whole = structuredClone(args);
      renameAll(whole, rename.parameters);
      return { name: rename.baseTool, arguments: value, changed, unrecorded: { given, arguments: whole } };
    },
    isNew: (tool) => added.has(tool),
    isRemoved: (tool) => removed.has(tool)
  };
}
function asItIs(name, args) {
  return { name, arguments: args, changed: false, unrecorded: null };
}
function renameAll(value, parameters) {
  const paths = Object.entries(parameters).toSorted(([a], [b]) => b.split(".").length - a.split(".").length);
  return paths.filter(([from, to]) => renameTo(value, from, to)).length;
}
function valuesAt(value, path) {
  const { parent, name } = split(path);
  return parentsOf(value, parent).flatMap((one) => Object.hasOwn(one, name) ? [one[name] ?? null] : []);
}
function renameTo(value, from, to) {
  const { parent, name } = split(from);
  const parents = parentsOf(value, parent).filter((one) => Object.hasOwn(one, name));
  for (const one of parents) {
    const moved = one[name] ?? null;
    delete one[name];
    one[split(to).name] = moved;
  }
  return parents.length > 0;
}
function drop(value, path) {
  const { parent, name } = split(path);
  for (const one of parentsOf(value, parent)) delete one[name];
}
function split(path) {
  const dot = path.lastIndexOf(".");
  return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}
function parentsOf(value, path) {
  let here = [value];
  for (const segment of path === "" ? [] : path.split(".")) {
    const name = segment.replace(/(\[\])+$/, "");
    here = here.flatMap((one) => isJsonObject(one) && Object.hasOwn(one, name) ? [one[name] ?? null] : []);
    for (let depth = (segment.length - name.length) / 2; depth > 0; depth -= 1)
      here = here.flatMap((one) => Array.isArray(one) ? one : []);
  }
  return here.filter(isJsonObject);
}

// src/replay/sample.ts
function isSample(trial) {
  if (trial.standing === "not_covered") return false;
  if (trial.end.kind === "stopped") return trial.divergence !== null;
  return trial.end.kind !== "provider_failed" && trial.end.kind !== "late_request";
}
function isOfItsTime({ trajectory }) {
  return trajectory.steps.some((step) => step.kind === "tool_call" && TODAYS.has(step.match));
}
var TODAYS = /* @__PURE__ */ new Set(["other_case", "simulated", "live", "agent"]);

// src/replay/reservoir.ts
var RESERVOIR_MAX = 50;
function storedTrialsOf(store, agentHash, theCase) {
  const found = [];
  while (found.length < RESERVOIR_MAX) {
    const trial = storedTrial(store, agentHash, theCase, found.length + 1);
    if (trial === null) break;
    found.push(trial);
  }
  return found;
}
function storedTrial(store, agentHash, { id: caseId, contentHash: caseHash }, number) {
  const trial = store.trial({ agentHash, caseHash, caseId, number })?.trial ?? null;
  if (trial === null || isOfItsTime(trial)) return null;
  return answersOf(trial, { kind: "trunk" }).every((key) => store.has(key)) ? trial : null;
}

// src/replay/plain-call.ts
var PlainCall = class {
  node = null;
  method;
  url;
  #headers;
  #write;
  #chunks = [];
  #left;
  #isAnswered = false;
  #isLost = false;
  #onLost = [];
  #onBody = null;
  constructor(method, url, headers, length, write) {
    this.method = method;
    this.url = url;
    this.#headers = headers;
    this.#left = length;
    this.#write = write;
  }
  header(name) {
    return this.#headers.get(name);
  }
  body() {
    return new Promise((resolve) => {
      this.#onBody = resolve;
      this.#settle();
    });
  }
  reply(reply) {
    if (this.#isAnswered || this.#isLost) return;
    this.#isAnswered = true;
    this.#write(reply);
  }
  onLost(act) {
    if (this.#isLost) act();
    else this.#onLost.push(act);
  }
  /** Takes what is its own of the bytes, and gives back the rest. */
  take(bytes) {
    const own = bytes.length <= this.#left ? bytes : bytes.subarray(0, this.#left);
    this.#left -= own.length;
    if (!this.#isAnswered && own.length > 0) this.#chunks.push(own);
    this.#settle();
    return bytes.subarray(own.length);
  }
  /** Whether some of the request is still to come; `act` is then called when all of it has. */
  whenWhole(act) {
    if (this.#left === 0) return false;
    this.#onBody = act;
    return true;
  }
  lose() {
    this.#isLost = true;
    this.#settle();
    for (const act of this.#onLost) act();
  }
  #settle() {
    const resolve = this.#onBody;
    if (resolve === null || this.#left > 0 && !this.#isLost) return;
    this.#onBody = null;
    const [only] = this.#chunks;
    const bytes = this.#chunks.length === 1 && only !== void 0 ? only : Buffer.concat(this.#chunks);
    resolve(this.#left > 0 ? { kind: "aborted" } : { kind: "bytes", bytes });
  }
};

// src/replay/plain-http.ts
var KEEP_ALIVE_S = 60;
var REQUEST_LINE = /^([A-Z]+) (\/[\x21-\x7e]*) HTTP\/1\.1$/;
var SPECIAL_HEADERS = ["transfer-encoding", "expect", "upgrade", "trailer"];
function plainServer(options) {
  const open = /* @__PURE__ */ new Set();
  const server = $createServer2({ noDelay: true, allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    new PlainConnection(socket, options);
  });
  return {
    server,
    closeConnections: () => {
      for (const socket of open) socket.destroy();
    }
  };
}
var PlainConnection = class {
  #socket;
  #options;
  #listeners;
  /** The request that is being answered. */
  #call = null;
  /** What came behind it. */
  #held = null;
  constructor(socket, options) {
    this.#socket = socket;
    this.#options = options;
    this.#listeners = [
      ["data", (bytes) => this.#hear(bytes)],
      // A client that ends its side waits for no answer, as node has it.
      ["end", () => socket.end()],
      ["error", () => void 0],
      ["close", () => this.#over()]
    ];
    for (const [event, listener] of this.#listeners) socket.on(event, listener);
  }
  #hear(bytes) {
    const behind = this.#call === null ? bytes : this.#call.take(bytes);
    if (behind.length === 0) return;
    if (this.#call === null) {
      this.#begin(behind);
      return;
    }
    this.#held = this.#held === null ? behind : Buffer.concat([this.#held, behind]);
    this.#socket.pause();
  }
  #begin(bytes) {
    const head = readHead(bytes);
    const call = typeof head === "string" ? null : this.#plainCall(head);
    if (call === null || typeof head === "string") {
      this.#handOver(bytes);
      return;
    }
    this.#call = call;
    if (bytes.length > head.length) this.#hear(bytes.subarray(head.length));
    this.#options.serve(call);
  }
  #plainCall({ start, headers }) {
    const [, method, url] = REQUEST_LINE.exec(start) ?? [];
    const length = lengthOf(headers);
    if (method === void 0 || url === void 0 || length === null || length > this.#options.maxBytes) return null;
    if (!headers.has("host") || SPECIAL_HEADERS.some((name) => headers.has(name))) return null;
    if ((headers.get("connection") ?? "keep-alive").toLowerCase() !== "keep-alive") return null;
    if (!this.#options.isPlain(method, url)) return null;
    return new PlainCall(method, url, headers, length, (reply) => this.#write(reply));
  }
  #handOver(bytes) {
    const socket = this.#socket;
    for (const [event, listener] of this.#listeners) socket.off(event, listener);
    socket.pause();
    socket.unshift(bytes);
    this.#options.whole.emit("connection", socket);
    socket.resume();
  }
  #write(reply) {
    const socket = this.#socket;
    const { httpStatus, contentType, body } = reply;
    let head = `HTTP/1.1 ${httpStatus} ${$STATUS_CODES[httpStatus] ?? ""}\r
content-type: ${contentType}\r
`;
    for (const [name, value] of Object.entries(retryHeaders(reply))) head += `${name}: ${value}\r
`;
    head += `content-length: ${Buffer.byteLength(body)}\r
connection: keep-alive\r
keep-alive: timeout=${KEEP_ALIVE_S}\r
\r
`;
    const sent = (error) => {
      if (error == null) this.#answered();
    };
    if (typeof body === "string") socket.write(head + body, sent);
    else {
      socket.cork();
      socket.write(head);
      socket.write(body, sent);
      socket.uncork();
    }
  }
  #answered() {
    const call = this.#call;
    if (call === null || call.whenWhole(() => this.#answered())) return;
    this.#call = null;
    const held2 = this.#held;
    this.#held = null;
    if (held2 === null) return;
    this.#socket.resume();
    this.#begin(held2);
  }
  #over() {
    this.#call?.lose();
    this.#call = null;
  }
};

// src/replay/gateway.ts
var SUPPORTED = "OpenAI's chat completions, responses and embeddings and Anthropic's messages are, so call the model through one of them";
var MAX_ARGUMENT_LEVELS = 200;
var MAX_REQUEST_BYTES2 = 64 * 1024 * 1024;
var PROTOCOL_HEADERS = ["anthropic-version", "anthropic-beta", "openai-beta"];
async function openGateway(backend, onDefect, network = null) {
  const bindings = /* @__PURE__ */ new Map();
  const answer = (call) => {
    serve(backend, bindings, call).catch((error) => {
      onDefect(error);
      call.reply(errorReply(500, messageOf(error)));
    });
  };
  const own = serverOf(answer);
  await new Promise((resolve, reject) => {
    own.server.once("error", reject);
    own.server.listen(0, "127.0.0.1", resolve);
  });
  const port = own.server.address().port;
  const servers = [own];
  if (network !== null) {
    const theirs = serverOf(answer);
    theirs.server.listen(await network.listen(port));
    servers.push(theirs);
  }
  return {
    lease: (listener, mcp) => {
      const token = $randomUUID();
      const binding = { trial: null, listener, mcp };
      bindings.set(token, binding);
      const root = `http://127.0.0.1:${port}/t/${token}`;
      return {
        urls: {
          openai: `${root}/v1`,
          anthropic: root,
          tools: `${root}/tools`,
          mcp: `${root}/mcp`,
          otlp: `${root}/otlp`
        },
        bind: (trial) => {
          binding.trial = trial;
        },
        unbind: () => {
          binding.trial = null;
        },
        endSessions: () => mcp.endLease(token),
        end: () => {
          bindings.delete(token);
          return mcp.endLease(token);
        }
      };
    },
    network,
    close: async () => {
      await Promise.all(servers.map(closeServer));
      network?.close();
    }
  };
}
function serverOf(serveCall) {
  const whole = $createServer(
    { keepAliveTimeout: 6e4 },
    (incoming, outgoing) => serveCall(nodeCall(incoming, outgoing, MAX_REQUEST_BYTES2))
  );
  return plainServer({ whole, isPlain, maxBytes: MAX_REQUEST_BYTES2, serve: serveCall });
}
function closeServer({ server, closeConnections }) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    closeConnections();
  });
}
function isPlain(method, url) {
  return method === "POST" && !/^\/t\/[^/]*\/mcp(?:[/?]|$)/.test(url);
}
async function serve(backend, bindings, call) {
  const [, scope, token = "", ...rest] = call.url.split("?", 1)[0]?.split("/") ?? [];
  const binding = scope === "t" ? bindings.get(token) : void 0;
  if (binding === void 0) return call.reply(errorReply(404, "no trial has this URL"));
  if (rest[0] === "otlp") return serveOtlp(binding.listener, call, rest.slice(1).join("/"));
  if (rest[0] === "mcp") return serveMcp(token, binding, call, rest.slice(1));
  const { trial } = binding;
  if (trial === null) {
    binding.listener.late(`${call.method} /${rest.join("/")}`);
    return call.reply(errorReply(410, "this trial has already answered"));
  }
  const read3 = await call.body();
  if (read3.kind === "aborted") return;
  if (trial.isStopped() || binding.trial !== trial) return call.reply(errorReply(410, "this trial has ended"));
  if (read3.kind === "too_large") return call.reply(tooLarge2);
  const text3 = read3.bytes.toString("utf8");
  if (rest[0] === "tools") return serveTool(trial, call, rest.slice(1), text3);
  return serveModel(backend, trial, call, `/${rest.join("/")}`, text3);
}
var tooLarge2 = errorReply(413, `the request is larger than ${MAX_REQUEST_BYTES2} bytes`);
async function serveMcp(lease, binding, call, path) {
  const { trial, mcp, listener } = binding;
  const server = decoded(path[0]);
  if (server === null || path.length !== 1 || call.node === null)
    return call.reply(errorReply(404, "expected /mcp/<server>"));
  const read3 = await call.body();
  if (read3.kind === "aborted") return;
  if (read3.kind === "too_large") return call.reply(tooLarge2);
  if (trial?.isStopped() === true || binding.trial !== trial)
    return call.reply(errorReply(410, "this trial has ended"));
  const { incoming, outgoing } = call.node;
  await mcp.serve({
    ...{ server, method: call.method, headers: incoming.headers, text: read3.bytes.toString("utf8"), trial, lease },
    ...{ outgoing, onLate: listener.late, onGap: listener.gap }
  });
}
async function serveModel(backend, trial, call, path, text3) {
  const route = routeOf(path);
  const unspoken = call.method === "POST" ? unspokenApi(path) : null;
  if (unspoken !== null) trial.recorder.unspoken(unspoken);
  if (route.kind === "unsupported") {
    const message2 = `${route.provider} is not supported: ${SUPPORTED}`;
    trial.warn(`the agent asked for an API that pawl does not speak, and was refused: ${message2}`);
    return call.reply(errorReply(404, message2));
  }
  if (route.kind === "unknown") {
    if (call.method === "POST")
      trial.warn(`the agent posted to ${areaOf(path)}, which pawl does not speak, and was refused`);
    return call.reply(errorReply(404, `${call.method} ${path} is not supported: ${SUPPORTED}`));
  }
  const body = parseJson(text3);
  if (call.method !== "POST" || !isJsonObject(body))
    return call.reply(errorReply(400, "expected a POST with a JSON object"));
  const headers = {};
  for (const name of PROTOCOL_HEADERS) {
    const value = call.header(name);
    if (value !== void 0) headers[name] = value;
  }
  const onAbandoned = (release) => call.onLost(release);
  const reply = await answerModel(backend, trial, route.wire, { body, text: text3, headers, onAbandoned });
  call.reply(reply);
  reply.afterwards?.();
}
function areaOf(path) {
  return cut(path.split("/").slice(0, 3).join("/"), 80);
}
async function serveTool(trial, call, path, text3) {
  const args = text3 === "" ? {} : parseJson(text3);
  const name = decoded(path[0]);
  if (call.method !== "POST" || args === void 0 || name === null || path.length !== 1)
    return call.reply(errorReply(400, "expected POST /tools/<name> with the arguments as JSON"));
  if (nestedDeeperThan(args, MAX_ARGUMENT_LEVELS))
    return call.reply(errorReply(400, `expected arguments of at most ${MAX_ARGUMENT_LEVELS} levels of nesting`));
  const reply = await answerTool(trial, name, args);
  call.reply({ httpStatus: reply.httpStatus, contentType: "application/json", body: JSON.stringify(reply.body) });
}
async function serveOtlp(listener, call, path) {
  const post2 = await readOtlpPost(call, path);
  if (post2 === null) return;
  call.reply(await answerOtlp(post2, MAX_REQUEST_BYTES2, (content) => listener.telemetry(content)));
}
function decoded(segment) {
  try {
    return segment === void 0 || segment === "" ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}

// src/replay/network.ts
var HOLDER = `
const { connect, createServer } = require('node:net');
process.on('message', ({ id, listens, port }) => {
  const failed = (error) => process.send({ id, error: error.message });
  const host = '127.0.0.1';
  if (listens) {
    const server = createServer().on('error', failed);
    server.listen(port, host, () => process.send({ id }, server, () => server.close()));
  } else {
    const socket = connect({ port, host }).on('error', failed).pause();
    socket.once('connect', () => process.send({ id }, socket));
  }
});
process.on('disconnect', () => process.exit());
process.send({ id: 0, pid: process.pid });
`;
async function agentNetwork({
  isolation,
  recording,
  repository
}) {
  if (isolation.kind === "none" || isolation.network === void 0 || recording !== null) return null;
  const path = repository.parentEnvironment.PATH;
  const nsenter = await programIn("nsenter", path ?? "");
  if (nsenter === null) throw cannotClose("there is no nsenter");
  const [file, ...args] = isolation.kind === "uid" ? UNSHARE : BUBBLEWRAP;
  const holder = $spawn(file, [...args, process.execPath, "-e", HOLDER], {
    // No key of pawl's is in its environment.
    env: path === void 0 ? {} : { PATH: path },
    stdio: ["ignore", "ignore", "pipe", "ipc"]
  });
  const calls = new HolderCalls(holder);
  const { pid } = await calls.started.catch((error) => Promise.reject(cannotClose(messageOf(error))));
  return {
    pid,
    listen: async (port) => {
      const made = await calls.ask({ listens: true, port });
      if (made instanceof $Server) return made;
      throw new Error(`nothing listens on port ${port} of the agents' network`);
    },
    connect: async (port) => {
      const made = await calls.ask({ listens: false, port });
      if (made instanceof $Socket) return made;
      throw new Error(`no connection to port ${port} of the agents' network`);
    },
    enter: ({ file: program, args: words, cwd, uid, gid }) => {
      const who = uid === void 0 ? [`--user=/proc/${pid}/ns/user`, "--preserve-credentials"] : [`--setgid=${gid ?? uid}`, `--setuid=${uid}`];
      return { file: nsenter, args: [`--net=/proc/${pid}/ns/net`, ...who, program, ...words], cwd };
    },
    close: () => {
      if (holder.connected) holder.disconnect();
    }
  };
}
var HolderCalls = class {
  started;
  #holder;
  #waiting = /* @__PURE__ */ new Map();
  #calls = 0;
  constructor(holder) {
    this.#holder = holder;
    let said2 = "";
    holder.stderr?.setEncoding("utf8").on("data", (text3) => {
      said2 = cut(said2 + text3, 300);
    });
    this.started = this.#answer(0);
    holder.on("message", (message2, handle) => this.#hear(message2, handle));
    const over = (why) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(why));
      this.#waiting.clear();
    };
    holder.on("error", (error) => over(error.message));
    holder.on("close", () => over(said2.trim() || "it ended"));
  }
  async ask(what) {
    if (!this.#holder.connected) throw new Error("the agents' network is gone");
    this.#calls += 1;
    const answer = this.#answer(this.#calls);
    this.#holder.send({ id: this.#calls, ...what });
    return (await answer).handle;
  }
  #answer(id) {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }
  #hear({ id, error, pid = 0 }, handle) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === void 0) waiting?.resolve({ pid, handle });
    else waiting?.reject(new Error(error));
  }
};
var UNSHARE = ["unshare", "--net", "/bin/sh", "-c", 'ip link set lo up && exec "$0" "$@"'];
var BUBBLEWRAP = ["bwrap", "--dev-bind", "/", "/", "--unshare-user", "--unshare-net", "--die-with-parent"];
async function programIn(name, path) {
  for (const folder of path.split($delimiter).filter((one) => one.startsWith("/"))) {
    const file = $join(folder, name);
    const found = await $access(file, $constants2.X_OK).then(
      () => true,
      () => false
    );
    if (found) return file;
  }
  return null;
}
function cannotClose(why) {
  return new UserError({
    where: "isolation.network",
    message: `the agent's network cannot be closed on this machine: ${why}`,
    hint: "it needs Linux with nsenter, and unshare and ip as root, or else bubblewrap; or set isolation.network: open"
  });
}

// src/replay/schedule.ts
function pairUp(requests, seed) {
  const pairs = /* @__PURE__ */ new Map();
  for (const request of requests) {
    const key = `${request.resampleOf ?? request.number} ${request.caseId}`;
    const pair = pairs.get(key) ?? [];
    pairs.set(key, pair);
    pair.push(request);
  }
  const ordered = [...pairs.values()].map((pair) => pair.toSorted((a, b) => placeOf(a) - placeOf(b)));
  return shuffled(ordered, seededRandom(seed));
}
function placeOf({ side, resampleOf }) {
  return side === "head" ? 1 : resampleOf === void 0 ? 0 : 2;
}

// src/replay/argument-shape.ts
var MAX_HOPS = 10;
function shapeOf(schema, root) {
  const { schema: plain2, allowsNull } = unwrap(isJsonObject(schema) ? schema : {}, root, MAX_HOPS);
  const types = [plain2.type ?? []].flat();
  const { format } = plain2;
  return {
    schema: plain2,
    isNumber: types.some((type) => type === "number" || type === "integer") && !types.includes("string"),
    date: format === "date" || format === "date-time" ? format : null,
    texts: [plain2.enum ?? []].flat().filter((text3) => typeof text3 === "string"),
    isSet: plain2.uniqueItems === true,
    allowsNull: allowsNull || types.includes("null"),
    fallback: plain2.default === void 0 ? null : { value: plain2.default }
  };
}
function memberShape({ schema }, name, root) {
  const { properties, additionalProperties } = schema;
  const own = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return shapeOf(own, root);
}
function itemShape({ schema }, root) {
  return shapeOf(schema.items, root);
}
function saysNothing(value, { fallback, allowsNull }) {
  if (value === null) return !allowsNull || fallback === null || fallback.value === null;
  return fallback !== null && canonicalJson(value) === canonicalJson(fallback.value);
}
function unwrap(schema, root, hops) {
  const { $ref, allOf, anyOf, oneOf: oneOf2, ...own } = schema;
  const branches = [allOf ?? anyOf ?? oneOf2 ?? []].flat().filter(isJsonObject);
  const others = branches.filter((branch) => branch.type !== "null");
  const nullBranch = others.length < branches.length && allOf === void 0;
  const inner = typeof $ref === "string" ? at(root, $ref) : others.length === 1 ? others[0] : void 0;
  if (!isJsonObject(inner) || hops === 0) return { schema: own, allowsNull: nullBranch };
  const below = unwrap(inner, root, hops - 1);
  return { schema: { ...below.schema, ...own }, allowsNull: nullBranch || below.allowsNull };
}
function at(root, reference) {
  if (!reference.startsWith("#/")) return void 0;
  const names = reference.slice(2).split("/");
  return names.reduce((here, token) => {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    return isJsonObject(here) && Object.hasOwn(here, name) ? here[name] : void 0;
  }, root);
}

// src/replay/normalise-date.ts
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$|^(\d{4})(\d\d)(\d\d)$/;
var BEYOND_MICROSECONDS = /[.,]\d{6}\d*[1-9]/;
function normaliseDate(text3) {
  const parts = (DATE.exec(text3) ?? []).slice(1).filter((part2) => part2 !== void 0);
  const date = parts.map((part2) => part2.padStart(2, "0")).join("-");
  return momentOf(`${date}T00:00`) === null ? text3 : date;
}
function normaliseDateTime(text3) {
  const moment = momentOf(text3);
  if (moment === null || BEYOND_MICROSECONDS.test(text3) || !Number.isSafeInteger(moment.us)) return text3;
  return `${moment.us} us ${moment.hasOffset ? "UTC" : "local"}`;
}

// src/replay/normalise-text.ts
function normaliseText(text3, shape, on) {
  const composed = on.has("unicode") ? text3.normalize("NFC") : text3;
  const trimmed = on.has("white_space") ? withoutLooseBlanks(composed) : composed;
  if (on.has("numbers") && shape.isNumber) return numberOf(trimmed) ?? trimmed;
  if (on.has("dates") && shape.date !== null)
    return shape.date === "date" ? normaliseDate(trimmed) : normaliseDateTime(trimmed);
  return on.has("enum_case") ? spelledAsIn(shape.texts, trimmed) : trimmed;
}
function withoutLooseBlanks(text3) {
  return text3.replace(/\r\n?/g, "\n").split("\n").map((line) => line.trimEnd()).join("\n").trim();
}
function numberOf(text3) {
  const value = parseJson(text3);
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  const digits = text3.replace(/[eE].*$/, "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length <= 15 ? value : null;
}
function spelledAsIn(texts, text3) {
  if (texts.includes(text3)) return text3;
  const alike = texts.filter((one) => one.toLowerCase() === text3.toLowerCase());
  return alike.length === 1 ? alike[0] ?? text3 : text3;
}

// src/replay/normalise.ts
function normaliserOf({ tools, enabled, isReadOnly, setsOf }) {
  const schemas = new Map(tools.map((tool) => [tool.name, tool.parameters]));
  const textOf3 = ({ name, arguments: args }, on) => {
    const root = schemas.get(name) ?? {};
    const applied = isReadOnly(name) ? on : on.filter((one) => one !== "white_space");
    const walk = new Walk(root, new Set(applied), new Set(setsOf(name)));
    return writtenText({ name, arguments: walk.value(args, shapeOf(root, root), "") });
  };
  return {
    textOf: (call) => textOf3(call, enabled),
    between: (a, b) => {
      const same = (on) => textOf3(a, on) === textOf3(b, on);
      return enabled.reduce((needed, one) => {
        const others = needed.filter((other) => other !== one);
        return same(others) ? others : needed;
      }, enabled);
    }
  };
}
function writtenText(call) {
  return `${call.name} ${canonicalJson(call.arguments)}`;
}
var Walk = class {
  #root;
  #on;
  #sets;
  constructor(root, on, sets) {
    this.#root = root;
    this.#on = on;
    this.#sets = sets;
  }
  value(value, shape, path) {
    if (typeof value === "string") return normaliseText(value, shape, this.#on);
    if (Array.isArray(value)) return this.#list(value, shape, path);
    return isJsonObject(value) ? this.#object(value, shape, path) : value;
  }
  #list(list, shape, path) {
    const itemsShape = itemShape(shape, this.#root);
    const items = list.map((item) => this.value(item, itemsShape, `${path}[]`));
    const isSet = this.#on.has("sets") && (shape.isSet || this.#sets.has(path));
    if (!isSet) return items;
    const byText = new Map(items.map((item) => [canonicalJson(item), item]));
    return [...byText].sort(([a], [b]) => a < b ? -1 : 1).map(([, item]) => item);
  }
  #object(object, shape, path) {
    const members = Object.entries(object).flatMap(([name, member2]) => {
      const own = memberShape(shape, name, this.#root);
      const at2 = path === "" ? name : `${path}.${name}`;
      const value = this.value(member2, own, at2);
      return this.#on.has("absent") && this.#saysNothing(value, own, at2) ? [] : [[name, value]];
    });
    return Object.fromEntries(members);
  }
  #saysNothing(value, { fallback, ...shape }, path) {
    if (value === null || fallback === null) return saysNothing(value, { ...shape, fallback });
    const ours = this.value(fallback.value, { ...shape, fallback }, path);
    return saysNothing(value, { ...shape, fallback: { value: ours } });
  }
};

// src/replay/argument-leaves.ts
function argumentLeaves(value, path = "") {
  if (typeof value === "string") return value === "" ? [] : [{ path, text: value, isNumber: false }];
  if (typeof value === "number") return [{ path, text: String(value), isNumber: true }];
  if (Array.isArray(value)) return value.flatMap((item) => argumentLeaves(item, `${path}[]`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(
    ([name, member2]) => argumentLeaves(member2, path === "" ? name : `${path}.${name}`)
  );
}
function areApart(a, b) {
  const [mine, theirs] = [a, b].map(({ arguments: args }) => new Set(argumentLeaves(args).map(({ text: text3 }) => text3)));
  return mine !== void 0 && theirs !== void 0 && mine.size > 0 && theirs.size > 0 && mine.isDisjointFrom(theirs);
}

// src/replay/tool-lore.ts
var LEAST_SHOWN = 2;
var LEAST_ALIKE = 5;
function loreOf(recorded) {
  let read3 = null;
  const lore = () => {
    read3 ??= readLore(recorded());
    return read3;
  };
  return {
    acknowledges: (tool) => lore().acknowledges(tool),
    elsewhere: (call, text3) => lore().elsewhere(call, text3)
  };
}
function readLore(recorded) {
  const acknowledgements = new Sayings();
  const sayings = new Sayings();
  const readings = /* @__PURE__ */ new Map();
  for (const one of recorded) {
    const { call, text: text3, isReadOnly } = one;
    if (isReadOnly) sayings.add(call, text3, hashJson(call.outcome));
    else if (call.outcome.kind === "result") acknowledgements.add(call, text3, templateOf(call, call.outcome.value));
    if (isReadOnly && one.isFirstState) readings.set(text3, readAgain(readings.get(text3), one));
  }
  const constant = constantTools(readings.values());
  return {
    acknowledges: (tool) => acknowledgements.only(tool, LEAST_SHOWN) !== null,
    elsewhere: ({ name, arguments: args }, text3) => {
      const asked = constant.has(name) ? readings.get(text3) : void 0;
      if (asked !== void 0) return asked.call;
      const said2 = sayings.only(name, LEAST_ALIKE);
      return said2 === null || said2.outcome.kind === "error" ? null : { ...said2, arguments: args };
    }
  };
}
var Sayings = class {
  #byTool = /* @__PURE__ */ new Map();
  add(call, callText2, said2) {
    const known = this.#byTool.get(call.name) ?? { first: call, texts: /* @__PURE__ */ new Set(), calls: /* @__PURE__ */ new Set() };
    this.#byTool.set(call.name, known);
    if (known.texts.size < 2) known.texts.add(said2);
    known.calls.add(callText2);
  }
  /** A call of a tool that has said one thing alone, to at least so many different calls. */
  only(tool, least) {
    const known = this.#byTool.get(tool);
    return known !== void 0 && known.texts.size === 1 && known.calls.size >= least ? known.first : null;
  }
};
function readAgain(known, { call, caseIndex }) {
  const outcomeHash = hashJson(call.outcome);
  if (known === void 0) return { call, outcomeHash, isConstant: true, cases: /* @__PURE__ */ new Set([caseIndex]) };
  const cases = known.cases.has(caseIndex) ? known.cases : /* @__PURE__ */ new Set([...known.cases, caseIndex]);
  return { ...known, cases, isConstant: known.isConstant && known.outcomeHash === outcomeHash };
}
function constantTools(readings) {
  const shown = /* @__PURE__ */ new Map();
  const varying = /* @__PURE__ */ new Set();
  for (const { call, cases, isConstant } of readings) {
    if (!isConstant) varying.add(call.name);
    else if (cases.size > 1) shown.set(call.name, (shown.get(call.name) ?? 0) + 1);
  }
  return new Set([...shown].flatMap(([tool, count3]) => count3 >= LEAST_SHOWN && !varying.has(tool) ? tool : []));
}
function templateOf({ arguments: args }, result) {
  const leaves = argumentLeaves(args).toSorted((a, b) => b.text.length - a.text.length);
  return leaves.reduce((text3, leaf) => text3.replaceAll(wordOf(leaf), () => `<${leaf.path}>`), canonicalJson(result));
}
function wordOf({ text: text3, isNumber }) {
  const written = RegExp.escape(JSON.stringify(text3).slice(1, -1)) + (isNumber ? "(?:\\.0+)?" : "");
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, "gu");
}

// src/replay/tape.ts
function tapeRules(policy, tools) {
  const { isReadOnly, setsOf, normalisations } = policy;
  return { normaliser: normaliserOf({ tools, enabled: normalisations, isReadOnly, setsOf }), isReadOnly };
}
function tapesOf(cases, rules, isAdded = () => false) {
  const own = cases.map((theCase) => ({ theCase, places: placesOf(theCase, rules) }));
  const lore = loreOf(
    () => own.flatMap(({ theCase, places }, index) => isAdded(theCase) ? [] : loreCalls(places, index, rules))
  );
  return own.map(({ theCase, places }) => ({ theCase, tape: { ...places, rules, lore } }));
}
function loreCalls({ placesByCall }, caseIndex, rules) {
  return [...placesByCall].flatMap(
    ([text3, places]) => places.map(({ call, changesBefore }) => {
      const isReadOnly = rules.isReadOnly(call.name);
      return { caseIndex, text: text3, call, isReadOnly, isFirstState: changesBefore === 0 };
    })
  );
}
function placesOf(theCase, rules) {
  const changes = theCase.recordings.map(() => []);
  const placesByCall = /* @__PURE__ */ new Map();
  const placesByTool = /* @__PURE__ */ new Map();
  for (const [recording, { steps }] of theCase.recordings.entries()) {
    const changed = changes[recording] ?? [];
    for (const step of steps) {
      if (step.kind !== "tool_call") continue;
      const place = { recording, call: step, changesBefore: changed.length };
      const text3 = rules.normaliser.textOf(step);
      add(placesByCall, text3, place);
      add(placesByTool, step.name, place);
      if (!rules.isReadOnly(step.name) && step.outcome.kind === "result") changed.push(text3);
    }
  }
  const tellsEffects = [...placesByTool.keys()].some(rules.isReadOnly);
  return { changes, placesByCall, placesByTool, tellsEffects };
}
function add(map, key, value) {
  const known = map.get(key);
  if (known === void 0) map.set(key, [value]);
  else known.push(value);
}

// src/replay/told-tools.ts
var VALID = { kind: "valid" };
var ToldTools = class {
  #onBase;
  #checkAgainst;
  #told = /* @__PURE__ */ new Map();
  /** `onBase`: null = it is not known. */
  constructor(onBase, checkAgainst2) {
    this.#onBase = onBase;
    this.#checkAgainst = checkAgainst2;
  }
  hear({ tools }) {
    for (const tool of tools) this.#told.set(tool.name, tool);
  }
  check(tool, args) {
    const now = this.#told.get(tool);
    const before = now === void 0 ? void 0 : this.#onBase()?.get(tool);
    if (now === void 0 || before === void 0) return VALID;
    if (canonicalJson(before.parameters) === canonicalJson(now.parameters)) return VALID;
    return this.#checkAgainst(now, args);
  }
};
function toolsToldIn(canonicalRequest2) {
  const asked = parseJson(canonicalRequest2);
  if (!isJsonObject(asked) || !isJsonObject(asked.body)) return [];
  const wire = WIRES.find((one) => one === asked.wire);
  const read3 = wire === void 0 ? null : readRequest(wire, asked.body);
  return read3 === null || "problem" in read3 ? [] : read3.tools;
}
var WIRES = ["openai-chat", "openai-responses", "anthropic-messages"];

// src/replay/runner.ts
var Runner = class {
  #options;
  #sides;
  #defects;
  #rules;
  #cases = /* @__PURE__ */ new Map();
  /** Trials of this session that others follow, by side. */
  #ran = { base: new FollowedTrials(), head: new FollowedTrials() };
  #reservoirs = /* @__PURE__ */ new Map();
  #told = /* @__PURE__ */ new Map();
  #rounds = 0;
  constructor(options, sides, defects) {
    this.#options = options;
    this.#sides = sides;
    this.#defects = defects;
    this.#rules = tapeRules(options.tools, sides.get("base")?.tools ?? []);
    this.take(options.cases);
  }
  take(cases) {
    const isAdded = ({ id }) => this.#options.addedCases?.has(id) === true;
    for (const one of tapesOf(cases, this.#rules, isAdded)) this.#cases.set(one.theCase.id, one);
  }
  async run(requests, watch2) {
    const places = Math.max(...[...this.#sides.values()].map((side) => side.places));
    const ran = [];
    this.#rounds += 1;
    for (const [name, side] of this.#sides)
      side.expect(requests.filter((request) => request.side === name && !this.#isStored(request)).length);
    const pairs = pairUp(requests, `${this.#options.seed} ${this.#rounds}`).values();
    const runPairs = async () => {
      for (const pair of pairs)
        for (const request of pair) {
          if (watch2.signal.aborted || this.#defects.length > 0) return;
          const one = await this.#runOne(request);
          ran.push(one);
          watch2.onTrial(one);
        }
    };
    await Promise.all(Array.from({ length: places }, runPairs));
    if (this.#defects.length > 0) throw this.#defects[0];
    await Promise.all([...this.#sides.values()].map((side) => side.telemetrySettled()));
    const settled = ran.map((one) => ({
      ...one,
      trial: this.#sides.get(one.trial.side)?.amend(one.trial) ?? one.trial
    }));
    await Promise.all([...this.#sides.values()].map((side) => side.endRound()));
    if (this.#options.keepBaseTrials) this.#keep(settled);
    this.#options.backend.store.flush();
    return settled;
  }
  storedTrials(caseId) {
    const { backend, recording, reservoirs } = this.#options;
    const theCase = this.#cases.get(caseId)?.theCase;
    const side = this.#sides.get("base");
    if (theCase === void 0 || side === void 0 || recording !== null) return 0;
    const known = this.#reservoirs.get(caseId);
    if (known !== void 0) return known;
    const found = storedTrialsOf(backend.store, side.agentHash, theCase).length;
    const read3 = Math.min(found, reservoirs?.get(caseId) ?? found);
    this.#reservoirs.set(caseId, read3);
    return read3;
  }
  /** Trials that ran elsewhere: those of this session that follow them can do so as if they had run here. */
  remember(trials) {
    for (const trial of trials) this.#ran[trial.side].add(trial);
  }
  /** What was drawn for a trial of this session: a run elsewhere that asks the same, or follows it, needs it. */
  answersGiven(trial) {
    const { caseId } = trial;
    const { store } = this.#options.backend;
    return answersOf(trial, this.#lane(trial)).flatMap((key) => {
      const answer = store.answer(key);
      return answer === null ? [] : [{ caseId, key, answer }];
    });
  }
  async #runOne(request) {
    const found = this.#cases.get(request.caseId);
    const side = this.#sides.get(request.side);
    if (found === void 0 || side === void 0)
      throw new Error(`asked for a trial of an unknown case or side: ${request.caseId} ${request.side}`);
    const stored = this.#fromReservoir(request, found.theCase, side);
    if (stored !== null) {
      this.#ran.base.add(stored);
      return { trial: stored, stored: true, probe: false };
    }
    const { trial, stoppedDry } = await this.#draw(request, found, side);
    if (!stoppedDry) this.#ran[request.side].add(trial);
    return { trial, stored: false, probe: stoppedDry };
  }
  #draw(request, found, side) {
    const { caseId, number, dry = false } = request;
    const toldOnBase = request.side === "base" ? null : () => this.#toldOnBase(caseId);
    return side.run({ ...found, number, lane: this.#lane(request), prefix: this.#prefix(request), dry, toldOnBase });
  }
  /** Read out of the requests that base's trials of the case have made, as the store keeps them; null = it has none. */
  #toldOnBase(caseId) {
    const known = this.#told.get(caseId);
    if (known !== void 0) return known;
    const asked = new Set(this.#ran.base.ofCase(caseId).flatMap(({ requestKeys }) => requestKeys));
    const stored = this.#options.backend.store.requests(caseId).filter(({ requestKey: requestKey2 }) => asked.has(requestKey2));
    if (stored.length === 0) return null;
    const told = new Map(stored.flatMap(({ request }) => toolsToldIn(request)).map((tool) => [tool.name, tool]));
    this.#told.set(caseId, told);
    return told;
  }
  /** Head follows base's trial of its number; a base trial that is drawn anew does so as far as head's trial did. */
  #prefix({ caseId, side, number, resampleOf }) {
    const leader = side === "head" ? number : resampleOf;
    if (leader === void 0) return null;
    const base = this.#ran.base.get(caseId, leader);
    const head = this.#ran.head.get(caseId, leader);
    if (side === "base" && (base === void 0 || head === void 0))
      throw new Error(`base cannot be drawn anew after trial ${leader} of ${caseId}: it has not run on both sides`);
    if (base === void 0) return null;
    const prefix = { lane: this.#lane({ caseId, side: "base", number: leader }), number: leader };
    if (side === "head" || head === void 0) return { ...prefix, requestKeys: base.requestKeys };
    return { ...prefix, requestKeys: base.requestKeys.slice(0, head.shared) };
  }
  /** Only at the end of a round: a late request or a defect can still spoil a trial that has answered. */
  #keep(ran) {
    for (const { trial, stored } of ran) {
      const theCase = this.#cases.get(trial.caseId)?.theCase;
      const side = this.#sides.get(trial.side);
      if (stored || theCase === void 0 || side === void 0 || !isSample(trial) || isOfItsTime(trial)) continue;
      this.#options.backend.store.putTrial({ agentHash: side.agentHash, caseHash: theCase.contentHash, trial });
    }
  }
  #isStored(request) {
    return this.#lane(request).kind === "trunk" && request.number <= this.storedTrials(request.caseId);
  }
  #fromReservoir(request, theCase, side) {
    return this.#lane(request).kind === "trunk" ? storedTrial(this.#options.backend.store, side.agentHash, theCase, request.number) : null;
  }
  #lane(request) {
    if (this.#options.recording !== null) return { kind: "recording" };
    const head = this.#sides.get("head");
    if (request.side === "head" && head !== void 0)
      return { kind: "head", agentHash: this.#options.headLane ?? head.agentHash };
    if (head === void 0 || request.number <= this.storedTrials(request.caseId)) return { kind: "trunk" };
    return { kind: "fresh", agentHash: head.agentHash };
  }
};

// src/replay/agent-run.ts
function ended2(end2) {
  return { end: end2, output: null };
}
function stopped(signal) {
  const reason = signal.reason;
  return ended2({ kind: "stopped", reason: typeof reason === "string" ? reason : messageOf(reason) });
}

// src/replay/exec-pool.ts
var MAX_OUTPUT_BYTES = 64 * 1024 ** 2;
function openExecPool(options) {
  const limit = pLimit(options.site.spec.concurrency);
  const closing = new AbortController();
  const running = /* @__PURE__ */ new Set();
  let processes = 0;
  const runNow = async (trial) => {
    const signal = AbortSignal.any([trial.signal, closing.signal]);
    if (signal.aborted) return stopped(signal);
    const slot = { process: ++processes, place: 0 };
    return runExec(options, { ...trial, signal }, trial.start(slot));
  };
  return {
    run: (trial) => {
      const result = limit(runNow, trial);
      running.add(result);
      return result.finally(() => running.delete(result));
    },
    expect: () => void 0,
    restart: () => void 0,
    close: async () => {
      closing.abort("the agent pool was closed");
      await Promise.allSettled(running);
    }
  };
}
async function runExec(options, trial, urls) {
  const child = startAt(options.site, options.site.spec.command, urls);
  const output = [];
  let outputBytes = 0;
  let early = null;
  const endEarly = (result) => {
    if (early !== null || child.hasEnded()) return;
    early = result;
    void child.kill();
  };
  child.stdout.on("data", (chunk) => {
    outputBytes += chunk.length;
    if (outputBytes <= MAX_OUTPUT_BYTES) output.push(chunk);
    else endEarly(tooMuch(output));
  });
  const { timeoutMs, signal } = trial;
  const timer = setTimeout(() => endEarly(ended2({ kind: "timed_out", afterMs: timeoutMs })), timeoutMs);
  const abort = () => endEarly(stopped(signal));
  signal.addEventListener("abort", abort, { once: true });
  child.stdin.end(`${JSON.stringify(trial.input)}
`);
  const exit = await child.exit;
  clearTimeout(timer);
  signal.removeEventListener("abort", abort);
  return early ?? (outputBytes > MAX_OUTPUT_BYTES ? tooMuch(output) : judge(exit, output));
}
function judge(exit, output) {
  if (exit.exitCode !== 0) return ended2({ kind: "crashed", ...exit });
  const text3 = decode(Buffer.concat(output));
  if (text3 === null) return ended2(garbage(startOf(output), "output in UTF-8"));
  const json = parseJson(text3);
  const value = json === void 0 ? text3.replace(/\r?\n$/, "") : json;
  const deep = depthFault(value, text3);
  return deep === null ? { end: { kind: "answered" }, output: value } : ended2(deep);
}
function tooMuch(output) {
  return ended2(garbage(startOf(output), `at most ${MAX_OUTPUT_BYTES} bytes of output`));
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function startOf(output) {
  return (output[0] ?? Buffer.alloc(0)).subarray(0, 1024).toString("utf8");
}

// src/replay/port-owner.ts
var LISTENING = "0A";
var REACHED = /^(?:0100007F|0{8}|0{32}|0{16}FFFF00000100007F)$/;
function listensOn(port, pids, networkPid) {
  const sockets = listenersAt(port, networkPid);
  if (sockets === null || sockets.length === 0) return null;
  const held2 = pids.map(socketsOf);
  if (sockets.every((socket) => held2.some((own) => own?.has(socket)))) return true;
  return held2.includes(null) ? null : false;
}
function isListenedTo(port, networkPid) {
  return (listenersAt(port, networkPid) ?? []).length > 0;
}
function listenersAt(port, networkPid) {
  const tables = ["tcp", "tcp6"].map((name) => read2(`/proc/${networkPid ?? "self"}/net/${name}`));
  if (tables.every((table) => table === null)) return null;
  return tables.flatMap(
    (table) => (table ?? "").split("\n").flatMap((line) => {
      const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
      const [address = "", hexPort = ""] = local.split(":");
      const isThere = state === LISTENING && REACHED.test(address) && Number.parseInt(hexPort, 16) === port;
      return isThere && inode !== void 0 ? [inode] : [];
    })
  );
}
function socketsOf(pid) {
  try {
    const links = $readdirSync(`/proc/${pid}/fd`).flatMap((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
    return new Set(links);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? /* @__PURE__ */ new Set() : null;
  }
}
function linkOf(path) {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec($readlinkSync(path))?.[1];
    return inode === void 0 ? [] : [inode];
  } catch {
    return [];
  }
}
function read2(path) {
  try {
    return $readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

// src/replay/http-speech.ts
var MAX_BODY_BYTES = 64 * 1024 ** 2;
var PROBE_INTERVAL_MS = 50;
var PROBE_TIMEOUT_MS2 = 2e3;
var END_GRACE_MS = 5e3;
function speakByHttp(child, at2, spec, hear) {
  child.stdout.resume();
  return {
    ready: waitUntilHealthy(child, at2, spec),
    give: (id, line) => void post(child, at2, spec, line).then((reply) => hear(readReply(id, reply), reply.text))
  };
}
async function waitUntilHealthy(child, at2, spec) {
  const { healthPath, startTimeoutMs } = spec;
  const untilMs = $performance.now() + startTimeoutMs;
  for (let last = "no answer"; ; ) {
    if (child.hasEnded()) return null;
    const asked = await ask2(at2, { method: "GET", path: healthPath, body: null, timeoutMs: PROBE_TIMEOUT_MS2 });
    if (asked.kind === "answer" && asked.status >= 200 && asked.status < 300) return whyNotIts(child, at2);
    last = asked.kind === "answer" ? `status ${asked.status}` : asked.why;
    if ($performance.now() >= untilMs)
      return `the agent did not answer GET ${healthPath} on port ${at2.port} with success within ${startTimeoutMs / 1e3} s (last: ${last})`;
    await $setTimeout(PROBE_INTERVAL_MS, void 0, { ref: false });
  }
}
function whyNotIts(child, { port, network }) {
  const processes = child.processes();
  if (processes === null || listensOn(port, processes, network?.pid ?? null) !== false) return null;
  return `port ${port} is answered by a process that the agent's command did not start`;
}
async function post(child, at2, spec, line) {
  const reply = await ask2(at2, { method: "POST", path: spec.path, body: line, timeoutMs: null });
  if (reply.kind === "answer") return reply;
  const probe = await ask2(at2, { method: "GET", path: spec.healthPath, body: null, timeoutMs: PROBE_TIMEOUT_MS2 });
  if (probe.kind === "broken") await Promise.race([child.exit, $setTimeout(END_GRACE_MS, void 0, { ref: false })]);
  return reply;
}
async function ask2({ port, network }, asked) {
  if (network === null) return exchange({ host: "127.0.0.1", port, agent: false }, asked);
  try {
    const socket = await network.connect(port);
    return await exchange({ host: "127.0.0.1", port, createConnection: () => socket }, asked);
  } catch (error) {
    return broken(error);
  }
}
function broken(error) {
  return { kind: "broken", why: cut(messageOf(error), 200), text: "" };
}
function exchange(to, { method, path, body, timeoutMs }) {
  return new Promise((resolve) => {
    const fail = (error) => resolve(broken(error));
    const headers = body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asking = $request({ ...to, method, path, headers }, (response) => {
      const chunks = [];
      let bytes = 0;
      response.on("data", (chunk) => {
        bytes += chunk.length;
        if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
        else asking.destroy(new Error(`an answer of more than ${MAX_BODY_BYTES} bytes`));
      });
      response.on("end", () => {
        resolve({ kind: "answer", status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
      });
      response.on("error", fail);
    });
    if (timeoutMs !== null)
      asking.setTimeout(timeoutMs, () => asking.destroy(new Error(`no answer in ${timeoutMs} ms`)));
    asking.on("error", fail).end(body ?? void 0);
  });
}
var EXPECTED2 = 'status 200 with JSON {"output"} or {"error"}';
function readReply(id, reply) {
  if (reply.kind === "broken") return { kind: "error", id, message: `the connection to the agent broke: ${reply.why}` };
  const { status, text: text3 } = reply;
  if (status !== 200) return { kind: "error", id, message: cut(`status ${status}: ${text3}`, 2e3) };
  const value = parseJson(text3);
  if (!isJsonObject(value)) return garbage(text3, EXPECTED2);
  const deep = depthFault(value, text3);
  return deep ?? readWorkerLine(JSON.stringify({ ...value, id }));
}

// src/replay/speech.ts
var MAX_LINE_BYTES3 = 16 * 1024 ** 2;
function speakByLines(child, hear) {
  const lines = new LineSplitter(MAX_LINE_BYTES3);
  let isDeaf = false;
  child.stdout.on("data", (bytes) => {
    if (isDeaf) return;
    for (const line of lines.push(bytes)) {
      if (isDeaf) return;
      const said2 = typeof line === "string" ? readWorkerLine(line) : line;
      isDeaf = said2.kind === "garbage";
      hear(said2, typeof line === "string" ? line : line.received);
    }
  });
  return { ready: null, give: (_, line) => writeSoon(child.stdin, line) };
}
function writeSoon(stream, line) {
  if (stream.writableCorked === 0) {
    stream.cork();
    setImmediate(() => stream.uncork());
  }
  stream.write(line);
}

// src/replay/worker.ts
var STOP_GRACE_MS = 250;
var Worker = class {
  process;
  /** Resolves when the process and all it started is gone. */
  gone;
  #options;
  #onPlace;
  #child;
  #speech;
  #hold;
  #isHeld;
  #bornMs = $performance.now();
  #flights = /* @__PURE__ */ new Map();
  #lost = /* @__PURE__ */ new Set();
  #places = /* @__PURE__ */ new Set();
  #isProven = false;
  #isRetired = false;
  /** It never took a trial, and pawl ended it for that. */
  #neverReady = false;
  /** `holdMs`: the process must live this long before it gets a trial. `onPlace` hears that a place became free. */
  constructor(options, process2, holdMs, onPlace) {
    this.process = process2;
    this.#options = options;
    this.#onPlace = onPlace;
    const { child, speech } = startSpeaking(options, process2, (said2, line) => this.#hear(said2, line));
    this.#child = child;
    this.#speech = speech;
    this.#isHeld = holdMs > 0;
    this.#hold = this.#holdFor(holdMs);
    this.gone = this.#child.exit.then((exit) => this.#over(exit));
  }
  /** Places taken. */
  get load() {
    return this.#places.size;
  }
  hasPlace() {
    return !this.#isRetired && !this.#child.hasEnded() && this.load < this.#options.site.spec.inflight;
  }
  run(trial) {
    if (this.#flights.has(trial.id)) return Promise.reject(new Error(`trial ${trial.id} is already running`));
    const { promise, resolve, reject } = Promise.withResolvers();
    const onAbort = () => this.#stop(flight);
    const flight = { trial, place: this.#takePlace(), resolve, reject, onAbort, timer: null, stop: null };
    this.#flights.set(trial.id, flight);
    trial.signal.addEventListener("abort", onAbort, { once: true });
    if (this.#hold === null) this.#send(flight);
    else void this.#hold.then(() => this.#send(flight));
    return promise;
  }
  /** Takes no more trials and ends with the last one that it has. */
  retire() {
    this.#isRetired = true;
    if (this.#flights.size === 0) void this.#child.kill();
  }
  /** Stops all trials and ends the process. */
  async close(result) {
    void this.#giveUp([...this.#flights.values()], result);
    await this.gone;
  }
  #holdFor(holdMs) {
    const { ready } = this.#speech;
    if (holdMs === 0 && ready === null) return null;
    const held2 = new Promise((resolve) => setTimeout(resolve, holdMs).unref());
    return Promise.all([held2, ready]).then(([, why]) => this.#endHold(why));
  }
  #endHold(why) {
    if (this.#child.hasEnded()) return;
    if (why === null) {
      this.#isProven = true;
      return;
    }
    this.#neverReady = true;
    const end2 = ended2({ kind: "crashed", exitCode: null, signal: null, stderrTail: why });
    void this.#giveUp([...this.#flights.values()], end2);
  }
  #takePlace() {
    let place = 0;
    while (this.#places.has(place)) place++;
    this.#places.add(place);
    return place;
  }
  #send(flight) {
    const { id, input, timeoutMs } = flight.trial;
    if (!this.#flights.has(id) || this.#child.hasEnded()) return;
    const late = ended2({ kind: "timed_out", afterMs: timeoutMs });
    try {
      const urls = flight.trial.start({ process: this.process, place: flight.place });
      flight.timer = setTimeout(() => void this.#giveUp([flight], late), timeoutMs);
      this.#speech.give(id, trialLine({ id, input, urls }));
    } catch (error) {
      this.#remove(flight);
      flight.reject(error);
    }
  }
  #stop(flight) {
    const stop = stopped(flight.trial.signal);
    flight.stop = stop;
    if (flight.timer === null) {
      this.#remove(flight);
      flight.resolve(stop);
      return;
    }
    clearTimeout(flight.timer);
    flight.timer = setTimeout(() => void this.#giveUp([flight], stop), STOP_GRACE_MS);
  }
  #hear(said2, line) {
    if (said2.kind === "garbage") {
      this.#reject(said2);
    } else if (!this.#lost.has(said2.id)) {
      const flight = this.#flights.get(said2.id);
      if (flight === void 0) this.#reject(garbage(line, "an answer to a trial in flight"));
      else this.#answer(flight, resultOf(said2));
    }
  }
  #reject(what) {
    if (this.#flights.size === 0 && !this.#isRetired) this.#options.onStray(what.received);
    void this.#giveUp([...this.#flights.values()], ended2(what));
  }
  /** The agent is done with the trial. */
  #answer(flight, result) {
    this.#isProven = true;
    this.#remove(flight);
    flight.resolve(flight.stop ?? result);
    if (this.#isRetired) this.retire();
  }
  /** The agent may not be done with these trials. Where it has no others, they end when it has ended. */
  async #giveUp(flights, result) {
    for (const flight of flights) {
      this.#lost.add(flight.trial.id);
      this.#remove(flight);
    }
    this.retire();
    if (this.#flights.size === 0) await this.gone;
    for (const flight of flights) flight.resolve(flight.stop ?? result);
  }
  #remove(flight) {
    if (flight.timer !== null) clearTimeout(flight.timer);
    flight.trial.signal.removeEventListener("abort", flight.onAbort);
    this.#flights.delete(flight.trial.id);
    setImmediate(() => {
      this.#places.delete(flight.place);
      this.#onPlace();
    });
  }
  #over(exit) {
    const isByItself = !this.#isRetired || this.#neverReady;
    this.#isRetired = true;
    const crashed = ended2({ kind: "crashed", ...exit });
    for (const flight of [...this.#flights.values()]) {
      this.#remove(flight);
      flight.resolve(flight.stop ?? crashed);
    }
    const livedMs = $performance.now() - this.#bornMs;
    return { exit, livedMs, isProven: this.#isProven, isHeld: this.#isHeld, isByItself };
  }
};
var PORTS = { from: 2e4, to: 3e4 };
var takenPorts = /* @__PURE__ */ new Set();
function takePort(taken, range = PORTS) {
  for (; ; ) {
    const port = $randomInt(range.from, range.to);
    if (taken.has(port)) continue;
    taken.add(port);
    return port;
  }
}
function freePort(networkPid) {
  for (; ; ) {
    const port = takePort(takenPorts);
    if (!isListenedTo(port, networkPid)) return port;
    takenPorts.delete(port);
  }
}
function startSpeaking({ site, processUrls }, process2, hear) {
  const { spec } = site;
  const urls = spec.inflight === 1 ? processUrls(process2) : null;
  if (spec.protocol !== "http") {
    const child2 = startAt(site, spec.command, urls);
    return { child: child2, speech: speakByLines(child2, hear) };
  }
  const port = freePort(site.network?.pid ?? null);
  const child = startAt(site, spec.command, urls, { more: { PORT: String(port), HOST: "127.0.0.1" } });
  void child.exit.then(() => takenPorts.delete(port));
  return { child, speech: speakByHttp(child, { port, network: site.network }, spec.http, hear) };
}
function resultOf(said2) {
  if (said2.kind === "output") return { end: { kind: "answered" }, output: said2.output };
  return ended2({ kind: "agent_error", message: said2.message });
}

// src/replay/worker-pool.ts
var MAX_FAILED_STARTS = 3;
var MAX_HOLD_MS = 1e4;
var WorkerPool = class {
  #options;
  #workers = /* @__PURE__ */ new Set();
  #waiting = /* @__PURE__ */ new Set();
  #starts = new Starts();
  #processes = 0;
  #isClosed = false;
  constructor(options) {
    this.#options = options;
  }
  run(trial) {
    if (this.#isClosed) return Promise.reject(new Error("the agent pool is closed"));
    if (trial.signal.aborted) return Promise.resolve(stopped(trial.signal));
    const free = this.#waiting.size === 0 && this.#starts.broken === null ? this.#place() : null;
    if (free !== null) return free.run(trial);
    return new Promise((resolve) => {
      const onAbort = () => {
        this.#waiting.delete(waiting);
        resolve(stopped(trial.signal));
      };
      const waiting = { trial, resolve, onAbort };
      trial.signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting.add(waiting);
      this.#dispatch();
    });
  }
  expect(trials) {
    if (this.#isClosed || this.#starts.broken !== null) return;
    const wanted = Math.min(trials, this.#options.site.spec.concurrency);
    while (this.#workers.size < wanted) this.#startWorker();
  }
  restart(slot) {
    for (const worker of this.#workers) if (worker.process === slot.process) worker.retire();
  }
  async close() {
    this.#isClosed = true;
    const result = ended2({ kind: "stopped", reason: "the agent pool was closed" });
    this.#drain(result);
    await Promise.all([...this.#workers].map((worker) => worker.close(result)));
  }
  #dispatch() {
    if (this.#starts.broken !== null) this.#drain(this.#starts.broken);
    for (const waiting of this.#waiting) {
      const worker = this.#place();
      if (worker === null) return;
      this.#take(waiting).resolve(worker.run(waiting.trial));
    }
  }
  #drain(result) {
    for (const waiting of this.#waiting) this.#take(waiting).resolve(result);
  }
  #take(waiting) {
    this.#waiting.delete(waiting);
    waiting.trial.signal.removeEventListener("abort", waiting.onAbort);
    return waiting;
  }
  /** An idle process, else a new one, else the one with the fewest trials. null = all places are taken. */
  #place() {
    const free = [...this.#workers].filter((worker) => worker.hasPlace()).sort((a, b) => a.load - b.load)[0] ?? null;
    if (free?.load === 0 || this.#workers.size >= this.#options.site.spec.concurrency) return free;
    return this.#startWorker();
  }
  #startWorker() {
    const worker = new Worker(this.#options, ++this.#processes, this.#starts.holdMs(), () => this.#dispatch());
    this.#workers.add(worker);
    void worker.gone.then((end2) => {
      this.#workers.delete(worker);
      this.#starts.note(end2);
      this.#dispatch();
    });
    return worker;
  }
};
var Starts = class {
  #failedMs = [];
  #isProven = false;
  broken = null;
  holdMs() {
    if (this.#isProven || this.#failedMs.length < MAX_FAILED_STARTS) return 0;
    return Math.min(MAX_HOLD_MS, 2 * Math.max(...this.#failedMs) + 200);
  }
  note(end2) {
    if (end2.isProven) this.#isProven = true;
    if (this.#isProven || !end2.isByItself) return;
    if (end2.isHeld) this.broken = gaveUp(end2.exit, this.#failedMs.length + 1);
    else this.#failedMs.push(end2.livedMs);
  }
};
function gaveUp(exit, starts) {
  const said2 = exit.stderrTail === "" ? "" : `; it last said: ${exit.stderrTail}`;
  const stderrTail = `the agent ended at its start ${starts} times in a row and is not started again${said2}`;
  return ended2({ kind: "crashed", exitCode: exit.exitCode, signal: exit.signal, stderrTail });
}

// src/replay/agent-pool.ts
function openAgentPool(options) {
  environmentAt(options.site, null);
  return options.site.spec.protocol === "exec" ? openExecPool(options) : new WorkerPool(options);
}

// src/replay/join-telemetry.ts
var MAX_ERROR_CHARS = 300;
function joinTelemetry({ steps }, { spans, logs }) {
  const told = readTrace(spans, logs).flatMap((one) => one.steps).toSorted((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0));
  const ids = wireIds(steps);
  const free = new Set(told);
  const joined = /* @__PURE__ */ new Map();
  const join = (by, keyOfStep, keyOf2) => {
    const waiting = queues(free, (one) => withKind(one, keyOf2(one)));
    for (const [stepIndex, step] of steps.entries()) {
      const key = joined.has(stepIndex) ? null : withKind(step, keyOfStep(step, stepIndex));
      const found = key === null ? void 0 : waiting.get(key)?.next().value;
      if (found === void 0) continue;
      free.delete(found);
      joined.set(stepIndex, { stepIndex, joinedBy: by, ...factsOf(found) });
    }
  };
  join("id", (_, index) => ids[index] ?? null, idOf);
  join("order", argumentsOf, argumentsOf);
  join("order", nameOf2, toldName);
  const known = new Set(ids);
  const unseen = [...free].filter((one) => isCall(one) && !known.has(idOf(one)));
  return {
    spans: spans.length,
    logs: logs.length,
    steps: [...joined.values()].toSorted((a, b) => a.stepIndex - b.stepIndex),
    unseen: unseen.map((one) => ({ kind: one.kind, name: toldName(one), ...factsOf(one) }))
  };
}
function idsOnTheWire({ steps }) {
  const calls = steps.flatMap((step) => step.kind === "model_call" ? step.response?.parts ?? [] : []).flatMap((part2) => part2.kind === "tool_call" ? [part2.id] : []);
  return /* @__PURE__ */ new Set([...calls, ...wireIds(steps).filter((id) => id !== null)]);
}
function wireIds(steps) {
  const byText = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  const made = /* @__PURE__ */ new Set();
  const make = (asked) => {
    for (let one = asked?.shift(); one !== void 0; one = asked?.shift()) {
      if (made.has(one)) continue;
      made.add(one);
      return one.id;
    }
    return null;
  };
  return steps.map((step) => {
    if (step.kind === "tool_call") return make(byText.get(callText(step))) ?? make(byName.get(step.name));
    for (const part2 of step.response?.parts ?? []) {
      if (part2.kind !== "tool_call") continue;
      const asked = { id: part2.id };
      put(byText, callText(part2), asked);
      put(byName, part2.name, asked);
    }
    return step.responseId ?? null;
  });
}
function put(queues2, key, value) {
  const queue = queues2.get(key);
  if (queue === void 0) queues2.set(key, [value]);
  else queue.push(value);
}
function queues(all4, keyOf2) {
  const found = /* @__PURE__ */ new Map();
  for (const one of all4) {
    const key = keyOf2(one);
    if (key !== null) put(found, key, one);
  }
  return new Map([...found].map(([key, values]) => [key, values.values()]));
}
function withKind({ kind }, key) {
  return key === null ? null : `${kind} ${key}`;
}
function isCall(one) {
  return one.kind === "tool_call" || one.error === null;
}
function argumentsOf(one) {
  return one.kind === "tool_call" ? callText(one) : null;
}
function nameOf2(step) {
  return step.kind === "tool_call" ? step.name : step.model;
}
function toldName(one) {
  return one.kind === "tool_call" ? one.name : one.requestModel ?? one.responseModel;
}
function idOf(one) {
  return one.kind === "tool_call" ? one.id : one.responseId;
}
function factsOf(one) {
  const { agent, durationMs, sources } = one;
  return { agent, durationMs, error: errorOf(one), sources };
}
function errorOf(one) {
  const error = one.kind === "model_call" ? one.error : one.outcome.kind === "error" ? one.outcome.value : null;
  return error === null ? null : cut(typeof error === "string" ? error : JSON.stringify(error), MAX_ERROR_CHARS);
}

// src/replay/listed-hash.ts
function listedHash(agentHash, recorded, listed) {
  const said2 = writeContract(listed);
  return said2 === writeContract(recorded) ? agentHash : hashJson([agentHash, said2]);
}

// src/replay/mcp/ask.ts
var PROTOCOL_VERSION = "2025-11-25";
var MAX_PAGES = 100;
var MAX_WAIT_MS = 2e4;
var LISTS = [
  ["tools", "tools/list"],
  ["prompts", "prompts/list"],
  ["resources", "resources/list"],
  ["resources", "resources/templates/list"]
];
async function askServer(server, child, initialize) {
  const waiting = /* @__PURE__ */ new Map();
  const stdio = new StdioServer(child, (message2) => {
    if (message2.kind === "response") waiting.get(message2.id)?.(message2.outcome);
  });
  const over = new AbortController();
  const lost = Promise.race([
    stdio.ended,
    $setTimeout(MAX_WAIT_MS, `no answer within ${MAX_WAIT_MS / 1e3} s`, { signal: over.signal }).catch(messageOf)
  ]).then((reason) => {
    throw new Error(reason);
  });
  const ask3 = async (method, params) => {
    const id = waiting.size;
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    stdio.send(rpcRequest(id, method, params));
    return { server, method, params, outcome: await Promise.race([answered, lost]) };
  };
  try {
    const started = await ask3("initialize", { protocolVersion: PROTOCOL_VERSION, capabilities: {}, ...initialize });
    if (started.outcome.kind === "error") throw new Error(`initialize: ${JSON.stringify(started.outcome.value)}`);
    stdio.send({ jsonrpc: "2.0", method: "notifications/initialized" });
    const announced = Object(started.outcome.value.capabilities);
    const methods = LISTS.filter(([capability]) => Object.hasOwn(announced, capability)).map(([, method]) => method);
    const exchanges = [started];
    for (const method of methods) exchanges.push(...await pages(method, ask3));
    return exchanges;
  } finally {
    over.abort();
    await stdio.close();
  }
}
async function pages(method, ask3) {
  const all4 = [];
  let params = {};
  while (all4.length < MAX_PAGES) {
    const page = await ask3(method, params);
    all4.push(page);
    const cursor = page.outcome.kind === "result" ? page.outcome.value.nextCursor : void 0;
    if (typeof cursor !== "string") return all4;
    params = { cursor };
  }
  throw new Error(`${method} has more than ${MAX_PAGES} pages`);
}

// src/replay/mcp/listed.ts
async function listServers(site, recorded) {
  const asked = await Promise.all(
    Object.entries(site.spec.mcpServers).map(([name, spec]) => listServer(site, recorded, name, spec))
  );
  const live = new Set(asked.flatMap(({ exchanges, name }) => exchanges === null ? [] : [name]));
  const kept = recorded.exchanges.filter(({ server, method }) => !live.has(server) || !isContractMethod(method));
  return {
    contract: keepToolNames(recorded, { exchanges: [...kept, ...asked.flatMap(({ exchanges }) => exchanges ?? [])] }),
    silent: asked.flatMap(({ name, isSilent }) => isSilent ? [name] : []),
    notes: asked.flatMap(({ notes }) => notes)
  };
}
async function listServer(site, recorded, name, spec) {
  if (spec.kind === "url" || spec.listed === "recording") return { name, exchanges: null, isSilent: false, notes: [] };
  const own = recorded.exchanges.filter(({ server }) => server === name);
  try {
    const exchanges = await askServer(name, startServerAt(site, spec, "no_secrets"), initializeOf(own));
    const drift = own.length === 0 ? null : driftText(own, exchanges);
    const notes = drift === null ? [] : [`the MCP server ${name} lists other tools than it was recorded with: ${drift}`];
    return { name, exchanges, isSilent: false, notes };
  } catch (error) {
    const why = cut(messageOf(error), 300);
    return {
      name,
      exchanges: null,
      isSilent: true,
      notes: [`the MCP server ${name} could not be asked for its lists, so the recorded ones are believed: ${why}`]
    };
  }
}
function initializeOf(exchanges) {
  return exchanges.find(({ method }) => method === "initialize")?.params ?? {};
}
function driftText(before, now) {
  const [old, fresh] = [before, now].map(
    (exchanges) => new Map(mcpTools({ exchanges }).map((tool) => [tool.name, canonicalJson(tool)]))
  );
  if (old === void 0 || fresh === void 0) return null;
  const parts = [
    ["added", [...fresh.keys()].filter((name) => !old.has(name))],
    ["removed", [...old.keys()].filter((name) => !fresh.has(name))],
    ["changed", [...fresh].filter(([name, text3]) => old.has(name) && old.get(name) !== text3).map(([name]) => name)]
  ];
  const said2 = parts.filter(([, names]) => names.length > 0);
  return said2.length === 0 ? null : said2.map(([what, names]) => `${what} ${names.map((name) => cut(name, 80)).join(", ")}`).join("; ");
}

// src/replay/own-results.ts
var OwnResults = class {
  /** What the model asked for, by call id; some providers give the same id again and again. */
  #asked = /* @__PURE__ */ new Map();
  /** Calls served by the gateway whose results have not come by on the model's wire yet. */
  #served = [];
  #isOwn = /* @__PURE__ */ new Map();
  asked(answer) {
    for (const part2 of answer.parts) {
      if (part2.kind !== "tool_call") continue;
      const calls = this.#asked.get(part2.id) ?? [];
      calls.push({ name: part2.name, arguments: part2.arguments });
      this.#asked.set(part2.id, calls);
    }
  }
  served(call) {
    this.#served.push(call);
  }
  /** Results of calls that this trial's model did not make (a conversation's history) are nobody's. */
  in(messages) {
    const own = [];
    const repeated = /* @__PURE__ */ new Map();
    const counts = /* @__PURE__ */ new Map();
    let index = 0;
    for (const part2 of messages.flatMap((message2) => message2.parts)) {
      if (part2.kind === "tool_call") repeated.set(part2.id, part2);
      if (part2.kind !== "tool_result") continue;
      const call = this.#callOf(part2.id, repeated.get(part2.id));
      if (call !== null) {
        const text3 = `${part2.id} ${callText(call)}`;
        const count3 = counts.get(text3) ?? 0;
        counts.set(text3, count3 + 1);
        const key = `${count3} ${text3}`;
        const outcome = { kind: part2.isError ? "error" : "result", value: part2.result };
        if (this.#decide(key, call)) own.push({ key, index, call, outcome });
      }
      index += 1;
    }
    return own;
  }
  /** As the model made it; which one of several with this id, the request's own repetition of it says. */
  #callOf(id, repeated) {
    const calls = this.#asked.get(id);
    if (calls === void 0) return null;
    const same = repeated === void 0 ? void 0 : calls.find((call) => callText(call) === callText(repeated));
    return same ?? calls.at(-1) ?? null;
  }
  #decide(key, call) {
    const known = this.#isOwn.get(key);
    if (known !== void 0) return known;
    const served = this.#servedAs(call);
    if (served !== -1) this.#served.splice(served, 1);
    this.#isOwn.set(key, served === -1);
    return served === -1;
  }
  /** An agent may change a call's arguments on its way to the tool, or the name of an MCP tool on its way to the model. */
  #servedAs(call) {
    const places = [
      this.#served.findIndex((served) => callText(served) === callText(call)),
      this.#served.findIndex(({ name }) => name === call.name),
      this.#served.findIndex((served) => isPrefixed(call, served))
    ];
    return places.find((place) => place !== -1) ?? -1;
  }
};
function isPrefixed(asked, served) {
  const tool = served.name.slice(served.name.indexOf(".") + 1);
  const end2 = asked.name.length - tool.length;
  const isTool = asked.name.endsWith(tool) && (end2 === 0 || /[_.:/-]/.test(asked.name.charAt(end2 - 1)));
  if (!isTool) return false;
  return callText({ ...asked, name: tool }) === callText({ ...served, name: tool });
}

// src/replay/recorder.ts
var ASSISTING = /* @__PURE__ */ new Set([
  "renamed",
  "other_state",
  "other_case",
  "nearest",
  "simulated",
  "live",
  "agent"
]);
var TrialRecorder = class {
  claims;
  ownResults = new OwnResults();
  number;
  #identity;
  #places = [];
  /** How what the provider keeps came about, by its id, and where the answer came from. */
  #kept = /* @__PURE__ */ new Map();
  #history = [];
  #mcp = [];
  #assisted = false;
  #divergence = null;
  #notCovered = null;
  #firstRequestKey = null;
  #providerFailure = null;
  #retrying = 0;
  #sealed = false;
  #runaway = null;
  #unspoken = /* @__PURE__ */ new Set();
  constructor(trial) {
    this.#identity = { caseId: trial.caseId, side: trial.side, number: trial.number };
    this.number = trial.number;
    this.claims = new Claims(trial);
  }
  /** A model request came, whatever becomes of it. */
  asked(requestKey2) {
    this.#firstRequestKey ??= requestKey2;
  }
  place() {
    const place = { step: null };
    this.#places.push(place);
    return {
      fill: (step) => {
        if (!this.#sealed) place.step = step;
      },
      drop: () => {
        const index = this.#places.indexOf(place);
        if (index !== -1) this.#places.splice(index, 1);
      },
      index: () => this.#places.indexOf(place)
    };
  }
  /** How an answer, an item or a conversation that the provider keeps came about in this trial; null = not in this trial. */
  kept(id) {
    return this.#kept.get(id) ?? null;
  }
  /** Messages that the previous model call did not have. */
  newMessages(request) {
    const known = this.#history;
    if (known.length === 0) return request.messages;
    const continues = canonicalJson(request.messages.slice(0, known.length)) === canonicalJson(known);
    return continues ? request.messages.slice(known.length) : request.messages;
  }
  modelCall(call) {
    const response = call.body === null ? null : readResponse(call.request.wire, call.body);
    this.#keep(call);
    if (call.source === "semantic") this.#assisted = true;
    if (response?.message != null) this.ownResults.asked(response.message);
    if (call.request.wire !== "openai-embeddings") this.#history = call.request.messages;
    return {
      kind: "model_call",
      wire: call.request.wire,
      model: call.request.model,
      requestKey: call.requestKey,
      instructionsHash: hashInstructions(call.request),
      toolsHash: hashTools(call.request),
      newMessages: call.newMessages,
      response: response?.message ?? null,
      finishReason: response?.finishReason ?? null,
      ...response?.id == null ? {} : { responseId: response.id },
      usage: response?.usage ?? null,
      source: call.source,
      error: call.error,
      durationMs: call.durationMs
    };
  }
  /** The key of a request holds the markers of what it continues, so that each marker stands for all that went before. */
  #keep(call) {
    if (call.body === null) return;
    const marker = `${call.requestKey}#${call.occurrence}`;
    const ids = idsOfAnswer(call.request.wire, call.body);
    for (const [index, id] of ids.entries())
      this.#kept.set(id, { marker: index === 0 ? marker : `${marker}/${index}`, source: call.source });
    if (call.conversation !== null) this.#kept.set(call.conversation, { marker, source: call.source });
  }
  /** A call that came to the gateway. */
  toolCall(step, place) {
    this.ownToolCall(step, place);
    this.ownResults.served(step);
  }
  /** A call that the agent ran by itself. */
  ownToolCall(step, place) {
    place.fill(step);
    if (ASSISTING.has(step.match)) this.#assisted = true;
  }
  /** The calls that have been answered so far, in the order in which they came. */
  toolCalls() {
    return this.#places.flatMap(({ step }) => step?.kind === "tool_call" ? [step] : []);
  }
  /** What an MCP server answered besides tool calls; only while recording. */
  mcpExchange(exchange2) {
    if (!this.#sealed) this.#mcp.push(exchange2);
  }
  assist() {
    this.#assisted = true;
  }
  /** The first one counts: what follows it is no longer the recorded world. */
  diverge(tool, args, reason, place) {
    this.#divergence ??= { stepIndex: place.index(), tool, arguments: args, reason };
  }
  notCovered(reason) {
    this.#notCovered ??= reason;
  }
  providerFailed(failure3) {
    this.#providerFailure ??= failure3;
  }
  /** More model calls than any sane trial makes: the agent is at fault, and every further call is money. */
  ranAway(message2) {
    this.#runaway ??= message2;
  }
  /** The agent asked for an API that pawl does not speak, and was refused. */
  unspoken(api) {
    if (!this.#sealed) this.#unspoken.add(api);
  }
  modelCalls() {
    return this.#places.filter((place) => place.step?.kind === "model_call").length;
  }
  /** The trial was stopped: what is still on its way is no part of it any more. */
  seal() {
    this.#sealed = true;
  }
  /** The provider is being asked again and again; `settled` when it has answered or failed for good. */
  retrying() {
    this.#retrying += 1;
    return {
      settled: () => {
        this.#retrying -= 1;
      }
    };
  }
  finish(agentEnd, output, durationMs) {
    const steps = this.#places.flatMap((place) => place.step === null ? [] : [place.step]);
    const end2 = this.#endOf(agentEnd);
    const models = steps.filter((step) => step.kind === "model_call");
    const drawn = (source) => models.filter((step) => step.source === source && step.error === null).length;
    const unspoken = [...this.#unspoken].sort();
    const finalOutput = end2.kind === "answered" ? output : null;
    return {
      ...this.#identity,
      standing: this.#standingOf(end2),
      end: end2,
      trajectory: { steps, output: finalOutput, ...this.#mcp.length === 0 ? {} : { mcp: this.#mcp } },
      divergence: this.#divergence,
      firstRequestKey: models[0]?.requestKey ?? this.#firstRequestKey,
      fingerprint: fingerprintOf(steps, finalOutput, end2, unspoken),
      answers: { provider: drawn("provider"), store: drawn("store") + drawn("semantic"), shared: drawn("shared") },
      durationMs,
      ...unspoken.length === 0 ? {} : { unspoken }
    };
  }
  /** What pawl knows about the end outranks how the agent took it. */
  #endOf(agentEnd) {
    if (this.#providerFailure !== null) return { kind: "provider_failed", ...this.#providerFailure };
    if (this.#runaway !== null) return { kind: "agent_error", message: this.#runaway };
    if (this.#notCovered !== null) return { kind: "stopped", reason: this.#notCovered };
    if (agentEnd.kind === "timed_out" && this.#retrying > 0) {
      const message2 = `it was still being asked again when the trial's ${agentEnd.afterMs / 1e3} s were over`;
      return { kind: "provider_failed", httpStatus: null, message: message2 };
    }
    return agentEnd;
  }
  #standingOf(end2) {
    if (this.#notCovered !== null) return "not_covered";
    if (this.#divergence !== null) return "diverged";
    if (end2.kind !== "answered") return "errored";
    return this.#assisted ? "assisted" : "hermetic";
  }
};
function fingerprintOf(steps, output, end2, unspoken) {
  const walked = steps.map(
    (step) => step.kind === "model_call" ? step.requestKey : [step.name, step.arguments, step.outcome.kind, step.recordedAs !== null]
  );
  const exit = end2.kind === "crashed" ? [end2.kind, end2.exitCode, end2.signal] : [end2.kind];
  return hashJson([walked, output, exit, ...unspoken.length === 0 ? [] : [unspoken]]);
}

// src/replay/setup.ts
async function runSetup(site, log) {
  const { setup, setupTimeoutMs } = site.spec;
  if (setup === null) return;
  await checkFolder(site);
  const child = startAt({ ...site, network: null }, `exec 1>&2
${setup}`, null, { onStderr: log });
  child.stdin.end();
  child.stdout.resume();
  const late = Promise.withResolvers();
  const timer = setTimeout(() => late.resolve("late"), setupTimeoutMs);
  const first = await Promise.race([child.exit, late.promise]);
  clearTimeout(timer);
  const timedOut = first === "late";
  const exit = timedOut ? await child.kill() : await child.exit;
  await endStrays(site.isolation, site.checkout.side);
  if (exit.exitCode === 0 && !timedOut) return;
  const how = timedOut ? `took longer than ${setupTimeoutMs / 1e3} s and was ended` : `ended with ${exit.signal ?? `exit code ${exit.exitCode}`}`;
  throw new UserError({
    where: "agent.setup",
    message: `${cut(setup, 200)} ${how} on the side of ${site.checkout.side}; its output ends with:
${exit.stderrTail}`,
    hint: hintFor2(site, exit.exitCode)
  });
}
function hintFor2(site, exitCode) {
  const isMissing = exitCode === 126 || exitCode === 127;
  const uid = userOf(site.isolation, site.checkout.side);
  if (isMissing && uid !== null)
    return `it runs as uid ${uid}: programs below a closed home folder are out of its reach`;
  return `run it by hand in ${site.spec.root} of a fresh clone; it sees PATH and the variables of agent.environment only`;
}

// src/replay/side-calls.ts
function sideCalls({ map, unlisted, tools, recordedTools }) {
  const gone = new Set(unlisted);
  const recorded = new Map(recordedTools.map((tool) => [tool.name, tool.parameters]));
  const ownTools = new Map(tools.map((tool) => [tool.name, tool.parameters]));
  return {
    isNew: map.isNew,
    isRemoved: (tool) => map.isRemoved(tool) || gone.has(tool),
    toBase: (tool, args) => {
      const mapped = map.toBase(tool, args);
      const [before, now] = [recorded.get(mapped.name), ownTools.get(tool)];
      if (now === void 0) return mapped;
      const own = placeOf2(now);
      const unrecorded = said(mapped.unrecorded, own);
      if (before === void 0) return { ...mapped, unrecorded };
      const filled = (call) => ({
        ...call,
        arguments: fill(call.arguments, placeOf2(before), own)
      });
      return { ...filled(mapped), unrecorded: unrecorded === null ? null : filled(unrecorded) };
    }
  };
}
function placeOf2(parameters) {
  return { shape: shapeOf(parameters, parameters), root: parameters };
}
function said(unrecorded, now) {
  const given = unrecorded?.given.filter(({ parameter, values }) => {
    const { shape } = placeAt(now, parameter);
    return values.some((value) => !saysNothing(value, shape));
  });
  return unrecorded === null || given?.length === 0 ? null : { ...unrecorded, given: given ?? [] };
}
function placeAt(root, path) {
  return path.split(".").reduce((here, segment) => {
    const name = segment.replace(/(\[\])+$/, "");
    const depth = (segment.length - name.length) / 2;
    return Array.from({ length: depth }).reduce(
      ({ shape, root: root2 }) => ({ shape: itemShape(shape, root2), root: root2 }),
      member(here, name)
    );
  }, root);
}
function fill(args, before, now) {
  if (!isJsonObject(args)) return args;
  const known = isJsonObject(now.shape.schema.properties) ? Object.keys(now.shape.schema.properties) : [];
  const filled = { ...args };
  for (const name of known) {
    const [then, here] = [member(before, name), member(now, name)];
    const given = Object.hasOwn(args, name) ? args[name] : void 0;
    if (given !== void 0) filled[name] = fill(given, then, here);
    else if (differ(then.shape, here.shape)) filled[name] = here.shape.fallback?.value ?? null;
  }
  return filled;
}
function member({ shape, root }, name) {
  return { shape: memberShape(shape, name, root), root };
}
function differ({ fallback: before }, { fallback: now }) {
  return before !== null && now !== null && canonicalJson(before.value) !== canonicalJson(now.value);
}

// src/replay/telemetry.ts
var MAX_TEXT_CHARS = 4e3;
var MAX_RECORDS = 5e4;
var Telemetry = class {
  #holdings = [];
  #spans = [];
  #logs = [];
  #byTrial = /* @__PURE__ */ new Map();
  held(holding) {
    this.#holdings.push(holding);
  }
  take({ spans, logs }) {
    const room = () => Math.max(0, MAX_RECORDS - this.#spans.length - this.#logs.length);
    for (const span of spans.slice(0, room())) {
      const events = span.events.map((event) => ({ ...event, attributes: withoutTexts(event.attributes) }));
      this.#spans.push({ ...span, attributes: withoutTexts(span.attributes), events });
    }
    for (const log of logs.slice(0, room()))
      this.#logs.push({ ...log, attributes: withoutTexts(log.attributes), body: shortened(log.body) });
  }
  /** The records of a trial that is over, once; null = none came. What comes later is nobody's. */
  of(trialKey) {
    this.#sort();
    const records = this.#byTrial.get(trialKey) ?? null;
    this.#byTrial.delete(trialKey);
    this.#holdings = this.#holdings.filter((holding) => holding.trialKey !== trialKey);
    return records;
  }
  /** A record is the trial's whose ids it names; else of whoever held the URLs at its time; else of its trace's trial. */
  #sort() {
    const [spans, logs] = [this.#spans, this.#logs];
    if (spans.length + logs.length === 0) return;
    this.#spans = [];
    this.#logs = [];
    const trialOfId = new Map(this.#holdings.flatMap(({ trialKey, ids }) => [...ids()].map((id) => [id, trialKey])));
    const trialOfTrace = /* @__PURE__ */ new Map();
    const named = /* @__PURE__ */ new Map();
    for (const record2 of [...spans, ...logs]) {
      const trial = trialNamed(record2.attributes, trialOfId);
      if (trial === void 0) continue;
      named.set(record2, trial);
      if (record2.traceId !== null) trialOfTrace.set(record2.traceId, trial);
    }
    const trialOf = (record2, timeUs) => named.get(record2) ?? this.#holderAt(timeUs) ?? trialOfTrace.get(record2.traceId);
    for (const span of spans) this.#records(trialOf(span, span.startUs))?.spans.push(span);
    for (const log of logs) this.#records(trialOf(log, log.timeUs))?.logs.push(log);
  }
  #holderAt(timeUs) {
    return this.#holdings.find(({ fromUs, toUs }) => fromUs <= timeUs && timeUs <= toUs)?.trialKey;
  }
  #records(trialKey) {
    if (trialKey === void 0) return null;
    const records = this.#byTrial.get(trialKey) ?? { spans: [], logs: [] };
    this.#byTrial.set(trialKey, records);
    return records;
  }
};
function trialNamed(attributes, trialOfId) {
  for (const value of Object.values(attributes)) {
    const trial = typeof value === "string" ? trialOfId.get(value) : void 0;
    if (trial !== void 0) return trial;
  }
  return void 0;
}
function withoutTexts(attributes) {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, shortened(value)]));
}
function shortened(value) {
  if (typeof value === "string") return value.length <= MAX_TEXT_CHARS ? value : null;
  if (Array.isArray(value)) return value.map(shortened);
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)])) : value;
}

// src/replay/side-leases.ts
var TELEMETRY_DELAY_MS = 400;
var SideLeases = class {
  #options;
  #byProcess = /* @__PURE__ */ new Map();
  #byTrial = /* @__PURE__ */ new Map();
  #late = /* @__PURE__ */ new Map();
  #telemetryProblems = new ProblemCounter();
  #hasTelemetry = false;
  constructor(options) {
    this.#options = options;
  }
  get notes() {
    return this.#telemetryProblems.list().map(({ reason, count: count3 }) => `the agent's own telemetry: ${reason} (${count3})`);
  }
  /** For a trial that starts here. A dry run of the same number may have come before it. */
  forTrial(slot, trialKey) {
    const leased = this.#options.eachTrialItsOwn ? this.#lease(slot) : this.ofProcess(slot.process);
    leased.holder = trialKey;
    this.#late.delete(trialKey);
    this.#byTrial.set(trialKey, leased);
    return leased;
  }
  ofProcess(process2) {
    const leased = this.#byProcess.get(process2) ?? this.#lease({ process: process2, place: 0 });
    this.#byProcess.set(process2, leased);
    return leased;
  }
  /** Waits for what the agents' exporters may still send, where they send anything. */
  async telemetrySettled() {
    if (this.#hasTelemetry) await $setTimeout(TELEMETRY_DELAY_MS);
  }
  /** The trial as it stands at the end of the round: with its spans; a request that came after its answer errors it. */
  amend(trial, trialKey) {
    const message2 = this.#late.get(trialKey);
    const records = this.#byTrial.get(trialKey)?.telemetry.of(trialKey) ?? null;
    return {
      ...trial,
      ...message2 === void 0 ? {} : { standing: "errored", end: { kind: "late_request", message: message2 } },
      ...records === null ? {} : { telemetry: joinTelemetry(trial.trajectory, records) }
    };
  }
  /** Nobody comes back to the URLs of trials that have been amended. */
  async endRound() {
    if (this.#options.eachTrialItsOwn) await endAll(this.#byTrial.values());
    this.#byTrial.clear();
  }
  async close() {
    await this.endRound();
    await endAll(this.#byProcess.values());
  }
  #lease(slot) {
    const telemetry2 = new Telemetry();
    const listener = {
      late: (what) => {
        if (leased.holder !== null) this.#late.set(leased.holder, `the agent asked for ${what} after it had answered`);
        this.#options.onLate(slot);
      },
      telemetry: (content) => {
        this.#hasTelemetry = true;
        this.#telemetryProblems.addAll(content.problems);
        telemetry2.take(content);
      },
      gap: (reason) => {
        leased.gap = reason;
      }
    };
    const lease = this.#options.gateway.lease(listener, this.#options.service);
    const leased = { lease, telemetry: telemetry2, holder: null, gap: null };
    return leased;
  }
};
async function endAll(leased) {
  await Promise.all([...leased].map(({ lease }) => lease.end()));
}

// src/replay/nearest-call.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var MAX_COMPARED = 2e3;
function nearestCalls(asked, places) {
  const measured2 = places.map((place) => ({ place, distance: distanceOf(asked, place.call) }));
  const [least] = measured2.map((one) => one.distance).sort(compare);
  return measured2.flatMap((one) => least !== void 0 && compare(one.distance, least) === 0 ? one.place : []);
}
function distanceOf(asked, recorded) {
  const [a, b] = [asked.arguments, recorded.arguments];
  const names = /* @__PURE__ */ new Set([...namesOf(a), ...namesOf(b)]);
  const differing = [...names].filter((name) => memberText(a, name) !== memberText(b, name)).length;
  const [left, right] = [asked, recorded].map((call) => writtenText(call).slice(0, MAX_COMPARED));
  return [differing, (0, import_fastest_levenshtein.distance)(left ?? "", right ?? "")];
}
function compare(a, b) {
  return a[0] - b[0] || a[1] - b[1];
}
function namesOf(value) {
  return isJsonObject(value) ? Object.keys(value) : [];
}
function memberText(value, name) {
  return isJsonObject(value) && Object.hasOwn(value, name) ? canonicalJson(value[name]) : "";
}

// src/replay/tape-world.ts
var World = class {
  #recorded;
  #changes = /* @__PURE__ */ new Map();
  #calls = /* @__PURE__ */ new Map();
  #size = 0;
  /** By recording and number of changes; as long as the world stays as it is. */
  #distances = /* @__PURE__ */ new Map();
  constructor(recorded) {
    this.#recorded = recorded;
  }
  change(text3, call) {
    this.#calls.set(text3, call);
    this.#changes.set(text3, (this.#changes.get(text3) ?? 0) + 1);
    this.#size += 1;
    this.#distances.clear();
  }
  /** The recording has made all of the changes too, sooner or later. */
  isWithin(recording) {
    const { differing, ahead } = this.#distance(recording, this.#recorded[recording]?.length ?? 0);
    return differing === ahead;
  }
  /** The changes that this trial has made, each once. */
  changes() {
    return [...this.#calls.values()];
  }
  /** Those of them that the recording never made, or not as often. */
  unrecorded(recording) {
    const recorded = Map.groupBy(this.#recorded[recording] ?? [], (text3) => text3);
    return [...this.#calls].flatMap(([text3, call]) => {
      return (this.#changes.get(text3) ?? 0) > (recorded.get(text3)?.length ?? 0) ? call : [];
    });
  }
  distanceTo(place) {
    return this.#distance(place.recording, place.changesBefore).differing;
  }
  /** The places whose world is nearest; of two as near, the one that has not gone further than this trial. */
  nearest(places) {
    const distances = places.map((place) => ({ place, ...this.#distance(place.recording, place.changesBefore) }));
    const least = distances.reduce(
      (best, one) => best === null || isLess(one, best) ? one : best,
      null
    );
    return distances.filter((one) => least !== null && !isLess(least, one)).map(({ place }) => place);
  }
  #distance(recording, changesBefore) {
    const key = `${recording} ${changesBefore}`;
    const known = this.#distances.get(key);
    if (known !== void 0) return known;
    const distance2 = this.#measure(this.#recorded[recording]?.slice(0, changesBefore) ?? []);
    this.#distances.set(key, distance2);
    return distance2;
  }
  #measure(recorded) {
    const left = new Map(this.#changes);
    let ahead = 0;
    for (const text3 of recorded) {
      const mine = left.get(text3) ?? 0;
      if (mine === 0) ahead += 1;
      else left.set(text3, mine - 1);
    }
    const shared = recorded.length - ahead;
    return { differing: ahead + this.#size - shared, ahead };
  }
};
function isLess(a, b) {
  return a.differing < b.differing || a.differing === b.differing && a.ahead < b.ahead;
}

// src/replay/tape-reader.ts
var TapeReader = class {
  #tape;
  #world;
  /** Recordings that agree with all that this trial was told. */
  #followed;
  #asked = /* @__PURE__ */ new Map();
  /** Since the world changed last. */
  #askedHere = /* @__PURE__ */ new Map();
  constructor(tape) {
    this.#tape = tape;
    this.#world = new World(tape.changes);
    this.#followed = new Set(tape.changes.keys());
  }
  /** The recorded answer to this call, or null where the tape has none. `call` is in the recordings' terms. */
  next(call) {
    const text3 = this.#tape.rules.normaliser.textOf(call);
    const places = this.#tape.placesByCall.get(text3) ?? [];
    const readOnly = this.#tape.rules.isReadOnly(call.name);
    const asRecorded = readOnly ? this.#readings(text3, places) : this.#changes(text3, places);
    const here = asRecorded.length > 0 ? asRecorded : this.#untouched(call, text3, places);
    const fitting = here.length > 0 ? here : this.#acknowledged(call, text3, places);
    const chosen = majority(this.#preferred(fitting), call);
    if (chosen === null) return readOnly ? this.#elsewhere(call, text3) : null;
    count(this.#asked, text3);
    count(this.#askedHere, text3);
    this.#follow(fitting, chosen, readOnly);
    if (!readOnly && chosen.call.outcome.kind === "result") this.changed(call);
    return {
      outcome: chosen.call.outcome,
      recorded: { name: chosen.call.name, arguments: chosen.call.arguments },
      normalisations: this.#tape.rules.normaliser.between(call, chosen.call),
      otherState: readOnly ? this.#world.distanceTo(chosen) > 0 : here.length > 0 && here !== asRecorded,
      otherCase: here.length === 0
    };
  }
  /** The recorded answer to the call of this tool that is most like it; null = the tool is not on the tape. */
  nearest(call) {
    const places = nearestCalls(call, this.#tape.placesByTool.get(call.name) ?? []);
    return majority(this.#preferred(places), call)?.call.outcome ?? null;
  }
  /** This trial has changed the world by a call that the tape did not answer. */
  changed(call) {
    this.#world.change(this.#tape.rules.normaliser.textOf(call), call);
    this.#askedHere.clear();
  }
  /** For each recording that was in the nearest world: the call that is its turn there. */
  #readings(text3, places) {
    const turn = this.#askedHere.get(text3) ?? 0;
    const recordings = [...Map.groupBy(this.#world.nearest(places), (place) => place.recording).values()];
    const lasting = recordings.filter((own) => own.length > turn);
    return (lasting.length > 0 ? lasting : recordings).flatMap((own) => own[turn] ?? own.at(-1) ?? []);
  }
  /** For each recording that has made all the changes of this trial: its turn of the call. */
  #changes(text3, places) {
    const turn = this.#asked.get(text3) ?? 0;
    const told = this.#tape.tellsEffects;
    const known = told ? places.filter((place) => this.#world.isWithin(place.recording)) : places;
    return [...Map.groupBy(known, (place) => place.recording).values()].flatMap((own) => own[turn] ?? []);
  }
  /** For each recording: the call that cannot have met what the recording lacks, or that fails as it has just failed. */
  #untouched(call, text3, places) {
    const turn = this.#asked.get(text3) ?? 0;
    const isApart = (recording) => this.#world.unrecorded(recording).every((change) => areApart(change, call));
    return [...Map.groupBy(places, (place) => place.recording)].flatMap(([recording, own]) => {
      const last = own.at(-1);
      if (turn < own.length) return isApart(recording) ? own[turn] ?? [] : [];
      return last?.call.outcome.kind === "error" && this.#askedHere.has(text3) ? last : [];
    });
  }
  /** For each recording: its turn of the call, and then its last, where that answer is the same in every state. */
  #acknowledged(call, text3, places) {
    if (places.length === 0 || !this.#tape.lore.acknowledges(call.name)) return [];
    const turn = this.#asked.get(text3) ?? 0;
    const recordings = [...Map.groupBy(places, (place) => place.recording).values()];
    return recordings.flatMap((own) => own[turn] ?? own.at(-1) ?? []);
  }
  #elsewhere(call, text3) {
    const recorded = this.#tape.lore.elsewhere(call, text3);
    if (recorded === null || !this.#world.changes().every((change) => areApart(change, call))) return null;
    const { name, arguments: args, outcome } = recorded;
    const normalisations = this.#tape.rules.normaliser.between(call, recorded);
    return { outcome, recorded: { name, arguments: args }, normalisations, otherState: false, otherCase: true };
  }
  #preferred(places) {
    const followed = places.filter((place) => this.#followed.has(place.recording));
    return this.#world.nearest(followed.length > 0 ? followed : places);
  }
  /** A recording without a reading may still be this trial's; one without its state change, or told otherwise, is not. */
  #follow(fitting, chosen, readOnly) {
    const agree = (place) => outcomeText(place) === outcomeText(chosen);
    const agreeing = new Set(fitting.filter(agree).map((place) => place.recording));
    const contradicting = new Set(fitting.filter((place) => !agree(place)).map((place) => place.recording));
    const left = readOnly ? this.#followed.difference(contradicting) : this.#followed.intersection(agreeing);
    if (left.size > 0) this.#followed = left;
    else if (!readOnly) this.#followed = agreeing;
  }
};
function count(counts, text3) {
  counts.set(text3, (counts.get(text3) ?? 0) + 1);
}
function outcomeText({ call }) {
  return canonicalJson(call.outcome);
}
function majority(places, call) {
  const alike = places.filter((place) => writtenText(place.call) === writtenText(call));
  const answers = [...Map.groupBy(alike.length > 0 ? alike : places, outcomeText)];
  const failed2 = ([, [place]]) => place?.call.outcome.kind === "error" ? 1 : 0;
  answers.sort((a, b) => b[1].length - a[1].length || failed2(a) - failed2(b) || (a[0] < b[0] ? -1 : 1));
  const best = answers[0]?.[1] ?? [];
  return best.toSorted((a, b) => writtenText(a.call) < writtenText(b.call) ? -1 : 1)[0] ?? null;
}

// builtin:node:vm
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:vm");
var exported3 = (key) => all3[key];
var $Script = /* @__PURE__ */ exported3("Script");
var $createContext = /* @__PURE__ */ exported3("createContext");

// src/replay/within-time.ts
var sandbox = { act: () => void 0 };
var context = $createContext(sandbox);
var script = new $Script("act()");
function withinTime(act, maxMs) {
  for (let ms = maxMs; ; ms *= 2) {
    const before = process.threadCpuUsage();
    const result = attempt(act, ms);
    if (result !== null) return result;
    const { user, system } = process.threadCpuUsage(before);
    if ((user + system) / 1e3 >= maxMs / 4) return null;
  }
}
function attempt(act, maxMs) {
  let result = null;
  sandbox.act = () => {
    result = act();
  };
  try {
    script.runInContext(context, { timeout: maxMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return result;
}
function isTimeout(error) {
  return isJsonObject(error) && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

// src/replay/toolbox.ts
var COSTLY = /"(?:pattern|patternProperties|format|uniqueItems|\$ref|\$dynamicRef|\$recursiveRef)":/;
var MAX_CHECK_MS = 500;
var MAX_SLOW_CHECKS = 3;
function toolboxOf(tools) {
  const schemas = /* @__PURE__ */ new Map();
  const problems = [];
  for (const { name, parameters } of tools) {
    const schema = compileSchema(parameters);
    schemas.set(name, checkOf(schema, COSTLY.test(canonicalJson(parameters))));
    if (schema.kind === "unusable")
      problems.push(`tool ${name}: its parameters are no valid JSON Schema: ${schema.problem}`);
  }
  const check = (tool, args) => {
    const faults = schemas.get(tool)?.(args) ?? [];
    return faults.length === 0 ? { kind: "valid" } : { kind: "invalid", problems: faults };
  };
  return { toolbox: { has: (tool) => schemas.has(tool), check }, problems };
}
function checkAgainst(tool, args) {
  return toolboxOf([tool]).toolbox.check(tool.name, args);
}
function checkOf(schema, isCostly) {
  if (schema.kind === "unusable") return () => [];
  if (!isCostly) return schema.problemsOf;
  let slowChecks = 0;
  return (args) => {
    if (slowChecks === MAX_SLOW_CHECKS) return TOO_SLOW;
    const faults = withinTime(() => schema.problemsOf(args), MAX_CHECK_MS);
    if (faults === null) slowChecks += 1;
    return faults ?? TOO_SLOW;
  };
}
var TOO_SLOW = [`could not be checked within ${MAX_CHECK_MS} ms: the tool's schema has a pattern that is too costly`];

// src/replay/side.ts
async function openSide(options, side, shared) {
  const { repository, isolation, keyNames } = options;
  const { parentDir, gateway } = shared;
  const checkout = await openCheckout({ repository, side: side.side, source: side.source, parentDir });
  try {
    if (Object.keys(side.spec.mcpServers).length > 0) await writeLauncher(checkout);
    await handOver(isolation, checkout);
    const { parentEnvironment } = repository;
    const site = {
      spec: side.spec,
      checkout,
      isolation,
      network: gateway.network,
      parentEnvironment,
      keyNames
    };
    if (side.spec.setup !== null) options.log(`setting up ${side.side}: ${side.spec.setup}`);
    await runSetup(site, options.log);
    await probeAgent(site);
    const read3 = await side.readTools(checkout.repo);
    if (options.recording !== null) {
      const servers2 = await recordServers(site, repository);
      return new RunningSide(options, side, site, { ...read3, silent: [], unlisted: [], servers: servers2 }, shared);
    }
    const { contract, silent, notes } = await listServers(site, read3.contract);
    if (Object.keys(side.spec.mcpServers).length > 0) await endStrays(isolation, side.side);
    const listed = { ...side, agentHash: listedHash(side.agentHash, read3.contract, contract) };
    const names = new Set(mcpTools(contract).map(({ name }) => name));
    const unlisted = mcpTools(read3.contract).flatMap(({ name }) => names.has(name) ? [] : [name]);
    const servers = replayServers(contract, options.cases);
    const now = { ...read3, contract, silent, unlisted, servers, problems: [...read3.problems, ...notes] };
    return new RunningSide(options, listed, site, now, shared);
  } catch (error) {
    await checkout.close();
    throw error;
  }
}
var DRY = "a dry run ends where it asks what base did not";
var STRAY = "the agent wrote to stdout between two trials, where only answers may stand, and its process was replaced";
var RunningSide = class {
  agentHash;
  tools;
  silentServers;
  places;
  #problems;
  #warned = /* @__PURE__ */ new Map();
  #strays = 0;
  #options;
  #side;
  #site;
  #root;
  #toolbox;
  #calls;
  #standIns;
  #pool;
  #servers;
  #leases;
  constructor(options, side, site, read3, shared) {
    this.agentHash = side.agentHash;
    this.silentServers = read3.silent;
    this.places = side.spec.concurrency * side.spec.inflight;
    this.#options = options;
    this.#side = side;
    this.#site = site;
    this.tools = [...read3.tools, ...mcpTools(read3.contract)];
    this.#standIns = shared.standIns;
    const { toolbox, problems } = toolboxOf(this.tools);
    this.#toolbox = toolbox;
    const recordedTools = shared.recordedTools ?? this.tools;
    this.#calls = sideCalls({ map: side.renames, unlisted: read3.unlisted, tools: this.tools, recordedTools });
    this.#problems = [...read3.problems, ...problems];
    this.#root = seenCheckout(site.isolation, site.checkout).root;
    this.#servers = read3.servers;
    this.#leases = new SideLeases({
      gateway: shared.gateway,
      service: this.#servers.service,
      eachTrialItsOwn: side.spec.inflight > 1,
      onLate: (slot) => this.#pool.restart(slot)
    });
    this.#pool = openAgentPool({
      site,
      processUrls: (process2) => this.#leases.ofProcess(process2).lease.urls,
      onStray: () => {
        this.#strays += 1;
      }
    });
  }
  get notes() {
    const warnings = [...this.#warned].map(([text3, trials]) => `${text3} (${trials.size} trials)`);
    const strays = this.#strays === 0 ? [] : [`${STRAY} (${this.#strays} times)`];
    return [...this.#problems, ...this.#servers.notes(), ...warnings, ...strays, ...this.#leases.notes].map(
      (note) => `${this.#side.side}: ${note}`
    );
  }
  expect(trials) {
    this.#pool.expect(trials);
  }
  async run(asked) {
    const identity = { caseId: asked.theCase.id, side: this.#side.side, number: asked.number };
    const recorder = new TrialRecorder({ ...identity, lane: asked.lane, prefix: asked.prefix });
    const stopper = new AbortController();
    const live = this.#liveTrial(asked, recorder, stopper);
    const startedAtMs = $performance.now();
    const trialKey = keyOf(identity);
    const held2 = { by: null, fromUs: 0 };
    const result = await this.#pool.run({
      id: `${asked.theCase.id}#${asked.number}`,
      input: asked.theCase.input,
      timeoutMs: this.#side.spec.trialTimeoutMs,
      start: (slot) => {
        held2.by = this.#leases.forTrial(slot, trialKey);
        held2.fromUs = nowUs();
        held2.by.lease.bind(live);
        if (held2.by.gap !== null) {
          recorder.notCovered(held2.by.gap);
          live.stop(held2.by.gap);
        }
        return held2.by.lease.urls;
      },
      signal: stopper.signal
    });
    held2.by?.lease.unbind();
    const trial = recorder.finish(result.end, result.output, Math.round($performance.now() - startedAtMs));
    held2.by?.telemetry.held({
      trialKey,
      fromUs: held2.fromUs,
      toUs: nowUs(),
      ids: () => idsOnTheWire(trial.trajectory)
    });
    if (this.#side.spec.protocol === "exec" || this.#side.spec.inflight > 1) await held2.by?.lease.endSessions();
    return { trial, stoppedDry: stopper.signal.aborted && stopper.signal.reason === DRY };
  }
  recordedContract() {
    return this.#servers.recorded();
  }
  launch(command) {
    return {
      ...wrapCommand(this.#site.isolation, command, this.#site.checkout, "."),
      env: environmentAt(this.#site, null)
    };
  }
  telemetrySettled() {
    return this.#leases.telemetrySettled();
  }
  amend(trial) {
    return this.#leases.amend(trial, keyOf(trial));
  }
  endRound() {
    return this.#leases.endRound();
  }
  async close() {
    await this.#pool.close();
    await this.#leases.close();
    await this.#servers.close();
    await this.#site.checkout.close();
  }
  #liveTrial(asked, recorder, stopper) {
    return {
      theCase: asked.theCase,
      recorder,
      tape: new TapeReader(asked.tape),
      toolbox: this.#toolbox,
      told: asked.toldOnBase === null ? null : new ToldTools(asked.toldOnBase, checkAgainst),
      renames: this.#calls,
      policy: this.#options.tools,
      standIns: this.#standIns,
      liveTools: this.#options.recording,
      ownSettled: /* @__PURE__ */ new Map(),
      root: this.#root,
      warn: (text3) => {
        const trials = this.#warned.get(text3) ?? /* @__PURE__ */ new Set();
        this.#warned.set(text3, trials.add(keyOf({ caseId: asked.theCase.id, number: asked.number })));
      },
      dry: asked.dry,
      isStopped: () => stopper.signal.aborted,
      stop: (reason) => {
        recorder.seal();
        stopper.abort(reason);
      },
      stopDry: () => {
        recorder.seal();
        stopper.abort(DRY);
      }
    };
  }
};
function keyOf(trial) {
  return `${trial.number} ${trial.caseId}`;
}
function nowUs() {
  return Date.now() * 1e3;
}

// src/replay/simulator.ts
var MAX_OUTPUT_BYTES2 = 16 * 1024 ** 2;
var MAX_DETAIL = 300;
async function simulate({ env, ...launch }, line, timeoutMs) {
  const child = startChild(launch, env);
  const output = collect(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void child.kill();
  }, timeoutMs);
  child.stdin.end(`${line}
`);
  const exit = await child.exit;
  clearTimeout(timer);
  if (late) return failed(`no answer within ${timeoutMs / 1e3} s`);
  const text3 = output();
  if (text3 === null) return failed(`more than ${MAX_OUTPUT_BYTES2} bytes of output`);
  return exit.exitCode === 0 ? answerIn2(text3) : failed(exitText(exit));
}
function collect(child) {
  const chunks = [];
  let bytes = 0;
  child.stdout.on("data", (chunk) => {
    bytes += chunk.length;
    if (bytes <= MAX_OUTPUT_BYTES2) chunks.push(chunk);
    else void child.kill();
  });
  return () => bytes > MAX_OUTPUT_BYTES2 ? null : Buffer.concat(chunks).toString("utf8");
}
function answerIn2(text3) {
  const value = parseJson(text3);
  if (isJsonObject(value) && Object.keys(value).length === 1) {
    if (value.result !== void 0) return { kind: "result", value: value.result };
    if (value.error !== void 0) return { kind: "error", value: value.error };
  }
  return failed(`expected {"result": ...} or {"error": ...}, received ${cut(text3, MAX_DETAIL)}`);
}
function exitText({ exitCode, signal, stderrTail }) {
  const how = exitCode === null ? `ended by ${signal ?? "the system"}` : `exit code ${exitCode}`;
  return stderrTail === "" ? how : `${how}: ${cut(stderrTail.slice(-MAX_DETAIL), MAX_DETAIL)}`;
}
function failed(message2) {
  return { kind: "failed", message: message2 };
}

// src/replay/stand-ins.ts
var StandIns = class {
  #launch;
  #answers = /* @__PURE__ */ new Map();
  constructor(launch) {
    this.#launch = launch;
  }
  ask(policy, { theCase, number, call, before }) {
    const { id, input, recordings } = theCase;
    const calls = before.map((step) => {
      const { name, arguments: args } = step.recordedAs ?? step;
      return { tool: name, arguments: args, outcome: step.outcome };
    });
    const asked = { trial: number, tool: call.name, arguments: call.arguments, calls };
    const key = hashJson([id, policy, asked]);
    const known = this.#answers.get(key);
    if (known !== void 0) return known;
    const answer = policy.kind === "live" ? toolsAt(policy.url, policy.timeoutMs)(call.name, call.arguments) : simulate(
      this.#launch(policy.command),
      JSON.stringify({ v: 1, case: { id, input, recordings }, ...asked }),
      policy.timeoutMs
    );
    this.#answers.set(key, answer);
    return answer;
  }
};

// src/replay/session.ts
async function openSession(options) {
  const parent = await makeCheckoutParent(options.repository, $tmpdir());
  const defects = [];
  const gateway = await openGateway(options.backend, (error) => defects.push(error), await agentNetwork(options));
  const sides = /* @__PURE__ */ new Map();
  const close = async () => {
    for (const side of sides.values()) await side.close();
    await gateway.close();
    await $rm(parent, { recursive: true, force: true });
  };
  const launchOnBase = (command) => {
    const base = sides.get("base");
    if (base === void 0) throw new Error("there is no base among the sides");
    return base.launch(command);
  };
  const shared = { gateway, parentDir: parent, standIns: new StandIns(launchOnBase) };
  try {
    for (const side of options.sides) {
      const recordedTools = sides.get("base")?.tools ?? null;
      sides.set(side.side, await openSide(options, side, { ...shared, recordedTools }));
    }
    refuseBrokenServers(options, sides);
  } catch (error) {
    await close();
    throw error;
  }
  const runner = new Runner(options, sides, defects);
  return {
    isolation: options.isolation,
    get notes() {
      return [...sides.values()].flatMap((side) => side.notes);
    },
    storedTrials: (caseId) => runner.storedTrials(caseId),
    keeps: isSample,
    launchOnBase,
    toolsOf: (side) => sides.get(side)?.tools ?? [],
    recordedContract: () => sides.get("base")?.recordedContract() ?? emptyContract,
    take: (cases) => runner.take(cases),
    run: (requests, watch2) => runner.run(requests, watch2),
    remember: (trials) => runner.remember(trials),
    answersGiven: (trial) => runner.answersGiven(trial),
    close
  };
}
function refuseBrokenServers({ sides }, open) {
  const [base, head] = [open.get("base"), open.get("head")];
  const onBase = sides.find(({ side }) => side === "base")?.spec.mcpServers ?? {};
  const answers = (name) => {
    const spec = onBase[name];
    return spec?.kind === "command" && spec.listed === "each_side" && base?.silentServers.includes(name) === false;
  };
  const broken2 = (head?.silentServers ?? []).filter(answers);
  if (broken2.length === 0) return;
  throw new UserError(
    broken2.map((name) => ({
      where: `mcp.servers.${name}`,
      message: `it answers on base, and on head it does not: ${head?.notes.find((note) => note.includes(name)) ?? ""}`,
      hint: "mend it on head, or set list: recording where it need not be asked"
    }))
  );
}

// src/replay/store/layout.ts
var SECTIONS = ["answers", "requests", "reservoir"];
var JOURNALS = "journal";
var JOURNAL_FORMAT = "pawl journal v1";
var PACK_FORMAT = "pawl pack v1";
var PACK_EXTENSION = ".pack";
var JOURNAL_EXTENSION = ".jsonl";
var IS_SORTED = { answers: false, requests: true, reservoir: true };
function answerEntry(keyText) {
  return sha256(keyText);
}
function requestEntry(caseId, requestKey2) {
  return requestsOfCase(caseId) + sha256(requestKey2).slice(0, 32);
}
function requestsOfCase(caseId) {
  return sha256(caseId).slice(0, 32);
}
function trialEntry({ agentHash, caseHash, caseId, number }) {
  return sha256(`${agentHash}
${caseHash}
${caseId}`).slice(0, 48) + number.toString(16).padStart(16, "0");
}

// src/replay/store/disk.ts
function onDisk(path, act) {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw diskFault(path, messageOf(error));
  }
}
function diskFault(path, why) {
  return new UserError({
    where: path,
    message: `the store cannot be used: ${why}`,
    hint: "is the disk full? give --store a folder that pawl may write"
  });
}
function otherVersion(path, expected, received) {
  return new UserError({
    where: path,
    message: `expected the format "${expected}", received ${cut(JSON.stringify(received ?? null), 60)}`,
    hint: "the store was written by another version of pawl: give --store another folder, or remove this file"
  });
}
function isFault(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
function prepareStore(directory) {
  const probe = $join(directory, `.probe-${process.pid}`);
  onDisk(directory, () => {
    for (const folder of [...SECTIONS, JOURNALS]) $mkdirSync($join(directory, folder), { recursive: true });
    if (!$existsSync($join(directory, ".gitignore"))) $writeFileSync($join(directory, ".gitignore"), "*\n");
    $writeFileSync(probe, "pawl\n");
    $rmSync(probe);
  });
}
function namesIn(folder) {
  return onDisk(folder, () => $readdirSync(folder)).sort();
}
function readAt(descriptor, offset, length) {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read3 = $readSync(descriptor, bytes, filled, length - filled, offset + filled);
    if (read3 === 0) break;
    filled += read3;
  }
  return bytes.subarray(0, filled);
}
function writeAt(descriptor, offset, bytes) {
  for (let written = 0; written < bytes.length; )
    written += $writeSync(descriptor, bytes, written, bytes.length - written, offset + written);
}
function syncFolder(folder) {
  const descriptor = $openSync(folder, "r");
  try {
    $fsyncSync(descriptor);
  } finally {
    $closeSync(descriptor);
  }
}
async function syncFolderSoon(folder) {
  const handle = await $open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
var CHUNK_BYTES = 1024 * 1024;
var NEWLINE = 10;
function readLines(descriptor, take) {
  let rest = Buffer.alloc(0);
  for (let offset = 0; ; ) {
    const chunk = readAt(descriptor, offset, CHUNK_BYTES);
    if (chunk.length === 0) return rest.length;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const bytesAt = offset - rest.length;
    let start = 0;
    for (let end2 = bytes.indexOf(NEWLINE); end2 !== -1; end2 = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end2), bytesAt + start);
      start = end2 + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
    offset += chunk.length;
  }
}

// src/replay/store/holder.ts
function ourselves() {
  return { pid: process.pid, host: $hostname() };
}
function stateOf({ pid, host }) {
  if (host !== $hostname()) return "unknown";
  return isRunning(pid) ? "running" : "gone";
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isFault(error, "EPERM");
  }
}

// src/replay/stored.ts
var import_ajv = __toESM(require_ajv(), 1);

// src/replay/trial-schema.ts
function trialSchema(sides) {
  return {
    type: "object",
    required: ["caseId", "side", "number", "standing", "end", "trajectory", "divergence", "fingerprint", "answers"],
    properties: {
      caseId: text,
      side: { enum: sides },
      number: { type: "integer", minimum: 1 },
      standing: oneOf({ hermetic: true, assisted: true, diverged: true, not_covered: true, errored: true }),
      end,
      divergence: {
        type: ["object", "null"],
        required: ["stepIndex", "tool", "reason"],
        properties: { stepIndex: count2, tool: text, reason: text }
      },
      firstRequestKey: textOrNull,
      fingerprint: text,
      trajectory: {
        type: "object",
        required: ["steps", "output"],
        properties: {
          steps: {
            type: "array",
            items: { type: "object", required: ["kind"], oneOf: [modelCall, toolCall] }
          }
        }
      },
      answers: {
        type: "object",
        required: ["provider", "store", "shared"],
        properties: { provider: count2, store: count2, shared: count2 }
      },
      durationMs: duration,
      unspoken: { type: "array", items: text },
      telemetry
    }
  };
}
var text = { type: "string" };
var textOrNull = { type: ["string", "null"] };
var count2 = { type: "integer", minimum: 0 };
var amount = { type: "number", minimum: 0 };
var duration = { type: "number", minimum: 0 };
var durationOrNull = { type: ["number", "null"], minimum: 0 };
function oneOf(words) {
  return { enum: Object.keys(words) };
}
var wireSchema = oneOf({
  "openai-chat": true,
  "openai-responses": true,
  "anthropic-messages": true,
  "openai-embeddings": true
});
function byKind(members) {
  const branches = Object.entries(members).map(([kind, properties]) => ({
    required: Object.keys(properties),
    properties: { kind: { const: kind }, ...properties }
  }));
  return { type: "object", required: ["kind"], oneOf: branches };
}
var part = byKind({
  text: { text },
  reasoning: { text },
  tool_call: { id: text, name: text, arguments: {} },
  tool_result: { id: text, result: {}, isError: { type: "boolean" } },
  other: { type: text }
});
var message = {
  type: ["object", "null"],
  required: ["role", "parts"],
  properties: {
    role: oneOf({ system: true, user: true, assistant: true, tool: true }),
    parts: { type: "array", items: part }
  }
};
var modelCall = {
  required: ["wire", "model", "requestKey", "newMessages", "response", "usage", "source", "error", "durationMs"],
  properties: {
    kind: { const: "model_call" },
    wire: wireSchema,
    model: text,
    requestKey: text,
    instructionsHash: text,
    toolsHash: text,
    newMessages: { type: "array", items: { ...message, type: "object" } },
    response: message,
    finishReason: textOrNull,
    usage: {
      type: ["object", "null"],
      required: ["inputTokens", "outputTokens", "cachedInputTokens"],
      properties: { inputTokens: amount, outputTokens: amount, cachedInputTokens: amount }
    },
    source: oneOf({ provider: true, store: true, shared: true, semantic: true }),
    error: textOrNull,
    durationMs: duration
  }
};
var toolCall = {
  required: ["name", "arguments", "outcome", "match", "recordedAs", "durationMs"],
  properties: {
    kind: { const: "tool_call" },
    name: text,
    outcome: byKind({ result: { value: {} }, error: { value: {} }, missing: { reason: text } }),
    match: oneOf({
      exact: true,
      normalised: true,
      renamed: true,
      other_state: true,
      other_case: true,
      nearest: true,
      simulated: true,
      live: true,
      schema_error: true,
      miss: true,
      agent: true
    }),
    recordedAs: { type: ["object", "null"], required: ["name", "arguments"], properties: { name: text } },
    unrecorded: {
      type: "object",
      required: ["parameters", "arguments"],
      properties: { parameters: { type: "array", items: text } }
    },
    normalisations: { type: "array", items: text },
    substituted: oneOf({ same_shape: true, other_shape: true }),
    durationMs: duration
  }
};
var end = byKind({
  answered: {},
  agent_error: { message: text },
  crashed: { exitCode: { type: ["integer", "null"] }, signal: textOrNull, stderrTail: text },
  timed_out: { afterMs: duration },
  garbage: { expected: text, received: text },
  stopped: { reason: text },
  provider_failed: { httpStatus: { type: ["integer", "null"] }, message: text },
  late_request: { message: text }
});
var agentPath = { type: "array", items: text };
var telemetry = {
  type: "object",
  required: ["spans", "logs", "steps", "unseen"],
  properties: {
    spans: count2,
    logs: count2,
    steps: {
      type: "array",
      items: {
        type: "object",
        required: ["stepIndex", "agent", "durationMs", "error"],
        properties: { stepIndex: count2, agent: agentPath, durationMs: durationOrNull, error: textOrNull }
      }
    },
    unseen: {
      type: "array",
      items: {
        type: "object",
        required: ["kind", "name", "agent", "durationMs", "error"],
        properties: { name: textOrNull, agent: agentPath, durationMs: durationOrNull, error: textOrNull }
      }
    }
  }
};

// src/replay/stored.ts
var text2 = { type: "string" };
var OPTIONS = { strict: false, validateSchema: false, meta: false, code: { optimize: false } };
function checkOf2(schema) {
  let validate = null;
  return (line) => {
    validate ??= new import_ajv.Ajv(OPTIONS).compile(schema);
    return validate(line) ? line : null;
  };
}
var storedAnswer = checkOf2({
  type: "object",
  required: ["key", "wire", "form", "body", "durationMs"],
  properties: {
    key: text2,
    wire: wireSchema,
    form: oneOf({ json: true, stream: true }),
    body: text2,
    durationMs: { type: "number", minimum: 0 }
  }
});
var storedRequest = checkOf2({
  type: "object",
  required: ["caseId", "requestKey", "semanticKey", "request"],
  properties: { caseId: text2, requestKey: text2, semanticKey: text2, request: text2 }
});
var storedTrial2 = checkOf2({
  type: "object",
  required: ["agentHash", "caseHash", "trial"],
  properties: { agentHash: text2, caseHash: text2, trial: trialSchema(["base"]) }
});
function parseStoredAnswer(line) {
  const read3 = storedAnswer(line);
  return read3 === null ? null : { wire: read3.wire, form: read3.form, body: read3.body, durationMs: read3.durationMs };
}
function parseStoredRequest(line) {
  const read3 = storedRequest(line);
  if (read3 === null) return null;
  const { caseId, requestKey: requestKey2, semanticKey, request } = read3;
  return { caseId, requestKey: requestKey2, semanticKey, request };
}
function parseStoredTrial(line) {
  const read3 = storedTrial2(line);
  return read3 === null ? null : { agentHash: read3.agentHash, caseHash: read3.caseHash, trial: read3.trial };
}

// src/replay/store/lines.ts
function answerLine(keyText, answer) {
  return { kind: "answer", key: keyText, ...answer };
}
function requestLine(request) {
  return { kind: "request", ...request };
}
function trialLine2(trial) {
  return { kind: "trial", ...trial };
}
function lineOf(line) {
  switch (line.kind) {
    case "answer":
      if (typeof line.key !== "string" || parseStoredAnswer(line) === null) return null;
      return { kind: "entry", section: "answers", key: answerEntry(line.key) };
    case "request": {
      const request = parseStoredRequest(line);
      if (request === null) return null;
      return { kind: "entry", section: "requests", key: requestEntry(request.caseId, request.requestKey) };
    }
    case "trial": {
      const trial = parseStoredTrial(line);
      if (trial === null) return null;
      return { kind: "entry", section: "reservoir", key: trialEntry(identityOf(trial)) };
    }
    case "asking":
    case "unanswered":
      return typeof line.key === "string" ? { kind: line.kind, key: line.key } : null;
    default:
      return null;
  }
}
function identityOf({ agentHash, caseHash, trial }) {
  return { agentHash, caseHash, caseId: trial.caseId, number: trial.number };
}

// src/replay/store/journal.ts
var JournalPlaces = class {
  #sections = /* @__PURE__ */ new Map();
  #asked = /* @__PURE__ */ new Set();
  put(section, key, place) {
    const places = this.#sections.get(section) ?? /* @__PURE__ */ new Map();
    this.#sections.set(section, places);
    if (!places.has(key)) places.set(key, place);
    if (section === "answers") this.#asked.delete(key);
  }
  asking(key) {
    this.#asked.add(key);
  }
  unanswered(key) {
    this.#asked.delete(key);
  }
  /** Requests that the provider got, and whose end the journal does not know. */
  onTheirWay() {
    return this.#asked.size;
  }
  of(section) {
    return this.#sections.get(section) ?? /* @__PURE__ */ new Map();
  }
};
var Journal = class {
  path;
  /** null = it was cut off before its first line was whole: it holds nothing. */
  holder;
  places;
  /** What of it could not be read. */
  problems;
  #descriptor;
  constructor(path, descriptor, read3) {
    this.path = path;
    this.#descriptor = descriptor;
    this.holder = read3.holder;
    this.places = read3.places;
    this.problems = read3.problems;
  }
  read(place) {
    return onDisk(this.path, () => readAt(this.#descriptor, place.offset, place.length));
  }
  close() {
    $closeSync(this.#descriptor);
  }
};
function openJournal(path) {
  let descriptor;
  try {
    descriptor = $openSync(path, "r");
  } catch (error) {
    if (isFault(error, "ENOENT")) return null;
    return onDisk(path, () => {
      throw error;
    });
  }
  try {
    return new Journal(path, descriptor, readJournal(path, descriptor));
  } catch (error) {
    $closeSync(descriptor);
    throw error;
  }
}
function readJournal(path, descriptor) {
  const places = new JournalPlaces();
  const problems = [];
  let holder = null;
  let number = 0;
  const torn = onDisk(
    path,
    () => readLines(descriptor, (bytes, offset) => {
      number += 1;
      const text3 = bytes.toString("utf8");
      if (number === 1) holder = readHead2(path, text3);
      else if (!takeLine(places, text3, { offset, length: bytes.length }))
        problems.push(`${path}:${number}: no line of ${JOURNAL_FORMAT} (${bytes.length} bytes), left out`);
    })
  );
  if (holder !== null && stateOf(holder) === "running") return { holder, places, problems };
  if (torn > 0) problems.push(`${path}:${number + 1}: the last line is cut short and was left out`);
  const lost = places.onTheirWay();
  if (lost > 0)
    problems.push(
      `${path}: the run was cut off with ${lost} model calls on their way: they may have been paid for, and are drawn again`
    );
  return { holder, places, problems };
}
function readHead2(path, text3) {
  const head = parseJson(text3);
  const { format, pid, host } = isJsonObject(head) ? head : {};
  if (format !== JOURNAL_FORMAT || typeof pid !== "number" || typeof host !== "string")
    throw otherVersion(`${path}:1`, JOURNAL_FORMAT, format);
  return { pid, host };
}
function takeLine(places, text3, place) {
  const read3 = parseJson(text3);
  const line = isJsonObject(read3) ? lineOf(read3) : null;
  switch (line?.kind) {
    case void 0:
      return false;
    case "entry":
      places.put(line.section, line.key, place);
      return true;
    case "asking":
      places.asking(line.key);
      return true;
    case "unanswered":
      places.unanswered(line.key);
      return true;
    default:
      return line;
  }
}

// src/replay/store/journal-writer.ts
var SYNC_EVERY_MS = 50;
var RESERVE_BYTES = 4 * 1024 * 1024;
var JournalWriter = class {
  /** No other run has it. */
  name;
  places = new JournalPlaces();
  #folder;
  #file = null;
  #offset = 0;
  #isFull = false;
  #timer = null;
  #failedSync = null;
  /** The file's name would outlive a loss of power. */
  #isNamed = false;
  constructor(directory, runName) {
    this.name = `${runName}-${$randomBytes(4).toString("hex")}`;
    this.#folder = $join(directory, JOURNALS);
  }
  /** Keeps lines, each under its key; what is given together is written at once. */
  put(entries) {
    const places = this.#append(entries.map(({ line }) => line));
    for (const [index, { section, key }] of entries.entries()) {
      const place = places[index];
      if (place !== void 0) this.places.put(section, key, place);
    }
  }
  /** Says, before it is paid for, that a model call is made. @throws UserError when its answer could not be kept. */
  asking(key) {
    if (this.#isFull) throw diskFault(this.#folder, "no space is left on the disk");
    this.#append([{ kind: "asking", key }]);
    this.places.asking(key);
  }
  unanswered(key) {
    this.#append([{ kind: "unanswered", key }]);
    this.places.unanswered(key);
  }
  read(place) {
    const file = this.#file ?? this.#begin();
    return onDisk(file.path, () => readAt(file.descriptor, place.offset, place.length));
  }
  /** Makes everything durable. */
  flush() {
    const file = this.#file;
    if (file === null) return;
    onDisk(file.path, () => $fdatasyncSync(file.descriptor));
    if (!this.#isNamed) onDisk(this.#folder, () => syncFolder(this.#folder));
    this.#isNamed = true;
  }
  /** Only closes the file: what it holds is still to be packed. */
  close() {
    const file = this.#file;
    this.#file = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (file !== null) onDisk(file.path, () => $closeSync(file.descriptor));
  }
  #append(values) {
    if (this.#failedSync !== null) throw diskFault(this.#folder, this.#failedSync);
    const { path, descriptor } = this.#file ?? this.#begin();
    const lines = values.map((value) => `${JSON.stringify(value)}
`);
    const bytes = Buffer.from(lines.join(""));
    let offset = this.#offset;
    onDisk(path, () => this.#write(descriptor, bytes));
    this.#offset += bytes.length;
    this.#syncSoon(descriptor);
    return lines.map((line) => {
      const place = { offset, length: Buffer.byteLength(line) - 1 };
      offset += place.length + 1;
      return place;
    });
  }
  /** What a full disk cut short is taken back, so that no later line is glued to it. */
  #write(descriptor, bytes) {
    try {
      writeAt(descriptor, this.#offset, bytes);
    } catch (error) {
      $ftruncateSync(descriptor, this.#offset);
      if (this.#isFull || !isFault(error, "ENOSPC")) throw error;
      this.#isFull = true;
      $rmSync(reserveOf(this.#folder, this.name), { force: true });
      this.#write(descriptor, bytes);
    }
  }
  #begin() {
    const path = $join(this.#folder, `${this.name}${JOURNAL_EXTENSION}`);
    return onDisk(path, () => {
      $writeFileSync(reserveOf(this.#folder, this.name), Buffer.alloc(RESERVE_BYTES));
      const descriptor = $openSync(path, "wx+", 384);
      this.#file = { path, descriptor };
      const head = Buffer.from(`${JSON.stringify({ format: JOURNAL_FORMAT, ...ourselves() })}
`);
      this.#write(descriptor, head);
      this.#offset = head.length;
      this.#nameSoon();
      return this.#file;
    });
  }
  /** Beside the first call, as its line is brought to the disk beside it. */
  #nameSoon() {
    const named = () => {
      this.#isNamed = true;
    };
    syncFolderSoon(this.#folder).then(named, (error) => {
      if (this.#file !== null) this.#failedSync = messageOf(error);
    });
  }
  #syncSoon(descriptor) {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      $fdatasync(descriptor, (error) => {
        this.#timer = null;
        if (error !== null && this.#file !== null) this.#failedSync = messageOf(error);
      });
    }, SYNC_EVERY_MS).unref();
  }
};
function reserveOf(folder, name) {
  return $join(folder, `.${name}.reserve`);
}

// src/replay/store/pack-index.ts
var RECORD_BYTES = 50;
var FOOTER_BYTES = 22;
var MAGIC = Buffer.from("pawlpack");
function recordBytes({ key, blockOffset, blockLength, offset, length }) {
  const bytes = Buffer.alloc(RECORD_BYTES);
  bytes.write(key, 0, "hex");
  bytes.writeUIntBE(blockOffset, 32, 6);
  bytes.writeUInt32BE(blockLength, 38);
  bytes.writeUInt32BE(offset, 42);
  bytes.writeUInt32BE(length, 46);
  return bytes;
}
function readRecord(bytes, at2) {
  return {
    key: bytes.toString("hex", at2, at2 + 32),
    blockOffset: bytes.readUIntBE(at2 + 32, 6),
    blockLength: bytes.readUInt32BE(at2 + 38),
    offset: bytes.readUInt32BE(at2 + 42),
    length: bytes.readUInt32BE(at2 + 46)
  };
}
function footerBytes({ indexOffset, records, checksum }) {
  const bytes = Buffer.alloc(FOOTER_BYTES);
  MAGIC.copy(bytes);
  bytes.writeUIntBE(indexOffset, 8, 6);
  bytes.writeUInt32BE(records, 14);
  bytes.writeUInt32BE(checksum, 18);
  return bytes;
}
function readFooter(bytes, size) {
  if (bytes.length !== FOOTER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return null;
  const footer = {
    indexOffset: bytes.readUIntBE(8, 6),
    records: bytes.readUInt32BE(14),
    checksum: bytes.readUInt32BE(18)
  };
  return footer.indexOffset + footer.records * RECORD_BYTES + FOOTER_BYTES === size ? footer : null;
}
var FENCE_EVERY = 32;
var Fences = class {
  #firsts = [];
  add(firstKeyBytes) {
    this.#firsts.push(firstKeyBytes);
  }
  /** The record to begin at when looking for keys whose first 32 bits are these: none that fits lies before it. */
  startOf(first) {
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = low + high >> 1;
      if ((this.#firsts[middle] ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1) * FENCE_EVERY;
  }
};

// src/replay/store/pack-writer.ts
var BLOCK_LINES = 64;
var BLOCK_BYTES = 128 * 1024;
var ZSTD = { params: { [$constants.ZSTD_c_compressionLevel]: 1, [$constants.ZSTD_c_checksumFlag]: 1 } };
function writePack(path, section, fill2) {
  const partial = $join($dirname(path), `.${$basename(path)}.${process.pid}`);
  onDisk(path, () => {
    const writer = new PackWriter($openSync(partial, "w", 384), section);
    try {
      fill2(writer);
      writer.finish();
      $renameSync(partial, path);
      syncFolder($dirname(path));
    } catch (error) {
      $rmSync(partial, { force: true });
      throw error;
    } finally {
      writer.close();
    }
  });
}
var PackWriter = class {
  #descriptor;
  #offset = 0;
  #lines = [];
  #pending = [];
  #pendingBytes = 0;
  /** In the order of the lines; as bytes, since there may be many. */
  #records = [];
  #checksum = 0;
  #indexOffset = null;
  #indexed = 0;
  constructor(descriptor, section) {
    this.#descriptor = descriptor;
    this.#write(Buffer.from(`${JSON.stringify({ format: PACK_FORMAT, section })}
`));
  }
  add(key, line) {
    this.#pending.push({ key, offset: this.#pendingBytes, length: line.length });
    this.#lines.push(line);
    this.#pendingBytes += line.length;
    if (this.#lines.length >= BLOCK_LINES || this.#pendingBytes >= BLOCK_BYTES) this.#endBlock();
  }
  /** Bytes of another pack's blocks as they are; returns where they begin here. Not to be mixed with `add`. */
  copy(bytes) {
    const at2 = this.#offset;
    this.#write(bytes);
    return at2;
  }
  /** Records of the index, in ascending order: all that there are, after all blocks. */
  index(records) {
    this.#indexOffset ??= this.#offset;
    this.#write(records);
    this.#checksum = $crc32(records, this.#checksum);
    this.#indexed += records.length / RECORD_BYTES;
  }
  finish() {
    this.#endBlock();
    this.index(Buffer.concat(this.#records.sort((a, b) => a.compare(b))));
    const footer = {
      indexOffset: this.#indexOffset ?? this.#offset,
      records: this.#indexed,
      checksum: this.#checksum
    };
    this.#write(footerBytes(footer));
    $fsyncSync(this.#descriptor);
  }
  close() {
    $closeSync(this.#descriptor);
  }
  #endBlock() {
    if (this.#lines.length === 0) return;
    const packed = $zstdCompressSync(Buffer.concat(this.#lines, this.#pendingBytes), ZSTD);
    const blockOffset = this.#offset;
    this.#write(packed);
    for (const line of this.#pending) {
      const record2 = { ...line, blockOffset, blockLength: packed.length };
      this.#records.push(recordBytes(record2));
    }
    this.#lines = [];
    this.#pending = [];
    this.#pendingBytes = 0;
  }
  #write(bytes) {
    writeAt(this.#descriptor, this.#offset, bytes);
    this.#offset += bytes.length;
  }
};

// src/replay/store/merge.ts
var MAX_PACKS = 8;
var CHUNK_BYTES2 = 16384 * RECORD_BYTES;
function mergePacks(packs, path, section) {
  if (packs.length <= MAX_PACKS) return;
  const smallest = [...packs].sort((a, b) => a.bytes - b.bytes).slice(0, MAX_PACKS);
  writePack(path, section, (writer) => {
    const offsets = smallest.map((pack) => {
      let begin = null;
      for (const bytes2 of pack.blocks()) {
        const at2 = writer.copy(bytes2);
        begin ??= at2;
      }
      return begin ?? 0;
    });
    const pending = [];
    let bytes = 0;
    const flush = () => {
      writer.index(Buffer.concat(pending.splice(0), bytes));
      bytes = 0;
    };
    for (const record2 of mergedRecords(smallest, offsets)) {
      pending.push(record2);
      bytes += RECORD_BYTES;
      if (bytes >= CHUNK_BYTES2) flush();
    }
    flush();
  });
  for (const pack of smallest) onDisk(pack.path, () => $rmSync(pack.path, { force: true }));
}
function* mergedRecords(packs, offsets) {
  const heads = packs.map((pack, index) => new Head(pack, offsets[index] ?? 0));
  let last = null;
  for (; ; ) {
    const [least] = heads.filter((head) => head.record !== null).sort(compareHeads);
    const record2 = least?.record;
    if (least === void 0 || record2 === null || record2 === void 0) return;
    if (last === null || last.compare(record2, 0, 32, 0, 32) !== 0) yield record2;
    last = record2;
    least.next();
  }
}
function compareHeads(a, b) {
  return a.record === null || b.record === null ? 0 : a.record.compare(b.record, 0, 32, 0, 32);
}
var Head = class {
  record = null;
  #chunks;
  #offset;
  #chunk = Buffer.alloc(0);
  #at = 0;
  constructor(pack, offset) {
    this.#chunks = pack.index();
    this.#offset = offset;
    this.next();
  }
  next() {
    if (this.#at >= this.#chunk.length) {
      const chunk = this.#chunks.next();
      this.#chunk = chunk.done === true ? Buffer.alloc(0) : chunk.value;
      this.#at = 0;
    }
    if (this.#chunk.length === 0) {
      this.record = null;
      return;
    }
    const record2 = Buffer.from(this.#chunk.subarray(this.#at, this.#at + RECORD_BYTES));
    record2.writeUIntBE(record2.readUIntBE(32, 6) + this.#offset, 32, 6);
    this.record = record2;
    this.#at += RECORD_BYTES;
  }
};

// src/replay/store/pack.ts
var MAX_HEAD_BYTES2 = 1024;
var CHUNK_BYTES3 = 16384 * RECORD_BYTES;
function openPack(path, section) {
  let descriptor;
  try {
    descriptor = $openSync(path, "r");
  } catch (error) {
    if (isFault(error, "ENOENT")) return { kind: "gone" };
    return onDisk(path, () => {
      throw error;
    });
  }
  try {
    const pack = onDisk(path, () => readPack(path, descriptor, section));
    if (typeof pack !== "string") return { kind: "pack", pack };
    $closeSync(descriptor);
    return { kind: "damaged", why: pack };
  } catch (error) {
    $closeSync(descriptor);
    throw error;
  }
}
function readPack(path, descriptor, section) {
  const { size } = $fstatSync(descriptor);
  const start = readAt(descriptor, 0, Math.min(size, MAX_HEAD_BYTES2));
  const head = parseJson(start.toString("utf8", 0, Math.max(0, start.indexOf(10))));
  const written = isJsonObject(head) ? head : {};
  if (written.format !== PACK_FORMAT) throw otherVersion(path, PACK_FORMAT, written.format);
  if (written.section !== section) return `it is no pack of ${section}`;
  const footer = readFooter(readAt(descriptor, Math.max(0, size - FOOTER_BYTES), FOOTER_BYTES), size);
  if (footer === null) return "its end is missing";
  const fences = fencesOf(descriptor, footer);
  return fences === null ? "its index is damaged" : new Pack(path, descriptor, footer, fences);
}
function fencesOf(descriptor, footer) {
  const fences = new Fences();
  let checksum = 0;
  let record2 = 0;
  for (const chunk of chunksOf(descriptor, footer)) {
    checksum = $crc32(chunk, checksum);
    for (let at2 = 0; at2 < chunk.length; at2 += RECORD_BYTES, record2 += 1)
      if (record2 % FENCE_EVERY === 0) fences.add(chunk.readUInt32BE(at2));
  }
  return checksum === footer.checksum ? fences : null;
}
function* chunksOf(descriptor, { indexOffset, records }) {
  const end2 = indexOffset + records * RECORD_BYTES;
  for (let offset = indexOffset; offset < end2; offset += CHUNK_BYTES3)
    yield readAt(descriptor, offset, Math.min(CHUNK_BYTES3, end2 - offset));
}
var Pack = class {
  path;
  #descriptor;
  #footer;
  #fences;
  /** Where the blocks begin that have been read whole: one number for all the lines of each. */
  #whole = /* @__PURE__ */ new Set();
  constructor(path, descriptor, footer, fences) {
    this.path = path;
    this.#descriptor = descriptor;
    this.#footer = footer;
    this.#fences = fences;
  }
  get bytes() {
    return this.#footer.indexOffset;
  }
  /** Where the lines lie whose keys begin with `prefix`: an even number of hexadecimal digits, eight or more. */
  places(prefix) {
    const wanted = Buffer.from(prefix, "hex");
    const { indexOffset, records } = this.#footer;
    const found = [];
    for (let record2 = this.#fences.startOf(wanted.readUInt32BE(0)); record2 < records; record2 += FENCE_EVERY) {
      const count3 = Math.min(FENCE_EVERY, records - record2);
      const bytes = this.#read(indexOffset + record2 * RECORD_BYTES, count3 * RECORD_BYTES);
      for (let at2 = 0; at2 < bytes.length; at2 += RECORD_BYTES) {
        const order = bytes.compare(wanted, 0, wanted.length, at2, at2 + wanted.length);
        if (order > 0) return found;
        if (order === 0) found.push(readRecord(bytes, at2));
      }
    }
    return found;
  }
  /** The unpacked block in which a line lies; null = it is damaged. */
  block({ blockOffset, blockLength }) {
    const packed = this.#read(blockOffset, blockLength);
    try {
      const block = $zstdDecompressSync(packed);
      this.#whole.add(blockOffset);
      return block;
    } catch (error) {
      if (error instanceof Error && "code" in error) return null;
      throw error;
    }
  }
  isKnownWhole({ blockOffset }) {
    return this.#whole.has(blockOffset);
  }
  /** The index in its order, some records at a time. */
  index() {
    return chunksOf(this.#descriptor, this.#footer);
  }
  /** All bytes before the index, some at a time: the head and the blocks. */
  *blocks() {
    for (let offset = 0; offset < this.bytes; offset += CHUNK_BYTES3)
      yield this.#read(offset, Math.min(CHUNK_BYTES3, this.bytes - offset));
  }
  close() {
    $closeSync(this.#descriptor);
  }
  #read(offset, length) {
    return onDisk(this.path, () => readAt(this.#descriptor, offset, length));
  }
};

// src/replay/store/pack-folder.ts
var MAX_CACHED_BYTES = 4 * 1024 * 1024;
var PackFolder = class {
  #folder;
  #section;
  #problems;
  #packs;
  /** The blocks that were read last, newest at the end; null = damaged. */
  #blocks = /* @__PURE__ */ new Map();
  #cachedBytes = 0;
  /** What cannot be read is written into `problems`, now and later. */
  constructor(directory, section, problems) {
    this.#folder = $join(directory, section);
    this.#section = section;
    this.#problems = problems;
    this.#packs = this.#open();
  }
  /** Whether `find` finds a line: its block was read whole once. */
  has(key) {
    return this.#packs.some(
      (pack) => pack.places(key).some((place) => pack.isKnownWhole(place) || this.#block(pack, place) !== null)
    );
  }
  /** The first line under a key. */
  find(key) {
    for (const pack of this.#packs)
      for (const place of pack.places(key)) {
        const line = this.#line(pack, place);
        if (line !== null) return line;
      }
    return null;
  }
  /** All lines whose keys begin so. */
  findAll(prefix) {
    return this.#packs.flatMap((pack) => pack.places(prefix).flatMap((place) => this.#line(pack, place) ?? []));
  }
  /** Puts packs together where there are many, under a name that no other run uses. */
  merge(name) {
    mergePacks(this.#packs, $join(this.#folder, `${name}${PACK_EXTENSION}`), this.#section);
  }
  close() {
    for (const pack of this.#packs) pack.close();
  }
  #open() {
    const packs = [];
    try {
      const seen = /* @__PURE__ */ new Set();
      for (let isWhole = false; !isWhole; ) {
        const names = namesIn(this.#folder).filter((name) => !seen.has(name));
        isWhole = true;
        for (const name of names) {
          const opened = this.#openOne(name);
          if (opened === "gone") isWhole = false;
          else seen.add(name);
          if (typeof opened === "object" && opened !== null) packs.push(opened);
        }
      }
      return packs;
    } catch (error) {
      for (const pack of packs) pack.close();
      throw error;
    }
  }
  /** null = nothing to be read there. */
  #openOne(name) {
    const path = $join(this.#folder, name);
    if (name.startsWith(".")) {
      removeLeftOver(path, name);
      return null;
    }
    if (!name.endsWith(PACK_EXTENSION)) throw otherVersion(path, PACK_FORMAT, name);
    const opened = openPack(path, this.#section);
    switch (opened.kind) {
      case "pack":
        return opened.pack;
      case "gone":
        return "gone";
      case "damaged":
        this.#problems.push(`${path}: ${opened.why}; what it held was left out`);
        return null;
      default:
        return opened;
    }
  }
  #line(pack, place) {
    const block = this.#block(pack, place);
    return block?.subarray(place.offset, place.offset + place.length) ?? null;
  }
  #block(pack, place) {
    const key = `${place.blockOffset} ${pack.path}`;
    const known = this.#blocks.get(key);
    if (known !== void 0) {
      this.#blocks.delete(key);
      this.#blocks.set(key, known);
      return known;
    }
    const block = pack.block(place);
    if (block === null)
      this.#problems.push(`${pack.path}: the block at byte ${place.blockOffset} is damaged and was left out`);
    this.#blocks.set(key, block);
    this.#cachedBytes += block?.length ?? 0;
    this.#shrink();
    return block;
  }
  #shrink() {
    for (const [key, block] of this.#blocks) {
      if (this.#cachedBytes <= MAX_CACHED_BYTES) return;
      if (block === null) continue;
      this.#blocks.delete(key);
      this.#cachedBytes -= block.length;
    }
  }
};
function removeLeftOver(path, name) {
  const pid = /\.pack\.(\d+)$/.exec(name)?.[1];
  if (pid !== void 0 && !isRunning(Number(pid))) onDisk(path, () => $rmSync(path, { force: true }));
}

// src/replay/store/seal.ts
function sealJournal(directory, name, journal) {
  for (const section of SECTIONS) {
    const places = journal.places.of(section);
    if (places.size === 0) continue;
    writePack($join(directory, section, `${name}${PACK_EXTENSION}`), section, (writer) => {
      for (const key of IS_SORTED[section] ? [...places.keys()].sort() : places.keys()) {
        const place = places.get(key);
        if (place !== void 0) writer.add(key, journal.read(place));
      }
    });
  }
  removeJournal($join(directory, JOURNALS, `${name}${JOURNAL_EXTENSION}`));
}
function takeOver(directory, problems) {
  const folder = $join(directory, JOURNALS);
  const open = [];
  for (const name of namesIn(folder)) {
    if (name.startsWith(".")) continue;
    const path = $join(folder, name);
    if (!name.endsWith(JOURNAL_EXTENSION)) throw otherVersion(path, JOURNAL_FORMAT, name);
    const journal = openJournal(path);
    if (journal === null) continue;
    problems.push(...journal.problems);
    if (journal.holder !== null && stateOf(journal.holder) !== "gone") {
      open.push(journal);
      continue;
    }
    try {
      sealJournal(directory, $basename(name, JOURNAL_EXTENSION), journal);
    } finally {
      journal.close();
    }
  }
  return open;
}
function removeJournal(path) {
  onDisk(path, () => {
    $rmSync(path, { force: true });
    $rmSync(reserveOf($dirname(path), $basename(path, JOURNAL_EXTENSION)), { force: true });
  });
}

// src/replay/store.ts
function openStore(directory, runName) {
  prepareStore(directory);
  const problems = [];
  const others = takeOver(directory, problems);
  const own = new JournalWriter(directory, runName);
  const folders = new Map(SECTIONS.map((section) => [section, new PackFolder(directory, section, problems)]));
  const lines = new Lines(folders, [...others, own]);
  const entryOf = lastEntry();
  const understood = (bytes, read3) => {
    const text3 = bytes.toString("utf8");
    const line = parseJson(text3);
    const value = isJsonObject(line) ? read3(line) : null;
    if (value === null) problems.push(`${directory}: ${bytes.length} bytes not understood and left out`);
    return value;
  };
  return {
    directory,
    problems,
    has: (key) => lines.has("answers", entryOf(key)),
    answer: (key) => {
      const line = lines.find("answers", entryOf(key));
      const answer = line === null ? null : understood(line, parseStoredAnswer);
      if (line !== null && answer === null) throw new Error("the store holds an answer that it would not take");
      return answer;
    },
    asking: (key) => own.asking(entryOf(key)),
    unanswered: (key) => own.unanswered(entryOf(key)),
    putAnswer: (key, answer, asked) => {
      const entry = { section: "answers", key: entryOf(key), line: answerLine(key, answer) };
      own.put([entry, ...asked === void 0 ? [] : requestEntries(lines, asked)]);
    },
    requests: (caseId) => {
      const found = lines.findAll("requests", requestsOfCase(caseId)).flatMap((line) => understood(line, parseStoredRequest) ?? []);
      return [...new Map(found.map((request) => [request.requestKey, request])).values()];
    },
    trial: (identity) => {
      const line = lines.find("reservoir", trialEntry(identity));
      return line === null ? null : understood(line, parseStoredTrial);
    },
    putTrial: (trial) => own.put([{ section: "reservoir", key: trialEntry(identityOf(trial)), line: trialLine2(trial) }]),
    flush: () => own.flush(),
    close: () => {
      for (const journal of others) journal.close();
      try {
        sealJournal(directory, own.name, own);
        for (const folder of folders.values()) folder.merge(`${own.name}-merged`);
      } finally {
        own.close();
        for (const folder of folders.values()) folder.close();
      }
    }
  };
}
function lastEntry() {
  let last = { key: "", entry: answerEntry("") };
  return (key) => {
    if (last.key !== key) last = { key, entry: answerEntry(key) };
    return last.entry;
  };
}
function requestEntries(lines, { caseId, request }) {
  const key = requestEntry(caseId, request.key);
  if (lines.has("requests", key)) return [];
  const stored = { caseId, requestKey: request.key, semanticKey: request.semanticKey(), request: request.text };
  return [{ section: "requests", key, line: requestLine(stored) }];
}
var Lines = class {
  #folders;
  #journals;
  constructor(folders, journals) {
    this.#folders = folders;
    this.#journals = journals;
  }
  has(section, key) {
    return this.#journals.some((journal) => journal.places.of(section).has(key)) || this.#folders.get(section)?.has(key) === true;
  }
  find(section, key) {
    const packed = this.#folders.get(section)?.find(key) ?? null;
    if (packed !== null) return packed;
    for (const journal of this.#journals) {
      const place = journal.places.of(section).get(key);
      if (place !== void 0) return journal.read(place);
    }
    return null;
  }
  findAll(section, prefix) {
    const written = this.#journals.flatMap(
      (journal) => [...journal.places.of(section)].flatMap(([key, place]) => key.startsWith(prefix) ? [journal.read(place)] : [])
    );
    return [...this.#folders.get(section)?.findAll(prefix) ?? [], ...written];
  }
};

// src/replay/uncalled.ts
function uncalledOf(theCase, trial) {
  if (trial.end.kind !== "answered") return null;
  const made = /* @__PURE__ */ new Map();
  for (const step of trial.trajectory.steps) {
    if (step.kind !== "tool_call") continue;
    const text3 = callText(step.recordedAs ?? step);
    made.set(text3, (made.get(text3) ?? 0) + 1);
  }
  const left = theCase.recordings.map((_, recording) => ({ recording, calls: leftOf(theCase, recording, made) }));
  return left.toSorted((a, b) => a.calls.length - b.calls.length)[0] ?? null;
}
function leftOf(theCase, recording, made) {
  const left = new Map(made);
  return (theCase.recordings[recording]?.steps ?? []).flatMap((step) => {
    if (step.kind !== "tool_call") return [];
    const text3 = callText(step);
    const times = left.get(text3) ?? 0;
    left.set(text3, times - 1);
    return times > 0 ? [] : [{ name: step.name, arguments: step.arguments }];
  });
}

export {
  $performance,
  $setTimeout,
  $setImmediate,
  benjaminiHochberg,
  normalQuantile,
  wilson,
  fixedStrataFactor,
  moverWilson,
  neighbourNoise,
  noisyLimits,
  overdispersion,
  stratExact,
  fisherLower,
  planConfirmation,
  changePoint,
  clusterBootstrap,
  designEffect,
  DistinctSketch,
  hashOf,
  freshDetector,
  observe,
  evidence,
  pairsLogE,
  clopperPearson,
  jeffreys,
  historyLogE,
  discreteHolm,
  cohenKappa,
  kitagawa,
  locationChange,
  logGamma,
  mde80,
  QuantileSketch,
  binValue,
  seededRandom,
  seasonalLocation,
  locationZ,
  seasonalRate,
  seasonalZ,
  countScore,
  shapley,
  dividends,
  surveyLimits,
  surveyDifference,
  openCollector,
  Conversations,
  secretsIn,
  chooseIsolation,
  releaseIsolation,
  withLent,
  toolsAt,
  pLimit,
  serversBeside,
  NORMALISATIONS,
  openUpstream,
  openProxy,
  unmapped,
  callMapOf,
  storedTrialsOf,
  withinTime,
  openSession,
  trialSchema,
  parseStoredAnswer,
  openStore,
  uncalledOf
};
