import type { Case, Expectation } from '../corpus/index.ts';
import type { Trial } from '../replay/index.ts';
import type { Json } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';

/** Whether an agent that does nothing, and answers anything at all, may meet the expectation: it says only what must not be done. */
const MET_BY_NOTHING = {
  output_contains: false,
  output_equals: false,
  output_matches: false,
  output_json_schema: false,
  output_json_path: false,
  trajectory: false,
  state_changes: true,
  tools_required: false,
  tools_forbidden: true,
  arguments_valid: true,
  max_steps: true,
  max_tokens: true,
  action_as_stated: true,
  values_unaltered: true,
  constraints_kept: true,
  failure_not_repeated: true,
  tool_not_abandoned: true,
  answer_supported: true,
  judge: false,
  command: false,
} as const satisfies Record<Expectation['kind'], boolean>;

/** They ask for no answer and for no call, but say what must not be. */
export function areMetByNothing(expectations: readonly Expectation[]): boolean {
  return expectations.every(({ kind }) => MET_BY_NOTHING[kind]);
}

/**
 * What a trial comes to that has met all of its expectations. Where nothing of them asks for anything to be done, a trial in which
 * nothing was done is no pass, if every recording of the case did something: an agent whose model is refused and that says it is
 * sorry leaves the world as unchanged as one that answered the question. That its provider refuses all that it asks is how this
 * side behaves, so it fails; why it asked nothing at all cannot be known from here. An answer without a word fails as well, where
 * every recording has one: nobody asks for nothing.
 */
export function passUnlessIdle(trial: Trial, { recordings }: Case, expectations: readonly Expectation[]): Outcome {
  if (!areMetByNothing(expectations)) return PASS;
  const { steps, output } = trial.trajectory;
  if (recordings.length > 0 && recordings.every((one) => !isBlank(one.output)) && isBlank(output))
    return fail('the agent answered nothing, where every recording has an answer');
  if (recordings.length === 0 || recordings.some((one) => one.steps.length === 0)) return PASS;
  if (steps.some((step) => step.kind === 'tool_call')) return PASS;
  const asked = steps.filter((step) => step.kind === 'model_call').filter(({ wire }) => wire !== 'openai-embeddings');
  const [first] = asked;
  if (first !== undefined && asked.every(({ error }) => error !== null))
    return fail(`no model call was answered: ${first.error}`);
  return steps.length > 0 ? PASS : undetermined('nothing was done: neither a model nor a tool was called');
}

/** Nothing in it says anything. */
function isBlank(output: Json | null): boolean {
  if (output === null) return true;
  if (typeof output === 'string') return output.trim() === '';
  return typeof output === 'object' && Object.values(output).every(isBlank);
}
