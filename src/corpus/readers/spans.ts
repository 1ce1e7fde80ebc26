import type { ObservedTrajectory, Span } from '../../trace/index.ts';
import { readTrace } from '../../trace/index.ts';

/** A span out of an export. Events, and what was still going on, have no end there; a span must have one. */
export interface EndedSpan {
  readonly span: Span;
  readonly hasEnd: boolean;
}

/** The spans of one trace as trajectories of that format. What had no end has no duration. */
export function readSpans(format: string, spans: readonly EndedSpan[]): readonly ObservedTrajectory[] {
  const endless = new Set(spans.filter(({ hasEnd }) => !hasEnd).map(({ span }) => span.spanId));
  const trajectories = readTrace(
    spans.map(({ span }) => span),
    [],
  );
  return trajectories.map((trajectory) => ({
    ...trajectory,
    format,
    steps: trajectory.steps.map((step) =>
      step.sources.every((source) => endless.has(source)) ? { ...step, durationMs: null } : step,
    ),
  }));
}
