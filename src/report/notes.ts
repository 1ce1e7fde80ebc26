import type { Decision } from '../compare/index.ts';
import { type AcceptedFacts, shownEntries } from './accepted.ts';
import type { Adoption, CorpusFacts, ReportChange, RunFacts } from './document.ts';
import { ACCEPTED_FILE, MAX_PLACES, type Note } from './note.ts';

/** What a report has to note of a run that replayed, in the order in which it is shown. */
export function findNotes(
  decision: Decision,
  facts: {
    readonly corpus: CorpusFacts;
    readonly changes: readonly ReportChange[];
    readonly run: RunFacts;
    readonly accepted: AcceptedFacts;
    readonly adoption: Adoption | null;
  },
): readonly Note[] {
  const { corpus, changes, run } = facts;
  const { base, head } = decision;
  const notes: Note[] = [];
  const skipped = corpus.files.reduce((sum, file) => sum + file.problems, 0);
  if (skipped > 0) {
    const places = corpus.problems.map(
      ({ file, line, reason }) => `${file}${line === null ? '' : `:${line}`}: ${reason}`,
    );
    notes.push({ kind: 'corpus_lines_skipped', lines: skipped, places: places.slice(0, MAX_PLACES) });
  }
  const { added, removed, edited } = corpus.diff ?? { added: [], removed: [], edited: [] };
  if (added.length + removed.length + edited.length > 0) {
    const names = [...removed, ...edited].slice(0, MAX_PLACES);
    notes.push({ kind: 'corpus_changed', added: added.length, removed: removed.length, edited: edited.length, names });
  }
  const config = changes.filter((change) => change.kind === 'config').map((change) => change.path);
  const settings = config.filter((path) => path !== ACCEPTED_FILE);
  if (settings.length > 0 && facts.adoption?.kind !== 'first_installation')
    notes.push({ kind: 'settings_changed', paths: settings });
  const shown = new Set(shownEntries(facts.accepted));
  const before = facts.accepted.entries.filter((entry) => !shown.has(entry));
  if (before.length > 0) {
    const names = before.slice(0, MAX_PLACES).map(({ name }) => name);
    notes.push({ kind: 'accepted_before', entries: before.length, names });
  }
  if (run.mode === 'recorded') notes.push({ kind: 'recorded_only' });
  const ran = base.attempted + head.attempted > 0;
  if (ran && run.isolation.kind === 'none') notes.push({ kind: 'not_isolated', why: run.isolation.why });
  const notExercised = decision.cases.filter((one) => one.affectedness === 'not_exercised');
  for (const seen of [true, false]) {
    const cases = notExercised.filter(({ verdict }) => (verdict === 'unaffected') === seen).length;
    if (cases > 0) notes.push({ kind: 'not_exercised', cases, seen });
  }
  const perSide = [
    { kind: 'undetermined_trials', base: base.undetermined, head: head.undetermined },
    { kind: 'errored_trials', base: base.errored, head: head.errored },
    { kind: 'assisted_trials', base: base.assisted, head: head.assisted },
  ] as const;
  notes.push(...perSide.filter((note) => note.base + note.head > 0));
  if (run.storedBaseTrials > 0) notes.push({ kind: 'stored_base_trials', trials: run.storedBaseTrials });
  if (decision.staleReservoirP !== null) notes.push({ kind: 'stale_reservoir', p: decision.staleReservoirP });
  notes.push(...run.warnings.map((text) => ({ kind: 'warning', text }) as const));
  if (run.costUsd === null) notes.push({ kind: 'cost_unknown' });
  return notes;
}
