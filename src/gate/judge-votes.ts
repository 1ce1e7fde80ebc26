import type { RunPrice } from '../compare/index.ts';
import { cut } from '../errors.ts';
import type { GivenAnswer, ModelBackend, Upstream } from '../replay/index.ts';
import {
  costOfCalls,
  type JudgeSpec,
  judgeRequest,
  type Outcome,
  type PriceTable,
  readVote,
  sumOfCosts,
  type Transcript,
  type VoteIdentity,
  voteKey,
} from '../score/index.ts';
import { assembleStream, isJsonObject, type JsonObject, parseJson, readResponse } from '../trace/index.ts';

/** What a judge has done in this run. */
export interface JudgeCounts {
  votes: number;
  /** Asked of the provider in this run; the other votes were stored. */
  calls: number;
  /** Of the calls; null = the price of one is not known. */
  costUsd: number | null;
  unreadable: number;
}

interface Vote {
  readonly outcome: Outcome;
  /** A stored vote counts as a drawn one: a rerun goes as far as the first run did. */
  readonly took: RunPrice;
}

/** Asks models for votes: each once, kept in the store, asked by the upstream that alone knows the key. */
export class JudgeVotes {
  readonly #backend: Pick<ModelBackend, 'store' | 'mode'>;
  readonly #upstreamOf: (judge: JudgeSpec) => Upstream;
  readonly #prices: PriceTable;
  readonly #counts = new Map<string, JudgeCounts>();
  readonly #asking = new Map<string, Promise<Vote>>();
  readonly #given = new Map<string, GivenAnswer>();

  constructor(
    backend: Pick<ModelBackend, 'store' | 'mode'>,
    upstreamOf: (judge: JudgeSpec) => Upstream,
    prices: PriceTable,
  ) {
    this.#backend = backend;
    this.#upstreamOf = upstreamOf;
    this.#prices = prices;
  }

  countsOf(judge: JudgeSpec): JudgeCounts {
    const counts = this.#counts.get(judge.name) ?? { votes: 0, calls: 0, costUsd: 0, unreadable: 0 };
    this.#counts.set(judge.name, counts);
    return counts;
  }

  /** `signal` aborted = the budget is spent or the run was ended: what is not stored stays open. */
  async vote(
    judge: JudgeSpec,
    identity: Omit<VoteIdentity, 'transcriptHash'>,
    transcript: Transcript,
    signal: AbortSignal,
  ): Promise<Vote> {
    const key = voteKey(judge, { ...identity, transcriptHash: transcript.hash });
    // Base and head may read alike: then their votes are one, and asked for once.
    const known = this.#asking.get(key);
    if (known !== undefined) return { ...(await known), took: NOTHING };
    const vote = this.#draw(judge, { key, caseId: identity.caseId }, transcript, signal);
    this.#asking.set(key, vote);
    return vote;
  }

  /** All votes of this run, for a run elsewhere. */
  answersGiven(): readonly GivenAnswer[] {
    return [...this.#given.values()];
  }

  async #draw(
    judge: JudgeSpec,
    { key, caseId }: Pick<GivenAnswer, 'key' | 'caseId'>,
    transcript: Transcript,
    signal: AbortSignal,
  ): Promise<Vote> {
    const counts = this.countsOf(judge);
    const stored = this.#backend.store.answer(key);
    if (stored !== null) {
      this.#given.set(key, { caseId, key, answer: stored });
      return this.#read(judge, bodyOf(judge, stored.form, stored.body), counts);
    }
    if (this.#backend.mode === 'recorded') return open(judge, 'the vote is not in the store, and none may be drawn');
    if (signal.aborted) return open(judge, 'the budget is spent');
    const body = JSON.stringify(judgeRequest(judge, transcript));
    const headers: Record<string, string> =
      judge.wire === 'anthropic-messages' ? { 'anthropic-version': '2023-06-01' } : {};
    counts.calls += 1;
    this.#backend.store.asking(key);
    const asked = await this.#upstreamOf(judge).ask({
      ...{ wire: judge.wire, form: 'json', body, headers },
      onRetry: () => undefined,
    });
    if (asked.kind === 'answer') {
      this.#backend.store.putAnswer(key, asked.answer);
      this.#given.set(key, { caseId, key, answer: asked.answer });
      const vote = this.#read(judge, asked.body, counts);
      counts.costUsd = sumOfCosts([counts.costUsd, vote.took.costUsd]);
      return vote;
    }
    this.#backend.store.unanswered(key);
    return open(judge, asked.kind === 'refused' ? `the provider refused it: ${asked.body}` : asked.message);
  }

  #read(judge: JudgeSpec, body: JsonObject | null, counts: JudgeCounts): Vote {
    counts.votes += 1;
    const outcome = body === null ? unknown('the stored answer is broken') : readVote(judge.wire, body);
    if (outcome.kind === 'undetermined') counts.unreadable += 1;
    const { message: response, usage } = readResponse(judge.wire, body ?? {});
    const costUsd = costOfCalls([{ model: judge.model, response, usage }], this.#prices);
    return { outcome, took: { calls: 1, costUsd } };
  }
}

function open({ name }: JudgeSpec, why: string): Vote {
  return { outcome: unknown(`judge "${name}": ${why}`), took: NOTHING };
}

const NOTHING: RunPrice = { calls: 0, costUsd: 0 };

function bodyOf({ wire }: JudgeSpec, form: 'json' | 'stream', text: string): JsonObject | null {
  if (form === 'stream') {
    const assembled = assembleStream(wire, text);
    return assembled.kind === 'complete' ? assembled.body : null;
  }
  const body = parseJson(text);
  return isJsonObject(body) ? body : null;
}

function unknown(reason: string): Outcome {
  return { kind: 'undetermined', reason: cut(reason, 300) };
}
