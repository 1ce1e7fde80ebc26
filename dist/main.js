import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  require_tunnel,
  require_undici
} from "./chunks/chunk-B7G2UXG3.js";
import {
  ProgressLine,
  gate
} from "./chunks/chunk-7FMS7RYX.js";
import {
  defaultStore,
  given,
  runName
} from "./chunks/chunk-N2SYXEGO.js";
import {
  defaultConfigPath,
  renderJson,
  renderMarkdown,
  secretsIn
} from "./chunks/chunk-RI3DZFPQ.js";
import {
  isJsonObject,
  isSecretName,
  parseJson
} from "./chunks/chunk-7PWVRKVI.js";
import {
  UserError,
  cut,
  formatProblem,
  messageOf
} from "./chunks/chunk-RUYBUABK.js";
import {
  __toESM
} from "./chunks/chunk-T5QWDGR7.js";

// src/main.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve as resolve2 } from "node:path";
import process2 from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve3) {
      resolve3(value);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

// src/commands/gate-action.ts
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
async function runGateForAction(options, now) {
  const progress = new ProgressLine({ warn: options.log, terminal: false });
  const report = await gate(
    {
      directory: options.repository,
      base: options.base,
      head: options.head,
      configPath: options.configPath ?? defaultConfigPath,
      overrides: overridesOf(options),
      storeDirectory: resolve(options.repository, options.store ?? defaultStore),
      mode: options.mode,
      environment: options.environment,
      otherSecrets: options.otherSecrets,
      runName: runName("gate", now),
      log: (line) => progress.note(line),
      watch: progress.watch(new AbortController().signal)
    },
    () => performance.now()
  );
  return resultOf(report);
}
function overridesOf({ trials, reportContent, providerUrls }) {
  return given([
    ["trials", "input trials", trials?.toString()],
    ["report_content", "input report-content", reportContent],
    ...Object.entries(providerUrls).map(
      ([name, url]) => ["provider_url", `input ${name}-base-url`, `${name}=${url}`]
    )
  ]);
}
function resultOf(report) {
  return {
    exitCode: report.exitCode,
    verdict: report.verdict,
    title: report.title,
    blockedSlices: report.reasons.flatMap((reason) => reason.kind === "slice_regressed" ? [reason.slice] : []),
    brokenCases: report.reasons.flatMap((reason) => reason.kind === "case_broken" ? [reason.caseId] : []),
    providerCalls: report.run.providerCalls,
    reportJson: renderJson(report),
    markdown: {
      full: renderMarkdown(report, "full"),
      short: renderMarkdown(report, "short"),
      minimal: renderMarkdown(report, "minimal")
    }
  };
}

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

// src/github/api.ts
var ACTIONS_BOT = "github-actions[bot]";
async function connect(token, context, patience) {
  const { getOctokit } = await import("./chunks/github-YPUDV3JZ.js");
  const silent = () => void 0;
  const octokit = getOctokit(token, {
    baseUrl: context.apiUrl,
    userAgent: "pawl",
    log: { debug: silent, info: silent, warn: silent, error: silent }
  });
  octokit.hook.before("request", (options) => {
    options.request.signal = AbortSignal.timeout(patience.timeoutMs);
  });
  octokit.hook.wrap("request", async (request, options) => {
    for (let attempt2 = 1; ; attempt2 += 1) {
      try {
        return await request(options);
      } catch (error2) {
        const delayMs = retryDelayMs(refusalOf(error2), attempt2);
        if (delayMs === null) throw error2;
        await patience.sleep(delayMs);
      }
    }
  });
  return { octokit, owner: context.owner, repo: context.repo };
}
async function readComments(github, issue2) {
  const { octokit, owner, repo } = github;
  try {
    const parameters = { owner, repo, issue_number: issue2, per_page: 100 };
    const found = await octokit.paginate(octokit.rest.issues.listComments, parameters);
    const comments = found.map(
      (comment) => ({ id: comment.id, author: comment.user?.login ?? null, body: comment.body ?? "" })
    );
    return { kind: "read", identity: await whoAmI(octokit), comments };
  } catch (error2) {
    return { kind: "unavailable", why: whyOf(error2) };
  }
}
async function whoAmI(octokit) {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error2) {
    if (refusalOf(error2).status === 403) return ACTIONS_BOT;
    throw error2;
  }
}
async function writeComment(github, issue2, plan) {
  try {
    const ours = await writeText(github, issue2, plan);
    const outcomes = await Promise.all([...plan.remove, ...ours].map((id) => removeComment(github, id)));
    return outcomes.flatMap((why) => why === null ? [] : [why]);
  } catch (error2) {
    return [whyOf(error2)];
  }
}
async function writeText(github, issue2, plan) {
  const { octokit, owner, repo } = github;
  const create = (body) => octokit.rest.issues.createComment({ owner, repo, issue_number: issue2, body });
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
      } catch (error2) {
        if (refusalOf(error2).status !== 404) throw error2;
        await firstAccepted(plan.bodies, create);
      }
      return [];
    }
    default:
      return plan;
  }
}
async function firstAccepted(bodies, send) {
  const [body, next, ...rest] = bodies;
  try {
    return await send(body);
  } catch (error2) {
    const { status, message } = refusalOf(error2);
    if (next === void 0 || status !== 422 || !/too long/i.test(message)) throw error2;
    return firstAccepted([next, ...rest], send);
  }
}
async function removeComment({ octokit, owner, repo }, id) {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    return null;
  } catch (error2) {
    return refusalOf(error2).status === 404 ? null : `older comment ${id} not deleted: ${whyOf(error2)}`;
  }
}
function refusalOf(error2) {
  const message = messageOf(error2);
  if (!(error2 instanceof Error && "response" in error2 && typeof error2.response === "object" && error2.response !== null))
    return { status: null, retryAfter: null, message };
  const response = error2.response;
  const status = "status" in response && typeof response.status === "number" ? response.status : null;
  const headers = "headers" in response && typeof response.headers === "object" ? response.headers : null;
  const retryAfter = headers !== null && "retry-after" in headers ? String(headers["retry-after"]) : null;
  return { status, retryAfter, message };
}
function whyOf(error2) {
  const { status, message } = refusalOf(error2);
  return cut(status === null ? `GitHub gave no answer: ${message}` : `GitHub answered ${status}: ${message}`, 300);
}

// src/github/context.ts
var EVENTS = ["pull_request", "merge_group", "push", "workflow_dispatch", "schedule"];
var FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var NO_COMMIT = /^0+$/;
function readContext(env2, payload) {
  const reader = new ContextReader(env2, payload);
  const event = reader.event();
  const [owner = "", repo = ""] = reader.variable("GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/, "owner/name").split("/");
  const run = { id: reader.count("GITHUB_RUN_ID"), attempt: reader.count("GITHUB_RUN_ATTEMPT") };
  const serverUrl = reader.url("GITHUB_SERVER_URL", "https://github.com");
  const context = {
    event,
    owner,
    repo,
    apiUrl: reader.url("GITHUB_API_URL", "https://api.github.com"),
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${run.id}`,
    run,
    ...reader.sides(event)
  };
  if (reader.problems.length > 0) throw new UserError(reader.problems);
  return context;
}
var ContextReader = class {
  problems = [];
  #env;
  #payload;
  constructor(env2, payload) {
    this.#env = env2;
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
  sides(event) {
    switch (event) {
      case "pull_request":
        return this.#pullRequest();
      case "merge_group":
        return this.#pair("merge_group.base_sha", "merge_group.head_sha");
      case "push":
        return this.#pair("before", "after");
      case "workflow_dispatch":
      case "schedule":
        return { baseSha: null, headSha: this.variable("GITHUB_SHA", FULL_SHA, "a full sha"), pullRequest: null };
      default:
        return event;
    }
  }
  #pullRequest() {
    const number = this.#at("pull_request.number");
    if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1)
      this.#wrong("event.pull_request.number", "a whole number above zero", number);
    const headRepo = this.#at("pull_request.head.repo.full_name");
    const fork = headRepo === void 0 || headRepo !== this.#at("pull_request.base.repo.full_name");
    const pullRequest = { number: Number(number), fork, draft: this.#at("pull_request.draft") === true };
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
function failureResult(error2) {
  const lines = problemLines(error2);
  const user = error2 instanceof UserError;
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
    reportJson: null,
    markdown: {
      full: `${heading}

${shown(lines.length)}`,
      short: `${heading}

${shown(MAX_PROBLEMS_SHORT)}${more}`,
      minimal: heading
    }
  };
}
function problemLines(error2) {
  return error2 instanceof UserError ? error2.problems.map(formatProblem) : [messageOf(error2)];
}
function fenced(lines) {
  const text = lines.join("\n").replace(new RegExp("[[\\p{Cc}\\p{Bidi_Control}]--[\\n]]", "gv"), "");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text
${text}
${fence}`;
}

// src/github/inputs.ts
function readInputs(get) {
  const problems = [];
  const text = (name) => get(name) || null;
  const oneOf = (name, allowed) => {
    const value = text(name);
    const known = allowed.find((word) => word === value);
    if (value !== null && known === void 0) problems.push(wrong(name, `one of ${allowed.join(", ")}`, value));
    return known ?? null;
  };
  const trials = text("trials");
  if (trials !== null && !/^[1-9]\d{0,3}$/.test(trials))
    problems.push(wrong("trials", "a whole number from 1 to 9999", trials));
  const providerUrls = {};
  for (const provider of ["openai", "anthropic"]) {
    const url = text(`${provider}-base-url`);
    if (url === null) continue;
    if (!URL.canParse(url) || !/^https?:/.test(url))
      problems.push(wrong(`${provider}-base-url`, "a http or https URL", url));
    providerUrls[provider] = url;
  }
  const inputs = {
    config: text("config"),
    base: text("base"),
    head: text("head"),
    store: text("store"),
    trials: trials === null ? null : Number(trials),
    reportContent: oneOf("report-content", ["none", "excerpt", "full"]),
    comment: oneOf("comment", ["true", "false"]) !== "false",
    token: text("github-token"),
    providerUrls,
    workingDirectory: text("working-directory")
  };
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}
function chooseSides(inputs, context) {
  const base = inputs.base ?? context.baseSha;
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
import { stripVTControlCharacters } from "node:util";
var CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
function logLines(text) {
  return text.split(/\r\n|\r|\n/).map((line) => breakCommands(withoutControls(line)));
}
function withoutControls(line) {
  return stripVTControlCharacters(line).replaceAll(CONTROL, "");
}
function breakCommands(line) {
  return line.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "## [");
}
function deafness(token) {
  return { begin: `::stop-commands::${token}`, end: `::${token}::` };
}

// src/github/outputs.ts
import { appendFileSync as appendFileSync2, writeFileSync } from "node:fs";
function writeOutputs(env2, values) {
  if (!env2.GITHUB_OUTPUT) return ["the runner gave no GITHUB_OUTPUT file"];
  return Object.entries(values).flatMap(([name, value]) => attempt(() => setOutput(name, value), name));
}
function appendSummary(env2, text) {
  const path = env2.GITHUB_STEP_SUMMARY;
  if (!path) return ["the runner gave no GITHUB_STEP_SUMMARY file"];
  return attempt(() => appendFileSync2(path, `${text}
`), path);
}
function writeReport(path, json) {
  return attempt(() => writeFileSync(path, json), path);
}
function attempt(write, what) {
  try {
    write();
    return [];
  } catch (error2) {
    return [`${what}: ${messageOf(error2)}`];
  }
}

// src/github/ladder.ts
import { Buffer as Buffer2 } from "node:buffer";
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
  return surface.unit === "bytes" ? Buffer2.byteLength(text, "utf8") : text.length;
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
  return value.toLocaleString("en-US");
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
  return body.replaceAll("\r\n", "\n").split("\n").slice(1).join("\n").trimEnd();
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
var COMMENT_KEY = "gate";
function planLocal(result, reportPath) {
  const { full, short, minimal } = result.markdown;
  const texts = ladder([full, short, minimal], {
    name: "a step summary",
    limit: SUMMARY_BYTES - 1,
    // the line end
    unit: "bytes",
    elsewhere: "the file named by the output `report`"
  });
  return [
    { kind: "outputs", values: outputsOf(result, reportPath) },
    { kind: "summary", texts },
    { kind: "annotation", level: levelOf(result), message: result.title }
  ];
}
function planPullRequest(result, context, state) {
  if (state.kind === "unavailable") return [{ kind: "withheld", what: "comment", why: state.why }];
  if (state.kind === "not_wanted" || context === null || context.pullRequest === null) return [];
  const { full, short, minimal } = result.markdown;
  const marker = { key: COMMENT_KEY, stamp: { head: context.headSha, run: context.run } };
  const texts = ladder([full, short, minimal], {
    name: "a comment",
    limit: COMMENT_CHARACTERS - markerCharacters(marker),
    unit: "characters",
    elsewhere: `[the summary of this run](${context.runUrl})`
  });
  const wish = { ...marker, texts };
  return [
    { kind: "comment", issue: context.pullRequest.number, plan: planComment(wish, state.comments, state.identity) }
  ];
}
function outputsOf(result, reportPath) {
  return {
    verdict: result.verdict,
    "exit-code": String(result.exitCode),
    "blocked-slices": JSON.stringify(result.blockedSlices),
    "broken-cases": JSON.stringify(result.brokenCases),
    "provider-calls": String(result.providerCalls),
    report: reportPath ?? ""
  };
}
function levelOf(result) {
  if (result.exitCode !== 0) return "error";
  return result.verdict === "pass" || result.verdict === "not_affected" ? "notice" : "warning";
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
async function carryOut(publication, { env: env2, github, annotate: annotate2, log }) {
  const failures = (what, reasons) => reasons.map((why) => ({ what, why }));
  switch (publication.kind) {
    case "outputs":
      return failures("outputs", writeOutputs(env2, publication.values));
    case "summary":
      return failures("step summary", appendSummary(env2, publication.texts[0]));
    case "comment":
      if (github === null) return failures("comment", ["there is no connection to GitHub"]);
      if (publication.plan.kind === "keep") log(`the comment stays as it is: ${publication.plan.why}`);
      return failures("comment", await writeComment(github, publication.issue, publication.plan));
    case "withheld":
      return failures(publication.what, [publication.why]);
    case "annotation":
      annotate2(publication.level, publication.message);
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

// src/github/secrets.ts
import { Buffer as Buffer3 } from "node:buffer";
var MIN_SECRET_CHARACTERS = 8;
function secretValues(env2, more) {
  const named = Object.entries(env2).flatMap(([name, value]) => isSecretName(name) && value ? [value] : []);
  return [.../* @__PURE__ */ new Set([...named, ...more])].filter((value) => value.length >= MIN_SECRET_CHARACTERS);
}
function secretForms(secret) {
  const bytes = Buffer3.from(secret, "utf8");
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(secret.toWellFormed())
  ];
  return [...new Set(forms)];
}
function withoutActionSecrets(env2) {
  const kept = Object.entries(env2).filter(
    ([name]) => !/^INPUT_/i.test(name) && !/^(?:GITHUB|GH|ACTIONS)_.*TOKEN/.test(name)
  );
  return Object.fromEntries(kept);
}

// src/main.ts
var { env } = process2;
var PATIENCE = { sleep: (durationMs) => sleep(durationMs), timeoutMs: 3e4 };
var MAX_ANNOTATION_CHARACTERS = 4e3;
var stray = Promise.withResolvers();
stray.promise.catch(() => void 0);
process2.on("uncaughtException", (fault) => {
  printLines(`this is a defect in pawl: ${fault.stack ?? fault.message}`);
  stray.reject(fault);
});
process2.stdout.on("error", () => process2.exit(process2.exitCode ?? 3));
async function main() {
  for (const secret of secretValues(env, [getInput("github-token")])) secretForms(secret).forEach(setSecret);
  const { inputs, context, result } = await judge();
  process2.exitCode = result.exitCode;
  try {
    await publishResult(inputs, context, result);
  } catch (fault) {
    annotate("warning", `The verdict stands, but publishing it failed, a defect in pawl: ${messageOf(fault)}`);
  }
}
async function judge() {
  let inputs = null;
  let context = null;
  try {
    inputs = readInputs(getInput);
    context = readContext(env, readEvent());
    return { inputs, context, result: await runGate(inputs, context) };
  } catch (fault) {
    sayFault(fault);
    return { inputs, context, result: failureResult(fault) };
  }
}
function readEvent() {
  const path = env.GITHUB_EVENT_PATH ?? "";
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (fault) {
    throw new UserError({ where: "GITHUB_EVENT_PATH", message: messageOf(fault), hint: "GitHub\u2019s runner sets this." });
  }
  const event = parseJson(text);
  if (event !== void 0) return event;
  const message = `expected JSON; received ${cut(text, 80)}`;
  throw new UserError({ where: path, message, hint: "GitHub\u2019s runner writes this file." });
}
async function runGate(inputs, context) {
  const options = {
    repository: resolve2(env.GITHUB_WORKSPACE ?? process2.cwd(), inputs.workingDirectory ?? "."),
    ...chooseSides(inputs, context),
    configPath: inputs.config,
    store: inputs.store,
    trials: inputs.trials,
    reportContent: inputs.reportContent,
    mode: context.pullRequest?.fork === true ? "recorded" : "live",
    providerUrls: inputs.providerUrls,
    environment: withoutActionSecrets(env),
    otherSecrets: secretsIn(env, []).filter((name) => withoutActionSecrets(env)[name] === void 0),
    log: printLines
  };
  const { begin, end } = deafness(randomUUID2());
  process2.stdout.write(`${begin}
`);
  try {
    return await Promise.race([runGateForAction(options, /* @__PURE__ */ new Date()), stray.promise]);
  } finally {
    process2.stdout.write(`
${end}
`);
  }
}
async function publishResult(inputs, context, result) {
  const report = saveReport(result);
  const local = await publish(planLocal(result, report.path), { env, github: null, annotate, log: printLines });
  const { github, comments } = await lookAtComments(inputs, context);
  const remote = await publish(planPullRequest(result, context, comments), { env, github, annotate, log: printLines });
  const said = failureNotice({
    published: [...local.published, ...remote.published],
    failed: [...report.failed, ...local.failed, ...remote.failed]
  });
  if (said !== null) annotate("notice", said);
  if (!local.published.includes("summary")) printLines(result.markdown.full);
}
async function lookAtComments(inputs, context) {
  const pullRequest = context?.pullRequest ?? null;
  if (inputs === null || context === null || pullRequest === null || !inputs.comment)
    return { github: null, comments: { kind: "not_wanted" } };
  const without = (why) => ({ github: null, comments: { kind: "unavailable", why } });
  if (pullRequest.fork) return without("the token of a fork\u2019s pull request can only read");
  if (inputs.token === null) return without("there is no github-token");
  try {
    const github = await connect(inputs.token, context, PATIENCE);
    return { github, comments: await readComments(github, pullRequest.number) };
  } catch (fault) {
    return without(messageOf(fault));
  }
}
function saveReport(result) {
  if (result.reportJson === null) return { path: null, failed: [] };
  const path = join(env.RUNNER_TEMP ?? process2.cwd(), `pawl-report-${process2.pid}.json`);
  const failed = writeReport(path, result.reportJson).map((why) => ({ what: "report", why }));
  return { path: failed.length === 0 ? path : null, failed };
}
function sayFault(fault) {
  for (const line of problemLines(fault)) annotate("error", line);
  if (fault instanceof UserError) return;
  printLines("this is a defect in pawl");
  if (fault instanceof Error) printLines(fault.stack ?? fault.message);
}
function annotate(level, message) {
  const issue2 = { error, warning, notice }[level];
  issue2(message.slice(0, MAX_ANNOTATION_CHARACTERS), { title: "pawl" });
}
function printLines(text) {
  process2.stdout.write(`${logLines(text).join("\n")}
`);
}
await main();
process2.stdout.write("", () => process2.exit());
