/**
 * Raised when equal records are read as other trajectories, or these are other rows in the tables: what was counted by another
 * version is then counted anew, from the recordings.
 */
export const READERS_VERSION = '1';
