import type { Decision } from '../compare/index.ts';
import type { CorpusDiff } from '../corpus/index.ts';

/** What head's `.pawl/accepted.yml` declares, and what of the file could not be read. */
export interface Acceptance {
  readonly entries: readonly DeclaredAcceptance[];
  readonly problems: readonly string[];
}

export interface DeclaredAcceptance {
  readonly kind: 'case' | 'slice';
  readonly name: string;
  readonly reason: string;
  /** The last day, UTC: `2026-12-31`. */
  readonly until: string;
  /** Base has the very same entry: this pull request does not bring it. */
  readonly earlier: boolean;
  readonly standing: 'counts' | 'expired' | 'unknown' | 'not_gating';
  /** What was probably meant by an unknown name. */
  readonly suggestion: string | null;
}

/** `corpus_edit`: head removes or edits the case. `nothing`: what it names did not get worse. */
type AcceptanceEffect = 'regression' | 'corpus_edit' | 'nothing' | Exclude<DeclaredAcceptance['standing'], 'counts'>;

/** A declaration and what it did in this run. */
interface AcceptedEntry extends Omit<DeclaredAcceptance, 'standing'> {
  readonly effect: AcceptanceEffect;
}

export interface AcceptedFacts {
  readonly entries: readonly AcceptedEntry[];
  /** Of the file: what they concern accepts nothing. */
  readonly problems: readonly string[];
}

export function acceptedFacts(
  { entries, problems }: Acceptance,
  decision: Decision,
  slicesOf: (caseId: string) => readonly string[],
  diff: CorpusDiff | null,
): AcceptedFacts {
  const slices = new Set(decision.reasons.flatMap((one) => (one.kind === 'slice_accepted' ? [one.slice] : [])));
  const cases = new Set(decision.reasons.flatMap((one) => (one.kind === 'case_accepted' ? [one.caseId] : [])));
  for (const id of cases) for (const slice of slicesOf(id)) slices.add(slice);
  const edited = new Set([...(diff?.removed ?? []), ...(diff?.edited ?? [])]);
  const effectOf = ({ kind, name, standing }: DeclaredAcceptance): AcceptanceEffect => {
    if (standing !== 'counts') return standing;
    if ({ case: cases, slice: slices }[kind].has(name)) return 'regression';
    return kind === 'case' && edited.has(name) ? 'corpus_edit' : 'nothing';
  };
  return {
    entries: entries.map(({ standing, ...entry }) => ({ ...entry, effect: effectOf({ ...entry, standing }) })),
    problems,
  };
}

/** What a reader has to see first: what this pull request declares, and whatever took a block away. */
export function shownEntries({ entries }: AcceptedFacts): readonly AcceptedEntry[] {
  return entries.filter(({ earlier, effect }) => !earlier || effect === 'regression' || effect === 'corpus_edit');
}

/** `slice refunds may fall until 2026-12-31: why`. Plain text with foreign parts in it: the renderer escapes the whole. */
export function acceptedText({ kind, name, reason, until, earlier, effect, suggestion }: AcceptedEntry): string {
  const what = `${kind} ${name}`;
  const before = earlier ? ', as the target branch says already' : '';
  const said = ` ("${reason}", until ${until})`;
  switch (effect) {
    case 'regression':
      return `${what} got worse, accepted until ${until}${before}: ${reason}`;
    case 'corpus_edit':
      return `${what} is removed or edited, accepted until ${until}${before}: ${reason}`;
    case 'nothing':
      return `${what} accepts nothing: it did not get worse${said}`;
    case 'expired':
      return `${what} accepts nothing any more: its time is over${said}`;
    case 'unknown':
      return `${what} accepts nothing: base's corpus has no such ${kind}${suggestion === null ? '' : `, did you mean ${suggestion}?`}${said}`;
    case 'not_gating':
      return `${what} accepts nothing: it cannot block, since it is new or quarantined${said}`;
    default:
      return effect satisfies never;
  }
}
