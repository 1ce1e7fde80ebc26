import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type GivenUpload,
  planDigest,
  readShard,
  type ShardPlan,
  type ShardUpload,
  shardsOf,
} from '../../src/gate/index.ts';
import { writeShard } from '../../src/gate/shard-file.ts';
import type { Report } from '../../src/report/index.ts';
import { seededRandom, shuffled } from '../../src/stats/index.ts';
import { sha256 } from '../../src/trace/index.ts';
import { obedient, type Project, startProject } from './project.ts';
import { dealtOut, given, Sharded, timeless, uploadOf } from './sharded.ts';

let project: Project;
let run: Sharded;
/** Both rounds of one machine, and what it decides; all answers are in the store by then. */
let whole: { plan: ShardPlan; first: ShardUpload; next: ShardPlan; second: ShardUpload; report: Report };

beforeAll(async () => {
  project = await startProject({ answer: forgetful });
  project.branch('worse', { 'prompts/system.md': 'Pay back when asked. Parameter: order. Odd ones: ordr.\n' });
  run = new Sharded(project, 'worse');
  const plan = await run.plan(1);
  await run.reference(plan);
  const text = await run.shard(plan, 1);
  const first = uploadOf(text);
  const next = await run.next(plan, [given(text)]);
  const second = uploadOf(await run.shard(next, 1, { before: first }));
  whole = { plan, first, next, second, report: await run.reference(plan) };
});

afterAll(async () => {
  run.remove();
  await project.close();
});

/** Obedient, but in the slice `odd` it obeys a prompt that misleads it, and now and then it fails on its own. */
const forgetful: typeof obedient = (request) => {
  const said = obedient(request);
  const prompt = JSON.stringify(request.body.messages);
  const order = Number(/o-(\d+)/.exec(prompt)?.[1] ?? 0);
  const misled = prompt.includes('Odd ones') && order % 2 === 0;
  return 'tool' in said && misled ? { text: 'no' } : said;
};

describe('a run on several machines', () => {
  it('decides as one machine does under the same plan', async () => {
    expect(whole.report.verdict).toBe('block');
    const calls = project.provider.seen.length;
    const plan = await run.plan(3);
    const first: string[] = [];
    for (const shard of shardsOf(plan)) first.push(await run.shard(plan, shard, { store: run.copyOfStore() }));
    const next = await run.next(plan, first.map(given).toReversed());
    const second: string[] = [];
    for (const shard of shardsOf(next).toReversed()) {
      const before = first.map(uploadOf).find(({ head }) => head.shard === shard) ?? null;
      second.push(await run.shard(next, shard, { store: run.copyOfStore(), before }));
    }
    const report = await run.decide(plan, [...second, ...first].map(given));
    expect(timeless(report)).toEqual(timeless(whole.report));
    expect(project.provider.seen.length).toBe(calls);
  });

  it.each([1, 2, 7, 16])(
    'on %i of them, in any order and with shards that were run again, decides the same',
    async (shards) => {
      for (const seed of ['a', 'b']) {
        const random = seededRandom(`${shards} ${seed}`);
        const { plan, uploads } = await dealt(shards, random);
        expect(uploads.length).toBeGreaterThan(shards);
        const report = await run.decide(plan, shuffled(uploads, random).map(given));
        expect(timeless(report)).toEqual(timeless(whole.report));
      }
    },
  );

  it('on its shards alone has nobody that decides: round 2 is planned first, and what it goes on from is named', async () => {
    const { plan, uploads, next } = await brought(3);
    const first = uploads.map(given).filter(({ name }) => name.startsWith('round-1'));
    const merged = await run.merge(plan, first, true);
    expect(merged).toEqual({ kind: 'next', plan: next });
    expect(next.first.map(({ digest }) => digest)).toEqual(
      first.map(({ read }) => read.kind === 'read' && read.upload.digest),
    );
    await expect(run.shard(next, shardsOf(next)[0] ?? 0)).rejects.toThrow(
      /goes on from upload \w+ of shard \d in round 1, received none/,
    );
  });
});

describe('a merge', () => {
  it.each([1, 2])('without a shard of round %i is an error and no pass', async (round) => {
    const { plan, uploads } = await brought(3);
    const [lost] = uploads.map(given).filter(({ name }) => name.startsWith(`round-${round}`));
    const report = await run.decide(
      plan,
      uploads.map(given).filter(({ name }) => name !== lost?.name),
    );
    expect(report).toMatchObject({ verdict: 'error', exitCode: 4 });
    expect(report.reasons).toContainEqual({ kind: 'missing_trials', missing: expect.any(Number) });
    expect(report.run.warnings.join()).toMatch(/shard \d of round \d: it brought nothing/);
  });

  it.each<[string, (one: GivenUpload, text: string) => GivenUpload, RegExp]>([
    [
      'was cut off',
      ({ name }, text) => ({ name, read: readShard(text.slice(0, -200)) }),
      /cannot be used: .*cut off or changed/,
    ],
    [
      'was changed',
      ({ name }, text) => ({ name, read: readShard(text.replace('"pass"', '"fail"')) }),
      /cut off or changed/,
    ],
    [
      'has another shape',
      ({ name }, text) => ({ name, read: readShard(rewritten(text, (head) => ({ ...head, shard: 'x', tools: 1 }))) }),
      /line 1: shard: .*; line 1: tools: /,
    ],
    [
      'ran another head',
      (_, text) => given(rewritten(text, (head) => ({ ...head, headSha: 'e'.repeat(40) }))),
      /it ran eeeeeeeeeeee, and head is/,
    ],
    [
      'followed another plan',
      (_, text) => given(rewritten(text, (head) => ({ ...head, plan: 'e'.repeat(64) }))),
      /it followed another plan/,
    ],
    [
      'ran another agent',
      (_, text) =>
        given(rewritten(text, (head) => ({ ...head, agents: { base: 'e'.repeat(64), head: 'e'.repeat(64) } }))),
      /it ran another agent than shard 1/,
    ],
    [
      'says what its name does not',
      (_, text) => ({ name: 'round-1-shard-3-attempt-1.jsonl', read: readShard(text) }),
      /left out round-1-shard-3-attempt-1.jsonl: it is not what its name says/,
    ],
  ])('with an upload that %s is an error, and says why', async (_, change, why) => {
    const { plan, uploads } = await brought(3);
    const texts = new Map(uploads.map((text) => [given(text).name, text]));
    const name = 'round-1-shard-2-attempt-1.jsonl';
    const changed = [...texts].map(([key, text]) => (key === name ? change(given(text), text) : given(text)));
    const report = await run.decide(plan, changed);
    expect(report).toMatchObject({ verdict: 'error', exitCode: 4 });
    expect(report.run.warnings.join('\n')).toMatch(why);
  });

  it('takes no older attempt of a shard whose newest cannot be used', async () => {
    const { plan, uploads } = await brought(2);
    const newest = { name: 'round-1-shard-1-attempt-2.jsonl', read: readShard('{}') };
    expect(await run.decide(plan, [...uploads.map(given), newest])).toMatchObject({ verdict: 'error' });
  });

  it('takes neither of two different uploads of one attempt', async () => {
    const { plan, uploads } = await brought(2);
    const other = given(rewritten(uploads[0] ?? '', (head) => ({ ...head, warnings: ['another'] })));
    const report = await run.decide(plan, [...uploads.map(given), other]);
    expect(report.verdict).toBe('error');
    expect(report.run.warnings.join()).toMatch(/two different uploads of attempt 1/);
  });

  it('leaves out what the plan does not ask for, and counts it', async () => {
    const { plan, uploads } = await brought(2);
    const more = uploads.map((text) => {
      const upload = uploadOf(text);
      const extra = upload.trials
        .slice(0, 1)
        .map(({ ran, ...rest }) => ({ ...rest, ran: { ...ran, trial: { ...ran.trial, number: 4999 } } }));
      return writeShard({ ...upload, trials: [...upload.trials, ...extra] });
    });
    // Round 2 went on from the uploads of round 1 as they were.
    const report = await run.decide(
      plan,
      [
        ...uploads.filter((text) => uploadOf(text).head.round === 1),
        ...more.filter((text) => uploadOf(text).head.round === 2),
      ].map(given),
    );
    expect(report.verdict).toBe(whole.report.verdict);
    expect(report.run.warnings).toContainEqual(expect.stringMatching(/^left out 2 of \d+ trials/));
  });

  it('of a plan of another head is refused', async () => {
    const { plan, uploads } = await brought(2);
    await expect(run.merge({ ...plan, head: plan.base }, uploads.map(given))).rejects.toThrow(
      /plan\.json: head: expected/,
    );
    await expect(run.merge({ ...plan, cases: plan.cases.slice(1) }, uploads.map(given))).rejects.toThrow(
      /expected the 12 cases/,
    );
    await expect(run.merge(whole.next, uploads.map(given))).rejects.toThrow(/expected the plan of round 1/);
  });
});

/** Each kind of them once. */
const known = new Map<number, ReturnType<typeof dealt>>();

function brought(shards: number): ReturnType<typeof dealt> {
  const found = known.get(shards) ?? dealt(shards, () => 1);
  known.set(shards, found);
  return found;
}

/**
 * What so many machines would have brought, by dealing out what one brought. `again`: some of them were run twice, and had
 * brought half of it the first time.
 */
async function dealt(
  shards: number,
  again: () => number,
): Promise<{ plan: ShardPlan; next: ShardPlan; uploads: readonly string[] }> {
  const plan = await run.plan(shards);
  const first = twice(dealtOut(whole.first, plan, planDigest(plan)), again);
  const next = await run.next(plan, first.map(given));
  return { plan, next, uploads: [...first, ...twice(dealtOut(whole.second, next, planDigest(next)), again)] };
}

function twice(texts: readonly string[], random: () => number): readonly string[] {
  return texts.flatMap((text) => {
    if (random() > 0.5) return [text];
    const { head, trials, answers } = uploadOf(text);
    const half = writeShard({ head, trials: trials.slice(0, trials.length / 2), answers });
    return [half, writeShard({ head: { ...head, attempt: 2 }, trials, answers })];
  });
}

/** The upload with another first line, and the right hash at its end. */
function rewritten(text: string, change: (head: object) => object): string {
  const lines = text.split('\n').slice(0, -2);
  const body = [JSON.stringify(change(JSON.parse(lines[0] ?? ''))), ...lines.slice(1)]
    .map((line) => `${line}\n`)
    .join('');
  return `${body}${JSON.stringify({ kind: 'end', sha256: sha256(body) })}\n`;
}
