import type { GivenAnswer, Session } from '../replay/index.ts';
import { openHeadAlone } from './adoption.ts';
import { openBench } from './bench.ts';
import { EvidenceBook } from './evidence.ts';
import { Examiner } from './examine.ts';
import { type GatePlan, sessionCases } from './plan.ts';
import type { ShardPlan } from './plan-file.ts';
import type { GateRequest } from './request.ts';
import { describeSides, type PlannedTable } from './rounds.ts';
import { adoptionKind } from './without-run.ts';

/** @throws UserError */
export async function openPlanned(
  gatePlan: GatePlan,
  plan: ShardPlan,
  request: GateRequest,
  { shard, lent }: { readonly shard: number | null; readonly lent: readonly GivenAnswer[] },
): Promise<PlannedTable> {
  const planned = new Map(plan.cases.map((one) => [one.id, one]));
  const cases = gatePlan.cases.filter(({ theCase: { id } }) => shard === null || planned.get(id)?.shard === shard);
  if (adoptionKind(gatePlan) !== null) return openHeadAlone(gatePlan, request, { cases, lent });
  const own = { ...gatePlan, cases };
  const { base, head } = await describeSides(gatePlan, request);
  const bench = await openBench({ ...request, repository: gatePlan.repository, settings: gatePlan.settings, lent });
  const opened: Session[] = [];
  const close = async (): Promise<void> => {
    for (const session of opened) await session.close();
    bench.close();
  };
  try {
    const session = await bench.openSession({
      // The other shards' too, since tapes know tools from all of them.
      ...sessionCases(gatePlan),
      sides: [base, head],
      seed: `${plan.seed} ${plan.round}`,
      keepBaseTrials: false,
      reservoirs: new Map(plan.cases.map(({ id, storedTrials }) => [id, storedTrials])),
      recording: null,
    });
    opened.push(session);
    return {
      ...{ session, bench, examiner: new Examiner(own, bench.votes), close },
      book: new EvidenceBook(own, { storedTrials: (caseId) => planned.get(caseId)?.storedTrials ?? 0 }),
      agents: { base: base.agentHash, head: head.agentHash },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
