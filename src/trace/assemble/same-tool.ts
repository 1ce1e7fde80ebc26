import { canonicalJson, type Json, nestedDeeperThan } from '../json.ts';
import type { ObservedToolCall } from '../observed.ts';

/** Same tool, as far as the spans name it, and neither ids nor arguments that contradict. */
export function mayBeSame(a: ObservedToolCall, b: ObservedToolCall): boolean {
  if (a.name !== '' && b.name !== '' && bareName(a.name) !== bareName(b.name)) return false;
  if (a.id !== null && b.id !== null && a.id !== b.id) return false;
  return a.arguments === null || b.arguments === null || jsonText(a.arguments) === jsonText(b.arguments);
}

/** A tool's name without the server's: agents call `mcp__desk__get_order` what its server calls `get_order`. */
export function bareName(name: string): string {
  return name.replace(/^.*(?:__|[./:])(?=.)/s, '');
}

/** A value as text to compare by. */
export function jsonText(value: Json): string {
  return nestedDeeperThan(value, 100) ? 'deep' : canonicalJson(value);
}

/** A call's agent, tool and arguments as text: equal for the same call wherever it is told. */
export function callText(scope: string, call: { readonly name: string; readonly arguments: Json }): string {
  return `${scope} ${bareName(call.name)} ${jsonText(call.arguments)}`;
}
