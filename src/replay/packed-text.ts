import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Text made small for a line of a store: zstd, then base64. Requests repeat themselves, so a tenth is left or less. */
export function packText(text: string): string {
  return zstdCompressSync(Buffer.from(text)).toString('base64');
}

/** null = nothing that `packText` wrote. */
export function unpackText(packed: string): string | null {
  try {
    return zstdDecompressSync(Buffer.from(packed, 'base64')).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
