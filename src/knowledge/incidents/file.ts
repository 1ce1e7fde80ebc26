import { Ajv, type ValidateFunction } from 'ajv';
import { linesToAppend, readLines } from '../kept-lines.ts';
import { INCIDENT_STATUSES, type IncidentEvent } from './incident.ts';

const FORMAT = 'pawl incidents v1';

/** What is to be appended to the file of incidents, which may be new (`kept` null). */
export function incidentLines(kept: readonly IncidentEvent[] | null, added: readonly IncidentEvent[]): string {
  return linesToAppend(FORMAT, kept === null, added);
}

/** The schema is ours and tested: ajv need not check it, which takes longer than to compile it. */
const OPTIONS = { strictTypes: false, validateSchema: false, meta: false } as const;

/** Compiled when the first file is read. */
let validate: ValidateFunction<IncidentEvent> | null = null;

/** As they were appended, each alarm once: two runs may have told of it at once. @throws UserError where the file is of another version, or a line is no event. */
export function parseIncidents(text: string, file: string): readonly IncidentEvent[] {
  validate ??= new Ajv(OPTIONS).compile<IncidentEvent>(SCHEMA);
  const isEvent = validate;
  const events = readLines<IncidentEvent>(text, { file, format: FORMAT }, (value) => (isEvent(value) ? value : null));
  const told = new Set<string>();
  return events.filter((event) => {
    if (event.kind !== 'alarm') return true;
    const alarm = JSON.stringify(event);
    const isNew = !told.has(alarm);
    told.add(alarm);
    return isNew;
  });
}

const TEXT = { type: 'string' };
const NUMBER = { type: 'number' };
const TEXT_OR_NULL = { type: ['string', 'null'] };

function all(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties) };
}

const ALARM = all({
  ...{ category: TEXT_OR_NULL, scale: { enum: ['share', 'number'] } },
  ...{ dimension: TEXT, group: TEXT, alarmAt: NUMBER, from: NUMBER, to: NUMBER },
  ...{ before: NUMBER, after: NUMBER, weight: NUMBER, kind: { enum: ['rate', 'mix', 'unsplit'] } },
  suspects: { type: 'array', items: all({ id: TEXT_OR_NULL, what: TEXT_OR_NULL, probability: NUMBER }) },
  layers: { type: 'array', items: all({ layer: TEXT, probability: NUMBER }) },
});

const EVENT = { incident: TEXT, day: NUMBER };
const SCHEMA = {
  oneOf: [
    all({ ...EVENT, kind: { const: 'alarm' }, alarm: ALARM }),
    all({ ...EVENT, kind: { const: 'status' }, status: { enum: [...INCIDENT_STATUSES] }, reason: TEXT }),
    all({ ...EVENT, kind: { const: 'issue' }, number: NUMBER }),
  ],
};
