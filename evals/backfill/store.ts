import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { trafficProjection } from '../../src/commands/traffic-store.ts';
import { indexBytes } from '../../src/corpus/traffic/block-index.ts';
import type { StepRow, TrajectoryRow } from '../../src/corpus/traffic/columns.ts';
import { createHome, defaultCodec } from '../../src/corpus/traffic/home.ts';
import { partFiles } from '../../src/corpus/traffic/layout.ts';
import { TablesWriter } from '../../src/corpus/traffic/tables-writer.ts';
import { seededRandom } from '../../src/stats/index.ts';

/** A store whose tables hold so many synthetic trajectories over so many days; the same for the same seed. */
export interface StorePlan {
  readonly seed: string;
  readonly trajectories: number;
  readonly days: number;
}

const FIRST_MS = Date.parse('2026-06-01T00:00:00Z');
const MS_A_DAY = 86_400_000;
const TOOLS = ['get_order', 'refund_order', 'search_flights', 'send_message', 'get_customer', 'create_ticket'];
const MODELS = ['gpt-4.1-mini', 'gpt-4.1', 'claude-sonnet-4-5'];
const SLICES = ['orders', 'refunds', 'travel', 'accounts', 'smalltalk'];
const COHORTS = ['free', 'pro', 'team'];

export function dayText(day: number): string {
  return new Date(FIRST_MS + day * MS_A_DAY).toISOString().slice(0, 10);
}

/** Writes the tables with the store's own writer; there are no raw records behind them. The steps that were written. */
export async function writeStore(store: string, { seed, trajectories, days }: StorePlan): Promise<number> {
  const root = join(store, 'traffic');
  mkdirSync(root, { recursive: true });
  const codec = await createHome(root, defaultCodec());
  let steps = 0;
  for (let day = 0; day < days; day += 1) {
    const random = seededRandom(`${seed} ${day}`);
    const files = partFiles({ day: dayText(day), number: day + 1 }, codec.extension);
    const writer = new TablesWriter(root, files, { codec, versions: trafficProjection });
    const [from, to] = [day, day + 1].map((at) => Math.floor((at * trajectories) / days));
    for (let at = from ?? 0; at < (to ?? 0); at += 1) {
      const rows = rowsOf(at, day, random);
      steps += rows.steps.length;
      writer.add([rows]);
    }
    writer.finish();
    mkdirSync(dirname(join(root, files.index)), { recursive: true });
    writeFileSync(join(root, files.index), indexBytes(0, []));
  }
  return steps;
}

type Draw = () => number;

function rowsOf(
  at: number,
  day: number,
  random: Draw,
): { readonly trajectory: TrajectoryRow; readonly steps: readonly StepRow[] } {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() ** 1.5 * items.length)] as T;
  const id = `t-${at.toString(16).padStart(30, '0')}`;
  const startUs = (FIRST_MS + day * MS_A_DAY + Math.floor(random() * MS_A_DAY)) * 1000;
  const model = pick(MODELS);
  const slices = random() < 0.2 ? [pick(SLICES), 'vip'] : [pick(SLICES)];
  const steps: StepRow[] = [];
  const counts = new Map<string, number>();
  const calls = Math.floor(random() * 6);
  for (let call = 0; call <= calls; call += 1) {
    steps.push(
      modelStep(
        id,
        steps.length,
        model,
        call < calls ? 'tool_calls' : random() < 0.01 ? 'content_filter' : 'stop',
        random,
      ),
    );
    if (call === calls) break;
    const tool = pick(TOOLS);
    counts.set(tool, (counts.get(tool) ?? 0) + 1);
    steps.push(toolStep(id, steps.length, tool, random));
  }
  const tools = steps.filter(({ kind }) => kind === 'tool_call');
  const tokens = (of: (step: StepRow) => number | null): number =>
    steps.reduce((sum, step) => sum + (of(step) ?? 0), 0);
  const passed = random() < 0.9 ? random() < 0.8 : null;
  const trajectory: TrajectoryRow = {
    ...EMPTY_TRAJECTORY,
    id,
    trace_id: id,
    conversation_id: `c-${Math.floor(at / 2)}`,
    user_id: `user-${Math.floor(random() ** 2 * 50_000)}`,
    started_at: startUs,
    duration_ms: Math.exp(7 + 2 * random()),
    model,
    models: [model],
    slices,
    cohorts: [pick(COHORTS)],
    passed,
    outcome_name: passed === null ? null : 'resolved',
    outcome_source: passed === null ? null : 'evaluation',
    steps: steps.length,
    model_calls: steps.length - tools.length,
    tool_calls: tools.length,
    tool_counts: JSON.stringify(Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))),
    tool_errors: tools.filter(({ error }) => error !== null).length,
    input_tokens: tokens(({ input_tokens }) => input_tokens),
    output_tokens: tokens(({ output_tokens }) => output_tokens),
    cost_usd: 0.0001 * Math.exp(3 * random()),
  };
  return { trajectory, steps };
}

function modelStep(id: string, step: number, model: string, finish: string, random: Draw): StepRow {
  return {
    ...EMPTY_STEP,
    trajectory_id: id,
    step,
    kind: 'model_call',
    duration_ms: 1000 * random(),
    model,
    finish_reason: finish,
    input_tokens: 500 + Math.floor(random() * 2000),
    output_tokens: Math.floor(random() * 200),
  };
}

function toolStep(id: string, step: number, tool: string, random: Draw): StepRow {
  const print = Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(16, '0');
  return {
    ...EMPTY_STEP,
    trajectory_id: id,
    step,
    kind: 'tool_call',
    duration_ms: 200 * random(),
    tool,
    arguments_fingerprint: print,
    arguments_shape_fingerprint: `a${tool.length}${random() < 0.1 ? 'x' : 'y'}`.padEnd(16, '0'),
    result_fingerprint: print,
    result_shape_fingerprint: `r${tool.length}`.padEnd(16, '0'),
    error: random() < 0.03 ? 'timeout' : null,
  };
}

const EMPTY_TRAJECTORY: TrajectoryRow = {
  id: '',
  trace_id: null,
  format: 'genai',
  conversation_id: null,
  user_id: null,
  agent_name: 'desk',
  agent_version: '1.4.2',
  started_at: null,
  duration_ms: null,
  provider: 'openai',
  model: null,
  models: [],
  slices: [],
  cohorts: [],
  attributes: '{}',
  passed: null,
  outcome_name: null,
  outcome_source: null,
  outcome_score: null,
  outcome_label: null,
  steps: 0,
  model_calls: 0,
  tool_calls: 0,
  tool_counts: '{}',
  model_errors: 0,
  tool_errors: 0,
  input_tokens: null,
  output_tokens: null,
  cached_input_tokens: null,
  cost_usd: null,
  model_ms: null,
  tool_ms: null,
  prompt_fingerprint: null,
  tools_fingerprint: null,
  result_shapes_fingerprint: null,
  output_shape_fingerprint: null,
  problems: 0,
};

const EMPTY_STEP: StepRow = {
  trajectory_id: '',
  step: 0,
  kind: 'tool_call',
  agent: null,
  started_at: null,
  duration_ms: null,
  tool: null,
  model: null,
  arguments_fingerprint: null,
  arguments_shape_fingerprint: null,
  result_fingerprint: null,
  result_shape_fingerprint: null,
  error: null,
  finish_reason: null,
  input_tokens: null,
  output_tokens: null,
};
