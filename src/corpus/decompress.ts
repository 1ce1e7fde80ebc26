import type { Readable } from 'node:stream';
import type { Gunzip, ZstdDecompress } from 'node:zlib';

type Decoder = Gunzip | ZstdDecompress;

/**
 * Decompresses all of a file as it arrives. Files that were concatenated hold several members; Node's own streams stop
 * after the first (zstd) or pass over what follows the last (gzip), and cases would be lost in silence. Here every byte is
 * decoded or the promise is rejected; what was decoded before has been given to `take` by then. What `take` throws ends it.
 */
export async function decompress(
  source: Readable,
  create: () => Decoder,
  take: (bytes: Uint8Array) => void,
): Promise<void> {
  // An error thrown out of an event would end the process.
  const thrown: unknown[] = [];
  const giveOn = (bytes: Uint8Array): void => {
    try {
      if (thrown.length === 0) take(bytes);
    } catch (error) {
      thrown.push(error);
    }
  };
  let decoder: Decoder | null = null;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    let rest = chunk;
    while (rest.length > 0) {
      const fresh: boolean = decoder === null;
      const current: Decoder = decoder ?? create().on('data', giveOn);
      const used = await feed(current, rest);
      if (thrown.length > 0) {
        current.destroy();
        throw thrown[0];
      }
      if (fresh && used === 0) throw new Error('the compressed data makes no progress');
      rest = rest.subarray(used);
      // What is left over belongs to the next member.
      decoder = rest.length > 0 ? null : current;
    }
  }
  if (decoder !== null) await finish(decoder);
  if (thrown.length > 0) throw thrown[0];
}

/** How many of the bytes the decoder took: all of them, unless its member ended among them. */
function feed(decoder: Decoder, bytes: Uint8Array): Promise<number> {
  const before = decoder.bytesWritten;
  return settle(decoder, (done) => decoder.write(bytes, () => done())).then(() => decoder.bytesWritten - before);
}

/** Fails when the member is not complete. */
function finish(decoder: Decoder): Promise<void> {
  return settle(decoder, () => decoder.end());
}

function settle(decoder: Decoder, act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      decoder.off('end', done).off('error', fail);
      resolve();
    };
    const fail = (error: Error): void => {
      decoder.off('end', done);
      reject(error);
    };
    decoder.once('end', done).once('error', fail);
    act(done);
  });
}
