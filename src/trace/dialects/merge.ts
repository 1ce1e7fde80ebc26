import type { Span } from '../span.ts';
import type { Dialect, DialectReading, SpanReading } from './dialect.ts';

interface Layering {
  readonly wins: 'layer' | 'other';
  /** Spans of which the layer says all there is to say. */
  readonly alone?: (span: Span) => boolean;
}

/**
 * A dialect whose attributes stand on spans of other instrumentations as well: Langfuse's processor, LangSmith's exporter,
 * OpenInference around a framework that traces itself. What the one that `wins` does not say, the other does.
 */
export function layered(layer: Dialect, others: readonly Dialect[], { wins, alone }: Layering): Dialect {
  return {
    name: layer.name,
    ...(layer.marks === undefined ? {} : { marks: layer.marks }),
    reads: (span, logs) => layer.reads(span, logs),
    read(span, logs, texts) {
      const own = layer.read(span, logs, texts);
      if (alone?.(span) === true) return own;
      const other = others.find((dialect) => dialect.reads(span, logs))?.read(span, logs, texts);
      if (other === undefined) return own;
      return wins === 'layer' ? merged(own, other) : merged(other, own);
    },
  };
}

function merged(first: DialectReading, second: DialectReading): DialectReading {
  return {
    span: mergedSpan(first.span, second.span),
    run: {
      conversationId: first.run.conversationId ?? second.run.conversationId,
      userId: first.run.userId ?? second.run.userId,
      attributes: { ...second.run.attributes, ...first.run.attributes },
      outcomes: [...first.run.outcomes, ...second.run.outcomes],
    },
    problems: [...first.problems, ...second.problems],
    agent: first.agent ?? second.agent ?? null,
  };
}

function mergedSpan(first: SpanReading, second: SpanReading): SpanReading {
  if (first.kind === 'framework') return second;
  if (first.kind === 'model_call' && second.kind === 'model_call') {
    const parameters = { ...second.parameters, ...first.parameters };
    return { ...second, ...withoutNulls(first), parameters };
  }
  if (first.kind === 'tool_call' && second.kind === 'tool_call') {
    const outcome = first.outcome.kind === 'unknown' ? second.outcome : first.outcome;
    return { ...second, ...withoutNulls(first), outcome };
  }
  // A name that the first does not know would only be the span's.
  return first.kind === 'agent' && second.kind === 'agent'
    ? { ...second, ...withoutNulls(first), name: first.name }
    : first;
}

function withoutNulls<Reading extends SpanReading>(reading: Reading): Partial<Reading> & Pick<Reading, 'kind'> {
  const known = Object.entries(reading).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as Partial<Reading> & Pick<Reading, 'kind'>;
}
