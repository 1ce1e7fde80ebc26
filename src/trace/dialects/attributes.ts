import { cut } from '../../errors.ts';
import { type Json, parseJson } from '../json.ts';
import type { Attributes, Span } from '../span.ts';
import type { RunReading } from './dialect.ts';

const MAX_ERROR_CHARS = 2000;

/** The first of these attributes that holds text. */
export function textAt(attributes: Attributes, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributes[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** The first of these attributes that holds a number, be it written as text (exports do that, and OTLP beyond 2^53). */
export function numberAt(attributes: Attributes, ...names: readonly string[]): number | null {
  for (const name of names) {
    const number = numberOf(attributes[name]);
    if (number !== null) return number;
  }
  return null;
}

function numberOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^-?\d{1,20}(\.\d{1,20})?$/.test(value) ? Number(value) : null;
}

/** The texts of a list, of a list written as JSON text, or the one text. */
export function textsAt(attributes: Attributes, name: string): readonly string[] {
  const value = attributes[name];
  const list = typeof value === 'string' && value.startsWith('[') ? (parseJson(value) ?? value) : value;
  if (typeof list === 'string') return [list];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** What went wrong in a span, in its own words; null where nothing says so. */
export function errorOf(span: Span): string | null {
  const type = textAt(span.attributes, 'error.type');
  if (span.status.code !== 'error' && type === null) return null;
  const exception = span.events.find(({ name }) => name === 'exception')?.attributes ?? {};
  const text = textAt(exception, 'exception.message') ?? type ?? textAt(exception, 'exception.type') ?? 'error';
  return (span.status.message || text).slice(0, MAX_ERROR_CHARS);
}

/** A run about which a span says nothing. */
export const NO_RUN: RunReading = { conversationId: null, userId: null, attributes: {}, outcomes: [] };

/** Conversation and user under the names that OpenTelemetry has for them. */
export function runOf(attributes: Attributes): RunReading {
  const conversationId = textAt(attributes, 'gen_ai.conversation.id', 'session.id');
  const userId = textAt(attributes, 'user.id', 'enduser.id');
  return conversationId === null && userId === null ? NO_RUN : { ...NO_RUN, conversationId, userId };
}

/** The start of any value, for a problem line. */
export function shown(value: Json | undefined): string {
  return cut(typeof value === 'string' ? value.slice(0, 200) : (JSON.stringify(value) ?? 'nothing').slice(0, 200), 60);
}
