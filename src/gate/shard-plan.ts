import {
  type CaseFacts,
  type Decision,
  type Forecast,
  forecast,
  HEAD_ALONE_TRIALS,
  NOTHING_SPENT,
  plannedRuns,
  twoRoundPolicy,
} from '../compare/index.ts';
import type { Case } from '../corpus/index.ts';
import { openStore, type Side, storedTrialsOf } from '../replay/index.ts';
import { describeHeadAlone } from './adoption.ts';
import { assignShards, shardsFor } from './assign-shards.ts';
import { EvidenceBook } from './evidence.ts';
import { identityOf } from './open-plan.ts';
import { type GatePlan, planGate } from './plan.ts';
import { requirePlannable, requireWithin } from './plan-checks.ts';
import { PLAN_FORMAT, type ShardPlan } from './plan-file.ts';
import type { GateRequest } from './request.ts';
import { describeSides } from './rounds.ts';
import { limitsOfShards } from './shard-limits.ts';
import { requireRecordedPrices } from './spending.ts';
import { adoptionKind, decisionWithoutShards } from './without-run.ts';

interface PlanRequest extends Omit<GateRequest, 'watch'> {
  readonly shards: number | 'auto';
  readonly today: string;
}

/** A plan, and what it stands on, to be told. */
export interface ShardPlanning {
  readonly plan: ShardPlan;
  readonly gatePlan: GatePlan;
  /** The decision that stands before any trial; null = trials have to decide. */
  readonly known: Decision | null;
  /** Hashes of what is to run; null = nothing is. */
  readonly agents: Readonly<Record<Side, string>> | null;
  /** null = nothing has to run. */
  readonly forecast: Forecast | null;
}

/** Model calls are most of what a run takes; so long each, where no stored trial tells. */
const CALL_MS = 2000;

/** Round 1 of a run on several machines. Reads git and the store, and runs nothing. @throws UserError */
export async function planShards(request: PlanRequest): Promise<ShardPlanning> {
  const gatePlan = await planGate(request);
  requirePlannable(request, gatePlan);
  const known = decisionWithoutShards(gatePlan);
  const common = {
    format: PLAN_FORMAT,
    round: 1,
    day: request.today,
    ...(await identityOf(gatePlan, request)),
  } as const;
  const nothing = { shards: 0, cases: [], forecast: NOTHING_SPENT, limits: [], second: null, first: [] } as const;
  if (known !== null) return { plan: { ...common, ...nothing }, gatePlan, known, agents: null, forecast: null };
  requireRecordedPrices(gatePlan);
  const isAdoption = adoptionKind(gatePlan) !== null;
  const agents = await agentsOf(gatePlan, request);
  const seen = isAdoption ? new Map<string, SeenCase>() : storedCases(gatePlan, request, agents.base);
  const facts = new EvidenceBook(gatePlan, {
    storedTrials: (caseId) => seen.get(caseId)?.stored ?? 0,
  }).evidence.cases.map((one) => one.facts);
  const policy = twoRoundPolicy(gatePlan.settings.policy);
  const runsOf = (one: CaseFacts): number => (isAdoption ? HEAD_ALONE_TRIALS : plannedRuns([one], policy));
  const told = forecast(facts, policy, runsOf);
  requireWithin(told, request.mode);
  const weighed = facts.map((one) => ({ id: one.id, expectedMs: expectedMs(one, seen.get(one.id)?.meanMs ?? null) }));
  const workMs = facts.reduce((sum, one, index) => sum + runsOf(one) * (weighed[index]?.expectedMs ?? 0), 0);
  const places = gatePlan.settings.agent.concurrency;
  const shards = request.shards === 'auto' ? shardsFor(workMs / places, facts.length) : request.shards;
  const assigned = assignShards(weighed, shards);
  const cases = gatePlan.cases.map(({ theCase: { id, contentHash } }) => {
    return { id, contentHash, shard: assigned.get(id) ?? 1, storedTrials: seen.get(id)?.stored ?? 0 };
  });
  const runs = new Map(facts.map((one) => [one.id, runsOf(one)]));
  const limits = limitsOfShards(cases, runs, told.limits);
  const plan = { ...common, ...nothing, shards, cases, forecast: told.first, limits };
  return { plan, gatePlan, known: null, agents, forecast: told };
}

/** Hashes of what is to run. */
async function agentsOf(gatePlan: GatePlan, request: PlanRequest): Promise<Readonly<Record<Side, string>>> {
  if (adoptionKind(gatePlan) !== null) {
    const { agentHash } = await describeHeadAlone(gatePlan, request);
    return { base: agentHash, head: agentHash };
  }
  const { base, head } = await describeSides(gatePlan, request);
  return { base: base.agentHash, head: head.agentHash };
}

interface SeenCase {
  readonly stored: number;
  readonly meanMs: number | null;
}

/** By case: base's stored trials, and how long they took on average. */
function storedCases(gatePlan: GatePlan, request: PlanRequest, agentHash: string): ReadonlyMap<string, SeenCase> {
  const store = openStore(request.storeDirectory, request.runName);
  try {
    return new Map(gatePlan.cases.map(({ theCase }) => [theCase.id, seenOf(theCase)]));
  } finally {
    store.close();
  }
  function seenOf(theCase: Case): SeenCase {
    const trials = storedTrialsOf(store, agentHash, theCase);
    const totalMs = trials.reduce((sum, { durationMs }) => sum + durationMs, 0);
    return { stored: trials.length, meanMs: trials.length === 0 ? null : totalMs / trials.length };
  }
}

function expectedMs({ expected }: CaseFacts, meanMs: number | null): number {
  return Math.max(1, meanMs ?? CALL_MS * Math.max(1, expected?.calls ?? 1));
}
