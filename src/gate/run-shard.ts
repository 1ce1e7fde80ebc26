import { type Evidence, firstRoundTrials, secondRoundTrials } from '../compare/index.ts';
import { UserError } from '../errors.ts';
import type { TrialRequest } from '../replay/index.ts';
import { asHeadTools, runHeadTrials } from './adoption.ts';
import { openPlan } from './open-plan.ts';
import { planDigest, type ShardPlan, shardsOf } from './plan-file.ts';
import { openPlanned } from './planned-table.ts';
import { brought, takeFrom } from './reconcile.ts';
import type { GateRequest } from './request.ts';
import type { Reuse } from './reuse.ts';
import { type PlannedTable, runAsked } from './rounds.ts';
import { seenBy } from './run-record.ts';
import { FORMAT, type ShardUpload, writeShard } from './shard-file.ts';
import { Spending } from './spending.ts';
import { adoptionKind } from './without-run.ts';

/** What runs a plan, whole or in part. */
export interface PlannedRequest extends Omit<GateRequest, keyof PlanSubject> {
  readonly plan: ShardPlan;
  /** Names the plan in messages. */
  readonly planFile: string;
  /** What the run is about: a plan of anything else is refused. null = whatever the plan is about. */
  readonly about: PlanSubject | null;
}

type PlanSubject = Pick<GateRequest, 'base' | 'head' | 'mode' | 'configPath' | 'slices'>;

interface ShardRequest extends PlannedRequest {
  readonly shard: number;
  readonly attempt: number;
  /** What this shard brought in round 1; null in round 1. */
  readonly before: ShardUpload | null;
  /** What an earlier run of the same trials was answered. */
  readonly reuse: Reuse;
}

/** Runs one shard's trials of the plan's round, and gives the text of its upload. @throws UserError */
export async function runShard(request: ShardRequest, clock: () => number): Promise<string> {
  const startedAtMs = clock();
  const { plan, shard, attempt, before, reuse, watch } = request;
  const limits = plan.limits.find((one) => one.shard === shard);
  if (limits === undefined) throw nothingToDo(request);
  requireBefore(request);
  const asked = requestOf(request);
  const gatePlan = await openPlan(plan, asked, request.planFile);
  const lent = [...reuse.answers, ...(before?.answers ?? [])];
  const table = await openPlanned(gatePlan, plan, asked, { shard, lent });
  try {
    requireStored(table, request);
    if (before !== null) goOn(table, before);
    const known = table.book.examined.length;
    const spending = new Spending(limits, table.book.prices);
    const isAdoption = adoptionKind(gatePlan) !== null;
    if (isAdoption) await runHeadTrials(table, asked, spending);
    else await runAsked(roundOf(plan, table), table, { spending, watch });
    if (watch.signal.aborted) throw interrupted();
    const trials = table.book.examined.slice(known);
    const drawn = trials.filter(({ ran }) => !ran.stored && !ran.probe);
    const seen = seenBy(table.session, table.bench);
    // Before the votes are gathered: this may ask for some.
    const judges = await table.examiner.judgeRecords(plan.round === 1, watch.signal);
    const answers = [
      ...drawn.flatMap(({ ran }) => table.session.answersGiven(ran.trial)),
      ...table.bench.votes.answersGiven(),
    ];
    const head = {
      ...({ format: FORMAT, plan: planDigest(plan), round: plan.round, shard, attempt } as const),
      ...{ headSha: plan.head, agents: table.agents, spent: spending.signal.aborted },
      judges,
      ...seen,
      tools: isAdoption ? asHeadTools(seen.tools) : seen.tools,
      warnings: [...reuse.warnings, ...seen.warnings],
      durationMs: Math.round(clock() - startedAtMs),
    };
    return writeShard({ head, trials, answers });
  } finally {
    await table.close();
  }
}

export function requestOf({ plan, about, ...request }: PlannedRequest): GateRequest {
  return { ...request, ...(about ?? subjectOf(plan)) };
}

export function subjectOf({ target, head, mode, configPath, slices }: ShardPlan): PlanSubject {
  return { base: target, head, mode, configPath, slices };
}

function roundOf({ second }: ShardPlan, { book }: PlannedTable): (evidence: Evidence) => readonly TrialRequest[] {
  return second === null ? firstRoundTrials : (evidence) => secondRoundTrials(evidence, second, book.policy);
}

/** As if round 1 had run here. */
function goOn({ session, book }: PlannedTable, { trials }: ShardUpload): void {
  takeFrom(brought(trials).found, firstRoundTrials, book);
  session.remember(book.examined.filter(({ ran }) => !ran.probe).map(({ ran }) => ran.trial));
}

function nothingToDo({ plan, planFile, shard }: ShardRequest): UserError {
  const shards = shardsOf(plan);
  const listed = shards.length === 0 ? 'none has' : `these have: ${shards.join(', ')}`;
  return new UserError({
    where: planFile,
    message: `shard ${shard} has nothing to run in round ${plan.round}; ${listed}`,
    hint: 'take the numbers from the plan',
  });
}

function requireBefore({ plan, planFile, shard, before }: ShardRequest): void {
  const expected = plan.first.find((one) => one.shard === shard)?.digest ?? null;
  const received = before?.digest ?? null;
  if (expected === received) return;
  const name = (digest: string | null): string => (digest === null ? 'none' : digest.slice(0, 12));
  throw new UserError({
    where: planFile,
    message: `round ${plan.round} goes on from upload ${name(expected)} of shard ${shard} in round 1, received ${name(received)}`,
    hint: 'give the folder with what the shard brought in round 1, of the attempt that the plan was made from',
  });
}

/** All machines read the same stored trials, or the same plan would be two experiments. */
function requireStored({ session }: PlannedTable, { plan, shard, storeDirectory }: ShardRequest): void {
  const lacking = plan.cases.filter((one) => one.shard === shard && session.storedTrials(one.id) < one.storedTrials);
  if (lacking.length === 0) return;
  throw new UserError({
    where: storeDirectory,
    message: `the plan counts on stored base trials that are not here, of ${lacking.length} cases`,
    hint: 'restore the same store in every job, and give every job the same variables; or make the plan without a store',
  });
}

function interrupted(): UserError {
  const message = 'the shard was ended before all had run: nothing is uploaded';
  return new UserError({ where: null, message, hint: 'what was drawn is in the store; run it again' });
}
