import { canonicalJson } from '../../trace/index.ts';
import type { Turn } from './turn.ts';

/** Words of one text that stand together in a shingle. */
const WIDTH = 3;
const MAX_WORDS = 4000;
const MAX_CALLS = 500;

/**
 * What is compared to find near-duplicates: every three words that follow each other in what was asked (one shingle of all where
 * there are fewer), and every tool call by name and arguments, as 32-bit hashes.
 */
export function shinglesOf({ messages, steps }: Turn): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { role, content } of messages) {
    const words =
      content
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu)
        ?.slice(0, MAX_WORDS) ?? [];
    const last = Math.max(0, words.length - WIDTH);
    for (let at = 0; at <= last; at += 1) found.add(hash32(`${role} ${words.slice(at, at + WIDTH).join(' ')}`));
  }
  const calls = steps.filter((step) => step.kind === 'tool_call').slice(0, MAX_CALLS);
  for (const { name, arguments: given } of calls) found.add(hash32(`call ${name} ${canonicalJson(given)}`));
  return found;
}

/** FNV-1a over UTF-16 code units, with the finaliser of MurmurHash3 (Appleby) so that every bit depends on all. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** A bijection of 32-bit numbers. */
export function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
