import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  NOTHING_SPENT,
  added,
  compare,
  decideUnchanged,
  evidenceOf,
  findFlakes,
  findPower,
  findUnmeasured,
  forecast,
  headAloneTrials,
  judgeHeadAlone,
  nextTrials,
  withTrials
} from "./chunk-7EWKQ4TP.js";
import {
  CHECKS,
  CHECK_NAMES,
  MEASURES,
  SCORERS,
  acceptedPath,
  agreementOf,
  callMapOf,
  chooseIsolation,
  clopperPearson,
  costOf,
  costOfCalls,
  defaultConfigPath,
  diffCorpus,
  isOpen,
  judgeRequest,
  majorityOf,
  openSession,
  openStore,
  openUpstream,
  pLimit,
  readAccepted,
  readCorpus,
  readSettings,
  readVote,
  runCommandScorer,
  scoreTrial,
  secretsIn,
  seededRandom,
  sumOfCosts,
  transcriptOf,
  trialSchema,
  uncalledOf,
  unmapped,
  unpricedModels,
  voteKey
} from "./chunk-BYDHNTQ5.js";
import {
  assertStoreIsOurs,
  changedFiles,
  changedPlaces,
  changedTools,
  findChanges,
  mergeBase,
  pathHistory,
  readInside,
  readTools,
  renamesOf,
  repositoryRoot,
  resolveCommit,
  sideFiles,
  sideText,
  treeHash
} from "./chunk-3Z432Z7C.js";
import {
  buildReport,
  forecastText
} from "./chunk-FAUJ72YB.js";
import {
  require_picomatch
} from "./chunk-N73M3PSF.js";
import {
  assembleStream,
  emptyContract,
  hashJson,
  isJsonObject,
  isSecretName,
  parseJson,
  readContract,
  readResponse,
  require_mod,
  schemaCheck,
  sha256
} from "./chunk-I3AMN25J.js";
import {
  UserError,
  cut,
  formatProblem,
  messageOf
} from "./chunk-RUYBUABK.js";
import {
  __toESM
} from "./chunk-WD6H2GOG.js";

// src/gate/tool-policy.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function toolPolicyOf({ tools: tools2 }) {
  const rules = tools2.rules.map((rule) => ({ ...rule, names: matcherOf(rule.tools) }));
  return {
    isReadOnly: matcherOf(tools2.readOnly),
    onMiss: (tool2) => rules.find(({ names, onMiss }) => onMiss !== null && names(tool2))?.onMiss ?? tools2.onMiss,
    setsOf: (tool2) => rules.flatMap(({ names, sets }) => names(tool2) ? sets : []),
    normalisations: tools2.normalisations,
    inProcess: tools2.inProcess
  };
}
function matcherOf(globs) {
  if (globs.length === 0) return () => false;
  const matches = (0, import_picomatch.default)([...globs]);
  return (name) => matches(name);
}

// src/gate/sides.ts
import { glob } from "node:fs/promises";

// src/gate/mcp-servers.ts
function serversOfSide(own, target) {
  const named = Object.values(target.mcpServers).flatMap((spec) => spec.kind === "command" ? spec.environment : []);
  const allowed = /* @__PURE__ */ new Set([...target.environment, ...named]);
  const servers = Object.entries(own).map(([name, spec]) => [
    name,
    spec.kind === "url" ? spec : { ...spec, environment: spec.environment.filter((one) => allowed.has(one)) }
  ]);
  return Object.fromEntries(servers);
}

// src/gate/sides.ts
var MAX_TOOL_FILE_BYTES = 1024 * 1024;
var MAX_CONTRACT_BYTES = 8 * 1024 * 1024;
async function describeSide(request) {
  const { repository, side, source, settings, spec } = request;
  const { root, setup, command, protocol, inflight, http } = spec;
  const mcpServers = serversOfSide(spec.mcpServers, settings.agent);
  const files = await treeHash(repository, source, settings.changes);
  return {
    side,
    source,
    spec: {
      ...settings.agent,
      root,
      setup,
      command,
      protocol,
      inflight,
      http,
      mcpServers: seeing(mcpServers, settings)
    },
    agentHash: hashJson([
      files,
      root,
      setup,
      command,
      protocol,
      protocol === "http" ? { ...http } : null,
      mcpServers,
      conditionsOf(request)
    ]),
    readTools: async (repo) => {
      const read = await readSideTools(repo, settings.tools.files);
      const { contract, problems } = await readSideContract(repo, settings.mcpFile);
      return { tools: read.tools, contract, problems: [...read.problems, ...problems] };
    },
    renames: request.renames
  };
}
function seeing(servers, { agent }) {
  const known = Object.values(agent.mcpServers).flatMap((spec) => spec.kind === "command" ? spec.environment : []);
  const allowed = /* @__PURE__ */ new Set([...agent.environment, ...known]);
  const own = Object.entries(servers).map(([name, spec]) => {
    if (spec.kind !== "command") return [name, spec];
    return [name, { ...spec, environment: spec.environment.filter((variable) => allowed.has(variable)) }];
  });
  return Object.fromEntries(own);
}
function conditionsOf({ settings, environment }) {
  const { environment: names, trialTimeoutMs } = settings.agent;
  const values = names.map((name) => [name, hashJson(environment[name] ?? null)]);
  const ignored = settings.ignoredInRequests.map(({ pattern }) => pattern.source);
  return [values, trialTimeoutMs, settings.tools, ignored];
}
async function readSideTools(repo, globs) {
  const problems = [];
  const tools2 = /* @__PURE__ */ new Map();
  const paths = [];
  for await (const path of glob([...globs], { cwd: repo })) paths.push(path);
  for (const path of paths.sort()) {
    const read = await readToolFile(repo, path);
    if (typeof read === "string") problems.push(`${cut(path, 200)}: ${read}`);
    else for (const tool2 of read) tools2.set(tool2.name, tool2);
  }
  return { tools: [...tools2.values()], problems };
}
async function readSideContract(repo, path) {
  if (path === null) return { contract: emptyContract, problems: [] };
  const file = await readInside(repo, path, MAX_CONTRACT_BYTES);
  if (file.kind === "absent") return { contract: emptyContract, problems: [] };
  const read = file.kind === "refused" ? { problem: file.reason } : readContract(file.text);
  return "problem" in read ? { contract: emptyContract, problems: [`${path}: ${read.problem}`] } : { contract: read.contract, problems: [] };
}
async function readToolFile(repo, path) {
  const file = await readInside(repo, path, MAX_TOOL_FILE_BYTES);
  if (file.kind === "refused") return file.reason;
  if (file.kind === "absent") return "there is no such file";
  if (parseJson(file.text.replace(/^\uFEFF/, "")) === void 0) return "expected JSON";
  const read = readTools(file.text, path);
  return "problem" in read ? "expected tool definitions, received other JSON" : read.tools;
}

// src/gate/acceptance.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
async function readAcceptance(request) {
  const { repository, base, head, today } = request;
  if (today === null) return { entries: [], problems: [] };
  const { entries, problems } = readAccepted(await sideText(repository, head, acceptedPath));
  const earlier = entries.length === 0 ? [] : readAccepted(await sideText(repository, base, acceptedPath)).entries;
  const known = new Set(earlier.map((one) => JSON.stringify(one)));
  return {
    entries: entries.filter(({ config }) => (config ?? defaultConfigPath) === request.configPath).map((one) => declared(one, request, today, known.has(JSON.stringify(one)))),
    problems: problems.map(formatProblem)
  };
}
function declared({ kind, name, reason, until }, { cases, gating }, today, earlier) {
  const declaration = { kind, name, reason, until, earlier, suggestion: null };
  const known = acceptableNames(cases)[kind];
  if (!known.has(name)) return { ...declaration, standing: "unknown", suggestion: nearestName(name, known) };
  if (until < today) return { ...declaration, standing: "expired" };
  return { ...declaration, standing: acceptableNames(gating)[kind].has(name) ? "counts" : "not_gating" };
}
function acceptableNames(cases) {
  return { case: new Set(cases.map(({ id }) => id)), slice: new Set(cases.flatMap(({ slices }) => slices)) };
}
function nearestName(name, known) {
  if (known.size === 0) return null;
  const best = (0, import_fastest_levenshtein.closest)(name, [...known]);
  return (0, import_fastest_levenshtein.distance)(name, best) <= Math.max(2, Math.ceil(name.length / 3)) ? best : null;
}
function acceptedOf({ id, slices }, { entries }) {
  const counting = entries.filter(({ standing }) => standing === "counts");
  const named = counting.some(({ kind, name }) => kind === "case" && name === id);
  const own = slices.filter((slice) => counting.some(({ kind, name }) => kind === "slice" && name === slice));
  return named || own.length > 0 ? { accepted: { named, slices: own } } : {};
}

// src/gate/heap.ts
import { setFlagsFromString } from "node:v8";
function holdYoungGeneration() {
  setFlagsFromString("--semi-space-growth-factor=1");
}

// src/gate/judge-votes.ts
var JudgeVotes = class {
  #backend;
  #upstreamOf;
  #prices;
  #counts = /* @__PURE__ */ new Map();
  #asking = /* @__PURE__ */ new Map();
  constructor(backend, upstreamOf, prices) {
    this.#backend = backend;
    this.#upstreamOf = upstreamOf;
    this.#prices = prices;
  }
  countsOf(judge) {
    const counts = this.#counts.get(judge.name) ?? { votes: 0, calls: 0, costUsd: 0, unreadable: 0 };
    this.#counts.set(judge.name, counts);
    return counts;
  }
  /** `signal` aborted = the budget is spent or the run was ended: what is not stored stays open. */
  async vote(judge, identity, transcript, signal) {
    const key = voteKey(judge, { ...identity, transcriptHash: transcript.hash });
    const known = this.#asking.get(key);
    if (known !== void 0) return { ...await known, took: NOTHING };
    const vote = this.#draw(judge, key, transcript, signal);
    this.#asking.set(key, vote);
    return vote;
  }
  async #draw(judge, key, transcript, signal) {
    const counts = this.countsOf(judge);
    const stored = this.#backend.store.answer(key);
    if (stored !== null) return this.#read(judge, bodyOf(judge, stored.form, stored.body), counts);
    if (this.#backend.mode === "recorded") return open(judge, "the vote is not in the store, and none may be drawn");
    if (signal.aborted) return open(judge, "the budget is spent");
    const body = JSON.stringify(judgeRequest(judge, transcript));
    const headers = judge.wire === "anthropic-messages" ? { "anthropic-version": "2023-06-01" } : {};
    counts.calls += 1;
    this.#backend.store.asking(key);
    const asked = await this.#upstreamOf(judge).ask({
      ...{ wire: judge.wire, form: "json", body, headers },
      onRetry: () => void 0
    });
    if (asked.kind === "answer") {
      this.#backend.store.putAnswer(key, asked.answer);
      const vote = this.#read(judge, asked.body, counts);
      counts.costUsd = sumOfCosts([counts.costUsd, vote.took.costUsd]);
      return vote;
    }
    this.#backend.store.unanswered(key);
    return open(judge, asked.kind === "refused" ? `the provider refused it: ${asked.body}` : asked.message);
  }
  #read(judge, body, counts) {
    counts.votes += 1;
    const outcome2 = body === null ? unknown("the stored answer is broken") : readVote(judge.wire, body);
    if (outcome2.kind === "undetermined") counts.unreadable += 1;
    const { message: response, usage } = readResponse(judge.wire, body ?? {});
    const costUsd2 = costOfCalls([{ model: judge.model, response, usage }], this.#prices);
    return { outcome: outcome2, took: { calls: 1, costUsd: costUsd2 } };
  }
};
function open({ name }, why) {
  return { outcome: unknown(`judge "${name}": ${why}`), took: NOTHING };
}
var NOTHING = { calls: 0, costUsd: 0 };
function bodyOf({ wire }, form, text3) {
  if (form === "stream") {
    const assembled = assembleStream(wire, text3);
    return assembled.kind === "complete" ? assembled.body : null;
  }
  const body = parseJson(text3);
  return isJsonObject(body) ? body : null;
}
function unknown(reason) {
  return { kind: "undetermined", reason: cut(reason, 300) };
}

// src/gate/bench.ts
var PATIENCE = {
  attempts: 4,
  timeoutMs: 3e5,
  maxWaitMs: 6e4,
  breaker: { failures: 5, coolDownMs: 3e4, probes: 3 }
};
async function openBench(request) {
  const { settings, environment } = request;
  holdYoungGeneration();
  await assertStoreIsOurs(request.repository, request.storeDirectory);
  const keys = keysOf(request);
  const judgeProviders = settings.judges.flatMap(({ provider }) => provider ?? []);
  const keyNames = [...settings.providers, ...judgeProviders].flatMap(({ keyEnvironment }) => keyEnvironment || []);
  const secrets = [...secretsIn(environment, [...keyNames, ...secretsOfServers(settings)]), ...request.otherSecrets];
  const isolation = await chooseIsolation(settings.isolation, secrets, environment.PATH);
  const store = openStore(request.storeDirectory, request.runName);
  const upstream = openUpstream({ providers: settings.providers, keys, ...PATIENCE });
  const judges = new Map(
    settings.judges.flatMap(({ name, provider }) => {
      if (provider === null) return [];
      const own = { [provider.name]: environment[provider.keyEnvironment] ?? "" };
      return [[name, openUpstream({ providers: [provider], keys: withoutEmpty(own), ...PATIENCE })]];
    })
  );
  const backend = {
    mode: request.mode,
    store,
    upstream,
    ignored: settings.ignoredInRequests.map(({ pattern }) => pattern),
    asking: /* @__PURE__ */ new Map()
  };
  return {
    backend,
    votes: new JudgeVotes(backend, ({ name }) => judges.get(name) ?? upstream, settings.prices),
    openSession: (run) => openSession({
      repository: { path: request.repository, parentEnvironment: environment },
      backend,
      isolation,
      keyNames,
      tools: toolPolicyOf(settings),
      log: request.log,
      reservoirs: null,
      ...run
    }),
    close: () => {
      upstream.close();
      for (const judge of judges.values()) judge.close();
      store.close();
    }
  };
}
function secretsOfServers({ agent }) {
  return Object.values(agent.mcpServers).flatMap(
    (spec) => spec.kind === "url" ? Object.values(spec.headers) : spec.environment.filter((name) => isSecretName(name))
  );
}
function keysOf(request) {
  const { providers } = request.settings;
  const keys = withoutEmpty(
    Object.fromEntries(providers.map(({ name, keyEnvironment }) => [name, request.environment[keyEnvironment] ?? ""]))
  );
  const reachable = providers.some((provider) => keys[provider.name] !== void 0 || isLoopback(provider.baseUrl));
  if (request.mode === "live" && !reachable)
    throw new UserError({
      where: null,
      message: `no provider key: expected one of ${providers.map((provider) => provider.keyEnvironment).join(", ")} in the environment`,
      hint: "set the key, point --provider-url at a local model, or use --offline to answer from the store alone"
    });
  return keys;
}
function withoutEmpty(keys) {
  return Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== ""));
}
function isLoopback(url) {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);
}

// src/gate/bootstrap.ts
import { basename } from "node:path/posix";
async function adoptionOf(question) {
  const { repository, target, policy, configPath, files, mode } = question;
  if (policy !== null && !policy.bootstrap)
    return { refused: "this branch was cut before the target branch had settings: update it" };
  if (policy === null) {
    const history = await pathHistory(repository, target, configPath);
    if (history === "touched") return { refused: `the target branch had ${configPath} before: restore it there first` };
    if (history === "unknown")
      return { refused: "the clone is shallow, so whether pawl is new here cannot be told: set fetch-depth: 0" };
    const gone = files.map(({ status, path, oldPath }) => status === "removed" ? path : oldPath);
    const other = gone.find((path) => path !== null && basename(path) === basename(configPath));
    if (other !== void 0)
      return { refused: `this pull request takes ${other} away, so this is not the first installation` };
  }
  if (mode === "recorded")
    return { refused: "to adopt pawl head is run once with its model, and here nothing may be drawn" };
  return policy === null ? "first_installation" : "declared";
}

// src/gate/plan.ts
var READ_KINDS = /* @__PURE__ */ new Set(["prompt", "tool", "model_pin"]);
async function planGate(request) {
  const repository = await repositoryRoot(request.directory);
  const target = await resolveCommit(repository, request.base);
  const head = await headSource(repository, request.head);
  const headCommit = head.kind === "commit" ? head.sha : await resolveCommit(repository, "HEAD");
  const baseSha = await mergeBase(repository, target, headCommit);
  const base = { kind: "commit", sha: baseSha };
  const policy = await settingsAt(repository, { kind: "commit", sha: target }, request);
  const headSettings = await settingsAt(repository, head, request);
  const settings = policy ?? headSettings;
  if (settings === null) throw noSettings(request.configPath, `${request.base} nor in ${request.head}`);
  const baseSettings = await settingsAt(repository, base, request);
  const files = await changedFiles(repository, baseSha, head);
  const found = findChanges(files, settings.changes);
  const specs = { base: (baseSettings ?? settings).agent, head: (headSettings ?? settings).agent };
  const changes = startsAlike(specs) ? found : withOtherStart(found);
  const { configPath, today, mode } = request;
  const adopts = policy === null || baseSettings === null;
  const bootstrap = adopts ? await adoptionOf({ repository, target, policy, configPath, files, mode }) : null;
  const corpus = await corpusOf(repository, adopts ? head : base, settings);
  const editsCorpus = !adopts && changes.changes.some((change) => change.kind === "corpus");
  const headCorpus = editsCorpus ? await corpusOf(repository, head, settings) : null;
  const acceptance = await readAcceptance({
    ...{ repository, base, head, configPath, today },
    cases: [...corpus.cases, ...addedCases(corpus, headCorpus)],
    gating: corpus.cases.filter(isGating)
  });
  return {
    repository,
    target,
    settings,
    bootstrap,
    base: { source: base, name: baseSha, spec: specs.base },
    head: {
      source: head,
      name: head.kind === "commit" ? head.sha : "WORKTREE",
      spec: specs.head
    },
    changes,
    places: placesOf(files, changes),
    corpus,
    cases: plannedCases(corpus, headCorpus, acceptance),
    corpusDiff: headCorpus === null ? null : diffCorpus(corpus, headCorpus),
    acceptance
  };
}
function startsAlike({ base, head }) {
  const start = ({ root, setup, command, protocol, inflight, http, mcpServers }) => hashJson([root, setup, command, protocol, inflight, protocol === "http" ? { ...http } : null, mcpServers]);
  return start(base) === start(head);
}
function placesOf(files, { changes }) {
  const read = new Set(changes.flatMap(({ kind, path }) => READ_KINDS.has(kind) ? [path] : []));
  return new Map(files.filter(({ path }) => read.has(path)).map((file) => [file.path, changedPlaces(file)]));
}
function withOtherStart(found) {
  const settings = found.changes.filter((change) => change.kind === "config");
  return { ...found, affecting: [...settings, ...found.affecting], notAffected: null };
}
function isGating({ status }) {
  return status === "active";
}
function addedCases(base, head) {
  const known = new Set(base.cases.map(({ id }) => id));
  return (head?.cases ?? []).filter(({ id }) => !known.has(id));
}
function plannedCases(base, head, acceptance) {
  return [
    ...base.cases.map((theCase) => ({ theCase, gates: isGating(theCase), ...acceptedOf(theCase, acceptance) })),
    ...addedCases(base, head).map((theCase) => ({ theCase, gates: false }))
  ];
}
async function headSource(repository, ref) {
  return ref === "WORKTREE" ? { kind: "worktree" } : { kind: "commit", sha: await resolveCommit(repository, ref) };
}
async function settingsAt(repository, source, request) {
  const text3 = await sideText(repository, source, request.configPath);
  return text3 === null ? null : readSettings({ text: text3, file: request.configPath, overrides: request.overrides });
}
async function corpusOf(repository, source, settings) {
  return readCorpus(await sideFiles(repository, source, settings.corpus));
}
function requireCases(cases, { configPath, ref }) {
  if (cases.length > 0) return;
  throw new UserError({
    where: configPath,
    message: `the corpus of ${ref} has no case`,
    hint: "record one with pawl record, and name its files under corpus"
  });
}
function noSettings(configPath, where) {
  return new UserError({
    where: configPath,
    message: `there is no such file in ${where}`,
    hint: "pawl reads its settings from the repository: add pawl.yml, or name the file with --config"
  });
}

// src/gate/one-side.ts
async function findOneSide(request) {
  const repository = await repositoryRoot(request.directory);
  const source = await headSource(repository, request.ref);
  const settings = await settingsAt(repository, source, request);
  if (settings === null) throw noSettings(request.configPath, request.ref);
  return { repository, source, settings };
}
async function openOneSide(one, request, run) {
  const { repository, source, settings } = one;
  const bench = await openBench({ ...request, repository, settings, mode: run.mode });
  try {
    const side = await describeSide({
      repository,
      source,
      settings,
      spec: settings.agent,
      side: "base",
      renames: unmapped,
      environment: request.environment
    });
    const session = await bench.openSession({
      cases: run.cases,
      sides: [side],
      seed: side.agentHash,
      keepBaseTrials: run.recording === null && run.mode === "live",
      recording: run.recording
    });
    const close = async () => {
      await session.close();
      bench.close();
    };
    return { session, bench, agentHash: side.agentHash, close };
  } catch (error) {
    bench.close();
    throw error;
  }
}

// src/gate/check.ts
async function showReservoir(request) {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { session, bench, agentHash, close } = await openOneSide(one, request, {
    cases,
    recording: null,
    mode: "recorded"
  });
  try {
    return {
      agentHash,
      cases: cases.map(({ id }) => ({ caseId: id, trials: session.storedTrials(id) })),
      wantedPerCase: Math.max(...one.settings.policy.looks),
      warnings: [...bench.backend.store.problems, ...session.notes]
    };
  } finally {
    await close();
  }
}
async function checkReservoir(request) {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: "recorded" });
  try {
    const numbers = Array.from({ length: Math.max(...one.settings.policy.looks) }, (_, index) => index + 1);
    const wanted = cases.flatMap(({ id }) => numbers.map((number) => ({ caseId: id, side: "base", number })));
    request.watch.planned("replaying on stored answers", wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    const replayed = ran.filter(({ stored }) => !stored).map(({ trial }) => trial);
    const isWhole = (trial) => session.keeps(trial) && trial.standing !== "errored";
    const sameRequests = replayed.filter(isWhole).length;
    const notCovered = replayed.filter(({ standing }) => standing === "not_covered").length;
    return {
      cases: cases.length,
      ...{ sameAgent: ran.length - replayed.length, sameRequests, notCovered },
      missing: wanted.length - ran.length + (replayed.length - sameRequests - notCovered),
      warnings: [...bench.backend.store.problems, ...session.notes]
    };
  } finally {
    await close();
  }
}

// src/gate/fill.ts
async function fillReservoir(request) {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: "live" });
  try {
    const numbers = Array.from({ length: Math.max(...one.settings.policy.looks) }, (_, index) => index + 1);
    const requests = cases.flatMap(
      ({ id }) => numbers.map((number) => ({ caseId: id, side: "base", number }))
    );
    request.watch.planned("drawing base trials", requests.length);
    const ran = await session.run(requests, { onTrial: request.watch.ran, signal: request.watch.signal });
    const drawn = ran.filter(({ stored }) => !stored).map(({ trial }) => trial);
    return {
      cases: cases.length,
      drawn: drawn.length,
      alreadyStored: ran.length - drawn.length,
      notKept: drawn.filter((trial) => !session.keeps(trial)).length,
      missing: requests.length - ran.length,
      providerCalls: drawn.reduce((total, trial) => total + trial.answers.provider, 0),
      warnings: [...bench.backend.store.problems, ...session.notes]
    };
  } finally {
    await close();
  }
}

// src/gate/spending.ts
var Spending = class {
  #limits;
  #prices;
  #stop = new AbortController();
  #spent = NOTHING_SPENT;
  #unpriced = null;
  constructor(limits, prices) {
    this.#limits = limits;
    this.#prices = prices;
  }
  get signal() {
    return this.#stop.signal;
  }
  add({ trial, stored }) {
    const took = tookOf(trial, this.#prices);
    if (stored || took.calls === 0) return;
    this.#spent = added(this.#spent, { runs: 1, ...took });
    if (took.costUsd === null) this.#unpriced ??= trial;
    if (this.#isReached()) this.#stop.abort();
  }
  #isReached() {
    const { runs, calls: calls2, costUsd: costUsd2 } = this.#limits;
    const spent = this.#spent;
    if (spent.runs >= runs || calls2 !== null && spent.calls >= calls2) return true;
    return costUsd2 !== null && (spent.costUsd === null || spent.costUsd >= costUsd2);
  }
  /** @throws UserError where a budget in dollars is set and it cannot be told what some trial cost. */
  requirePrices() {
    if (this.#limits.costUsd === null || this.#unpriced === null) return;
    const { caseId, number, trajectory } = this.#unpriced;
    const models = unpricedModels(modelsOf(trajectory.steps), this.#prices);
    if (models.length > 0) throw unpriced(models);
    throw new UserError({
      where: "gate.budget_cost_usd",
      message: `the provider did not say how many tokens trial ${number} of case ${cut(caseId, 80)} took: its cost is not known`,
      hint: "limit gate.budget_calls instead"
    });
  }
};
function tookOf({ trajectory, answers }, prices) {
  const costUsd2 = costOf(trajectory, prices, (source) => source !== "shared");
  return { calls: answers.provider + answers.store, costUsd: costUsd2 };
}
function recordedPrice({ recordings: [recording] }, prices) {
  const calls2 = (recording?.steps ?? []).filter((step) => step.kind === "model_call");
  return calls2.length === 0 ? null : { calls: calls2.length, costUsd: costOfCalls(calls2, prices) };
}
function requireRecordedPrices({ settings, cases }) {
  if (settings.policy.budgetCostUsd === null) return;
  const steps = cases.flatMap(({ theCase }) => theCase.recordings.flatMap((recording) => recording.steps));
  const models = unpricedModels(modelsOf(steps), settings.prices);
  if (models.length > 0) throw unpriced(models);
}
function modelsOf(steps) {
  return steps.flatMap(({ model }) => model ?? []);
}
function unpriced(models) {
  return new UserError(
    models.map((model) => ({
      where: "gate.budget_cost_usd",
      message: `a budget in dollars needs the price of every model, and ${cut(model, 80)} has none`,
      hint: `add to pawl.yml: prices: { ${JSON.stringify(cut(model, 80))}: { input: \u2026, output: \u2026 } }, in US dollars per million tokens`
    }))
  );
}

// src/gate/evidence.ts
var CUT_SHORT = /* @__PURE__ */ new Set(["stopped", "provider_failed", "late_request"]);
var EvidenceBook = class {
  #settings;
  #evidence;
  #examined = [];
  #judged = [];
  #drawn = [];
  /** `storedTrials`: base trials of the case that an earlier job drew. */
  constructor(plan, stored) {
    this.#settings = plan.settings;
    this.#evidence = evidenceOf(
      plan.cases.map((planned) => factsOf(planned, stored.storedTrials(planned.theCase.id), plan.settings.prices))
    );
  }
  get policy() {
    return this.#settings.policy;
  }
  get limits() {
    return forecast(
      this.#evidence.cases.map(({ facts }) => facts),
      this.policy
    ).limits;
  }
  get prices() {
    return this.#settings.prices;
  }
  get judges() {
    return this.#settings.judges;
  }
  get evidence() {
    return this.#evidence;
  }
  /** Trials of this run alone: those drawn in an earlier job were paid for there. */
  get drawn() {
    return this.#drawn;
  }
  get storedTrials() {
    return this.#judged.length - this.#drawn.length;
  }
  /** Everything that was taken, in order. */
  get examined() {
    return this.#examined;
  }
  get judged() {
    return this.#judged;
  }
  /** A dry run that was stopped is evidence of what is shared, and nothing else. */
  take(examined) {
    this.#examined.push(...examined);
    for (const { ran, score: score2, uncalled } of examined) {
      if (score2 === null) continue;
      this.#judged.push({ trial: ran.trial, score: score2, uncalled });
      if (!ran.stored) this.#drawn.push(ran.trial);
    }
    this.#evidence = withTrials(
      this.#evidence,
      examined.map((one) => factsOfTrial(one, this.#settings.prices))
    );
  }
};
function factsOf({ theCase, gates, accepted }, storedTrials, prices) {
  const { id, slices, cohorts, cluster } = theCase;
  const expected = recordedPrice(theCase, prices);
  return {
    id,
    slices,
    cohorts,
    cluster,
    gates,
    storedTrials,
    expected,
    ...accepted === void 0 ? {} : { accepted }
  };
}
function factsOfTrial({ ran, score: score2, judging }, prices) {
  const { trial, stored, probe } = ran;
  const { caseId, side, number, standing, firstRequestKey, fingerprint } = trial;
  return {
    ...{ caseId, side, number, standing, firstRequestKey, fingerprint, stored, probe },
    outcome: score2?.outcome ?? PROBED,
    // A trial that the recordings did not cover did ask; it got no answer that would be a step.
    idle: trial.trajectory.steps.length === 0 && standing !== "not_covered",
    cutShort: CUT_SHORT.has(trial.end.kind),
    took: together(stored ? NOTHING2 : tookOf(trial, prices), judging)
  };
}
var NOTHING2 = { calls: 0, costUsd: 0 };
function together(a, b) {
  const costUsd2 = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { calls: a.calls + b.calls, costUsd: costUsd2 };
}
var PROBED = { kind: "undetermined", reason: "a dry run" };

// src/gate/judging.ts
function judgeLinesOf(judges, records) {
  return judges.flatMap(({ name, model }) => {
    const own = records.filter((record) => record.name === name);
    if (own.length === 0) return [];
    const sum = (of) => own.reduce((total, record) => total + of(record), 0);
    return {
      ...{ name, model, votes: sum(({ votes }) => votes), calls: sum(({ calls: calls2 }) => calls2) },
      costUsd: sumOfCosts(own.map(({ costUsd: costUsd2 }) => costUsd2)),
      unreadable: sum(({ unreadable }) => unreadable),
      agreement: agreementOf(own.flatMap(({ verdicts }) => verdicts))
    };
  });
}
var CONCURRENT_VOTES = 4;
var Judging = class {
  #votes;
  #limit = pLimit(CONCURRENT_VOTES);
  constructor(votes) {
    this.#votes = votes;
  }
  async judge(trials, signal) {
    const open2 = trials.map((one) => new OpenTrial(one));
    await this.#round(open2, 1, signal);
    const most = Math.max(1, ...trials.flatMap(({ judges }) => judges.map(({ votes }) => votes)));
    for (let vote = 2; vote <= most; vote += 1) await this.#round(differing(open2), vote, signal);
    return open2.map((one) => ({ score: one.score(), took: one.took }));
  }
  /** What the judges have done, and what they say of these cases' recordings where people have labelled them. */
  async records(judges, cases, signal) {
    return Promise.all(judges.map((judge) => this.#record(judge, cases, signal)));
  }
  async #round(trials, vote, signal) {
    const asked = trials.flatMap((one) => one.wanting(vote).map((judge) => ({ one, judge })));
    await Promise.all(
      asked.map(
        ({ one, judge }) => this.#limit(async () => {
          const { caseId, number } = one.of.trial;
          const identity = { caseId, trial: number, vote };
          one.hear(judge, await this.#votes.vote(judge, identity, one.transcript(), signal));
        })
      )
    );
  }
  async #record(judge, cases, signal) {
    const verdicts = await Promise.all(
      [...judge.labels].map(
        ([caseId, label]) => this.#limit(async () => {
          const theCase = cases.get(caseId);
          const recording = theCase?.recordings[0];
          if (theCase === void 0 || recording === void 0) return [];
          const transcript = transcriptOf({ ...recording, input: theCase.input });
          const { outcome: outcome2 } = await this.#votes.vote(judge, { caseId, trial: 0, vote: 1 }, transcript, signal);
          return outcome2.kind === "undetermined" ? [] : [{ label, verdict: outcome2.kind === "pass" }];
        })
      )
    );
    return { name: judge.name, ...this.#votes.countsOf(judge), verdicts: verdicts.flat() };
  }
};
function differing(trials) {
  return trials.filter((one) => {
    const { caseId, number, side } = one.of.trial;
    const other = trials.find(({ of: { trial } }) => {
      return trial.caseId === caseId && trial.number === number && trial.side !== side;
    });
    return other !== void 0 && other.firstOutcome() !== one.firstOutcome();
  });
}
var OpenTrial = class {
  of;
  #votes = /* @__PURE__ */ new Map();
  #took = NOTHING_SPENT;
  constructor(of) {
    this.of = of;
  }
  get took() {
    const { calls: calls2, costUsd: costUsd2 } = this.#took;
    return { calls: calls2, costUsd: costUsd2 };
  }
  /** Judges whose vote of this number could still change the trial's outcome. */
  wanting(vote) {
    const { judges, trial, score: score2 } = this.of;
    if (judges.length === 0 || trial.end.kind !== "answered") return [];
    if (vote === 1) return score2(/* @__PURE__ */ new Map()).outcome.kind === "fail" ? [] : judges;
    return judges.filter(({ name, votes }) => isOpen(this.#votes.get(name) ?? [], votes));
  }
  hear({ name }, { outcome: outcome2, took }) {
    this.#votes.set(name, [...this.#votes.get(name) ?? [], outcome2]);
    this.#took = added(this.#took, { runs: 0, ...took });
  }
  transcript() {
    const { trial, theCase } = this.of;
    return transcriptOf({ ...trial.trajectory, input: theCase.input });
  }
  /** After the first votes alone: what follows must not decide whether it follows. */
  firstOutcome() {
    const first = [...this.#votes].flatMap(([name, votes]) => votes.slice(0, 1).map((vote) => [name, vote]));
    return this.of.score(new Map(first)).outcome.kind;
  }
  score() {
    return this.of.score(new Map([...this.#votes].map(([name, votes]) => [name, majorityOf(votes)])));
  }
};

// src/gate/examine.ts
var Examiner = class {
  #settings;
  #cases;
  #judging;
  constructor(plan, votes) {
    this.#settings = plan.settings;
    this.#cases = new Map(plan.cases.map(({ theCase }) => [theCase.id, theCase]));
    this.#judging = new Judging(votes);
  }
  /** What the judges of these cases have done. `labels`: and what they say of recordings that people have labelled. */
  judgeRecords(labels, signal) {
    const { judges } = this.#settings;
    return this.#judging.records(
      judges.filter(({ name }) => [...this.#cases.values()].some((theCase) => this.#judgesOf(theCase).includes(name))),
      labels ? this.#cases : /* @__PURE__ */ new Map(),
      signal
    );
  }
  /** `signal` aborted: nothing more may be paid for. */
  async examine(ran, session, signal) {
    const complete = ran.filter(({ probe }) => !probe);
    const commandResults = await this.#runCommands(complete, session);
    const contexts = { base: this.#contextOf("base", session), head: this.#contextOf("head", session) };
    const judgeable = complete.map(({ trial }, index) => {
      const theCase = this.#cases.get(trial.caseId);
      if (theCase === void 0) throw new Error(`a trial of a case that is not in the corpus: ${trial.caseId}`);
      const results = new Map([...commandResults].flatMap(([name, outcomes]) => pick(name, outcomes[index])));
      const context = { ...contexts[trial.side], commandResults: results };
      const names = this.#judgesOf(theCase);
      return {
        ...{ trial, theCase, judges: this.#settings.judges.filter(({ name }) => names.includes(name)) },
        score: (judgeResults) => scoreTrial(trial, theCase, { ...context, judgeResults })
      };
    });
    const scores = await this.#judging.judge(judgeable, signal);
    const probes = ran.filter(({ probe }) => probe).map((one) => ({ ran: one, ...NOT_JUDGED }));
    const examined = complete.map((one, index) => {
      const [judged, of] = [scores[index], judgeable[index]];
      if (judged === void 0 || of === void 0) throw new Error("every trial has a score");
      return { ran: one, score: judged.score, uncalled: uncalledOf(of.theCase, one.trial), judging: judged.took };
    });
    return [...probes, ...examined];
  }
  #judgesOf({ expectations }) {
    const expected = expectations ?? this.#settings.defaultExpectations;
    return expected.flatMap((one) => one.kind === "judge" ? [one.name] : []);
  }
  /** Each of the user's scorers runs once a round over all of its trials. */
  async #runCommands(ran, session) {
    const trials = ran.flatMap(({ trial }) => {
      const theCase = this.#cases.get(trial.caseId);
      return theCase === void 0 ? [] : [{ case: theCase, trial }];
    });
    const results = /* @__PURE__ */ new Map();
    for (const scorer of this.#settings.commandScorers)
      results.set(scorer.name, await runCommandScorer(scorer, trials, (command) => session.launchOnBase(command)));
    return results;
  }
  #contextOf(side, session) {
    return {
      defaultExpectations: this.#settings.defaultExpectations,
      isReadOnly: toolPolicyOf(this.#settings).isReadOnly,
      tools: session.toolsOf(side),
      commandResults: /* @__PURE__ */ new Map(),
      judgeResults: /* @__PURE__ */ new Map(),
      prices: this.#settings.prices,
      checks: this.#settings.checks
    };
  }
};
var { calls, costUsd } = NOTHING_SPENT;
var NOT_JUDGED = { score: null, uncalled: null, judging: { calls, costUsd } };
function pick(name, outcome2) {
  return outcome2 === void 0 ? [] : [[name, outcome2]];
}

// src/gate/noise-line.ts
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
var FORMAT = "pawl aa v2";
var rate = { type: "number", minimum: 0, maximum: 1 };
var whole = { type: "integer", minimum: 0 };
var problemsOf = schemaCheck(
  {
    type: "object",
    required: [
      "format",
      "ref",
      "cases",
      "trials",
      "undetermined",
      "pullRequests",
      "blocks",
      "undecided",
      "low",
      "high"
    ],
    additionalProperties: false,
    properties: {
      ...{ format: { const: FORMAT }, ref: { type: "string", maxLength: 64 }, low: rate, high: rate },
      ...{ cases: whole, trials: whole, undetermined: whole, blocks: whole, undecided: whole },
      pullRequests: { type: "integer", minimum: 1 }
    }
  },
  []
);
function keepNoiseLine(storeDirectory, line) {
  const file = fileIn(storeDirectory);
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify({ format: FORMAT, ...line })}
`);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw new UserError({
      where: file,
      message: `the A/A line could not be kept: ${messageOf(error)}`,
      hint: "is the disk full? give --store a folder that pawl may write"
    });
  }
}
function readNoiseLine(storeDirectory) {
  const file = fileIn(storeDirectory);
  let text3;
  try {
    text3 = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { line: null, problem: null };
    return { line: null, problem: `${file}: ${messageOf(error)}` };
  }
  const found = parseJson(text3);
  if (!isNoiseLine(found)) return { line: null, problem: `${file}: no line of ${FORMAT}; run pawl aa again` };
  const { ref, cases, trials, undetermined, pullRequests, blocks, undecided, low, high } = found;
  return { line: { ref, cases, trials, undetermined, pullRequests, blocks, undecided, low, high }, problem: null };
}
function isNoiseLine(value) {
  return problemsOf(value).length === 0;
}
function fileIn(storeDirectory) {
  return join(storeDirectory, "aa.json");
}

// src/gate/noise.ts
async function measureNoise(request) {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { policy } = one.settings;
  const planned = cases.map((theCase) => ({ theCase, gates: theCase.status === "active" }));
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: "live" });
  try {
    const book = new EvidenceBook({ settings: one.settings, cases: planned }, session);
    const examiner = new Examiner({ settings: one.settings, cases: planned }, bench.votes);
    const numbers = Array.from({ length: Math.max(...policy.looks) }, (_, index) => index + 1);
    const wanted = cases.flatMap(({ id }) => numbers.map((number) => ({ caseId: id, side: "base", number })));
    request.watch.planned("drawing base trials", wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    book.take(await examiner.examine(ran, session, request.watch.signal));
    const measured = measuredCases(book, numbers.length);
    const { blocks, inconclusive, errors, pullRequests } = await rehearse(measured, book.policy, request);
    const { low, high } = clopperPearson(blocks, Math.max(1, pullRequests), 0.95);
    const ref = one.source.kind === "commit" ? one.source.sha : "WORKTREE";
    const unmeasured = findUnmeasured(measured);
    const line = {
      ...{ ref, cases: cases.length, trials: ran.length, undetermined: unmeasured.trials },
      ...{ pullRequests, blocks, undecided: inconclusive + errors, low, high }
    };
    if (pullRequests > 0) keepNoiseLine(request.storeDirectory, line);
    return {
      ...{ line, flakes: findFlakes(measured), slices: findPower(measured, policy) },
      ...{ inconclusive, errors, unmeasured },
      providerCalls: book.drawn.reduce((total, trial) => total + trial.answers.provider, 0),
      missing: wanted.length - ran.length,
      warnings: [...bench.backend.store.problems, ...session.notes]
    };
  } finally {
    await close();
  }
}
function measuredCases(book, stored) {
  return book.evidence.cases.map(({ facts, base }) => {
    const trials = [...base.values()];
    return { facts: { ...facts, storedTrials: Math.min(stored, trials.length) }, trials };
  });
}
async function rehearse(measured, policy, { pullRequests, seed, watch }) {
  const ended = { blocks: 0, inconclusive: 0, errors: 0, pullRequests: 0 };
  if (measured.every(({ trials }) => trials.length === 0)) return ended;
  watch.planned("deciding unchanged pull requests", pullRequests);
  while (ended.pullRequests < pullRequests && !watch.signal.aborted) {
    const { verdict } = decideUnchanged(measured, policy, seededRandom(`${seed} ${ended.pullRequests}`));
    ended.pullRequests += 1;
    if (verdict === "block") ended.blocks += 1;
    if (verdict === "inconclusive") ended.inconclusive += 1;
    if (verdict === "error") ended.errors += 1;
    watch.ran();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ended;
}

// src/gate/recording.ts
import { join as join2 } from "node:path";
async function openRecording(request) {
  const one = await findOneSide(request);
  const { session, close } = await openOneSide(one, request, {
    cases: request.cases,
    recording: request.tools,
    mode: "live"
  });
  const { mcpFile } = one.settings;
  return {
    session,
    agentVersion: one.source.kind === "commit" ? one.source.sha : "WORKTREE",
    mcpFile: mcpFile === null ? null : join2(one.repository, mcpFile),
    redaction: one.settings.redaction,
    close
  };
}

// src/gate/rounds.ts
async function describeSides({ repository, settings, changes, ...plan }, { environment }) {
  const common = { repository, settings, environment };
  const base = await describeSide({ ...common, ...plan.base, side: "base", renames: unmapped });
  const renames = callMapOf(renamesOf(changes.changes));
  const head = await describeSide({ ...common, ...plan.head, side: "head", renames });
  return { base, head };
}
async function openGateSession(plan, bench, request) {
  const { base, head } = await describeSides(plan, request);
  return bench.openSession({
    cases: plan.cases.map(({ theCase }) => theCase),
    sides: [base, head],
    // The same head, agent and policy run in the same order again, and nobody chose that order.
    seed: hashJson([plan.head.name, head.agentHash, plan.settings.policy]),
    keepBaseTrials: false,
    recording: null
  });
}
async function runRounds(table, request) {
  const { book } = table;
  const { watch, mode } = request;
  const facts = book.evidence.cases.map((one) => one.facts);
  const plan = forecast(facts, book.policy);
  if (mode === "live") request.log(forecastText(plan));
  const spending = new Spending(plan.limits, book.prices);
  await runAsked((evidence) => nextTrials(evidence, book.policy), table, { spending, watch });
  const ended = spending.signal.aborted ? { ended: "budget" } : {};
  const exhausted = watch.signal.aborted || spending.signal.aborted;
  return compare(book.evidence, book.policy, { exhausted, ...ended, recordedOnly: mode === "recorded" });
}
async function runAsked(ask, { session, examiner, book }, { spending, watch }) {
  const signal = AbortSignal.any([watch.signal, spending.signal]);
  for (let round = 1; !signal.aborted; round += 1) {
    const next = ask(book.evidence);
    if (next.length === 0) return;
    watch.planned(round === 1 ? "replaying" : "confirming", next.length);
    const onTrial = (ran2) => {
      spending.add(ran2);
      watch.ran();
    };
    const ran = await session.run(next, { onTrial, signal });
    spending.requirePrices();
    book.take(await examiner.examine(ran, session, signal));
  }
}

// src/gate/repro.ts
var MAX_NAMED = 5;
async function reproduce(request) {
  const { report, caseId } = request;
  if (report.external !== null)
    throw new UserError({
      where: null,
      message: "this report compares results of another harness: nothing was replayed",
      hint: "only a report of pawl gate can be run again"
    });
  const { targetSha, baseSha, headSha } = report.run;
  const gateRequest = { ...request, base: targetSha ?? baseSha, head: headSha, today: null };
  const plan = await planGate(gateRequest);
  const cases = plan.cases.filter(({ theCase }) => theCase.id === caseId);
  if (cases.length === 0) throw unknownCase(report, caseId);
  const one = { ...plan, cases };
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openGateSession(one, bench, gateRequest);
    try {
      const number = request.trial ?? shownTrial(report, caseId) ?? 1;
      const wanted = ["base", "head"].map((side) => ({ caseId, side, number }));
      request.watch.planned("replaying", wanted.length);
      const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
      const book = new EvidenceBook(one, session);
      book.take(await new Examiner(one, bench.votes).examine(ran, session, request.watch.signal));
      const of = (side) => book.judged.find(({ trial }) => trial.side === side) ?? null;
      return { base: of("base"), head: of("head"), warnings: [...bench.backend.store.problems, ...session.notes] };
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}
function shownTrial(report, caseId) {
  return report.cases.find((one) => one.caseId === caseId)?.evidence?.head.number ?? null;
}
function unknownCase(report, caseId) {
  const named = report.cases.slice(0, MAX_NAMED).map((one) => cut(one.caseId, 60));
  return new UserError({
    where: "--case",
    message: `neither base nor head of the report has a case ${cut(caseId, 100)}`,
    hint: named.length === 0 ? "the report shows no case" : `the report shows ${named.join(", ")}`
  });
}

// src/gate/conversations.ts
function conversationsInWords(cases) {
  const told = cases.flatMap(({ input, cluster }) => {
    const messages = isJsonObject(input) && Array.isArray(input.messages) ? input.messages : [];
    if (messages.length === 0) return [];
    let key = cluster ?? "";
    const beginnings = messages.map((message) => {
      key = sha256(`${key}${hashJson(message)}`);
      return key;
    });
    const goesOn = messages.some((message) => isJsonObject(message) && message.role === "assistant");
    return [{ key, beginnings: beginnings.slice(0, -1), goesOn }];
  });
  const begun = new Set(told.flatMap(({ beginnings, goesOn }) => goesOn ? beginnings : []));
  const turns = told.filter(({ key, goesOn }) => goesOn || begun.has(key));
  if (turns.length === 0) return [];
  const conversations = new Set(turns.flatMap(({ key }) => begun.has(key) ? [] : [key])).size;
  return [
    `conversations are replayed teacher_forced: ${turns.length} turns of ${conversations} conversations, each with its history as it was recorded, whatever the agent would have said before`
  ];
}

// src/gate/ends.ts
var MAX_KINDS = 6;
var MAX_DETAIL = 300;
function endsInWords(trials) {
  const counts = /* @__PURE__ */ new Map();
  for (const trial of trials) {
    if (trial.standing !== "errored") continue;
    const text3 = `${trial.side}: ${endInWords(trial)}`;
    counts.set(text3, (counts.get(text3) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const more = sorted.slice(MAX_KINDS).reduce((sum, [, count3]) => sum + count3, 0);
  const lines = sorted.slice(0, MAX_KINDS).map(([text3, count3]) => `${count3} errored on ${text3}`);
  return more === 0 ? lines : [...lines, `${more} more errored in other ways`];
}
function endInWords({ end }) {
  switch (end.kind) {
    case "answered":
      return "the agent answered";
    case "agent_error":
      return `the agent answered with an error: ${cut(end.message, MAX_DETAIL)}`;
    case "crashed": {
      const how = end.signal ?? `exit code ${end.exitCode}`;
      return `the agent crashed (${how}): ${cut(end.stderrTail.slice(-MAX_DETAIL), MAX_DETAIL)}`;
    }
    case "timed_out":
      return `no answer within ${end.afterMs / 1e3} s`;
    case "garbage":
      return `expected ${end.expected}, received ${cut(end.received, MAX_DETAIL)}`;
    case "stopped":
      return cut(end.reason, MAX_DETAIL);
    case "provider_failed":
      return `the provider failed: ${cut(end.message, MAX_DETAIL)}`;
    case "late_request":
      return cut(end.message, MAX_DETAIL);
    default:
      return end;
  }
}

// src/gate/listed-tools.ts
var WHERE = "tools/list of MCP servers";
function withListedTools(found, tools2) {
  const known = new Set(found.changes.flatMap((change) => change.kind === "tool" ? [change.tool] : []));
  const listed = changedTools(tools2.base, tools2.head, WHERE);
  const more = listed.filter(({ tool: tool2 }) => !known.has(tool2));
  return { ...found, changes: [...found.changes, ...more], affecting: [...found.affecting, ...more] };
}

// src/gate/measures.ts
function measureRows(trials) {
  const numeric = Object.keys(MEASURES).filter(
    (name) => name !== "toolCallsByTool" && name !== "checks"
  );
  const fired = CHECK_NAMES.filter((name) => trials.some(({ score: score2 }) => score2.measures.checks[name] === true));
  const tools2 = new Set(trials.flatMap(({ score: score2 }) => Object.keys(score2.measures.toolCallsByTool)));
  return [
    ...numeric.map((name) => row(MEASURES[name].title, MEASURES[name], trials, (measures) => measures[name])),
    ...[...tools2].sort().map(
      (tool2) => row(`calls of ${tool2}`, MEASURES.toolCallsByTool, trials, (measures) => measures.toolCallsByTool[tool2] ?? 0)
    ),
    ...fired.map(
      (check) => row(`trials in which ${CHECKS[check].title}`, MEASURES.checks, trials, ({ checks }) => {
        const here = checks[check];
        return here === void 0 ? null : here ? 1 : 0;
      })
    )
  ];
}
function row(name, { unit, direction }, trials, value) {
  const meanOf = (side) => {
    const values = trials.flatMap(({ trial, score: score2 }) => {
      const one = trial.side === side ? value(score2.measures) : null;
      return one === null ? [] : [one];
    });
    return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
  };
  return { name, unit, direction, base: meanOf("base"), head: meanOf("head") };
}

// src/gate/own-tools.ts
function ownToolsInWords(trials) {
  const calls2 = { base: callsOf(trials, "base"), head: callsOf(trials, "head") };
  const inWords = (of, text3) => {
    const [base, head] = [calls2.base.filter(of).length, calls2.head.filter(of).length];
    return base + head === 0 ? [] : [`${text3}: base ${base}, head ${head}`];
  };
  return [
    ...inWords(
      (call2) => call2.substituted !== void 0,
      "results of tools in the agent's own process that the model saw as recorded, not as the agent made them"
    ),
    ...hiddenByRecordings(calls2),
    ...inWords(
      (call2) => call2.match === "agent",
      "results of tools in the agent's own process taken as they came (tools.in_process: trust)"
    )
  ];
}
function hiddenByRecordings({ base, head }) {
  const tools2 = new Set(head.flatMap((call2) => call2.substituted === "other_shape" ? [call2.name] : []));
  return [...tools2].flatMap((tool2) => {
    const [before, now] = [shareOf(base, tool2), shareOf(head, tool2)];
    if (now.others * before.all <= before.others * now.all && before.all > 0) return [];
    return [
      `the tool ${cut(tool2, 80)}, which the agent runs by itself, gave results of another shape than recorded in ${now.others} of ${now.all} calls on head (base: ${before.others} of ${before.all}): the model saw the recorded ones, so nothing here tells whether head broke it`
    ];
  });
}
function shareOf(calls2, tool2) {
  const own = calls2.filter(({ name }) => name === tool2);
  return { others: own.filter(({ substituted }) => substituted === "other_shape").length, all: own.length };
}
function callsOf(trials, side) {
  return trials.filter((trial) => trial.side === side).flatMap(({ trajectory }) => trajectory.steps.filter((step) => step.kind === "tool_call"));
}

// src/gate/telemetry.ts
var MAX_NAMES = 10;
function unseenCallsInWords(trials) {
  const counts = /* @__PURE__ */ new Map();
  for (const { side, telemetry } of trials) {
    for (const { kind, name } of telemetry?.unseen ?? []) {
      const what = `${kind === "model_call" ? "model" : "tool"} ${name ?? "without a name"}`;
      const count3 = counts.get(what) ?? { base: 0, head: 0 };
      count3[side] += 1;
      counts.set(what, count3);
    }
  }
  if (counts.size === 0) return [];
  const named = [...counts].sort(([a], [b]) => a < b ? -1 : 1).slice(0, MAX_NAMES);
  const more = counts.size > MAX_NAMES ? `, and ${counts.size - MAX_NAMES} more` : "";
  const list = named.map(([what, { base, head }]) => `${what} (base ${base}, head ${head})`).join(", ");
  return [`calls in the agent's own spans that did not pass pawl, and so were not replayed: ${list}${more}`];
}

// src/gate/tool-calls.ts
function toolCallCounts(trials) {
  const of = (side) => countsOf(trials.filter(({ trial }) => trial.side === side));
  return { base: of("base"), head: of("head") };
}
function countsOf(trials) {
  const calls2 = trials.flatMap(({ trial }) => trial.trajectory.steps.filter((step) => step.kind === "tool_call"));
  const left = trials.map(({ uncalled }) => uncalled?.calls.length ?? 0).filter((count3) => count3 > 0);
  return {
    byMatch: Object.fromEntries(tally(calls2.map((call2) => call2.match))),
    normalisations: Object.fromEntries(tally(calls2.flatMap((call2) => call2.normalisations ?? []))),
    uncalled: { calls: left.reduce((sum, count3) => sum + count3, 0), trials: left.length }
  };
}
function tally(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

// src/gate/report.ts
function writeReport(outcome2) {
  const { plan, decision, adoption, run, policy, request } = outcome2;
  const { settings } = plan;
  return buildReport({
    decision,
    changes: run === null ? plan.changes : withListedTools(plan.changes, run.tools),
    places: plan.places,
    corpus: { ...plan.corpus, diff: plan.corpusDiff },
    acceptance: plan.acceptance,
    adoption: adoption ?? null,
    trials: run?.judged ?? [],
    measures: measureRows(run?.judged ?? []),
    run: runFacts(outcome2),
    policy,
    // What recordings alone did not cover was not judged: that may not read as a green check (DESIGN.md 7).
    onInconclusive: request.mode === "recorded" && decision.head.notCovered > 0 ? "block" : settings.onInconclusive,
    content: settings.reportContent
  });
}
function runFacts({ plan, run, request, durationMs }) {
  const drawn = run?.drawn ?? [];
  const judges = run?.judges ?? [];
  const noise = readNoiseLine(request.storeDirectory);
  const sum = (of) => drawn.reduce((total, trial) => total + of(trial), 0);
  return {
    targetSha: plan.target,
    baseSha: plan.base.name,
    headSha: plan.head.name,
    agent: plan.settings.agent.name,
    mode: request.mode,
    isolation: run?.isolation ?? { kind: "none", why: "nothing was run" },
    durationMs: Math.round(durationMs),
    providerCalls: sum((trial) => trial.answers.provider) + judges.reduce((total, { calls: calls2 }) => total + calls2, 0),
    storedAnswers: sum((trial) => trial.answers.store),
    sharedAnswers: sum((trial) => trial.answers.shared),
    inputTokens: sum(({ trajectory }) => paidTokens(trajectory, "inputTokens")),
    outputTokens: sum(({ trajectory }) => paidTokens(trajectory, "outputTokens")),
    costUsd: sumOfCosts([
      ...drawn.map(({ trajectory }) => costOf(trajectory, plan.settings.prices)),
      ...judges.map(({ costUsd: costUsd2 }) => costUsd2)
    ]),
    storedBaseTrials: run?.storedTrials ?? 0,
    noise: noise.line,
    judges,
    tools: toolCallCounts(run?.judged ?? []),
    ignoredInRequests: plan.settings.ignoredInRequests.map(({ name, pattern }) => ({ name, pattern: pattern.source })),
    warnings: run === null ? [] : [
      ...run.warnings,
      ...conversationsInWords(plan.cases.map(({ theCase }) => theCase)),
      ...ownToolsInWords(run.judged.map(({ trial }) => trial)),
      ...noise.problem === null ? [] : [noise.problem],
      ...unseenCallsInWords(run.judged.map(({ trial }) => trial)),
      ...endsInWords(run.judged.map(({ trial }) => trial)),
      ...unpricedInWords(drawn, plan.settings.prices)
    ]
  };
}
function paidTokens(trajectory, kind) {
  return trajectory.steps.reduce(
    (total, step) => step.kind === "model_call" && step.source === "provider" ? total + (step.usage?.[kind] ?? 0) : total,
    0
  );
}
function unpricedInWords(drawn, prices) {
  const asked = drawn.flatMap(({ trajectory }) => trajectory.steps);
  const models = unpricedModels(
    asked.flatMap((step) => step.kind === "model_call" ? [step.model] : []),
    prices
  );
  return models.map((model) => `no price is known of model ${cut(model, 80)}: add it under prices in the settings`);
}

// src/gate/run-record.ts
async function recordOf({ book, session, examiner }, bench, end) {
  const judges = judgeLinesOf(book.judges, await examiner.judgeRecords(true, end));
  return { ...keptBy(book), ...seenBy(session, bench), judges };
}
function keptBy(book) {
  const places = book.evidence.places;
  const placeOf = ({ caseId }) => places.get(caseId) ?? 0;
  const inOrder = (a, b) => placeOf(a) - placeOf(b) || a.side.localeCompare(b.side) || a.number - b.number;
  return {
    judged: book.judged.toSorted((a, b) => inOrder(a.trial, b.trial)),
    drawn: book.drawn.toSorted(inOrder),
    storedTrials: book.storedTrials
  };
}
function seenBy(session, bench) {
  return {
    isolation: session.isolation,
    tools: { base: session.toolsOf("base"), head: session.toolsOf("head") },
    warnings: [...bench.backend.store.problems, ...session.notes]
  };
}

// src/gate/without-run.ts
var NOTHING3 = {
  attempted: 0,
  determined: 0,
  undetermined: 0,
  errored: 0,
  diverged: 0,
  notCovered: 0,
  assisted: 0,
  unaffected: 0,
  stored: 0,
  missing: 0
};
function decisionWithoutRun(plan) {
  const { changes, corpus } = plan;
  if (plan.bootstrap !== null) {
    const why = typeof plan.bootstrap === "string" ? "head alone is run on one machine" : plan.bootstrap.refused;
    return decided("error", { kind: "bootstrap", why });
  }
  if (changes.notAffected !== null)
    return decided("not_affected", { kind: "nothing_changed", why: changes.notAffected });
  if (corpus.cases.length > 0) return null;
  const files = corpus.files.length === 0 ? "no file matches the corpus globs" : "no case could be read from the corpus";
  return decided("error", { kind: "nothing_exercised", why: `${files}: there is nothing to replay` });
}
function withCorpus(decision, corpus) {
  const files = corpus.problems.filter(({ line }) => line === null).length;
  const lines = corpus.files.reduce((sum, file) => sum + file.problems, 0) - files;
  if (files + lines === 0 || decision.verdict !== "pass") return decision;
  const reason = { kind: "corpus_unreadable", lines, files };
  return { ...decision, verdict: files > 0 ? "error" : "inconclusive", reasons: [reason, ...decision.reasons] };
}
function decided(verdict, reason) {
  return {
    verdict,
    reasons: [reason],
    comparisons: [],
    cases: [],
    staleReservoirP: null,
    next: [],
    base: NOTHING3,
    head: NOTHING3
  };
}

// src/gate/adoption.ts
async function runHeadAlone(plan, kind, request, clock) {
  const startedAtMs = clock();
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openHead(plan, bench, request);
    try {
      const table = { session, book: new EvidenceBook(plan, session), examiner: new Examiner(plan, bench.votes) };
      await runAll(table, request);
      const { decision, ...alone } = judgeHeadAlone(table.book.evidence);
      const run = await recordOf(table, bench, request.watch.signal);
      const tools2 = { base: [], head: run.tools.base };
      return writeReport({
        ...{ plan, decision: withCorpus(decision, plan.corpus), adoption: { kind, ...alone } },
        ...{ run: { ...run, tools: tools2 }, policy: plan.settings.policy, request },
        durationMs: clock() - startedAtMs
      });
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}
async function openHead(plan, bench, request) {
  const { repository, settings, head, cases } = plan;
  const { environment } = request;
  const side = await describeSide({ repository, settings, environment, ...head, side: "base", renames: unmapped });
  return bench.openSession({
    ...{ cases: cases.map(({ theCase }) => theCase), sides: [side], seed: side.agentHash },
    ...{ keepBaseTrials: false, recording: null }
  });
}
async function runAll({ session, book, examiner }, { watch, log }) {
  const wanted = headAloneTrials(book.evidence);
  const spending = new Spending(book.limits, book.prices);
  const signal = AbortSignal.any([watch.signal, spending.signal]);
  log(`adopting pawl: head alone runs, ${wanted.length} trials`);
  watch.planned("replaying head alone", wanted.length);
  const ran = await session.run(
    wanted.map((one) => ({ ...one, side: "base" })),
    {
      signal,
      onTrial: (one) => {
        spending.add(one);
        watch.ran();
      }
    }
  );
  spending.requirePrices();
  book.take((await examiner.examine(ran, session, signal)).map(asHead));
}
function asHead(examined) {
  const { ran } = examined;
  return { ...examined, ran: { ...ran, trial: { ...ran.trial, side: "head" } } };
}

// src/gate/assign-shards.ts
var SHARD_MS = 5 * 6e4;

// src/gate/plan-file.ts
var PLAN_FORMAT = "pawl plan v1";
var MAX_CHARACTERS = 64 * 1024 * 1024;
var text = { type: "string", maxLength: 4096 };
var hex = { type: "string", pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" };
var count = { type: "integer", minimum: 0 };
var amount = { type: "number", minimum: 0 };
var orNull = (schema) => ({ ...schema, type: [schema.type, "null"] });
var closed = (properties) => ({
  type: "object",
  required: Object.keys(properties),
  additionalProperties: false,
  properties
});
var listOf = (items) => ({ type: "array", maxItems: 1e5, items });
var planCheck = schemaCheck(
  closed({
    format: { const: PLAN_FORMAT },
    round: { enum: [1, 2] },
    ...{ target: hex, base: hex, head: hex, configPath: text, policyHash: hex },
    mode: { enum: ["live", "recorded"] },
    seed: text,
    shards: { type: "integer", minimum: 0, maximum: 256 },
    cases: listOf(closed({ id: text, contentHash: hex, shard: count, storedTrials: count })),
    forecast: closed({ runs: count, calls: count, costUsd: orNull(amount) }),
    limits: listOf(closed({ shard: count, runs: count, calls: orNull(count), costUsd: orNull(amount) })),
    second: {
      ...closed({
        ...{ version: { const: 1 }, affectedCases: count, deepen: listOf(text), confirm: listOf(text) },
        guard: listOf(closed({ caseId: text, depth: count }))
      }),
      type: ["object", "null"]
    },
    first: listOf(closed({ shard: count, digest: hex }))
  }),
  []
);

// src/gate/shard-schema.ts
var text2 = { type: "string" };
var word = { type: "string", maxLength: 4096 };
var hash = { type: "string", pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" };
var count2 = { type: "integer", minimum: 0 };
var positive = { type: "integer", minimum: 1 };
var flag = { type: "boolean" };
var amountOrNull = { type: ["number", "null"], minimum: 0 };
function exactly(properties) {
  return { type: "object", required: Object.keys(properties), additionalProperties: false, properties };
}
function listOf2(items, maxItems) {
  return { type: "array", maxItems, items };
}
var tool = exactly({ name: text2, description: { type: ["string", "null"] }, parameters: { type: "object" } });
var tools = listOf2(tool, 1e4);
var headCheck = schemaCheck(
  exactly({
    format: word,
    ...{ plan: hash, headSha: hash, agents: exactly({ base: hash, head: hash }) },
    ...{
      round: { enum: [1, 2] },
      shard: positive,
      attempt: positive,
      spent: flag,
      durationMs: { type: "number", minimum: 0 }
    },
    isolation: {
      type: "object",
      oneOf: [
        exactly({ kind: { const: "uid" }, uid: count2 }),
        exactly({ kind: { const: "bubblewrap" } }),
        exactly({ kind: { const: "none" }, why: word })
      ]
    },
    tools: exactly({ base: tools, head: tools }),
    judges: listOf2(
      exactly({
        ...{ name: word, votes: count2, calls: count2, costUsd: amountOrNull, unreadable: count2 },
        verdicts: listOf2(exactly({ label: flag, verdict: flag }), 1e5)
      }),
      1e3
    ),
    warnings: listOf2(word, 1e4)
  }),
  []
);
var outcome = {
  type: "object",
  oneOf: [
    exactly({ kind: { const: "pass" } }),
    exactly({ kind: { const: "fail" }, reason: text2 }),
    exactly({ kind: { const: "undetermined" }, reason: text2 })
  ]
};
var score = {
  ...exactly({
    outcome,
    scores: listOf2(exactly({ scorer: { enum: Object.keys(SCORERS) }, outcome }), 1e4),
    measures: exactly({
      ...{ steps: count2, modelCalls: count2, toolCalls: count2, toolErrors: count2 },
      toolCallsByTool: { type: "object", additionalProperties: count2 },
      ...{ inputTokens: amountOrNull, outputTokens: amountOrNull, latencyMs: amountOrNull, costUsd: amountOrNull },
      checks: {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(CHECK_NAMES.map((name) => [name, flag]))
      }
    })
  }),
  type: ["object", "null"]
};
var call = { type: "object", required: ["name", "arguments"], properties: { name: text2 } };
var trialCheck = schemaCheck(
  exactly({
    kind: { const: "trial" },
    ran: exactly({ trial: trialSchema(["base", "head"]), stored: flag, probe: flag }),
    score,
    uncalled: { ...exactly({ recording: count2, calls: listOf2(call, 1e5) }), type: ["object", "null"] },
    judging: exactly({ calls: count2, costUsd: amountOrNull })
  }),
  []
);

// src/gate/shard-file.ts
var MAX_UPLOAD_BYTES = 256 * 1024 * 1024;

// src/gate/index.ts
async function gate(request, clock) {
  const startedAtMs = clock();
  const plan = await planGate(request);
  const { policy } = plan.settings;
  if (typeof plan.bootstrap === "string") return runHeadAlone(plan, plan.bootstrap, request, clock);
  const known = decisionWithoutRun(plan);
  if (known !== null)
    return writeReport({ plan, decision: known, run: null, policy, request, durationMs: clock() - startedAtMs });
  requireRecordedPrices(plan);
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openGateSession(plan, bench, request);
    try {
      const table = { session, book: new EvidenceBook(plan, session), examiner: new Examiner(plan, bench.votes) };
      const decision = withCorpus(await runRounds(table, request), plan.corpus);
      const run = await recordOf(table, bench, request.watch.signal);
      return writeReport({ plan, decision, run, policy, request, durationMs: clock() - startedAtMs });
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}

export {
  toolPolicyOf,
  readSideTools,
  acceptableNames,
  nearestName,
  findOneSide,
  showReservoir,
  checkReservoir,
  fillReservoir,
  measureNoise,
  openRecording,
  reproduce,
  gate
};
