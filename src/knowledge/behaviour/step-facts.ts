/** What of the table of steps it takes. */
export const STEP_COLUMNS = [
  'step',
  'kind',
  'tool',
  'finish_reason',
  'error',
  'arguments_fingerprint',
  'arguments_shape_fingerprint',
  'result_shape_fingerprint',
] as const;

interface StepRows {
  readonly rows: number;
  readonly of: Readonly<Record<(typeof STEP_COLUMNS)[number], ArrayLike<unknown>>>;
}

/** A shape that arguments or results of a tool had. */
interface ShapeSeen {
  readonly category: string;
  readonly shape: string;
}

/** What the steps of one trajectory say. */
export interface StepFacts {
  readonly firstTool: string | null;
  /** Of the last model call. */
  readonly finishReason: string | null;
  readonly refused: boolean;
  /** A failed call was made again: with the same arguments, or of the model at once. */
  readonly retried: boolean;
  /** Each tool once. */
  readonly failedTools: readonly string[];
  /** One a call. */
  readonly shapes: readonly ShapeSeen[];
}

/** Why a model call ended, where nobody wanted it to answer: as the providers call it, in small letters. */
const REFUSALS = new Set([
  'refusal',
  'content_filter',
  'content_filtered',
  'guardrail_intervened',
  'safety',
  'recitation',
  'blocklist',
  'prohibited_content',
  'spii',
]);

/** Goes through the rows of the table of steps, whose order is that of the trajectories in theirs. */
export class StepCursor {
  readonly #waiting: StepRows[] = [];
  #row = 0;
  #held = 0;
  readonly #categories = new Map<string, { readonly arguments: string; readonly results: string }>();

  /** Rows that were not taken yet. */
  get held(): number {
    return this.#held;
  }

  push(rows: StepRows): void {
    if (rows.rows === 0) return;
    this.#waiting.push(rows);
    this.#held += rows.rows;
  }

  /** The facts of the next `steps` rows, all of one trajectory; null = they are not those of one: the tables do not fit. */
  take(steps: number): StepFacts | null {
    if (steps > this.#held) return null;
    let firstTool: string | null = null;
    let finishReason: string | null = null;
    let [refused, retried, fits, modelFailed] = [false, false, true, false];
    const failed = new Set<string>();
    const failedCalls = new Set<string>();
    const shapes: ShapeSeen[] = [];
    for (let at = 0; at < steps; at += 1) {
      const { of, row } = this.#next();
      if (of.step[row] !== at) fits = false;
      const hasFailed = of.error[row] !== null && of.error[row] !== undefined;
      if (of.kind[row] === 'model_call') {
        if (modelFailed) retried = true;
        modelFailed = hasFailed;
        const reason = of.finish_reason[row];
        if (typeof reason !== 'string') continue;
        finishReason = reason;
        if (REFUSALS.has(reason.toLowerCase())) refused = true;
        continue;
      }
      modelFailed = false;
      const tool = String(of.tool[row]);
      firstTool ??= tool;
      const names = this.#categoriesOf(tool);
      addShape(shapes, names.arguments, of.arguments_shape_fingerprint[row]);
      addShape(shapes, names.results, of.result_shape_fingerprint[row]);
      const given = of.arguments_fingerprint[row];
      // Of calls whose arguments were not kept nobody can tell whether they are the same.
      const call = typeof given === 'string' ? `${given} ${tool}` : null;
      if (call !== null && failedCalls.has(call)) retried = true;
      if (!hasFailed) continue;
      failed.add(tool);
      if (call !== null) failedCalls.add(call);
    }
    return fits ? { firstTool, finishReason, refused, retried, failedTools: [...failed], shapes } : null;
  }

  #next(): { readonly of: StepRows['of']; readonly row: number } {
    const [rows] = this.#waiting;
    if (rows === undefined) throw new Error('more steps were taken than are held');
    const taken = { of: rows.of, row: this.#row };
    this.#row += 1;
    this.#held -= 1;
    if (this.#row === rows.rows) {
      this.#waiting.shift();
      this.#row = 0;
    }
    return taken;
  }

  #categoriesOf(tool: string) {
    const names = this.#categories.get(tool);
    if (names !== undefined) return names;
    const fresh = { arguments: `arguments_shape ${tool}`, results: `result_shape ${tool}` };
    this.#categories.set(tool, fresh);
    return fresh;
  }
}

function addShape(shapes: ShapeSeen[], category: string, shape: unknown): void {
  if (typeof shape === 'string') shapes.push({ category, shape });
}
