import type { Decision } from '../compare/index.ts';
import { type Bench, openBench, type SessionRun } from './bench.ts';
import { EvidenceBook } from './evidence.ts';
import { Examiner } from './examine.ts';
import type { GatePlan } from './plan.ts';
import type { GateRequest } from './request.ts';
import { openGateSession, runRounds, type Table } from './rounds.ts';
import { requireRecordedPrices } from './spending.ts';
import { withCorpus } from './without-run.ts';

/** What was decided, while both sides are still there. */
interface Decided {
  readonly decision: Decision;
  readonly table: Table;
  readonly bench: Bench;
}

/** Runs the rounds of a plan on this machine until the evidence decides, and closes all of it when `use` has ended. */
export async function decidePlanned<T>(
  plan: GatePlan,
  request: GateRequest,
  use: (decided: Decided) => Promise<T>,
  more: Pick<SessionRun, 'headLane'> = {},
): Promise<T> {
  requireRecordedPrices(plan);
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openGateSession(plan, bench, request, more);
    try {
      const table = { session, book: new EvidenceBook(plan, session), examiner: new Examiner(plan, bench.votes) };
      const decision = withCorpus(await runRounds(table, request), plan.corpus);
      return await use({ decision, table, bench });
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}
