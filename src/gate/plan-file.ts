import type { Limits, SecondRound, Spent } from '../compare/index.ts';
import { cut, UserError } from '../errors.ts';
import type { ModelMode } from '../replay/index.ts';
import { hashJson, isJsonObject, parseJson, pathText, schemaCheck } from '../trace/index.ts';

/**
 * What a run on several machines is to do: plain data, written by a job that runs no code of the change, read by every shard
 * and by the merge. All that git can tell is in it as hashes, so that each reader finds it out again and compares.
 */
export interface ShardPlan {
  readonly format: typeof PLAN_FORMAT;
  readonly round: 1 | 2;
  /** Full hashes: tip of the target branch, whose policy holds; merge base; head. */
  readonly target: string;
  readonly base: string;
  readonly head: string;
  readonly configPath: string;
  /** SHA-256 of the target branch's settings file. */
  readonly policyHash: string;
  readonly mode: ModelMode;
  /** UTC, `2026-11-22`: what is accepted until a day counts by it, on whatever day the other jobs run. */
  readonly day: string;
  /** The slices whose cases alone are judged; null = all. */
  readonly slices: readonly string[] | null;
  /** Seeds the order of trials on every machine. */
  readonly seed: string;
  /** 0 = nothing has to run. */
  readonly shards: number;
  readonly cases: readonly PlannedShardCase[];
  /** What the first look takes, by what the recordings took. */
  readonly forecast: Spent;
  /** What each shard with something to do may spend in this round. */
  readonly limits: readonly ShardLimits[];
  /** What round 2 has to bring; null in round 1. */
  readonly second: SecondRound | null;
  /** Uploads of round 1 that round 2 goes on from; empty in round 1. */
  readonly first: readonly { readonly shard: number; readonly digest: string }[];
}

export interface PlannedShardCase {
  readonly id: string;
  readonly contentHash: string;
  /** From 1; all trials of a case run on one machine. */
  readonly shard: number;
  /** Base trials of the case that an earlier job left in the store: so many are read, no more and no fewer. */
  readonly storedTrials: number;
}

export interface ShardLimits extends Limits {
  readonly shard: number;
}

export const PLAN_FORMAT = 'pawl plan v2';
const MAX_CHARACTERS = 64 * 1024 * 1024;
const MAX_SHOWN = 20;

const text = { type: 'string', maxLength: 4096 };
const hex = { type: 'string', pattern: '^[0-9a-f]{40}([0-9a-f]{24})?$' };
const count = { type: 'integer', minimum: 0 };
const amount = { type: 'number', minimum: 0 };
const orNull = (schema: { type: string }): object => ({ ...schema, type: [schema.type, 'null'] });
const closed = (properties: Record<string, object>): object => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});
const listOf = (items: object): object => ({ type: 'array', maxItems: 100_000, items });

export const planCheck = schemaCheck(
  closed({
    format: { const: PLAN_FORMAT },
    round: { enum: [1, 2] },
    ...{ target: hex, base: hex, head: hex, configPath: text, policyHash: hex },
    mode: { enum: ['live', 'recorded'] },
    day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    slices: { ...listOf(text), type: ['array', 'null'] },
    seed: text,
    shards: { type: 'integer', minimum: 0, maximum: 256 },
    cases: listOf(closed({ id: text, contentHash: hex, shard: count, storedTrials: count })),
    forecast: closed({ runs: count, calls: count, costUsd: orNull(amount) }),
    limits: listOf(closed({ shard: count, runs: count, calls: orNull(count), costUsd: orNull(amount) })),
    second: {
      ...closed({
        ...{ version: { const: 2 }, affectedCases: count, deepen: listOf(text), confirm: listOf(text) },
        guard: listOf(closed({ caseId: text, depth: count })),
        check: listOf(closed({ caseId: text, trials: count })),
      }),
      type: ['object', 'null'],
    },
    first: listOf(closed({ shard: count, digest: hex })),
  }),
  [],
);

export function writePlan(plan: ShardPlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** @throws UserError with everything that is wrong with it. */
export function readPlan(content: string, file: string): ShardPlan {
  const value = content.length > MAX_CHARACTERS ? undefined : parseJson(content);
  if (!isJsonObject(value) || value.format !== PLAN_FORMAT)
    throw new UserError({
      where: file,
      message: `expected a plan (${PLAN_FORMAT}), received ${cut(content, 60)}`,
      hint: 'pawl plan writes one; every job of a run must be of the same version of pawl',
    });
  const problems = planCheck(value);
  if (isPlan(value)) return value;
  throw new UserError(
    problems
      .slice(0, MAX_SHOWN)
      .map(({ path, message, hint }) => ({ where: `${file}: ${pathText(path)}`, message, hint })),
  );
}

function isPlan(value: unknown): value is ShardPlan {
  return planCheck(value).length === 0;
}

/** Tells one plan from another. */
export function planDigest(plan: ShardPlan): string {
  return hashJson(plan);
}

/** Shards that have something to do in this round. */
export function shardsOf(plan: ShardPlan): readonly number[] {
  return plan.limits.map(({ shard }) => shard);
}
