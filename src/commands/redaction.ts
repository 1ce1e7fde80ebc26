import { randomBytes } from 'node:crypto';
import type { RedactionSettings } from '../config/index.ts';
import { withinTime } from '../replay/index.ts';
import { type PseudonymKey, type RedactionKind, type Redactor, redactor } from '../trace/index.ts';
import type { Surroundings } from './surroundings.ts';

/** A pattern that needs longer for one text is not waited for. */
const MAX_PATTERN_MS = 200;

/**
 * The redactor that the settings ask for. `kindsNotSaid` are taken where they name no kinds. Without a key in the
 * environment the run makes one of its own.
 */
export function redactorOf(
  settings: RedactionSettings,
  kindsNotSaid: readonly RedactionKind[],
  { environment, warn }: Pick<Surroundings, 'environment' | 'warn'>,
): Redactor {
  const { kinds, patterns, paths, keyEnvironment } = settings;
  const key = keyIn(environment, settings);
  if (key === null && (kinds ?? kindsNotSaid).length + patterns.length + paths.length > 0) {
    warn(`${keyEnvironment} is not set: pseudonyms are those of this run alone`);
  }
  return redactorWith(key ?? randomBytes(32), settings, kindsNotSaid);
}

/** The user's key of the pseudonyms; null = there is none. */
export function keyIn(
  environment: Surroundings['environment'],
  { keyEnvironment }: Pick<RedactionSettings, 'keyEnvironment'>,
): string | null {
  const key = environment[keyEnvironment];
  return key === undefined || key === '' ? null : key;
}

export function redactorWith(
  key: PseudonymKey,
  { kinds, patterns, paths }: RedactionSettings,
  kindsNotSaid: readonly RedactionKind[],
): Redactor {
  const inTime = <T extends object>(act: () => T): T | null => withinTime(act, MAX_PATTERN_MS);
  return redactor({ key, kinds: kinds ?? kindsNotSaid, patterns, paths, withinTime: inTime });
}

const SHOWN_PLACES = 20;

/** What was taken out, a line for each kind and place, the most frequent first. */
export function redactionLines(redact: Pick<Redactor, 'report'>): readonly string[] {
  const counts = redact.report();
  const shown = counts.slice(0, SHOWN_PLACES).map(({ kind, place, count }) => `redacted: ${count} ${kind} at ${place}`);
  const rest = counts.length - shown.length;
  return rest > 0 ? [...shown, `redacted: and at ${rest} more places`] : shown;
}
