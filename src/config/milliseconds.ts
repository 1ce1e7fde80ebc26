/** At least one: a timeout of 0 would mean none at all to the timers. */
export function milliseconds(seconds: number): number {
  return Math.max(1, Math.round(seconds * 1000));
}
