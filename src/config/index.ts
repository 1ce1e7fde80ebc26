export type { AcceptedFile, WrittenAcceptance } from './accepted.ts';
export { acceptedPath, isDay, readAccepted, withAcceptance } from './accepted.ts';
export { gateSettings, OWN_BASE_URLS } from './complete.ts';
export { readHypothesis } from './hypothesis.ts';
export type { Override, Overrides } from './overrides.ts';
export type { GateSettings } from './read.ts';
export {
  defaultConfigPath,
  readGateSettings,
  readReadOnlyTools,
  readRedactionSettings,
  readSettings,
  readSlices,
} from './read.ts';
export { redactionOf } from './redaction.ts';
export type { RedactionSettings, Settings } from './settings.ts';
