export type { WrittenAcceptance } from './accepted.ts';
export { acceptedPath, isDay, readAccepted, withAcceptance } from './accepted.ts';
export { OWN_BASE_URLS } from './complete.ts';
export { readHypothesis } from './hypothesis.ts';
export type { Override, Overrides } from './overrides.ts';
export {
  defaultConfigPath,
  readGateSettings,
  readReadOnlyTools,
  readRedactionSettings,
  readSettings,
  readSlices,
} from './read.ts';
export type { RedactionSettings, Settings } from './settings.ts';
