import { terminalText } from './escape.ts';
import { duration } from './format.ts';

export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  /** Trials a second; null = not known yet. */
  readonly ratePerSecond: number | null;
  /** null = not known yet. */
  readonly remainingSeconds: number | null;
}

const BAR_WIDTH = 20;

/** One line of plain text: `screening  [########------------]  412/1030 trials  40%  31.2/s  about 20 s left`. */
export function renderProgress({ phase, done, total, ratePerSecond, remainingSeconds }: Progress): string {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.floor(share * BAR_WIDTH);
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
  const parts = [terminalText(phase, 40), bar, `${done}/${total} trials`, `${Math.floor(100 * share)}%`];
  if (ratePerSecond !== null) parts.push(`${ratePerSecond.toFixed(1)}/s`);
  if (remainingSeconds !== null) parts.push(`about ${duration(1000 * Math.round(remainingSeconds))} left`);
  return parts.join('  ');
}
