import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  assertStoreIsOurs,
  changedFiles,
  changedPlaces,
  changedTools,
  findChanges,
  mergeBase,
  readInside,
  readTools,
  renamesOf,
  repositoryRoot,
  resolveCommit,
  sideFiles,
  sideText,
  treeHash
} from "./chunk-3P2JEF5H.js";
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
  nextTrials,
  withTrials
} from "./chunk-3CPXHSNF.js";
import {
  buildReport,
  forecastText
} from "./chunk-5TZPBD47.js";
import {
  CHECKS,
  CHECK_NAMES,
  MEASURES,
  agreementOf,
  callMapOf,
  chooseIsolation,
  clopperPearson,
  costOf,
  costOfCalls,
  diffCorpus,
  isOpen,
  judgeRequest,
  majorityOf,
  openSession,
  openStore,
  openUpstream,
  pLimit,
  readCorpus,
  readSettings,
  readVote,
  require_picomatch,
  runCommandScorer,
  scoreTrial,
  secretsIn,
  seededRandom,
  sumOfCosts,
  transcriptOf,
  uncalledOf,
  unmapped,
  unpricedModels,
  voteKey
} from "./chunk-OAZF6KCD.js";
import {
  assembleStream,
  emptyContract,
  hashJson,
  isJsonObject,
  parseJson,
  readContract,
  readResponse,
  schemaCheck
} from "./chunk-O5V42NW3.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import {
  __toESM
} from "./chunk-WD6H2GOG.js";

// src/gate/tool-policy.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function toolPolicyOf({ tools }) {
  const rules = tools.rules.map((rule) => ({ ...rule, names: matcherOf(rule.tools) }));
  return {
    isReadOnly: matcherOf(tools.readOnly),
    onMiss: (tool) => rules.find(({ names, onMiss }) => onMiss !== null && names(tool))?.onMiss ?? tools.onMiss,
    setsOf: (tool) => rules.flatMap(({ names, sets }) => names(tool) ? sets : []),
    normalisations: tools.normalisations,
    inProcess: tools.inProcess
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
  const tools = /* @__PURE__ */ new Map();
  const paths = [];
  for await (const path of glob([...globs], { cwd: repo })) paths.push(path);
  for (const path of paths.sort()) {
    const read = await readToolFile(repo, path);
    if (typeof read === "string") problems.push(`${cut(path, 200)}: ${read}`);
    else for (const tool of read) tools.set(tool.name, tool);
  }
  return { tools: [...tools.values()], problems };
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
    const outcome = body === null ? unknown("the stored answer is broken") : readVote(judge.wire, body);
    if (outcome.kind === "undetermined") counts.unreadable += 1;
    const { message: response, usage } = readResponse(judge.wire, body ?? {});
    const costUsd = costOfCalls([{ model: judge.model, response, usage }], this.#prices);
    return { outcome, took: { calls: 1, costUsd } };
  }
};
function open({ name }, why) {
  return { outcome: unknown(`judge "${name}": ${why}`), took: NOTHING };
}
var NOTHING = { calls: 0, costUsd: 0 };
function bodyOf({ wire }, form, text) {
  if (form === "stream") {
    const assembled = assembleStream(wire, text);
    return assembled.kind === "complete" ? assembled.body : null;
  }
  const body = parseJson(text);
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
  await assertStoreIsOurs(request.repository, request.storeDirectory);
  const keys = keysOf(request);
  const judgeProviders = settings.judges.flatMap(({ provider }) => provider ?? []);
  const keyNames = [...settings.providers, ...judgeProviders].flatMap(({ keyEnvironment }) => keyEnvironment || []);
  const secrets = [...secretsIn(environment, keyNames), ...request.otherSecrets];
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
      ...run
    }),
    close: () => {
      upstream.close();
      for (const judge of judges.values()) judge.close();
      store.close();
    }
  };
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
  const corpus = await corpusOf(repository, base, settings);
  const editsCorpus = changes.changes.some((change) => change.kind === "corpus");
  const headCorpus = editsCorpus ? await corpusOf(repository, head, settings) : null;
  return {
    repository,
    settings,
    bootstrap: policy === null || baseSettings === null,
    base: { source: base, name: baseSha, spec: specs.base },
    head: {
      source: head,
      name: head.kind === "commit" ? head.sha : "WORKTREE",
      spec: specs.head
    },
    changes,
    places: placesOf(files, changes),
    corpus,
    cases: plannedCases(corpus, headCorpus),
    corpusDiff: headCorpus === null ? null : diffCorpus(corpus, headCorpus)
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
function plannedCases(base, head) {
  const known = new Set(base.cases.map(({ id }) => id));
  const added2 = (head?.cases ?? []).filter(({ id }) => !known.has(id));
  return [
    ...base.cases.map((theCase) => ({ theCase, gates: theCase.status === "active" })),
    ...added2.map((theCase) => ({ theCase, gates: false }))
  ];
}
async function headSource(repository, ref) {
  return ref === "WORKTREE" ? { kind: "worktree" } : { kind: "commit", sha: await resolveCommit(repository, ref) };
}
async function settingsAt(repository, source, request) {
  const text = await sideText(repository, source, request.configPath);
  return text === null ? null : readSettings({ text, file: request.configPath, overrides: request.overrides });
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

// src/gate/judging.ts
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
  /** How the judges agree with the labels of these cases' recordings, and what they have done. */
  async lines(judges, cases, signal) {
    return Promise.all(judges.map((judge) => this.#line(judge, cases, signal)));
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
  async #line(judge, cases, signal) {
    const verdicts = await Promise.all(
      [...judge.labels].map(
        ([caseId, label]) => this.#limit(async () => {
          const theCase = cases.get(caseId);
          const recording = theCase?.recordings[0];
          if (theCase === void 0 || recording === void 0) return [];
          const transcript = transcriptOf({ ...recording, input: theCase.input });
          const { outcome } = await this.#votes.vote(judge, { caseId, trial: 0, vote: 1 }, transcript, signal);
          return outcome.kind === "undetermined" ? [] : [{ label, verdict: outcome.kind === "pass" }];
        })
      )
    );
    const { name, model } = judge;
    return { name, model, ...this.#votes.countsOf(judge), agreement: agreementOf(verdicts.flat()) };
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
    const { calls, costUsd } = this.#took;
    return { calls, costUsd };
  }
  /** Judges whose vote of this number could still change the trial's outcome. */
  wanting(vote) {
    const { judges, trial, score } = this.of;
    if (trial.end.kind !== "answered") return [];
    if (vote === 1) return score(/* @__PURE__ */ new Map()).outcome.kind === "fail" ? [] : judges;
    return judges.filter(({ name, votes }) => isOpen(this.#votes.get(name) ?? [], votes));
  }
  hear({ name }, { outcome, took }) {
    this.#votes.set(name, [...this.#votes.get(name) ?? [], outcome]);
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
    const { runs, calls, costUsd } = this.#limits;
    const spent = this.#spent;
    if (spent.runs >= runs || calls !== null && spent.calls >= calls) return true;
    return costUsd !== null && (spent.costUsd === null || spent.costUsd >= costUsd);
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
  const costUsd = costOf(trajectory, prices, (source) => source !== "shared");
  return { calls: answers.provider + answers.store, costUsd };
}
function recordedPrice({ recordings: [recording] }, prices) {
  const calls = (recording?.steps ?? []).filter((step) => step.kind === "model_call");
  return calls.length === 0 ? null : { calls: calls.length, costUsd: costOfCalls(calls, prices) };
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
  #cases;
  #evidence;
  #judging;
  #judged = [];
  #drawn = [];
  constructor(plan, session, votes) {
    this.#judging = new Judging(votes);
    this.#settings = plan.settings;
    this.#cases = new Map(plan.cases.map(({ theCase }) => [theCase.id, theCase]));
    this.#evidence = evidenceOf(
      plan.cases.map((planned) => factsOf(planned, session.storedTrials(planned.theCase.id), plan.settings.prices))
    );
  }
  get policy() {
    return this.#settings.policy;
  }
  get prices() {
    return this.#settings.prices;
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
  get judged() {
    return this.#judged;
  }
  /** What the judges have done, and how far they agree with people. */
  judgeLines(signal) {
    const { judges } = this.#settings;
    return this.#judging.lines(
      judges.filter(({ name }) => [...this.#cases.values()].some((theCase) => this.#judgesOf(theCase).includes(name))),
      this.#cases,
      signal
    );
  }
  /**
   * A dry run that was stopped has no outcome to judge: it is evidence of what is shared, and nothing else. `signal` aborted:
   * nothing more may be paid for.
   */
  async add(ran, session, signal) {
    const complete = ran.filter(({ probe }) => !probe);
    const commandResults = await this.#runCommands(complete, session);
    const contexts = { base: this.#contextOf("base", session), head: this.#contextOf("head", session) };
    const trials = ran.filter(({ probe }) => probe).map((one) => factsOfTrial(one, PROBED, this.#settings.prices));
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
    for (const [index, one] of complete.entries()) {
      const { trial, stored } = one;
      const [judged, of] = [scores[index], judgeable[index]];
      if (judged === void 0 || of === void 0) throw new Error("every trial has a score");
      this.#judged.push({ trial, score: judged.score, uncalled: uncalledOf(of.theCase, trial) });
      if (!stored) this.#drawn.push(trial);
      trials.push(factsOfTrial(one, judged.score.outcome, this.#settings.prices, judged.took));
    }
    this.#evidence = withTrials(this.#evidence, trials);
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
function factsOf({ theCase, gates }, storedTrials, prices) {
  const { id, slices, cohorts, cluster } = theCase;
  return { id, slices, cohorts, cluster, gates, storedTrials, expected: recordedPrice(theCase, prices) };
}
function factsOfTrial({ trial, stored, probe }, outcome, prices, judging = NOTHING2) {
  const { caseId, side, number, standing, firstRequestKey, fingerprint } = trial;
  return {
    ...{ caseId, side, number, standing, firstRequestKey, fingerprint, stored, probe, outcome },
    // A trial that the recordings did not cover did ask; it got no answer that would be a step.
    idle: trial.trajectory.steps.length === 0 && standing !== "not_covered",
    cutShort: CUT_SHORT.has(trial.end.kind),
    took: together(stored ? NOTHING2 : tookOf(trial, prices), judging)
  };
}
var NOTHING2 = { calls: 0, costUsd: 0 };
function together(a, b) {
  const costUsd = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { calls: a.calls + b.calls, costUsd };
}
var PROBED = { kind: "undetermined", reason: "a dry run" };
function pick(name, outcome) {
  return outcome === void 0 ? [] : [[name, outcome]];
}

// src/gate/noise-line.ts
import { readFileSync, renameSync, writeFileSync } from "node:fs";
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
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify({ format: FORMAT, ...line })}
`);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new UserError({
      where: file,
      message: `the A/A line could not be kept: ${messageOf(error)}`,
      hint: "is the disk full? give --store a folder that pawl may write"
    });
  }
}
function readNoiseLine(storeDirectory) {
  const file = fileIn(storeDirectory);
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { line: null, problem: null };
    return { line: null, problem: `${file}: ${messageOf(error)}` };
  }
  const found = parseJson(text);
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
    const book = new EvidenceBook({ settings: one.settings, cases: planned }, session, bench.votes);
    const numbers = Array.from({ length: Math.max(...policy.looks) }, (_, index) => index + 1);
    const wanted = cases.flatMap(({ id }) => numbers.map((number) => ({ caseId: id, side: "base", number })));
    request.watch.planned("drawing base trials", wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    await book.add(ran, session, request.watch.signal);
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
async function openGateSession(plan, bench, request) {
  const { repository, settings, changes } = plan;
  const common = { repository, settings, environment: request.environment };
  const base = await describeSide({ ...common, ...plan.base, side: "base", renames: unmapped });
  const renames = callMapOf(renamesOf(changes.changes));
  const head = await describeSide({ ...common, ...plan.head, side: "head", renames });
  return bench.openSession({
    cases: plan.cases.map(({ theCase }) => theCase),
    sides: [base, head],
    // The same head, agent and policy run in the same order again, and nobody chose that order.
    seed: hashJson([plan.head.name, head.agentHash, settings.policy]),
    keepBaseTrials: false,
    recording: null
  });
}
async function runRounds(session, book, request) {
  const { watch, mode } = request;
  const plan = forecast(
    book.evidence.cases.map(({ facts }) => facts),
    book.policy
  );
  if (mode === "live") request.log(forecastText(plan));
  const spending = new Spending(plan.limits, book.prices);
  const signal = AbortSignal.any([watch.signal, spending.signal]);
  for (let round = 1; ; round += 1) {
    const overspent = spending.signal.aborted;
    const next = signal.aborted ? [] : nextTrials(book.evidence, book.policy);
    if (next.length === 0) {
      const exhausted = signal.aborted;
      const ended = overspent ? { ended: "budget" } : {};
      return compare(book.evidence, book.policy, { exhausted, ...ended, recordedOnly: mode === "recorded" });
    }
    watch.planned(round === 1 ? "replaying" : "confirming", next.length);
    const onTrial = (ran2) => {
      spending.add(ran2);
      watch.ran();
    };
    const ran = await session.run(next, { onTrial, signal });
    spending.requirePrices();
    await book.add(ran, session, signal);
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
  const { baseSha, headSha } = report.run;
  const gateRequest = { ...request, base: baseSha, head: headSha };
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
      const book = new EvidenceBook(one, session, bench.votes);
      await book.add(ran, session, request.watch.signal);
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
  const turns = cases.filter(({ input, cluster }) => {
    return cluster !== null && isJsonObject(input) && Array.isArray(input.messages);
  });
  if (turns.length === 0) return [];
  const conversations = new Set(turns.map(({ cluster }) => cluster)).size;
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
    const text = `${trial.side}: ${endInWords(trial)}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const more = sorted.slice(MAX_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const lines = sorted.slice(0, MAX_KINDS).map(([text, count]) => `${count} errored on ${text}`);
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
function withListedTools(found, session) {
  const known = new Set(found.changes.flatMap((change) => change.kind === "tool" ? [change.tool] : []));
  const listed = changedTools(session.toolsOf("base"), session.toolsOf("head"), WHERE);
  const more = listed.filter(({ tool }) => !known.has(tool));
  return { ...found, changes: [...found.changes, ...more], affecting: [...found.affecting, ...more] };
}

// src/gate/measures.ts
function measureRows(trials) {
  const numeric = Object.keys(MEASURES).filter(
    (name) => name !== "toolCallsByTool" && name !== "checks"
  );
  const fired = CHECK_NAMES.filter((name) => trials.some(({ score }) => score.measures.checks[name] === true));
  const tools = new Set(trials.flatMap(({ score }) => Object.keys(score.measures.toolCallsByTool)));
  return [
    ...numeric.map((name) => row(MEASURES[name].title, MEASURES[name], trials, (measures) => measures[name])),
    ...[...tools].sort().map(
      (tool) => row(`calls of ${tool}`, MEASURES.toolCallsByTool, trials, (measures) => measures.toolCallsByTool[tool] ?? 0)
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
    const values = trials.flatMap(({ trial, score }) => {
      const one = trial.side === side ? value(score.measures) : null;
      return one === null ? [] : [one];
    });
    return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
  };
  return { name, unit, direction, base: meanOf("base"), head: meanOf("head") };
}

// src/gate/own-tools.ts
function ownToolsInWords(trials) {
  const calls = { base: callsOf(trials, "base"), head: callsOf(trials, "head") };
  const inWords = (of, text) => {
    const [base, head] = [calls.base.filter(of).length, calls.head.filter(of).length];
    return base + head === 0 ? [] : [`${text}: base ${base}, head ${head}`];
  };
  return [
    ...inWords(
      (call) => call.substituted !== void 0,
      "results of tools in the agent's own process that the model saw as recorded, not as the agent made them"
    ),
    ...hiddenByRecordings(calls),
    ...inWords(
      (call) => call.match === "agent",
      "results of tools in the agent's own process taken as they came (tools.in_process: trust)"
    )
  ];
}
function hiddenByRecordings({ base, head }) {
  const tools = new Set(head.flatMap((call) => call.substituted === "other_shape" ? [call.name] : []));
  return [...tools].flatMap((tool) => {
    const [before, now] = [shareOf(base, tool), shareOf(head, tool)];
    if (now.others * before.all <= before.others * now.all && before.all > 0) return [];
    return [
      `the tool ${cut(tool, 80)}, which the agent runs by itself, gave results of another shape than recorded in ${now.others} of ${now.all} calls on head (base: ${before.others} of ${before.all}): the model saw the recorded ones, so nothing here tells whether head broke it`
    ];
  });
}
function shareOf(calls, tool) {
  const own = calls.filter(({ name }) => name === tool);
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
      const count = counts.get(what) ?? { base: 0, head: 0 };
      count[side] += 1;
      counts.set(what, count);
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
  const calls = trials.flatMap(({ trial }) => trial.trajectory.steps.filter((step) => step.kind === "tool_call"));
  const left = trials.map(({ uncalled }) => uncalled?.calls.length ?? 0).filter((count) => count > 0);
  return {
    byMatch: Object.fromEntries(tally(calls.map((call) => call.match))),
    normalisations: Object.fromEntries(tally(calls.flatMap((call) => call.normalisations ?? []))),
    uncalled: { calls: left.reduce((sum, count) => sum + count, 0), trials: left.length }
  };
}
function tally(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

// src/gate/report.ts
function writeReport(outcome) {
  const { plan, decision, run, request } = outcome;
  const { settings } = plan;
  return buildReport({
    decision,
    changes: run === null ? plan.changes : withListedTools(plan.changes, run.session),
    places: plan.places,
    corpus: { ...plan.corpus, diff: plan.corpusDiff },
    trials: run?.book.judged ?? [],
    measures: measureRows(run?.book.judged ?? []),
    run: runFacts(outcome),
    policy: settings.policy,
    // What recordings alone did not cover was not judged: that may not read as a green check (DESIGN.md 7).
    onInconclusive: request.mode === "recorded" && decision.head.notCovered > 0 ? "block" : settings.onInconclusive,
    content: settings.reportContent
  });
}
function runFacts({ plan, run, request, durationMs }) {
  const drawn = run?.book.drawn ?? [];
  const judges = run?.judges ?? [];
  const noise = readNoiseLine(request.storeDirectory);
  const sum = (of) => drawn.reduce((total, trial) => total + of(trial), 0);
  return {
    baseSha: plan.base.name,
    headSha: plan.head.name,
    agent: plan.settings.agent.name,
    mode: request.mode,
    isolation: run?.session.isolation ?? { kind: "none", why: "nothing was run" },
    durationMs: Math.round(durationMs),
    providerCalls: sum((trial) => trial.answers.provider) + judges.reduce((total, { calls }) => total + calls, 0),
    storedAnswers: sum((trial) => trial.answers.store),
    sharedAnswers: sum((trial) => trial.answers.shared),
    inputTokens: sum(({ trajectory }) => paidTokens(trajectory, "inputTokens")),
    outputTokens: sum(({ trajectory }) => paidTokens(trajectory, "outputTokens")),
    costUsd: sumOfCosts([
      ...drawn.map(({ trajectory }) => costOf(trajectory, plan.settings.prices)),
      ...judges.map(({ costUsd }) => costUsd)
    ]),
    storedBaseTrials: run?.book.storedTrials ?? 0,
    noise: noise.line,
    judges,
    tools: toolCallCounts(run?.book.judged ?? []),
    ignoredInRequests: plan.settings.ignoredInRequests.map(({ name, pattern }) => ({ name, pattern: pattern.source })),
    warnings: run === null ? [] : [
      ...run.bench.backend.store.problems,
      ...run.session.notes,
      ...conversationsInWords(plan.cases.map(({ theCase }) => theCase)),
      ...ownToolsInWords(run.book.judged.map(({ trial }) => trial)),
      ...noise.problem === null ? [] : [noise.problem],
      ...unseenCallsInWords(run.book.judged.map(({ trial }) => trial)),
      ...endsInWords(run.book.judged.map(({ trial }) => trial)),
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
  if (plan.bootstrap) {
    const why = "the target branch has no settings yet: pawl judges from the first commit there that has them";
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

// src/gate/index.ts
async function gate(request, clock) {
  const startedAtMs = clock();
  const plan = await planGate(request);
  const known = decisionWithoutRun(plan);
  if (known !== null)
    return writeReport({ plan, decision: known, run: null, request, durationMs: clock() - startedAtMs });
  requireRecordedPrices(plan);
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openGateSession(plan, bench, request);
    try {
      const book = new EvidenceBook(plan, session, bench.votes);
      const decision = withCorpus(await runRounds(session, book, request), plan.corpus);
      const judges = await book.judgeLines(request.watch.signal);
      const run = { book, session, bench, judges };
      return writeReport({ plan, decision, run, request, durationMs: clock() - startedAtMs });
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
  findOneSide,
  showReservoir,
  checkReservoir,
  fillReservoir,
  measureNoise,
  openRecording,
  reproduce,
  gate
};
