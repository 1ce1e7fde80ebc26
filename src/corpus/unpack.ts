import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { decompress } from './decompress.ts';

const DECODERS = [
  { magic: [0x1f, 0x8b], create: () => createGunzip() },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], create: () => createZstdDecompress() },
];
const MAGIC_BYTES = 4;

/**
 * Gives on the bytes of a file as they arrive, decompressed where its first bytes say gzip or zstd. Rejected where the file
 * is damaged or ends early; what was decoded before has been given to `take` by then. What `take` throws ends it.
 */
export async function unpack(source: Readable, take: (bytes: Uint8Array) => void): Promise<void> {
  const chunks = (source as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const head = await firstBytes(chunks);
  const decoder = DECODERS.find(({ magic }) => magic.every((byte, index) => head[index] === byte));
  const whole = again(head, chunks);
  if (decoder !== undefined) await decompress(Readable.from(whole), decoder.create, take);
  else for await (const chunk of whole) take(chunk);
}

async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < MAGIC_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* again(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}
