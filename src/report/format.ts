/** Rates are 0..1. */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)}%`;
}

/** A difference of rates in percentage points, with its sign. */
export function points(difference: number): string {
  return `${signed(difference)} pp`;
}

export function signed(difference: number): string {
  const text = (100 * difference).toFixed(1);
  return difference > 0 && text !== '0.0' ? `+${text}` : text.replace(/^-0\.0$/, '0.0');
}

/** A p-value is never 0; below the precision of a double it is only known to be small. */
export function pValue(p: number): string {
  if (p < 1e-15) return 'p<1e-15';
  return p < 0.001 ? `p=${p.toExponential(1)}` : `p=${p.toFixed(3)}`;
}

/** `1,234.5`, with at most three decimals. ICU's own formatter takes longer to load than a whole report to write. */
export function number(n: number): string {
  const [whole = '', decimals = ''] = Math.abs(n).toFixed(3).split('.');
  const fraction = decimals.replace(/0+$/, '');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === '' ? '' : `.${fraction}`);
  return n < 0 ? `-${digits}` : digits;
}

export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${number(n)} ${n === 1 ? singular : plural}`;
}

export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function dollars(costUsd: number | null): string {
  if (costUsd === null) return 'cost unknown';
  if (costUsd === 0 || costUsd >= 0.01) return `$${costUsd.toFixed(2)}`;
  return costUsd < 0.0001 ? 'less than $0.0001' : `$${costUsd.toFixed(4)}`;
}

/** `a, b, c and 4 more` */
export function list(items: readonly string[], max: number): string {
  if (items.length <= max) return items.join(', ');
  return `${items.slice(0, max).join(', ')} and ${items.length - max} more`;
}

export function shortSha(sha: string): string {
  return /^[0-9a-f]{40}$/.test(sha) ? sha.slice(0, 8) : sha;
}
