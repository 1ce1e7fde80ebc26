import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeOtlp, decodeOtlpText, type OtlpContent } from '../../../src/trace/index.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/otlp-captures');

/** Real payloads of instrumentations around one weather agent, recorded by others; absent on most machines. */
export const hasCaptures = existsSync(FOLDER);

/** The captures that a dialect reads, as the folder names them. A dialect joins with its own. */
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

type Recorded = Pick<OtlpContent, 'spans' | 'logs'>;

/** What the instrumentation sent as OTLP/JSON. */
export function readCapture(name: Capture): Recorded {
  const lines = [`${name}-json.traces.jsonl`, `${name}-json.logs.jsonl`].flatMap(linesOf);
  return joined(lines.map((line) => decodeOtlpText(line)));
}

/** The same agent run once more, as protobuf. */
export function readProtobufCapture(name: Capture): Recorded {
  const requests = readdirSync(FOLDER).flatMap((file) => {
    const signal = /-pb\.(traces|logs)\.\d+\.binpb$/.exec(file)?.[1];
    if (!file.startsWith(`${name}-pb.`) || (signal !== 'traces' && signal !== 'logs')) return [];
    return [decodeOtlp(readFileSync(join(FOLDER, file)), { encoding: 'protobuf', signal })];
  });
  return joined(requests);
}

function joined(requests: readonly OtlpContent[]): Recorded {
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
