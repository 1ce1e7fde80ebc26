import { renamesOf } from '../changes/index.ts';
import { compare, type Decision, nextTrials } from '../compare/index.ts';
import { callMapOf, type Session, unmapped } from '../replay/index.ts';
import { hashJson } from '../trace/index.ts';
import type { Bench } from './bench.ts';
import type { EvidenceBook } from './evidence.ts';
import type { GatePlan } from './plan.ts';
import type { GateRequest } from './request.ts';
import { describeSide } from './sides.ts';

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
    seed: hashJson([head.agentHash, settings.policy]),
    keepBaseTrials: false,
    recording: null,
  });
}

/** Runs what `compare` asks for and asks again, until it asks for nothing or the run was ended. */
export async function runRounds(session: Session, book: EvidenceBook, request: GateRequest): Promise<Decision> {
  const { watch } = request;
  for (let round = 1; ; round += 1) {
    const { aborted } = watch.signal;
    const next = aborted ? [] : nextTrials(book.evidence, book.policy);
    if (next.length === 0) {
      return compare(book.evidence, book.policy, { exhausted: aborted, recordedOnly: request.mode === 'recorded' });
    }
    watch.planned(round === 1 ? 'replaying' : 'confirming', next.length);
    const ran = await session.run(next, { onTrial: watch.ran, signal: watch.signal });
    await book.add(ran, session);
  }
}
