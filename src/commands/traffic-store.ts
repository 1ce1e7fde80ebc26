import { resolve } from 'node:path';
import { readRedactionSettings } from '../config/index.ts';
import { type Labels, type Projection, TrafficReader, TrafficStore } from '../corpus/index.ts';
import { type ObservedTrajectory, REDACTION_KINDS, readTrace } from '../trace/index.ts';
import { keyIn, redactorWith } from './redaction.ts';
import { settingsPart } from './settings-part.ts';
import type { Surroundings } from './surroundings.ts';

export interface TrafficStoreOptions {
  readonly store: string;
}

export interface TrafficWriterOptions extends TrafficStoreOptions {
  /** Absent = `pawl.yml`, where there is one. */
  readonly config?: string;
}

/** @throws UserError where there is no traffic yet. */
export function readTraffic(options: TrafficStoreOptions, surroundings: Surroundings): Promise<TrafficReader> {
  return TrafficReader.open(directoryOf(options, surroundings));
}

/** The store's traffic, for writing. Whoever opens it closes it. */
export async function openTraffic(options: TrafficWriterOptions, surroundings: Surroundings): Promise<TrafficStore> {
  const { part: settings } = await settingsPart(options.config, surroundings, readRedactionSettings);
  return TrafficStore.open(directoryOf(options, surroundings), {
    projection: trafficProjection,
    key: keyIn(surroundings.environment, settings),
    redactorOf: (key) => redactorWith(key, settings, REDACTION_KINDS),
  });
}

function directoryOf({ store }: TrafficStoreOptions, { directory }: Surroundings): string {
  return resolve(directory, store);
}

export const trafficProjection: Projection = { assemble: readTrace, labels: labelsOf };

/** Slices and cohorts that the recording itself names, with commas between. */
export function labelsOf({ attributes }: Pick<ObservedTrajectory, 'attributes'>): Labels {
  const named = (name: string): string[] => {
    const value = attributes[name];
    if (typeof value !== 'string') return [];
    return value.split(',').flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
  };
  return { slices: named('pawl.slices'), cohorts: named('pawl.cohorts') };
}
