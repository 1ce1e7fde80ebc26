import picomatch from 'picomatch';
import { messageOf } from '../../errors.ts';
import { nestedDeeperThan, patternFault, received, type SchemaProblem } from '../../trace/index.ts';
import type { Condition, SliceDefinition } from './definition.ts';
import type { WrittenCondition, WrittenSlice } from './written.ts';

type Path = SchemaProblem['path'];

/** Conditions within conditions; more would end a recursion with an exception. */
const MAX_LEVELS = 50;

/**
 * What the schema cannot say of a list of definitions: that patterns, globs and bounds make sense, and that no two define the
 * same. Every fault at once; `path` begins in the list. null = one that the schema does not accept.
 */
export function sliceFaults(written: readonly (WrittenSlice | null)[]): readonly SchemaProblem[] {
  return [...written.flatMap((slice, i) => (slice === null ? [] : faultsOf(slice, [i]))), ...repeated(written)];
}

/** A definition that the schema and `sliceFaults` accept, with its defaults. */
export function completeSlice(written: WrittenSlice): SliceDefinition {
  switch (written.kind) {
    case 'attribute':
      return { kind: 'attribute', attribute: written.attribute, name: written.name ?? null };
    case 'rule':
      return { kind: 'rule', name: written.name, when: completeCondition(written.when) };
    case 'length':
      return { kind: 'length', bounds: written.bounds ?? [4, 10, 25] };
    case 'text_clusters': {
      const { clusters = 8, seed = '1', file = '.pawl/text-clusters.json' } = written;
      return { kind: 'text_clusters', clusters, seed, file };
    }
    case 'tool_set':
    case 'first_tool':
      return { kind: written.kind };
    default:
      return written satisfies never;
  }
}

function completeCondition(written: WrittenCondition): Condition {
  switch (written.kind) {
    case 'any':
    case 'all':
      return { kind: written.kind, of: written.of.map(completeCondition) };
    case 'not':
      return { kind: 'not', of: completeCondition(written.of) };
    case 'text_matches':
      return { kind: 'text_matches', pattern: written.pattern, in: written.in ?? 'user' };
    case 'steps':
      return { kind: 'steps', from: written.from ?? null, to: written.to ?? null };
    case 'tool_called':
    case 'tool_failed':
    case 'attribute_is':
    case 'outcome_is':
      return written;
    default:
      return written satisfies never;
  }
}

function faultsOf(slice: WrittenSlice, path: Path): readonly SchemaProblem[] {
  switch (slice.kind) {
    case 'rule': {
      const { when } = slice;
      return nestedDeeperThan(JSON.parse(JSON.stringify(when)), MAX_LEVELS)
        ? [fault([...path, 'when'], `expected at most ${MAX_LEVELS} levels of nesting, received more`)]
        : conditionFaults(when, [...path, 'when']);
    }
    case 'length': {
      const bounds = slice.bounds ?? [];
      const ascending = bounds.every((bound, i) => bound > (bounds[i - 1] ?? 0));
      return ascending
        ? []
        : [fault([...path, 'bounds'], `expected ascending numbers, received ${JSON.stringify(bounds)}`)];
    }
    case 'text_clusters': {
      const { file = 'inside' } = slice;
      const inside = !file.startsWith('/') && !file.split('/').includes('..');
      const expected = 'expected a path inside the repository, relative to its root';
      return inside ? [] : [fault([...path, 'file'], `${expected}, received ${received(file)}`)];
    }
    case 'attribute':
    case 'tool_set':
    case 'first_tool':
      return [];
    default:
      return slice satisfies never;
  }
}

function conditionFaults(condition: WrittenCondition, path: Path): readonly SchemaProblem[] {
  switch (condition.kind) {
    case 'any':
    case 'all':
      return condition.of.flatMap((one, i) => conditionFaults(one, [...path, 'of', i]));
    case 'not':
      return conditionFaults(condition.of, [...path, 'of']);
    case 'text_matches': {
      const why = patternFault(condition.pattern);
      return why === null ? [] : [fault([...path, 'pattern'], `${why}, received ${received(condition.pattern)}`)];
    }
    case 'tool_called':
    case 'tool_failed': {
      const why = globFault(condition.tool);
      return why === null ? [] : [fault([...path, 'tool'], `${why}, received ${received(condition.tool)}`)];
    }
    case 'steps': {
      const { from, to } = condition;
      if (from === undefined && to === undefined) return [fault(path, 'expected from, to or both, received neither')];
      if (from === undefined || to === undefined || from <= to) return [];
      return [fault([...path, 'to'], `expected at least from (${from}), received ${to}`)];
    }
    case 'attribute_is':
    case 'outcome_is':
      return [];
    default:
      return condition satisfies never;
  }
}

function globFault(glob: string): string | null {
  if (/^!(?!\()/.test(glob)) return 'expected a glob that does not begin with !';
  try {
    picomatch.makeRe(glob, { strictBrackets: true });
    return null;
  } catch (error) {
    return `expected a glob: ${messageOf(error)}`;
  }
}

/** Two rules of one name, or one derivation twice: nobody could tell which of them a slice came from. */
function repeated(written: readonly (WrittenSlice | null)[]): readonly SchemaProblem[] {
  const keys = written.map((slice) => (slice === null ? null : keyOf(slice)));
  return keys.flatMap((key, i) => {
    const first = keys.indexOf(key);
    return first === i || key === null
      ? []
      : [fault([i], `expected another definition than slices[${first}]: both are ${key}`)];
  });
}

function keyOf(slice: WrittenSlice): string {
  switch (slice.kind) {
    case 'rule':
      return `the rule ${received(slice.name)}`;
    case 'attribute':
      return `the attribute ${received(slice.attribute)}`;
    case 'tool_set':
    case 'first_tool':
    case 'length':
    case 'text_clusters':
      return slice.kind;
    default:
      return slice satisfies never;
  }
}

function fault(path: Path, message: string): SchemaProblem {
  return { path, key: null, message, hint: null };
}
