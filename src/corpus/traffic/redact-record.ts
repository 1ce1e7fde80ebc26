import {
  type Attributes,
  isJsonObject,
  type LogRecord,
  type Redactor,
  redactTrajectory,
  type Span,
  type SpanEvent,
} from '../../trace/index.ts';
import type { TrafficRecord } from './record.ts';

/** A record in, the same without what must not be stored out. `attributes`: those of a span as JSON, where they are at hand. */
export type Redact = (record: TrafficRecord, attributes?: string | null) => TrafficRecord;

/** Longer ones are repeated conversations, of which only what is new is looked at. */
const MAX_LOOK_CHARS = 4000;

/**
 * Redacts the texts and values of records; ids, times and what names the instrumentation stay. Gives back the span or log
 * record that it was given where nothing is found, and redacts a resource that many records share once.
 */
export function recordRedactor(redactor: Redactor): Redact {
  const parts = new PartRedactor(redactor);
  return (record, attributes = null) => {
    switch (record.kind) {
      case 'span': {
        const span = parts.span(record.span, attributes);
        return span === record.span ? record : { kind: 'span', span };
      }
      case 'log': {
        const log = parts.log(record.log);
        return log === record.log ? record : { kind: 'log', log };
      }
      case 'trajectory':
        return { kind: 'trajectory', trajectory: redactTrajectory(redactor, record.trajectory) };
      default:
        return record satisfies never;
    }
  };
}

const USER_ATTRIBUTES = ['user.id', 'enduser.id', 'user_id', 'userId'];

/** What stands for a key or token is the same for all of them: it tells nobody from others. */
const SAME_FOR_ALL = '[redacted:';
const TRACE_ID = /^[0-9a-f]{32}$/i;

/**
 * An id as it came, and as redaction leaves it in a text, in an attribute that names a user, and where one of the user's
 * paths selects it. A trace's is the same in upper and lower case.
 */
export function formsOf(redactor: Redactor, id: string): string[] {
  const named = USER_ATTRIBUTES.map((name) => redactor.json({ [name]: id }));
  const values = named.flatMap((attributes) => (isJsonObject(attributes) ? Object.values(attributes) : []));
  const redacted = [redactor.text(id), redactor.selected(id), ...values].filter((value) => typeof value === 'string');
  const telling = redacted.filter((form) => !form.includes(SAME_FOR_ALL));
  return [...new Set([id, ...(TRACE_ID.test(id) ? [id.toLowerCase()] : []), ...telling])];
}

class PartRedactor {
  readonly #redactor: Redactor;
  readonly #resources = new WeakMap<Attributes, Attributes>();

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  span(span: Span, attributes: string | null): Span {
    const { status } = span;
    const isClean = attributes !== null && attributes.length <= MAX_LOOK_CHARS && this.#redactor.isClean(attributes);
    const message = status.message === null ? null : this.#redactor.text(status.message);
    return changed(span, {
      name: this.#redactor.text(span.name),
      resource: this.#resource(span.resource),
      attributes: isClean ? span.attributes : this.#attributes(span.attributes),
      events: this.#events(span.events),
      status: message === status.message ? status : { ...status, message },
    });
  }

  log(log: LogRecord): LogRecord {
    return changed(log, {
      resource: this.#resource(log.resource),
      attributes: this.#attributes(log.attributes),
      body: this.#redactor.json(log.body),
    });
  }

  #resource(resource: Attributes): Attributes {
    const known = this.#resources.get(resource);
    if (known !== undefined) return known;
    const redacted = this.#attributes(resource);
    this.#resources.set(resource, redacted);
    return redacted;
  }

  #events(events: readonly SpanEvent[]): readonly SpanEvent[] {
    const redacted = events.map((event) =>
      changed(event, { name: this.#redactor.text(event.name), attributes: this.#attributes(event.attributes) }),
    );
    return redacted.every((event, at) => event === events[at]) ? events : redacted;
  }

  /** A user's path may select all of them as one. */
  #attributes(attributes: Attributes): Attributes {
    const redacted = this.#redactor.json(attributes);
    return isJsonObject(redacted) ? redacted : {};
  }
}

/** The same object where all of the members are the same. */
function changed<T extends object>(object: T, members: Partial<T>): T {
  const isSame = Object.entries(members).every(([name, value]) => object[name as keyof T] === value);
  return isSame ? object : { ...object, ...members };
}
