import { compilePattern } from '../trace/index.ts';
import type { RedactionSettings } from './settings.ts';
import type { WrittenRedaction } from './written.ts';

/** What must not be stored. */
export function redactionOf({ kinds, patterns, paths, key_environment }: WrittenRedaction = {}): RedactionSettings {
  return {
    kinds: kinds ?? null,
    patterns: (patterns ?? []).map(({ name, pattern }) => ({ name, pattern: compilePattern(pattern) })),
    paths: paths ?? [],
    keyEnvironment: key_environment ?? 'PAWL_REDACTION_KEY',
  };
}
