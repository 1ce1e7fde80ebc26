import { answerText, type TrafficReader, userText } from '../corpus/index.ts';
import {
  type Hypothesis,
  hypothesisId,
  hypothesisNeeds,
  type Needed,
  RateBuilder,
  type StepCells,
  type Summaries,
  type TextTest,
} from '../knowledge/index.ts';
import { withinTime } from '../replay/index.ts';
import { readTrace } from '../trace/index.ts';
import { type Definition, misfit } from './backfill-days.ts';

/** A hypothesis as what is computed of every day; steps and recordings are read where it asks for them. */
export function hypothesisDefinition(hypothesis: Hypothesis): Definition {
  const needs = hypothesisNeeds(hypothesis);
  return { id: hypothesisId(hypothesis), scan: (reader, day) => scanHypothesis(reader, day, hypothesis, needs) };
}

async function scanHypothesis(
  reader: TrafficReader,
  day: string,
  hypothesis: Hypothesis,
  needs: Needed,
): Promise<Summaries> {
  const builder = new RateBuilder(hypothesis);
  const texts = needs.texts.length === 0 ? null : matchingTexts(reader, day, needs.texts);
  const steps = needs.steps.length === 0 ? null : new StepRows(reader, day, needs.steps);
  for await (const rows of reader.table('trajectories', needs.trajectories, [day])) {
    const { steps: counts, id } = rows.of;
    const taken: (readonly StepCells[])[] = [];
    for (let row = 0; steps !== null && row < rows.rows; row += 1) taken.push(await steps.take(Number(counts?.[row])));
    builder.add(rows, (row) => ({
      steps: taken[row] ?? [],
      matches: (test) => texts?.get(test)?.has(String(id?.[row])) ?? false,
    }));
  }
  return builder.build();
}

/** A pattern that takes longer for one text does not match it. */
const MAX_PATTERN_MS = 200;

/** The ids of the trajectories of a day whose recorded texts match. */
function matchingTexts(
  reader: TrafficReader,
  day: string,
  tests: readonly TextTest[],
): ReadonlyMap<TextTest, ReadonlySet<string>> {
  const found = tests.map((test) => ({ test, pattern: new RegExp(test.pattern, 'iu'), ids: new Set<string>() }));
  for (const { trajectory } of reader.trajectories(readTrace, [day])) {
    const texts = { user: userText(trajectory), answer: answerText(trajectory) };
    for (const { test, pattern, ids } of found) {
      const matched = withinTime(() => ({ holds: pattern.test(texts[test.in]) }), MAX_PATTERN_MS);
      if (matched?.holds === true) ids.add(trajectory.id);
    }
  }
  return new Map(found.map(({ test, ids }) => [test, ids]));
}

/** The rows of the table of steps, in the order of the trajectories. */
class StepRows {
  readonly #reader: TrafficReader;
  readonly #day: string;
  readonly #groups: AsyncGenerator<{
    readonly rows: number;
    readonly of: Readonly<Record<string, ArrayLike<unknown>>>;
  }>;
  #of: Readonly<Record<string, ArrayLike<unknown>>> = {};
  #row = 0;
  #rows = 0;

  constructor(reader: TrafficReader, day: string, columns: readonly string[]) {
    this.#reader = reader;
    this.#day = day;
    this.#groups = reader.table('steps', ['step', ...columns.filter((name) => name !== 'step')], [day]);
  }

  /** The rows of the next trajectory's steps. */
  async take(count: number): Promise<readonly StepCells[]> {
    const cells: StepCells[] = [];
    for (let at = 0; at < count; at += 1) {
      if (this.#row === this.#rows) await this.#advance();
      const [of, row] = [this.#of, this.#row];
      if (of.step?.[row] !== at) throw misfit(this.#reader, this.#day);
      cells.push((column) => of[column]?.[row]);
      this.#row += 1;
    }
    return cells;
  }

  async #advance(): Promise<void> {
    const next = await this.#groups.next();
    if (next.done === true) throw misfit(this.#reader, this.#day);
    this.#of = next.value.of;
    this.#rows = next.value.rows;
    this.#row = 0;
  }
}
