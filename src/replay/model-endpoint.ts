import { cut } from '../errors.ts';
import type { AnswerSource, JsonObject, Message, WireRequest } from '../trace/index.ts';
import { conversationId, embeddingEncoding, keptIds, readRequest, type Wire } from '../trace/index.ts';
import { type Answer, type AskedForm, bytesFor, contentTypeOf, readAnswer } from './answer.ts';
import type { LiveTrial } from './live-trial.ts';
import { settleOwnResults } from './own-tools.ts';
import { nearestRequest, placeText, semanticTwin } from './recorded-miss.ts';
import { identify, type RequestIdentity } from './request-identity.ts';
import { answerKeyText, type Claim } from './sharing.ts';
import type { Store } from './store.ts';
import type { Asked, Upstream } from './upstream.ts';

/** `live`: an answer that nobody has drawn yet is drawn from the provider. `recorded`: it ends the trial. */
export type ModelMode = 'live' | 'recorded';

export interface ModelBackend {
  readonly mode: ModelMode;
  readonly store: Store;
  readonly upstream: Upstream;
  readonly ignored: readonly RegExp[];
  /** Requests that the provider is being asked right now, by answer key: a client's retry waits for the same answer. */
  readonly asking: Map<string, Promise<Asked>>;
}

interface ModelReply {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string;
  /** What is still to be done once the answer is on its way: the agent need not wait for it. */
  readonly afterwards?: () => void;
}

/** A request as the agent sent it; `headers` holds the protocol's own alone. */
interface SentRequest {
  readonly body: JsonObject;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Registers what is to happen when the client goes away before it has the whole answer. */
  readonly onAbandoned: (release: () => void) => void;
}

/** A loop without end would spend without end. */
const MAX_MODEL_CALLS = 200;

interface Asking {
  readonly trial: LiveTrial;
  readonly wire: Wire;
  readonly request: WireRequest;
  readonly identity: RequestIdentity;
  readonly requestKey: string;
  /** What the request continues that the provider keeps, by id. */
  readonly kept: readonly string[];
  readonly conversation: string | null;
  readonly newMessages: readonly Message[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly asked: AskedForm;
  readonly onAbandoned: SentRequest['onAbandoned'];
}

/** Answers one model request of a trial: from the store, else from the provider, whose answer is then stored. */
export async function answerModel(
  backend: ModelBackend,
  trial: LiveTrial,
  wire: Wire,
  sent: SentRequest,
): Promise<ModelReply> {
  const request = readRequest(wire, sent.body);
  if ('problem' in request) return errorReply(400, `cannot read this ${wire} request: ${request.problem}`);
  const settled = await settleOwnResults(trial, request, sent.body);
  switch (settled.kind) {
    case 'as_it_is':
      return answerSettled(backend, trial, request, sent);
    case 'replaced': {
      const { body } = settled;
      return answerSettled(backend, trial, settled.request, { ...sent, body, text: JSON.stringify(body) });
    }
    case 'stopped':
      return errorReply(400, settled.reason);
    default:
      return settled satisfies never;
  }
}

/** The request as the model is to get it. */
async function answerSettled(
  backend: ModelBackend,
  trial: LiveTrial,
  request: WireRequest,
  sent: SentRequest,
): Promise<ModelReply> {
  // While the results were settled the trial may have ended.
  if (trial.isStopped()) return errorReply(410, 'this trial has ended');
  trial.told?.hear(request);
  const { wire } = request;
  const identity = identify(wire, sent.body, sent.headers, {
    root: trial.root,
    ignored: backend.ignored,
    markerOf: (id) => trial.recorder.kept(id)?.marker ?? null,
  });
  if (identity === null) return errorReply(400, `cannot read this ${wire} request: it is nested too deeply`);
  const asking: Asking = {
    trial,
    wire,
    request,
    identity,
    requestKey: identity.key,
    kept: keptIds(wire, sent.body),
    conversation: wire === 'openai-responses' ? conversationId(sent.body) : null,
    newMessages: trial.recorder.newMessages(request),
    headers: sent.headers,
    text: sent.text,
    asked: {
      form: request.stream ? 'stream' : 'json',
      encoding: wire === 'openai-embeddings' ? embeddingEncoding(sent.body) : null,
    },
    onAbandoned: sent.onAbandoned,
  };
  warnOfKept(asking);
  return answerAsked(backend, asking);
}

function warnOfKept({ trial, kept }: Asking): void {
  if (kept.length === 0) return;
  trial.warn(CONTINUES);
  if (kept.some((id) => trial.recorder.kept(id) === null)) trial.warn(CONTINUES_FOREIGN);
}

const CONTINUES =
  'requests continue answers that the provider keeps (previous_response_id, conversation, item_reference): once it has' +
  ' forgotten them, a trial replays only while all of its answers are in the store. Send the whole conversation and set' +
  ' store: false to depend on nothing';
const CONTINUES_FOREIGN =
  'requests continue an answer or a conversation of the provider that their own trial did not make: its id stands in the' +
  ' request key, so that no other run shares their answers';

async function answerAsked(backend: ModelBackend, asking: Asking): Promise<ModelReply> {
  if (asking.trial.recorder.modelCalls() >= MAX_MODEL_CALLS) {
    const reason = `the agent made more than ${MAX_MODEL_CALLS} model calls in one trial`;
    asking.trial.recorder.ranAway(reason);
    asking.trial.stop(reason);
    return errorReply(429, reason);
  }
  asking.trial.recorder.asked(asking.requestKey);
  const place = asking.trial.recorder.place();
  const claim = asking.trial.recorder.claims.claim(asking.requestKey, (key) => backend.store.has(answerKeyText(key)));
  const release = (): void => {
    place.drop();
    claim.release();
  };
  asking.onAbandoned(release);
  const found = await findAnswer(backend, asking, claim);
  if (found.kind === 'ended') {
    release();
    return found.reply;
  }
  const { recorder } = asking.trial;
  const { occurrence } = claim.key;
  if (found.kind === 'refused') {
    const forgotten = whatIsForgotten(asking, found);
    if (forgotten !== null) {
      release();
      return providerFailed(asking.trial, found.httpStatus, forgotten);
    }
    const error = `the provider refused the request with ${found.httpStatus}: ${cut(found.body, 300)}`;
    place.fill(recorder.modelCall({ ...asking, occurrence, body: null, source: 'provider', error, durationMs: 0 }));
    return { httpStatus: found.httpStatus, contentType: found.contentType, body: found.body };
  }
  const { answer, body, source } = found;
  const { durationMs } = answer;
  const { asked } = asking;
  return {
    httpStatus: 200,
    contentType: contentTypeOf(asked.form),
    body: bytesFor(answer, body, asked),
    afterwards: () => place.fill(recorder.modelCall({ ...asking, occurrence, body, source, error: null, durationMs })),
  };
}

type Found =
  | { readonly kind: 'found'; readonly answer: Answer; readonly body: JsonObject; readonly source: AnswerSource }
  /** The provider says the request is wrong: that is how this side behaves, and the agent must see it. */
  | Extract<Asked, { kind: 'refused' }>
  | { readonly kind: 'ended'; readonly reply: ModelReply };

async function findAnswer(backend: ModelBackend, asking: Asking, claim: Claim): Promise<Found> {
  if (asking.trial.dry && !claim.shared) {
    asking.trial.stopDry();
    return { kind: 'ended', reply: errorReply(400, 'a dry run ends where it asks what base did not') };
  }
  const keyText = answerKeyText(claim.key);
  const stored = backend.store.answer(keyText);
  if (stored !== null) return foundInStore(stored, claim.shared ? 'shared' : 'store');
  if (backend.mode === 'recorded') return findRecorded(backend, asking, claim);
  const asked = await askOnce(backend, asking, keyText);
  switch (asked.kind) {
    case 'answer':
      return { kind: 'found', answer: asked.answer, body: asked.body, source: 'provider' };
    case 'refused':
      return asked;
    case 'failed':
      return { kind: 'ended', reply: providerFailed(asking.trial, asked.httpStatus, asked.message) };
    default:
      return asked satisfies never;
  }
}

function foundInStore(answer: Answer, source: AnswerSource): Found {
  const read = readAnswer(answer.wire, answer.form, answer.body);
  if (read.kind === 'broken') throw new Error(`a stored answer is broken: ${read.reason}`);
  return { kind: 'found', answer, body: read.body, source };
}

/** Nothing may be drawn: what means the same may serve, and else the trial ends, with the request that comes nearest. */
function findRecorded({ store }: ModelBackend, { trial, identity }: Asking, claim: Claim): Found {
  const { recorder } = trial;
  const twin = semanticTwin(store, claim.key, identity, recorder.claims.lanes());
  const alike = twin === null ? null : store.answer(twin);
  if (alike !== null) return foundInStore(alike, 'semantic');
  const nearest = nearestRequest(store, claim.key.caseId, identity);
  const call = `model call ${claim.key.occurrence + 1} of this request`;
  const reason = `${call} is not in the store, and nothing may be drawn: ${placeText(nearest)}`;
  recorder.notCovered(reason);
  trial.stop(reason);
  return { kind: 'ended', reply: errorReply(400, `not covered: ${reason}`, nearest === null ? {} : { nearest }) };
}

function providerFailed(trial: LiveTrial, httpStatus: number | null, message: string): ModelReply {
  trial.recorder.providerFailed({ httpStatus, message });
  trial.stop(message);
  return errorReply(503, `the provider failed: ${cut(message, 300)}`);
}

/**
 * That the provider does not find an answer any more which was drawn in an earlier run is not how this side behaves; null =
 * the refusal is. OpenAI says `previous_response_not_found`, or "Item with id ... not found".
 */
function whatIsForgotten({ trial, kept }: Asking, refused: Extract<Asked, { kind: 'refused' }>): string | null {
  const isOld = kept.some((id) => (trial.recorder.kept(id)?.source ?? 'provider') !== 'provider');
  if (!isOld || !/not[ _]found/i.test(refused.body)) return null;
  return `it refused with ${refused.httpStatus} to continue an answer of an earlier run: ${cut(refused.body, 300)}`;
}

/** One question at a time for a key: its answer is stored once, whoever waits for it. */
function askOnce(backend: ModelBackend, asking: Asking, keyText: string): Promise<Asked> {
  const known = backend.asking.get(keyText);
  if (known !== undefined) return known;
  const asked = askProvider(backend, asking, keyText).finally(() => backend.asking.delete(keyText));
  backend.asking.set(keyText, asked);
  return asked;
}

async function askProvider(backend: ModelBackend, asking: Asking, keyText: string): Promise<Asked> {
  const { wire, text, headers } = asking;
  const { form } = asking.asked;
  let retrying: { settled(): void } | null = null;
  const onRetry = (): void => {
    retrying ??= asking.trial.recorder.retrying();
  };
  backend.store.asking(keyText);
  const asked = await backend.upstream.ask({ wire, form, body: text, headers, onRetry });
  (retrying as { settled(): void } | null)?.settled();
  if (asked.kind === 'answer') {
    const { theCase } = asking.trial;
    backend.store.putAnswer(keyText, asked.answer, { caseId: theCase.id, request: asking.identity });
  } else backend.store.unanswered(keyText);
  return asked;
}

/** pawl's own answer in the shape of a provider's error, so that every client shows the message. */
export function errorReply(httpStatus: number, message: string, details: object = {}): ModelReply {
  const error = { type: 'pawl_error', message: `pawl: ${message}`, ...details };
  const body = JSON.stringify({ type: 'error', error });
  return { httpStatus, contentType: 'application/json', body };
}
