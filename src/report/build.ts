import type { ChangeSet, LineRange } from '../changes/index.ts';
import type { CaseDecision, CaseVerdict, Decision, GateVerdict, Policy } from '../compare/index.ts';
import type { Case, Corpus, CorpusDiff } from '../corpus/index.ts';
import { type Acceptance, acceptedFacts } from './accepted.ts';
import { caseEvidence, type JudgedTrial } from './case-evidence.ts';
import { summarise } from './change-summary.ts';
import type { Adoption, ContentLevel, CorpusFacts, MeasureRow, Report, ReportCase, RunFacts } from './document.ts';
import { findNotes } from './notes.ts';
import { titleOf } from './title.ts';
import { findToolSchemaErrors } from './tool-schema-errors.ts';

export interface ReportInput {
  readonly decision: Decision;
  readonly changes: ChangeSet;
  /** Path of a changed file -> where head's text differs. */
  readonly places: ReadonlyMap<string, readonly LineRange[]>;
  /** Base's corpus, and what head does to it (null = not compared). */
  readonly corpus: Corpus & { readonly diff: CorpusDiff | null };
  /** What head's `.pawl/accepted.yml` declares. */
  readonly acceptance: Acceptance;
  /** null = base and head were compared. */
  readonly adoption: Adoption | null;
  /** Every trial of the run, both sides: what is left out is not counted among the schema errors and not shown. */
  readonly trials: readonly JudgedTrial[];
  readonly measures: readonly MeasureRow[];
  readonly run: RunFacts;
  readonly policy: Policy;
  readonly onInconclusive: 'warn' | 'block';
  readonly content: ContentLevel;
}

/** Trajectories are long: so many cases show theirs, the others name their verdict and counts. */
const MAX_EVIDENCE = 40;
const MAX_DRIVERS_PER_SLICE = 5;
const MAX_PROBLEMS = 100;

export function buildReport(input: ReportInput): Report {
  const { decision, run, policy, content } = input;
  const affecting = new Set(input.changes.affecting);
  const changes = input.changes.changes.map((change) =>
    summarise(change, affecting.has(change), input.places.get(change.path) ?? []),
  );
  const corpus = corpusFacts(input);
  const slices = new Map(input.corpus.cases.map((one) => [one.id, one.slices]));
  const accepted = acceptedFacts(input.acceptance, decision, (id) => slices.get(id) ?? [], corpus.diff);
  const toolSchemaErrors = findToolSchemaErrors(
    input.trials.map(({ trial }) => trial),
    content,
  );
  const comparisons = (kind: 'slice' | 'cohort') => decision.comparisons.filter((one) => one.kind === kind);
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf(decision, toolSchemaErrors),
    reasons: decision.reasons,
    run,
    policy,
    content,
    corpus,
    changes,
    notAffected: input.changes.notAffected,
    accepted,
    adoption: input.adoption,
    slices: comparisons('slice'),
    cohorts: comparisons('cohort'),
    all: decision.comparisons.find((one) => one.kind === 'all') ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: reportCases(input),
    toolSchemaErrors,
    measures: input.measures,
    base: decision.base,
    head: decision.head,
    notes: findNotes(decision, { corpus, changes, run, accepted, adoption: input.adoption }),
    external: null,
  };
}

export function exitCodeOf(verdict: GateVerdict, onInconclusive: 'warn' | 'block'): Report['exitCode'] {
  switch (verdict) {
    case 'pass':
    case 'not_affected':
      return 0;
    case 'block':
      return 1;
    case 'error':
      return 4;
    case 'inconclusive':
      return onInconclusive === 'block' ? 5 : 0;
    default:
      return verdict satisfies never;
  }
}

function corpusFacts({ corpus, content }: ReportInput): CorpusFacts {
  const problems = corpus.problems.slice(0, MAX_PROBLEMS);
  return {
    files: corpus.files,
    cases: corpus.cases.length,
    retired: corpus.retired,
    // A reason quotes what stands in the line.
    problems: content === 'none' ? problems.map((problem) => ({ ...problem, reason: 'could not be read' })) : problems,
    diff: corpus.diff,
  };
}

export function countVerdicts(cases: readonly CaseDecision[]): Record<CaseVerdict, number> {
  const counts = { broken: 0, suspect: 0, flaky: 0, undetermined: 0, ok: 0, unaffected: 0 };
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}

const ORDER = [
  'broken',
  'suspect',
  'ok',
  'unaffected',
  'flaky',
  'undetermined',
] as const satisfies readonly CaseVerdict[];

/** `ok` and `unaffected` cases are only listed where they drive a slice that moved for the worse. */
export function listedCases(decision: Decision, drivers: ReadonlySet<string>): readonly CaseDecision[] {
  return decision.cases
    .filter((one) => drivers.has(one.caseId) || (one.verdict !== 'ok' && one.verdict !== 'unaffected'))
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (a.p ?? 1) - (b.p ?? 1));
}

function reportCases(input: ReportInput): readonly ReportCase[] {
  const drivers = driversOf(input.decision);
  const caseById = new Map(input.corpus.cases.map((one) => [one.id, one]));
  const trialsByCase = Map.groupBy(input.trials, ({ trial }) => trial.caseId);
  let shown = 0;
  return listedCases(input.decision, drivers).map((one) => {
    const telling = one.verdict === 'broken' || one.verdict === 'suspect' || drivers.has(one.caseId);
    const evidence =
      telling && shown < MAX_EVIDENCE ? caseEvidence(trialsByCase.get(one.caseId) ?? [], input.content) : null;
    if (evidence !== null) shown += 1;
    return { ...one, ...groupsOf(caseById.get(one.caseId)), evidence };
  });
}

/** The whole corpus is told by its cases only where no slice explains it. */
export function driversOf(decision: Decision): ReadonlySet<string> {
  const regressed = decision.comparisons.filter((one) => one.kind !== 'cohort' && one.verdict === 'regressed');
  const slices = regressed.filter((one) => one.kind === 'slice');
  const moved = slices.length > 0 ? slices : regressed;
  return new Set(moved.flatMap((one) => one.worse.slice(0, MAX_DRIVERS_PER_SLICE)));
}

function groupsOf(theCase: Case | undefined): Pick<ReportCase, 'slices' | 'cohorts'> {
  return { slices: theCase?.slices ?? [], cohorts: theCase?.cohorts ?? [] };
}
