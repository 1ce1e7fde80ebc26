import picomatch from 'picomatch';
import { isJsonObject, type JsonObject, parseJson } from '../../trace/index.ts';
import { ToolNames } from '../behaviour/row-facts.ts';
import type { ColumnTest, RowCondition, TextTest, Value } from './hypothesis.ts';

/** A row of the table of trajectories, and the rows of its steps. */
export interface TableRow {
  readonly cell: (column: string) => unknown;
  /** Empty where no condition asks for steps. */
  readonly steps: readonly StepCells[];
  /** Whether a text of the trajectory matches. */
  readonly matches: (test: TextTest) => boolean;
}

export type StepCells = (column: string) => unknown;
export type RowTest = (row: TableRow) => boolean;

/** What conditions read: columns of both tables, and whether they read the recordings themselves. */
export interface Needed {
  readonly trajectories: readonly string[];
  readonly steps: readonly string[];
  readonly recordings: boolean;
}

export function neededBy(conditions: readonly RowCondition[]): Needed {
  const [trajectories, steps] = [new Set<string>(), new Set<string>()];
  let recordings = false;
  const visit = (condition: RowCondition): void => {
    switch (condition.kind) {
      case 'any':
      case 'all':
        condition.of.forEach(visit);
        break;
      case 'not':
        visit(condition.of);
        break;
      case 'tool_called':
        trajectories.add('tool_counts');
        break;
      case 'tool_failed':
        for (const column of ['kind', 'tool', 'error']) steps.add(column);
        break;
      case 'text_matches':
        recordings = true;
        break;
      case 'steps':
        trajectories.add('steps');
        break;
      case 'outcome_is':
        trajectories.add('passed');
        break;
      case 'attribute_is':
        trajectories.add('attributes');
        break;
      case 'column':
        trajectories.add(condition.column);
        break;
      case 'step':
        for (const { column } of condition.where) steps.add(column);
        break;
      default:
        condition satisfies never;
    }
  };
  conditions.forEach(visit);
  return { trajectories: [...trajectories].sort(), steps: [...steps].sort(), recordings };
}

/** A condition with its patterns compiled. */
export function rowTest(condition: RowCondition): RowTest {
  switch (condition.kind) {
    case 'any': {
      const tests = condition.of.map(rowTest);
      return (row) => tests.some((test) => test(row));
    }
    case 'all': {
      const tests = condition.of.map(rowTest);
      return (row) => tests.every((test) => test(row));
    }
    case 'not': {
      const test = rowTest(condition.of);
      return (row) => !test(row);
    }
    case 'tool_called': {
      const matches = picomatch(condition.tool);
      const names = new ToolNames();
      return ({ cell }) => names.of(cell('tool_counts')).some((name) => matches(name));
    }
    case 'tool_failed': {
      const matches = picomatch(condition.tool);
      return ({ steps }) =>
        steps.some(
          (cells) => cells('kind') === 'tool_call' && cells('error') !== null && matches(String(cells('tool'))),
        );
    }
    case 'text_matches':
      return ({ matches }) => matches(condition);
    case 'steps': {
      const { from = 0, to = Number.POSITIVE_INFINITY } = condition;
      return ({ cell }) => Number(cell('steps')) >= from && Number(cell('steps')) <= to;
    }
    case 'outcome_is': {
      const wanted = condition.outcome === 'unknown' ? null : condition.outcome === 'passed';
      return ({ cell }) => (cell('passed') ?? null) === wanted;
    }
    case 'attribute_is': {
      const { attribute, values } = condition;
      return ({ cell }) => values.some((value) => (attributesOf(cell('attributes'))[attribute] ?? null) === value);
    }
    case 'column': {
      const test = cellTest(condition);
      return ({ cell }) => test(cell(condition.column));
    }
    case 'step': {
      const tests = condition.where.map((one) => ({ column: one.column, test: cellTest(one) }));
      return ({ steps }) => {
        const found = steps.filter((cells) => tests.every(({ column, test }) => test(cells(column))));
        return found.length >= condition.atLeast;
      };
    }
    default:
      return condition satisfies never;
  }
}

function cellTest({ is, from, to, matches }: ColumnTest): (cell: unknown) => boolean {
  const pattern = matches === undefined ? null : new RegExp(matches, 'iu');
  return (cell) => {
    if (is !== undefined && !isOneOf(cell, is)) return false;
    if ((from !== undefined || to !== undefined) && typeof cell !== 'number') return false;
    if (from !== undefined && Number(cell) < from) return false;
    if (to !== undefined && Number(cell) > to) return false;
    return pattern === null || (typeof cell === 'string' && pattern.test(cell));
  };
}

function isOneOf(cell: unknown, values: readonly Value[]): boolean {
  if (Array.isArray(cell)) return cell.some((item) => isOneOf(item, values));
  return values.some((value) => (cell ?? null) === value);
}

/** A column of JSON comes as the value or as its text. */
function attributesOf(cell: unknown): JsonObject {
  const value = typeof cell === 'string' ? parseJson(cell) : cell;
  return isJsonObject(value) ? value : {};
}
