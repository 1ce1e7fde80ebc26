import { buildInputs, type DeskCase } from '../inputs.ts';
import { MODELS } from '../provider/models.ts';

/** What the demo measured of one scenario. */
export interface Measured {
  readonly name: string;
  readonly verdict: string;
  readonly exitCode: number | null;
  readonly blockedSlices: readonly string[];
  readonly improvedSlices: readonly string[];
  readonly brokenCases: readonly string[];
  readonly providerCalls: number;
  /** What the gate printed. */
  readonly output: string;
}

/**
 * What the gate has to find, by scenario: null = it did, else what is wrong. The gate knows nothing of this; the demo asks
 * here after it has the verdict.
 */
export function problemWith(measured: Measured): string | null {
  switch (measured.name) {
    case 'a':
    case 'f':
      return ended(measured, 'pass', 0) ?? (measured.providerCalls === 0 ? null : 'the provider was called');
    case 'b':
      return ended(measured, 'block', 1) ?? exactly(measured.blockedSlices, ['return_pickup']);
    case 'c': {
      const named = misreadCases('stand-in-1', 'stand-in-2').filter((id) => measured.brokenCases.includes(id));
      return (
        ended(measured, 'block', 1) ?? (named.length >= 4 ? null : `only ${named.length} of the 5 cases are named`)
      );
    }
    case 'd':
      return ended(measured, 'block', 1) ?? mentions(measured.output, ['issue_refund', 'refund_amount']);
    case 'e':
      return ended(measured, 'pass', 0) ?? exactly(measured.improvedSlices, ['delivery_date']);
    case 'g':
      return ended(measured, 'pass', 0);
    default:
      throw new Error(`no check for scenario ${measured.name}`);
  }
}

/** The cases whose latest message has a property that the newer model reads worse than the older one. */
export function misreadCases(older: string, newer: string): string[] {
  const known = new Set(MODELS.get(older)?.traits.map(({ name }) => name));
  const traits = (MODELS.get(newer)?.traits ?? []).filter(({ name }) => !known.has(name));
  const misread = ({ input }: DeskCase): boolean => {
    const latest = input.messages.at(-1)?.content ?? '';
    return traits.some(({ applies }) => applies(latest));
  };
  return buildInputs()
    .filter(misread)
    .map(({ id }) => id);
}

function ended({ verdict, exitCode }: Measured, wantedVerdict: string, wantedExit: number): string | null {
  if (verdict === wantedVerdict && exitCode === wantedExit) return null;
  return `expected ${wantedVerdict} (exit ${wantedExit}), received ${verdict} (exit ${exitCode})`;
}

function exactly(received: readonly string[], wanted: readonly string[]): string | null {
  return received.join() === wanted.join()
    ? null
    : `expected ${wanted.join()} to be named, received ${received.join() || 'none'}`;
}

function mentions(output: string, words: readonly string[]): string | null {
  const missing = words.filter((word) => !output.includes(word));
  return missing.length === 0 ? null : `the report does not name ${missing.join(', ')}`;
}
