export { defaultPolicy } from './complete.ts';
export type { Override, Overrides } from './overrides.ts';
export { defaultConfigPath, readSettings } from './read.ts';
export type { Settings } from './settings.ts';
