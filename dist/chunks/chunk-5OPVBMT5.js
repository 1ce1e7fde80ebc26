const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $setFlagsFromString
} from "./chunk-FCDQQD56.js";
import {
  HEAD_ALONE_TRIALS,
  NOTHING_SPENT,
  added,
  attributed,
  bisect,
  caseDifferences,
  compare,
  compareTwoRounds,
  decideUnchanged,
  evidenceOf,
  factorEffects,
  findFlakes,
  findPower,
  findUnmeasured,
  firstRoundTrials,
  forecast,
  headAloneTrials,
  isNothing,
  judgeHeadAlone,
  membersOf,
  nextTrials,
  planSecondRound,
  plannedRuns,
  secondRoundRuns,
  secondRoundTrials,
  spentOn,
  twoRoundPolicy,
  unattributed,
  withTrials
} from "./chunk-OEXYAH2O.js";
import {
  $basename,
  agentHistory,
  assertStoreIsOurs,
  changedFiles,
  changedPlaces,
  changedTools,
  commitMixture,
  factorsOf,
  findChanges,
  isLfsPointer,
  keptElsewhere,
  mergeBase,
  namesOverLinks,
  pathHistory,
  readInside,
  readTools,
  renamesOf,
  repositoryRoot,
  resolveCommit,
  sideFiles,
  sideText,
  treeHash,
  withChangesBy
} from "./chunk-GMN627S4.js";
import {
  CHECKS,
  CHECK_NAMES,
  MEASURES,
  OWN_BASE_URLS,
  SCORERS,
  acceptedPath,
  agreementOf,
  areMetByNothing,
  costOf,
  costOfCalls,
  defaultConfigPath,
  diffCorpus,
  isOpen,
  judgeRequest,
  majorityOf,
  readAccepted,
  readCorpus,
  readSettings,
  readVote,
  runCommandScorer,
  scoreTrial,
  sumOfCosts,
  transcriptOf,
  unpricedModels,
  voteKey
} from "./chunk-6ZUW57B3.js";
import {
  buildReport,
  forecastText,
  require_picomatch
} from "./chunk-BYL2NBM7.js";
import {
  callMapOf,
  chooseIsolation,
  clopperPearson,
  openSession,
  openStore,
  openUpstream,
  pLimit,
  parseStoredAnswer,
  releaseIsolation,
  secretsIn,
  seededRandom,
  storedTrialsOf,
  trialSchema,
  uncalledOf,
  unmapped,
  withLent
} from "./chunk-ESXIIXJN.js";
import {
  assembleStream,
  emptyContract,
  hashJson,
  isJsonObject,
  isSecretName,
  nearestName,
  parseJson,
  pathText,
  readContract,
  readResponse,
  schemaCheck,
  sha256
} from "./chunk-2SGQDVVG.js";
import {
  UserError,
  cut,
  formatProblem,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $randomUUID
} from "./chunk-K6CKMPLV.js";
import {
  $glob,
  $readdir
} from "./chunk-OPI4XJCE.js";
import {
  $join
} from "./chunk-UVWFDZNQ.js";
import {
  $readFileSync,
  $realpathSync,
  $renameSync,
  $rmSync,
  $writeFileSync
} from "./chunk-IIMPM4BQ.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

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
function isLoopback(url) {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);
}
function conditionsOf({ settings, environment }) {
  const { environment: names, trialTimeoutMs } = settings.agent;
  const values = names.map((name) => [name, hashJson(environment[name] ?? null)]);
  const ignored = settings.ignoredInRequests.map(({ pattern }) => pattern.source);
  const own = Object.values(OWN_BASE_URLS);
  const endpoints = settings.providers.flatMap(
    ({ baseUrl }) => isLoopback(baseUrl) || own.includes(baseUrl) ? [] : [baseUrl]
  );
  return [values, trialTimeoutMs, settings.tools, ignored, endpoints];
}
async function readSideTools(repo, globs) {
  const problems = [];
  const tools2 = /* @__PURE__ */ new Map();
  const paths = [];
  for await (const path of $glob([...globs], { cwd: repo })) paths.push(path);
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

// src/gate/noise-line.ts
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
  const fresh = `${file}.${$randomUUID()}.new`;
  try {
    $writeFileSync(fresh, `${JSON.stringify({ format: FORMAT, ...line })}
`);
    $renameSync(fresh, file);
  } catch (error) {
    $rmSync(fresh, { force: true });
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
    text3 = $readFileSync(file, "utf8");
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
  return $join(storeDirectory, "aa.json");
}

// src/gate/acceptance.ts
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
  if (!known.has(name)) return { ...declaration, standing: "unknown", suggestion: nearestName(name, [...known]) };
  if (until < today) return { ...declaration, standing: "expired" };
  return { ...declaration, standing: acceptableNames(gating)[kind].has(name) ? "counts" : "not_gating" };
}
function acceptableNames(cases) {
  return { case: new Set(cases.map(({ id }) => id)), slice: new Set(cases.flatMap(({ slices }) => slices)) };
}
function acceptedOf({ id, slices }, { entries }) {
  const counting = entries.filter(({ standing }) => standing === "counts");
  const named = counting.some(({ kind, name }) => kind === "case" && name === id);
  const own = slices.filter((slice) => counting.some(({ kind, name }) => kind === "slice" && name === slice));
  return named || own.length > 0 ? { accepted: { named, slices: own } } : {};
}

// src/gate/chosen-slices.ts
var MAX_NAMES = 10;
function casesOfSlices(cases, slices) {
  if (slices === null) return cases;
  const known = new Set(cases.flatMap(({ theCase }) => theCase.slices));
  const unknown2 = slices.filter((name) => !known.has(name));
  if (unknown2.length > 0) {
    const names = [...known].sort();
    const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
    throw new UserError(
      unknown2.map((name) => ({
        where: "slices",
        message: `no case of base's corpus is in slice ${JSON.stringify(cut(name, 80))}`,
        hint: `the slices are ${names.slice(0, MAX_NAMES).join(", ")}${more}`
      }))
    );
  }
  return cases.filter(({ theCase }) => theCase.slices.some((name) => slices.includes(name)));
}
function chosenInWords(slices, cases) {
  if (slices === null) return [];
  return [`only the ${cases} cases of ${slices.join(", ")} were replayed, as asked; the others were not judged`];
}

// src/gate/heap.ts
function holdYoungGeneration() {
  $setFlagsFromString("--semi-space-growth-factor=1");
}

// src/gate/judge-votes.ts
var JudgeVotes = class {
  #backend;
  #upstreamOf;
  #prices;
  #counts = /* @__PURE__ */ new Map();
  #asking = /* @__PURE__ */ new Map();
  #given = /* @__PURE__ */ new Map();
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
    const vote = this.#draw(judge, { key, caseId: identity.caseId }, transcript, signal);
    this.#asking.set(key, vote);
    return vote;
  }
  /** All votes of this run, for a run elsewhere. */
  answersGiven() {
    return [...this.#given.values()];
  }
  async #draw(judge, { key, caseId }, transcript, signal) {
    const counts = this.countsOf(judge);
    const stored = this.#backend.store.answer(key);
    if (stored !== null) {
      this.#given.set(key, { caseId, key, answer: stored });
      return this.#read(judge, bodyOf(judge, stored.form, stored.body), counts);
    }
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
      this.#given.set(key, { caseId, key, answer: asked.answer });
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
  const store = withLent(openStore(request.storeDirectory, request.runName), request.lent ?? []);
  const hidden = [$realpathSync(request.storeDirectory)];
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
      repository: { path: request.repository, parentEnvironment: environment, hidden },
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
      releaseIsolation(isolation);
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

// src/gate/bootstrap.ts
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
    const other = gone.find((path) => path !== null && $basename(path) === $basename(configPath));
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
  const baseSettings = baseSha === target ? policy : await settingsAt(repository, base, request);
  const files = await changedFiles(repository, baseSha, head);
  const sameSettings = head.kind === "commit" && !touches(files, request.configPath);
  const headSettings = sameSettings ? baseSettings : await settingsAt(repository, head, request);
  const settings = policy ?? headSettings;
  if (settings === null) throw noSettings(request.configPath, `${request.base} nor in ${request.head}`);
  const linked = await namesOverLinks(repository, [base, head]);
  const byPolicy = findChanges(files, settings.changes, linked);
  const older = policy === null || baseSettings === policy ? null : baseSettings;
  const found = older === null ? byPolicy : withChangesBy(older.changes, byPolicy, files, linked);
  const specs = { base: (baseSettings ?? settings).agent, head: (headSettings ?? settings).agent };
  const changes = startsAlike(specs) ? found : withOtherStart(found);
  const { configPath, today, mode } = request;
  const adopts = policy === null || baseSettings === null;
  const bootstrap = adopts ? await adoptionOf({ repository, target, policy, configPath, files, mode }) : null;
  const editsCorpus = !adopts && changes.changes.some((change) => change.kind === "corpus");
  const read = (side, rules2) => corpusOf(repository, side, rules2);
  const named = await read(adopts ? head : base, settings);
  const rules = older !== null && named.files.length === 0 ? older : settings;
  const corpus = rules === settings ? named : await read(base, rules);
  const headCorpus = editsCorpus ? await read(head, rules) : null;
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
    cases: casesOfSlices(plannedCases(corpus, headCorpus, acceptance), request.slices),
    chosenSlices: request.slices,
    corpusDiff: headCorpus === null ? null : diffCorpus(corpus, headCorpus),
    acceptance
  };
}
function startsAlike({ base, head }) {
  const start = ({ root, setup, command, protocol, inflight, http, mcpServers }) => hashJson([root, setup, command, protocol, inflight, protocol === "http" ? { ...http } : null, mcpServers]);
  return start(base) === start(head);
}
function touches(files, path) {
  return files.some((file) => file.path === path || file.oldPath === path);
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
function sessionCases({ cases, corpus }) {
  const known = new Set(corpus.cases.map(({ id }) => id));
  const all = cases.map(({ theCase }) => theCase);
  return { cases: all, addedCases: new Set(all.flatMap(({ id }) => known.has(id) ? [] : [id])) };
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
function reservoirTrials(cases, { policy }) {
  const numbers = Array.from({ length: Math.max(...policy.looks) }, (_, index) => index + 1);
  return cases.flatMap(({ id }) => numbers.map((number) => ({ caseId: id, side: "base", number })));
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

// src/gate/fill.ts
async function fillReservoir(request) {
  const one = await findOneSide(request);
  const corpus = await corpusOf(one.repository, one.source, one.settings);
  const cases = casesOfSlices(
    corpus.cases.map((theCase) => ({ theCase })),
    request.slices
  ).map(({ theCase }) => theCase);
  requireCases(cases, request);
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: "live" });
  try {
    const requests = reservoirTrials(cases, one.settings);
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
  addVote(took) {
    this.#spent = added(this.#spent, { runs: 0, ...took });
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
  const models = unpricedModels([...modelsOf(steps), ...settings.judges.map(({ model }) => model)], settings.prices);
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
    const kept = examined.map(withoutRequests);
    this.#examined.push(...kept);
    for (const { ran, score: score2, uncalled } of kept) {
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
function withoutRequests(examined) {
  const { ran } = examined;
  const { trajectory } = ran.trial;
  const steps = trajectory.steps.map((step) => step.kind === "model_call" ? { ...step, newMessages: [] } : step);
  return { ...examined, ran: { ...ran, trial: { ...ran.trial, trajectory: { ...trajectory, steps } } } };
}
function factsOf({ theCase, gates, accepted }, storedTrials, prices) {
  const { id, slices, cohorts, cluster, weight } = theCase;
  const expected = recordedPrice(theCase, prices);
  return {
    id,
    slices,
    cohorts,
    cluster,
    weight,
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
    ...trial.unspoken === void 0 ? {} : { unspoken: trial.unspoken },
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
  async judge(trials, watch) {
    const open2 = trials.map((one) => new OpenTrial(one));
    await this.#round(open2, 1, watch);
    const most = Math.max(1, ...trials.flatMap(({ judges }) => judges.map(({ votes }) => votes)));
    for (let vote = 2; vote <= most; vote += 1) await this.#round(differing(open2), vote, watch);
    return open2.map((one) => ({ score: one.score(), took: one.took }));
  }
  /** What the judges have done, and what they say of these cases' recordings where people have labelled them. */
  async records(judges, cases, signal) {
    return Promise.all(judges.map((judge) => this.#record(judge, cases, signal)));
  }
  async #round(trials, vote, watch) {
    const asked = trials.flatMap((one) => one.wanting(vote).map((judge) => ({ one, judge })));
    await Promise.all(
      asked.map(
        ({ one, judge }) => this.#limit(async () => {
          const { caseId, number } = one.of.trial;
          const identity = { caseId, trial: number, vote };
          const heard = await this.#votes.vote(judge, identity, one.transcript(), watch.signal);
          watch.voted(heard.took);
          one.hear(judge, heard);
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
  async examine(ran, session, watch) {
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
    const scores = await this.#judging.judge(judgeable, watch);
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

// src/gate/elsewhere.ts
var MAX_POINTER_BYTES = 1024;
var NAMED = /* @__PURE__ */ new Set(["prompt", "tool", "model_pin"]);
async function withWhatIsElsewhere(side, repository, { affecting }) {
  const paths = affecting.flatMap((change) => [change.path, "oldPath" in change ? change.oldPath : null]);
  const kept = await keptElsewhere(repository, side.source, new Set(paths.filter((path) => path !== null)));
  if (kept.length === 0) return side;
  const named = new Set(affecting.filter(({ kind }) => NAMED.has(kind)).map(({ path }) => path));
  const readTools2 = async (checkout) => {
    const there = await Promise.all(kept.map((file) => isThere(checkout, file)));
    const absent = kept.filter((_, index) => there[index] === false);
    const fatal = absent.filter(({ kind, path }) => kind === "submodule" || named.has(path));
    if (fatal.length > 0) throw new UserError(fatal.map((file) => problemOf(side.side, file)));
    const { problems, ...read } = await side.readTools(checkout);
    return {
      ...read,
      problems: [...problems, ...absent.map(({ path }) => `${cut(path, 200)} changes, but ${POINTER}`)]
    };
  };
  return { ...side, readTools: readTools2 };
}
var POINTER = "the checkout holds only a pointer of Git LFS in its place";
async function isThere(checkout, { path, kind }) {
  if (kind === "submodule") return (await $readdir($join(checkout, path)).catch(() => [])).length > 0;
  const read = await readInside(checkout, path, MAX_POINTER_BYTES);
  return read.kind !== "text" || !isLfsPointer(read.text);
}
function problemOf(side, { path, kind }) {
  const isSubmodule = kind === "submodule";
  const what = isSubmodule ? "the submodule is empty there" : POINTER;
  return {
    where: `${path} on ${side}`,
    message: `it changes, but ${what}: no replay would say anything of the change`,
    hint: isSubmodule ? `let agent.setup bring it, or, where the agent does not use it, take it out of agent.paths with "!${path}"` : "have git lfs fetch it before pawl runs (lfs: true in actions/checkout), or let agent.setup bring it"
  };
}

// src/gate/rounds.ts
async function describeSides({ repository, settings, changes, ...plan }, { environment }) {
  const common = { repository, settings, environment };
  const base = await describeSide({ ...common, ...plan.base, side: "base", renames: unmapped });
  const renames = callMapOf(renamesOf(changes.changes));
  const head = await describeSide({ ...common, ...plan.head, side: "head", renames });
  return {
    base: await withWhatIsElsewhere(base, repository, changes),
    head: await withWhatIsElsewhere(head, repository, changes)
  };
}
async function openGateSession(plan, bench, request, more = {}) {
  const { base, head } = await describeSides(plan, request);
  return bench.openSession({
    ...sessionCases(plan),
    sides: [base, head],
    // The same head, agent and policy run in the same order again, and nobody chose that order.
    seed: hashJson([plan.head.name, head.agentHash, plan.settings.policy]),
    keepBaseTrials: false,
    recording: null,
    ...more
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
    book.take(await examiner.examine(ran, session, { signal, voted: (took) => spending.addVote(took) }));
  }
}

// src/gate/untried-pins.ts
var MAX_NAME = 80;
var MAX_NAMED = 5;
function withUntriedPins(decision, { changes }, judged) {
  if (decision.verdict !== "pass") return decision;
  const [base, head] = [modelsOf2("base", judged), modelsOf2("head", judged)];
  if (head.some((model) => !base.includes(model))) return decision;
  const pins = changes.flatMap((change) => {
    if (change.kind !== "model_pin" || change.from === null || change.to === null) return [];
    const { pin, to } = change;
    return head.some((model) => isNamed(model, to)) ? [] : [{ pin, to: cut(to, MAX_NAME) }];
  });
  if (pins.length === 0) return decision;
  const reason = {
    kind: "model_not_tried",
    pins,
    models: head.slice(0, MAX_NAMED).map((model) => cut(model, MAX_NAME))
  };
  return { ...decision, verdict: "inconclusive", reasons: [reason, ...decision.reasons] };
}
function modelsOf2(side, judged) {
  const steps = judged.flatMap(({ trial }) => trial.side === side ? trial.trajectory.steps : []);
  return [...new Set(steps.flatMap((step) => step.kind === "model_call" ? [step.model] : []))].sort();
}
function isNamed(model, pin) {
  const [a, b] = [model.toLowerCase(), pin.toLowerCase()];
  return a.includes(b) || b.includes(a);
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
    const why = typeof plan.bootstrap === "string" ? "only the gate itself runs head alone" : plan.bootstrap.refused;
    return decided("error", { kind: "bootstrap", why: `there are no settings to compare base and head by: ${why}` });
  }
  if (changes.notAffected !== null)
    return decided("not_affected", { kind: "nothing_changed", why: changes.notAffected });
  if (corpus.cases.length > 0) return null;
  return decided("error", { kind: "nothing_exercised", why: `${emptyInWords(corpus)}: there is nothing to replay` });
}
function emptyInWords({ files, problems, retired }) {
  if (files.length === 0) return "no file matches the corpus globs";
  if (retired > 0 && problems.length === 0) return "every case of the corpus is retired";
  return "no case could be read from the corpus";
}
function adoptionKind({ bootstrap }) {
  return typeof bootstrap === "string" ? bootstrap : null;
}
function decisionWithoutShards(plan) {
  return adoptionKind(plan) === null ? decisionWithoutRun(plan) : null;
}
function asFound(decision, plan, judged) {
  return withUntriedPins(withCorpus(decision, plan.corpus), plan.changes, judged);
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

// src/gate/decide-planned.ts
async function decidePlanned(plan, request, use, more = {}) {
  requireRecordedPrices(plan);
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openGateSession(plan, bench, request, more);
    try {
      const book = new EvidenceBook(plan, session);
      const table = { session, book, examiner: new Examiner(plan, bench.votes) };
      const decision = asFound(await runRounds(table, request), plan, book.judged);
      return await use({ decision, table, bench });
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}

// src/gate/replay-mixture.ts
async function replayMixture({ head, paths }, { repository, base, overrides, settings }, request) {
  const mixture = await commitMixture(repository, { base, head, paths });
  const gateRequest = { ...request, overrides, base, head: mixture, today: null };
  const plan = await planGate(gateRequest);
  const known = decisionWithoutRun(plan);
  if (known !== null) {
    const same = known.verdict === "not_affected" ? plan.cases.filter(({ gates }) => gates) : [];
    return replayed(
      known,
      same.map(({ theCase: { id, slices, cluster } }) => ({ caseId: id, slices, cluster, difference: 0 }))
    );
  }
  const [depth = 1] = plan.settings.policy.looks;
  const decided2 = await decidePlanned(
    plan,
    gateRequest,
    async ({ decision, table }) => replayed(decision, caseDifferences(table.book.evidence, depth)),
    { headLane: hashJson(["attribute", base, settings.agent.command]) }
  );
  if (!request.watch.signal.aborted) return decided2;
  throw new UserError({
    where: null,
    message: "the run was ended before every combination was replayed",
    hint: "start it again: what was answered is stored, and it goes on from there"
  });
}
async function replayPart(part, suspects, request, warnings) {
  try {
    return await replayMixture(await part, suspects, request);
  } catch (error) {
    if (!(error instanceof UserError) || request.watch.signal.aborted) throw error;
    warnings.push(error.message);
    return { verdict: "error", regressed: [], differences: [] };
  }
}
function replayed({ verdict, reasons }, differences) {
  const regressed = reasons.flatMap((one) => one.kind === "slice_regressed" ? [one.slice] : []);
  return { verdict, regressed, differences };
}

// src/gate/suspects.ts
async function findSuspects(request) {
  const repository = await repositoryRoot(request.directory);
  if (request.head === "WORKTREE")
    throw new UserError({ where: "--head", message: "expected a commit", hint: "commit the changes first" });
  const head = await resolveCommit(repository, request.head);
  const base = await mergeBase(repository, await resolveCommit(repository, request.base), head);
  const settings = await settingsAt(repository, { kind: "commit", sha: base }, request);
  if (settings === null) throw noSettings(request.configPath, base.slice(0, 12));
  const isFixed = request.overrides.some(({ name }) => name === "trials");
  const trials = { name: "trials", value: String(Math.max(...settings.policy.looks)), where: "--trials" };
  const overrides = isFixed ? request.overrides : [...request.overrides, trials];
  return {
    repository,
    base,
    head,
    settings,
    factors: await factorsTo(head, { ...request, repository, base }),
    overrides
  };
}
async function factorsTo(head, { repository, base, ...request }) {
  const { settings, changes } = await planGate({ ...request, base, head, today: null, slices: null });
  const files = await changedFiles(repository, base, { kind: "commit", sha: head });
  return factorsOf(files, changes.affecting, settings.changes);
}
async function suspectCommits({ repository, base, head, settings }) {
  return (await agentHistory(repository, `${base}..${head}`, settings.changes, 0)).toReversed();
}
async function partAt(commit, suspects, request) {
  const { repository, base } = suspects;
  const factors = await factorsTo(commit, { ...request, repository, base });
  const paths = factors.flatMap((factor) => factor.paths);
  const origin = await mergeBase(repository, base, commit);
  const since = await changedFiles(repository, origin, { kind: "commit", sha: base });
  const behind = since.flatMap(({ path, oldPath }) => [path, oldPath ?? path]).find((path) => paths.includes(path));
  if (behind === void 0) return { head: commit, paths };
  const message = `base has changed ${cut(behind, 200)} since this commit left it: upon base it cannot be judged`;
  throw new UserError({ where: commit.slice(0, 10), message, hint: null });
}

// src/gate/bisect-commits.ts
async function bisectCommits(suspects, request, whole2, warnings) {
  const commits = await suspectCommits(suspects);
  const verdicts = /* @__PURE__ */ new Map([[commits.length - 1, whole2.verdict]]);
  const results = () => new Map([...verdicts].map(([at, verdict]) => [at, stepOf(verdict)]));
  let step = bisect(commits.length, results());
  while (whole2.verdict === "block" && step.next !== null) {
    const sha = commits[step.next]?.sha ?? suspects.head;
    const part = partAt(sha, suspects, request);
    verdicts.set(step.next, (await replayPart(part, suspects, request, warnings)).verdict);
    step = bisect(commits.length, results());
  }
  return {
    kind: "bisection",
    commits: commits.map(({ sha, subject, author, paths }, index) => {
      return { sha, subject, author, paths, verdict: verdicts.get(index) ?? null };
    }),
    conclusion: bisected(whole2.verdict, step, commits.length)
  };
}
function stepOf(verdict) {
  if (verdict === "block") return "blocks";
  return verdict === "pass" || verdict === "not_affected" ? "passes" : "unknown";
}
function bisected(verdict, { from, to }, commits) {
  const none = unattributed(verdict);
  if (none !== null) return none;
  if (commits === 0) return { kind: "inconclusive", why: "no commit between base and head touched the agent" };
  return { kind: "commits", from, to };
}

// src/gate/swap-factors.ts
async function swapFactors(suspects, request, whole2, warnings) {
  const { factors, head } = suspects;
  const last = 2 ** factors.length - 1;
  const replayed2 = /* @__PURE__ */ new Map([[last, whole2]]);
  for (let cell = 1; cell < last && whole2.verdict === "block"; cell++) {
    const paths = membersOf(cell).flatMap((index) => factors[index]?.paths ?? []);
    replayed2.set(cell, await replayPart({ head, paths }, suspects, request, warnings));
  }
  const cells = [...replayed2].sort(([a], [b]) => a - b);
  const failed = cells.find(([, { verdict }]) => verdict === "error");
  const differences = [[], ...cells.map(([, one]) => within(one.differences, whole2.regressed))];
  const complete = failed === void 0 && whole2.verdict === "block" && factors.length > 0;
  const found = complete ? factorEffects(differences, seededRandom("attribution")) : null;
  const verdictOf = (cell) => replayed2.get(cell)?.verdict ?? null;
  return {
    kind: "factors",
    factors: factors.map(({ name, paths }, index) => {
      return { name, paths, effect: found?.effects[index] ?? null, alone: verdictOf(1 << index) };
    }),
    cells: cells.map(([cell, { verdict }]) => ({ factors: membersOf(cell), verdict })),
    interactions: found?.interactions ?? [],
    measured: found === null ? null : { total: found.total, cases: found.cases, leftOut: found.leftOut },
    conclusion: failed !== void 0 && failed[0] !== last ? {
      kind: "inconclusive",
      why: `${namesOf(failed[0], suspects)} alone could not be judged: they may need the rest`
    } : attributed(whole2.verdict, found)
  };
}
function namesOf(cell, { factors }) {
  return membersOf(cell).map((index) => factors[index]?.name ?? "").join(" and ");
}
function within(differences, slices) {
  return slices.length === 0 ? differences : differences.filter((one) => one.slices.some((name) => slices.includes(name)));
}

// src/gate/attribute.ts
var MAX_FACTORS = 3;
async function attribute(request) {
  const suspects = await findSuspects(request);
  const { base, head, overrides, factors } = suspects;
  const { slices, watch } = request;
  const warnings = [];
  if (factors.length > 0 && request.mode === "live")
    warnings.push(...(await fillReservoir({ ...request, overrides, ref: base, slices, watch })).warnings);
  const whole2 = await replayMixture({ head, paths: factors.flatMap(({ paths }) => paths) }, suspects, request);
  const swaps = factors.length <= MAX_FACTORS && !request.bisect;
  const result = swaps ? await swapFactors(suspects, request, whole2, warnings) : await bisectCommits(suspects, request, whole2, warnings);
  const { verdict, regressed } = whole2;
  return { version: 1, base, head, slices, regressed, verdict, result, warnings: [...new Set(warnings)] };
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
    const wanted = reservoirTrials(cases, one.settings);
    request.watch.planned("replaying on stored answers", wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    const replayed2 = ran.filter(({ stored }) => !stored).map(({ trial }) => trial);
    const isWhole = (trial) => session.keeps(trial) && trial.standing !== "errored";
    const sameRequests = replayed2.filter(isWhole).length;
    const notCovered = replayed2.filter(({ standing }) => standing === "not_covered").length;
    return {
      cases: cases.length,
      ...{ sameAgent: ran.length - replayed2.length, sameRequests, notCovered },
      missing: wanted.length - ran.length + (replayed2.length - sameRequests - notCovered),
      warnings: [...bench.backend.store.problems, ...session.notes]
    };
  } finally {
    await close();
  }
}

// src/gate/plan-file.ts
var PLAN_FORMAT = "pawl plan v2";
var MAX_CHARACTERS = 64 * 1024 * 1024;
var MAX_SHOWN = 20;
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
    day: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    slices: { ...listOf(text), type: ["array", "null"] },
    seed: text,
    shards: { type: "integer", minimum: 0, maximum: 256 },
    cases: listOf(closed({ id: text, contentHash: hex, shard: count, storedTrials: count })),
    forecast: closed({ runs: count, calls: count, costUsd: orNull(amount) }),
    limits: listOf(closed({ shard: count, runs: count, calls: orNull(count), costUsd: orNull(amount) })),
    second: {
      ...closed({
        ...{ version: { const: 2 }, affectedCases: count, deepen: listOf(text), confirm: listOf(text) },
        guard: listOf(closed({ caseId: text, depth: count })),
        check: listOf(closed({ caseId: text, trials: count }))
      }),
      type: ["object", "null"]
    },
    first: listOf(closed({ shard: count, digest: hex }))
  }),
  []
);
function writePlan(plan) {
  return `${JSON.stringify(plan, null, 2)}
`;
}
function readPlan(content, file) {
  const value = content.length > MAX_CHARACTERS ? void 0 : parseJson(content);
  if (!isJsonObject(value) || value.format !== PLAN_FORMAT)
    throw new UserError({
      where: file,
      message: `expected a plan (${PLAN_FORMAT}), received ${cut(content, 60)}`,
      hint: "pawl plan writes one; every job of a run must be of the same version of pawl"
    });
  const problems = planCheck(value);
  if (isPlan(value)) return value;
  throw new UserError(
    problems.slice(0, MAX_SHOWN).map(({ path, message, hint }) => ({ where: `${file}: ${pathText(path)}`, message, hint }))
  );
}
function isPlan(value) {
  return planCheck(value).length === 0;
}
function planDigest(plan) {
  return hashJson(plan);
}
function shardsOf(plan) {
  return plan.limits.map(({ shard }) => shard);
}

// src/gate/sealed-lines.ts
function seal(lines) {
  const text3 = lines.map((line) => `${line}
`).join("");
  return `${text3}${JSON.stringify({ kind: "end", sha256: sha256(text3) })}
`;
}
function unseal(text3) {
  const start = text3.lastIndexOf("\n", text3.length - 2) + 1;
  const end = parseJson(text3.slice(start));
  if (!text3.endsWith("\n") || !isJsonObject(end) || end.kind !== "end") return null;
  if (typeof end.sha256 !== "string" || end.sha256 !== sha256(text3.slice(0, start))) return null;
  return { lines: text3.split("\n").slice(0, -2), digest: end.sha256 };
}

// src/gate/answers-file.ts
var FORMAT2 = "pawl answers v1";
function answerLine({ caseId, key, answer }) {
  return JSON.stringify({ kind: "answer", caseId, key, ...answer });
}
function readAnswerLine(value) {
  if (!isJsonObject(value) || typeof value.key !== "string" || typeof value.caseId !== "string") return null;
  const answer = parseStoredAnswer(value);
  return answer === null ? null : { caseId: value.caseId, key: value.key, answer };
}
function writeAnswers(answers) {
  return seal([JSON.stringify({ format: FORMAT2 }), ...answers.map(answerLine)]);
}
function readAnswers(text3) {
  const [first = "", ...lines] = unseal(text3)?.lines ?? [];
  const head = parseJson(first);
  if (!isJsonObject(head) || head.format !== FORMAT2) return null;
  const answers = lines.flatMap((line) => readAnswerLine(parseJson(line)) ?? []);
  return answers.length === lines.length ? answers : null;
}

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
var FORMAT3 = "pawl shard v2";
var MAX_UPLOAD_BYTES = 256 * 1024 * 1024;
var MAX_LINES = 5e5;
var MAX_PROBLEMS = 20;
function shardFileName({ round, shard, attempt }) {
  return `round-${round}-shard-${shard}-attempt-${attempt}.jsonl`;
}
function writeShard({ head, trials, answers }) {
  const lines = trials.map((one) => JSON.stringify({ kind: "trial", ...one }));
  return seal([JSON.stringify(head), ...lines, ...answers.map(answerLine)]);
}
function readShard(text3) {
  const problems = [];
  const whole2 = unseal(text3);
  if (whole2 === null) return refused("expected a last line with the hash of all before it: it was cut off or changed");
  const { lines, digest } = whole2;
  if (lines.length > MAX_LINES) return refused(`expected at most ${MAX_LINES} lines, received ${lines.length}`);
  const head = parseJson(lines[0] ?? "");
  if (!isJsonObject(head) || head.format !== FORMAT3) return refused(`line 1: expected the head of a ${FORMAT3}`);
  problems.push(...headCheck(head).map(({ path, message }) => `line 1: ${pathText(path)}: ${message}`));
  const trials = [];
  const answers = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || problems.length >= MAX_PROBLEMS) continue;
    const value = parseJson(line);
    const found = readLine(value);
    if (found.kind === "trial") trials.push(found.trial);
    else if (found.kind === "answer") answers.push(found.answer);
    else problems.push(...found.problems.map((problem) => `line ${index + 1}: ${problem}`));
  }
  if (problems.length > 0) return { kind: "refused", problems: problems.slice(0, MAX_PROBLEMS) };
  return isHead(head) ? { kind: "read", upload: { head, trials, answers, digest } } : refused("line 1");
}
function refused(problem) {
  return { kind: "refused", problems: [problem] };
}
function readLine(value) {
  if (!isJsonObject(value)) return { kind: "refused", problems: ["expected a JSON object"] };
  switch (value.kind) {
    case "trial": {
      if (isTrialLine(value)) {
        const { ran, score: score2, uncalled, judging } = value;
        return { kind: "trial", trial: { ran, score: score2, uncalled, judging } };
      }
      return {
        kind: "refused",
        problems: trialCheck(value).map(({ path, message }) => `${pathText(path)}: ${message}`)
      };
    }
    case "answer": {
      const answer = readAnswerLine(value);
      return answer === null ? { kind: "refused", problems: ["expected an answer with its key and its case"] } : { kind: "answer", answer };
    }
    default:
      return { kind: "refused", problems: ["expected a trial or an answer"] };
  }
}
function isHead(value) {
  return headCheck(value).length === 0;
}
function isTrialLine(value) {
  return trialCheck(value).length === 0;
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
function endsInWords(judged, content) {
  const errored = judged.flatMap(
    ({ trial }) => trial.standing === "errored" ? `${trial.side}: ${endInWords(trial, content)}` : []
  );
  const open2 = judged.flatMap(({ trial, score: { outcome: outcome2 } }) => {
    if (trial.standing === "errored" || outcome2.kind !== "undetermined") return [];
    return `${trial.side}: ${content === "none" ? trial.standing.replaceAll("_", " ") : cut(outcome2.reason, MAX_DETAIL)}`;
  });
  return [...countedInWords(errored, "errored"), ...countedInWords(open2, "undetermined")];
}
function countedInWords(texts, what) {
  const counts = /* @__PURE__ */ new Map();
  for (const text3 of texts) counts.set(text3, (counts.get(text3) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const more = sorted.slice(MAX_KINDS).reduce((sum, [, count3]) => sum + count3, 0);
  const lines = sorted.slice(0, MAX_KINDS).map(([text3, count3]) => `${count3} ${what} on ${text3}`);
  return more === 0 ? lines : [...lines, `${more} more ${what} in other ways`];
}
function endInWords({ end }, content) {
  const quoted = (text3) => content === "none" ? "\u2026" : cut(text3, MAX_DETAIL);
  switch (end.kind) {
    case "answered":
      return "the agent answered";
    case "agent_error":
      return `the agent answered with an error: ${quoted(end.message)}`;
    case "crashed": {
      const how = end.signal ?? `exit code ${end.exitCode}`;
      return `the agent crashed (${how}): ${quoted(lastWords(end.stderrTail))}`;
    }
    case "timed_out":
      return `no answer within ${end.afterMs / 1e3} s`;
    case "garbage":
      return `expected ${end.expected}, received ${quoted(end.received)}`;
    case "stopped":
      return content === "none" ? "pawl ended it" : quoted(end.reason);
    case "provider_failed":
      return `the provider failed: ${quoted(end.message)}`;
    case "late_request":
      return cut(end.message, MAX_DETAIL);
    default:
      return end;
  }
}
function lastWords(stderr) {
  const named = [...stderr.matchAll(/^(?:[\w.]*\.)?\w*(?:Error|Exception)\b/gm)].at(-1);
  return named === void 0 ? stderr.slice(-MAX_DETAIL) : stderr.slice(named.index);
}

// src/gate/failing-base.ts
function failingBaseInWords(planned, judged) {
  const seen = /* @__PURE__ */ new Map();
  for (const { trial, score: score2 } of judged) {
    const { kind } = score2.outcome;
    if (trial.side !== "base" || kind === "undetermined") continue;
    seen.set(trial.caseId, kind === "pass" || seen.get(trial.caseId) === "passes" ? "passes" : "fails");
  }
  const gating = planned.filter(({ gates }) => gates);
  const failing = gating.filter(({ theCase }) => seen.get(theCase.id) === "fails").length;
  if (failing === 0) return [];
  return [`base fails every trial of ${failing} of ${gating.length} cases: what head breaks there cannot be seen`];
}

// src/gate/listed-tools.ts
var WHERE = "tools after setup and tools/list";
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

// src/gate/open-answers.ts
function openAnswersInWords(planned, settings) {
  const { isReadOnly } = toolPolicyOf(settings);
  const changesNothing = ({ recordings }) => recordings.some(({ steps }) => steps.every((step) => step.kind === "model_call" || isReadOnly(step.name)));
  const gating = planned.filter(({ gates }) => gates);
  const open2 = gating.filter(({ theCase }) => {
    const expected = theCase.expectations ?? settings.defaultExpectations;
    return areMetByNothing(expected) && (expected.every(({ kind }) => kind !== "state_changes") || changesNothing(theCase));
  });
  if (open2.length === 0) return [];
  const cases = `${open2.length} of ${gating.length} cases ${open2.length === 1 ? "expects" : "expect"}`;
  return [
    `${cases} neither an answer nor a call: whatever the agent says passes there. Give them expectations of the output, or a judge`
  ];
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
var MAX_NAMES2 = 10;
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
  const named = [...counts].sort(([a], [b]) => a < b ? -1 : 1).slice(0, MAX_NAMES2);
  const more = counts.size > MAX_NAMES2 ? `, and ${counts.size - MAX_NAMES2} more` : "";
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
    changes: run === null || adoption !== void 0 ? plan.changes : withListedTools(plan.changes, run.tools),
    places: plan.places,
    corpus: { ...plan.corpus, diff: plan.corpusDiff },
    acceptance: plan.acceptance,
    adoption: adoption ?? null,
    trials: run?.judged ?? [],
    measures: measureRows(run?.judged ?? []),
    run: runFacts(outcome2),
    policy,
    // What recordings alone did not cover was not judged: that may not read as a green check.
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
      ...newSampleInWords(drawn, request.attempt ?? 1),
      ...failingBaseInWords(plan.cases, run.judged),
      ...openAnswersInWords(plan.cases, plan.settings),
      ...chosenInWords(plan.chosenSlices, plan.cases.length),
      ...conversationsInWords(plan.cases.map(({ theCase }) => theCase)),
      ...ownToolsInWords(run.judged.map(({ trial }) => trial)),
      ...noise.problem === null ? [] : [noise.problem],
      ...unseenCallsInWords(run.judged.map(({ trial }) => trial)),
      ...endsInWords(run.judged, plan.settings.reportContent),
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
function newSampleInWords(drawn, attempt) {
  const sum = (of) => drawn.reduce((total, { side, answers }) => total + (side === "head" ? of(answers) : 0), 0);
  const anew = sum(({ provider }) => provider);
  if (attempt === 1 || anew === 0) return [];
  const own = anew + sum(({ store }) => store);
  return [`new sample, attempt ${attempt}: ${anew} of ${own} answers to head were drawn anew, the store has no others`];
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

// src/gate/adoption.ts
async function runHeadAlone(plan, kind, request, clock) {
  const startedAtMs = clock();
  const table = await openHeadAlone(plan, request, { cases: plan.cases, lent: [] });
  try {
    const { book, bench } = table;
    await runHeadTrials(table, request, new Spending(book.limits, book.prices));
    const run = await recordOf(table, bench, request.watch.signal);
    return writeReport({
      ...{ plan, ...decideHeadAlone(plan, kind, book), run: { ...run, tools: asHeadTools(run.tools) } },
      ...{ policy: plan.settings.policy, request, durationMs: clock() - startedAtMs }
    });
  } finally {
    await table.close();
  }
}
function describeHeadAlone({ repository, settings, head }, { environment }) {
  return describeSide({ repository, settings, environment, ...head, side: "base", renames: unmapped });
}
async function openHeadAlone(plan, request, { cases, lent }) {
  const side = await describeHeadAlone(plan, request);
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings, lent });
  try {
    const session = await bench.openSession({
      // All of them, since tapes know tools from every case.
      ...{ cases: plan.cases.map(({ theCase }) => theCase), sides: [side], seed: side.agentHash },
      ...{ keepBaseTrials: false, recording: null }
    });
    const own = { ...plan, cases };
    const close = async () => {
      await session.close();
      bench.close();
    };
    return {
      ...{ session, bench, book: new EvidenceBook(own, session), examiner: new Examiner(own, bench.votes), close },
      agents: { base: side.agentHash, head: side.agentHash }
    };
  } catch (error) {
    bench.close();
    throw error;
  }
}
async function runHeadTrials({ session, book, examiner }, { watch, log }, spending) {
  const wanted = headAloneTrials(book.evidence);
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
  const voted = (took) => spending.addVote(took);
  book.take((await examiner.examine(ran, session, { signal, voted })).map(asHead));
}
function decideHeadAlone({ corpus }, kind, { evidence }) {
  const { decision, ...alone } = judgeHeadAlone(evidence);
  return { decision: withCorpus(decision, corpus), adoption: { kind, ...alone } };
}
function asHeadTools({ base }) {
  return { base: [], head: base };
}
function asHead(examined) {
  const { ran } = examined;
  return { ...examined, ran: { ...ran, trial: { ...ran.trial, side: "head" } } };
}

// src/gate/open-plan.ts
var DAY_MS = 24 * 60 * 60 * 1e3;
var MAX_AGE_DAYS = 7;
async function openPlan(plan, request, file) {
  requireRecent(plan, request.today, file);
  const gatePlan = await planGate({ ...request, today: plan.day });
  const found = await identityOf(gatePlan, request);
  const differing2 = Object.entries(found).flatMap(([key, value]) => {
    const planned = Object.entries(plan).find(([name]) => name === key)?.[1];
    if (hashJson(planned ?? null) === hashJson(value)) return [];
    const message = `expected ${shown(value)}, received ${shown(planned)}`;
    return [{ where: `${file}: ${key}`, message, hint: "the plan is of another commit, policy or configuration" }];
  });
  const content = new Map(gatePlan.cases.map(({ theCase }) => [theCase.id, theCase.contentHash]));
  const isKnown = ({ id, contentHash }) => content.get(id) === contentHash;
  const foreign = plan.cases.filter((one) => !isKnown(one));
  const isWhole = decisionWithoutShards(gatePlan) !== null || new Set(plan.cases.map(({ id }) => id)).size === content.size;
  if (foreign.length > 0 || !isWhole)
    differing2.push({
      where: `${file}: cases`,
      message: `expected the ${content.size} cases of base and head, received ${plan.cases.length}, ${foreign.length} of them unknown or edited`,
      hint: "make the plan again"
    });
  if (differing2.length > 0) throw new UserError(differing2);
  return gatePlan;
}
function requireRecent({ day }, today, file) {
  if (today === null) return;
  const ageDays = (Date.parse(today) - Date.parse(day)) / DAY_MS;
  if (ageDays >= -1 && ageDays <= MAX_AGE_DAYS) return;
  const message = `expected a plan of the last ${MAX_AGE_DAYS} days, received one of ${day}, and today is ${today}`;
  throw new UserError({ where: `${file}: day`, message, hint: "make the plan again" });
}
function shown(value) {
  return cut(typeof value === "string" ? value : String(JSON.stringify(value)), 80);
}
async function identityOf(gatePlan, { configPath, mode }) {
  const { repository, target, base, head } = gatePlan;
  const text3 = await sideText(repository, { kind: "commit", sha: target }, configPath);
  const policyHash = sha256(text3 ?? "");
  const sides = { target, base: base.name, head: head.name };
  return { ...sides, configPath, policyHash, mode, slices: gatePlan.chosenSlices, seed: hashJson([sides, policyHash]) };
}

// src/gate/planned-table.ts
async function openPlanned(gatePlan, plan, request, { shard, lent }) {
  const planned = new Map(plan.cases.map((one) => [one.id, one]));
  const cases = gatePlan.cases.filter(({ theCase: { id } }) => shard === null || planned.get(id)?.shard === shard);
  if (adoptionKind(gatePlan) !== null) return openHeadAlone(gatePlan, request, { cases, lent });
  const own = { ...gatePlan, cases };
  const { base, head } = await describeSides(gatePlan, request);
  const bench = await openBench({ ...request, repository: gatePlan.repository, settings: gatePlan.settings, lent });
  const opened = [];
  const close = async () => {
    for (const session of opened) await session.close();
    bench.close();
  };
  try {
    const session = await bench.openSession({
      // The other shards' too, since tapes know tools from all of them.
      ...sessionCases(gatePlan),
      sides: [base, head],
      seed: `${plan.seed} ${plan.round}`,
      keepBaseTrials: false,
      reservoirs: new Map(plan.cases.map(({ id, storedTrials }) => [id, storedTrials])),
      recording: null
    });
    opened.push(session);
    return {
      ...{ session, bench, examiner: new Examiner(own, bench.votes), close },
      book: new EvidenceBook(own, { storedTrials: (caseId) => planned.get(caseId)?.storedTrials ?? 0 }),
      agents: { base: base.agentHash, head: head.agentHash }
    };
  } catch (error) {
    await close();
    throw error;
  }
}

// src/gate/reconcile.ts
function brought(trials) {
  const found = /* @__PURE__ */ new Map();
  for (const one of trials) {
    const { trial, probe } = one.ran;
    const key = keyOf(trial, probe);
    if (!found.has(key)) found.set(key, one);
  }
  return { found, twice: trials.length - found.size };
}
function takeFrom(found, ask, book) {
  for (; ; ) {
    const wanted = ask(book.evidence);
    const here = wanted.flatMap((request) => find(found, request) ?? []);
    if (here.length === 0) return wanted;
    book.take(here);
  }
}
function find(found, request) {
  const probe = request.dry === true ? found.get(keyOf(request, true)) : void 0;
  return probe ?? found.get(keyOf(request, false));
}
function keyOf({ caseId, side, number }, probe) {
  return `${side} ${number} ${probe ? "probe" : "whole"} ${caseId}`;
}

// src/gate/run-shard.ts
async function runShard(request, clock) {
  const startedAtMs = clock();
  const { plan, shard, attempt, before, reuse, watch } = request;
  const limits = plan.limits.find((one) => one.shard === shard);
  if (limits === void 0) throw nothingToDo(request);
  requireBefore(request);
  const asked = requestOf(request);
  const gatePlan = await openPlan(plan, asked, request.planFile);
  const lent = [...reuse.answers, ...before?.answers ?? []];
  const table = await openPlanned(gatePlan, plan, asked, { shard, lent });
  try {
    requireStored(table, request);
    if (before !== null) goOn(table, before);
    const known = table.book.examined.length;
    const spending = new Spending(limits, table.book.prices);
    const isAdoption = adoptionKind(gatePlan) !== null;
    if (isAdoption) await runHeadTrials(table, asked, spending);
    else await runAsked(roundOf(plan, table), table, { spending, watch });
    if (watch.signal.aborted) throw interrupted();
    const trials = table.book.examined.slice(known);
    const drawn = trials.filter(({ ran }) => !ran.stored && !ran.probe);
    const seen = seenBy(table.session, table.bench);
    const judges = await table.examiner.judgeRecords(plan.round === 1, watch.signal);
    const answers = [
      ...drawn.flatMap(({ ran }) => table.session.answersGiven(ran.trial)),
      ...table.bench.votes.answersGiven()
    ];
    const head = {
      ...{ format: FORMAT3, plan: planDigest(plan), round: plan.round, shard, attempt },
      ...{ headSha: plan.head, agents: table.agents, spent: spending.signal.aborted },
      judges,
      ...seen,
      tools: isAdoption ? asHeadTools(seen.tools) : seen.tools,
      warnings: [...reuse.warnings, ...seen.warnings],
      durationMs: Math.round(clock() - startedAtMs)
    };
    return writeShard({ head, trials, answers });
  } finally {
    await table.close();
  }
}
function requestOf({ plan, about, ...request }) {
  return { ...request, ...about ?? subjectOf(plan) };
}
function subjectOf({ target, head, mode, configPath, slices }) {
  return { base: target, head, mode, configPath, slices };
}
function roundOf({ second }, { book }) {
  return second === null ? firstRoundTrials : (evidence) => secondRoundTrials(evidence, second, book.policy);
}
function goOn({ session, book }, { trials }) {
  takeFrom(brought(trials).found, firstRoundTrials, book);
  session.remember(book.examined.filter(({ ran }) => !ran.probe).map(({ ran }) => ran.trial));
}
function nothingToDo({ plan, planFile, shard }) {
  const shards = shardsOf(plan);
  const listed = shards.length === 0 ? "none has" : `these have: ${shards.join(", ")}`;
  return new UserError({
    where: planFile,
    message: `shard ${shard} has nothing to run in round ${plan.round}; ${listed}`,
    hint: "take the numbers from the plan"
  });
}
function requireBefore({ plan, planFile, shard, before }) {
  const expected = plan.first.find((one) => one.shard === shard)?.digest ?? null;
  const received = before?.digest ?? null;
  if (expected === received) return;
  const name = (digest) => digest === null ? "none" : digest.slice(0, 12);
  throw new UserError({
    where: planFile,
    message: `round ${plan.round} goes on from upload ${name(expected)} of shard ${shard} in round 1, received ${name(received)}`,
    hint: "give the folder with what the shard brought in round 1, of the attempt that the plan was made from"
  });
}
function requireStored({ session }, { plan, shard, storeDirectory }) {
  const lacking = plan.cases.filter((one) => one.shard === shard && session.storedTrials(one.id) < one.storedTrials);
  if (lacking.length === 0) return;
  throw new UserError({
    where: storeDirectory,
    message: `the plan counts on stored base trials that are not here, of ${lacking.length} cases`,
    hint: "restore the same store in every job, and give every job the same variables; or make the plan without a store"
  });
}
function interrupted() {
  const message = "the shard was ended before all had run: nothing is uploaded";
  return new UserError({ where: null, message, hint: "what was drawn is in the store; run it again" });
}

// src/gate/assign-shards.ts
var SLACK = 1.05;
var SHARD_MS = 5 * 6e4;
var MAX_AUTO = 16;
var MAX_SHARDS = 256;
function assignShards(cases, shards) {
  const most = SLACK * cases.reduce((sum, { expectedMs: expectedMs2 }) => sum + expectedMs2, 0) / shards;
  const loads = new Map(Array.from({ length: shards }, (_, index) => [index + 1, 0]));
  const loadOf = (shard) => loads.get(shard) ?? 0;
  const assigned = /* @__PURE__ */ new Map();
  for (const { id, expectedMs: expectedMs2 } of cases.toSorted(longestFirst)) {
    const preferred = [...loads.keys()].map((shard2) => ({ shard: shard2, rank: sha256(`${shard2} ${id}`) })).toSorted((a, b) => a.rank < b.rank ? -1 : 1);
    const fitting = preferred.find(({ shard: shard2 }) => loadOf(shard2) + expectedMs2 <= most);
    const shortest = preferred.toSorted((a, b) => loadOf(a.shard) - loadOf(b.shard))[0];
    const { shard } = fitting ?? shortest ?? { shard: 1 };
    loads.set(shard, loadOf(shard) + expectedMs2);
    assigned.set(id, shard);
  }
  return assigned;
}
function shardsFor(expectedMs2, cases) {
  return Math.max(1, Math.min(Math.ceil(expectedMs2 / SHARD_MS), MAX_AUTO, cases));
}
function longestFirst(a, b) {
  return b.expectedMs - a.expectedMs || (sha256(a.id) < sha256(b.id) ? -1 : 1);
}

// src/gate/plan-checks.ts
function requirePlannable({ overrides, shards }, { head }) {
  const problems = [];
  const trials = overrides.find(({ name }) => name === "trials");
  if (trials !== void 0)
    problems.push({
      where: trials.where,
      message: "a run on several machines has two rounds with looks of their own",
      hint: "leave it out, or run the gate on one machine"
    });
  if (head.source.kind === "worktree")
    problems.push({ where: "--head", message: "other machines have commits only", hint: "commit the changes first" });
  if (shards !== "auto" && !(Number.isInteger(shards) && shards >= 1 && shards <= MAX_SHARDS))
    problems.push({
      where: "shards",
      message: `expected a whole number from 1 to ${MAX_SHARDS} or auto, received ${shards}`,
      hint: null
    });
  if (problems.length > 0) throw new UserError(problems);
}
function requireWithin({ first, limits }, mode) {
  const isOver = (need, most) => need !== null && most !== null && need > most;
  const over = [
    ...isOver(first.runs, limits.runs) ? [["gate.budget_runs", first.runs, limits.runs]] : [],
    ...isOver(first.calls, limits.calls) ? [["gate.budget_calls", first.calls, limits.calls]] : [],
    ...isOver(first.costUsd, limits.costUsd) ? [["gate.budget_cost_usd", first.costUsd, limits.costUsd]] : []
  ];
  if (mode === "recorded" || over.length === 0) return;
  throw new UserError(
    over.map(([where, need, most]) => ({
      where,
      message: `the first round takes up to ${need}, and the budget is ${most}`,
      hint: "raise it, or run the gate on one machine, which stops where the budget ends"
    }))
  );
}
function requireFirstRound({ plan, planFile }) {
  if (plan.round === 1) return;
  throw new UserError({
    where: planFile,
    message: "expected the plan of round 1, received that of round 2",
    hint: "give the plan that pawl plan wrote; round 2 follows from it and from what round 1 brought"
  });
}

// src/gate/gate-planned.ts
async function gatePlanned(request, clock) {
  const startedAtMs = clock();
  const { plan, planFile, watch } = request;
  requireFirstRound(request);
  const asked = requestOf(request);
  const gatePlan = await openPlan(plan, asked, planFile);
  const policy = twoRoundPolicy(gatePlan.settings.policy);
  const told = { plan: gatePlan, policy, request: asked };
  const adopted = adoptionKind(gatePlan);
  if (adopted !== null) return runHeadAlone(gatePlan, adopted, asked, clock);
  const known = decisionWithoutShards(gatePlan);
  if (known !== null) return writeReport({ ...told, decision: known, run: null, durationMs: clock() - startedAtMs });
  const table = await openPlanned(gatePlan, plan, asked, { shard: null, lent: [] });
  try {
    const { book, bench } = table;
    const { limits } = forecast(
      book.evidence.cases.map(({ facts }) => facts),
      policy
    );
    const spending = new Spending(limits, book.prices);
    await runAsked(firstRoundTrials, table, { spending, watch });
    const second = planSecondRound(book.evidence, book.policy);
    await runAsked((evidence) => secondRoundTrials(evidence, second, book.policy), table, { spending, watch });
    const unpaid = new Set(spending.signal.aborted ? plan.cases.map(({ id }) => id) : []);
    const options = { recordedOnly: plan.mode === "recorded", unpaid };
    const decision = asFound(compareTwoRounds(book.evidence, second, book.policy, options), gatePlan, book.judged);
    const run = await recordOf(table, bench, watch.signal);
    return writeReport({ ...told, decision, run, durationMs: clock() - startedAtMs });
  } finally {
    await table.close();
  }
}

// src/gate/choose-uploads.ts
var NAME = /round-([12])-shard-(\d{1,3})-attempt-(\d{1,6})/;
var MAX_TOLD = 3;
function chooseUploads(plan, given) {
  const candidates = given.flatMap((one) => candidateOf(one) ?? []).filter(({ round }) => round === plan.round);
  const problems = [];
  const uploads = [];
  for (const shard of shardsOf(plan)) {
    const own = candidates.filter((one) => one.shard === shard);
    const newest = Math.max(...own.map(({ attempt }) => attempt));
    const found = usable(
      plan,
      own.filter(({ attempt }) => attempt === newest)
    );
    const other = uploads[0];
    if (typeof found === "string") problems.push(`shard ${shard} of round ${plan.round}: ${found}`);
    else if (other !== void 0 && !ranTheSame(found, other))
      problems.push(`shard ${shard} of round ${plan.round}: it ran another agent than shard ${other.head.shard} did`);
    else uploads.push(found);
  }
  return { uploads, problems };
}
function strangers(given) {
  const strange = given.filter((one) => candidateOf(one) === null);
  return strange.map(({ name, read }) => {
    const why = read.kind === "refused" ? read.problems.slice(0, MAX_TOLD).join("; ") : "it is not what its name says";
    return `left out ${cut(name, 100)}: ${cut(why, 300)}`;
  });
}
function candidateOf({ name, read }) {
  const [found, round, shard, attempt] = NAME.exec(name) ?? [];
  const named = found === void 0 ? null : { round: Number(round), shard: Number(shard), attempt: Number(attempt) };
  if (read.kind === "refused") return named === null ? null : { name, read, ...named };
  const { head } = read.upload;
  const isSame = named === null || ["round", "shard", "attempt"].every((key) => named[key] === head[key]);
  return isSame ? { name, read, round: head.round, shard: head.shard, attempt: head.attempt } : null;
}
function usable(plan, newest) {
  const [first, ...others] = newest;
  if (first === void 0) return "it brought nothing";
  if (first.read.kind === "refused")
    return `${cut(first.name, 100)} cannot be used: ${cut(first.read.problems.slice(0, MAX_TOLD).join("; "), 500)}`;
  const { upload } = first.read;
  const { digest, head } = upload;
  if (others.some(({ read }) => read.kind === "refused" || read.upload.digest !== digest))
    return `there are two different uploads of attempt ${first.attempt}`;
  if (head.headSha !== plan.head) return `it ran ${head.headSha.slice(0, 12)}, and head is ${plan.head.slice(0, 12)}`;
  return head.plan === planDigest(plan) ? upload : "it followed another plan";
}
function ranTheSame(a, b) {
  return a.head.agents.base === b.head.agents.base && a.head.agents.head === b.head.agents.head;
}

// src/gate/shard-limits.ts
function limitsOfShards(cases, runs, limits) {
  const work = /* @__PURE__ */ new Map();
  for (const { id, shard } of cases) {
    const own = runs.get(id) ?? 0;
    if (own > 0) work.set(shard, (work.get(shard) ?? 0) + own);
  }
  const total = [...work.values()].reduce((sum, one) => sum + one, 0);
  return [...work].toSorted(([a], [b]) => a - b).map(([shard, own]) => ({
    shard,
    runs: Math.ceil(limits.runs * own / total),
    calls: limits.calls === null ? null : Math.ceil(limits.calls * own / total),
    costUsd: limits.costUsd === null ? null : limits.costUsd * own / total
  }));
}

// src/gate/next-round.ts
function planNextRound(plan, second, { first, spent, limits }) {
  const left = {
    runs: Math.max(0, limits.runs - spent.runs),
    calls: limits.calls === null ? null : Math.max(0, limits.calls - spent.calls),
    costUsd: limits.costUsd === null ? null : Math.max(0, limits.costUsd - (spent.costUsd ?? 0))
  };
  return { ...plan, round: 2, second, first, limits: limitsOfShards(plan.cases, secondRoundRuns(second), left) };
}

// src/gate/merge.ts
async function mergeShards(request) {
  const { plan, uploads, wantsNext } = request;
  requireFirstRound(request);
  const subject = request.about ?? subjectOf(plan);
  const gatePlan = await openPlan(plan, { ...request, ...subject }, request.planFile);
  const policy = twoRoundPolicy(gatePlan.settings.policy);
  const told = { plan: gatePlan, policy, request: { ...request, mode: plan.mode } };
  const known = decisionWithoutShards(gatePlan);
  if (known !== null) {
    return { kind: "decided", report: writeReport({ ...told, decision: known, run: null, durationMs: 0 }) };
  }
  const stored = new Map(plan.cases.map(({ id, storedTrials }) => [id, storedTrials]));
  const book = new EvidenceBook(gatePlan, { storedTrials: (caseId) => stored.get(caseId) ?? 0 });
  const first = chooseUploads(plan, uploads);
  const adopted = adoptionKind(gatePlan);
  if (adopted !== null) {
    takeFrom(ownTrials(plan, first.uploads), headAloneTrials, book);
    const outcome2 = decideHeadAlone(gatePlan, adopted, book);
    const run2 = recordOfMany(gatePlan, book, first.uploads, problemsOf2([first], uploads, book));
    const own = { ...told, policy: gatePlan.settings.policy };
    return { kind: "decided", report: writeReport({ ...own, ...outcome2, run: run2, durationMs: longestMs(first.uploads) }) };
  }
  takeFrom(ownTrials(plan, first.uploads), firstRoundTrials, book);
  const second = planSecondRound(book.evidence, book.policy);
  const rounds = [first];
  if (!isNothing(second)) {
    const facts = book.evidence.cases.map((one) => one.facts);
    const next = planNextRound(plan, second, {
      first: first.uploads.map(({ head, digest }) => ({ shard: head.shard, digest })),
      spent: spentOn(book.evidence),
      limits: forecast(facts, policy).limits
    });
    const last = chooseUploads(next, uploads);
    if (wantsNext && last.uploads.length === 0) return { kind: "next", plan: next };
    takeFrom(ownTrials(plan, last.uploads), (evidence) => secondRoundTrials(evidence, second, book.policy), book);
    rounds.push(last);
  }
  const chosen = rounds.flatMap((round) => round.uploads);
  const options = { recordedOnly: plan.mode === "recorded", unpaid: unpaidCases(plan, chosen) };
  const decision = asFound(compareTwoRounds(book.evidence, second, book.policy, options), gatePlan, book.judged);
  const run = recordOfMany(gatePlan, book, chosen, problemsOf2(rounds, uploads, book));
  const durationMs = rounds.reduce((sum, round) => sum + longestMs(round.uploads), 0);
  return { kind: "decided", report: writeReport({ ...told, decision, run, durationMs }) };
}
function ownTrials(plan, uploads) {
  const shards = new Map(plan.cases.map(({ id, shard }) => [id, shard]));
  return brought(
    uploads.flatMap(({ head, trials }) => trials.filter(({ ran }) => shards.get(ran.trial.caseId) === head.shard))
  ).found;
}
function unpaidCases({ cases }, uploads) {
  const spent = new Set(uploads.flatMap(({ head }) => head.spent ? [head.shard] : []));
  return new Set(cases.flatMap(({ id, shard }) => spent.has(shard) ? [id] : []));
}
function problemsOf2(rounds, given, book) {
  const chosen = rounds.flatMap((round) => round.uploads);
  return [...rounds.flatMap((round) => round.problems), ...strangers(given), ...leftOver(chosen, book)];
}
function leftOver(uploads, book) {
  const trials = uploads.reduce((sum, upload) => sum + upload.trials.length, 0);
  const more = trials - book.examined.length;
  return more === 0 ? [] : [`left out ${more} of ${trials} trials in the uploads: the plan does not ask for them`];
}
function recordOfMany({ settings }, book, uploads, problems) {
  const heads = uploads.map(({ head }) => head);
  return {
    ...keptBy(book),
    isolation: weakest(heads.map(({ isolation }) => isolation)),
    tools: heads[0]?.tools ?? { base: [], head: [] },
    judges: judgeLinesOf(
      settings.judges,
      heads.flatMap(({ judges }) => judges)
    ),
    warnings: [...problems, ...new Set(heads.flatMap(({ warnings }) => warnings))]
  };
}
function weakest(all) {
  return all.find(({ kind }) => kind === "none") ?? all[0] ?? { kind: "none", why: "nothing was run" };
}
function longestMs(uploads) {
  return Math.max(0, ...uploads.map(({ head }) => head.durationMs));
}

// src/gate/noise.ts
async function measureNoise(request) {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { policy } = one.settings;
  const planned = cases.map((theCase) => ({ theCase, gates: isGating(theCase) }));
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: "live" });
  try {
    const book = new EvidenceBook({ settings: one.settings, cases: planned }, session);
    const examiner = new Examiner({ settings: one.settings, cases: planned }, bench.votes);
    const wanted = reservoirTrials(cases, one.settings);
    request.watch.planned("drawing base trials", wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    book.take(await examiner.examine(ran, session, { signal: request.watch.signal, voted: () => void 0 }));
    const measured = measuredCases(book, Math.max(...policy.looks));
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
    mcpFile: mcpFile === null ? null : $join(one.repository, mcpFile),
    redaction: one.settings.redaction,
    close
  };
}

// src/gate/repro.ts
var MAX_NAMED2 = 5;
async function reproduce(request) {
  const { report, caseId } = request;
  if (report.external !== null)
    throw new UserError({
      where: null,
      message: "this report compares results of another harness: nothing was replayed",
      hint: "only a report of pawl gate can be run again"
    });
  const { targetSha, baseSha, headSha } = report.run;
  const gateRequest = { ...request, base: targetSha ?? baseSha, head: headSha, slices: null, today: null };
  const plan = await planGate(gateRequest);
  const cases = plan.cases.filter(({ theCase }) => theCase.id === caseId);
  if (cases.length === 0) throw unknownCase(report, caseId);
  const one = { ...plan, cases };
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openGateSession(plan, bench, gateRequest);
    try {
      const number = request.trial ?? shownTrial(report, caseId) ?? 1;
      const wanted = ["base", "head"].map((side) => ({ caseId, side, number }));
      request.watch.planned("replaying", wanted.length);
      const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
      const book = new EvidenceBook(one, session);
      book.take(
        await new Examiner(one, bench.votes).examine(ran, session, {
          signal: request.watch.signal,
          voted: () => void 0
        })
      );
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
  const named = report.cases.slice(0, MAX_NAMED2).map((one) => cut(one.caseId, 60));
  return new UserError({
    where: "--case",
    message: `neither base nor head of the report has a case ${cut(caseId, 100)}`,
    hint: named.length === 0 ? "the report shows no case" : `the report shows ${named.join(", ")}`
  });
}

// src/gate/reuse.ts
var NO_REUSE = { answers: [], warnings: [] };
function casesOfShard({ cases, second }, shard) {
  const open2 = second === null ? null : /* @__PURE__ */ new Set([
    ...second.deepen,
    ...second.confirm,
    ...[...second.guard, ...second.check].map(({ caseId }) => caseId)
  ]);
  return new Set(cases.flatMap((one) => one.shard === shard && (open2 === null || open2.has(one.id)) ? [one.id] : []));
}
function ofSameHead({ head }, given) {
  return given.flatMap(({ read }) => read.kind === "read" && read.upload.head.headSha === head ? [read.upload] : []);
}
function lackingIn(uploads, cases) {
  const seen = new Set(uploads.flatMap(({ trials }) => trials.map(({ ran }) => ran.trial.caseId)));
  return new Set([...cases].filter((id) => !seen.has(id)));
}
function answersFor(cases, uploads) {
  return uploads.flatMap(({ answers }) => answers.filter(({ caseId }) => cases.has(caseId)));
}

// src/gate/shard-plan.ts
var CALL_MS = 2e3;
async function planShards(request) {
  const gatePlan = await planGate(request);
  requirePlannable(request, gatePlan);
  const known = decisionWithoutShards(gatePlan);
  const common = {
    format: PLAN_FORMAT,
    round: 1,
    day: request.today,
    ...await identityOf(gatePlan, request)
  };
  const nothing = { shards: 0, cases: [], forecast: NOTHING_SPENT, limits: [], second: null, first: [] };
  if (known !== null) return { plan: { ...common, ...nothing }, gatePlan, known, agents: null, forecast: null };
  requireRecordedPrices(gatePlan);
  const isAdoption = adoptionKind(gatePlan) !== null;
  const agents = await agentsOf(gatePlan, request);
  const seen = isAdoption ? /* @__PURE__ */ new Map() : storedCases(gatePlan, request, agents.base);
  const facts = new EvidenceBook(gatePlan, {
    storedTrials: (caseId) => seen.get(caseId)?.stored ?? 0
  }).evidence.cases.map((one) => one.facts);
  const policy = twoRoundPolicy(gatePlan.settings.policy);
  const runsOf = (one) => isAdoption ? HEAD_ALONE_TRIALS : plannedRuns([one], policy);
  const told = forecast(facts, policy, runsOf);
  requireWithin(told, request.mode);
  const weighed = facts.map((one) => ({ id: one.id, expectedMs: expectedMs(one, seen.get(one.id)?.meanMs ?? null) }));
  const workMs = facts.reduce((sum, one, index) => sum + runsOf(one) * (weighed[index]?.expectedMs ?? 0), 0);
  const places = gatePlan.settings.agent.concurrency;
  const shards = request.shards === "auto" ? shardsFor(workMs / places, facts.length) : request.shards;
  const assigned = assignShards(weighed, shards);
  const cases = gatePlan.cases.map(({ theCase: { id, contentHash } }) => {
    return { id, contentHash, shard: assigned.get(id) ?? 1, storedTrials: seen.get(id)?.stored ?? 0 };
  });
  const runs = new Map(facts.map((one) => [one.id, runsOf(one)]));
  const limits = limitsOfShards(cases, runs, told.limits);
  const plan = { ...common, ...nothing, shards, cases, forecast: told.first, limits };
  return { plan, gatePlan, known: null, agents, forecast: told };
}
async function agentsOf(gatePlan, request) {
  if (adoptionKind(gatePlan) !== null) {
    const { agentHash } = await describeHeadAlone(gatePlan, request);
    return { base: agentHash, head: agentHash };
  }
  const { base, head } = await describeSides(gatePlan, request);
  return { base: base.agentHash, head: head.agentHash };
}
function storedCases(gatePlan, request, agentHash) {
  const store = openStore(request.storeDirectory, request.runName);
  try {
    return new Map(gatePlan.cases.map(({ theCase }) => [theCase.id, seenOf(theCase)]));
  } finally {
    store.close();
  }
  function seenOf(theCase) {
    const trials = storedTrialsOf(store, agentHash, theCase);
    const totalMs = trials.reduce((sum, { durationMs }) => sum + durationMs, 0);
    return { stored: trials.length, meanMs: trials.length === 0 ? null : totalMs / trials.length };
  }
}
function expectedMs({ expected }, meanMs) {
  return Math.max(1, meanMs ?? CALL_MS * Math.max(1, expected?.calls ?? 1));
}

// src/gate/index.ts
async function gate(request, clock) {
  const startedAtMs = clock();
  const plan = await planGate(request);
  const { policy } = plan.settings;
  const adopted = adoptionKind(plan);
  if (adopted !== null) return runHeadAlone(plan, adopted, request, clock);
  const known = decisionWithoutRun(plan);
  if (known !== null)
    return writeReport({ plan, decision: known, run: null, policy, request, durationMs: clock() - startedAtMs });
  return decidePlanned(plan, request, async ({ decision, table, bench }) => {
    const run = await recordOf(table, bench, request.watch.signal);
    return writeReport({ plan, decision, run, policy, request, durationMs: clock() - startedAtMs });
  });
}

export {
  readSideTools,
  toolPolicyOf,
  readNoiseLine,
  acceptableNames,
  writeAnswers,
  readAnswers,
  findOneSide,
  fillReservoir,
  attribute,
  showReservoir,
  checkReservoir,
  writePlan,
  readPlan,
  planDigest,
  shardsOf,
  MAX_UPLOAD_BYTES,
  shardFileName,
  readShard,
  runShard,
  gatePlanned,
  mergeShards,
  measureNoise,
  openRecording,
  reproduce,
  NO_REUSE,
  casesOfShard,
  ofSameHead,
  lackingIn,
  answersFor,
  planShards,
  gate
};
