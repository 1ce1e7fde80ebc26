import { hashJson, momentOf } from '../../trace/index.ts';
import type { Case, CaseDraft, Drawn } from '../case.ts';

/** A case that has just been drawn. */
export interface DrawnDraft {
  readonly draft: CaseDraft;
  readonly drawn: Drawn;
}

export interface Merged {
  /** The newest first, what has no time last. */
  readonly cases: readonly CaseDraft[];
  readonly added: number;
  /** Drawn now and there before: with new weights and slices. */
  readonly again: number;
  /** There before and not drawn now: added by hand, recorded, edited or retired. */
  readonly kept: number;
  /** Drawn before, and neither drawn now nor touched by anybody. */
  readonly dropped: number;
}

/**
 * A corpus file with a new draw in it. What people have done stays: edited cases keep their content, statuses stay as they are,
 * cases that were added or recorded are left alone. A case that stays although it was not drawn again stands for itself
 * alone. Merging the same draw again changes nothing.
 */
export function mergeDraw(before: readonly Case[], draw: readonly DrawnDraft[]): Merged {
  const known = new Map(before.map((one) => [one.id, one]));
  const drawnIds = new Set(draw.map(({ draft }) => draft.id));
  const drawn = draw.map((one) => {
    const own = known.get(one.draft.id);
    return own === undefined ? { ...one.draft, source: { ...one.draft.source, drawn: one.drawn } } : again(own, one);
  });
  const absent = before.filter(({ id }) => !drawnIds.has(id));
  const kept = absent.filter((one) => !isReplaceable(one));
  return {
    cases: [...drawn, ...kept.map(alone)].sort(byTime),
    added: draw.filter(({ draft }) => !known.has(draft.id)).length,
    again: draw.filter(({ draft }) => known.has(draft.id)).length,
    kept: kept.length,
    dropped: absent.length - kept.length,
  };
}

/** Whether somebody has changed the content since it was drawn. */
function isEdited({ source: { drawn }, contentHash }: Case): boolean {
  return drawn !== undefined && drawn.contentHash !== contentHash;
}

function isReplaceable(one: Case): boolean {
  return one.source.drawn?.by === 'build' && one.status !== 'retired' && !isEdited(one);
}

function again(own: Case, { draft, drawn }: DrawnDraft): CaseDraft {
  const before = own.source.drawn;
  const content = isEdited(own) || before === undefined ? own : draft;
  const contentHash = isEdited(own) && before !== undefined ? before.contentHash : drawn.contentHash;
  const now: Drawn = { ...drawn, by: before?.by ?? drawn.by, contentHash };
  const same = before !== undefined && hashJson({ ...now, at: before.at }) === hashJson(before);
  const { input, recordings, expectations } = content;
  const { contentHash: _, ...rest } = own;
  return {
    ...rest,
    ...{ slices: draft.slices, cohorts: draft.cohorts, weight: draft.weight, input, recordings, expectations },
    source: { ...own.source, drawn: same ? before : now },
  };
}

function alone(own: Case): CaseDraft {
  const { contentHash: _, ...rest } = own;
  return own.source.drawn?.by === 'build' ? { ...rest, weight: 1 } : rest;
}

function byTime(a: CaseDraft, b: CaseDraft): number {
  const [one, other] = [a, b].map(({ source }) => momentOf(source.recordedAt ?? '')?.us);
  return (other ?? 0) - (one ?? 0) || (a.id < b.id ? -1 : 1);
}
