const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  withinTime
} from "./chunk-ESXIIXJN.js";
import {
  redactor
} from "./chunk-2SGQDVVG.js";
import {
  $randomBytes
} from "./chunk-K6CKMPLV.js";

// src/commands/redaction.ts
var MAX_PATTERN_MS = 200;
function redactorOf(settings, kindsNotSaid, { environment, warn }) {
  const { kinds, patterns, paths, keyEnvironment } = settings;
  const key = keyIn(environment, settings);
  if (key === null && (kinds ?? kindsNotSaid).length + patterns.length + paths.length > 0) {
    warn(`${keyEnvironment} is not set: pseudonyms are those of this run alone`);
  }
  return redactorWith(key ?? $randomBytes(32), settings, kindsNotSaid);
}
function keyIn(environment, { keyEnvironment }) {
  const key = environment[keyEnvironment];
  return key === void 0 || key === "" ? null : key;
}
function redactorWith(key, { kinds, patterns, paths }, kindsNotSaid) {
  const inTime = (act) => withinTime(act, MAX_PATTERN_MS);
  return redactor({ key, kinds: kinds ?? kindsNotSaid, patterns, paths, withinTime: inTime });
}
var SHOWN_PLACES = 20;
function redactionLines(redact) {
  const counts = redact.report();
  const shown = counts.slice(0, SHOWN_PLACES).map(({ kind, place, count }) => `redacted: ${count} ${kind} at ${place}`);
  const rest = counts.length - shown.length;
  return rest > 0 ? [...shown, `redacted: and at ${rest} more places`] : shown;
}

export {
  redactorOf,
  keyIn,
  redactorWith,
  redactionLines
};
