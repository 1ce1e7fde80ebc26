import { sideText } from '../changes/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import { hashJson, sha256 } from '../trace/index.ts';
import { type GatePlan, planGate } from './plan.ts';
import type { PlannedShardCase, ShardPlan } from './plan-file.ts';
import type { GateRequest } from './request.ts';
import { decisionWithoutShards } from './without-run.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A run on GitHub waits for a machine for a day at most, and a job that needs an approval rarely longer than a week. */
const MAX_AGE_DAYS = 7;

/**
 * The gate's own plan, found out again from git: what a plan file says is believed only where it says the same.
 * @throws UserError with all that differs
 */
export async function openPlan(plan: ShardPlan, request: Omit<GateRequest, 'watch'>, file: string): Promise<GatePlan> {
  requireRecent(plan, request.today, file);
  const gatePlan = await planGate({ ...request, today: plan.day });
  const found = await identityOf(gatePlan, request);
  const differing = Object.entries(found).flatMap(([key, value]): Problem[] => {
    const planned = Object.entries(plan).find(([name]) => name === key)?.[1];
    if (hashJson(planned ?? null) === hashJson(value)) return [];
    const message = `expected ${shown(value)}, received ${shown(planned)}`;
    return [{ where: `${file}: ${key}`, message, hint: 'the plan is of another commit, policy or configuration' }];
  });
  const content = new Map(gatePlan.cases.map(({ theCase }) => [theCase.id, theCase.contentHash]));
  const isKnown = ({ id, contentHash }: PlannedShardCase): boolean => content.get(id) === contentHash;
  const foreign = plan.cases.filter((one) => !isKnown(one));
  const isWhole =
    decisionWithoutShards(gatePlan) !== null || new Set(plan.cases.map(({ id }) => id)).size === content.size;
  if (foreign.length > 0 || !isWhole)
    differing.push({
      where: `${file}: cases`,
      message: `expected the ${content.size} cases of base and head, received ${plan.cases.length}, ${foreign.length} of them unknown or edited`,
      hint: 'make the plan again',
    });
  if (differing.length > 0) throw new UserError(differing);
  return gatePlan;
}

/**
 * The day of the plan holds, so that a run over midnight is one run; but nobody makes what has expired count again by an old
 * plan, and none is of the future, clocks aside.
 */
function requireRecent({ day }: ShardPlan, today: string | null, file: string): void {
  if (today === null) return;
  const ageDays = (Date.parse(today) - Date.parse(day)) / DAY_MS;
  if (ageDays >= -1 && ageDays <= MAX_AGE_DAYS) return;
  const message = `expected a plan of the last ${MAX_AGE_DAYS} days, received one of ${day}, and today is ${today}`;
  throw new UserError({ where: `${file}: day`, message, hint: 'make the plan again' });
}

function shown(value: unknown): string {
  return cut(typeof value === 'string' ? value : String(JSON.stringify(value)), 80);
}

type Identity = Pick<ShardPlan, 'target' | 'base' | 'head' | 'configPath' | 'policyHash' | 'mode' | 'slices' | 'seed'>;

/** What a plan says that can be found out again. */
export async function identityOf(
  gatePlan: GatePlan,
  { configPath, mode }: Pick<GateRequest, 'configPath' | 'mode'>,
): Promise<Identity> {
  const { repository, target, base, head } = gatePlan;
  const text = await sideText(repository, { kind: 'commit', sha: target }, configPath);
  const policyHash = sha256(text ?? '');
  const sides = { target, base: base.name, head: head.name };
  return { ...sides, configPath, policyHash, mode, slices: gatePlan.chosenSlices, seed: hashJson([sides, policyHash]) };
}
