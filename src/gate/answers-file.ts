import { type GivenAnswer, parseStoredAnswer } from '../replay/index.ts';
import { isJsonObject, type Json, parseJson } from '../trace/index.ts';
import { seal, unseal } from './sealed-lines.ts';

const FORMAT = 'pawl answers v1';

/** An answer as a line of a file. */
export function answerLine({ caseId, key, answer }: GivenAnswer): string {
  return JSON.stringify({ kind: 'answer', caseId, key, ...answer });
}

/** null = it is none. */
export function readAnswerLine(value: Json | undefined): GivenAnswer | null {
  if (!isJsonObject(value) || typeof value.key !== 'string' || typeof value.caseId !== 'string') return null;
  const answer = parseStoredAnswer(value);
  return answer === null ? null : { caseId: value.caseId, key: value.key, answer };
}

/** Answers alone, for shards that need not ask again. */
export function writeAnswers(answers: readonly GivenAnswer[]): string {
  return seal([JSON.stringify({ format: FORMAT }), ...answers.map(answerLine)]);
}

/** null = it is no such file, or not the whole of one. */
export function readAnswers(text: string): readonly GivenAnswer[] | null {
  const [first = '', ...lines] = unseal(text)?.lines ?? [];
  const head = parseJson(first);
  if (!isJsonObject(head) || head.format !== FORMAT) return null;
  const answers = lines.flatMap((line) => readAnswerLine(parseJson(line)) ?? []);
  return answers.length === lines.length ? answers : null;
}
