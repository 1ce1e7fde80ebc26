import type { CaseDraft, RecordedStep, Recording } from './case.ts';
import type { WrittenRecording, WrittenStep } from './written.ts';

/** One line without its line end; what equals its default is left out. `parseCaseLine` gives the same case back. */
export function writeCaseLine(draft: CaseDraft): string {
  const { source } = draft;
  // JSON.stringify leaves out members that are undefined.
  return JSON.stringify({
    v: 1,
    id: draft.id,
    status: draft.status === 'active' ? undefined : draft.status,
    source: Object.values(source).some((value) => value !== null)
      ? {
          traceId: source.traceId ?? undefined,
          recordedAt: source.recordedAt ?? undefined,
          agentVersion: source.agentVersion ?? undefined,
          model: source.model ?? undefined,
          drawn: source.drawn,
        }
      : undefined,
    slices: draft.slices.length === 1 && draft.slices[0] === 'default' ? undefined : draft.slices,
    cohorts: draft.cohorts.length === 0 ? undefined : draft.cohorts,
    weight: draft.weight === 1 ? undefined : draft.weight,
    cluster: draft.cluster ?? undefined,
    input: draft.input,
    recordings: draft.recordings.map(writtenRecording),
    expectations: draft.expectations ?? undefined,
    retirement: draft.retirement,
  });
}

function writtenRecording({ steps, output, mcp }: Recording): WrittenRecording {
  return {
    steps: steps.map(writtenStep),
    ...(output === null ? {} : { output }),
    ...(mcp === undefined ? {} : { mcp }),
  };
}

function writtenStep(step: RecordedStep): WrittenStep {
  if (step.kind === 'tool_call') return step;
  return {
    kind: 'model_call',
    model: step.model,
    ...(step.requestKey === null ? {} : { requestKey: step.requestKey }),
    ...(step.response === null ? {} : { response: step.response }),
    ...(step.usage === null ? {} : { usage: step.usage }),
  };
}
