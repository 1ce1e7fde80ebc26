import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GateRequest,
  type GivenUpload,
  gatePlanned,
  type Merged,
  mergeShards,
  NO_REUSE,
  planShards,
  type Reuse,
  readShard,
  runShard,
  type ShardPlan,
  type ShardUpload,
  shardFileName,
} from '../../src/gate/index.ts';
import { writeShard } from '../../src/gate/shard-file.ts';
import type { Report } from '../../src/report/index.ts';
import { type Project, requestFor } from './project.ts';

/** One pull request of a project, run by the parts of a run on several machines. */
export class Sharded {
  readonly #project: Project;
  readonly #head: string;
  readonly #folders: string[] = [];
  /** A store of its own: no other run of the project has drawn into it. */
  readonly store = this.folder();

  constructor(project: Project, head: string) {
    this.#project = project;
    this.#head = head;
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'pawl-shards-'));
    this.#folders.push(folder);
    return folder;
  }

  /** As a machine that was given the same cache. */
  copyOfStore(): string {
    const copy = this.folder();
    cpSync(this.store, copy, { recursive: true });
    return copy;
  }

  remove(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  request(more: Partial<GateRequest> = {}): GateRequest {
    const { directory, provider } = this.#project;
    return requestFor(directory, provider, this.#head, { storeDirectory: this.store, ...more });
  }

  async plan(shards: number | 'auto', more: Partial<GateRequest> = {}): Promise<ShardPlan> {
    const request = this.request(more);
    return (await planShards({ ...request, today: request.today ?? '', shards })).plan;
  }

  /** The whole plan on one machine. */
  reference(plan: ShardPlan, store = this.store): Promise<Report> {
    return gatePlanned(
      { ...this.request({ storeDirectory: store }), plan, planFile: 'plan.json', about: null },
      () => 0,
    );
  }

  async shard(
    plan: ShardPlan,
    shard: number,
    { store = this.store, before = null, attempt = 1, reuse = NO_REUSE }: ShardOptions = {},
  ): Promise<string> {
    const request = { ...this.request({ storeDirectory: store }), plan, planFile: 'plan.json', about: null };
    return runShard({ ...request, shard, attempt, before, reuse }, () => 0);
  }

  merge(
    plan: ShardPlan,
    uploads: readonly GivenUpload[],
    wantsNext = false,
    more: Partial<GateRequest> = {},
  ): Promise<Merged> {
    const request = this.request(more);
    return mergeShards({ ...request, plan, planFile: 'plan.json', about: request, uploads, wantsNext });
  }

  async decide(plan: ShardPlan, uploads: readonly GivenUpload[], more: Partial<GateRequest> = {}): Promise<Report> {
    const merged = await this.merge(plan, uploads, false, more);
    if (merged.kind === 'next') throw new Error('there is another round');
    return merged.report;
  }

  async next(plan: ShardPlan, uploads: readonly GivenUpload[]): Promise<ShardPlan> {
    const merged = await this.merge(plan, uploads, true);
    if (merged.kind === 'decided') throw new Error(`decided: ${merged.report.title}`);
    return merged.plan;
  }
}

export interface ShardOptions {
  readonly store?: string;
  readonly before?: ShardUpload | null;
  readonly attempt?: number;
  readonly reuse?: Reuse;
}

/** An upload as it comes back from wherever it was kept. */
export function given(text: string): GivenUpload {
  const { head } = uploadOf(text);
  return { name: shardFileName(head), read: readShard(text) };
}

export function uploadOf(text: string): ShardUpload {
  const read = readShard(text);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  return read.upload;
}

/** What so many shards would have brought that ran the trials of this one: each its own cases. */
export function dealtOut(whole: ShardUpload, plan: ShardPlan, digest: string): readonly string[] {
  const shards = new Map(plan.cases.map(({ id, shard }) => [id, shard]));
  return plan.limits.map(({ shard }) => {
    const trials = whole.trials.filter(({ ran }) => shards.get(ran.trial.caseId) === shard);
    return writeShard({ ...whole, head: { ...whole.head, shard, plan: digest }, trials });
  });
}

/** A report without what tells of time, and which users the agents ran as. */
export function timeless(report: Report): Report {
  const { isolation } = report.run;
  const run = {
    ...report.run,
    durationMs: 0,
    isolation: isolation.kind === 'uid' ? { ...isolation, uid: 0 } : isolation,
  };
  return { ...report, run };
}
