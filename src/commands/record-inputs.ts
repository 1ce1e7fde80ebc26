import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Case, parseCaseLine } from '../corpus/index.ts';
import { messageOf, type Problem, UserError } from '../errors.ts';
import { isJsonObject, parseJson } from '../trace/index.ts';

/** Inputs are cases whose recording is still empty: the same format, read by the same rules. */
export async function readInputs(file: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  const problems: Problem[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      const parsed = parseInput(text);
      if (parsed.kind === 'case') cases.push(parsed.case);
      else problems.push({ where: `${file}:${line}`, message: parsed.reason, hint: null });
    }
  } catch (error) {
    throw new UserError({ where: '--inputs', message: messageOf(error), hint: 'expected a file of JSON Lines' });
  }
  if (problems.length > 0) throw new UserError(problems);
  if (cases.length === 0) throw new UserError({ where: file, message: 'there is no input in it', hint: null });
  return cases;
}

function parseInput(text: string): ReturnType<typeof parseCaseLine> {
  const value = parseJson(text);
  return parseCaseLine(isJsonObject(value) ? JSON.stringify({ v: 1, recordings: [{ steps: [] }], ...value }) : text);
}
