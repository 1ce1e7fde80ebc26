const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  examine,
  programsOf,
  readRepository,
  readWorkflows,
  renderCheckups
} from "./chunk-7EEQIWDJ.js";
import {
  addressOf,
  connect,
  requiredChecks
} from "./chunk-WFO4ORFU.js";
import {
  cloneFacts,
  sideFiles
} from "./chunk-GMN627S4.js";
import {
  readCorpus,
  readSettings
} from "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import {
  $performance,
  $setTimeout,
  chooseIsolation
} from "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-V5MOI6JN.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $access
} from "./chunk-OPI4XJCE.js";
import {
  $delimiter,
  $join
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import {
  $constants
} from "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/on-path.ts
async function isOnPath(program, path) {
  for (const folder of (path ?? "").split($delimiter)) {
    const found = await $access($join(folder, program), $constants.X_OK).then(
      () => true,
      () => false
    );
    if (found) return true;
  }
  return false;
}

// src/commands/doctor.ts
async function doctorCommand(options, surroundings) {
  const { root, files } = await readRepository(surroundings.directory);
  const { settings, problems } = settingsIn(files.textOf(options.config), options.config);
  const clone = await cloneFacts(root);
  const checkups = examine({
    files,
    configPath: options.config,
    settings,
    settingsProblems: problems,
    corpus: settings === null ? null : await seenCorpus(root, settings),
    workflows: readWorkflows(files),
    machine: await machineOf(clone, settings, surroundings),
    branch: await rulesOf(options.branch ?? clone.defaultBranch ?? "main", clone, surroundings)
  });
  surroundings.print(
    options.json === true ? JSON.stringify({ v: 1, checks: checkups }, null, 2) : renderCheckups(checkups)
  );
  return checkups.some(({ outcome }) => outcome.kind === "mend") ? 2 : 0;
}
function settingsIn(text, file) {
  if (text === null)
    return { settings: null, problems: [{ where: file, message: "there is no such file", hint: null }] };
  try {
    return { settings: readSettings({ text, file, overrides: [] }), problems: [] };
  } catch (error) {
    if (error instanceof UserError) return { settings: null, problems: error.problems };
    throw error;
  }
}
async function seenCorpus(root, settings) {
  const sources = await sideFiles(root, { kind: "worktree" }, settings.corpus);
  const { cases, problems } = await readCorpus(sources);
  const places = problems.map(({ file, line, reason }) => `${file}${line === null ? "" : `:${line}`}: ${reason}`);
  return { files: sources.length, cases: cases.length, problems: places };
}
async function machineOf({ gitVersion, shallow }, settings, { environment }) {
  const program = settings === null ? void 0 : programsOf(settings.agent.command)?.program;
  const policy = { mode: "auto", allowUnisolated: true, network: "open" };
  return {
    node: process.versions.node,
    git: gitVersion,
    shallow,
    isolation: await chooseIsolation(policy, [], environment.PATH),
    programs: new Map(
      program === void 0 || program.includes("/") ? [] : [[program, await isOnPath(program, environment.PATH)]]
    )
  };
}
var REQUEST_TIMEOUT_MS = 1e4;
var ALL_REQUESTS_MS = 3e4;
async function rulesOf(branch, { origin }, { environment }) {
  const token = environment.GITHUB_TOKEN ?? environment.GH_TOKEN ?? "";
  const address = origin === null ? null : addressOf(origin, environment.GITHUB_API_URL ?? null);
  if (address === null)
    return { kind: "unknown", why: `there is no origin on GitHub, so what ${branch} requires is not known` };
  if (token === "")
    return {
      kind: "unknown",
      why: `what ${branch} requires is known to GitHub alone: give a token that may read it as GITHUB_TOKEN`
    };
  const endMs = $performance.now() + ALL_REQUESTS_MS;
  const github = await connect(token, address, {
    sleep: (durationMs) => $setTimeout(durationMs),
    timeoutMs: REQUEST_TIMEOUT_MS,
    leftMs: () => endMs - $performance.now()
  });
  const rules = await requiredChecks(github, branch);
  return "why" in rules ? { kind: "unknown", why: rules.why } : { kind: "known", branch, ...rules };
}
export {
  doctorCommand
};
