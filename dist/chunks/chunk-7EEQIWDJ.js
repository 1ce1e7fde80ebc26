const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  pathMatcher,
  readInside,
  readPin,
  readTools,
  repositoryRoot,
  sideFiles
} from "./chunk-GMN627S4.js";
import {
  FILE_HEADERS_ONLY,
  createTwoFilesPatch,
  require_dist,
  terminalText
} from "./chunk-BYL2NBM7.js";
import {
  isJsonObject,
  parseJson,
  redactText
} from "./chunk-2SGQDVVG.js";
import {
  cut,
  formatProblem
} from "./chunk-V5MOI6JN.js";
import {
  $posix
} from "./chunk-UVWFDZNQ.js";
import {
  __toESM
} from "./chunk-GPPT27SZ.js";

// src/setup/yaml-lines.ts
var FILL_IN = "FILL IN";
var MAX_WHY = 400;
var WIDTH = 110;
function because(indent, ...reasons) {
  return reasons.flatMap((reason) => {
    if (reason === null) return [];
    const plain2 = cut(reason.replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\p{Cf}]/gu, ""), MAX_WHY);
    return wrapped(plain2, WIDTH - indent.length).map((line) => `${indent}# ${line}`);
  });
}
function fillIn(indent, what) {
  return because(indent, `${FILL_IN}: ${what}`);
}
function wrapped(text, width) {
  const lines = [];
  let rest = text;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(" ", width);
    if (blank <= 0) break;
    lines.push(rest.slice(0, blank));
    rest = rest.slice(blank + 1);
  }
  return [...lines, rest];
}
function flow(value) {
  if (typeof value !== "string") return `[${value.map(quoted).join(", ")}]`;
  return /^[A-Za-z][\w .:/@=&*>-]*$/.test(value) && isPlain(value) ? value : quoted(value);
}
function quoted(text) {
  return JSON.stringify(text.toWellFormed()).replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\u007F-\u009F]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 65535 ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
function isPlain(value) {
  return !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value) && !/: |:$| $| #/.test(value);
}

// src/setup/doctor/checkup.ts
var GATE_EVENTS = ["pull_request", "merge_group", "pull_request_target"];
function gateJobs({ workflows, files }) {
  const isOwn = /^name:\s*pawl\s*$/m.test(files.textOf("action.yml") ?? "");
  return workflows.filter(({ on }) => GATE_EVENTS.some((event) => on.has(event))).flatMap(
    (workflow) => workflow.jobs.flatMap((job) => {
      const steps = job.steps.filter((step) => isPawl(step, isOwn));
      return steps.length === 0 ? [] : [{ workflow, job, steps, ...partsOf(steps) }];
    })
  );
}
function isPawl({ uses, run }, isOwn) {
  if (uses !== null) return /\/pawl(?:\/[^@]*)?@/.test(uses) || isOwn && /^\.\/?$/.test(uses);
  return run !== null && /\bpawl gate\b/.test(run);
}
function partsOf(steps) {
  const has = (...modes) => steps.some((step) => modes.includes(step.with.get("mode") ?? "auto"));
  return { runs: has("auto", "replay"), decides: has("auto", "gate") };
}
function placeOfJob({ workflow, job }) {
  return `${workflow.file}, job ${job.id}`;
}
function good(name, seen) {
  return { name, outcome: { kind: "good", seen } };
}
function mend(name, seen, fix) {
  return { name, outcome: { kind: "mend", seen, fix } };
}
function advice(name, seen, fix) {
  return { name, outcome: { kind: "advice", seen, fix } };
}
function orGood(found, name, seen) {
  return found.length > 0 ? found : [good(name, seen)];
}

// src/setup/doctor/settings.ts
function checkSettings(setUp) {
  const { settings, settingsProblems, configPath, corpus } = setUp;
  if (settings === null)
    return settingsProblems.map(
      (problem) => mend("settings", formatProblem({ ...problem, hint: null }), problem.hint ?? "pawl init proposes settings")
    );
  return [
    good("settings", `${configPath} holds`),
    ...openLines(setUp),
    ...checkFiles(setUp),
    ...checkPins(setUp),
    ...corpus === null ? [] : [checkCorpus(corpus)]
  ];
}
function openLines({ files, configPath, workflows }) {
  const open = [configPath, ...workflows.map(({ file }) => file)].flatMap(
    (path) => (files.textOf(path) ?? "").split("\n").flatMap((line, i) => line.includes(`# ${FILL_IN}:`) ? [`${path}:${i + 1}`] : [])
  );
  if (open.length === 0) return [];
  return [
    mend(
      "filled in",
      `${FILL_IN} stands at ${open.join(", ")}`,
      "say what is asked for there, and take the comment away"
    )
  ];
}
function checkFiles({ settings, files }) {
  if (settings === null) return [];
  const matching = (globs) => files.paths.filter(pathMatcher(globs));
  const { prompts, tools } = settings.changes;
  const toolFiles = matching(settings.tools.files);
  const unread = toolFiles.flatMap((path) => {
    const read = readTools(files.textOf(path) ?? "", path);
    return "problem" in read ? [mend("tools", read.problem, "mend the file, or leave it out of tools.files")] : [];
  });
  const found = matching(prompts);
  return [
    found.length === 0 ? mend(
      "prompts",
      `no file matches ${prompts.join(", ")}`,
      "name the files under prompts; pawl init looks for them"
    ) : good("prompts", `${found.length} of ${prompts.join(", ")}`),
    ...settings.tools.files.length > 0 && toolFiles.length === 0 ? [mend("tools", `no file matches ${tools.join(", ")}`, "name the files under tools.files, or leave the key out")] : orGood(
      unread,
      "tools",
      toolFiles.length === 0 ? "none in files of their own" : counted(toolFiles.length, "file")
    )
  ];
}
function checkPins({ settings, files }) {
  const pins = settings?.changes.pins ?? [];
  if (pins.length === 0)
    return [
      advice("model pins", "none are named", "name them under model_pins, so that a new model is shown as old -> new")
    ];
  const lost = pins.filter(({ file, at }) => readPin(files.textOf(file), at) === null);
  return orGood(
    lost.map(
      ({ name, file }) => mend("model pins", `${name}: nothing stands at that place in ${file}`, "put the pin right under model_pins")
    ),
    "model pins",
    pins.map(({ file, at }) => readPin(files.textOf(file), at)).join(", ")
  );
}
function checkCorpus({ files, cases, problems }) {
  const [problem] = problems;
  if (problem !== void 0)
    return mend(
      "corpus",
      `${problem}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""}`,
      "mend the lines; pawl corpus check names them all"
    );
  if (cases === 0)
    return mend("corpus", `${counted(files, "file")}, no case`, "record one: pawl record --inputs FILE --out FILE");
  return good("corpus", `${counted(cases, "case")} in ${counted(files, "file")}`);
}
function programsOf(command) {
  if (/[|&;<>()$`"'\\\n*?[\]{}~#=]/.test(command)) return null;
  const [program = "", ...rest] = command.trim().split(/\s+/);
  return { program, script: rest.find((word) => /\.(?:[cm]?[jt]s|py|rb|sh)$/.test(word)) ?? null };
}
function checkAgent({ settings, files, machine }) {
  if (settings === null) return [];
  const { root, command, setup } = settings.agent;
  if (root !== "." && !files.paths.some((path) => path.startsWith(`${root}/`)))
    return [
      mend(
        "agent",
        `agent.root ${root}: there is no such folder with files in git`,
        "name the folder that agent.command runs in"
      )
    ];
  const parts = programsOf(command);
  if (parts === null)
    return [
      { name: "agent", outcome: { kind: "unknown", why: `"${command}" is more than a program and its arguments` } }
    ];
  const { program, script } = parts;
  const file = [program.includes("/") ? program : null, script].flatMap((name) => name ?? []).map((name) => $posix.join(root, name)).find((path) => !files.paths.includes(path));
  if (file !== void 0 && setup === null)
    return [
      mend("agent", `agent.command "${command}": ${file} is not in git`, "write the program, or put the command right")
    ];
  if (machine.programs.get(program) === false)
    return [
      advice(
        "agent",
        `${program} is not on this machine's PATH`,
        "install it where the gate runs; on GitHub add a step for it"
      )
    ];
  return [good("agent", file === void 0 ? command : `${command} (${file} is left to agent.setup)`)];
}
function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

// src/setup/doctor/jobs.ts
var WRITES_PUBLICATIONS = ["pull-requests", "checks"];
function checkPermissions(jobs) {
  const faults = jobs.flatMap((one) => {
    const where = placeOfJob(one);
    const permissions = one.job.permissions ?? one.workflow.permissions;
    if (permissions === null)
      return [
        mend(
          "permissions",
          `${where} names no permissions: its token may do what the repository's default says`,
          "add permissions: contents: read"
        )
      ];
    if (permissions.get("*") === "write")
      return [mend("permissions", `${where} has a token that may write everything`, "name single permissions")];
    return [...excess(one, where, permissions), ...lacking(one, where, permissions)];
  });
  return jobs.length === 0 ? [] : orGood(faults, "permissions", "no more and no less than the gate needs");
}
function excess({ runs, decides }, where, permissions) {
  const writes = [...permissions].filter(([, level]) => level === "write").map(([scope]) => scope);
  const allowed = decides ? WRITES_PUBLICATIONS : [];
  const more = writes.filter((scope) => !allowed.includes(scope));
  if (more.length === 0) return [];
  const code = runs ? ", and it runs the code of the pull request" : "";
  return [
    mend(
      "write token",
      `${where} may write ${more.join(", ")}${code}`,
      `take ${more.map((scope) => `${scope}: write`).join(", ")} away`
    )
  ];
}
function lacking({ decides, steps }, where, permissions) {
  const readsAll = permissions.get("*") === "read";
  const reads = readsAll || ["read", "write"].includes(permissions.get("contents") ?? "");
  const wanted = (input) => steps.some((step) => step.uses !== null && step.with.get(input) !== "false");
  const missing = [
    ...wanted("comment") && permissions.get("pull-requests") !== "write" ? ["pull-requests: write for the comment"] : [],
    ...wanted("check") && permissions.get("checks") !== "write" ? ["checks: write for remarks beside lines"] : []
  ];
  return [
    ...reads ? [] : [mend("permissions", `${where} may not read the repository`, "add contents: read")],
    ...decides && missing.length > 0 ? [
      advice(
        "permissions",
        `${where} lacks ${missing.join(", ")}`,
        "add them, or set comment: false and check: false; the step summary has the report"
      )
    ] : []
  ];
}
var CHECKOUT = /^actions\/checkout@/;
function checkCheckouts(jobs) {
  const faults = jobs.flatMap((one) => {
    const where = placeOfJob(one);
    const checkouts = one.job.steps.filter(({ uses }) => CHECKOUT.test(uses ?? ""));
    if (checkouts.length === 0)
      return [mend("checkout", `${where} checks nothing out`, "add actions/checkout with fetch-depth: 0")];
    return checkouts.flatMap(({ with: inputs }) => [
      ...inputs.get("persist-credentials") === "false" ? [] : [
        mend(
          "checkout",
          `${where} leaves its token on the disk, where the agent can read it`,
          "add persist-credentials: false"
        )
      ],
      ...inputs.get("fetch-depth") === "0" ? [] : [
        mend(
          "checkout",
          `${where} clones shallow: the merge base may be missing, and without credentials nothing more can be fetched`,
          "add fetch-depth: 0"
        )
      ]
    ]);
  });
  return jobs.length === 0 ? [] : orGood(faults, "checkout", "whole history, no token on the disk");
}
var FULL_HASH = /@[0-9a-f]{40}$/;
function checkActions(jobs) {
  const used = jobs.flatMap(({ job }) => [job.uses, ...job.steps.map(({ uses }) => uses)]).flatMap((uses) => uses ?? []);
  const loose = [...new Set(used)].filter(
    (uses) => !/^(?:\.\/|docker:\/\/.*@sha256:)/.test(uses) && !FULL_HASH.test(uses)
  );
  const found = loose.map((uses) => {
    const fix = "pin it by the full hash of a commit, with the version in a comment";
    return /^(?:actions|github)\//.test(uses) ? advice("pinned actions", `${uses} can be moved to other code`, fix) : mend("pinned actions", `${uses} can be moved to other code, which would see the keys`, fix);
  });
  return jobs.length === 0 ? [] : orGood(found, "pinned actions", `${new Set(used).size} by full hashes`);
}
function checkKeys({ settings }, jobs) {
  if (settings === null) return [];
  const known = [...settings.providers, ...settings.judges.flatMap(({ provider }) => provider ?? [])].filter(({ baseUrl }) => !/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(baseUrl)).map(({ keyEnvironment }) => keyEnvironment);
  const replaying = jobs.filter(({ runs, steps }) => runs && !steps.some(hasOwnProvider));
  const faults = replaying.flatMap((one) => {
    const { workflow, job, steps } = one;
    const where = placeOfJob(one);
    const wide = new Map([...workflow.env, ...job.env]);
    const own = new Map(steps.flatMap(({ env }) => [...env]));
    const given = known.filter((name) => wide.has(name) || own.has(name));
    const literal2 = given.filter((name) => !/^\s*\$\{\{.*\}\}\s*$/.test(own.get(name) ?? wide.get(name) ?? ""));
    return [
      ...given.length === 0 ? [
        mend(
          "keys",
          `${where} hands pawl none of ${[...new Set(known)].join(", ")}`,
          `add it under env: of the step, from secrets`
        )
      ] : [],
      ...literal2.map(
        (name) => mend("keys", `${where} has ${name} written out`, `keep it as a secret: \${{ secrets.${name} }}`)
      ),
      ...known.filter((name) => wide.has(name)).map(
        (name) => advice("keys", `${where} shows ${name} to every step`, "move it to env: of the step that is pawl")
      )
    ];
  });
  return replaying.length === 0 ? [] : orGood(faults, "keys", "handed to the step that is pawl alone");
}
function hasOwnProvider(step) {
  return ["openai-base-url", "anthropic-base-url"].some((input) => step.with.has(input));
}

// src/setup/doctor/surroundings.ts
function checkRunnerIsolation({ settings }, jobs) {
  if (settings === null) return [];
  const { mode, allowUnisolated } = settings.isolation;
  if (mode === "off" || allowUnisolated)
    return [
      advice(
        "isolation",
        `${mode === "off" ? "isolation.mode: off" : "isolation.allow_unisolated: true"}: the agent can read the keys`,
        "take it away"
      )
    ];
  const faults = jobs.filter(({ runs }) => runs).flatMap((one) => {
    const where = placeOfJob(one);
    if (/macos|windows/i.test(one.job.runsOn))
      return [
        mend(
          "isolation",
          `${where} runs on ${one.job.runsOn}: agents are isolated on Linux alone`,
          "use ubuntu-latest"
        )
      ];
    const runs = one.job.steps.map(({ run }) => run ?? "").join("\n");
    if (!/ubuntu-/.test(one.job.runsOn) || /bubblewrap|bwrap/.test(runs)) return [];
    return [
      mend(
        "isolation",
        `${where} installs no bubblewrap: pawl refuses to hold a key there`,
        "install it, and set kernel.apparmor_restrict_unprivileged_userns=0, in a step before pawl"
      )
    ];
  });
  return jobs.length === 0 ? [] : orGood(faults, "isolation", `${mode}, with bubblewrap where GitHub's own runners are used`);
}
var CACHE = /^actions\/cache(?:\/restore)?@/;
var SAVE = /^actions\/cache\/save@/;
var DEFAULT_STORE = ".pawl/store";
function checkStore({ files }, jobs) {
  const running = jobs.filter(({ runs, steps }) => runs && steps.some(({ uses }) => uses !== null));
  const faults = running.flatMap((one) => {
    const where = placeOfJob(one);
    const store = plain(one.steps.flatMap((step) => step.with.get("store") ?? [])[0] ?? DEFAULT_STORE);
    const caches = one.job.steps.filter(({ uses }) => CACHE.test(uses ?? ""));
    if (caches.length === 0) {
      const seen = `${where} has no cache: a rerun pays again and draws new luck`;
      return [advice("store", seen, `add actions/cache with path: ${store}`)];
    }
    const paths = caches.flatMap((cache) => (cache.with.get("path") ?? "").split("\n").map(plain));
    if (!paths.includes(store))
      return [
        mend("store", `${where} keeps answers in ${store}, which no cache holds`, `add a cache with path: ${store}`)
      ];
    return [...unsaved(one), ...unchanging(one)];
  });
  const ignored = /^\/?\.pawl\/(?:store\/?)?\s*$/m.test(files.textOf(".gitignore") ?? "");
  return [
    ...running.length === 0 ? [] : orGood(faults, "store", "answers live on in a cache"),
    ...ignored ? [] : [
      advice(
        "store",
        ".gitignore does not name .pawl/store/",
        "add it: answers and traffic are no part of the repository"
      )
    ]
  ];
}
function unsaved({ decides, ...one }) {
  const saves = one.job.steps.some(
    ({ uses, condition }) => SAVE.test(uses ?? "") && /always\(\)|failure\(\)|cancelled\(\)/.test(condition ?? "")
  );
  if (!decides || saves) return [];
  const seen = `${placeOfJob(one)} saves no answers when it fails, as each block does: a rerun draws new luck`;
  return [
    advice("store", seen, "use actions/cache/restore before pawl, and actions/cache/save with if: always() after")
  ];
}
function unchanging({ job, ...one }) {
  const fixed = job.steps.filter(
    ({ uses, with: inputs }) => /^actions\/cache(?:\/save)?@/.test(uses ?? "") && !/github\.(?:run_id|sha|run_attempt)/.test(inputs.get("key") ?? "")
  );
  const fix = `let the key end in \${{ github.run_id }}-\${{ github.run_attempt }}`;
  const seen = `${placeOfJob({ ...one, job })} caches under a key that stays the same: GitHub never writes it again`;
  return fixed.map(() => advice("store", seen, fix));
}
function plain(path) {
  return path.trim().replace(/^\.\//, "").replace(/\/+$/, "");
}
function checkMachine({ machine }) {
  const { node, git, shallow, isolation } = machine;
  return [
    Number.parseInt(node, 10) >= 24 ? good("node", node) : mend("node", `${node}, and pawl needs 24`, "install Node 24"),
    git === null ? mend("git", "there is none on the PATH", "install git") : good("git", git),
    ...shallow ? [advice("clone", "this clone is shallow: the merge base may be missing", "git fetch --unshallow")] : [],
    "why" in isolation ? advice(
      "isolation here",
      `none: ${isolation.why}`,
      "install bubblewrap, or allow your own code with --allow-unisolated"
    ) : good("isolation here", isolation.kind)
  ];
}
function checkRequired({ branch, workflows }, jobs) {
  const name = "required check";
  if (branch.kind === "unknown") return [{ name, outcome: { kind: "unknown", why: branch.why } }];
  const deciding = jobs.filter(({ decides, job }) => decides && !job.hasMatrix);
  const names = deciding.map(({ job }) => job.name);
  const all = new Set(workflows.flatMap((one) => one.jobs.map((job) => job.name)));
  const decorations = branch.required.filter((one) => /^pawl\b/i.test(one) && !all.has(one));
  const found = decorations.map(
    (one) => mend(name, `${branch.branch} requires "${one}", which no job is called`, `require the job: ${names.join(", ")}`)
  );
  if (found.length > 0) return found;
  return names.some((one) => branch.required.includes(one)) ? [good(name, `${branch.branch} requires ${names.filter((one) => branch.required.includes(one)).join(", ")}`)] : [
    mend(
      name,
      `${branch.branch} requires ${branch.required.length === 0 ? "no check" : branch.required.join(", ")}: a block can be merged`,
      `require the job by its name in the rules of the branch: ${names.join(", ") || "none yet"}`
    )
  ];
}

// src/setup/doctor/triggers.ts
var NEEDED_TYPES = ["opened", "synchronize", "reopened"];
function checkTriggers(setUp, jobs) {
  if (jobs.length === 0)
    return [mend("workflow", "no workflow runs pawl on pull_request or merge_group", "add one: pawl init proposes it")];
  const workflows = [...new Set(jobs.map(({ workflow }) => workflow))];
  const has = (event) => workflows.some(({ on }) => on.has(event));
  const found = [
    ...workflows.filter(({ on }) => on.has("pull_request_target")).map(({ file }) => unsafe(file, jobs)),
    ...has("pull_request") ? [] : [mend("pull_request", "no gate runs on pull requests", "add pull_request: under on:")],
    ...workflows.flatMap(
      ({ file, on }) => ["pull_request", "merge_group"].flatMap((event) => filterFaults(file, event, on.get(event), setUp))
    ),
    ...has("merge_group") ? [] : [withoutQueue(setUp)]
  ];
  return orGood(
    found,
    "workflow",
    `${workflows.map(({ file }) => file).join(", ")} runs on every pull request and merge group`
  );
}
function unsafe(file, jobs) {
  const takesHead = jobs.some(
    ({ workflow, job }) => workflow.file === file && job.steps.some(
      ({ uses, with: inputs }) => /^actions\/checkout@/.test(uses ?? "") && /head/.test(inputs.get("ref") ?? "")
    )
  );
  const what = takesHead ? "and checks out the head: whoever opens a pull request gets its token and secrets" : "which pawl refuses";
  return mend("pull_request_target", `${file} runs on pull_request_target, ${what}`, "use on: pull_request");
}
function withoutQueue({ branch }) {
  const seen = "no gate runs on merge_group";
  const fix = "add merge_group: under on:";
  return branch.kind === "known" && branch.mergeQueue ? mend("merge_group", `${seen}, and ${branch.branch} has a merge queue, which waits for ever`, fix) : advice("merge_group", `${seen}: a merge queue would wait for ever`, fix);
}
function filterFaults(file, event, set, setUp) {
  if (set === void 0) return [];
  const keys = ["paths", "paths-ignore", "branches-ignore"].filter((key) => set[key] !== void 0);
  const fix = "take the filter away: pawl decides by itself what concerns the agent, and says so with exit code 0";
  const faults = keys.map(
    (key) => mend(
      "filters",
      `${file} filters ${event} by ${key}: a required check that does not run stays pending for ever`,
      fix
    )
  );
  return [...faults, ...branchFaults(file, event, set, setUp), ...typeFaults(file, event, set)];
}
function branchFaults(file, event, set, { branch }) {
  const globs = [set.branches ?? []].flat().filter((one) => typeof one === "string");
  if (set.branches === void 0) return [];
  const seen = `${file} runs on ${event} into ${globs.join(", ")} alone`;
  if (branch.kind === "known" && !pathMatcher(globs)(branch.branch))
    return [
      mend(
        "filters",
        `${seen}, and not into ${branch.branch}: a check required there stays pending for ever`,
        "take the filter away"
      )
    ];
  return [advice("filters", seen, "take the filter away where other branches require the check, too")];
}
function typeFaults(file, event, set) {
  if (event !== "pull_request") return [];
  const types = [set.types ?? NEEDED_TYPES].flat();
  const missing = NEEDED_TYPES.filter((type) => !types.includes(type));
  if (missing.length === 0) return types.includes("edited") ? [] : [withoutEdits(file)];
  return [
    mend(
      "types",
      `${file} leaves out pull requests that are ${missing.join(", ")}`,
      `take types: away, or add ${missing.join(", ")}`
    )
  ];
}
function withoutEdits(file) {
  const seen = `${file} does not run when a pull request is pointed at another branch: it keeps the result of the old one`;
  return advice("types", seen, "add types: [opened, synchronize, reopened, edited] below pull_request:");
}
function checkVerdictJobs(jobs) {
  const deciding = jobs.filter(({ decides }) => decides);
  const faults = deciding.flatMap((one) => {
    const { job, steps } = one;
    const where = placeOfJob(one);
    const always = /\b(?:always|!\s*cancelled)\(\)/.test(job.condition ?? "");
    const conditions = [job.condition, ...steps.map(({ condition }) => condition)].flatMap((text) => text ?? []);
    return [
      ...conditions.filter((text) => !/^\s*(?:\$\{\{)?\s*(?:always\(\)|!\s*cancelled\(\))\s*(?:\}\})?\s*$/.test(text)).map(
        (text) => mend(
          "skipped",
          `${where} runs only if ${text}: a skipped job counts as passed`,
          "take the if: away; pawl decides inside the job"
        )
      ),
      ...job.needs.length > 0 && !always ? [
        mend(
          "skipped",
          `${where} needs ${job.needs.join(", ")}: where that fails it is skipped, which counts as passed`,
          "add if: always()"
        )
      ] : [],
      ...job.continueOnError || steps.some(({ continueOnError }) => continueOnError) ? [mend("exit code", `${where} has continue-on-error: a block would be green`, "take it away")] : [],
      ...job.hasTimeout ? [] : [
        advice(
          "timeout",
          `${where} has no timeout-minutes: GitHub ends it after six hours`,
          "add timeout-minutes: 60"
        )
      ]
    ];
  });
  return deciding.length === 0 ? [] : orGood(faults, "verdict", `the exit code of ${deciding.map(placeOfJob).join("; ")}`);
}

// src/setup/doctor/doctor.ts
function examine(setUp) {
  const jobs = gateJobs(setUp);
  return [
    ...checkSettings(setUp),
    ...checkAgent(setUp),
    ...checkTriggers(setUp, jobs),
    ...checkVerdictJobs(jobs),
    ...checkRequired(setUp, jobs),
    ...checkPermissions(jobs),
    ...checkCheckouts(jobs),
    ...checkActions(jobs),
    ...checkKeys(setUp, jobs),
    ...checkRunnerIsolation(setUp, jobs),
    ...checkStore(setUp, jobs),
    ...checkMachine(setUp)
  ];
}

// src/setup/doctor/render.ts
var MARKS = { good: "ok    ", advice: "look  ", mend: "MEND  ", unknown: "?     " };
var MAX = 500;
function renderCheckups(checkups) {
  const of = (kind) => checkups.filter(({ outcome }) => outcome.kind === kind).length;
  const width = Math.max(...checkups.map(({ name }) => name.length));
  return [
    `${of("mend")} to mend, ${of("advice")} to look at, ${of("good")} in order, ${of("unknown")} not checked`,
    ...checkups.flatMap(({ name, outcome }) => {
      const line = (text) => `${MARKS[outcome.kind]}${name.padEnd(width)}  ${terminalText(text, MAX)}`;
      const below = (text) => `${" ".repeat(MARKS.mend.length + width)}    -> ${terminalText(text, MAX)}`;
      if (outcome.kind === "unknown") return [line(outcome.why)];
      return outcome.kind === "good" ? [line(outcome.seen)] : [line(outcome.seen), below(outcome.fix)];
    })
  ].join("\n");
}

// src/setup/files.ts
var MAX_LOOKED_AT_BYTES = 256 * 1024;
var SOURCES = /\.(?:[cm]?[jt]sx?|py)$/;
var TEXTS = /\.(?:json|jsonl|ya?ml|toml|txt|md|prompt|prompty|j2|jinja2?|hbs|mustache|liquid)$/;
var BY_NAME = /(?:^|\/)(?:\.gitignore|\.nvmrc|\.node-version|\.python-version|Pipfile)$/;
function isLookedAt(path) {
  return (SOURCES.test(path) || TEXTS.test(path) || BY_NAME.test(path)) && !/(?:^|\/)(?:node_modules|\.venv)\//.test(path);
}
function isSource(path) {
  return SOURCES.test(path);
}
var ASIDE = /(?:^|\/)(?:tests?|__tests__|spec|fixtures|docs?|examples?|dist|build|vendor|node_modules|\.github|\.pawl)\//i;
var ASIDE_FILE = /(?:[._-](?:test|spec)\.[^/]*|(?:^|\/)(?:test_[^/]*|conftest)\.py|\.d\.ts)$/;
function isAside(path) {
  return ASIDE.test(path) || ASIDE_FILE.test(path);
}
function isBelow(folder, path) {
  return folder === "." || path.startsWith(`${folder}/`);
}
function fromFolder(folder, path) {
  return $posix.relative(folder, path);
}
function placeOf(path, text, pattern) {
  const at = text.search(pattern);
  return at === -1 ? null : `${path}:${text.slice(0, at).split("\n").length}`;
}

// src/setup/yaml-value.ts
var import_yaml = __toESM(require_dist(), 1);
function yamlValue(text) {
  try {
    return JSON.parse(JSON.stringify((0, import_yaml.parse)(text, { logLevel: "silent" }) ?? null));
  } catch {
    return null;
  }
}

// src/setup/model-pins.ts
var SURE = /^(?:[\w.-]+[:/.])?(?:gpt-(?:\d|oss)[\w.-]*|chatgpt-[\w.-]+|claude-[\w.-]*\d[\w.-]*|text-embedding-[\w.-]+)$/;
var LIKELY = /^(?:[\w.-]+[:/])?(?:o\d(?:-[\w.-]+)?|(?:gemini|mistral|magistral|llama|qwen|deepseek|grok|kimi|codex)[\w.:-]*\d?[\w.:-]*)$/i;
var MODEL_KEY = /^(?:\w+[_-])?model(?:[_-]?(?:name|id))?$/i;
var MODEL_KEY_BEFORE = /(?:^|[^\w.-])model(?:_?(?:name|id))?["'`]?\s*[:=]\s*$/i;
var NAME = /^(?=.*[\d-])[A-Za-z][\w-]*(?:[.:/@][\w-]+)*$/;
var FILE = /\.(?:json|ya?ml|toml|py|[cm]?[jt]s|md|txt|bin|onnx|pkl|pt|gguf|safetensors)$/i;
var MANIFEST = /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|components)\.json$/;
var MAX_PINS = 20;
var MAX_DEPTH = 8;
var MAX_NAME = 80;
function findModelPins({ paths, textOf: textOf2 }) {
  return paths.filter((path) => !isAside(path) && !MANIFEST.test(path) && !/(?:^|\/)pawl\.ya?ml$/.test(path)).flatMap((path) => {
    const text = textOf2(path);
    return text === null ? [] : pinsIn(path, text);
  }).slice(0, MAX_PINS);
}
function pinsIn(path, text) {
  if (path.endsWith(".json")) return inJson(path, text);
  if (/\.ya?ml$/.test(path)) return inYaml(path, text);
  return isSource(path) || path.endsWith(".toml") ? inLines(path, text) : [];
}
function isKnownModel(value, beside) {
  return SURE.test(value) || /model/i.test(beside) && LIKELY.test(value);
}
function isName(value) {
  return value.length <= MAX_NAME && NAME.test(value) && !FILE.test(value);
}
function namesIn(value, way = []) {
  if (typeof value === "string") {
    const key = way.at(-1) ?? "";
    const isKnown = isKnownModel(value, key);
    return isKnown || MODEL_KEY.test(key) && isName(value) ? [{ way, model: value, isKnown }] : [];
  }
  if (way.length > MAX_DEPTH || !isJsonObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => namesIn(member, [...way, key]));
}
function inJson(file, text) {
  return namesIn(parseJson(text) ?? null).map(({ way, ...named }) => {
    const pointer = way.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    return { file, at: { pointer }, ...named };
  });
}
function inYaml(file, text) {
  return namesIn(yamlValue(text)).filter(({ way }) => way.every((key) => key !== "" && !key.includes("."))).map(({ way, ...named }) => ({ file, at: { yaml_path: way.join(".") }, ...named }));
}
var QUOTED = /(["'`])((?:(?!\1)[^\s\\]){2,80})\1/g;
function inLines(file, text) {
  const lines = text.split(/\r?\n/);
  const pins = lines.flatMap(
    (line) => [...line.matchAll(QUOTED)].flatMap((match) => {
      const [, quote = "", model = ""] = match;
      const before = line.slice(0, match.index);
      if (before.trim() === "" || /^\s*(?:import|from|\/\/|#|\*)/.test(line)) return [];
      const isKnown = isKnownModel(model, line);
      if (!isKnown && !(isName(model) && MODEL_KEY_BEFORE.test(before.slice(-MAX_NAME)))) return [];
      const pattern = `${escaped(before.trimStart())}${quote}([^${quote}]+)`;
      const first = lines.map((one) => new RegExp(pattern).exec(one)?.[1]).find((found) => found !== void 0);
      return first === model ? [{ file, at: { pattern }, model, isKnown }] : [];
    })
  );
  const byPattern = new Map(pins.map((pin) => ["pattern" in pin.at ? pin.at.pattern : "", pin]));
  return [...byPattern.values()];
}
function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(/\s+/g, "\\s*");
}
function providersOf(pins) {
  const own = pins.flatMap(({ model }) => {
    if (/(?:^|[:/])claude-/.test(model)) return ["anthropic"];
    return /(?:^|[:/])(?:gpt-\d|chatgpt-|o\d|text-embedding-)/.test(model) ? ["openai"] : [];
  });
  return new Set(own);
}
function pinName({ file, at }, pins) {
  const stem = $posix.basename(file, $posix.extname(file));
  const alike = pins.filter((pin) => $posix.basename(pin.file, $posix.extname(pin.file)) === stem);
  if (alike.length === 1) return stem;
  const index = alike.findIndex((pin) => pin.file === file && pin.at === at);
  return `${stem} ${index + 1}`;
}

// src/setup/prompts.ts
var TEXT = /\.(?:md|txt|prompt|prompty|j2|jinja2?|hbs|mustache|liquid|xml|ya?ml)$/;
var PROMPT_FOLDER = /^(?:system[-_])?prompts?$/i;
var PROMPT_NAME = /(?:^|[._-])(?:prompts?|instructions)(?=[._-])/i;
var CLAUDE_FILES = /(?:^|\/)(?:CLAUDE\.md|\.claude\/(?:agents|skills|commands)\/.*\.md)$/;
var IN_CODE = /(?:system_?prompt|system_?message|instructions|\bSYSTEM\b)\w*["']?\s*[:=]\s*[fr]{0,2}["'`]|role["']?\s*:\s*["'](?:system|developer)["']\s*,\s*["']?content["']?\s*:\s*["'`]/i;
var MAX_CODE_FILES = 5;
function findPrompts({ paths, textOf: textOf2 }) {
  const files = paths.filter((path) => !isAside(path) && isPrompt(path));
  if (files.length > 0) return { kind: "files", globs: [...new Set(files.map(globOf))].sort(), count: files.length };
  const inCode = paths.filter((path) => isSource(path) && !isAside(path)).flatMap((path) => {
    const place = placeOf(path, textOf2(path) ?? "", IN_CODE);
    return place === null ? [] : [{ path, place }];
  }).slice(0, MAX_CODE_FILES);
  if (inCode.length === 0) return { kind: "none" };
  return { kind: "code", paths: inCode.map(({ path }) => path), places: inCode.map(({ place }) => place) };
}
function isPrompt(path) {
  if (CLAUDE_FILES.test(path) || /\.prompty?$/.test(path)) return true;
  if (!TEXT.test(path)) return false;
  return $posix.dirname(path).split("/").some(isPromptFolder) || PROMPT_NAME.test($posix.basename(path));
}
function isPromptFolder(name) {
  return PROMPT_FOLDER.test(name);
}
function globOf(path) {
  const parts = path.split("/");
  const folder = parts.findIndex(isPromptFolder);
  if (folder === -1 || folder === parts.length - 1) return literal(path);
  return `${parts.slice(0, folder + 1).map(literal).join("/")}/**/*${$posix.extname(path)}`;
}
function literal(path) {
  return path.replaceAll(/[[\]{}()*?!+@\\]/g, "\\$&");
}

// src/setup/propose-config.ts
var CONTRACT = "docs/agent.md of pawl";
function proposeConfig(sight) {
  return `${[
    ...because("", "Proposed by pawl init. A line above a key says why it is so."),
    "version: 1",
    "agent:",
    ...agentLines(sight),
    ...promptLines(sight),
    ...toolLines(sight),
    ...mcpLines(sight),
    ...pinLines(sight),
    ...corpusLines(sight)
  ].join("\n")}
`;
}
function agentLines(sight) {
  const { agent, otherAgents, frameworks, install, start } = sight;
  const i = "  ";
  const name = agent?.name ?? null;
  const uses = frameworks.map((one) => one.name).join(", ");
  const unspoken = frameworks.filter(({ spoken }) => !spoken).map((one) => one.name);
  const folder = agent?.folder ?? ".";
  return [
    ...name === null ? fillIn(i, "what reports call the agent; no manifest names it") : because(i, `the name in ${agent?.path}`),
    `${i}name: ${flow((name ?? "agent").slice(0, 100))}`,
    ...agent === null ? fillIn(
      i,
      "the folder that the commands below run in; no package.json, pyproject.toml or requirements.txt was found"
    ) : because(i, `the folder of ${agent.path}${uses === "" ? "" : `, which depends on ${uses}`}`),
    ...because(
      i,
      otherAgents.length === 0 ? null : `${otherAgents.join(", ")} too: another agent has a settings file of its own`
    ),
    ...unspoken.length === 0 ? [] : fillIn(i, `look whether the agent asks models through ${unspoken.join(", ")}: pawl does not speak that API`),
    ...agent !== null && uses === "" ? fillIn(i, `say here if this is not the agent: ${agent.path} depends on no LLM library that pawl knows`) : [],
    `${i}root: ${flow(folder)}`,
    ...folder === "." ? [] : [
      ...because(i, "a change elsewhere does not concern the gate"),
      `${i}paths: ${flow([`${literal(folder)}/**`, ...locksOutside(sight)])}`
    ],
    ...install === null ? because(i, "no lock file was found, so nothing is installed: add setup: <command> if something must be") : [...because(i, install.because), `${i}setup: ${flow(install.command)}`],
    ...start.program === null ? fillIn(i, `this program is still to be written: one JSON line in, one out (${CONTRACT})`) : because(i, `${start.program} speaks pawl's protocol`),
    ...because(i, start.hint),
    `${i}command: ${flow(start.command)}`
  ];
}
function locksOutside({ agent, install }) {
  return install === null || isBelow(agent?.folder ?? ".", install.because) ? [] : [literal(install.because)];
}
function promptLines({ prompts }) {
  switch (prompts.kind) {
    case "files":
      return [
        ...because("", `${prompts.count} prompt ${prompts.count === 1 ? "file" : "files"}, by folder or name`),
        `prompts: ${flow(prompts.globs)}`
      ];
    case "code":
      return [
        ...because(
          "",
          `prompts stand in code (${prompts.places.join(", ")}): every change of these files is shown as one of a prompt`,
          "in a file of its own a prompt is shown by itself"
        ),
        `prompts: ${flow(prompts.paths.map(literal))}`
      ];
    case "none":
      return [...fillIn("", "where the prompts are; none was found"), 'prompts: ["prompts/**/*.md"]'];
    default:
      return prompts;
  }
}
function toolLines({ tools }) {
  if (tools.globs.length === 0)
    return tools.inCode.length === 0 ? because("", "no tool definition was found: add tools.files if there are some") : because(
      "",
      `tools are defined in code (${tools.inCode.join(", ")}): their calls pass on the model's wire and get the recorded results`,
      "as JSON files under tools.files their changes would be shown parameter by parameter, and arguments be checked"
    );
  return [
    "tools:",
    ...because("  ", `${tools.names.length} tools: ${tools.names.join(", ")}`),
    `  files: ${flow(tools.globs)}`,
    ...tools.reading.length === 0 ? fillIn("  ", "tools that change nothing; no name says so, and every other tool counts as changing state") : fillIn(
      "  ",
      "look whether these change nothing, as their names say; every other tool counts as changing state"
    ),
    `  read_only: ${flow(tools.reading)}`
  ];
}
function mcpLines({ mcp }) {
  if (mcp === null) return [];
  const servers = Object.entries(mcp.servers).map(
    ([name, server]) => `#     ${name}: ${JSON.stringify(server).replaceAll(new RegExp("\\p{Cf}", "gu"), "")}`
  );
  return [
    ...fillIn("", `if the agent asks the servers of ${mcp.file}, take the # away`),
    "# mcp:",
    "#   servers:",
    ...servers
  ];
}
function pinLines({ pins }) {
  if (pins.length === 0)
    return fillIn(
      "",
      "where files name the model, so that a new one is shown as old -> new (model_pins); none was found"
    );
  return [
    ...because("", "places that name a model"),
    "model_pins:",
    ...pins.flatMap((pin) => {
      const [[key, value] = ["", ""]] = Object.entries(pin.at);
      return [
        ...pin.isKnown ? because("  ", pin.model) : fillIn("  ", `look whether ${pin.model} is a model; its name is none that pawl knows, the place says so`),
        `  - { name: ${quoted(pinName(pin, pins))}, file: ${quoted(pin.file)}, ${key}: ${quoted(value)} }`
      ];
    })
  ];
}
function corpusLines({ recordings }) {
  if (recordings.corpus.length > 0)
    return [...because("", "these files hold cases"), `corpus: ${flow(recordings.corpus)}`];
  return [...because("", "nothing is recorded yet: pawl record writes it here"), 'corpus: [".pawl/corpus/*.jsonl.gz"]'];
}

// src/setup/propose-workflow.ts
var ACTIONS = {
  checkout: "actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1",
  restore: "actions/cache/restore@9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1",
  save: "actions/cache/save@9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1",
  node: "actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0",
  python: "actions/setup-python@83679a892e2d95755f2dac6acb0bfd1e9ac5d548 # v6.1.0"
};
var KEYS = { openai: "OPENAI_API_KEY", anthropic: "ANTHROPIC_API_KEY" };
var RUNTIMES = {
  node: { action: ACTIONS.node, files: [".nvmrc", ".node-version"], key: "node-version", version: "24" },
  python: { action: ACTIONS.python, files: [".python-version"], key: "python-version", version: "3.13" }
};
function proposeWorkflow(sight, files) {
  const step = "      ";
  const store = [
    `${step}  with:`,
    `${step}    path: .pawl/store`,
    `${step}    key: pawl-${expression("github.run_id")}-${expression("github.run_attempt")}`
  ];
  return `${[
    ...because("", "Proposed by pawl init. A line above a step says why it is there."),
    "name: pawl",
    ...because("", "never filtered by paths or branches: a required check that does not run stays pending for ever"),
    "on:",
    "  pull_request:",
    ...because("    ", "edited: one that is pointed at another branch must not keep the result of the old one"),
    "    types: [opened, synchronize, reopened, edited]",
    "  merge_group:",
    "permissions:",
    "  contents: read",
    ...because("  ", "the comment"),
    "  pull-requests: write",
    ...because("  ", "remarks beside the changed lines"),
    "  checks: write",
    "concurrency:",
    `  group: pawl-${expression("github.event.pull_request.number || github.ref")}`,
    `  cancel-in-progress: ${expression("github.event_name == 'pull_request'")}`,
    "jobs:",
    ...because("  ", "require this job, by its name, in the rules of the branch"),
    "  pawl:",
    "    runs-on: ubuntu-latest",
    "    timeout-minutes: 60",
    "    steps:",
    `${step}- uses: ${ACTIONS.checkout}`,
    `${step}  with:`,
    ...because(`${step}    `, "the merge base must be there"),
    `${step}    fetch-depth: 0`,
    ...because(`${step}    `, "no token on a disk that the agent can read"),
    `${step}    persist-credentials: false`,
    ...runtimeSteps(sight, files),
    ...because(step, "keeps the keys from the agent; Ubuntu 24.04 stops bubblewrap unless it is told not to"),
    `${step}- run: |`,
    `${step}    sudo apt-get update && sudo apt-get install --yes bubblewrap`,
    `${step}    sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`,
    ...because(step, "a rerun of the same commit reuses its answers"),
    `${step}- uses: ${ACTIONS.restore}`,
    ...store,
    `${step}    restore-keys: pawl-`,
    ...fillIn(step, "the repository and the full commit of your pawl in the place of OWNER/pawl@COMMIT"),
    `${step}- uses: OWNER/pawl@COMMIT`,
    `${step}  with:`,
    `${step}    store: .pawl/store`,
    ...keyLines(sight, step),
    ...because(step, "a gate that blocks fails its job; actions/cache by itself would then keep nothing for the rerun"),
    `${step}- uses: ${ACTIONS.save}`,
    `${step}  if: always()`,
    ...store
  ].join("\n")}
`;
}
function runtimeSteps({ agent, install }, { paths }) {
  const step = "      ";
  if (agent === null) return fillIn(step, "a step that installs what the agent runs on");
  const { action, files, key, version } = RUNTIMES[agent.language];
  const known = new Set(paths);
  const file = files.flatMap((name) => [$posix.join(agent.folder, name), name]).find((path) => known.has(path));
  return [
    ...because(step, file === void 0 ? `${agent.path}; no file says which version` : `the version in ${file}`),
    `${step}- uses: ${action}`,
    `${step}  with:`,
    file === void 0 ? `${step}    ${key}: '${version}'` : `${step}    ${key}-file: ${quoted(file)}`,
    ...install === null || install.provide === null ? [] : [...because(step, install.because), `${step}- run: ${install.provide}`]
  ];
}
function keyLines({ providers }, step) {
  if (providers.length === 0)
    return [
      ...fillIn(`${step}  `, "the key of your provider, as a secret of the repository; nothing tells which it is"),
      `${step}  env:`,
      `${step}    ${KEYS.openai}: ${expression(`secrets.${KEYS.openai}`)}`
    ];
  return [
    ...because(`${step}  `, "add this secret to the repository; only pawl's gateway sees the key"),
    `${step}  env:`,
    ...providers.map((name) => `${step}    ${KEYS[name]}: ${expression(`secrets.${KEYS[name]}`)}`)
  ];
}
function expression(text) {
  return `\${{ ${text} }}`;
}

// src/setup/installs.ts
var NODE = [
  ["pnpm-lock.yaml", "pnpm install --frozen-lockfile", "node", "corepack enable"],
  ["yarn.lock", "yarn install --immutable", "node", "corepack enable"],
  ["bun.lock", "bun install --frozen-lockfile", "bun", "npm install --global bun"],
  ["bun.lockb", "bun install --frozen-lockfile", "bun", "npm install --global bun"],
  ["package-lock.json", "npm ci", "node"],
  ["npm-shrinkwrap.json", "npm ci", "node"]
];
var PYTHON = [
  ["uv.lock", "uv sync --frozen", "uv run --frozen python", "pipx install uv"],
  ["poetry.lock", "poetry install --no-interaction", "poetry run python", "pipx install poetry"],
  ["pdm.lock", "pdm sync", "pdm run python", "pipx install pdm"],
  ["Pipfile.lock", "pipenv sync", "pipenv run python", "pipx install pipenv"],
  [
    "requirements.txt",
    "python3 -m venv .venv && .venv/bin/pip install --requirement requirements.txt",
    ".venv/bin/python"
  ],
  ["pyproject.toml", "python3 -m venv .venv && .venv/bin/pip install .", ".venv/bin/python"]
];
var ROWS = { node: NODE, python: PYTHON };
function findInstall({ folder, language, dependencies }, { paths }) {
  const known = new Set(paths);
  for (let here = folder; ; here = $posix.dirname(here)) {
    for (const [file, command, run, provide = null] of ROWS[language]) {
      const because2 = $posix.join(here, file);
      if (!known.has(because2)) continue;
      const typed = language === "node" && run === "node" && dependencies.has("tsx") ? "npx tsx" : run;
      return { because: because2, command, run: typed, provide };
    }
    if (here === ".") return null;
  }
}

// src/setup/frameworks.ts
var NODE2 = [
  ["openai", "the OpenAI client", "openai"],
  ["@anthropic-ai/sdk", "the Anthropic client", "anthropic"],
  ["ai", "the AI SDK", null],
  ["@ai-sdk/openai", "the AI SDK for OpenAI", "openai"],
  ["@ai-sdk/anthropic", "the AI SDK for Anthropic", "anthropic"],
  ["@openai/agents", "the OpenAI Agents SDK", "openai"],
  ["@langchain/langgraph", "LangGraph", null],
  ["@langchain/openai", "LangChain for OpenAI", "openai"],
  ["@langchain/anthropic", "LangChain for Anthropic", "anthropic"],
  ["@anthropic-ai/claude-agent-sdk", "the Claude Agent SDK", "anthropic"],
  ["@google/genai", "the Gemini client", null, false],
  ["@aws-sdk/client-bedrock-runtime", "the Bedrock client", null, false]
];
var PYTHON2 = [
  ["openai", "the OpenAI client", "openai"],
  ["anthropic", "the Anthropic client", "anthropic"],
  ["openai-agents", "the OpenAI Agents SDK", "openai"],
  ["langgraph", "LangGraph", null],
  ["langchain-openai", "LangChain for OpenAI", "openai"],
  ["langchain-anthropic", "LangChain for Anthropic", "anthropic"],
  ["claude-agent-sdk", "the Claude Agent SDK", "anthropic"],
  ["pydantic-ai", "Pydantic AI", null],
  ["litellm", "LiteLLM", null],
  ["google-genai", "the Gemini client", null, false],
  ["boto3", "the AWS client", null, false]
];
var rowsOf = (language, rows) => rows.map(([package_, name, provider, spoken = true]) => ({ language, package: package_, name, provider, spoken }));
var FRAMEWORKS = [...rowsOf("node", NODE2), ...rowsOf("python", PYTHON2)];

// src/setup/manifests.ts
var PYTHON_MANIFEST = /(?:^|\/)(?:pyproject\.toml|requirements\.txt|Pipfile)$/;
function findManifests({ paths, textOf: textOf2 }) {
  const found = paths.filter((path) => !isAside(path)).flatMap((path) => {
    const text = textOf2(path);
    if (text === null) return [];
    if ($posix.basename(path) === "package.json") return [nodeManifest(path, text)];
    return PYTHON_MANIFEST.test(path) ? [pythonManifest(path, text)] : [];
  });
  const depth = ({ folder }) => folder === "." ? 0 : folder.split("/").length;
  return found.sort((a, b) => Number(b.frameworks.length > 0) - Number(a.frameworks.length > 0) || depth(a) - depth(b));
}
function nodeManifest(path, text) {
  const value = parseJson(text) ?? null;
  const members = (key) => {
    const member = isJsonObject(value) ? value[key] : void 0;
    return member !== void 0 && isJsonObject(member) ? member : {};
  };
  const dependencies = new Set(Object.keys({ ...members("devDependencies"), ...members("dependencies") }));
  const name = isJsonObject(value) && typeof value.name === "string" ? value.name : null;
  const { start } = members("scripts");
  return manifest("node", path, name, dependencies, typeof start === "string" ? start : null);
}
function pythonManifest(path, text) {
  const name = /^name\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? null;
  const words = [...text.matchAll(/(?:^|["'])\s*([A-Za-z][\w.-]*)\s*(?=[[=<>~!;"'\s]|$)/gm)];
  const dependencies = new Set(words.map(([, word = ""]) => word.toLowerCase().replaceAll(/[_.]/g, "-")));
  return manifest("python", path, name, dependencies, null);
}
function manifest(language, path, name, dependencies, startScript) {
  const frameworks = FRAMEWORKS.filter((one) => one.language === language && dependencies.has(one.package));
  return { language, path, folder: $posix.dirname(path), name, dependencies, frameworks, startScript };
}

// src/setup/mcp-servers.ts
var FILE2 = /(?:^|\/)\.?mcp\.json$/;
var NAME2 = /^[A-Za-z0-9_-]{1,64}$/;
function findMcpServers({ paths, textOf: textOf2 }) {
  for (const file of paths.filter((path) => FILE2.test(path))) {
    const value = parseJson(textOf2(file) ?? "") ?? null;
    const named = isJsonObject(value) && isJsonObject(value.mcpServers ?? null) ? value.mcpServers : null;
    const servers = isJsonObject(named) ? Object.entries(named).flatMap(([name, server]) => serverOf(name, server)) : [];
    if (servers.length > 0) return { file, servers: Object.fromEntries(servers) };
  }
  return null;
}
function serverOf(name, server) {
  if (!NAME2.test(name) || !isJsonObject(server)) return [];
  if (typeof server.url === "string") return [[name, { url: redactText(server.url.replace(/[?#].*/, "")).text }]];
  if (typeof server.command !== "string") return [];
  const args = Array.isArray(server.args) ? server.args.filter((arg) => typeof arg === "string") : [];
  const environment = isJsonObject(server.env ?? null) ? Object.keys(server.env ?? {}) : [];
  const command = redactText([server.command, ...args].map(quoted2).join(" ")).text;
  return [[name, environment.length === 0 ? { command } : { command, environment }]];
}
function quoted2(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// src/setup/recordings.ts
var LINES = /\.jsonl$/;
var CORPUS = /(?:^|\/)\.pawl\/corpus\/[^/]+\.jsonl(?:\.gz|\.zst)?$/;
var HARNESS = /(?:^|\/)promptfooconfig\.(?:ya?ml|json|[cm]?js|ts)$/;
var INPUT_KEYS = ["input", "messages", "question", "query", "prompt"];
function findRecordings({ paths, textOf: textOf2 }) {
  const lines = paths.filter((path) => LINES.test(path) && !CORPUS.test(path)).map((path) => ({ path, kind: kindOf(firstLine(textOf2(path) ?? "")) }));
  const of = (kind) => lines.filter((one) => one.kind === kind).map(({ path }) => path);
  const kept = paths.filter((path) => CORPUS.test(path)).map((path) => `${$posix.dirname(path)}/*${endingOf(path)}`);
  return {
    corpus: [.../* @__PURE__ */ new Set([...kept, ...of("case")])].sort(),
    inputs: of("input"),
    alike: of("alike"),
    harnesses: paths.filter((path) => HARNESS.test(path))
  };
}
function firstLine(text) {
  return parseJson(text.split("\n", 1)[0] ?? "") ?? null;
}
function kindOf(line) {
  if (!isJsonObject(line)) return "other";
  if (line.v === 1 && "id" in line && "recordings" in line) return "case";
  if (typeof line.id === "string" && "input" in line) return "input";
  return INPUT_KEYS.some((key) => key in line) ? "alike" : "other";
}
function endingOf(path) {
  return /\.jsonl(?:\.gz|\.zst)?$/.exec(path)?.[0] ?? "";
}

// src/setup/start-command.ts
var WORKER = /(?:^|\/)(?:pawl[-_])?worker\.(?:[cm]?[jt]s|py)$/;
var SPEAKS = /PAWL_TOOLS_URL|\burls\b[\s\S]{0,40}\btools\b|\["urls"\]/;
var SERVERS = ["express", "fastify", "hono", "@hono/node-server", "koa", "next", "fastapi", "flask", "starlette"];
function findStart(agent, install, files) {
  const folder = agent?.folder ?? ".";
  const run = install?.run ?? (agent?.language === "python" ? "python3" : "node");
  const program = files.paths.filter((path) => isSource(path) && !isAside(path) && isBelow(folder, path)).filter((path) => WORKER.test(path) && SPEAKS.test(files.textOf(path) ?? "")).sort((a, b) => a.length - b.length)[0];
  if (program !== void 0) return { command: `${run} ${fromFolder(folder, program)}`, program, hint: null };
  return { command: `${run} ${unwritten(agent, run)}`, program: null, hint: serverHint(agent) };
}
function unwritten(agent, run) {
  if (agent?.language === "python") return "worker.py";
  return run === "node" ? "worker.mjs" : "worker.ts";
}
function serverHint(agent) {
  if (agent === null || !SERVERS.some((name) => agent.dependencies.has(name))) return null;
  const start = agent.startScript === null ? "" : `: "${agent.startScript}"`;
  const where = $posix.basename(agent.path);
  return `${where} has a web framework${start}; an agent that is a server can speak protocol: http instead`;
}

// src/setup/tools.ts
var IN_CODE2 = /(?<![\w.])tool\(\s*[{'"`(a-z]|@(?:function_)?tool\b|(?:zodFunction|zodResponsesFunction|betaZodTool|betaTool)\(|new (?:Dynamic)?(?:Structured)?Tool\(|\b(?:input_schema|inputSchema)["']?\s*[:=]/;
var READING = /^(?:get|list|search|look_?up|find|read|fetch|query|check|show|describe|count|view|track|calculate)(?=$|[_-]|[A-Z])/;
var MAX_PLACES = 5;
function findTools({ paths, textOf: textOf2 }) {
  const inside = paths.filter((path) => !isAside(path));
  const files = inside.filter((path) => path.endsWith(".json")).flatMap((path) => {
    const names2 = namesIn2(path, textOf2(path) ?? "");
    return names2.length === 0 ? [] : [{ path, names: names2 }];
  });
  const names = [...new Set(files.flatMap((file) => file.names))].sort();
  const isTool = new Set(files.map(({ path }) => path));
  const inCode = inside.filter(isSource).flatMap((path) => placeOf(path, textOf2(path) ?? "", IN_CODE2) ?? []).slice(0, MAX_PLACES);
  return {
    globs: [...new Set(files.map(({ path }) => globOf2(path, isTool, paths)))].sort(),
    names,
    reading: names.filter((name) => READING.test(name)),
    inCode
  };
}
function namesIn2(path, text) {
  const value = parseJson(text);
  if (value === void 0 || ![value].flat().every((item) => isJsonObject(item) && hasParameters(item))) return [];
  const read = readTools(text, path);
  return "problem" in read ? [] : read.tools.map(({ name }) => name);
}
function hasParameters(item) {
  const { function: inner } = item;
  const tool = item.type === "function" && isJsonObject(inner) ? inner : item;
  return "parameters" in tool || "input_schema" in tool;
}
function globOf2(path, isTool, paths) {
  const folder = $posix.dirname(path);
  const beside = paths.filter((other) => $posix.dirname(other) === folder && other.endsWith(".json"));
  if (folder === "." || beside.length < 2 || !beside.every((other) => isTool.has(other))) return literal(path);
  return `${literal(folder)}/*.json`;
}

// src/setup/sight.ts
function lookAt(files) {
  const [agent = null, ...others] = findManifests(files);
  const install = agent === null ? null : findInstall(agent, files);
  const frameworks = agent?.frameworks ?? [];
  const pins = findModelPins(files);
  const named = /* @__PURE__ */ new Set([...frameworks.flatMap(({ provider }) => provider ?? []), ...providersOf(pins)]);
  return {
    agent,
    otherAgents: others.filter((one) => one.frameworks.length > 0).map(({ folder }) => folder),
    frameworks,
    providers: ["openai", "anthropic"].filter((name) => named.has(name)),
    install,
    start: findStart(agent, install, files),
    prompts: findPrompts(files),
    tools: findTools(files),
    mcp: findMcpServers(files),
    pins,
    recordings: findRecordings(files)
  };
}

// src/setup/proposal.ts
var WORKFLOW = ".github/workflows/pawl.yml";
var IGNORED = ".gitignore";
var STORE = ".pawl/store/";
var RUNS_PAWL = /^\s*-?\s*(?:uses:\s*["']?[^\s"'#]*\/pawl(?:\/[^\s@"']*)?@|run:.*\bpawl gate\b)/m;
function propose(files, configPath) {
  const sight = lookAt(files);
  const workflows = files.paths.filter(
    (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && RUNS_PAWL.test(files.textOf(path) ?? "")
  );
  const own = workflows.length === 0 || workflows.includes(WORKFLOW);
  return {
    sight,
    workflows: own ? [] : workflows,
    files: [
      fileOf(configPath, proposeConfig(sight), files),
      ...own ? [fileOf(WORKFLOW, proposeWorkflow(sight, files), files)] : [],
      fileOf(IGNORED, withLine(files.textOf(IGNORED) ?? "", STORE), files)
    ]
  };
}
function withLine(text, line) {
  if (text.split(/\r?\n/).some((one) => one.trim().replace(/^\//, "").replace(/\/?$/, "/") === line)) return text;
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}
`;
}
function fileOf(path, text, files) {
  const before = files.paths.includes(path) ? files.textOf(path) : null;
  const fillIns = text.split("\n").flatMap((line, i) => line.includes(`# ${FILL_IN}:`) ? [i + 1] : []);
  if (before === null) return { path, text, kind: "new", shown: text, fillIns };
  if (before === text) return { path, text, kind: "same", shown: "", fillIns: [] };
  const shown = createTwoFilesPatch(path, path, before, text, "as it is", "proposed", {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY
  });
  return { path, text, kind: text.startsWith(before) ? "extended" : "replaced", shown, fillIns };
}

// src/setup/render-proposal.ts
var WIDTH2 = 100;
function renderProposal({ files, workflows }) {
  return [
    ...files.flatMap((file) => [heading(file), ...file.kind === "same" ? [] : [shownText(file), ""]]),
    ...workflows.map(
      (path) => `${terminalText(path, 200)} runs pawl already: no workflow is proposed; pawl doctor checks it`
    )
  ].join("\n");
}
function heading({ path, kind }) {
  const what = {
    new: "a new file",
    extended: "lines at the end of your file",
    replaced: "your file is another one: this is the difference",
    same: "as it is"
  }[kind];
  return kind === "same" ? `${terminalText(path, 200)}: ${what}` : rule(`${terminalText(path, 200)}: ${what}`);
}
function rule(text) {
  return `\u2500\u2500 ${text} ${"\u2500".repeat(Math.max(2, WIDTH2 - text.length - 4))}`;
}
function shownText({ shown }) {
  const lines = shown.replace(/\n$/, "").split("\n");
  return lines.map((line) => {
    const [start = ""] = /^[ +-]*(?:# *)?/.exec(line) ?? [];
    return `${start}${terminalText(line.slice(start.length), 1e3)}`;
  }).join("\n");
}
function renderNext({ sight, files }, written) {
  const open = files.flatMap(({ path, fillIns }) => fillIns.map((line) => `${path}:${line}`));
  const steps = [
    ...open.length === 0 ? [] : [`fill in what only you can say, at FILL IN: ${open.join(", ")}`],
    ...recordStep(sight),
    "try it on a change of your own: pawl gate --base origin/main --head WORKTREE",
    "check the set-up: pawl doctor",
    "merge all this, then require the job in the rules of the branch"
  ];
  const done = written.length === 0 ? [] : [`written: ${written.map(({ path }) => path).join(", ")}`];
  return [...done, "Next", ...steps.map((step, i) => `  ${i + 1}. ${terminalText(step, 600)}`)].join("\n");
}
function recordStep({ recordings }) {
  const { corpus, inputs, alike, harnesses } = recordings;
  const compare = harnesses.map((path) => `${path} belongs to another harness: pawl compare reads its results`);
  if (corpus.length > 0) return compare;
  const [input] = inputs;
  const record = `record a corpus: pawl record --inputs ${input ?? "inputs.jsonl"} --out .pawl/corpus/cases.jsonl.gz`;
  const [like] = alike;
  const form = input === void 0 && like !== void 0 ? ` (${like} may hold inputs; a line is {"id", "input", "slices"})` : "";
  return [`${record}${form}`, ...compare];
}

// src/setup/workflow.ts
var FILE3 = /^\.github\/workflows\/[^/]+\.ya?ml$/;
function readWorkflows({ paths, textOf: textOf2 }) {
  return paths.filter((path) => FILE3.test(path)).flatMap((file) => readWorkflow(file, textOf2(file) ?? "") ?? []);
}
function readWorkflow(file, text) {
  const value = yamlValue(text);
  if (!isJsonObject(value) || !isJsonObject(value.jobs)) return null;
  return {
    file,
    on: eventsOf(value.on ?? null),
    permissions: permissionsOf(value.permissions),
    env: variablesOf(value.env),
    jobs: Object.entries(value.jobs).flatMap(([id, job]) => isJsonObject(job) ? [jobOf(id, job)] : [])
  };
}
function eventsOf(on) {
  if (isJsonObject(on)) return new Map(Object.entries(on).map(([name, set]) => [name, isJsonObject(set) ? set : {}]));
  return new Map([on].flat().flatMap((name) => typeof name === "string" ? [[name, {}]] : []));
}
function permissionsOf(value) {
  if (typeof value === "string") return /* @__PURE__ */ new Map([["*", value.replace(/-all$/, "")]]);
  return isJsonObject(value) ? variablesOf(value) : null;
}
function variablesOf(value) {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return new Map(entries.flatMap(([name, text]) => typeof text === "object" ? [] : [[name, String(text)]]));
}
function jobOf(id, job) {
  return {
    id,
    name: textOf(job.name) ?? id,
    runsOn: [job["runs-on"] ?? ""].flat().join(" "),
    needs: [job.needs ?? []].flat().filter((name) => typeof name === "string"),
    condition: textOf(job.if),
    continueOnError: job["continue-on-error"] === true,
    hasTimeout: job["timeout-minutes"] !== void 0,
    hasMatrix: isJsonObject(job.strategy) && job.strategy.matrix !== void 0,
    permissions: permissionsOf(job.permissions),
    env: variablesOf(job.env),
    uses: textOf(job.uses),
    steps: (Array.isArray(job.steps) ? job.steps : []).flatMap((step) => isJsonObject(step) ? [stepOf(step)] : [])
  };
}
function stepOf(step) {
  return {
    uses: textOf(step.uses),
    run: textOf(step.run),
    with: variablesOf(step.with),
    env: variablesOf(step.env),
    condition: textOf(step.if),
    continueOnError: step["continue-on-error"] === true
  };
}
function textOf(value) {
  return value === void 0 || value === null || typeof value === "object" ? null : String(value);
}

// src/commands/repository-files.ts
var MAX_TEXTS = 2e4;
async function readRepository(directory) {
  const root = await repositoryRoot(directory);
  const listed = await sideFiles(root, { kind: "worktree" }, ["**"]);
  const texts = /* @__PURE__ */ new Map();
  const present = [];
  for (const { path } of listed) {
    if (!isLookedAt(path) || texts.size >= MAX_TEXTS) {
      present.push(path);
      continue;
    }
    const read = await readInside(root, path, MAX_LOOKED_AT_BYTES);
    if (read.kind !== "absent") present.push(path);
    if (read.kind === "text") texts.set(path, read.text);
  }
  return { root, files: { paths: present, textOf: (path) => texts.get(path) ?? null } };
}

export {
  programsOf,
  examine,
  renderCheckups,
  propose,
  renderProposal,
  renderNext,
  readWorkflows,
  readRepository
};
