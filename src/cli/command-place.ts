import type { Surroundings } from '../commands/surroundings.ts';

/** What commands are given, and who ends the program with what they return. */
export interface CommandPlace {
  readonly surroundings: () => Surroundings;
  readonly exitWith: (code: Promise<number>) => Promise<void>;
  readonly defaultStore: string;
}
