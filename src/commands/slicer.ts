import { repositoryRoot } from '../changes/index.ts';
import { type ClusterModel, type SliceDefinition, type Slicer, slicerOf } from '../corpus/index.ts';
import { withinTime } from '../replay/index.ts';
import { keptClusters } from './corpus-project.ts';
import type { Surroundings } from './surroundings.ts';

/** A pattern that takes longer for one text is not waited for. */
const MAX_PATTERN_MS = 200;

/** `clusters` must be there where the definitions have text clusters. */
export function slicerWith(definitions: readonly SliceDefinition[], clusters: ClusterModel | null): Slicer {
  return slicerOf({ definitions, clusters, withinTime: (act) => withinTime(act, MAX_PATTERN_MS) });
}

/** For traffic as it comes in: before clusters were found there, it is in no slice of theirs. */
export async function trafficSlicer(
  definitions: readonly SliceDefinition[],
  { directory, warn }: Pick<Surroundings, 'directory' | 'warn'>,
): Promise<Slicer> {
  const clustered = definitions.find((slice) => slice.kind === 'text_clusters');
  if (clustered === undefined) return slicerWith(definitions, null);
  const clusters = await keptClusters({ root: await repositoryRoot(directory) }, clustered);
  if (clusters !== null) return slicerWith(definitions, clusters);
  const later = 'pawl corpus build finds the clusters, and pawl traffic compact then puts them into the tables';
  warn(`without slices by text clusters: ${clustered.file} is not there yet (${later})`);
  return slicerWith(
    definitions.filter((slice) => slice !== clustered),
    null,
  );
}

/** Rules that took too long, a line each. */
export function slowLines(slicer: Slicer): string[] {
  return [...slicer.slow()].map(
    ([rule, times]) => `slice ${rule}: its pattern took too long for ${times} trajectories, which are not in it`,
  );
}
