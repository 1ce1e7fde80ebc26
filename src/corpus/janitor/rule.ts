import type { Cleaned, RuleName } from './cleaned.ts';

/**
 * Takes one kind of ballast out of a trajectory. A rule decides on all steps, the dropped ones too, and on nothing that
 * another rule takes away: so the order of rules does not matter, and a second time finds nothing.
 */
export interface Rule {
  readonly name: RuleName;
  /** What it takes out, for people. */
  readonly about: string;
  readonly apply: (cleaned: Cleaned, isReadOnly: (tool: string) => boolean) => Cleaned;
}
