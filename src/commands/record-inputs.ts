import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Case, parseCaseLine } from '../corpus/index.ts';
import { messageOf, type Problem, UserError } from '../errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../trace/index.ts';

/** A case whose recording is still empty. */
export interface RecordInput {
  readonly theCase: Case;
  /** What the user says in the turns after it. */
  readonly next: readonly string[];
}

/** Inputs are cases: the same format, read by the same rules; or `turns` in place of `input`. */
export async function readInputs(file: string): Promise<readonly RecordInput[]> {
  const inputs: RecordInput[] = [];
  const problems: Problem[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      const parsed = parseInput(text);
      if ('problem' in parsed) problems.push({ where: `${file}:${line}`, message: parsed.problem, hint: null });
      else inputs.push(parsed);
    }
  } catch (error) {
    throw new UserError({ where: '--inputs', message: messageOf(error), hint: 'expected a file of JSON Lines' });
  }
  if (problems.length > 0) throw new UserError(problems);
  if (inputs.length === 0) throw new UserError({ where: file, message: 'there is no input in it', hint: null });
  return inputs;
}

function parseInput(text: string): RecordInput | { readonly problem: string } {
  const value = parseJson(text);
  const written = isJsonObject(value) ? { v: 1, recordings: [{ steps: [] }], ...value } : null;
  if (written === null || !('turns' in written)) return inputOf(written === null ? text : JSON.stringify(written), []);
  const { turns, ...conversation } = written as JsonObject;
  if (!Array.isArray(turns) || turns.length === 0 || !turns.every((turn) => typeof turn === 'string' && turn !== ''))
    return { problem: 'turns: expected what the user says, a list of texts' };
  const alone = ['input', 'cluster', 'expectations'].filter((name) => name in conversation);
  if (alone.length > 0)
    return { problem: `${alone.join(', ')}: not beside turns, each of which becomes a case of its own` };
  const [first = '', ...next] = turns.map(String);
  const { id } = conversation;
  const messages = [{ role: 'user', content: first }];
  const line = { ...conversation, id: typeof id === 'string' ? `${id}-1` : id, cluster: id, input: { messages } };
  return inputOf(JSON.stringify(line), next);
}

function inputOf(line: string, next: readonly string[]): RecordInput | { readonly problem: string } {
  const parsed = parseCaseLine(line);
  return parsed.kind === 'case' ? { theCase: parsed.case, next } : { problem: parsed.reason };
}
