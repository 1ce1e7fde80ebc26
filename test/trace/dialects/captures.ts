import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeOtlpText, type LogRecord, type Span } from '../../../src/trace/index.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/otlp-captures');

/** Real payloads of instrumentations around one weather agent, recorded by others; absent on most machines. */
export const hasCaptures = existsSync(FOLDER);

export const CAPTURES = [
  'aisdk7-genai',
  'aisdk7-genai-anthropic',
  'aisdk7-legacy',
  'aisdk6-ai',
  'openinference-openai',
  'openllmetry-openai',
  'otel-official-openai',
] as const;
export type Capture = (typeof CAPTURES)[number];

export function readCapture(name: Capture): { readonly spans: readonly Span[]; readonly logs: readonly LogRecord[] } {
  const requests = [`${name}-json.traces.jsonl`, `${name}-json.logs.jsonl`]
    .flatMap(linesOf)
    .map((line) => decodeOtlpText(line));
  return { spans: requests.flatMap(({ spans }) => spans), logs: requests.flatMap(({ logs }) => logs) };
}

function linesOf(file: string): string[] {
  const path = join(FOLDER, file);
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}
