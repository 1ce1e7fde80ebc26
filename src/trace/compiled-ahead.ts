import type { ValidateFunction } from 'ajv';

/**
 * What the build has compiled of our own schemas, by `$id`: for a pull request's gate that takes longer than all else until
 * the first trial. Here, where the program runs from its sources, it is empty, and each is compiled when it is first used.
 */
export const COMPILED_AHEAD: ReadonlyMap<string, () => ValidateFunction> = new Map();
