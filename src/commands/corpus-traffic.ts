import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import {
  BottomK,
  type ClusterModel,
  clustersHash,
  clustersText,
  fitClusters,
  type StoredTrajectory,
  type TextClusters,
  type TrafficReader,
  uniform,
  userText,
} from '../corpus/index.ts';
import { readTrace } from '../trace/index.ts';
import { type CorpusProject, keptClusters } from './corpus-project.ts';
import type { Surroundings } from './surroundings.ts';

export type Days = readonly (string | null)[];

/** The newest days that have traffic; null = all of them, and what has no time. */
export function newestDays(reader: TrafficReader, most: number | null): Days {
  const days = reader.days();
  return most === null ? days : days.filter((day) => day !== null).slice(-most);
}

const PAUSE_EVERY = 500;
const NOTE_INTERVAL_MS = 10_000;

/** Calls `take` for every trajectory of those days. false = the run was ended before the last one. */
export async function eachTrajectory(
  reader: TrafficReader,
  days: Days,
  phase: string,
  take: (one: StoredTrajectory) => void,
  { signal, warn }: Pick<Surroundings, 'signal' | 'warn'>,
): Promise<boolean> {
  let total = 0;
  for await (const { rows } of reader.table('trajectories', ['steps'], days)) total += rows;
  let done = 0;
  let notedAtMs = performance.now();
  for (const one of reader.trajectories(readTrace, days)) {
    take(one);
    done += 1;
    if (done % PAUSE_EVERY !== 0) continue;
    await setImmediate(); // a signal can come in
    if (signal.aborted) return false;
    if (performance.now() - notedAtMs < NOTE_INTERVAL_MS) continue;
    notedAtMs = performance.now();
    warn(`${phase}: ${done} of ${total} trajectories`);
  }
  return !signal.aborted;
}

const SAMPLE_TEXTS = 2000;

/** Clusters that were found now, and how they are told to the user. */
interface FoundClusters {
  readonly model: ClusterModel;
  readonly file: string;
  readonly texts: number;
}

/**
 * The clusters of texts: those of the file, or found in a sample of the traffic where there is no file yet, where it is about
 * another number or seed, or where `refit` asks for it. null = the run was ended.
 */
export async function clustersFor(
  project: CorpusProject,
  definition: TextClusters,
  refit: boolean,
  traffic: { readonly reader: TrafficReader; readonly days: Days },
  surroundings: Surroundings,
): Promise<{ readonly model: ClusterModel; readonly found: FoundClusters | null } | null> {
  const kept = await keptClusters(project, definition);
  if (kept !== null && !refit && kept.definition === clustersHash(definition)) return { model: kept, found: null };
  const sample = new BottomK<string>(SAMPLE_TEXTS);
  const take = ({ trajectory }: StoredTrajectory): void => {
    const text = userText(trajectory);
    if (text !== '') sample.offer(uniform(`text clusters ${definition.seed} ${trajectory.id}`), () => text);
  };
  const { reader, days } = traffic;
  if (!(await eachTrajectory(reader, days, 'finding text clusters', take, surroundings))) return null;
  const texts = sample.items();
  const model = fitClusters(texts, definition, kept);
  return { model, found: { model, file: definition.file, texts: texts.length } };
}

export async function writeClusters({ root }: CorpusProject, { model, file }: FoundClusters): Promise<void> {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, clustersText(model));
}

export function textClustersOf({ settings }: CorpusProject): TextClusters | null {
  return settings.slices.find((slice) => slice.kind === 'text_clusters') ?? null;
}
