/** The head of an HTTP/1.1 message. */
export interface HttpHead {
  /** The request line or the status line. */
  readonly start: string;
  /** By names in small letters; of a name that stands there several times the values are joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  /** The head's own length with the empty line at its end. Bytes. */
  readonly length: number;
}

/** `odd`: not as RFC 9112 has it, or in one of the old ways that it tolerates. */
type ReadHead = HttpHead | 'incomplete' | 'odd';

const MAX_HEAD_BYTES = 64 * 1024;
const END = '\r\n\r\n';
/** RFC 9110, 5.1: what a name is made of. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110, 5.5: neither in a value nor elsewhere. A line ends with both of its two characters. */
const ODD_CHARACTER = /[^\t\r\n\x20-\x7e\x80-\xff]|\r(?!\n)|(?<!\r)\n/;

/** Reads the head that the bytes begin with. Done twice for every call, so nothing is matched that can be sliced. */
export function readHead(bytes: Buffer): ReadHead {
  const end = bytes.indexOf(END);
  if (end === -1) return bytes.length > MAX_HEAD_BYTES ? 'odd' : 'incomplete';
  const text = bytes.toString('latin1', 0, end + 2);
  if (ODD_CHARACTER.test(text)) return 'odd';
  const headers = new Map<string, string>();
  const startEnd = text.indexOf('\r\n');
  for (let at = startEnd + 2; at < text.length; ) {
    const lineEnd = text.indexOf('\r\n', at);
    const colon = text.indexOf(':', at);
    const name = text.slice(at, colon).toLowerCase();
    if (colon === -1 || colon > lineEnd || !TOKEN.test(name)) return 'odd';
    const value = text.slice(colon + 1, lineEnd).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
    at = lineEnd + 2;
  }
  return { start: text.slice(0, startEnd), headers, length: end + END.length };
}

/** A length as digits; null = none, or not to be understood. Bytes. */
export function lengthOf(headers: HttpHead['headers']): number | null {
  const written = headers.get('content-length');
  return written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : null;
}
