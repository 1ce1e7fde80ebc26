import type { ObservedTrajectory } from '../../trace/index.ts';
import { entryId, type LedgerEntry } from './entry.ts';

/** Traffic can name anything a model. */
const MAX_SEEN = 1000;

interface Seen {
  readonly requested: string;
  readonly answered: string;
  readonly atUs: number;
  readonly trajectoryId: string;
}

/** Which models were asked for, and which ones the provider said had answered. */
export class FingerprintBuilder {
  readonly #seen = new Map<string, Seen>();

  add({ id, startUs, steps }: ObservedTrajectory): void {
    for (const step of steps) {
      if (step.kind !== 'model_call') continue;
      const atUs = step.startUs ?? startUs;
      const model = step.responseModel ?? step.requestModel;
      if (model === null || atUs === null) continue;
      const requested = step.requestModel ?? model;
      const answered = step.systemFingerprint === undefined ? model : `${model} (${step.systemFingerprint})`;
      const key = JSON.stringify([requested, answered]);
      const known = this.#seen.get(key);
      if (known === undefined && this.#seen.size >= MAX_SEEN) continue;
      if (known === undefined || atUs < known.atUs)
        this.#seen.set(key, { requested, answered, atUs, trajectoryId: id });
    }
  }

  /** `from` is what answered the same request before; null = the model had not been asked before. */
  build(): readonly LedgerEntry[] {
    const byModel = Map.groupBy(this.#seen.values(), ({ requested }) => requested);
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
}
