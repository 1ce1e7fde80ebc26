import type { Json, Message, ObservedStep, Part } from '../../trace/index.ts';
import { allSteps, type Cleaned, withTrimmed } from './cleaned.ts';
import type { Rule } from './rule.ts';

/** Shorter values are found in any text by chance. */
const MIN_LENGTH = 3;

/** How much of a run's calls is looked for in its reasoning. */
const MAX_WORDS = 2000;

/**
 * Reasoning stays where a call that comes later is foreshadowed in it: the tool's name, or a value of its arguments. That is
 * what the reasoning can be held against; the rest of it nothing can be told from.
 */
export const unusedReasoning: Rule = {
  name: 'unused_reasoning',
  about: 'reasoning that names neither a tool that is called later nor a value of such a call',
  apply: (cleaned) => {
    const later = wordsBehind(cleaned);
    return withTrimmed(cleaned, 'unused_reasoning', (kept) => {
      const { step, index } = kept;
      if (step.kind !== 'model_call' || step.output === null) return { kept, count: 0 };
      const isUnused = (part: Part): boolean => part.kind === 'reasoning' && !names(part.text, later(index));
      const parts = step.output.parts.filter((part) => !isUnused(part));
      const output: Message = { ...step.output, parts };
      return { kept: { ...kept, step: { ...step, output } }, count: step.output.parts.length - parts.length };
    });
  },
};

function names(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word));
}

/** Names and values of the calls from a step on, without repeats. */
function wordsBehind(cleaned: Cleaned): (index: number) => readonly string[] {
  const lastUse = new Map<string, number>();
  for (const { index, step } of allSteps(cleaned)) for (const word of wordsOf(step)) lastUse.set(word, index);
  const words = [...lastUse].slice(0, MAX_WORDS);
  const all = lastUse.size > MAX_WORDS;
  // What is too much to be looked for counts as used.
  return (index) => (all ? [''] : words.flatMap(([word, last]) => (last >= index ? [word] : [])));
}

function wordsOf(step: ObservedStep): readonly string[] {
  if (step.kind === 'tool_call') return [step.name.toLowerCase(), ...valuesOf(step.arguments)];
  const calls = step.output?.parts.filter((part) => part.kind === 'tool_call') ?? [];
  return calls.flatMap((part) => [part.name.toLowerCase(), ...valuesOf(part.arguments)]);
}

function valuesOf(value: Json): readonly string[] {
  if (typeof value === 'object') return value === null ? [] : Object.values(value).flatMap(valuesOf);
  const text = String(value).toLowerCase();
  return typeof value === 'boolean' || text.length < MIN_LENGTH ? [] : [text];
}
