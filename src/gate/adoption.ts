import { headAloneTrials, judgeHeadAlone } from '../compare/index.ts';
import { type Session, unmapped } from '../replay/index.ts';
import type { Adoption, Report } from '../report/index.ts';
import { type Bench, openBench } from './bench.ts';
import { EvidenceBook } from './evidence.ts';
import { type Examined, Examiner } from './examine.ts';
import type { GatePlan } from './plan.ts';
import { writeReport } from './report.ts';
import type { GateRequest } from './request.ts';
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
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    const session = await openHead(plan, bench, request);
    try {
      const table = { session, book: new EvidenceBook(plan, session), examiner: new Examiner(plan, bench.votes) };
      await runAll(table, request);
      const { decision, ...alone } = judgeHeadAlone(table.book.evidence);
      const run = await recordOf(table, bench, request.watch.signal);
      const tools = { base: [], head: run.tools.base };
      return writeReport({
        ...{ plan, decision: withCorpus(decision, plan.corpus), adoption: { kind, ...alone } },
        ...{ run: { ...run, tools }, policy: plan.settings.policy, request },
        durationMs: clock() - startedAtMs,
      });
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}

async function openHead(plan: GatePlan, bench: Bench, request: GateRequest): Promise<Session> {
  const { repository, settings, head, cases } = plan;
  const { environment } = request;
  // A session's first side is its base; its trials are head's.
  const side = await describeSide({ repository, settings, environment, ...head, side: 'base', renames: unmapped });
  return bench.openSession({
    ...{ cases: cases.map(({ theCase }) => theCase), sides: [side], seed: side.agentHash },
    ...{ keepBaseTrials: false, recording: null },
  });
}

async function runAll(
  { session, book, examiner }: { session: Session; book: EvidenceBook; examiner: Examiner },
  { watch, log }: GateRequest,
): Promise<void> {
  const wanted = headAloneTrials(book.evidence);
  const spending = new Spending(book.limits, book.prices);
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
  book.take((await examiner.examine(ran, session, signal)).map(asHead));
}

function asHead(examined: Examined): Examined {
  const { ran } = examined;
  return { ...examined, ran: { ...ran, trial: { ...ran.trial, side: 'head' } } };
}
