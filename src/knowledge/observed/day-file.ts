import { cut, UserError } from '../../errors.ts';
import { isJsonObject, parseJson, schemaCheck } from '../../trace/index.ts';
import type { ToolSummary } from '../contracts/summary.ts';
import { isToolJson, toolJson, toolOf } from '../contracts/tool-json.ts';
import type { ModelAnswer } from '../ledger/fingerprints.ts';
import type { Observed } from './observed.ts';

/** What stands first in the file; its reader refuses another. */
const FORMAT = 'pawl observed day v1';

/** Raised with every change of what is gathered from a trajectory, so that all days are read again. */
export const OBSERVED_VERSION = 1;

/** What a day's file was made by, and of: it holds where both are as they are now. */
interface ObservedHead {
  readonly by: string;
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  /** Equal for equal files of the day in the traffic store. */
  readonly source: string;
}

interface ObservedDay extends ObservedHead {
  readonly observed: Observed;
}

interface Head extends ObservedHead {
  readonly format: string;
  readonly undated: number;
  /** Lines that follow. */
  readonly lines: number;
}

/** A tool a line, then a model a line. Equal days give equal texts. */
export function observedText({ by, day, source, observed: { contracts, models } }: ObservedDay): string {
  const tools = [...contracts.tools].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tool]) => toolJson(name, tool));
  const lines = [...tools, ...[...models].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, model]) => model)];
  const head: Head = { format: FORMAT, by, day, source, undated: contracts.undated, lines: lines.length };
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The first line alone. @throws UserError where the file is of another format or version; `where` is its path. */
export function observedHead(text: string, where: string): Head {
  const line = text.split('\n', 1)[0] ?? '';
  const head = parseJson(line);
  if (!isJsonObject(head) || head.format !== FORMAT)
    throw damaged(where, `expected the format "${FORMAT}", received ${cut(line, 60)}`);
  if (!isHead(head)) throw damaged(where, 'its first line lacks what it was made by and of');
  return head;
}

/** @throws UserError where the text is no such file; `where` is its path. */
export function readObserved(text: string, where: string): ObservedDay {
  const { by, day, source, undated, lines: expected } = observedHead(text, where);
  const lines = text.split('\n').slice(1, -1);
  if (lines.length !== expected) throw damaged(where, `expected ${expected} lines, received ${lines.length}`);
  const tools = new Map<string, ToolSummary>();
  const models = new Map<string, ModelAnswer>();
  for (const [at, line] of lines.entries()) {
    const value = parseJson(line);
    if (isToolJson(value)) tools.set(value.tool, toolOf(value));
    else if (isModel(value)) models.set(JSON.stringify([value.requested, value.answered]), value);
    else throw damaged(where, `line ${at + 2} is neither a tool nor a model`);
  }
  return { by, day, source, observed: { contracts: { tools, undated }, models } };
}

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  ...{ type: 'object', required: Object.keys(properties), additionalProperties: false, properties },
});
const headCheck = schemaCheck(
  exactly({ format: text, by: text, day: text, source: text, undated: count, lines: count }),
  [],
);
const modelCheck = schemaCheck(
  exactly({ requested: text, answered: text, atUs: { type: 'number' }, trajectoryId: text }),
  [],
);

function isHead(value: unknown): value is Head {
  return headCheck(value).length === 0;
}

function isModel(value: unknown): value is ModelAnswer {
  return modelCheck(value).length === 0;
}

function damaged(where: string, message: string): UserError {
  return new UserError({ where, message, hint: 'remove the file: "pawl ledger" scans the day again' });
}
