import { isJsonObject, parseJson, sha256 } from '../trace/index.ts';

/** JSON Lines with a last one that holds the hash of all before it: a file that was cut off or changed is known by that. */
export function seal(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  return `${text}${JSON.stringify({ kind: 'end', sha256: sha256(text) })}\n`;
}

/** The lines before the last, and their hash; null = it is not that of what stands there. */
export function unseal(text: string): { readonly lines: readonly string[]; readonly digest: string } | null {
  const start = text.lastIndexOf('\n', text.length - 2) + 1;
  const end = parseJson(text.slice(start));
  if (!text.endsWith('\n') || !isJsonObject(end) || end.kind !== 'end') return null;
  if (typeof end.sha256 !== 'string' || end.sha256 !== sha256(text.slice(0, start))) return null;
  return { lines: text.split('\n').slice(0, -2), digest: end.sha256 };
}
