import { closest } from 'fastest-levenshtein';
import { cut, UserError } from '../../errors.ts';
import type { JsonObject } from '../../trace/index.ts';
import { agentDojo } from './agentdojo.ts';
import { inspectLog } from './inspect.ts';
import { langfuse } from './langfuse.ts';
import { langSmith } from './langsmith.ts';
import { openAiChat } from './openai-chat.ts';
import { pawlCase } from './pawl-case.ts';
import type { TrajectoryReader } from './reader.ts';
import { tauBench } from './tau-bench.ts';
import { tau2Bench } from './tau2.ts';

/** Every format of finished runs and exports that is read. A further one is a file beside the others and a line here. */
export const TRAJECTORY_READERS: readonly TrajectoryReader[] = [
  agentDojo,
  tauBench,
  tau2Bench,
  inspectLog,
  openAiChat,
  langfuse,
  langSmith,
  pawlCase,
];

type Detection =
  | { readonly kind: 'reader'; readonly reader: TrajectoryReader }
  /** `reason` names all that fit, or what was received. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Tells the format of a record by its content: exactly one must fit. */
export function detectFormat(record: JsonObject): Detection {
  const fitting = TRAJECTORY_READERS.filter(({ detects }) => detects(record));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { kind: 'reader', reader: only };
  if (fitting.length > 1) {
    return { kind: 'unknown', reason: `could be ${fitting.map(({ name }) => name).join(' and ')}` };
  }
  return { kind: 'unknown', reason: `no known format, it has the members ${cut(Object.keys(record).join(', '), 200)}` };
}

/**
 * The reader of that name.
 * @throws UserError when there is none.
 */
export function readerNamed(name: string, where: string): TrajectoryReader {
  const reader = TRAJECTORY_READERS.find((one) => one.name === name);
  if (reader !== undefined) return reader;
  const names = TRAJECTORY_READERS.map((one) => one.name);
  const message = `expected one of ${names.join(', ')}, received ${JSON.stringify(cut(name, 60))}`;
  throw new UserError({ where, message, hint: `did you mean ${closest(name, names)}?` });
}

/** All formats with what they look like, a line each. */
export function knownFormats(): string {
  return TRAJECTORY_READERS.map(({ name, looksLike }) => `    ${name}: ${looksLike}`).join('\n');
}
