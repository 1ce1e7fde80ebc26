import { renamesOf } from '../changes/index.ts';
import { compare, type Decision, type Evidence, forecast, nextTrials } from '../compare/index.ts';
import {
  callMapOf,
  type RanTrial,
  type Session,
  type Side,
  type SideOptions,
  type TrialRequest,
  unmapped,
} from '../replay/index.ts';
import { forecastText } from '../report/index.ts';
import { hashJson } from '../trace/index.ts';
import type { Bench, SessionRun } from './bench.ts';
import { withWhatIsElsewhere } from './elsewhere.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Examiner } from './examine.ts';
import { type GatePlan, sessionCases } from './plan.ts';
import type { GateRequest, GateWatch } from './request.ts';
import { describeSide } from './sides.ts';
import { Spending } from './spending.ts';

/** Both sides of the plan as replay must know them. */
export async function describeSides(
  { repository, settings, changes, ...plan }: GatePlan,
  { environment }: Pick<GateRequest, 'environment'>,
): Promise<Readonly<Record<Side, SideOptions>>> {
  const common = { repository, settings, environment };
  const base = await describeSide({ ...common, ...plan.base, side: 'base', renames: unmapped });
  const renames = callMapOf(renamesOf(changes.changes));
  const head = await describeSide({ ...common, ...plan.head, side: 'head', renames });
  return {
    base: await withWhatIsElsewhere(base, repository, changes),
    head: await withWhatIsElsewhere(head, repository, changes),
  };
}

/** Both sides of the plan, checked out and set up. */
export async function openGateSession(
  plan: GatePlan,
  bench: Bench,
  request: GateRequest,
  more: Pick<SessionRun, 'headLane'> = {},
): Promise<Session> {
  const { base, head } = await describeSides(plan, request);
  return bench.openSession({
    ...sessionCases(plan),
    sides: [base, head],
    // The same head, agent and policy run in the same order again, and nobody chose that order.
    seed: hashJson([plan.head.name, head.agentHash, plan.settings.policy]),
    keepBaseTrials: false,
    recording: null,
    ...more,
  });
}

/** Both sides, and who judges and keeps their trials. */
export interface Table {
  readonly session: Session;
  readonly examiner: Examiner;
  readonly book: EvidenceBook;
}

/** A plan's cases, or those of one shard, on this machine: both sides set up, or head alone where there is no base. */
export interface PlannedTable extends Table {
  readonly bench: Bench;
  /** Hashes of what runs. */
  readonly agents: Readonly<Record<Side, string>>;
  close(): Promise<void>;
}

/**
 * Runs what `compare` asks for and asks again, until it asks for nothing, or the run was ended, or its budget is spent. What
 * it will take is said before it begins.
 * @throws UserError where a budget in dollars is set and it cannot be told what some trial cost.
 */
export async function runRounds(table: Table, request: GateRequest): Promise<Decision> {
  const { book } = table;
  const { watch, mode } = request;
  const facts = book.evidence.cases.map((one) => one.facts);
  const plan = forecast(facts, book.policy);
  if (mode === 'live') request.log(forecastText(plan));
  const spending = new Spending(plan.limits, book.prices);
  await runAsked((evidence) => nextTrials(evidence, book.policy), table, { spending, watch });
  const ended = spending.signal.aborted ? ({ ended: 'budget' } as const) : {};
  const exhausted = watch.signal.aborted || spending.signal.aborted;
  return compare(book.evidence, book.policy, { exhausted, ...ended, recordedOnly: mode === 'recorded' });
}

/** Runs what is asked for and asks again, until it is nothing, or the run was ended, or what it may spend is spent. */
export async function runAsked(
  ask: (evidence: Evidence) => readonly TrialRequest[],
  { session, examiner, book }: Table,
  { spending, watch }: { readonly spending: Spending; readonly watch: GateWatch },
): Promise<void> {
  const signal = AbortSignal.any([watch.signal, spending.signal]);
  for (let round = 1; !signal.aborted; round += 1) {
    const next = ask(book.evidence);
    if (next.length === 0) return;
    watch.planned(round === 1 ? 'replaying' : 'confirming', next.length);
    const onTrial = (ran: RanTrial): void => {
      spending.add(ran);
      watch.ran();
    };
    const ran = await session.run(next, { onTrial, signal });
    spending.requirePrices();
    book.take(await examiner.examine(ran, session, { signal, voted: (took) => spending.addVote(took) }));
  }
}
