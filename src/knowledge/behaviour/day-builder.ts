import { hashOf, type TextHash } from '../../stats/index.ts';
import type { DefinitionId } from './definition-id.ts';
import { CATEGORIES, type Group, groupKey, NUMBERS, RATES } from './dimensions.ts';
import { NONE, type RowFacts, rowFacts, ToolNames, type TrajectoryRows } from './row-facts.ts';
import type { StepCursor } from './step-facts.ts';
import { Summaries } from './summaries.ts';
import { increment, OTHERS, type Summary } from './summary.ts';

/** What computes the summaries of behaviour; raised when equal traffic would give others. */
export const BEHAVIOUR: DefinitionId = { name: 'behaviour', version: '1' };

/** Counts the trajectories of one day, row group after row group. */
export class DayBuilder {
  readonly #summaries = new Summaries();
  readonly #tools = new ToolNames();

  /** The steps of these rows are the next ones of the cursor; null = without what only steps tell. false = they do not fit. */
  add(rows: TrajectoryRows, cursor: StepCursor | null): boolean {
    const facts = rowFacts(rows, cursor, this.#tools);
    if (facts === null) return false;
    const users = hashes(rows.of.user_id, rows.rows);
    const conversations = hashes(rows.of.conversation_id, rows.rows);
    for (const { group, members } of membersOf(rows)) {
      const summary = this.#summaries.of(group);
      if (summary === null) continue;
      summary.trajectories += members.length;
      countRates(summary, facts, members);
      countNumbers(summary, facts, members);
      countCategories(summary, facts, members);
      countDistinct(summary, 'users', users, members);
      countDistinct(summary, 'conversations', conversations, members);
    }
    return true;
  }

  build(): Summaries {
    return this.#summaries;
  }
}

/** Which rows are in which group; a row may name a slice twice, and is in it once. */
export function membersOf({ rows, of }: Pick<TrajectoryRows, 'rows'> & { readonly of: Labels }) {
  const members = new Map<string, { readonly group: Group; readonly members: number[] }>();
  const all = { group: { kind: 'all' } as const, members: Array.from({ length: rows }, (_, row) => row) };
  for (const kind of ['slice', 'cohort'] as const) {
    const byName = new Map<string, number[]>();
    const column = kind === 'slice' ? of.slices : of.cohorts;
    for (let row = 0; row < rows; row += 1) {
      const names = column[row];
      if (!Array.isArray(names)) continue;
      for (const name of names) {
        const known = byName.get(name);
        if (known === undefined) byName.set(name, [row]);
        else if (known.at(-1) !== row) known.push(row);
      }
    }
    for (const [name, list] of byName) {
      const group: Group = { kind, name };
      members.set(groupKey(group), { group, members: list });
    }
  }
  return [all, ...members.values()];
}

interface Labels {
  readonly slices: ArrayLike<unknown>;
  readonly cohorts: ArrayLike<unknown>;
}

function countRates(summary: Summary, { rates }: RowFacts, members: readonly number[]): void {
  for (const name of RATES) {
    const flags = rates[name];
    let [trials, successes] = [0, 0];
    for (const row of members) {
      const flag = flags[row] ?? NONE;
      if (flag === NONE) continue;
      trials += 1;
      successes += flag;
    }
    if (trials === 0) continue;
    const rate = summary.rate(name);
    rate.trials += trials;
    rate.successes += successes;
  }
}

function countNumbers(summary: Summary, { numbers }: RowFacts, members: readonly number[]): void {
  for (const name of NUMBERS) {
    const values = numbers[name];
    for (const row of members) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const number = summary.number(name);
      number.sum += value;
      number.sketch.add(value);
    }
  }
}

function countCategories(summary: Summary, facts: RowFacts, members: readonly number[]): void {
  for (const name of CATEGORIES) {
    const values = facts.categories[name];
    for (const row of members) {
      const value = values[row] ?? null;
      if (value !== null) count(summary, name, value);
    }
  }
  for (const row of members) for (const tool of facts.tools[row] ?? []) count(summary, 'tool', tool);
  if (facts.steps === null) return;
  for (const row of members) {
    const steps = facts.steps[row];
    if (steps === undefined) continue;
    for (const tool of steps.failedTools) count(summary, 'failed_tool', tool);
    for (const { category, shape } of steps.shapes) count(summary, category, shape);
  }
}

/** Foreign values may be of any number: beyond this they are counted together. */
const MAX_VALUES = 5000;
const MAX_CATEGORIES = 2000;

function count(summary: Summary, name: string, value: string): void {
  if (!summary.categories.has(name) && summary.categories.size >= MAX_CATEGORIES) return;
  const counts = summary.category(name);
  increment(counts, counts.has(value) || counts.size < MAX_VALUES ? value : OTHERS);
}

function countDistinct(
  summary: Summary,
  name: string,
  found: readonly (TextHash | null)[],
  members: readonly number[],
): void {
  for (const row of members) {
    const hash = found[row] ?? null;
    if (hash !== null) summary.distinctOf(name).addHash(hash);
  }
}

function hashes(column: ArrayLike<unknown>, rows: number): readonly (TextHash | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const value = column[row];
    return typeof value === 'string' ? hashOf(value) : null;
  });
}
