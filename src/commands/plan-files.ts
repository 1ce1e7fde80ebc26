import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import { readPlan, type ShardPlan, type ShardPlanning, writePlan } from '../gate/index.ts';
import { renderShardPlan } from '../report/index.ts';

/** Of thousands of cases; JSON of ours is far smaller. */
const MAX_PLAN_BYTES = 64 * 1024 * 1024;

/** @throws UserError */
export async function planAt(directory: string, file: string): Promise<ShardPlan> {
  const path = resolve(directory, file);
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_PLAN_BYTES) throw new Error(`it has ${size} bytes, and a plan at most ${MAX_PLAN_BYTES}`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError({ where: file, message: `no plan: ${messageOf(error)}`, hint: 'pawl plan --out writes one' });
  }
  return readPlan(text, file);
}

/** @throws UserError */
export function keepPlan(directory: string, file: string, plan: ShardPlan): Promise<void> {
  return keepText(resolve(directory, file), writePlan(plan));
}

/** @throws UserError */
export async function keepText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const message = `it could not be written: ${messageOf(error)}`;
    throw new UserError({ where: file, message, hint: 'is the folder there, and the disk not full?' });
  }
}

export function planInWords({ gatePlan, known, forecast, plan }: ShardPlanning): string {
  const casesByShard = plan.limits.map(({ shard }) => plan.cases.filter((one) => one.shard === shard).length);
  return renderShardPlan({ changes: gatePlan.changes, known, forecast, slices: plan.slices, casesByShard });
}
