import type { GivenAnswer, Isolation, Side } from '../replay/index.ts';
import { isJsonObject, type Json, parseJson, pathText, type ToolDefinition } from '../trace/index.ts';
import { answerLine, readAnswerLine } from './answers-file.ts';
import type { Examined } from './examine.ts';
import type { JudgeRecord } from './judging.ts';
import { seal, unseal } from './sealed-lines.ts';
import { headCheck, trialCheck } from './shard-schema.ts';

/** What one shard brings of one round. */
export interface ShardUpload {
  readonly head: ShardHead;
  readonly trials: readonly Examined[];
  /** What its trials and judges were answered: round 2 goes on from them, and whoever runs the shard again asks for none. */
  readonly answers: readonly GivenAnswer[];
  /** Of the whole file. */
  readonly digest: string;
}

interface ShardHead {
  readonly format: typeof FORMAT;
  /** Digest of the plan that was followed. */
  readonly plan: string;
  readonly round: 1 | 2;
  readonly shard: number;
  /** Of the run: a shard that was run again has a higher one. */
  readonly attempt: number;
  readonly headSha: string;
  /** Hashes of what was run: the same on every machine. */
  readonly agents: Readonly<Record<Side, string>>;
  /** The shard's part of the budget was spent before all had run. */
  readonly spent: boolean;
  readonly durationMs: number;
  readonly isolation: Isolation;
  readonly tools: Readonly<Record<Side, readonly ToolDefinition[]>>;
  readonly judges: readonly JudgeRecord[];
  readonly warnings: readonly string[];
}

export const FORMAT = 'pawl shard v2';
export const MAX_UPLOAD_BYTES = 256 * 1024 * 1024;
const MAX_LINES = 500_000;
const MAX_PROBLEMS = 20;

export function shardFileName({ round, shard, attempt }: Pick<ShardHead, 'round' | 'shard' | 'attempt'>): string {
  return `round-${round}-shard-${shard}-attempt-${attempt}.jsonl`;
}

/** JSON Lines: the head, the trials and the answers. */
export function writeShard({ head, trials, answers }: Omit<ShardUpload, 'digest'>): string {
  const lines = trials.map((one) => JSON.stringify({ kind: 'trial', ...one }));
  return seal([JSON.stringify(head), ...lines, ...answers.map(answerLine)]);
}

/** An upload that was read, or everything that is wrong with it: a job that runs the change's code wrote it. */
export type ReadShard =
  | { readonly kind: 'read'; readonly upload: ShardUpload }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export function readShard(text: string): ReadShard {
  const problems: string[] = [];
  const whole = unseal(text);
  if (whole === null) return refused('expected a last line with the hash of all before it: it was cut off or changed');
  const { lines, digest } = whole;
  if (lines.length > MAX_LINES) return refused(`expected at most ${MAX_LINES} lines, received ${lines.length}`);
  const head = parseJson(lines[0] ?? '');
  if (!isJsonObject(head) || head.format !== FORMAT) return refused(`line 1: expected the head of a ${FORMAT}`);
  problems.push(...headCheck(head).map(({ path, message }) => `line 1: ${pathText(path)}: ${message}`));
  const trials: Examined[] = [];
  const answers: GivenAnswer[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || problems.length >= MAX_PROBLEMS) continue;
    const value = parseJson(line);
    const found = readLine(value);
    if (found.kind === 'trial') trials.push(found.trial);
    else if (found.kind === 'answer') answers.push(found.answer);
    else problems.push(...found.problems.map((problem) => `line ${index + 1}: ${problem}`));
  }
  if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, MAX_PROBLEMS) };
  return isHead(head) ? { kind: 'read', upload: { head, trials, answers, digest } } : refused('line 1');
}

function refused(problem: string): ReadShard {
  return { kind: 'refused', problems: [problem] };
}

type Line =
  | { readonly kind: 'trial'; readonly trial: Examined }
  | { readonly kind: 'answer'; readonly answer: GivenAnswer }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

function readLine(value: Json | undefined): Line {
  if (!isJsonObject(value)) return { kind: 'refused', problems: ['expected a JSON object'] };
  switch (value.kind) {
    case 'trial': {
      if (isTrialLine(value)) {
        const { ran, score, uncalled, judging } = value;
        return { kind: 'trial', trial: { ran, score, uncalled, judging } };
      }
      return {
        kind: 'refused',
        problems: trialCheck(value).map(({ path, message }) => `${pathText(path)}: ${message}`),
      };
    }
    case 'answer': {
      const answer = readAnswerLine(value);
      return answer === null
        ? { kind: 'refused', problems: ['expected an answer with its key and its case'] }
        : { kind: 'answer', answer };
    }
    default:
      return { kind: 'refused', problems: ['expected a trial or an answer'] };
  }
}

function isHead(value: unknown): value is ShardHead {
  return headCheck(value).length === 0;
}

function isTrialLine(value: unknown): value is Examined {
  return trialCheck(value).length === 0;
}
