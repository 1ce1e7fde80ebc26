import { posix } from 'node:path';
import { type Finding, type House, partOf } from './house.ts';
import type { Import, ParsedFile } from './parse.ts';

/** Files outside of `src` that `src` may import: data, never code. */
const DATA = /^(schema\/[^/]+|package)\.json$/;

/** The file that a relative import names; null = a package or a module of Node. */
export function targetOf(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

/** The order of the folders, types only between stages, doors. */
export function layerFindings(house: House, files: readonly ParsedFile[]): Finding[] {
  const known = new Set(files.map(({ path }) => path));
  const places = files.filter(({ path }) => rankOf(house, path) === null && partOf(path) !== null);
  const unknownPlaces = places.map(({ path }) => ({
    path,
    line: 1,
    rule: 'place',
    message: `"${partOf(path)}" is no part of the tree: put the file into one of ${order(house).join(', ')}`,
  }));
  const faults = files.flatMap((file) =>
    file.imports.flatMap((item) => {
      const target = targetOf(file.path, item.specifier);
      if (target === null || partOf(file.path) === null) return [];
      const fault = importFault(house, known, file.path, item, target);
      return fault === null ? [] : [{ path: file.path, line: item.line, ...fault }];
    }),
  );
  return [...unknownPlaces, ...faults];
}

type Fault = Pick<Finding, 'rule' | 'message'>;

function importFault(house: House, known: ReadonlySet<string>, path: string, item: Import, target: string) {
  if (DATA.test(target)) return null;
  if (!known.has(target)) return fault('target', `"${item.specifier}" is no file of the tree: import an existing .ts`);
  const [from, to] = [partOf(path), partOf(target)];
  if (from === null || to === null) return fault('order', `src imports nothing from outside of it but data: ${target}`);
  if (from === to) return null;
  return orderFault(house, from, to) ?? doorFault(house, to, target) ?? stageFault(house, from, to, item);
}

function orderFault(house: House, from: string, to: string): Fault | null {
  const [here, there] = [order(house).indexOf(from), order(house).indexOf(to)];
  if (there < here) return null;
  return fault('order', `${from} stands left of ${to}: move what both need to the left, or pass it as an argument`);
}

function doorFault(house: House, to: string, target: string): Fault | null {
  const isFile = target === `src/${to}.ts`;
  if (isFile || house.doorless.includes(to) || target === `src/${to}/index.ts`) return null;
  return fault('door', `another folder is entered through its door: import it from src/${to}/index.ts`);
}

function stageFault(house: House, from: string, to: string, item: Import): Fault | null {
  if (!house.stages.includes(to) || item.typesOnly) return null;
  if (house.stages.includes(from)) {
    return fault(
      'types-only',
      `a stage takes types from a stage, never functions: use "import type" or pass the value`,
    );
  }
  if (house.callers.includes(from)) return null;
  return fault('callers', `only ${house.callers.join(', ')} call stages: call ${to} from there`);
}

function fault(rule: string, message: string): Fault {
  return { rule, message };
}

function order(house: House): string[] {
  return [...house.kernel, ...house.stages, ...house.top];
}

function rankOf(house: House, path: string): number | null {
  const rank = order(house).indexOf(partOf(path) ?? '');
  return rank === -1 ? null : rank;
}

/** Files that no entry reaches, and entries that are not there. */
export function reachFindings(house: House, files: readonly ParsedFile[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (file === undefined || reached.has(path)) return;
    reached.add(path);
    for (const { specifier } of file.imports) visit(targetOf(path, specifier) ?? '');
  };
  for (const entry of house.entries) visit(entry);
  const missing = house.entries.filter((entry) => !byPath.has(entry));
  const lonely = files.filter(({ path }) => path.startsWith('src/') && !reached.has(path));
  return [
    ...missing.map((path) => ({ path, line: 1, rule: 'entry', message: 'this entry does not exist' })),
    ...lonely.map(({ path }) => ({
      path,
      line: 1,
      rule: 'unused-file',
      message: `no entry (${house.entries.join(', ')}) imports this file, directly or by way of others: delete it or use it`,
    })),
  ];
}
