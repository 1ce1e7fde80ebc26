import { intentOf } from './intents.ts';

/** What the stand-in takes from a system prompt. */
export interface Instructions {
  /** By the name of the intent that the rule's condition speaks of. */
  readonly rules: ReadonlyMap<string, readonly RuleStep[]>;
  /** The prompt limits the desk to its own matters. */
  readonly limited: boolean;
  /** For dates that a customer writes without one. */
  readonly defaultYear: string | null;
}

export type RuleStep =
  | {
      readonly kind: 'call';
      readonly tool: string;
      readonly taught: readonly string[];
      readonly clarity: number;
      readonly guard: Guard | null;
    }
  | {
      readonly kind: 'tell';
      readonly fields: readonly string[];
      readonly clarity: number;
      readonly guard: Guard | null;
    };

/** The step holds where the field of an earlier result has (or has not) the value. */
export interface Guard {
  readonly field: string;
  readonly value: string;
  readonly equal: boolean;
}

/** How often a step is taken that the prompt leaves open, by the words that leave it open; other steps are orders. */
const HEDGES: readonly (readonly [RegExp, number])[] = [
  [/\b(usually|normally|in most cases|as a rule)\b/, 0.8],
  [
    /\b(you may|you can|feel free|consider|if you think|if it seems|where it seems|use your judge?ment|optionally)\b/,
    0.62,
  ],
];

/**
 * Reads the rules of a prompt: list items "- When <condition>, <steps>". A step names a tool (`call \`x\` with the
 * parameters \`a\` and \`b\``) or fields (`tell the customer the \`f\``); "If the \`f\` is \`v\`, ...; otherwise ..." guards it.
 */
export function readInstructions(prompt: string): Instructions {
  const items = prompt.split(/\n(?=- |#|\n)/).map((item) => item.replaceAll(/\s+/g, ' ').trim());
  const rules = new Map<string, readonly RuleStep[]>();
  for (const item of items) {
    const rule = /^- When (.+?), (.+)$/.exec(item);
    const intent = rule?.[1] === undefined ? null : intentOf(rule[1]);
    if (intent !== null && rule?.[2] !== undefined) rules.set(intent.name, readSteps(rule[2]));
  }
  return {
    rules,
    limited: /with nothing else/.test(prompt),
    defaultYear: /dates without a year are in (\d{4})/.exec(prompt)?.[1] ?? null,
  };
}

function readSteps(text: string): RuleStep[] {
  const steps: RuleStep[] = [];
  let guard: Guard | null = null;
  for (const clause of text.split(/[.;] |,? then,? /)) {
    const condition = /\bif the `(\w+)` is `(\w+)`/i.exec(clause);
    if (condition?.[1] !== undefined && condition[2] !== undefined)
      guard = { field: condition[1], value: condition[2], equal: true };
    else if (guard !== null && /^otherwise\b/i.test(clause))
      guard = { field: guard.field, value: guard.value, equal: false };
    else guard = null;
    const clarity = clarityOf(clause);
    const call = /\bcall `(\w+)`(.*)$/.exec(clause);
    if (call?.[1] !== undefined)
      steps.push({ kind: 'call', tool: call[1], taught: names(call[2] ?? ''), clarity, guard });
    const tell = /\btell the customer (.*)$/.exec(clause);
    if (tell?.[1] !== undefined) steps.push({ kind: 'tell', fields: names(tell[1]), clarity, guard });
  }
  return steps;
}

function clarityOf(clause: string): number {
  return HEDGES.find(([words]) => words.test(clause.toLowerCase()))?.[1] ?? 1;
}

function names(text: string): string[] {
  return [...text.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? '');
}
