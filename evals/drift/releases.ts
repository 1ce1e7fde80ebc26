import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { updateCommand } from '../../src/commands/incidents.ts';
import { trafficProjection } from '../../src/commands/traffic-store.ts';
import { readerNamed, TrafficStore } from '../../src/corpus/index.ts';
import { seededRandom, stratExact } from '../../src/stats/index.ts';
import { isJsonObject, type ObservedTrajectory, parseJson } from '../../src/trace/index.ts';

/** Releases over time, made of runs that AgentDojo's authors recorded: one pipeline serves, then another; or the mix changes. */
export interface Release {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Trajectories a day and suite, before and after. */
  readonly mix: readonly (readonly [suite: string, before: number, after: number])[];
}

/** What `pawl incidents update` made of it, and what is true of the recorded runs. */
export interface ReleaseFound {
  readonly incidents: number;
  readonly kind: string;
  /** What the first of the suspects is. */
  readonly firstSuspect: string;
  /** Slices in which success alarmed, and those whose recorded runs differ (Fisher's exact test, 1 %). */
  readonly alarmed: readonly string[];
  readonly moved: readonly string[];
}

const RUNS = join(import.meta.dirname, '../../../shared/data/agentdojo/runs');
export const hasRuns = existsSync(RUNS);

/** Over how many days, and at which share of the traffic. */
export interface Extent {
  readonly daysBefore: number;
  readonly daysAfter: number;
  readonly share: number;
}

const WHOLE: Extent = { daysBefore: 75, daysAfter: 10, share: 1 };
const FIRST_MS = Date.parse('2026-06-01T00:00:00Z');
const MS_A_DAY = 86_400_000;
const LEVEL = 0.01;
const PER_SLICE = 40;
const SUITES = ['banking', 'slack', 'travel', 'workspace'];
const EVEN = SUITES.map((suite) => [suite, PER_SLICE, PER_SLICE] as const);

export const RELEASES: readonly Release[] = [
  {
    ...{ name: 'gpt-4-turbo -> gpt-4o', mix: EVEN },
    ...{ before: 'gpt-4-turbo-2024-04-09', after: 'gpt-4o-2024-05-13' },
  },
  { name: 'gemini-1.5-pro 001 -> 002', mix: EVEN, before: 'gemini-1.5-pro-001', after: 'gemini-1.5-pro-002' },
  {
    ...{ name: 'a change of mix alone', before: 'gemini-1.5-pro-002', after: 'gemini-1.5-pro-002' },
    mix: [
      ['slack', 90, 20],
      ['travel', 20, 90],
      ['workspace', 50, 50],
    ],
  },
];

export async function release(plan: Release, seed: string, extent = WHOLE): Promise<ReleaseFound> {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-releases-'));
  try {
    const [before, after] = [runsOf(plan.before), runsOf(plan.after)];
    layOutCommits(folder, plan, extent);
    await fillStore(join(folder, 'store'), plan, extent, { before, after }, seed);
    return { ...(await incidentsIn(folder, extent)), moved: movedIn(plan, before, after) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Runs = ReadonlyMap<string, readonly ObservedTrajectory[]>;

/** By suite; without what nobody watches, so that a store of many days is small. */
function runsOf(pipeline: string): Runs {
  const file = readerNamed('agentdojo', pipeline).open();
  const lines = gunzipSync(readFileSync(join(RUNS, `${pipeline}.jsonl.gz`))).toString('utf8');
  const runs = lines.split('\n').flatMap((line, index) => {
    const record = parseJson(line);
    return isJsonObject(record) ? file.record(record, `line ${index + 1}`).trajectories : [];
  });
  return Map.groupBy(
    runs.map((run) => ({
      ...run,
      attributes: { 'pawl.slices': String(run.attributes.suite_name) },
      output: null,
      steps: run.steps.map((step) =>
        step.kind === 'model_call'
          ? { ...step, input: null, output: null, tools: null }
          : { ...step, outcome: step.outcome.kind === 'error' ? step.outcome : { kind: 'unknown' as const } },
      ),
    })),
    ({ attributes }) => attributes['pawl.slices'],
  );
}

async function fillStore(
  store: string,
  { mix }: Release,
  { daysBefore, daysAfter, share }: Extent,
  runs: { before: Runs; after: Runs },
  seed: string,
): Promise<void> {
  const asItIs = {
    json: <T>(value: T): T => value,
    text: (text: string) => text,
    selected: <T>(value: T): T => value,
    isClean: () => true,
    report: () => [],
  };
  const traffic = await TrafficStore.open(store, { projection: trafficProjection, redactorOf: () => asItIs });
  try {
    const random = seededRandom(`releases ${seed}`);
    for (let day = 0; day < daysBefore + daysAfter; day += 1) {
      for (const [suite, perDayBefore, perDayAfter] of mix) {
        const from = (day < daysBefore ? runs.before : runs.after).get(suite) ?? [];
        for (let nth = 0; nth < share * (day < daysBefore ? perDayBefore : perDayAfter); nth += 1) {
          const run = from[Math.floor(random() * from.length)];
          if (run === undefined) throw new Error(`no runs of ${suite}`);
          const startUs = 1000 * (FIRST_MS + (day + random()) * MS_A_DAY);
          traffic.add({ kind: 'trajectory', trajectory: { ...run, id: `${day}/${suite}/${nth}`, startUs } });
        }
      }
    }
    await traffic.fold(new AbortController().signal);
  } finally {
    traffic.close();
  }
}

/** The pin changes with the release; prompts are edited in other weeks. */
function layOutCommits(folder: string, { before, after }: Release, { daysBefore }: Extent): void {
  const git = (args: readonly string[], atMs: number): void => {
    const date = new Date(atMs).toISOString();
    const who = ['-c', 'user.name=A Developer', '-c', 'user.email=dev@example.com', '-c', 'commit.gpgsign=false'];
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    execFileSync('git', [...who, ...args], { cwd: folder, env, stdio: 'pipe' });
  };
  const commit = (day: number, subject: string, file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
    git(['add', '.'], FIRST_MS);
    git(['commit', '--quiet', '--allow-empty', '-m', subject], FIRST_MS + day * MS_A_DAY);
  };
  git(['init', '--quiet', '--initial-branch=main'], FIRST_MS);
  writeFileSync(join(folder, '.gitignore'), 'store\n');
  writeFileSync(join(folder, 'pawl.yml'), SETTINGS);
  commit(0, 'First version', 'pin.json', JSON.stringify({ model: before }));
  for (const day of [30, 15, 5, 2].map((earlier) => daysBefore - earlier))
    commit(day, `Word it better (#${day})`, 'prompt.md', `Version ${day}.\n`);
  if (before !== after) commit(daysBefore, `Use ${after} (#99)`, 'pin.json', JSON.stringify({ model: after }));
  commit(daysBefore + 4, 'Word it still better (#100)', 'prompt.md', 'The last version.\n');
}

const SETTINGS = `version: 1
agent:
  name: releases
  paths: ["prompt.md", "pin.json"]
  command: "true"
prompts: ["prompt.md"]
model_pins:
  - { name: main, file: pin.json, pointer: /model }
corpus: ["corpus/*.jsonl"]
`;

async function incidentsIn(directory: string, { daysBefore, daysAfter }: Extent): Promise<Omit<ReleaseFound, 'moved'>> {
  const printed: string[] = [];
  const now = new Date(FIRST_MS + (daysBefore + daysAfter) * MS_A_DAY);
  const surroundings = {
    ...{
      directory,
      environment: {},
      stdin: () => Readable.from([]),
      terminal: false,
      alone: false,
      width: 120,
      color: false,
    },
    ...{ print: (text: string) => printed.push(text), warn: () => undefined, now },
    signal: new AbortController().signal,
  };
  const since = new Date(FIRST_MS + (daysBefore - 7) * MS_A_DAY).toISOString().slice(0, 10);
  await updateCommand({ store: 'store', ref: 'HEAD', accepted: [], since, json: true }, surroundings);
  const { incidents } = JSON.parse(printed.join('\n'));
  const [first] = incidents;
  const alarms: readonly { readonly dimension: string; readonly group: string }[] = first?.alarms ?? [];
  return {
    incidents: incidents.length,
    kind: first?.kind ?? 'none',
    firstSuspect: first?.suspects[0]?.what ?? 'nothing that is listed',
    alarmed: alarms
      .filter(({ dimension, group }) => dimension === 'success' && group.startsWith('slice '))
      .map(({ group }) => group.slice('slice '.length))
      .sort(),
  };
}

function movedIn({ mix }: Release, before: Runs, after: Runs): readonly string[] {
  const passed = (runs: readonly ObservedTrajectory[]): number =>
    runs.filter(({ outcomes }) => outcomes[0]?.passed === true).length;
  return mix
    .map(([suite]) => suite)
    .filter((suite) => {
      const [old, now] = [before.get(suite) ?? [], after.get(suite) ?? []];
      const counts = { n0: old.length, s0: passed(old), n1: now.length, s1: passed(now) };
      const { p, pUpper } = stratExact([{ kind: 'labels', ...counts }]);
      return 2 * Math.min(p, pUpper) < LEVEL;
    })
    .sort();
}
