import { type Case, type CaseDraft, parseCaseLine, writeCaseLine } from '../corpus/index.ts';
import { cut } from '../errors.ts';
import type { Trial } from '../replay/index.ts';
import type { Json, Redactor, Step } from '../trace/index.ts';

/** What a case says of its origin. */
interface RecordingSource {
  /** RFC 3339. */
  readonly recordedAt: string;
  readonly agentVersion: string;
}

/** The case that an input and its recorded trials make, or why they make none. `nameOf` gives a recorded tool its name. */
export function caseOf(
  input: Case,
  trials: readonly Trial[],
  recordings: number,
  source: RecordingSource,
  nameOf: (recorded: string) => string,
  redact: Redactor,
): { readonly case: Case } | { readonly problem: string } {
  const failed = trials.find((trial) => trial.end.kind !== 'answered');
  if (failed !== undefined) return { problem: `${input.id}: not recorded: ${cut(JSON.stringify(failed.end), 300)}` };
  if (trials.length < recordings) return { problem: `${input.id}: not recorded: the run ended before it` };
  const inOrder = [...trials].sort((a, b) => a.number - b.number);
  const calls = inOrder[0]?.trajectory.steps.filter((step) => step.kind === 'model_call') ?? [];
  const firstCall = calls.find(({ wire }) => wire !== 'openai-embeddings') ?? calls[0];
  const draft = {
    ...input,
    source: { traceId: null, ...source, model: firstCall?.model ?? null },
    recordings: inOrder.map(({ trajectory }) => ({
      steps: trajectory.steps.flatMap((step) => recordedStep(step, nameOf)),
      output: trajectory.output,
      ...(trajectory.mcp === undefined ? {} : { mcp: trajectory.mcp }),
    })),
  };
  return withoutSecrets(draft, redact);
}

/** Secrets and what is personal never reach the disk, wherever in a recording they stand. */
export function withoutSecrets(
  draft: CaseDraft,
  redact: Redactor,
): { readonly case: Case } | { readonly problem: string } {
  const redacted = redact.json(JSON.parse(writeCaseLine(draft)) as Json);
  const parsed = parseCaseLine(JSON.stringify(redacted));
  return parsed.kind === 'case' ? parsed : { problem: `${draft.id}: not recorded: ${parsed.reason}` };
}

function recordedStep(step: Step, nameOf: (recorded: string) => string): CaseDraft['recordings'][number]['steps'] {
  if (step.kind === 'model_call') {
    const { model, requestKey, response, usage } = step;
    return [{ kind: 'model_call', model, requestKey, response, usage }];
  }
  const { name, outcome } = step;
  return outcome.kind === 'missing'
    ? []
    : [{ kind: 'tool_call', name: nameOf(name), arguments: step.arguments, outcome }];
}
