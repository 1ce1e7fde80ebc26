import picomatch from 'picomatch';
import type { Settings } from '../config/index.ts';
import type { ToolPolicy } from '../replay/index.ts';

/** The user's tools as replay must know them. */
export function toolPolicyOf({ tools }: Settings): ToolPolicy {
  const rules = tools.rules.map((rule) => ({ ...rule, names: matcherOf(rule.tools) }));
  return {
    isReadOnly: matcherOf(tools.readOnly),
    onMiss: (tool) => rules.find(({ names, onMiss }) => onMiss !== null && names(tool))?.onMiss ?? tools.onMiss,
    setsOf: (tool) => rules.flatMap(({ names, sets }) => (names(tool) ? sets : [])),
    normalisations: tools.normalisations,
    inProcess: tools.inProcess,
  };
}

function matcherOf(globs: readonly string[]): (name: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch([...globs]);
  return (name) => matches(name);
}
