import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, readDesk } from '../../evals/support-desk/agent/desk.ts';
import { buildInputs, type DeskCase } from '../../evals/support-desk/inputs.ts';
import type { ChatRequest } from '../../evals/support-desk/provider/wire.ts';
import { createModel } from '../../evals/support-desk/provider.ts';
import { applyEdits, writeAgent } from '../../evals/support-desk/repository.ts';
import { SCENARIOS } from '../../evals/support-desk/scenarios.ts';
import { buildShop } from '../../evals/support-desk/shop/shop.ts';
import { clientOf, judge, type SimulatedTrial, simulate, toolsFor } from '../../evals/support-desk/simulation.ts';

export const BASE_DESK = readDesk(join(import.meta.dirname, '../../evals/support-desk/agent'));
export const CASES = buildInputs();
const SHOP = buildShop();

/** The desk of a scenario's head branch. */
export async function deskOf(scenario: string): Promise<Desk> {
  const found = SCENARIOS.find(({ name }) => name === scenario);
  if (found === undefined) throw new Error(`no scenario ${scenario}`);
  const root = mkdtempSync(join(tmpdir(), 'support-desk-'));
  try {
    await writeAgent(root);
    applyEdits(root, found.edits);
    return readDesk(join(root, 'agent'));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The first request that a desk makes for a customer's message. */
export function requestOf(desk: Desk, message: string): ChatRequest {
  const messages = [
    { role: 'system', content: desk.instructions },
    { role: 'user', content: message },
  ];
  return { model: desk.model, messages, tools: desk.tools as NonNullable<ChatRequest['tools']> };
}

/** Share of passes of a slice's cases: `trials` each, judged against one recording of base. */
export async function passRate(desk: Desk, slice: string, trials: number, seed: number): Promise<number> {
  const record = simulator(BASE_DESK, seed + 1);
  const run = simulator(desk, seed);
  let passes = 0;
  let judged = 0;
  for (const each of CASES.filter(({ slices }) => slices.includes(slice))) {
    const recording = await record(each.input);
    for (let trial = 0; trial < trials; trial += 1) {
      const judgement = judge(each, recording, await run(each.input));
      if (judgement === 'off tape') continue;
      judged += 1;
      if (judgement === 'pass') passes += 1;
    }
  }
  return passes / judged;
}

/** Runs trials of a desk without a network. */
export function simulator(desk: Desk, seed: number): (input: DeskCase['input']) => Promise<SimulatedTrial> {
  const client = clientOf(createModel(seed));
  const tools = toolsFor(desk, SHOP, { refund_amount: 'amount' });
  return (input) => simulate(desk, client, tools, input);
}
