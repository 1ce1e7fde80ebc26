import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import type { NoiseLine } from '../report/index.ts';
import { type Json, parseJson, schemaCheck } from '../trace/index.ts';

const FORMAT = 'pawl aa v2';
const rate = { type: 'number', minimum: 0, maximum: 1 };
const whole = { type: 'integer', minimum: 0 };
const problemsOf = schemaCheck(
  {
    type: 'object',
    required: [
      'format',
      'ref',
      'cases',
      'trials',
      'undetermined',
      'pullRequests',
      'blocks',
      'undecided',
      'low',
      'high',
    ],
    additionalProperties: false,
    properties: {
      ...{ format: { const: FORMAT }, ref: { type: 'string', maxLength: 64 }, low: rate, high: rate },
      ...{ cases: whole, trials: whole, undetermined: whole, blocks: whole, undecided: whole },
      pullRequests: { type: 'integer', minimum: 1 },
    },
  },
  [],
);

/** The last A/A line of a store; a later one takes its place whole. */
export function keepNoiseLine(storeDirectory: string, line: NoiseLine): void {
  const file = fileIn(storeDirectory);
  // Another pawl aa may be keeping its own at the same time.
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify({ format: FORMAT, ...line })}\n`);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw new UserError({
      where: file,
      message: `the A/A line could not be kept: ${messageOf(error)}`,
      hint: 'is the disk full? give --store a folder that pawl may write',
    });
  }
}

/** `line` is null where none was ever measured; `problem` says why one that is there cannot be used. */
export function readNoiseLine(storeDirectory: string): { line: NoiseLine | null; problem: string | null } {
  const file = fileIn(storeDirectory);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { line: null, problem: null };
    return { line: null, problem: `${file}: ${messageOf(error)}` };
  }
  const found = parseJson(text);
  if (!isNoiseLine(found)) return { line: null, problem: `${file}: no line of ${FORMAT}; run pawl aa again` };
  const { ref, cases, trials, undetermined, pullRequests, blocks, undecided, low, high } = found;
  return { line: { ref, cases, trials, undetermined, pullRequests, blocks, undecided, low, high }, problem: null };
}

function isNoiseLine(value: Json | undefined): value is Json & NoiseLine {
  return problemsOf(value).length === 0;
}

function fileIn(storeDirectory: string): string {
  return join(storeDirectory, 'aa.json');
}
