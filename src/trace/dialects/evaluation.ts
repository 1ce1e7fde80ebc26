import type { Outcome } from '../observed.ts';

/** Verdicts of which nobody doubts what they mean. Other labels ("relevant", "toxic") are left to their reader. */
const PASSED: Readonly<Record<string, boolean>> = {
  pass: true,
  passed: true,
  success: true,
  correct: true,
  fail: false,
  failed: false,
  failure: false,
  incorrect: false,
};

/** What somebody said of a run, under whatever names. */
interface Said {
  readonly name: string | null;
  readonly score: number | null;
  readonly label: string | null;
  readonly explanation: string | null;
  readonly source: Outcome['source'];
}

/** A score is worth what its evaluator means by it: only a label says passed or failed. null without name or value. */
export function evaluationOutcome({ name, score, label, explanation, source }: Said): Outcome | null {
  const value = score ?? label;
  if (name === null || value === null) return null;
  const word = label?.toLowerCase() ?? '';
  const passed = Object.hasOwn(PASSED, word) ? (PASSED[word] ?? null) : null;
  const isSaid = score === null || label === null;
  return { name, value, passed, source, explanation: isSaid ? explanation : labelled(label, explanation) };
}

/** A score's label would be lost otherwise. */
function labelled(label: string, explanation: string | null): string {
  return explanation === null ? label : `${label}: ${explanation}`;
}
