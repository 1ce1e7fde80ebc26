import { ARGUMENTS, OUTCOME } from './reading.ts';
import type { CallAnswers, ToolSummary } from './summary.ts';
import type { Sighting } from './switches.ts';

/** Two answers that differ in one facet are told apart among the most frequent ones. */
const MAX_ANSWERS = 24;

/** One facet of a tool's answers: which value each class of answers has there. */
export interface FacetView {
  readonly path: string;
  /** By class; a class that says nothing of it is left out. */
  readonly valueIn: ReadonlyMap<string, string>;
  /** The most frequent first. */
  readonly values: readonly string[];
}

const ABSENT = 'absent';

/** Every facet that has at least two values in the tool's answers. */
export function facetViews(tool: ToolSummary): readonly FacetView[] {
  const tables = [...tool.classes].map(([name, { facets }]) => ({ name, facets: new Map(facets) }));
  const paths = new Set(tables.flatMap(({ facets }) => [...facets.keys()]));
  return [...paths]
    .filter((path) => !path.startsWith(ARGUMENTS))
    .sort()
    .flatMap((path) => {
      const valueIn = new Map<string, string>();
      const counts = new Map<string, number>();
      for (const { name, facets } of tables) {
        const value = facets.get(path) ?? (isMissingMember(facets, path) ? ABSENT : null);
        if (value === null) continue;
        valueIn.set(name, value);
        counts.set(value, (counts.get(value) ?? 0) + classCount(tool, name));
      }
      const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MAX_ANSWERS);
      return ranked.length < 2 ? [] : [{ path, valueIn, values: ranked.map(([value]) => value) }];
    });
}

/** Sightings of both values in calls with equal arguments that were answered in both ways. */
export function sameCallSightings(tool: ToolSummary, view: FacetView, pair: readonly [string, string]): Sighting[] {
  return [...tool.calls].flatMap(([call, byClass]) => {
    const found = answersOf(byClass, view).filter(({ answer }) => pair.includes(answer));
    if (new Set(found.map(({ answer }) => answer)).size < 2) return [];
    return found.flatMap(({ answer, answers }) =>
      [...answers.days.values()].map((cell) => ({ answer, stratum: call, cell })),
    );
  });
}

/** Sightings of both values in all calls; those whose arguments have the same names and types are comparable. */
export function sameShapeSightings(tool: ToolSummary, view: FacetView, values: readonly string[]): Sighting[] {
  return [...tool.classes].flatMap(([name, { facets, days }]) => {
    const answer = view.valueIn.get(name);
    if (answer === undefined || !values.includes(answer)) return [];
    const stratum = JSON.stringify(facets.filter(([path]) => path.startsWith(ARGUMENTS)));
    return [...days.values()].map((cell) => ({ answer, stratum, cell }));
  });
}

export function answersOf(
  byClass: ReadonlyMap<string, CallAnswers>,
  view: FacetView,
): { readonly answer: string; readonly answers: CallAnswers }[] {
  return [...byClass].flatMap(([name, answers]) => {
    const answer = view.valueIn.get(name);
    return answer === undefined ? [] : [{ answer, answers }];
  });
}

function classCount({ classes }: ToolSummary, name: string): number {
  return [...(classes.get(name)?.days.values() ?? [])].reduce((sum, { count }) => sum + count, 0);
}

/** An object was there and did not have the member. */
function isMissingMember(facets: ReadonlyMap<string, string>, path: string): boolean {
  const dot = path.lastIndexOf('.');
  if (path === OUTCOME || dot < 0) return false;
  return (facets.get(path.slice(0, dot)) ?? '').split('|').includes('object');
}
