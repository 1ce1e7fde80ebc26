import picomatch from 'picomatch';
import { messageOf } from '../errors.ts';
import {
  isJsonObject,
  isSecretName,
  type Json,
  jsonPathFault,
  partFlagsFault,
  patternFault,
  REDACTION_KINDS,
  received,
  type SchemaProblem,
} from '../trace/index.ts';

/** What is wrong with a value, in words that follow its name; null = nothing. */
type TextCheck = (text: string) => string | null;

const MAX_PATTERN = 500;

interface ValueCheck {
  readonly at: readonly string[];
  readonly check: TextCheck;
  /** How the text is shown where it may hold a secret. */
  readonly shown?: (text: string) => string;
}

/** Rules for single texts that JSON Schema cannot say. `*` = every item of a list or member of a map. */
const CHECKS: readonly ValueCheck[] = [
  { at: ['agent', 'root'], check: repositoryPath },
  { at: ['agent', 'paths', '*'], check: pathGlob },
  { at: ['agent', 'environment', '*'], check: agentVariable },
  { at: ['prompts', '*'], check: pathGlob },
  { at: ['tools', 'files', '*'], check: pathGlob },
  { at: ['tools', 'read_only', '*'], check: positiveGlob },
  { at: ['tools', 'rules', '*', 'tools', '*'], check: positiveGlob },
  { at: ['tools', 'rules', '*', 'sets', '*'], check: argumentPath },
  { at: ['tools', 'rules', '*', 'url'], check: baseUrl, shown: withoutSecrets },
  { at: ['judges', '*', 'base_url'], check: baseUrl, shown: withoutSecrets },
  { at: ['judges', '*', 'key_environment'], check: variableName },
  { at: ['ignore_in_requests', '*', 'pattern'], check: ignoredPattern },
  { at: ['mcp', 'file'], check: repositoryPath },
  { at: ['mcp', 'servers', '*', 'url'], check: serverUrl, shown: withoutSecrets },
  { at: ['mcp', 'servers', '*', 'headers', '*'], check: variableName },
  { at: ['mcp', 'servers', '*', 'environment', '*'], check: variableName },
  { at: ['model_pins', '*', 'file'], check: repositoryPath },
  { at: ['model_pins', '*', 'pointer'], check: jsonPointer },
  { at: ['model_pins', '*', 'yaml_path'], check: yamlPath },
  { at: ['model_pins', '*', 'pattern'], check: pinPattern },
  { at: ['corpus', '*'], check: corpusGlob },
  { at: ['providers', '*', 'base_url'], check: baseUrl, shown: withoutSecrets },
  { at: ['providers', '*', 'key_environment'], check: variableName },
  { at: ['redaction', 'patterns', '*', 'name'], check: patternName },
  { at: ['redaction', 'patterns', '*', 'pattern'], check: patternFault },
  { at: ['redaction', 'paths', '*'], check: jsonPathFault },
  { at: ['redaction', 'key_environment'], check: variableName },
];

/** All faults of single values. Parts of another type than expected are skipped: the schema check has reported them. */
export function valueFaults(config: Json): readonly SchemaProblem[] {
  return CHECKS.flatMap(({ at, check, shown = String }) =>
    matches(config, at, []).flatMap(({ path, value }) => {
      if (typeof value !== 'string') return [];
      const message = check(value);
      return message === null
        ? []
        : [{ path, key: null, message: `${message}, received ${received(shown(value))}`, hint: null }];
    }),
  );
}

interface Match {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

function matches(value: Json, at: readonly string[], path: readonly (string | number)[]): readonly Match[] {
  const [segment, ...rest] = at;
  if (segment === undefined) return [{ path, value }];
  if (Array.isArray(value)) return segment === '*' ? value.flatMap((item, i) => matches(item, rest, [...path, i])) : [];
  if (!isJsonObject(value)) return [];
  const keys = segment === '*' ? Object.keys(value) : [segment];
  return keys.flatMap((key) => {
    const member = Object.hasOwn(value, key) ? value[key] : undefined;
    return member === undefined ? [] : matches(member, rest, [...path, key]);
  });
}

function repositoryPath(text: string): string | null {
  const inside = !text.startsWith('/') && !text.split('/').includes('..');
  return inside ? null : 'expected a path inside the repository, relative to its root';
}

function glob(text: string): string | null {
  if (text === '' || text === '!') return 'expected a glob';
  try {
    picomatch.makeRe(text, { dot: true, strictBrackets: true });
    return null;
  } catch (error) {
    return `expected a glob: ${messageOf(error)}`;
  }
}

function pathGlob(text: string): string | null {
  const pattern = text.replace(/^!(?!\()/, '');
  const relative = !/^\.?\//.test(pattern) && !pattern.split('/').includes('..');
  return relative ? glob(pattern) : "expected a glob relative to the repository's root, without ./ and ..";
}

function positiveGlob(text: string): string | null {
  return /^!(?!\()/.test(text) ? 'expected a glob that does not begin with !' : glob(text);
}

function corpusGlob(text: string): string | null {
  return positiveGlob(text) ?? pathGlob(text);
}

function variableName(text: string): string | null {
  return /^[A-Za-z_]\w*$/.test(text) ? null : 'expected the name of an environment variable';
}

const RUNNER_NAMES = /^(GITHUB|ACTIONS|INPUT)_/i;
const OWN_NAMES = /^(PAWL_.*|OPENAI_BASE_URL|ANTHROPIC_BASE_URL|OTEL_EXPORTER_OTLP_ENDPOINT)$/i;

function agentVariable(text: string): string | null {
  if (isSecretName(text) || RUNNER_NAMES.test(text))
    return 'expected no key, token or variable of the workflow: the agent must not see it';
  if (OWN_NAMES.test(text)) return 'expected no variable that pawl sets itself';
  return variableName(text);
}

function jsonPointer(text: string): string | null {
  return /^(\/([^~/]|~[01])*)+$/.test(text) ? null : 'expected a JSON pointer (RFC 6901) such as /model';
}

function yamlPath(text: string): string | null {
  return text.split('.').every((part) => part !== '') ? null : 'expected a dotted path such as models.0.name';
}

function argumentPath(text: string): string | null {
  const parts = text.split('.').map((part) => part.replace(/(\[\])+$/, ''));
  const named = parts.every((part) => part !== '' && !/[[\]]/.test(part));
  return named ? null : 'expected the dotted path of a list such as items[].tags';
}

/** Prose in which nothing changes by itself; short, since an expression may take time exponential in its length. */
const A_PROMPT = 'Pay it back.';

function ignoredPattern(text: string): string | null {
  if (text.length > MAX_PATTERN) return `expected at most ${MAX_PATTERN} characters`;
  try {
    if (new RegExp(text).test('')) return 'expected a regular expression that matches no empty text';
    if (!/\p{L}/u.test(A_PROMPT.replace(new RegExp(text, 'g'), '')))
      return 'expected a regular expression that leaves something of a prompt, else no change of one would be seen';
    return partFlagsFault(text);
  } catch (error) {
    return `expected a regular expression: ${messageOf(error)}`;
  }
}

function pinPattern(text: string): string | null {
  if (text.length > MAX_PATTERN) return `expected at most ${MAX_PATTERN} characters`;
  try {
    new RegExp(text); // by itself first, so that a message shows the pattern as it was written
    // An empty alternative matches anything, so that the groups can be counted.
    const groups = (new RegExp(`${text}|`).exec('')?.length ?? 1) - 1;
    return groups > 0 ? partFlagsFault(text) : 'expected a regular expression with a group around the pin';
  } catch (error) {
    return `expected a regular expression: ${messageOf(error)}`;
  }
}

/** It stands in pseudonyms, beside the kinds there are. */
function patternName(text: string): string | null {
  const taken = [...REDACTION_KINDS, 'path'].some((kind) => kind === text);
  if (taken) return `expected another name than ${[...REDACTION_KINDS, 'path'].join(', ')}`;
  return /^[a-z][a-z-]{0,30}$/.test(text) ? null : 'expected a name of small letters and hyphens';
}

function baseUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return 'expected an http or https URL';
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return bare ? null : 'expected a URL without user, password, query and fragment';
}

/** A query may name what is served; a secret belongs into a header. */
function serverUrl(text: string): string | null {
  return baseUrl(text.replace(/\?.*$/, '')) === null ? null : 'expected an http or https URL without user and password';
}

function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//***@').replace(/[?#].*$/, '?***');
}
