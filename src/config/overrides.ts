import type { Problem } from '../errors.ts';
import { cut } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject, pathText } from '../trace/index.ts';

/** A flag or an Action input that stands in for a key of `pawl.yml`, as text; `where` names it in messages. */
export interface Override {
  readonly name: keyof typeof TARGETS;
  readonly value: string;
  /** `--trials`, `input trials`. */
  readonly where: string;
}

export type Overrides = readonly Override[];

/**
 * The key each one replaces; the schema of the file then judges its value. `provider_url` is `NAME=URL`; `trials` stands for
 * the fixed design: one look at so many trials.
 */
const TARGETS = {
  trials: { path: ['gate', 'looks'], type: 'look' },
  isolation: { path: ['isolation', 'mode'], type: 'text' },
  allow_unisolated: { path: ['isolation', 'allow_unisolated'], type: 'boolean' },
  concurrency: { path: ['agent', 'concurrency'], type: 'number' },
  report_content: { path: ['report', 'content'], type: 'text' },
  provider_url: { path: ['providers'], type: 'url' },
} as const;

const PROVIDERS: readonly string[] = ['openai', 'anthropic'];

interface Overridden {
  readonly value: Json;
  readonly problems: Problem[];
  /** The override that stands at a path (as `pathText` writes it). */
  readonly whereOf: ReadonlyMap<string, string>;
}

/** The file's value with the overrides written into it; the last one of a name wins. `value` itself is left as it is. */
export function applyOverrides(value: Json, overrides: Overrides): Overridden {
  const problems: Problem[] = [];
  const whereOf = new Map<string, string>();
  const result = structuredClone(value);
  for (const override of overrides) {
    const target = targetOf(override);
    if ('problem' in target) {
      problems.push(target.problem);
    } else if (isJsonObject(result)) {
      if (put(result, target.path, target.value)) whereOf.set(pathText(target.path), override.where);
      if (override.name === 'trials' && put(result, ['gate', 'spend'], [1]))
        whereOf.set(`${pathText(target.path)}[0]`, override.where);
    }
  }
  return { value: result, problems, whereOf };
}

type Target = { readonly path: readonly string[]; readonly value: Json } | { readonly problem: Problem };

function targetOf({ name, value, where }: Override): Target {
  const { path, type } = TARGETS[name];
  switch (type) {
    case 'text':
      return { path, value };
    case 'number':
      return { path, value: value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value };
    case 'look':
      return { path, value: [value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value] };
    case 'boolean':
      return { path, value: value === 'true' ? true : value === 'false' ? false : value };
    case 'url': {
      const [provider = '', ...rest] = value.split('=');
      if (rest.length > 0 && PROVIDERS.includes(provider))
        return { path: [...path, provider, 'base_url'], value: rest.join('=') };
      const message = `expected NAME=URL where NAME is ${PROVIDERS.join(' or ')}, received ${JSON.stringify(cut(value, 60))}`;
      return { problem: { where, message, hint: `example: ${where} openai=http://127.0.0.1:8080/v1` } };
    }
    default:
      return type satisfies never;
  }
}

/** false = some key on the way is no map in the file; the schema check reports that one. */
function put(root: JsonObject, path: readonly string[], value: Json): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return false;
  if (rest.length === 0) {
    root[key] = value;
    return true;
  }
  const child = root[key] ?? {};
  root[key] = child;
  return isJsonObject(child) && put(child, rest, value);
}
