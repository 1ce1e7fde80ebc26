const BARS = '▁▂▃▄▅▆▇█';

/** A line of bars from the least to the greatest value; a gap where there is none. */
export function sparkline(series: readonly (number | null)[]): string {
  const known = series.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return series
    .map((value) => {
      if (value === null) return ' ';
      const place = high === low ? 0.5 : (value - low) / (high - low);
      return BARS[Math.min(BARS.length - 1, Math.floor(place * BARS.length))];
    })
    .join('');
}
