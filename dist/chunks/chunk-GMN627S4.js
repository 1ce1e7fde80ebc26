const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  diffLines,
  require_dist,
  require_picomatch
} from "./chunk-BYL2NBM7.js";
import {
  canonicalJson,
  isContractText,
  isJsonObject,
  mcpTools,
  nestedDeeperThan,
  parseJson,
  readContract,
  received,
  require_json_p3_cjs,
  require_mod,
  sha256
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
  $cp,
  $lstat,
  $mkdir,
  $mkdtemp,
  $open,
  $realpath,
  $rm
} from "./chunk-OPI4XJCE.js";
import {
  $basename,
  $dirname,
  $isAbsolute,
  $join,
  $relative,
  $resolve,
  $sep
} from "./chunk-UVWFDZNQ.js";
import {
  $tmpdir
} from "./chunk-S5GBO2VV.js";
import {
  $constants
} from "./chunk-IIMPM4BQ.js";
import {
  $PassThrough,
  $Readable
} from "./chunk-YA26JW5W.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

// src/changes/tool-file.ts
var MAX_DEPTH = 64;
function readTools(text, path) {
  const value = parseJson(text.replace(/^\uFEFF/, ""));
  if (value === void 0) return { problem: `${path}: expected JSON, received ${received(cut(text, 40))}` };
  if (nestedDeeperThan(value, MAX_DEPTH))
    return { problem: `${path}: expected at most ${MAX_DEPTH} levels of nesting` };
  if (isContractText(value)) return toolsOfContract(text, path);
  const tools = [];
  for (const [i, item] of (Array.isArray(value) ? value : [value]).entries()) {
    const where = Array.isArray(value) ? `${path}[${i}]` : path;
    const tool = readTool(item);
    if (typeof tool === "string") return { problem: `${where}: ${tool}` };
    if (tools.some(({ name }) => name === tool.name))
      return { problem: `${where}: expected each tool once, received ${received(tool.name)} again` };
    tools.push(tool);
  }
  return { tools };
}
function toolsOfContract(text, path) {
  const read = readContract(text);
  return "problem" in read ? { problem: `${path}: ${read.problem}` } : { tools: mcpTools(read.contract) };
}
function readTool(item) {
  if (!isJsonObject(item)) return `expected a tool definition, received ${received(item)}`;
  const tool = item.type === "function" && isJsonObject(item.function) ? item.function : item;
  const { name, description = null } = tool;
  const parameters = tool.parameters ?? tool.input_schema ?? { type: "object", properties: {} };
  if (typeof name !== "string" || name === "")
    return `expected a tool definition with a name, received ${received(name ?? item)}`;
  if (description !== null && typeof description !== "string")
    return `expected the description of tool ${name} to be text, received ${received(description)}`;
  if (!isJsonObject(parameters))
    return `expected the parameters of tool ${name} to be a JSON Schema object, received ${received(parameters)}`;
  return { name, description, parameters };
}

// src/changes/git-process.ts
var SAFE_CONFIG = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "protocol.ext.allow=never",
  "gc.auto=0"
].flatMap((setting) => ["-c", setting]);
var MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
var ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_LITERAL_PATHSPECS: "1",
  LC_ALL: "C"
};
var IN_CLEAN_ENVIRONMENT = 'exec env -i ${PATH+"PATH=$PATH"} ${HOME+"HOME=$HOME"} "$@"';
var NOT_STARTED = [126, 127];
function gitCommand(args, { environment = {} }) {
  const variables = Object.entries({ ...ENVIRONMENT, ...environment }).map(([name, value]) => `${name}=${value}`);
  return ["/bin/sh", ["-c", IN_CLEAN_ENVIRONMENT, "sh", ...variables, "git", ...SAFE_CONFIG, ...args]];
}
async function runGit(args, options) {
  return started(args, options, await endOf(args, options, MAX_OUTPUT_BYTES));
}
function started(args, options, ended) {
  if (ended.exitCode !== null && !NOT_STARTED.includes(ended.exitCode)) return { ...ended, exitCode: ended.exitCode };
  const why = ended.exitCode === null ? ended.problem : ended.stderr;
  const message = `git ${args[0] ?? ""} could not run in ${options.repo}: ${cut(why, 300)}`;
  throw new UserError({ where: null, message, hint: "pawl needs git 2.30 or newer on the PATH, and the repository" });
}
function endOf(args, options, maxBytes) {
  const limits = { timeout: options.timeoutMs ?? 0, maxBuffer: maxBytes };
  return new Promise((resolve) => {
    const child = $execFile(
      ...gitCommand(args, options),
      { cwd: options.repo, encoding: "buffer", ...limits },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : null;
        const saidTooMuch = error?.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER";
        resolve({ exitCode, stdout, stderr: stderr.toString("utf8"), problem: messageOf(error), saidTooMuch });
      }
    );
    child.stdin?.on("error", () => void 0).end(options.input ?? "");
  });
}
function gitStream(args, options) {
  const output = new $PassThrough();
  const child = $spawn(...gitCommand(args, options), { cwd: options.repo, stdio: ["ignore", "pipe", "pipe"] });
  const said = $buffer(child.stderr);
  child.stdout.pipe(output, { end: false });
  child.once("error", (error) => output.destroy(error));
  child.once("close", async (exitCode) => {
    if (exitCode === 0) output.end();
    else output.destroy(failure(args, options, exitCode, (await said).toString("utf8")));
  });
  output.once("close", () => child.kill());
  return output;
}
async function gitOutput(args, options) {
  return outputOf(args, options, await runGit(args, options));
}
async function gitOutputWithin(maxBytes, args, options) {
  const ended = await endOf(args, options, maxBytes);
  return ended.saidTooMuch ? null : outputOf(args, options, started(args, options, ended));
}
function outputOf(args, options, { exitCode, stdout, stderr }) {
  if (exitCode === 0) return stdout;
  throw failure(args, options, exitCode, stderr);
}
function failure(args, { repo }, exitCode, stderr) {
  const message = `git ${args[0] ?? ""} failed in ${repo} (exit ${exitCode ?? "by a signal"}): ${cut(stderr, 500)}`;
  return new UserError({ where: null, message, hint: hintFor(stderr) });
}
function hintFor(stderr) {
  if (stderr.includes("dubious ownership"))
    return "run git config --global --add safe.directory with the folder, or check out as the same user";
  if (stderr.includes("not a git repository")) return "run pawl in a git checkout";
  return null;
}
function nulFields(output) {
  const fields = output.toString("utf8").split("\0");
  fields.pop();
  return fields;
}

// src/changes/git-blobs.ts
var MAX_FILE_BYTES = 1024 * 1024;
var MAX_TOTAL_BYTES = 128 * 1024 * 1024;
var BINARY_PROBE_BYTES = 8e3;
var MAX_AT_ONCE_BYTES = 8 * 1024 * 1024;
async function readTexts(git, oids) {
  const unique = [...new Set(oids)];
  const texts = new Map(unique.map((oid) => [oid, known.get(oid) ?? null]));
  const unknown = unique.filter((oid) => !known.has(oid));
  for (const [oid, bytes] of await readBlobs(git, unknown)) {
    const text = textOf(bytes);
    texts.set(oid, text);
    if (text !== null) keep(oid, text);
  }
  return texts;
}
var known = /* @__PURE__ */ new Map();
var MAX_KNOWN_CHARACTERS = 4 * 1024 * 1024;
var knownCharacters = 0;
function keep(oid, text) {
  if (known.has(oid)) return;
  known.set(oid, text);
  knownCharacters += text.length;
  for (const [oldest, { length }] of known) {
    if (knownCharacters <= MAX_KNOWN_CHARACTERS) return;
    known.delete(oldest);
    knownCharacters -= length;
  }
}
async function readBlobs(git, oids) {
  if (oids.length === 0) return [];
  const all2 = await gitOutputWithin(MAX_AT_ONCE_BYTES, ["cat-file", "--batch"], withInput(git, oids));
  if (all2 !== null) return [...parseBatch(all2)].filter(([, bytes]) => bytes.length <= MAX_FILE_BYTES);
  const wanted = await smallOnes(git, oids);
  return wanted.length === 0 ? [] : [...parseBatch(await gitOutput(["cat-file", "--batch"], withInput(git, wanted)))];
}
async function smallOnes(git, oids) {
  const sizes = await gitOutput(["cat-file", "--batch-check=%(objectname) %(objectsize)"], withInput(git, oids));
  let total = 0;
  return sizes.toString("utf8").trimEnd().split("\n").flatMap((line) => {
    const [oid = "", size = ""] = line.split(" ");
    const bytes = Number(size);
    if (!(bytes <= MAX_FILE_BYTES) || total + bytes > MAX_TOTAL_BYTES) return [];
    total += bytes;
    return [oid];
  }).filter((oid) => oid !== "");
}
function withInput(git, oids) {
  return { ...git, input: oids.map((oid) => `${oid}
`).join("") };
}
function* parseBatch(output) {
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf("\n", at);
    const [oid = "", , size] = output.toString("utf8", at, lineEnd).split(" ");
    const start = lineEnd + 1;
    if (size === void 0) {
      at = start;
      continue;
    }
    const end = start + Number(size);
    yield [oid, output.subarray(start, end)];
    at = end + 1;
  }
}
function textOf(bytes) {
  return bytes.subarray(0, BINARY_PROBE_BYTES).includes(0) ? null : bytes.toString("utf8");
}

// src/changes/git-worktree.ts
async function withWorktreeTree(repo, use) {
  const [root, index, objects] = await Promise.all([
    gitLine(repo, ["rev-parse", "--show-toplevel"]),
    gitLine(repo, ["rev-parse", "--git-path", "index"]),
    gitLine(repo, ["rev-parse", "--git-path", "objects"])
  ]);
  const scratch = await $mkdtemp($join($tmpdir(), "pawl-index-"));
  try {
    await $mkdir($join(scratch, "objects"));
    await copyIfThere($resolve(repo, index), $join(scratch, "index"));
    const environment = {
      GIT_INDEX_FILE: $join(scratch, "index"),
      GIT_OBJECT_DIRECTORY: $join(scratch, "objects"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify($resolve(repo, objects))
      // git reads C quotes here
    };
    const git = { repo: root, environment };
    await gitOutput(["add", "--all", "--", "."], git);
    const tree = (await gitOutput(["write-tree"], git)).toString("utf8").trim();
    return await use(git, tree);
  } finally {
    await $rm(scratch, { recursive: true, force: true });
  }
}
async function gitLine(repo, args) {
  return (await gitOutput(args, { repo })).toString("utf8").replace(/\n$/, "");
}
async function copyIfThere(from, to) {
  try {
    await $cp(from, to, { preserveTimestamps: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

// src/changes/globs.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var OPTIONS = { dot: true, flags: "s" };
var isNegative = (glob) => /^!(?!\()/.test(glob);
function takenOut(globs) {
  return pathMatcher(globs.filter(isNegative).map((glob) => glob.slice(1)));
}
function pathMatcher(globs) {
  const positive = globs.filter((glob) => !isNegative(glob)).map((glob) => (0, import_picomatch.default)(glob, OPTIONS));
  const negative = globs.filter(isNegative).map((glob) => (0, import_picomatch.default)(glob.slice(1), OPTIONS));
  return (path) => positive.some((matches) => matches(path)) && !negative.some((matches) => matches(path));
}

// builtin:node:path/posix
var all = /* @__PURE__ */ process.getBuiltinModule("node:path/posix");
var exported = (key) => all[key];
var $normalize = /* @__PURE__ */ exported("normalize");
var $join2 = /* @__PURE__ */ exported("join");
var $dirname2 = /* @__PURE__ */ exported("dirname");
var $basename2 = /* @__PURE__ */ exported("basename");

// src/changes/links.ts
var LINK_MODE = "120000";
var MAX_HOPS = 40;
var MAX_DEPTH2 = 4;
var MAX_NAMES = 2e4;
function isLink({ mode }) {
  return mode === LINK_MODE;
}
function linkedFiles(entries, targets) {
  const links = new Map(entries.filter(isLink).map(({ path, oid }) => [path, targets.get(oid) ?? null]));
  const sorted = entries.toSorted((a, b) => a.path < b.path ? -1 : 1);
  const found = [];
  const expand = (name, before, at, depth) => {
    const way = resolved(at, links);
    if (way === null || depth > MAX_DEPTH2 || found.length >= MAX_NAMES) return;
    const over = [...before, ...way.links];
    for (const entry of atOrBelow(sorted, way.path)) {
      const own = `${name}${entry.path.slice(way.path.length)}`;
      if (isLink(entry)) expand(own, over, entry.path, depth + 1);
      else found.push({ name: own, links: over, entry });
    }
  };
  for (const link of links.keys()) expand(link, [], link, 0);
  return found.slice(0, MAX_NAMES);
}
function resolved(path, links) {
  const over = [];
  let rest = path.split("/");
  let at = "";
  while (rest.length > 0) {
    const [first = "", ...more] = rest;
    const next = $join2(at, first);
    if (next === ".." || next.startsWith("../")) return null;
    const target = links.get(next);
    if (target === void 0) {
      at = next;
      rest = more;
    } else {
      over.push(next);
      if (target === null || target.startsWith("/") || over.length > MAX_HOPS) return null;
      rest = [...target.split("/"), ...more];
      at = $dirname2(next);
    }
  }
  return at === "." ? null : { path: at, links: over };
}
function atOrBelow(sorted, path) {
  const folder = `${path}/`;
  const first = firstFrom(sorted, path);
  const own = sorted[first];
  if (own?.path === path) return [own];
  const begin = firstFrom(sorted, folder);
  let end = begin;
  while (sorted[end]?.path.startsWith(folder) === true) end += 1;
  return sorted.slice(begin, end);
}
function firstFrom(sorted, path) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((sorted[middle]?.path ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/changes/rules.ts
var DEPENDENCY_FILES = [
  ...["package.json", "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "yarn.lock"],
  ...["bun.lock", "bun.lockb", "deno.lock", "requirements*.txt", "constraints*.txt", "pyproject.toml", "poetry.lock"],
  ...[
    "uv.lock",
    "Pipfile",
    "Pipfile.lock",
    "pdm.lock",
    "setup.py",
    "setup.cfg",
    "environment.{yml,yaml}",
    "go.{mod,sum}"
  ],
  ...["Cargo.{toml,lock}", "Gemfile", "Gemfile.lock", "*.gemspec", "composer.{json,lock}", "pom.xml"],
  ...["build.gradle{,.kts}", "gradle.lockfile", "mix.{exs,lock}", "*.csproj", "packages.lock.json"]
].map((name) => `**/${name}`);
var ATTRIBUTES = ["**/.gitattributes"];
function classifier(rules) {
  const ordered = [
    ["config", pathMatcher(rules.config)],
    ["corpus", pathMatcher(rules.corpus)],
    ["prompt", pathMatcher(rules.prompts)],
    ["tool", pathMatcher(rules.tools)]
  ];
  const isAgent = pathMatcher(rules.agent);
  const isDependency = pathMatcher(DEPENDENCY_FILES);
  const isAttributes = pathMatcher(ATTRIBUTES);
  const isTakenOut = takenOut(rules.agent);
  const setUpIn = foldersUpFrom(rules.root ?? ".");
  const pinned = new Set(rules.pins.map(({ file }) => file));
  return (path) => {
    const named2 = ordered.find(([, matches]) => matches(path));
    if (named2 !== void 0) return named2[0];
    if (isAgent(path)) return isDependency(path) ? "dependency" : "code";
    if (isDependency(path) && setUpIn.has($dirname2(path)) && !isTakenOut(path)) return "dependency";
    return isAttributes(path) || pinned.has(path) && !isTakenOut(path) ? "code" : null;
  };
}
function foldersUpFrom(root) {
  const folders = /* @__PURE__ */ new Set(["."]);
  for (let folder = $normalize(root).replace(/\/$/, ""); !folders.has(folder); folder = $dirname2(folder))
    folders.add(folder);
  return folders;
}
function agentMatcher(rules) {
  const kindOf = classifier(rules);
  const pinned = new Set(rules.pins.map(({ file }) => file));
  return (path) => pinned.has(path) || affects(kindOf(path));
}
function affects(kind) {
  return kind !== null && kind !== "corpus" && kind !== "config";
}

// src/changes/git.ts
var FULL_SHA = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
async function resolveCommit(repo, ref) {
  const isName = ref !== "" && !ref.includes("\0");
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const { exitCode, stdout, stderr } = isName ? await runGit(args, { repo }) : NO_SUCH_NAME;
  const sha = stdout.toString("utf8").trim();
  if (exitCode === 0 && FULL_SHA.test(sha)) return sha;
  await gitOutput(["rev-parse", "--git-dir"], { repo });
  const detail = stderr.trim() === "" ? "" : ` (${cut(stderr, 200)})`;
  const hint = await isShallow(repo) ? "this is a shallow clone: fetch the whole history (fetch-depth: 0 in actions/checkout, or git fetch --unshallow)" : "check the name with git log, or fetch it first with git fetch";
  throw new UserError({
    where: null,
    message: `expected a commit, received ${JSON.stringify(cut(ref, 100))}, which ${repo} does not have${detail}`,
    hint
  });
}
var NO_SUCH_NAME = { exitCode: 1, stdout: Buffer.alloc(0), stderr: "" };
async function mergeBase(repo, a, b) {
  const { exitCode, stdout } = await runGit(["merge-base", "--end-of-options", fullSha(a), fullSha(b)], { repo });
  const sha = stdout.toString("utf8").trim();
  if (exitCode === 0 && FULL_SHA.test(sha)) return sha;
  const hint = await isShallow(repo) ? "this is a shallow clone: fetch the whole history (fetch-depth: 0 in actions/checkout, or git fetch --unshallow)" : "head must be a branch that came from the target branch";
  throw new UserError({ where: null, message: `${short(a)} and ${short(b)} have no merge base in ${repo}`, hint });
}
async function readFileAt(repo, sha, path) {
  const entries = await listTree({ repo }, fullSha(sha));
  const entry = entries.find((one) => one.path === path && one.mode.startsWith("100"));
  if (entry === void 0) return null;
  const text = (await readTexts({ repo }, [entry.oid])).get(entry.oid);
  if (text !== void 0 && text !== null) return text;
  const where = `${path} at ${short(sha)}`;
  throw new UserError({ where, message: "expected a text file of at most 1 MiB", hint: null });
}
async function listFilesAt(repo, sha, globs) {
  const matches = pathMatcher(globs);
  const entries = await listTree({ repo }, fullSha(sha));
  return entries.map(({ path }) => path).filter(matches);
}
async function changedFiles(repo, baseSha, head) {
  return atHead(repo, head, async (git, tree) => {
    const args = ["diff-tree", "-r", "-z", "-M", "--raw", "--no-abbrev", "--no-commit-id", "--end-of-options"];
    const differences = parseRaw(nulFields(await gitOutput([...args, fullSha(baseSha), tree], git)));
    const texts = await readTexts(
      git,
      differences.flatMap(({ blobs }) => blobs.filter((oid) => oid !== null))
    );
    const textOf2 = (oid) => oid === null ? null : texts.get(oid) ?? null;
    return differences.map(({ path, oldPath, status, blobs: [base, now] }) => {
      return { path, oldPath, status, baseText: textOf2(base), headText: textOf2(now) };
    });
  });
}
async function treeHash(repo, head, rules) {
  const isAgent = agentMatcher(rules);
  return atHead(repo, head, async (git, tree) => {
    const entries = (await listTree(git, tree)).filter(({ path }) => isAgent(path));
    const linked = (await readLinks(git, tree)).filter(({ name, entry }) => isAgent(name) && !isAgent(entry.path));
    const all2 = [...entries, ...linked.map(({ name, entry }) => ({ ...entry, path: name }))];
    return sha256(all2.map(({ mode, oid, path }) => `${mode} ${oid} ${path}\0`).join(""));
  });
}
async function namesOverLinks(repo, sides) {
  const names = /* @__PURE__ */ new Map();
  for (const side of sides) {
    for (const { name, links, entry } of await atHead(repo, side, readLinks)) {
      for (const path of [entry.path, ...links]) names.set(path, (names.get(path) ?? /* @__PURE__ */ new Set()).add(name));
    }
  }
  return names;
}
async function keptElsewhere(repo, side, paths) {
  return atHead(repo, side, async (git, tree) => {
    const entries = (await listTree(git, tree)).filter(({ path }) => paths.has(path));
    const files = entries.filter(({ mode }) => mode.startsWith("100"));
    const texts = files.length === 0 ? /* @__PURE__ */ new Map() : await readTexts(
      git,
      files.map(({ oid }) => oid)
    );
    return entries.flatMap(({ mode, oid, path }) => {
      if (mode === SUBMODULE_MODE) return [{ path, kind: "submodule" }];
      return isLfsPointer(texts.get(oid) ?? "") ? [{ path, kind: "lfs" }] : [];
    });
  });
}
var SUBMODULE_MODE = "160000";
function isLfsPointer(text) {
  return text.startsWith("version https://git-lfs.github.com/spec/v1\n");
}
async function readLinks(git, tree) {
  const entries = await listTree(git, tree);
  const links = entries.filter(isLink).map(({ oid }) => oid);
  return links.length === 0 ? [] : linkedFiles(entries, await readTexts(git, links));
}
function atHead(repo, head, use) {
  return head.kind === "commit" ? use({ repo }, fullSha(head.sha)) : withWorktreeTree(repo, use);
}
var trees = /* @__PURE__ */ new Map();
var MAX_TREES = 4;
function listTree(git, tree) {
  const key = JSON.stringify([git.repo, tree]);
  const known2 = trees.get(key) ?? readTree(git, tree);
  trees.delete(key);
  const [oldest] = trees.keys();
  if (oldest !== void 0 && trees.size >= MAX_TREES) trees.delete(oldest);
  trees.set(key, known2);
  known2.catch(() => trees.delete(key));
  return known2;
}
async function readTree(git, tree) {
  const output = await gitOutput(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree], git);
  return nulFields(output).map((field) => {
    const tab = field.indexOf("	");
    const [mode = "", , oid = ""] = field.slice(0, tab).split(" ");
    return { mode, oid, path: field.slice(tab + 1) };
  });
}
var STATUSES = { A: "added", D: "removed", R: "renamed" };
function parseRaw(fields) {
  const differences = [];
  for (let i = 0; i < fields.length; ) {
    const [oldMode = "", newMode = "", oldOid = "", newOid = "", letter = ""] = fields[i]?.slice(1).split(" ") ?? [];
    const status = STATUSES[letter[0] ?? ""] ?? "modified";
    const isRename = status === "renamed";
    const first = fields[i + 1] ?? "";
    const path = isRename ? fields[i + 2] ?? "" : first;
    const blob = (mode, oid) => mode.startsWith("100") ? oid : null;
    differences.push({
      path,
      oldPath: isRename ? first : null,
      status,
      blobs: [blob(oldMode, oldOid), blob(newMode, newOid)]
    });
    i += isRename ? 3 : 2;
  }
  return differences;
}
async function isShallow(repo) {
  const { stdout } = await runGit(["rev-parse", "--is-shallow-repository"], { repo });
  return stdout.toString("utf8").trim() === "true";
}
function fullSha(sha) {
  if (FULL_SHA.test(sha)) return sha;
  throw new Error(`expected a full commit hash, received ${cut(sha, 60)}`);
}
function short(sha) {
  return sha.slice(0, 12);
}

// src/changes/git-clone.ts
async function cloneFacts(repo) {
  const said = async (...args) => {
    const { exitCode, stdout } = await runGit(args, { repo });
    const text = stdout.toString("utf8").trim();
    return exitCode === 0 && text !== "" ? text : null;
  };
  const version = await said("version");
  const head = await said("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD");
  return {
    gitVersion: version?.replace(/^git version /, "") ?? null,
    shallow: await said("rev-parse", "--is-shallow-repository") === "true",
    origin: await said("remote", "get-url", "origin"),
    defaultBranch: head?.replace(/^refs\/remotes\/origin\//, "") ?? null
  };
}

// src/changes/checkout-files.ts
async function readInside(checkout, path, maxBytes) {
  try {
    const file = await openInside(checkout, path);
    try {
      return await readAtMost(file, maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return { kind: "absent" };
    return { kind: "refused", reason: messageOf(error) };
  }
}
async function readAtMost(file, maxBytes) {
  const bytes = Buffer.alloc(maxBytes + 1);
  let length = 0;
  for (let got = 1; got > 0 && length < bytes.length; length += got)
    got = (await file.read(bytes, length, bytes.length - length, null)).bytesRead;
  if (length > maxBytes) return { kind: "refused", reason: `expected at most ${maxBytes} bytes, received more` };
  return { kind: "text", text: bytes.toString("utf8", 0, length) };
}
async function* chunksOf(checkout, path) {
  const file = await openInside(checkout, path);
  yield* file.createReadStream();
}
async function openInside(checkout, path) {
  const full = $resolve(checkout, path);
  const file = await $open(full, $constants.O_RDONLY | $constants.O_NOFOLLOW | $constants.O_NONBLOCK).catch((error) => {
    throw codeOf(error) === "ELOOP" ? new Error(NOT_REGULAR) : error;
  });
  try {
    if (!(await file.stat()).isFile()) throw new Error(NOT_REGULAR);
    const inside = pathInside(await $realpath(checkout), await openedPath(file, full));
    if (inside === null || inside.toLowerCase().split($sep).includes(".git")) throw new Error(OUTSIDE);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
var NOT_REGULAR = "expected a regular file, received a link, a pipe, a folder or a device";
var OUTSIDE = "expected a file inside the repository, received a path that leads out of it";
async function openedPath(file, path) {
  return $realpath(`/proc/self/fd/${file.fd}`).catch(() => $realpath(path));
}
function pathInside(folder, path) {
  const way = $relative(folder, path);
  return $isAbsolute(way) || way.split($sep)[0] === ".." ? null : way;
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : null;
}
function isMissing(error) {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

// src/changes/git-files.ts
async function sideFiles(repo, source, globs) {
  if (source.kind === "commit") {
    const paths2 = await listFilesAt(repo, source.sha, globs);
    return paths2.map((path) => ({
      path,
      open: () => gitStream(["cat-file", "blob", `${source.sha}:${path}`], { repo })
    }));
  }
  const matches = pathMatcher(globs);
  const listed = await gitOutput(["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { repo });
  const paths = [...new Set(nulFields(listed))].filter(matches).sort();
  return paths.map((path) => ({ path, open: () => $Readable.from(chunksOf(repo, path)) }));
}
async function sideText(repo, source, path) {
  if (source.kind === "commit") return readFileAt(repo, source.sha, path);
  const read = await readInside(repo, path, MAX_TEXT_BYTES);
  if (read.kind === "refused") throw new UserError({ where: path, message: read.reason, hint: null });
  return read.kind === "absent" ? null : read.text;
}
var MAX_TEXT_BYTES = 1024 * 1024;
async function repositoryRoot(directory) {
  const output = await gitOutput(["rev-parse", "--show-toplevel"], { repo: directory });
  const root = output.toString("utf8").replace(/\n$/, "");
  if (root !== "") return root;
  throw new UserError({ where: directory, message: "this is a bare repository", hint: "run pawl in a checkout" });
}

// src/changes/prompt-lines.ts
var MAX_EDITS = 2e3;
function changedLines(base, head) {
  const options = { stripTrailingCr: true, maxEditLength: MAX_EDITS };
  const parts = diffLines(base, head, options) ?? [
    { value: base, added: false, removed: true },
    { value: head, added: true, removed: false }
  ];
  const changes = [];
  const next = { removed: 1, added: 1 };
  for (const { value, added, removed } of parts) {
    const lines = linesOf(value);
    if (added || removed) {
      const kind = added ? "added" : "removed";
      changes.push(...lines.map((text, i) => ({ kind, line: next[kind] + i, text })));
      next[kind] += lines.length;
    } else {
      next.removed += lines.length;
      next.added += lines.length;
    }
  }
  return changes;
}
function linesOf(text) {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

// src/changes/changed-places.ts
function changedPlaces({ baseText, headText }) {
  if (headText === null) return [];
  const lastLine = Math.max(1, headText.split("\n").length - (headText.endsWith("\n") ? 1 : 0));
  const places = [];
  let shift = 0;
  for (const change of changedLines(baseText ?? "", headText)) {
    const line = Math.min(lastLine, headLine(change, shift));
    shift += change.kind === "added" ? 1 : -1;
    const last = places.at(-1);
    if (last !== void 0 && line <= last.end + 1)
      places[places.length - 1] = { ...last, end: Math.max(last.end, line) };
    else places.push({ start: line, end: line });
  }
  return places;
}
function headLine({ kind, line }, shift) {
  return kind === "added" ? line : Math.max(1, line + shift);
}

// src/changes/factors.ts
var NAMES = ["prompts", "tools", "model pins", "code"];
function factorsOf(files, affecting, rules) {
  const kindOf = classifier(rules);
  const nameOf = (path) => {
    const kind = kindOf(path);
    if (kind === "prompt") return "prompts";
    if (kind === "tool") return "tools";
    return affecting.every((change) => change.path !== path || change.kind === "model_pin") ? "model pins" : "code";
  };
  const changed = new Set(affecting.map(({ path }) => path));
  const swapped = [...changed].flatMap((path) => {
    const old = files.find((file) => file.path === path)?.oldPath ?? null;
    const name = nameOf(path);
    return [{ name, path }, ...old === null || changed.has(old) ? [] : [{ name, path: old }]];
  });
  return NAMES.flatMap((name) => {
    const paths = swapped.flatMap((one) => one.name === name ? [one.path] : []);
    return paths.length === 0 ? [] : [{ name, paths: paths.sort() }];
  });
}

// src/changes/model-pin.ts
var import_json_p3 = __toESM(require_json_p3_cjs(), 1);
var import_yaml = __toESM(require_dist(), 1);
var MAX_LINE_CHARACTERS = 1e3;
var MAX_LINES = 1e4;
function pinChanges(file, pins) {
  const oldPath = file.oldPath ?? file.path;
  return pins.flatMap((pin) => {
    const from = pin.file === oldPath ? readPin(file.baseText, pin.at) : null;
    const to = pin.file === file.path ? readPin(file.headText, pin.at) : null;
    return from === to ? [] : [{ kind: "model_pin", path: file.path, pin: pin.name, from, to }];
  });
}
function onlyPinsDiffer(file, changes) {
  if (file.status !== "modified" || file.baseText === null || changes.length === 0) return false;
  const pinned = changes.reduce(
    (text, { from, to }) => from === null || from === "" || to === null ? text : text.replaceAll(from, () => to),
    file.baseText
  );
  return pinned === file.headText;
}
function readPin(text, at) {
  if (text === null) return null;
  switch (at.kind) {
    case "json_pointer": {
      const value = parseJson(text.replace(/^\uFEFF/, ""));
      return value === void 0 ? null : pinText(new import_json_p3.JSONPointer(at.pointer).resolve(value, null));
    }
    case "yaml_path":
      return pinText(yamlAt(text, at.path));
    case "pattern":
      return matchedGroup(text, new RegExp(at.pattern));
    default:
      return at;
  }
}
function yamlAt(text, path) {
  try {
    const document = (0, import_yaml.parseDocument)(text, { logLevel: "silent" });
    return document.errors.length > 0 ? null : document.getIn(path);
  } catch {
    return null;
  }
}
function matchedGroup(text, pattern) {
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    const match = line.length <= MAX_LINE_CHARACTERS ? pattern.exec(line) : null;
    if (match !== null) return match[1] ?? null;
  }
  return null;
}
function pinText(value) {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : null;
}

// src/changes/only-pairs.ts
var MAX_CANDIDATES = 200;
function onlyPairs(old, now, isPair) {
  if (Math.max(old.length, now.length) > MAX_CANDIDATES) return [];
  const pairs = old.flatMap((one) => now.filter((other) => isPair(one, other)).map((other) => [one, other]));
  const partners = /* @__PURE__ */ new Map();
  for (const one of pairs.flat()) partners.set(one, (partners.get(one) ?? 0) + 1);
  return pairs.filter((pair) => pair.every((one) => partners.get(one) === 1));
}

// src/changes/similarity.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var MAX_EDIT_SHARE = 0.4;
var MAX_NAME_LENGTH = 100;
function isParameterRename(base, head) {
  if (base.type !== head.type) return false;
  return sameDescription(base, head) || alikeNames(base.name, head.name);
}
function sameDescription(base, head) {
  if (base.description === null || head.description === null) return false;
  if (base.description === head.description) return true;
  return base.description.replaceAll(base.name, "\0") === head.description.replaceAll(head.name, "\0");
}
function alikeNames(a, b) {
  if (Math.max(a.length, b.length) > MAX_NAME_LENGTH) return false;
  const [wordsOfA, wordsOfB] = [words(a), words(b)];
  if (wordsOfA.size === 0 || wordsOfB.size === 0) return false;
  if (wordsOfA.isSubsetOf(wordsOfB) || wordsOfB.isSubsetOf(wordsOfA)) return true;
  const [x, y] = [[...wordsOfA].join(""), [...wordsOfB].join("")];
  return (0, import_fastest_levenshtein.distance)(x, y) <= MAX_EDIT_SHARE * Math.max(x.length, y.length);
}
function words(name) {
  const split = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
  return new Set(split.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""));
}

// src/changes/tool-effects.ts
function toolEffects(base, head) {
  const effects = [];
  if (base.name !== head.name) effects.push({ kind: "tool_renamed", from: base.name });
  if (base.description !== head.description) effects.push({ kind: "description_changed" });
  return [...effects, ...schemaEffects(base.parameters, head.parameters, { base: "", head: "" })];
}
function schemaEffects(base, head, at) {
  return [...ownEffects(base, head, at), ...propertyEffects(base, head, at), ...itemEffects(base, head, at)];
}
var READ_KEYWORDS = ["type", "enum", "const", "description", "properties", "required", "items", "anyOf", "oneOf"];
function ownEffects(base, head, at) {
  const parameter = at.head;
  const effects = [];
  const [from, to] = [typeText(base), typeText(head)];
  const isPart = parameter !== "";
  if (from !== to && isPart) effects.push({ kind: "parameter_type_changed", parameter, from, to });
  const values = enumEffect(base, head, parameter);
  if (values !== null && isPart) effects.push(values);
  if (!same(base.description, head.description) && isPart)
    effects.push({ kind: "parameter_description_changed", parameter });
  const keywords = (/* @__PURE__ */ new Set([...Object.keys(base), ...Object.keys(head)])).difference(new Set(READ_KEYWORDS));
  const unread = [...keywords].some((keyword) => !same(base[keyword], head[keyword])) || from === to && (!same(base.anyOf, head.anyOf) || !same(base.oneOf, head.oneOf)) || values === null && (!same(base.enum, head.enum) || !same(base.const, head.const)) || itemsAreUnread(base, head) || !isPart && (from !== to || values !== null || !same(base.description, head.description));
  if (unread) effects.push({ kind: "schema_changed", parameter: isPart ? parameter : null });
  return effects;
}
function enumEffect(base, head, parameter) {
  const [before, after] = [allowedValues(base), allowedValues(head)];
  const added = [...new Set(after).difference(new Set(before))];
  const removed = [...new Set(before).difference(new Set(after))];
  if (added.length === 0 && removed.length === 0) return null;
  return { kind: "parameter_enum_changed", parameter, added, removed };
}
function allowedValues(schema) {
  const values = Array.isArray(schema.enum) ? schema.enum : schema.const === void 0 ? [] : [schema.const];
  return values.map((value) => typeof value === "string" ? value : canonicalJson(value));
}
function propertyEffects(base, head, at) {
  const [before, after] = [properties(base), properties(head)];
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const added = [...after.keys()].filter((name) => !before.has(name));
  const oldNames = parameterRenames(removed, added, before, after);
  const renamed = new Set(oldNames.values());
  const requiredNow = requiredNames(head);
  const requiredBefore = requiredNames(base);
  const effects = removed.filter((name) => !renamed.has(name)).map((name) => ({ kind: "parameter_removed", parameter: join(at.base, name) }));
  for (const [name, schema] of after) {
    const oldName = before.has(name) ? name : oldNames.get(name);
    const place = { base: join(at.base, oldName ?? name), head: join(at.head, name) };
    const required = requiredNow.has(name);
    if (oldName === void 0) {
      effects.push({ kind: "parameter_added", parameter: place.head, required });
      continue;
    }
    if (oldName !== name) effects.push({ kind: "parameter_renamed", from: place.base, to: place.head });
    if (requiredBefore.has(oldName) !== required)
      effects.push({ kind: "parameter_required_changed", parameter: place.head, required });
    effects.push(...schemaEffects(before.get(oldName) ?? {}, schema, place));
  }
  return effects;
}
function parameterRenames(removed, added, before, after) {
  const old = removed.map((from) => named(from, before));
  const now = added.map((to) => named(to, after));
  const pairs = onlyPairs(old, now, isParameterRename);
  return new Map(pairs.map(([from, to]) => [to.name, from.name]));
}
function named(name, schemas) {
  const schema = schemas.get(name) ?? {};
  const description = typeof schema.description === "string" ? schema.description : null;
  return { name, type: typeText(schema), description };
}
function itemEffects(base, head, at) {
  if (!isJsonObject(base.items) || !isJsonObject(head.items)) return [];
  return schemaEffects(base.items, head.items, { base: `${at.base}[]`, head: `${at.head}[]` });
}
function itemsAreUnread(base, head) {
  const walked = isJsonObject(base.items) && isJsonObject(head.items);
  return !walked && !same(base.items, head.items);
}
function typeText(schema) {
  const alternatives = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (schema.type === void 0 && alternatives !== void 0)
    return [...new Set(alternatives.map((one) => isJsonObject(one) ? typeText(one) : "any"))].sort().join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map(String).sort().join(" | ");
  if (typeof schema.type === "string") return schema.type;
  return schema.properties === void 0 ? "any" : "object";
}
function properties(schema) {
  if (!isJsonObject(schema.properties)) return /* @__PURE__ */ new Map();
  return new Map(Object.entries(schema.properties).map(([name, one]) => [name, schemaOf(one)]));
}
function schemaOf(value) {
  if (isJsonObject(value)) return value;
  return value === false ? { not: {} } : {};
}
function requiredNames(schema) {
  return new Set(Array.isArray(schema.required) ? schema.required : []);
}
function same(a, b) {
  return canonicalJson(a) === canonicalJson(b);
}
function join(path, name) {
  return path === "" ? name : `${path}.${name}`;
}

// src/changes/tool-changes.ts
function toolChanges(files) {
  const read = files.map(readFile);
  return [
    ...read.flatMap((file) => file.unreadable),
    ...changesBetween(
      read.flatMap((file) => file.base),
      read.flatMap((file) => file.head)
    )
  ];
}
function changedTools(base, head, where) {
  return changesBetween(placed(base, where), placed(head, where));
}
function changesBetween(base, head) {
  const pairs = pairTools(base, head);
  const [oldOnes, newOnes] = [new Set(pairs.map(([old]) => old)), new Set(pairs.map(([, now]) => now))];
  const changes = [
    ...pairs.map(([old, now]) => changeOf(now, toolEffects(old.tool, now.tool))),
    ...base.filter((old) => !oldOnes.has(old)).map((old) => changeOf(old, [{ kind: "tool_removed" }])),
    ...head.filter((now) => !newOnes.has(now)).map((now) => changeOf(now, [{ kind: "tool_added" }]))
  ];
  return changes.filter(({ effects }) => effects.length > 0);
}
function changeOf({ path, tool }, effects) {
  return { kind: "tool", path, tool: tool.name, effects };
}
function readFile(file) {
  const { path, status } = file;
  const base = status === "added" ? { tools: [] } : readSide(file.baseText, file.oldPath ?? path);
  const head = status === "removed" ? { tools: [] } : readSide(file.headText, path);
  const unreadable = [
    ..."problem" in base ? [unreadableOn("base", path, base.problem)] : [],
    ..."problem" in head ? [unreadableOn("head", path, head.problem)] : []
  ];
  if ("problem" in base || "problem" in head) return { unreadable, base: [], head: [] };
  return { unreadable, base: placed(base.tools, path), head: placed(head.tools, path) };
}
function readSide(text, path) {
  return text === null ? { problem: `${path}: expected a text file of at most 1 MiB` } : readTools(text, path);
}
function unreadableOn(side, path, reason2) {
  const name = path.split("/").at(-1) ?? path;
  return { kind: "tool", path, tool: name, effects: [{ kind: "unreadable", side, reason: reason2 }] };
}
function placed(tools, path) {
  return tools.map((tool) => ({ path, tool, parameters: canonicalJson(tool.parameters), alone: tools.length === 1 }));
}
function pairTools(base, head) {
  const inFile = pairsByKey(base, head, ({ path, tool }) => JSON.stringify([path, tool.name]));
  const moved = pairsByKey(unpaired(base, inFile), unpaired(head, inFile), ({ tool }) => tool.name);
  const known2 = [...inFile, ...moved];
  return [...known2, ...onlyPairs(unpaired(base, known2), unpaired(head, known2), isRenamedTool)];
}
function unpaired(tools, pairs) {
  const paired = new Set(pairs.flat());
  return tools.filter((tool) => !paired.has(tool));
}
function pairsByKey(base, head, keyOf) {
  const [byOldKey, byNewKey] = [Map.groupBy(base, keyOf), Map.groupBy(head, keyOf)];
  return [...byOldKey].flatMap(([key, [old, ...otherOld]]) => {
    const [now, ...otherNew] = byNewKey.get(key) ?? [];
    const areAlone = otherOld.length === 0 && otherNew.length === 0;
    return old !== void 0 && now !== void 0 && areAlone ? [[old, now]] : [];
  });
}
function isRenamedTool(base, head) {
  if (base.parameters !== head.parameters) return false;
  if (sameDescription(base.tool, head.tool)) return true;
  const { properties: properties2 } = base.tool.parameters;
  const takesArguments = isJsonObject(properties2) && Object.keys(properties2).length > 0;
  return takesArguments && base.alone && head.alone && base.path === head.path;
}

// src/changes/find.ts
var ORDER = ["config", "corpus", "prompt", "tool", "model_pin", "dependency", "code"];
var MAX_NAMED_FILES = 3;
var NO_LINKS = /* @__PURE__ */ new Map();
function findChanges(files, rules, linked = NO_LINKS) {
  const kindOf = classifier(rules);
  const isAgent = agentMatcher(rules);
  const parts = files.flatMap((file) => withinKind(file, kindOf));
  const toolFiles = parts.filter((file) => kindOf(file.path) === "tool");
  const tools = toolChanges(toolFiles);
  const changes = parts.flatMap((file) => {
    const pins = pinChanges(file, rules.pins);
    return [...pins, ...fileChanges(file, kindOf(file.path), onlyPinsDiffer(file, pins))];
  });
  const reached = parts.filter(({ path }) => !isAgent(path)).flatMap((file) => linkedChanges(file, linked, rules));
  const silent = toolFiles.filter(({ path }) => !tools.some((tool) => tool.path === path));
  const all2 = [...changes, ...reached, ...tools, ...silent.map((file) => pathChange("code", file))];
  const ordered = ORDER.flatMap((kind) => all2.filter((change) => change.kind === kind));
  const affecting = ordered.filter(({ kind }) => affects(kind));
  return { changes: ordered, affecting, notAffected: affecting.length > 0 ? null : reason(files, rules, ordered) };
}
function withChangesBy(older, found, files, linked = NO_LINKS) {
  const told = new Set(
    found.changes.flatMap((change) => "oldPath" in change ? [change.path, change.oldPath] : change.path)
  );
  const more = findChanges(
    files.filter(({ path, oldPath }) => !told.has(path) && (oldPath === null || !told.has(oldPath))),
    older,
    linked
  );
  if (more.affecting.length === 0) return found;
  const sorted = (a, b) => ORDER.flatMap((kind) => [...a, ...b].filter((change) => change.kind === kind));
  return {
    changes: sorted(found.changes, more.changes),
    affecting: sorted(found.affecting, more.affecting),
    notAffected: null
  };
}
function withinKind(file, kindOf) {
  const { path, oldPath } = file;
  if (oldPath === null || kindOf(oldPath) === kindOf(path)) return [file];
  return [
    { path: oldPath, oldPath: null, status: "removed", baseText: file.baseText, headText: null },
    { path, oldPath: null, status: "added", baseText: null, headText: file.headText }
  ];
}
function fileChanges(file, kind, onlyPins) {
  if (kind === null || kind === "tool") return [];
  if (kind === "prompt") return [promptChange(file)];
  return onlyPins && affects(kind) ? [] : [pathChange(kind, file)];
}
function linkedChanges(file, linked, rules) {
  const paths = file.oldPath === null ? [file.path] : [file.path, file.oldPath];
  const names = paths.flatMap((path) => [...linked.get(path) ?? []]).filter(agentMatcher(rules));
  if (names.length === 0) return [];
  return names.map(classifier(rules)).includes("prompt") ? [promptChange(file)] : [pathChange("code", file)];
}
function promptChange({ path, status, oldPath, baseText, headText }) {
  const unreadable = baseText === null && status !== "added" || headText === null && status !== "removed";
  const lines = unreadable ? [] : changedLines(baseText ?? "", headText ?? "");
  return { kind: "prompt", path, status, oldPath, lines };
}
function pathChange(kind, file) {
  return { kind, path: file.path, status: file.status, oldPath: file.oldPath };
}
function reason(files, rules, changes) {
  if (files.length === 0) return "No file differs between base and head.";
  const count = files.length === 1 ? "1 file differs" : `${files.length} files differ`;
  const named2 = files.slice(0, MAX_NAMED_FILES).map(({ path }) => cut(path, 80));
  const more = files.length > named2.length ? ` and ${files.length - named2.length} more` : "";
  const own = changes.length === 0 ? "" : " Changes of the corpus and the settings do not change the agent.";
  const paths = cut(rules.agent.join(", "), 200);
  return `${count} (${named2.join(", ")}${more}), none of them a file of the agent (paths: ${paths}).${own}`;
}

// src/changes/git-fetch.ts
var DEPTHS = [50, 500, null];
var FETCH_TIMEOUT_MS = 12e4;
var FULL_SHA2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var REMOTE_BRANCH = /^origin\/(?<branch>[\w.-]+(?:\/[\w.-]+)*)$/;
var OPTIONS2 = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--end-of-options"];
async function fetchHistory(repo, base, head) {
  const said = [];
  for (const depth of DEPTHS) {
    if (await hasMergeBase(repo, base, head)) return said;
    const shallow = await isShallow2({ repo });
    const wanted = [base, head].flatMap(refspec);
    if (wanted.length === 0 || !shallow && await hasAll(repo, [base, head])) return said;
    const problem = await fetched(repo, wanted, shallow ? depthArgument(depth) : []);
    if (problem !== null) return [...said, `git fetch did not work: ${problem}`];
    said.push(
      shallow ? `the clone is shallow: fetched ${depth ?? "all"} commits of history` : "fetched missing commits"
    );
  }
  return said;
}
function refspec(name) {
  if (FULL_SHA2.test(name)) return [name];
  const branch = REMOTE_BRANCH.exec(name)?.groups?.branch;
  return branch === void 0 || branch.includes("..") ? [] : [`+refs/heads/${branch}:refs/remotes/origin/${branch}`];
}
async function hasMergeBase(repo, base, head) {
  const { exitCode } = await runGit(["merge-base", "--end-of-options", base, head], { repo });
  return exitCode === 0;
}
async function hasAll(repo, names) {
  const found = await Promise.all(
    names.map((name) => runGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`], { repo }))
  );
  return found.every(({ exitCode }) => exitCode === 0);
}
function depthArgument(depth) {
  return [depth === null ? "--unshallow" : `--depth=${depth}`];
}
async function fetched(repo, wanted, depthArguments) {
  const args = ["fetch", ...depthArguments, ...OPTIONS2, "origin", ...wanted];
  try {
    const { exitCode, stderr } = await runGit(args, { repo, timeoutMs: FETCH_TIMEOUT_MS });
    return exitCode === 0 ? null : cut(stderr.trim(), 300);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
async function isShallow2(git) {
  const { stdout } = await runGit(["rev-parse", "--is-shallow-repository"], git);
  return stdout.toString("utf8").trim() === "true";
}

// src/changes/git-history.ts
var BEGIN = "";
var FIELDS = `${BEGIN}%H%x00%ct%x00%an%x00%P%x00%s%x00`;
var BEGINNING = new RegExp(`^${BEGIN}(?:[0-9a-f]{40}|[0-9a-f]{64})$`);
async function agentHistory(repo, ref, rules, sinceMs) {
  const since = sinceMs <= 0 ? [] : [`--since=${Math.floor(sinceMs / 1e3)}`];
  const args = [
    "log",
    "--first-parent",
    "-m",
    "--name-only",
    "--no-renames",
    // of a file that is moved both names count: it may have left the agent, or come to it
    "--no-show-signature",
    "-z",
    `--format=${FIELDS}`,
    ...since,
    "--end-of-options",
    ref
  ];
  const isAgents = agentMatcher(rules);
  return commitsIn((await gitOutput(args, { repo })).toString("utf8")).flatMap((commit) => {
    const paths = commit.paths.filter(isAgents);
    return paths.length === 0 ? [] : [{ ...commit, paths }];
  });
}
function commitsIn(log) {
  const fields = log.split("\0");
  const commits = [];
  for (let at = 0; at < fields.length; ) {
    const [begin = "", seconds = "", author = "", parents = "", subject = ""] = fields.slice(at, at + 5);
    at += 5;
    const paths = [];
    for (; at < fields.length && !BEGINNING.test(fields[at] ?? ""); at += 1) {
      const name = (fields[at] ?? "").replace(/^\n/, "");
      if (name !== "") paths.push(name);
    }
    if (!BEGINNING.test(begin)) continue;
    const sha = begin.slice(BEGIN.length);
    commits.push({ sha, atMs: 1e3 * Number(seconds), author, parent: parents.split(" ")[0] || null, subject, paths });
  }
  return commits;
}
async function hasCommits(repo) {
  return (await gitOutput(["rev-list", "--max-count=1", "--all"], { repo })).length > 0;
}
async function pathHistory(repo, sha, path) {
  const args = ["rev-list", "--max-count=1", "--full-history", "--end-of-options", sha, "--", path];
  if ((await gitOutput(args, { repo })).toString("utf8").trim() !== "") return "touched";
  return await isShallow(repo) ? "unknown" : "never";
}

// src/changes/git-mixture.ts
var AUTHOR = {
  GIT_AUTHOR_NAME: "pawl",
  GIT_AUTHOR_EMAIL: "pawl@localhost",
  GIT_AUTHOR_DATE: "2000-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "pawl",
  GIT_COMMITTER_EMAIL: "pawl@localhost",
  GIT_COMMITTER_DATE: "2000-01-01T00:00:00Z"
};
async function commitMixture(repo, { base, head, paths }) {
  const scratch = await $mkdtemp($join($tmpdir(), "pawl-index-"));
  try {
    const git = { repo, environment: { ...AUTHOR, GIT_INDEX_FILE: $join(scratch, "index") } };
    await gitOutput(["read-tree", "--end-of-options", base], git);
    const listed = nulFields(await gitOutput(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", head], git));
    const wanted = new Set(paths);
    const entries = listed.filter((entry) => wanted.has(entry.slice(entry.indexOf("	") + 1)));
    const gone = paths.map((path) => `0 ${"0".repeat(base.length)}	${path}`);
    const input = [...gone, ...entries].map((entry) => `${entry}\0`).join("");
    await gitOutput(["update-index", "-z", "--index-info"], { ...git, input });
    const tree = (await gitOutput(["write-tree"], git)).toString("utf8").trim();
    const message = "base with some of the changes of head";
    return (await gitOutput(["commit-tree", "-p", base, "-m", message, tree], git)).toString("utf8").trim();
  } finally {
    await $rm(scratch, { recursive: true, force: true });
  }
}

// src/changes/renames.ts
function renamesOf(changes) {
  const renames = [];
  const addedTools = [];
  const removedTools = [];
  for (const change of changes) {
    if (change.kind !== "tool") continue;
    let baseTool = change.tool;
    const parameters = [];
    const addedOptional = [];
    for (const effect of change.effects) {
      if (effect.kind === "tool_added") addedTools.push(change.tool);
      if (effect.kind === "tool_removed") removedTools.push(change.tool);
      if (effect.kind === "tool_renamed") {
        baseTool = effect.from;
        removedTools.push(effect.from);
      }
      if (effect.kind === "parameter_renamed") parameters.push([effect.to, effect.from]);
      if (effect.kind === "parameter_added" && !effect.required) addedOptional.push(effect.parameter);
    }
    if (baseTool !== change.tool || parameters.length > 0 || addedOptional.length > 0)
      renames.push({ headTool: change.tool, baseTool, parameters: Object.fromEntries(parameters), addedOptional });
  }
  return { renames, addedTools, removedTools };
}

// src/changes/store-place.ts
async function assertStoreIsOurs(repository, storeDirectory) {
  const root = await $realpath(repository);
  const store = $resolve(storeDirectory);
  const link = await linkBelow(root, store);
  if (link !== null) throw foreignStore(store, `${link} is a link, which the repository may have set`);
  const inside = pathInside(root, await realPathOf(store));
  if (inside === null) return;
  const place = foldersOf(inside);
  const listed = nulFields(await gitOutput(["ls-files", "-z", "--cached"], { repo: root }));
  const tracked = listed.find((path) => {
    const other = foldersOf(path);
    return (place.length < other.length ? place : other).every((_, i) => place[i] === other[i]);
  });
  if (tracked !== void 0) throw foreignStore(store, `git tracks ${cut(tracked, 200)} in it`);
}
function foldersOf(path) {
  return path === "" ? [] : path.toLowerCase().split(/[\\/]/);
}
function foreignStore(store, why) {
  return new UserError({
    where: store,
    message: `expected a store that only pawl writes to: ${why}`,
    hint: "remove it from the repository, or give --store a folder outside of it"
  });
}
async function linkBelow(root, path) {
  let link = null;
  let below = null;
  for (let at = path; ; at = $dirname(at)) {
    if (await $realpath(at).catch(() => null) === root) below = link;
    const isLink2 = await $lstat(at).then(
      (stats) => stats.isSymbolicLink(),
      () => false
    );
    if (isLink2) link = at;
    if (at === $dirname(at)) return below;
  }
}
async function realPathOf(path) {
  try {
    return await $realpath(path);
  } catch (error) {
    if (!isMissing(error) || path === $dirname(path)) throw error;
    return $join(await realPathOf($dirname(path)), $basename(path));
  }
}

export {
  changedPlaces,
  readInside,
  $basename2 as $basename,
  pathMatcher,
  factorsOf,
  readPin,
  readTools,
  changedTools,
  findChanges,
  withChangesBy,
  resolveCommit,
  mergeBase,
  changedFiles,
  treeHash,
  namesOverLinks,
  keptElsewhere,
  isLfsPointer,
  isShallow,
  cloneFacts,
  fetchHistory,
  sideFiles,
  sideText,
  repositoryRoot,
  agentHistory,
  hasCommits,
  pathHistory,
  commitMixture,
  renamesOf,
  assertStoreIsOurs
};
