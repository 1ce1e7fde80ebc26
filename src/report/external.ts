import type { ExternalDecision, GateOn } from '../compare/index.ts';
import { countVerdicts, driversOf, exitCodeOf, listedCases } from './build.ts';
import type { ExternalFacts, Report, ReportCase, SourceFacts, ToolCallCounts } from './document.ts';
import type { Note } from './note.ts';
import { titleOf } from './title.ts';

interface ExternalReportInput {
  readonly decision: ExternalDecision;
  readonly base: SourceFacts;
  readonly head: SourceFacts;
  readonly gateOn: GateOn;
  readonly unitBy: readonly string[];
  readonly clusterBy: readonly string[];
  /** Slices of every case. */
  readonly slicesOf: ReadonlyMap<string, readonly string[]>;
  /** The settings whose policy was applied; null = the defaults. */
  readonly policyFile: string | null;
  readonly onInconclusive: 'warn' | 'block';
  readonly durationMs: number;
}

const NO_TOOL_CALLS: ToolCallCounts = { byMatch: {}, normalisations: {}, uncalled: { calls: 0, trials: 0 } };
const MAX_PLACES = 5;

/** The gate's report where nothing was replayed: the same document, without what only a replay can know. */
export function buildExternalReport(input: ExternalReportInput): Report {
  const { decision, base, head, policyFile, gateOn, unitBy, clusterBy } = input;
  const { onlyBase, onlyHead, clusters, casesInUnits } = decision;
  const external = { base, head, policyFile, gateOn, unitBy, clusterBy, casesInUnits, onlyBase, onlyHead, clusters };
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf(decision, []),
    reasons: decision.reasons,
    run: runFacts(input),
    policy: decision.policy,
    content: 'none',
    corpus: { files: [], cases: decision.cases.length, retired: 0, problems: [], diff: null },
    changes: [],
    notAffected: null,
    accepted: { entries: [], problems: [] },
    adoption: null,
    slices: decision.comparisons.filter((one) => one.kind === 'slice'),
    cohorts: [],
    all: decision.comparisons.find((one) => one.kind === 'all') ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: casesOf(input),
    toolSchemaErrors: [],
    measures: [],
    base: decision.base,
    head: decision.head,
    notes: notesOf(decision, external),
    external,
  };
}

function runFacts({ base, head, durationMs }: ExternalReportInput): Report['run'] {
  return {
    baseSha: base.path,
    headSha: head.path,
    agent: base.format === head.format ? `${base.format} results` : `${base.format} and ${head.format} results`,
    mode: 'external',
    isolation: { kind: 'none', why: 'nothing was replayed' },
    durationMs: Math.round(durationMs),
    providerCalls: 0,
    storedAnswers: 0,
    sharedAnswers: 0,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    storedBaseTrials: 0,
    noise: null,
    judges: [],
    tools: { base: NO_TOOL_CALLS, head: NO_TOOL_CALLS },
    ignoredInRequests: [],
    warnings: [],
  };
}

function casesOf({ decision, slicesOf }: ExternalReportInput): readonly ReportCase[] {
  return listedCases(decision, driversOf(decision)).map((one) => ({
    ...one,
    slices: slicesOf.get(one.caseId) ?? [],
    cohorts: [],
    evidence: null,
  }));
}

function notesOf({ base, head }: ExternalDecision, external: ExternalFacts): readonly Note[] {
  const oneSided = [
    { side: 'base', names: external.onlyBase },
    { side: 'head', names: external.onlyHead },
  ] as const;
  const perSide = [
    { kind: 'undetermined_trials', base: base.undetermined, head: head.undetermined },
    { kind: 'errored_trials', base: base.errored, head: head.errored },
  ] as const;
  return [
    { kind: 'external_results' },
    ...oneSided.flatMap(({ side, names }): Note[] =>
      names.length === 0
        ? []
        : [{ kind: 'one_sided_cases', side, cases: names.length, names: names.slice(0, MAX_PLACES) }],
    ),
    ...[external.base, external.head].flatMap(unreadableNote),
    ...perSide.filter((note) => note.base + note.head > 0),
  ];
}

function unreadableNote({ path, problems, keptCount, problemCount }: SourceFacts): Note[] {
  if (problemCount === 0) return [];
  const places = problems.slice(0, MAX_PLACES).map(({ place, reason }) => `${place}: ${reason}`);
  return [{ kind: 'results_unreadable', path, undetermined: keptCount, leftOut: problemCount - keptCount, places }];
}
