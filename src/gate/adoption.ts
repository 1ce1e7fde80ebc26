import { headAloneTrials, judgeHeadAlone, type RunPrice } from '../compare/index.ts';
import { type GivenAnswer, type SideOptions, unmapped } from '../replay/index.ts';
import type { Adoption, Report } from '../report/index.ts';
import { openBench } from './bench.ts';
import { EvidenceBook } from './evidence.ts';
import { type Examined, Examiner } from './examine.ts';
import type { GatePlan, PlannedCase } from './plan.ts';
import { type Outcome, writeReport } from './report.ts';
import type { GateRequest } from './request.ts';
import type { PlannedTable } from './rounds.ts';
import { recordOf } from './run-record.ts';
import { describeSide } from './sides.ts';
import { Spending } from './spending.ts';
import { withCorpus } from './without-run.ts';

/** Runs head alone, every case of its corpus a few times. `clock` gives milliseconds. */
export async function runHeadAlone(
  plan: GatePlan,
  kind: Adoption['kind'],
  request: GateRequest,
  clock: () => number,
): Promise<Report> {
  const startedAtMs = clock();
  const table = await openHeadAlone(plan, request, { cases: plan.cases, lent: [] });
  try {
    const { book, bench } = table;
    await runHeadTrials(table, request, new Spending(book.limits, book.prices));
    const run = await recordOf(table, bench, request.watch.signal);
    return writeReport({
      ...{ plan, ...decideHeadAlone(plan, kind, book), run: { ...run, tools: asHeadTools(run.tools) } },
      ...{ policy: plan.settings.policy, request, durationMs: clock() - startedAtMs },
    });
  } finally {
    await table.close();
  }
}

/** Head as a session must know it: a session's first side is its base, and its trials are head's. */
export function describeHeadAlone(
  { repository, settings, head }: GatePlan,
  { environment }: Pick<GateRequest, 'environment'>,
): Promise<SideOptions> {
  return describeSide({ repository, settings, environment, ...head, side: 'base', renames: unmapped });
}

/** Head set up on this machine, to run these of its cases. */
export async function openHeadAlone(
  plan: GatePlan,
  request: GateRequest,
  { cases, lent }: { readonly cases: readonly PlannedCase[]; readonly lent: readonly GivenAnswer[] },
): Promise<PlannedTable> {
  const side = await describeHeadAlone(plan, request);
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings, lent });
  try {
    const session = await bench.openSession({
      // All of them, since tapes know tools from every case.
      ...{ cases: plan.cases.map(({ theCase }) => theCase), sides: [side], seed: side.agentHash },
      ...{ keepBaseTrials: false, recording: null },
    });
    const own = { ...plan, cases };
    const close = async (): Promise<void> => {
      await session.close();
      bench.close();
    };
    return {
      ...{ session, bench, book: new EvidenceBook(own, session), examiner: new Examiner(own, bench.votes), close },
      agents: { base: side.agentHash, head: side.agentHash },
    };
  } catch (error) {
    bench.close();
    throw error;
  }
}

export async function runHeadTrials(
  { session, book, examiner }: PlannedTable,
  { watch, log }: Pick<GateRequest, 'watch' | 'log'>,
  spending: Spending,
): Promise<void> {
  const wanted = headAloneTrials(book.evidence);
  const signal = AbortSignal.any([watch.signal, spending.signal]);
  log(`adopting pawl: head alone runs, ${wanted.length} trials`);
  watch.planned('replaying head alone', wanted.length);
  const ran = await session.run(
    wanted.map((one) => ({ ...one, side: 'base' as const })),
    {
      signal,
      onTrial: (one) => {
        spending.add(one);
        watch.ran();
      },
    },
  );
  spending.requirePrices();
  const voted = (took: RunPrice): void => spending.addVote(took);
  book.take((await examiner.examine(ran, session, { signal, voted })).map(asHead));
}

/** What the trials come to, wherever they ran. */
export function decideHeadAlone(
  { corpus }: GatePlan,
  kind: Adoption['kind'],
  { evidence }: EvidenceBook,
): Required<Pick<Outcome, 'decision' | 'adoption'>> {
  const { decision, ...alone } = judgeHeadAlone(evidence);
  return { decision: withCorpus(decision, corpus), adoption: { kind, ...alone } };
}

export function asHeadTools<T>({ base }: Readonly<Record<'base' | 'head', readonly T[]>>) {
  return { base: [], head: base } as const;
}

function asHead(examined: Examined): Examined {
  const { ran } = examined;
  return { ...examined, ran: { ...ran, trial: { ...ran.trial, side: 'head' } } };
}
