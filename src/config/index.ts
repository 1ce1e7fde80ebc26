export { gateSettings } from './complete.ts';
export type { Override, Overrides } from './overrides.ts';
export type { GateSettings } from './read.ts';
export { defaultConfigPath, readGateSettings, readSettings } from './read.ts';
export type { RedactionSettings, Settings } from './settings.ts';
