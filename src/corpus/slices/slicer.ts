import { hashJson, type ObservedTrajectory, type WithinTime } from '../../trace/index.ts';
import { type ClusterModel, clusterOf } from './cluster-model.ts';
import { testOf } from './condition.ts';
import { OWN_COHORTS, type SliceDefinition, type TextClusters } from './definition.ts';
import { attributeValues, firstToolName, fitting, lengthName, toolSetName } from './derived.ts';
import { userText } from './texts.ts';

/** A slice that a trajectory is in, and the version of the definition that put it there. */
interface ComputedSlice {
  readonly name: string;
  readonly version: string;
}

export interface Slicer {
  /** Every slice once, in the order of the definitions; empty = none of them says anything. */
  readonly slicesOf: (trajectory: ObservedTrajectory) => readonly ComputedSlice[];
  /** Of all definitions together. */
  readonly version: string;
  /** Rules that took longer than anybody waits, and for how many trajectories: these are then in no slice of theirs. */
  readonly slow: () => ReadonlyMap<string, number>;
}

interface SlicerOptions {
  readonly definitions: readonly SliceDefinition[];
  /** Must be there where the definitions have text clusters. */
  readonly clusters: ClusterModel | null;
  readonly withinTime: WithinTime;
}

type NamesOf = (trajectory: ObservedTrajectory) => readonly string[];

const VERSION_DIGITS = 12;

/** Definitions ready to be used on any number of trajectories. */
export function slicerOf({ definitions, clusters, withinTime }: SlicerOptions): Slicer {
  const slow = new Map<string, number>();
  const takesLong = (rule: string): void => {
    slow.set(rule, (slow.get(rule) ?? 0) + 1);
  };
  const parts = definitions.map((definition) => ({
    namesOf: namesBy(definition, clusters, withinTime, takesLong),
    version: versionOf(definition, clusters),
  }));
  return {
    slicesOf: (trajectory) => {
      const found = new Map<string, ComputedSlice>();
      for (const { namesOf, version } of parts) {
        for (const name of namesOf(trajectory).map(fitting)) if (!found.has(name)) found.set(name, { name, version });
      }
      return [...found.values()];
    },
    version: hashJson(parts.map(({ version }) => version)).slice(0, VERSION_DIGITS),
    slow: () => slow,
  };
}

/** The user groups that the recording itself names. */
export function cohortsOf(trajectory: ObservedTrajectory): readonly string[] {
  return attributeValues(trajectory, OWN_COHORTS).map(fitting);
}

/** Equal for definitions that give equal slices: of text clusters the clusters count, not how they were found. */
export function versionOf(definition: SliceDefinition, clusters: ClusterModel | null): string {
  const means =
    definition.kind === 'text_clusters' ? { kind: definition.kind, ...modelOf(definition, clusters) } : definition;
  return hashJson(means).slice(0, VERSION_DIGITS);
}

function modelOf(definition: TextClusters, clusters: ClusterModel | null) {
  if (clusters === null) throw new Error(`the text clusters of ${definition.file} were not read`);
  const { vocabulary } = clusters;
  return {
    idf: [...vocabulary.idf],
    clusters: clusters.clusters.map(({ name, centre }) => ({ name, centre: [...centre] })),
  };
}

function namesBy(
  definition: SliceDefinition,
  clusters: ClusterModel | null,
  withinTime: WithinTime,
  takesLong: (rule: string) => void,
): NamesOf {
  switch (definition.kind) {
    case 'attribute': {
      const { attribute, name } = definition;
      return (trajectory) =>
        attributeValues(trajectory, attribute).map((value) => (name === null ? value : `${name}: ${value}`));
    }
    case 'rule': {
      const { name, when } = definition;
      const test = testOf(when, withinTime);
      return (trajectory) => {
        const holds = test(trajectory);
        if (holds === null) takesLong(name);
        return holds === true ? [name] : [];
      };
    }
    case 'tool_set':
      return (trajectory) => [toolSetName(trajectory)];
    case 'first_tool':
      return (trajectory) => [firstToolName(trajectory)];
    case 'length':
      return (trajectory) => [lengthName(trajectory, definition.bounds)];
    case 'text_clusters': {
      if (clusters === null) throw new Error(`the text clusters of ${definition.file} were not read`);
      return (trajectory) => [clusterOf(userText(trajectory), clusters)];
    }
    default:
      return definition satisfies never;
  }
}
