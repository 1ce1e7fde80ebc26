import type { ObservedTrajectory } from '../../trace/index.ts';
import { entryId, type LedgerEntry } from './entry.ts';

/** Traffic can name anything a model. */
const MAX_SEEN = 1000;

/** The first answer of a model to those who asked for one. */
export interface ModelAnswer {
  readonly requested: string;
  /** With the provider's fingerprint, where it gave one. */
  readonly answered: string;
  /** Microseconds since the Unix epoch. */
  readonly atUs: number;
  readonly trajectoryId: string;
}

/** By who was asked for and who answered. */
export type ModelAnswers = ReadonlyMap<string, ModelAnswer>;

/** Which models were asked for, and which ones the provider said had answered. */
export class FingerprintBuilder {
  #seen = new Map<string, ModelAnswer>();

  add({ id, startUs, steps }: Pick<ObservedTrajectory, 'id' | 'startUs' | 'steps'>): void {
    for (const step of steps) {
      if (step.kind !== 'model_call') continue;
      const atUs = step.startUs ?? startUs;
      const model = step.responseModel ?? step.requestModel;
      if (model === null || atUs === null) continue;
      const requested = step.requestModel ?? model;
      const answered = step.systemFingerprint === undefined ? model : `${model} (${step.systemFingerprint})`;
      put(this.#seen, { requested, answered, atUs, trajectoryId: id });
    }
    if (this.#seen.size > 2 * MAX_SEEN) this.#seen = kept(this.#seen);
  }

  build(): ModelAnswers {
    return kept(this.#seen);
  }
}

/** What both saw, as one pass over all of it would have found. */
export function mergedModels(a: ModelAnswers, b: ModelAnswers): ModelAnswers {
  const merged = new Map(a);
  for (const seen of b.values()) put(merged, seen);
  return kept(merged);
}

function put(map: Map<string, ModelAnswer>, seen: ModelAnswer): void {
  const key = JSON.stringify([seen.requested, seen.answered]);
  const known = map.get(key);
  const isEarlier =
    known === undefined ||
    seen.atUs < known.atUs ||
    (seen.atUs === known.atUs && seen.trajectoryId < known.trajectoryId);
  if (isEarlier) map.set(key, seen);
}

/** Of too many the smallest keys stay, whatever the order in which they came. */
function kept(map: Map<string, ModelAnswer>): Map<string, ModelAnswer> {
  if (map.size <= MAX_SEEN) return map;
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MAX_SEEN));
}

/** `from` is what answered the same request before; null = the model had not been asked before. */
export function fingerprintEntries(models: ModelAnswers): readonly LedgerEntry[] {
  const byModel = Map.groupBy(models.values(), ({ requested }) => requested);
  return [...byModel].flatMap(([requested, seen]) => {
    const ordered = seen.toSorted((a, b) => a.atUs - b.atUs || (a.answered < b.answered ? -1 : 1));
    return ordered.map(({ answered, atUs, trajectoryId }, index) => {
      const from = ordered[index - 1]?.answered ?? null;
      const what = from === null ? `${requested} is answered by ${answered}` : `${requested}: ${from} -> ${answered}`;
      const id = entryId('model_fingerprint', requested, answered);
      return {
        decides: null,
        id,
        kind: 'model_fingerprint',
        name: requested,
        from,
        to: answered,
        what,
        atUs,
        trajectoryId,
        commit: null,
      };
    });
  });
}
