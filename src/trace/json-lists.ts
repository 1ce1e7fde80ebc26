/** A JSON list with something in it, and nothing around it; whether the rest is JSON, parsing it tells. */
export function isListText(text: string): boolean {
  return text.endsWith(']') && /^\[\s*[^\s\]]/.test(text);
}

/**
 * Whether a text is a given list, or goes on where it ends, as the conversation of one model call goes on in that of the
 * next. Slices are compared since `startsWith` takes a hundred times longer.
 */
export function goesOn(text: string, list: string): boolean {
  const end = list.length - 1;
  if (text.length <= list.length) return text === list;
  return text.charCodeAt(end) === COMMA && text.slice(0, end) === list.slice(0, end);
}

/** What a text that goes on after a list adds to it, as a list of its own; null = nothing that could be one. */
export function listBeyond(text: string, list: string): string | null {
  const rest = `[${text.slice(list.length)}`;
  return isListText(rest) ? rest : null;
}

const COMMA = 44;
