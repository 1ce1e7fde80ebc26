import type { FileHandle } from 'node:fs/promises';
import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';

type Decoder = () => Gunzip | ZstdDecompress;

export type Compression =
  | { readonly kind: 'plain' | 'zip'; readonly decoder: null }
  | { readonly kind: 'gzip' | 'zstd'; readonly decoder: Decoder };

const MAGIC: readonly (readonly [bytes: readonly number[], compression: Compression])[] = [
  [[0x1f, 0x8b], { kind: 'gzip', decoder: createGunzip }],
  [[0x28, 0xb5, 0x2f, 0xfd], { kind: 'zstd', decoder: createZstdDecompress }],
  [[0x50, 0x4b, 0x03, 0x04], { kind: 'zip', decoder: null }],
];

/** How a file is compressed, by its first bytes. */
export async function compressionOf(file: FileHandle): Promise<Compression> {
  const { bytesRead, buffer } = await file.read(new Uint8Array(4), 0, 4, 0);
  const first = buffer.subarray(0, bytesRead);
  const found = MAGIC.find(([bytes]) => bytes.every((byte, index) => first[index] === byte));
  return found?.[1] ?? { kind: 'plain', decoder: null };
}
