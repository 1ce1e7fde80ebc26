const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  node_process_default
} from "./chunks/chunk-6BLI4XEX.js";
import {
  isJsonObject,
  isSecretName,
  parseJson
} from "./chunks/chunk-2SGQDVVG.js";
import "./chunks/chunk-V5MOI6JN.js";
import {
  $randomUUID
} from "./chunks/chunk-K6CKMPLV.js";
import {
  $join
} from "./chunks/chunk-UVWFDZNQ.js";
import {
  $tmpdir
} from "./chunks/chunk-S5GBO2VV.js";
import {
  $closeSync,
  $openSync,
  $readFileSync,
  $rmSync,
  $writeFileSync
} from "./chunks/chunk-IIMPM4BQ.js";
import "./chunks/chunk-GPPT27SZ.js";

// src/main/hidden-secrets.ts
var FILE_VARIABLE = "PAWL_HIDDEN_FILE";
var REPLAYING = ["", "auto", "replay"];
var MACHINE = /^(?:PATH|HOME|USER|LOGNAME|SHELL|PWD|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|CI|(?:GITHUB|RUNNER|INPUT|ACTIONS|SSL|NO|HTTPS?|ALL)_.*)$/i;
var NODE_AT_START = /^NODE_(?:OPTIONS|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED|USE_ENV_PROXY|USE_SYSTEM_CA|DEBUG|NO_WARNINGS)$/;
var READ_BY_A_LIBRARY = "ACTIONS_RUNTIME_TOKEN";
function withHiddenSecrets(own) {
  const file = own.env[FILE_VARIABLE];
  if (file !== void 0) return takenBack(own, file);
  const secrets = Object.entries(own.env).filter(
    ([name]) => isSecretName(name) || !(MACHINE.test(name) || NODE_AT_START.test(name))
  );
  const isReplaying = REPLAYING.includes((own.env.INPUT_MODE ?? "").trim());
  if (isReplaying && secrets.length > 0 && own.platform !== "win32" && own.execve !== void 0)
    startAnew(own, secrets);
  return { ...own.env };
}
function startAnew(own, secrets) {
  const file = $join(own.env.RUNNER_TEMP ?? $tmpdir(), `pawl-${$randomUUID()}`);
  let isThere = false;
  try {
    const opened = $openSync(file, "wx", 384);
    isThere = true;
    $writeFileSync(opened, JSON.stringify(Object.fromEntries(secrets)));
    $closeSync(opened);
    const hidden = new Set(secrets.map(([name]) => name));
    const kept = Object.entries(own.env).filter(([name]) => !hidden.has(name));
    const [, ...script] = own.argv;
    const environment = { ...Object.fromEntries(kept), [FILE_VARIABLE]: file };
    own.execve?.(own.execPath, [own.execPath, ...own.execArgv, ...script], environment);
  } catch (fault) {
    if (isThere) $rmSync(file);
    const why = fault instanceof Error ? fault.message : String(fault);
    own.stdout.write(`keys could not be taken out of this process's environment: ${JSON.stringify(why)}
`);
  }
}
function takenBack(own, file) {
  const text = $readFileSync(file, "utf8");
  $rmSync(file);
  delete own.env[FILE_VARIABLE];
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error(`${FILE_VARIABLE} names a file that pawl has not written`);
  const hidden = Object.entries(value).flatMap(
    ([name, one]) => typeof one === "string" ? [[name, one]] : []
  );
  for (const [name, one] of hidden) if (name === READ_BY_A_LIBRARY) own.env[name] = one;
  return { ...own.env, ...Object.fromEntries(hidden) };
}

// src/main.ts
try {
  const environment = withHiddenSecrets(node_process_default);
  const { runAction } = await import("./chunks/action-6FAVQOAM.js");
  await runAction(environment);
} catch (fault) {
  node_process_default.stderr.write(`this is a defect in pawl: ${fault instanceof Error ? fault.stack : String(fault)}
`);
  node_process_default.exitCode ??= 3;
}
node_process_default.stdout.write("", () => node_process_default.exit());
