import { JSONPointer } from 'json-p3';
import { parseDocument } from 'yaml';
import { parseJson } from '../trace/index.ts';
import type { ChangedFile, ModelPinChange, ModelPinRule } from './change.ts';

/** What a pattern is tried on: the pattern is the target branch's, the text may be anyone's. */
const MAX_LINE_CHARACTERS = 1_000;
const MAX_LINES = 10_000;

/** The pins of a changed file that differ between the sides. A pin that is not there is null. */
export function pinChanges(file: ChangedFile, pins: readonly ModelPinRule[]): readonly ModelPinChange[] {
  const oldPath = file.oldPath ?? file.path;
  return pins.flatMap((pin) => {
    const from = pin.file === oldPath ? readPin(file.baseText, pin.at) : null;
    const to = pin.file === file.path ? readPin(file.headText, pin.at) : null;
    return from === to ? [] : [{ kind: 'model_pin', path: file.path, pin: pin.name, from, to }];
  });
}

/** The file is the same but for its pins: every difference is a pin's old value written as its new one. */
export function onlyPinsDiffer(file: ChangedFile, changes: readonly ModelPinChange[]): boolean {
  if (file.status !== 'modified' || file.baseText === null || changes.length === 0) return false;
  const pinned = changes.reduce(
    (text, { from, to }) => (from === null || from === '' || to === null ? text : text.replaceAll(from, () => to)),
    file.baseText,
  );
  return pinned === file.headText;
}

/** The pin's text; null = no such file, or nothing at that place. */
export function readPin(text: string | null, at: ModelPinRule['at']): string | null {
  if (text === null) return null;
  switch (at.kind) {
    case 'json_pointer': {
      const value = parseJson(text.replace(/^\uFEFF/, ''));
      return value === undefined ? null : pinText(new JSONPointer(at.pointer).resolve(value, null));
    }
    case 'yaml_path':
      return pinText(yamlAt(text, at.path));
    case 'pattern':
      return matchedGroup(text, new RegExp(at.pattern));
    default:
      return at satisfies never;
  }
}

function yamlAt(text: string, path: readonly (string | number)[]): unknown {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    return document.errors.length > 0 ? null : document.getIn(path);
  } catch {
    return null; // nested so deeply that the parser gives up: nothing can be read at that place
  }
}

/** The first group of the first line that matches. */
function matchedGroup(text: string, pattern: RegExp): string | null {
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    const match = line.length <= MAX_LINE_CHARACTERS ? pattern.exec(line) : null;
    if (match !== null) return match[1] ?? null;
  }
  return null;
}

/** A pin is a text, a number or a boolean; anything else is none. */
function pinText(value: unknown): string | null {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;
}
