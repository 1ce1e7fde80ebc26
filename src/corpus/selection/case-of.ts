import {
  dayOf,
  type Json,
  nestedDeeperThan,
  type ObservedStep,
  type ObservedTrajectory,
  sha256,
} from '../../trace/index.ts';
import type { CaseDraft, RecordedStep } from '../case.ts';
import { caseInput } from './case-input.ts';
import { firstTurn, type NoTurn, type Turn } from './turn.ts';

/** Why a trajectory makes no case; in words in `REJECTIONS`. */
export type Rejection = NoTurn | 'cut' | 'no_place' | 'no_model' | 'no_arguments' | 'no_result' | 'too_deep';

export const REJECTIONS: Readonly<Record<Rejection, string>> = {
  cut: 'a part of its trace was not kept, which was too large: its tape would be incomplete',
  no_input: 'what the agent was asked was not recorded',
  no_question: 'the recorded conversation does not end with a word of the user',
  no_place: 'more was said before than the input that case_input describes has a place for',
  no_model: 'no model call names its model',
  no_arguments: 'the arguments of a tool call were not recorded, so its tape would be incomplete',
  no_result: 'the result of a tool call was not recorded, so its tape would be incomplete',
  too_deep: 'arguments, a result or the answer are nested too deep',
};

/** The slices and cohorts of a case, and what it is drawn from. */
export interface CaseFacts {
  readonly traceId: string | null;
  readonly slices: readonly string[];
  readonly cohorts: readonly string[];
  readonly weight: number;
  /** The template of its input. */
  readonly input: Json;
}

/** What a trajectory would be replayed on, with an agent that is given what the template says, or why it makes no case. */
export function replayable(trajectory: ObservedTrajectory, template: Json): Turn | Rejection {
  if (trajectory.leftOutRecords !== undefined) return 'cut';
  const turn = firstTurn(trajectory);
  if (typeof turn === 'string') return turn;
  if (caseInput(template, turn) === null) return 'no_place';
  for (const step of turn.steps) {
    if (step.kind !== 'tool_call') continue;
    if (step.arguments === null) return 'no_arguments';
    if (step.outcome.kind === 'unknown') return 'no_result';
    if (isTooDeep(step.arguments) || isTooDeep(step.outcome.value)) return 'too_deep';
  }
  if (isTooDeep(turn.output)) return 'too_deep';
  return modelOf(turn) === null ? 'no_model' : turn;
}

/**
 * The case that a trajectory makes, or why it makes none. One whose recording went wrong, as an outcome says, would expect the
 * wrong thing: it is quarantined, so that it is replayed and reported and does not gate.
 */
export function caseFrom(trajectory: ObservedTrajectory, facts: CaseFacts): CaseDraft | Rejection {
  const turn = replayable(trajectory, facts.input);
  if (typeof turn === 'string') return turn;
  const { id, startUs, agentVersion, conversationId, outcomes } = trajectory;
  const failed = outcomes.find(({ passed }) => passed !== null)?.passed === false;
  return {
    id: caseIdOf(id),
    status: failed ? 'quarantined' : 'active',
    source: {
      traceId: facts.traceId,
      recordedAt: startUs === null ? null : timeText(startUs),
      agentVersion,
      model: modelOf(turn),
    },
    slices: facts.slices.length === 0 ? ['default'] : facts.slices,
    cohorts: facts.cohorts,
    weight: facts.weight,
    cluster: conversationId === '' ? null : conversationId,
    input: caseInput(facts.input, turn),
    recordings: [{ steps: turn.steps.flatMap(recorded), output: turn.output }],
    expectations: null,
  };
}

/** A case may be nested 200 levels deep, of which a few are its own. */
const MAX_LEVELS = 150;

function isTooDeep(value: Json): boolean {
  return nestedDeeperThan(value, MAX_LEVELS);
}

const MAX_ID = 200;

/** A trajectory is at most one case of a corpus. */
export function caseIdOf(trajectoryId: string): string {
  return trajectoryId !== '' && trajectoryId.length <= MAX_ID ? trajectoryId : sha256(trajectoryId);
}

function modelOf({ steps }: Turn): string | null {
  for (const step of steps) {
    const model = step.kind === 'model_call' ? (step.requestModel ?? step.responseModel) : null;
    if (model !== null) return model;
  }
  return null;
}

/** RFC 3339 to the millisecond; null = no clock of this century shows it. */
function timeText(timeUs: number): string | null {
  const day = dayOf(timeUs);
  if (day === null) return null;
  const ms = Math.floor(timeUs / 1000) % 86_400_000;
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const clock = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return `${day}T${clock.map((value) => digits(value, 2)).join(':')}.${digits(ms % 1000, 3)}Z`;
}

/** A model call that names no model tells replay nothing. */
function recorded(step: ObservedStep): RecordedStep[] {
  if (step.kind === 'model_call') {
    const model = step.requestModel ?? step.responseModel;
    if (model === null) return [];
    return [{ kind: 'model_call', model, requestKey: null, response: step.output, usage: step.usage }];
  }
  const { name, outcome } = step;
  return outcome.kind === 'unknown' ? [] : [{ kind: 'tool_call', name, arguments: step.arguments, outcome }];
}
