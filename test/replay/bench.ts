import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AgentSpec } from '../../src/replay/agent.ts';
import { type AgentPool, type AgentResult, openAgentPool, type Slot } from '../../src/replay/agent-pool.ts';
import type { AgentSite } from '../../src/replay/agent-site.ts';
import type { Json } from '../../src/trace/index.ts';
import { makeSite } from './site.ts';

const closers: (() => Promise<void>)[] = [];

export async function closeAll(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()));
}

export interface Bench {
  readonly site: AgentSite;
  readonly pool: AgentPool;
  readonly slots: Slot[];
  readonly strays: string[];
  run(input: Json, options?: { timeoutMs?: number; signal?: AbortSignal }): Promise<AgentResult>;
}

/** So many trials have been given to the agent. */
export async function begun(bench: Bench, trials: number): Promise<void> {
  while (bench.slots.length < trials) await delay(1);
}

/** A pool with an agent that does what its input says, and what the pool asked and heard. */
export function open(
  changes: Partial<AgentSpec> = {},
  where: Partial<Pick<AgentSite, 'isolation' | 'network'>> = {},
): Bench {
  const site = { ...makeSite(changes), ...where };
  const slots: Slot[] = [];
  const strays: string[] = [];
  const processUrls = (process: number) => urlsOf(`process-${process}`);
  const pool = openAgentPool({ site, processUrls, onStray: (received) => strays.push(received) });
  closers.push(async () => {
    await pool.close();
    await site.checkout.close();
  });
  let trials = 0;
  const run: Bench['run'] = (input, options = {}) => {
    const start = (slot: Slot) => {
      slots.push(slot);
      return urlsOf(`trial-${slot.process}-${slot.place}`);
    };
    const { timeoutMs = 60_000, signal = new AbortController().signal } = options;
    return pool.run({ id: `t${++trials}`, input, timeoutMs, start, signal });
  };
  return { site, pool, slots, strays, run };
}

export function urlsOf(name: string) {
  return {
    openai: `http://${name}/v1`,
    anthropic: `http://${name}`,
    tools: `http://${name}/tools`,
    mcp: `http://${name}/mcp`,
    otlp: `http://${name}/otlp`,
  };
}

export function answered(output: Json): AgentResult {
  return { end: { kind: 'answered' }, output };
}

/** What `wait` waits for: each wait has a name, and ends when it is released. */
export function gateIn(bench: Bench): { wait: (name: string) => Json; release: (...names: string[]) => void } {
  const file = join(bench.site.checkout.tmp, 'released');
  return {
    wait: (name) => ({ do: 'wait', name, file }),
    release: (...names) => writeFileSync(file, names.join(' ')),
  };
}

/** Process ids that `hang` wrote down: the agent's own, and that of what it left behind. */
export function pidsIn(bench: Bench): { file: string; read: () => Promise<number[]> } {
  const file = join(bench.site.checkout.tmp, 'pids');
  const read = async () => {
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await delay(5);
    return JSON.parse(readFileSync(file, 'utf8'));
  };
  return { file, read };
}
