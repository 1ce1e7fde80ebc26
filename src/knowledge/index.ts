export { dayNumber } from './behaviour/day-number.ts';
export type { Dimension, Group, Stream } from './behaviour/streams.ts';
export { BEHAVIOUR_COLUMNS, StreamBuilder } from './behaviour/streams.ts';
export type { Drift, DriftFound, DriftQuestion } from './drift/find-drift.ts';
export { findDrift } from './drift/find-drift.ts';
export type { DriftRules, WatchedDay } from './drift/rate-drift.ts';
export { driftRules, watchRate } from './drift/rate-drift.ts';
export type { Entry, Suspect } from './drift/suspects.ts';
export { suspects } from './drift/suspects.ts';
