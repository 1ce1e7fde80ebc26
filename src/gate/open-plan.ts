import { sideText } from '../changes/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import { hashJson, sha256 } from '../trace/index.ts';
import { type GatePlan, planGate } from './plan.ts';
import type { PlannedShardCase, ShardPlan } from './plan-file.ts';
import type { GateRequest } from './request.ts';
import { decisionWithoutRun } from './without-run.ts';

/**
 * The gate's own plan, found out again from git: what a plan file says is believed only where it says the same.
 * @throws UserError with all that differs
 */
export async function openPlan(plan: ShardPlan, request: Omit<GateRequest, 'watch'>, file: string): Promise<GatePlan> {
  const gatePlan = await planGate(request);
  const found = await identityOf(gatePlan, request);
  const differing = Object.entries(found).flatMap(([key, value]): Problem[] => {
    const planned = Object.entries(plan).find(([name]) => name === key)?.[1];
    if (planned === value) return [];
    const message = `expected ${cut(String(value), 80)}, received ${cut(String(planned), 80)}`;
    return [{ where: `${file}: ${key}`, message, hint: 'the plan is of another commit, policy or configuration' }];
  });
  const content = new Map(gatePlan.cases.map(({ theCase }) => [theCase.id, theCase.contentHash]));
  const isKnown = ({ id, contentHash }: PlannedShardCase): boolean => content.get(id) === contentHash;
  const foreign = plan.cases.filter((one) => !isKnown(one));
  const isWhole =
    decisionWithoutRun(gatePlan) !== null || new Set(plan.cases.map(({ id }) => id)).size === content.size;
  if (foreign.length > 0 || !isWhole)
    differing.push({
      where: `${file}: cases`,
      message: `expected the ${content.size} cases of base and head, received ${plan.cases.length}, ${foreign.length} of them unknown or edited`,
      hint: 'make the plan again',
    });
  if (differing.length > 0) throw new UserError(differing);
  return gatePlan;
}

type Identity = Pick<ShardPlan, 'target' | 'base' | 'head' | 'configPath' | 'policyHash' | 'mode' | 'seed'>;

/** What a plan says that can be found out again. */
export async function identityOf(
  gatePlan: GatePlan,
  { configPath, mode }: Pick<GateRequest, 'configPath' | 'mode'>,
): Promise<Identity> {
  const { repository, target, base, head } = gatePlan;
  const text = await sideText(repository, { kind: 'commit', sha: target }, configPath);
  const policyHash = sha256(text ?? '');
  const sides = { target, base: base.name, head: head.name };
  return { ...sides, configPath, policyHash, mode, seed: hashJson([sides, policyHash]) };
}
