import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-ENTN6MLE.js";
import {
  findOneSide,
  openRecording
} from "./chunk-5PEAMUU4.js";
import "./chunk-7EWKQ4TP.js";
import {
  replayRequest,
  runName
} from "./chunk-NI472JT7.js";
import {
  redactionLines,
  redactorOf
} from "./chunk-YF4N6DB6.js";
import {
  Conversations,
  openCaseAppender,
  openProxy,
  parseCaseLine,
  toolsAt,
  writeCaseLine,
  writeCorpus
} from "./chunk-BYDHNTQ5.js";
import "./chunk-3Z432Z7C.js";
import "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import {
  emptyContract,
  isJsonObject,
  mcpToolNames,
  mergeContracts,
  parseJson,
  readContract,
  redactJson,
  writeContract
} from "./chunk-I3AMN25J.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

// src/commands/record.ts
import { resolve as resolve2 } from "node:path";

// src/commands/record-cases.ts
function caseOf(input, trials, recordings, source, nameOf, redact) {
  const failed = trials.find((trial) => trial.end.kind !== "answered");
  if (failed !== void 0) return { problem: `${input.id}: not recorded: ${cut(JSON.stringify(failed.end), 300)}` };
  if (trials.length < recordings) return { problem: `${input.id}: not recorded: the run ended before it` };
  const inOrder = [...trials].sort((a, b) => a.number - b.number);
  const calls = inOrder[0]?.trajectory.steps.filter((step) => step.kind === "model_call") ?? [];
  const firstCall = calls.find(({ wire }) => wire !== "openai-embeddings") ?? calls[0];
  const draft = {
    ...input,
    source: { traceId: null, ...source, model: firstCall?.model ?? null },
    recordings: inOrder.map(({ trajectory }) => ({
      steps: trajectory.steps.flatMap((step) => recordedStep(step, nameOf)),
      output: trajectory.output,
      ...trajectory.mcp === void 0 ? {} : { mcp: trajectory.mcp }
    }))
  };
  return withoutSecrets(draft, redact);
}
function withoutSecrets(draft, redact) {
  const redacted = redact.json(JSON.parse(writeCaseLine(draft)));
  const parsed = parseCaseLine(JSON.stringify(redacted));
  return parsed.kind === "case" ? parsed : { problem: `${draft.id}: not recorded: ${parsed.reason}` };
}
function recordedStep(step, nameOf) {
  if (step.kind === "model_call") {
    const { model, requestKey, response, usage } = step;
    return [{ kind: "model_call", model, requestKey, response, usage }];
  }
  const { name, outcome } = step;
  return outcome.kind === "missing" ? [] : [{ kind: "tool_call", name: nameOf(name), arguments: step.arguments, outcome }];
}

// src/commands/record-contract.ts
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function keepContract({ session, mcpFile }) {
  const fresh = session.recordedContract();
  if (mcpFile === null) return fresh;
  const merged = mergeContracts(await contractAt(mcpFile), fresh);
  if (fresh.exchanges.length === 0) return merged;
  const redacted = redactJson(JSON.parse(writeContract(merged)));
  await mkdir(dirname(mcpFile), { recursive: true });
  await writeFile(mcpFile, `${JSON.stringify(redacted.value, null, 2)}
`);
  return merged;
}
async function contractAt(file) {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return emptyContract;
  const read = readContract(text);
  if ("contract" in read) return read.contract;
  throw new UserError({
    where: file,
    message: read.problem,
    hint: "pawl record writes this file: remove it and record again"
  });
}
function recordedNames(contract) {
  const nameOf = mcpToolNames(contract);
  const servers = new Set(contract.exchanges.map(({ server }) => server));
  return (recorded) => {
    const dot = recorded.indexOf(".");
    const server = recorded.slice(0, Math.max(0, dot));
    return servers.has(server) ? nameOf(server, recorded.slice(dot + 1)) : recorded;
  };
}

// src/commands/record-inputs.ts
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
async function readInputs(file) {
  const cases = [];
  const problems = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === "") continue;
      const parsed = parseInput(text);
      if (parsed.kind === "case") cases.push(parsed.case);
      else problems.push({ where: `${file}:${line}`, message: parsed.reason, hint: null });
    }
  } catch (error) {
    throw new UserError({ where: "--inputs", message: messageOf(error), hint: "expected a file of JSON Lines" });
  }
  if (problems.length > 0) throw new UserError(problems);
  if (cases.length === 0) throw new UserError({ where: file, message: "there is no input in it", hint: null });
  return cases;
}
function parseInput(text) {
  const value = parseJson(text);
  return parseCaseLine(isJsonObject(value) ? JSON.stringify({ v: 1, recordings: [{ steps: [] }], ...value }) : text);
}

// src/commands/record-proxy.ts
import { once } from "node:events";
import { resolve } from "node:path";
var GRACE_MS = 1e4;
async function recordProxyCommand(options, surroundings) {
  const request = await replayRequest("proxy", options, surroundings, new ProgressLine(surroundings));
  const { settings } = await findOneSide({ ...request, ref: "WORKTREE" });
  const redact = redactorOf(settings.redaction, [], surroundings);
  const file = await openCaseAppender(resolve(surroundings.directory, options.out));
  const recorder = new TurnRecorder(file, redact, surroundings.now);
  try {
    const conversations = new Conversations();
    const proxy = await open(options, {
      ...{ providers: settings.providers, toolsUrl: options.toolsUrl ?? null },
      naming: {
        header: options.conversationHeader?.toLowerCase() ?? null,
        metadata: options.conversationMetadata ?? null
      },
      ignored: settings.ignoredInRequests.map(({ pattern }) => pattern),
      onCall: (call) => recorder.take(conversations.add(call)),
      onTool: (call, outcome) => conversations.tool(call, outcome),
      onUnrecorded: (reason) => recorder.unrecorded(reason)
    });
    surroundings.warn(
      `recording on ${proxy.url}: OPENAI_BASE_URL=${proxy.url}/v1 ANTHROPIC_BASE_URL=${proxy.url}; Ctrl-C ends`
    );
    if (!surroundings.signal.aborted) await once(surroundings.signal, "abort");
    await proxy.close(GRACE_MS);
    await recorder.written();
    for (const line of recorder.lines(options.out, conversations.open())) surroundings.print(line);
    for (const line of redactionLines(redact)) surroundings.print(line);
    return 0;
  } finally {
    await file.close();
  }
}
async function open({ proxy }, options) {
  const [, host = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(proxy) ?? [];
  const number = Number(port);
  if (port === "" || number > 65535)
    throw new UserError({
      where: "--proxy",
      message: `expected a port, or host:port, received ${cut(proxy, 80)}`,
      hint: null
    });
  return openProxy({ host, port: number, ...options }).catch((error) => {
    throw new UserError({ where: "--proxy", message: messageOf(error), hint: "name another port" });
  });
}
var TurnRecorder = class {
  #file;
  #redact;
  #now;
  #unrecorded = /* @__PURE__ */ new Map();
  #writing = Promise.resolve();
  #cases = 0;
  constructor(file, redact, now) {
    this.#file = file;
    this.#redact = redact;
    this.#now = now;
  }
  take({ conversation, turn, end }) {
    if (end.kind === "lost") this.unrecorded(`a turn of the agent: ${end.reason}`);
    if (end.kind !== "turn") return;
    const made = withoutSecrets(
      draftOf(end.turn, `${runName("proxy", this.#now)}-${conversation}`, turn, this.#now),
      this.#redact
    );
    if ("problem" in made) this.unrecorded(made.problem);
    else {
      this.#cases += 1;
      this.#writing = this.#writing.then(() => this.#file.append(made.case));
    }
  }
  unrecorded(reason) {
    this.#unrecorded.set(reason, (this.#unrecorded.get(reason) ?? 0) + 1);
  }
  /** Rejects where the disk did not take a case. */
  written() {
    return this.#writing;
  }
  lines(out, open2) {
    const reasons = [...this.#unrecorded].sort(([, a], [, b]) => b - a);
    return [
      `${out}: ${this.#cases} cases written, each a turn of the agent`,
      ...open2 === 0 ? [] : [`not recorded: turns that had not ended: ${open2}`],
      ...reasons.map(([reason, count]) => `not recorded: ${count} \xD7 ${reason}`)
    ];
  }
};
function draftOf(turn, conversation, number, now) {
  return {
    id: `${conversation}-${number}`,
    status: "active",
    source: { traceId: null, recordedAt: now.toISOString(), agentVersion: null, model: turn.model },
    ...{ slices: ["default"], cohorts: [], weight: 1, cluster: conversation },
    input: { messages: turn.input.messages.map(({ role, content }) => ({ role, content })) },
    recordings: [{ steps: turn.steps, output: turn.output }],
    expectations: null
  };
}

// src/commands/record.ts
var SHOWN_PROBLEMS = 20;
var noTools = async (tool) => ({
  kind: "failed",
  message: `the agent called the tool ${cut(tool, 80)}, and there is no --tools-url to ask`
});
async function recordCommand(options, surroundings) {
  const { inputs, proxy } = options;
  if (inputs !== void 0 && proxy === void 0) return recordInputs({ ...options, inputs }, surroundings);
  if (proxy !== void 0 && inputs === void 0) return recordProxyCommand({ ...options, proxy }, surroundings);
  throw new UserError({
    where: "pawl record",
    message: `expected --inputs or --proxy, received ${inputs === void 0 ? "neither" : "both"}`,
    hint: "--inputs FILE runs the agent over inputs, --proxy PORT records an agent that runs elsewhere"
  });
}
async function recordInputs(options, surroundings) {
  const recordings = wholeNumber("--recordings", options.recordings);
  const inputs = await readInputs(resolve2(surroundings.directory, options.inputs));
  const progress = new ProgressLine(surroundings);
  const recording = await openRecording({
    ...await replayRequest("record", options, surroundings, progress),
    ref: options.ref,
    cases: inputs,
    tools: options.toolsUrl === void 0 ? noTools : toolsAt(options.toolsUrl, null)
  });
  try {
    const numbers = Array.from({ length: recordings }, (_, index) => index + 1);
    const requests = inputs.flatMap(
      ({ id }) => numbers.map((number) => ({ caseId: id, side: "base", number }))
    );
    progress.plan("recording", requests.length);
    const ran = await recording.session.run(requests, { onTrial: () => progress.step(), signal: surroundings.signal });
    progress.end();
    const contract = await keepContract(recording);
    const source = { recordedAt: surroundings.now.toISOString(), agentVersion: recording.agentVersion };
    const redact = redactorOf(recording.redaction, [], surroundings);
    const made = inputs.map((input) => {
      const own = ran.map(({ trial }) => trial).filter((trial) => trial.caseId === input.id);
      return caseOf(input, own, recordings, source, recordedNames(contract), redact);
    });
    const cases = made.flatMap((one) => "case" in one ? [one.case] : []);
    const problems = made.flatMap((one) => "problem" in one ? [one.problem] : []);
    await writeCorpus(resolve2(surroundings.directory, options.out), cases);
    for (const note of recording.session.notes) surroundings.warn(note);
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) surroundings.warn(problem);
    surroundings.print(`${options.out}: ${cases.length} cases written, ${problems.length} inputs not recorded`);
    for (const line of redactionLines(redact)) surroundings.print(line);
    return problems.length === 0 ? 0 : 4;
  } finally {
    await recording.close();
  }
}
function wholeNumber(where, text) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UserError({ where, message: `expected a whole number from 1 up, received ${cut(text, 40)}`, hint: null });
}
export {
  recordCommand
};
