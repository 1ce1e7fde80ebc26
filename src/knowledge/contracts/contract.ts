import { enumeration } from './enumeration.ts';
import { OUTCOME } from './reading.ts';
import type { ContractSummary, ToolSummary } from './summary.ts';

/** What a tool was seen to take and to answer. */
export interface Contract {
  readonly tool: string;
  /** Answers by kind: `result`, `empty`, `error ...`. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly fields: readonly ContractField[];
}

/** A path of the arguments (`arguments.city`) or of results (`$.items[].price`). */
interface ContractField {
  readonly path: string;
  readonly types: readonly string[];
  /** Some answers that could have had it did not. */
  readonly optional: boolean;
  /** All values ever seen, as JSON, where they are few words that recur; null = it is no enumeration. */
  readonly enum: readonly string[] | null;
}

/** Schemas as inferred from all days of the summary, by tool. */
export function contractsOf({ tools }: ContractSummary): readonly Contract[] {
  return [...tools].map(([name, tool]) => contractOf(name, tool)).sort((a, b) => (a.tool < b.tool ? -1 : 1));
}

function contractOf(name: string, tool: ToolSummary): Contract {
  const outcomes = new Map<string, number>();
  const types = new Map<string, Set<string>>();
  const tables = [...tool.classes.values()].map(({ facets, days }) => ({
    facets: new Map(facets),
    count: [...days.values()].reduce((sum, cell) => sum + cell.count, 0),
  }));
  for (const { facets, count } of tables)
    for (const [path, value] of facets) {
      if (path === OUTCOME) outcomes.set(value, (outcomes.get(value) ?? 0) + count);
      else types.set(path, new Set([...(types.get(path) ?? []), ...value.split('|')]));
    }
  const fields = [...types.keys()].sort().map((path) => ({
    path,
    types: [...(types.get(path) ?? [])].sort(),
    optional: tables.some(({ facets }) => facets.has(parentOf(path)) && !facets.has(path)),
    enum: enumeration(tool.fields.get(path))?.sort() ?? null,
  }));
  return { tool: name, outcomes: Object.fromEntries([...outcomes].sort()), fields };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
