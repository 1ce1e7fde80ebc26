import { renamesOf } from '../changes/index.ts';
import { compare, type Decision, forecast, nextTrials } from '../compare/index.ts';
import { callMapOf, type RanTrial, type Session, unmapped } from '../replay/index.ts';
import { forecastText } from '../report/index.ts';
import { hashJson } from '../trace/index.ts';
import type { Bench } from './bench.ts';
import type { EvidenceBook } from './evidence.ts';
import type { GatePlan } from './plan.ts';
import type { GateRequest } from './request.ts';
import { describeSide } from './sides.ts';
import { Spending } from './spending.ts';

/** Both sides of the plan, checked out and set up. */
export async function openGateSession(plan: GatePlan, bench: Bench, request: GateRequest): Promise<Session> {
  const { repository, settings, changes } = plan;
  const common = { repository, settings, environment: request.environment };
  const base = await describeSide({ ...common, ...plan.base, side: 'base', renames: unmapped });
  const renames = callMapOf(renamesOf(changes.changes));
  const head = await describeSide({ ...common, ...plan.head, side: 'head', renames });
  return bench.openSession({
    cases: plan.cases.map(({ theCase }) => theCase),
    sides: [base, head],
    // The same head, agent and policy run in the same order again, and nobody chose that order.
    seed: hashJson([plan.head.name, head.agentHash, settings.policy]),
    keepBaseTrials: false,
    recording: null,
  });
}

/**
 * Runs what `compare` asks for and asks again, until it asks for nothing, or the run was ended, or its budget is spent. What
 * it will take is said before it begins.
 * @throws UserError where a budget in dollars is set and it cannot be told what some trial cost.
 */
export async function runRounds(session: Session, book: EvidenceBook, request: GateRequest): Promise<Decision> {
  const { watch, mode } = request;
  const plan = forecast(
    book.evidence.cases.map(({ facts }) => facts),
    book.policy,
  );
  if (mode === 'live') request.log(forecastText(plan));
  const spending = new Spending(plan.limits, book.prices);
  const signal = AbortSignal.any([watch.signal, spending.signal]);
  for (let round = 1; ; round += 1) {
    const overspent = spending.signal.aborted;
    const next = signal.aborted ? [] : nextTrials(book.evidence, book.policy);
    if (next.length === 0) {
      const exhausted = signal.aborted;
      const ended = overspent ? ({ ended: 'budget' } as const) : {};
      return compare(book.evidence, book.policy, { exhausted, ...ended, recordedOnly: mode === 'recorded' });
    }
    watch.planned(round === 1 ? 'replaying' : 'confirming', next.length);
    const onTrial = (ran: RanTrial): void => {
      spending.add(ran);
      watch.ran();
    };
    const ran = await session.run(next, { onTrial, signal });
    spending.requirePrices();
    await book.add(ran, session, signal);
  }
}
