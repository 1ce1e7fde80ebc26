import {
  compareTwoRounds,
  firstRoundTrials,
  forecast,
  headAloneTrials,
  isNothing,
  planSecondRound,
  secondRoundTrials,
  spentOn,
  twoRoundPolicy,
} from '../compare/index.ts';
import type { Isolation } from '../replay/index.ts';
import type { Report } from '../report/index.ts';
import { decideHeadAlone } from './adoption.ts';
import { type ChosenUploads, chooseUploads, type GivenUpload, strangers } from './choose-uploads.ts';
import { EvidenceBook } from './evidence.ts';
import { judgeLinesOf } from './judging.ts';
import { planNextRound } from './next-round.ts';
import { openPlan } from './open-plan.ts';
import type { GatePlan } from './plan.ts';
import { requireFirstRound } from './plan-checks.ts';
import type { ShardPlan } from './plan-file.ts';
import { brought, takeFrom } from './reconcile.ts';
import { writeReport } from './report.ts';
import { keptBy, type RunRecord } from './run-record.ts';
import { type PlannedRequest, subjectOf } from './run-shard.ts';
import type { ShardUpload } from './shard-file.ts';
import { adoptionKind, decisionWithoutShards, withCorpus } from './without-run.ts';

interface MergeRequest extends Omit<PlannedRequest, 'watch'> {
  readonly uploads: readonly GivenUpload[];
  /** Where round 2 has something to do and nothing of it is there, its plan is wanted and no decision. */
  readonly wantsNext: boolean;
}

export type Merged =
  | { readonly kind: 'decided'; readonly report: Report }
  | { readonly kind: 'next'; readonly plan: ShardPlan };

/**
 * Decides from what the shards brought. All of it is untrusted: what git tells is found out again, every planned trial is
 * looked for, and what is missing makes the verdict an error. Runs nothing and asks nobody. @throws UserError
 */
export async function mergeShards(request: MergeRequest): Promise<Merged> {
  const { plan, uploads, wantsNext } = request;
  requireFirstRound(request);
  const subject = request.about ?? subjectOf(plan);
  const gatePlan = await openPlan(plan, { ...request, ...subject }, request.planFile);
  const policy = twoRoundPolicy(gatePlan.settings.policy);
  const told = { plan: gatePlan, policy, request: { ...request, mode: plan.mode } };
  const known = decisionWithoutShards(gatePlan);
  if (known !== null) {
    return { kind: 'decided', report: writeReport({ ...told, decision: known, run: null, durationMs: 0 }) };
  }
  const stored = new Map(plan.cases.map(({ id, storedTrials }) => [id, storedTrials]));
  const book = new EvidenceBook(gatePlan, { storedTrials: (caseId) => stored.get(caseId) ?? 0 });
  const first = chooseUploads(plan, uploads);
  const adopted = adoptionKind(gatePlan);
  if (adopted !== null) {
    takeFrom(ownTrials(plan, first.uploads), headAloneTrials, book);
    const outcome = decideHeadAlone(gatePlan, adopted, book);
    const run = recordOfMany(gatePlan, book, first.uploads, problemsOf([first], uploads, book));
    const own = { ...told, policy: gatePlan.settings.policy };
    return { kind: 'decided', report: writeReport({ ...own, ...outcome, run, durationMs: longestMs(first.uploads) }) };
  }
  takeFrom(ownTrials(plan, first.uploads), firstRoundTrials, book);
  const second = planSecondRound(book.evidence, book.policy);
  const rounds = [first];
  if (!isNothing(second)) {
    const facts = book.evidence.cases.map((one) => one.facts);
    const next = planNextRound(plan, second, {
      first: first.uploads.map(({ head, digest }) => ({ shard: head.shard, digest })),
      spent: spentOn(book.evidence),
      limits: forecast(facts, policy).limits,
    });
    const last = chooseUploads(next, uploads);
    if (wantsNext && last.uploads.length === 0) return { kind: 'next', plan: next };
    takeFrom(ownTrials(plan, last.uploads), (evidence) => secondRoundTrials(evidence, second, book.policy), book);
    rounds.push(last);
  }
  const chosen = rounds.flatMap((round) => round.uploads);
  const options = { recordedOnly: plan.mode === 'recorded', unpaid: unpaidCases(plan, chosen) };
  const decision = withCorpus(compareTwoRounds(book.evidence, second, book.policy, options), gatePlan.corpus);
  const run = recordOfMany(gatePlan, book, chosen, problemsOf(rounds, uploads, book));
  const durationMs = rounds.reduce((sum, round) => sum + longestMs(round.uploads), 0);
  return { kind: 'decided', report: writeReport({ ...told, decision, run, durationMs }) };
}

/** A case's trials count where its own shard brought them. */
function ownTrials(plan: ShardPlan, uploads: readonly ShardUpload[]): ReturnType<typeof brought>['found'] {
  const shards = new Map(plan.cases.map(({ id, shard }) => [id, shard]));
  return brought(
    uploads.flatMap(({ head, trials }) => trials.filter(({ ran }) => shards.get(ran.trial.caseId) === head.shard)),
  ).found;
}

function unpaidCases({ cases }: ShardPlan, uploads: readonly ShardUpload[]): ReadonlySet<string> {
  const spent = new Set(uploads.flatMap(({ head }) => (head.spent ? [head.shard] : [])));
  return new Set(cases.flatMap(({ id, shard }) => (spent.has(shard) ? [id] : [])));
}

function problemsOf(
  rounds: readonly ChosenUploads[],
  given: readonly GivenUpload[],
  book: EvidenceBook,
): readonly string[] {
  const chosen = rounds.flatMap((round) => round.uploads);
  return [...rounds.flatMap((round) => round.problems), ...strangers(given), ...leftOver(chosen, book)];
}

function leftOver(uploads: readonly ShardUpload[], book: EvidenceBook): readonly string[] {
  const trials = uploads.reduce((sum, upload) => sum + upload.trials.length, 0);
  const more = trials - book.examined.length;
  return more === 0 ? [] : [`left out ${more} of ${trials} trials in the uploads: the plan does not ask for them`];
}

function recordOfMany(
  { settings }: GatePlan,
  book: EvidenceBook,
  uploads: readonly ShardUpload[],
  problems: readonly string[],
): RunRecord {
  const heads = uploads.map(({ head }) => head);
  return {
    ...keptBy(book),
    isolation: weakest(heads.map(({ isolation }) => isolation)),
    tools: heads[0]?.tools ?? { base: [], head: [] },
    judges: judgeLinesOf(
      settings.judges,
      heads.flatMap(({ judges }) => judges),
    ),
    warnings: [...problems, ...new Set(heads.flatMap(({ warnings }) => warnings))],
  };
}

/** One machine that keeps nobody apart makes the whole run one that did not. */
function weakest(all: readonly Isolation[]): Isolation {
  return all.find(({ kind }) => kind === 'none') ?? all[0] ?? { kind: 'none', why: 'nothing was run' };
}

function longestMs(uploads: readonly ShardUpload[]): number {
  return Math.max(0, ...uploads.map(({ head }) => head.durationMs));
}
