import { sha256 } from '../trace/index.ts';
import type { Trial } from './trial.ts';

/**
 * Whose sample an answer is. `trunk` is base's own reservoir, drawn by a job on main. `head` and `fresh` carry the agent
 * version they were drawn for: a rerun of the same head gets its own answers again, and no new
 * luck; another head draws its own.
 */
export type Lane =
  | { readonly kind: 'trunk' }
  /** Answers of recordings: a case's expectations come from them, so no trial of the gate may stand on them. */
  | { readonly kind: 'recording' }
  | { readonly kind: 'head'; readonly agentHash: string }
  /** Base trials drawn for this head alone: never read from what was stored before it. */
  | { readonly kind: 'fresh'; readonly agentHash: string };

function laneName(lane: Lane): string {
  return 'agentHash' in lane ? `${lane.kind}:${lane.agentHash}` : lane.kind;
}

/** The answer key: (case, trial, canonical request, occurrence), and the lane it was drawn in. */
export interface AnswerKey {
  readonly caseId: string;
  readonly number: number;
  readonly lane: Lane;
  readonly requestKey: string;
  readonly occurrence: number;
}

export function answerKeyText(key: AnswerKey): string {
  return sha256(`${laneName(key.lane)}\n${key.number}\n${key.requestKey}\n${key.occurrence}\n${key.caseId}`);
}

/** Model requests that a base trial made, in order, with its number and the lane its answers are stored in. */
export interface SharedPrefix {
  readonly lane: Lane;
  readonly number: number;
  readonly requestKeys: readonly string[];
}

/** The answers that a trial was given, by key text: a stored trial stands on them. */
export function answersOf(trial: Trial, lane: Lane): readonly string[] {
  const seen = new Map<string, number>();
  return trial.trajectory.steps.flatMap((step) => {
    if (step.kind !== 'model_call' || step.error !== null) return [];
    const { requestKey } = step;
    const occurrence = seen.get(requestKey) ?? 0;
    seen.set(requestKey, occurrence + 1);
    return [answerKeyText({ caseId: trial.caseId, number: trial.number, lane, requestKey, occurrence })];
  });
}

/** What of a trial those need that follow it. */
interface Followed {
  readonly requestKeys: readonly string[];
  /** How many answers it shared itself. */
  readonly shared: number;
}

/** Of its model requests, in order. */
export function requestKeysOf({ trajectory }: Trial): readonly string[] {
  return trajectory.steps.flatMap((step) => (step.kind === 'model_call' ? [step.requestKey] : []));
}

/** The trials of one side that others may follow, by case and number. */
export class FollowedTrials {
  readonly #byCase = new Map<string, Map<number, Followed>>();

  add(trial: Trial): void {
    const { caseId, number, answers } = trial;
    const ofCase = this.#byCase.get(caseId) ?? new Map<number, Followed>();
    this.#byCase.set(caseId, ofCase.set(number, { requestKeys: requestKeysOf(trial), shared: answers.shared }));
  }

  get(caseId: string, number: number): Followed | undefined {
    return this.#byCase.get(caseId)?.get(number);
  }

  ofCase(caseId: string): readonly Followed[] {
    return [...(this.#byCase.get(caseId)?.values() ?? [])];
  }
}

export interface Claim {
  readonly key: AnswerKey;
  /** true = the trial repeats a base trial's beginning here, so base's own answer must serve. */
  readonly shared: boolean;
  /** The answer did not reach the agent (client gone, provider failed): its retry gets the same place again. */
  release(): void;
}

/**
 * Hands out answer keys to one trial's requests in the order they come: head shares base's
 * answers as long as it repeats base's requests in base's order; after the first other request it draws its own.
 */
export class Claims {
  readonly #open: { requestKey: string; occurrence: number }[] = [];
  readonly #caseId: string;
  readonly #number: number;
  readonly #ownLane: Lane;
  readonly #prefix: SharedPrefix | null;
  #diverged = false;

  constructor(trial: { caseId: string; number: number; lane: Lane; prefix: SharedPrefix | null }) {
    this.#caseId = trial.caseId;
    this.#number = trial.number;
    this.#ownLane = trial.lane;
    this.#prefix = trial.prefix;
  }

  /** Where answers of this trial may stand: its own, and base's that it shares. */
  lanes(): readonly Lane[] {
    return this.#prefix === null ? [this.#ownLane] : [this.#ownLane, this.#prefix.lane];
  }

  /** `isStored` says whether an answer is at hand: what base was not answered cannot be shared either. */
  claim(requestKey: string, isStored: (key: AnswerKey) => boolean): Claim {
    const place = { requestKey, occurrence: this.#freeOccurrence(requestKey) };
    const keyIn = (lane: Lane, number: number): AnswerKey => ({ caseId: this.#caseId, number, lane, ...place });
    const shared = this.#sharedKey(requestKey, keyIn);
    const isShared = shared !== null && isStored(shared);
    if (!isShared) this.#diverged = true;
    this.#open.push(place);
    return {
      key: isShared ? shared : keyIn(this.#ownLane, this.#number),
      shared: isShared,
      release: () => {
        const index = this.#open.indexOf(place);
        if (index !== -1) this.#open.splice(index, 1);
      },
    };
  }

  #sharedKey(requestKey: string, keyIn: (lane: Lane, number: number) => AnswerKey): AnswerKey | null {
    if (this.#diverged || this.#prefix === null) return null;
    const { requestKeys, lane, number } = this.#prefix;
    return requestKeys[this.#open.length] === requestKey ? keyIn(lane, number) : null;
  }

  /** The smallest number no equal request holds: parallel equal requests are separate samples. */
  #freeOccurrence(requestKey: string): number {
    const taken = new Set(
      this.#open.filter((place) => place.requestKey === requestKey).map((place) => place.occurrence),
    );
    let occurrence = 0;
    while (taken.has(occurrence)) occurrence += 1;
    return occurrence;
  }
}
