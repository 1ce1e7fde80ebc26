import {
  compareTwoRounds,
  firstRoundTrials,
  forecast,
  planSecondRound,
  secondRoundTrials,
  twoRoundPolicy,
} from '../compare/index.ts';
import type { Report } from '../report/index.ts';
import { runHeadAlone } from './adoption.ts';
import { openPlan } from './open-plan.ts';
import { requireFirstRound } from './plan-checks.ts';
import { openPlanned } from './planned-table.ts';
import { writeReport } from './report.ts';
import { runAsked } from './rounds.ts';
import { recordOf } from './run-record.ts';
import { type PlannedRequest, requestOf } from './run-shard.ts';
import { Spending } from './spending.ts';
import { adoptionKind, asFound, decisionWithoutShards } from './without-run.ts';

/** Both rounds of a plan on this machine: what any number of shards must come to as well. @throws UserError */
export async function gatePlanned(request: PlannedRequest, clock: () => number): Promise<Report> {
  const startedAtMs = clock();
  const { plan, planFile, watch } = request;
  requireFirstRound(request);
  const asked = requestOf(request);
  const gatePlan = await openPlan(plan, asked, planFile);
  const policy = twoRoundPolicy(gatePlan.settings.policy);
  const told = { plan: gatePlan, policy, request: asked };
  const adopted = adoptionKind(gatePlan);
  if (adopted !== null) return runHeadAlone(gatePlan, adopted, asked, clock);
  const known = decisionWithoutShards(gatePlan);
  if (known !== null) return writeReport({ ...told, decision: known, run: null, durationMs: clock() - startedAtMs });
  const table = await openPlanned(gatePlan, plan, asked, { shard: null, lent: [] });
  try {
    const { book, bench } = table;
    const { limits } = forecast(
      book.evidence.cases.map(({ facts }) => facts),
      policy,
    );
    const spending = new Spending(limits, book.prices);
    await runAsked(firstRoundTrials, table, { spending, watch });
    const second = planSecondRound(book.evidence, book.policy);
    await runAsked((evidence) => secondRoundTrials(evidence, second, book.policy), table, { spending, watch });
    const unpaid = new Set(spending.signal.aborted ? plan.cases.map(({ id }) => id) : []);
    const options = { recordedOnly: plan.mode === 'recorded', unpaid };
    const decision = asFound(compareTwoRounds(book.evidence, second, book.policy, options), gatePlan, book.judged);
    const run = await recordOf(table, bench, watch.signal);
    return writeReport({ ...told, decision, run, durationMs: clock() - startedAtMs });
  } finally {
    await table.close();
  }
}
