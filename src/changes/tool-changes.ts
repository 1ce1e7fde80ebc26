import { canonicalJson, isJsonObject, type ToolDefinition } from '../trace/index.ts';
import type { ChangedFile, ToolChange, ToolEffect } from './change.ts';
import { onlyPairs } from './only-pairs.ts';
import { sameDescription } from './similarity.ts';
import { toolEffects } from './tool-effects.ts';
import { readTools } from './tool-file.ts';

/** A tool of one side and the file that defines it, by the file's path on head (so that renamed files compare). */
interface PlacedTool {
  readonly path: string;
  readonly tool: ToolDefinition;
  /** Its parameters as canonical JSON: compared with those of many others. */
  readonly parameters: string;
  /** The file defines this tool and no other. */
  readonly alone: boolean;
}

interface ReadFile {
  readonly unreadable: readonly ToolChange[];
  readonly base: readonly PlacedTool[];
  readonly head: readonly PlacedTool[];
}

/**
 * What all changed tool files together change. Tools are paired by file and name, then by name (moved to another file),
 * then as renames; what is left was removed or added. A file that cannot be read on one side is shown as such, and none
 * of its tools counts as added or removed.
 */
export function toolChanges(files: readonly ChangedFile[]): readonly ToolChange[] {
  const read = files.map(readFile);
  return [
    ...read.flatMap((file) => file.unreadable),
    ...changesBetween(
      read.flatMap((file) => file.base),
      read.flatMap((file) => file.head),
    ),
  ];
}

/** The same for tools that stand in no file; `where` names what they come from. */
export function changedTools(
  base: readonly ToolDefinition[],
  head: readonly ToolDefinition[],
  where: string,
): readonly ToolChange[] {
  return changesBetween(placed(base, where), placed(head, where));
}

function changesBetween(base: readonly PlacedTool[], head: readonly PlacedTool[]): readonly ToolChange[] {
  const pairs = pairTools(base, head);
  const [oldOnes, newOnes] = [new Set(pairs.map(([old]) => old)), new Set(pairs.map(([, now]) => now))];
  const changes = [
    ...pairs.map(([old, now]) => changeOf(now, toolEffects(old.tool, now.tool))),
    ...base.filter((old) => !oldOnes.has(old)).map((old) => changeOf(old, [{ kind: 'tool_removed' }])),
    ...head.filter((now) => !newOnes.has(now)).map((now) => changeOf(now, [{ kind: 'tool_added' }])),
  ];
  return changes.filter(({ effects }) => effects.length > 0);
}

function changeOf({ path, tool }: PlacedTool, effects: readonly ToolEffect[]): ToolChange {
  return { kind: 'tool', path, tool: tool.name, effects };
}

function readFile(file: ChangedFile): ReadFile {
  const { path, status } = file;
  const base = status === 'added' ? { tools: [] } : readSide(file.baseText, file.oldPath ?? path);
  const head = status === 'removed' ? { tools: [] } : readSide(file.headText, path);
  const unreadable = [
    ...('problem' in base ? [unreadableOn('base', path, base.problem)] : []),
    ...('problem' in head ? [unreadableOn('head', path, head.problem)] : []),
  ];
  if ('problem' in base || 'problem' in head) return { unreadable, base: [], head: [] };
  return { unreadable, base: placed(base.tools, path), head: placed(head.tools, path) };
}

function readSide(text: string | null, path: string): ReturnType<typeof readTools> {
  return text === null ? { problem: `${path}: expected a text file of at most 1 MiB` } : readTools(text, path);
}

function unreadableOn(side: 'base' | 'head', path: string, reason: string): ToolChange {
  const name = path.split('/').at(-1) ?? path;
  return { kind: 'tool', path, tool: name, effects: [{ kind: 'unreadable', side, reason }] };
}

function placed(tools: readonly ToolDefinition[], path: string): readonly PlacedTool[] {
  return tools.map((tool) => ({ path, tool, parameters: canonicalJson(tool.parameters), alone: tools.length === 1 }));
}

type Pair = readonly [base: PlacedTool, head: PlacedTool];

/** By file and name, by name alone, then as renames: each step where only one partner is left to choose. */
function pairTools(base: readonly PlacedTool[], head: readonly PlacedTool[]): readonly Pair[] {
  const inFile = pairsByKey(base, head, ({ path, tool }) => JSON.stringify([path, tool.name]));
  const moved = pairsByKey(unpaired(base, inFile), unpaired(head, inFile), ({ tool }) => tool.name);
  const known = [...inFile, ...moved];
  return [...known, ...onlyPairs(unpaired(base, known), unpaired(head, known), isRenamedTool)];
}

function unpaired(tools: readonly PlacedTool[], pairs: readonly Pair[]): readonly PlacedTool[] {
  const paired = new Set(pairs.flat());
  return tools.filter((tool) => !paired.has(tool));
}

/** Pairs with equal keys, where each side has the key once. */
function pairsByKey(
  base: readonly PlacedTool[],
  head: readonly PlacedTool[],
  keyOf: (tool: PlacedTool) => string,
): readonly Pair[] {
  const [byOldKey, byNewKey] = [Map.groupBy(base, keyOf), Map.groupBy(head, keyOf)];
  return [...byOldKey].flatMap(([key, [old, ...otherOld]]): Pair[] => {
    const [now, ...otherNew] = byNewKey.get(key) ?? [];
    const areAlone = otherOld.length === 0 && otherNew.length === 0;
    return old !== undefined && now !== undefined && areAlone ? [[old, now]] : [];
  });
}

/**
 * Equal parameters alone are weak evidence (many tools take one `id`), and a wrong guess would answer a call with another
 * tool's recording. So either the description is the same too, or the tool stands alone in the same file on both sides.
 */
function isRenamedTool(base: PlacedTool, head: PlacedTool): boolean {
  if (base.parameters !== head.parameters) return false;
  if (sameDescription(base.tool, head.tool)) return true;
  const { properties } = base.tool.parameters;
  const takesArguments = isJsonObject(properties) && Object.keys(properties).length > 0;
  return takesArguments && base.alone && head.alone && base.path === head.path;
}
