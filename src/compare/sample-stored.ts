import type { TrialRequest } from '../replay/index.ts';
import { differsAtFirstRequest, isAffected } from './classify.ts';
import type { ScoredTrial } from './evidence.ts';
import { absent, numbered, pairAt, range } from './numbers.ts';
import type { Sample } from './sample.ts';
import type { CaseTrials } from './trials.ts';

/**
 * A case with a reservoir of base trials 1 to `reservoir`. Head is run dry on their numbers, at no cost, before any new
 * outcome is read; what it shares says which data may be compared.
 *
 * - Its first request differs: open. All of base's stored trials against head's first `depth` on numbers above them.
 * - It leaves base's path on some numbers: prefix. Base's stored trials on these against head's on the first `depth` of them.
 *   Leaving unaffected trials out on one side alone would block unchanged pull requests.
 * - On none: nothing to compare.
 */
export function storedSample(trials: CaseTrials, depth: number, reservoir: number): Sample {
  const { base, found } = settled(trials, reservoir);
  switch (found.kind) {
    case 'open': {
      const heads = range(reservoir + 1, reservoir + depth);
      const lacking = base.length < reservoir ? absent(trials, 'base', range(1, reservoir)) : [];
      const wanted = [...lacking, ...absent(trials, 'head', heads)];
      const head = numbered(trials.head, heads);
      return { affectedness: 'open', base, head, pairs: [], affected: [], wanted };
    }
    case 'shared':
    case 'unknown': {
      const { affected } = found;
      const unread = new Set(affected.slice(depth));
      const window = range(1, reservoir).filter((number) => !unread.has(number));
      const pairs = window.flatMap((number) => pairAt(trials, number) ?? []);
      const wanted = found.kind === 'unknown' ? found.wanted : absent(trials, 'head', affected.slice(0, depth));
      const idle = pairs.every((pair) => pair.base.idle && pair.head.idle);
      const affectedness = affected.length > 0 ? 'prefix' : idle ? 'not_exercised' : 'none';
      return { affectedness, base, head: numbered(trials.head, window), pairs, affected, wanted };
    }
    default:
      return found satisfies never;
  }
}

/** Base's stored trials and what head's dry runs on them showed. */
export interface Stored {
  readonly base: readonly ScoredTrial[];
  readonly found: Found;
}

/** Once every number was looked at, further trials of the case change nothing of it. */
function settled(trials: CaseTrials, reservoir: number): Stored {
  const { memo } = trials;
  if (memo.stored !== null) return memo.stored;
  const numbers = range(1, reservoir);
  const stored = { base: numbered(trials.base, numbers), found: lookThrough(trials, numbers) };
  if (stored.found.kind !== 'unknown' && stored.base.length === reservoir) memo.stored = stored;
  return stored;
}

type Found =
  | { readonly kind: 'open' }
  | { readonly kind: 'shared'; readonly affected: readonly number[] }
  | { readonly kind: 'unknown'; readonly affected: readonly number[]; readonly wanted: readonly TrialRequest[] };

function lookThrough(trials: CaseTrials, stored: readonly number[]): Found {
  const affected: number[] = [];
  const unseen: number[] = [];
  for (const number of stored) {
    const base = trials.base.get(number);
    const head = trials.probes.get(number) ?? trials.head.get(number);
    if (base === undefined || head === undefined) unseen.push(number);
    else {
      const pair = { number, base, head };
      if (differsAtFirstRequest(pair)) return { kind: 'open' };
      if (isAffected(pair)) affected.push(number);
    }
  }
  if (unseen.length === 0) return { kind: 'shared', affected };
  // The first one mostly tells whether the case is open, and then the others need not be run.
  const next = unseen[0] === 1 ? [1] : unseen;
  const dry = next.map((number): TrialRequest => ({ caseId: trials.facts.id, side: 'head', number, dry: true }));
  return { kind: 'unknown', affected, wanted: [...absent(trials, 'base', stored), ...dry] };
}
