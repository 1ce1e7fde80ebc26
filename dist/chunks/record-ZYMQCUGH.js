const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $createInterface
} from "./chunk-JMUJYOJG.js";
import {
  redactionLines,
  redactorOf
} from "./chunk-TZBLFOMY.js";
import {
  $once
} from "./chunk-EWJWEBDX.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  findOneSide,
  openRecording
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import {
  openCaseAppender,
  parseCaseLine,
  writeCaseLine,
  writeCorpus
} from "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import {
  Conversations,
  openProxy,
  serversBeside,
  toolsAt
} from "./chunk-ESXIIXJN.js";
import {
  emptyContract,
  isJsonObject,
  mcpToolNames,
  mergeContracts,
  parseJson,
  readContract,
  redactJson,
  writeContract
} from "./chunk-2SGQDVVG.js";
import {
  replayRequest,
  runName
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $mkdir,
  $readFile,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $dirname,
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import {
  $createReadStream
} from "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

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
async function keepContract(fresh, mcpFile) {
  if (mcpFile === null) return fresh;
  const merged = mergeContracts(await contractAt(mcpFile), fresh);
  if (fresh.exchanges.length === 0) return merged;
  const redacted = redactJson(JSON.parse(writeContract(merged)));
  await $mkdir($dirname(mcpFile), { recursive: true });
  await $writeFile(mcpFile, `${JSON.stringify(redacted.value, null, 2)}
`);
  return merged;
}
async function contractAt(file) {
  const text = await $readFile(file, "utf8").catch(() => null);
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
async function readInputs(file) {
  const inputs = [];
  const problems = [];
  let line = 0;
  try {
    for await (const text of $createInterface({ input: $createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === "") continue;
      const parsed = parseInput(text);
      if ("problem" in parsed) problems.push({ where: `${file}:${line}`, message: parsed.problem, hint: null });
      else inputs.push(parsed);
    }
  } catch (error) {
    throw new UserError({ where: "--inputs", message: messageOf(error), hint: "expected a file of JSON Lines" });
  }
  if (problems.length > 0) throw new UserError(problems);
  if (inputs.length === 0) throw new UserError({ where: file, message: "there is no input in it", hint: null });
  return inputs;
}
function parseInput(text) {
  const value = parseJson(text);
  const written = isJsonObject(value) ? { v: 1, recordings: [{ steps: [] }], ...value } : null;
  if (written === null || !("turns" in written)) return inputOf(written === null ? text : JSON.stringify(written), []);
  const { turns, ...conversation } = written;
  if (!Array.isArray(turns) || turns.length === 0 || !turns.every((turn) => typeof turn === "string" && turn !== ""))
    return { problem: "turns: expected what the user says, a list of texts" };
  const alone = ["input", "cluster", "expectations"].filter((name) => name in conversation);
  if (alone.length > 0)
    return { problem: `${alone.join(", ")}: not beside turns, each of which becomes a case of its own` };
  const [first = "", ...next] = turns.map(String);
  const { id } = conversation;
  const messages = [{ role: "user", content: first }];
  const line = { ...conversation, id: typeof id === "string" ? `${id}-1` : id, cluster: id, input: { messages } };
  return inputOf(JSON.stringify(line), next);
}
function inputOf(line, next) {
  const parsed = parseCaseLine(line);
  return parsed.kind === "case" ? { theCase: parsed.case, next } : { problem: parsed.reason };
}

// src/commands/record-proxy.ts
var GRACE_MS = 1e4;
var MAX_EXCHANGES = 1e3;
async function recordProxyCommand(options, surroundings) {
  const request = await replayRequest("proxy", options, surroundings, new ProgressLine(surroundings));
  const { settings, repository } = await findOneSide({ ...request, ref: "WORKTREE" });
  const redact = redactorOf(settings.redaction, [], surroundings);
  const conversations = new Conversations();
  const servers = serversBeside(
    settings.agent,
    { path: repository, parentEnvironment: request.environment },
    {
      called: (call, outcome) => conversations.tool({ call, outcome }),
      exchanged: (exchange) => recorder.exchanged(exchange),
      failed: (reason) => recorder.unrecorded(reason)
    }
  );
  const mcpFile = settings.mcpFile === null ? null : $join(repository, settings.mcpFile);
  const contract = await openContract(servers, mcpFile);
  const file = await openCaseAppender($resolve(surroundings.directory, options.out));
  const recorder = new TurnRecorder(file, contract, redact, surroundings.now);
  try {
    const proxy = await open(options, {
      ...{ providers: settings.providers, toolsUrl: options.toolsUrl ?? null, mcp: servers.service },
      naming: {
        header: options.conversationHeader?.toLowerCase() ?? null,
        metadata: options.conversationMetadata ?? null
      },
      ignored: settings.ignoredInRequests.map(({ pattern }) => pattern),
      onCall: (call) => recorder.take(conversations.add(call)),
      onTool: (made) => conversations.tool(made),
      onUnrecorded: (reason) => recorder.unrecorded(reason)
    });
    surroundings.warn(
      `recording on ${proxy.url}: OPENAI_BASE_URL=${proxy.url}/v1 ANTHROPIC_BASE_URL=${proxy.url} PAWL_MCP_URL=${proxy.url}/mcp; Ctrl-C ends`
    );
    if (!surroundings.signal.aborted) await $once(surroundings.signal, "abort");
    await proxy.close(GRACE_MS);
    await recorder.written();
    await contract.keep();
    for (const note of servers.notes()) surroundings.warn(note);
    for (const line of recorder.lines(options.out, conversations)) surroundings.print(line);
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
async function openContract(servers, file) {
  const older = file === null ? emptyContract : await contractAt(file);
  let kept = 0;
  return {
    nameOf: (recorded) => recordedNames(mergeContracts(older, servers.recorded()))(recorded),
    keep: async () => {
      const fresh = servers.recorded();
      if (fresh.exchanges.length === kept) return;
      await keepContract(fresh, file);
      kept = fresh.exchanges.length;
    }
  };
}
var TurnRecorder = class {
  #file;
  #contract;
  #redact;
  #now;
  #unrecorded = /* @__PURE__ */ new Map();
  #writing = Promise.resolve();
  /** What MCP servers answered besides tool calls since the last turn ended: nothing says whose it was. */
  #exchanges = [];
  #cases = 0;
  constructor(file, contract, redact, now) {
    this.#file = file;
    this.#contract = contract;
    this.#redact = redact;
    this.#now = now;
  }
  take({ conversation, turn, end }) {
    if (end.kind === "lost") this.unrecorded(`a turn of the agent: ${end.reason}`);
    if (end.kind !== "turn") return;
    const draft = draftOf(end.turn, `${runName("proxy", this.#now)}-${conversation}`, turn, this.#now);
    const made = withoutSecrets({ ...draft, recordings: [this.#recordingOf(end.turn)] }, this.#redact);
    if ("problem" in made) this.unrecorded(made.problem);
    else {
      this.#cases += 1;
      this.#writing = this.#writing.then(() => this.#file.append(made.case)).then(() => this.#contract.keep());
    }
  }
  exchanged(exchange) {
    if (this.#exchanges.length < MAX_EXCHANGES) this.#exchanges.push(exchange);
    else this.unrecorded(`an answer of the MCP server ${exchange.server} while no turn ended`);
  }
  #recordingOf({ steps, output }) {
    const mcp = this.#exchanges;
    this.#exchanges = [];
    const named = steps.map(
      (step) => step.kind === "tool_call" ? { ...step, name: this.#contract.nameOf(step.name) } : step
    );
    return { steps: named, output, ...mcp.length === 0 ? {} : { mcp } };
  }
  unrecorded(reason) {
    this.#unrecorded.set(reason, (this.#unrecorded.get(reason) ?? 0) + 1);
  }
  /** Rejects where the disk did not take a case. */
  written() {
    return this.#writing;
  }
  lines(out, conversations) {
    const open2 = conversations.open();
    const unasked = conversations.unasked();
    const reasons = [...this.#unrecorded].sort(([, a], [, b]) => b - a);
    return [
      `${out}: ${this.#cases} cases written, each a turn of the agent`,
      ...open2 === 0 ? [] : [`not recorded: turns that had not ended: ${open2}`],
      ...unasked === 0 ? [] : [`not recorded: tool calls whose result no model was told: ${unasked}`],
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
    expectations: null
  };
}

// src/commands/record-turns.ts
async function recordTurns(inputs, recordings, session, watch) {
  const recorded = [];
  const numbers = Array.from({ length: recordings }, (_, index) => index + 1);
  for (let open2 = inputs.map((input, place) => ({ input, place })); open2.length > 0; ) {
    session.take(open2.map(({ input }) => input.theCase));
    const requests = open2.flatMap(
      ({ input }) => numbers.map((number) => ({ caseId: input.theCase.id, side: "base", number }))
    );
    const ran = await session.run(requests, watch);
    const byCase = Map.groupBy(ran, ({ trial }) => trial.caseId);
    const round = open2.map(({ input, place }) => {
      const trials = (byCase.get(input.theCase.id) ?? []).map(({ trial }) => trial);
      return { input, place, trials: trials.toSorted((a, b) => a.number - b.number) };
    });
    recorded.push(...round);
    open2 = round.flatMap(({ input, place, trials }) => {
      const next = isAnswered(trials, recordings) ? nextTurn(input, trials) : null;
      return next === null ? [] : [{ input: next, place }];
    });
  }
  return recorded.toSorted((a, b) => a.place - b.place);
}
function unaskedTurns(recorded, recordings) {
  return recorded.flatMap(
    ({ input: { theCase, next }, trials }) => next.length === 0 || isAnswered(trials, recordings) ? [] : [`${theCase.cluster}: not recorded: ${next.length} more turns, since ${theCase.id} was not`]
  );
}
function isAnswered(trials, recordings) {
  return trials.length === recordings && trials.every(({ end }) => end.kind === "answered");
}
function nextTurn({ theCase, next }, trials) {
  const [content, ...rest] = next;
  const [first] = trials;
  if (content === void 0 || first === void 0) return null;
  const said = isJsonObject(theCase.input) && Array.isArray(theCase.input.messages) ? theCase.input.messages : [];
  const messages = [...said, { role: "assistant", content: finalText(first) }, { role: "user", content }];
  return { theCase: { ...theCase, id: turnAfter(theCase), input: { messages } }, next: rest };
}
function turnAfter({ id, cluster }) {
  return `${cluster}-${Number(id.slice(id.lastIndexOf("-") + 1)) + 1}`;
}
function finalText({ trajectory: { steps, output } }) {
  if (typeof output === "string") return output;
  const last = steps.findLast((step) => step.kind === "model_call" && step.response !== null);
  const parts = last?.kind === "model_call" ? last.response?.parts ?? [] : [];
  const text = parts.flatMap((part) => part.kind === "text" ? [part.text] : []).join("");
  return text === "" ? JSON.stringify(output) : text;
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
  const inputs = await readInputs($resolve(surroundings.directory, options.inputs));
  const progress = new ProgressLine(surroundings);
  const recording = await openRecording({
    ...await replayRequest("record", options, surroundings, progress),
    ref: options.ref,
    cases: inputs.map(({ theCase }) => theCase),
    tools: options.toolsUrl === void 0 ? noTools : toolsAt(options.toolsUrl, null)
  });
  try {
    const turns = inputs.reduce((sum, { next }) => sum + 1 + next.length, 0);
    progress.plan("recording", turns * recordings);
    const watch = { onTrial: () => progress.step(), signal: surroundings.signal };
    const ran = await recordTurns(inputs, recordings, recording.session, watch);
    progress.end();
    const contract = await keepContract(recording.session.recordedContract(), recording.mcpFile);
    const source = { recordedAt: surroundings.now.toISOString(), agentVersion: recording.agentVersion };
    const redact = redactorOf(recording.redaction, [], surroundings);
    const made = ran.map(
      ({ input, trials }) => caseOf(input.theCase, trials, recordings, source, recordedNames(contract), redact)
    );
    const cases = made.flatMap((one) => "case" in one ? [one.case] : []);
    const problems = [
      ...made.flatMap((one) => "problem" in one ? [one.problem] : []),
      ...unaskedTurns(ran, recordings)
    ];
    await writeCorpus($resolve(surroundings.directory, options.out), cases);
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
