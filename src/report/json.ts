import { Ajv, type ValidateFunction } from 'ajv';
import schema from '../../schema/report.v1.schema.json' with { type: 'json' };
import { cut, UserError } from '../errors.ts';
import { isJsonObject, parseJson } from '../trace/index.ts';
import type { Report } from './document.ts';

export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The schema is ours and tested: ajv need not check it, nor make its code shorter, which takes as long as to write it. */
const OPTIONS = {
  allErrors: true,
  strict: false,
  validateSchema: false,
  meta: false,
  code: { optimize: false },
} as const;

/** Compiled when the first report is read. */
let validate: ValidateFunction<Report> | null = null;

/** Reads a report back. Throws `UserError` for text that is no report, or one of a version this program does not know. */
export function parseReport(text: string): Report {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw notAReport('expected a JSON object', text);
  if (value.version !== 1) throw notAReport('expected version 1', `version ${JSON.stringify(value.version)}`);
  validate ??= new Ajv(OPTIONS).compile<Report>(schema);
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw notAReport(`${first?.instancePath ?? ''} ${first?.message ?? 'does not match the schema'}`, null);
}

function notAReport(problem: string, received: string | null): UserError {
  const message = `this is no pawl report: ${problem}${received === null ? '' : `, received ${cut(received, 100)}`}`;
  return new UserError({ where: null, message, hint: 'write it with the same version of pawl that reads it' });
}
