import { resolve } from 'node:path';
import { readRedactionSettings, readSlices } from '../config/index.ts';
import {
  cohortsOf,
  DEFAULT_SLICES,
  type Projection,
  type Slicer,
  TrafficReader,
  TrafficStore,
} from '../corpus/index.ts';
import { READERS_VERSION, REDACTION_KINDS, readTrace } from '../trace/index.ts';
import { keyIn, redactorWith } from './redaction.ts';
import { settingsPart } from './settings-part.ts';
import { slicerWith, slowLines, trafficSlicer } from './slicer.ts';
import type { Surroundings } from './surroundings.ts';

export interface TrafficStoreOptions {
  readonly store: string;
}

/** `config`: the settings that say the slices. */
export interface TrafficWriterOptions extends TrafficStoreOptions {
  /** Absent = `pawl.yml`, where there is one. */
  readonly config?: string;
}

/** @throws UserError where there is no traffic yet. */
export function readTraffic(options: TrafficStoreOptions, surroundings: Surroundings): Promise<TrafficReader> {
  return TrafficReader.open(directoryOf(options, surroundings));
}

/** The store's traffic, and how it is read today: by which readers, and into which slices. */
export interface TrafficHistory {
  readonly reader: TrafficReader;
  readonly projection: Projection;
}

/** @throws UserError where there is no traffic yet. */
export async function trafficHistory(
  options: TrafficWriterOptions,
  surroundings: Surroundings,
): Promise<TrafficHistory> {
  const reader = await readTraffic(options, surroundings);
  const { part: definitions } = await settingsPart(options.config, surroundings, readSlices);
  return { reader, projection: projectionBy(await trafficSlicer(definitions, surroundings)) };
}

/** The store's traffic, for writing, sliced and redacted as the settings say. Whoever opens it closes it. */
export async function openTraffic(options: TrafficWriterOptions, surroundings: Surroundings): Promise<TrafficStore> {
  const { part: settings } = await settingsPart(options.config, surroundings, readRedactionSettings);
  const { part: definitions } = await settingsPart(options.config, surroundings, readSlices);
  return TrafficStore.open(directoryOf(options, surroundings), {
    projection: projectionBy(await trafficSlicer(definitions, surroundings)),
    key: keyIn(surroundings.environment, settings),
    redactorOf: (key) => redactorWith(key, settings, REDACTION_KINDS),
  });
}

function directoryOf({ store }: TrafficStoreOptions, { directory }: Surroundings): string {
  return resolve(directory, store);
}

function projectionBy(slicer: Slicer): Projection {
  return {
    assemble: readTrace,
    labels: (trajectory) => ({
      slices: slicer.slicesOf(trajectory).map(({ name }) => name),
      cohorts: cohortsOf(trajectory),
    }),
    slicesVersion: slicer.version,
    readersVersion: READERS_VERSION,
    notices: () => slowLines(slicer),
  };
}

/** As of settings that say nothing of slices. */
export const trafficProjection = projectionBy(slicerWith(DEFAULT_SLICES, null));
