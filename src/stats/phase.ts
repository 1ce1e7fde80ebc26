/** Where in its period a bin lies: 0 to period - 1. */
export function phaseOf(at: number, period: number): number {
  return ((at % period) + period) % period;
}
