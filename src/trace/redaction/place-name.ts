/** A place in a document, as a name below another place: it is made for every value and written out for few. */
export interface PlaceName {
  readonly above: PlaceName | null;
  readonly name: string;
}

export const ROOT: PlaceName = { above: null, name: '$' };
/** Items of a list, JSON inside of a text, and a member's name: what no member is called. */
export const ITEMS = '[*]';
export const JSON_TEXT = ':json';
export const KEY = '~';

const MAX_LENGTH = 200;

/** As a JSON path, cut. */
export function placeText({ above, name }: PlaceName): string {
  if (above === null) return name;
  const front = placeText(above);
  const text = front + step(name);
  return text.length <= MAX_LENGTH ? text : front;
}

function step(name: string): string {
  if (name === ITEMS || name === JSON_TEXT || name === KEY) return name;
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
