import { commitMixture } from '../changes/index.ts';
import { type CaseDifference, caseDifferences, type Decision, type GateVerdict } from '../compare/index.ts';
import { UserError } from '../errors.ts';
import { hashJson } from '../trace/index.ts';
import { decidePlanned } from './decide-planned.ts';
import { planGate } from './plan.ts';
import type { AttributeRequest, Part, Suspects } from './suspects.ts';
import { decisionWithoutRun } from './without-run.ts';

/** What base with some of the changes did against base. */
export interface Replayed {
  readonly verdict: GateVerdict;
  /** Slices that fell. */
  readonly regressed: readonly string[];
  /** By case, of those that gate; empty = nothing could be run. */
  readonly differences: readonly CaseDifference[];
}

/**
 * Decides base with these paths as they are at a commit against base, as the gate decides a pull request: the same test, base's
 * rules and cases, nothing accepted. All of them draw in one lane: a request that several make in the same trial of a case is
 * answered once, which costs nothing again and pairs them case by case. Cases have nothing in common.
 * @throws UserError where the run was ended: what stands on a part of the trials would be taken for the whole
 */
export async function replayMixture(
  { head, paths }: Part,
  { repository, base, overrides, settings }: Suspects,
  request: AttributeRequest,
): Promise<Replayed> {
  const mixture = await commitMixture(repository, { base, head, paths });
  const gateRequest = { ...request, overrides, base, head: mixture, today: null };
  const plan = await planGate(gateRequest);
  const known = decisionWithoutRun(plan);
  if (known !== null) {
    const same = known.verdict === 'not_affected' ? plan.cases.filter(({ gates }) => gates) : [];
    return replayed(
      known,
      same.map(({ theCase: { id, slices, cluster } }) => ({ caseId: id, slices, cluster, difference: 0 })),
    );
  }
  const [depth = 1] = plan.settings.policy.looks;
  const decided = await decidePlanned(
    plan,
    gateRequest,
    async ({ decision, table }) => replayed(decision, caseDifferences(table.book.evidence, depth)),
    { headLane: hashJson(['attribute', base, settings.agent.command]) },
  );
  if (!request.watch.signal.aborted) return decided;
  throw new UserError({
    where: null,
    message: 'the run was ended before every combination was replayed',
    hint: 'start it again: what was answered is stored, and it goes on from there',
  });
}

/** The same for a part of what head has, which may not fit together: an agent that cannot be set up then is one of no verdict. */
export async function replayPart(
  part: Part | Promise<Part>,
  suspects: Suspects,
  request: AttributeRequest,
  warnings: string[],
): Promise<Replayed> {
  try {
    return await replayMixture(await part, suspects, request);
  } catch (error) {
    if (!(error instanceof UserError) || request.watch.signal.aborted) throw error;
    warnings.push(error.message);
    return { verdict: 'error', regressed: [], differences: [] };
  }
}

function replayed({ verdict, reasons }: Decision, differences: readonly CaseDifference[]): Replayed {
  const regressed = reasons.flatMap((one) => (one.kind === 'slice_regressed' ? [one.slice] : []));
  return { verdict, regressed, differences };
}
