import { resolve } from 'node:path';
import { type Labels, type Projection, redactLine, TrafficStore } from '../corpus/index.ts';
import { type ObservedTrajectory, readTrace } from '../trace/index.ts';
import type { Surroundings } from './surroundings.ts';

export interface TrafficStoreOptions {
  readonly store: string;
}

export function storeDirectory({ store }: TrafficStoreOptions, { directory }: Pick<Surroundings, 'directory'>): string {
  return resolve(directory, store);
}

/** The store's traffic, for writing. Whoever opens it closes it. */
export function openTraffic(options: TrafficStoreOptions, surroundings: Surroundings): Promise<TrafficStore> {
  return TrafficStore.open(storeDirectory(options, surroundings), {
    projection: trafficProjection,
    redact: redactLine,
  });
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
