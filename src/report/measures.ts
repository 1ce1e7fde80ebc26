import type { MeasureRow, Report } from './document.ts';
import { number } from './format.ts';

const MAX_SHOWN = 12;

/** `model calls 2.40 → 2.61 (+9%)`: the measures that moved, the most moved first; the names may be foreign. */
export function measureTexts({ measures }: Report): readonly string[] {
  const moved = measures.flatMap((row) => {
    const change = changeOf(row);
    return change === null || shown(row.base) === shown(row.head) ? [] : [{ row, change }];
  });
  return moved
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, MAX_SHOWN)
    .map(({ row, change }) => `${row.name} ${shown(row.base)} → ${shown(row.head)}${unitOf(row)}${share(change)}`);
}

/** Relative to base; a measure that base does not have at all has grown without measure. */
function changeOf({ base, head }: MeasureRow): number | null {
  if (base === null || head === null || base === head) return null;
  return base === 0 ? Number.POSITIVE_INFINITY : (head - base) / Math.abs(base);
}

function share(change: number): string {
  if (!Number.isFinite(change)) return '';
  const percent = Math.round(100 * change);
  return ` (${percent > 0 ? '+' : ''}${percent}%)`;
}

function shown(value: number | null): string {
  if (value === null) return '-';
  if (value !== 0 && Math.abs(value) < 0.01) return value.toPrecision(2);
  return Math.abs(value) < 100 ? value.toFixed(2) : number(Math.round(value));
}

function unitOf({ unit }: MeasureRow): string {
  return unit === 'ms' || unit === 'USD' ? ` ${unit}` : '';
}
