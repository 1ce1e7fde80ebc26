import { posix } from 'node:path';
import { isJsonObject, type Json, parseJson } from '../trace/index.ts';
import type { RepositoryFiles } from './files.ts';

/** What there is of cases, inputs and other harnesses' tests. */
export interface FoundRecordings {
  /** Globs of files with pawl's own cases. */
  readonly corpus: readonly string[];
  /** JSON Lines that `pawl record --inputs` takes as they are. */
  readonly inputs: readonly string[];
  /** JSON Lines that look like inputs in another form. */
  readonly alike: readonly string[];
  /** Configurations of another harness whose results `pawl compare` reads. */
  readonly harnesses: readonly string[];
}

const LINES = /\.jsonl$/;
const CORPUS = /(?:^|\/)\.pawl\/corpus\/[^/]+\.jsonl(?:\.gz|\.zst)?$/;
const HARNESS = /(?:^|\/)promptfooconfig\.(?:ya?ml|json|[cm]?js|ts)$/;
const INPUT_KEYS = ['input', 'messages', 'question', 'query', 'prompt'];

export function findRecordings({ paths, textOf }: RepositoryFiles): FoundRecordings {
  const lines = paths
    .filter((path) => LINES.test(path) && !CORPUS.test(path))
    .map((path) => ({ path, kind: kindOf(firstLine(textOf(path) ?? '')) }));
  const of = (kind: string): readonly string[] => lines.filter((one) => one.kind === kind).map(({ path }) => path);
  const kept = paths.filter((path) => CORPUS.test(path)).map((path) => `${posix.dirname(path)}/*${endingOf(path)}`);
  return {
    corpus: [...new Set([...kept, ...of('case')])].sort(),
    inputs: of('input'),
    alike: of('alike'),
    harnesses: paths.filter((path) => HARNESS.test(path)),
  };
}

function firstLine(text: string): Json {
  return parseJson(text.split('\n', 1)[0] ?? '') ?? null;
}

function kindOf(line: Json): 'case' | 'input' | 'alike' | 'other' {
  if (!isJsonObject(line)) return 'other';
  if (line.v === 1 && 'id' in line && 'recordings' in line) return 'case';
  if (typeof line.id === 'string' && 'input' in line) return 'input';
  return INPUT_KEYS.some((key) => key in line) ? 'alike' : 'other';
}

function endingOf(path: string): string {
  return /\.jsonl(?:\.gz|\.zst)?$/.exec(path)?.[0] ?? '';
}
