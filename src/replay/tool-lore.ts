import type { RecordedToolCall } from '../corpus/index.ts';
import { type Call, canonicalJson, hashJson, type Json } from '../trace/index.ts';
import { type ArgumentLeaf, argumentLeaves } from './argument-leaves.ts';

/** What the recordings of all of base's cases together show of a tool. */
export interface ToolLore {
  /**
   * Every recorded success of this state-changing tool says the same words about its own arguments ("sent to Ann"), and
   * nothing of the state that it found: in another state it would have said so too.
   */
  acknowledges(tool: string): boolean;
  /**
   * The answer to a read that is not on the case's own tape: what other cases were answered to it before they had changed
   * anything, or what the tool says to whatever it is asked. null = they did not ask, or the tool has answered one and the
   * same call differently, or too little was recorded to know.
   */
  elsewhere(call: Call, text: string): RecordedToolCall | null;
}

/** A recorded call as one case's tape has it. */
export interface LoreCall {
  readonly caseIndex: number;
  readonly text: string;
  readonly call: RecordedToolCall;
  readonly isReadOnly: boolean;
  readonly isFirstState: boolean;
}

/** So many different calls must show that what a tool says does not depend on the state, or on the case. */
const LEAST_SHOWN = 2;
/** So many that it says the same to all. */
const LEAST_ALIKE = 5;

export const nothingKnown: ToolLore = { acknowledges: () => false, elsewhere: () => null };

/** The calls are read when something is first asked of them: most runs of the gate never do. */
export function loreOf(recorded: () => Iterable<LoreCall>): ToolLore {
  let read: ToolLore | null = null;
  const lore = (): ToolLore => {
    read ??= readLore(recorded());
    return read;
  };
  return {
    acknowledges: (tool) => lore().acknowledges(tool),
    elsewhere: (call, text) => lore().elsewhere(call, text),
  };
}

function readLore(recorded: Iterable<LoreCall>): ToolLore {
  const acknowledgements = new Sayings();
  const sayings = new Sayings();
  const readings = new Map<string, Reading>();
  for (const one of recorded) {
    const { call, text, isReadOnly } = one;
    if (isReadOnly) sayings.add(call, text, hashJson(call.outcome));
    else if (call.outcome.kind === 'result') acknowledgements.add(call, text, templateOf(call, call.outcome.value));
    if (isReadOnly && one.isFirstState) readings.set(text, readAgain(readings.get(text), one));
  }
  const constant = constantTools(readings.values());
  return {
    acknowledges: (tool) => acknowledgements.only(tool, LEAST_SHOWN) !== null,
    elsewhere: ({ name, arguments: args }, text) => {
      const asked = constant.has(name) ? readings.get(text) : undefined;
      if (asked !== undefined) return asked.call;
      const said = sayings.only(name, LEAST_ALIKE);
      // A tool that only ever failed may have been out of order.
      return said === null || said.outcome.kind === 'error' ? null : { ...said, arguments: args };
    },
  };
}

/** What tools say to different calls, as far as it tells whether that is always the same. */
class Sayings {
  readonly #byTool = new Map<string, { first: RecordedToolCall; texts: Set<string>; calls: Set<string> }>();

  add(call: RecordedToolCall, callText: string, said: string): void {
    const known = this.#byTool.get(call.name) ?? { first: call, texts: new Set(), calls: new Set() };
    this.#byTool.set(call.name, known);
    if (known.texts.size < 2) known.texts.add(said);
    known.calls.add(callText);
  }

  /** A call of a tool that has said one thing alone, to at least so many different calls. */
  only(tool: string, least: number): RecordedToolCall | null {
    const known = this.#byTool.get(tool);
    return known !== undefined && known.texts.size === 1 && known.calls.size >= least ? known.first : null;
  }
}

/** One call as all cases recorded it. */
interface Reading {
  readonly call: RecordedToolCall;
  readonly outcomeHash: string;
  readonly isConstant: boolean;
  readonly cases: ReadonlySet<number>;
}

function readAgain(known: Reading | undefined, { call, caseIndex }: LoreCall): Reading {
  const outcomeHash = hashJson(call.outcome);
  if (known === undefined) return { call, outcomeHash, isConstant: true, cases: new Set([caseIndex]) };
  const cases = known.cases.has(caseIndex) ? known.cases : new Set([...known.cases, caseIndex]);
  return { ...known, cases, isConstant: known.isConstant && known.outcomeHash === outcomeHash };
}

/** Tools that gave several calls one and the same answer in different cases, and none of them two. */
function constantTools(readings: Iterable<Reading>): ReadonlySet<string> {
  const shown = new Map<string, number>();
  const varying = new Set<string>();
  for (const { call, cases, isConstant } of readings) {
    if (!isConstant) varying.add(call.name);
    else if (cases.size > 1) shown.set(call.name, (shown.get(call.name) ?? 0) + 1);
  }
  return new Set([...shown].flatMap(([tool, count]) => (count >= LEAST_SHOWN && !varying.has(tool) ? tool : [])));
}

/** A result with each argument in it, as a word of its own, replaced by its name, the longest first. */
function templateOf({ arguments: args }: RecordedToolCall, result: Json): string {
  const leaves = argumentLeaves(args).toSorted((a, b) => b.text.length - a.text.length);
  return leaves.reduce((text, leaf) => text.replaceAll(wordOf(leaf), () => `<${leaf.path}>`), canonicalJson(result));
}

/** Whole numbers are also written `100.0`. */
function wordOf({ text, isNumber }: ArgumentLeaf): RegExp {
  const written = RegExp.escape(JSON.stringify(text).slice(1, -1)) + (isNumber ? '(?:\\.0+)?' : '');
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'gu');
}
