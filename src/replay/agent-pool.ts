import type { AgentPool, PoolOptions } from './agent-run.ts';
import { environmentAt } from './agent-site.ts';
import { openExecPool } from './exec-pool.ts';
import { WorkerPool } from './worker-pool.ts';

export type { AgentPool, AgentResult, Slot } from './agent-run.ts';

/** Starts nothing yet: processes come with the trials. Throws a UserError when the user lets the agent see a key. */
export function openAgentPool(options: PoolOptions): AgentPool {
  environmentAt(options.site, null);
  return options.site.spec.protocol === 'exec' ? openExecPool(options) : new WorkerPool(options);
}
