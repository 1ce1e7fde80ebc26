import { randomBytes } from 'node:crypto';
import type { RedactionSettings } from '../config/index.ts';
import { withinTime } from '../replay/index.ts';
import { type RedactionKind, type Redactor, redactor } from '../trace/index.ts';
import type { Surroundings } from './surroundings.ts';

/** A pattern that needs longer for one text is not waited for. */
const MAX_PATTERN_MS = 200;

/**
 * The redactor that the settings ask for. `kindsNotSaid` are taken where they name no kinds. Without a key in the
 * environment the run makes one of its own.
 */
export function redactorOf(
  { kinds, patterns, paths, keyEnvironment }: RedactionSettings,
  kindsNotSaid: readonly RedactionKind[],
  { environment, warn }: Pick<Surroundings, 'environment' | 'warn'>,
): Redactor {
  const chosen = kinds ?? kindsNotSaid;
  const key = environment[keyEnvironment];
  if ((key === undefined || key === '') && chosen.length + patterns.length + paths.length > 0) {
    warn(`${keyEnvironment} is not set: pseudonyms are those of this run alone`);
  }
  return redactor({
    key: key === undefined || key === '' ? randomBytes(32) : key,
    kinds: chosen,
    patterns,
    paths,
    withinTime: (act) => withinTime(act, MAX_PATTERN_MS),
  });
}

const SHOWN_PLACES = 20;

/** What was taken out, a line for each kind and place, the most frequent first. */
export function redactionLines(redact: Redactor): readonly string[] {
  const counts = redact.report();
  const shown = counts.slice(0, SHOWN_PLACES).map(({ kind, place, count }) => `redacted: ${count} ${kind} at ${place}`);
  const rest = counts.length - shown.length;
  return rest > 0 ? [...shown, `redacted: and at ${rest} more places`] : shown;
}
