export type { Override, Overrides } from './overrides.ts';
export type { SettingsSource } from './read.ts';
export { defaultConfigPath, readSettings } from './read.ts';
export type { Settings, ToolSettings } from './settings.ts';
export type { WrittenConfig } from './written.ts';
