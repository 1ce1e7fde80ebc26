import {
  callText,
  canonicalJson,
  type Message,
  nestedDeeperThan,
  type ObservedToolCall,
  type ObservedTrajectory,
  sha256,
} from '../../trace/index.ts';
import { argumentsReading, type Reading, readingOf } from './reading.ts';
import {
  type Cell,
  type ContractSummary,
  emptyTool,
  LIMITS,
  mergedAnswers,
  mergedCells,
  mergedFields,
  type ToolSummary,
  withinCalls,
} from './summary.ts';

const US_A_DAY = 86_400_000_000;
const DIGITS = 16;
const MAX_LABEL_CHARS = 160;
const MAX_LEVELS = 64;
/** Equal answers recur: what was read of the last ones is kept. */
const MAX_READINGS = 2000;
/** Rooms beyond the limits before the largest keys are dropped, so that it is not done at every call. */
const SLACK = 2;

/** Gathers what tools answered; its memory grows with tools, calls and days, each up to a limit, and not with the traffic. */
export class ContractBuilder {
  readonly #tools = new Map<string, ToolSummary>();
  readonly #readings = new Map<string, Reading>();
  #undated = 0;

  add(trajectory: ObservedTrajectory): void {
    const task = taskOf(trajectory);
    const passed = trajectory.outcomes.find((outcome) => outcome.passed !== null)?.passed ?? null;
    const seen = new Set<string>();
    for (const step of trajectory.steps) {
      if (step.kind !== 'tool_call' || nestedDeeperThan(step.arguments, MAX_LEVELS)) continue;
      const reading = this.#reading(step);
      if (reading === null) continue;
      const atUs = step.startUs ?? trajectory.startUs;
      if (atUs === null) this.#undated += 1;
      else this.#count(step, reading, { atUs, id: trajectory.id, task, passed }, seen);
    }
  }

  build(): ContractSummary {
    cut(this.#tools, LIMITS.tools);
    for (const tool of this.#tools.values()) trim(tool, 1);
    return { tools: withinCalls(new Map(this.#tools)), undated: this.#undated };
  }

  #reading(step: ObservedToolCall): Reading | null {
    const { outcome } = step;
    if (outcome.kind === 'unknown' || nestedDeeperThan(outcome.value, MAX_LEVELS)) return null;
    const key = sha256(`${outcome.kind} ${canonicalJson(outcome.value)}`);
    const reading = this.#readings.get(key) ?? readingOf(step);
    if (reading === null) return null;
    if (this.#readings.size >= MAX_READINGS) this.#readings.clear();
    this.#readings.set(key, reading);
    return reading;
  }

  /** A trajectory counts once for the same answer to the same call: what it repeats says nothing new. */
  #count(step: ObservedToolCall, reading: Reading, { atUs, id, task, passed }: Seen, seen: Set<string>): void {
    const tool = this.#tool(step.name);
    const given = argumentsReading(step.arguments);
    const facets = [...given.facets, ...reading.facets];
    const name = sha256(JSON.stringify(facets)).slice(0, DIGITS);
    const call = step.arguments === null ? null : sha256(callText(step)).slice(0, DIGITS);
    const day = Math.floor(atUs / US_A_DAY);
    const cell: Cell = { count: 1, firstUs: atUs, lastUs: atUs, firstId: id };
    if (isNew(seen, `${step.name} ${name}`)) {
      const known = tool.classes.get(name) ?? { facets, days: new Map() };
      tool.classes.set(name, known);
      put(known.days, day, cell, mergedCells);
      for (const [path, value] of [...given.scalars, ...reading.scalars])
        put(tool.fields, path, { values: new Map([[value, new Map([[day, cell]])]]) }, mergedFields);
    }
    if (call === null || !isNew(seen, `${call} ${name}`)) return;
    const byClass = tool.calls.get(call) ?? new Map();
    tool.calls.set(call, byClass);
    const judged = passed === null ? 0 : 1;
    put(
      byClass,
      name,
      {
        days: new Map([[day, cell]]),
        tasks: new Map([[task.key, { label: task.label, judged, passed: passed === true ? 1 : 0 }]]),
        contents: new Map(
          reading.content === null ? [] : [[reading.content.exact, { content: reading.content, count: 1 }]],
        ),
      },
      mergedAnswers,
    );
    cut(byClass, LIMITS.classesOfCall, SLACK);
    trim(tool, SLACK);
  }

  #tool(name: string): ToolSummary {
    const known = this.#tools.get(name);
    if (known !== undefined) return known;
    cut(this.#tools, LIMITS.tools, SLACK);
    const tool = emptyTool();
    this.#tools.set(name, tool);
    return tool;
  }
}

interface Seen {
  readonly atUs: number;
  readonly id: string;
  readonly task: { readonly key: string; readonly label: string };
  readonly passed: boolean | null;
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, both: (a: Value, b: Value) => Value): void {
  const known = map.get(key);
  map.set(key, known === undefined ? value : both(known, value));
}

function trim(tool: ToolSummary, slack: number): void {
  cut(tool.classes, LIMITS.classes, slack);
  cut(tool.calls, LIMITS.calls, slack);
  cut(tool.fields, LIMITS.fields, slack);
  if (slack === 1) for (const byClass of tool.calls.values()) cut(byClass, LIMITS.classesOfCall);
}

/** The largest keys go. */
function cut<Value>(map: Map<string, Value>, limit: number, slack = 1): void {
  if (map.size <= limit * slack) return;
  for (const key of [...map.keys()].sort().slice(limit)) map.delete(key);
}

/** What the user asked first names the task. */
function taskOf({ steps }: ObservedTrajectory): Seen['task'] {
  const call = steps.find((step) => step.kind === 'model_call' && step.input !== null);
  const input = call?.kind === 'model_call' ? (call.input ?? []) : [];
  const text = textOf(input.find(({ role }) => role === 'user')).trim();
  return { key: sha256(text).slice(0, DIGITS), label: text.slice(0, MAX_LABEL_CHARS) };
}

function textOf(message: Message | undefined): string {
  return (message?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}
