/** What computed a result: equal versions give equal results for equal trajectories in equal slices. */
export interface DefinitionId {
  readonly name: string;
  readonly version: string;
}

/** A definition, and by which readers and slices it saw the traffic: equal ones give equal results for equal traffic. */
export interface ComputedBy extends DefinitionId {
  /** null = results did not say it then. */
  readonly readers: string | null;
  readonly slices: string | null;
}

export function isSameVersion(a: ComputedBy, b: ComputedBy): boolean {
  return a.name === b.name && a.version === b.version && a.readers === b.readers && a.slices === b.slices;
}
