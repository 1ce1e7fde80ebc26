const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  isJsonObject,
  isSecretName,
  pathText,
  schemaCheck
} from "./chunk-2SGQDVVG.js";
import {
  UserError,
  cut,
  formatProblem,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  setOutput
} from "./chunk-JTDH3ZYL.js";
import {
  $Buffer,
  $createHash
} from "./chunk-K6CKMPLV.js";
import {
  $readdir,
  $stripVTControlCharacters
} from "./chunk-OPI4XJCE.js";
import {
  $dirname,
  $join
} from "./chunk-UVWFDZNQ.js";
import {
  $appendFileSync,
  $mkdirSync,
  $mkdtempSync,
  $writeFileSync
} from "./chunk-IIMPM4BQ.js";

// src/github/retry.ts
var MAX_ATTEMPTS = 4;
var MAX_WAIT_MS = 6e4;
function retryDelayMs(refusal, attempt2) {
  if (attempt2 >= MAX_ATTEMPTS) return null;
  const limited = isRateLimit(refusal);
  if (!limited && refusal.status !== null && refusal.status < 500) return null;
  if (refusal.retryAfter !== null && /^\d{1,9}$/.test(refusal.retryAfter)) {
    const askedMs = Number(refusal.retryAfter) * 1e3;
    return askedMs <= MAX_WAIT_MS ? askedMs : null;
  }
  return limited ? MAX_WAIT_MS : 1e3 * 2 ** (attempt2 - 1);
}
function isRateLimit({ status, retryAfter, message }) {
  return status === 429 || status === 403 && (retryAfter !== null || /rate limit/i.test(message));
}

// src/github/client.ts
var MAX_REASON = 300;
async function connect(token, address, patience) {
  const { getOctokit } = await import("./github-RLVPBTON.js");
  const silent = () => void 0;
  const octokit = getOctokit(token, {
    baseUrl: address.apiUrl,
    userAgent: "pawl",
    log: { debug: silent, info: silent, warn: silent, error: silent }
  });
  octokit.hook.before("request", (options) => {
    const timeoutMs = Math.ceil(Math.max(1, Math.min(patience.timeoutMs, patience.leftMs())));
    options.request.signal = AbortSignal.timeout(timeoutMs);
  });
  octokit.hook.wrap("request", async (request, options) => {
    for (let attempt2 = 1; ; attempt2 += 1) {
      try {
        return await request(options);
      } catch (error) {
        const delayMs = retryDelayMs(refusalOf(error), attempt2);
        if (delayMs === null || delayMs >= patience.leftMs()) throw error;
        await patience.sleep(delayMs);
      }
    }
  });
  return { octokit, owner: address.owner, repo: address.repo };
}
async function firstAccepted(texts, send) {
  const [text, next, ...rest] = texts;
  try {
    return await send(text);
  } catch (error) {
    const { status, message } = refusalOf(error);
    if (next === void 0 || status !== 422 || !/too long|characters are allowed/i.test(message)) throw error;
    return firstAccepted([next, ...rest], send);
  }
}
function refusalOf(error) {
  const message = messageOf(error);
  if (!(error instanceof Error && "response" in error && typeof error.response === "object" && error.response !== null))
    return { status: null, retryAfter: null, message };
  const response = error.response;
  const status = "status" in response && typeof response.status === "number" ? response.status : null;
  const headers = "headers" in response && typeof response.headers === "object" ? response.headers : null;
  const retryAfter = headers !== null && "retry-after" in headers ? String(headers["retry-after"]) : null;
  return { status, retryAfter, message };
}
function whyOf(error) {
  const { status, message } = refusalOf(error);
  return cut(
    status === null ? `GitHub gave no answer: ${message}` : `GitHub answered ${status}: ${message}`,
    MAX_REASON
  );
}

// src/github/branch-rules.ts
async function requiredChecks({ octokit, owner, repo }, branch) {
  try {
    const [rules, protection] = await Promise.all([
      octokit.paginate(octokit.rest.repos.getBranchRules, { owner, repo, branch, per_page: 100 }),
      octokit.rest.repos.getBranch({ owner, repo, branch })
    ]);
    const ofRules = rules.flatMap(
      (rule) => rule.type === "required_status_checks" ? (rule.parameters?.required_status_checks ?? []).map(({ context }) => context) : []
    );
    const ofProtection = protection.data.protection?.required_status_checks?.contexts ?? [];
    return {
      required: [.../* @__PURE__ */ new Set([...ofRules, ...ofProtection])].sort(),
      mergeQueue: rules.some(({ type }) => type === "merge_queue")
    };
  } catch (error) {
    const { status } = refusalOf(error);
    const hint = status === 404 ? ` (no branch ${branch}, or the token may not see it)` : "";
    return { why: `${whyOf(error)}${hint}` };
  }
}

// src/github/context.ts
var EVENTS = ["pull_request", "merge_group", "push", "workflow_dispatch", "schedule"];
var DEPENDABOT = "dependabot[bot]";
var FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var NO_COMMIT = /^0+$/;
var GITHUB_CLOUD = /^https:\/\/(?:github\.com|[\w-]+\.ghe\.com)$/i;
var QUEUE_REF = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(?<number>[1-9]\d{0,9})-[0-9a-f]{40,64}$/;
function readContext(env, payload) {
  const reader = new ContextReader(env, payload);
  const event = reader.event();
  const [owner = "", repo = ""] = reader.variable("GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/, "owner/name").split("/");
  const run = { id: reader.count("GITHUB_RUN_ID"), attempt: reader.count("GITHUB_RUN_ATTEMPT") };
  const serverUrl = reader.url("GITHUB_SERVER_URL", "https://github.com");
  const context = {
    event,
    owner,
    repo,
    apiUrl: reader.url("GITHUB_API_URL", "https://api.github.com"),
    enterpriseServer: !GITHUB_CLOUD.test(serverUrl),
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${run.id}`,
    run,
    ...reader.sides(event),
    firstPushBase: event === "push" ? reader.firstPushBase() : null
  };
  if (reader.problems.length > 0) throw new UserError(reader.problems);
  return context;
}
var ContextReader = class {
  problems = [];
  #env;
  #payload;
  constructor(env, payload) {
    this.#env = env;
    this.#payload = payload;
  }
  event() {
    const name = this.#env.GITHUB_EVENT_NAME ?? "";
    const known = EVENTS.find((event) => event === name);
    if (known !== void 0) return known;
    if (name === "pull_request_target") {
      const message = "pawl does not run on pull_request_target: it runs the pull request\u2019s code";
      const hint = "That event hands a write token and all secrets to whoever opens a pull request. Use on: pull_request.";
      this.problems.push({ where: "on: pull_request_target", message, hint });
    } else {
      const message = `expected one of ${EVENTS.join(", ")}; received ${quote(name)}`;
      this.problems.push({ where: "GITHUB_EVENT_NAME", message, hint: "Change the events under on: in the workflow." });
    }
    return "schedule";
  }
  variable(name, form, expected) {
    const value = this.#env[name] ?? "";
    if (!form.test(value)) this.#wrong(name, expected, value);
    return value;
  }
  count(name) {
    return Number(this.variable(name, /^[1-9]\d{0,14}$/, "a whole number above zero"));
  }
  url(name, absent) {
    const value = this.#env[name] ?? absent;
    if (!URL.canParse(value) || !/^https?:/.test(value)) this.#wrong(name, "a http or https URL", value);
    return value.replace(/\/+$/, "");
  }
  firstPushBase() {
    const branch = this.#at("repository.default_branch");
    const after = this.#at("after");
    if (typeof branch !== "string" || typeof after !== "string") return null;
    return this.#at("ref") === `refs/heads/${branch}` ? after : `origin/${branch}`;
  }
  sides(event) {
    switch (event) {
      case "pull_request":
        return this.#pullRequest();
      case "merge_group":
        return this.#mergeGroup();
      case "push":
        return this.#push();
      case "workflow_dispatch":
      case "schedule":
        return { baseSha: null, headSha: this.variable("GITHUB_SHA", FULL_SHA, "a full sha"), pullRequest: null };
      default:
        return event;
    }
  }
  /** Of a tag with a message of its own, `after` is the tag, which no check run can be about. */
  #push() {
    const sides = this.#pair("before", "after");
    const [ref, commit] = [this.#at("ref"), this.#at("head_commit.id")];
    const isTag = typeof ref === "string" && ref.startsWith("refs/tags/");
    return isTag && typeof commit === "string" && FULL_SHA.test(commit) ? { ...sides, headSha: commit } : sides;
  }
  /** The queue runs in the repository itself, whoever's pull request it merges. */
  #mergeGroup() {
    const ref = this.#at("merge_group.head_ref");
    const number = typeof ref === "string" ? QUEUE_REF.exec(ref)?.groups?.number : void 0;
    const pullRequest = number === void 0 ? null : { number: Number(number), origin: "own" };
    return { ...this.#pair("merge_group.base_sha", "merge_group.head_sha"), pullRequest };
  }
  #pullRequest() {
    const number = this.#at("pull_request.number");
    if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1)
      this.#wrong("event.pull_request.number", "a whole number above zero", number);
    const headRepo = this.#at("pull_request.head.repo.full_name");
    const fork = headRepo === void 0 || headRepo !== this.#at("pull_request.base.repo.full_name");
    const dependabot = this.#at("pull_request.user.login") === DEPENDABOT || this.#env.GITHUB_ACTOR === DEPENDABOT;
    const origin = fork ? "fork" : dependabot ? "dependabot" : "own";
    const pullRequest = { number: Number(number), origin };
    return { ...this.#pair("pull_request.base.sha", "pull_request.head.sha"), pullRequest };
  }
  /** A new branch has no "before", a deleted one no "after": GitHub writes zeros. */
  #pair(basePath, headPath) {
    const base = this.#sha(basePath);
    const head2 = this.#sha(headPath);
    if (NO_COMMIT.test(head2)) {
      const message = "the branch was deleted, so there is nothing to judge";
      this.problems.push({
        where: `event.${headPath}`,
        message,
        hint: "Leave deletions out of the workflow\u2019s events."
      });
    }
    return { baseSha: NO_COMMIT.test(base) ? null : base, headSha: head2, pullRequest: null };
  }
  #sha(path) {
    const value = this.#at(path);
    if (typeof value === "string" && FULL_SHA.test(value)) return value;
    this.#wrong(`event.${path}`, "a full sha", value);
    return "";
  }
  #at(path) {
    let value = this.#payload;
    for (const key of path.split(".")) value = isJsonObject(value) ? value[key] : void 0;
    return value;
  }
  #wrong(where, expected, received) {
    const message = `expected ${expected}; received ${quote(received)}`;
    this.problems.push({
      where,
      message,
      hint: "GitHub\u2019s runner sets this. Started by hand, use the command line: pawl gate."
    });
  }
};
function quote(value) {
  return value === void 0 || value === "" ? "nothing" : cut(JSON.stringify(value), 80);
}

// src/github/failure.ts
var MAX_PROBLEM_CHARACTERS = 500;
var MAX_PROBLEMS_SHORT = 10;
function failureResult(error) {
  const lines = problemLines(error);
  const user = error instanceof UserError;
  const title = user ? `pawl could not run: ${lines.length === 1 ? "1 problem" : `${lines.length} problems`} to mend` : "pawl could not run: this is a defect in pawl, not in your change";
  const shown = (count2) => fenced(lines.slice(0, count2).map((line) => cut(line, MAX_PROBLEM_CHARACTERS)));
  const heading = `### ${title}`;
  const more = lines.length > MAX_PROBLEMS_SHORT ? `

\u2026 and ${lines.length - MAX_PROBLEMS_SHORT} more` : "";
  return {
    exitCode: user ? 2 : 3,
    verdict: "error",
    title,
    blockedSlices: [],
    brokenCases: [],
    providerCalls: 0,
    files: [],
    annotations: { annotations: [], left: 0 },
    markdown: {
      full: `${heading}

${shown(lines.length)}`,
      short: `${heading}

${shown(MAX_PROBLEMS_SHORT)}${more}`,
      minimal: heading
    }
  };
}
function problemLines(error) {
  return error instanceof UserError ? error.problems.map(formatProblem) : [messageOf(error)];
}
function fenced(lines) {
  const text = lines.join("\n").replace(new RegExp("[[\\p{Cc}\\p{Bidi_Control}]--[\\n]]", "gv"), "");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text
${text}
${fence}`;
}

// src/github/fork-run.ts
var TEXT = { type: "string", minLength: 1, maxLength: 300 };
var SHA = { type: "string", pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" };
var COUNT = { type: "integer", minimum: 1 };
var REPOSITORY = {
  type: "object",
  required: ["full_name", "owner"],
  properties: {
    full_name: { type: "string", pattern: "^[\\w.-]+/[\\w.-]+$" },
    owner: { type: "object", required: ["login"], properties: { login: TEXT } }
  }
};
var check = schemaCheck(
  {
    type: "object",
    required: ["workflow_run"],
    properties: {
      workflow_run: {
        type: "object",
        required: ["id", "run_attempt", "event", "head_sha", "head_branch", "head_repository", "conclusion"],
        properties: {
          id: COUNT,
          run_attempt: COUNT,
          event: { const: "pull_request" },
          head_sha: SHA,
          head_branch: TEXT,
          conclusion: TEXT,
          head_repository: { anyOf: [{ type: "null" }, REPOSITORY] }
        }
      }
    }
  },
  []
);
function readEndedRun(env, payload) {
  if (env.GITHUB_EVENT_NAME !== "workflow_run")
    throw new UserError({
      where: "with: mode",
      message: `publish runs on: workflow_run; received ${JSON.stringify(env.GITHUB_EVENT_NAME ?? "")}`,
      hint: "leave mode out for the job that gates"
    });
  const faults = check(payload);
  if (faults.length > 0) throw new UserError(faults.map(problemOf));
  const { workflow_run: run } = payload;
  const of = { ...env, GITHUB_EVENT_NAME: "workflow_dispatch", GITHUB_SHA: run.head_sha };
  const stamp = { GITHUB_RUN_ID: String(run.id), GITHUB_RUN_ATTEMPT: String(run.run_attempt) };
  const context = readContext({ ...of, ...stamp }, payload);
  const from = run.head_repository;
  const isFork = from !== null && from.full_name !== `${context.owner}/${context.repo}`;
  const fork = isFork ? { repository: from.full_name, owner: from.owner.login, branch: run.head_branch } : null;
  return { context, fork, conclusion: run.conclusion };
}
function problemOf({ path, message }) {
  const hint = "start this workflow on: workflow_run, for a workflow that runs on: pull_request";
  return { where: `event.${pathText(path)}`, message, hint };
}

// src/github/run-uploads.ts
async function uploadsOfRun({ octokit, owner, repo }, runId, name) {
  const where = { owner, repo, run_id: runId, per_page: 100, ...name === void 0 ? {} : { name } };
  const artifacts = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, where);
  return artifacts.filter(({ expired }) => !expired).map((one) => ({ id: one.id, name: one.name, bytes: one.size_in_bytes, digest: one.digest ?? null })).toSorted((a, b) => b.id - a.id);
}
async function fetchRunUpload({ octokit, owner, repo }, { id, name, bytes: announced, digest }, { maxBytes, patience }) {
  if (announced > maxBytes) return { problem: tooLarge(name, maxBytes) };
  try {
    const { headers } = await octokit.rest.actions.downloadArtifact({
      ...{ owner, repo, artifact_id: id, archive_format: "zip" },
      request: { redirect: "manual" }
    });
    if (headers.location === void 0) return { problem: `GitHub did not say where ${name} lies` };
    const timeoutMs = Math.ceil(Math.max(1, Math.min(patience.timeoutMs, patience.leftMs())));
    const response = await fetch(headers.location, { signal: AbortSignal.timeout(timeoutMs) });
    const bytes = response.ok ? await atMost(response, maxBytes) : null;
    if (!response.ok) return { problem: `${name}: the download answered ${response.status}` };
    if (bytes === null) return { problem: tooLarge(name, maxBytes) };
    const isWhole = digest === null || digest === `sha256:${$createHash("sha256").update(bytes).digest("hex")}`;
    return isWhole ? { found: bytes } : { problem: `${name} is not what was uploaded: the digests differ` };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}
async function atMost(response, maxBytes) {
  const chunks = [];
  let size2 = 0;
  for await (const chunk of response.body ?? []) {
    size2 += chunk.length;
    if (size2 > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function tooLarge(name, maxBytes) {
  return `${name} is larger than ${maxBytes} bytes`;
}

// src/github/fork-upload.ts
async function findPullRequest({ octokit, owner, repo }, run) {
  const { fork, context } = run;
  if (fork === null) return { problem: "the run is of no fork" };
  try {
    const head2 = `${fork.owner}:${fork.branch}`;
    const { data } = await octokit.rest.pulls.list({ owner, repo, state: "open", head: head2, per_page: 100 });
    const own = data.filter((one) => one.head.sha === context.headSha && one.head.repo?.full_name === fork.repository);
    const [only, ...others] = own;
    if (only === void 0) return { problem: "no open pull request has this head any more" };
    return others.length === 0 ? { found: only.number } : { problem: `${own.length} open pull requests have this head, and which of them ran is not known` };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}
async function fetchForkUpload(github, run, name, limits) {
  try {
    const uploads = await uploadsOfRun(github, run.context.run.id, name);
    const newest = uploads.find((one) => one.name === name);
    return newest === void 0 ? { problem: `the run has no upload ${name}` } : fetchRunUpload(github, newest, limits);
  } catch (error) {
    return { problem: whyOf(error) };
  }
}

// src/github/inputs.ts
var DEFAULT_KEY = "gate";
var MAX_SLUG = 50;
var DEFAULT_PUBLISH_SECONDS = 120;
var MODES = ["auto", "plan", "replay", "gate", "publish"];
function readInputs(get) {
  const problems = [];
  const text = (name) => get(name) || null;
  const oneOf = (name, allowed) => {
    const value = text(name);
    const known = allowed.find((word) => word === value);
    if (value !== null && known === void 0) problems.push(wrong(name, `one of ${allowed.join(", ")}`, value));
    return known ?? null;
  };
  const number = (name) => {
    const value = text(name);
    if (value !== null && !/^[1-9]\d{0,3}$/.test(value))
      problems.push(wrong(name, "a whole number from 1 to 9999", value));
    return value === null ? null : Number(value);
  };
  const trials = number("trials");
  const key = text("key");
  if (key !== null && !/^[a-z0-9][a-z0-9._-]{0,59}$/.test(key))
    problems.push(wrong("key", 'at most 60 lower-case letters, digits, ".", "_" and "-"', key));
  const providerUrls = {};
  for (const provider of ["openai", "anthropic"]) {
    const url = text(`${provider}-base-url`);
    if (url === null) continue;
    if (!URL.canParse(url) || !/^https?:/.test(url))
      problems.push(wrong(`${provider}-base-url`, "a http or https URL", url));
    providerUrls[provider] = url;
  }
  const mode = oneOf("mode", MODES) ?? "auto";
  const shard = number("shard");
  const publishSeconds = number("publish-timeout");
  if (mode === "replay" && shard === null) problems.push(wrong("shard", "the number of a shard, from the matrix", ""));
  const inputs = {
    ...{ mode, shard, shards: get("shards") === "auto" ? "auto" : number("shards") ?? "auto" },
    round: oneOf("round", ["1", "2"]) === "2" ? 2 : 1,
    config: text("config"),
    base: text("base"),
    head: text("head"),
    store: text("store"),
    trials,
    slices: names(text("slices")),
    answers: oneOf("answers", ["live", "recorded"]) ?? "live",
    reportContent: oneOf("report-content", ["none", "excerpt", "full"]),
    comment: oneOf("comment", ["true", "false"]) !== "false",
    check: oneOf("check", ["true", "false"]) !== "false",
    upload: oneOf("upload", ["true", "false"]) !== "false",
    key: key ?? keyOf(text("working-directory"), text("config")),
    publishTimeoutMs: 1e3 * (publishSeconds ?? DEFAULT_PUBLISH_SECONDS),
    fetchTimeoutMs: publishSeconds === null ? null : 1e3 * publishSeconds,
    token: text("github-token"),
    providerUrls,
    workingDirectory: text("working-directory")
  };
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}
function names(list) {
  const found = (list ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
  return found.length === 0 ? null : found;
}
function keyOf(workingDirectory, config) {
  const place = [workingDirectory, config].filter((part) => part !== null).join("/");
  const slug = place.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return slug === "" ? DEFAULT_KEY : `${DEFAULT_KEY}-${slug.slice(-MAX_SLUG)}`;
}
function chooseSides(inputs, context) {
  const base = inputs.base ?? context.baseSha ?? context.firstPushBase;
  if (base === null) {
    const message = `the event ${context.event} names no base to compare with`;
    throw new UserError({ where: "with: base", message, hint: "Give the input base, for example base: origin/main." });
  }
  return { base, head: inputs.head ?? context.headSha };
}
function wrong(name, expected, received) {
  return {
    where: `with: ${name}`,
    message: `expected ${expected}; received ${cut(JSON.stringify(received), 80)}`,
    hint: null
  };
}

// src/github/log.ts
var CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
function logLines(text) {
  return text.split(/\r\n|\r|\n/).map((line) => breakCommands(withoutControls(line)));
}
function withoutControls(line) {
  return $stripVTControlCharacters(line).replaceAll(CONTROL, "");
}
function breakCommands(line) {
  return line.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "## [");
}
function deafness(token) {
  return { begin: `::stop-commands::${token}`, end: `::${token}::` };
}

// src/github/outputs.ts
function writeOutputs(env, values) {
  if (!env.GITHUB_OUTPUT) return ["the runner gave no GITHUB_OUTPUT file"];
  return Object.entries(values).flatMap(([name, value]) => attempt(() => setOutput(name, value), name));
}
function appendSummary(env, text) {
  const path = env.GITHUB_STEP_SUMMARY;
  if (!path) return ["the runner gave no GITHUB_STEP_SUMMARY file"];
  return attempt(() => $appendFileSync(path, `${text}
`), path);
}
function writeFiles(parent, files) {
  if (files.length === 0) return { folder: null, problems: [] };
  let folder = null;
  const problems = attempt(() => {
    const made = $mkdtempSync($join(parent, "pawl-report-"));
    for (const { name, text } of files) {
      $mkdirSync($dirname($join(made, name)), { recursive: true });
      $writeFileSync($join(made, name), text);
    }
    folder = made;
  }, parent);
  return { folder, problems };
}
function attempt(write, what) {
  try {
    write();
    return [];
  } catch (error) {
    return [`${what}: ${messageOf(error)}`];
  }
}

// src/github/ladder.ts
function ladder(renderings, surface) {
  const [full, ...shorter] = renderings;
  const whole = size(full, surface);
  const note = `_Shortened: the report has ${count(whole)} ${surface.unit}, ${surface.name} has room for ${count(surface.limit)}. The whole report is in ${surface.elsewhere}._`;
  const candidates = [full, ...shorter.map((text) => `${text}

${note}`)];
  const [first, ...rest] = candidates.filter((text) => size(text, surface) <= surface.limit);
  if (first !== void 0) return [first, ...rest];
  const room = surface.limit - size(`

${note}`, surface);
  return [`${head(renderings.at(-1) ?? full, room, surface)}

${note}`];
}
function size(text, surface) {
  return surface.unit === "bytes" ? $Buffer.byteLength(text, "utf8") : text.length;
}
function head(text, room, surface) {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += size(character, surface);
    if (used > room) break;
    end += character.length;
  }
  if (end === text.length) return text;
  const lineEnd = text.lastIndexOf("\n", end);
  return text.slice(0, lineEnd > 0 ? lineEnd : end);
}
function count(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

// src/github/check.ts
var SUMMARY_CHARACTERS = 65535;
var BATCH = 50;
var MAX_TITLE = 200;
function planCheck(result, context, key) {
  const { full, short, minimal } = result.markdown;
  const { annotations, left } = result.annotations;
  const more = left === 0 ? "" : `

_${left} more changed places are not annotated._`;
  const summaries = ladder([`${full}${more}`, `${short}${more}`, `${minimal}${more}`], {
    name: "a check run",
    limit: SUMMARY_CHARACTERS,
    unit: "characters",
    elsewhere: `[the summary of this run](${context.runUrl})`
  });
  return {
    name: key === "gate" ? "pawl report" : `pawl report (${key})`,
    headSha: context.headSha,
    detailsUrl: context.runUrl,
    conclusion: conclusionOf(result),
    title: cut(logLines(result.title).join(" "), MAX_TITLE),
    summaries,
    batches: Array.from(
      { length: Math.ceil(annotations.length / BATCH) },
      (_, index) => annotations.slice(index * BATCH, (index + 1) * BATCH)
    )
  };
}
function conclusionOf({ exitCode, verdict }) {
  if (exitCode !== 0) return "failure";
  return verdict === "pass" || verdict === "not_affected" ? "success" : "neutral";
}

// src/github/sticky.ts
function planComment(wish, standing, identity) {
  const marked = standing.filter((comment) => markerOf(comment.body, wish.key) !== null);
  const [newest, ...older] = marked.filter((comment) => comment.author === identity).sort((a, b) => compareRuns(runOf(b, wish.key), runOf(a, wish.key)) || b.id - a.id);
  const remove = older.map((comment) => comment.id);
  const [first, ...rest] = wish.texts;
  const bodies = [withMarker(wish, first), ...rest.map((text) => withMarker(wish, text))];
  if (newest === void 0) {
    const mayBeOurs = marked.filter((comment) => compareRuns(runOf(comment, wish.key), wish.stamp.run) <= 0);
    return { kind: "create", bodies, identity, suspects: idsByAuthor(mayBeOurs), remove };
  }
  const stamp = markerOf(newest.body, wish.key)?.stamp ?? null;
  if (stamp !== null && compareRuns(stamp.run, wish.stamp.run) > 0)
    return {
      kind: "keep",
      why: `run ${stamp.run.id}, attempt ${stamp.run.attempt} is newer and has written it`,
      remove
    };
  if (stamp?.head === wish.stamp.head && textOf(newest.body) === textOf(bodies[0]))
    return { kind: "keep", why: "it already says so", remove };
  return { kind: "update", id: newest.id, bodies, remove };
}
function markerCharacters(wish) {
  return writeMarker(wish).length + 1;
}
function withMarker(wish, text) {
  return `${writeMarker(wish)}
${text}`;
}
function writeMarker({ key, stamp }) {
  return `<!-- pawl:${key} head=${stamp.head} run=${stamp.run.id} attempt=${stamp.run.attempt} -->`;
}
var MARKER = /^<!-- pawl:(?<key>[a-z0-9._-]+)(?<data> .*)? -->$/;
var DATA = /^ head=(?<head>[0-9a-f]{40}|[0-9a-f]{64}) run=(?<run>[1-9]\d{0,14}) attempt=(?<attempt>[1-9]\d{0,14})$/;
function markerOf(body, key) {
  const [line = ""] = body.split(/\r?\n/, 1);
  const marker = MARKER.exec(line)?.groups;
  if (marker?.key !== key) return null;
  const data = DATA.exec(marker.data ?? "")?.groups;
  if (data === void 0) return { stamp: null };
  return { stamp: { head: data.head ?? "", run: { id: Number(data.run), attempt: Number(data.attempt) } } };
}
function runOf(comment, key) {
  return markerOf(comment.body, key)?.stamp?.run ?? null;
}
function compareRuns(a, b) {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return a.id - b.id || a.attempt - b.attempt;
}
function textOf(body) {
  const text = body.replaceAll("\r\n", "\n").split("\n").slice(1).join("\n").trimEnd();
  return text.replaceAll(/\/actions\/runs\/\d+/g, "/actions/runs/");
}
function idsByAuthor(comments) {
  const named = comments.flatMap(
    (comment) => comment.author === null ? [] : [{ ...comment, author: comment.author }]
  );
  const groups = Map.groupBy(named, (comment) => comment.author);
  return new Map([...groups].map(([author, group]) => [author, group.map((comment) => comment.id)]));
}

// src/github/plan.ts
var COMMENT_CHARACTERS = 65536;
var SUMMARY_BYTES = 1024 * 1024;
function planLocal(result, folder) {
  const { full, short, minimal } = result.markdown;
  const texts = ladder([full, short, minimal], {
    name: "a step summary",
    limit: SUMMARY_BYTES - 1,
    // the line end
    unit: "bytes",
    elsewhere: "the file named by the output `report`"
  });
  return [
    { kind: "outputs", values: outputsOf(result, folder) },
    { kind: "summary", texts },
    { kind: "annotation", level: levelOf(result), message: result.title }
  ];
}
function planRemote(result, wishes) {
  return [...planPullRequest(result, wishes), ...planDecoration(result, wishes), ...planUpload(result, wishes)];
}
function planPullRequest(result, { inputs, context, comments }) {
  if (comments.kind === "unavailable") return [{ kind: "withheld", what: "comment", why: comments.why }];
  if (comments.kind === "not_wanted" || context.pullRequest === null) return [];
  const { full, short, minimal } = result.markdown;
  const marker = { key: inputs.key, stamp: { head: context.headSha, run: context.run } };
  const link = `

[Full report, and this run](${context.runUrl})`;
  const texts = ladder([full, short, minimal], {
    name: "a comment",
    limit: COMMENT_CHARACTERS - markerCharacters(marker) - link.length,
    unit: "characters",
    elsewhere: `[the summary of this run](${context.runUrl})`
  });
  const [first, ...rest] = texts;
  const wish = {
    ...marker,
    texts: [`${first.trimEnd()}${link}`, ...rest.map((text) => `${text}${link}`)]
  };
  const plan = planComment(wish, comments.comments, comments.identity);
  return [{ kind: "comment", issue: context.pullRequest.number, plan }];
}
function planDecoration(result, { inputs, context }) {
  if (!inputs.check || context.pullRequest?.origin === "fork") return [];
  if (inputs.token === null) return [{ kind: "withheld", what: "check run", why: "there is no github-token" }];
  return [{ kind: "check", plan: planCheck(result, context, inputs.key) }];
}
function planUpload(result, { inputs, context, folder, canUpload }) {
  if (!inputs.upload || folder === null || result.files.length === 0) return [];
  const withheld = (why) => [{ kind: "withheld", what: "upload", why }];
  if (context.enterpriseServer)
    return withheld("GitHub Enterprise Server has no such service; the files are in the output `files`");
  if (!canUpload) return withheld("the runner gave no ACTIONS_RUNTIME_TOKEN");
  const name = uploadName(inputs.key, context.run.attempt);
  return [{ kind: "upload", upload: { name, folder, files: result.files.map((file) => file.name) } }];
}
function uploadName(key, attempt2) {
  return `pawl-${key}-attempt-${attempt2}`;
}
function outputsOf(result, folder) {
  return {
    verdict: result.verdict,
    "exit-code": String(result.exitCode),
    "blocked-slices": JSON.stringify(result.blockedSlices),
    "broken-cases": JSON.stringify(result.brokenCases),
    "provider-calls": String(result.providerCalls),
    report: folder === null ? "" : `${folder}/report.json`,
    files: folder ?? ""
  };
}
function levelOf(result) {
  if (result.exitCode !== 0) return "error";
  return result.verdict === "pass" || result.verdict === "not_affected" ? "notice" : "warning";
}

// src/github/queued.ts
var WORKFLOW_REF = /\/\.github\/workflows\/(?<file>[^/@]+\.ya?ml)@/;
function workflowFile(ref) {
  return WORKFLOW_REF.exec(ref ?? "")?.groups?.file ?? null;
}
async function findPullRequestRun({ octokit, owner, repo }, { pullRequest, workflow }) {
  const own = `${owner}/${repo}`;
  try {
    const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest });
    if (pull.head.repo?.full_name !== own) return { problem: `pull request ${pullRequest} is a fork\u2019s` };
    const head_sha = pull.head.sha;
    const where = { owner, repo, workflow_id: workflow, event: "pull_request", head_sha, per_page: 100 };
    const { data } = await octokit.rest.actions.listWorkflowRuns(where);
    const [newest] = data.workflow_runs.filter((run) => run.head_sha === head_sha && run.event === "pull_request").filter((run) => run.head_repository?.full_name === own).toSorted((a, b) => b.id - a.id);
    return newest === void 0 ? { problem: `${workflow} has not run on the head of pull request ${pullRequest}` } : { found: newest.id };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}

// src/github/comments.ts
var ACTIONS_BOT = "github-actions[bot]";
async function readComments(github, issue) {
  const { octokit, owner, repo } = github;
  try {
    const comments = [];
    for (let page = 1, more = true; more; page += 1) {
      const parameters = { owner, repo, issue_number: issue, per_page: 100, page };
      const { data, headers } = await octokit.rest.issues.listComments(parameters);
      comments.push(...data.map(({ id, user, body }) => ({ id, author: user?.login ?? null, body: body ?? "" })));
      more = headers.link?.includes('rel="next"') === true;
    }
    return { kind: "read", identity: await whoAmI(octokit), comments };
  } catch (error) {
    return { kind: "unavailable", why: whyOf(error) };
  }
}
async function whoAmI(octokit) {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (refusalOf(error).status === 403) return ACTIONS_BOT;
    throw error;
  }
}
async function writeComment(github, issue, plan) {
  try {
    const ours = await writeText(github, issue, plan);
    const outcomes = await Promise.all([...plan.remove, ...ours].map((id) => removeComment(github, id)));
    return outcomes.flatMap((why) => why === null ? [] : [why]);
  } catch (error) {
    return [whyOf(error)];
  }
}
async function writeText(github, issue, plan) {
  const { octokit, owner, repo } = github;
  const create = (body) => octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
  switch (plan.kind) {
    case "keep":
      return [];
    case "create": {
      const author = (await firstAccepted(plan.bodies, create)).data.user?.login ?? plan.identity;
      return author === plan.identity ? [] : plan.suspects.get(author) ?? [];
    }
    case "update": {
      const update = (body) => octokit.rest.issues.updateComment({ owner, repo, comment_id: plan.id, body });
      try {
        await firstAccepted(plan.bodies, update);
      } catch (error) {
        if (refusalOf(error).status !== 404) throw error;
        await firstAccepted(plan.bodies, create);
      }
      return [];
    }
    default:
      return plan;
  }
}
async function removeComment({ octokit, owner, repo }, id) {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    return null;
  } catch (error) {
    return refusalOf(error).status === 404 ? null : `older comment ${id} not deleted: ${whyOf(error)}`;
  }
}

// src/github/check-runs.ts
async function writeCheck({ octokit, owner, repo }, plan) {
  const [first = [], ...rest] = plan.batches;
  try {
    const { id, summary } = await firstAccepted(plan.summaries, async (text) => {
      const { data } = await octokit.rest.checks.create({
        owner,
        repo,
        name: plan.name,
        head_sha: plan.headSha,
        details_url: plan.detailsUrl,
        status: "completed",
        conclusion: plan.conclusion,
        output: { title: plan.title, summary: text, annotations: first.map(annotation) }
      });
      return { id: data.id, summary: text };
    });
    for (const batch of rest) {
      const output = { title: plan.title, summary, annotations: batch.map(annotation) };
      await octokit.rest.checks.update({ owner, repo, check_run_id: id, output });
    }
    return [];
  } catch (error) {
    return [whyOf(error)];
  }
}
function annotation({ path, start, end, level, title, message }) {
  return { path, start_line: start, end_line: end, annotation_level: level, title, message };
}

// src/github/uploads.ts
async function upload({ name, folder, files }, timeoutMs) {
  try {
    const { DefaultArtifactClient } = await import("./artifact-SYASWUSM.js");
    const paths = files.map((file) => $join(folder, file));
    await within(new DefaultArtifactClient().uploadArtifact(name, paths, folder), timeoutMs);
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}
async function within(work, timeoutMs) {
  const { promise, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error("GitHub took too long")), Math.max(1, timeoutMs));
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

// src/github/publish.ts
async function publish(publications, doors) {
  const published = [];
  const failed = [];
  for (const publication of publications) {
    const failures = await carryOut(publication, doors);
    if (failures.length === 0) published.push(publication.kind);
    failed.push(...failures);
  }
  return { published, failed };
}
async function carryOut(publication, { env, github, annotate, log, leftMs }) {
  const failures = (what, reasons) => reasons.map((why) => ({ what, why }));
  switch (publication.kind) {
    case "outputs":
      return failures("outputs", writeOutputs(env, publication.values));
    case "summary":
      return failures("step summary", appendSummary(env, publication.texts[0]));
    case "comment":
      if (github === null) return failures("comment", ["there is no connection to GitHub"]);
      if (publication.plan.kind === "keep") log(`the comment stays as it is: ${publication.plan.why}`);
      return failures("comment", await writeComment(github, publication.issue, publication.plan));
    case "check":
      if (github === null) return failures("check run", ["there is no connection to GitHub"]);
      return failures("check run", await writeCheck(github, publication.plan));
    case "upload":
      return failures("upload", await upload(publication.upload, leftMs()));
    case "withheld":
      return failures(publication.what, [publication.why]);
    case "annotation":
      annotate(publication.level, publication.message);
      return [];
    default:
      return publication;
  }
}
function failureNotice({ published, failed }) {
  if (failed.length === 0) return null;
  const list = failed.map(({ what, why }) => `${what} (${cut(why, 300)})`).join("; ");
  const where = published.includes("summary") ? "The report is in the step summary." : "The report is in the log.";
  return `The verdict stands, but not everything could be published: ${list}. ${where}`;
}

// src/github/remote.ts
async function publishResult({ inputs, context, result }, world) {
  const { env, annotate, log, patience } = world;
  const { folder, problems } = writeFiles(world.temporary, result.files);
  const doors = { env, annotate, log, leftMs: patience.leftMs };
  const outcomes = [await publish(planLocal(result, folder), { ...doors, github: null })];
  if (inputs !== null && context !== null) {
    const github = await connection(inputs, context, patience);
    const comments = await lookAtComments(inputs, context, github);
    const canUpload = Boolean(env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL);
    const plan = planRemote(result, { inputs, context, comments, folder, canUpload });
    outcomes.push(await publish(plan, { ...doors, github }));
  }
  const whole = {
    published: outcomes.flatMap(({ published }) => published),
    failed: [...problems.map((why) => ({ what: "report", why })), ...outcomes.flatMap(({ failed }) => failed)]
  };
  const said = failureNotice(whole);
  if (said !== null) annotate("notice", said);
  if (!whole.published.includes("summary")) log(result.markdown.full);
}
async function publishComment({ inputs, context, result }, github, { env, annotate, log, patience }) {
  if (context.pullRequest === null) return ["there is no pull request"];
  const comments = await readComments(github, context.pullRequest.number);
  const wishes = {
    inputs: { ...inputs, check: false, upload: false },
    context,
    comments,
    folder: null,
    canUpload: false
  };
  const { failed } = await publish(planRemote(result, wishes), { env, annotate, log, leftMs: patience.leftMs, github });
  return failed.map(({ why }) => why);
}
async function connection(inputs, context, patience) {
  const wanted = inputs.check || inputs.comment && context.pullRequest !== null;
  const readOnly = context.pullRequest?.origin === "fork";
  return wanted && !readOnly && inputs.token !== null ? connect(inputs.token, context, patience) : null;
}
async function lookAtComments(inputs, { pullRequest }, github) {
  if (pullRequest === null || !inputs.comment) return { kind: "not_wanted" };
  if (pullRequest.origin === "fork")
    return { kind: "unavailable", why: "the token of a fork\u2019s pull request can only read" };
  if (github === null) return { kind: "unavailable", why: "there is no github-token" };
  return readComments(github, pullRequest.number);
}

// src/github/remote-url.ts
var FORMS = [
  /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?(?<host>[^/:]+)(?::\d+)?\/(?<owner>[\w.-]+)\/(?<repo>[\w.-]+?)(?:\.git)?\/?$/,
  /^(?:[^@/]+@)?(?<host>[^/:]+):(?<owner>[\w.-]+)\/(?<repo>[\w.-]+?)(?:\.git)?\/?$/
];
function addressOf(remoteUrl, apiUrl) {
  for (const form of FORMS) {
    const { host, owner, repo } = form.exec(remoteUrl)?.groups ?? {};
    if (host === void 0 || owner === void 0 || repo === void 0) continue;
    return { owner, repo, apiUrl: apiUrl ?? apiOf(host) };
  }
  return null;
}
function apiOf(host) {
  if (host === "github.com") return "https://api.github.com";
  return /\.ghe\.com$/.test(host) ? `https://api.${host}` : `https://${host}/api/v3`;
}

// src/github/run-names.ts
var FORM = /^(?:plan-round-(?<planRound>[12])|answers-shard-(?<answers>\d{1,3})|round-(?<round>[12])-shard-(?<shard>\d{1,3}))-attempt-(?<attempt>\d{1,6})$/;
function runFileName(key, file) {
  return `pawl-${key}-${whatOf(file)}-attempt-${file.attempt}`;
}
function whatOf(file) {
  switch (file.kind) {
    case "plan":
      return `plan-round-${file.round}`;
    case "answers":
      return `answers-shard-${file.shard}`;
    case "shard":
      return `round-${file.round}-shard-${file.shard}`;
    default:
      return file;
  }
}
function readRunFileName(key, name) {
  const prefix = `pawl-${key}-`;
  const found = name.startsWith(prefix) ? FORM.exec(name.slice(prefix.length))?.groups : void 0;
  if (found === void 0) return null;
  const { planRound, answers, round, shard } = found;
  const attempt2 = Number(found.attempt);
  if (planRound !== void 0) return { kind: "plan", round: planRound === "1" ? 1 : 2, attempt: attempt2 };
  if (answers !== void 0) return { kind: "answers", shard: Number(answers), attempt: attempt2 };
  return { kind: "shard", round: round === "1" ? 1 : 2, shard: Number(shard), attempt: attempt2 };
}
function newestOnly(all) {
  const newest = /* @__PURE__ */ new Map();
  for (const one of all) {
    const key = runFileName("", { ...one.file, attempt: 0 });
    const known = newest.get(key);
    if (known === void 0 || known.file.attempt < one.file.attempt) newest.set(key, one);
  }
  return [...newest.values()];
}

// src/github/secrets.ts
var MIN_SECRET_CHARACTERS = 8;
function secretValues(env, more) {
  const named = Object.entries(env).flatMap(([name, value]) => isSecretName(name) && value ? [value] : []);
  return [.../* @__PURE__ */ new Set([...named, ...more])].filter((value) => value.length >= MIN_SECRET_CHARACTERS);
}
function secretForms(secret) {
  const bytes = $Buffer.from(secret, "utf8");
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(secret.toWellFormed())
  ];
  return [...new Set(forms)];
}
function tokensIn(env) {
  const names2 = ["GITHUB_TOKEN", "GH_TOKEN", "INPUT_GITHUB-TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  return names2.filter((name) => env[name] !== void 0 && env[name] !== "");
}
function withoutActionSecrets(env) {
  const kept = Object.entries(env).filter(
    ([name]) => !/^INPUT_/i.test(name) && !/^(?:GITHUB|GH|ACTIONS)_.*TOKEN/.test(name)
  );
  return Object.fromEntries(kept);
}

// src/github/stage.ts
async function finishStage(stage, world) {
  const { env, temporary, annotate, log, patience } = world;
  for (const { name, file, text } of stage.kept) {
    const folder = $mkdtempSync($join(temporary, "pawl-kept-"));
    $writeFileSync($join(folder, file), text);
    const failed = await upload({ name, folder, files: [file] }, patience.leftMs());
    if (failed.length > 0) {
      const hint = "later jobs wait for it: run the job again; on GitHub Enterprise Server use mode: auto";
      throw new UserError({ where: null, message: `${name} could not be uploaded: ${failed.join("; ")}`, hint });
    }
  }
  log(stage.text);
  const problems = writeOutputs(env, stage.outputs);
  if (problems.length > 0)
    throw new UserError({ where: null, message: problems.join("; "), hint: "run the job again" });
  for (const problem of appendSummary(env, `\`\`\`text
${stage.text.replaceAll("`", "'")}
\`\`\``))
    annotate("notice", problem);
}

// src/github/downloads.ts
var LIST_TIMEOUT_MS = 6e4;
var FETCH_TIMEOUT_MS = 3e5;
async function listUploads(env, timeoutMs) {
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) throw noService();
  try {
    const { DefaultArtifactClient } = await import("./artifact-SYASWUSM.js");
    const listing = new DefaultArtifactClient().listArtifacts({ latest: true });
    const { artifacts } = await within(listing, timeoutMs ?? LIST_TIMEOUT_MS);
    return artifacts.map(({ name, id, size: size2, digest }) => ({ name, id, bytes: size2, digest: digest ?? null }));
  } catch (error) {
    const hint = "run the job again; on GitHub Enterprise Server, which has no such service, use mode: auto";
    throw new UserError({
      where: null,
      message: `the uploads of this run could not be listed: ${messageOf(error)}`,
      hint
    });
  }
}
async function fetchUpload({ id, bytes, digest }, folder, { maxBytes, timeoutMs }) {
  if (bytes > maxBytes) return { problem: `expected at most ${maxBytes} bytes, received ${bytes}` };
  if (digest === null) return { problem: "GitHub tells no digest of it" };
  try {
    const { DefaultArtifactClient } = await import("./artifact-SYASWUSM.js");
    const options = { path: folder, expectedHash: digest, skipDecompress: true };
    const { digestMismatch } = await within(
      new DefaultArtifactClient().downloadArtifact(id, options),
      timeoutMs ?? FETCH_TIMEOUT_MS
    );
    if (digestMismatch === true) return { problem: "what came is not what was uploaded: the digests differ" };
    const [file, ...others] = await $readdir(folder);
    return file === void 0 || others.length > 0 ? { problem: `expected one file, received ${others.length}` } : { path: $join(folder, file) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
function noService() {
  return new UserError({
    where: null,
    message: "the runner gave no ACTIONS_RUNTIME_TOKEN, by which jobs pass files to each other",
    hint: "on GitHub Enterprise Server use mode: auto; by hand use pawl plan, pawl gate --shard and pawl merge"
  });
}

// src/github/incident-issue.ts
var MAX_TITLE_CHARS = 200;
var MAX_BODY_CHARS = 6e4;
var CONTROL2 = /[\p{Cc}\p{Cf}]/gu;
function planIssue({ id, status, level, issue, title, body }) {
  const marker = `<!-- pawl:incident ${id} -->`;
  const isClosed = status === "resolved" || status === "noise";
  const plain = title.replaceAll(CONTROL2, " ").replaceAll("@", "@\u200B");
  return {
    marker,
    number: issue,
    title: `[pawl] ${level}: ${plain}`.slice(0, MAX_TITLE_CHARS),
    body: `${marker}
${body}`.slice(0, MAX_BODY_CHARS),
    state: isClosed ? "closed" : "open",
    stateReason: isClosed ? status === "noise" ? "not_planned" : "completed" : null
  };
}

// src/github/issues.ts
var LABEL = "pawl-incident";
async function openIssues(place, patience) {
  const github = await connect(place.token, place, patience);
  let standing = null;
  return {
    // Never throws for what GitHub does: other incidents have issues too.
    write: async (wish) => {
      try {
        standing ??= ownIssues(github);
        return { number: await writeIssue(github, wish, await standing), why: null };
      } catch (error) {
        return { number: null, why: `its issue was not written: ${whyOf(error)}` };
      }
    }
  };
}
async function ownIssues({ octokit, owner, repo }) {
  const identity = await whoAmI(octokit);
  const issues = [];
  for (let page = 1, more = true; more; page += 1) {
    const parameters = { owner, repo, state: "all", labels: LABEL, per_page: 100, page };
    const { data, headers } = await octokit.rest.issues.listForRepo(parameters);
    for (const { number, title, body, state, user, pull_request } of data)
      if (user?.login === identity && pull_request === void 0)
        issues.push({ number, title, body: body ?? "", state });
    more = headers.link?.includes('rel="next"') === true;
  }
  return issues;
}
async function unlisted({ octokit, owner, repo }, wish) {
  if (wish.number === null) return null;
  try {
    const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: wish.number });
    const { number, title, body, state, user } = data;
    if (number !== wish.number || !data.repository_url.toLowerCase().endsWith(`/${owner}/${repo}`.toLowerCase()))
      return "away";
    const issue = { number, title, body: body ?? "", state };
    if (isMarked(issue, wish)) return issue;
    return user?.login === await whoAmI(octokit) ? "away" : null;
  } catch (error) {
    const { status } = refusalOf(error);
    if (status === 404 || status === 410) return "away";
    throw error;
  }
}
function isMarked({ body }, { marker }) {
  return body.split(/\r?\n/, 1)[0] === marker;
}
async function writeIssue(github, wish, standing) {
  const { octokit, owner, repo } = github;
  const { title, body, state } = wish;
  const listed = standing.find(({ number }) => number === wish.number) ?? standing.find((issue) => isMarked(issue, wish));
  const known = listed ?? await unlisted(github, wish);
  if (known === "away") return wish.number;
  if (known === null) {
    if (state === "closed") return null;
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [LABEL] });
    return data.number;
  }
  for (const twin of standing.filter((one) => one !== known && one.state === "open" && isMarked(one, wish))) {
    const change2 = { state: "closed", state_reason: "not_planned" };
    await octokit.rest.issues.update({ owner, repo, issue_number: twin.number, ...change2 });
  }
  const says = (text) => text.replaceAll("\r\n", "\n").trimEnd();
  if (known.title === title && known.state === state && says(known.body) === says(body)) return known.number;
  const reason = wish.stateReason === null ? {} : { state_reason: wish.stateReason };
  const change = { owner, repo, issue_number: known.number, title, body, state, ...reason };
  try {
    await octokit.rest.issues.update(change);
  } catch (error) {
    if (refusalOf(error).status !== 410) throw error;
  }
  return known.number;
}

export {
  connect,
  requiredChecks,
  readContext,
  listUploads,
  fetchUpload,
  failureResult,
  problemLines,
  readEndedRun,
  uploadsOfRun,
  fetchRunUpload,
  findPullRequest,
  fetchForkUpload,
  planIssue,
  readInputs,
  chooseSides,
  openIssues,
  logLines,
  deafness,
  appendSummary,
  uploadName,
  workflowFile,
  findPullRequestRun,
  publishResult,
  publishComment,
  addressOf,
  runFileName,
  readRunFileName,
  newestOnly,
  secretValues,
  secretForms,
  tokensIn,
  withoutActionSecrets,
  finishStage
};
