export { gateSettings } from './complete.ts';
export type { Override, Overrides } from './overrides.ts';
export type { GateSettings } from './read.ts';
export { defaultConfigPath, readGateSettings, readSettings } from './read.ts';
export type { Settings } from './settings.ts';
