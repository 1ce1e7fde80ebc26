import { canonicalJson, isJsonObject, type Json, type JsonObject, type ToolDefinition } from '../trace/index.ts';
import { itemShape, memberShape, type Shape, saysNothing, shapeOf } from './argument-shape.ts';
import type { CallMap, Unrecorded } from './renames.ts';

export interface SideCalls {
  /** How the calls read by what the side's files say. */
  readonly map: CallMap;
  /** Tools that a server listed when it was recorded and does not list on this side. */
  readonly unlisted: readonly string[];
  /** This side's tools, and those in whose terms the recordings are. */
  readonly tools: readonly ToolDefinition[];
  readonly recordedTools: readonly ToolDefinition[];
}

/**
 * The side's calls as its tools would take them. A tool that its server no longer lists is gone, whatever the tape has of
 * it. And an argument left out means the schema's default: where this side has another default than the recordings, it is
 * written out, so that the call is no longer taken for the recorded one. An argument that head added says nothing where it is
 * what head's schema takes for one that is left out.
 */
export function sideCalls({ map, unlisted, tools, recordedTools }: SideCalls): CallMap {
  const gone = new Set(unlisted);
  const recorded = new Map(recordedTools.map((tool) => [tool.name, tool.parameters]));
  const ownTools = new Map(tools.map((tool) => [tool.name, tool.parameters]));
  return {
    isNew: map.isNew,
    isRemoved: (tool) => map.isRemoved(tool) || gone.has(tool),
    toBase: (tool, args) => {
      const mapped = map.toBase(tool, args);
      const [before, now] = [recorded.get(mapped.name), ownTools.get(tool)];
      if (now === undefined) return mapped;
      const own = placeOf(now);
      const unrecorded = said(mapped.unrecorded, own);
      if (before === undefined) return { ...mapped, unrecorded };
      const filled = <C extends { readonly arguments: Json }>(call: C): C => ({
        ...call,
        arguments: fill(call.arguments, placeOf(before), own),
      });
      return { ...filled(mapped), unrecorded: unrecorded === null ? null : filled(unrecorded) };
    },
  };
}

interface Place {
  readonly shape: Shape;
  readonly root: JsonObject;
}

function placeOf(parameters: JsonObject): Place {
  return { shape: shapeOf(parameters, parameters), root: parameters };
}

/** Without what head's schema lets one leave out with the same meaning; null = nothing else is said. */
function said(unrecorded: Unrecorded | null, now: Place): Unrecorded | null {
  const given = unrecorded?.given.filter(({ parameter, values }) => {
    const { shape } = placeAt(now, parameter);
    return values.some((value) => !saysNothing(value, shape));
  });
  return unrecorded === null || given?.length === 0 ? null : { ...unrecorded, given: given ?? [] };
}

function placeAt(root: Place, path: string): Place {
  return path.split('.').reduce((here, segment) => {
    const name = segment.replace(/(\[\])+$/, '');
    const depth = (segment.length - name.length) / 2;
    return Array.from({ length: depth }).reduce<Place>(
      ({ shape, root }) => ({ shape: itemShape(shape, root), root }),
      member(here, name),
    );
  }, root);
}

function fill(args: Json, before: Place, now: Place): Json {
  if (!isJsonObject(args)) return args;
  const known = isJsonObject(now.shape.schema.properties) ? Object.keys(now.shape.schema.properties) : [];
  const filled = { ...args };
  for (const name of known) {
    const [then, here] = [member(before, name), member(now, name)];
    const given = Object.hasOwn(args, name) ? args[name] : undefined;
    if (given !== undefined) filled[name] = fill(given, then, here);
    else if (differ(then.shape, here.shape)) filled[name] = here.shape.fallback?.value ?? null;
  }
  return filled;
}

function member({ shape, root }: Place, name: string): Place {
  return { shape: memberShape(shape, name, root), root };
}

/** A default that was only written down now may be what always held: it is a change where both say one. */
function differ({ fallback: before }: Shape, { fallback: now }: Shape): boolean {
  return before !== null && now !== null && canonicalJson(before.value) !== canonicalJson(now.value);
}
