import type {
  AnswerSource,
  Json,
  JsonObject,
  McpExchange,
  Message,
  ModelCall,
  Step,
  ToolCall,
  ToolMatch,
  WireRequest,
} from '../trace/index.ts';
import { canonicalJson, hashInstructions, hashJson, hashTools, idsOfAnswer, readResponse } from '../trace/index.ts';
import { OwnResults } from './own-results.ts';
import type { SharedPrefix } from './sharing.ts';
import { Claims, type Lane } from './sharing.ts';
import type { Divergence, Side, Standing, Trial, TrialEnd } from './trial.ts';

/** A place in the trajectory, taken when a request comes in and filled when its answer has reached the agent. */
export interface StepPlace {
  fill(step: Step): void;
  /** The answer never reached the agent; its retry takes a new place. */
  drop(): void;
  /** Where it stands among the places that there are. */
  index(): number;
}

type ProviderFailure = { readonly httpStatus: number | null; readonly message: string };

/** A model call as it passed. */
interface PassedCall {
  readonly request: WireRequest;
  readonly requestKey: string;
  readonly occurrence: number;
  /** The conversation, kept by the provider, that the request is part of. */
  readonly conversation: string | null;
  readonly newMessages: readonly Message[];
  readonly body: JsonObject | null;
  readonly source: AnswerSource;
  readonly error: string | null;
  readonly durationMs: number;
}
/**
 * A tool call whose answer is not simply the tape's makes the trial *assisted*. A call that the recording has in another
 * way of writing is the recorded call, so its trial stays hermetic.
 */
const ASSISTING: ReadonlySet<ToolMatch> = new Set([
  'renamed',
  'other_state',
  'other_case',
  'nearest',
  'simulated',
  'live',
  'agent',
]);

/** Rebuilds one trial's trajectory from what passes through the gateway. */
export class TrialRecorder {
  readonly claims: Claims;
  readonly ownResults = new OwnResults();
  readonly number: number;
  readonly #identity: { caseId: string; side: Side; number: number };
  readonly #places: { step: Step | null }[] = [];
  /** How what the provider keeps came about, by its id, and where the answer came from. */
  readonly #kept = new Map<string, { readonly marker: string; readonly source: AnswerSource }>();
  #history: readonly Message[] = [];
  readonly #mcp: McpExchange[] = [];
  #assisted = false;
  #divergence: Divergence | null = null;
  #notCovered: string | null = null;
  #firstRequestKey: string | null = null;
  #providerFailure: ProviderFailure | null = null;
  #retrying = 0;
  #sealed = false;
  #runaway: string | null = null;
  readonly #unspoken = new Set<string>();

  constructor(trial: { caseId: string; side: Side; number: number; lane: Lane; prefix: SharedPrefix | null }) {
    this.#identity = { caseId: trial.caseId, side: trial.side, number: trial.number };
    this.number = trial.number;
    this.claims = new Claims(trial);
  }

  /** A model request came, whatever becomes of it. */
  asked(requestKey: string): void {
    this.#firstRequestKey ??= requestKey;
  }

  place(): StepPlace {
    const place: { step: Step | null } = { step: null };
    this.#places.push(place);
    return {
      fill: (step) => {
        if (!this.#sealed) place.step = step;
      },
      drop: () => {
        const index = this.#places.indexOf(place);
        if (index !== -1) this.#places.splice(index, 1);
      },
      index: () => this.#places.indexOf(place),
    };
  }

  /** How an answer, an item or a conversation that the provider keeps came about in this trial; null = not in this trial. */
  kept(id: string): { readonly marker: string; readonly source: AnswerSource } | null {
    return this.#kept.get(id) ?? null;
  }

  /** Messages that the previous model call did not have. */
  newMessages(request: WireRequest): readonly Message[] {
    const known = this.#history;
    if (known.length === 0) return request.messages;
    const continues = canonicalJson(request.messages.slice(0, known.length)) === canonicalJson(known);
    return continues ? request.messages.slice(known.length) : request.messages;
  }

  modelCall(call: PassedCall): ModelCall {
    const response = call.body === null ? null : readResponse(call.request.wire, call.body);
    this.#keep(call);
    if (call.source === 'semantic') this.#assisted = true;
    if (response?.message != null) this.ownResults.asked(response.message);
    if (call.request.wire !== 'openai-embeddings') this.#history = call.request.messages;
    return {
      kind: 'model_call',
      wire: call.request.wire,
      model: call.request.model,
      requestKey: call.requestKey,
      instructionsHash: hashInstructions(call.request),
      toolsHash: hashTools(call.request),
      newMessages: call.newMessages,
      response: response?.message ?? null,
      finishReason: response?.finishReason ?? null,
      ...(response?.id == null ? {} : { responseId: response.id }),
      usage: response?.usage ?? null,
      source: call.source,
      error: call.error,
      durationMs: call.durationMs,
    };
  }

  /** The key of a request holds the markers of what it continues, so that each marker stands for all that went before. */
  #keep(call: PassedCall): void {
    if (call.body === null) return;
    const marker = `${call.requestKey}#${call.occurrence}`;
    const ids = idsOfAnswer(call.request.wire, call.body);
    for (const [index, id] of ids.entries())
      this.#kept.set(id, { marker: index === 0 ? marker : `${marker}/${index}`, source: call.source });
    if (call.conversation !== null) this.#kept.set(call.conversation, { marker, source: call.source });
  }

  /** A call that came to the gateway. */
  toolCall(step: ToolCall, place: StepPlace): void {
    this.ownToolCall(step, place);
    this.ownResults.served(step);
  }

  /** A call that the agent ran by itself. */
  ownToolCall(step: ToolCall, place: StepPlace): void {
    place.fill(step);
    if (ASSISTING.has(step.match)) this.#assisted = true;
  }

  /** The calls that have been answered so far, in the order in which they came. */
  toolCalls(): readonly ToolCall[] {
    return this.#places.flatMap(({ step }) => (step?.kind === 'tool_call' ? [step] : []));
  }

  /** What an MCP server answered besides tool calls; only while recording. */
  mcpExchange(exchange: McpExchange): void {
    if (!this.#sealed) this.#mcp.push(exchange);
  }

  assist(): void {
    this.#assisted = true;
  }

  /** The first one counts: what follows it is no longer the recorded world. */
  diverge(tool: string, args: Json, reason: string, place: StepPlace): void {
    this.#divergence ??= { stepIndex: place.index(), tool, arguments: args, reason };
  }

  notCovered(reason: string): void {
    this.#notCovered ??= reason;
  }

  providerFailed(failure: ProviderFailure): void {
    this.#providerFailure ??= failure;
  }

  /** More model calls than any sane trial makes: the agent is at fault, and every further call is money. */
  ranAway(message: string): void {
    this.#runaway ??= message;
  }

  /** The agent asked for an API that pawl does not speak, and was refused. */
  unspoken(api: string): void {
    if (!this.#sealed) this.#unspoken.add(api);
  }

  modelCalls(): number {
    return this.#places.filter((place) => place.step?.kind === 'model_call').length;
  }

  /** The trial was stopped: what is still on its way is no part of it any more. */
  seal(): void {
    this.#sealed = true;
  }

  /** The provider is being asked again and again; `settled` when it has answered or failed for good. */
  retrying(): { settled(): void } {
    this.#retrying += 1;
    return {
      settled: () => {
        this.#retrying -= 1;
      },
    };
  }

  finish(agentEnd: TrialEnd, output: Json | null, durationMs: number): Trial {
    const steps = this.#places.flatMap((place) => (place.step === null ? [] : [place.step]));
    const end = this.#endOf(agentEnd);
    const models = steps.filter((step) => step.kind === 'model_call');
    const drawn = (source: AnswerSource): number =>
      models.filter((step) => step.source === source && step.error === null).length;
    const unspoken = [...this.#unspoken].sort();
    const finalOutput = end.kind === 'answered' ? output : null;
    return {
      ...this.#identity,
      standing: this.#standingOf(end),
      end,
      trajectory: { steps, output: finalOutput, ...(this.#mcp.length === 0 ? {} : { mcp: this.#mcp }) },
      divergence: this.#divergence,
      firstRequestKey: models[0]?.requestKey ?? this.#firstRequestKey,
      fingerprint: fingerprintOf(steps, finalOutput, end, unspoken),
      answers: { provider: drawn('provider'), store: drawn('store') + drawn('semantic'), shared: drawn('shared') },
      durationMs,
      ...(unspoken.length === 0 ? {} : { unspoken }),
    };
  }

  /** What pawl knows about the end outranks how the agent took it. */
  #endOf(agentEnd: TrialEnd): TrialEnd {
    if (this.#providerFailure !== null) return { kind: 'provider_failed', ...this.#providerFailure };
    if (this.#runaway !== null) return { kind: 'agent_error', message: this.#runaway };
    if (this.#notCovered !== null) return { kind: 'stopped', reason: this.#notCovered };
    // A provider's throttle must not read as the agent's own slowness.
    if (agentEnd.kind === 'timed_out' && this.#retrying > 0) {
      const message = `it was still being asked again when the trial's ${agentEnd.afterMs / 1000} s were over`;
      return { kind: 'provider_failed', httpStatus: null, message };
    }
    return agentEnd;
  }

  #standingOf(end: TrialEnd): Standing {
    if (this.#notCovered !== null) return 'not_covered';
    if (this.#divergence !== null) return 'diverged';
    if (end.kind !== 'answered') return 'errored';
    return this.#assisted ? 'assisted' : 'hermetic';
  }
}

/** Equal = unaffected: same requests, same tool calls in order, same number of steps, same output and exit. */
function fingerprintOf(
  steps: readonly Step[],
  output: Json | null,
  end: TrialEnd,
  unspoken: readonly string[],
): string {
  const walked = steps.map((step) =>
    step.kind === 'model_call'
      ? step.requestKey
      : [step.name, step.arguments, step.outcome.kind, step.recordedAs !== null],
  );
  const exit = end.kind === 'crashed' ? [end.kind, end.exitCode, end.signal] : [end.kind];
  return hashJson([walked, output, exit, ...(unspoken.length === 0 ? [] : [unspoken])]);
}
