import type { Readable } from 'node:stream';
import { zstdDecompressSync } from 'node:zlib';
import { messageOf } from '../../errors.ts';
import { MAX_OTLP_BYTES, type OtlpContent } from '../../trace/index.ts';
import { unpack } from '../unpack.ts';
import { OtlpFile, problemContent } from './file.ts';
import type { OtlpDetection } from './format.ts';

/**
 * Reads OTLP requests from a file or a pipe, plain, gzip or zstd, and gives each one's content on as it comes; holds one
 * request. `where` names the file in problems. A damaged or truncated file gives what stands before the damage, and a
 * problem. Only what `take` throws is thrown.
 */
export async function readOtlp(
  where: string,
  source: Readable,
  take: (content: OtlpContent) => void,
): Promise<OtlpDetection> {
  const thrown: unknown[] = [];
  const giveOn = (content: OtlpContent): void => {
    try {
      take(content);
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
  const file = new OtlpFile(where, giveOn, (bytes) => zstdDecompressSync(bytes, { maxOutputLength: MAX_OTLP_BYTES }));
  try {
    await unpack(source, (bytes) => file.push(bytes));
  } catch (error) {
    if (thrown.length > 0) throw error;
    giveOn(problemContent('file that could not be read to its end', `${where}: ${messageOf(error)}`));
  }
  return file.end();
}
