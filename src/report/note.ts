import { count, list, pValue } from './format.ts';

/** What a reader must know besides the verdict. Data, so that each renderer words and places it; none changes the verdict. */
export type Note =
  | { readonly kind: 'corpus_lines_skipped'; readonly lines: number; readonly places: readonly string[] }
  | {
      readonly kind: 'corpus_changed';
      readonly added: number;
      readonly removed: number;
      readonly edited: number;
      /** The first of those that are removed or edited. */
      readonly names: readonly string[];
    }
  | { readonly kind: 'settings_changed'; readonly paths: readonly string[] }
  /** Entries of `.pawl/accepted.yml` that stand on base already and accepted nothing in this run. */
  | { readonly kind: 'accepted_before'; readonly entries: number; readonly names: readonly string[] }
  | { readonly kind: 'recorded_only' }
  | { readonly kind: 'not_isolated'; readonly why: string }
  /** `seen`: every one of their trials came to its end, and head did as base. */
  | { readonly kind: 'not_exercised'; readonly cases: number; readonly seen: boolean }
  | { readonly kind: 'undetermined_trials'; readonly base: number; readonly head: number }
  | { readonly kind: 'errored_trials'; readonly base: number; readonly head: number }
  | { readonly kind: 'assisted_trials'; readonly base: number; readonly head: number }
  | { readonly kind: 'stored_base_trials'; readonly trials: number }
  /** p of "fresh base trials are as the stored ones". */
  | { readonly kind: 'stale_reservoir'; readonly p: number }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'cost_unknown' }
  | { readonly kind: 'external_results' }
  | {
      readonly kind: 'results_unreadable';
      readonly path: string;
      readonly undetermined: number;
      readonly leftOut: number;
      readonly places: readonly string[];
    }
  | {
      readonly kind: 'one_sided_cases';
      readonly side: 'base' | 'head';
      readonly cases: number;
      readonly names: readonly string[];
    };

/** So many names a note has at the most. */
export const MAX_PLACES = 5;
/** It counts in the pull request that has it, unlike the settings. */
export const ACCEPTED_FILE = '.pawl/accepted.yml';

/** Plain text with foreign parts in it: the renderer escapes the whole. */
export function noteText(note: Note): string {
  switch (note.kind) {
    case 'corpus_lines_skipped':
      return `${count(note.lines, 'corpus line')} could not be read and ${note.lines === 1 ? 'is' : 'are'} left out: ${note.places.join('; ')}${note.lines > note.places.length ? ' …' : ''}`;
    case 'corpus_changed':
      return corpusText(note);
    case 'settings_changed':
      return `head changes ${list(note.paths, 3)}: base's settings judged this run, head's take effect after the merge`;
    case 'accepted_before':
      return `${count(note.entries, 'older entry', 'older entries')} of ${ACCEPTED_FILE} accepted nothing here (${list(note.names, MAX_PLACES)}): take out what has ended`;
    case 'recorded_only':
      return 'recorded answers only, no model was asked: what they do not cover is undetermined';
    case 'not_isolated':
      return `the agent ran without isolation: ${note.why}`;
    case 'not_exercised':
      return note.seen
        ? `${count(note.cases, 'case')} not exercised by this change: head did as base in every trial drawn. Without stored base trials these are few; pawl reservoir fill draws more`
        : `${count(note.cases, 'case')} not exercised: some trials came to no result, or the agent made no request. That is no pass`;
    case 'undetermined_trials':
      return `undetermined trials, neither passed nor failed: base ${note.base}, head ${note.head}`;
    case 'errored_trials':
      return `errored trials: base ${note.base}, head ${note.head}`;
    case 'assisted_trials':
      return `assisted trials (not every answer was simply the recorded one): base ${note.base}, head ${note.head}`;
    case 'stored_base_trials':
      return `${count(note.trials, 'base trial')} ${note.trials === 1 ? 'was' : 'were'} drawn in an earlier job on the same base`;
    case 'stale_reservoir':
      return `base's stored trials are stale: trials of base drawn now differ from them (${pValue(note.p)}). Nothing blocks on them; remove the store and fill it anew`;
    case 'warning':
      return note.text;
    case 'cost_unknown':
      return 'the cost is not known: a model has no price in the settings';
    case 'external_results':
      return 'results compared as they are: nothing was replayed. That both sides ran under the same conditions is for their harness to say';
    case 'results_unreadable':
      return `${note.path}: ${unreadableText(note)}: ${note.places.join('; ')}${note.undetermined + note.leftOut > note.places.length ? ' …' : ''}`;
    case 'one_sided_cases':
      return `${count(note.cases, 'case')} only on ${note.side}, compared with nothing: ${list(note.names, 5)}${note.side === 'base' ? '. Its trials count as undetermined on head' : ''}`;
    default:
      return note satisfies never;
  }
}

function corpusText({ added, removed, edited, names }: Extract<Note, { kind: 'corpus_changed' }>): string {
  const what = `head changes the corpus: ${added} added, ${removed} removed, ${edited} edited`;
  const gone = removed + edited;
  const named =
    gone === 0 ? '' : ` (${names.join(', ')}${gone > names.length ? ` and ${gone - names.length} more` : ''})`;
  const gates = gone === 0 ? '' : `. What is removed or edited gates as base has it, unless ${ACCEPTED_FILE} names it`;
  return `${what}${named}${gates}${added === 0 ? '' : '. Added cases are reported only'}`;
}

function unreadableText({ undetermined, leftOut }: Extract<Note, { kind: 'results_unreadable' }>): string {
  const parts = [
    undetermined === 0 ? '' : `${count(undetermined, 'result')} neither passed nor failed, so undetermined`,
    leftOut === 0 ? '' : `${count(leftOut, 'result')} could not be read and ${leftOut === 1 ? 'is' : 'are'} left out`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
