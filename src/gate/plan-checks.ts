import type { Forecast } from '../compare/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { MAX_SHARDS } from './assign-shards.ts';
import type { GatePlan } from './plan.ts';
import type { ShardPlan } from './plan-file.ts';
import type { GateRequest } from './request.ts';

/** Several machines can do what is asked for. @throws UserError */
export function requirePlannable(
  { overrides, shards }: Pick<GateRequest, 'overrides'> & { readonly shards: number | 'auto' },
  { head }: Pick<GatePlan, 'head'>,
): void {
  const problems: Problem[] = [];
  const trials = overrides.find(({ name }) => name === 'trials');
  if (trials !== undefined)
    problems.push({
      where: trials.where,
      message: 'a run on several machines has two rounds with looks of their own',
      hint: 'leave it out, or run the gate on one machine',
    });
  if (head.source.kind === 'worktree')
    problems.push({ where: '--head', message: 'other machines have commits only', hint: 'commit the changes first' });
  if (shards !== 'auto' && !(Number.isInteger(shards) && shards >= 1 && shards <= MAX_SHARDS))
    problems.push({
      where: 'shards',
      message: `expected a whole number from 1 to ${MAX_SHARDS} or auto, received ${shards}`,
      hint: null,
    });
  if (problems.length > 0) throw new UserError(problems);
}

/** Round 1 is bought whole: a budget that does not reach so far would leave nothing to decide with. @throws UserError */
export function requireWithin({ first, limits }: Forecast, mode: GateRequest['mode']): void {
  const isOver = (need: number | null, most: number | null): boolean => need !== null && most !== null && need > most;
  const over = [
    ...(isOver(first.runs, limits.runs) ? [['gate.budget_runs', first.runs, limits.runs] as const] : []),
    ...(isOver(first.calls, limits.calls) ? [['gate.budget_calls', first.calls, limits.calls] as const] : []),
    ...(isOver(first.costUsd, limits.costUsd)
      ? [['gate.budget_cost_usd', first.costUsd, limits.costUsd] as const]
      : []),
  ];
  if (mode === 'recorded' || over.length === 0) return;
  throw new UserError(
    over.map(([where, need, most]) => ({
      where,
      message: `the first round takes up to ${need}, and the budget is ${most}`,
      hint: 'raise it, or run the gate on one machine, which stops where the budget ends',
    })),
  );
}

/** Whoever decides finds out by itself what round 2 was to bring. @throws UserError */
export function requireFirstRound({ plan, planFile }: { readonly plan: ShardPlan; readonly planFile: string }): void {
  if (plan.round === 1) return;
  throw new UserError({
    where: planFile,
    message: 'expected the plan of round 1, received that of round 2',
    hint: 'give the plan that pawl plan wrote; round 2 follows from it and from what round 1 brought',
  });
}
