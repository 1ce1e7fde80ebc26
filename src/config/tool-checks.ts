import picomatch from 'picomatch';
import { isJsonObject, type Json, type JsonObject, received, type SchemaProblem } from '../trace/index.ts';

/** What a miss policy needs besides its name. */
const NEEDS: Readonly<Record<string, string>> = { simulate: 'command', live: 'url' };

/** Faults of `tools.rules` that show only when several values are seen together. Parts of another type are skipped. */
export function toolRuleFaults(tools: Json): readonly SchemaProblem[] {
  if (!isJsonObject(tools) || !Array.isArray(tools.rules)) return [];
  const readOnly = texts(tools.read_only);
  return tools.rules.flatMap((rule, i) =>
    isJsonObject(rule) ? [...needFaults(rule, i), ...readOnlyFaults(rule, i, readOnly)] : [],
  );
}

function needFaults(rule: JsonObject, i: number): readonly SchemaProblem[] {
  const policy = String(rule.on_miss);
  const needed = Object.hasOwn(NEEDS, policy) ? NEEDS[policy] : undefined;
  const missing =
    needed === undefined || needed in rule ? [] : [fault(i, [], `expected key "${needed}" beside on_miss: ${policy}`)];
  const idle = Object.entries(NEEDS).flatMap(([kind, key]) =>
    key in rule && key !== needed ? [fault(i, [key], `expected on_miss: ${kind} beside it`)] : [],
  );
  const untimed = 'timeout_s' in rule && needed === undefined;
  return [
    ...missing,
    ...idle,
    ...(untimed ? [fault(i, ['timeout_s'], 'expected on_miss: simulate or live beside it')] : []),
  ];
}

/** Only where a call changes nothing may another answer, or the real tool, stand in for the recorded one. */
function readOnlyFaults(rule: JsonObject, i: number, readOnly: readonly string[]): readonly SchemaProblem[] {
  const { on_miss: policy } = rule;
  if (policy !== 'nearest' && policy !== 'live') return [];
  return texts(rule.tools).flatMap((glob, at) =>
    isCovered(glob, readOnly)
      ? []
      : [
          fault(
            i,
            ['tools', at],
            `expected a tool that tools.read_only names, or one of its globs, beside on_miss: ${policy}, received ${received(glob)}`,
          ),
        ],
  );
}

/** A glob within another cannot be told for sure, unless it is the same. */
function isCovered(glob: string, readOnly: readonly string[]): boolean {
  if (readOnly.includes(glob)) return true;
  const isName = !picomatch.scan(glob).isGlob;
  try {
    return isName && readOnly.length > 0 && picomatch.isMatch(glob, [...readOnly]);
  } catch {
    return true; // a glob that is none has been reported as such
  }
}

function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function fault(i: number, path: SchemaProblem['path'], message: string): SchemaProblem {
  return { path: ['tools', 'rules', i, ...path], key: null, message, hint: null };
}
