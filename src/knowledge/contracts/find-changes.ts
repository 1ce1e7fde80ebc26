import { replacedValues } from './enumeration.ts';
import type { ContractSummary, ToolSummary } from './summary.ts';
import { type Sighting, type Switch, switchesIn } from './switches.ts';
import { type AffectedTask, affectedTasks } from './tasks.ts';
import { answersOf, type FacetView, facetViews, sameCallSightings, sameShapeSightings } from './tool-answers.ts';

/** A tool answers comparable calls in another way than before, from a known observation on. */
export interface ContractChange {
  readonly tool: string;
  /** What changed, the strongest first. */
  readonly effects: readonly ContractEffect[];
  /** Microseconds since the Unix epoch: the last sighting of the old answer alone, the first one of the new. */
  readonly lastOldUs: number;
  readonly firstNewUs: number;
  /** The trajectory that first had the new answer. */
  readonly firstNewId: string;
  /** User tasks whose runs had the old answer, and others the new one. */
  readonly tasks: readonly AffectedTask[];
}

interface ContractEffect {
  /** `outcome`, or a path of the result such as `$.items[].price`. */
  readonly path: string;
  /** `result`, `empty`, `error ...` for the outcome; else types with `|` between, or `absent`. */
  readonly from: string;
  readonly to: string;
  /** What made calls comparable: the same arguments, or only the same names and types of them. */
  readonly level: 'same_arguments' | 'same_shape';
  /** Trajectories that had the old answer before, and the new one after; and of how many different calls (or shapes). */
  readonly before: number;
  readonly after: number;
  readonly comparable: number;
  /** Chance of such a clean break where nothing changed, times the comparisons made. */
  readonly p: number;
}

/** Over all tools together. */
const ALPHA = 1e-3;

/** Tools whose answers to comparable calls changed in kind, shape or error; others give nothing. The earliest first. */
export function contractChanges({ tools }: ContractSummary): readonly ContractChange[] {
  const views = new Map([...tools].map(([name, tool]) => [name, facetViews(tool)]));
  const pairs = [...views.values()].flat().map(({ values }) => (values.length * (values.length - 1)) / 2);
  const fields = [...tools.values()].map((tool) => tool.fields.size);
  const tests = [...pairs, ...fields].reduce((sum, count) => sum + count, 0);
  return [...tools]
    .flatMap(([name, tool]) => {
      const answers = (views.get(name) ?? []).flatMap((view) => breaksOf(tool, view, tests));
      const found = [...answers, ...enumBreaks(tool, tests)];
      return grouped(found).map((group) => changeOf(name, tool, group));
    })
    .sort((a, b) => a.firstNewUs - b.firstNewUs || (a.tool < b.tool ? -1 : 1));
}

interface Break extends Switch {
  readonly path: string;
  /** null = of an enumeration, whose values no facet holds. */
  readonly view: FacetView | null;
  readonly level: ContractEffect['level'];
  readonly p: number;
}

/** Equal calls are asked first; where none tells, calls of the same shape. */
function breaksOf(tool: ToolSummary, view: FacetView, tests: number): Break[] {
  return view.values.flatMap((a, index) =>
    view.values.slice(index + 1).flatMap((b) => {
      const significant = (level: Break['level'], sightings: readonly Sighting[]): Break[] =>
        switchesIn(sightings)
          .map((found) => ({ ...found, path: view.path, view, level, p: Math.min(1, Math.exp(found.logP) * tests) }))
          .filter(({ p }) => p <= ALPHA);
      const same = significant('same_arguments', sameCallSightings(tool, view, [a, b])).filter((found) =>
        isTheTools(tool, view, found),
      );
      return same.length > 0 ? same : significant('same_shape', sameShapeSightings(tool, view, [a, b]));
    }),
  );
}

/**
 * A record that was deleted changes what one call returns and is no change of the tool. So while the old answer was alone the
 * new one must have been unknown in all calls of the tool, and either several calls changed over, or none stayed.
 */
function isTheTools(
  tool: ToolSummary,
  view: FacetView,
  { from, to, oldSinceUs, lastOldUs, allNewUs, strata }: Switch,
): boolean {
  const wasKnown = sameShapeSightings(tool, view, [to]).some(
    ({ cell }) => cell.firstUs <= lastOldUs && cell.lastUs >= oldSinceUs,
  );
  if (wasKnown) return false;
  if (strata.length >= 2) return true;
  return ![...tool.calls].some(([call, byClass]) => {
    if (strata.includes(call)) return false;
    const days = answersOf(byClass, view)
      .filter(({ answer }) => answer === from)
      .flatMap(({ answers }) => [...answers.days.values()]);
    return days.some(({ firstUs }) => firstUs <= lastOldUs) && days.some(({ lastUs }) => lastUs >= allNewUs);
  });
}

/** A field of few words whose words were all replaced. */
function enumBreaks(tool: ToolSummary, tests: number): Break[] {
  return [...tool.fields].flatMap(([path, field]) =>
    replacedValues(path, field)
      .map((found) => ({
        ...{ ...found, path, view: null, level: 'same_shape' as const },
        p: Math.min(1, Math.exp(found.logP) * tests),
      }))
      .filter(({ p }) => p <= ALPHA),
  );
}

/** Breaks of one tool whose windows overlap are one change. */
function grouped(breaks: readonly Break[]): readonly (readonly Break[])[] {
  const groups: { fromUs: number; toUs: number; breaks: Break[] }[] = [];
  for (const found of breaks.toSorted((a, b) => a.allNewUs - b.allNewUs)) {
    const group = groups.find(({ fromUs, toUs }) => found.lastOldUs <= toUs && found.allNewUs >= fromUs);
    if (group === undefined) groups.push({ fromUs: found.lastOldUs, toUs: found.allNewUs, breaks: [found] });
    else group.breaks.push(found);
  }
  return groups.map((group) => group.breaks);
}

function changeOf(name: string, tool: ToolSummary, breaks: readonly Break[]): ContractChange {
  const ranked = breaks.toSorted((a, b) => a.logP - b.logP || (a.path < b.path ? -1 : 1));
  const first = breaks.reduce((a, b) => (b.firstNewUs < a.firstNewUs ? b : a));
  return {
    tool: name,
    effects: ranked.map(({ path, from, to, level, before, after, strata, p }) => ({
      ...{ path, from, to, level, before, after, comparable: strata.length, p },
    })),
    lastOldUs: Math.max(...breaks.map(({ lastOldUs }) => lastOldUs)),
    firstNewUs: first.firstNewUs,
    firstNewId: first.firstNewId,
    tasks: affectedTasks(tool, ranked.find(({ view }) => view !== null) ?? null),
  };
}
