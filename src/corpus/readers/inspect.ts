import { cut } from '../../errors.ts';
import type { Json, JsonObject, ObservedStep, ObservedTrajectory, Outcome } from '../../trace/index.ts';
import { inspectPassed, isJsonObject } from '../../trace/index.ts';
import { type Conversation, NO_FACTS, stepsOf, type Turn } from './conversation.ts';
import { stepsOfEvents } from './inspect-events.ts';
import { contentParts, inspectCalls, inspectMessage, inspectResult, withAttachments } from './inspect-messages.ts';
import { brokeDown, flatAttributes, runId, textOf, turnsOf, usOf } from './parts.ts';
import { type FileReading, NOTHING, type Read, type TrajectoryReader, unread, within } from './reader.ts';

/**
 * Inspect logs (UK AI Security Institute, inspect.aisi.org.uk), version 2: the JSON log, or the entries of an `.eval`
 * archive, `header.json` first and then `samples/*.json`. A trajectory a sample and epoch.
 */
export const inspectLog: TrajectoryReader = {
  name: 'inspect',
  looksLike: 'a JSON object with "eval": {"task","model"} and "samples": [{"id","epoch","messages","scores"}]',
  detects: (record) => isHeader(record) || isSample(record),
  open: openLog,
};

function isHeader(record: JsonObject): boolean {
  return isJsonObject(record.eval) && 'status' in record;
}

function isSample(record: JsonObject): boolean {
  return 'epoch' in record && 'id' in record && Array.isArray(record.messages);
}

function openLog(): FileReading {
  let header: JsonObject = {};
  /** A header came, and nothing after it yet. */
  let alone = false;
  const read = (sample: Json, place: string, pathTo: PathTo): Read => {
    alone = false;
    if (!isJsonObject(sample) || !isSample(sample)) {
      return unread(place, 'expected a log with "eval" and "samples", or a sample with "id", "epoch" and "messages"');
    }
    return { trajectories: [readSample(sample, header, pathTo)], problems: [] };
  };
  return {
    record(value, place) {
      if (!isHeader(value) || !isJsonObject(value.eval)) return read(value, place, (member) => within(place, member));
      header = value.eval;
      alone = value.samples === undefined;
      if (alone) return NOTHING;
      const reads = (Array.isArray(value.samples) ? value.samples : []).map((sample, index) => {
        const at = within(place, `samples[${index}]`);
        return read(sample, at, (member) => `${at}.${member}`);
      });
      if (reads.length === 0) return unread(place, 'a log without samples');
      return {
        trajectories: reads.flatMap(({ trajectories }) => trajectories),
        problems: reads.flatMap(({ problems }) => problems),
      };
    },
    end: () => (alone ? unread('', 'a log without samples') : NOTHING),
  };
}

type PathTo = (member: string) => string;

function readSample(sample: JsonObject, header: JsonObject, pathTo: PathTo): ObservedTrajectory {
  const { id, epoch, metadata, uuid, output, started_at, completed_at } = sample;
  const told = stepsOfEvents(sample, pathTo('events'));
  const fallback = told === null ? stepsOfMessages(sample, pathTo('messages'), textOf(header.model)) : null;
  const { revision } = header;
  return {
    id: textOf(uuid) ?? runId(sample, 'inspect', header.task, id, epoch),
    format: 'inspect',
    conversationId: null,
    agentName: textOf(header.solver),
    agentVersion: isJsonObject(revision) ? textOf(revision.commit) : null,
    userId: null,
    attributes: {
      ...(isJsonObject(metadata) ? flatAttributes(metadata, 'metadata.') : {}),
      ...flatAttributes({
        task: header.task ?? null,
        model: header.model ?? null,
        id: id ?? null,
        epoch: epoch ?? null,
      }),
    },
    startUs: usOf(started_at),
    endUs: usOf(completed_at),
    steps: told === null ? (fallback?.steps ?? []) : withResults(told, sample),
    output: isJsonObject(output) ? textOf(attached(output.completion ?? null, sample)) : null,
    outcomes: outcomesOf(sample),
    problems: fallback?.problems ?? [],
  };
}

function attached(value: Json, { attachments }: JsonObject): Json {
  return withAttachments(value, isJsonObject(attachments) ? attachments : {});
}

/** The conversation as it stood at the end, for logs without a transcript. */
function stepsOfMessages(sample: JsonObject, path: string, requestModel: string | null): Conversation {
  const messages = attached(sample.messages ?? [], sample);
  const turns = turnsOf(Array.isArray(messages) ? messages : [], path, (message, source) =>
    turnOf(message, source, requestModel),
  );
  const { problems, ...conversation } = stepsOf(turns.turns, []);
  return { ...conversation, problems: [...turns.problems, ...problems] };
}

function turnOf(message: JsonObject, source: string, requestModel: string | null): Turn | null {
  const { role, content, tool_call_id, function: name, model } = message;
  if (role === 'assistant') {
    const facts = { ...NO_FACTS, requestModel, responseModel: textOf(model) };
    return { kind: 'answered', parts: contentParts(content), calls: inspectCalls(message), facts, source };
  }
  if (role === 'tool') {
    const { result: value, isError } = inspectResult(message);
    const outcome = { kind: isError ? 'error' : 'result', value } as const;
    const id = textOf(tool_call_id);
    return { kind: 'returned', id, name: textOf(name), outcome, startUs: null, durationMs: null, source };
  }
  const said = inspectMessage(message);
  return said === null ? null : { kind: 'said', message: said, source };
}

/** A call without an event of its own has its result in the conversation. */
function withResults(steps: readonly ObservedStep[], sample: JsonObject): readonly ObservedStep[] {
  if (steps.every((step) => step.kind !== 'tool_call' || step.outcome.kind !== 'unknown')) return steps;
  const messages = attached(sample.messages ?? [], sample);
  const results = new Map(
    (Array.isArray(messages) ? messages : []).flatMap((message) =>
      isJsonObject(message) && message.role === 'tool'
        ? [[textOf(message.tool_call_id), inspectResult(message)] as const]
        : [],
    ),
  );
  return steps.map((step) => {
    const found = step.kind === 'tool_call' && step.outcome.kind === 'unknown' ? results.get(step.id) : undefined;
    if (found === undefined || step.kind !== 'tool_call') return step;
    return { ...step, outcome: { kind: found.isError ? 'error' : 'result', value: found.result } };
  });
}

/** A scorer's score; one that gives several values at once is an outcome for each. */
function outcomesOf({ scores, error }: JsonObject): Outcome[] {
  const broke = isJsonObject(error) ? (textOf(error.message) ?? 'no reason is given') : textOf(error);
  const judged = Object.entries(isJsonObject(scores) ? scores : {}).flatMap(([name, score]): Outcome[] => {
    const { value, explanation } = isJsonObject(score) ? score : {};
    const values = isJsonObject(value)
      ? Object.entries(value).map(([key, member]) => [`${name}.${key}`, member] as const)
      : [[name, value ?? null] as const];
    return values.flatMap(([of, one]): Outcome[] => {
      if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean') return [];
      const passed = broke === null ? inspectPassed(one) : null;
      return [{ name: of, value: one, passed, source: 'evaluation', explanation: textOf(explanation) }];
    });
  });
  return [...judged, ...(broke === null ? [] : [brokeDown(cut(broke, 200))])];
}
