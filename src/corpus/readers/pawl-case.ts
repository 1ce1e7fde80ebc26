import type { JsonObject, ObservedStep, ObservedTrajectory } from '../../trace/index.ts';
import type { Case, RecordedStep, Recording } from '../case.ts';
import { parseCase } from '../reader.ts';
import { usOf } from './parts.ts';
import { alone, type Read, type TrajectoryReader, unread, within } from './reader.ts';

/** pawl's own corpus: each recording of a case is a trajectory. What was sent to the model is not kept there. */
export const pawlCase: TrajectoryReader = {
  name: 'pawl-case',
  looksLike: 'JSON Lines of {"v":1,"id","input","recordings":[{"steps"}]}',
  detects: (record) => 'v' in record && 'input' in record && Array.isArray(record.recordings),
  open: alone(readCase),
};

function readCase(record: JsonObject, place: string): Read {
  const parsed = parseCase(record);
  if (parsed.kind === 'problem') return unread(place, parsed.reason);
  const { recordings } = parsed.case;
  const trajectories = recordings.map((recording, index) =>
    trajectoryOf(parsed.case, recording, index, within(place, `recordings[${index}]`)),
  );
  return trajectories.length === 0 ? unread(place, 'a case without recordings') : { trajectories, problems: [] };
}

function trajectoryOf(
  { id, contentHash, source, slices, cohorts, cluster }: Case,
  { steps, output }: Recording,
  index: number,
  path: string,
): ObservedTrajectory {
  return {
    id: `${id}/${index}/${contentHash.slice(0, 16)}`,
    format: 'pawl-case',
    conversationId: cluster,
    agentName: null,
    agentVersion: source.agentVersion,
    userId: null,
    attributes: { case: id, slices: slices.join(','), ...(cohorts.length === 0 ? {} : { cohorts: cohorts.join(',') }) },
    startUs: usOf(source.recordedAt ?? undefined),
    endUs: null,
    steps: steps.map((step, at) => stepOf(step, `${path}.steps[${at}]`)),
    output,
    outcomes: [],
    problems: [],
  };
}

function stepOf(step: RecordedStep, source: string): ObservedStep {
  const base = { agent: [], startUs: null, durationMs: null, sources: [source] };
  if (step.kind === 'tool_call') {
    const { name, outcome } = step;
    return { kind: 'tool_call', ...base, id: null, name, arguments: step.arguments, outcome };
  }
  return {
    kind: 'model_call',
    ...base,
    provider: null,
    requestModel: step.model,
    responseModel: null,
    responseId: null,
    input: null,
    output: step.response,
    tools: null,
    parameters: {},
    finishReason: null,
    usage: step.usage,
    costUsd: null,
    error: null,
  };
}
