import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  type Case,
  caseIdOf,
  type Draw,
  type DrawnDraft,
  drawCases,
  mergeDraw,
  PopulationBuilder,
  REJECTIONS,
  type Rejection,
  readEntries,
  replayable,
  type Slicer,
  type StoredTrajectory,
  shinglesOf,
  signatureOf,
  TrafficReader,
  writeCorpus,
} from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import { renderBuild } from '../report/index.ts';
import { type Json, readTrace } from '../trace/index.ts';
import { drawnCase } from './corpus-cases.ts';
import {
  type CorpusOptions,
  type CorpusProject,
  corpusSources,
  fileSource,
  openProject,
  outFile,
  wholeNumber,
} from './corpus-project.ts';
import { clustersFor, type Days, eachTrajectory, newestDays, textClustersOf, writeClusters } from './corpus-traffic.ts';
import { redactionLines, redactorOf } from './redaction.ts';
import { slicerWith } from './slicer.ts';
import type { Surroundings } from './surroundings.ts';

interface CorpusBuildOptions extends CorpusOptions {
  readonly store: string;
  readonly out: string;
  readonly size: string;
  readonly perSlice: string;
  readonly days?: string;
  readonly seed: string;
  readonly refit?: boolean;
}

/** `pawl corpus build`: draws cases from the traffic store into a corpus file. Ends with 4 where it could draw none, or not all. */
export async function corpusBuildCommand(options: CorpusBuildOptions, surroundings: Surroundings): Promise<number> {
  const size = wholeNumber('--size', options.size, 1);
  const perSlice = wholeNumber('--per-slice', options.perSlice, 0);
  const most = options.days === undefined ? null : wholeNumber('--days', options.days, 1);
  const project = await openProject(options, surroundings);
  const out = outFile(options.out, project, surroundings);
  const held = await heldCases(project, out);
  const reader = await TrafficReader.open(resolve(surroundings.directory, options.store));
  if (reader.waitingBytes > 0)
    surroundings.warn('some traffic was added and is in no table yet: run pawl ingest to its end to draw from it too');
  const days = newestDays(reader, most);
  const definition = textClustersOf(project);
  const refit = options.refit === true;
  const clusters =
    definition === null ? undefined : await clustersFor(project, definition, refit, { reader, days }, surroundings);
  if (clusters === null) return interrupted(surroundings);
  const slicer = slicerWith(project.settings.slices, clusters?.model ?? null);
  const draw = { seed: options.seed, size, perSlice, newestDay: days.at(-1) ?? null };
  const input = project.settings.caseInput;
  const wanted = { slicer, input, taken: held.elsewhere };
  const population = await populationOf(reader, days, wanted, draw, surroundings);
  if (population === null) return interrupted(surroundings);
  const drawn = drawCases(population.built);
  const redact = redactorOf(project.settings.redaction, [], surroundings);
  const facts = { by: 'build', store: options.store, at: surroundings.now.toISOString(), seed: options.seed } as const;
  const made = await makeCases(reader, drawn, { slicer, redact, facts, input }, surroundings.signal);
  if (surroundings.signal.aborted) return interrupted(surroundings);
  const nothing = { cases: held.here, added: 0, again: 0, kept: held.here.length, dropped: 0 };
  const merged = made.drafts.length > 0 ? mergeDraw(held.here, made.drafts) : nothing;
  if (clusters?.found !== undefined && clusters.found !== null) await writeClusters(project, clusters.found);
  if (made.drafts.length > 0) await writeCorpus(out.path, merged.cases);
  const isRead = !existsSync(out.path) || (await corpusSources(project)).some(({ path }) => path === out.name);
  surroundings.print(
    renderBuild(
      {
        ...{ out: out.name, seed: options.seed, days, drawn, merged, problems: made.problems, isRead },
        ...{
          rejected: population.rejected,
          traffic: population.built.all.traffic,
          sliceless: population.built.sliceless,
        },
        ...{ slow: slicer.slow(), slicesVersion: slicer.version, clusters: clusters?.found ?? null },
      },
      REJECTIONS,
    ),
  );
  for (const line of redactionLines(redact)) surroundings.print(line);
  return made.drafts.length === 0 || made.problems.length > 0 ? 4 : 0;
}

function interrupted({ warn }: Pick<Surroundings, 'warn'>): number {
  warn('interrupted: nothing was written; the same command draws the same cases');
  return 4;
}

interface HeldCases {
  /** Of the file that is written. */
  readonly here: readonly Case[];
  /** Ids that are taken or retired: nothing is drawn for them. */
  readonly elsewhere: ReadonlySet<string>;
}

async function heldCases(
  project: CorpusProject,
  out: { readonly path: string; readonly name: string },
): Promise<HeldCases> {
  const sources = await corpusSources(project);
  const others = await readEntries(sources.filter(({ path }) => path !== out.name));
  const here = await readEntries(existsSync(out.path) ? [fileSource(out.path)] : []);
  if (here.problems.length > 0) {
    // Writing the file would lose these lines.
    const problems = here.problems.map(({ file, line, reason }) => ({
      where: line === null ? file : `${file}:${line}`,
      ...{ message: reason, hint: 'mend or remove the line first' },
    }));
    throw new UserError(problems);
  }
  const retired = here.entries.filter((entry) => entry.case.status === 'retired');
  return {
    here: here.entries.map((entry) => entry.case),
    elsewhere: new Set([...others.entries, ...retired].map((entry) => entry.case.id)),
  };
}

/** What makes a trajectory a candidate. */
interface Wanted {
  readonly slicer: Slicer;
  /** The template of cases' inputs. */
  readonly input: Json;
  /** Ids of cases for which nothing is drawn. */
  readonly taken: ReadonlySet<string>;
}

/** Counts all of the traffic and keeps candidates. null = the run was ended. */
async function populationOf(
  reader: TrafficReader,
  days: Days,
  { slicer, input, taken }: Wanted,
  options: ConstructorParameters<typeof PopulationBuilder>[0],
  surroundings: Surroundings,
) {
  const builder = new PopulationBuilder(options);
  const rejected = new Map<Rejection | 'taken', number>();
  const take = ({ day, traceId, trajectory }: StoredTrajectory): void => {
    const names = slicer.slicesOf(trajectory).map(({ name }) => name);
    const slices = names.length === 0 ? ['default'] : names;
    const { id, startUs } = trajectory;
    const turn = taken.has(caseIdOf(id)) ? 'taken' : replayable(trajectory, input);
    if (typeof turn === 'string') rejected.set(turn, (rejected.get(turn) ?? 0) + 1);
    const signature = typeof turn === 'string' ? null : () => signatureOf(shinglesOf(turn));
    builder.add({ id, traceId, day, startUs, slices }, signature);
  };
  const whole = await eachTrajectory(reader, days, 'reading traffic', take, surroundings);
  return whole ? { built: builder.build(), rejected } : null;
}

/** In the order of the draw. Unfinished where the run was ended. */
async function makeCases(
  reader: TrafficReader,
  { cases }: Draw,
  how: Parameters<typeof drawnCase>[3],
  signal: AbortSignal,
) {
  const byKey = Map.groupBy(cases, ({ candidate }) => candidate.traceId ?? candidate.id);
  const made = new Map<string, ReturnType<typeof drawnCase>>();
  for (const { key, trajectories } of reader.findAll(byKey.keys(), readTrace)) {
    for (const { candidate, weight } of byKey.get(key) ?? []) {
      const trajectory = trajectories.find(({ id }) => id === candidate.id);
      if (trajectory !== undefined) made.set(candidate.id, drawnCase(trajectory, candidate.traceId, weight, how));
    }
    await setImmediate(); // a signal can come in
    if (signal.aborted) break;
  }
  const drafts: DrawnDraft[] = [];
  const problems: string[] = [];
  for (const { candidate } of cases) {
    const one = made.get(candidate.id) ?? { problem: 'it is no longer in the store' };
    if ('problem' in one) problems.push(`${candidate.id}: ${one.problem}`);
    else drafts.push(one);
  }
  return { drafts, problems };
}
