import { terminalText } from './escape.ts';
import { duration } from './format.ts';

/** What is counted. */
export type ProgressUnit = 'trials' | 'bytes' | 'days' | 'traces';

export interface Progress {
  readonly phase: string;
  readonly unit: ProgressUnit;
  readonly done: number;
  /** null = nobody knows: a pipe. */
  readonly total: number | null;
  /** Units a second; null = not known yet. */
  readonly ratePerSecond: number | null;
  /** null = not known yet. */
  readonly remainingSeconds: number | null;
}

const BAR_WIDTH = 20;

/** One line of plain text: `screening  [########------------]  412/1030 trials  40%  31.2/s  about 20 s left`. */
export function renderProgress({ phase, unit, done, total, ratePerSecond, remainingSeconds }: Progress): string {
  const parts = [terminalText(phase, 40), ...(total === null ? [amount(unit, done)] : shareParts(unit, done, total))];
  if (ratePerSecond !== null)
    parts.push(unit === 'bytes' ? `${megabytes(ratePerSecond)} MB/s` : `${ratePerSecond.toFixed(1)}/s`);
  if (remainingSeconds !== null) parts.push(`about ${duration(1000 * Math.round(remainingSeconds))} left`);
  return parts.join('  ');
}

function shareParts(unit: ProgressUnit, done: number, total: number): string[] {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.floor(share * BAR_WIDTH);
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
  const of = unit === 'bytes' ? `${megabytes(done)}/${megabytes(total)} MB` : `${done}/${total} ${unit}`;
  return [bar, of, `${Math.floor(100 * share)}%`];
}

function amount(unit: ProgressUnit, done: number): string {
  return unit === 'bytes' ? `${megabytes(done)} MB` : `${done} ${unit}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
