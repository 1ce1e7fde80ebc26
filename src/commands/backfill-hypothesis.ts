import picomatch from 'picomatch';
import { answerText, type Columns, userText } from '../corpus/index.ts';
import {
  type Hypothesis,
  hypothesisId,
  hypothesisNeeds,
  type Needed,
  type PassedBy,
  RateBuilder,
  type RowSource,
  type StepCells,
  type Summaries,
  type TextTest,
} from '../knowledge/index.ts';
import { withinTime } from '../replay/index.ts';
import { judgeRecorded, RECORDED_SCORERS_VERSION } from '../score/index.ts';
import type { ObservedTrajectory } from '../trace/index.ts';
import { type Definition, misfit } from './backfill-days.ts';
import { dayRows } from './day-rows.ts';
import type { TrafficHistory } from './traffic-store.ts';

/**
 * A hypothesis as what is computed of every day; steps and recordings are read where it asks for them. `readOnly`: globs of tools
 * that change no state, which some scorers ask about.
 */
export function hypothesisDefinition(hypothesis: Hypothesis, readOnly: readonly string[]): Definition {
  const needs = hypothesisNeeds(hypothesis);
  const isReadOnly = readOnly.length === 0 ? () => false : picomatch([...readOnly]);
  const ask: AskRecording = {
    matches: textMatcher(),
    judge: (scorer, trajectory) => judged(scorer, trajectory, isReadOnly),
  };
  return {
    id: hypothesisId(hypothesis, { scorers: RECORDED_SCORERS_VERSION, readOnly: [...readOnly] }),
    scan: (history, day, signal) => scanHypothesis(history, day, { hypothesis, needs, ask, signal }),
  };
}

/** What is asked of recordings themselves. */
interface AskRecording {
  readonly matches: (test: TextTest, trajectory: ObservedTrajectory) => boolean;
  readonly judge: (scorer: PassedBy['scorer'], trajectory: ObservedTrajectory) => ReturnType<RowSource['judge']>;
}

interface Question {
  readonly hypothesis: Hypothesis;
  readonly needs: Needed;
  readonly ask: AskRecording;
  readonly signal: AbortSignal;
}

async function scanHypothesis(
  history: TrafficHistory,
  day: string,
  { hypothesis, needs, ask, signal }: Question,
): Promise<Summaries> {
  const builder = new RateBuilder(hypothesis);
  const withSteps = needs.steps.length > 0;
  const columns = withSteps ? ['step', ...needs.steps.filter((name) => name !== 'step')] : [];
  const { groups, nextSteps } = await dayRows(history, day, { ...needs, steps: columns }, signal);
  const steps = new StepRows(nextSteps);
  for await (const rows of groups) {
    const taken: (readonly StepCells[])[] = [];
    for (let row = 0; withSteps && row < rows.rows; row += 1) {
      const cells = await steps.take(Number(rows.of.steps?.[row]));
      if (cells === null) throw misfit(history, day);
      taken.push(cells);
    }
    const recordingOf = (row: number): ObservedTrajectory => {
      const recording = rows.recordings?.[row];
      if (recording === undefined) throw new Error(`row ${row} of ${day} came without its recording`);
      return recording;
    };
    builder.add(rows, (row) => ({
      steps: taken[row] ?? [],
      matches: (test) => ask.matches(test, recordingOf(row)),
      judge: (scorer) => ask.judge(scorer, recordingOf(row)),
    }));
  }
  return builder.build();
}

/** A pattern that takes longer for one text does not match it. */
const MAX_PATTERN_MS = 200;

function textMatcher(): AskRecording['matches'] {
  const patterns = new Map<TextTest, RegExp>();
  return (test, trajectory) => {
    const pattern = patterns.get(test) ?? new RegExp(test.pattern, 'iu');
    patterns.set(test, pattern);
    const text = test.in === 'user' ? userText(trajectory) : answerText(trajectory);
    return withinTime(() => ({ holds: pattern.test(text) }), MAX_PATTERN_MS)?.holds === true;
  };
}

/** A user's pattern alone can take without end. */
function judged(
  scorer: PassedBy['scorer'],
  trajectory: ObservedTrajectory,
  isReadOnly: (tool: string) => boolean,
): ReturnType<RowSource['judge']> {
  const judge = () => judgeRecorded(scorer, trajectory, isReadOnly);
  if (scorer.kind !== 'output_matches') return judge();
  const reason = `the pattern takes longer than ${MAX_PATTERN_MS} ms`;
  return withinTime(judge, MAX_PATTERN_MS) ?? { kind: 'undetermined', reason };
}

/** The rows of the steps, in the order of the trajectories. */
class StepRows {
  readonly #next: () => Promise<Columns<string> | null>;
  #of: Columns<string>['of'] = {};
  #row = 0;
  #rows = 0;

  constructor(next: () => Promise<Columns<string> | null>) {
    this.#next = next;
  }

  /** The rows of the next trajectory's steps; null = they are not those of one. */
  async take(count: number): Promise<readonly StepCells[] | null> {
    const cells: StepCells[] = [];
    for (let at = 0; at < count; at += 1) {
      while (this.#row === this.#rows) {
        const next = await this.#next();
        if (next === null) return null;
        [this.#of, this.#rows, this.#row] = [next.of, next.rows, 0];
      }
      const [of, row] = [this.#of, this.#row];
      if (of.step?.[row] !== at) return null;
      cells.push((column) => of[column]?.[row]);
      this.#row += 1;
    }
    return cells;
  }
}
