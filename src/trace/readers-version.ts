/** Raised when equal records are read as other trajectories: what was counted by another version is counted anew. */
export const READERS_VERSION = '1';
