import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTools } from '../../src/changes/index.ts';
import { readSettings } from '../../src/config/index.ts';
import { toolPolicyOf } from '../../src/gate/tool-policy.ts';
import { NORMALISATIONS, type Normalisation } from '../../src/replay/index.ts';
import { type TapeRules, tapeRules } from '../../src/replay/tape.ts';
import { type Random, shuffled } from '../../src/stats/index.ts';
import type { ToolDefinition } from '../../src/trace/index.ts';
import { agentDojo, type Recordings, tauBench } from './data.ts';
import { type Figures, measure, sumOf } from './measure.ts';

/** Base's recordings on the tape, head's calls against it. */
export interface Pair {
  readonly recordings: Recordings;
  readonly base: string;
  readonly head: string;
  /** What exact matching of one recording gives: shares of calls and of cases, known before this program was written. */
  readonly exact: { readonly calls: number; readonly cases: number };
}

/** One way to match, with its figures. */
export interface Row {
  readonly name: string;
  readonly figures: Figures;
}

const GPT = 'gpt-4o-2024-05-13';

export function pairs(): readonly Pair[] {
  const dojo = agentDojo();
  const of = (base: string, head: string, calls: number, cases: number): Pair => {
    return { recordings: dojo, base, head, exact: { calls, cases } };
  };
  return [
    of(GPT, `${GPT}-repeat_user_prompt`, 0.698, 0.505),
    of(GPT, 'gpt-4o-mini-2024-07-18', 0.545, 0.216),
    of('gpt-4-turbo-2024-04-09', GPT, 0.59, 0.268),
    of('gemini-1.5-pro-001', 'gemini-1.5-pro-002', 0.588, 0.402),
    { recordings: tauBench(), base: '0', head: '3', exact: { calls: 0.474, cases: 0.18 } },
  ];
}

/** The rows that the goals speak of. */
export const ROWS = {
  exactOne: 'one recording, exact',
  allOne: 'one recording, as pawl answers',
  exactSeveral: 'several, exact',
  allSeveral: 'several, as pawl answers',
} as const;

/**
 * Measures all ways to match. *Exact*: a call is served where the tape has one with the same name and arguments, whatever
 * the order of keys, however often it was made and whatever happened before. *Several* are all recordings of the case but
 * head's own, in an order that `random` draws.
 */
export async function rowsOf({ recordings, base, head }: Pair, random: Random): Promise<readonly Row[]> {
  const headRuns = await recordings.of(head);
  const one = [await recordings.of(base)];
  const others = recordings.agents.filter((agent) => agent !== head);
  const several = await Promise.all(shuffled(others, random).map((agent) => recordings.of(agent)));
  const asPawl = rulesWith(NORMALISATIONS);
  const row = (name: string, tape: typeof one, rules: TapeRules): Row => {
    return { name, figures: measure(headRuns, tape, rules, rules !== asPawl) };
  };
  return [
    row(ROWS.exactOne, one, exactly([])),
    ...NORMALISATIONS.map((name) => row(`  and ${name}`, one, exactly([name]))),
    row('  and all of these', one, exactly(NORMALISATIONS)),
    row(ROWS.allOne, one, asPawl),
    row(ROWS.exactSeveral, several, exactly([])),
    row('  and all normalisations', several, exactly(NORMALISATIONS)),
    row(ROWS.allSeveral, several, asPawl),
  ];
}

/**
 * One recording, exact and as pawl answers, over all pairs of agents that `pairs` does not name.
 */
export async function otherRows(): Promise<{ readonly pairs: number; readonly rows: readonly Row[] }> {
  const named = new Set(pairs().map(({ base, head }) => `${base} ${head}`));
  const [exact, asPawl] = [exactly([]), rulesWith(NORMALISATIONS)];
  const measured: { readonly exact: Figures; readonly own: Figures }[] = [];
  for (const { agents, of } of [agentDojo(), tauBench()])
    for (const base of agents)
      for (const head of agents) {
        if (base === head || named.has(`${base} ${head}`)) continue;
        const [headRuns, one] = [await of(head), [await of(base)]];
        measured.push({ exact: measure(headRuns, one, exact, true), own: measure(headRuns, one, asPawl, false) });
      }
  const rows = [
    { name: ROWS.exactOne, figures: sumOf(measured.map((one) => one.exact)) },
    { name: ROWS.allOne, figures: sumOf(measured.map((one) => one.own)) },
  ];
  return { pairs: measured.length, rows };
}

/** Where every tool only reads, nothing changes the world: each call is answered as often as it is made. */
function exactly(normalisations: readonly Normalisation[]): TapeRules {
  return { ...rulesWith(normalisations), isReadOnly: () => true };
}

/** By what `pawl.yml` and the tool files beside this file say. */
function rulesWith(normalisations: readonly Normalisation[]): TapeRules {
  const policy = toolPolicyOf(readSettings({ text: read('pawl.yml'), file: 'pawl.yml', overrides: [] }));
  return tapeRules({ ...policy, normalisations }, toolDefinitions());
}

function toolDefinitions(): readonly ToolDefinition[] {
  const byName = new Map<string, ToolDefinition>();
  for (const file of readdirSync(join(import.meta.dirname, 'tools'))) {
    const tools = readTools(read(join('tools', file)), file);
    if ('problem' in tools) throw new Error(`${file}: ${tools.problem}`);
    for (const tool of tools.tools) byName.set(tool.name, tool);
  }
  return [...byName.values()];
}

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
