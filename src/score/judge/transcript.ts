import { cut } from '../../errors.ts';
import { canonicalJson, type Json, type Message, sha256, type ToolOutcome } from '../../trace/index.ts';

/** What trials and recordings both have of a run. */
interface JudgedRun {
  readonly input: Json;
  readonly steps: readonly JudgedStep[];
  readonly output: Json | null;
}

type JudgedStep =
  | { readonly kind: 'model_call'; readonly response: Message | null }
  | { readonly kind: 'tool_call'; readonly name: string; readonly arguments: Json; readonly outcome: ToolOutcome };

export interface Transcript {
  readonly text: string;
  readonly hash: string;
}

const FIRST_STEPS = 20;
const LAST_STEPS = 60;
const MAX_TEXT = 60_000;
/** Most characters of a single value, in turn until the whole is short enough. */
const MAX_VALUES = [4000, 1000, 200];

/**
 * A run as a judge reads it: canonical JSON without any word of side, number or time, so that base and head read alike. All
 * of it is foreign: `<` is escaped, so that nothing in it can end the element it stands in, and it is capped.
 */
export function transcriptOf(run: JudgedRun): Transcript {
  let text = '';
  for (const maxValue of MAX_VALUES) {
    text = canonicalJson(readable(run, maxValue)).replaceAll('<', '\\u003c');
    if (text.length <= MAX_TEXT) break;
  }
  const capped = cut(text, MAX_TEXT);
  return { text: capped, hash: sha256(capped) };
}

function readable({ input, steps, output }: JudgedRun, maxValue: number): Json {
  const said = steps.flatMap((step) => stepJson(step, maxValue));
  const middle = said.length - FIRST_STEPS - LAST_STEPS;
  const shown =
    middle <= 0 ? said : [...said.slice(0, FIRST_STEPS), { left_out: middle }, ...said.slice(FIRST_STEPS + middle)];
  return { input: value(input, maxValue), steps: [...shown], answer: value(output, maxValue) };
}

function stepJson(step: JudgedStep, maxValue: number): readonly Json[] {
  if (step.kind === 'tool_call') {
    const { outcome } = step;
    const came = outcome.kind === 'missing' ? { missing: true } : { [outcome.kind]: value(outcome.value, maxValue) };
    return [{ call: step.name, arguments: value(step.arguments, maxValue), ...came }];
  }
  const text = (step.response?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
  return text.trim() === '' ? [] : [{ said: cut(text, maxValue) }];
}

function value(json: Json, maxValue: number): Json {
  const text = typeof json === 'string' ? json : canonicalJson(json);
  return text.length <= maxValue ? json : cut(text, maxValue);
}
