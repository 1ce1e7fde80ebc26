import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { readPlan, type ShardPlan, shardsOf } from '../../src/gate/index.ts';
import { parseReport, type Report } from '../../src/report/index.ts';
import { seededRandom, shuffled } from '../../src/stats/index.ts';
import { makeProject, type Project } from '../replay/project.ts';
import { type Model, startModel } from './model.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const MACHINES_AT_ONCE = 2;

export interface ComparedRun {
  readonly shards: number;
  readonly uploads: number;
  /** Members of the report that are not those of the run on one machine. */
  readonly differing: readonly string[];
}

export interface Compared {
  readonly verdict: string;
  readonly runs: readonly ComparedRun[];
  /** Of the provider, after the run on one machine. */
  readonly callsMore: number;
  readonly idleInRoundTwo: number;
}

export async function compareShards(options: {
  readonly seed: string;
  readonly cases: number;
  readonly shards: readonly number[];
}): Promise<Compared> {
  const project = makeProject({ cases: options.cases, processes: 1, inflight: 4, looks: [1] });
  const model = await startModel(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'pawl-shards-'));
  try {
    const place = new Place(project, model, folder, options.seed);
    // Twice: the first draws, and the second finds all answers, as every machine then does.
    const plan = await place.plan(1);
    await place.whole(plan);
    const whole = await place.whole(plan);
    const calls = model.calls;
    const runs: ComparedRun[] = [];
    let idleInRoundTwo = 0;
    for (const shards of options.shards) {
      const { report, uploads, idle } = await place.onMachines(shards);
      idleInRoundTwo += idle;
      runs.push({ shards, uploads, differing: differences(report, whole) });
    }
    return { verdict: whole.verdict, runs, callsMore: model.calls - calls, idleInRoundTwo };
  } finally {
    await model.stop();
    project.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One pull request of a project, and where its machines keep what they have. */
class Place {
  readonly #project: Project;
  readonly #model: Model;
  readonly #folder: string;
  readonly #random: () => number;

  constructor(project: Project, model: Model, folder: string, seed: string) {
    this.#project = project;
    this.#model = model;
    this.#folder = folder;
    this.#random = seededRandom(`shards ${seed}`);
  }

  async plan(shards: number): Promise<string> {
    const file = this.#at(`plan-${shards}.json`);
    await this.#pawl(
      'plan',
      '--base',
      'main',
      '--head',
      'head',
      '--shards',
      `${shards}`,
      '--out',
      file,
      ...this.#store(),
    );
    return file;
  }

  /** The plan on this machine alone. */
  async whole(plan: string): Promise<Report> {
    const json = this.#at('whole.json');
    await this.#pawl('gate', '--plan', plan, '--json', json, ...this.#store());
    return reportAt(json);
  }

  /** The same on so many machines, each with a copy of what the first one drew. */
  async onMachines(shards: number): Promise<{ report: Report; uploads: number; idle: number }> {
    const plan = await this.plan(shards);
    const out = this.#at(`brought-${shards}`);
    await this.#round(plan, out, []);
    const next = this.#at(`next-${shards}.json`);
    await this.#pawl('merge', '--plan', plan, '--next', next, ...this.#shuffled(out), '--store', this.#at('none'));
    await this.#round(next, out, ['--after', out]);
    const json = this.#at(`report-${shards}.json`);
    const files = this.#shuffled(out);
    await this.#pawl('merge', '--plan', plan, '--json', json, ...files, '--store', this.#at('none'));
    const idle = shardsOf(planAt(plan)).length - shardsOf(planAt(next)).length;
    return { report: reportAt(json), uploads: files.length, idle };
  }

  /** All shards of a round in shuffled order, and one of them once more. */
  async #round(file: string, out: string, more: readonly string[]): Promise<void> {
    const plan = planAt(file);
    const shards = shuffled(shardsOf(plan), this.#random);
    const run = (shard: number, attempt: number): Promise<void> => {
      const part = ['--shard', `${shard}/${plan.shards}`, '--attempt', `${attempt}`, '--out', out];
      return this.#pawl(
        'gate',
        '--plan',
        file,
        ...part,
        ...more,
        ...this.#store(`${out}-${plan.round}-${shard}-${attempt}`),
      );
    };
    const limit = pLimit(MACHINES_AT_ONCE);
    await Promise.all(shards.map((shard) => limit(() => run(shard, 1))));
    const [again] = shards;
    if (again !== undefined) await run(again, 2);
  }

  #shuffled(folder: string): readonly string[] {
    return shuffled(readdirSync(folder).sort(), this.#random).map((name) => join(folder, name));
  }

  /** The first machine's store, or another's, which is a copy. */
  #store(copy: string | null = null): readonly string[] {
    const own = this.#at('store');
    if (copy !== null) cpSync(own, `${copy}-store`, { recursive: true });
    return ['--store', copy === null ? own : `${copy}-store`, '--provider-url', `openai=${this.#model.url}`];
  }

  #at(name: string): string {
    return join(this.#folder, name);
  }

  /** Exit codes of verdicts are results; others are not. */
  async #pawl(...args: readonly string[]): Promise<void> {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, BENCH_DURATIONS: this.#project.durations };
    const child = spawn(process.execPath, [CLI, ...args], { cwd: this.#project.directory, env, stdio: 'pipe' });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
    const [code] = await once(child, 'close');
    if (code === 2 || code === 3) throw new Error(`pawl ${args.join(' ')} ended with ${code}:\n${said.join('')}`);
  }
}

function planAt(file: string): ShardPlan {
  return readPlan(readFileSync(file, 'utf8'), file);
}

function reportAt(file: string): Report {
  return parseReport(readFileSync(file, 'utf8'));
}

/** What tells of time, and which users the agents ran as, may differ. */
function differences(report: Report, whole: Report): readonly string[] {
  const members = (one: Report): Map<string, string> => {
    const { durationMs: _, isolation, ...run } = one.run;
    const all = { ...one, run: null, ...prefixed({ ...run, isolation: isolation.kind }) };
    return new Map(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value)]));
  };
  const [a, b] = [members(report), members(whole)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

function prefixed(run: object): object {
  return Object.fromEntries(Object.entries(run).map(([name, value]) => [`run.${name}`, value]));
}
