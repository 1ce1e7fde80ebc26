import { cut, UserError } from '../errors.ts';
import type { ModelMode } from '../replay/index.ts';
import type { JudgedTrial, Report } from '../report/index.ts';
import { openBench } from './bench.ts';
import { EvidenceBook } from './evidence.ts';
import { Examiner } from './examine.ts';
import { planGate } from './plan.ts';
import type { GateWatch, ReplayRequest } from './request.ts';
import { openGateSession } from './rounds.ts';

export interface ReproRequest extends ReplayRequest {
  /** The report of the run, usually of another machine. */
  readonly report: Report;
  readonly caseId: string;
  /** null = the trial that the report shows, else the first. */
  readonly trial: number | null;
  readonly mode: ModelMode;
  readonly watch: GateWatch;
}

/** One trial of one case, run again on both sides and judged by the same scorers. */
export interface Repro {
  readonly base: JudgedTrial | null;
  readonly head: JudgedTrial | null;
  readonly warnings: readonly string[];
}

const MAX_NAMED = 5;

/** Runs one case of a report again, base and head, under the same trial number: stored answers serve where they are at hand. */
export async function reproduce(request: ReproRequest): Promise<Repro> {
  const { report, caseId } = request;
  if (report.external !== null)
    throw new UserError({
      where: null,
      message: 'this report compares results of another harness: nothing was replayed',
      hint: 'only a report of pawl gate can be run again',
    });
  const { targetSha, baseSha, headSha } = report.run;
  // Both sides are judged as they were: by the tip of the target branch, from which the merge base follows.
  const gateRequest = { ...request, base: targetSha ?? baseSha, head: headSha, slices: null, today: null };
  const plan = await planGate(gateRequest);
  const cases = plan.cases.filter(({ theCase }) => theCase.id === caseId);
  if (cases.length === 0) throw unknownCase(report, caseId);
  const one = { ...plan, cases };
  const bench = await openBench({ ...request, repository: plan.repository, settings: plan.settings });
  try {
    // With all cases, as in the gate: what the other tapes show of a tool answers here too.
    const session = await openGateSession(plan, bench, gateRequest);
    try {
      const number = request.trial ?? shownTrial(report, caseId) ?? 1;
      const wanted = (['base', 'head'] as const).map((side) => ({ caseId, side, number }));
      request.watch.planned('replaying', wanted.length);
      const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
      const book = new EvidenceBook(one, session);
      book.take(
        await new Examiner(one, bench.votes).examine(ran, session, {
          signal: request.watch.signal,
          voted: () => undefined,
        }),
      );
      const of = (side: 'base' | 'head'): JudgedTrial | null =>
        book.judged.find(({ trial }) => trial.side === side) ?? null;
      return { base: of('base'), head: of('head'), warnings: [...bench.backend.store.problems, ...session.notes] };
    } finally {
      await session.close();
    }
  } finally {
    bench.close();
  }
}

function shownTrial(report: Report, caseId: string): number | null {
  return report.cases.find((one) => one.caseId === caseId)?.evidence?.head.number ?? null;
}

function unknownCase(report: Report, caseId: string): UserError {
  const named = report.cases.slice(0, MAX_NAMED).map((one) => cut(one.caseId, 60));
  return new UserError({
    where: '--case',
    message: `neither base nor head of the report has a case ${cut(caseId, 100)}`,
    hint: named.length === 0 ? 'the report shows no case' : `the report shows ${named.join(', ')}`,
  });
}
