/** A place in a document: the names on the way to it from the root. */
type PlaceNames = readonly string[];

export const ROOT = '$';
/** Items of a list, JSON inside of a text, and a member's name: what no member is called. */
export const ITEMS = '[*]';
export const JSON_TEXT = ':json';
export const KEY = '~';

const MAX_LENGTH = 200;

/** As a JSON path, cut: names that make it too long are left out. */
export function placeText(names: PlaceNames): string {
  let text = ROOT;
  for (const name of names) {
    const longer = text + step(name);
    if (longer.length <= MAX_LENGTH) text = longer;
  }
  return text;
}

function step(name: string): string {
  if (name === ITEMS || name === JSON_TEXT || name === KEY) return name;
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
