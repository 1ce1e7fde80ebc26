import { isJsonObject, type Json } from './json.ts';

/** A shape of secret. The first group, where there is one, is what stays in front of it. */
interface SecretShape {
  readonly name: string;
  readonly pattern: RegExp;
}

/** What may stand in a token; no quote and no backslash, so that JSON text stays JSON text. */
const TOKEN = '[A-Za-z0-9._~+/=:-]';
/** In JSON text a letter before may belong to an escape. */
const NOT_INSIDE_WORD = '(?:(?<![A-Za-z0-9_-])|(?<=\\\\[bfnrt]))';

const SHAPES: readonly SecretShape[] = [
  {
    name: 'private-key',
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]{0,10000}?-----END [A-Z ]*PRIVATE KEY-----|(?:[A-Za-z0-9+/=\s]|\\[nr])*)/g,
  },
  { name: 'anthropic-key', pattern: shape('sk-ant-[A-Za-z0-9_-]{10,}') },
  // A digit is asked for because "sk-" also begins ordinary hyphenated names.
  { name: 'openai-key', pattern: shape('sk-(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{20,}') },
  { name: 'github-token', pattern: shape('(?:gh[opusr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})') },
  { name: 'gitlab-token', pattern: shape('glpat-[A-Za-z0-9_-]{20,}') },
  { name: 'aws-key', pattern: shape('(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])') },
  { name: 'google-key', pattern: shape('AIza[A-Za-z0-9_-]{30,}') },
  { name: 'slack-token', pattern: shape('xox[abeoprs]-[A-Za-z0-9-]{10,}') },
  { name: 'stripe-key', pattern: shape('[rs]k_(?:live|test)_[A-Za-z0-9]{16,}') },
  { name: 'jwt', pattern: shape('eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*') },
  {
    name: 'authorization',
    pattern: header('(?:proxy-)?authorization', `(?:(?:Bearer|Basic|Token|Digest) +${TOKEN}{6,}|${TOKEN}{16,})`),
  },
  { name: 'api-key', pattern: header('(?:x-|x-goog-)?api-key', `${TOKEN}{8,}`) },
  { name: 'cookie', pattern: header('(?:set-)?cookie', '[^\\s"\'\\\\=;:,]+=[^\\r\\n"\'\\\\]+') },
  { name: 'bearer-token', pattern: new RegExp(`(\\bBearer +)(?=${TOKEN}*\\d)${TOKEN}{16,}`, 'gi') },
];

/** What no secret of these shapes is without: their beginnings, and names of headers with a value. */
const HINTS = [
  new RegExp(
    'sk-[\\w-]{14}|gh[opusr]_\\w{20}|github_pat_\\w{20}|glpat-[\\w-]{20}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\\w-]{30}|' +
      'xox[abeoprs]-[\\w-]{10}|[rs]k_(?:live|test)_|eyJ[\\w-]{8}|PRIVATE KEY-----',
  ),
  new RegExp(`(?:authorization|api-key|cookie)\\\\?["']?\\s*[:=]|bearer +${TOKEN}{16}`, 'i'),
];

/** false = `replaceSecrets` finds nothing in the text, which takes far longer. */
export function mayHoldSecret(text: string): boolean {
  return HINTS.some((hint) => hint.test(text));
}

/** An environment variable or an input that holds a key or a token, by its name. */
export function isSecretName(name: string): boolean {
  return /(^|[_-])(API)?(KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS?|PAT)$/i.test(name);
}

/** Members that hold a secret whatever its shape. */
const SECRET_MEMBER = /^(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:x-|x-goog-)?api[-_]?key)$/i;
const MARKER = /^\[redacted:[a-z-]+\]$/;

/**
 * Takes keys and tokens out of text before it is written anywhere: `[redacted:<name>]` stands in their place, JSON text
 * stays JSON text.
 */
export function redactText(text: string): { text: string; found: number } {
  let found = 0;
  const count = (): void => {
    found += 1;
  };
  return { text: replaceSecrets(text, count), found };
}

/** `redactText` for who wants to know which shapes were found. */
export function replaceSecrets(text: string, onFound: (name: string) => void): string {
  let redacted = text;
  for (const { name, pattern } of SHAPES) {
    redacted = redacted.replace(pattern, (...match) => {
      onFound(name);
      const kept: unknown = match[1];
      return `${typeof kept === 'string' ? kept : ''}[redacted:${name}]`;
    });
  }
  return redacted;
}

/** What stands in place of a member whose name says that it holds a secret; null = the name says no such thing. */
export function secretMember(name: string): string | null {
  return SECRET_MEMBER.test(name) ? `[redacted:${name.toLowerCase().replaceAll('_', '-')}]` : null;
}

/** `redactText` on every text of a value, keys included, and on members whose name says that they hold a secret. */
export function redactJson(value: Json): { value: Json; found: number } {
  let found = 0;
  const textOf = (text: string): string => {
    const redacted = redactText(text);
    found += redacted.found;
    return redacted.text;
  };
  const walk = (item: Json): Json => {
    if (typeof item === 'string') return textOf(item);
    if (Array.isArray(item)) return item.map(walk);
    if (!isJsonObject(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, member]) => [textOf(key), memberOf(key, member)]));
  };
  const memberOf = (key: string, member: Json): Json => {
    const marker = secretMember(key);
    if (typeof member !== 'string' || marker === null || member === '' || MARKER.test(member)) return walk(member);
    found += 1;
    return marker;
  };
  return { value: walk(value), found };
}

function shape(source: string): RegExp {
  return new RegExp(`${NOT_INSIDE_WORD}${source}`, 'g');
}

/** A header as `Name: value`, `name=value` or a JSON member; its name stays. */
function header(name: string, value: string): RegExp {
  return new RegExp(`(${NOT_INSIDE_WORD}${name}\\\\?["']?\\s*[:=]\\s*\\\\?["']?)${value}`, 'gi');
}
