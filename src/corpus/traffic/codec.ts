import * as zlib from 'node:zlib';

/** How the store compresses. Its first file says which, so that another Node reads it all the same or says why not. */
export interface Codec {
  readonly name: 'zstd' | 'gzip';
  readonly extension: '.zst' | '.gz';
  readonly parquet: 'ZSTD' | 'GZIP';
  /** Both carry a checksum: what the disk lost is found out when it is read. */
  readonly pack: (bytes: Uint8Array) => Buffer;
  readonly unpack: (bytes: Uint8Array) => Buffer;
}

// Level 1: on JSON and on fingerprints it is both faster and smaller than the default of 3.
const ZSTD_OPTIONS = {
  params: { [zlib.constants.ZSTD_c_compressionLevel]: 1, [zlib.constants.ZSTD_c_checksumFlag]: 1 },
};

const zstd: Codec = {
  name: 'zstd',
  extension: '.zst',
  parquet: 'ZSTD',
  pack: (bytes) => zlib.zstdCompressSync(bytes, ZSTD_OPTIONS),
  unpack: (bytes) => zlib.zstdDecompressSync(bytes),
};

const gzip: Codec = {
  name: 'gzip',
  extension: '.gz',
  parquet: 'GZIP',
  pack: (bytes) => zlib.gzipSync(bytes, { level: 1 }),
  unpack: (bytes) => zlib.gunzipSync(bytes),
};

/** Those that this Node has, the better one first. Builds of Node exist without zstd. */
export const CODECS: readonly Codec[] = typeof zlib.zstdCompressSync === 'function' ? [zstd, gzip] : [gzip];
