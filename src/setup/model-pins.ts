import { posix } from 'node:path';
import { isJsonObject, type Json, parseJson } from '../trace/index.ts';
import { isAside, isSource, type RepositoryFiles } from './files.ts';
import type { ProviderName } from './frameworks.ts';
import { yamlValue } from './yaml-value.ts';

/** A place that names a model, as `model_pins` writes it. */
export interface FoundPin {
  readonly file: string;
  readonly at: { readonly pointer: string } | { readonly yaml_path: string } | { readonly pattern: string };
  readonly model: string;
  /** false = no name of a model that is known: what stands before it says that it is one. */
  readonly isKnown: boolean;
}

/** Names that are nothing but models; a digit is asked for where packages are called alike. */
const SURE =
  /^(?:[\w.-]+[:/.])?(?:gpt-(?:\d|oss)[\w.-]*|chatgpt-[\w.-]+|claude-[\w.-]*\d[\w.-]*|text-embedding-[\w.-]+)$/;
/** Names that are models where the word stands beside them. */
const LIKELY =
  /^(?:[\w.-]+[:/])?(?:o\d(?:-[\w.-]+)?|(?:gemini|mistral|magistral|llama|qwen|deepseek|grok|kimi|codex)[\w.:-]*\d?[\w.:-]*)$/i;
/** What people call the place of a name, and what a name may look like that nobody knows: no file, and no plain word. */
const MODEL_KEY = /^(?:\w+[_-])?model(?:[_-]?(?:name|id))?$/i;
const MODEL_KEY_BEFORE = /(?:^|[^\w.-])model(?:_?(?:name|id))?["'`]?\s*[:=]\s*$/i;
const NAME = /^(?=.*[\d-])[A-Za-z][\w-]*(?:[.:/@][\w-]+)*$/;
const FILE = /\.(?:json|ya?ml|toml|py|[cm]?[jt]s|md|txt|bin|onnx|pkl|pt|gguf|safetensors)$/i;
const MANIFEST = /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|components)\.json$/;
const MAX_PINS = 20;
const MAX_DEPTH = 8;
const MAX_NAME = 80;

export function findModelPins({ paths, textOf }: RepositoryFiles): readonly FoundPin[] {
  return paths
    .filter((path) => !isAside(path) && !MANIFEST.test(path) && !/(?:^|\/)pawl\.ya?ml$/.test(path))
    .flatMap((path) => {
      const text = textOf(path);
      return text === null ? [] : pinsIn(path, text);
    })
    .slice(0, MAX_PINS);
}

function pinsIn(path: string, text: string): readonly FoundPin[] {
  if (path.endsWith('.json')) return inJson(path, text);
  if (/\.ya?ml$/.test(path)) return inYaml(path, text);
  return isSource(path) || path.endsWith('.toml') ? inLines(path, text) : [];
}

function isKnownModel(value: string, beside: string): boolean {
  return SURE.test(value) || (/model/i.test(beside) && LIKELY.test(value));
}

function isName(value: string): boolean {
  return value.length <= MAX_NAME && NAME.test(value) && !FILE.test(value);
}

interface NamedModel {
  readonly way: readonly string[];
  readonly model: string;
  readonly isKnown: boolean;
}

/** Every text in a document that is a model's name, with the keys that lead to it. */
function namesIn(value: Json, way: readonly string[] = []): readonly NamedModel[] {
  if (typeof value === 'string') {
    const key = way.at(-1) ?? '';
    const isKnown = isKnownModel(value, key);
    return isKnown || (MODEL_KEY.test(key) && isName(value)) ? [{ way, model: value, isKnown }] : [];
  }
  if (way.length > MAX_DEPTH || (!isJsonObject(value) && !Array.isArray(value))) return [];
  return Object.entries(value).flatMap(([key, member]) => namesIn(member, [...way, key]));
}

function inJson(file: string, text: string): readonly FoundPin[] {
  return namesIn(parseJson(text) ?? null).map(({ way, ...named }) => {
    const pointer = way.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    return { file, at: { pointer }, ...named };
  });
}

/** Only places that a dotted path can name. */
function inYaml(file: string, text: string): readonly FoundPin[] {
  return namesIn(yamlValue(text))
    .filter(({ way }) => way.every((key) => key !== '' && !key.includes('.')))
    .map(({ way, ...named }) => ({ file, at: { yaml_path: way.join('.') }, ...named }));
}

const QUOTED = /(["'`])((?:(?!\1)[^\s\\]){2,80})\1/g;

/** The text before the name is the pattern, where the first line that it matches is the pin's own. */
function inLines(file: string, text: string): readonly FoundPin[] {
  const lines = text.split(/\r?\n/);
  const pins = lines.flatMap((line) =>
    [...line.matchAll(QUOTED)].flatMap((match): FoundPin[] => {
      const [, quote = '', model = ''] = match;
      const before = line.slice(0, match.index);
      if (before.trim() === '' || /^\s*(?:import|from|\/\/|#|\*)/.test(line)) return [];
      const isKnown = isKnownModel(model, line);
      // Only its end: a line may be a whole program.
      if (!isKnown && !(isName(model) && MODEL_KEY_BEFORE.test(before.slice(-MAX_NAME)))) return [];
      const pattern = `${escaped(before.trimStart())}${quote}([^${quote}]+)`;
      const first = lines.map((one) => new RegExp(pattern).exec(one)?.[1]).find((found) => found !== undefined);
      return first === model ? [{ file, at: { pattern }, model, isKnown }] : [];
    }),
  );
  const byPattern = new Map(pins.map((pin) => ['pattern' in pin.at ? pin.at.pattern : '', pin]));
  return [...byPattern.values()];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s*');
}

/** Whose models these are, as far as names tell. */
export function providersOf(pins: readonly FoundPin[]): ReadonlySet<ProviderName> {
  const own = pins.flatMap(({ model }): ProviderName[] => {
    if (/(?:^|[:/])claude-/.test(model)) return ['anthropic'];
    return /(?:^|[:/])(?:gpt-\d|chatgpt-|o\d|text-embedding-)/.test(model) ? ['openai'] : [];
  });
  return new Set(own);
}

/** A name for a pin: its file, and its place in it where a file has several. */
export function pinName({ file, at }: FoundPin, pins: readonly FoundPin[]): string {
  const stem = posix.basename(file, posix.extname(file));
  const alike = pins.filter((pin) => posix.basename(pin.file, posix.extname(pin.file)) === stem);
  if (alike.length === 1) return stem;
  const index = alike.findIndex((pin) => pin.file === file && pin.at === at);
  return `${stem} ${index + 1}`;
}
