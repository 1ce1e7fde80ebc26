import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Desk, readDesk } from './agent/desk.ts';
import { buildInputs, type DeskCase } from './inputs.ts';
import { createModel } from './provider.ts';
import { applyEdits, writeAgent } from './repository.ts';
import { SCENARIOS } from './scenarios.ts';
import { buildShop } from './shop/shop.ts';
import { clientOf, type Judgement, judge, type SimulatedTrial, simulate, toolsFor } from './simulation.ts';

/**
 * Prints the true pass rates by slice, of base and of every scenario, from many simulated trials a case without HTTP and
 * without the gate: what the gate is to find out from a few trials. `--trials N` a case, `--seed N`.
 */
const { values } = parseArgs({
  options: { trials: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const trialsPerCase = Number(values.trials);
const seed = Number(values.seed);
const cases = buildInputs();
const shop = buildShop();

/** What scenario (d) and (g) call the amount, in the shop's terms. */
const RENAMES = { refund_amount: 'amount' };

const baseDesk = await deskOf([]);
const recordings = await recordAll();
const columns = new Map<string, Map<string, Judgement[]>>();
columns.set('base', await judgeAll(baseDesk, seed));
for (const { name, edits } of SCENARIOS) columns.set(name, await judgeAll(await deskOf(edits), seed + 1000));
printTable();
printMovers();

async function deskOf(edits: (typeof SCENARIOS)[number]['edits']): Promise<Desk> {
  const root = mkdtempSync(join(tmpdir(), 'support-desk-'));
  try {
    await writeAgent(root);
    applyEdits(root, edits);
    return readDesk(join(root, 'agent'));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** One recording a case, from base: the expectation of the cases that state none, and the tape. */
async function recordAll(): Promise<Map<string, SimulatedTrial>> {
  const client = clientOf(createModel(0));
  const tools = toolsFor(baseDesk, shop, RENAMES);
  const recorded = new Map<string, SimulatedTrial>();
  for (const each of cases) recorded.set(each.id, await simulate(baseDesk, client, tools, each.input));
  return recorded;
}

async function judgeAll(desk: Desk, drawSeed: number): Promise<Map<string, Judgement[]>> {
  const client = clientOf(createModel(drawSeed));
  const tools = toolsFor(desk, shop, RENAMES);
  const judged = new Map<string, Judgement[]>();
  for (const each of cases) {
    const recording = recordings.get(each.id);
    if (recording === undefined) continue;
    const own: Judgement[] = [];
    for (let trial = 0; trial < trialsPerCase; trial += 1)
      own.push(judge(each, recording, await simulate(desk, client, tools, each.input)));
    judged.set(each.id, own);
  }
  return judged;
}

function printTable(): void {
  const slices = [...new Set(cases.flatMap((each) => each.slices))];
  console.log(
    `${'slice'.padEnd(20)}${'n'.padStart(4)}  ${[...columns.keys()].map((name) => name.padStart(6)).join('')}`,
  );
  for (const slice of slices)
    printRow(
      slice,
      cases.filter((each) => each.slices.includes(slice)),
    );
  printRow('ALL', cases);
  const offTape = [...columns.values()].map((judged) =>
    `${share([...judged.values()].flat(), 'off tape').toFixed(1)}`.padStart(6),
  );
  console.log(`${'off tape, %'.padEnd(26)}${offTape.join('')}`);
}

function printRow(name: string, members: readonly DeskCase[]): void {
  const rates = [...columns.values()].map((judged) => {
    const decided = members.flatMap(({ id }) => judged.get(id) ?? []).filter((judgement) => judgement !== 'off tape');
    return share(decided, 'pass').toFixed(1).padStart(6);
  });
  console.log(`${name.padEnd(20)}${String(members.length).padStart(4)}  ${rates.join('')}`);
}

/** Cases that pass nearly always at base and hardly ever under a scenario. */
function printMovers(): void {
  const base = columns.get('base');
  for (const [name, judged] of columns) {
    const broken = cases.filter(
      ({ id }) => share(base?.get(id) ?? [], 'pass') >= 80 && share(judged.get(id) ?? [], 'pass') <= 10,
    );
    if (broken.length > 0)
      console.log(
        `${name}: hard failures ${broken
          .map(({ id }) => id)
          .slice(0, 12)
          .join(', ')} (${broken.length})`,
      );
  }
}

function share(judgements: readonly Judgement[], wanted: Judgement): number {
  return (100 * judgements.filter((judgement) => judgement === wanted).length) / Math.max(1, judgements.length);
}
