import { sha256 } from '../trace/index.ts';
import type { Trial } from './trial.ts';

/**
 * Whose sample an answer is. `trunk` is base's own, numbers 1..T: whoever runs base meets the same answers. `head` and
 * `fresh` carry the agent version they were drawn for: a rerun of the same head gets its own answers again, and no new
 * luck; another head draws its own.
 */
export type Lane =
  | { readonly kind: 'trunk' }
  /** Answers of recordings: a case's expectations come from them, so no trial of the gate may stand on them. */
  | { readonly kind: 'recording' }
  | { readonly kind: 'head'; readonly agentHash: string }
  /** Base trials drawn to confirm a suspicion about this head: never read from what was stored before it. */
  | { readonly kind: 'fresh'; readonly agentHash: string };

export function laneName(lane: Lane): string {
  return 'agentHash' in lane ? `${lane.kind}:${lane.agentHash}` : lane.kind;
}

/** The answer key of DESIGN.md 4.2: (case, trial, canonical request, occurrence), and the lane it was drawn in. */
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

/** The model requests that a base trial made, in order, and the lane its answers are stored in. */
export interface SharedPrefix {
  readonly lane: Lane;
  readonly requestKeys: readonly string[];
}

export function prefixOf(baseTrial: Trial, lane: Lane): SharedPrefix {
  const requestKeys = baseTrial.trajectory.steps.flatMap((step) =>
    step.kind === 'model_call' ? [step.requestKey] : [],
  );
  return { lane, requestKeys };
}

export interface Claim {
  readonly key: AnswerKey;
  /** true = head repeats base's prefix here, so base's own answer must serve. */
  readonly shared: boolean;
  /** The answer did not reach the agent (client gone, provider failed): its retry gets the same place again. */
  release(): void;
}

/**
 * Hands out answer keys to one trial's requests in the order they come (STATISTICS.md 9, S1 and S2): head shares base's
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

  claim(requestKey: string): Claim {
    const position = this.#open.length;
    const shared = !this.#diverged && this.#prefix !== null && this.#prefix.requestKeys[position] === requestKey;
    if (!shared) this.#diverged = true;
    const place = { requestKey, occurrence: this.#freeOccurrence(requestKey) };
    this.#open.push(place);
    const lane = shared && this.#prefix !== null ? this.#prefix.lane : this.#ownLane;
    return {
      key: { caseId: this.#caseId, number: this.#number, lane, requestKey, occurrence: place.occurrence },
      shared,
      release: () => {
        this.#open.splice(this.#open.indexOf(place), 1);
      },
    };
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
