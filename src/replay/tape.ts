import type { Case, RecordedToolCall } from '../corpus/index.ts';
import type { ToolDefinition } from '../trace/index.ts';
import type { ToolPolicy } from './agent.ts';
import { type Normaliser, normaliserOf } from './normalise.ts';
import { type LoreCall, loreOf, nothingKnown, type ToolLore } from './tool-lore.ts';

/**
 * The recorded tool results of one case, by name and normalised arguments. A tape is immutable; a `TapeReader` is one
 * trial's place on it.
 */
export interface Tape {
  readonly rules: TapeRules;
  /** Of each recording the calls that changed state, in order, by the normaliser's text. A call that failed changed nothing. */
  readonly changes: readonly (readonly string[])[];
  readonly placesByCall: ReadonlyMap<string, readonly TapePlace[]>;
  readonly placesByTool: ReadonlyMap<string, readonly TapePlace[]>;
  /** Some tool on it is known to be read-only. Where none is, nobody has said yet what changes state and what does not. */
  readonly tellsEffects: boolean;
  /** What the tapes that were made together show of their tools. */
  readonly lore: ToolLore;
}

export interface TapeRules {
  readonly normaliser: Normaliser;
  /** By recorded name. Every tool that is not read-only is taken to change state. */
  isReadOnly(tool: string): boolean;
}

/** One recorded call. */
export interface TapePlace {
  /** Index of its recording. */
  readonly recording: number;
  readonly call: RecordedToolCall;
  /** How many calls of its recording had changed state before it: the world that it was made in. */
  readonly changesBefore: number;
}

/** Recordings are in base's terms, and calls are mapped to them first: so it is base that says what an argument may be. */
export function tapeRules(policy: ToolPolicy, tools: readonly ToolDefinition[]): TapeRules {
  const { isReadOnly, setsOf, normalisations } = policy;
  return { normaliser: normaliserOf({ tools, enabled: normalisations, isReadOnly, setsOf }), isReadOnly };
}

type Recorded = Pick<Case, 'recordings'>;

/** The tape of each case of a corpus. The recordings of cases that head added show nothing of a tool to the others. */
export function tapesOf<C extends Recorded>(
  cases: readonly C[],
  rules: TapeRules,
  isAdded: (theCase: C) => boolean = () => false,
): readonly { readonly theCase: C; readonly tape: Tape }[] {
  const own = cases.map((theCase) => ({ theCase, places: placesOf(theCase, rules) }));
  const lore = loreOf(() =>
    own.flatMap(({ theCase, places }, index) => (isAdded(theCase) ? [] : loreCalls(places, index, rules))),
  );
  return own.map(({ theCase, places }) => ({ theCase, tape: { ...places, rules, lore } }));
}

/** The tape of a case that stands alone. */
export function tapeOf(theCase: Recorded, rules: TapeRules): Tape {
  return { ...placesOf(theCase, rules), rules, lore: nothingKnown };
}

type Places = Omit<Tape, 'rules' | 'lore'>;

function loreCalls({ placesByCall }: Places, caseIndex: number, rules: TapeRules): readonly LoreCall[] {
  return [...placesByCall].flatMap(([text, places]) =>
    places.map(({ call, changesBefore }) => {
      const isReadOnly = rules.isReadOnly(call.name);
      return { caseIndex, text, call, isReadOnly, isFirstState: changesBefore === 0 };
    }),
  );
}

function placesOf(theCase: Recorded, rules: TapeRules): Places {
  const changes = theCase.recordings.map((): string[] => []);
  const placesByCall = new Map<string, TapePlace[]>();
  const placesByTool = new Map<string, TapePlace[]>();
  for (const [recording, { steps }] of theCase.recordings.entries()) {
    const changed = changes[recording] ?? [];
    for (const step of steps) {
      if (step.kind !== 'tool_call') continue;
      const place = { recording, call: step, changesBefore: changed.length };
      const text = rules.normaliser.textOf(step);
      add(placesByCall, text, place);
      add(placesByTool, step.name, place);
      if (!rules.isReadOnly(step.name) && step.outcome.kind === 'result') changed.push(text);
    }
  }
  const tellsEffects = [...placesByTool.keys()].some(rules.isReadOnly);
  return { changes, placesByCall, placesByTool, tellsEffects };
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
