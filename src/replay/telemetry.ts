import {
  type Attributes,
  isJsonObject,
  type Json,
  type LogRecord,
  type OtlpContent,
  type Span,
} from '../trace/index.ts';

/** The spans and log records of one trial. */
export interface TrialRecords {
  readonly spans: Span[];
  readonly logs: LogRecord[];
}

/** When a trial held the URLs (microseconds since the Unix epoch), and the ids of its answers and calls on the wire. */
interface Holding {
  readonly trialKey: string;
  readonly fromUs: number;
  readonly toUs: number;
  /** Asked for only where records came. */
  readonly ids: () => ReadonlySet<string>;
}

/** Longer texts are the conversation, which passed the gateway anyway. */
const MAX_TEXT_CHARS = 4000;
/** An agent that floods its collector must not fill pawl's memory. */
const MAX_RECORDS = 50_000;

/**
 * What came under one pair of URLs, which trials hold one after another. Exporters send in batches, so that a record often
 * comes when its trial is over: whose it is, is told when all trials of a round are.
 */
export class Telemetry {
  #holdings: Holding[] = [];
  #spans: Span[] = [];
  #logs: LogRecord[] = [];
  readonly #byTrial = new Map<string, TrialRecords>();

  held(holding: Holding): void {
    this.#holdings.push(holding);
  }

  take({ spans, logs }: Pick<OtlpContent, 'spans' | 'logs'>): void {
    const room = (): number => Math.max(0, MAX_RECORDS - this.#spans.length - this.#logs.length);
    for (const span of spans.slice(0, room())) {
      const events = span.events.map((event) => ({ ...event, attributes: withoutTexts(event.attributes) }));
      this.#spans.push({ ...span, attributes: withoutTexts(span.attributes), events });
    }
    for (const log of logs.slice(0, room()))
      this.#logs.push({ ...log, attributes: withoutTexts(log.attributes), body: shortened(log.body) });
  }

  /** The records of a trial that is over, once; null = none came. What comes later is nobody's. */
  of(trialKey: string): TrialRecords | null {
    this.#sort();
    const records = this.#byTrial.get(trialKey) ?? null;
    this.#byTrial.delete(trialKey);
    this.#holdings = this.#holdings.filter((holding) => holding.trialKey !== trialKey);
    return records;
  }

  /** A record is the trial's whose ids it names; else of whoever held the URLs at its time; else of its trace's trial. */
  #sort(): void {
    const [spans, logs] = [this.#spans, this.#logs];
    if (spans.length + logs.length === 0) return;
    this.#spans = [];
    this.#logs = [];
    const trialOfId = new Map(this.#holdings.flatMap(({ trialKey, ids }) => [...ids()].map((id) => [id, trialKey])));
    const trialOfTrace = new Map<string | null, string>();
    const named = new Map<Span | LogRecord, string>();
    for (const record of [...spans, ...logs]) {
      const trial = trialNamed(record.attributes, trialOfId);
      if (trial === undefined) continue;
      named.set(record, trial);
      if (record.traceId !== null) trialOfTrace.set(record.traceId, trial);
    }
    const trialOf = (record: Span | LogRecord, timeUs: number): string | undefined =>
      named.get(record) ?? this.#holderAt(timeUs) ?? trialOfTrace.get(record.traceId);
    for (const span of spans) this.#records(trialOf(span, span.startUs))?.spans.push(span);
    for (const log of logs) this.#records(trialOf(log, log.timeUs))?.logs.push(log);
  }

  #holderAt(timeUs: number): string | undefined {
    return this.#holdings.find(({ fromUs, toUs }) => fromUs <= timeUs && timeUs <= toUs)?.trialKey;
  }

  #records(trialKey: string | undefined): TrialRecords | null {
    if (trialKey === undefined) return null;
    const records = this.#byTrial.get(trialKey) ?? { spans: [], logs: [] };
    this.#byTrial.set(trialKey, records);
    return records;
  }
}

/** Whatever the attribute is called: instrumentations have many names for the same id. */
function trialNamed(attributes: Attributes, trialOfId: ReadonlyMap<string, string>): string | undefined {
  for (const value of Object.values(attributes)) {
    const trial = typeof value === 'string' ? trialOfId.get(value) : undefined;
    if (trial !== undefined) return trial;
  }
  return undefined;
}

function withoutTexts(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, shortened(value)]));
}

function shortened(value: Json): Json {
  if (typeof value === 'string') return value.length <= MAX_TEXT_CHARS ? value : null;
  if (Array.isArray(value)) return value.map(shortened);
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]))
    : value;
}
