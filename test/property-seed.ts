import fc from 'fast-check';

const DEFAULT_SEED = 20261122;

/**
 * Property tests draw the same cases in every run, so that no run fails by chance. `PROPERTY_SEED=7 npm test` draws others.
 * Runs before each file, so that what a file sets for itself ends with it, although files share a process.
 */
const written = process.env.PROPERTY_SEED ?? String(DEFAULT_SEED);
const seed = Number(written);
if (!/^-?\d+$/.test(written) || seed !== (seed | 0))
  throw new Error(`PROPERTY_SEED is a whole number of 32 bits, this is ${JSON.stringify(written)}`);
fc.configureGlobal({ seed });
