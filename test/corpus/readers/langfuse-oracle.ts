import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { langfuse } from '../../../src/corpus/readers/langfuse.ts';
import type { Json, JsonObject, Message, ObservedModelCall } from '../../../src/trace/index.ts';
import { canonicalJson, isJsonObject, parseJson } from '../../../src/trace/index.ts';
import { readMessages } from '../../../src/trace/messages/read.ts';
import { dataPath } from './read-file.ts';

const PAIRS = dataPath('langfuse-traces/chatml');

export interface Side {
  readonly observation: string;
  readonly side: 'input' | 'output';
  /** As the oracle has them; null = it reads nothing there, `silence` says why. */
  readonly expected: readonly JsonObject[] | null;
  readonly silence: string;
  readonly read: readonly Message[];
}

/** Every input and output of every observation: what the oracle makes of it, and what we do. */
export function readPairs(): Side[] {
  const names = readdirSync(PAIRS).filter((name) => name.endsWith('.trace.json'));
  return names.sort().flatMap((name) => {
    const trace = objectOf(parseJson(readFileSync(join(PAIRS, name), 'utf8')));
    const oracle = objectOf(parseJson(readFileSync(join(PAIRS, name.replace('.trace.', '.chatml.')), 'utf8')));
    const calls = modelCalls(trace);
    return objectsOf(trace.observations).flatMap((observation) =>
      (['input', 'output'] as const).map((side): Side => {
        const id = String(observation.id);
        const given = objectOf(objectOf(oracle[id])[side]);
        const messages = objectsOf(given.data).filter(({ role }) => typeof role === 'string');
        return {
          observation: `${name.replace(/-\d.*/, '')} ${id} ${observation.type}`,
          side,
          expected: messages.length === 0 ? null : messages,
          silence: silenceOf(given),
          read: messagesOf(calls.get(id), observation, side),
        };
      }),
    );
  });
}

function modelCalls(trace: JsonObject): ReadonlyMap<string, ObservedModelCall> {
  const reading = langfuse.open();
  const reads = [reading.record(trace, ''), reading.end()];
  const steps = reads.flatMap(({ trajectories }) => trajectories.flatMap((trajectory) => trajectory.steps));
  return new Map(
    steps.flatMap((step) => (step.kind === 'model_call' ? step.sources.map((id) => [id, step] as const) : [])),
  );
}

/** Model calls as the reader gives them; of all other observations the messages that they were given and gave back. */
function messagesOf(
  call: ObservedModelCall | undefined,
  observation: JsonObject,
  side: Side['side'],
): readonly Message[] {
  if (call === undefined) return readMessages(observation[side], side)?.messages ?? [];
  return side === 'input' ? (call.input ?? []) : call.output === null ? [] : [call.output];
}

function silenceOf({ success, data }: JsonObject): string {
  if (success === undefined) return 'the oracle leaves it out';
  return success === true
    ? `the oracle has ${objectsOf(data).length} entries without a role`
    : 'the oracle fails on it';
}

/** A message in the oracle's terms: what both must agree on. */
interface Comparable {
  readonly role: string;
  readonly text: string;
  readonly calls: readonly string[];
}

export type Verdict = { readonly kind: 'equal' } | { readonly kind: 'more' | 'differs'; readonly reason: string };

/** Whether what we read is what the oracle has; ids that the oracle does not know are not compared. */
export function compare({ expected, read }: Side): Verdict {
  const wanted = (expected ?? []).map(comparable);
  const ours = read.map((message, index) => ofMessage(message, expected?.[index]));
  const first = wanted.findIndex((message, index) => canonicalJson(message) !== canonicalJson(ours[index]));
  if (first === -1 && wanted.length === ours.length) return { kind: 'equal' };
  const rest = wanted.map((message) => canonicalJson(message));
  const extra = read
    .map((message) => ofMessage(message, undefined))
    .filter((message) => {
      const isNext = canonicalJson(message) === rest[0];
      if (isNext) rest.shift();
      return !isNext;
    });
  if (rest.length === 0) {
    return {
      kind: 'more',
      reason: `the span's attributes hold what the oracle's source lacks: ${extra.map(shown).join(', ')}`,
    };
  }
  return { kind: 'differs', reason: differenceOf(wanted[first], ours[first]) };
}

function differenceOf(wanted: Comparable | undefined, ours: Comparable | undefined): string {
  const isSameText =
    wanted !== undefined && wanted.role === 'user' && ours?.role === 'tool' && wanted.text === ours.text;
  if (isSameText) return `the oracle is wrong: it shows what a tool returned as the user's text, ${shown(wanted)}`;
  return `expected ${wanted === undefined ? 'nothing' : shown(wanted)}, read ${ours === undefined ? 'nothing' : shown(ours)}`;
}

function comparable(message: JsonObject): Comparable {
  const role = roleOf(String(message.role), message);
  return {
    role,
    text: role === 'tool' ? resultText(message.content, message.tool_call_id) : texts(message.content),
    calls: objectsOf(message.tool_calls).map(({ id, name, arguments: args }) =>
      canonicalJson([id || null, name, typeof args === 'string' ? (parseJson(args) ?? args) : args]),
    ),
  };
}

const ROLES: Readonly<Record<string, string>> = { model: 'assistant', developer: 'system' };
const KNOWN = new Set(['system', 'user', 'assistant', 'tool']);

/** The oracle keeps the role as it was recorded, be it the name of the tool. */
function roleOf(role: string, { tool_calls }: JsonObject): string {
  const known = ROLES[role] ?? role;
  return KNOWN.has(known) || tool_calls !== undefined ? known : 'tool';
}

function ofMessage({ role, parts }: Message, expected: JsonObject | undefined): Comparable {
  const named = objectsOf(expected?.tool_calls);
  let calls = -1;
  const read = { text: '', calls: [] as string[] };
  for (const part of parts) {
    if (part.kind === 'text') read.text += part.text;
    if (part.kind === 'tool_result')
      read.text += resultText(part.result, expected === undefined || expected.tool_call_id ? part.id : undefined);
    if (part.kind === 'tool_call') {
      calls += 1;
      const id = expected === undefined || named[calls]?.id ? part.id || null : null;
      read.calls.push(canonicalJson([id, part.name, part.arguments]));
    }
  }
  return { role, ...read };
}

function resultText(result: Json | undefined, id: Json | undefined): string {
  const value = typeof result === 'string' ? (parseJson(result) ?? result) : (result ?? null);
  return `${id ? `${String(id)}: ` : ''}${canonicalJson(value)}`;
}

function texts(content: Json | undefined): string {
  if (typeof content === 'string') return content;
  return objectsOf(content)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}

/** A message by its shape: the data is not ours to repeat. */
function shown({ role, text, calls }: Comparable): string {
  const said = text === '' ? [] : [`${text.length} characters`];
  return [role, ...said, ...calls.map(() => 'a call')].join(' ');
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
